Attribute VB_Name = "SoChiTieu"
Option Explicit

' What stands between a click and Python. ASCII only: VBA has one code page, so all that
' officials read comes from the very hidden sheet of texts, by its defined names.

Private Const COMMAND_START As String = "from xl_macros.excel import entry; entry."
Private Const PROGRAM_IN_FOLDER As String = "\python\python.exe|\Scripts\python.exe"
Private Const PROGRAM_VARIABLE As String = "SOCHITIEU_PYTHON"
Private Const KEPT_LOG As String = "%TEMP%\so-chi-tieu-loi.log"
Private Const TEXT_PREFIX As String = "txt_"
Private Const ICON_STOP As Long = 16
Private Const ICON_NOTE As Long = 48

' Runs one function of xl_macros.excel.entry on this workbook.
Public Sub RunAction(ByVal functionName As String)
    Dim program As String
    Dim locked As New Collection
    program = FindProgram()
    If program = "" Then
        Tell "no_program", ICON_STOP
        Exit Sub
    End If
    UseProgram program
    If ThisWorkbook.ReadOnly Then Tell "read_only", ICON_NOTE
    ' Whatever goes wrong in between, the sheets must be protected again.
    On Error Resume Next
    LiftProtection locked
    If Err.Number = 0 Then RunPython COMMAND_START & functionName & "()"
    If Err.Number <> 0 Then Tell "failed", ICON_STOP
    Err.Clear
    SetProtection locked
    Application.StatusBar = False
    Application.ScreenUpdating = True
    On Error GoTo 0
End Sub

' Python beside the workbook, else where SOCHITIEU_HOME says, else where it is installed;
' \Scripts is where a venv has it.
Private Function FindProgram() As String
    Dim folders As Variant
    Dim places As Variant
    Dim number As Integer
    Dim place As Integer
    folders = Array(ThisWorkbook.Path, Expanded("%SOCHITIEU_HOME%"), Expanded("%LOCALAPPDATA%\SoChiTieu"))
    places = Split(PROGRAM_IN_FOLDER, "|")
    For number = LBound(folders) To UBound(folders)
        For place = LBound(places) To UBound(places)
            ' A workbook not yet saved has no folder: nothing is looked for in a drive's root.
            If folders(number) <> "" And FoundFile(folders(number) & places(place)) Then
                FindProgram = folders(number) & places(place)
                Exit Function
            End If
        Next place
    Next number
    FindProgram = ""
End Function

' The sheet of settings holds %SOCHITIEU_PYTHON%, since it takes no relative path.
Private Sub UseProgram(ByVal program As String)
    CreateObject("WScript.Shell").Environment("PROCESS").Item(PROGRAM_VARIABLE) = program
End Sub

Private Function Expanded(ByVal text As String) As String
    Expanded = CreateObject("WScript.Shell").ExpandEnvironmentStrings(text)
End Function

' Full paths only: a variable that is not set stays as it is written.
Private Function FoundFile(ByVal path As String) As Boolean
    If path Like "[A-Za-z]:\*" Or Left$(path, 2) = "\\" Then
        FoundFile = CreateObject("Scripting.FileSystemObject").FileExists(path)
    End If
End Function

' Unprotects all sheets and collects those that were protected, also where a later one fails.
Private Sub LiftProtection(ByVal locked As Collection)
    Dim sheet As Object
    For Each sheet In ThisWorkbook.Worksheets
        If sheet.ProtectContents Then
            sheet.Unprotect
            ' Somebody's own password was asked for and not given: the sheet stays as it is.
            If Not sheet.ProtectContents Then locked.Add sheet
        End If
    Next sheet
End Sub

' Protects as the workbook was made: columns and rows may be resized, programs may write.
Private Sub SetProtection(ByVal locked As Collection)
    Dim sheet As Object
    ' One sheet that fails must not leave the others open.
    On Error Resume Next
    For Each sheet In locked
        sheet.Protect DrawingObjects:=True, Contents:=True, Scenarios:=True, UserInterfaceOnly:=True, _
            AllowFormattingColumns:=True, AllowFormattingRows:=True
    Next sheet
End Sub

Private Function TextOf(ByVal key As String) As String
    TextOf = ThisWorkbook.Names(TEXT_PREFIX & key).RefersToRange.Value
End Function

Public Sub Tell(ByVal key As String, ByVal icon As Long)
    CreateObject("WScript.Shell").Popup TextOf(key), 0, TextOf("title"), icon
End Sub

' Python did not come as far as its own messages: the details are kept for a helper.
Public Sub TellFailure(ByVal logFile As String)
    Dim kept As String
    kept = Expanded(KEPT_LOG)
    On Error Resume Next
    CreateObject("Scripting.FileSystemObject").CopyFile logFile, kept, True
    On Error GoTo 0
    CreateObject("WScript.Shell").Popup TextOf("failed") & vbCrLf & kept, 0, TextOf("title"), ICON_STOP
End Sub
