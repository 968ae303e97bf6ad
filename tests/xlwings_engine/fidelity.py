"""How like Excel the pretended Excel is: xlwings' own tests run on it.

    python -m tests.xlwings_engine.fidelity CHECKOUT

CHECKOUT is a checkout of xlwings' repository, of the version that is installed. Its tests
are not ours to keep, so this runs by hand, not in CI; they need pytz besides. A test that
meets a member which this engine does not offer is left out and says which one; all others
must pass.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_RESULTS = "SO_CHI_TIEU_FIDELITY"
_FILES = (
    "test_active.py", "test_app.py", "test_book.py", "test_chunking.py", "test_conversion.py",
    "test_fileformats.py", "test_font.py", "test_names.py", "test_ndim.py", "test_range.py",
    "test_sheet.py",
)  # fmt: skip
_OTHER_FILES = {
    "test_async_load.py, test_jsnull.py, test_streaming_*.py, test_object_handles.py,"
    " test_custom_*.py, test_e2e.py, test_caller.py": "xlwings Lite, Server or custom functions",
    "test_engines/, test_markdown.py, reports/": "PRO parts",
    "test_characters.py, test_shape.py, test_table.py": "no macro uses shapes or tables",
    "test_converter_json.py, test_polars.py, restapi/, udfs/": "converters and services not used",
}


def main() -> int:
    """Run xlwings' tests and print what passes, file by file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkout", type=Path)
    checkout: Path = parser.parse_args().checkout
    with tempfile.TemporaryDirectory() as folder:
        # Under another name: "tests" is ours, and their package beside it would be loaded
        # instead of the installed one.
        copy = Path(folder) / "xlwings_tests"
        shutil.copytree(checkout / "tests", copy)
        results = _run(copy)
    _report(results)
    return int(not results or any(outcome == "failed" for _, outcome, _ in results))


def _run(tests: Path) -> list[tuple[str, str, str]]:
    record = tests.parent / "results.json"
    paths = os.pathsep.join(filter(None, [str(_ROOT), os.environ.get("PYTHONPATH", "")]))
    variables = {**os.environ, _RESULTS: str(record), "PYTHONPATH": paths}
    command = [
        sys.executable, "-m", "pytest", "-q", "-c", str(tests / "pytest.ini"), "--tb=short",
        "-p", "tests.xlwings_engine.fidelity_plugin",
        *(str(tests / name) for name in _FILES),
    ]  # fmt: skip
    done = subprocess.run(
        command, cwd=tests.parent, env=variables, capture_output=True, text=True, check=False
    )
    if not record.exists():
        raise SystemExit(f"pytest did not run:\n{done.stdout}\n{done.stderr}")
    found: list[tuple[str, str, str]] = json.loads(record.read_text(encoding="utf-8"))
    if not found or any(outcome == "failed" for _, outcome, _ in found):
        print(done.stdout)
    return found


def _report(results: list[tuple[str, str, str]]) -> None:
    by_file: dict[str, Counter[str]] = defaultdict(Counter)
    left_out: dict[str, list[str]] = defaultdict(list)
    for test, outcome, reason in results:
        file, _, name = test.partition("::")
        by_file[Path(file).name][outcome] += 1
        if outcome == "left out":
            left_out[reason].append(f"{Path(file).stem}: {name}")
    total: Counter[str] = Counter()
    for file, counts in sorted(by_file.items()):
        total += counts
        print(_line(file, counts))
    print(_line("all", total))
    print("\nLeft out:")
    for reason, tests in sorted(left_out.items()):
        print(f"- {reason}: {', '.join(sorted(tests))}")
    for files, reason in _OTHER_FILES.items():
        print(f"- {reason}: {files}")


def _line(name: str, counts: Counter[str]) -> str:
    run = counts["passed"] + counts["failed"]
    return f"{name}: {counts['passed']} of {run} pass, {counts['left out']} left out"


if __name__ == "__main__":
    sys.exit(main())
