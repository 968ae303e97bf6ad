"""Reporting periods of a sổ: the year, its first six months, and when figures are expected."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

_KEY = re.compile(r"(\d{4})(-H1)?")


@dataclass(frozen=True, order=True)
class Period:
    """A reporting period; `half` marks the first six months of `year`."""

    year: int
    half: bool = False

    @classmethod
    def parse(cls, key: str) -> Period:
        """Read a key such as `2026` or `2026-H1`.

        Raises:
            ValueError: the text is no period key.
        """
        match = _KEY.fullmatch(key.strip())
        if match is None:
            raise ValueError(key)
        return cls(int(match[1]), match[2] is not None)

    @property
    def key(self) -> str:
        """The stable id: `2026` or `2026-H1`."""
        return f"{self.year}-H1" if self.half else str(self.year)

    @property
    def time(self) -> Fraction:
        """Time t in years: the year Y stands at Y, its first half at Y - 1/2."""
        return Fraction(self.year) - (Fraction(1, 2) if self.half else 0)

    @property
    def label(self) -> str:
        """How an official writes the period: `6 tháng đầu năm 2026`, `năm 2026`."""
        return f"6 tháng đầu năm {self.year}" if self.half else f"năm {self.year}"

    def last_year(self) -> Period:
        """Return the same period of the year before."""
        return Period(self.year - 1, self.half)


def periods_of(year: int) -> tuple[Period, Period]:
    """Return the two periods of a sổ in the order in which they are reported."""
    return Period(year, half=True), Period(year)


@dataclass(frozen=True)
class DayOfYear:
    """A day relative to the reporting year."""

    day: int
    month: int
    year_offset: int = 0


@dataclass(frozen=True)
class PeriodWindow:
    """The days between which figures of a period are expected; deadline optional."""

    opens: DayOfYear
    closes: DayOfYear
    deadline: DayOfYear | None = None


class Span(Enum):
    """Years of the plan that are looked back on together."""

    MIDTERM = "sơ kết"
    FINAL = "tổng kết"
