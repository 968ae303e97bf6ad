"""The marks of a document that is not to be issued: a draft, made-up figures, the faults left.

Pure. A mark stands at the head of every page, a frame at the top says what it means, and a
draft ends with the faults that a final document would have to wait for.
"""

from __future__ import annotations

from typing import Annotated, TypedDict

from docgen.shared.phrases_vi import NONE
from workbook.domain.findings import blocking
from workbook.domain.numbers_vi import format_count
from workbook.domain.results import Assessment

SAMPLE_MARK = "SỐ LIỆU MẪU"
DRAFT_MARK = "DỰ THẢO"

PageMark = Annotated[str, "dấu ở đầu mọi trang: DỰ THẢO, SỐ LIỆU MẪU, hoặc trống", "DỰ THẢO"]


class _FaultRow(TypedDict):
    stt: Annotated[str, "số thứ tự", "1"]
    noi: Annotated[str, "trang và ô có lỗi", "Thư viện, ô H9"]
    noi_dung: Annotated[str, "lỗi và cách sửa", "số -5 nhỏ hơn 0. Nhập số từ 0 trở lên."]


class Frame(TypedDict):
    """The frame at the top of a document, and the faults at its end."""

    khung: Annotated[list[str], "các câu trong khung ở đầu văn bản (dự thảo, số liệu mẫu)",
        "Bản dự thảo, chưa ban hành."]  # fmt: skip
    cac_loi: Annotated[list[_FaultRow], "các lỗi của bản dự thảo"]


class _PageMark(TypedDict):
    dau_trang: PageMark


class Marks(_PageMark, Frame):
    """All marks of a document that can be a draft."""


def marks(
    assessment: Assessment, draft: bool, *, document: str = "báo cáo", use: str = "báo cáo"
) -> Marks:
    """Return the marks of a judged period's document; see `frame` for its words."""
    return {
        "dau_trang": page_mark(draft=draft, sample=assessment.sample),
        "khung": frame(assessment, draft, document=document, use=use),
        "cac_loi": fault_rows(assessment) if draft else [],
    }


def page_mark(*, draft: bool, sample: bool) -> str:
    """Return what stands at the head of every page; "" for a real final document."""
    return f" {NONE} ".join([DRAFT_MARK] * draft + [SAMPLE_MARK] * sample)


def frame(
    assessment: Assessment, draft: bool, *, document: str = "báo cáo", use: str = "báo cáo"
) -> list[str]:
    """Say at the top why this is no `document` to be issued, its figures of no `use`."""
    faults, sentences = len(fault_rows(assessment)), []
    if draft:
        use_as = f"chưa dùng làm {document} chính thức"
        left = f"còn {format_count(faults)} lỗi phải sửa (danh sách ở cuối văn bản)"
        why = f"{use_as}, {left}" if faults else f"để lấy ý kiến, {use_as}"
        sentences.append(f"{DRAFT_MARK}: {why}.")
    if assessment.sample:
        sentences.append(
            f"{SAMPLE_MARK}: các con số trong văn bản này là giả định, không dùng để {use}."
        )
    return sentences


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
