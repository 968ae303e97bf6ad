"""The chart that several documents draw: how many measures of a goal have which status.

Pure. The description says all that the bars say, for those who cannot see them.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from docgen.shared.sentences_vi import group_tally
from docgen.word.charts.data import Chart, Series
from workbook.domain.judging.grouping import STATUS_GROUPS, group_counts
from workbook.domain.results import MeasureResult

GOAL_LETTERS = 34  # of a line beside a bar


class StatusBar(NamedTuple):
    """A bar: its name beside it, its name in the description, the measures it counts."""

    name: str
    described: str
    results: Sequence[MeasureResult]


def status_chart(title: str, bars: Sequence[StatusBar], lead: str = "") -> Chart:
    """Return a chart of measures by group of statuses, a group that holds none left out.

    `lead` begins the description, with a space at its end.
    """
    counts = [group_counts(bar.results) for bar in bars]
    sentences = [
        f"{bar.described}: {group_tally(of_bar) or 'không có nội dung'}."
        for bar, of_bar in zip(bars, counts, strict=True)
    ]
    series = tuple(
        Series(group.label, tuple(map(Fraction, of_group)))
        for group, of_group in zip(STATUS_GROUPS, zip(*counts, strict=True), strict=True)
        if any(of_group)
    )
    names = tuple(bar.name for bar in bars)
    return Chart(title, f"{lead}{' '.join(sentences)}", names, series)
