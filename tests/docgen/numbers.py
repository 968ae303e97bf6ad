"""Whether every number of a document can be traced to its data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction

_DECIMALS = 5  # that a level may print with, and one more


def numbers(text: str) -> Iterator[str]:
    """Yield the numbers of a text as they are written."""
    return (found.strip(".,") for found in re.findall(r"\d[\d.,]*", text))


def written(data: Iterable[object]) -> str:
    """Return figures and texts as offices write them: commas, dots between thousands.

    A Fraction is written with every number of decimals it may print with; of any other
    thing what its `str` says.
    """
    text = "\n".join(one for thing in data for one in _forms(thing))
    grouped = (f"{int(found):,}".replace(",", ".") for found in re.findall(r"\d{4,}", text))
    return "\n".join([text, *grouped])


def _forms(thing: object) -> Iterator[str]:
    if isinstance(thing, Fraction):
        for decimals in range(_DECIMALS + 1):
            # Half up, as the product rounds; formatting a float would round to even.
            scaled = (abs(thing) * 10**decimals * 2 + 1) // 2
            whole, part = divmod(scaled, 10**decimals)
            tail = f",{part:0{decimals}d}" if decimals else ""
            yield from (f"{whole}{tail}", f"{whole:,}".replace(",", ".") + tail)
            yield f"{whole}{tail}".rstrip("0").rstrip(",") if tail else ""
    else:
        yield str(thing)


def strange(text: str, data: Iterable[object], *, counted: int) -> set[str]:
    """Return the numbers of a text that its data do not hold.

    Args:
        text: the document's.
        data: all that it may draw on.
        counted: up to how many a document counts or numbers things itself.
    """
    known = set(numbers(written(data)))
    known |= {form for n in range(counted + 1) for form in (str(n), f"{n:02d}")}
    return {one for one in numbers(text) if one not in known}
