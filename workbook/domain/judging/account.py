"""A result on its way to its sentence: what was typed, the gap, the baseline in words."""

from __future__ import annotations

from dataclasses import dataclass

from workbook.domain.judging.history import PastValue
from workbook.domain.judging.labels import JUDGED
from workbook.domain.judging.printing import print_counts
from workbook.domain.judging.words_vi import amount_words, baseline_words, source_words
from workbook.domain.plan import Kind, Measure, Milestone, Rule
from workbook.domain.register import Observation
from workbook.domain.results import MeasureResult
from workbook.domain.settings import Interim
from workbook.domain.statuses import PROVISIONAL


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

    @property
    def asks_for_zero(self) -> bool:
        """Whether the plan asks that nothing happen."""
        return any(stone.rule is Rule.ZERO for stone in self.measure.milestones)

    @property
    def typed(self) -> str:
        """What was typed, with its value: `kết quả 496/500 trẻ (99,2%)`."""
        observation = self.result.observation
        if observation is None:
            return "chưa có số liệu"
        provisional = self.result.period.half and self.result.status in JUDGED
        mark = f" {PROVISIONAL}" if provisional else ""
        if self.measure.kind is Kind.YES_NO:
            return f"kết quả{mark}: {self.result.shown.lower()}"
        if self.measure.kind is Kind.COUNT:
            return self._counted(observation, mark)
        return self._ratio(observation, mark)

    def _counted(self, observation: Observation, mark: str) -> str:
        amount = observation.amount or 0
        if amount == 0 and self.asks_for_zero:
            return f"không ghi nhận trường hợp nào {source_words(observation)}"
        return f"ghi nhận{mark} {amount_words(self.measure, amount)}"

    def _ratio(self, observation: Observation, mark: str) -> str:
        measure = self.measure
        if observation.numerator is None:  # an old report gave the rate alone
            return f"kết quả{mark} {self.result.shown}"
        # Of a rate the denominator counts others than the numerator: no noun fits both.
        noun = f" {measure.noun}" if measure.kind is Kind.PERCENTAGE and measure.noun else ""
        text = f"kết quả{mark} {print_counts(observation)}{noun} ({self.result.shown})"
        if observation.numerator == 0 and self.asks_for_zero:
            return f"{text}, không ghi nhận trường hợp nào {source_words(observation)}"
        return text

    @property
    def no_start(self) -> str:
        """Why no baseline can be used."""
        past = self.past
        if past is None:
            return "chưa có số liệu năm gốc"
        year = past.observation.period.year
        if not past.usable:
            area = " ".join(past.observation.area.split()) or "không ghi tên"
            return f"số liệu năm gốc {year} thuộc địa bàn khác ({area}), không so sánh được"
        return f"số liệu năm gốc {year} không trước năm của mốc"

    def shortfall(self, gap: int | None, stone: Milestone, than: str = "") -> str:
        """Say how many are short of a milestone, or over it; "" where none is."""
        if gap is None or gap <= 0:
            return ""
        verb = "còn thiếu" if stone.rule.higher_is_better else "vượt"
        return f"{verb} {amount_words(self.measure, gap)}{than}"

    def beside_baseline(self, stone: Milestone) -> str:
        """Compare the value with the baseline, where a milestone asks that it fall."""
        value = self.result.value
        if stone.rule is not Rule.FALLS or value is None:
            return ""
        if self.past is None or not self.past.usable:
            return ""
        base = self.past.value
        word = "bằng" if value == base else "cao hơn" if value > base else "thấp hơn"
        return f"{word} {baseline_words(self.measure, self.past)}"


def joined(*clauses: str) -> str:
    """Join the clauses that say something into one sentence."""
    return "; ".join(clause for clause in clauses if clause)
