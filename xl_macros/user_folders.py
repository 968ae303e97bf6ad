"""Folders that the machine keeps for the user."""

from __future__ import annotations

import sys
from pathlib import Path

_DOCUMENTS = 5  # CSIDL_PERSONAL: the user's documents, also where they were moved
_LONGEST_PATH = 260  # characters; the function takes no more


def documents_folder() -> Path:
    """Return the folder that the machine keeps for the user's documents."""
    if sys.platform == "win32":
        import ctypes

        path = ctypes.create_unicode_buffer(_LONGEST_PATH)
        if ctypes.windll.shell32.SHGetFolderPathW(None, _DOCUMENTS, None, 0, path) == 0:
            return Path(path.value)
    documents = Path.home() / "Documents"
    return documents if documents.is_dir() else Path.home()
