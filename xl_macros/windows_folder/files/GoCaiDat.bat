@echo off
rem Takes back what CaiDat.bat did for the current user; every workbook and template stays.
rem /im: no windows, for IT staff. ASCII only; what officials read comes from Python.
setlocal EnableExtensions DisableDelayedExpansion
if not exist "%~dp0python\python.exe" goto missing
"%~dp0python\python.exe" -B -m xl_macros.windows_setup remove %*
if %ERRORLEVEL% EQU 0 exit /b 0
if %ERRORLEVEL% EQU 2 exit /b 2
if %ERRORLEVEL% EQU 3 exit /b 3

:missing
echo Khong chay duoc chuong trinh canh tep GoCaiDat.bat.
echo De nghi giai nen lai toan bo tep zip vao mot thu muc moi
echo roi bam dup GoCaiDat.bat trong thu muc do.
if /i not "%~1"=="/im" if not defined SO_CHI_TIEU_IM_LANG pause
exit /b 2
