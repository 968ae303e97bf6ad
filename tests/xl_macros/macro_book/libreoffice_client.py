"""Drives LibreOffice for the tests: a JSON request a line comes in, a JSON answer goes out.

Run by a Python that has LibreOffice's `uno`, which is not the one of the tests: standard
library only. It ends, and LibreOffice with it, when its input ends.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]

Uno = Any  # objects of LibreOffice, made at run time

LIBRARY = "VBAProject"
_PATIENCE = 120  # seconds for a cold start
_RUN_MACROS = 4  # com.sun.star.document.MacroExecMode.ALWAYS_EXECUTE_NO_WARN
_MODULE, _CLASS = 1, 2  # com.sun.star.script.ModuleType
_HEADS = {_MODULE: "Option VBASupport 1\n", _CLASS: "Option VBASupport 1\nOption ClassModule\n"}
_ENTRY_END, _FIELD_END = "\x1e", "\x1f"


def property_value(name: str, value: object) -> Uno:
    """Return a named argument as UNO takes it."""
    made = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, value
    return made


class Client:
    """One LibreOffice and the workbook that is open in it."""

    def __init__(self, folder: Path) -> None:
        """Start LibreOffice with its profile in a folder."""
        pipe = f"clicks-{folder.name}"
        self._process = subprocess.Popen(
            [
                "soffice", "--headless", "--norestore", "--nologo",
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                f"--accept=pipe,name={pipe};urp;",
            ],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._context = self._connect(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        self._desktop = self._service("com.sun.star.frame.Desktop")
        self._toolkit = self._service("com.sun.star.awt.Toolkit")
        self._book: Uno = None

    def _connect(self, address: str) -> Uno:
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext(
            "com.sun.star.bridge.UnoUrlResolver", local
        )
        deadline = time.monotonic() + _PATIENCE
        while True:
            try:
                return resolver.resolve(address)
            except Exception:
                if self._process.poll() is not None or time.monotonic() > deadline:
                    raise
                time.sleep(0.1)

    def _service(self, name: str) -> Uno:
        return self._context.ServiceManager.createInstanceWithContext(name, self._context)

    def stop(self) -> None:
        """End LibreOffice."""
        self._desktop.terminate()
        self._process.wait(_PATIENCE)

    def open(self, path: str, stand_ins: Mapping[str, str]) -> Mapping[str, object]:
        """Open a workbook, put modules (file name -> text) beside its own, tell what is there."""
        if self._book is not None:
            self._book.close(True)
        # Not hidden: without a view there are no controls to be clicked.
        self._book = self._desktop.loadComponentFromURL(
            Path(path).as_uri(), "_blank", 0, (property_value("MacroExecutionMode", _RUN_MACROS),)
        )
        # In a small window: drawing a whole one takes longer than a click.
        self._book.CurrentController.Frame.ContainerWindow.setPosSize(0, 0, 400, 300, 15)
        library = self._book.BasicLibraries.getByName(LIBRARY)
        for file, text in stand_ins.items():
            kind = _CLASS if file.endswith(".cls") else _MODULE
            info = uno.createUnoStruct("com.sun.star.script.ModuleInfo")
            info.ModuleType = kind
            library.insertModuleInfo(Path(file).stem, info)
            library.insertByName(Path(file).stem, _HEADS[kind] + text)
        return {
            "sheets": [sheet.Name for sheet in self._book.Sheets],
            "buttons": [button for sheet in self._book.Sheets for button in self._buttons(sheet)],
        }

    def replace(self, module: str, old: str, new: str) -> None:
        """Replace a piece of a module's text wherever it stands (LookupError: nowhere)."""
        library = self._book.BasicLibraries.getByName(LIBRARY)
        text = library.getByName(module)
        if old not in text:
            raise LookupError(f"{module} has no {old!r}")
        library.replaceByName(module, text.replace(old, new))

    def _models(self, sheet: Uno) -> list[tuple[Uno, Uno, int]]:
        """Return each control's model with its form and its number there, from left to right."""
        forms = sheet.DrawPage.Forms
        models = {}
        for form in map(forms.getByIndex, range(forms.Count)):
            for number in range(form.Count):
                models[form.getByIndex(number).Name] = (form.getByIndex(number), form, number)
        shapes = map(sheet.DrawPage.getByIndex, range(sheet.DrawPage.Count))
        controls = [shape for shape in shapes if "ControlShape" in shape.ShapeType]
        return [
            models[one.Control.Name] for one in sorted(controls, key=lambda one: one.Position.X)
        ]

    def _buttons(self, sheet: Uno) -> list[Mapping[str, object]]:
        return [
            {
                "sheet": sheet.Name,
                "slot": slot,
                "caption": model.Label,
                "scripts": [one.ScriptCode for one in form.getScriptEvents(number)],
            }
            for slot, (model, form, number) in enumerate(self._models(sheet))
        ]

    def click(self, sheet: str, slot: int, misfortune: str) -> Mapping[str, object]:
        """Click a button as a screen reader does, and return what that did."""
        page = self._book.Sheets.getByName(sheet)
        self._book.CurrentController.setActiveSheet(page)
        control = self._book.CurrentController.getControl(self._models(page)[slot][0])
        self._begin(misfortune)
        control.getAccessibleContext().doAccessibleAction(0)
        return self._ended()

    def run(self, macro: str) -> Mapping[str, object]:
        """Run a macro as the ribbon does, with an object for the control."""
        self._begin("")
        self._call(macro, self._book)
        return self._ended()

    def _begin(self, misfortune: str) -> None:
        self._toolkit.processEventsToIdle()
        self._call("StandIns.Begin", misfortune)

    def _ended(self) -> Mapping[str, object]:
        self._toolkit.processEventsToIdle()
        entries = str(self._call("StandIns.Noted")).split(_ENTRY_END)[:-1]
        return {
            "journal": [entry.split(_FIELD_END) for entry in entries],
            "protected": [sheet.Name for sheet in self._book.Sheets if sheet.isProtected()],
        }

    def _call(self, macro: str, *arguments: object) -> object:
        address = f"vnd.sun.star.script:{LIBRARY}.{macro}?language=Basic&location=document"
        script = self._book.getScriptProvider().getScript(address)
        return script.invoke(arguments, (), ())[0]

    def protect(self, sheet: str, password: str | None) -> None:
        """Protect a sheet with a password, or take its protection away (None)."""
        page = self._book.Sheets.getByName(sheet)
        page.unprotect("")
        if password is not None:
            page.protect(password)


def main() -> None:
    """Answer requests until the input ends."""
    client = Client(Path(sys.argv[1]))
    known: Mapping[str, Callable[..., object]] = {
        "open": client.open, "replace": client.replace, "click": client.click,
        "run": client.run, "protect": client.protect,
    }  # fmt: skip
    try:
        for line in sys.stdin:
            what, arguments = json.loads(line)
            try:
                answer = {"answer": known[what](*arguments)}
            except Exception as error:  # whatever it is, the test shall tell it
                answer = {"error": f"{type(error).__name__}: {error}"}
            print(json.dumps(answer), flush=True)
    finally:
        client.stop()


if __name__ == "__main__":
    main()
