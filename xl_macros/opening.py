"""Opening what was written, in the program that the machine has for it."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def open_file(path: Path) -> None:
    """Open a document in the program that Windows has for it.

    Raises:
        OSError: no program opens it.
    """
    if sys.platform == "win32":
        os.startfile(path)
    else:
        import webbrowser

        if not webbrowser.open(path.as_uri()):
            raise OSError(path)
