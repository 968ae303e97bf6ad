"""Every status explains itself in one Vietnamese sentence with its numbers.

Source: reference methods, sections 2 and 3: what was typed, the value, the rule, the
required value, the difference in whole children or cases. The numbers of a sentence
recompute to its status. Where `hide_headroom` is set nothing says how many more would
still be within the target.
"""

from __future__ import annotations

from collections.abc import Callable

from workbook.domain.judging.account import Account, joined
from workbook.domain.judging.labels import is_early
from workbook.domain.judging.pace_vi import on_path, worsening
from workbook.domain.judging.printing import print_counts
from workbook.domain.judging.words_vi import amount_words, milestone_words
from workbook.domain.plan import Kind, Nature, Rule
from workbook.domain.settings import Interim
from workbook.domain.statuses import Status


def explain(account: Account) -> str:
    """Write the sentence; it begins with the period and ends with a full stop."""
    label = account.result.period.label
    head = label[0].upper() + label[1:]
    return f"{head}, {_CLAUSES[account.result.status](account)}."


def _no_data(_: Account) -> str:
    return "chưa có số liệu: đơn vị chưa nhập, hoặc mới nhập một phần"


def _not_due(account: Account) -> str:
    measure, year = account.measure, account.result.period.year
    if measure.valid_to is not None and year > measure.valid_to:
        return f"kế hoạch không đặt mốc cho nội dung này (chỉ áp dụng đến năm {measure.valid_to})"
    return f"kế hoạch chưa đặt mốc cho nội dung này (áp dụng từ năm {measure.valid_from})"


def _invalid(account: Account) -> str:
    observation = account.result.observation
    if observation is None or observation.denominator is None:
        return "số liệu đã nhập chưa hợp lệ (xem kết quả kiểm tra)"
    why = "mẫu số bằng 0" if observation.denominator == 0 else "xem kết quả kiểm tra"
    return f"số liệu đã nhập {print_counts(observation)} chưa hợp lệ ({why})"


def _nothing_occurred(_: Account) -> str:
    return "mẫu số bằng 0: không phát sinh trường hợp thuộc phạm vi chỉ tiêu"


def _not_assessable(account: Account) -> str:
    if account.result.value is None:
        return "mẫu số bằng 0: chưa đủ căn cứ đánh giá"
    stone = next(one for one in account.measure.milestones if one.rule is Rule.FALLS)
    return (
        f"{account.typed}; chưa đủ căn cứ đánh giá "
        f"{milestone_words(account.measure, stone)}: {account.no_start}"
    )


def _pending(account: Account) -> str:
    if account.measure.nature is Nature.EVENT:
        return f"{account.typed}; đánh giá khi có số liệu cả năm"
    return f"{account.typed}; đây là số liệu của 6 tháng, đánh giá theo số liệu cả năm"


def _achieved(account: Account) -> str:
    ahead = account.ahead
    early = is_early(account.measure, account.result.period, ahead)
    return joined(
        f"{account.typed}, đạt {milestone_words(account.measure, ahead)}"
        f"{' trước hạn' if early else ''}",
        account.beside_baseline(ahead),
        _surplus(account),
    )


def _surplus(account: Account) -> str:
    """Say how far within the target the value lies; never where that counts harm."""
    measure, gap = account.measure, account.result.gap_next
    if gap is None or account.ahead.rule is Rule.ZERO:
        return ""
    if measure.hide_headroom:
        return "trong mức mục tiêu"
    if gap == 0:
        return "vừa đủ mức yêu cầu"
    side = "cao" if account.ahead.rule.higher_is_better else "thấp"
    return f"{side} hơn mức yêu cầu {amount_words(measure, -gap)}"


def _failed(account: Account) -> str:
    measure, result = account.measure, account.result
    stone = result.verdict.failed or account.ahead
    verb = "không đạt" if result.status is Status.MISSED else "chưa giữ được mức của"
    kept = measure.keep and stone.year_stated and stone.year < result.period.year
    return joined(
        f"{account.typed}, {verb} {milestone_words(measure, stone)}"
        f"{', là mức phải duy trì hằng năm' if kept else ''}",
        account.beside_baseline(stone),
        account.shortfall(result.gap_required, stone),
    )


def _not_yet(account: Account) -> str:
    ahead = account.ahead
    return joined(
        f"{account.typed}, chưa đạt {milestone_words(account.measure, ahead)}, chưa đến hạn",
        account.beside_baseline(ahead) or _no_pace(account),
        account.shortfall(account.result.gap_next, ahead),
    )


def _no_pace(account: Account) -> str:
    """Say why a number that is not yet there is not measured against a path."""
    measure, rule = account.measure, account.ahead.rule
    if measure.kind is Kind.YES_NO or (measure.kind is Kind.COUNT and rule is Rule.ZERO):
        return ""
    if account.interim is Interim.NEXT:
        return "đánh giá theo mức mốc sau"
    if account.interim is Interim.HOLD:
        return "chưa có mốc đến hạn để giữ mức"
    return f"chưa đánh giá được tiến độ: {account.no_start}"


_CLAUSES: dict[Status, Callable[[Account], str]] = {
    Status.MISSED: _failed,
    Status.BELOW: _failed,
    Status.WORSENING: worsening,
    Status.VERY_SLOW: on_path,
    Status.SLOW: on_path,
    Status.INVALID: _invalid,
    Status.NO_DATA: _no_data,
    Status.NOT_ASSESSABLE: _not_assessable,
    Status.PENDING: _pending,
    Status.NOT_YET: _not_yet,
    Status.ON_TRACK: on_path,
    Status.ACHIEVED: _achieved,
    Status.NOTHING_OCCURRED: _nothing_occurred,
    Status.NOT_DUE: _not_due,
}
