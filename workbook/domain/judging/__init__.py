"""Judging: status, required value, gaps, small numbers, trend and explanation.

Pure: takes a checked register, gives an `Assessment`. Source: reference methods,
sections 1 to 5.
"""

from workbook.domain.judging.assessment import assess, judge
from workbook.domain.judging.trend_vi import describe_change, describe_forecast
from workbook.domain.judging.values import observed_value

__all__ = ["assess", "describe_change", "describe_forecast", "judge", "observed_value"]
