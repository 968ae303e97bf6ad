"""A TOML table read key by key: every type is checked, no key is passed over.

The schema is closed: a key that nobody asked for is a typing mistake (`denominater`),
and a plan that silently lost an attribute would be judged wrongly.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import TypeVar

from workbook.domain import plan_faults_vi as vi
from workbook.domain.plan_faults_vi import Place, PlanFault, PlanFaultError
from workbook.domain.text_vi import control_characters

_E = TypeVar("_E", bound=Enum)
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,19}")
_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_TOML_POSITION = re.compile(r"line (\d+), column (\d+)")

_GREATEST = 10**9  # no value of a plan comes near; larger ones are typing mistakes
_MOST_DIGITS = 9  # after the decimal point


def load_toml(text: str) -> dict[str, object]:
    """Parse a TOML text with exact decimals.

    Raises:
        PlanFaultError: the text is no TOML; the message names line and column.
    """
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError, ArithmeticError) as error:
        found = _TOML_POSITION.search(str(error))
        place = Place.LINE.format(line=found[1], column=found[2]) if found else Place.WHOLE
        raise PlanFaultError(place, PlanFault.NOT_TOML) from None


def plain(text: str) -> str:
    """Return a text in NFC with single spaces: line breaks are the file's, not the plan's."""
    return " ".join(unicodedata.normalize("NFC", text).split())


class Table:
    """The keys of one table not yet read, with the name of its place."""

    def __init__(self, place: str, content: dict[str, object]) -> None:
        """Take a copy, since reading a key removes it."""
        self.place = place
        self._left = dict(content)

    def refusal(self, fault: PlanFault, **words: object) -> PlanFaultError:
        """Return the exception for a fault of this table."""
        return PlanFaultError(self.place, fault, **words)

    def end(self) -> None:
        """Refuse whatever was not asked for."""
        for key in self._left:
            raise self.refusal(PlanFault.UNKNOWN_KEY, key=key)

    def has(self, key: str) -> bool:
        """Whether a key stands in the table and was not read yet."""
        return key in self._left

    def _take(self, key: str) -> object:
        if key not in self._left:
            raise self.refusal(PlanFault.MISSING_KEY, key=key)
        return self._left.pop(key)

    def _wrong(self, key: str, expected: str) -> PlanFaultError:
        return self.refusal(PlanFault.WRONG_TYPE, key=key, expected=expected)

    def text(self, key: str, *, blank: bool = False) -> str:
        """Read a text; a blank one is refused unless `blank` allows it."""
        value = self._take(key)
        if not isinstance(value, str):
            raise self._wrong(key, vi.TEXT)
        text = self._printable(key, value)
        if not text and not blank:
            raise self.refusal(PlanFault.BLANK, key=key)
        return text

    def _printable(self, key: str, value: str) -> str:
        if control_characters(plain(value)):
            raise self.refusal(PlanFault.CONTROL_CHARACTER, key=key)
        return plain(value)

    def optional_text(self, key: str) -> str:
        """Read a text that may be left out ("")."""
        return self.text(key) if self.has(key) else ""

    def texts(self, key: str, *, blank: bool = False) -> tuple[str, ...]:
        """Read a list of texts, none of them blank; `blank` allows an empty list."""
        value = self._take(key)
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self._wrong(key, vi.TEXTS)
        texts = tuple(self._printable(key, one) for one in value)
        if not all(texts) or not (texts or blank):
            raise self.refusal(PlanFault.BLANK, key=key)
        return texts

    def identifier(self, key: str = "id") -> str:
        """Read a stable id: ASCII, since it stands in CSV files and hidden cells."""
        value = self.text(key)
        if not _ID.fullmatch(value):
            raise self.refusal(PlanFault.BAD_ID, given=value)
        return value

    def file_name(self, key: str) -> str:
        """Read the name of a file in the plan's own folder; a path is refused."""
        value = self.text(key)
        if not _FILE_NAME.fullmatch(value):
            raise self.refusal(PlanFault.BAD_FILE_NAME, key=key, given=value)
        return value

    def whole(self, key: str, low: int, high: int) -> int:
        """Read a whole number within bounds (both included)."""
        value = self._take(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self._wrong(key, vi.WHOLE_NUMBER)
        if not low <= value <= high:
            raise self.refusal(PlanFault.BAD_NUMBER, key=key, given=value, low=low, high=high)
        return value

    def fraction(self, key: str) -> Fraction:
        """Read a number of 0 or more, exactly."""
        value = self._take(key)
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            raise self._wrong(key, vi.NUMBER)
        exact = Decimal(value)
        if not exact.is_finite() or not 0 <= exact <= _GREATEST or _digits(exact) > _MOST_DIGITS:
            raise self.refusal(
                PlanFault.BAD_NUMBER, key=key, given=f"{exact:.6g}", low=0, high=_GREATEST
            )
        return Fraction(exact)

    def day(self, key: str) -> date:
        """Read a date, written as TOML writes it: `2025-07-01`."""
        value = self._take(key)
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self._wrong(key, vi.DAY)
        return value

    def optional_day(self, key: str) -> date | None:
        """Read a date that may be left out."""
        return self.day(key) if self.has(key) else None

    def flag(self, key: str, *, default: bool = False) -> bool:
        """Read true or false; left out, the default."""
        if not self.has(key):
            return default
        value = self._take(key)
        if not isinstance(value, bool):
            raise self._wrong(key, vi.FLAG)
        return value

    def choice(self, key: str, kind: type[_E]) -> _E:
        """Read one of the values of an enum with texts as values."""
        value = self.text(key)
        known = {str(member.value): member for member in kind}
        return known[self._known(key, value, known)]

    def one_of(self, key: str, known: tuple[str, ...]) -> str:
        """Read one of the texts given."""
        return self._known(key, self.text(key), known)

    def _known(self, key: str, value: str, known: dict[str, _E] | tuple[str, ...]) -> str:
        if value not in known:
            raise self.refusal(
                PlanFault.UNKNOWN_CHOICE, key=key, given=value, known=", ".join(known)
            )
        return value

    def table(self, key: str, place: str) -> Table:
        """Read a table below this one."""
        value = self._take(key)
        if not isinstance(value, dict):
            raise self._wrong(key, vi.TABLE)
        return Table(place, value)

    def tables(
        self, key: str, place: str, name: str = "", *, optional: bool = False, **names: object
    ) -> Iterator[Table]:
        """Read an array of tables in order.

        Args:
            key: the array's key.
            place: one of `Place`, filled with `name` (the table's own key of that name,
                where it is known) and `index` (counted from 1).
            name: the key by which one table is told from another.
            optional: whether the array may be left out.
            names: further names for `place`.
        """
        if optional and not self.has(key):
            return iter(())
        value = self._take(key)
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            raise self._wrong(key, vi.TABLES)
        if not value:
            raise self.refusal(PlanFault.BLANK, key=key)
        return (
            Table(place.format(name=_name_of(one.get(name), index), index=index, **names), one)
            for index, one in enumerate(value, 1)
        )


def _name_of(value: object, index: int) -> str:
    if isinstance(value, str) and plain(value):
        return plain(value)
    known = isinstance(value, int) and not isinstance(value, bool)
    return str(value) if known else Place.NTH.format(index=index)


def _digits(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0
