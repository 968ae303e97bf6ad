"""The catalogue of findings as the guide lists it, made from the faults themselves."""

from __future__ import annotations

from dataclasses import dataclass

from workbook.domain.findings import Severity
from workbook.domain.guide.meanings_vi import MEANINGS
from workbook.domain.validation.messages_vi import Fault
from workbook.domain.validation.sentences_vi import place_vi, remedy_vi, sentence_vi

_PLACE = place_vi("…", "…")  # of an example: any sheet, any cell


@dataclass(frozen=True)
class Message:
    """One code of the list: what it means, what to do, and a message as the sổ shows it."""

    code: str
    severity: Severity
    meaning: str
    remedy: str
    example: str

    @property
    def problem(self) -> str:
        """What the example says is wrong, without the place and what to do."""
        return self.example.removeprefix(f"{_PLACE}: ").removesuffix(self.remedy).rstrip()


def messages() -> tuple[Message, ...]:
    """Return every code that a check can give, in the catalogue's order."""
    return tuple(_message(fault) for fault in Fault)


def _message(fault: Fault) -> Message:
    told = MEANINGS[fault]
    facts = dict(told.facts)
    return Message(
        code=fault.code,
        severity=fault.severity,
        meaning=told.words,
        remedy=remedy_vi(fault, facts),
        example=sentence_vi(fault, _PLACE, facts),
    )
