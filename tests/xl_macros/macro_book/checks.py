"""Is a macro workbook well formed? Each check returns its faults, [] for a good file.

They are functions of the file's bytes so that the tests can also pass them a file that was
spoiled on purpose.
"""

from __future__ import annotations

import inspect
import re
from collections import Counter
from collections.abc import Iterator, Mapping

from tests.xl_macros.macro_book.package import FormButton, Package
from workbook.domain.plan import Plan
from workbook.layout import sheets
from xl_macros.buttons import BUTTONS, on_ribbon, sheets_of
from xl_macros.macro_book.bridge import SETTINGS
from xl_macros.macro_book.ribbon import NAMESPACE
from xl_macros.macro_book.texts_vi import TEXTS

LONGEST_CODE_NAME = 31
LONGEST_MESSAGE = 1023  # characters that a message box of Windows shows for sure
SOURCE_ONLY = bytes.fromhex("CC61FFFF000000")  # VBA/_VBA_PROJECT without compiled code

RIBBON_RELATION = "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"

# Keys that the bridge asks for only where a click never comes.
NEVER_ASKED = {
    "INTERPRETER": "only where INTERPRETER_WIN is empty",
    "LICENSE_KEY": "only where a sheet holds Python code",
    "SHOW_ERROR_POPUPS": "behind our own message",
}

_SUB = re.compile(r"^(?:(Public|Private) )?(?:Sub|Function) (\w+)\((.*?)\)", re.MULTILINE)
_CONFIG_KEY = re.compile(r'GetConfig\("([^"]+)"')
_TEXT_KEY = re.compile(r'(?:Tell |TextOf\()"(\w+)"')
_ATTRIBUTE = re.compile(r"Attribute \w+ = .*")


def code_name_faults(package: Package) -> list[str]:
    """Workbook and sheets on one side, document modules on the other: one to one."""
    wanted = [("workbook", package.book_code_name)]
    wanted += [("sheet", sheet.code_name) for sheet in package.sheets]
    faults = [f"{sheet.name}: no code name" for sheet in package.sheets if not sheet.code_name]
    faults += [
        f"code name {name!r}"
        for _, name in wanted
        if not name.isascii() or len(name) > LONGEST_CODE_NAME
    ]
    found = [(one.kind, one.name) for one in package.modules if one.kind != "standard"]
    faults += _different("document module", Counter(wanted), Counter(found))
    project = package.project.get_stream("PROJECT").decode("ascii").splitlines()
    listed = [line for line in project if line.startswith(("Document=", "Module="))]
    expected = [f"Document={name}/&H00000000" for _, name in wanted]
    expected += [f"Module={name}" for name in package.standard_modules]
    return faults + _different("line of PROJECT", Counter(expected), Counter(listed))


def source_faults(package: Package, sources: Mapping[str, str]) -> list[str]:
    """The project holds these sources and nothing else, in ASCII, without compiled code."""
    faults = [f"{one.name}: not ASCII" for one in package.modules if not one.source.isascii()]
    found = package.standard_modules
    if list(found) != list(sources):
        faults.append(f"modules {list(found)}")
    faults += [f"{name}: another text" for name in sources if found.get(name) != sources[name]]
    faults += [
        f"{one.name}: code in a document module"
        for one in package.modules
        if one.kind != "standard"
        and not all(_ATTRIBUTE.fullmatch(line) for line in one.source.splitlines())
    ]
    if package.project.get_stream_in_storage("VBA", "_VBA_PROJECT") != SOURCE_ONLY:
        faults.append("VBA/_VBA_PROJECT holds compiled code")
    return faults


def subs_of(package: Package) -> Iterator[tuple[str, int]]:
    """Yield the public subs and functions with the number of their parameters."""
    for source in package.standard_modules.values():
        for scope, name, parameters in _SUB.findall(source):
            if scope != "Private":
                yield name, len(parameters.split(",")) if parameters else 0


def button_faults(package: Package, plan: Plan) -> list[str]:
    """The buttons are those of the table, and each calls a sub that stands there once."""
    wanted = [
        FormButton(sheet, one.caption, one.macro, one.tip)
        for one in BUTTONS
        for sheet in sheets_of(one, plan)
    ]
    faults = _different("button", Counter(wanted), Counter(package.buttons))
    subs = Counter(subs_of(package))
    names = Counter(name for name, _ in subs.elements())
    for button in package.buttons:
        if subs[button.macro, 0] != 1 or names[button.macro] != 1:
            faults.append(f"{button.sheet}, {button.caption}: no single sub {button.macro}()")
    return faults


