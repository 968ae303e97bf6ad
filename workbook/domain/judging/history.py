"""Past observations of the area that the figures are for, and the baseline.

Source: reference methods, sections 1 (baseline) and 2 (series break).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from workbook.domain.judging.values import observed_value
from workbook.domain.periods import Period
from workbook.domain.plan import Measure
from workbook.domain.register import Observation
from workbook.domain.settings import Settings
from workbook.domain.text_vi import fold


@dataclass(frozen=True)
class PastValue:
    """A past observation with its value; `usable` when it is for the same area."""

    observation: Observation
    value: Fraction
    same_area: bool

    @property
    def usable(self) -> bool:
        """Whether it can be compared with the current figures."""
        return self.same_area or self.observation.converted

    @property
    def rank(self) -> tuple[bool, bool, str, Fraction, str]:
        """What to prefer of one period: never the order of the rows."""
        row = self.observation
        return not self.same_area, not row.converted, row.area, self.value, row.source


class History:
    """The rows of Lịch sử that have a value, one for each measure and period."""

    def __init__(
        self, rows: Iterable[Observation], measures: Mapping[str, Measure], settings: Settings
    ) -> None:
        """Keep of each measure and period the row that can best be compared."""
        self._baseline_year = settings.baseline_year
        self._past: dict[str, dict[Period, PastValue]] = {}
        area = fold(settings.area)
        for row in rows:
            measure = measures.get(row.measure_id)
            value = None if measure is None else observed_value(measure, row)
            if value is None:
                continue
            past = PastValue(row, value, fold(row.area) == area)
            periods = self._past.setdefault(row.measure_id, {})
            known = periods.get(row.period)
            if known is None or past.rank < known.rank:
                periods[row.period] = past

    def at(self, measure: Measure, period: Period) -> PastValue | None:
        """Return the comparable figure of a period."""
        past = self._past.get(measure.id, {}).get(period)
        return past if past is not None and past.usable else None

    def annual_values(self, measure: Measure, before: int) -> Mapping[int, Fraction]:
        """Return the comparable values of the years before a year, by year."""
        return {
            period.year: past.value
            for period, past in sorted(self._annual(measure, before).items())
            if past.usable
        }

    def baseline(self, measure: Measure, before: int) -> PastValue | None:
        """Find the baseline: the year named in Cấu hình, else the earliest before a year.

        It may lie in another area; then it is not `usable`.
        """
        annual = self._annual(measure, before)
        if not annual:
            return None
        named = annual.get(Period(self._baseline_year)) if self._baseline_year else None
        return named or annual[min(annual)]

    def _annual(self, measure: Measure, before: int) -> Mapping[Period, PastValue]:
        return {
            period: past
            for period, past in self._past.get(measure.id, {}).items()
            if not period.half and period.year < before
        }
