from __future__ import annotations

import os
import re
import shutil
import unicodedata
from pathlib import Path

import pytest

from docgen.template_locations import default_template, template_for
from docgen.word.template import load_template
from tests.docgen import templates
from workbook.domain.errors import TemplateError

NAME = "bao_cao.docx"


def copy(folder: Path, name: str = NAME) -> Path:
    folder.mkdir(exist_ok=True)
    return Path(shutil.copy(templates.REPORT, folder / name))


def test_without_a_copy_the_products_own_template_is_used(tmp_path: Path) -> None:
    assert template_for(NAME, tmp_path) == default_template(NAME)
    (tmp_path / "mau").mkdir()
    assert template_for(NAME, tmp_path) == default_template(NAME)
    (tmp_path / "bao_cao.docx").write_bytes(b"")  # a report beside the sổ is no template
    assert template_for(NAME, tmp_path) == default_template(NAME)


def test_a_so_that_has_no_folder_yet_uses_the_products_own() -> None:
    assert template_for(NAME, None) == default_template(NAME)


@pytest.mark.parametrize("folder", ["mau", "Mau", "mẫu", unicodedata.normalize("NFD", "Mẫu")])
@pytest.mark.parametrize("name", [NAME, "Bao_Cao.DOCX"])
def test_a_copy_in_the_folder_takes_the_place_of_the_products(
    tmp_path: Path, folder: str, name: str
) -> None:
    assert template_for(NAME, tmp_path) == default_template(NAME)
    mine = copy(tmp_path / folder, name)
    assert template_for(NAME, tmp_path) == mine


def test_other_templates_and_words_lock_file_do_not_matter(tmp_path: Path) -> None:
    for other in ("ke_hoach.docx", "~$o_cao.docx", "~$bao_cao.docx", "ghi chú.txt", "bao_cao.pdf"):
        copy(tmp_path / "mau", other)
    assert template_for(NAME, tmp_path) == default_template(NAME)


def test_the_copy_of_a_template_whose_name_begins_alike_is_that_ones_own(tmp_path: Path) -> None:
    mine = copy(tmp_path / "mau", "ke_hoach_nam.docx")
    assert template_for("ke_hoach.docx", tmp_path) == default_template("ke_hoach.docx")
    assert template_for("ke_hoach_nam.docx", tmp_path) == mine


@pytest.mark.parametrize(
    "name",
    ["bao_cao.docm", "bao_cao.doc", "bao_cao.dotx", "bao_cao.docx.docx", "bao_cao (1).docx",
     "Bao cao.docx", "Báo cáo.docx", "bao_cao - Copy.docx", "bao-cao.docx", "Copy of bao_cao.docx",
     "Bản sao của bao_cao.docx", "bao_cao_moi.docx"],
)  # fmt: skip
def test_a_copy_under_a_wrong_name_is_an_error_and_never_passed_over(
    tmp_path: Path, name: str
) -> None:
    copy(tmp_path / "mau", name)
    with pytest.raises(TemplateError, match=re.escape(f"“{name}” nhưng không có “{NAME}”")):
        template_for(NAME, tmp_path)
    mine = copy(tmp_path / "mau")
    assert template_for(NAME, tmp_path) == mine


def test_two_folders_with_a_copy_are_an_error(tmp_path: Path) -> None:
    copy(tmp_path / "mau")
    copy(tmp_path / "mẫu")
    with pytest.raises(TemplateError, match="Có 2 bản của mẫu"):
        template_for(NAME, tmp_path)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("folder", "Không đọc được"),
        ("empty", "không phải là tệp Word"),
        ("link to nowhere", "Không tìm thấy"),
    ],
)
def test_a_copy_that_cannot_be_read_is_an_error_and_never_the_default(
    tmp_path: Path, kind: str, words: str
) -> None:
    mine = tmp_path / "mau" / NAME
    mine.parent.mkdir()
    if kind == "folder":
        mine.mkdir()
    elif kind == "empty":
        mine.write_bytes(b"")
    else:
        mine.symlink_to(tmp_path / "nowhere")
    assert template_for(NAME, tmp_path) == mine
    with pytest.raises(TemplateError, match=words):
        load_template(template_for(NAME, tmp_path))


def test_a_folder_that_cannot_be_listed_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(TemplateError, match="Không đọc được thư mục “mat”"):
        template_for(NAME, tmp_path / "mat")
    copy(tmp_path / "mau")

    def refuse(path: Path) -> None:
        raise PermissionError(path)

    monkeypatch.setattr(os, "scandir", refuse)
    monkeypatch.setattr(os, "listdir", refuse)
    with pytest.raises(TemplateError, match="Không đọc được thư mục"):
        template_for(NAME, tmp_path)
