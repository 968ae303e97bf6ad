"""How a unit's own documents are headed and signed, as far as the plan's file tells.

What nobody has told stays open in the document; nothing is made up. Names in braces are
those of Cấu hình (`setting_names`). Source: Decree 30/2020/NĐ-CP, Phụ lục I, II, items 2
(agencies), 3 (number) and 7 (signature).
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from workbook.domain.plan_faults_vi import Place
from workbook.domain.plan_parsing import Table
from workbook.domain.setting_names import check_names, with_names
from workbook.domain.settings import Settings

LETTERHEAD_KEY = "letterhead"


@dataclass(frozen=True)
class Letterhead:
    """The heading and the signature of a unit; texts are printed in capitals.

    `superior` is "" for a unit without one, None while that is not told. `issuer` is the
    unit in the lines of the heading: None where its name in the plan will do, empty where
    another name must be written (a plan may speak of "the schools"). Of the others, blank
    is not told.
    """

    superior: str | None = None
    issuer: tuple[str, ...] | None = None
    number_suffix: str = ""  # behind "BC-" in the number
    signature: tuple[str, ...] = ()
    signer: str = ""


UNTOLD = Letterhead()


def parse_letterhead(owner: Table) -> Letterhead:
    """Read a unit's letterhead, which may be left out whole or in parts.

    Raises:
        PlanFaultError: names the place.
    """
    if not owner.has(LETTERHEAD_KEY):
        return UNTOLD
    table = owner.table(LETTERHEAD_KEY, Place.LETTERHEAD.format(owner=owner.place))
    made = Letterhead(
        superior=table.text("superior", blank=True) if table.has("superior") else None,
        issuer=table.texts("issuer", blank=True) if table.has("issuer") else None,
        number_suffix=table.optional_text("number_suffix"),
        signature=table.texts("signature") if table.has("signature") else (),
        signer=table.optional_text("signer"),
    )
    table.end()
    for text in _texts(made):
        check_names(table, text)
    return made


def named_letterhead(letterhead: Letterhead, settings: Settings) -> Letterhead:
    """Return the letterhead with the names of Cấu hình in the place of their keys."""

    def lines(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(with_names(one, settings) for one in texts)

    above, issuer = letterhead.superior, letterhead.issuer
    return replace(
        letterhead,
        superior=None if above is None else with_names(above, settings),
        issuer=None if issuer is None else lines(issuer),
        number_suffix=with_names(letterhead.number_suffix, settings),
        signature=lines(letterhead.signature),
        signer=with_names(letterhead.signer, settings),
    )


def _texts(letterhead: Letterhead) -> list[str]:
    found: list[str] = []
    for field in fields(letterhead):
        value = getattr(letterhead, field.name)
        found += [value] if isinstance(value, str) else value or ()
    return found
