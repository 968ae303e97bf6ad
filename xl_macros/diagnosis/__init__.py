"""Is this computer fit for the program? `look` reads the machine, the rules judge.

    records = diagnose(look(book))

What was found is masked: no user's name, no computer's name, no figure of the sổ.
"""

from __future__ import annotations

from itertools import chain

from xl_macros.diagnosis import folder_rules, macro_rules, program_rules, system_rules
from xl_macros.diagnosis.facts import Facts
from xl_macros.diagnosis.privacy import masked
from xl_macros.diagnosis.probe import look
from xl_macros.diagnosis.records import Record, State

__all__ = ["Record", "State", "diagnose", "look"]

_RULES = (
    *program_rules.RULES,
    *folder_rules.RULES,
    *macro_rules.RULES,
    *system_rules.RULES,
)


def diagnose(facts: Facts) -> tuple[Record, ...]:
    """Judge what was found on a machine: a record for every check, in a fixed order."""
    records = chain.from_iterable(rule(facts) for rule in _RULES)
    return tuple(masked(record, facts.private_names) for record in records)
