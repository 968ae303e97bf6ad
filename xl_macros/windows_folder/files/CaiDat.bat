@echo off
rem Sets the program up for the current user: unpack the zip, double-click this file.
rem /im: no windows, for IT staff. ASCII only; what officials read comes from Python.
setlocal EnableExtensions DisableDelayedExpansion
if not exist "%~dp0python\python.exe" goto missing
"%~dp0python\python.exe" -B -m xl_macros.windows_setup install %*
if %ERRORLEVEL% EQU 0 exit /b 0
if %ERRORLEVEL% EQU 2 exit /b 2
if %ERRORLEVEL% EQU 3 exit /b 3

echo.
echo Windows khong cho chuong trinh Python chay, hoac thu muc nay bi thieu tep.
echo De nghi giai nen lai toan bo tep zip vao mot thu muc moi roi bam dup CaiDat.bat.
echo Neu van vay, de nghi bao nguoi phu trach cong nghe thong tin:
echo phan mem diet virus hoac chinh sach cua co quan co the dang chan python.exe.
goto failed

:missing
echo Khong thay chuong trinh canh tep CaiDat.bat.
echo Thuong la do tep zip chua duoc giai nen.
echo De nghi bam chuot phai vao tep zip, chon Extract All (Giai nen tat ca),
echo roi bam dup CaiDat.bat trong thu muc vua giai nen.

:failed
if /i not "%~1"=="/im" if not defined SO_CHI_TIEU_IM_LANG pause
exit /b 2
