"""Compares two Office packages part by part and says readably where they differ.

Zip bytes may differ while every part is the same (order, times, compression), so parts
are what counts. The parts that may legitimately differ are named by the caller, and the
values that change at every save stand in `VOLATILE`.
"""

from __future__ import annotations

import difflib
import io
import zipfile
from collections.abc import Collection

from lxml import etree

# Elements whose text tells when and by whom a file was saved, nothing of its content.
VOLATILE = frozenset({"created", "modified", "lastModifiedBy", "revision"})
_SORTED = (".rels", "[Content_Types].xml")  # the order of their children means nothing


def parts(package: bytes) -> dict[str, bytes]:
    """Return the parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def diff(got: bytes, want: bytes, ignore: Collection[str] = ()) -> str:
    """Return the differences of two packages, "" when every part is equal."""
    left, right = parts(got), parts(want)
    missing = [f"only in the second: {name}" for name in sorted(right.keys() - left.keys())]
    added = [f"only in the first: {name}" for name in sorted(left.keys() - right.keys())]
    changed = [
        _difference(name, left[name], right[name])
        for name in sorted(left.keys() & right.keys() - set(ignore))
        if left[name] != right[name]
    ]
    return "\n".join(line for line in [*missing, *added, *changed] if line)


def _difference(name: str, got: bytes, want: bytes) -> str:
    if not name.endswith((".xml", ".rels")):
        return f"{name}: {len(got)} bytes, wanted {len(want)}"
    lines = difflib.unified_diff(
        _pretty(name, want), _pretty(name, got), f"wanted {name}", f"got {name}", lineterm="", n=1
    )
    return "\n".join(lines)


def _pretty(name: str, content: bytes) -> list[str]:
    root = etree.fromstring(content)
    for element in root.iter():
        if etree.QName(element).localname in VOLATILE:
            element.text = None
    if name.endswith(_SORTED):
        root[:] = sorted(root, key=lambda child: sorted(child.items()))
    etree.indent(root)
    return etree.tostring(root, encoding="unicode").splitlines()
