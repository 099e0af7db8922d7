# Signs the frozen program, makes both MSIs, signs them and checks every signature. Run on Windows with WiX 3.14.
#
#   powershell -File build\installers\windows\build_msi.ps1 [-CertificateThumbprint <sha1>]
#
# Without a certificate nothing is signed, and the script says so: such an MSI is for tests only.
param([string]$CertificateThumbprint = "")
$ErrorActionPreference = "Stop"
$here = Split-Path -Parent $MyInvocation.MyCommand.Path
$root = Resolve-Path (Join-Path $here "..\..\..")
$folder = Join-Path $root "build\out\dist\nexus-desktop"
$work = Join-Path $root "build\out\msi"
$release = Join-Path $root "build\out\release"
$wix = if ($env:WIX) { Join-Path $env:WIX "bin" } else { "" }
function Tool([string]$name) { if ($wix) { Join-Path $wix $name } else { $name } }
function Run([string]$program, [string[]]$words) {
    & $program @words
    if ($LASTEXITCODE -ne 0) { throw "$program failed with $LASTEXITCODE" }
}
New-Item -ItemType Directory -Force $work, $release | Out-Null
$version = (Select-String -Path (Join-Path $root "nexus_desktop\__init__.py") -Pattern '__version__ = "([\d.]+)"').Matches[0].Groups[1].Value

function Sign([string[]]$files) {
    if (-not $CertificateThumbprint) { Write-Warning "Not signed: no certificate was named."; return }
    # Every PE file, not only the programs: Smart App Control looks at each library that is loaded.
    Run "signtool.exe" (@("sign", "/sha1", $CertificateThumbprint, "/fd", "SHA256", "/td", "SHA256",
        "/tr", "http://timestamp.digicert.com", "/d", "Nexus Desktop") + $files)
    Run "signtool.exe" (@("verify", "/pa", "/all") + $files)
}

$unsigned = Get-ChildItem $folder -Recurse -Include *.exe, *.dll, *.pyd |
    Where-Object { (Get-AuthenticodeSignature $_.FullName).Status -ne "Valid" } | ForEach-Object { $_.FullName }
if ($unsigned) { Sign $unsigned }
# Signing changed the files, so their sums are written anew before they are packed.
Run "python" @((Join-Path $root "build\release\folder_sums.py"), $folder)

$variant = if (Get-ChildItem $folder -Recurse -Filter "onnxruntime_pybind11_state*") { "-ocr" } else { "" }
foreach ($scope in "machine", "user") {
    $files = Join-Path $work "files-$scope.wxs"
    Run "python" @((Join-Path $here "harvest.py"), $folder, $files, $scope)
    $guid = & python -c "import sys; sys.path.insert(0, sys.argv[1]); import harvest; print(harvest.guid(sys.argv[2], 'start menu'))" $here $scope
    $defines = @("-dScope=$scope", "-dVersion=$version", "-dStartMenuGuid=$guid",
        "-dIcon=$(Join-Path $root 'resources\icons\nexus-desktop.ico')")
    Run (Tool "candle.exe") (@("-nologo", "-arch", "x64", "-out", "$work\$scope\") + $defines + @((Join-Path $here "nexus-desktop.wxs"), $files))
    $msi = Join-Path $release "nexus-desktop$variant-$version-$scope.msi"
    # ICE38, ICE64, ICE91 ask for registry key paths and folder removal of per-user files; the program writes nothing there.
    $quiet = if ($scope -eq "user") { @("-sice:ICE38", "-sice:ICE64", "-sice:ICE91") } else { @() }
    Run (Tool "light.exe") (@("-nologo", "-out", $msi) + $quiet + (Get-ChildItem "$work\$scope\*.wixobj" | ForEach-Object { $_.FullName }))
    Sign @($msi)
    Write-Output $msi
}
