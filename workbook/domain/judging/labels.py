"""The status as officials read it, with year and "tạm tính" where they belong."""

from __future__ import annotations

from workbook.domain.periods import Period
from workbook.domain.plan import Measure, Milestone, Nature
from workbook.domain.statuses import (
    EARLY_LABEL,
    NO_CASE_LABEL,
    PROVISIONAL,
    Status,
)

# Statuses that judge a value; at the half-year they may still change.
JUDGED = frozenset(
    {
        Status.MISSED,
        Status.BELOW,
        Status.WORSENING,
        Status.VERY_SLOW,
        Status.SLOW,
        Status.NOT_YET,
        Status.ON_TRACK,
        Status.ACHIEVED,
    }
)


def label_of(
    status: Status,
    measure: Measure,
    period: Period,
    ahead: Milestone | None = None,
    failed: Milestone | None = None,
) -> str:
    """Write the status of a measure in a period, as methods.md section 2 words it."""
    label = _plain_label(status, measure, period, ahead, failed)
    return f"{label} ({PROVISIONAL})" if period.half and status in JUDGED else label


def _plain_label(
    status: Status,
    measure: Measure,
    period: Period,
    ahead: Milestone | None,
    failed: Milestone | None,
) -> str:
    if status is Status.BELOW and failed is not None:
        return f"{status.label} {failed.year}"
    if status is Status.ACHIEVED and ahead is not None and is_early(measure, period, ahead):
        return EARLY_LABEL
    if status is Status.PENDING and measure.nature is Nature.EVENT:
        return NO_CASE_LABEL
    return status.label


def is_early(measure: Measure, period: Period, ahead: Milestone) -> bool:
    """Tell whether a met milestone was met before its year; not where it is to be kept."""
    return ahead.year > period.time and not measure.keep
