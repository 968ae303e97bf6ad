"""Our own bugs: the details go into a UTF-8 log, the official gets a sentence."""

from __future__ import annotations

import tempfile

_ASK = "Chương trình gặp lỗi ngoài dự kiến; số liệu đã nhập trong sổ không bị thay đổi."


def unexpected(details: str) -> str:
    """Keep the details of a bug in a new log file and return what to tell the official."""
    log = keep_log(details)
    if not log:
        return f"{_ASK} Đề nghị khởi động lại máy rồi thử lại; nếu vẫn vậy, báo người hỗ trợ."
    return f"{_ASK} Đề nghị gửi tệp nhật ký {log} cho người hỗ trợ kỹ thuật."


def keep_log(details: str) -> str:
    """Write the details into a new log file; return its path, "" where none can be written."""
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", prefix="so-chi-tieu-", suffix=".log", delete=False
        ) as log:
            log.write(details)
    except OSError:  # a full disk must not turn the message into a second fault
        return ""
    return log.name
