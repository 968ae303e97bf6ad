"""What the folder for Windows is made of: exactly named, and what this project asks for."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from xl_macros.windows_folder.parts import Part, parts, place_in_python

ROOT = Path(__file__).parents[3]
PARTS = parts()
NOT_IN_THE_FOLDER = {"pandas"}  # the command `xuat` alone wants it


def project_requirements() -> dict[str, Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found = map(Requirement, project["dependencies"])
    return {canonicalize_name(one.name): one for one in found}


LOCKED: dict[str, Part] = {canonicalize_name(part.name): part for part in PARTS.wheels}


def test_every_library_of_the_project_is_locked_or_left_out_on_purpose() -> None:
    assert set(project_requirements()) - set(LOCKED) == NOT_IN_THE_FOLDER


@pytest.mark.parametrize("name", sorted(set(project_requirements()) & set(LOCKED)))
def test_a_locked_version_is_one_that_the_project_allows(name: str) -> None:
    assert project_requirements()[name].specifier.contains(LOCKED[name].version)


def requirements_on_windows(name: str) -> Iterator[Requirement]:
    environment = {"platform_system": "Windows", "sys_platform": "win32", "extra": ""}
    for text in metadata.requires(name) or ():
        found = Requirement(text)
        if found.marker is None or found.marker.evaluate(environment):
            yield found


@pytest.mark.parametrize("part", [part for part in PARTS.wheels if part.name != "pywin32"],
                         ids=lambda part: part.name)  # fmt: skip
def test_what_a_library_needs_is_locked_too(part: Part) -> None:
    for needed in requirements_on_windows(part.name):
        locked = LOCKED[canonicalize_name(needed.name)]
        assert needed.specifier.contains(locked.version)


@pytest.mark.parametrize("part", [PARTS.python, *PARTS.wheels], ids=lambda part: part.name)
def test_a_part_is_named_once_and_exactly(part: Part) -> None:
    assert re.fullmatch(r"[0-9a-f]{64}", part.sha256)
    name = canonicalize_name(part.name).replace("-", "_")
    assert part.file.lower().startswith(f"{name}-{part.version}")
    assert part.requirement == f"{part.name}=={part.version} --hash=sha256:{part.sha256}"


def test_a_key_of_the_list_that_is_not_known_is_noticed() -> None:
    with pytest.raises(TypeError):
        Part(**{"name": "a", "verison": "1"})  # type: ignore[arg-type] # on purpose


@pytest.mark.parametrize(
    ("inside", "place"),
    [
        ("docx/api.py", "Lib/site-packages/docx/api.py"),
        ("a-1.data/purelib/b.py", "Lib/site-packages/b.py"),
        ("a-1.data/platlib/b.pyd", "Lib/site-packages/b.pyd"),
        ("a-1.data/data/xlwings64.dll", "xlwings64.dll"),
        ("a-1.data/scripts/postinstall.py", "Scripts/postinstall.py"),
    ],
)
def test_each_file_of_a_wheel_goes_where_its_scheme_says(inside: str, place: str) -> None:
    assert place_in_python(inside) == place


def test_patterns_leave_out_and_give_licences() -> None:
    part = Part("a", "1", "a.whl", "", "MIT", {"a/*.dll": "Zlib"}, ("a/pro/*", "*.c"))
    assert [part.leaves_out(name) for name in ("a/pro/x/y.py", "a/b.c", "a/b.py")] == [
        True, True, False,
    ]  # fmt: skip
    assert [part.licence_of(name) for name in ("a/b.dll", "a/b.py")] == ["Zlib", "MIT"]


def test_the_locked_licence_is_the_one_that_the_library_declares() -> None:
    for part in PARTS.wheels:
        if part.name == "pywin32":  # there is none for this system
            continue
        told = metadata.metadata(part.name)
        keys = ("License", "License-Expression", "Classifier")
        words = " ".join(str(value) for key in keys for value in told.get_all(key) or ())
        family = part.licence.split(" ")[0].split("-")[0]
        assert family in words, (part.name, words)
