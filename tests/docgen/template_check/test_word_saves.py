"""A template lives through Word: what Word adds is no fault, and what is lost is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.documents import field_trees
from docgen.template_check.checking import check_template
from docgen.template_check.package import Package
from docgen.template_locations import default_template
from tests.docgen.word_saves import saved_by_word


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("name", field_trees())
def test_a_template_that_word_has_saved_is_as_good_as_before(
    tmp_path: Path, name: str, seed: int
) -> None:
    before = check_template(default_template(name), field_trees()[name])
    path = tmp_path / name
    path.write_bytes(saved_by_word(default_template(name).read_bytes(), seed))
    assert check_template(path, field_trees()[name]) == before


@pytest.mark.parametrize("name", field_trees())
def test_what_no_document_gets_is_told_apart_by_what_leads_there(name: str) -> None:
    content = default_template(name).read_bytes()
    assert Package(name, content).left_out == set()
    added = Package(name, saved_by_word(content)).left_out
    assert {"docProps/app.xml", "docMetadata/LabelInfo.xml", "customXml/itemProps1.xml"} <= added
    assert "docProps/core.xml" not in added
    assert "word/webSettings.xml" not in added
