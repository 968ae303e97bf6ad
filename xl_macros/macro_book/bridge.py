"""The bridge from VBA to Python: xlwings' own module, mended for Vietnamese folders.

The module calls file functions of VBA that know one code page only: in a folder named
"Tài liệu" it finds no interpreter. Each repair replaces one piece of its text, which must
stand there exactly once, so that another version of the module cannot slip by unmended.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from xl_macros.macro_book.trimming import trimmed

# Rows of the sheet xlwings.conf. Every key that a click asks for stands here, so that no
# configuration file of the user or of the workbook's folder is looked for.
SETTINGS: Mapping[str, str] = {
    "INTERPRETER_WIN": "%SOCHITIEU_PYTHON%",
    "PYTHONPATH": "",
    # Otherwise the workbook's folder lands on sys.path, and an address of OneDrive raises.
    "ADD_WORKBOOK_TO_PYTHONPATH": "false",
    "ONEDRIVE_CONSUMER_WIN": "",
    "ONEDRIVE_COMMERCIAL_WIN": "",
    "SHAREPOINT_WIN": "",
    "USE UDF SERVER": "False",
    "SHOW CONSOLE": "False",
    "CONDA PATH": "",
    "CONDA ENV": "",
    "TEMP DIR": "%TEMP%",
}


@dataclass(frozen=True)
class Repair:
    """A piece of the module's text and what stands there instead."""

    what: str
    pattern: str
    replacement: str


REPAIRS: tuple[Repair, ...] = (
    Repair(
        "a file exists",
        """   Dim Attr As Long
   ' Guard against bad FileSpec by ignoring errors
   ' retrieving its attributes.
   On Error Resume Next
   Attr = GetAttr(FileSpec)
   If Err.Number = 0 Then
      ' No error, so something was found.
      ' If Directory attribute set, then not a file.
      FileExistsOnWindows = Not ((Attr And vbDirectory) = vbDirectory)
   End If
""",
        """   FileExistsOnWindows = CreateObject("Scripting.FileSystemObject").FileExists(FileSpec)
""",
    ),
    Repair(
        "the folder for temporary files",
        'TempDir = GetConfig("TEMP DIR", Environ("Temp"))',
        'TempDir = GetConfig("TEMP DIR", WScript.ExpandEnvironmentStrings("%TEMP%"))',
    ),
    Repair(
        "the user's folder",
        'GetConfigFilePath = Environ("USERPROFILE") & ',
        'GetConfigFilePath = WScript.ExpandEnvironmentStrings("%USERPROFILE%") & ',
    ),
    Repair(
        "the log is deleted",
        """    ' Delete file after the error message has been shown
    On Error Resume Next
        Kill LOG_FILE
""",
        """    ' Delete file after the error message has been shown
    On Error Resume Next
        CreateObject("Scripting.FileSystemObject").DeleteFile LOG_FILE
""",
    ),
    Repair(
        "a log is read",
        """    FileNum = FreeFile
    Content = ""

    ' Read Text File
    Open FileName For Input As #FileNum
        Do While Not EOF(FileNum)
            Line Input #FileNum, Token
            Content = Content & Token & LineBreak
        Loop
    Close #FileNum
""",
        """    With CreateObject("ADODB.Stream")
        .Type = 2
        .Charset = "utf-8"
        .Open
        .LoadFromFile FileName
        Content = .ReadText
        .Close
    End With
""",
    ),
    # The others are not for Unicode: the module would show Python's English listing ...
    Repair(
        "a failure is told",
        """    Dim Content As String
    Dim ErrorSheet As Worksheet

    Const OK_BUTTON_ERROR = 16
""",
        """    Dim Content As String
    Dim ErrorSheet As Worksheet

    TellFailure FileName
    Exit Sub

    Const OK_BUTTON_ERROR = 16
""",
    ),
    # ... and call the server of worksheet functions, which is not used.
    Repair(
        "Python is run",
        """        If OPTIMIZED_CONNECTION = True Then
            XLPy.SetAttr XLPy.Module("xlwings._xlwindows"), "BOOK_CALLER", ThisWorkbook

            On Error GoTo err_handling

            XLPy.Exec "" & PythonCommand & ""
            GoTo end_err_handling
err_handling:
            ShowError "", Err.Description
            RunPython = -1
            On Error GoTo 0
end_err_handling:
        Else
            RunPython = ExecuteWindows(False, PythonCommand, interpreter, PYTHONPATH)
        End If
""",
        """        RunPython = ExecuteWindows(False, PythonCommand, interpreter, PYTHONPATH)
""",
    ),
)


def xlwings_module() -> str:
    """Return the text of xlwings' standalone module: mended, and what RunPython needs alone.

    Raises:
        ValueError: a piece to be mended does not stand in it exactly once.
    """
    return trimmed(mended(original()), "RunPython")


def mended(text: str) -> str:
    """Apply all repairs (ValueError: one does not fit exactly once)."""
    for repair in REPAIRS:
        if text.count(repair.pattern) != 1:
            raise ValueError(f"xlwings.bas: {repair.what}: {text.count(repair.pattern)} places")
        text = text.replace(repair.pattern, repair.replacement)
    return text


def original() -> str:
    """Return the module as it comes with the installed xlwings."""
    spec = find_spec("xlwings")
    if spec is None or not spec.submodule_search_locations:
        raise ValueError("xlwings is not installed")
    path = Path(spec.submodule_search_locations[0]) / "xlwings.bas"
    return "\n".join(line.rstrip() for line in path.read_text(encoding="ascii").splitlines())
