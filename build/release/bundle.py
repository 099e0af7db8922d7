"""What the spec file asks: version, keyrings, what stays out, icon and version resource. Standard library only."""

from __future__ import annotations

import fnmatch
import importlib.metadata
import importlib.util
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
NAME = "Nexus Desktop"
FILE_NAME = "nexus-desktop"
PUBLISHER = "Nexus Desktop"
BUNDLE_ID = "org.nexusdesktop.NexusDesktop"
OLDEST_MACOS = "13.0"  # PySide6 6.11

KEYRINGS = {
    "win32": ["keyring.backends.Windows"],
    "darwin": ["keyring.backends.macOS", "keyring.backends.macOS.api"],
    "linux": ["keyring.backends.SecretService", "keyring.backends.kwallet"],
}

EXCLUDED_MODULES = [
    # what only building needs
    "PyInstaller", "altgraph", "hatchling", "pip", "pkg_resources", "setuptools", "_distutils_hack", "wheel",
    # other faces and other bindings
    "tkinter", "turtle", "idlelib", "PyQt5", "PyQt6", "PySide2", "IPython",
    # nothing is drawn with OpenGL: 9 MB, and 20 MB of a software renderer on Windows
    "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets",
    # what scrubadub, eyecite and rapidocr name, and our frames stand in for
    "nltk", "textblob", "sklearn", "faker", "dateparser", "phonenumbers", "stdnum", "courts_db", "cv2",
    # never loaded by anything we use
    "lxml.objectify", "lxml.isoschematron",
    "pytest", "_pytest", "lib2to3", "pydoc_data", "test", "scipy", "pandas", "matplotlib",
    # keyrings that write plain text
    "keyrings",
    # of the reading of scans: making and training of models, other engines, kinds of picture that nobody sends
    "onnxruntime.backend", "onnxruntime.datasets", "onnxruntime.quantization", "onnxruntime.tools",
    "onnxruntime.transformers", "torch", "paddle", "openvino", "tensorrt", "PIL._avif", "PIL.AvifImagePlugin",
    "PIL._imagingtk", "PIL.ImageTk", "PIL._imagingft",
]  # fmt: skip

UNWANTED_FILES = (
    # Qt draws by itself here: no OpenGL, no frame buffer, no remote screen, no touch pads without a window system
    "*/plugins/egldeviceintegrations/*", "*/plugins/xcbglintegrations/*", "*/plugins/generic/*",
    "*/plugins/platforms/*eglfs*", "*/plugins/platforms/*linuxfb*", "*/plugins/platforms/*minimal*",
    "*/plugins/platforms/*vkkhr*", "*/plugins/platforms/*vnc*", "*/plugins/platforms/*direct2d*",
    "*/plugins/wayland-graphics-integration-client/*", "*/opengl32sw.dll", "*/d3dcompiler_*.dll",
    # GTK's own file dialog, which would bring GTK; the desktop portal gives the same
    "*/plugins/platformthemes/*gtk3*",
    # Qt opens no network connection: local sockets only
    "*/plugins/tls/*", "*/plugins/networkinformation/*",
    # Qt's own sentences in languages that the window does not speak; ours, and Qt's for them, stay
    "*/translations/*_[!e]*.qm", "*/translations/*_e[!s].qm", "*/translations/[aq]t_*.qm", "*/translations/*t_es.qm",
    # notes of installers, which differ from machine to machine
    "*.dist-info/RECORD", "*.dist-info/direct_url.json", "*.dist-info/INSTALLER", "*.dist-info/REQUESTED",
    # what the reading of scans does not use: an engine that its Python module holds as well
    "*/onnxruntime/capi/libonnxruntime*.so*",
    # what a checkout leaves about
    "*/__pycache__/*", "*.pyc",
)  # fmt: skip

