"""Where the templates lie: at the top of a checkout, inside the package once installed."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def default_template(name: str) -> Path:
    """Return the place of a template that the product carries (`bao_cao.docx`)."""
    installed = _PACKAGE / "templates"
    return (installed if installed.is_dir() else _PACKAGE.parent / "templates") / name
