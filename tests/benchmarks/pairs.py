"""Two programs measured in turn, so that a busy machine slows both."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable

ROUNDS = 9


def seconds(code: str, *arguments: str) -> float:
    """Run Python code in a process of its own; return the whole process's time."""
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-B", "-c", code, *arguments],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip
    return time.perf_counter() - start


def compare(title: str, ours: Callable[[], float], theirs: Callable[[], float]) -> None:
    """Print the median of the pairs' ratios, and both medians."""
    pairs = [(ours(), theirs()) for _ in range(ROUNDS)]
    ratios = sorted(mine / other for mine, other in pairs)
    mine, other = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(
        f"{title}: {statistics.median(ratios):.2f} times"
        f" ({mine * 1000:.0f} ms to {other * 1000:.0f} ms; {ratios[0]:.2f} to {ratios[-1]:.2f})"
    )
