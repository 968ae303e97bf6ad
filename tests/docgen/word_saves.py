"""A template as Word leaves it after opening and saving: the same words, much beside them.

Word copies the title property into docProps/app.xml, cuts runs wherever it likes, numbers
paragraphs, marks spelling and the last place of the cursor, and keeps parts of its own and of
Microsoft 365 in the package.
"""

from __future__ import annotations

import copy
import io
import itertools
import random
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

_NS = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
}
_W, _R, _MC, _W14 = (f"{{{_NS[key]}}}" for key in ("w", "r", "mc", "w14"))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TITLE = re.compile(rb"<dc:title>(.*?)</dc:title>", re.DOTALL)
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_MS = "http://schemas.microsoft.com/office"
_GUID = "{00000000-0000-4000-8000-000000000001}"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

# A part that Word adds: its name, its content type, which part uses it, by what relationship.
_ADDED: tuple[tuple[str, str, str, str, str], ...] = (
    ("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml",
     "", f"{_OFFICE}/relationships/extended-properties",
     f'<Properties xmlns="{_OFFICE}/extended-properties"'
     ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
     "<Template>Normal.dotm</Template><TotalTime>3</TotalTime><Application>Microsoft Office Word"
     '</Application><HeadingPairs><vt:vector size="2" baseType="variant"><vt:variant><vt:lpstr>'
     "Title</vt:lpstr></vt:variant><vt:variant><vt:i4>1</vt:i4></vt:variant></vt:vector>"
     '</HeadingPairs><TitlesOfParts><vt:vector size="1" baseType="lpstr"><vt:lpstr>TITLE'
     "</vt:lpstr></vt:vector></TitlesOfParts><Company>TITLE</Company></Properties>"),
    ("docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml",
     "", f"{_OFFICE}/relationships/custom-properties",
     f'<Properties xmlns="{_OFFICE}/custom-properties"'
     ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
     '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2"'
     ' name="MSIP_Label_1_Name"><vt:lpwstr>Internal TITLE</vt:lpwstr></property></Properties>'),
    ("docProps/thumbnail.emf", "image/x-emf", "",
     "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail", "emf"),
    ("docMetadata/LabelInfo.xml", "application/vnd.ms-office.classificationlabels+xml", "",
     f"{_MS}/2020/02/relationships/classificationlabels",
     f'<clbl:labelList xmlns:clbl="{_MS}/2020/mipLabelMetadata"><clbl:label id="{_GUID}"'
     f' enabled="1" method="Standard" siteId="{_GUID}" removed="0"/></clbl:labelList>'),
    ("word/webextensions/taskpanes.xml", "application/vnd.ms-office.webextensiontaskpanes+xml", "",
     f"{_MS}/2011/relationships/webextensiontaskpanes",
     '<wetp:taskpanes xmlns:wetp="http://schemas.microsoft.com/office/webextensions/taskpanes/'
     '2010/11"/>'),
    ("customXml/item1.xml", "", "word/document.xml", f"{_OFFICE}/relationships/customXml",
     '<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"'
     ' Title="TITLE"/>'),
    ("customXml/itemProps1.xml",
     "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
     "customXml/item1.xml", f"{_OFFICE}/relationships/customXmlProps",
     f'<ds:datastoreItem ds:itemID="{_GUID}" xmlns:ds="{_OFFICE}/customXml"/>'),
    ("word/comments.xml", f"{_WORD}.comments+xml", "word/document.xml",
     f"{_OFFICE}/relationships/comments", f'<w:comments xmlns:w="{_NS["w"]}"/>'),
    ("word/commentsExtended.xml", f"{_WORD}.commentsExtended+xml", "word/document.xml",
     f"{_MS}/2011/relationships/commentsExtended",
     f'<w15:commentsEx xmlns:w15="{_NS["w15"]}"/>'),
    ("word/people.xml", f"{_WORD}.people+xml", "word/document.xml",
     f"{_MS}/2011/relationships/people", f'<w15:people xmlns:w15="{_NS["w15"]}"/>'),
    ("word/intelligence2.xml", "application/vnd.ms-office.intelligence2+xml",
     "word/document.xml", f"{_MS}/2020/10/relationships/intelligence",
     '<int2:intelligence xmlns:int2="http://schemas.microsoft.com/office/intelligence/2020/'
     'intelligence"/>'),
    ("word/printerSettings/printerSettings1.bin",
     "application/vnd.openxmlformats-officedocument.wordprocessingml.printerSettings",
     "word/document.xml", f"{_OFFICE}/relationships/printerSettings", "bin"),
    ("word/webSettings.xml", f"{_WORD}.webSettings+xml", "word/document.xml",
     f"{_OFFICE}/relationships/webSettings",
     f'<w:webSettings xmlns:w="{_NS["w"]}"><w:optimizeForBrowser/></w:webSettings>'),
    ("userCustomization/customUI.xml", "", "",
     f"{_MS}/2006/relationships/ui/userCustomization",
     '<mso:customUI xmlns:mso="http://schemas.microsoft.com/office/2006/01/customui"/>'),
)  # fmt: skip
_PRINTER_ID = "rIdW11"  # the place of the printer's settings in the list above


