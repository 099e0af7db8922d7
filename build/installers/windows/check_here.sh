#!/usr/bin/env bash
# Compiles the MSI sources off Windows, with whatever was frozen here as the files: syntax, references, tables.
# What comes out does not run; it shows that the sources hold together. Needs wixl and msitools.
set -euo pipefail
root="$(cd "$(dirname "$0")/../../.." && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
mkdir "$work/payload"
(cd "$root/build/out/dist/nexus-desktop" && find . -type f -size -200k | sort | awk 'NR <= 60' | cpio -pdm --quiet "$work/payload")
touch "$work/payload/nexus-desktop-window.exe"
cp "$root/resources/icons/nexus-desktop.ico" "$root/build/installers/windows/nexus-desktop.wxs" "$work"
cd "$work" # wixl takes relative paths only
for scope in machine user; do
    python3 "$root/build/installers/windows/harvest.py" payload files.wxs "$scope"
    wixl --arch x64 -o "$scope.msi" -D Scope="$scope" -D Version=1.2.3 -D Icon=nexus-desktop.ico \
        -D StartMenuGuid=11111111-2222-5333-8444-555555555555 nexus-desktop.wxs files.wxs
    files="$(find payload -type f | wc -l)"
    listed="$(msiinfo export "$scope.msi" File | tail -n +4 | wc -l)"
    [ "$files" = "$listed" ] || { echo "$scope: $listed of $files files are in the MSI" >&2; exit 1; }
    msiinfo export "$scope.msi" Upgrade | grep -F 1.2.3 >/dev/null || { echo "$scope: no upgrade table" >&2; exit 1; }
    msiinfo export "$scope.msi" Shortcut | grep -F nexus-desktop-window.exe >/dev/null || { echo "$scope: no shortcut" >&2; exit 1; }
    echo "$scope: $listed files, upgrade and shortcut tables are there"
done
