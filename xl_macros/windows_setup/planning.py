"""What is to be done, decided from the facts alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path, PureWindowsPath

from xl_macros.diagnosis.facts import Kind
from xl_macros.windows_setup import messages_vi as vi
from xl_macros.windows_setup.facts import COPIED_FROM, Facts, Program, is_same

LOCATION = "SoChiTieu"  # our keys among Excel's Trusted Locations start so


@dataclass(frozen=True)
class Unblock:
    """Take the mark of the internet from all files of a folder."""

    folder: Path


@dataclass(frozen=True)
class Copy:
    """Put the program of one folder into another; `everything`: what lies around it too."""

    source: Path
    target: Path
    everything: bool


@dataclass(frozen=True)
class MakeFolder:
    """Make a folder where there is none."""

    folder: Path


@dataclass(frozen=True)
class Remember:
    """Tell the buttons where the program is."""

    folder: Path


@dataclass(frozen=True)
class Trust:
    """Let Excel run the macros of the sổ in a folder."""

    folder: Path
    versions: tuple[str, ...]


@dataclass(frozen=True)
class Check:
    """See that the program starts."""

    folder: Path


@dataclass(frozen=True)
class Distrust:
    """Take back every Trust."""


@dataclass(frozen=True)
class Forget:
    """Take back Remember."""


@dataclass(frozen=True)
class Remove:
    """Delete the program that was copied to a folder, nothing else."""

    folder: Path


Step = Unblock | Copy | MakeFolder | Remember | Trust | Check | Distrust | Forget | Remove


@dataclass(frozen=True)
class Plan:
    """What to do and what to say.

    Attributes:
        steps: In their order.
        done: What to say when all went well.
        notes: What the official should know besides.
        refusal: Why nothing can be done; then there are no steps.
        question: What to ask first; with a No nothing is done.
    """

    steps: tuple[Step, ...] = ()
    done: str = ""
    notes: tuple[str, ...] = ()
    refusal: str = ""
    question: str = ""


@dataclass(frozen=True)
class _Place:
    """Where the program will be, whether it is copied there, and where the sổ are."""

    folder: Path
    books: Path
    present: Program | None
    everything: bool = False


def installation(facts: Facts) -> Plan:
    """Plan to set the program up; run twice it leaves the machine as once."""
    if facts.damaged:
        return Plan(refusal=vi.damaged(facts.damaged))
    if facts.temporary:
        return Plan(refusal=vi.TEMPORARY.format(folder=facts.source.folder))
    place = _place(facts)
    older = place.present is not None and place.present.is_newer_than(facts.source)
    return Plan(
        steps=tuple(_steps(facts, place)),
        done=_done(facts, place),
        notes=tuple(_notes(facts, place)),
        question=vi.older(place.present, facts.source) if older and place.present else "",
    )


def _place(facts: Facts) -> _Place:
    if facts.kind in COPIED_FROM:
        return _Place(facts.local, facts.workplace, facts.installed)
    before = facts.remembered
    if before and _moved(facts, before) and before.version != facts.source.version:
        # The sổ of the official lie there, and their buttons look beside them first.
        return _Place(before.folder, before.folder, before, everything=True)
    return _Place(facts.source.folder, facts.source.folder, facts.source)


def _moved(facts: Facts, before: Program) -> bool:
    return before.folder not in (facts.source.folder, facts.local)


def _steps(facts: Facts, place: _Place) -> list[Step]:
    source = facts.source
    steps: list[Step] = []
    if place.folder != source.folder:
        if not is_same(place.present, source):
            steps.append(Copy(source.folder, place.folder, place.everything))
    elif facts.installed is not None and source.is_newer_than(facts.installed):
        steps.append(Copy(source.folder, facts.local, everything=False))
    at_work = place.books == facts.workplace
    steps.append(MakeFolder(place.books) if at_work else Unblock(place.books))
    steps.append(Remember(place.folder))
    if _can_trust(facts, place):
        steps.append(Trust(place.books, facts.excel))
    return [*steps, Check(place.folder)]


def _can_trust(facts: Facts, place: _Place) -> bool:
    trustable = facts.trustable or place.books != facts.source.folder
    return trustable and bool(facts.excel) and not facts.locations_off


def _done(facts: Facts, place: _Place) -> str:
    version = facts.source.version
    if place.books == facts.workplace:
        return vi.COPIED.format(version=version, books=place.books)
    if place.everything:
        return vi.UPDATED.format(version=version, books=place.books, source=facts.source.folder)
    return vi.IN_PLACE.format(version=version, books=place.books)


def _notes(facts: Facts, place: _Place) -> list[str]:
    in_place = place.folder == facts.source.folder
    found = [
        (vi.NO_EXCEL, not facts.excel),
        (vi.LOCATIONS_OFF, bool(facts.excel) and facts.locations_off),
        (vi.TOO_BROAD.format(folder=place.books), in_place and not facts.trustable),
        (vi.READ_ONLY.format(folder=place.books), in_place and not facts.writable),
        (vi.SYNCED, in_place and facts.kind is Kind.SYNCED),
    ]
    return [text for text, holds in found if holds]


def removal(facts: Facts) -> Plan:
    """Plan to take back what the installer did; every sổ, template and document stays."""
    steps: tuple[Step, ...] = (Distrust(), Forget(), Remove(facts.local))
    return Plan(steps, vi.REMOVED.format(folder=facts.source.folder))


def new_location(existing: Mapping[str, str], folder: str) -> str | None:
    """Return the key for a Trusted Location; None where the folder is one already.

    Args:
        existing: The keys that Excel has -> their folders.
        folder: As Windows writes it.
    """
    if any(PureWindowsPath(path) == PureWindowsPath(folder) for path in existing.values()):
        return None
    names = (LOCATION + (str(number) if number > 1 else "") for number in count(1))
    taken = {name.lower() for name in existing}
    return next(name for name in names if name.lower() not in taken)
