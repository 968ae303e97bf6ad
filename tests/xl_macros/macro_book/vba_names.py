"""What VBA's compiler would complain about at the first click: names that nothing defines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from pyopenvba.apps.excel import Application
from pyopenvba.apps.excel._bridge import ExcelBridge
from pyopenvba.interpreter import Interpreter, parse_module
from pyopenvba.interpreter import _ast as syntax

_OF_THE_LANGUAGE = {"err", "debug", "application", "thisworkbook"}


def undefined_names(modules: Mapping[str, str]) -> list[str]:
    """Return the names in procedures that are no variable, procedure or part of VBA or Excel."""
    parsed = [parse_module(source, name=name) for name, source in modules.items()]
    interpreter = Interpreter(ExcelBridge(Application()))
    return [
        f"{module.name}.{procedure.name}: {name}"
        for module in parsed
        for procedure in module.procedures
        for name in _undefined(procedure, _own(module) | _shared(parsed), interpreter)
    ]


def _undefined(
    procedure: syntax.Procedure, defined: set[str], interpreter: Interpreter
) -> list[str]:
    known = defined | _locals(procedure) | _OF_THE_LANGUAGE
    used = {one.name.rstrip("$%&!#@") for one in _nodes(procedure.body, syntax.Name)}
    return sorted(
        name for name in used if name.lower() not in known and not _built_in(name, interpreter)
    )


def _built_in(name: str, interpreter: Interpreter) -> bool:
    # Without frame the interpreter looks into its own functions, constants and Excel's.
    return (
        name.lower() in interpreter._intrinsics
        or interpreter.host.has_global_member(name)
        or isinstance(interpreter.host.constant(name.lower()), int | float | str)
    )


def _locals(procedure: syntax.Procedure) -> set[str]:
    names = {procedure.name, *(one.name for one in procedure.params)}
    names |= {one.name for one in _nodes(procedure.body, syntax.VarDecl)}
    for constants in _nodes(procedure.body, syntax.ConstDecl):
        names |= {name for name, _, _ in constants.names}
    return {name.lower() for name in names}


def _own(module: syntax.Module) -> set[str]:
    names = {one.name for one in module.procedures}
    names |= {one.name for group in module.variables for one in group.decls}
    names |= {name for group in module.constants for name, _, _ in group.names}
    return {name.lower() for name in names}


def _shared(parsed: list[syntax.Module]) -> set[str]:
    names = {one.name for module in parsed for one in module.procedures if one.scope != "private"}
    for module in parsed:
        for group in module.constants:
            if group.scope != "private":
                names |= {name for name, _, _ in group.names}
    return {name.lower() for name in names}


def _nodes(tree: object, kind: type) -> Iterator[Any]:
    if isinstance(tree, list | tuple):
        for one in tree:
            yield from _nodes(one, kind)
    elif is_dataclass(tree):
        if isinstance(tree, kind):
            yield tree
        for field in fields(tree):
            yield from _nodes(getattr(tree, field.name), kind)
