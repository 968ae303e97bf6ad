"""The clauses of a measure under way: its path, and how far it is from it."""

from __future__ import annotations

from workbook.domain.judging.account import Account, joined
from workbook.domain.judging.printing import print_level, printed_level
from workbook.domain.judging.words_vi import amount_words, baseline_words, milestone_words
from workbook.domain.plan import Rule
from workbook.domain.settings import Interim
from workbook.domain.statuses import Status


def on_path(account: Account) -> str:
    """Explain ON_TRACK, SLOW and VERY_SLOW."""
    gap, ahead = account.result.gap_required, account.ahead
    if account.result.status is Status.ON_TRACK:
        difference = _tolerated(account)
    else:
        difference = account.shortfall(gap, ahead, " so với lộ trình")
    return joined(
        f"{account.typed}, chưa đạt {milestone_words(account.measure, ahead)}",
        _path(account),
        difference,
    )


def _tolerated(account: Account) -> str:
    gap, measure = account.result.gap_required, account.measure
    if gap is None:
        return ""
    held = account.interim is Interim.HOLD
    path = "mức mốc trước" if held else "lộ trình"
    below, above = ("thấp", "cao") if account.ahead.rule.higher_is_better else ("cao", "thấp")
    if gap > 0:
        short = f"{below} hơn {path} {amount_words(measure, gap)}, trong phạm vi cho phép"
        # Not that so many cases were permitted: it is the way of judging that tolerates.
        return f"{short} của cách tính" if measure.hide_headroom else short
    if measure.hide_headroom:
        return f"trong mức mục tiêu của {path}"
    if gap == 0:
        return f"đúng {path}"
    return f"{above} hơn {path} {amount_words(measure, -gap)}"


def _path(account: Account) -> str:
    result, measure = account.result, account.measure
    required = result.verdict.required
    if required is None:
        return ""
    level = print_level(measure, printed_level(required, result.decimals))
    if account.interim is Interim.HOLD:
        return f"giữ mức của mốc trước là {level}"
    verb = "đạt" if account.ahead.rule.higher_is_better else "ở mức"
    return (
        f"theo đường thẳng từ {_start(account)} đến mốc năm {account.ahead.year}, "
        f"{result.period.label} cần {verb} {level}"
    )


def _start(account: Account) -> str:
    """Name the path's start with its value, so that the path can be drawn again."""
    start, measure, past = account.result.verdict.start, account.measure, account.past
    if start is None:
        return ""
    year, value = start
    # A milestone comes before the baseline, as where the path starts.
    stones = [one for one in measure.milestones if one.year == year <= account.result.period.time]
    falls = any(stone.rule is Rule.FALLS for stone in stones)
    if stones and not falls:
        return f"mốc năm {year} ({print_level(measure, value)})"
    base = "" if past is None else baseline_words(measure, past)
    return f"mốc năm {year}, tính bằng mức {base}" if falls else base


def worsening(account: Account) -> str:
    """Explain WORSENING: worse than the start, or the start had met the milestone."""
    ahead, result = account.ahead, account.result
    why = account.beside_baseline(ahead)
    if not why and result.value is not None and result.verdict.start is not None:
        value = result.verdict.start[1]
        higher = ahead.rule.higher_is_better
        worse = result.value < value if higher else result.value > value
        why = f"{'kém hơn' if worse else 'mốc này đã đạt ở'} {_start(account)}"
    return joined(
        f"{account.typed}, chưa đạt {milestone_words(account.measure, ahead)}",
        why,
        account.shortfall(result.gap_next, ahead),
    )
