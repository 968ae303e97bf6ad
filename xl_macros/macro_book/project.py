"""The VBA project (vbaProject.bin), made from text.

Only sources go in, as [MS-OVBA] 2.3.4.1 asks of writers that compile nothing: Office
compiles them at the first opening.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from pyopenvba import ExcelFile
from xlsxwriter import Workbook

BOOK_CODE_NAME = "ThisWorkbook"
_LINE_END = "\r\n"  # as Office itself ends the lines of a module
# The stream VBA/_VBA_PROJECT of a project without compiled code.
_SOURCE_ONLY = bytes.fromhex("CC61FFFF000000")


def vba_project(modules: Mapping[str, str], code_names: Sequence[str]) -> bytes:
    """Make the project of a workbook whose sheets have these code names.

    Args:
        modules: Sources of the standard modules by name; ASCII.
        code_names: Of the sheets, in the order of their tabs.

    Raises:
        ValueError: A source or a name is not ASCII.
    """
    for text in (*modules.values(), *code_names):
        if not text.isascii():
            raise ValueError("VBA has one code page: its text must be ASCII")
    with tempfile.TemporaryDirectory() as folder:
        stub = Path(folder) / "stub.xlsm"
        _write_stub(stub, code_names)
        with ExcelFile(stub) as file:
            project = file.add_vba_project()
            for name, source in modules.items():
                project.add_module(name, source.replace("\n", _LINE_END))
            file.save()
        with ExcelFile(stub) as file:
            return _without_compiled_code(file)


def _write_stub(path: Path, code_names: Sequence[str]) -> None:
    """Write a workbook with the same code names: the project's documents come from them."""
    with Workbook(path) as book:
        book.set_vba_name(BOOK_CODE_NAME)
        for name in code_names:
            book.add_worksheet().set_vba_name(name)


def _without_compiled_code(file: ExcelFile) -> bytes:
    for module in file.vba_project().modules:
        module.dirty = True
    # Inner parts of the library: it is pinned, and a test reads back what comes out.
    container = file._get_cfb()
    file._apply_project(container, file.vba_project(), mutating=True)
    container.write_stream_in_storage("VBA", "_VBA_PROJECT", _SOURCE_ONLY)
    return bytes(container.to_bytes())
