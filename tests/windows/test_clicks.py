"""The folder for Windows as unpacked, and the buttons' command lines run by cmd.exe in it.

Its name is a difficult one. Clicks are in one file, so that the Windows is furnished once
also where the files are shared out among processes.
"""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from tests.windows.desk import PRETENDED_PATHS, Desk
from tests.windows.wine import needs_wine, shell_run
from tests.xl_macros.macro_book.effects import effects, run_faults, shown
from tests.xl_macros.macro_book.vba_excel import WINDOW, OpenedFile
from workbook.domain.plan import Plan
from workbook.plans import default_plan
from xl_macros import actions
from xl_macros.buttons import BUTTONS, Button, Place
from xl_macros.excel import messages_vi as vi
from xl_macros.new_workbook import register_from_files

# One button for each function: another one of the same function has the same line.
ONE_EACH = list({button.function: button for button in reversed(BUTTONS)}.values())
LIBRARIES = ("xlwings", "jinja2", "lxml", "docx", "openpyxl", "xlsxwriter", "pyopenvba")
REPORT = "Bao_cao_nam_2026_so_lieu_mau.docx"


@needs_wine
def test_python_looks_into_its_own_folder_alone(desk: Desk) -> None:
    code = "import json, sys; print(json.dumps(sys.path))"
    found = json.loads(desk.wine.run(desk.python, "-c", code))
    home, pretended = desk.wine.path(desk.python.parent), set(PRETENDED_PATHS)
    assert all(path.startswith(home) for path in found if path not in pretended), found


@needs_wine
def test_python_writes_vietnamese_into_any_pipe(desk: Desk) -> None:
    text = "Sổ chỉ tiêu “ẵ” – Ngô Mây"
    assert desk.wine.run(desk.python, "-c", f"print('{text}')").strip() == text


@needs_wine
def test_everything_is_there_with_bytecode_but_no_pandas(desk: Desk) -> None:
    code = """if True:
        import importlib.util, pathlib, sys
        def missing(name):
            spec = importlib.util.find_spec(name)
            return spec is None or not pathlib.Path(spec.cached).exists()
        print([name for name in sys.argv[1:] if missing(name)])
    """
    names = (*LIBRARIES, "win32com", "workbook", "docgen", "xl_macros.excel.entry", "pandas")
    assert desk.wine.run(desk.python, "-c", code, *names).strip() == "['pandas']"


@needs_wine
def test_the_documents_of_the_user_are_found(desk: Desk) -> None:
    code = "from xl_macros.user_folders import documents_folder; print(documents_folder())"
    assert desk.wine.run(desk.python, "-c", code).strip().startswith("C:\\users\\")


@needs_wine
def test_next_years_workbook_can_be_made_there(desk: Desk) -> None:
    path = desk.wine.drive / "So & moi.xlsm"
    line = f'cmd.exe /c ""{desk.wine.path(desk.folder)}\\so-chi-tieu.bat" tao-so --nam 2027'
    assert shell_run(desk.wine, f'{line} -o "{desk.wine.path(path)}""').status == 0
    here = actions.judge(register_from_files(default_plan(), 2027, None, None))
    assert parts(path.read_bytes()) == parts(actions.make_workbook(here, buttons=True))


# --- clicks ---------------------------------------------------------------------------------


@needs_wine
@pytest.mark.parametrize("button", ONE_EACH, ids=lambda button: button.macro)
def test_a_click_does_its_work(
    button: Button, desk: Desk, opened: OpenedFile, macro_bytes: bytes, plan: Plan
) -> None:
    effect = effects(plan, plan.units[0].sheet)[button.function]
    content = shown(macro_bytes, 1 if button.place is Place.UNITS else 0)
    done = desk.run(desk.line(opened, button.macro), content, effect.answers)
    assert run_faults(done, effect, desk.book) == []


@needs_wine
def test_the_report_lies_beside_the_workbook_and_no_word_to_open_it_is_told(
    desk: Desk, opened: OpenedFile, macro_bytes: bytes, judged_sample: actions.Judged
) -> None:
    done = desk.run(desk.line(opened, "CreateReport"), macro_bytes, ["ok", "yes"])
    path = desk.wine.path(desk.folder / REPORT)
    _, offer, excuse = (alert.text for alert in done.journal.alerts)
    assert offer.startswith(f"Đã lập văn bản:\n{path}\n")
    assert excuse == vi.not_opened(Path(path))
    (written,) = desk.folder.glob("*.docx")
    assert written.name == REPORT
    here = actions.make_document(
        judged_sample, "bao-cao", period=judged_sample.latest, templates=actions.Templates()
    )
    assert here.content is not None
    assert parts(written.read_bytes()) == parts(here.content)


def parts(document: bytes) -> dict[str, object]:
    """What every part holds; a chart's workbook is a zip file that each system packs its way."""
    with zipfile.ZipFile(BytesIO(document)) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    return {
        name: parts(content) if name.endswith(".xlsx") else content
        for name, content in contents.items()
    }


@needs_wine
def test_the_book_is_found_by_the_window_and_else_windows_itself_tells_it(
    desk: Desk, opened: OpenedFile, macro_bytes: bytes
) -> None:
    line = desk.line(opened, "CreatePlan")
    assert f'--hwnd="{WINDOW}"' in line
    with desk.message_box() as told:
        done = desk.run(line.replace(f'"{WINDOW}"', '"1"'), macro_bytes)
    assert done.journal.alerts == []
    assert any(text.startswith(vi.NO_CALLER.partition("{")[0]) for text in told), told


@needs_wine
def test_a_failure_before_our_own_messages_is_in_the_log_as_utf_8(
    desk: Desk, opened: OpenedFile
) -> None:
    line = desk.line(opened, "CreatePlan").replace("entry.create_plan()", "entry.lập_kế_hoạch()")
    assert shell_run(desk.wine, line).status == 1
    assert "'lập_kế_hoạch'" in desk.log(line)


@needs_wine
@pytest.mark.parametrize("bare", ["^&", "python"])
def test_without_its_quoting_the_line_runs_nothing(
    bare: str, desk: Desk, opened: OpenedFile
) -> None:
    line, python = desk.line(opened, "CreatePlan"), desk.wine.path(desk.python)
    spoiled = {"^&": line.replace("^&", "&"), "python": line.replace(f'"{python}"', python)}[bare]
    assert spoiled != line
    assert shell_run(desk.wine, spoiled).status != 0
