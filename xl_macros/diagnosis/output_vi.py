"""The records for people and machines: plain text, JSON, and a page to be sent for help.

The page is one HTML file without anything from elsewhere: it opens by a double-click,
keeps Vietnamese letters in any mail, and can be printed.
"""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime

from xl_macros.diagnosis.records import Record, State

PAGE_NAME = "Kiem_tra_may.html"
TITLE = "KIỂM TRA MÁY – SỔ CHỈ TIÊU"
CHOOSE_WORKBOOK = "Chọn sổ chỉ tiêu (bấm Hủy nếu chỉ kiểm tra máy)"
_PRIVATE = (
    "Trang này không có số liệu của sổ, không có tên người dùng và tên máy; có thể gửi cho người hỗ"
    " trợ kỹ thuật."
)
_COLUMNS = ("Kết quả", "Nội dung kiểm tra", "Tìm thấy", "Việc cần làm")
_FIRST_FEW = 3
_COLOURS = {
    State.FAULT: ("#F8D7DA", "#842029"),
    State.WARNING: ("#FFF3CD", "#664D03"),
    State.UNKNOWN: ("#E2E3E5", "#41464B"),
    State.OK: ("#D1E7DD", "#0F5132"),
    State.NOT_APPLICABLE: ("#FFFFFF", "#41464B"),
}
_STYLE = (
    "body{font:16px/1.45 'Times New Roman',serif;margin:2em;color:#111}"
    "h1{font-size:22px;color:#1F3864}table{border-collapse:collapse;width:100%}"
    "th{background:#1F3864;color:#fff}th,td{border:1px solid #bbb;padding:6px 9px;text-align:left;"
    "vertical-align:top}td:first-child{font-weight:bold;white-space:nowrap}"
    "td{overflow-wrap:anywhere}@media print{body{margin:0;font-size:12px}}"
)


def summary(records: Sequence[Record]) -> str:
    """Say in one sentence whether the machine is fit."""
    counts = Counter(record.state for record in records)
    told = [
        f"{counts[state]} {state.label.lower()}"
        for state in (State.FAULT, State.WARNING, State.UNKNOWN)
        if counts[state]
    ]
    if not told:
        return "Đã kiểm tra máy: không có điểm nào cần lưu ý."
    return f"Đã kiểm tra máy: {', '.join(told)}."


def records_text(records: Sequence[Record]) -> str:
    """List the records, the most serious first, and sum them up."""
    lines = [line for record in _joined(by_weight(records)) for line in _lines(record)]
    return "\n".join([*lines, "", summary(records)])


def _joined(records: Sequence[Record]) -> Iterator[Record]:
    """Yield the records, those that do not apply for one reason as one."""
    titles: dict[str, list[str]] = {}
    for record in records:
        if record.state is State.NOT_APPLICABLE:
            titles.setdefault(record.found, []).append(record.title)
        else:
            yield record
    for found, names in titles.items():
        yield Record("", ", ".join(names), State.NOT_APPLICABLE, found)


def _lines(record: Record) -> Iterator[str]:
    yield f"{record.state.symbol} {record.title}: {record.found}"
    if record.advice:
        yield f"    → {record.advice}"


def message(records: Sequence[Record]) -> str:
    """Return the summary with the first things to do, for a message box."""
    to_do = [one for one in by_weight(records) if one.state in (State.FAULT, State.WARNING)]
    lines = [line for record in to_do[:_FIRST_FEW] for line in _lines(record)]
    if left := len(to_do) - _FIRST_FEW:
        lines += [f"… và {left} điểm khác."] * (left > 0)
    return "\n".join([summary(records), *[""] * bool(lines), *lines])


def by_weight(records: Sequence[Record]) -> list[Record]:
    """Return the records, the most serious first."""
    order = list(State)
    return sorted(records, key=lambda record: order.index(record.state))


def records_json(records: Sequence[Record]) -> dict[str, object]:
    """Return the records as plain data, in their fixed order."""
    return {
        "checks": [
            {
                "check": record.check,
                "state": record.state.key,
                "found": record.found,
                "advice": record.advice or None,
            }
            for record in records
        ]
    }


def page(records: Sequence[Record], now: datetime) -> bytes:
    """Return the page as a file's content."""
    rows = "\n".join(map(_row, by_weight(records)))
    head = "".join(f"<th>{name}</th>" for name in _COLUMNS)
    return f"""<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>{TITLE}</title><style>{_STYLE}</style></head>
<body><h1>{TITLE}</h1>
<p>{now:%H:%M, ngày %d/%m/%Y}. {html.escape(summary(records))}</p>
<table><thead><tr>{head}</tr></thead><tbody>
{rows}
</tbody></table>
<p>{_PRIVATE}</p></body></html>
""".encode()


def _row(record: Record) -> str:
    fill, ink = _COLOURS[record.state]
    cells = (f"{record.state.symbol} {record.state.label}", record.title, record.found)
    first, *others = map(html.escape, (*cells, record.advice))
    told = "".join(f"<td>{text}</td>" for text in others)
    return f'<tr><td style="background:{fill};color:{ink}">{first}</td>{told}</tr>'
