"""Packs the frozen folder as a Debian package and as a plain archive; both repeat to the byte for the same folder.

    python3 build/installers/linux/build_packages.py

What the package depends on is read off its own files: every library they name and do not bring. Run on the oldest
system that shall be able to use the result, since the C library is the one of that system.
"""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from release import bundle, freeze  # noqa: E402

TARGET = Path("usr/lib") / bundle.FILE_NAME
RENAMED = {"libglib2.0-0": "libglib2.0-0t64"}
"""Packages that Ubuntu 24.04 and Debian 13 have under another name, for times after 2038."""

CONTROL = """\
Package: {name}
Version: {version}
Architecture: amd64
Maintainer: {publisher} <packages@nexusdesktop.invalid>
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: gnome-keyring | kwalletmanager
Section: text
Priority: optional
Description: reads, de-identifies and grades nexus letters on this machine
 Supports accredited attorneys before the US Department of Veterans Affairs in
 reading doctors' opinions. Works without a network.
"""

DESKTOP = """\
[Desktop Entry]
Type=Application
Name={title}
Comment=Reads, de-identifies and grades nexus letters on this machine
Exec=/{target}/{name} window %F
Icon={name}
Terminal=false
Categories=Office;
MimeType=application/pdf;application/vnd.openxmlformats-officedocument.wordprocessingml.document;application/rtf;text/plain;
StartupWMClass={name}
"""


def depends(folder: Path) -> str:
    """The packages of this system whose libraries the folder needs and does not hold."""
    held = {path.name for path in folder.rglob("*.so*")} | {path.name for path in folder.rglob("lib*")}
    needed: set[str] = set()
    for path in freeze.files_of(folder):
        with path.open("rb") as file:
            if file.read(4) == b"\x7fELF":
                needed |= bundle.needed_by(str(path))
    packages = set()
    for library in sorted(needed - held):
        said = subprocess.run(
            ["dpkg-query", "-S", f"*/{library}"], capture_output=True, text=True, check=False
        ).stdout.splitlines()
        if not said:
            raise SystemExit(f"{library} is needed, and no package of this system has it")
        packages.add(said[0].split(":")[0])
    glibc = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Version}", "libc6"], capture_output=True, text=True, check=True
    )
    names = [f"{name} | {RENAMED[name]}" if name in RENAMED else name for name in sorted(packages - {"libc6"})]
    return ", ".join([f"libc6 (>= {glibc.stdout.split('-')[0]})", *names])


def lay_out(folder: Path, root: Path) -> None:
    """The files as they will lie on the machine."""
    shutil.copytree(folder, root / TARGET, symlinks=True)
    places = {
        "usr/bin": None,
        "usr/share/applications": DESKTOP.format(title=bundle.NAME, target=TARGET, name=bundle.FILE_NAME),
    }
    for place, text in places.items():
        (root / place).mkdir(parents=True)
        if text:
            (root / place / f"{bundle.FILE_NAME}.desktop").write_text(text, "utf-8")
    (root / "usr/bin" / bundle.FILE_NAME).symlink_to(f"/{TARGET}/{bundle.FILE_NAME}")
    for size, ending in (("256x256", "png"), ("scalable", "svg")):
        icons = root / "usr/share/icons/hicolor" / size / "apps"
        icons.mkdir(parents=True)
        shutil.copy(bundle.ROOT / "resources" / "icons" / f"{bundle.FILE_NAME}.{ending}", icons)
    papers = root / "usr/share/doc" / bundle.FILE_NAME
    papers.mkdir(parents=True)
    notices = next((root / TARGET).rglob("third-party-notices.txt"))
    (papers / "copyright").symlink_to(f"/{notices.relative_to(root)}")
    for path in (root, *root.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)


def debian_package(folder: Path, release: Path) -> Path:
    """The package, made by dpkg-deb."""
    made = release / f"{bundle.FILE_NAME}{freeze.variant(folder)}_{bundle.version()}_amd64.deb"
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "root"
        lay_out(folder, root)
        control = CONTROL.format(
            name=bundle.FILE_NAME,
            version=bundle.version(),
            publisher=bundle.PUBLISHER,
            kilobytes=freeze.size(folder) // 1024,
            depends=depends(folder),
        )
        (root / "DEBIAN").mkdir(mode=0o755)
        (root / "DEBIAN" / "control").write_text(control, "utf-8")
        environment = os.environ | {"SOURCE_DATE_EPOCH": str(freeze.epoch())}
        words = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z3", "--build", str(root), str(made)]
        subprocess.run(words, env=environment, check=True, stdout=subprocess.DEVNULL)
    return made


def archive(folder: Path, release: Path) -> Path:
    """The same folder for every other Linux."""
    made = release / f"{bundle.FILE_NAME}{freeze.variant(folder)}-{bundle.version()}-linux-x86_64.tar.gz"

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = freeze.epoch()
        return entry

    with (
        made.open("wb") as file,
        gzip.GzipFile("", "wb", 6, file, mtime=freeze.epoch()) as packed,
        tarfile.open(fileobj=packed, mode="w") as tar,
    ):
        for path in [folder, *sorted(folder.rglob("*"))]:
            tar.add(path, f"{bundle.FILE_NAME}/{path.relative_to(folder)}", recursive=False, filter=plain)
    return made


def main() -> int:
    folder, release = freeze.folder(), freeze.OUT / "release"
    if not folder.is_dir():
        print("There is no frozen program yet: python3 build/dev.py package", file=sys.stderr)
        return 2
    release.mkdir(parents=True, exist_ok=True)
    for make in (debian_package, archive):
        made = make(folder, release)
        print(f"{made.relative_to(bundle.ROOT)}  {made.stat().st_size / freeze.MB:.1f} MB", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
