"""Software that no package list names, because it is compiled into a package: the crypto, Qt, PDF and XML libraries.

Versions are asked of the libraries themselves at build time, so that they cannot go stale.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Licence:
    """A licence that a package's own metadata does not give; ``texts`` are files in resources/licences/."""

    licence: str
    texts: tuple[str, ...] = ()


@dataclass(frozen=True)
class CompiledIn:
    """One library inside another part. Without ``texts`` it is covered by the licence texts of that part."""

    name: str
    version: Callable[[], str]
    licence: str
    texts: tuple[str, ...] = ()


def openssl_of_python() -> str:
    import ssl

    return ssl.OPENSSL_VERSION.split()[1]


def sqlite_of_python() -> str:
    import sqlite3

    return sqlite3.sqlite_version


def expat_of_python() -> str:
    import pyexpat

    return pyexpat.EXPAT_VERSION.removeprefix("expat_")


def of_sqlcipher(pragma: str) -> str:
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(":memory:")
    try:
        connection.execute("PRAGMA key = 'version'")
        said = str(connection.execute(f"PRAGMA {pragma}").fetchone()[0])
    finally:
        connection.close()
    return re.sub(r"^OpenSSL ", "", said).split()[0]


def sqlite_of_sqlcipher() -> str:
    from sqlcipher3 import dbapi2

    return str(dbapi2.sqlite_version)


def openssl_of_cryptography() -> str:
    from cryptography.hazmat.backends.openssl import backend

    return backend.openssl_version_text().split()[1]


def qt() -> str:
    from PySide6.QtCore import qVersion

    return qVersion()


def icu_of_qt() -> str:
    from importlib.metadata import files

    names = [file.name for file in files("PySide6_Essentials") or [] if "icudata" in file.name]
    found = re.search(r"\.so\.(\d+)", names[0]) if names else None
    return found[1] if found else "as in Qt"


def libxml2() -> str:
    from lxml import etree

    return ".".join(map(str, etree.LIBXML_COMPILED_VERSION))


def libxslt() -> str:
    from lxml import etree

    return ".".join(map(str, etree.LIBXSLT_COMPILED_VERSION))


def pdfium() -> str:
    from pypdfium2.version import PDFIUM_INFO

    return str(PDFIUM_INFO).split("@")[0]


def libyaml() -> str:
    from yaml._yaml import get_version_string

    return str(get_version_string())


LICENCES = {
    # Chosen of the three that are offered; the notice says what that means.
    "pyside6-essentials": Licence("LGPL-3.0-only", ("LGPL-3.0.txt", "GPL-3.0.txt")),
    "shiboken6": Licence("LGPL-3.0-only", ("LGPL-3.0.txt", "GPL-3.0.txt")),
    "pyinstaller": Licence("GPL-2.0-or-later WITH Bootloader-exception"),
    "pypdfium2": Licence("BSD-3-Clause AND Apache-2.0 AND licences of what is inside"),
    "sqlcipher3": Licence("Zlib"),
    "loguru": Licence("MIT", ("MIT-loguru.txt",)),
}

INSIDE: dict[str, tuple[CompiledIn, ...]] = {
    "cpython": (
        CompiledIn("OpenSSL (of Python)", openssl_of_python, "Apache-2.0", ("Apache-2.0.txt",)),
        CompiledIn("SQLite (of Python)", sqlite_of_python, "blessing"),
        CompiledIn("Expat", expat_of_python, "MIT"),
    ),
    "sqlcipher3": (
        CompiledIn("SQLCipher", lambda: of_sqlcipher("cipher_version"), "BSD-3-Clause", ("BSD-SQLCipher.txt",)),
        CompiledIn("SQLite (of SQLCipher)", sqlite_of_sqlcipher, "blessing"),
        CompiledIn(
            "OpenSSL (of SQLCipher)", lambda: of_sqlcipher("cipher_provider_version"), "Apache-2.0", ("Apache-2.0.txt",)
        ),
    ),
    "cryptography": (
        CompiledIn("OpenSSL (of cryptography)", openssl_of_cryptography, "Apache-2.0", ("Apache-2.0.txt",)),
    ),
    "pyside6-essentials": (
        CompiledIn("Qt", qt, "LGPL-3.0-only", ("LGPL-3.0.txt", "GPL-3.0.txt")),
        CompiledIn("ICU (of Qt)", icu_of_qt, "Unicode-3.0", ("Unicode-3.0.txt",)),
    ),
    "lxml": (
        CompiledIn("libxml2", libxml2, "MIT"),
        CompiledIn("libxslt", libxslt, "MIT"),
    ),
    "pypdfium2": (CompiledIn("PDFium", pdfium, "BSD-3-Clause"),),
    "pyyaml": (CompiledIn("LibYAML", libyaml, "MIT"),),
}
