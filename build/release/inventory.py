"""What the frozen program is made of: packages, Python, libraries of the system, and what is compiled into them.

Runs in the environment of the freezing, on the lists that PyInstaller made. Everything is read off the files that go
into the bundle: a package that is not there is not named, and one that is cannot be forgotten.
"""

from __future__ import annotations

import importlib.metadata
import json
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from release import bundle, compiled_in

LICENCE_FILE = re.compile(r"(^|/)([^/]*licen[sc]e[^/]*|copying[^/]*|notice[^/]*|licenses/.+)$", re.IGNORECASE)
BESIDE_THE_CODE = re.compile(r"^\w+/(licen[sc]e[^/]*|thirdpartynotices[^/]*)$", re.IGNORECASE)
LICENCES = bundle.ROOT / "resources" / "licences"
ICON_FONT = bundle.ROOT / "resources" / "icons" / "material-design-icons.ttf"

Source = tuple[str, Path]  # name in the bundle, file it comes from
Owner = Callable[[Path], "Part | None"]


@dataclass(frozen=True)
class Part:
    """One piece of software in the bundle. ``inside`` names the part whose files hold it, where it has none itself."""

    name: str
    version: str
    licence: str
    purl: str
    texts: tuple[tuple[str, str], ...] = ()  # file name and text of its licences
    sha256: str = ""  # of the package file that was installed
    inside: str = ""
    files: int = 0
    size: int = 0  # bytes, before stripping


def parts(sources: Iterable[Source]) -> list[Part]:
    """Every part but ourselves, by name. Raises SystemExit for a file that belongs to nobody, or a missing licence."""
    owner, found = owners(), dict[str, Part]()
    for name, source in sources:
        if source == ICON_FONT:
            part: Part | None = icons()
        elif bundle.ROOT / "build" / "release" in source.parents or is_ours(source):
            continue
        else:
            part = owner(source)
        if part is None:
            raise SystemExit(f"{name} comes from {source}, which belongs to no package, nor to Python, nor to us")
        so_far = found.get(part.name, part)
        size = source.stat().st_size if source.is_file() else 0
        found[part.name] = replace(so_far, files=so_far.files + 1, size=so_far.size + size)
    whole = [*found.values(), *(inner for part in found.values() for inner in inside(part))]
    nameless = [part.name for part in whole if not part.licence or not part.texts]
    if nameless:
        raise SystemExit(f"no licence is known for: {', '.join(sorted(nameless))} (see build/release/compiled_in.py)")
    return sorted(whole, key=lambda part: part.name.lower())


def icons() -> Part:
    """The icons of the window, a cut of a font that others drew (build/icon_font.py)."""
    texts = (("Apache-2.0.txt", licence_text("Apache-2.0.txt")),)
    return Part("Material Design Icons", "6.9.96", "Apache-2.0", "pkg:generic/material-design-icons@6.9.96", texts)


def is_ours(source: Path) -> bool:
    """Whether a file is part of this project."""
    real = source.resolve()
    return any(bundle.ROOT / folder in real.parents for folder in ("nexus_desktop", "config", "resources"))


def inside(part: Part) -> list[Part]:
    """What is compiled into a part, as it says itself."""
    probes = compiled_in.INSIDE.get(part.name.lower().replace("_", "-"), ())
    return [
        Part(
            one.name,
            one.version(),
            one.licence,
            f"pkg:generic/{one.name.lower().replace(' ', '-')}@{one.version()}",
            tuple((name, licence_text(name)) for name in one.texts) or part.texts,
            inside=part.name,
        )
        for one in probes
    ]


def licence_text(name: str) -> str:
    """A licence kept in resources/licences/."""
    return (LICENCES / name).read_text("utf-8")


# --- whose file is it ----------------------------------------------------------------------------------------------


def owners() -> Owner:
    """A function that names the part a file belongs to; None where it belongs to none."""
    packages, freezer = installed_packages()
    python, base = python_itself(), Path(sys.base_prefix).resolve()
    environment = Path(sys.prefix).resolve()

    def owner(source: Path) -> Part | None:
        real = source.resolve()
        if real in packages:
            return packages[real]
        if "PyInstaller" in real.parts or "_pyinstaller_hooks_contrib" in real.parts:
            return freezer
        if environment in real.parents:
            return None
        return python if base in real.parents else system_package(real)

    return owner


