"""What a template may not carry, each as an attack that must be named."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from docgen.findings import FindingKind
from docgen.template_check import catalogue_vi
from docgen.template_check.checking import check_template
from docgen.word.template import FaultyTemplateError, WordTemplate
from tests.docgen import templates
from tests.docgen.template_check.samples import FIELDS, related, repacked, unpacked, with_body
from workbook.domain.errors import TemplateError

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_MS = "http://schemas.microsoft.com/office/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships/"
_MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships/"
RELATIONS: dict[str, tuple[FindingKind, str, str, str]] = {
    "link": (catalogue_vi.EXTERNAL, f"{_OFFICE}hyperlink", "https://example.org/", "External"),
    "link to mail": (
        catalogue_vi.EXTERNAL, f"{_OFFICE}hyperlink", "mailto:a@example.org", "External",
    ),
    "linked picture": (
        catalogue_vi.EXTERNAL, f"{_OFFICE}image", "https://example.org/a.png", "External",
    ),
    "linked share": (catalogue_vi.EXTERNAL, f"{_OFFICE}image", r"\\server\share\a.png", ""),
    "linked file": (catalogue_vi.EXTERNAL, f"{_OFFICE}image", "file:///C:/a.png", ""),
    "linked object": (catalogue_vi.OBJECT, f"{_OFFICE}oleObject", "file:///C:/a.xlsx", "External"),
    "frame": (catalogue_vi.EXTERNAL, f"{_OFFICE}frame", "https://example.org/", "External"),
    "template": (
        catalogue_vi.ATTACHED,
        f"{_OFFICE}attachedTemplate", "https://example.org/a.dotm", "External",
    ),
    "template on a share": (catalogue_vi.ATTACHED, f"{_OFFICE}attachedTemplate", "a.dotm", ""),
    "macros": (catalogue_vi.MACRO, f"{_MICROSOFT}vbaProject", "a.bin", ""),
    "keys": (catalogue_vi.MACRO, f"{_MICROSOFT}keyMapCustomizations", "customizations.xml", ""),
    "object": (catalogue_vi.OBJECT, f"{_OFFICE}oleObject", "embeddings/a.bin", ""),
    "package": (catalogue_vi.OBJECT, f"{_OFFICE}package", "embeddings/a.docx", ""),
    "control": (catalogue_vi.ACTIVEX, f"{_OFFICE}control", "activeX/a.xml", ""),
    "other text": (catalogue_vi.IMPORTED, f"{_OFFICE}aFChunk", "a.html", ""),
    "other document": (
        catalogue_vi.IMPORTED, f"{_OFFICE}subDocument", "file:///a.docx", "External",
    ),
    "mail merge": (
        catalogue_vi.MAIL_MERGE, f"{_OFFICE}mailMergeSource", "file:///a.csv", "External",
    ),
    "something new": (catalogue_vi.STRANGE, f"{_OFFICE}somethingNew", "a.xml", ""),
    "someone else's": (catalogue_vi.STRANGE, "http://example.org/image", "a.png", ""),
}  # fmt: skip
PARTS: dict[str, tuple[FindingKind, str]] = {
    "macros": (catalogue_vi.MACRO, "word/vbaProject.bin"),
    "macros' data": (catalogue_vi.MACRO, "word/vbaData.xml"),
    "control": (catalogue_vi.ACTIVEX, "word/activeX/activeX1.bin"),
    "object": (catalogue_vi.OBJECT, "word/embeddings/oleObject1.bin"),
    "workbook of no chart": (catalogue_vi.OBJECT, "word/embeddings/a.xlsx"),
    "workbook with macros": (catalogue_vi.OBJECT, "word/embeddings/a.xlsm"),
    "program": (catalogue_vi.STRANGE, "word/media/a.exe"),
    "page": (catalogue_vi.STRANGE, "word/a.html"),
    "a way out": (catalogue_vi.STRANGE, "word/../../a.xml"),
    "a root": (catalogue_vi.STRANGE, "/etc/a.xml"),
    "Windows' separators": (catalogue_vi.STRANGE, "word\\a.xml"),
}
BODIES: dict[str, tuple[FindingKind, str]] = {
    "altChunk": (catalogue_vi.IMPORTED, '<w:altChunk r:id="rId1"/>'),
    "subDoc": (catalogue_vi.IMPORTED, '<w:p><w:subDoc r:id="rId1"/></w:p>'),
    "object": (catalogue_vi.OBJECT, "<w:p><w:r><w:object/></w:r></w:p>"),
    "OLEObject": (
        catalogue_vi.OBJECT,
        '<w:p><w:r><w:pict><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office"/>'
        "</w:pict></w:r></w:p>",
    ),
    "control": (
        catalogue_vi.ACTIVEX, '<w:p><w:r><w:pict><w:control r:id="rId1"/></w:pict></w:r></w:p>',
    ),
    "address in a drawing": (
        catalogue_vi.EXTERNAL,
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" '
        'href="https://example.org/"/></w:pict></w:r></w:p>',
    ),
    "picture by address": (
        catalogue_vi.EXTERNAL,
        '<w:p><w:r><w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" '
        r'src="\\server\a.png"/></w:pict></w:r></w:p>',
    ),
    "columns that are no number": (
        catalogue_vi.BROKEN,
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="-3"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>',
    ),
    "a size that is no number": (
        catalogue_vi.BROKEN,
        '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/'
        '2006/wordprocessingDrawing"><wp:extent cx="1" cy="1.5"/></wp:inline></w:drawing></w:r>'
        "</w:p>",
    ),
    "macro of a form": (
        catalogue_vi.MACRO,
        '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:entryMacro w:val="a"/></w:ffData>'
        '</w:fldChar></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r>'
        '<w:fldChar w:fldCharType="end"/></w:r></w:p>',
    ),
}  # fmt: skip
FIELD_CODES = (
    "DDE excel a b", "DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe /k calc", "ddeauto a",
    "INCLUDETEXT https://example.org/a.docx", "INCLUDEPICTURE \\\\\\\\server\\\\a.png",
    "INCLUDE a", "LINK Excel.Sheet.12 a.xlsx", "EMBED a", "IMPORT a", "MACROBUTTON a b",
    "HYPERLINK https://example.org/", 'HYPERLINK \\l "a" https://example.org/', "AUTOTEXT a",
    "QUOTE 68 68 69", "IF 1 = 1 a b", "= 1 + 1", "MERGEFIELD a", "DATABASE \\d a", "ASK a b",
    "FILLIN a", "SET a b", "PRINT a", "GOTOBUTTON a b", "USERNAME", "DATE", "ADVANCE", "",
)  # fmt: skip
TESTED = {
    *(kind for kind, *_ in RELATIONS.values()), *(kind for kind, _ in PARTS.values()),
    *(kind for kind, _ in BODIES.values()), catalogue_vi.FIELD_CODE,
    catalogue_vi.ENTITIES, catalogue_vi.TWICE,
    catalogue_vi.BROKEN, catalogue_vi.TOO_LARGE, catalogue_vi.WORD_TEMPLATE, catalogue_vi.LOST_PART,
    catalogue_vi.LOST_USE,
}  # fmt: skip


def found(path: Path) -> list[tuple[str, str]]:
    """The faults of a file, which which must stop the filling."""
    faults = [one for one in check_template(path, FIELDS) if one.blocks]
    with pytest.raises(FaultyTemplateError) as caught:
        WordTemplate(path, FIELDS)
    assert [one.code for one in caught.value.faults] == [one.code for one in faults]
    return [(one.code, one.message) for one in faults]


@pytest.mark.parametrize("attack", RELATIONS)
def test_a_relation_that_leads_out_or_acts_is_refused(tmp_path: Path, attack: str) -> None:
    kind, relation, target, mode = RELATIONS[attack]
    ((code, message),) = found(related(tmp_path, relation, target, mode=mode))
    assert code == kind.code
    assert target in message or kind in (catalogue_vi.STRANGE, catalogue_vi.MAIL_MERGE)


@pytest.mark.parametrize("attack", PARTS)
def test_a_part_that_acts_is_refused_even_if_nothing_leads_to_it(
    tmp_path: Path, attack: str
) -> None:
    kind, name = PARTS[attack]
    path = templates.write(tmp_path / "mau.docx", "{{ x }}")
    ((code, message),) = found(repacked(path, {**unpacked(path), name: b"<x/>"}))
    assert code == kind.code
    assert name in message


@pytest.mark.parametrize(
    ("name", "kind", "fault"),
    [
        ("word/a.xml", "application/vnd.ms-word.keyMapCustomizations+xml", catalogue_vi.MACRO),
        ("word/a.xml", "application/vnd.ms-word.attachedToolbars", catalogue_vi.MACRO),
        ("word/a.xml", "application/vnd.ms-word.vbaData+xml", catalogue_vi.MACRO),
        ("word/a.png", "application/vnd.ms-office.vbaProject", catalogue_vi.MACRO),
        *((f"word/media/a.{ending}", "image/png", catalogue_vi.STRANGE)
          for ending in ("bin", "BIN", "htm", "html", "mht", "exe", "dll", "js", "docm", "doc")),
    ],
)  # fmt: skip
def test_a_part_is_judged_by_its_type_and_by_its_name_whatever_the_other_says(
    tmp_path: Path, name: str, kind: str, fault: FindingKind
) -> None:
    path = templates.write(tmp_path / "mau.docx", "{{ x }}")
    types = unpacked(path)["[Content_Types].xml"].replace(
        b"</Types>", f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'.encode()
    )
    parts = {**unpacked(path), "[Content_Types].xml": types, name: b"<x/>"}
    ((code, message),) = found(repacked(path, parts))
    assert code == fault.code
    assert name in message


@pytest.mark.parametrize("attack", BODIES)
def test_an_element_that_acts_is_refused(tmp_path: Path, attack: str) -> None:
    kind, body = BODIES[attack]
    assert [code for code, _ in found(with_body(tmp_path, body))] == [kind.code]


def test_a_field_is_named_with_the_words_around_it(tmp_path: Path) -> None:
    body = f"<w:p><w:r><w:t>Hôm nay </w:t></w:r>{whole('DATE')[5:]}"
    path = with_body(tmp_path, body)
    (fault,) = (one for one in check_template(path, FIELDS) if one.blocks)
    assert (fault.location, fault.excerpt) == ("Đoạn", "Hôm nay")


def in_a_run(code: str) -> str:
    return f"<w:r><w:instrText>{code}</w:instrText></w:r>"


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def whole(code: str) -> str:
    return f"<w:p>{mark('begin')}{in_a_run(code)}{mark('separate')}{mark('end')}</w:p>"


def escaped(code: str) -> str:
    return code.replace('"', "&quot;")


@pytest.mark.parametrize("code", FIELD_CODES)
def test_a_field_that_fetches_runs_or_asks_is_refused(tmp_path: Path, code: str) -> None:
    simple = f'<w:p><w:fldSimple w:instr=" {escaped(code)} "/></w:p>'
    cut = f"<w:p>{mark('begin')}{''.join(map(in_a_run, code))}{mark('end')}</w:p>"
    for body in (simple, whole(code), cut):
        ((found_code, message),) = found(with_body(tmp_path, body))
        assert found_code == catalogue_vi.FIELD_CODE.code
        assert f"“{code.split(' ')[0] if code else '?'}" in message


@pytest.mark.parametrize(
    "body",
    [
        f"<w:p>{mark('begin')}{mark('begin')}{in_a_run('PAGE')}{mark('end')}{in_a_run(' DDE a')}"
        f"{mark('end')}</w:p>",
        f"<w:p>{in_a_run('PAGE')}{in_a_run('DDE')}</w:p>",
        f"<w:p>{mark('begin')}{in_a_run('DDE a')}</w:p>",
        f"<w:p>{mark('begin')}{in_a_run('DD')}</w:p><w:p>{in_a_run('E a')}{mark('end')}</w:p>",
        '<w:p><w:r><w:delInstrText>DDE a</w:delInstrText></w:r></w:p>',
        f"{whole('PAGE')}{whole('PAGE DDE')}{whole('DDE PAGE')}",
    ],
    ids=["nested", "outside", "never ended", "over paragraphs", "deleted", "after good ones"],
)  # fmt: skip
def test_a_field_that_hides_its_code_is_refused(tmp_path: Path, body: str) -> None:
    assert {code for code, _ in found(with_body(tmp_path, body))} == {catalogue_vi.FIELD_CODE.code}


@pytest.mark.parametrize(
    "code", ["PAGE", " page \\* MERGEFORMAT ", "NUMPAGES", "SECTIONPAGES", 'TOC \\o "1-3"',
             "PAGEREF _Toc1 \\h", 'HYPERLINK \\l "_Toc1"', 'HYPERLINK \\l "_Toc1" \\h', "SEQ Bảng"]
)  # fmt: skip
def test_page_numbers_and_references_inside_the_text_may_stand(tmp_path: Path, code: str) -> None:
    path = with_body(tmp_path, whole(code))
    assert [one for one in check_template(path, FIELDS) if one.blocks] == []


DOCTYPES = {
    "entity": '<!DOCTYPE x [<!ENTITY a "b">]><w:document xmlns:w="w">&a;</w:document>',
    "entity bomb": '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    + "]><x>&a11;</x>",
    "file": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
    "remote": '<!DOCTYPE x SYSTEM "https://example.org/a.dtd"><x/>',
    "parameter": '<!DOCTYPE x [<!ENTITY % a SYSTEM "https://example.org/a">%a;]><x/>',
}


@pytest.mark.parametrize("attack", DOCTYPES)
@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "customXml/item1.xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_doctype_is_refused_in_every_part(
    tmp_path: Path, part: str, attack: str, encoding: str
) -> None:
    path = templates.write(tmp_path / "mau.docx", "{{ x }}")
    content = DOCTYPES[attack].encode(encoding)
    ((code, message),) = found(repacked(path, {**unpacked(path), part: content}))
    assert code == catalogue_vi.ENTITIES.code
    assert part in message


def test_a_part_twice_or_twice_but_for_case_is_refused(tmp_path: Path) -> None:
    path = templates.write(tmp_path / "mau.docx", "{{ x }}")
    parts = unpacked(path)
    with pytest.warns(UserWarning, match="Duplicate name"):
        repacked(path, parts, twice="word/document.xml")
    assert catalogue_vi.TWICE.code in [code for code, _ in found(path)]
    repacked(path, {**parts, "word/Styles.xml": parts["word/styles.xml"]})
    assert catalogue_vi.TWICE.code in [code for code, _ in found(path)]


@pytest.mark.parametrize("content", [b"<w:document", b"", b"\xff\xfe<", b"<?xml version='1.0'?>"])
@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml"])
def test_a_part_that_is_no_xml_is_named(tmp_path: Path, part: str, content: bytes) -> None:
    path = templates.write(tmp_path / "mau.docx", "{{ x }}")
    ((code, message),) = found(repacked(path, {**unpacked(path), part: content}))
    assert code == catalogue_vi.BROKEN.code
    assert part in message


@pytest.mark.parametrize(
    "content", [b"<a>" + b" " * 5_000_000 + b"</a>", b"<a>" + b"<b/>" * 200_000 + b"</a>"]
)
def test_a_part_of_absurd_size_is_refused(tmp_path: Path, content: bytes) -> None:
    path = templates.write(tmp_path / "mau.docx", "{{ x }}")
    ((code, _),) = found(repacked(path, {**unpacked(path), "word/theme/a.xml": content}))
    assert code == catalogue_vi.TOO_LARGE.code


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = templates.write(tmp_path / "mau.docx", "{{ x }}")
    parts = unpacked(path)
    for bomb in ({"word/media/a.png": b" " * 200_000_000}, {f"{n}.png": b"" for n in range(2000)}):
        repacked(path, {**parts, **bomb})
        with pytest.raises(TemplateError, match="lớn quá mức"):
            check_template(path, FIELDS)


def test_a_size_that_lies_is_no_way_in(tmp_path: Path) -> None:
    path = repacked(tmp_path / "mau.docx", {"word/document.xml": b" " * 100_000_000})
    content = bytearray(path.read_bytes())
    place = content.rindex(b"PK\x01\x02") + 24  # the size unpacked, in the directory
    content[place : place + 4] = (1000).to_bytes(4, "little")
    path.write_bytes(content)
    with pytest.raises(TemplateError, match="không phải là tệp Word"):
        check_template(path, FIELDS)


@pytest.mark.parametrize(
    ("kind", "fault"),
    [
        ("application/vnd.ms-word.document.macroEnabled.main+xml", catalogue_vi.MACRO),
        ("application/vnd.ms-word.template.macroEnabledTemplate.main+xml", catalogue_vi.MACRO),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
         catalogue_vi.WORD_TEMPLATE),
    ],
)  # fmt: skip
def test_only_an_ordinary_document_is_taken(tmp_path: Path, kind: str, fault: FindingKind) -> None:
    path = templates.write(tmp_path / "mau.docx", "a")
    parts = unpacked(path)
    ordinary = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = parts["[Content_Types].xml"].replace(ordinary, kind.encode())
    codes = [code for code, _ in found(repacked(path, {**parts, "[Content_Types].xml": types}))]
    assert codes[0] == fault.code


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "kiểu cũ"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        (b"PK\x05\x06" + b"\0" * 18, "không phải là tệp Word"),
        (b"\0" * 21_000_000, "lớn quá mức"),
    ],
    ids=["old", "encrypted", "empty", "large"],
)
def test_what_is_no_docx_is_said_to_be_what_it_is(
    tmp_path: Path, content: bytes, words: str
) -> None:
    path = tmp_path / "mau.docx"
    path.write_bytes(content)
    with pytest.raises(TemplateError, match=words):
        check_template(path, FIELDS)


def chart(folder: Path) -> Path:
    """A template with a native chart and the workbook that holds its figures."""
    path = related(folder, f"{_OFFICE}chart", "charts/chart1.xml", part=b"<c/>")
    book = io.BytesIO()
    with zipfile.ZipFile(book, "w") as archive:
        archive.writestr("xl/workbook.xml", b"<workbook/>")
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}package" Target="../embeddings/a.xlsx"/>'
        "</Relationships>"
    )
    types = unpacked(path)["[Content_Types].xml"].replace(
        b"</Types>", b'<Default Extension="xlsx" ContentType="application/zip"/></Types>'
    )
    return repacked(path, {
        **unpacked(path), "[Content_Types].xml": types,
        "word/charts/_rels/chart1.xml.rels": relation.encode(),
        "word/embeddings/a.xlsx": book.getvalue(),
    })  # fmt: skip


def test_a_native_chart_may_bring_the_workbook_of_its_figures(tmp_path: Path) -> None:
    assert [one for one in check_template(chart(tmp_path), FIELDS) if one.blocks] == []


def test_a_charts_workbook_that_the_text_uses_too_is_refused(tmp_path: Path) -> None:
    path = chart(tmp_path)
    parts = unpacked(path)
    rels = "word/_rels/document.xml.rels"
    relation = f'<Relationship Id="rIdY" Type="{_OFFICE}package" Target="embeddings/a.xlsx"/>'
    parts[rels] = parts[rels].replace(b"</Relationships>", f"{relation}</Relationships>".encode())
    assert {code for code, _ in found(repacked(path, parts))} == {catalogue_vi.OBJECT.code}


def test_a_tag_in_a_part_that_is_never_filled_is_reported(tmp_path: Path) -> None:
    path = chart(tmp_path)
    parts = unpacked(path)
    repacked(path, {**parts, "word/charts/chart1.xml": b"<c><t>{{ x }}</t></c>"})
    assert [code for code, _ in found(path)] == [catalogue_vi.TAG_ELSEWHERE.code]


# What Word and Microsoft 365 keep beside a document: its name, and what leads there.
KEPT_BESIDE = {
    "comments": ("comments.xml", f"{_OFFICE}comments"),
    "replies": ("commentsExtended.xml", f"{_MS}2011/relationships/commentsExtended"),
    "ids of comments": ("commentsIds.xml", f"{_MS}2016/09/relationships/commentsIds"),
    "people": ("people.xml", f"{_MS}2011/relationships/people"),
    "tasks": ("documenttasks/tasks.xml", f"{_MS}2019/05/relationships/documenttasks"),
    "label": ("/docMetadata/LabelInfo.xml",
        "http://any.example/relationships/classificationlabels"),
    "panes": ("webextensions/taskpanes.xml", f"{_MS}2011/relationships/webextensiontaskpanes"),
    "data": ("/customXml/item1.xml", f"{_OFFICE}customXml"),
    "building blocks": ("glossary/document.xml", f"{_OFFICE}glossaryDocument"),
    "printer": ("printerSettings/printerSettings1.bin", f"{_OFFICE}printerSettings"),
    "signature": ("/_xmlsignatures/origin.sigs", f"{_PACKAGE}digital-signature/origin"),
}  # fmt: skip


@pytest.mark.parametrize("kind", KEPT_BESIDE)
@pytest.mark.parametrize("content", [b"<c>{{ y }}</c>", b"<broken", b"\0\xff"])
def test_what_no_document_gets_may_hold_anything(tmp_path: Path, kind: str, content: bytes) -> None:
    name, relation = KEPT_BESIDE[kind]
    path = related(tmp_path, relation, name, part=content)
    assert [one for one in check_template(path, FIELDS) if one.blocks] == []
    lost = related(tmp_path, relation, name)
    assert [one for one in check_template(lost, FIELDS) if one.blocks] == []


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("word/vbaProject.bin", catalogue_vi.MACRO),
        ("word/activeX/activeX1.xml", catalogue_vi.ACTIVEX),
        ("customXml/embeddings/a.bin", catalogue_vi.OBJECT),
        ("customXml/..\\a.xml", catalogue_vi.STRANGE),
    ],
)
def test_what_acts_is_refused_even_if_no_document_gets_it(
    tmp_path: Path, name: str, fault: FindingKind
) -> None:
    path = related(tmp_path, f"{_OFFICE}customXml", f"/{name}", part=b"<x/>")
    parts = {one: part for one, part in unpacked(path).items() if "a.xml" not in one}
    assert [code for code, _ in found(repacked(path, {**parts, name: b"<x/>"}))] == [fault.code]


def test_remains_of_saving_are_no_fault(tmp_path: Path) -> None:
    path = templates.write(tmp_path / "mau.docx", "{{ x }}")
    repacked(path, {**unpacked(path), "[trash]/0000.dat": b"\xff\xff"})
    assert [one for one in check_template(path, FIELDS) if one.blocks] == []


STYLES = b'Target="styles.xml"'


@pytest.mark.parametrize(
    ("part", "before", "after", "fault", "words"),
    [
        ("word/_rels/document.xml.rels", STYLES, b'Target="lost.xml"', catalogue_vi.LOST_PART,
         "word/lost.xml"),
        ("word/_rels/document.xml.rels", STYLES, b'Target="Styles.xml"', catalogue_vi.LOST_PART,
         "word/Styles.xml"),
        ("word/document.xml", b"<w:body>", b'<w:body><w:p><w:hyperlink r:id="rId99"/></w:p>',
         catalogue_vi.LOST_USE, "rId99"),
        ("word/document.xml", b"w:body", b"w:bodi", catalogue_vi.BROKEN, "word/document.xml"),
        ("[Content_Types].xml", b"wordprocessingml.document.main", b"unknown",
         catalogue_vi.WORD_TEMPLATE, "Word Document"),
        ("[Content_Types].xml", b'Extension="xml"', b'Extension="xmk"', catalogue_vi.STRANGE,
         "có thành phần lạ"),
    ],
    ids=["part", "part by its case", "relation", "body", "type of the main part", "no type"],
)  # fmt: skip
def test_a_package_whose_pieces_do_not_meet_is_refused(
    tmp_path: Path, part: str, before: bytes, after: bytes, fault: FindingKind, words: str
) -> None:
    path = templates.write(tmp_path / "mau.docx", "{{ x }}")
    parts = {**unpacked(path), "word/theme/theme1.xml": b"<a/>"}
    assert before in parts[part]
    parts[part] = parts[part].replace(before, after)
    told = {code: message for code, message in found(repacked(path, parts)) if code != "MB54"}
    assert words in told[fault.code]


@pytest.mark.parametrize("lost", ["_rels/.rels", "word/document.xml"])
def test_a_package_without_a_document_is_no_word_file(tmp_path: Path, lost: str) -> None:
    path = templates.write(tmp_path / "mau.docx", "{{ x }}")
    parts = unpacked(path)
    del parts[lost]
    with pytest.raises(TemplateError, match="không phải là tệp Word"):
        check_template(repacked(path, parts), FIELDS)


def altered(tmp_path: Path, part: str, old: bytes, new: bytes) -> Path:
    path = templates.write(tmp_path / "mau.docx", "{{ x }}")
    parts = unpacked(path)
    assert old in parts[part]
    return repacked(path, {**parts, part: parts[part].replace(old, new, 1)})


@pytest.mark.parametrize("kind", [b"list", b"character ", b"Paragraph"])
def test_a_style_of_no_kind_is_refused(tmp_path: Path, kind: bytes) -> None:
    new = b'w:type="%b"' % kind
    path = altered(tmp_path, "word/styles.xml", b'w:type="paragraph"', new)
    assert [code for code, _ in found(path)] == [catalogue_vi.BROKEN.code]


def test_two_relationships_of_one_name_are_refused(tmp_path: Path) -> None:
    path = templates.write(tmp_path / "mau.docx", "{{ x }}")
    parts = unpacked(path)
    rels = parts["_rels/.rels"]
    same = re.sub(rb' Id="[^"]*"', b' Id="rId1"', rels)
    assert same != rels
    codes = {code for code, _ in found(repacked(path, {**parts, "_rels/.rels": same}))}
    assert codes == {catalogue_vi.BROKEN.code}


def test_a_comment_that_nothing_can_read_does_not_reach_the_document(tmp_path: Path) -> None:
    path = altered(tmp_path, "word/document.xml", b"<w:document", b"<!-- a -- b --><w:document")
    assert not [one for one in check_template(path, FIELDS) if one.blocks]
    written = tmp_path / "van_ban.docx"
    written.write_bytes(
        WordTemplate(path, FIELDS).render(
            dict.fromkeys(("x", "dau_trang", "dia_danh", "ten_co_quan"), "chữ")
        )
    )
    assert b"<!--" not in unpacked(written)["word/document.xml"]


def test_a_reference_to_a_note_that_is_not_there_is_refused(tmp_path: Path) -> None:
    path = with_body(tmp_path, '<w:p><w:r><w:footnoteReference w:id="9"/></w:r></w:p>')
    assert [code for code, _ in found(path)] == [catalogue_vi.LOST_USE.code]


def test_a_template_for_templates_has_one_fault_and_not_one_for_each_tag(tmp_path: Path) -> None:
    path = altered(tmp_path, "[Content_Types].xml", b"document.main+xml", b"template.main+xml")
    assert [code for code, _ in found(path)] == [catalogue_vi.WORD_TEMPLATE.code]


def test_a_strict_document_is_refused_with_the_way_out(tmp_path: Path) -> None:
    path = altered(
        tmp_path,
        "_rels/.rels",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument",
    )
    with pytest.raises(TemplateError, match=r"Strict.*lưu lại thành “Word Document"):
        check_template(path, FIELDS)
