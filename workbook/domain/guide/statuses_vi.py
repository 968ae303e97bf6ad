"""What every status means, in plain words. Source: reference methods, section 2."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workbook.domain.statuses import (
    EARLY_LABEL,
    NO_CASE_LABEL,
    PROVISIONAL,
    STALE_LABEL,
    STALE_SYMBOL,
    Status,
)


@dataclass(frozen=True)
class StatusMeaning:
    """A status as a cell shows it, symbol and word, with what it means.

    `status` is None for what is shown instead of any status.
    """

    status: Status | None
    symbol: str
    label: str
    meaning: str

    @property
    def text(self) -> str:
        """Return symbol and word as they stand in a cell."""
        return f"{self.symbol} {self.label}"


_MEANINGS: Mapping[Status, str] = {
    Status.ACHIEVED: (
        "Đã đạt mốc của kế hoạch. “" + EARLY_LABEL + "”: đạt khi chưa đến năm của mốc."
    ),
    Status.ON_TRACK: "Chưa đến năm của mốc, kết quả theo kịp mức cần đạt của kỳ này.",
    Status.SLOW: "Chưa đến năm của mốc, kết quả chưa theo kịp mức cần đạt của kỳ này.",
    Status.VERY_SLOW: "Chưa đến năm của mốc, kết quả còn xa mức cần đạt của kỳ này.",
    Status.WORSENING: "Chưa đến năm của mốc, kết quả kém hơn cả lúc bắt đầu (năm gốc).",
    Status.BELOW: "Kết quả kém mốc của năm đã qua, dù năm nay kế hoạch không đặt mốc.",
    Status.MISSED: "Đến hạn, hoặc là việc phải giữ hằng năm, mà chưa đạt mức kế hoạch giao.",
    Status.INVALID: "Số liệu đã nhập còn lỗi nên chưa đánh giá được. Sửa lỗi rồi cập nhật.",
    Status.NO_DATA: "Chưa nhập, hoặc mới nhập một trong hai ô. Ô trống không phải là số 0.",
    Status.NOT_ASSESSABLE: "Thiếu số liệu năm gốc để so sánh. Bổ sung ở trang “Lịch sử”.",
    Status.PENDING: (
        "Chỉ đánh giá khi có số liệu cả năm. “" + NO_CASE_LABEL + "”: 6 tháng đầu năm chưa có"
        " trường hợp nào."
    ),
    Status.NOT_YET: "Chưa đạt, nhưng chưa đến năm của mốc và không tính được tiến độ.",
    Status.NOTHING_OCCURRED: "Trong kỳ không có đối tượng nào, nên không có gì để đánh giá.",
    Status.NOT_DUE: "Kế hoạch không giao nội dung này trong năm; không bắt buộc nhập.",
}
_STALE = "Số liệu, lịch sử hoặc cấu hình đã đổi sau lần đánh giá trước; cần đánh giá lại."
PROVISIONAL_HINT = (
    f"“({PROVISIONAL})” đứng sau tình trạng của kỳ 6 tháng: cả năm có thể khác."
)  # fmt: skip


def status_meanings() -> Iterator[StatusMeaning]:
    """Yield every status with its meaning, the good ones first, then the stale mark."""
    for status, meaning in _MEANINGS.items():
        yield StatusMeaning(status, status.symbol, status.label, meaning)
    yield StatusMeaning(None, STALE_SYMBOL, STALE_LABEL, _STALE)
