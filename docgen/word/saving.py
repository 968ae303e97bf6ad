"""Saves a document without a clock: equal parts give equal bytes.

python-docx stamps the present second on every part of the zip file that it writes. Format:
PKWARE APPNOTE 6.3, sections 4.3.7 and 4.3.12.
"""

from __future__ import annotations

import io
import zipfile

_FIRST_DAY = bytes.fromhex("00002100")  # 1 January 1980, the earliest that a zip file can hold
_LOCAL, _CENTRAL = 10, 12  # offsets of the time in a part's header and in its directory entry
_ENTRY = b"PK\x01\x02"


def without_clock(content: bytes) -> bytes:
    """Return a zip file with the time of every part set to the earliest there is."""
    changed = bytearray(content)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entry = archive.start_dir
        for info in archive.infolist():
            for start in (info.header_offset + _LOCAL, entry + _CENTRAL):
                changed[start : start + len(_FIRST_DAY)] = _FIRST_DAY
            entry = content.find(_ENTRY, entry + 46 + len(info.filename.encode()))
    return bytes(changed)
