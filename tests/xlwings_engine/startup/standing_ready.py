"""Opens the workbook before a RunPython command begins; only where a test ordered it."""

import os
import time

if "SO_CHI_TIEU_TEST_CLICK" in os.environ:
    import xlwings  # noqa: F401 # the command loads it anyway: not counted as our own time

    begun = time.perf_counter()
    from tests.xlwings_engine.command import begin

    begin(begun)
