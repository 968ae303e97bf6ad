"""Draws the product's templates, and writes the page of their fields: for developers.

`python -m docgen.product_templates` writes `templates` anew; tests hold the committed files, the
rooms and the declarations together. What stands on the page before the first generated line is
written by hand, and stays.
"""

from __future__ import annotations

from docgen.documents import field_trees
from docgen.fields import PATH, Field, Kind
from docgen.letters.template import EXPLANATION, REMINDER
from docgen.plan.template import TEMPLATE as PLAN
from docgen.report.template import TEMPLATE as REPORT
from docgen.review.template import TEMPLATE as REVIEW
from docgen.template_locations import default_template
from docgen.unit_report.template import TEMPLATE as UNIT_REPORT
from docgen.year_plan.template import TEMPLATE as YEAR_PLAN

TEMPLATES = (REPORT, UNIT_REPORT, REVIEW, PLAN, YEAR_PLAN, REMINDER, EXPLANATION)
PAGE = default_template("README.md")  # for officials
BEGIN = "<!-- Từ đây đến dòng “Hết danh sách ô” do `python -m docgen.product_templates` viết. -->"
END = "<!-- Hết danh sách ô -->"
_HEAD = "| Ô | Nội dung | Ví dụ |\n|---|---|---|"
_KINDS = {Kind.TEXTS: "danh sách: ", Kind.ROWS: "danh sách: ", Kind.CHART: "biểu đồ: "}


def with_lists(text: str) -> str:
    """Return the page with its generated part written anew."""
    before, _, rest = text.partition(BEGIN)
    parts = [BEGIN]
    for name, tree in field_trees().items():
        parts.append(f"## `{name}` ({tree.title}): các ô điền")
        for title, fields in tree.sections:
            lines = (_line(*found) for found in Field("", Kind.GROUP, fields=fields).paths())
            parts.append("\n".join([f"{title}\n\n{_HEAD}", *lines]))
    return before + "\n\n".join([*parts, END]) + rest.partition(END)[2]


def _line(path: str, field: Field) -> str:
    name = PATH.join(f"`{part}`" for part in path.split(PATH))
    example = f"“{field.example}”" if field.example else ""
    choices = ", ".join(f"`{choice}`" for choice in field.choices)
    meaning = f"{_KINDS.get(field.kind, '')}{field.meaning}"
    meaning += f"; chỉ nhận {choices}" if choices else ""
    return f"| {name} | {meaning} | {example} |"


if __name__ == "__main__":
    for template in TEMPLATES:
        default_template(template.name).write_bytes(template.draw())
    PAGE.write_text(with_lists(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
