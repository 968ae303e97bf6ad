"""A fault's whole sentence: where, what is wrong, what to do."""

from __future__ import annotations

from workbook.domain.validation.messages_vi import Fault


def place_vi(sheet: str, cell: str, subject: str = "") -> str:
    """Return where a fault stands: `Trang "Trạm y tế", ô H12 (…)`."""
    where = f'Trang "{sheet}"' + (f", ô {cell}" if cell else "")
    return f"{where} ({subject})" if subject else where


def sentence_vi(fault: Fault, place: str, facts: dict[str, str]) -> str:
    """Return the whole sentence: where, what is wrong, what to do."""
    return f"{place}: {fault.problem.format(**facts)}. {remedy_vi(fault, facts)}"


def remedy_vi(fault: Fault, facts: dict[str, str]) -> str:
    """Return the sentence on what to do."""
    return f"{fault.remedy.format(**facts)}."
