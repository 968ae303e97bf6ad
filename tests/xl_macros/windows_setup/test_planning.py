"""What the installer decides to do, from the facts alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_macros.diagnosis.facts import Kind
from xl_macros.windows_setup import messages_vi as vi
from xl_macros.windows_setup.facts import Facts, Program
from xl_macros.windows_setup.planning import (
    Check,
    Copy,
    Distrust,
    Forget,
    MakeFolder,
    Remember,
    Remove,
    Trust,
    Unblock,
    installation,
    new_location,
    removal,
)

SOURCE, LOCAL, WORK, BEFORE = map(Path, ("/d/moi", "/local", "/tai lieu/SoChiTieu", "/d/cu"))
EXCEL = ("16.0",)
HERE = Facts(Program(SOURCE, "2026.11.3"), LOCAL, WORK, excel=EXCEL)
OLD, SAME, NEWER = "2026.11.2", "2026.11.3", "2026.11.10"


def remembered(version: str) -> Facts:
    return replace(HERE, remembered=Program(BEFORE, version))


def installed(version: str, kind: Kind = Kind.NETWORK, *, whole: bool = True) -> Facts:
    return replace(HERE, kind=kind, installed=Program(LOCAL, version, whole))


STAYS = (Unblock(SOURCE), Remember(SOURCE), Trust(SOURCE, EXCEL), Check(SOURCE))
COPIED = (MakeFolder(WORK), Remember(LOCAL), Trust(WORK, EXCEL), Check(LOCAL))
TO_LOCAL = Copy(SOURCE, LOCAL, everything=False)


@pytest.mark.parametrize(
    ("facts", "steps"),
    [
        pytest.param(HERE, STAYS, id="on this machine it stays where it is"),
        pytest.param(replace(HERE, kind=Kind.NETWORK), (TO_LOCAL, *COPIED), id="network"),
        pytest.param(replace(HERE, kind=Kind.REMOVABLE), (TO_LOCAL, *COPIED), id="stick"),
        pytest.param(installed(OLD), (TO_LOCAL, *COPIED), id="the copy is older"),
        pytest.param(installed(SAME), COPIED, id="the copy is the same"),
        pytest.param(installed(SAME, whole=False), (TO_LOCAL, *COPIED), id="the copy is damaged"),
        pytest.param(
            installed(OLD, Kind.LOCAL), (TO_LOCAL, *STAYS), id="no older copy is left behind"
        ),
        pytest.param(installed(NEWER, Kind.LOCAL), STAYS, id="a newer copy is left alone"),
        pytest.param(
            remembered(OLD),
            (Copy(SOURCE, BEFORE, everything=True), Unblock(BEFORE), Remember(BEFORE),
             Trust(BEFORE, EXCEL), Check(BEFORE)),
            id="the folder in use is updated",
        ),
        pytest.param(remembered(SAME), STAYS, id="the same version was moved"),
        pytest.param(
            replace(HERE, remembered=Program(LOCAL, OLD)), STAYS, id="no sổ lies in the copy"
        ),
        pytest.param(
            replace(HERE, excel=()),
            (Unblock(SOURCE), Remember(SOURCE), Check(SOURCE)),
            id="no Excel",
        ),
        pytest.param(
            replace(HERE, trustable=False),
            (Unblock(SOURCE), Remember(SOURCE), Check(SOURCE)),
            id="Downloads is not trusted",
        ),
        pytest.param(
            replace(HERE, trustable=False, kind=Kind.REMOVABLE),
            (TO_LOCAL, *COPIED),
            id="a stick's root does not matter",
        ),
    ],
)  # fmt: skip
def test_each_situation_has_its_steps(facts: Facts, steps: tuple[object, ...]) -> None:
    assert installation(facts).steps == steps


@pytest.mark.parametrize(
    ("facts", "question"),
    [
        (remembered(NEWER), True),
        (remembered(OLD), False),
        (remembered(SAME), False),
        (installed(NEWER), True),
        (installed(SAME), False),
        (HERE, False),
    ],
)
def test_only_before_an_older_one_replaces_a_newer_one_it_is_asked(
    facts: Facts, question: bool
) -> None:
    assert bool(installation(facts).question) is question


def test_the_question_names_both_versions() -> None:
    question = installation(remembered(NEWER)).question
    assert all(word in question for word in (NEWER, SAME, str(BEFORE)))


@pytest.mark.parametrize(
    ("facts", "word"),
    [
        (replace(HERE, damaged=("python/a.pyd", "b", "c", "d")), "04 tệp (python/a.pyd, b, c, …)"),
        (replace(HERE, temporary=True), "thư mục tạm"),
    ],
)
def test_what_cannot_be_set_up_is_refused_with_what_to_do(facts: Facts, word: str) -> None:
    plan = installation(facts)
    assert word in plan.refusal
    assert "Đề nghị" in plan.refusal
    assert plan.steps == ()


@pytest.mark.parametrize(
    ("facts", "notes"),
    [
        (HERE, []),
        (replace(HERE, excel=()), [vi.NO_EXCEL]),
        (replace(HERE, excel=(), locations_off=True), [vi.NO_EXCEL]),
        (replace(HERE, locations_off=True), [vi.LOCATIONS_OFF]),
        (replace(HERE, trustable=False), [vi.TOO_BROAD.format(folder=SOURCE)]),
        (replace(HERE, writable=False), [vi.READ_ONLY.format(folder=SOURCE)]),
        (replace(HERE, writable=False, kind=Kind.NETWORK), []),
        (replace(HERE, kind=Kind.SYNCED), [vi.SYNCED]),
    ],
)
def test_what_an_official_should_know_is_noted(facts: Facts, notes: list[str]) -> None:
    assert list(installation(facts).notes) == notes


facts_of_any_kind = st.builds(
    Facts,
    source=st.just(HERE.source), local=st.just(LOCAL), workplace=st.just(WORK),
    kind=st.sampled_from([Kind.LOCAL, Kind.NETWORK, Kind.REMOVABLE, Kind.SYNCED]),
    writable=st.booleans(), trustable=st.booleans(), locations_off=st.booleans(),
    excel=st.sampled_from([(), EXCEL, ("14.0", "16.0")]),
    installed=st.sampled_from([None, *(Program(LOCAL, one) for one in (OLD, SAME, NEWER))]),
    remembered=st.sampled_from([None, *(Program(BEFORE, one) for one in (OLD, SAME, NEWER))]),
)  # fmt: skip


@given(facts_of_any_kind)
def test_whatever_the_machine_one_place_is_remembered_and_checked_there(facts: Facts) -> None:
    steps = installation(facts).steps
    (remember,) = (step for step in steps if isinstance(step, Remember))
    assert steps[-1] == Check(remember.folder)
    on_machine = facts.kind in (Kind.LOCAL, Kind.SYNCED)
    assert on_machine or remember.folder == LOCAL


@given(facts_of_any_kind)
def test_neither_network_nor_stick_is_ever_trusted(facts: Facts) -> None:
    trusted = [step.folder for step in installation(facts).steps if isinstance(step, Trust)]
    assert facts.kind in (Kind.LOCAL, Kind.SYNCED) or SOURCE not in trusted
    assert facts.trustable or SOURCE not in trusted


@given(facts_of_any_kind)
def test_removal_takes_everything_back_and_deletes_only_the_copy(facts: Facts) -> None:
    assert removal(facts).steps == (Distrust(), Forget(), Remove(LOCAL))


@pytest.mark.parametrize(
    ("existing", "name"),
    [
        ({}, "SoChiTieu"),
        ({"Location0": "C:\\Mau\\"}, "SoChiTieu"),
        ({"SoChiTieu": "D:\\Cũ\\"}, "SoChiTieu2"),
        ({"sochitieu": "D:\\Cũ\\", "SoChiTieu2": "D:\\A\\"}, "SoChiTieu3"),
        ({"SoChiTieu": "D:\\Tài liệu & số (1)\\"}, None),
        ({"Location3": "d:\\TÀI LIỆU & SỐ (1)"}, None),
    ],
)
def test_a_folder_becomes_a_location_once(existing: dict[str, str], name: str | None) -> None:
    assert new_location(existing, r"D:\Tài liệu & số (1)") == name


@pytest.mark.parametrize(
    ("one", "other", "newer"),
    [("2026.11.10", "2026.11.9", True), ("2026.11.3", "2026.11.3", False),
     ("2027.1.0", "2026.12.9", True), ("2026.11", "2026.11.1", False)],
)  # fmt: skip
def test_versions_compare_by_their_numbers(one: str, other: str, newer: bool) -> None:
    assert Program(SOURCE, one).is_newer_than(Program(SOURCE, other)) is newer
