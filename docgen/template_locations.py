"""Where the templates lie: the product's own, or an office's copy beside its sổ.

A folder `mau` in the sổ's folder may hold copies under the templates' own names; such a
copy replaces the product's. A copy under a wrong name or in a wrong format is an error,
never silently passed over.
"""

from __future__ import annotations

from pathlib import Path

from docgen.fields import plain
from docgen.word import messages_vi
from workbook.domain.errors import TemplateError

FOLDER = "mau"
_PACKAGE = Path(__file__).parent
_WORD_FILES = (".doc", ".docx", ".docm", ".dot", ".dotx", ".dotm", ".rtf", ".odt")
_LOCK = "~$"  # Word's own file beside a document that is open


def default_template(name: str) -> Path:
    """Return the path of a template that the product carries (`bao_cao.docx`)."""
    installed = _PACKAGE / "templates"
    return (installed if installed.is_dir() else _PACKAGE.parent / "templates") / name


def template_for(name: str, beside: Path | None) -> Path:
    """Return the template to use: the copy in the folder `mau`, else the product's.

    Args:
        name: the template's file name (`bao_cao.docx`).
        beside: the folder in which the sổ lies; None while the sổ has none.

    Raises:
        TemplateError: the folder cannot be read, or holds a copy under a wrong name.
    """
    if beside is None:
        return default_template(name)
    copies = [one for folder in _folders(beside) for one in _files(folder)]
    right = [one for one in copies if one.name.lower() == name]
    if len(right) > 1:
        raise TemplateError(messages_vi.two_copies(name, [one.parent.name for one in right]))
    if right:
        return right[0]
    wrong = next((one for one in copies if _is_meant(one, name)), None)
    if wrong is not None:
        raise TemplateError(messages_vi.wrong_copy(name, wrong.name, wrong.parent.name))
    return default_template(name)


def _folders(beside: Path) -> list[Path]:
    """Return the folders called `mau`, with or without diacritics and capitals."""
    return [one for one in _listed(beside) if plain(one.name) == FOLDER and one.is_dir()]


def _files(folder: Path) -> list[Path]:
    return [one for one in _listed(folder) if not one.name.startswith(_LOCK)]


def _listed(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError as fault:
        raise TemplateError(messages_vi.unreadable_folder(folder.name)) from fault


def _is_meant(file: Path, name: str) -> bool:
    """Whether a file looks like a copy of this template under another name.

    One under the very name of another template of the product is that one's copy.
    """
    if default_template(file.name.lower()).is_file():
        return False
    wanted = Path(name).stem
    given = plain(file.stem.replace("-", "_").replace("(", " ").replace(")", " "))
    kept = given.removeprefix("ban_sao_cua_").removeprefix("copy_of_").removesuffix(".docx")
    return file.suffix.lower() in _WORD_FILES and kept.split(".")[0].startswith(wanted)
