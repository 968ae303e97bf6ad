"""The snapshot of Lịch sử and Cấu hình, against which later changes show."""

from __future__ import annotations

from workbook.domain.settings import SPECS
from workbook.layout import columns, judged
from workbook.layout.blocks import Block, Value, seen, table
from workbook.layout.job import Job
from workbook.layout.placement import HISTORY_FIRST_ROW, SettingsLayout
from workbook.layout.sheets import JUDGED


def judged_blocks(job: Job) -> tuple[Block, ...]:
    """Return the blocks of the very hidden sheet: Lịch sử, then Cấu hình."""
    return _history(job), _settings(job)


def _history(job: Job) -> Block:
    kept = {judged.row_of(row.measure_id): row for row in job.register.history}
    last = judged.last_history_row(job.register)
    keys = [column.key if column.entry else None for column in columns.history_columns()]
    fields = {"id": "measure_id"}
    rows = (
        [seen(getattr(kept[number], fields.get(key, key)).value) if key and number in kept else None
         for key in keys]
        for number in range(HISTORY_FIRST_ROW, last + 1)
    )  # fmt: skip
    return table(JUDGED, HISTORY_FIRST_ROW, 0, rows)


def _settings(job: Job) -> Block:
    place = SettingsLayout()
    values: dict[int, Value] = {}
    for spec in SPECS:
        for index, cell in enumerate(job.register.settings.get(spec.key, ())[: spec.rows]):
            values[place.row(spec.key, index)] = seen(cell.value)
    rows = ([values.get(row)] for row in range(place.FIRST_ROW, place.last_row + 1))
    return table(JUDGED, place.FIRST_ROW, judged.SETTINGS_COLUMN, rows)
