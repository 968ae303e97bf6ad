"""A workbook being written, with its formats.

Thin shell over XlsxWriter; what stands where is `workbook.layout`'s affair.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from workbook.builder.macros import PlacedButton
from workbook.domain.register import CellValue
from workbook.layout import styles

Prop = str | int | float | bool

DATE_FORMAT = "dd/mm/yyyy"
# What people may still do on a protected sheet; the VBA allows the same after each click.
PROTECTION = {"format_columns": True, "format_rows": True}
TEXT_FORMAT = "@"  # what is written there stays text, also through Excel
_GENERAL = "General"
# Without `font_scheme` XlsxWriter ties the font to the theme's, which is Calibri.
_DEFAULT_FONT: dict[str, Prop] = {
    "font_name": styles.FONT,
    "font_family": 1,  # Roman
    "font_size": styles.TEXT_SIZE,
    "font_scheme": "none",
}
_DIGIT_8_PIXELS = 72  # XlsxWriter's name for a default font whose digits are 8 pixels wide


def _indent(props: Mapping[str, Prop]) -> int:
    # Texts and numbers keep off the border; centred ones have room on both sides.
    return 0 if props.get("align") == "center" else 1


class Book:
    """The workbook in memory; one format per set of properties."""

    def __init__(
        self,
        title: str,
        ward: str,
        period_label: str,
        year: int,
        *,
        sample: bool,
        buttons: Sequence[PlacedButton] | None,
    ) -> None:
        """Start an empty workbook; everything that could differ between runs is fixed.

        `buttons` is None in a workbook without macros.
        """
        self._bytes = BytesIO()
        self.file = Workbook(
            self._bytes,
            {
                "in_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
                "default_format_properties": dict(_DEFAULT_FONT),  # it is written to
                "default_column_width": _DIGIT_8_PIXELS,
            },
        )
        self.file.set_properties({"title": title, "created": datetime(year, 1, 1)})  # noqa: DTZ001 - no clock: the same input gives the same bytes
        self.file.set_calc_mode("auto")
        self.ward, self.period_label, self.sample = ward, period_label, sample
        self.buttons = buttons
        self._formats: dict[tuple[tuple[str, Prop], ...], Format] = {}
        self._props: dict[Format, dict[str, Prop]] = {}

    def format(self, **props: Prop) -> Format:
        """Return the format with these properties over the house's own."""
        merged: dict[str, Prop] = {**_DEFAULT_FONT, "valign": "vcenter", "text_wrap": True, **props}
        key = tuple(sorted(merged.items()))
        if key not in self._formats:
            self._formats[key] = self.file.add_format(dict(merged))
            self._props[self._formats[key]] = merged
        return self._formats[key]

    def suited(self, form: Format, value: CellValue) -> Format:
        """Return the format under which a value keeps its kind.

        To Excel a date is a number with a date's format: in a cell for counts it would
        turn into 46203, and a plain number in a cell for dates into a day.
        """
        props = self._props[form]
        dated = props.get("num_format") == DATE_FORMAT
        if isinstance(value, date) and not dated:
            return self.format(**{**props, "num_format": DATE_FORMAT})
        if isinstance(value, int | float) and dated:
            return self.format(**{**props, "num_format": _GENERAL})
        return form

    def entry_format(self, **props: Prop) -> Format:
        """Return the format of a cell to be typed: the only pale yellow, unlocked ones."""
        return self.format(
            **{
                "align": "left",
                "indent": _indent(props),
                "bg_color": styles.ENTRY_FILL,
                "border": styles.THIN,
                "border_color": styles.ENTRY_BORDER,
                "font_size": styles.ENTRY_SIZE,
                "locked": False,
                **props,
            }
        )

    def cell_format(self, **props: Prop) -> Format:
        """Return the format of a locked table cell."""
        return self.format(
            **{
                "align": "left",
                "indent": _indent(props),
                "border": styles.THIN,
                "border_color": styles.BORDER,
                **props,
            }
        )

    def heading_format(self, **props: Prop) -> Format:
        """Return the format of a table heading."""
        return self.cell_format(
            **{
                "bold": True,
                "font_color": styles.WHITE,
                "bg_color": styles.ACCENT,
                "align": "center",
                **props,
            }
        )

    def close(self) -> bytes:
        """Finish and return the file's bytes."""
        self.file.close()
        return self._bytes.getvalue()
