"""The words for a template's findings: hints, names of locations and of syntax, the listing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docgen.findings import Finding
from workbook.domain.listing_vi import counted, listed

FIELD_LIST = "templates/README.md"
SEE_FIELDS = f"Xem danh sách ô điền trong {FIELD_LIST}"
SEE_TAGS = f"Viết lại theo cách viết thẻ trong {FIELD_LIST}"

DID_YOU_MEAN = f"Có phải là “{{near}}” không? {SEE_FIELDS}"
LIES_WITHIN = "Ô này nằm trong danh sách: “{path}”. Đặt thẻ trong vòng lặp của danh sách đó"
LIKE = "Viết theo mẫu {example}"
WRITE_AS = "Viết là {right}"

FILE = "Tệp mẫu"
_SHOWN = 80  # characters of the template's own words that are shown


def shorten(words: str) -> str:
    """Return words for a sentence: on one line, and not too long."""
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


def charts_are(paths: list[str]) -> str:
    """Return the hint that names the fields that a chart can take."""
    if paths:
        return f"Ô biểu đồ của văn bản này: {', '.join(map(in_quotes, paths))}"
    return "Văn bản này không có ô biểu đồ nào; xóa thẻ trong chữ thay thế"


LOOP_ONLY = "Tên “loop” chỉ dùng được trong vòng lặp"
COMMANDS = "Lệnh dùng được: for … in …, endfor, if, elif, else, endif"
KINDS = (
    "Dùng {{ … }} để điền, {% … %} trong đoạn, {%p … %} cho đoạn, {%tr … %} cho dòng bảng, "
    "{%tc … %} cho cột"
)
NO_DASH = "Bỏ dấu “-” hoặc “+” sát dấu mở, đóng thẻ"


def in_quotes(value: str) -> str:
    """Return a value as it stands in a list of choices."""
    return f"“{value}”"


# What a tag may not do, by the name of Jinja's syntax node.
NODES = {
    "Call": "lời gọi hàm",
    "Getitem": "ngoặc vuông",
    "Slice": "ngoặc vuông",
    "Test": "phép thử “is”",
    "CondExpr": "“if … else” trong thẻ điền",
    "List": "danh sách tự viết",
    "Tuple": "nhiều giá trị cách nhau bằng dấu phẩy",
    "Dict": "ngoặc nhọn bên trong",
    "Const": "giá trị viết sẵn",
    "TemplateData": "giá trị viết sẵn",
    "Concat": "phép nối “~”",
    "Compare": "phép so sánh",
    "And": "phép “and”",
    "Or": "phép “or”",
    "Not": "phép “not”",
    "hidden": "tên bắt đầu bằng dấu gạch dưới",
    "reserved": "tên dành riêng",
    "recursive": "vòng lặp đệ quy",
    "filtered": "điều kiện trong thẻ for",
    "flag": "điều chỉ hỏi được sau if",
}
CALCULATION = "phép tính"

# Locations.
PARAGRAPH = "Đoạn"
CELL = "Ô của bảng có dòng đầu {head}"
CELL_WITHOUT_HEAD = "Ô của bảng"
ALT_TEXT = "Chữ thay thế (Alt Text) của biểu đồ"
CHART_TITLE = "Tên của biểu đồ"
PARTS = {
    "header": "Đầu trang",
    "footer": "Chân trang",
    "footnotes": "Chú thích chân trang",
    "endnotes": "Chú thích cuối văn bản",
    "properties": "Thuộc tính của tệp (Tệp, Thông tin)",
}


def in_part(part: str, location: str) -> str:
    """Return a location inside a header, a footer and the like."""
    return f"{PARTS[part]}, {location[0].lower()}{location[1:]}" if part else location


# What is lost with a tag's paragraph, and how it is kept.
PAGE_BREAK = "ngắt trang"
COLUMN_BREAK = "ngắt cột"
SECTION_BREAK = "ngắt phần (Section Break)"
BREAK_BEFORE = "lệnh sang trang mới (Page break before)"
MOVE_BREAK = "Chuyển sang một đoạn riêng, đứng trước hoặc sau đoạn của thẻ"
MOVE_BREAK_BEFORE = (
    "Bỏ chọn Page break before của đoạn này (Paragraph, Line and Page Breaks; hoặc đổi kiểu đoạn)"
    " và chọn cho đoạn chữ cần sang trang"
)


def findings_text(name: str, findings: Sequence[Finding]) -> str:
    """List findings by weight, each with its code, and sum them up."""
    told = counted(findings)
    if any(one.blocks for one in findings):
        summary = f"Mẫu “{name}”: {told}. Cần sửa các lỗi trước khi dùng mẫu."
    elif told:
        summary = f"Mẫu “{name}”: {told}; không có lỗi nào, dùng được."
    else:
        summary = f"Mẫu “{name}”: không có lỗi, dùng được."
    return listed(findings, summary)


def findings_json(findings: Iterable[Finding]) -> dict[str, object]:
    """Return findings as plain data, in their order."""
    return {
        "faults": [
            {
                "code": one.code,
                "severity": one.severity.key,
                "place": one.location,
                "words": one.excerpt,
                "message": one.message,
            }
            for one in findings
        ]
    }
