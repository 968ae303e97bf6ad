"""The installer from its command line to a pretended machine; real folders, real messages."""

from __future__ import annotations

import errno
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.xl_macros.windows_setup.conftest import MakeFolder
from workbook.domain.errors import OutputError, UnusableInputError
from xl_macros import file_list
from xl_macros import windows_dialogs as dialogs
from xl_macros.diagnosis import probe
from xl_macros.diagnosis.facts import Kind
from xl_macros.windows_setup import __main__ as setup
from xl_macros.windows_setup import finding_out, planning
from xl_macros.windows_setup import messages_vi as vi

OLD, NEW = "2026.11.2", "2026.11.3"


@dataclass
class Pretended:
    """A machine that keeps what it is told."""

    home: str = ""
    trusted: set[str] = field(default_factory=set)
    blocked: int = 0
    sound: bool = True

    def unblock(self, folder: Path) -> int:
        return self.blocked

    def remember(self, folder: Path) -> None:
        self.home = str(folder)

    def forget(self) -> None:
        self.home = ""

    def trust(self, folder: Path, versions: tuple[str, ...]) -> None:
        self.trusted.add(str(folder))

    def distrust(self) -> None:
        self.trusted.clear()

    def starts(self, python: Path) -> bool:
        return self.sound and python.is_file()


@pytest.fixture
def machine() -> Pretended:
    return Pretended()


@pytest.fixture(autouse=True)
def place(tmp_path: Path, machine: Pretended, monkeypatch: pytest.MonkeyPatch) -> None:
    """An official's folders, and nobody at the screen."""
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "may"))
    monkeypatch.setenv(dialogs.SILENCE, "khong")
    monkeypatch.setattr(finding_out, "documents_folder", lambda: tmp_path / "Tài liệu")
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(tmp_path / "tam"))
    monkeypatch.setattr(finding_out, "_windows_facts", lambda: (("16.0",), False, machine.home))


def start_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(folder / "python" / "python.exe"))


def on(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probe, "_kind", lambda path: kind)


def install(machine: Pretended) -> int:
    return setup.follow(planning.installation(finding_out.look()), machine, logged=True)


