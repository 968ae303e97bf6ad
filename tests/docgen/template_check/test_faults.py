"""Every fault of the catalogue: found, placed, and said with what to do."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from docgen.fields import FieldTree
from docgen.findings import Finding, FindingKind
from docgen.template_check import catalogue_vi
from docgen.template_check.checking import Inspection, check_template
from docgen.template_check.package import Package
from docgen.template_check.tags import W, likely_word, text_of
from tests.docgen import templates
from tests.docgen.declared import text, texts
from tests.docgen.template_check import test_repeating, test_safety
from tests.docgen.template_check.samples import (
    FIELDS,
    check,
    codes,
    repacked,
    unpacked,
    with_body,
)
from tests.docgen.word.charts import test_faults as of_charts
from tests.docgen.word.word_parts import add_notes
from tests.docgen.wordxml import Table, paragraph

TABLE = Table((20, 20))


def row(*words: str) -> str:
    return TABLE.row(*(paragraph("NoiDung", one) for one in words))


def table(*rows: str) -> str:
    return TABLE.build(*rows)


def beside(words: str, more: str = "", properties: str = "") -> str:
    """A paragraph of words, with more in its last run, or properties of its own."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{words}</w:t></w:r><w:r>{more}</w:r></w:p>"


def run(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


HALF = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> PAGE </w:instrText></w:r>'


def word_field(code: str, result: str) -> str:
    """A field of Word and the words that it shows."""
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("separate", "end")]
    return f"{HALF.replace('PAGE', code)}{marks[0]}{run(result)}{marks[1]}"


