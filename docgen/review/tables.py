"""The rows of the tables of the Báo cáo sơ kết and tổng kết, as plain texts.

Pure: a review in, lists of dicts of texts out; the keys are the fields of the template.
"""

from __future__ import annotations

from docgen.review import phrases_vi as said
from docgen.review import sentences_vi as sentences
from docgen.shared import measure_phrases_vi as phrases
from docgen.shared import rows as tables
from workbook.domain.judging.review import Review
from workbook.domain.judging.series import MilestoneYear, Series
from workbook.domain.plan import Goal
from workbook.domain.results import MeasureResult
from workbook.domain.text_vi import fold, lower_first

Row = dict[str, object]

_WIDE = 6  # with more years than this, counts need two lines of their column


class Marks:
    """The marks of other areas: at the head of a year that is wholly of one, else in cells."""

    def __init__(self, review: Review) -> None:
        self._areas = said.marked_areas(review)
        found = {}
        for place, year in enumerate(one.period.year for one in review.years):
            shown = [one for one in review.series if one.results[place].observation is not None]
            areas = {fold(one.foreign_areas.get(year, "")) for one in shown}
            if len(areas) == 1:
                found[year] = self._of(areas.pop())
        self._heads = found

    def _of(self, area: str) -> str:
        one = self._areas.get(area)
        return "" if one is None else one.mark

    def head(self, year: int) -> str:
        """Return the mark at the head of a year, "" for none."""
        return self._heads.get(year, "")

    def cell(self, series: Series, year: int) -> str:
        """Return the mark beside a figure, "" where it needs none."""
        mark = self._of(fold(series.foreign_areas.get(year, "")))
        return "" if mark == self.head(year) else mark


def year_heads(review: Review) -> list[Row]:
    """Return the years for the tables' heads, with the mark of another area."""
    marks = Marks(review)
    years = [one.period.year for one in review.years]
    return [{"nam": str(year), "dau": marks.head(year)} for year in years]


def goal_rows(review: Review) -> list[Row]:
    """Return the goals with their sentences, rows and the small-number note."""
    marks = Marks(review)
    return [_goal(review, goal, marks) for goal in review.plan.goals]


def _goal(review: Review, goal: Goal, marks: Marks) -> Row:
    numbers = {one.number for one in review.plan.indicators if one.goal == goal.number}
    of_goal = [one for one in review.series if one.measure.indicator in numbers]
    return {
        "so": str(goal.number),
        "ten": goal.title,
        "cac_cau": sentences.goal_sentences(review, of_goal),
        "cac_dong": [_line(review, one, marks) for one in of_goal],
        "luu_y": sentences.table_note(review, of_goal),
    }


def _line(review: Review, series: Series, marks: Marks) -> Row:
    measure = series.measure
    return {
        "so": phrases.number(review.plan, measure),
        "ten": measure.name,
        "don_vi_tinh": measure.measure_unit,
        "cac_nam": [_cell(review, series, one, marks) for one in series.results],
        "moc": _asked(review, series) or [phrases.NONE],
        "danh_gia": _verdicts(review, series),
        "nguon": _sources(series),
        "ghi_chu": _notes(review, series),
    }


def _cell(review: Review, series: Series, result: MeasureResult, marks: Marks) -> Row:
    mark = marks.cell(series, result.period.year)
    broken = result.status.symbol if result in series.breaches else ""
    counts = phrases.counts(result.observation)
    return {
        "ket_qua": said.bare_value(result),
        "so_dem": phrases.breakable(counts) if len(review.years) > _WIDE else counts,
        "dau": " ".join(one for one in (broken, mark) if one),
    }


def _asked(review: Review, series: Series) -> list[str]:
    """Write what a measure's milestones ask; of what is asked every year it is said once."""
    measure = series.measure
    always = [one for one in measure.milestones if not one.year_stated]
    if always:
        level = phrases.level_in_table(measure, always[0].rule, always[0].value)
        return [f"hằng năm: {level}"]
    stones = {stone.year: stone for stone in measure.milestones}
    return [
        _of_year(review, one.year, phrases.level_in_table(measure, stone.rule, stone.value))
        for one in review.milestones
        if (stone := stones.get(one.year)) is not None
    ]


def _of_year(review: Review, year: int, words: str) -> str:
    """Put the year before what is said of a milestone, where there are several."""
    return words if len(review.milestones) == 1 else f"{year}: {words}"


def _verdicts(review: Review, series: Series) -> list[Row]:
    made: list[Row] = [
        {
            "nhom": tables.fill(result.status),
            "noi_dung": _of_year(review, stone.year, phrases.status(result)),
        }
        for stone, result in _at_milestones(review, series)
    ]
    return made or [{"nhom": tables.OTHER_FILL, "noi_dung": phrases.NONE}]


def _at_milestones(review: Review, series: Series) -> list[tuple[MilestoneYear, MeasureResult]]:
    return [
        (stone, result)
        for stone in review.milestones
        for result in stone.results
        if result.measure.id == series.measure.id
    ]


def _sources(series: Series) -> str:
    """Say where the figures of which years come from, with what was noted beside them."""
    found: dict[str, list[int]] = {}
    for one in series.results:
        if one.observation is not None:
            source, note = (
                " ".join(part.split()) for part in (one.observation.source, one.observation.note)
            )
            text = (source or "chưa ghi nguồn") + (f" ({note})" if note else "")
            found.setdefault(text, []).append(one.period.year)
    return "; ".join(
        f"{', '.join(said.year_ranges(years))}: {text}" for text, years in found.items()
    )


def _notes(review: Review, series: Series) -> list[str]:
    """Return the small-number notes of the years of which anything is said."""
    marked = [result for _, result in _at_milestones(review, series)]
    if series.movement is not None:
        marked += [series.movement.first, series.movement.last]
    marked += series.breaches
    notes = {one.period.year: lower_first(one.note) for one in marked if one.note}
    return [f"{year}: {notes[year]}" for year in sorted(notes)]


def missed_rows(review: Review) -> list[Row]:
    """Return for each milestone what missed it, with what the units explain."""
    return [
        {
            "loi_dan": sentences.missed_lead(stone),
            "cac_noi_dung": [tables.lagging_row(stone.assessment, one) for one in stone.missed],
        }
        for stone in review.milestones
    ]


def breach_rows(review: Review) -> list[Row]:
    """Return what was not kept in years without a milestone."""
    return [
        {
            "ten": phrases.named(review.plan, one.measure),
            "dien_giai": sentences.breaches(review, one),
        }
        for one in review.series
        if one.breaches and said.asked_every_year(one)
    ]


def missing_rows(review: Review) -> list[Row]:
    """Return by unit what has no figures, and of which years."""
    rows: list[Row] = []
    for unit in review.plan.units:
        names = [
            f"{lower_first(one.measure.name)} (chỉ tiêu "
            f"{phrases.number(review.plan, one.measure)}, {said.years_words(one.missing)})"
            for one in review.series
            if one.missing and one.measure.responsible_unit == unit.id
        ]
        if names:
            rows.append({"don_vi": unit.name, "chi_tieu": "; ".join(names)})
    return rows


def tasks_and_money(review: Review) -> Row:
    """Return tasks and money of the sổ's own year; nothing where it lies after the span."""
    judged = review.own_year
    if judged is None:
        return {"nam_cua_so": "", "cau_nhiem_vu": "", "nhiem_vu": [], "cau_kinh_phi": "",
                "kinh_phi": [], "ghi_chu_kinh_phi": []}  # fmt: skip
    return {"nam_cua_so": str(judged.period.year)} | tables.tasks_and_money(judged)
