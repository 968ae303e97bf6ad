"""Vietnamese sentences of the Báo cáo alone, made from an assessment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from docgen.shared import measure_phrases_vi, sentences_vi
from docgen.shared.measure_phrases_vi import NONE, listed
from workbook.domain.numbers_vi import format_count
from workbook.domain.results import Assessment, Change, MeasureResult
from workbook.domain.statuses import Status
from workbook.domain.text_vi import lower_first


def overview(assessment: Assessment) -> list[str]:
    """Say how the plan stands as a whole, and how that was judged."""
    counted = [
        sentences_vi.indicators_sentence(assessment),
        sentences_vi.measures_sentence(assessment),
    ]
    return [*(sentence for sentence in counted if sentence), *sentences_vi.how_judged(assessment)]


def goal_sentences(assessment: Assessment, results: Sequence[MeasureResult]) -> list[str]:
    """Say what was reached under a goal, what lags and by how much."""
    reached = [_reached(r) for r in results if r.status is Status.ACHIEVED]
    lagging = [_lagging(r) for r in results if r.status.is_lagging]
    size = sentences_vi.size_of_goal([r.measure for r in results])
    return [
        f"{size}: {sentences_vi.tally(results)}.",
        *([f"Nội dung đạt: {'; '.join(reached)}."] if reached else []),
        *([f"Nội dung chậm hoặc không đạt: {'; '.join(lagging)}."] if lagging else []),
        *_changes(assessment, results),
    ]


def _reached(result: MeasureResult) -> str:
    value = lower_first(measure_phrases_vi.shown(result))
    return f"{lower_first(result.measure.name)} {NONE} {value}"


def _lagging(result: MeasureResult) -> str:
    missing = f", {measure_phrases_vi.gap(result)}" if (result.gap_required or 0) > 0 else ""
    return f"{_reached(result)}, {lower_first(measure_phrases_vi.plain_label(result))}{missing}"


def _changes(assessment: Assessment, results: Sequence[MeasureResult]) -> list[str]:
    counts = Counter(result.trend.change for result in results)
    parts = [
        f"{format_count(counts[change])} nội dung {sentences_vi.CHANGES[change]}"
        for change in Change
        if counts[change]
    ]
    before = assessment.period.last_year().label
    return [f"So với {before}: {listed(parts)}."] if parts else []
