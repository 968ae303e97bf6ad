"""What the plan says for every setting, as the column “Theo kế hoạch” shows it."""

from __future__ import annotations

from workbook.domain.numbers_vi import format_date_short
from workbook.domain.periods import Period
from workbook.domain.register import Register
from workbook.domain.settings import SPECS, Settings, SettingSpec
from workbook.domain.validation.settings_reading import read_settings

_H1_PREFIX = "h1_"
_WINDOW_FIELDS = ("opens", "closes", "deadline")


def default_texts(register: Register) -> dict[str, tuple[str, ...]]:
    """Return for every setting the plan's value, a text for each of its rows.

    Items beyond the last row are joined there, so that none is left out of sight.
    """
    settings, _ = read_settings(Register(plan=register.plan, year=register.year))
    return {spec.key: _fitted(_texts(spec, settings, register.year), spec) for spec in SPECS}


def _texts(spec: SettingSpec, settings: Settings, year: int) -> tuple[str, ...]:
    prefix, _, field = spec.key.partition("_")
    if field in _WINDOW_FIELDS:
        window = settings.windows[Period(year, half=f"{prefix}_" == _H1_PREFIX)]
        day = {"opens": window.opens, "closes": window.closes, "deadline": window.deadline}[field]
        return (format_date_short(day),) if day else ()
    values: dict[str, str | tuple[str, ...]] = {
        "interim": settings.interim.value,
        "wording": settings.wording.value,
        "baseline_year": str(settings.baseline_year or ""),
    }
    value = values.get(spec.key)
    if value is None:
        value = getattr(settings, spec.key)
    texts = (value,) if isinstance(value, str) else value
    return tuple(text for text in texts if text)


def _fitted(texts: tuple[str, ...], spec: SettingSpec) -> tuple[str, ...]:
    kept = [*texts[: spec.rows - 1], "\n".join(texts[spec.rows - 1 :])]
    return tuple(kept + [""] * spec.rows)[: spec.rows]
