"""The language of the templates: print a field, repeat over a list, choose; nothing else.

A template is a file that people send each other, so what it may ask is a short list of
Jinja's syntax nodes, each in its place. Nothing is run to find that out: the tree that
Jinja's parser makes is looked at, and what is not on the list is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from jinja2 import Environment, nodes
from jinja2.exceptions import TemplateSyntaxError

from docgen.fields import LOOP
from docgen.findings import FindingKind
from docgen.template_check import catalogue_vi

Names = tuple[str, ...]  # `d.ten` is ("d", "ten")

_RESERVED = {"loop", "self", "super", "caller", "varargs", "kwargs"}
_LONGEST = 400  # characters of one tag
_MARKUP = frozenset("<>&{}%")  # would be something else inside a part's XML
_PARSER = Environment(autoescape=True)


class NotAllowed(Exception):
    """A tag that is not of the language: the kind of finding, and its facts."""

    def __init__(self, kind: FindingKind, **facts: str) -> None:
        super().__init__(kind.code)
        self.kind, self.facts = kind, facts


class Reference(NamedTuple):
    """What a tag asks of a field: its content, or whether it is this value."""

    names: Names
    value: str | int | None = None


class Statement(NamedTuple):
    """A tag, understood: the fields it asks, the loop's variable."""

    references: tuple[Reference, ...] = ()
    variable: str = ""


@lru_cache(maxsize=4096)
def statement(command: str, body: str) -> Statement:
    """Read the body of a tag: of `{{ … }}` ("print"), or of a `{% … %}` with its command.

    Raises:
        NotAllowed: it does more than name a field, repeat over a list, or ask fields.
    """
    if command in ("else", "endfor", "endif"):
        if body != command:
            raise NotAllowed(catalogue_vi.UNREADABLE)
        return Statement()
    sources = {"print": f"{{{{ {body} }}}}", "for": f"{{% {body} %}}{{% endfor %}}"}
    source = sources.get(command, f"{{% if {body.partition(' ')[2]} %}}{{% endif %}}")
    if len(source) > _LONGEST:
        raise NotAllowed(catalogue_vi.TOO_LONG)
    try:
        tree = _PARSER.parse(source)
    except (TemplateSyntaxError, RecursionError, ValueError) as fault:
        raise NotAllowed(catalogue_vi.UNREADABLE) from fault
    (read,) = _statements(tree.body)
    return read


def check_tree(tree: nodes.Template) -> None:
    """Hold a whole template against the language; `NotAllowed` is raised for what is not of it."""
    list(_statements(tree.body))


def _statements(body: Iterable[nodes.Node]) -> Iterator[Statement]:
    for node in body:
        if isinstance(node, nodes.Output):
            for printed in node.nodes:
                if not isinstance(printed, nodes.TemplateData):
                    yield Statement((Reference(_names(printed)),))
        elif isinstance(node, nodes.For):
            yield _loop(node)
            yield from _statements(node.body)
        elif isinstance(node, nodes.If):
            yield Statement(tuple(_references(node.test)))
            yield from _statements([*node.body, *node.elif_, *node.else_])
        else:
            raise _refused(node)


def _names(node: nodes.Node) -> Names:
    """Read the name of a field: `a`, `a.b`."""
    parts: list[str] = []
    while isinstance(node, nodes.Getattr):
        parts.insert(0, node.attr)
        node = node.node
    if not isinstance(node, nodes.Name):
        raise _refused(node)
    names = (node.name, *parts)
    if any(name.startswith("_") for name in names):
        raise NotAllowed(catalogue_vi.NOT_ALLOWED, what=catalogue_vi.HIDDEN)
    if node.name in _RESERVED and (node.name, len(names)) != (LOOP.name, 2):
        raise NotAllowed(catalogue_vi.NOT_ALLOWED, what=catalogue_vi.RESERVED)
    return names


def _refused(node: nodes.Node) -> NotAllowed:
    what = catalogue_vi.NODES.get(type(node).__name__)
    if isinstance(node, nodes.Filter):
        return NotAllowed(catalogue_vi.FILTER, word=node.name)
    if not what and not isinstance(node, nodes.BinExpr | nodes.UnaryExpr):
        return NotAllowed(catalogue_vi.UNREADABLE)
    return NotAllowed(catalogue_vi.NOT_ALLOWED, what=what or catalogue_vi.CALCULATION)


def _loop(node: nodes.For) -> Statement:
    if node.recursive or node.test or node.else_:
        what = catalogue_vi.RECURSIVE if node.recursive else catalogue_vi.FILTERED
        raise NotAllowed(catalogue_vi.NOT_ALLOWED, what=what)
    if not isinstance(node.target, nodes.Name):
        raise _refused(node.target)
    variable, source = node.target.name, _names(node.iter)
    if source[0] == LOOP.name:
        raise NotAllowed(catalogue_vi.NOT_ALLOWED, what=catalogue_vi.RESERVED)
    if variable in _RESERVED or variable.startswith("_"):
        raise NotAllowed(catalogue_vi.LOOP_NAME, word=variable)
    return Statement((Reference(source),), variable)


def _references(node: nodes.Node) -> Iterator[Reference]:
    """Yield what a condition asks; `and`, `or`, `not` join and turn."""
    if isinstance(node, nodes.And | nodes.Or):
        yield from _references(node.left)
        yield from _references(node.right)
    elif isinstance(node, nodes.Not):
        yield from _references(node.node)
    elif isinstance(node, nodes.Compare):  # `field == "value"` or `loop.index != 1`
        (first, *more) = node.ops
        value = first.expr.value if isinstance(first.expr, nodes.Const) else None
        known = type(value) in (str, int) and not _MARKUP.intersection(str(value))
        if more or first.op not in ("eq", "ne") or not known:
            raise NotAllowed(catalogue_vi.COMPARISON)
        yield Reference(_names(node.expr), value)
    else:
        yield Reference(_names(node))
