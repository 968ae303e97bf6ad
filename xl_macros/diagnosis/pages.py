"""The page with the results, in the first folder that takes it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from workbook.domain.errors import OutputError
from xl_macros.diagnosis import output_vi
from xl_macros.diagnosis.facts import Facts
from xl_macros.diagnosis.records import Record
from xl_macros.outputs import write_new


def written(facts: Facts, records: Sequence[Record], now: datetime) -> Path | None:
    """Write the page beside the sổ, else into the temporary folder; None where neither takes it."""
    content = output_vi.page(records, now)
    for folder in (facts.folder.path, facts.temp.path):
        try:
            return write_new(Path(folder) / output_vi.PAGE_NAME, content)
        except OutputError:  # that a folder refuses is among what the page tells
            continue
    return None
