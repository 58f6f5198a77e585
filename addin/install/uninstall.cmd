@echo off
if not exist "%~dp0install.ps1" (
  echo Please extract the whole zip file first.
  pause
  exit /b 2
)
powershell.exe -NoProfile -ExecutionPolicy Bypass -File "%~dp0install.ps1" -Step uninstall
set result=%errorlevel%
pause
exit /b %result%
