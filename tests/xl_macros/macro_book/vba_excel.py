"""A click on a button without Excel: the file's own VBA, interpreted up to the call of Python.

The interpreter and its workbook come from pyOpenVBA; what the VBA asks Windows for through
COM is answered by a `Computer`, which also records it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyopenvba.apps.excel import ExcelApplication
from pyopenvba.apps.excel._bridge import ExcelBridge
from pyopenvba.interpreter import Interpreter, ModuleRuntime, VBAObject, parse_module

from tests.xl_macros.macro_book.computer import Computer
from tests.xl_macros.macro_book.package import Package

OFFICE = r"C:\Program Files\Microsoft Office\root\Office16"
WINDOW = 4242

# To VBA the text "False" is a truth value, to the interpreter a number gone wrong.
_MENDED = ('GetConfig("SHOW CONSOLE", False) = True', 'CBool(GetConfig("SHOW CONSOLE", False))')


@dataclass(frozen=True)
class Place:
    """Where the workbook lies on the computer; `folder` is "" for one never saved."""

    name: str
    folder: str
    read_only: bool = False

    @property
    def full_name(self) -> str:
        """The path, as Excel gives it."""
        return "\\".join(filter(None, [self.folder.rstrip("\\"), self.name]))


class OpenedFile:
    """A macro workbook, loaded once for many clicks."""

    def __init__(self, content: bytes) -> None:
        self.modules = [
            parse_module(source.replace(*_MENDED), name=name)
            for name, source in Package(content).standard_modules.items()
        ]
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "so.xlsm"
            path.write_bytes(content)
            # Its own way of loading the VBA would swallow what does not compile.
            self.excel = ExcelApplication.open(path, with_vba=False)
        self.protections = self.protections_now()

    def protections_now(self) -> dict[str, Any]:
        """Return what protects each sheet at this moment, None where nothing does."""
        return {sheet.name: sheet.protection for sheet in self.excel.workbook.sheets_}

    def renewed(self) -> OpenedFile:
        """Protect all sheets as in the file again."""
        for sheet in self.excel.workbook.sheets_:
            sheet.protection = self.protections[sheet.name]
        return self

    def sheet(self, name: str) -> Any:  # noqa: ANN401 # the library has no types
        """Return a sheet as the VBA has it."""
        return self.excel.sheet(name).sheet


class VbaExcel:
    """An Excel in which the workbook was just opened."""

    def __init__(self, opened: OpenedFile, computer: Computer, place: Place) -> None:
        self.opened, self.computer = opened.renewed(), computer
        excel = opened.excel
        self._application = _Overlaid(
            excel.application, {"hwnd": WINDOW, "path": OFFICE, "pathseparator": "\\"}
        )
        self._book = _Overlaid(
            excel.workbook,
            {
                "name": place.name,
                "path": place.folder,
                "fullname": place.full_name,
                "readonly": place.read_only,
            },
        )
        self.interpreter = Interpreter(self._host())
        excel.application.interpreter = self.interpreter
        for module in opened.modules:
            self.interpreter.modules[module.name.lower()] = ModuleRuntime(module, self.interpreter)

    def _host(self) -> Any:  # noqa: ANN401 # the library has no types
        host = ExcelBridge(self.opened.excel.application)
        others = host.global_object
        ours = {"application": self._application, "thisworkbook": self._book}
        host.global_object = lambda name: ours[name] if name in ours else others(name)
        host.create = lambda kind: _Com(self.computer.create(kind))
        return host

    def click(self, macro: str, *arguments: object) -> None:
        """Run a sub as a click does; an error that the VBA leaves is raised."""
        self.interpreter.run(macro, arguments)

    @property
    def message_boxes(self) -> list[str]:
        """What VBA's own MsgBox showed: it knows one code page, so there must be none."""
        return [text for _, text, _, _ in self.interpreter.dialogs]


class _Overlaid(VBAObject):  # type: ignore[misc] # the library has no types
    """An object of the library with some members as the test wants them."""

    def __init__(self, inner: Any, members: Mapping[str, object]) -> None:  # noqa: ANN401
        self.inner, self.members, self.vba_type_name = inner, members, inner.vba_type_name

    def vba_member(self, name: str) -> object:
        return self.inner.vba_member(name)

    def vba_get(
        self, name: str, args: Sequence[object] = (), named: dict[str, object] | None = None
    ) -> object:
        if name.lower() in self.members:
            return self.members[name.lower()]
        return self.inner.vba_get(name, args, named)

    def vba_set(
        self,
        name: str,
        value: object,
        args: Sequence[object] = (),
        named: dict[str, object] | None = None,
        *,
        by_ref: bool = False,
    ) -> None:
        self.inner.vba_set(name, value, args, named, by_ref=by_ref)


class _Com(VBAObject):  # type: ignore[misc] # as above
    """A plain Python object as VBA sees a COM object: names in any case, methods called."""

    def __init__(self, inner: object) -> None:
        self.inner = inner

    def vba_get(
        self, name: str, args: Sequence[object] = (), named: dict[str, object] | None = None
    ) -> object:
        found = getattr(self.inner, name.lower())(*args, **(named or {}))
        return found if isinstance(found, str | bool | int) else _Com(found)

    def vba_set(
        self,
        name: str,
        value: object,
        args: Sequence[object] = (),
        named: dict[str, object] | None = None,
        *,
        by_ref: bool = False,
    ) -> None:
        getattr(self.inner, f"set_{name.lower()}")(*args, value)
