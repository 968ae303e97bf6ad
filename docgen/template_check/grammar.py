"""The language of the templates: print a field, repeat over a list, choose; nothing else.

A template is a file that people send each other, so what it may ask is a short list of
Jinja's syntax nodes, each in its place. Nothing is run to find that out: the tree that
Jinja's parser makes is looked at, and what is not on the list is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import Environment, nodes
from jinja2.exceptions import TemplateSyntaxError

from docgen.fields import LOOP
from docgen.findings import FindingKind
from docgen.template_check import catalogue_vi, words_vi

Names = tuple[str, ...]  # `d.ten` is ("d", "ten")

_RESERVED = {"loop", "self", "super", "caller", "varargs", "kwargs"}
_IN_LOOPS = {one.name for one in LOOP.fields}
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


@dataclass(frozen=True)
class Asked:
    """What a condition asks of a field: its content, or whether it is this value."""

    field: Names
    value: str | int | None = None


@dataclass(frozen=True)
class Statement:
    """A tag, understood: its command, the loop's variable, the fields it asks."""

    command: str
    variable: str = ""
    asked: tuple[Asked, ...] = ()


@lru_cache(maxsize=4096)
def printed(body: str) -> Statement:
    """Read what stands between `{{` and `}}`.

    Raises:
        Refused: it is more than the name of a field.
    """
    (output,) = _parsed("{{ " + body + " }}")
    if not isinstance(output, nodes.Output) or len(output.nodes) != 1:
        raise Refused(catalogue_vi.UNREADABLE, hint=words_vi.SEE_TAGS)
    return Statement("print", asked=(Asked(_names(output.nodes[0])),))


@lru_cache(maxsize=4096)
def commanded(body: str) -> Statement:
    """Read a `for`, `if` or `elif` that stands between `{%` and `%}`.

    Raises:
        Refused: it does more than repeat over a list, or ask fields.
    """
    command, _, rest = body.partition(" ")
    if command == "for":
        (loop,) = _parsed("{% " + body + " %}{% endfor %}")
        return _loop(loop)
    (choice,) = _parsed("{% if " + rest + " %}{% endif %}")
    if not isinstance(choice, nodes.If):
        raise Refused(catalogue_vi.UNREADABLE, hint=words_vi.SEE_TAGS)
    return Statement(command, asked=tuple(_asked(choice.test)))


def check_tree(tree: nodes.Template) -> None:
    """Hold a whole template against the language.

    Raises:
        Refused: a node that is not of the language.
    """
    for node in _inside(tree.body):
        if isinstance(node, nodes.Output):
            for one in node.nodes:
                if not isinstance(one, nodes.TemplateData):
                    _names(one)
        elif isinstance(node, nodes.For):
            _loop(node)
        elif isinstance(node, nodes.If):
            list(_asked(node.test))
        else:
            raise _not_allowed(node)


def _inside(body: list[nodes.Node]) -> Iterator[nodes.Node]:
    for node in body:
        yield node
        if isinstance(node, nodes.For):
            yield from _inside(node.body)
        elif isinstance(node, nodes.If):
            yield from _inside([*node.body, *node.elif_, *node.else_])


def _parsed(source: str) -> list[nodes.Node]:
    if len(source) > _LONGEST:
        raise Refused(catalogue_vi.TOO_LONG)
    try:
        body = _PARSER.parse(source).body
    except (TemplateSyntaxError, RecursionError, ValueError) as fault:
        raise Refused(catalogue_vi.UNREADABLE, hint=words_vi.SEE_TAGS) from fault
    if len(body) != 1:
        raise Refused(catalogue_vi.UNREADABLE, hint=words_vi.SEE_TAGS)
    return body


def _names(node: nodes.Node) -> Names:
    """Read the name of a field: `a`, `a.b`."""
    names: list[str] = []
    while isinstance(node, nodes.Getattr) and len(names) < _DEEPEST:
        names.insert(0, node.attr)
        node = node.node
    if not isinstance(node, nodes.Name):
        raise _not_allowed(node)
    names.insert(0, node.name)
    if any(one.startswith("_") for one in names):
        raise Refused(catalogue_vi.NOT_ALLOWED, what=words_vi.NODES["hidden"])
    of_loop = node.name == "loop" and len(names) == 2 and names[1] in _IN_LOOPS
    if node.name in _RESERVED and not of_loop:
        raise Refused(catalogue_vi.NOT_ALLOWED, what=words_vi.NODES["reserved"])
    return tuple(names)


def _not_allowed(node: nodes.Node) -> Refused:
    kind = type(node).__name__
    if isinstance(node, nodes.Getattr):
        return Refused(catalogue_vi.TOO_LONG)
    if isinstance(node, nodes.Filter):
        return Refused(catalogue_vi.FILTER, word=node.name)
    if isinstance(node, nodes.BinExpr | nodes.UnaryExpr) and kind not in words_vi.NODES:
        return Refused(catalogue_vi.NOT_ALLOWED, what=words_vi.CALCULATION)
    if kind in words_vi.NODES:
        return Refused(catalogue_vi.NOT_ALLOWED, what=words_vi.NODES[kind])
    return Refused(catalogue_vi.UNREADABLE, hint=words_vi.SEE_TAGS)


def _loop(node: nodes.Node) -> Statement:
    if not isinstance(node, nodes.For):
        raise Refused(catalogue_vi.UNREADABLE, hint=words_vi.SEE_TAGS)
    if node.recursive or node.test or node.else_:
        kind = "recursive" if node.recursive else "filtered"
        raise Refused(catalogue_vi.NOT_ALLOWED, what=words_vi.NODES[kind])
    if not isinstance(node.target, nodes.Name):
        raise _not_allowed(node.target)
    variable, source = node.target.name, _names(node.iter)
    if source[0] == LOOP.name:
        raise Refused(catalogue_vi.NOT_ALLOWED, what=words_vi.NODES["reserved"])
    if variable in _RESERVED or variable.startswith("_"):
        raise Refused(catalogue_vi.LOOP_NAME, word=variable)
    return Statement("for", variable, (Asked(source),))


def _asked(node: nodes.Node) -> Iterator[Asked]:
    """Yield what a condition asks; `and`, `or`, `not` join and turn."""
    if isinstance(node, nodes.And | nodes.Or):
        yield from _asked(node.left)
        yield from _asked(node.right)
    elif isinstance(node, nodes.Not):
        yield from _asked(node.node)
    elif isinstance(node, nodes.Compare):
        yield _compared(node)
    else:
        yield Asked(_names(node))


def _compared(node: nodes.Compare) -> Asked:
    """Read `field == "value"` or `loop.index != 1`."""
    (first, *more) = node.ops
    value = first.expr
    if more or first.op not in ("eq", "ne") or not isinstance(value, nodes.Const):
        raise Refused(catalogue_vi.COMPARISON)
    if type(value.value) not in (str, int) or _MARKUP.intersection(str(value.value)):
        raise Refused(catalogue_vi.COMPARISON)
    return Asked(_names(node.expr), value.value)
