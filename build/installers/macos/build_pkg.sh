#!/usr/bin/env bash
# Signs the frozen application with the hardened runtime, makes the pkg and the disk image, has Apple notarize both, and
# checks what came out. Run on macOS after "python3 build/dev.py package".
#
#   SIGN_APP="Developer ID Application: …" SIGN_PKG="Developer ID Installer: …" NOTARY_PROFILE=… \
#       build/installers/macos/build_pkg.sh
#
# NOTARY_PROFILE names credentials that "xcrun notarytool store-credentials" has put into the keychain. Without the three
# variables the application is signed ad hoc, nothing is notarized, and the script says so: for tests only.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
root="$(cd "$here/../../.." && pwd)"
app="$root/build/out/dist/Nexus Desktop.app"
release="$root/build/out/release"
version="$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' "$root/nexus_desktop/__init__.py")"
identifier="org.nexusdesktop.NexusDesktop"
variant=""
[ -z "$(find "$app/Contents" -name 'onnxruntime_pybind11_state*' -print -quit)" ] || variant="-ocr"
pkg="$release/nexus-desktop$variant-$version.pkg"
image="$release/nexus-desktop$variant-$version.dmg"
mkdir -p "$release"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

identity="${SIGN_APP:--}"
[ "$identity" = "-" ] && echo "Not signed with a Developer ID: SIGN_APP is not set." >&2
timestamp=--timestamp
[ "$identity" = "-" ] && timestamp=--timestamp=none

# From the inside out: every library and program first, then the application around them.
find "$app/Contents" -type f \( -name '*.so' -o -name '*.dylib' -o -perm -u+x \) ! -path "$app/Contents/MacOS/*" -print0 |
    while IFS= read -r -d '' file; do
        file -b "$file" | grep -q Mach-O || continue
        codesign --force --sign "$identity" --options runtime "$timestamp" "$file"
    done
find "$app/Contents/Frameworks" -type d -name '*.framework' -prune -print0 |
    while IFS= read -r -d '' framework; do
        codesign --force --sign "$identity" --options runtime "$timestamp" "$framework"
    done
codesign --force --sign "$identity" --options runtime "$timestamp" --entitlements "$here/entitlements.plist" "$app"
codesign --verify --deep --strict --verbose=2 "$app"

notarize() {
    [ -n "${NOTARY_PROFILE:-}" ] || { echo "Not notarized: NOTARY_PROFILE is not set." >&2; return 0; }
    xcrun notarytool submit "$1" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$1"
    xcrun stapler validate "$1"
}

mkdir "$work/root" "$work/image"
ditto "$app" "$work/root/Nexus Desktop.app"
pkgbuild --analyze --root "$work/root" "$work/components.plist"
# Without this the installer would update a copy that someone has moved elsewhere, and leave /Applications empty.
plutil -replace 0.BundleIsRelocatable -bool NO "$work/components.plist"
pkgbuild --root "$work/root" --component-plist "$work/components.plist" --install-location /Applications \
    --identifier "$identifier" --version "$version" "$work/component.pkg"
if [ -n "${SIGN_PKG:-}" ]; then
    productbuild --package "$work/component.pkg" --sign "$SIGN_PKG" --timestamp "$pkg"
    pkgutil --check-signature "$pkg"
else
    echo "The package is not signed: SIGN_PKG is not set." >&2
    productbuild --package "$work/component.pkg" "$pkg"
fi
notarize "$pkg"

ditto "$app" "$work/image/Nexus Desktop.app"
ln -s /Applications "$work/image/Applications"
hdiutil create -quiet -ov -volname "Nexus Desktop $version" -srcfolder "$work/image" -format UDZO "$image"
[ "$identity" = "-" ] || codesign --sign "$identity" --timestamp "$image"
notarize "$image"
if [ -n "${NOTARY_PROFILE:-}" ]; then
    spctl --assess --type execute --verbose=2 "$app"
    spctl --assess --type install --verbose=2 "$pkg"
fi
echo "$pkg"
echo "$image"
