"""The value of an observation, in the measure's units.

Source: reference methods, section 1 (value, factor). Exact: integers and fractions.
"""

from __future__ import annotations

from fractions import Fraction

from workbook.domain.plan import Measure
from workbook.domain.register import Observation


def observed_value(measure: Measure, observation: Observation | None) -> Fraction | None:
    """Compute the value that an observation gives its measure.

    Returns:
        numerator / denominator x factor for percentages and rates; the amount for
        counts and có/không (1 or 0); the bare rate where only that is known; None when
        nothing is known or the denominator is 0.
    """
    if observation is None:
        return None
    if observation.amount is not None:
        return Fraction(observation.amount)
    if observation.numerator is not None and observation.denominator is not None:
        if observation.denominator == 0:
            return None
        return Fraction(observation.numerator * measure.factor, observation.denominator)
    return observation.rate


def units_per_value(measure: Measure, observation: Observation) -> Fraction | None:
    """Return how many children or cases make one unit of the value (D / m).

    1 for counts; None where no denominator is known.
    """
    if not measure.kind.is_ratio:
        return Fraction(1)
    if not observation.denominator:
        return None
    return Fraction(observation.denominator, measure.factor)
