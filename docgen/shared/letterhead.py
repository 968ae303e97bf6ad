"""The fields of the form that every document fills alike: names, place, recipients.

Pure. Source: Decree 30/2020/NĐ-CP, Phụ lục I, part II.
"""

from __future__ import annotations

from collections.abc import Iterable

from workbook.domain.settings import Settings

AS_ABOVE = "Như trên"  # the addressees, in the list of recipients (item 9)
FILED = "Lưu: VT"  # the copy that every body keeps


def paper_fields(settings: Settings) -> dict[str, object]:
    """Return the agency, its place, its name in sentences, and the signature."""
    return {
        "co_quan_chu_quan": settings.superior,
        "co_quan": list(settings.issuer),
        "dia_danh": settings.place,
        "ten_co_quan": settings.body_name,
        "quyen_han": list(settings.signature),
        "nguoi_ky": settings.signer,
    }


def bare(text: str) -> str:
    """Return an item of a list without the mark that ends it."""
    return text.strip().rstrip(";.").rstrip()


def closed(parts: list[str]) -> list[str]:
    """Return the items of a list, a semicolon behind each and a full stop at the end."""
    return [f"{one}{'.' if place == len(parts) else ';'}" for place, one in enumerate(parts, 1)]


def addressees(names: list[str]) -> dict[str, object]:
    """Return the fields of Kính gửi: one name on its line, several below it (item 9)."""
    return {
        "kinh_gui": names[0] if len(names) == 1 else "",
        "kinh_gui_nhieu": closed(names) if len(names) > 1 else [],
    }


def addressed(settings: Settings) -> dict[str, object]:
    """Return Kính gửi and Nơi nhận of a report to those above (item 9)."""
    to = [bare(one) for one in settings.addressees if one.strip()]
    names = recipients(settings.recipients)
    return addressees(to) | {"noi_nhan": closed([AS_ABOVE, *names] if to else names)}


def recipients(typed: Iterable[str]) -> list[str]:
    """Return the recipients without marks, and without the line for the addressees."""
    names = [bare(one.strip().removeprefix("-").strip()) for one in typed]
    return [one for one in names if one and one.casefold() != AS_ABOVE.casefold()]


def legal_basis(settings: Settings) -> str:
    """Join the documents that this one rests on."""
    return "; ".join(bare(one) for one in settings.legal_basis if one)
