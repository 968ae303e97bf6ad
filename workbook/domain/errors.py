"""The exceptions of the product: broken inputs and files, never a typing mistake.

What an official typed wrong is a `Finding`; these are raised when a file cannot be
used at all. Each carries one polite Vietnamese sentence: what it is, what to do.
"""

from __future__ import annotations


class SoChiTieuError(Exception):
    """Root of all our exceptions; `str()` is the Vietnamese sentence to show."""


class PlanError(SoChiTieuError):
    """The plan's TOML contradicts itself or its text; the message names the place."""


class UnusableInputError(SoChiTieuError):
    """A file, a CSV row or an option that cannot be used."""


class TemplateError(SoChiTieuError):
    """A Word template lacks a field, or uses one that does not exist."""


class OutputError(SoChiTieuError):
    """A file cannot be written (open elsewhere, folder read-only, disk full)."""


def unusable(name: str, why: str, **facts: str) -> UnusableInputError:
    """Return the error that tells why the file `name` cannot be used.

    Args:
        name: the file's name.
        why: the end of the sentence, without its full stop; `{names}` are filled in.
        facts: what is filled in.
    """
    return UnusableInputError(f"Tệp “{name}” {why.format(**facts)}.")
