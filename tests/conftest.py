"""Fixtures for all tests; and in CI a skipped test counts as a failure."""

from __future__ import annotations

import os
from pathlib import Path

import hypothesis
import pytest

from workbook.domain.plan import Plan
from workbook.domain.register import Register
from workbook.plans import default_plan
from xl_macros import actions
from xl_macros.new_workbook import sample_register

# How long an example takes says nothing on a busy machine.
hypothesis.settings.register_profile("ours", deadline=None)
hypothesis.settings.load_profile("ours")

_skipped: list[str] = []


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.skipped and not hasattr(report, "wasxfail"):
        _skipped.append(report.nodeid)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    if _skipped and os.environ.get("CI") and exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if _skipped and os.environ.get("CI"):
        terminalreporter.section("skipped tests fail the run in CI")
        for name in _skipped:
            terminalreporter.line(name)


@pytest.fixture(scope="session")
def plan() -> Plan:
    """The plan that the product carries."""
    return default_plan()


@pytest.fixture(scope="session")
def sample() -> Register:
    """The sample figures, as they stand in a new sổ."""
    return sample_register()


@pytest.fixture(scope="session")
def judged_sample(sample: Register) -> actions.Judged:
    """The sample, checked and judged in both periods."""
    return actions.judge(sample)


@pytest.fixture(scope="session")
def sample_bytes(judged_sample: actions.Judged) -> bytes:
    """The sample sổ as a file's content."""
    return actions.make_workbook(judged_sample)


@pytest.fixture
def sample_file(sample_bytes: bytes, tmp_path: Path) -> Path:
    """The sample sổ as a file of one's own, to be damaged at will."""
    path = tmp_path / "so.xlsx"
    path.write_bytes(sample_bytes)
    return path
