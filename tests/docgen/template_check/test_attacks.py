"""A template is data that people send each other: nothing in it runs, and none takes long.

Each attack is tried on the check and on the filling. What takes long is told by comparison
with the check of the product's own template, since machines differ and are busy.
"""

from __future__ import annotations

import contextlib
import functools
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.documents import field_tree
from docgen.findings import Finding
from docgen.template_check.checking import check_template
from docgen.word.jinja import PartTemplate, TemplateLanguage
from docgen.word.template import WordTemplate
from tests.docgen import templates
from tests.docgen.declared import Context
from tests.docgen.template_check.samples import FIELDS
from workbook.domain.errors import TemplateError

IN_ONE_PARAGRAPH = {
    "class": "{{ x.__class__ }}",
    "subclasses": "{{ x.__class__.__mro__[1].__subclasses__() }}",
    "class by index": "{{ x['__class__'] }}",
    "class by filter": "{{ x | attr('__class__') }}",
    "method": "{{ x.upper() }}",
    "method without a call": "{{ x.upper }}",
    "format string": "{{ '{0.__class__}'.format(x) }}",
    "call of a field": "{{ x() }}",
    "global": "{{ lipsum }}",
    "global called": "{{ lipsum(n=99999) }}",
    "function's globals": "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "cycler": "{{ cycler.__init__.__globals__ }}",
    "namespace": "{% set n = namespace() %}",
    "self": "{{ self }}",
    "self's body": "{{ self._TemplateReference__context }}",
    "self's block": "{{ self.body() }}",
    "super": "{{ super() }}",
    "caller": "{{ caller }}",
    "range": "{% for a in range(10**9) %}a{% endfor %}",
    "nested ranges": "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
    "memory": "{{ 'a'*10**10 }}",
    "power": "{{ 9**9**9 }}",
    "shift": "{{ 1 << 9999999999 }}",
    "concatenation": "{{ x ~ x }}",
    "list": "{{ [1] * 10**10 }}",
    "huge constant": "{{ " + "9" * 1_000_000 + " }}",
    "huge constant compared": "{% if x == " + "9" * 5000 + " %}a{% endif %}",
    "huge text": "{% if x == '" + "a" * 1_000_000 + "' %}a{% endif %}",
    "brackets": "{{ " + "(" * 50_000 + "x" + ")" * 50_000 + " }}",
    "brackets within the limit": "{{ " + "(" * 180 + "x" + ")" * 180 + " }}",
    "not not": "{% if " + "not " * 90 + "y %}a{% endif %}",
    "signs": "{{ " + "-" * 300 + "x }}",
    "long chain": "{{ x" + ".a" * 190 + " }}",
    "filter": "{{ x | upper }}",
    "filter with a loop": "{{ x | center(10**10) }}",
    "test": "{{ x is callable }}",
    "macro": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "call block": "{% call x() %}a{% endcall %}",
    "filter block": "{% filter upper %}a{% endfilter %}",
    "set": "{% set y = x %}",
    "set block": "{% set y %}a{% endset %}",
    "with": "{% with y = x %}a{% endwith %}",
    "include": "{% include '/etc/passwd' %}",
    "import": "{% import 'x' as y %}",
    "from": "{% from 'x' import y %}",
    "extends": "{% extends 'x' %}",
    "block": "{% block a %}{{ self.a() }}{% endblock %}",
    "raw": "{% raw %}{{ x.__class__ }}{% endraw %}",
    "autoescape": "{% autoescape false %}{{ x }}{% endautoescape %}",
    "safe": "{{ x | safe }}",
    "do": "{% do x.append(1) %}",
    "trans": "{% trans %}a{% endtrans %}",
    "debug": "{% debug %}",
    "break": "{% for a in cac_cau %}{% break %}{% endfor %}",
    "recursive loop": "{% for a in cac_muc recursive %}{{ loop(a.cac_dong) }}{% endfor %}",
    "loop called": "{% for a in cac_muc %}{{ loop(cac_muc) }}{% endfor %}",
    "loop's cycle": "{% for a in cac_muc %}{{ loop.cycle('a') }}{% endfor %}",
    "loop's insides": "{% for a in cac_muc %}{{ loop._iterator }}{% endfor %}",
    "loop printed": "{% for a in cac_muc %}{{ loop }}{% endfor %}",
    "loop's neighbour": "{% for a in cac_muc %}{{ loop.nextitem.ten }}{% endfor %}",
    "loop over loop": "{% for a in cac_muc %}{% for b in loop %}a{% endfor %}{% endfor %}",
    "loop as a name": "{% for loop in cac_muc %}a{% endfor %}",
    "self as a name": "{% for self in cac_muc %}{{ self }}{% endfor %}",
    "two names": "{% for a, b in cac_muc %}a{% endfor %}",
    "an attribute as a name": "{% for x.y in cac_muc %}a{% endfor %}",
    "filtered loop": "{% for a in cac_muc if a.ten() %}a{% endfor %}",
    "loop over a text": "{% for a in x %}{{ a }}{% endfor %}",
    "loop over a constant": "{% for a in 'aaaa' %}{{ a }}{% endfor %}",
    "deep nesting": "{% if x %}" * 900 + "{% endif %}" * 900,
    "deep loops": "{% for a in cac_cau %}" * 30 + "a" + "{% endfor %}" * 30,
    "multiplied loops": "".join(f"{{% for a{n} in cac_cau %}}" for n in range(9))
    + "a" + "{% endfor %}" * 9,
    "open tags": "{{ " * 20_000,
    "open commands": "{% " * 20_000,
    "open specials": "{{r " * 20_000,
    "closed marks": "}} " * 20_000,
    "many tags": "{{ x }}" * 20_000,
    "a comment": "{# {{ x }} #}",
    "whitespace control": "{%- if x -%}a{%- endif -%}",
    "docxtpl's rich text": "{{r x }}",
    "docxtpl's cell colour": "{% cellbg x %}",
    "docxtpl's column span": "{% colspan x %}",
    "docxtpl's merging": "{% vm %}{% hm %}",
    "docxtpl's escapes": "{{ '{_{' }}",
    "keyword": "{{ None }}{{ True }}",
    "undefined": "{{ khong_co }}",
    "undefined, hidden": "{% if khong_co is defined %}a{% endif %}",
    "hidden name": "{{ _x }}",
    "line statement": "{% if x %}\n# for a in x\n{% endif %}{{ __import__ }}",
    "escape of markup": "{{ '</w:t><w:t>' }}",
    "markup in a comparison": "{% if x == '</w:t>' %}a{% endif %}",
}  # fmt: skip
CONTEXT: Context = {
    "x": "chữ", "dia_danh": "", "dau_trang": "", "ten_co_quan": "", "cac_cau": ["một"] * 50,
    "ky": {"ten": ""}, "cac_muc": [{"ten": "a", "cac_dong": []}] * 50,
}  # fmt: skip


