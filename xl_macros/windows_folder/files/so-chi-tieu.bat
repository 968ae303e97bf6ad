@echo off
rem The command line of the program, for IT staff: so-chi-tieu --help. ASCII only.
setlocal EnableExtensions DisableDelayedExpansion
if not exist "%~dp0python\python.exe" (
    echo Khong thay chuong trinh canh tep so-chi-tieu.bat. De nghi giai nen lai tep zip.
    exit /b 2
)
"%~dp0python\python.exe" -B -m xl_macros.cli %*
exit /b %ERRORLEVEL%
