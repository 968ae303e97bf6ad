"""The console's streams."""

from __future__ import annotations

import io
import sys


def speak_utf8() -> None:
    """Write UTF-8 also where output is piped on a machine with an old code page."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
