"""Which texts Excel does not keep as text when they are written into a cell.

Assigned through COM, a text goes the way of a typed one: "2026" becomes a number, "1/10"
a date, "01.1" the number 1.1. It depends on the regional settings which ones, so what any
of Vietnamese or American settings converts is named here, rather too much than too little.
"""

from __future__ import annotations

import re

_MONTH = (
    r"(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?"
    r"|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)"
)
_NUMBER = r"(\d{1,3}([.,]\d{3})+([.,]\d*)?|\d+([.,]\d*)?|[.,]\d+)"
_PATTERNS = (
    # 2026  01.1  1.234,5  -5  +5  (5)  5%  $5  5 ₫  1e5  .5
    rf"[-+(]?\s*[$€₫]?\s*{_NUMBER}(e[-+]?\d+)?\s*[%₫$€)]?\s*%?",
    r"[-+]?\d+ \d+/\d+",  # 1 1/2
    r"\d{1,4}[-/]\d{1,4}([-/]\d{1,4})?( \d{1,2}(:\d{1,2}){0,2}( ?[ap]m?)?)?",  # 1/10  2026-01-31
    r"\d{1,4}:\d{1,2}(:\d{1,2}([.,]\d+)?)?( ?[ap]m?)?",  # 12:30
    r"\d{1,2} ?[ap]m?",  # 5 PM
    rf"\d{{1,4}}[-/ ]?{_MONTH}\.?([-/ ,]+\d{{1,4}})?",  # 5 Jan 2026
    rf"{_MONTH}\.?[-/ ,]*\d{{1,4}}([-/ ,]+\d{{1,4}})?",  # mar-26
    r"true|false",
    r"#(n/a|null!|div/0!|value!|ref!|name\?|num!|spill!|calc!|field!|getting_data)",
)
_CONVERTED = re.compile("|".join(f"({pattern})" for pattern in _PATTERNS), re.IGNORECASE)


def converted(text: str) -> bool:
    """Tell whether Excel may turn a text into a number, a date, a truth value or an error."""
    return _CONVERTED.fullmatch(text.strip()) is not None


def read_as_formula(text: str) -> bool:
    """Tell whether Excel tries a text that was not meant as a formula as one.

    A dash before words ends as #NAME? or as error 1004; a lone dash stays.
    """
    return len(text) > 1 and text[0] in "+-@" and not converted(text)