def saved_by_word(template: bytes, seed: int = 0) -> bytes:
    """Return a template as Word saves it; another seed cuts its runs elsewhere."""
    with zipfile.ZipFile(io.BytesIO(template)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    chance = random.Random(seed)
    for name in parts:
        if re.fullmatch(r"word/(document|header[^/]*|footer[^/]*)\.xml", name):
            parts[name] = _rewritten(parts[name], chance)
    parts["word/settings.xml"] = _with_rsids(parts["word/settings.xml"])
    _add_parts(parts)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _add_parts(parts: dict[str, bytes]) -> None:
    title = _TITLE.search(parts["docProps/core.xml"])
    words = "" if title is None else title[1].decode()
    for number, (name, content_type, source, relationship, content) in enumerate(_ADDED):
        text = content.replace("TITLE", words)
        parts[name] = (_DECLARATION + text if text.startswith("<") else text).encode()
        if content_type:
            override = f'<Override PartName="/{name}" ContentType="{content_type}"/></Types>'
            types = parts["[Content_Types].xml"]
            parts["[Content_Types].xml"] = types.replace(b"</Types>", override.encode())
        folder, _, file = source.rpartition("/")
        rels = f"{folder}/_rels/{file}.rels".lstrip("/")
        listed = parts.get(rels, b"") or (
            b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            b"</Relationships>"
        )
        line = f'<Relationship Id="rIdW{number}" Type="{relationship}" Target="/{name}"/>'
        end = b"</Relationships>"
        if line.encode() not in listed:  # saved a second time, it is there already
            parts[rels] = listed.replace(end, line.encode() + end)


def _with_rsids(settings: bytes) -> bytes:
    root = etree.fromstring(settings)
    rsids = etree.Element(f"{_W}rsids")
    for value in ("00A77427", "00B12345"):
        etree.SubElement(rsids, f"{_W}rsid", {f"{_W}val": value})
    after = next(one for one in root if etree.QName(one).localname in ("themeFontLang", "compat"))
    after.addprevious(rsids) if after.tag.endswith("FontLang") else after.addnext(rsids)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _rewritten(content: bytes, chance: random.Random) -> bytes:
    old = etree.fromstring(content)
    names = {key: value for key, value in old.nsmap.items() if key}
    root = etree.Element(old.tag, nsmap=names | _NS)
    root.set(f"{_MC}Ignorable", "w14 w15")
    root.extend(list(old))
    for paragraph in list(root.iter(f"{_W}p")):
        paragraph.set(f"{_W14}paraId", f"{chance.randrange(1, 2**31):08X}")
        paragraph.set(f"{_W14}textId", "77777777")
        for name in ("rsidR", "rsidRDefault", "rsidP"):
            paragraph.set(f"{_W}{name}", "00A77427")
        _curl_quotes(paragraph)
        for run in list(paragraph.iterchildren(f"{_W}r")):
            _cut(run, chance)
    _mark(root, chance)
    for section in root.iter(f"{_W}sectPr"):
        section.set(f"{_W}rsidR", "00B12345")
        etree.SubElement(section, f"{_W}printerSettings", {f"{_R}id": _PRINTER_ID})
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _curl_quotes(paragraph: etree._Element) -> None:
    """Turn the straight quotes of conditions as Word's typographer does."""
    for text in paragraph.iter(f"{_W}t"):
        if text.text and "{%" in text.text:
            text.text = re.sub(r'"([^"]*)"', "“\\1”", text.text)


def _cut(run: etree._Element, chance: random.Random) -> None:
    """Cut a run of plain words into several, with the same form, wherever chance will."""
    text = run.find(f"{_W}t")
    if text is None or not text.text or len(run) > 2 or run[-1] is not text:
        return
    pieces = list(_pieces(text.text, chance))
    runs = [run, *(copy.deepcopy(run) for _ in pieces[1:])]
    for before, after in itertools.pairwise(runs):
        before.addnext(after)
    for one, piece in zip(runs, pieces, strict=True):
        one.set(f"{_W}rsidR", "00B12345")
        words = one.find(f"{_W}t")
        assert words is not None
        words.text = piece
        words.set(_SPACE, "preserve")
        if chance.random() < 0.2:
            one.addprevious(etree.Element(f"{_W}proofErr", {f"{_W}type": "spellStart"}))
            one.addnext(etree.Element(f"{_W}proofErr", {f"{_W}type": "spellEnd"}))


def _pieces(text: str, chance: random.Random) -> Iterator[str]:
    while text:
        length = chance.choice((1, 2, 3, 5, 8, 40))
        yield text[:length]
        text = text[length:]


def _mark(root: etree._Element, chance: random.Random) -> None:
    """Leave the marks of the cursor and of the last printing in some paragraphs."""
    paragraphs = [one for one in root.iter(f"{_W}p") if one.find(f"{_W}r") is not None]
    if not paragraphs:
        return
    place = chance.choice(paragraphs).find(f"{_W}r")
    assert place is not None
    place.addprevious(etree.Element(f"{_W}bookmarkStart", {f"{_W}id": "0", f"{_W}name": "_GoBack"}))
    place.addprevious(etree.Element(f"{_W}bookmarkEnd", {f"{_W}id": "0"}))
    for paragraph in chance.sample(paragraphs, min(3, len(paragraphs))):
        run = paragraph.find(f"{_W}r")
        assert run is not None
        at = 1 if run.find(f"{_W}rPr") is not None else 0
        run.insert(at, etree.Element(f"{_W}lastRenderedPageBreak"))
