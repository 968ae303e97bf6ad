"""The opener of foreign packages: whatever the bytes, a package or one reason."""

from __future__ import annotations

import io
import struct
import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbook.domain.errors import UnusableInputError
from workbook.packages import (
    MIB,
    Limits,
    PackageError,
    PackageReader,
    Reason,
    core_properties,
    from_root,
    pack,
    part_at,
    read_file,
    refusing,
)

LIMITS = Limits(parts=20, part=MIB, total=2 * MIB)
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title> Báo cáo </dc:title>'
    "<cp:category>Trạm y tế</cp:category></cp:coreProperties>"
)
RELS = (
    f'<Relationships xmlns="{RELATIONSHIPS}">'
    f'<Relationship Id="a" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="b" Type="{RELATIONSHIPS}/metadata/core-properties"'
    ' Target="/docProps/Core.xml#x"/>'
    f'<Relationship Id="c" Type="{OFFICE}/hyperlink" Target="https://a.vn/" TargetMode="External"/>'
    "</Relationships>"
)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="XML" ContentType="any"/>'
    '<Override PartName="/Word/document.xml" ContentType="main"/></Types>'
)
PARTS = {
    "[Content_Types].xml": TYPES,
    "_rels/.rels": RELS,
    "word/document.xml": "<w:document xmlns:w='w'/>",
    "docProps/core.xml": CORE,
}
GOOD = pack(PARTS)


def reason(content: bytes) -> tuple[Reason, str]:
    """Why a content cannot be read, looking into every part."""
    try:
        package = PackageReader(content, LIMITS)
        for part in package.names:
            package.read(part)
    except PackageError as error:
        return error.reason, error.part
    raise AssertionError("it can be read")


def test_a_package_tells_what_it_uses_and_of_what_type_its_parts_are() -> None:
    package = PackageReader(GOOD, LIMITS)
    assert [(one.kind, one.target, one.external) for one in package.relationships()] == [
        ("officeDocument", "word/document.xml", False),
        ("core-properties", "docProps/Core.xml", False),
        ("hyperlink", "https://a.vn/", True),
    ]
    assert package.relationships("word/document.xml") == ()
    assert package.content_type("word/document.xml") == "main"
    assert package.content_type("docProps/core.xml") == "any"
    assert package.content_type("a.png") == ""
    assert package.parse("word/document.xml").tag == "{w}document"


@pytest.mark.parametrize("name", ["WORD/Document.xml", "word\\document.xml", "/word/document.xml"])
def test_a_part_is_found_as_office_finds_it_however_its_name_is_written(name: str) -> None:
    parts = {name if one == "word/document.xml" else one: text for one, text in PARTS.items()}
    package = PackageReader(pack(parts), LIMITS)
    (main, *_) = package.relationships()
    assert package.parse(main.target).tag == "{w}document"


def with_method(method: int) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        archive.writestr("a.xml", "<a/>" * 100)
    return stream.getvalue()


def with_directory(place: int, value: bytes, signature: bytes = b"PK\x01\x02") -> bytes:
    """The good package with a field of the directory's last entry (or another record) changed."""
    content = bytearray(pack(PARTS, compressed=False))
    at = content.rindex(signature) + place
    content[at : at + len(value)] = value
    return bytes(content)


def twice(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), "<a/>")
    return stream.getvalue()


BAD: dict[str, tuple[bytes, Reason]] = {
    "nothing": (b"", Reason.EMPTY),
    "text": (b"a,b", Reason.PLAIN_TEXT),
    "a zip cut short": (GOOD[:-30], Reason.DAMAGED),
    "bzip2": (with_method(zipfile.ZIP_BZIP2), Reason.PART_DAMAGED),
    "LZMA": (with_method(zipfile.ZIP_LZMA), Reason.PART_DAMAGED),
    "a method nobody knows": (with_directory(10, b"\x63\0"), Reason.PART_DAMAGED),
    "an entry with a password": (with_directory(8, b"\1\0"), Reason.PROTECTED),
    "a part twice": (twice("a.xml", "A.xml"), Reason.PART_TWICE),
    "a part twice but for the slash": (twice("a/b.xml", "a\\b.xml"), Reason.PART_TWICE),
    "too many parts": (twice(*(f"{n}.xml" for n in range(21))), Reason.TOO_BIG),
    "too many lines of the directory": (b"PK\x03\x04" + b"PK\x01\x02" * 401, Reason.TOO_BIG),
    "too large a part": (pack({"a.png": b" " * MIB + b" "}), Reason.PART_TOO_BIG),
    "too much in all": (pack({f"{n}.png": b" " * MIB for n in range(3)}), Reason.PART_TOO_BIG),
    "a size that lies": (with_directory(24, b"\1\0\0\0"), Reason.PART_DAMAGED),
    "a wrong checksum": (with_directory(16, b"\1\2\3\4"), Reason.PART_DAMAGED),
    "an entry behind the file's end": (
        with_directory(42, b"\xff\xff\xff\x7f"), Reason.PART_DAMAGED),
    "a directory before the file's start": (
        with_directory(12, struct.pack("<L", 2**31), b"PK\x05\x06"), Reason.DAMAGED),
}  # fmt: skip


@pytest.mark.parametrize("kind", BAD)
def test_what_cannot_be_read_gives_its_reason(kind: str) -> None:
    content, expected = BAD[kind]
    assert reason(content)[0] is expected


