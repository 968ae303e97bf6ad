"""Writes the lists of fields in `templates/README.md`: `python -m docgen.fields_readme`.

A developer's tool; a test holds the committed page and the declarations together. What
stands before the first generated line is written by hand, and stays.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from docgen.documents import field_trees
from docgen.fields import PATH, Field, FieldTree, Kind
from docgen.template_locations import default_template

BEGIN = "<!-- Từ đây đến dòng “Hết danh sách ô” do `python -m docgen.fields_readme` viết. -->"
END = "<!-- Hết danh sách ô -->"
_HEAD = "| Ô | Nội dung | Ví dụ |\n|---|---|---|"
_KINDS = {Kind.TEXTS: "danh sách: ", Kind.ROWS: "danh sách: ", Kind.CHART: "biểu đồ: "}


def page() -> Path:
    """Return the path of the page for officials."""
    return default_template("README.md")


def with_lists(text: str) -> str:
    """Return the page with its generated part written anew."""
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    lists = "\n\n".join(_document(name, tree) for name, tree in field_trees().items())
    return f"{before}{BEGIN}\n\n{lists}\n\n{END}{after}"


def _document(name: str, tree: FieldTree) -> str:
    head = f"## `{name}` ({tree.title}): các ô điền"
    return "\n\n".join([head, *(_section(title, fields) for title, fields in tree.sections)])


def _section(title: str, fields: tuple[Field, ...]) -> str:
    return "\n".join(
        [f"{title}\n\n{_HEAD}", *(line for field in fields for line in _lines(field, ""))]
    )


def _lines(field: Field, before: str) -> Iterator[str]:
    name = f"{before}`{field.name}`"
    example = f"“{field.example}”" if field.example else ""
    choices = ", ".join(f"`{choice}`" for choice in field.choices)
    meaning = f"{_KINDS.get(field.kind, '')}{field.meaning}"
    if choices:
        meaning += f"; chỉ nhận {choices}"
    yield f"| {name} | {meaning} | {example} |"
    for child in field.fields:
        yield from _lines(child, f"{name}{PATH}")


if __name__ == "__main__":
    page().write_text(with_lists(page().read_text(encoding="utf-8")), encoding="utf-8")
