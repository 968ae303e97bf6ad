"""Is the program whole, and do the buttons find it?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PureWindowsPath

from xl_macros.diagnosis import words_vi as vi
from xl_macros.diagnosis.facts import Facts
from xl_macros.diagnosis.making import (
    Rule,
    Verdict,
    fault,
    fine,
    not_applicable,
    on_any_system,
    unknown,
    warning,
)
from xl_macros.file_list import LIST_NAME, PROGRAM, Damage, Damaged

_NAMES_SHOWN = 5


def product(facts: Facts) -> Verdict:
    """Which version of ours this is."""
    version = facts.program.product
    return unknown() if version is None else fine(vi.PRODUCT_FOUND.format(version=version))


def python(facts: Facts) -> Verdict:
    """Whether the buttons find a Python, and this one."""
    program = facts.program
    if facts.windows is None:
        found = vi.PYTHON_RUNS.format(version=program.python, path=program.executable)
        return not_applicable(f"{found} {vi.ONLY_WINDOWS}")
    path = facts.windows.found_program
    if not path:
        return fault(vi.PYTHON_NOT_FOUND, vi.RUN_INSTALLER)
    if PureWindowsPath(path) != PureWindowsPath(program.executable):
        found = vi.PYTHON_OTHER.format(found=path, path=program.executable)
        return warning(found, vi.PYTHON_OTHER_ADVICE)
    return fine(vi.PYTHON_FOUND.format(version=program.python, path=path))


def files(facts: Facts) -> Verdict:
    """Whether all files are as they were shipped."""
    compared = facts.program.files
    if compared is None:
        return _without_list(facts)
    if compared.list_fault:
        return fault(compared.list_fault, "")
    lost = [one for one in compared.damaged if one.damage is not Damage.UNEXPECTED]
    if lost:
        found = vi.FILES_DAMAGED.format(count=len(lost), names=_names(lost))
        return fault(found, vi.FILES_DAMAGED_ADVICE)
    if added := compared.damaged:
        found = vi.FILES_ADDED.format(count=len(added), names=_names(added))
        return warning(found, vi.FILES_ADDED_ADVICE)
    return fine(vi.FILES_WHOLE)


def _without_list(facts: Facts) -> Verdict:
    folder = PureWindowsPath(facts.program.executable).parent
    if facts.windows is not None and folder.name.lower() == PROGRAM:
        return fault(vi.FILES_LIST_LOST.format(name=LIST_NAME), vi.FILES_DAMAGED_ADVICE)
    return not_applicable(vi.FILES_NO_LIST)


def _names(damaged: Sequence[Damaged]) -> str:
    shown = [f"{one.path} ({vi.DAMAGE[one.damage]})" for one in damaged[:_NAMES_SHOWN]]
    left = len(damaged) - len(shown)
    return ", ".join(shown) + (vi.MORE_NAMES.format(left=left) if left else "")


def libraries(facts: Facts) -> Verdict:
    """Whether every library that the program cannot do without is there."""
    program = facts.program
    missing = [name for name, version in program.libraries.items() if version is None]
    there = _versions({**program.libraries, **program.others})
    if missing:
        found = vi.LIBRARIES_MISSING.format(missing=", ".join(missing), there=there)
        return fault(found, vi.LIBRARIES_ADVICE)
    return fine(vi.LIBRARIES_THERE.format(there=there))


def _versions(found: Mapping[str, str | None]) -> str:
    there = [f"{name} {version}" for name, version in found.items() if version is not None]
    return ", ".join(there) or vi.NONE_THERE


RULES: tuple[Rule, ...] = (
    on_any_system("product", vi.PRODUCT, product),
    on_any_system("program", vi.PYTHON, python),
    on_any_system("files", vi.FILES, files),
    on_any_system("libraries", vi.LIBRARIES, libraries),
)
