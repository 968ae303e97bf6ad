"""The template of the Báo cáo and the page that explains its fields."""

from __future__ import annotations

import re
from pathlib import Path

from docgen.template_locations import default_template
from tests.docgen import made
from tests.docgen.written import report_context

README = Path(__file__).parent.parent.parent / "templates" / "README.md"


def fields() -> set[str]:
    """All field names of the context, nested ones too."""

    def names(value: object) -> set[str]:
        if isinstance(value, list):
            return set().union(*map(names, value))
        if isinstance(value, dict):
            return set(value).union(*map(names, value.values()))
        return set()

    fault = made.fault()
    return names(dict(report_context(made.assessment(findings=(fault,)), draft=True)))


def test_every_field_is_described_in_the_readme() -> None:
    described = set(re.findall(r"`(\w+)`", README.read_text(encoding="utf-8")))
    assert fields() - described == set()


def test_the_template_and_the_readme_lie_together() -> None:
    assert default_template("bao_cao.docx").parent == README.parent
