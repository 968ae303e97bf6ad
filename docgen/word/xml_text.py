"""Texts as XML can hold them."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

# What XML cannot hold: control characters, lone surrogates, two non-characters.
_NO_XML = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
_UNPRINTABLE = re.compile(f"[{_NO_XML}]")
_SPECIAL = re.compile(f'[&<>"\t\n\r{_NO_XML}]')
_WRITTEN = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


def clean(text: str) -> str:
    """Replace characters that no XML file can hold by a space."""
    return _UNPRINTABLE.sub(" ", text)


def escaped(text: str) -> str:
    """Return a text as it stands in XML, between tags or inside double quotes."""
    return escape(clean(text), _WRITTEN) if _SPECIAL.search(text) else text
