"""Names of Cấu hình inside a text of the plan's file: `UBND {unit_name}`.

How a name is written is the office's affair, so a text that needs one asks for it by the
key of its setting.
"""

from __future__ import annotations

import re

from workbook.domain.plan_faults_vi import PlanFault
from workbook.domain.plan_parsing import Table
from workbook.domain.settings import SPECS, SettingKind, Settings

_NAME = re.compile(r"\{(\w*)\}")
_NAMES = frozenset(spec.key for spec in SPECS if spec.kind is SettingKind.TEXT and spec.in_plan)


def check_names(table: Table, text: str) -> None:
    """Refuse a text that asks for a name nobody sets.

    Raises:
        PlanFaultError: names the place of the table.
    """
    for name in _NAME.findall(text):
        if name not in _NAMES:
            raise table.refusal(PlanFault.NO_SUCH_NAME, given=f"{{{name}}}")


def with_names(text: str, settings: Settings) -> str:
    """Return the text with the names of Cấu hình in the place of their keys."""
    return _NAME.sub(lambda match: str(getattr(settings, match[1])), text)
