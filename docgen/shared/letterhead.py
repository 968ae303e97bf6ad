"""What stands around the text of every document: agency, signature, addressees, basis, marks.

Pure. Source: Decree 30/2020/NĐ-CP, Phụ lục I, part II. What an office has typed in Cấu hình
although the document adds it itself ("Kính gửi:", a mark at the end) is not printed twice,
and lines that Alt+Enter parts in a cell are lines here.

Marks say that a document is not to be issued: one at the head of every page, a frame at the
top that says why, and at the end of a draft the faults a final document would have to wait for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, TypedDict

from docgen.shared.decree import TYPE_CODES
from docgen.shared.phrases_vi import NONE
from docgen.shared.rows import lines
from workbook.domain.findings import blocking
from workbook.domain.numbers_vi import format_count, format_date_long
from workbook.domain.periods import Period
from workbook.domain.plan import Plan
from workbook.domain.results import Assessment
from workbook.domain.settings import Settings

AS_ABOVE = "Như trên"  # the addressees, in the list of recipients (item 9)
FILED = "Lưu: VT"  # the copy that every body keeps
SAMPLE_MARK, DRAFT_MARK = "SỐ LIỆU MẪU", "DỰ THẢO"
_USES = {"báo cáo": "báo cáo", "kế hoạch": "lập kế hoạch"}  # by document, of its figures
_GREETING = r"^(?:kính gửi\s*:)?\s*-?\s*"
_TYPE_CODE = re.compile(rf"^/?\s*(?:(?:{'|'.join(TYPE_CODES.values())})\s*[-–]\s*)?(?=\S)")


class _FaultRow(TypedDict):
    stt: Annotated[str, "số thứ tự", "1"]
    noi: Annotated[str, "trang và ô có lỗi", "Thư viện, ô H9"]
    noi_dung: Annotated[str, "lỗi và cách sửa", "số -5 nhỏ hơn 0. Nhập số từ 0 trở lên."]


# Fields that stand between others in several documents.
AgencyCode = Annotated[str, "chữ viết tắt của cơ quan, sau mã loại văn bản; trống khi chưa rõ",
    "UBND"]  # fmt: skip
UnitName = Annotated[str, "tên đơn vị hành chính trong câu văn", "phường Bến Đò"]
ReportingPeriod = Annotated[str, "kỳ báo cáo", "6 tháng đầu năm 2026"]
ReportingYear = Annotated[str, "năm báo cáo", "2026"]
Faults = Annotated[list[_FaultRow], "các lỗi của bản dự thảo"]


class Form(TypedDict):
    """What every document says of who issues it (items 2, 4, 7, 9), and its mark."""

    co_quan_chu_quan: Annotated[str, "cơ quan chủ quản; trống nếu không có", "UBND TỈNH HẢI BIÊN"]
    co_quan: Annotated[list[str], "từng dòng tên cơ quan ban hành", "PHƯỜNG BẾN ĐÒ"]
    ten_co_quan: Annotated[str, "tên cơ quan trong câu văn", "Ủy ban nhân dân phường Bến Đò"]
    dia_danh: Annotated[str, "địa danh trước ngày tháng", "Bến Đò"]
    quyen_han: Annotated[list[str], "các dòng quyền hạn, chức vụ của người ký", "CHỦ TỊCH"]
    nguoi_ky: Annotated[str, "họ và tên người ký", "Trần Thị Bình"]
    noi_nhan: Annotated[list[str], "các dòng nơi nhận, sau “Kính gửi” dòng đầu là “Như trên;”",
        "Lưu: VT."]  # fmt: skip
    dau_trang: Annotated[str, "dấu ở đầu mọi trang: DỰ THẢO, SỐ LIỆU MẪU, hoặc trống", "DỰ THẢO"]


class JudgedForm(Form):
    """The form of a document on judged figures."""

    chuong_trinh: Annotated[str, "tên chương trình", "Chương trình sân chơi giai đoạn 2023-2030"]
    can_cu: Annotated[str, "các văn bản làm căn cứ, nối bằng dấu chấm phẩy",
        "Kế hoạch số 12/KH-UBND"]  # fmt: skip
    khung: Annotated[list[str], "các câu trong khung ở đầu văn bản (dự thảo, số liệu mẫu)",
        "Bản dự thảo, chưa ban hành."]  # fmt: skip


class _Addressed(TypedDict):
    """Kính gửi of a report (item 9)."""

    kinh_gui: Annotated[str, "nơi nhận báo cáo khi chỉ có một nơi, nếu không thì trống", "Sở Y tế"]
    kinh_gui_nhieu: Annotated[list[str], "các nơi nhận báo cáo khi có từ hai nơi", "Sở Y tế;"]


class ReportForm(JudgedForm, _Addressed):
    """The form of a report."""

    ky_hieu: AgencyCode
    cac_loi: Faults


def form(settings: Settings, recipients: list[str], *, draft: bool, sample: bool) -> Form:
    """Return the form of a document of the ward."""
    return {
        "co_quan_chu_quan": settings.superior,
        "co_quan": _lines(settings.issuer),
        "ten_co_quan": settings.body_name,
        "dia_danh": settings.place.strip().rstrip(",;.").rstrip(),
        "quyen_han": _lines(settings.signature),
        "nguoi_ky": settings.signer,
        "noi_nhan": punctuated(recipients),
        "dau_trang": page_mark(draft=draft, sample=sample),
    }


def judged_form(
    assessment: Assessment, draft: bool, recipients: list[str], document: str = "báo cáo"
) -> JudgedForm:
    """Return the form of a `document` on a judged period."""
    settings = assessment.settings
    return {
        **form(settings, recipients, draft=draft, sample=assessment.sample),
        "chuong_trinh": settings.programme,
        "can_cu": "; ".join(_items(settings.legal_basis)),
        "khung": frame(assessment, draft, document),
    }


def report_form(assessment: Assessment, draft: bool) -> ReportForm:
    """Return the form of a report to those above, whom Cấu hình names."""
    settings = assessment.settings
    names = _items(settings.addressees, _GREETING)
    copies = [AS_ABOVE] * bool(names) + recipients(settings.recipients)
    return {
        **judged_form(assessment, draft, copies),
        **addressed(names),
        "ky_hieu": number_suffix(settings),
        "cac_loi": fault_rows(assessment) if draft else [],
    }


def number_suffix(settings: Settings) -> str:
    """Return the agency in a document's number (item 3), without a type in front of it."""
    return _TYPE_CODE.sub("", settings.number_suffix.strip())


