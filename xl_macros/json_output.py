"""Results for machines: the JSON of `tinh-trang --json` and `kiem-tra --json`."""

from __future__ import annotations

from collections.abc import Iterable

from workbook.domain.findings import Finding
from workbook.domain.numbers_vi import format_json
from workbook.domain.results import Assessment, MeasureResult

Json = dict[str, object]


def findings_json(findings: Iterable[Finding]) -> Json:
    """Return findings as plain data, in their order."""
    return {
        "findings": [
            {
                "code": finding.code,
                "severity": finding.severity.key,
                "period": finding.period.key if finding.period else None,
                "sheet": finding.sheet,
                "cell": finding.cell,
                "measure": finding.measure,
                "message": finding.message,
            }
            for finding in findings
        ]
    }


def assessment_json(assessment: Assessment) -> Json:
    """Return an assessment as plain data: integers, decimal strings, null for "none"."""
    return {
        "period": assessment.period.key,
        "measures": [_measure(assessment, result) for result in assessment.results],
        "indicators": [
            {"number": number, "status": status.name}
            for number, status in assessment.indicators.items()
        ],
        "lagging": [result.measure.id for result in assessment.lagging],
    }


def _measure(assessment: Assessment, result: MeasureResult) -> Json:
    observation, required = result.observation, result.verdict.required
    return {
        "id": result.measure.id,
        "indicator": result.measure.indicator,
        "sheet": assessment.plan.unit(result.measure.responsible_unit).sheet,
        "status": result.status.name,
        "label": result.label,
        "numerator": observation.numerator if observation else None,
        "denominator": observation.denominator if observation else None,
        "value": None if result.value is None else format_json(result.value),
        "required": None if required is None else format_json(required),
        "gap_next": result.gap_next,
        "gap_required": result.gap_required,
        "note": result.note,
        "explanation": result.explanation,
    }
