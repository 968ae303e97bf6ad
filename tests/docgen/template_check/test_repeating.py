"""What cannot be repeated: Word's numbering in nested loops; and what people leave behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.template_check import catalogue_vi
from docgen.template_check.checking import check_template
from tests.docgen import templates
from tests.docgen.template_check.samples import FIELDS, repacked, unpacked, with_part

TESTED = {
    catalogue_vi.NUMBERED_LOOP, catalogue_vi.COMMENTS, catalogue_vi.CHANGES,
    catalogue_vi.RESTRICTED, catalogue_vi.MARKED_FINAL,
}  # fmt: skip
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
# List 1: decimals in two levels; list 2: bullets; list 3: letters; list 4: as list 1, but its
# second level is never begun anew.
RESTART = '<w:lvlRestart w:val="0"/>'
FORMS = (("decimal", "lowerLetter"), ("bullet",), ("lowerLetter",), ("decimal", "lowerLetter"))
NUMBERING = (
    f"<w:numbering {_W}>"
    + "".join(
        f'<w:abstractNum w:abstractNumId="{number}">'
        + "".join(
            f'<w:lvl w:ilvl="{level}"><w:numFmt w:val="{form}"/>{RESTART * (number == 3)}</w:lvl>'
            for level, form in enumerate(forms)
        )
        + "</w:abstractNum>"
        for number, forms in enumerate(FORMS)
    )
    + "".join(
        f'<w:num w:numId="{number + 1}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in range(len(FORMS))
    )
    + "</w:numbering>"
)
STYLE = (
    '<w:style w:type="paragraph" w:styleId="Goc"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr>'
    '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="Danh"><w:basedOn w:val="Goc"/>'
    '</w:style><w:style w:type="paragraph" w:styleId="Vong"><w:basedOn w:val="Vong"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Trang"><w:pPr><w:pageBreakBefore/></w:pPr></w:style>'
    "</w:styles>"
)
OUTER, INNER, END = "{%p for m in cac_muc %}", "{%p for d in m.cac_dong %}", "{%p endfor %}"


def listed(number: int, words: str, level: int = 0) -> str:
    properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"


def styled(style: str, words: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>'


def numbered(folder: Path, *body: str) -> list[tuple[str, str]]:
    """The codes and words of what stops a template with lists."""
    path = templates.write(folder / "mau.docx", "{{ x }}", *body)
    parts = unpacked(path)
    styles = parts["word/styles.xml"].replace(b"</w:styles>", STYLE.encode())
    repacked(path, {**parts, "word/styles.xml": styles})
    parts = unpacked(path)
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
    override = f'<Override PartName="/word/numbering.xml" ContentType="{kind}"/></Types>'
    types = parts["[Content_Types].xml"].replace(b"</Types>", override.encode())
    repacked(path, {**parts, "[Content_Types].xml": types})
    with_part(path, f"{_OFFICE}/numbering", "numbering.xml", NUMBERING.encode())
    return [(one.code, one.excerpt) for one in check_template(path, FIELDS) if one.blocks]


DETAIL = "{{ d.ket_qua }}"
GOOD: dict[str, tuple[str, ...]] = {
    "in no loop": (listed(1, "a"),),
    "in one loop": (OUTER, listed(1, "{{ m.ten }}"), END),
    "a bullet": (OUTER, INNER, listed(2, DETAIL), END, END),
    "a list that is not there": (OUTER, INNER, listed(9, DETAIL), END, END),
    "a level that begins anew behind the one above": (
        OUTER, listed(1, "{{ m.ten }}"), INNER, listed(1, DETAIL, 1), END, END),
    "the paragraph of a tag": (OUTER, listed(3, INNER), DETAIL, listed(3, END), END),
    "behind the inner loop": (OUTER, INNER, DETAIL, END, listed(3, "{{ m.ten }}"), END),
    "a style that is its own parent": (OUTER, INNER, styled("Vong", DETAIL), END, END),
    "a level that is no number": (OUTER, INNER, listed(1, DETAIL, 0).replace(
        'ilvl w:val="0"', 'ilvl w:val="0.0"'), END, END),
    "loops one after the other": (OUTER, "a", END, OUTER, listed(3, "{{ m.ten }}"), END),
}  # fmt: skip
BAD: dict[str, tuple[str, ...]] = {
    "directly": (OUTER, INNER, listed(3, DETAIL), END, END),
    "by its style's parent": (OUTER, INNER, styled("Danh", DETAIL), END, END),
    "a level below none": (OUTER, INNER, listed(1, DETAIL, 1), END, END),
    "a level that its list never begins anew": (
        OUTER, listed(4, "{{ m.ten }}"), INNER, listed(4, DETAIL, 1), END, END),
    "a level below one of another list": (
        OUTER, listed(3, "{{ m.ten }}"), INNER, listed(1, DETAIL, 1), END, END),
}  # fmt: skip


@pytest.mark.parametrize("case", GOOD)
def test_numbers_that_word_counts_rightly_may_stand(tmp_path: Path, case: str) -> None:
    assert numbered(tmp_path, *GOOD[case]) == []


@pytest.mark.parametrize("case", BAD)
def test_numbers_that_run_on_through_the_turns_of_a_loop_are_refused(
    tmp_path: Path, case: str
) -> None:
    assert numbered(tmp_path, *BAD[case]) == [(catalogue_vi.NUMBERED_LOOP.code, DETAIL)]


def test_the_remedy_for_such_numbers_works(tmp_path: Path) -> None:
    path = templates.write(tmp_path / "mau.docx", OUTER, INNER, f"{{{{ loop.index }}}}. {DETAIL}",
                           END, END)  # fmt: skip
    assert [one for one in check_template(path, FIELDS) if one.blocks] == []
    assert "{{{{ loop.index }}}}" in catalogue_vi.NUMBERED_LOOP.remedy


def test_a_style_that_begins_a_page_is_lost_with_a_tag(tmp_path: Path) -> None:
    tag = styled("Trang", "{%p if x %}")
    assert numbered(tmp_path, tag, "a", "{%p endif %}") == [("MB31", "{%p if x %}")]
    assert numbered(tmp_path, styled("Trang", "{% if x %}a{% endif %}")) == []


MARK = (
    '<Properties xmlns="p" xmlns:vt="v"><property name="_MarkAsFinal"><vt:bool>true</vt:bool>'
    "</property></Properties>"
)
COMMENT = '<w:p><w:r><w:t>a</w:t></w:r><w:r><w:commentReference w:id="1"/></w:r></w:p>'
CHANGE = '<w:p><w:ins w:id="1" w:author="a"><w:r><w:t>a</w:t></w:r></w:ins></w:p>'
FORM = '<w:p><w:pPr><w:pPrChange w:id="1" w:author="a"><w:pPr/></w:pPrChange></w:pPr></w:p>'
ALLOWED = '<w:permStart w:id="1" w:edGrp="everyone"/><w:p/>'
REMARKS: dict[str, tuple[str, str, str]] = {
    # words of the body, elements of the settings, the code
    "nothing": ("a", "", ""),
    "a comment": (COMMENT, "", "MB92"),
    "an insertion": (CHANGE, "", "MB93"),
    "another form": (FORM, "", "MB93"),
    "changes being tracked": ("a", "<w:trackRevisions/>", "MB93"),
    "changes not being tracked": ("a", '<w:trackRevisions w:val="0"/>', ""),
    "editing restricted": ("a", '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>',
                           "MB94"),
    "a restriction that was lifted": ("a", '<w:documentProtection w:enforcement="0"/>', ""),
    "a restriction that never began": ("a", '<w:documentProtection w:edit="readOnly"/>', ""),
    "read-only advised": ("a", '<w:writeProtection w:recommended="1"/>', "MB94"),
    "a range that some may edit": (ALLOWED, "", "MB94"),
}  # fmt: skip


@pytest.mark.parametrize("case", REMARKS)
def test_what_people_left_for_one_another_is_told_and_stops_nobody(
    tmp_path: Path, case: str
) -> None:
    body, settings, code = REMARKS[case]
    path = templates.write(tmp_path / "mau.docx", "{{ x }}", body)
    parts = unpacked(path)
    parts["word/settings.xml"] = parts["word/settings.xml"].replace(
        b"</w:settings>", f"{settings}</w:settings>".encode()
    )
    found = [one for one in check_template(repacked(path, parts), FIELDS) if one.code != "MB91"]
    assert [one.code for one in found] == ([code] if code else [])
    assert all("không được mang sang văn bản" in one.message for one in found)
    assert not any(one.blocks for one in found)


@pytest.mark.parametrize(
    ("content", "codes"),
    [(MARK, ["MB95"]), (MARK.replace("true", "false"), []), ("<broken", [])],
)
def test_a_template_marked_as_final_is_told(tmp_path: Path, content: str, codes: list[str]) -> None:
    path = templates.write(tmp_path / "mau.docx", "{{ x }}")
    kind, place = f"{_OFFICE}/custom-properties", "docProps/custom.xml"
    with_part(path, kind, place, content.encode(), source="")
    assert [one.code for one in check_template(path, FIELDS) if one.code != "MB91"] == codes
