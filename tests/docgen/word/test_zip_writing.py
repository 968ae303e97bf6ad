from __future__ import annotations

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from docgen.word.zip_writing import Entry, write_zip

NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30)


@given(st.dictionaries(NAMES, st.binary(max_size=2000), max_size=6))
def test_any_parts_come_out_as_they_went_in(parts: dict[str, bytes]) -> None:
    made = write_zip(Entry.packed(name, content) for name, content in parts.items())
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == parts
    assert write_zip(Entry.packed(*one) for one in parts.items()) == made


def test_parts_of_another_zip_are_taken_over_unopened() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("thử/đệ.xml", b"a" * 5000, zipfile.ZIP_DEFLATED, 9)
        archive.writestr("luu.bin", b"b" * 50, zipfile.ZIP_STORED)
    old = buffer.getvalue()
    with zipfile.ZipFile(io.BytesIO(old)) as archive:
        infos = archive.infolist()
    made = write_zip(Entry.taken_over(old, one) for one in infos)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.read("thử/đệ.xml") == b"a" * 5000
        assert archive.read("luu.bin") == b"b" * 50
        assert [one.compress_size for one in archive.infolist()] == [
            one.compress_size for one in infos
        ]


def test_an_empty_zip_is_a_zip() -> None:
    with zipfile.ZipFile(io.BytesIO(write_zip([]))) as archive:
        assert archive.namelist() == []