def ribbon_faults(package: Package) -> list[str]:
    """The ribbon's tab shows every action with an icon, and each calls its sub."""
    targets = [one.target for one in package.relations("") if one.type == RIBBON_RELATION]
    if len(targets) != 1 or targets[0] not in package.parts:
        return [f"ribbon parts {targets}"]
    shown = [dict(one.attrib) for one in package.xml(targets[0]).iter(f"{{{NAMESPACE}}}button")]
    wanted = [
        {
            "id": f"btn{one.macro}",
            "label": one.caption,
            "screentip": one.caption,
            "supertip": one.tip,
            "imageMso": one.icon,
            "size": "large",
            "onAction": f"Ribbon{one.macro}",
        }
        for one in on_ribbon()
    ]
    faults = [] if shown == wanted else [f"buttons of the ribbon: {shown}"]
    subs = Counter(subs_of(package))
    # Office hands the control that was clicked to the sub.
    return faults + [
        f"no single sub {one['onAction']}(control)"
        for one in shown
        if subs[one["onAction"], 1] != 1
    ]


def settings_faults(package: Package) -> list[str]:
    """The sheet of settings is hidden and answers all that the bridge asks for."""
    asked = set(_CONFIG_KEY.findall(package.standard_modules["xlwings"])) - set(NEVER_ASKED)
    found = package.column_pairs(sheets.BRIDGE_SETTINGS)
    faults = [f"no setting {key}" for key in sorted(asked - set(found))]
    faults += [f"setting {key} that nothing asks for" for key in sorted(set(found) - asked)]
    if found != SETTINGS:
        faults.append(f"settings {found}")
    return faults + _state(package, sheets.BRIDGE_SETTINGS, "hidden")


def text_faults(package: Package) -> list[str]:
    """Every text that the VBA shows is found by its name and fits into a message box."""
    used = {key for text in package.standard_modules.values() for key in _TEXT_KEY.findall(text)}
    named = {
        name.removeprefix("txt_"): _value(package, place)
        for name, place in package.names.items()
        if name.startswith("txt_")
    }
    faults = [f"text {key} has no name" for key in sorted(used - set(named))]
    faults += [f"text {key} is never shown" for key in sorted(set(named) - used)]
    faults += [f"txt_{key} is {text!r}" for key, text in named.items() if text != TEXTS.get(key)]
    faults += [f"text {key} is too long" for key in named if len(named[key]) > LONGEST_MESSAGE]
    return faults + _state(package, sheets.TEXTS, "veryHidden")


def function_faults(functions: Mapping[str, object]) -> list[str]:
    """Every button's function is there and takes no arguments; there is none without button."""
    faults = []
    for name in sorted({one.function for one in BUTTONS}):
        function = functions.get(name)
        if not callable(function) or inspect.signature(function).parameters:
            faults.append(f"no function {name}()")
    own = {name for name, one in functions.items() if inspect.isfunction(one)} - {"run"}
    unused = own - {one.function for one in BUTTONS}
    return faults + [f"{name}(): no button calls it" for name in sorted(unused)]


def guide_faults(package: Package) -> list[str]:
    """The guide explains every caption."""
    rows = package.cells[sheets.GUIDE].iter_rows(values_only=True)
    text = "\n".join(str(value) for row in rows for value in row if value)
    captions = sorted({one.caption for one in BUTTONS})
    return [f"{caption}: not in the guide" for caption in captions if f"“{caption}”:" not in text]


def _state(package: Package, name: str, wanted: str) -> list[str]:
    states = {sheet.name: sheet.state for sheet in package.sheets}
    return [] if states.get(name) == wanted else [f"sheet {name} is {states.get(name)}"]


def _value(package: Package, place: str) -> str:
    sheet, _, cell = place.removeprefix("=").rpartition("!")
    return str(package.cells[sheet.strip("'")][cell.replace("$", "")].value)


def _different(what: str, wanted: Counter[object], found: Counter[object]) -> list[str]:
    missing = [f"missing {what}: {one}" for one in (wanted - found).elements()]
    return missing + [f"{what} too much: {one}" for one in (found - wanted).elements()]
