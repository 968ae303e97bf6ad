"""Made-up titles of documents, sent and read back; run by the Python for Windows too.

Needs the standard library and docgen alone. As a program it prints, as JSON, the titles that
were not read back and a digest of all drafts.
"""

from __future__ import annotations

import email
import hashlib
import json
import random
from email.policy import default

from docgen.email import MailedDocument, cleaned, email_draft
from workbook.domain.settings import Interim, Settings

COUNT = 300
NAMES = ("報告", "Báo cáo Đợt 1", "Kế hoạch “năm 2027” – sửa lần 3, bản cuối cùng gửi các đơn vị",
         "📄", "\u0301", "a" * 120, "ế" * 120, "Bao_cao_nam_2026")  # fmt: skip

_TYPES = ("Báo cáo", "Kế hoạch", "Công văn V/v", "Tờ trình", "Thông báo", "Quyết định về việc")
_WHAT = ("kết quả thực hiện", "triển khai", "sơ kết", "tổng kết", "đẩy mạnh", "rà soát, thống kê",
         "sửa đổi, bổ sung", "tăng cường phối hợp trong")  # fmt: skip
_THINGS = (
    "Chương trình hành động quốc gia vì trẻ em", "Tháng hành động vì trẻ em", "công tác trẻ em",
    "phòng, chống đuối nước; tai nạn, thương tích", "“Trường học an toàn”",
    "Kế hoạch số 46/KH-UBND", "Nghị quyết số 15-NQ/TW",
    'mô hình "Ngôi nhà an toàn"', "chăm sóc, giáo dục trẻ mầm non",
)  # fmt: skip
_WHERE = ("trên địa bàn phường", "tại các trường học", "ở 12 tổ dân phố", "(khu vực III)", "")
_WHEN = ("năm 2026", "6 tháng đầu năm 2026", "giai đoạn 2022 – 2030", "quý III/2026", "lần thứ 2",
         "đợt 1 & 2", "từ 01/6 đến 30/6/2026", "đạt 99,5%", "")  # fmt: skip

SETTINGS = Settings(
    superior="", issuer=(), body_name="Ủy ban nhân dân phường Bến Đò", unit_name="", area="",
    programme="", place="", number_suffix="", addressees=("Ủy ban nhân dân thành phố",),
    legal_basis=(), recipients=(), signature=(), signer="", interim=Interim.STRAIGHT,
    baseline_year=None, schools=(), emails=("vanthu@xa.gov.vn",), windows={},
)  # fmt: skip


def titles() -> list[str]:
    """Return the same titles every time, of 2 to about 60 words."""
    drawn = random.Random(2026)
    made: dict[str, None] = {}
    while len(made) < COUNT:
        words = [drawn.choice(_TYPES)]
        for _ in range(drawn.randint(0, 3)):
            words += [drawn.choice(some) for some in (_WHAT, _THINGS, _WHERE, _WHEN)]
        made[cleaned(" ".join(words))] = None
    return list(made)


def drafts() -> dict[tuple[str, str], bytes]:
    """Return a draft for each title, and one for each file name, by both."""
    pairs = [(title, "Bao_cao") for title in titles()] + [("Báo cáo", name) for name in NAMES]
    return {
        (title, name): email_draft(
            MailedDocument(b"PK\x03\x04", ".docx", name, None, title, SETTINGS.addressees), SETTINGS
        ).content
        for title, name in pairs
    }


def not_read_back() -> list[str]:
    """Return the titles and file names that this Python reads otherwise."""
    wrong = []
    for (title, name), content in drafts().items():
        message = email.message_from_bytes(content, policy=default)
        (attached,) = message.iter_attachments()
        full = "van_ban.docx" if name == "\u0301" else f"{name}.docx"
        if message["Subject"] != title:
            wrong.append(title)
        if attached.get_filename() != full:
            wrong.append(name)
    return wrong


if __name__ == "__main__":
    digest = hashlib.sha256(b"".join(drafts().values())).hexdigest()
    print(json.dumps({"wrong": not_read_back(), "digest": digest}))
