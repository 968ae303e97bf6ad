"""The wording that all messages on form share: names, places, clauses, measures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from docgen.form_check.document import Paragraph, Run
from docgen.shared.decree import Component, Range

NAMES = {
    Component.MOTTO: "Quốc hiệu",
    Component.SLOGAN: "Tiêu ngữ",
    Component.SUPERIOR: "Tên cơ quan chủ quản",
    Component.ISSUER: "Tên cơ quan ban hành",
    Component.NUMBER: "Số, ký hiệu",
    Component.DATE: "Địa danh, ngày tháng",
    Component.TITLE: "Tên loại văn bản",
    Component.ABSTRACT: "Trích yếu",
    Component.SUBJECT: "Trích yếu công văn (V/v)",
    Component.ADDRESSEE: "Kính gửi",
    Component.LEGAL_BASIS: "Căn cứ ban hành",
    Component.BODY: "Nội dung",
    Component.CHAPTER: "Phần, chương, mục",
    Component.ROMAN: "Tiêu đề mục",
    Component.ARTICLE: "Điều",
    Component.CLAUSE: "Khoản",
    Component.POINT: "Điểm",
    Component.AUTHORITY: "Quyền hạn, chức vụ người ký",
    Component.SIGNER: "Họ tên người ký",
    Component.RECIPIENTS: "Từ “Nơi nhận”",
    Component.RECIPIENT: "Danh sách nơi nhận",
    Component.ANNEX: "Từ “Phụ lục”",
    Component.ANNEX_NAME: "Tên Phụ lục",
    Component.ATTACHED: "Dòng “Kèm theo”",
    Component.PAGE_NUMBER: "Số trang",
}
DOCUMENT = "Văn bản"
LETTER_SIGN = "“<cơ quan>-<đơn vị soạn thảo>”, ví dụ “UBND-VHXH”"
PLAIN_LETTERS = "chữ và số không dấu"
MARKED_LETTERS = "chữ có dấu"
ALL_LETTERS = "mọi chữ"
_EDGES = {"top": "trên", "bottom": "dưới", "left": "trái", "right": "phải"}
_TELLING = 12  # characters of a run that can be found by themselves
_QUOTED = 50  # characters of a text that a place repeats


def clause(key: str) -> str:
    """Write a clause of `decree` out: `Phụ lục I, Phần I, Mục II, khoản 5, điểm b`."""
    part, *rest = key.split(".")
    if part.startswith("D"):
        return f"Điều {part[1:]}, khoản {rest[0]}"
    if part == "PL3":
        return f"Phụ lục III, Mục {rest[0]}"
    if part == "V":
        return f"Phụ lục I, Phần I, Mục V, bảng mẫu chữ, số {''.join(rest)}"
    point = f", điểm {rest[1]}" if len(rest) > 1 else ""
    return f"Phụ lục I, Phần I, Mục {part}, khoản {rest[0]}{point}"


def quote(text: str) -> str:
    """Quote a text in a place, cut after so many characters."""
    line = " ".join(text.split())
    cut = line if len(line) <= _QUOTED else f"{line[:_QUOTED].rstrip()}…"
    return f"“{cut}”"


def places(found: Sequence[str]) -> str:
    """Name the first place and say in how many others the same is found."""
    others = len(found) - 1
    return f"{found[0]} và {others} chỗ khác" if others else found[0]


def passage(paragraph: Paragraph, run: Run) -> str:
    """Name the place of a run: its words, and the table they stand in."""
    text = run.text if len(run.text.strip()) > _TELLING else paragraph.line
    cell = paragraph.cell
    return f"Bảng {cell.table + 1}, {quote(text)}" if cell else f"Đoạn {quote(text)}"


def section(number: int, count: int) -> str:
    """Name a section, or the whole document where it has only one."""
    return DOCUMENT if count == 1 else f"Phần trang thứ {number + 1} (section {number + 1})"


def in_section(what: str, number: int, count: int) -> str:
    """Name something of a section."""
    return what if count == 1 else f"{what}, phần trang thứ {number + 1} (section {number + 1})"


def edges(margins: Mapping[str, float]) -> str:
    """Write margins in mm: `lề trái 25 mm, lề phải 25 mm`."""
    return ", ".join(
        f"lề {_EDGES[edge]} {number(round(size, 1))} mm" for edge, size in margins.items()
    )


def number(value: float) -> str:
    """Write a measure: at most two decimals, with a comma."""
    return f"{round(value, 2):g}".replace(".", ",")


def points(sizes: Range) -> str:
    """Write a range of sizes: `13`, `13 đến 14`."""
    low, high = map(number, sizes)
    return low if low == high else f"{low} đến {high}"


def style(*, bold: bool | None, italic: bool | None) -> str:
    """Write weight and slant: `đứng, đậm`; what is left open is left out."""
    words = {True: "nghiêng", False: "đứng", None: ""}[italic], {
        True: "đậm", False: "không đậm", None: ""}[bold]  # fmt: skip
    return ", ".join(word for word in words if word)