LONG = "{{ " + "x" * 500 + " }}"
LOOPS = ("{%p for m in cac_muc %}", "{{ m.ten }}", "{%p endfor %}")
CASES: dict[str, tuple[FindingKind, tuple[str, ...], str]] = {
    # What is half a tag.
    "not closed": (catalogue_vi.UNCLOSED, ("trước {{ x",), "Viết “}}” vào cuối thẻ"),
    "not closed before the next": (
        catalogue_vi.UNCLOSED, ("{{ x {{ x }}",), "thẻ “{{ x” chưa đóng",
    ),
    "closed by the other mark": (catalogue_vi.UNCLOSED, ("{{ rong %}",), "Viết “}}”"),
    "not opened": (catalogue_vi.NOT_OPENED, ("x }} sau",), "“}}” mà không có dấu mở thẻ “{{”"),
    "marks crossed": (catalogue_vi.OTHER_MARKS, ("{{ x %}",), "Viết là {{ x }}."),
    "one brace": (catalogue_vi.OTHER_MARKS, ("Tại { dia_danh } này",), "Viết là {{ dia_danh }}."),
    # What Jinja or our language does not know.
    "two words": (catalogue_vi.UNREADABLE, ("{{ Địa danh }}",), "Có phải là “dia_danh” không?"),
    "any two words": (catalogue_vi.UNREADABLE, ("{{ a b }}",), "Viết lại theo cách viết thẻ"),
    "nothing in it": (catalogue_vi.UNREADABLE, ("{{ }}",), "không hiểu thẻ “{{ }}”"),
    "a dash": (catalogue_vi.UNREADABLE, ("{%- if x %}a{% endif %}",), "Bỏ dấu “-”"),
    "no list named": (catalogue_vi.UNREADABLE, ("{%p for d cac_muc %}", "{%p endfor %}"),
                     "Viết theo mẫu {%p for dong in danh_sach %}"),
    "words behind endif": (
        catalogue_vi.UNREADABLE, ("{% if x %}a{% endif x %}",), "Viết là {% endif %}",
    ),
    "a misspelt command": (
        catalogue_vi.UNKNOWN_COMMAND, ("{% if x %}a{% endiff %}",), "Viết là {% endif %}",
    ),
    "a capital": (
        catalogue_vi.UNKNOWN_COMMAND, ("{%p For m in cac_muc %}", "{{ m.ten }}", "{%p endfor %}"),
        "Viết là {%p for m in cac_muc %}",
    ),
    "a space before the kind": (
        catalogue_vi.UNKNOWN_COMMAND, ("{% p if x %}",), "{%p … %} cho đoạn",
    ),
    "another command": (catalogue_vi.UNKNOWN_COMMAND, ("{% set y = x %}",), "không có lệnh “set”"),
    "another kind": (catalogue_vi.WRONG_KIND, ("{%r for m in cac_muc %}",), "loại thẻ “{%r”"),
    "a raw print": (catalogue_vi.WRONG_KIND, ("{{r x }}",), "loại thẻ “{{r”"),
    "a filter": (catalogue_vi.FILTER, ("{{ x | upper }}",), "bộ lọc “upper”"),
    "a call": (catalogue_vi.NOT_ALLOWED, ("{{ x() }}",), "lời gọi hàm"),
    "a comment": (catalogue_vi.COMMENT, ("{# ghi chú #}",), "Chú thích (Comment) của Word"),
    "less than": (catalogue_vi.COMPARISON, ("{% if x < 3 %}a{% endif %}",), "== hoặc !="),
    "a list compared": (
        catalogue_vi.COMPARISON, ('{% if cac_cau == "a" %}a{% endif %}',), "so sánh",
    ),
    "a number for a text": (catalogue_vi.COMPARISON, ("{% if x == 3 %}a{% endif %}",), "ngoặc kép"),
    "too long": (catalogue_vi.TOO_LONG, (LONG,), "quá dài"),
    # Fields.
    "unknown": (catalogue_vi.UNKNOWN_FIELD, ("{{ dia_dan }}",), "Có phải là “dia_danh” không?"),
    "with diacritics": (catalogue_vi.UNKNOWN_FIELD, ("{{ địa_danh }}",), "Có phải là “dia_danh”"),
    "unknown and like nothing": (
        catalogue_vi.UNKNOWN_FIELD, ("{{ qwert }}",), "Xem danh sách ô điền của mẫu này",
    ),
    "without its variable": (
        catalogue_vi.UNKNOWN_FIELD, (LOOPS[0], "{{ ten }}", LOOPS[2]), "Có phải là “m.ten”",
    ),
    "out of its loop": (
        catalogue_vi.UNKNOWN_FIELD, ("{{ ket_qua }}",), "“cac_muc → cac_dong → ket_qua”",
    ),
    "after its loop": (catalogue_vi.UNKNOWN_FIELD, (*LOOPS, "{{ m.ten }}"), "dùng ô điền “m”"),
    "no loop around": (
        catalogue_vi.UNKNOWN_FIELD, ("{{ loop.index }}",), "chỉ dùng được bên trong vòng lặp",
    ),
    "unknown in a condition": (
        catalogue_vi.UNKNOWN_FIELD, ("{% if x and not rong %}a{% endif %}",), "“rong”",
    ),
    "unknown list": (
        catalogue_vi.UNKNOWN_FIELD, ("{%p for m in cac_mu %}", "a", LOOPS[2]), "“cac_muc”",
    ),
    "a list printed": (catalogue_vi.PRINTS_LIST, ("{{ cac_cau }}",), "for cau in cac_cau %}"),
    "a row printed": (catalogue_vi.PRINTS_GROUP, (LOOPS[0], "{{ m }}", LOOPS[2]), "{{ m.ten }}"),
    "a flag printed": (
        catalogue_vi.NOT_ALLOWED, (LOOPS[0], "{{ loop.first }}", LOOPS[2]), "chỉ hỏi được sau if",
    ),
    "a text repeated": (
        catalogue_vi.LOOPS_NO_LIST, ("{%p for d in x %}", "a", LOOPS[2]), "{{ x }}",
    ),
    "a group repeated": (
        catalogue_vi.LOOPS_NO_LIST, ("{%p for d in ky %}", "a", LOOPS[2]), "{{ ky.ten }}",
    ),
    "a part of a text": (catalogue_vi.NO_PARTS, ("{{ x.ten }}",), "ô “x” không có ô con “ten”"),
    "a part misspelt": (
        catalogue_vi.NO_PARTS, (LOOPS[0], "{{ m.tenn }}", LOOPS[2]), "Có phải là “m.ten” không?",
    ),
    "a part of the wrong row": (
        catalogue_vi.NO_PARTS,
        (LOOPS[0], "{{ m.dia_danh }}", LOOPS[2]), "Có phải là “dia_danh” không?",
    ),
    "a value that never is": (
        catalogue_vi.UNKNOWN_CHOICE,
        (LOOPS[0], "{%p for d in m.cac_dong %}", '{% if d.nhom == "datt" %}a{% endif %}',
         LOOPS[2], LOOPS[2]),
        "“dat”, “cham”",
    ),
    "a reserved name": (
        catalogue_vi.LOOP_NAME, ("{%p for loop in cac_muc %}", "a", LOOPS[2]), "“loop”",
    ),
    # Where tags stand.
    "no end": (catalogue_vi.NO_END, ("{%p for m in cac_muc %}", "{{ m.ten }}"), "{%p endfor %}"),
    "no end in a paragraph": (catalogue_vi.NO_END, ("{% if x %} a",), "{% endif %}"),
    "no beginning": (catalogue_vi.NO_BEGIN, ("a {% endif %}",), "{% if … %}"),
    "the wrong end": (
        catalogue_vi.CROSSED, ("{%p for m in cac_muc %}", "{{ m.ten }}", "{%p endif %}"),
        "bằng {%p endfor %}",
    ),
    "ends crossed": (
        catalogue_vi.CROSSED,
        ("{%p if x %}", LOOPS[0], "{{ m.ten }}", "{%p endif %}", LOOPS[2]),
        "“{%p for m in cac_muc %}” còn chưa kết thúc",
    ),
    "kinds mixed": (
        catalogue_vi.MIXED, ("{%p if x %}", "a", "{% endif %}"), "Viết là {%p endif %}.",
    ),
    "a row outside a table": (
        catalogue_vi.ROW_OUTSIDE, ("{%tr for m in cac_muc %}", "{{ m.ten }}", "{%tr endfor %}"),
        "Ngoài bảng dùng {%p for m in cac_muc %}",
    ),
    "not alone": (catalogue_vi.NOT_ALONE, ("a {%p if x %}", "a", "{%p endif %}"), "riêng một đoạn"),
    "an empty table in its row": (
        catalogue_vi.ROW_NOT_ALONE,
        (table(row("{%tr for m in cac_muc %}", ""), row("{{ m.ten }}", "b"),
               TABLE.row(paragraph("NoiDung", "{%tr endfor %}"), table(row("", "")) + "<w:p/>")),),
        "Chèn một dòng mới",
    ),
    "an empty table in its cell": (
        catalogue_vi.COLUMN_NOT_ALONE,
        (Table((20, 20, 20)).build(Table((20, 20, 20)).row(
            table(row("", "")) + paragraph("NoiDung", "{%tc if x %}"), paragraph("NoiDung", "a"),
            paragraph("NoiDung", "{%tc endif %}"))),),
        "Chèn một cột mới",
    ),
    "not alone in its row": (
        catalogue_vi.ROW_NOT_ALONE,
        (table(row("{%tr for m in cac_muc %}", "a"), row("{{ m.ten }}", "b"),
               row("{%tr endfor %}", "")),),
        "Chèn một dòng mới",
    ),
    "a column outside a table": (
        catalogue_vi.COLUMN_OUTSIDE, ("{%tc for m in cac_muc %}", "{{ m.ten }}", "{%tc endfor %}"),
        "Ngoài bảng dùng {%p for m in cac_muc %}",
    ),
    "not alone in its cell": (
        catalogue_vi.COLUMN_NOT_ALONE,
        (table(row("{%tc for m in cac_muc %} {{ m.ten }}", "{%tc endfor %}")),),
        "Chèn một cột mới",
    ),
    "torn over two rows": (
        catalogue_vi.TORN,
        (table(row("{%tc for m in cac_muc %}", "{{ m.ten }}"), row("a", "{%tc endfor %}")),),
        "ở hai nơi khác nhau",
    ),
    "torn over a table": (
        catalogue_vi.TORN,
        ("{%p if x %}", table(row("{%p endif %}", "b"))),
        "ở hai nơi khác nhau",
    ),
    "over two paragraphs": (
        catalogue_vi.SPREADS, ("{% if x %} a", "b {% endif %}"), "dùng {%p if x %}",
    ),
    "else twice": (
        catalogue_vi.SECOND_ELSE, ("{% if x %}a{% else %}b{% else %}c{% endif %}",), "else",
    ),
    "elif after else": (
        catalogue_vi.SECOND_ELSE, ("{% if x %}a{% else %}b{% elif x %}c{% endif %}",), "elif",
    ),
    "else in a loop": (catalogue_vi.ELSE_IN_LOOP, (LOOPS[0], "{%p else %}", LOOPS[2]), "vòng lặp"),
    "too deep": (catalogue_vi.TOO_DEEP, ("{% if x %}" * 11 + "a" + "{% endif %}" * 11,), "10 tầng"),
    "loops that multiply": (
        catalogue_vi.MULTIPLIES,
        ("{%p for a in cac_muc %}", "{%p for b in cac_muc %}", "{%p for c in cac_muc %}", "a",
         *["{%p endfor %}"] * 3),
        "nhân số lượt",
    ),
    "in a field's code": (
        catalogue_vi.TAG_ELSEWHERE, ('<w:p><w:hyperlink w:anchor="{{ x }}"/></w:p>',), "chữ thường",
    ),
    "struck out": (
        catalogue_vi.TRACKED,
        ('<w:p><w:del w:id="1" w:author="a"><w:r><w:delText>tại {{ x }}, ngày</w:delText></w:r>'
         "</w:del></w:p>",),
        "thẻ “{{ x }}” nằm trong",
    ),
    "moved away": (
        catalogue_vi.TRACKED,
        ('<w:p><w:moveFrom w:id="1" w:author="a"><w:r><w:t>{{ x }}</w:t></w:r></w:moveFrom>'
         "</w:p>",),
        "Track Changes",
    ),
    "in a row struck out": (
        catalogue_vi.TRACKED,
        ('<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid><w:tr><w:trPr><w:del '
         'w:id="1" w:author="a"/></w:trPr><w:tc><w:tcPr/><w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p>'
         "</w:tc></w:tr></w:tbl>",),
        "Track Changes",
    ),
    "in a paragraph that joins the next": (
        catalogue_vi.TRACKED,
        ('<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr>'
         "<w:r><w:t>{%p if x %}</w:t></w:r></w:p>", "a", "{%p endif %}"),
        "Track Changes",
    ),
    "in a paragraph that the one before joins": (
        catalogue_vi.TRACKED,
        ('<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr>'
         "<w:r><w:t>chữ</w:t></w:r></w:p>", "{%p if x %}", "a", "{%p endif %}"),
        "Track Changes",
    ),
    "a tag in the copy of its heading": (
        catalogue_vi.UNKNOWN_FIELD, (f"<w:p>{word_field('TOC', '{{ m.ten }}')}</w:p>", *LOOPS),
        "xóa trường ấy khỏi mẫu",
    ),
    "a page number in a tag": (
        catalogue_vi.TAG_ELSEWHERE,
        (f"<w:p>{run('{{ dia_')}{word_field('PAGE', 'danh')}{run(' }}')}</w:p>",), "số trang",
    ),
    "half a field in a paragraph's block": (
        catalogue_vi.TORN,
        (f"<w:p>{run('{% if x %}')}{word_field('PAGE', '{% endif %}')}</w:p>",),
        "một trường của Word",
    ),
    "half a field in a block": (
        catalogue_vi.TORN,
        ("{%p if x %}", f"<w:p>{HALF}</w:p>", "{%p endif %}", "<w:p><w:r>"
         '<w:fldChar w:fldCharType="separate"/><w:fldChar w:fldCharType="end"/></w:r></w:p>'),
        "một trường của Word",
    ),
    "a page break behind the head of a loop": (
        catalogue_vi.LOST_BREAK,
        (beside("{%p for a in cac_cau %}", '<w:br w:type="page"/>'), "a", "{%p endfor %}"),
        "ngắt trang, sẽ mất",
    ),
    "a page break beside it": (
        catalogue_vi.LOST_BREAK,
        (beside("", '<w:br w:type="page"/><w:t>{%p if x %}</w:t>'), "a", "{%p endif %}"),
        "ngắt trang, sẽ mất",
    ),
    "a page break between it and a table": (
        catalogue_vi.LOST_BREAK,
        (beside("{%p if x %}", '<w:br w:type="page"/>'), table(row("a", "b")), "{%p endif %}"),
        "ngắt trang, sẽ mất",
    ),
    "a page break between two tags": (
        catalogue_vi.LOST_BREAK,
        (beside("{%p if x %}", '<w:br w:type="page"/>'), "{%p endif %}"),
        "ngắt trang, sẽ mất",
    ),
    "a column break beside it": (
        catalogue_vi.LOST_BREAK,
        ("{%p if x %}", "a", beside("{%p endif %}", '<w:br w:type="column"/>')),
        "đoạn riêng, đứng trước hoặc sau",
    ),
    "on a new page": (
        catalogue_vi.LOST_BREAK,
        (beside("{%p if x %}", properties="<w:pageBreakBefore/>"), "a", "{%p endif %}"),
        "Page break before",
    ),
    "a section's end": (
        catalogue_vi.LOST_BREAK,
        (beside("{%p if x %}", properties="<w:sectPr/>"), "a", "{%p endif %}"),
        "ngắt phần",
    ),
    "a break in a row of tags": (
        catalogue_vi.LOST_BREAK,
        (table(TABLE.row(beside("{%tr if x %}"), beside("", '<w:br w:type="page"/>')),
               row("a", "b"), row("{%tr endif %}", "")),),
        "ngắt trang",
    ),
    "one sign in a comparison": (
        catalogue_vi.UNREADABLE, ('{% if x = "a" %}a{% endif %}',),
        'viết hai dấu “==”: {% if x == "a" %}',
    ),
    "dashes in a name": (
        catalogue_vi.UNREADABLE, ("{{ dia-danh }} {{ dia–danh }}",), "“dia_danh”",
    ),
    "dots in a name": (catalogue_vi.UNKNOWN_FIELD, ("{{ ten.co.quan }}",), "“ten_co_quan”"),
    "a variable outside its loop": (
        catalogue_vi.UNKNOWN_FIELD, (*LOOPS, "{{ m }}"), "“m” chỉ dùng được bên trong vòng lặp",
    ),
    "a variable without its diacritics": (
        catalogue_vi.UNKNOWN_FIELD, ("{%p for câu in cac_cau %}", "{{ cau }}", LOOPS[2]), "“câu”",
    ),
    "a loop's name turned": (
        catalogue_vi.UNKNOWN_FIELD, (LOOPS[0], "{{ lôp.index }}", LOOPS[2]), "“loop.index”",
    ),
    "no name of loops": (
        catalogue_vi.NO_PARTS, (LOOPS[0], "{{ loop.cycle }}", LOOPS[2]), "ô con “cycle”",
    ),
    "an invisible character": (
        catalogue_vi.STRANGE_SIGN, ("{{ x\u200b }}",), "ký tự ẩn (U+200B)"),
    "one in a mark": (catalogue_vi.STRANGE_SIGN, ("{\u200e{ x }}",), "ký tự ẩn (U+200E)"),
    "one in a command": (
        catalogue_vi.STRANGE_SIGN, ("{%\ufeffp if x %}", "a", "{%p end\u00adif %}"), "U+FEFF"),
    "one behind a tag that is alone": (
        catalogue_vi.NO_END, ("{%p if x %}\u2060",), "{%p endif %}"),
    "too many": (catalogue_vi.TOO_MANY, ("{{ x }}" * 2001,), "quá nhiều"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_fault_is_found_alone_and_says_what_to_do(tmp_path: Path, case: str) -> None:
    kind, body, words = CASES[case]
    found = check(tmp_path, "đoạn đầu", *body, "đoạn cuối")
    assert {one.code for one in found} == {kind.code}
    assert words in found[0].message
    assert found[0].severity is kind.severity


@pytest.mark.parametrize(
    "kept",
    [
        "<w:drawing/>", "<w:pict/>", '<w:sym w:font="Wingdings" w:char="F0FC"/>',
        '<w:footnoteReference w:id="2"/>', '<w:endnoteReference w:id="2"/>',
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/'
        '2006"/>',
        '</w:r><w:fldSimple w:instr=" PAGE "/><w:r>',
        '<w:fldChar w:fldCharType="begin"/><w:instrText> PAGE </w:instrText>'
        '<w:fldChar w:fldCharType="end"/>',
    ],
)  # fmt: skip
def test_what_shows_without_words_is_not_lost_with_the_paragraph_of_a_tag(
    tmp_path: Path, kept: str
) -> None:
    (found,) = _with_notes(tmp_path, beside("{%p if x %}", kept), "a", "{%p endif %}")
    assert found.code == catalogue_vi.NOT_ALONE.code
    assert _with_notes(tmp_path, beside("{%p if x %}"), beside("a", kept), "{%p endif %}") == []


def _with_notes(folder: Path, *body: str) -> list[Finding]:
    path = templates.write(folder / "mau.docx", *body)
    for name in ("footnote", "endnote"):
        add_notes(path, paragraph("NoiDung", "chú thích"), name)
    return [one for one in check_template(path, FIELDS) if one.code < "MB91"]


@pytest.mark.parametrize("kept", ["<w:drawing/>", '<w:br w:type="page"/>', "<w:sym/>"])
def test_what_would_join_the_paragraph_of_a_tag_and_go_with_it_is_told(
    tmp_path: Path, kept: str
) -> None:
    mark = '<w:pPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr>'
    joining = f"<w:p>{mark}<w:r>{kept}</w:r></w:p>"
    assert codes(tmp_path, joining, "{%p if x %}", "a", "{%p endif %}") == ["MB55"]
    gone = f'<w:p>{mark}<w:del w:id="2" w:author="a"><w:r>{kept}</w:r></w:del></w:p>'
    assert codes(tmp_path, gone, "{%p if x %}", "a", "{%p endif %}") == []


def test_every_fault_of_the_catalogue_has_its_test() -> None:
    tested = {kind for kind, *_ in CASES.values()} | test_safety.TESTED
    tested |= {catalogue_vi.UNUSED, catalogue_vi.NO_OWN_FIELDS, catalogue_vi.UNBOUND_CHART}
    tested |= of_charts.TESTED | test_repeating.TESTED
    assert set(catalogue_vi.ALL) - tested == set()


def test_codes_are_unique_and_every_sentence_says_what_to_do() -> None:
    assert len({one.code for one in catalogue_vi.ALL}) == len(catalogue_vi.ALL)
    for one in catalogue_vi.ALL:
        assert one.remedy[0].isupper() or one.remedy.startswith("{"), one
        assert not one.remedy.endswith("."), one


@pytest.mark.parametrize(
    "tag",
    [
        "{{ x.__class__ }}", "{{ x['a'] }}", "{{ x[0] }}", "{{ x + x }}", "{{ -x }}", "{{ x ~ x }}",
        "{{ x and x }}", "{{ x if x else x }}", "{{ 'a' }}", "{{ 5 }}", "{{ [x] }}", "{{ (x, x) }}",
        "{{ {'a': x} }}", "{{ x is defined }}", "{{ x == x }}", "{{ not x }}", "{{ self }}",
        "{% if x() %}a{% endif %}", "{% if 'a' in x %}a{% endif %}", "{% if 1 %}a{% endif %}",
    ],
)  # fmt: skip
def test_what_a_tag_may_not_do_is_named(tmp_path: Path, tag: str) -> None:
    (found,) = check(tmp_path, tag)
    assert found.code in ("MB07", "MB09", "MB01")
    assert re.search(r"có .+, mẫu không được dùng|so sánh|chưa đóng", found.message)


def test_a_template_without_faults_has_none(tmp_path: Path) -> None:
    body = (
        "{{ x }} {% if x and not dia_danh or x == “chữ” %}a{% endif %}",
        "{% if x != 'a' %}a{% elif x == 'b' %}b{% else %}c{% endif %}",
        "{%p for m in cac_muc %}",
        "{{ loop.index }}/{{ loop.length }}. {{ m.ten }}{% if not loop.last %};{% endif %}",
        "{% if loop.index == 1 %}đầu{% endif %}",
        table(
            row("Một", "Hai"),
            TABLE.repeat("d", "m.cac_dong", row("{{ d.ket_qua }}", "{{ ky.ten }}")),
        ),
        "{%p endfor %}",
        "{% for cau in cac_cau %}{{ cau }}{% endfor %}",
        "{ không phải thẻ } 100 % {y} # ngoặc } {",
    )
    assert codes(tmp_path, *body) == []


def test_all_faults_of_a_template_come_in_one_run_in_their_order(tmp_path: Path) -> None:
    body = ("{{ dia_dan }}", "{{ x | upper }}", "a }}", "{%p for m in cac_mucc %}", "{{ m.gi }}")
    found = check(tmp_path, *body)
    assert [one.code for one in found] == ["MB02", "MB21", "MB06", "MB21", "MB41"]


def test_an_unreadable_loop_is_one_fault_and_not_many(tmp_path: Path) -> None:
    for opening in ("{%p for m cac_muc %}", "{%p forr m in cac_muc %}", "{%p for m in gi_day %}"):
        assert len(check(tmp_path, opening, "{{ m.ten }} {{ m.gi.do }}", "{%p endfor %}")) == 1


def words_of(found: Iterable[Finding]) -> list[tuple[str, str]]:
    return [(one.location, one.excerpt) for one in found]


def test_a_fault_names_its_paragraph_or_its_cell_with_their_words(tmp_path: Path) -> None:
    found = check(
        tmp_path,
        "Tại {{ dia_dan }}, hôm nay",
        table(row("STT", "Kết quả"), row("1", "đạt {{ y1 }}")),
        table(row("{{ y2 }}", "b")),
        "a" * 200 + "{{ y3 }}" + "b" * 200,
    )
    assert words_of(found) == [
        ("Đoạn", "Tại {{ dia_dan }}, hôm nay"),
        ("Ô của bảng có dòng đầu “STT, Kết quả”", "đạt {{ y1 }}"),
        ("Ô của bảng", "{{ y2 }}"),
        ("Đoạn", f"…{'a' * 36}{{{{ y3 }}}}{'b' * 36}…"),
    ]
    assert found[0].message.startswith("Đoạn “Tại {{ dia_dan }}, hôm nay”: dùng ô điền “dia_dan”")


def test_headers_and_properties_are_checked_and_named(tmp_path: Path) -> None:
    path = templates.changed(
        tmp_path / "mau.docx", "word/header-1-next.xml",
        lambda part: part.replace(b"{{ dau_trang }}", b"{{ dau_tran }}"),
    )  # fmt: skip
    found = [one for one in check_template(path, FIELDS) if "{{ dau_tran }}" in one.excerpt]
    assert [one.location for one in found] == ["Đầu trang, đoạn"]
    path = templates.changed(
        tmp_path / "mau.docx", "docProps/core.xml",
        lambda part: part.replace(b"{{ ten_co_quan }}", b"{{ ten_co_qua }}"),
    )  # fmt: skip
    found = [one for one in check_template(path, FIELDS) if "{{ ten_co_qua }}" in one.excerpt]
    assert [one.location for one in found] == ["Thuộc tính của tệp (Tệp, Thông tin)"]


@pytest.mark.parametrize(
    "cut",
    [
        "<w:r><w:t>{</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{ dia_</w:t></w:r>"
        "<w:proofErr w:type='spellStart'/><w:r><w:t>dan }</w:t></w:r><w:r><w:t>}</w:t></w:r>",
        "<w:bookmarkStart w:id='1' w:name='a'/><w:r><w:t>{{ dia</w:t></w:r>"
        "<w:bookmarkEnd w:id='1'/>"
        "<w:ins w:id='2' w:author='a'><w:r><w:t>_dan }}</w:t></w:r></w:ins>",
        "<w:r><w:t>{{ dia_</w:t></w:r><w:del w:id='3' w:author='a'><w:r><w:delText>mo</w:delText>"
        "</w:r></w:del><w:r><w:t>dan }}</w:t></w:r>",
    ],
    ids=["proofing", "bookmark and insertion", "deletion"],
)
def test_a_tag_that_word_has_cut_up_is_one_tag(tmp_path: Path, cut: str) -> None:
    (found,) = check(tmp_path, f"<w:p>{cut}</w:p>")
    assert (found.code, found.excerpt) == ("MB21", "{{ dia_dan }}")


def test_a_text_box_stands_twice_in_the_file_and_is_reported_once(tmp_path: Path) -> None:
    box = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>{{ y }}</w:t></w:r></w:p></w:txbxContent>"
    path = with_body(tmp_path, f"<w:p>{box}</w:pict></w:r>{box}</w:pict></w:r></w:p>")
    found = [one for one in check_template(path, FIELDS) if one.blocks]
    assert [(one.code, one.excerpt) for one in found] == [("MB21", "{{ y }}")]


def test_every_block_that_does_not_end_is_told_though_another_ends_in_it(tmp_path: Path) -> None:
    found = check(tmp_path, LOOPS[0], "{% if x %}một", "{% if x %}hai", LOOPS[2])
    assert [(one.code, one.excerpt) for one in found] == [
        ("MB43", LOOPS[2]), ("MB41", "{% if x %}một"),
    ]  # fmt: skip


def test_fields_that_are_not_used_are_a_mere_notice(tmp_path: Path) -> None:
    path = templates.write(tmp_path / "mau.docx", "{{ x }} {{ dia_danh }}", "{{ ky.ten }}")
    (notice,) = check_template(path, FIELDS)
    assert (notice.code, notice.blocks) == ("MB91", False)
    assert "các ô: cac_cau, cac_muc." in notice.message


# What Telex makes of the words of a tag, and what is meant.
SLIPS = {
    "{% ì x %}": "{% if x %}",
    "{% íf x %}": "{% if x %}",
    "{%p fỏ m in cac_muc %}": "{%p for m in cac_muc %}",
    "{%p fòr m in cac_muc %}": "{%p for m in cac_muc %}",
    "{% endìf %}": "{% endif %}",
    "{% endì %}": "{% endif %}",
    "{%p endfỏ %}": "{%p endfor %}",
    "{%p èndỏ %}": "{%p endfor %}",
    "{% éle %}": "{% else %}",
    "{% ếl %}": "{% else %}",
    "{% elì x %}": "{% elif x %}",
    "{% if x ỏ dia_danh %}": "{% if x or dia_danh %}",
    "{% if nót x %}": "{% if not x %}",
    "{%p for m ín cac_muc %}": "{%p for m in cac_muc %}",
    '{% ì x == "ỏ" %}': '{% if x == "ỏ" %}',
}


# What is meant for a tag, and would be printed: all that opens it, the right tag.
OTHER_MARKS = {
    "{ { dia_danh } }": "{{ dia_danh }}",
    "{{{ dia_danh }}}": "{{ dia_danh }}",
    "{{ dia_danh }": "{{ dia_danh }}",
    "{{ dia_danh } }": "{{ dia_danh }}",
    "{Địa danh}": "{{ dia_danh }}",
    "{{ dia_danh %}": "{{ dia_danh }}",
    "{% dia_danh %}": "{{ dia_danh }}",
    "\uff5b\uff5b dia_danh \uff5d\uff5d": "{{ dia_danh }}",
    "<<dia_danh>>": "{{ dia_danh }}",
    "[[ dia_danh ]]": "{{ dia_danh }}",
    "{ % if x % }a{% endif %}": "{% if x %}",
    "{\uff05 if x \uff05}a{% endif %}": "{% if x %}",
    "[% if x %]a{% endif %}": "{% if x %}",
    "{{ if x }}a{% endif %}": "{% if x %}",
    "{% if x %}a{ endif }": "{% endif %}",
    "{% if x %}a{ % endìf % }": "{% endif %}",
    "{% for cau in cac_cau %}{cau}{% endfor %}": "{{ cau }}",
}


WRONG = {
    "an opening in a paragraph": (
        ("{% for cau in cac_cau %}", "{{ cau }}", "{%p endfor %}"),
        "MB44", "Viết là {%p for cau in cac_cau %}.",
    ),
    "an end in a paragraph": (
        ("{%p for cau in cac_cau %}", "{{ cau }}", "{% endfor %}"),
        "MB44", "Viết là {%p endfor %}.",
    ),
    "an opening in a table": (
        (table(row("{%p for m in cac_muc %}", ""), row("{{ m.ten }}", "b"),
               row("{%tr endfor %}", "")),),
        "MB44", "Viết là {%tr for m in cac_muc %}.",
    ),
    "an inner opening": (
        (LOOPS[0], "{% for d in m.cac_dong %}", "{{ d.ket_qua }}", LOOPS[2], LOOPS[2]),
        "MB44", "Viết là {%p for d in m.cac_dong %}.",
    ),
    "no end of rows": (
        (LOOPS[0], table(row("{%tr for d in m.cac_dong %}", ""), row("{{ d.ket_qua }}", "b")),
         "{{ m.ten }}", LOOPS[2]),
        "MB41", "Thêm thẻ {%tr endfor %}",
    ),
    "an else in a paragraph": (
        ("{%p if x %}", "a", "{% else %}", "b", "{%p endif %}"), "MB44", "Viết là {%p else %}.",
    ),
    "no beginning of rows": (
        (LOOPS[0], table(row("{{ m.ten }}", "b"), row("{%tr endfor %}", "")), LOOPS[2]),
        "MB42", "Thêm thẻ mở đầu {%tr for … in … %}",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_of_two_tags_the_wrong_one_is_named_with_the_kind_of_its_place(
    tmp_path: Path, case: str
) -> None:
    body, code, words = WRONG[case]
    (found, *more) = check(tmp_path, *body)
    assert (found.code, words in found.message) == (code, True)
    assert more == []


@pytest.mark.parametrize("typed", OTHER_MARKS)
def test_a_tag_with_other_marks_is_one_fault_and_told_as_it_was_meant(
    tmp_path: Path, typed: str
) -> None:
    (found,) = check(tmp_path, f"Tại {typed}, ngày")
    assert (found.code, found.blocks) == (catalogue_vi.OTHER_MARKS.code, True)
    assert f"Viết là {OTHER_MARKS[typed]}." in found.message


@pytest.mark.parametrize(
    ("opening", "end", "right"),
    [
        ("{%p for m in cac_muc %}", "{p endfor }", "{%p endfor %}"),
        ("{ %p for m in cac_muc % }", "{%p endfor %}", "{%p for m in cac_muc %}"),
    ],
)
def test_half_of_a_loop_with_other_marks_has_its_other_half(
    tmp_path: Path, opening: str, end: str, right: str
) -> None:
    (found,) = check(tmp_path, opening, "{{ m.ten }}", end)
    assert (found.code, found.message.endswith(f"Viết là {right}.")) == ("MB11", True)


@pytest.mark.parametrize(
    "words", ["[{{ x }}] ({{ x }}) «{{ x }}»", "{a} [x] (x) {{{ x", "x}} > 3 < 5 % }"]
)
def test_brackets_around_a_tag_or_other_words_are_no_tag(tmp_path: Path, words: str) -> None:
    assert "MB11" not in codes(tmp_path, words)


@pytest.mark.parametrize("sign", [
    "\u2800", "\u3164", "\u115f", "\u180b", "\u17b5", "\u2065", "\U0001d173", "\U000e0041",
    "\u2028", "\u202f", "\u3000", "\u0085", "\u0445", "ä", "×",
])  # fmt: skip
def test_what_no_vietnamese_keyboard_types_in_a_tag_is_named(tmp_path: Path, sign: str) -> None:
    (found,) = check(tmp_path, f"{{{{ dia{sign}_danh }}}}")
    assert found.code == catalogue_vi.STRANGE_SIGN.code
    assert f"(U+{ord(sign):04X})" in found.message
    assert codes(tmp_path, f"{sign} {{{{ x }}}} {sign}") == []


def test_a_text_that_is_compared_may_have_any_sign_that_is_seen(tmp_path: Path) -> None:
    assert codes(tmp_path, "{% if x == “đạt – × \u0445” %}{{\u00a0x }}{% endif %}") == []
    assert codes(tmp_path, "{% if x == “đạt\u200b” %}a{% endif %}") == ["MB12"]


@pytest.mark.parametrize(
    ("typed", "meant"), [("ĩnde", "index"), ("lát", "last"), ("fírt", "first"), ("lengh", "length")]
)
def test_a_name_of_loops_that_telex_has_turned_is_told(
    tmp_path: Path, typed: str, meant: str
) -> None:
    tag = f"{{% if loop.{typed} %}}a{{% endif %}}"
    (found,) = check(tmp_path, LOOPS[0], tag, LOOPS[2])
    assert (found.code, f"“loop.{meant}” không?" in found.message) == ("MB25", True)


@pytest.mark.parametrize("tag", ["{{ cac_cauu }}", "{{ noi_danh }}", "{{ cau }}", "{{ thoi_han }}"])
def test_what_is_not_near_or_a_list_is_not_proposed_for_printing(tmp_path: Path, tag: str) -> None:
    (found,) = check(tmp_path, tag)
    assert "Có phải" not in found.message


@pytest.mark.parametrize("typed", SLIPS)
def test_a_command_that_telex_has_turned_is_told_as_it_was_meant(
    tmp_path: Path, typed: str
) -> None:
    messages = [one.message for one in check(tmp_path, typed) if one.code in ("MB03", "MB04")]
    assert len(messages) == 1
    assert f"Viết là {SLIPS[typed]}." in messages[0]


@pytest.mark.parametrize(
    ("typed", "example"),
    [
        ("{% ifx %}", "{% if ten_o %}"),
        ("{% if %}", "{% if ten_o %}"),
        ("{%p elif %}", "{%p elif ten_o %}"),
        ("{%tr for %}", "{%tr for dong in danh_sach %}"),
    ],
)
def test_a_command_without_its_rest_is_told_with_an_example(
    tmp_path: Path, typed: str, example: str
) -> None:
    messages = [one.message for one in check(tmp_path, typed) if one.code in ("MB03", "MB04")]
    assert len(messages) == 1
    assert f"Viết theo mẫu {example}" in messages[0]


def test_a_mark_in_capitals_is_answered_with_the_marks_there_are(tmp_path: Path) -> None:
    first, *_ = check(tmp_path, "{%P if x %}", "a", "{%p endif %}")
    assert (first.code, "{%p … %} cho đoạn" in first.message) == ("MB04", True)


def test_a_field_that_telex_has_turned_is_told_as_it_was_meant(tmp_path: Path) -> None:
    (found,) = check(tmp_path, "{{ dia_dânh }}")
    assert "Có phải là “dia_danh” không?" in found.message


CONTENT = FieldTree(
    "Báo cáo",
    (
        ("Thể thức", (text("x", "chữ", "chữ"),)),
        ("Nội dung", (text("tong_hop", "tổng hợp", "Đạt"), texts("cac_cau", "các câu", "Câu."))),
    ),
)


@pytest.mark.parametrize("body", ["Báo cáo đã lập xong.", "{{ x }}", "{% if x %}a{% endif %}"])
def test_a_template_without_a_field_of_its_documents_content_is_refused(
    tmp_path: Path, body: str
) -> None:
    path = bare(templates.write(tmp_path / "mau.docx", body))
    (found,) = check_template(path, CONTENT)
    assert (found.code, found.blocks) == (catalogue_vi.NO_OWN_FIELDS.code, True)
    assert "nội dung của Báo cáo" in found.message
    assert "mau_goc" in found.message


@pytest.mark.parametrize(
    ("body", "code"), [("{{ x }} {{ tong_hop }}", "MB91"), ("{{ tong_hp }}", "MB21")]
)
def test_a_template_with_such_a_field_or_one_misspelt_is_none_without(
    tmp_path: Path, body: str, code: str
) -> None:
    path = bare(templates.write(tmp_path / "mau.docx", body))
    assert code in {one.code for one in check_template(path, CONTENT)}
    assert "MB30" not in {one.code for one in check_template(path, CONTENT)}


def bare(path: Path) -> Path:
    """Take the tags out of a template's headers and properties."""
    parts = unpacked(path)
    return repacked(path, {
        name: part if name == "word/document.xml" else re.sub(rb"\{\{.*?\}\}", b"", part)
        for name, part in parts.items()
    })  # fmt: skip


def test_a_page_break_behind_a_tag_goes_to_the_paragraph_that_follows(tmp_path: Path) -> None:
    broken = beside("{%p if x %}", '<w:br w:type="page"/>')
    path = templates.write(tmp_path / "mau.docx", broken, "a", "{%p endif %}")
    package = Package(path.name, path.read_bytes())
    assert not any(one.blocks for one in Inspection(package, FIELDS).findings)
    root = package.roots["word/document.xml"]
    (mark,) = root.iter(f"{W}pageBreakBefore")
    assert [text_of(one) for one in mark.iterancestors(f"{W}p")] == ["a"]
    assert not list(root.iter(f"{W}br"))


def test_an_end_of_another_kind_does_not_hide_that_another_block_has_no_end(
    tmp_path: Path,
) -> None:
    body = ("{%p if x %}", "{% for cau in cac_cau %}", "{{ cau }}", "{%p endfor %}")
    assert sorted(codes(tmp_path, *body)) == ["MB41", "MB44"]


def test_a_circumflex_behind_another_mark_is_its_letter_once_more() -> None:
    assert likely_word("lệ", ["lejm", "leej"]) == "leej"
