"""Every status explains itself in one Vietnamese sentence with its numbers.

Source: reference methods, sections 2 and 3: what was typed, the value, the rule, the
required value, the difference in whole children or cases. The numbers of a sentence
recompute to its status. Where `hide_headroom` is set nothing says how many more would
still be within the target.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from workbook.domain.judging.history import PastValue
from workbook.domain.judging.labels import JUDGED, is_early
from workbook.domain.judging.printing import print_counts, print_level
from workbook.domain.judging.words_vi import (
    amount_words,
    baseline_words,
    milestone_words,
    source_words,
)
from workbook.domain.plan import Kind, Measure, Milestone, Nature, Rule
from workbook.domain.register import Observation
from workbook.domain.results import MeasureResult
from workbook.domain.settings import Interim
from workbook.domain.statuses import PROVISIONAL, Status


@dataclass(frozen=True)
class Account:
    """A result still without its sentence, with the baseline and the way of judging."""

    result: MeasureResult
    past: PastValue | None
    interim: Interim

    @property
    def measure(self) -> Measure:
        """The measure judged."""
        return self.result.measure

    @property
    def ahead(self) -> Milestone:
        """The next milestone, or the last."""
        return self.result.verdict.next or self.measure.milestones[-1]


def explain(account: Account) -> str:
    """Write the sentence; it begins with the period and ends with a full stop."""
    result = account.result
    label = result.period.label
    head = label[0].upper() + label[1:]
    return f"{head}, {_CLAUSES[result.status](account)}."


def _typed(account: Account) -> str:
    """Say what was typed and its value: `kết quả 496/500 trẻ (99,2%)`."""
    result, measure = account.result, account.measure
    observation = result.observation
    if observation is None:
        return "chưa có số liệu"
    if result.period.half and result.status in JUDGED:
        return f"{_figures(measure, observation, result)} ({PROVISIONAL})"
    return _figures(measure, observation, result)


def _figures(measure: Measure, observation: Observation, result: MeasureResult) -> str:
    if measure.kind is Kind.YES_NO:
        return f"kết quả: {result.shown.lower()}"
    if measure.kind is Kind.COUNT:
        amount = observation.amount or 0
        if amount == 0 and _asks_for_zero(measure):
            return f"không ghi nhận trường hợp nào {source_words(observation)}"
        return f"ghi nhận {amount_words(measure, amount)}"
    noun = f" {measure.noun}" if measure.kind is Kind.PERCENTAGE and measure.noun else ""
    text = f"kết quả {print_counts(observation)}{noun} ({result.shown})"
    if observation.numerator == 0 and _asks_for_zero(measure):
        text += f", không ghi nhận trường hợp nào {source_words(observation)}"
    return text


def _asks_for_zero(measure: Measure) -> bool:
    return any(stone.rule is Rule.ZERO for stone in measure.milestones)


def _no_data(account: Account) -> str:
    return "chưa có số liệu: đơn vị chưa nhập, hoặc mới nhập một phần"


def _not_due(account: Account) -> str:
    measure, year = account.measure, account.result.period.year
    if measure.valid_to is not None and year > measure.valid_to:
        return f"kế hoạch không đặt mốc cho nội dung này (chỉ áp dụng đến năm {measure.valid_to})"
    return f"kế hoạch chưa đặt mốc cho nội dung này (áp dụng từ năm {measure.valid_from})"


def _invalid(account: Account) -> str:
    observation = account.result.observation
    if observation is None:
        return "số liệu đã nhập chưa hợp lệ, chưa đánh giá được"
    if observation.denominator is not None:
        why = "mẫu số bằng 0" if observation.denominator == 0 else "xem kết quả kiểm tra"
        return f"số liệu đã nhập {print_counts(observation)} chưa hợp lệ ({why})"
    return "số liệu đã nhập chưa hợp lệ (xem kết quả kiểm tra)"


def _nothing_occurred(account: Account) -> str:
    return "mẫu số bằng 0: không phát sinh trường hợp thuộc phạm vi chỉ tiêu"


def _not_assessable(account: Account) -> str:
    if account.result.value is None:
        return "mẫu số bằng 0: chưa đủ căn cứ đánh giá"
    stone = next(one for one in account.measure.milestones if one.rule is Rule.FALLS)
    return (
        f"{_typed(account)}; chưa đủ căn cứ đánh giá "
        f"{milestone_words(account.measure, stone)}: {_no_start(account)}"
    )


def _pending(account: Account) -> str:
    if account.measure.nature is Nature.EVENT:
        return f"{_typed(account)}; đánh giá khi có số liệu cả năm"
    return f"{_typed(account)}; đây là số liệu của 6 tháng, đánh giá theo số liệu cả năm"


def _achieved(account: Account) -> str:
    measure, ahead = account.measure, account.ahead
    early = is_early(measure, account.result.period, ahead)
    return _joined(
        f"{_typed(account)}, đạt {milestone_words(measure, ahead)}{' trước hạn' if early else ''}",
        _compared_with_baseline(account, ahead),
        _surplus(account),
    )


def _surplus(account: Account) -> str:
    """Say how far within the target the value lies; never where that counts harm."""
    measure, gap = account.measure, account.result.gap_next
    if gap is None or _asks_for_zero(measure):
        return ""
    higher = account.ahead.rule.higher_is_better
    if measure.hide_headroom:
        return "trong mức mục tiêu"
    if gap == 0:
        return "vừa đủ mức yêu cầu"
    return f"{'cao' if higher else 'thấp'} hơn mức yêu cầu {amount_words(measure, -gap)}"


def _failed(account: Account) -> str:
    measure, verdict = account.measure, account.result.verdict
    stone = verdict.failed or account.ahead
    verb = "không đạt" if account.result.status is Status.MISSED else "chưa giữ được mức của"
    kept = measure.keep and stone.year < account.result.period.year
    return _joined(
        f"{_typed(account)}, {verb} {milestone_words(measure, stone)}"
        f"{', là mức phải duy trì hằng năm' if kept and stone.year_stated else ''}",
        _compared_with_baseline(account, stone),
        _shortfall(account, account.result.gap_required, higher=stone.rule.higher_is_better),
    )


def _shortfall(account: Account, gap: int | None, *, higher: bool, than: str = "") -> str:
    if gap is None or gap <= 0:
        return ""
    return f"{'còn thiếu' if higher else 'vượt'} {amount_words(account.measure, gap)}{than}"


def _not_yet(account: Account) -> str:
    ahead = account.ahead
    why = ""
    numeric = account.measure.kind is not Kind.YES_NO and ahead.rule is not Rule.ZERO
    if ahead.rule is Rule.FALLS:
        why = _compared_with_baseline(account, ahead)
    elif account.interim is Interim.NEXT:
        why = "đánh giá theo mức mốc sau" if numeric else ""
    elif account.interim is Interim.HOLD:
        why = "chưa có mốc đến hạn để giữ mức" if numeric else ""
    elif account.result.verdict.start is None and numeric:
        why = f"chưa đánh giá được tiến độ: {_no_start(account)}"
    return _joined(
        f"{_typed(account)}, chưa đạt {milestone_words(account.measure, ahead)}, chưa đến hạn",
        why,
        _shortfall(account, account.result.gap_next, higher=ahead.rule.higher_is_better),
    )


def _no_start(account: Account) -> str:
    past = account.past
    if past is None:
        return "chưa có số liệu năm gốc"
    year = past.observation.period.year
    if not past.usable:
        area = " ".join(past.observation.area.split())
        return f"số liệu năm gốc {year} thuộc địa bàn khác ({area}), không so sánh được"
    return f"số liệu năm gốc {year} không trước năm của mốc"


def _compared_with_baseline(account: Account, stone: Milestone) -> str:
    if stone.rule is not Rule.FALLS or account.past is None or not account.past.usable:
        return ""
    value, base = account.result.value, account.past.value
    if value is None:
        return ""
    word = "bằng" if value == base else "cao hơn" if value > base else "thấp hơn"
    return f"{word} {baseline_words(account.measure, account.past)}"


def _on_path(account: Account) -> str:
    ahead, gap = account.ahead, account.result.gap_required
    higher = ahead.rule.higher_is_better
    than = f" so với {'mức mốc trước' if account.interim is Interim.HOLD else 'lộ trình'}"
    return _joined(
        f"{_typed(account)}, chưa đạt {milestone_words(account.measure, ahead)}",
        _path_words(account),
        _tolerated(account, gap)
        if account.result.status is Status.ON_TRACK
        else _shortfall(account, gap, higher=higher, than=than),
    )


def _tolerated(account: Account, gap: int | None) -> str:
    if gap is None:
        return ""
    measure, higher = account.measure, account.ahead.rule.higher_is_better
    if gap > 0:
        side = "thấp" if higher else "cao"
        short = f"{side} hơn lộ trình {amount_words(measure, gap)}, trong phạm vi cho phép"
        return f"{short} của cách tính" if measure.hide_headroom else short
    if measure.hide_headroom:
        return "trong mức của lộ trình"
    if gap == 0:
        return "đúng lộ trình"
    return f"{'cao' if higher else 'thấp'} hơn lộ trình {amount_words(measure, -gap)}"


def _path_words(account: Account) -> str:
    result, measure = account.result, account.measure
    if result.verdict.required is None or result.verdict.start is None:
        return ""
    required = _required_words(account, result.verdict.required)
    if account.interim is Interim.HOLD:
        return f"giữ mức của mốc trước là {required}"
    return (
        f"theo đường thẳng từ {_start_words(account)} đến mốc năm {account.ahead.year}, "
        f"{result.period.label} cần {'đạt' if _higher(measure, account) else 'ở mức'} {required}"
    )


def _higher(measure: Measure, account: Account) -> bool:
    return account.ahead.rule.higher_is_better


def _required_words(account: Account, required: Fraction) -> str:
    return print_level(account.measure, required, max(2, account.result.decimals))


def _start_words(account: Account) -> str:
    """Name the path's start with its value, so that the path can be drawn again."""
    start = account.result.verdict.start
    if start is None:
        return ""
    measure, (year, value) = account.measure, start
    stone = next((one for one in measure.milestones if one.year == year), None)
    past = account.past
    if stone is None or (stone.value is None and stone.rule is not Rule.FALLS):
        return "" if past is None else baseline_words(measure, past)
    if stone.rule is Rule.FALLS and past is not None:
        return f"mốc năm {stone.year} (mức {baseline_words(measure, past)})"
    return f"mốc năm {stone.year} ({print_level(measure, value)})"


