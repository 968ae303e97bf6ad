"""The e-mail draft written and read by the Python in the zip: 3.13 folds otherwise than 3.11."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import docx

from tests.docgen import titles
from tests.windows.desk import Desk
from tests.windows.wine import needs_wine
from xl_macros.file_list import PROGRAM

# Adds what python-docx has a default part for; its own blank document is not in the zip.
_NEW_PARTS = """if True:
    import sys, docx
    document = docx.Document(sys.argv[1])
    document.add_comment(document.add_paragraph("Đã thêm").runs, text="Ý kiến")
    section = document.sections[0]
    section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
    document.settings.odd_and_even_pages_header_footer = True
    document.save(sys.argv[2])
"""


@needs_wine
def test_titles_and_file_names_are_read_back_equal_and_the_drafts_are_those_of_this_python(
    desk: Desk,
) -> None:
    script = desk.wine.drive / "titles.py"
    shutil.copy(Path(titles.__file__), script)
    found = json.loads(desk.wine.run(desk.python, desk.wine.path(script)))
    drafts = b"".join(titles.drafts().values())
    assert found == {"wrong": [], "digest": hashlib.sha256(drafts).hexdigest()}


@needs_wine
def test_python_docx_in_the_zip_opens_a_template_adds_parts_and_saves_it(desk: Desk) -> None:
    template = desk.folder / PROGRAM / "app" / "docgen" / "templates" / "bao_cao.docx"
    saved = desk.wine.drive / "saved.docx"
    paths = (desk.wine.path(template), desk.wine.path(saved))
    desk.wine.run(desk.python, "-c", _NEW_PARTS, *paths)
    document = docx.Document(str(saved))
    assert document.paragraphs[-1].text == "Đã thêm"
    assert [one.text for one in document.comments] == ["Ý kiến"]
    saved.unlink()