def test_a_size_that_lies_unpacks_no_more_than_it_says() -> None:
    content = bytearray(pack({"a.xml": b" " * 100 * MIB}))
    at = content.rindex(b"PK\x01\x02") + 24
    content[at : at + 4] = (1000).to_bytes(4, "little")
    tracemalloc.start()
    assert reason(bytes(content)) == (Reason.PART_DAMAGED, "a.xml")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 8 * MIB


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=8)),
                min_size=1, max_size=6))  # fmt: skip
def test_any_damage_to_a_package_is_read_or_has_a_reason(
    damage: list[tuple[int, bytes]],
) -> None:
    content = bytearray(GOOD)
    for place, written in damage:
        content[place : place + len(written)] = written
    try:
        package = PackageReader(bytes(content), LIMITS)
        for part in package.names:
            package.content_type(part)
            package.relationships(part)
            package.parse(part)
    except PackageError:
        pass
    assert set(core_properties(bytes(content))) >= {"title", "category", "contentStatus"}


ROOT = b"<a>\xe1\xba\xaf</a>"
PROLOGS: dict[str, tuple[bytes, Reason | None]] = {
    "none": (b"", None),
    "a byte order mark": (b"\xef\xbb\xbf", None),
    "a declaration": (b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n', None),
    "one in single quotes, utf8": (b"<?xml version='1.0' encoding='utf8'?>", None),
    "comments and instructions": (b"<?xml version='1.0'?> <!-- <!a -> --> <?b <!c ?>", None),
    "a DOCTYPE": (b"<!DOCTYPE a>", Reason.ENTITIES),
    "a DOCTYPE behind a comment": (b"<!-- a --><!DOCTYPE a [<!ENTITY b 'c'>]>", Reason.ENTITIES),
    "another encoding": (b"<?xml version='1.0' encoding='UTF-7'?>", Reason.ENCODING),
    "UTF-16 that is none": (b"<?xml version='1.0' encoding='UTF-16'?>", Reason.ENCODING),
    "text": (b"abc", Reason.PART_DAMAGED),
    "a comment without an end": (b"<!-- ", Reason.PART_DAMAGED),
    "comments without end": (b"<!---->" * 300_000, Reason.PART_DAMAGED),
    "blanks without end": (b" " * MIB, Reason.PART_DAMAGED),
}


@pytest.mark.parametrize("kind", PROLOGS)
def test_what_stands_before_the_root_is_read_once_from_left_to_right(kind: str) -> None:
    prolog, expected = PROLOGS[kind]
    start = time.process_time()
    if expected is None:
        assert from_root("a.xml", prolog + ROOT) == ROOT
    else:
        with pytest.raises(PackageError) as caught:
            from_root("a.xml", prolog + ROOT)
        assert caught.value.reason is expected
    assert time.process_time() - start < 0.5


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_the_other_encoding_of_a_package(encoding: str) -> None:
    text = "<?xml version='1.0' encoding='UTF-16'?><a>ắ</a>"
    assert from_root("a.xml", ("\ufeff" + text).encode(encoding)) == ROOT
    doctype = "\ufeff<!DOCTYPE a><a/>".encode(encoding)
    with pytest.raises(PackageError, match="ENTITIES"):
        from_root("a.xml", doctype)


def test_properties_are_read_and_missing_ones_are_empty() -> None:
    found = core_properties(GOOD)
    assert (found["title"], found["category"], found["contentStatus"]) == (
        "Báo cáo", "Trạm y tế", "",
    )  # fmt: skip
    assert set(core_properties(b"%PDF").values()) == {""}
    bomb = pack({**PARTS, "docProps/core.xml": CORE.replace(" Báo", " " * 2 * MIB)})
    assert core_properties(bomb)["title"] == ""
    entity = "<!DOCTYPE a [<!ENTITY b 'c'>]>" + CORE
    assert core_properties(pack({**PARTS, "docProps/core.xml": entity}))["title"] == ""


def test_a_package_is_packed_without_a_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time", lambda: 0.0)
    assert pack(PARTS) == GOOD


@pytest.mark.parametrize(
    ("folder", "target", "part"),
    [
        ("word", "media/a.png", "word/media/a.png"),
        ("word/charts", "../embeddings/a.xlsx", "word/embeddings/a.xlsx"),
        ("word", "/customXml/item1.xml", "customXml/item1.xml"),
        ("word", "..\\..\\..\\a.xml", "a.xml"),
        ("", "word/document.xml#here", "word/document.xml"),
    ],
)
def test_a_target_is_a_part_inside_the_package(folder: str, target: str, part: str) -> None:
    assert part_at(folder, target) == part


def test_a_reason_becomes_the_sentence_of_whoever_asks(tmp_path: Path) -> None:
    with pytest.raises(UnusableInputError, match=r"^Tệp “a\.docx” hỏng ở b\.xml\.$"):  # noqa: SIM117  # the inner one is under test
        with refusing("a.docx", {Reason.PART_DAMAGED: "hỏng ở {part}"}):
            raise PackageError(Reason.PART_DAMAGED, "b.xml")
    for path, expected in (
        (tmp_path / "a", Reason.MISSING),
        (tmp_path, Reason.FOLDER),
        (tmp_path / "a\0b", Reason.MISSING),
        (Path("/dev/null"), Reason.NOT_A_FILE),
    ):
        with pytest.raises(PackageError, match=expected.name):
            read_file(path)