def test_on_this_machine_the_folder_itself_is_remembered_and_trusted(
    make_folder: MakeFolder, machine: Pretended, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    folder = make_folder("Sổ & chỉ tiêu (1)", NEW)
    start_in(folder, monkeypatch)
    for _ in range(2):
        assert install(machine) == setup.FINE
        assert (machine.home, machine.trusted) == (str(folder), {str(folder)})
    told = capsys.readouterr().out
    assert told.count("Đã cài xong Sổ chỉ tiêu, bản 2026.11.3.") == 2
    assert told.strip().split("\n\n")[0] in setup.log_file().read_text(encoding="utf-8")


def test_from_a_stick_the_program_comes_to_the_machine_and_goes_again(
    make_folder: MakeFolder, machine: Pretended, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, local = make_folder("the nho", NEW), tmp_path / "may" / "SoChiTieu"
    start_in(folder, monkeypatch)
    on(Kind.REMOVABLE, monkeypatch)
    assert install(machine) == setup.FINE
    work = tmp_path / "Tài liệu" / "SoChiTieu"
    assert (machine.home, machine.trusted) == (str(local), {str(work)})
    assert file_list.damaged(local) == []
    (work / "So_2026.xlsm").write_bytes(b"so")
    plan = planning.removal(finding_out.look(compare=False))
    assert setup.follow(plan, machine, logged=False) == setup.FINE
    assert (machine.home, machine.trusted) == ("", set())
    assert not local.exists()
    assert (work / "So_2026.xlsm").read_bytes() == b"so"
    assert file_list.damaged(folder) == []


def test_a_newer_zip_updates_the_folder_in_use(
    make_folder: MakeFolder, machine: Pretended, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    used, new = make_folder("dang dung", OLD), make_folder("moi", NEW)
    (used / "So_2026.xlsm").write_bytes(b"so")
    start_in(used, monkeypatch)
    install(machine)
    start_in(new, monkeypatch)
    assert install(machine) == setup.FINE
    assert "Đã cập nhật Sổ chỉ tiêu lên bản 2026.11.3" in capsys.readouterr().out
    assert (machine.home, machine.trusted) == (str(used), {str(used)})
    assert file_list.version_of(file_list.list_in(used)) == NEW
    assert (used / "So_2026.xlsm").read_bytes() == b"so"


@pytest.mark.parametrize(("answer", "version"), [("khong", NEW), ("co", OLD)])
def test_an_older_zip_asks_first(
    answer: str, version: str, make_folder: MakeFolder, machine: Pretended,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setenv(dialogs.SILENCE, answer)
    used, older = make_folder("dang dung", NEW), make_folder("cu", OLD)
    start_in(used, monkeypatch)
    install(machine)
    start_in(older, monkeypatch)
    assert install(machine) == (setup.WITH_NOTES if version == NEW else setup.FINE)
    assert file_list.version_of(file_list.list_in(used)) == version


def test_a_damaged_folder_is_refused_before_anything_is_changed(
    make_folder: MakeFolder, machine: Pretended, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_folder("moi", NEW)
    (folder / "python/Lib/a.py").write_text("spoiled")
    start_in(folder, monkeypatch)
    with pytest.raises(UnusableInputError, match=r"01 tệp \(python/Lib/a\.py\)"):
        install(machine)
    assert machine == Pretended()


def test_a_share_is_not_read_through_again_once_its_program_is_on_the_machine(
    make_folder: MakeFolder, machine: Pretended, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_folder("chia se", NEW)
    start_in(folder, monkeypatch)
    on(Kind.NETWORK, monkeypatch)
    install(machine)
    (folder / "python/Lib/a.py").unlink()
    assert install(machine) == setup.FINE
    local = finding_out.local_folder()
    (local / "python/Lib/a.py").unlink()
    with pytest.raises(UnusableInputError):
        install(machine)


def test_a_full_disk_is_told_and_nothing_is_remembered(
    make_folder: MakeFolder, machine: Pretended, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Path, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "full", str(self))

    start_in(make_folder("the nho", NEW), monkeypatch)
    on(Kind.REMOVABLE, monkeypatch)
    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OutputError, match="đã đầy"):
        install(machine)
    assert machine == Pretended()
    assert not list((tmp_path / "may").rglob("*.exe"))


@pytest.mark.parametrize(
    ("machine", "note"),
    [
        (Pretended(blocked=3), vi.STILL_BLOCKED.format(count=3)),
        (Pretended(sound=False), vi.DOES_NOT_START.partition("{")[0]),
    ],
)
def test_what_is_left_for_the_official_is_said(
    note: str, make_folder: MakeFolder, machine: Pretended, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    start_in(make_folder("moi", NEW), monkeypatch)
    assert install(machine) == setup.WITH_NOTES
    assert note in capsys.readouterr().out


def test_a_read_only_folder_is_told(
    make_folder: MakeFolder, machine: Pretended, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    def refused(**_: object) -> None:
        raise PermissionError(errno.EACCES, "read-only")

    start_in(make_folder("moi", NEW), monkeypatch)
    monkeypatch.setattr(tempfile, "TemporaryFile", refused)
    assert install(machine) == setup.WITH_NOTES
    assert "Không ghi được vào thư mục" in capsys.readouterr().out


def test_a_zip_that_is_only_looked_into_is_refused(
    make_folder: MakeFolder, machine: Pretended, monkeypatch: pytest.MonkeyPatch
) -> None:
    start_in(make_folder("tam/Temp1_SoChiTieu.zip", NEW), monkeypatch)
    with pytest.raises(UnusableInputError, match="giải nén toàn bộ"):
        install(machine)


@pytest.mark.parametrize(
    ("folder", "broad"),
    [("/", True), ("/nha/Downloads", True), ("/nha/Downloads/SoChiTieu", False)],
)
def test_a_folder_that_holds_other_things_is_not_to_be_trusted(folder: str, broad: bool) -> None:
    assert finding_out.is_broad(Path(folder), [Path("/nha/Downloads")]) is broad


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], vi.UNKNOWN_ACTION),
        (["xóa"], vi.UNKNOWN_ACTION),
        (["install", "/x"], vi.UNKNOWN_ACTION),
        (["install", "/IM"], vi.ONLY_ON_WINDOWS),
    ],
)
def test_a_wrong_command_is_one_vietnamese_sentence(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert setup.main(arguments) == setup.NOT_DONE
    assert capsys.readouterr().err == f"{words}\n"


def test_it_needs_the_standard_library_alone() -> None:
    code = """if True:
        import sys
        from xl_macros.windows_setup import __main__, carrying_out, finding_out
        loaded = {name.partition('.')[0] for name in sys.modules}
        print(sorted(loaded & {'xlwings', 'lxml', 'jinja2', 'openpyxl', 'xlsxwriter', 'win32com'}))
    """
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
