"""Lists the frozen folder for the MSI: one component a file, with GUIDs that only depend on the file's place.

    python build/installers/windows/harvest.py FOLDER OUTPUT.wxs machine|user

Windows Installer removes and repairs by component, so a file keeps its GUID as long as it keeps its name.
"""

from __future__ import annotations

import hashlib
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import quoteattr

NAMESPACE = uuid.UUID("6f6b4a8e-5f0e-5d2c-9f35-0d9f1c1b7e21")


def identifier(kind: str, place: str) -> str:
    """A name for the tables of the MSI: short, unique, and the same in every version."""
    return f"{kind}{hashlib.sha256(place.encode()).hexdigest()[:24]}"


def guid(scope: str, place: str) -> str:
    """The GUID of what lies at a place."""
    return str(uuid.uuid5(NAMESPACE, f"{scope}/{place}")).upper()


def lines(folder: Path, scope: str) -> Iterator[str]:
    """The fragment, line by line."""
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">'
    components: list[str] = []
    folders = {"": "INSTALLFOLDER"}
    for path in sorted(folder.rglob("*")):
        place = path.relative_to(folder).as_posix()
        parent = folders["" if path.parent == folder else path.parent.relative_to(folder).as_posix()]
        if path.is_dir() and not path.is_symlink():
            folders[place] = identifier("D", place)
            directory = f"<Directory Id={quoteattr(folders[place])} Name={quoteattr(path.name)} />"
            yield f"<Fragment><DirectoryRef Id={quoteattr(parent)}>{directory}</DirectoryRef></Fragment>"
        elif path.is_file():
            component = identifier("C", place)
            components.append(component)
            yield (
                f"<Fragment><DirectoryRef Id={quoteattr(parent)}>"
                f'<Component Id="{component}" Guid="{guid(scope, place)}" Win64="yes">'
                f'<File Id="{identifier("F", place)}" Source={quoteattr(str(path))} KeyPath="yes" />'
                "</Component></DirectoryRef></Fragment>"
            )
    yield '<Fragment><ComponentGroup Id="ProgramFiles">'
    yield from (f'<ComponentRef Id="{component}" />' for component in components)
    yield "</ComponentGroup></Fragment>"
    yield "</Wix>"


def main() -> int:
    folder, output, scope = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    output.write_text("\n".join(lines(folder, scope)) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
