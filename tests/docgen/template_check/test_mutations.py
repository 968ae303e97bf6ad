"""Whatever has become of a template's elements and parts, the check has an answer."""

from __future__ import annotations

import contextlib
import io
import random
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from docgen.documents import field_tree
from docgen.template_check.checking import Inspection, check_template
from docgen.template_check.package import Package
from docgen.template_locations import default_template
from tests.docgen.template_check.samples import FIELDS, with_body
from tests.docgen.word_saves import saved_by_word
from workbook.domain.errors import TemplateError
from workbook.packages import pack

TEMPLATE = default_template("bao_cao.docx")
with zipfile.ZipFile(io.BytesIO(saved_by_word(TEMPLATE.read_bytes()))) as _archive:
    PARTS = {name: _archive.read(name) for name in _archive.namelist()}


def changed(xml: bytes, chance: random.Random) -> bytes:
    """Take out, move, copy, rename or empty some elements of a part."""
    root = etree.fromstring(xml)
    for _ in range(chance.randint(1, 6)):
        elements = [one for one in root.iter("*") if one is not root]
        if not elements:
            break
        element, other = chance.choice(elements), chance.choice([root, *elements])
        parent = element.getparent()
        assert parent is not None
        action = chance.choice(("take out", "move", "rename", "empty", "lose attributes"))
        if action == "take out":
            parent.remove(element)
        elif action == "move" and other not in element.iter("*"):
            other.append(element)
        elif action == "rename":
            element.tag = other.tag
        elif action == "empty":
            element.text = None
            element[:] = []
        else:
            element.attrib.clear()
    return etree.tostring(root)


def answered(parts: dict[str, bytes]) -> None:
    """Check a package; what passes, python-docx can open and save."""
    with contextlib.suppress(TemplateError):
        package = Package("mau.docx", pack(parts))
        if not any(one.blocks for one in Inspection(package, field_tree("bao_cao.docx")).findings):
            document = docx.Document(io.BytesIO(package.kept()))
            assert document.core_properties.title is not None
            document.save(io.BytesIO())


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32))
def test_a_template_that_was_cut_about_is_answered(seed: int) -> None:
    chance = random.Random(seed)
    parts = dict(PARTS)
    for name in chance.sample(sorted(PARTS), chance.randint(1, 3)):
        if name not in parts:
            continue
        if name.endswith((".xml", ".rels")) and chance.random() < 0.8:
            parts[name] = changed(parts[name], chance)
        elif chance.random() < 0.5:
            del parts[name]
        else:
            parts[name] = parts.pop(chance.choice(sorted(parts)))
    answered(parts)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32))
def test_elements_of_a_document_in_any_places_are_answered(seed: int) -> None:
    parts = dict(PARTS)
    parts["word/document.xml"] = changed(parts["word/document.xml"], random.Random(seed))
    answered(parts)


CELL = "<w:tc><w:p><w:r><w:t>{{ y }}</w:t></w:r></w:p></w:tc>"


@pytest.mark.parametrize(
    "body",
    [
        CELL,
        f"<w:tr>{CELL}</w:tr>",
        f"<w:tc>{CELL}</w:tc>",
        CELL.replace("{{ y }}", "{%tr if x %}") + CELL.replace("{{ y }}", "{%tc if x %}"),
        "<w:r><w:t>{{ y }}</w:t></w:r>",
        "<w:p><w:p><w:r><w:t>{{ y }}</w:t></w:r></w:p></w:p>",
        "<w:p><w:t>{%p if x %}</w:t></w:p>",
    ],
)
def test_a_tag_in_a_place_that_no_word_file_has_is_a_finding(tmp_path: Path, body: str) -> None:
    found = check_template(with_body(tmp_path, body), FIELDS)
    assert any(one.blocks for one in found)
