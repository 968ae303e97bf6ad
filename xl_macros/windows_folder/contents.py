"""What lies beside `python` in the folder for Windows: what officials open and read."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import distribution
from pathlib import Path

from workbook.domain.guide import GUIDE_NAME
from workbook.plans import default_plan
from xl_macros import actions
from xl_macros.file_list import ListedFile, write_list
from xl_macros.guide_document import make_guide
from xl_macros.new_workbook import register_from_files
from xl_macros.windows_folder.assembly import LICENCES, OUR_LICENCE, Content, Files, templates

TEMPLATES = "mau_goc"  # a name that is not taken for the folder of an office's own copies

_FILES = Path(__file__).parent / "files"
_BASE = "khung.docx"  # what templates and the guide are drawn from; no template itself
_LICENCES_ELSEWHERE = {"LGPL-2.1.txt": "LGPL-2.1-or-later"}


def workbook_name(year: int) -> str:
    """Return the name of the blank sổ with buttons."""
    return f"So_chi_tieu_{year}.xlsm"


def unit_workbook_name(year: int) -> str:
    """Return the name of the one without macros, which units get by e-mail."""
    return f"So_chi_tieu_{year}_gui_don_vi.xlsx"


def workbooks(year: int) -> dict[str, Content]:
    """Return the blank sổ of a year, with buttons and without."""
    judged = actions.judge(register_from_files(default_plan(), year, None, None))
    return {
        workbook_name(year): Content(actions.make_workbook(judged, buttons=True)),
        unit_workbook_name(year): Content(actions.make_workbook(judged)),
    }


def others(year: int) -> dict[str, Content]:
    """Return the scripts, the guide, the templates and the licences."""
    facts = {"so": workbook_name(year)}
    files = dict(_written(facts))
    files[GUIDE_NAME] = Content(make_guide())
    files |= {f"{TEMPLATES}/{name}": content for name, content in templates() if name != _BASE}
    licence = distribution("so-chi-tieu").read_text("licenses/LICENSE") or ""
    files[f"{LICENCES}/SoChiTieu/LICENSE"] = Content(licence.encode())
    return files


def _written(facts: dict[str, str]) -> Iterator[tuple[str, Content]]:
    for path in sorted(_FILES.rglob("*")):
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            data = script(text) if path.suffix == ".bat" else note(text.format(**facts))
            licence = _LICENCES_ELSEWHERE.get(path.name, OUR_LICENCE)
            yield path.relative_to(_FILES).as_posix(), Content(data, licence)


def script(text: str) -> bytes:
    """Return a .bat as cmd.exe takes it: one code page for all machines, CRLF.

    Raises:
        UnicodeEncodeError: it holds a letter that is not ASCII.
    """
    return text.replace("\n", "\r\n").encode("ascii")


def note(text: str) -> bytes:
    """Return a text that any Notepad shows rightly."""
    return text.replace("\n", "\r\n").encode("utf-8-sig")


def listing(files: Files) -> Content:
    """Return DanhSachTep.csv of these files."""
    listed = (
        ListedFile(name, sha256(content.data).hexdigest(), content.licence)
        for name, content in files.items()
    )
    return Content(write_list(listed).encode("utf-8-sig"))
