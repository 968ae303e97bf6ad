"""The words for a template's findings: hints, names of locations and of syntax, the listing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docgen.findings import Finding
from workbook.domain.listing_vi import counted, listed

FIELD_LIST = "templates/README.md"
SEE_FIELDS = f"Xem danh sách ô điền trong {FIELD_LIST}"
SEE_TAGS = f"Viết lại theo cách viết thẻ trong {FIELD_LIST}"
LIES_WITHIN = "Ô này nằm trong danh sách: “{path}”. Đặt thẻ trong vòng lặp của danh sách đó"
LIKE = "Viết theo mẫu {example}"
WRITE_AS = "Viết là {right}"
CHARTS = "Ô biểu đồ của văn bản này: {charts}"
NO_CHARTS = "Văn bản này không có ô biểu đồ nào; xóa thẻ trong chữ thay thế"
LOOP_ONLY = "Tên “loop” chỉ dùng được trong vòng lặp"
COMMANDS = "Lệnh dùng được: for … in …, endfor, if, elif, else, endif"
KINDS = (
    "Dùng {{ … }} để điền, {% … %} trong đoạn, {%p … %} cho đoạn, {%tr … %} cho dòng bảng, "
    "{%tc … %} cho cột"
)
NO_DASH = "Bỏ dấu “-” hoặc “+” sát dấu mở, đóng thẻ"

# What a tag may not do, by the name of Jinja's syntax node; and what no node tells.
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
}
CALCULATION = "phép tính"
HIDDEN = "tên bắt đầu bằng dấu gạch dưới"
RESERVED = "tên dành riêng"
RECURSIVE = "vòng lặp đệ quy"
FILTERED = "điều kiện trong thẻ for"
FLAG = "điều chỉ hỏi được sau if"

# Locations.
FILE = "Tệp mẫu"
PARAGRAPH = "Đoạn"
CELL = "Ô của bảng có dòng đầu “{head}”"
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


def did_you_mean(near: str, otherwise: str) -> str:
    """Return the hint that names what was most likely meant, the other one for ""."""
    return f"Có phải là “{near}” không? {SEE_FIELDS}" if near else otherwise


def quoted(values: Iterable[str]) -> str:
    """Return values as a list of choices."""
    return ", ".join(f"“{value}”" for value in values)


def shorten(words: str, most: int = 80) -> str:
    """Return words for a sentence: on one line, and not too long."""
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[:most]}…"


def in_part(part: str, location: str) -> str:
    """Return a location inside a header, a footer and the like."""
    return f"{PARTS[part]}, {location[0].lower()}{location[1:]}" if part else location


def findings_text(name: str, findings: Sequence[Finding]) -> str:
    """List findings by weight, each with its code, and sum them up."""
    told = counted(findings)
    if any(finding.blocks for finding in findings):
        summary = f"{told}. Cần sửa các lỗi trước khi dùng mẫu."
    else:
        summary = f"{told}; không có lỗi nào, dùng được." if told else "không có lỗi, dùng được."
    return listed(findings, f"Mẫu “{name}”: {summary}")


def findings_json(findings: Iterable[Finding]) -> dict[str, object]:
    """Return findings as plain data, in their order."""
    return {
        "faults": [
            {
                "code": finding.code,
                "severity": finding.severity.key,
                "place": finding.location,
                "words": finding.excerpt,
                "message": finding.message,
            }
            for finding in findings
        ]
    }