def installed_packages() -> tuple[dict[Path, Part], Part]:
    """File -> package of every file of every installed package, and the package whose loader starts the program."""
    hashes, owned, freezer = package_hashes(), dict[Path, Part](), None
    for distribution in importlib.metadata.distributions():
        files = distribution.files or []
        named = [
            file
            for file in files
            if ".dist-info/" in str(file) and "_vendor" not in str(file) and LICENCE_FILE.search(str(file))
        ] or [file for file in files if BESIDE_THE_CODE.match(str(file))]
        texts = tuple((Path(str(file)).name, Path(str(file.locate())).read_text("utf-8", "replace")) for file in named)
        name = distribution.metadata["Name"]
        kept = compiled_in.LICENCES.get(name.lower().replace("_", "-"))
        part = Part(
            name,
            distribution.version,
            kept.licence if kept else licence_of(distribution.metadata),
            f"pkg:pypi/{name.lower().replace('_', '-')}@{distribution.version}",
            tuple((text, licence_text(text)) for text in kept.texts) if kept and kept.texts else texts,
            hashes.get(name.lower().replace("_", "-"), ""),
        )
        owned |= {Path(str(file.locate())).resolve(): part for file in files}
        freezer = part if name.lower() == "pyinstaller" else freezer
    assert freezer is not None
    return owned, freezer


def licence_of(metadata: importlib.metadata.PackageMetadata) -> str:
    """What a package says its licence is; empty where it says nothing."""
    said = next((text for name in ("License-Expression", "License") for text in metadata.get_all(name) or []), "")
    if said and "\n" not in said and len(said) < 100:
        return str(said)
    classes = [one for one in metadata.get_all("Classifier") or [] if one.startswith("License ::")]
    return " OR ".join(one.split(" :: ")[-1] for one in classes)


def package_hashes() -> dict[str, str]:
    """The SHA-256 of each package file, as pip reported it when it was installed."""
    found = {}
    for report in sorted(Path(sys.prefix).glob("installed-*.json")):
        for one in json.loads(report.read_text("utf-8"))["install"]:
            archive = one["download_info"].get("archive_info", {})
            name = one["metadata"]["name"].lower().replace("_", "-")
            found[name] = archive.get("hashes", {}).get("sha256", "")
    return found


def python_itself() -> Part:
    """The Python that is taken along."""
    version = platform.python_version()
    for text in (
        Path(sys.base_prefix) / "LICENSE.txt",
        Path(sys.base_prefix) / "lib" / f"python{version.rpartition('.')[0]}" / "LICENSE.txt",
        Path("/usr/share/doc") / f"python{version.rpartition('.')[0]}" / "copyright",
    ):
        if text.is_file():
            return Part(
                "CPython",
                version,
                "PSF-2.0",
                f"pkg:generic/python@{version}",
                (("LICENSE.txt", text.read_text("utf-8")),),
            )
    raise SystemExit("this Python has no licence text, which has to go along with it")


def system_package(file: Path) -> Part | None:
    """The package of this machine that a library belongs to; None where no package has it."""
    if sys.platform == "win32" and Path(os.environ["WINDIR"]).resolve() in file.parents:
        terms = "Runtime libraries of Microsoft Windows, passed on as its licence terms for developers allow.\n"
        version = platform.version()
        return Part(
            "Windows runtime libraries",
            version,
            "Microsoft Software License Terms",
            f"pkg:generic/windows-runtime@{version}",
            (("terms", terms),),
        )
    if not shutil.which("dpkg-query"):
        return None
    for path in (str(file), str(file).removeprefix("/usr"), f"*/{file.name}"):
        said = subprocess.run(["dpkg-query", "-S", path], capture_output=True, text=True, check=False).stdout
        if said:
            break
    else:
        return None
    name = said.split(":")[0].split(",")[0]
    version = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Version}", said.split(": ")[0].split(",")[0]],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    text = Path("/usr/share/doc") / name / "copyright"
    return Part(
        name,
        version,
        "see its licence text",
        f"pkg:deb/debian/{name}@{version}",
        (("copyright", text.read_text("utf-8", "replace")),) if text.is_file() else (),
    )