SYSTEM_LIBRARIES = (
    # Every desktop has these, in versions that belong together, and mends their faults by its own updates
    "libc.so*", "libstdc++.so*", "libgcc_s.so*", "libglib-2.0.so*", "libgthread-2.0.so*", "libdbus-1.so*",
    "libfontconfig.so*", "libfreetype.so*", "libexpat.so*", "libX11.so*", "libX11-xcb.so*", "libxcb.so*",
    "libgssapi_krb5.so*", "libz.so*", "libcom_err.so*",
)  # fmt: skip

DATA_FILES = [
    f"**/*.{ending}" for ending in ("json", "txt", "csv", "yaml", "yml", "toml", "gz", "xz", "db", "dat", "onnx")
]
WITH_OCR = importlib.util.find_spec("rapidocr") is not None
"""Whether the reading of scans is taken along: it is where it was installed for freezing."""

Entry = tuple[str, str, str]  # name in the bundle, file it comes from, kind


def version() -> str:
    """The version of the program, such as ``0.1.0``."""
    text = (ROOT / "nexus_desktop" / "__init__.py").read_text("utf-8")
    found = re.search(r'^__version__ = "(\d+\.\d+\.\d+)"$', text, re.MULTILINE)
    if found is None:
        raise SystemExit("nexus_desktop/__init__.py names no version of three numbers")
    return found[1]


def imported_by_name() -> list[str]:
    """Packages that our code loads with ``import_module("name")``, which PyInstaller does not see."""
    found = set()
    for path in sorted((ROOT / "nexus_desktop").rglob("*.py")):
        found |= set(re.findall(r"""import_module\(\s*["']([\w.]+)["']""", path.read_text("utf-8")))
    return sorted(
        name for name in found if name.split(".")[0] not in sys.stdlib_module_names and name != "nexus_desktop"
    )


def packages_with_data() -> list[str]:
    """The packages that are imported by name, and those they need themselves: PyInstaller sees no data of theirs."""
    holders = importlib.metadata.packages_distributions()
    tops = {name.split(".")[0] for name in imported_by_name()}
    if WITH_OCR:
        return sorted({"rapidocr", *_with_what_they_need(tops, holders)})
    return sorted(_with_what_they_need(tops, holders))


def _with_what_they_need(tops: set[str], holders: Mapping[str, list[str]]) -> set[str]:
    wanted_names = set()
    for distribution in {one for top in tops for one in holders.get(top, [])}:
        for requirement in importlib.metadata.requires(distribution) or []:
            if "extra ==" not in requirement:
                wanted_names.add(re.split(r"[^A-Za-z0-9._-]", requirement)[0].lower().replace("_", "-"))
    needed = {
        top for top, names in holders.items() if {name.lower().replace("_", "-") for name in names} & wanted_names
    }
    return {top for top in tops | needed if top.isidentifier() and not top.startswith("_")}


