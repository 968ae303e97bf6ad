"""How high the rows of a unit's sheet are: every text of the row counts, shown or folded.

Excel's own fitting is not asked: it would measure the columns of the other period too,
which are closed, so without any width.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workbook.domain.periods import periods_of
from workbook.domain.plan import Measure
from workbook.layout import columns, styles, text_fit, texts_vi
from workbook.layout.computed_units import entries
from workbook.layout.job import Job
from workbook.layout.placement import UnitLayout


@dataclass(frozen=True)
class _Wrapped:
    """A text in a column of a width in characters; a centred one has no indent."""

    text: str
    width: float
    size: float = styles.TEXT_SIZE
    bold: bool = False
    centred: bool = False

    @property
    def height(self) -> float:
        width = self.width - (0 if self.centred else text_fit.INDENT_WIDTH)
        lines = text_fit.count_lines(self.text, width, self.size, bold=self.bold)
        return text_fit.row_height(lines, self.size)


def unit_row_heights(job: Job, place: UnitLayout) -> Mapping[int, float]:
    """Return the height in points of every row of measures, by its number."""
    return {
        place.row(measure.id): max(one.height for one in _texts(job, place, measure))
        for measure in place.measures
    }


def _texts(job: Job, place: UnitLayout, measure: Measure) -> Iterator[_Wrapped]:
    width = {(column.key, column.period): column.width for column in place.columns}
    yield _Wrapped(measure.name, width["name", None], bold=True)
    yield _Wrapped(texts_vi.what_to_type(measure, job.year), width["what", None])
    yield _Wrapped(measure.measure_unit, width["measure_unit", None], centred=True)
    for year in job.plan.milestone_years:
        stone = texts_vi.milestone_of_year(measure, year)
        yield _Wrapped(stone, width[f"milestone_{year}", None], centred=True)
    for period in periods_of(job.year):
        typed = entries(measure, job.entry(measure.id, period))
        for key, value in typed.items():
            if isinstance(value, str):
                yield _Wrapped(value, width[key, period], styles.ENTRY_SIZE)
        result = job.result(measure.id, period)
        if result is not None:
            status = styles.status_text(result)
            yield _Wrapped(status, width[columns.STATUS, period], bold=True, centred=True)
            yield _Wrapped(result.explanation, width[columns.REASONING, period])
