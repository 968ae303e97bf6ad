"""The folder for Windows: its Python finds what is in it, and nothing else."""

from __future__ import annotations

import json

from tests.windows.desk import FOLDER, Desk
from tests.windows.folder import LIBRARIES
from tests.windows.wine import needs_wine


@needs_wine
def test_python_looks_into_its_own_folder_alone(desk: Desk) -> None:
    found = json.loads(
        desk.wine.run(desk.python, "-c", "import json, sys; print(json.dumps(sys.path))")
    )
    assert all(path.startswith(f"D:\\{FOLDER}\\python") for path in found), found


@needs_wine
def test_python_writes_vietnamese_into_any_pipe(desk: Desk) -> None:
    text = "Sổ chỉ tiêu “ẵ” – Ngô Mây"
    assert desk.wine.run(desk.python, "-c", f"print('{text}')").strip() == text


@needs_wine
def test_everything_is_there_with_bytecode_but_no_pandas(desk: Desk) -> None:
    code = """if True:
        import importlib.util, pathlib, sys
        names = sys.argv[1].split()
        def missing(name):
            spec = importlib.util.find_spec(name)
            return spec is None or not pathlib.Path(spec.cached).exists()
        print([name for name in names if missing(name)])
    """
    names = "xlwings docx docxtpl jinja2 lxml workbook docgen xl_macros.excel.entry pandas numpy"
    assert len(LIBRARIES) == 5
    assert desk.wine.run(desk.python, "-c", code, names).strip() == "['pandas', 'numpy']"


@needs_wine
def test_the_documents_of_the_user_are_found(desk: Desk) -> None:
    code = "from xl_macros.excel import folders; print(folders._documents())"
    assert desk.wine.run(desk.python, "-c", code).strip().startswith("C:\\users\\")