# The largest templates that are let in take about 30 times as long; an attack that gets
# through takes minutes.
MOST = 200


@functools.cache
def own_template_takes() -> float:
    """Processor time of checking the product's own template."""
    return min(
        taken(lambda: check_template(templates.REPORT, field_tree("bao_cao.docx")))
        for _ in range(5)
    )


def taken(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def takes_not_long(work: Callable[[], object]) -> None:
    assert taken(work) < MOST * own_template_takes()


@pytest.mark.parametrize("attack", IN_ONE_PARAGRAPH)
def test_an_attack_is_found_and_refused_takes_not_long(tmp_path: Path, attack: str) -> None:
    path = templates.write(tmp_path / "mau.docx", IN_ONE_PARAGRAPH[attack])
    found: list[Finding] = []
    takes_not_long(lambda: found.extend(check_template(path, FIELDS)))
    assert any(one.blocks for one in found)

    def fill() -> None:
        with pytest.raises(TemplateError):
            WordTemplate(path, FIELDS).render(CONTEXT)

    takes_not_long(fill)


@pytest.mark.parametrize("attack", sorted(IN_ONE_PARAGRAPH.keys() - {"loop over a text"}))
def test_an_attack_is_refused_without_the_list_of_fields_too(tmp_path: Path, attack: str) -> None:
    path = templates.write(tmp_path / "mau.docx", IN_ONE_PARAGRAPH[attack])

    def fill() -> None:
        with pytest.raises(TemplateError):
            WordTemplate(path).render(CONTEXT)

    takes_not_long(fill)


# What does nothing even as compiled source: plain words, or more of the same than allowed
# (which stops at a bound, see below).
HARMLESS = {
    "closed marks", "many tags", "a comment", "whitespace control", "raw", "loop over a text",
    "deep loops", "huge text", "multiplied loops",
}  # fmt: skip


@pytest.mark.parametrize("attack", sorted(IN_ONE_PARAGRAPH.keys() - HARMLESS))
def test_what_is_compiled_is_held_against_the_language_once_more(attack: str) -> None:
    """The second line of defence: without any check of tags."""
    language = TemplateLanguage(lambda chart, attribute: "")
    with pytest.raises(TemplateError):
        PartTemplate(IN_ONE_PARAGRAPH[attack], "mau.docx", language).fill(CONTEXT)


def test_a_loop_over_everything_stops_at_a_bound(tmp_path: Path) -> None:
    long: Context = {**CONTEXT, "cac_cau": ["câu " * 200] * 3000}
    body = "{% for a in cac_cau %}{% for b in cac_cau %}{{ b }}{% endfor %}{% endfor %}"
    template = WordTemplate(templates.write(tmp_path / "mau.docx", body), FIELDS)

    def fill() -> None:
        with pytest.raises(TemplateError, match="dài quá mức"):
            template.render(long)

    takes_not_long(fill)


@pytest.mark.parametrize(
    "body",
    [
        "<w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p>" * 1900,
        "<w:p><w:r><w:t>{%p if x %}</w:t></w:r></w:p>" * 1400,
        "<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 15_000,
        "<w:p>" + "<w:r><w:t>{</w:t></w:r>" * 9_000 + "</w:p>",
        "<w:tbl><w:tr>" + "<w:tc><w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p></w:tc>" * 2000
        + "</w:tr></w:tbl>",
        "<w:tbl>" + "<w:tr><w:tc><w:p><w:r><w:t>{{ y }}</w:t></w:r></w:p></w:tc></w:tr>" * 1500
        + "</w:tbl>",
        "<w:p><w:r><w:t>{% if x %}a" + "{% elif x %}b" * 1900 + "{% endif %}</w:t></w:r></w:p>",
        "<w:sdt><w:sdtContent>" * 110 + "<w:p/>" + "</w:sdtContent></w:sdt>" * 110,
    ],
    ids=["tags", "open blocks", "paragraphs", "runs", "cells", "faulty rows", "elif", "depth"],
)  # fmt: skip
def test_the_largest_templates_do_not_take_long(tmp_path: Path, body: str) -> None:
    path = templates.write(tmp_path / "mau.docx", body)
    takes_not_long(lambda: check_template(path, FIELDS))

    def fill() -> None:
        with contextlib.suppress(TemplateError):
            WordTemplate(path, FIELDS).render(CONTEXT)

    takes_not_long(fill)


def test_a_filled_text_is_never_read_as_a_tag(tmp_path: Path) -> None:
    template = WordTemplate(templates.write(tmp_path / "mau.docx", "{{ x }}"), FIELDS)
    typed = "{{ dia_danh }} {% for a in cac_cau %}"
    assert typed.encode() in _document(template.render({**CONTEXT, "x": typed}))


def _document(content: bytes) -> bytes:
    from tests.ooxml_compare import parts

    return parts(content)["word/document.xml"]
