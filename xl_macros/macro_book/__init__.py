"""What a sổ with buttons has more than one without, made from the one table of buttons."""

from __future__ import annotations

from functools import partial

from workbook.builder.macros import Macros, PlacedButton
from workbook.domain.plan import Plan
from xl_macros.buttons import BUTTONS, sheets_of
from xl_macros.macro_book.bridge import SETTINGS
from xl_macros.macro_book.modules import modules
from xl_macros.macro_book.project import vba_project
from xl_macros.macro_book.ribbon import ribbon_xml
from xl_macros.macro_book.texts_vi import TEXTS


def macros_of(plan: Plan) -> Macros:
    """Return the parts of a macro workbook that carries this plan."""
    return Macros(
        project=partial(vba_project, modules()),
        buttons=tuple(
            PlacedButton(sheet, button.slot, button.caption, button.macro, button.tip)
            for button in BUTTONS
            for sheet in sheets_of(button, plan)
        ),
        ribbon=ribbon_xml(),
        settings=SETTINGS,
        texts=TEXTS,
    )
