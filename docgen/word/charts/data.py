"""What a chart of a document shows: plain texts and exact numbers, nothing of its look.

Pure. The look is the template's: a native Word chart that officials restyle in Word.
A series finds its look there by the name that the template's own series has.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

WHOLE = "#,##0"  # a count
_LOCALE = "[$-42A]"  # Vietnamese: decimal comma where Windows' own form is not used
# What XML cannot hold: control characters, lone surrogates, two non-characters.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Series:
    """One row of bars, one line.

    `values`: one for each category, None where there is none (a gap, never 0).
    `role`: the name of the template's series whose look this one takes, without regard to
    capitals and diacritics; "" is `name` itself. Where the template has no such series, the
    last one of its first kind (of its bars, say) is the pattern.
    """

    name: str
    values: tuple[Fraction | None, ...]
    role: str = ""


@dataclass(frozen=True)
class Chart:
    """A chart's content, the value of a field of kind CHART; "" in a context is no chart.

    `title`: the finding, in a few words; "" for none.
    `description`: what the chart says, for those who cannot see it (alternative text).
    `number_format`: a format code as Excel knows them, see `decimals`.
    """

    title: str
    description: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    number_format: str = WHOLE

    def __str__(self) -> str:
        """Return what stands for the chart where it cannot be drawn."""
        return self.title

    def __post_init__(self) -> None:
        """Hold every series against the categories."""
        if any(len(one.values) != len(self.categories) for one in self.series):
            raise ValueError("a series has one value for each category")


def clean(text: str) -> str:
    """Replace characters that no Office file can hold by a space."""
    return _UNPRINTABLE.sub(" ", text)


def decimals(places: int, after: str = "") -> str:
    """Return the format code of numbers with so many decimals and `after` behind them: `99,5%`."""
    point = f".{'0' * places}" if places else ""
    quoted = after.replace('"', "")
    return f'{_LOCALE}#,##0{point}"{quoted}"' if quoted else f"{_LOCALE}#,##0{point}"
