@echo off
rem Drop a workbook on this file, or double-click it and choose one: writes the report
rem beside it, without Excel and without macros. ASCII only.
setlocal EnableExtensions EnableDelayedExpansion

rem Windows does not quote a dropped name that has an ampersand but no blank, so that the
rem first argument is cut there: Python also gets the whole command line, and what is left
rem of the name must not be run by cmd.exe afterwards.
set "SO_CHI_TIEU_LENH=!cmdcmdline!"
set "STARTED_BY_WINDOWS="
if not "!cmdcmdline:/c=!"=="!cmdcmdline!" set "STARTED_BY_WINDOWS=1"
setlocal DisableDelayedExpansion
set "SO_CHI_TIEU_BAT=%~nx0"

rem The same places as the buttons look in: here, SOCHITIEU_HOME, the installed program.
set "PROGRAM="
for %%F in ("%~dp0python" "%~dp0Scripts") do if not defined PROGRAM if exist "%%~F\python.exe" set "PROGRAM=%%~F\python.exe"
if defined SOCHITIEU_HOME for %%F in ("%SOCHITIEU_HOME%\python" "%SOCHITIEU_HOME%\Scripts") do if not defined PROGRAM if exist "%%~F\python.exe" set "PROGRAM=%%~F\python.exe"
for %%F in ("%LOCALAPPDATA%\SoChiTieu\python" "%LOCALAPPDATA%\SoChiTieu\Scripts") do if not defined PROGRAM if exist "%%~F\python.exe" set "PROGRAM=%%~F\python.exe"
if not defined PROGRAM goto missing

rem What Python itself says where it does not come as far as our messages is English.
if defined SO_CHI_TIEU_IM_LANG "%PROGRAM%" -B -m xl_macros.without_excel bao-cao "%~1"
if not defined SO_CHI_TIEU_IM_LANG "%PROGRAM%" -B -m xl_macros.without_excel bao-cao "%~1" 2>"%TEMP%\so-chi-tieu-loi.log"
set "STATUS=%ERRORLEVEL%"
if "%STATUS%"=="0" goto finish
if "%STATUS%"=="2" goto finish
if "%STATUS%"=="3" goto finish
echo Chuong trinh chua chay duoc, thuong la do thieu tep hoac phan mem diet virus chan.
echo De nghi giai nen lai toan bo tep zip vao mot thu muc moi, bam dup CaiDat.bat, roi lam lai.
echo Neu van vay, de nghi gui tep nhat ky cho nguoi ho tro: %TEMP%\so-chi-tieu-loi.log
goto failed

:missing
echo Khong tim thay chuong trinh So chi tieu tren may nay.
echo De nghi bam dup CaiDat.bat trong thu muc SoChiTieu, roi lam lai.

:failed
if not defined SO_CHI_TIEU_IM_LANG pause
set "STATUS=2"

:finish
if defined STARTED_BY_WINDOWS exit %STATUS%
exit /b %STATUS%
