' In place of Windows and of what LibreOffice lacks of Excel's: it notes what it is asked for.
Option Explicit

Private Const FIELD_END As Long = 31
Private Const ENTRY_END As Long = 30

Public Journal As String
' What goes wrong in the next click: "" or one of the words that Run and FileExists know.
Public Misfortune As String
Public ProgramVariable As String

Public Sub Note(ByVal what As String, ByVal text As String)
    Journal = Journal & what & Chr(FIELD_END) & text & Chr(ENTRY_END)
End Sub

Public Sub Begin(ByVal wrong As String)
    Journal = ""
    Misfortune = wrong
    ProgramVariable = ""
End Sub

Public Function Noted() As String
    Noted = Journal
End Function

Public Sub MessageBox(ByVal text As String, Optional ByVal icon As Variant)
    Note "fault", "a message box in English: " & text
End Sub

Public Function CreateObject(ByVal name As String) As Object
    Select Case name
        Case "WScript.Shell": Set CreateObject = New ShellStandIn
        Case "Scripting.FileSystemObject": Set CreateObject = New FilesStandIn
        Case "Scripting.Dictionary": Set CreateObject = New DictionaryStandIn
        Case Else: Err.Raise 429, "StandIns", "no stand-in for " & name
    End Select
End Function

Public Function OfficeFolder() As String
    OfficeFolder = "C:\Office"
End Function

Public Function WindowHandle() As Long
    WindowHandle = 4711
End Function

Public Function OpenedReadOnly() As Boolean
    OpenedReadOnly = (Misfortune = "read only")
End Function

' The last filled cell of column A.
Public Function LastFilled(ByVal sheet As Object) As Object
    Dim row As Long
    row = 1
    Do While sheet.Cells(row + 1, 1).Value <> ""
        row = row + 1
    Loop
    Set LastFilled = sheet.Cells(row, 1)
End Function
