"""The engines that `tests.benchmarks.documents` compares, each in a process of its own.

Run: python -m tests.benchmarks.document_engines ENGINE FOLDER SECONDS; the folder holds
the template, the context (a chart's title stands for it) and the finished text. Prints
documents a second and the most memory held, in kilobytes; seconds are the processor's, so
that other work does not count.
"""

from __future__ import annotations

import io
import json
import pickle
import resource
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from docgen.word.charts.data import Chart
from tests.docgen.declared import Context

Engine = Callable[[], object]
CHARTED = "context.pickle"  # the context with its charts, which JSON cannot hold


def _ours(folder: Path, _: Context) -> Engine:
    """Everything, with the charts of the report: none of the others draws any."""
    return _filled(folder, pickle.loads((folder / CHARTED).read_bytes()))


def _without_charts(folder: Path, _: Context) -> Engine:
    context = pickle.loads((folder / CHARTED).read_bytes())
    return _filled(
        folder, {key: "" if isinstance(one, Chart) else one for key, one in context.items()}
    )


def _filled(folder: Path, context: Context) -> Engine:
    from docgen.documents import field_tree
    from docgen.word.template import load_template

    path = folder / "bao_cao.docx"
    return lambda: load_template(path, field_tree("bao_cao.docx")).render(context)


def _floor(folder: Path, context: Context) -> Engine:
    """Nothing but Jinja's own rendering of the parts, and one zip of all of them."""
    from docgen.word.template import WordTemplate

    path = folder / "bao_cao.docx"
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    compiled = {name: part._template for name, part in WordTemplate(path)._templates.items()}

    def work() -> None:
        filled = {name: one.render(context).encode() for name, one in compiled.items()}
        with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for name, content in (parts | filled).items():
                archive.writestr(name, content)

    return work


def _docxtpl(folder: Path, context: Context) -> Engine:
    from docxtpl import DocxTemplate

    def work() -> None:
        template = DocxTemplate(folder / "bao_cao.docx")
        template.render(dict(context), autoescape=True)
        template.save(io.BytesIO())

    return work


def _python_docx(folder: Path, context: Context) -> Engine:
    """The same paragraphs and tables, cell by cell."""
    from docx import Document

    blocks = json.loads((folder / "text.json").read_text(encoding="utf-8"))

    def work() -> None:
        document = Document()
        for text in blocks["paragraphs"]:
            document.add_paragraph(text)
        for rows in blocks["tables"]:
            table = document.add_table(0, max(map(len, rows)))
            for texts in rows:
                for cell, text in zip(table.add_row().cells, texts, strict=False):
                    cell.text = text
        document.save(io.BytesIO())

    return work


OURS, WITHOUT_CHARTS = "ours", "ours without charts"
ENGINES: dict[str, Callable[[Path, Context], Engine]] = {
    OURS: _ours,
    WITHOUT_CHARTS: _without_charts,
    "floor": _floor,
    "docxtpl": _docxtpl,
    "python-docx": _python_docx,
}


def main(name: str, folder: Path, seconds: float) -> None:
    """Run an engine for some seconds."""
    context = json.loads((folder / "context.json").read_text(encoding="utf-8"))
    work = ENGINES[name](folder, context)
    work()  # what is kept between documents is not counted
    count, start = 0, time.process_time()
    while (passed := time.process_time() - start) < seconds:
        work()
        count += 1
    print(count / passed, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), float(sys.argv[3]))