def modules_of(package: str) -> list[str]:
    """Every module of an installed package, listed without importing it: scrubadub's own imports would fail."""
    spec = importlib.util.find_spec(package.split(".")[0])
    if spec is None:
        raise SystemExit(f"{package} is imported by the program and not installed")
    modules = [package]
    for folder in spec.submodule_search_locations or []:
        for path in sorted(Path(folder).rglob("*.py")):
            parts = (package.split(".")[0], *path.relative_to(folder).with_suffix("").parts)
            modules.append(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    return sorted(set(modules))


def wanted(binaries: list[Entry], datas: list[Entry]) -> tuple[list[Entry], list[Entry]]:
    """The entries without what nobody needs, in a fixed order."""
    binaries = [entry for entry in binaries if not is_unwanted(entry[0])]
    datas = [entry for entry in datas if not is_unwanted(entry[0])]
    if sys.platform.startswith("linux"):
        needed = names_without_orphans(binaries)
        left = {Path(name).name for name in needed}
        binaries = [entry for entry in binaries if entry[0] in needed]
        datas = [entry for entry in datas if entry[2] != "SYMLINK" or Path(entry[0]).name in left]
        binaries, unstripped = as_data(binaries)
        datas += unstripped
    return sorted(binaries), sorted(datas)


def as_data(binaries: list[Entry]) -> tuple[list[Entry], list[Entry]]:
    """Binaries to strip, and as data those that must stay as they are: libraries that a wheel carries have been
    laid out anew (by auditwheel), and stripped after that no loader takes them any more."""
    kept = [entry for entry in binaries if not is_beside_its_package(entry[0])]
    return kept, [(name, source, "DATA") for name, source, _ in binaries if is_beside_its_package(name)]


def is_unwanted(name: str) -> bool:
    """Whether a file of that name stays out of the bundle."""
    path = "/" + name.replace("\\", "/")
    return any(fnmatch.fnmatchcase(path, pattern) for pattern in UNWANTED_FILES)


def names_without_orphans(binaries: list[Entry]) -> set[str]:
    """Without the system's own libraries, and without those only a plugin wanted that stays out. Needs objdump."""
    needs = {name: needed_by(source) for name, source, _ in binaries}
    needs = {name: used for name, used in needs.items() if not (is_library(name) and is_of_the_system(name))}
    while True:
        used = {library for libraries in needs.values() for library in libraries}
        orphans = {name for name in needs if is_library(name) and Path(name).name not in used}
        if not orphans:
            return set(needs)
        needs = {name: libraries for name, libraries in needs.items() if name not in orphans}


def is_library(name: str) -> bool:
    """Whether an entry was taken along because something else is linked to it: a file no module is loaded from."""
    folder = str(Path(name).parent)
    lies_there = folder in (".", "PySide6/Qt/lib") or is_beside_its_package(name)
    return lies_there and ".so" in name and not re.match(r"libpython|.*\.(cpython-|abi3)", name)


def is_beside_its_package(name: str) -> bool:
    """Whether an entry is a library that a wheel carries in a folder of its own, such as ``numpy.libs``."""
    return Path(name).parent.name.endswith(".libs")


def is_of_the_system(name: str) -> bool:
    """Whether a library is one that every desktop has."""
    return any(fnmatch.fnmatchcase(Path(name).name, pattern) for pattern in SYSTEM_LIBRARIES)


def needed_by(file: str) -> set[str]:
    """Names of the libraries that a binary names."""
    said = subprocess.run(["objdump", "-p", file], capture_output=True, text=True, check=True).stdout
    return {line.split()[1] for line in said.splitlines() if line.strip().startswith("NEEDED")}


def icon() -> str | None:
    """The icon in the form this system wants; None on Linux, where it is a file beside the program."""
    ending = {"win32": "ico", "darwin": "icns"}.get(sys.platform)
    return str(ROOT / "resources" / "icons" / f"nexus-desktop.{ending}") if ending else None


def version_resource(number: str) -> object:
    """What Windows shows under "Details" and what Intune and virus scanners read."""
    from PyInstaller.utils.win32 import versioninfo

    four = (*(int(part) for part in number.split(".")), 0)
    texts = {
        "CompanyName": PUBLISHER,
        "FileDescription": NAME,
        "FileVersion": number,
        "InternalName": FILE_NAME,
        "OriginalFilename": f"{FILE_NAME}.exe",
        "ProductName": NAME,
        "ProductVersion": number,
    }
    strings = [versioninfo.StringStruct(name, text) for name, text in texts.items()]
    return versioninfo.VSVersionInfo(
        ffi=versioninfo.FixedFileInfo(filevers=four, prodvers=four),
        kids=[
            versioninfo.StringFileInfo([versioninfo.StringTable("040904B0", strings)]),
            versioninfo.VarFileInfo([versioninfo.VarStruct("Translation", [0x0409, 1200])]),
        ],
    )


def info_plist(number: str) -> dict[str, Any]:
    """What macOS reads of an application before it starts it."""
    return {
        "CFBundleDisplayName": NAME,
        "CFBundleVersion": number,
        "LSApplicationCategoryType": "public.app-category.business",
        "LSMinimumSystemVersion": OLDEST_MACOS,
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,
        "NSPrincipalClass": "NSApplication",
    }
