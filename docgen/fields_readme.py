"""Writes the lists of fields in `templates/README.md`: `python -m docgen.fields_readme`.

A developer's tool; a test holds the committed page and the declarations together. What
stands before the first generated line is written by hand, and stays.
"""

from __future__ import annotations

from docgen.documents import field_trees
from docgen.fields import PATH, Field, Kind
from docgen.template_locations import default_template

PAGE = default_template("README.md")  # for officials
BEGIN = "<!-- Từ đây đến dòng “Hết danh sách ô” do `python -m docgen.fields_readme` viết. -->"
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
    PAGE.write_text(with_lists(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
