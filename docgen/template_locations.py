"""Where the templates lie: the product's own, or an office's copy beside its sổ.

A folder `mau` in the sổ's folder may hold copies under the templates' own names; such a
copy replaces the product's. A copy under a wrong name or in a wrong format is an error,
never silently passed over.
"""

from __future__ import annotations

from pathlib import Path

from docgen.fields import plain
from workbook.domain.errors import TemplateError

FOLDER = "mau"
_PACKAGE = Path(__file__).parent
_WORD_FILES = (".doc", ".docx", ".docm", ".dot", ".dotx", ".dotm", ".rtf", ".odt")
_LOCK = "~$"  # Word's own file beside a document that is open

_UNREADABLE_FOLDER = (
    "Không đọc được thư mục “{folder}” để tìm mẫu riêng. Hãy kiểm tra ổ đĩa, quyền truy cập rồi"
    " thử lại."
)
_TWO_COPIES = (
    "Có {number} bản của mẫu “{name}”, trong các thư mục {folders} cạnh sổ. Hãy giữ lại một thư"
    " mục tên “mau”."
)
_WRONG_COPY = (
    "Thư mục “{folder}” cạnh sổ có tệp “{found}” nhưng không có “{name}”. Hãy lưu tệp ấy thành"
    " “{name}” nếu là mẫu riêng, hoặc chuyển đi nơi khác."
)


def default_template(name: str) -> Path:
    """Return the path of a template that the product carries (`bao_cao.docx`)."""
    installed = _PACKAGE / "templates"
    return (installed if installed.is_dir() else _PACKAGE.parent / "templates") / name


def template_for(name: str, beside: Path | None) -> Path:
    """Return the template to use: the copy in the folder `mau`, else the product's.

    `beside` is the folder in which the sổ lies, None while the sổ has none. TemplateError: the
    folder cannot be read, or holds a copy under a wrong name.
    """
    copies = [
        copy
        for folder in ([] if beside is None else _listed(beside))
        if plain(folder.name) == FOLDER and folder.is_dir()
        for copy in _listed(folder)
        if not copy.name.startswith(_LOCK)
    ]
    right = [copy for copy in copies if copy.name.lower() == name]
    if len(right) > 1:
        folders = ", ".join(f"“{copy.parent.name}”" for copy in right)
        raise TemplateError(_TWO_COPIES.format(number=len(right), name=name, folders=folders))
    for copy in [] if right else copies:
        if _is_meant(copy, name):
            folder = copy.parent.name
            raise TemplateError(_WRONG_COPY.format(folder=folder, found=copy.name, name=name))
    return right[0] if right else default_template(name)


def _listed(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError as error:
        raise TemplateError(_UNREADABLE_FOLDER.format(folder=folder.name)) from error


def _is_meant(file: Path, name: str) -> bool:
    """Whether a file looks like a copy of this template under another name.

    One under the very name of another template of the product is that one's copy.
    """
    if default_template(file.name.lower()).is_file():
        return False
    given = plain(file.stem.translate(str.maketrans("-()", "_  ")))
    kept = given.removeprefix("ban_sao_cua_").removeprefix("copy_of_")
    return file.suffix.lower() in _WORD_FILES and kept.startswith(Path(name).stem)
