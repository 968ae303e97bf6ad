"""The VBA modules of a sổ with buttons, as text: name -> source."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files

from xl_macros.buttons import BUTTONS, Button, on_ribbon
from xl_macros.macro_book.bridge import xlwings_module

BRIDGE = "xlwings"
OWN = "SoChiTieu"
SUBS = "NutBam"  # one sub for every button

RIBBON_PREFIX = "Ribbon"

_SUB = """
Public Sub {name}()
    RunAction "{function}"
End Sub
"""
_RIBBON_SUB = """
Public Sub {name}(control As Object)
    RunAction "{function}"
End Sub
"""


def ribbon_macro(button: Button) -> str:
    """Return the name of the sub that the ribbon calls for a button."""
    return f"{RIBBON_PREFIX}{button.macro}"


def modules() -> Mapping[str, str]:
    """Return all modules, in the order in which the project lists them."""
    own = (files("xl_macros") / "vba" / f"{OWN}.bas").read_text(encoding="ascii")
    return {BRIDGE: xlwings_module(), OWN: own, SUBS: subs()}


def subs() -> str:
    """Return the module with one sub for every button and every action of the ribbon."""
    head = f'Attribute VB_Name = "{SUBS}"\nOption Explicit\n'
    buttons = (_SUB.format(name=one.macro, function=one.function) for one in BUTTONS)
    ribbon = (
        _RIBBON_SUB.format(name=ribbon_macro(one), function=one.function) for one in on_ribbon()
    )
    return "".join([head, *buttons, *ribbon])