def _worsening(account: Account) -> str:
    measure, ahead, result = account.measure, account.ahead, account.result
    past = account.past
    why = ""
    if ahead.rule is Rule.FALLS:
        why = _compared_with_baseline(account, ahead)
    elif result.value is not None and result.verdict.start is not None:
        value = result.verdict.start[1]
        worse = result.value < value if ahead.rule.higher_is_better else result.value > value
        word = "kém hơn" if worse else "mốc này đã đạt ở"
        why = f"{word} {_start_words(account)}" if past or value else ""
    return _joined(
        f"{_typed(account)}, chưa đạt {milestone_words(measure, ahead)}",
        why,
        _shortfall(account, result.gap_next, higher=ahead.rule.higher_is_better),
    )


def _joined(*clauses: str) -> str:
    return "; ".join(clause for clause in clauses if clause)


_CLAUSES: dict[Status, Callable[[Account], str]] = {
    Status.MISSED: _failed,
    Status.BELOW: _failed,
    Status.WORSENING: _worsening,
    Status.VERY_SLOW: _on_path,
    Status.SLOW: _on_path,
    Status.INVALID: _invalid,
    Status.NO_DATA: _no_data,
    Status.NOT_ASSESSABLE: _not_assessable,
    Status.PENDING: _pending,
    Status.NOT_YET: _not_yet,
    Status.ON_TRACK: _on_path,
    Status.ACHIEVED: _achieved,
    Status.NOTHING_OCCURRED: _nothing_occurred,
    Status.NOT_DUE: _not_due,
}
