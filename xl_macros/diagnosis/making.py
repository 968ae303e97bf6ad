"""Short ways to a record, as the rules make them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from xl_macros.diagnosis import words_vi as vi
from xl_macros.diagnosis.facts import Facts, Windows
from xl_macros.diagnosis.records import Record, State

Rule = Callable[[Facts], Iterable[Record]]
Verdict = tuple[State, str, str]  # state, what was found, what to do


def fine(found: str, advice: str = "") -> Verdict:
    """Nothing stands in the way."""
    return State.OK, found, advice


def warning(found: str, advice: str) -> Verdict:
    """It works, or may not."""
    return State.WARNING, found, advice


def fault(found: str, advice: str) -> Verdict:
    """The program does not work so."""
    return State.FAULT, found, advice


def unknown(found: str = vi.NOT_KNOWN) -> Verdict:
    """It could not be found out."""
    return State.UNKNOWN, found, ""


def not_applicable(found: str) -> Verdict:
    """There is nothing to check."""
    return State.NOT_APPLICABLE, found, ""


def on_any_system(check: str, title: str, judge: Callable[[Facts], Verdict]) -> Rule:
    """Make a rule of what judges the facts."""

    def rule(facts: Facts) -> Iterator[Record]:
        yield Record(check, title, *judge(facts))

    return rule


def on_windows(check: str, title: str, judge: Callable[[Facts, Windows], Verdict]) -> Rule:
    """Make a rule of what judges facts that there are on Windows alone."""

    def told(facts: Facts) -> Verdict:
        if facts.windows is None:
            return not_applicable(vi.ONLY_WINDOWS)
        return judge(facts, facts.windows)

    return on_any_system(check, title, told)
