"""Charts made for a test, templates that hold them, and what a document's charts say."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from pathlib import Path

from lxml import etree
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from docgen.fields import FieldTree
from docgen.template_check.chart_parts import A, C, R
from docgen.word.charts.data import Chart, Series
from docgen.word.template import WordTemplate
from tests.docgen.declared import Context, chart, rows, text
from tests.docgen.wordxml import (
    ChartPart,
    Section,
    chart_paragraph,
    chart_run,
    only_if,
    package,
    paragraph,
)

FIELDS = FieldTree(
    "Thử",
    (
        (
            "Mọi ô",
            (
                text("x", "chữ", "chữ"),
                text("dau_trang", "dấu", ""),
                text("ten_co_quan", "tên", "Ủy ban"),
                chart("bieu_do", "biểu đồ"),
                chart("bieu_do_cham", "biểu đồ chậm"),
                rows("cac_muc", "các mục", text("ten", "tên", "Về sân chơi"), chart("ve", "vẽ")),
            ),
        ),
    ),
)
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_REFERENCE = re.compile(r"'Số liệu'!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?")


def numbers(*given: int | str | None) -> tuple[Fraction | None, ...]:
    """Return exact numbers; None stays."""
    return tuple(None if one is None else Fraction(one) for one in given)


EXAMPLE = Chart(
    "Tên mẫu",
    "",
    ("Một", "Hai"),
    (Series("Đạt", numbers(3, 2)), Series("Chậm", numbers(1, 4))),
)
DATA = Chart(
    "Có 03 nội dung chậm & <không đạt>",
    'Mục tiêu 1: "03" đạt; mục tiêu 2 < mục tiêu 1.',
    ("1. Một", "2. Hai", "3. Ba"),
    (
        Series("Chậm hoặc không đạt", numbers(1, None, 2), role="cham"),
        Series("Đạt", numbers(4, "1/3", 0)),
        Series("Chưa có số liệu", numbers(None, None, 1)),
    ),
)
_DATA = Path(__file__).parent / "data"
# Charts as the templates of November 2026 hold them, filled with EXAMPLE.
STACKED, HUNDRED = (
    ChartPart(number, tag, (_DATA / f"{name}.xml").read_text(encoding="utf-8"), height_mm=height)
    for number, tag, name, height in
    ((1, "bieu_do", "stacked", 50), (2, "bieu_do_cham", "hundred", 90))
)  # fmt: skip
LINES = ChartPart(
    3, "m.ve", (_DATA / "lines.xml").read_text(encoding="utf-8"), width_mm=78, height_mm=55
)
LOOP = ("{% for m in cac_muc %}", chart_run(LINES), "{% endfor %}")
BODY = (
    only_if("bieu_do", chart_paragraph(STACKED))
    + only_if("bieu_do_cham", chart_paragraph(HUNDRED))
    + paragraph("BieuDo", *LOOP)
)
NOTHING: Context = {
    "x": "", "dau_trang": "", "ten_co_quan": "", "bieu_do": "", "bieu_do_cham": "", "cac_muc": [],
}  # fmt: skip


def template(
    path: Path, body: str = BODY, charts: tuple[ChartPart, ...] = (STACKED, HUNDRED, LINES)
) -> Path:
    """Write a template."""
    path.write_bytes(package(Section(body), title="Thử", charts=charts))
    return path


def fill(path: Path, **context: object) -> bytes:
    """Fill a template; what is not named is empty."""
    made = WordTemplate(path, FIELDS)
    return made.render({**NOTHING, **context})


def parts_of(document: bytes) -> dict[str, bytes]:
    """Return the parts of a document."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(path: Path, change: Callable[[dict[str, bytes]], Mapping[str, bytes]]) -> Path:
    """Write a template anew with its parts changed."""
    parts = change(parts_of(path.read_bytes()))
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def related(parts: Mapping[str, bytes], name: str) -> dict[str, tuple[str, str]]:
    """Return type and target of a part's relationships, by id."""
    folder, _, file = name.rpartition("/")
    root = etree.fromstring(parts[f"{folder}/_rels/{file}.rels"])
    return {
        one.get("Id", ""): (
            one.get("Type", "").rpartition("/")[2],
            posixpath.normpath(posixpath.join(folder, one.get("Target", ""))).lstrip("/"),
        )
        for one in root
    }


@dataclass
class Drawn:
    """A chart as it stands in a document."""

    number: str  # the drawing's id
    description: str
    height: int
    name: str
    root: etree._Element
    book: bytes

    @cached_property
    def sheet(self) -> Worksheet:
        made: Worksheet = load_workbook(io.BytesIO(self.book))["Số liệu"]
        return made

    @property
    def title(self) -> str:
        return "".join(one.text or "" for one in self.root.iterfind(f".//{C}chart/{C}title//{A}t"))

    @property
    def series(self) -> list[etree._Element]:
        found = list(self.root.iter(f"{C}ser"))
        return sorted(found, key=lambda one: int(one.find(f"{C}order").get("val")))  # type: ignore[union-attr,arg-type]

    def content(self) -> dict[str, list[tuple[str, str | None]]]:
        """Return by series its categories and numbers, as they are cached."""
        return {
            _cached(one, "tx")[0] or "": list(
                zip((each or "" for each in _cached(one, "cat")), _cached(one, "val"), strict=True)
            )
            for one in self.series
        }

    def references(self) -> list[tuple[str, list[str | None]]]:
        """Return every reference with what is cached for it."""
        return [
            (one.findtext(f"{C}{kind}//{C}f", ""), _cached(one, kind))
            for one in self.series
            for kind in ("tx", "cat", "val")
        ]

    def cells(self, reference: str) -> list[object]:
        """Return what the chart's workbook holds at a reference."""
        found = _REFERENCE.fullmatch(reference)
        assert found, reference
        first, last = f"{found[1]}{found[2]}", f"{found[3] or found[1]}{found[4] or found[2]}"
        return [cell.value for row in self.sheet[f"{first}:{last}"] for cell in row]


def _cached(series: etree._Element, kind: str) -> list[str | None]:
    count = int(series.find(f"{C}{kind}//{C}ptCount").get("val"))  # type: ignore[union-attr,arg-type]
    points = {
        int(one.get("idx", "")): one.findtext(f"{C}v") or ""
        for one in series.iterfind(f"{C}{kind}//{C}pt")
    }
    return [points.get(place) for place in range(count)]


def drawn(document: bytes, part: str = "word/document.xml") -> list[Drawn]:
    """Return the charts of a part in their order, everything found by relationships."""
    parts = parts_of(document)
    root = etree.fromstring(parts[part])
    charts = []
    for holder in root.iter(f"{_WP}inline", f"{_WP}anchor"):
        chart = holder.find(f"{A}graphic/{A}graphicData/{C}chart")
        properties, extent = holder.find(f"{_WP}docPr"), holder.find(f"{_WP}extent")
        if chart is None or properties is None or extent is None:
            continue
        kind, name = related(parts, part)[chart.get(f"{R}id", "")]
        assert kind == "chart"
        made = etree.fromstring(parts[name])
        data = made.find(f"{C}externalData")
        assert data is not None
        kind, book = related(parts, name)[data.get(f"{R}id", "")]
        assert kind == "package"
        charts.append(
            Drawn(properties.get("id", ""), properties.get("descr", ""), int(extent.get("cy", "")),
                  name, made, parts[book])
        )  # fmt: skip
    return charts
