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
from docgen.template_check import catalogue_vi, words_vi

Names = tuple[str, ...]  # `d.ten` is ("d", "ten")

_RESERVED = {"loop", "self", "super", "caller", "varargs", "kwargs"}
_IN_LOOPS = {field.name for field in LOOP.fields}
_LONGEST = 400  # characters of one tag
_DEEPEST = 6  # names joined by dots
_MARKUP = frozenset("<>&{}%")  # would be something else inside a part's XML

_PARSER = Environment(autoescape=True)


class Refused(Exception):
    """A tag that is not of the language: the kind of finding, and its facts."""

    def __init__(self, kind: FindingKind, **facts: str) -> None:
        super().__init__(kind.code)
        self.kind = kind
        self.facts = facts


class Asked(NamedTuple):
    """What a tag asks of a field: its content, or whether it is this value."""

    field: Names
    value: str | int | None = None


class Statement(NamedTuple):
    """A tag, understood: its command, the fields it asks, the loop's variable."""

    command: str
    asked: tuple[Asked, ...] = ()
    variable: str = ""


@lru_cache(maxsize=4096)
def statement(command: str, body: str) -> Statement:
    """Read the body of a tag: of `{{ … }}` ("print"), or of a `for`, `if` or `elif`.

    Raises:
        Refused: it does more than name a field, repeat over a list, or ask fields.
    """
    source = {
        "print": f"{{{{ {body} }}}}",
        "for": f"{{% {body} %}}{{% endfor %}}",
    }.get(command, f"{{% if {body.partition(' ')[2]} %}}{{% endif %}}")
    if len(source) > _LONGEST:
        raise Refused(catalogue_vi.TOO_LONG)
    try:
        tree = _PARSER.parse(source)
    except (TemplateSyntaxError, RecursionError, ValueError) as fault:
        raise Refused(catalogue_vi.UNREADABLE, hint=words_vi.SEE_TAGS) from fault
    (read,) = _statements(tree.body)
    return read._replace(command=command)


def check_tree(tree: nodes.Template) -> None:
    """Hold a whole template against the language.

    Raises:
        Refused: a node that is not of the language.
    """
    for _ in _statements(tree.body):
        pass


def _statements(body: Iterable[nodes.Node]) -> Iterator[Statement]:
    for node in body:
        if isinstance(node, nodes.Output):
            for printed in node.nodes:
                if not isinstance(printed, nodes.TemplateData):
                    yield Statement("print", (Asked(_names(printed)),))
        elif isinstance(node, nodes.For):
            yield _loop(node)
            yield from _statements(node.body)
        elif isinstance(node, nodes.If):
            yield Statement("if", tuple(_asked(node.test)))
            yield from _statements([*node.body, *node.elif_, *node.else_])
        else:
            raise _not_allowed(node)


def _names(node: nodes.Node) -> Names:
    """Read the name of a field: `a`, `a.b`."""
    names: list[str] = []
    while isinstance(node, nodes.Getattr) and len(names) < _DEEPEST:
        names.insert(0, node.attr)
        node = node.node
    if not isinstance(node, nodes.Name):
        raise _not_allowed(node)
    names.insert(0, node.name)
    if any(name.startswith("_") for name in names):
        raise Refused(catalogue_vi.NOT_ALLOWED, what=words_vi.HIDDEN)
    of_loop = node.name == "loop" and len(names) == 2 and names[1] in _IN_LOOPS
    if node.name in _RESERVED and not of_loop:
        raise Refused(catalogue_vi.NOT_ALLOWED, what=words_vi.RESERVED)
    return tuple(names)


def _not_allowed(node: nodes.Node) -> Refused:
    what = words_vi.NODES.get(type(node).__name__)
    if isinstance(node, nodes.Getattr):
        return Refused(catalogue_vi.TOO_LONG)
    if isinstance(node, nodes.Filter):
        return Refused(catalogue_vi.FILTER, word=node.name)
    if not what and not isinstance(node, nodes.BinExpr | nodes.UnaryExpr):
        return Refused(catalogue_vi.UNREADABLE, hint=words_vi.SEE_TAGS)
    return Refused(catalogue_vi.NOT_ALLOWED, what=what or words_vi.CALCULATION)


def _loop(node: nodes.For) -> Statement:
    if node.recursive or node.test or node.else_:
        what = words_vi.RECURSIVE if node.recursive else words_vi.FILTERED
        raise Refused(catalogue_vi.NOT_ALLOWED, what=what)
    if not isinstance(node.target, nodes.Name):
        raise _not_allowed(node.target)
    variable, source = node.target.name, _names(node.iter)
    if source[0] == LOOP.name:
        raise Refused(catalogue_vi.NOT_ALLOWED, what=words_vi.RESERVED)
    if variable in _RESERVED or variable.startswith("_"):
        raise Refused(catalogue_vi.LOOP_NAME, word=variable)
    return Statement("for", (Asked(source),), variable)


def _asked(node: nodes.Node) -> Iterator[Asked]:
    """Yield what a condition asks; `and`, `or`, `not` join and turn."""
    if isinstance(node, nodes.And | nodes.Or):
        yield from _asked(node.left)
        yield from _asked(node.right)
    elif isinstance(node, nodes.Not):
        yield from _asked(node.node)
    elif isinstance(node, nodes.Compare):  # `field == "value"` or `loop.index != 1`
        (first, *more) = node.ops
        value = first.expr.value if isinstance(first.expr, nodes.Const) else None
        known = type(value) in (str, int) and not _MARKUP.intersection(str(value))
        if more or first.op not in ("eq", "ne") or not known:
            raise Refused(catalogue_vi.COMPARISON)
        yield Asked(_names(node.expr), value)
    else:
        yield Asked(_names(node))