def _lines(typed: Iterable[str]) -> list[str]:
    return [line.strip() for text in typed for line in lines(text) if line.strip()]


def _items(typed: Iterable[str], before: str = "") -> list[str]:
    """Return typed items without what stands `before` them (a pattern) and without end marks."""
    lines = (re.sub(before, "", line, flags=re.IGNORECASE) for line in _lines(typed))
    return list(filter(None, (line.strip().rstrip(";.").rstrip() for line in lines)))


def punctuated(items: list[str]) -> list[str]:
    """Return the items of a list, a semicolon behind each and a full stop at the end."""
    return [f"{item};" for item in items[:-1]] + [f"{item}." for item in items[-1:]]


def addressed(names: list[str]) -> _Addressed:
    """Return Kính gửi: one name on its line, several below it."""
    several = len(names) > 1
    return {
        "kinh_gui": "" if several else "".join(names),
        "kinh_gui_nhieu": punctuated(names) if several else [],
    }


def recipients(typed: Iterable[str]) -> list[str]:
    """Return the recipients without marks, and without the line for the addressees."""
    return [name for name in _items(typed, "^-") if name.casefold() != AS_ABOVE.casefold()]


def plan_recipients(plan: Plan, printed: Plan, settings: Settings) -> list[str]:
    """Return Nơi nhận of a plan: as Cấu hình says, else its own list in the printed words."""
    typed = settings.plan_recipients
    own = not typed or typed == plan.recipients
    return recipients(printed.recipients if own else typed)


def deadline(settings: Settings, period: Period) -> str:
    """Write the day until which figures of a period are due, "" where Cấu hình gives none."""
    window = settings.windows.get(period)
    return format_date_long(window.deadline) if window and window.deadline else ""


def page_mark(*, draft: bool, sample: bool) -> str:
    """Return what stands at the head of every page; "" for a real final document."""
    return f" {NONE} ".join([DRAFT_MARK] * draft + [SAMPLE_MARK] * sample)


def frame(assessment: Assessment, draft: bool, document: str = "báo cáo") -> list[str]:
    """Say at the top why this is no `document` to be issued."""
    use, left = f"chưa dùng làm {document} chính thức", len(fault_rows(assessment))
    why = f"để lấy ý kiến, {use}"
    if left:
        why = f"{use}, còn {format_count(left)} lỗi phải sửa (danh sách ở cuối văn bản)"
    made_up = f"các con số trong văn bản này là giả định, không dùng để {_USES[document]}"
    return [f"{DRAFT_MARK}: {why}."] * draft + [f"{SAMPLE_MARK}: {made_up}."] * assessment.sample


def fault_rows(assessment: Assessment) -> list[_FaultRow]:
    """Return the findings that block a final document."""
    return [
        {
            "stt": str(number),
            "noi": f"{fault.sheet}, ô {fault.cell}" if fault.cell else fault.sheet,
            "noi_dung": fault.message,
        }
        for number, fault in enumerate(blocking(assessment.findings, assessment.period), 1)
    ]
