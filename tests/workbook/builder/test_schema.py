from __future__ import annotations

from pathlib import Path

import pytest

from tests.validator import Office, needs_validator, validate


@needs_validator
@pytest.mark.parametrize("office", ["Office2016", "Microsoft365"])
@pytest.mark.parametrize("content", ["sample_bytes", "blank_bytes", "hostile_bytes"])
def test_office_accepts_the_file(
    office: Office, content: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    path = tmp_path / "so.xlsx"
    path.write_bytes(request.getfixturevalue(content))
    assert validate(path, office) == []
