"""What the faults of a template are said with: hints, names of places and of syntax."""

from __future__ import annotations

FIELD_LIST = "templates/README.md"
SEE_FIELDS = f"Xem danh sách ô điền trong {FIELD_LIST}"
SEE_TAGS = f"Viết lại theo cách viết thẻ trong {FIELD_LIST}"

FILE = "Tệp mẫu"
_SHOWN = 80  # characters of the template's own words that are shown


def shorten(words: str) -> str:
    """Return words for a sentence: on one line, and not too long."""
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


def did_you_mean(near: str) -> str:
    """Return the hint that names what was most likely meant."""
    return f"Có phải là “{near}” không? {SEE_FIELDS}"


def lies_within(path: str) -> str:
    """Return the hint for a field that is only there inside a loop."""
    return f"Ô này nằm trong danh sách: “{path}”. Đặt thẻ trong vòng lặp của danh sách đó"


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


def like(example: str) -> str:
    """Return the hint that shows how such a tag is written."""
    return f"Viết theo mẫu {example}"


def write_as(right: str) -> str:
    """Return the hint that shows the right spelling."""
    return f"Viết là {right}"


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

# Where a tag stands.
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


def in_part(part: str, place: str) -> str:
    """Return a place inside a header, a footer and the like."""
    return f"{PARTS[part]}, {place[0].lower()}{place[1:]}" if part else place
