"""Results for people at the command line: plain Vietnamese text, the worst first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from workbook.domain.findings import Finding, blocking
from workbook.domain.listing_vi import counted, listed
from workbook.domain.results import Assessment, MeasureResult
from workbook.domain.statuses import Status


def findings_text(findings: Sequence[Finding]) -> str:
    """List findings by weight, each with its code, and sum them up."""
    return listed(findings, findings_summary(findings))


def findings_summary(findings: Sequence[Finding]) -> str:
    """Say in one sentence how many findings there are and whether they block."""
    told = counted(findings)
    if not told:
        return "Kiểm tra xong: không có điểm nào cần xem lại."
    if blocking(findings):
        return f"Kiểm tra xong: {told}. Cần sửa các lỗi trước khi lập báo cáo chính thức."
    return f"Kiểm tra xong: {told}; không có lỗi nào cản trở việc lập báo cáo."


def assessment_text(assessment: Assessment) -> str:
    """Show a period: lagging measures, those without figures, then all by goal."""
    lines = [f"TÌNH TRẠNG CÁC CHỈ TIÊU – {assessment.period.label.upper()}"]
    if assessment.sample:
        lines.append("SỐ LIỆU MẪU – không phải số liệu thật của địa phương")
    lines += ["", *_lagging(assessment), "", *_without_figures(assessment)]
    for goal in assessment.plan.goals:
        lines += ["", f"Mục tiêu {goal.number}: {goal.title}"]
        lines += [
            line
            for result in assessment.results
            if assessment.plan.goal_of(result.measure) is goal
            for line in _measure(result)
        ]
    return "\n".join(lines)


def _lagging(assessment: Assessment) -> Iterator[str]:
    lagging = assessment.lagging
    yield f"Chỉ tiêu chậm: {len(lagging) or 'không có'}"
    for result in lagging:
        unit = assessment.plan.unit(result.measure.responsible_unit)
        yield from _measure(result)
        yield f"      Đơn vị thực hiện: {unit.name}"


def _without_figures(assessment: Assessment) -> Iterator[str]:
    missing = assessment.without_figures
    yield f"Chưa có số liệu: {len(missing) or 'không có'}"
    for unit in assessment.plan.units:
        ids = [r.measure.id for r in missing if r.measure.responsible_unit == unit.id]
        if ids:
            yield f"  {unit.sheet}: {', '.join(ids)}"


def _measure(result: MeasureResult) -> list[str]:
    value = f": {result.shown}" if result.shown else ""
    head = f"  {result.status.symbol} {result.measure.id} {result.measure.name}"
    lines = [f"{head}{value} – {result.label}", f"      {result.explanation}"]
    return lines + ([f"      {result.note}"] if result.note else [])


def summary(assessment: Assessment, findings: Sequence[Finding]) -> list[str]:
    """Sum up a period in three lines: what is judged, what lags, what the checks say."""
    counts = Counter(result.status for result in assessment.results)
    lagging = [result.measure.id for result in assessment.lagging]
    judged = ", ".join(
        f"{counts[status]} {status.label.lower()}"
        for status in (Status.ACHIEVED, Status.ON_TRACK, Status.NO_DATA)
    )
    behind = f"{len(lagging)} nội dung ({', '.join(lagging)})" if lagging else "không có"
    return [
        f"{assessment.period.label.capitalize()}: {len(assessment.results)} nội dung của"
        f" {len(assessment.indicators)} chỉ tiêu; {judged}.",
        f"Chỉ tiêu chậm: {behind}.",
        findings_summary(findings),
    ]
