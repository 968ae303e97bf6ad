"""What a sổ with macros has more than one without: project, buttons, ribbon, texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class PlacedButton:
    """A form button in the row of buttons of a sheet; `slot` counts from 0."""

    sheet: str
    slot: int
    caption: str
    macro: str
    tip: str


@dataclass(frozen=True)
class Macros:
    """The parts of a macro workbook, as plain values.

    `project` makes vbaProject.bin from the code names of the workbook's sheets, in the
    order of their tabs. `settings` are the rows of xlwings.conf, `texts` what VBA says
    (name -> text, defined names on a very hidden sheet), `ribbon` is customUI14.xml.
    """

    project: Callable[[Sequence[str]], bytes]
    buttons: tuple[PlacedButton, ...]
    ribbon: str
    settings: Mapping[str, str]
    texts: Mapping[str, str]
