# Finds a Python for the steps in steps\install.py or steps\uninstall.py and runs them.
param([ValidateSet('install', 'uninstall')][string]$Step = 'install')

$here = Split-Path -Parent $MyInvocation.MyCommand.Path
$versions = @(Get-ChildItem -LiteralPath $here -Filter 'requirements-*.txt' |
    ForEach-Object { $_.BaseName.Substring('requirements-'.Length) } | Sort-Object -Descending)

# A zip from the internet marks every file in it; the mark would stop the scripts.
Get-ChildItem -LiteralPath $here -Recurse -File | Unblock-File -ErrorAction SilentlyContinue

function Test-Python([string]$exe) {
    if (-not $exe -or $exe -like '*\WindowsApps\*') { return $false }
    if (-not (Test-Path -LiteralPath $exe -PathType Leaf)) { return $false }
    $said = & $exe -I -c "import struct, sys; print('%d.%d %d' % (*sys.version_info[:2], 8 * struct.calcsize('P')))"
    foreach ($version in $versions) { if ("$said" -eq "$version 64") { return $true } }
    return $false
}

function Get-Candidates {
    Join-Path $here 'python\python.exe'
    foreach ($root in 'HKCU:\Software\Python\PythonCore', 'HKLM:\Software\Python\PythonCore') {
        foreach ($version in $versions) {
            $key = Get-ItemProperty -LiteralPath "$root\$version\InstallPath" -ErrorAction SilentlyContinue
            if ($key -and $key.ExecutablePath) { $key.ExecutablePath }
        }
    }
    foreach ($version in $versions) {
        if (Get-Command 'py.exe' -ErrorAction SilentlyContinue) {
            & 'py.exe' "-$version" -I -c "import sys; print(sys.executable)"
        }
    }
    Get-Command 'python.exe' -All -ErrorAction SilentlyContinue | ForEach-Object { $_.Source }
}

$python = Get-Candidates | Where-Object { Test-Python $_ } | Select-Object -First 1
if (-not $python) {
    Write-Host "中止しました。Python（$($versions -join '、') のどれか、64ビット）が見つかりません。"
    Write-Host '情報係の手引きの「Python を用意する」をご覧ください。'
    exit 2
}
Write-Host "使う Python：$python"
& $python -E -s (Join-Path $here "steps\$Step.py")
exit $LASTEXITCODE
