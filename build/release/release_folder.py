"""Fills build/out/release: the installers of this system, the papers beside them, and the sums of all of it."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

from release import bundle, freeze
from release import papers as paper_names

RELEASE = freeze.OUT / "release"
INSTALLERS = bundle.ROOT / "build" / "installers"
MAKERS = {
    "linux": [sys.executable, str(INSTALLERS / "linux" / "build_packages.py")],
    "darwin": ["bash", str(INSTALLERS / "macos" / "build_pkg.sh")],
    "win32": ["powershell", "-ExecutionPolicy", "Bypass", "-File", str(INSTALLERS / "windows" / "build_msi.ps1")],
}


def papers() -> int:
    """Check bill and notices of the frozen program, and put them beside the release under names of their own."""
    bills = sorted(freeze.folder().rglob(paper_names.SBOM))
    if not bills:
        print("There is no frozen program yet: python3 build/dev.py package", file=sys.stderr)
        return 2
    bill = json.loads(bills[0].read_text("utf-8"))
    problem = unsound(bill)
    if problem:
        print(problem, file=sys.stderr)
        return 1
    RELEASE.mkdir(parents=True, exist_ok=True)
    name = f"{bundle.FILE_NAME}{freeze.variant(freeze.folder())}-{bundle.version()}-{sys.platform}"
    shutil.copy(bills[0], RELEASE / f"{name}.cdx.json")
    shutil.copy(bills[0].with_name(paper_names.NOTICES), RELEASE / f"{name}-notices.txt")
    inner = sum(len(one.get("components", [])) for one in bill["components"])
    print(f"{len(bill['components'])} components, {inner} compiled into them: {RELEASE / name}.cdx.json")
    return 0


def unsound(bill: dict[str, object]) -> str | None:
    """A sentence where a bill of materials lacks what a reader relies on; None where it is whole."""
    components = bill.get("components")
    if bill.get("bomFormat") != "CycloneDX" or not isinstance(components, list) or not components:
        return "The bill of materials is not CycloneDX, or names nothing."
    every = [*components, *(inner for one in components for inner in one.get("components", []))]
    for one in every:
        missing = [name for name in ("name", "version", "purl", "licenses") if not one.get(name)]
        if missing:
            return f"{one.get('name', 'A component')} has no {', '.join(missing)} in the bill of materials."
    references = [one["bom-ref"] for one in every]
    if len(references) != len(set(references)):
        return "Two components of the bill of materials have the same reference."
    unhashed = [one["name"] for one in components if one["purl"].startswith("pkg:pypi/") and not one.get("hashes")]
    return f"No hash of the installed file is known for: {', '.join(unhashed)}." if unhashed else None


def installers() -> int:
    """Everything a release of this system consists of."""
    status = papers()
    if status:
        return status
    status = subprocess.run(
        MAKERS["linux" if sys.platform.startswith("linux") else sys.platform], check=False
    ).returncode
    if status:
        return 1
    (RELEASE / freeze.SUMS).write_text(sums(RELEASE), "utf-8", newline="\n")
    print(RELEASE / freeze.SUMS)
    return 0


def sums(folder: Path) -> str:
    """The SHA-256 of each file, as `sha256sum --check` reads it."""
    lines = []
    for path in sorted(folder.iterdir()):
        if path.is_file() and path.name != freeze.SUMS:
            with path.open("rb") as file:
                lines.append(f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {path.name}")
    return "\n".join(lines) + "\n"
