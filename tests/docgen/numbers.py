"""Whether every number of a document can be traced to its data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction

from workbook.domain.results import Assessment

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


def data_of(judged: Assessment) -> list[object]:
    """All figures and texts that the report may draw on."""
    plan, settings = judged.plan, judged.settings
    said: list[object] = [judged.period.key, judged.period.year - 1, plan, settings]
    for one in judged.results:
        said += [one.shown, one.label, one.explanation, one.note]
        said += [one.gap_required, one.observation, one.trend.previous]
        said += [one.verdict.required, one.trend.previous_value]
        said += [stone.value for stone in one.measure.milestones]
    for task in judged.tasks.values():
        said += [task.result, task.deadline and f"{task.deadline:%d/%m/%Y}"]
    for money in judged.funding.values():
        said += [money.planned, *money.spent.values(), money.note]
    return said


def printed_sums(judged: Assessment) -> list[object]:
    """What the report adds up or divides itself: sums and shares of money."""
    planned = [one.planned or 0 for one in judged.funding.values()]
    spent = [one.spent.get(judged.period) or 0 for one in judged.funding.values()]
    shares = [
        Fraction(100 * part, whole)
        for part, whole in zip([*spent, sum(spent)], [*planned, sum(planned)], strict=True)
        if whole
    ]
    return [sum(planned), sum(spent), *shares]
