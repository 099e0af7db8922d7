"""What goes into the frozen program, and what stays out."""

from __future__ import annotations

import ast
import struct
from pathlib import Path

import pytest
from release import bundle, freeze

from nexus_desktop import __version__

ROOT = Path(__file__).resolve().parents[3]


def test_the_version_is_the_one_of_the_program() -> None:
    assert bundle.version() == __version__


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6\\plugins\\tls\\qopensslbackend.dll",
        "PySide6/opengl32sw.dll",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "nexus_desktop/storage/migrations/__pycache__/env.cpython-311.pyc",
        "keyring-25.7.0.dist-info/RECORD",
    ],
)
def test_what_nobody_needs_stays_out(name: str) -> None:
    assert bundle.is_unwanted(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/plugins/imageformats/libqjpeg.so",
        "keyring-25.7.0.dist-info/METADATA",
        "resources/lexicon/english.txt.xz",
    ],
)
def test_what_the_program_needs_goes_in(name: str) -> None:
    assert not bundle.is_unwanted(name)


def test_nothing_that_the_program_imports_is_excluded() -> None:
    imported = set()
    for path in (ROOT / "nexus_desktop").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                imported |= {node.module, node.module.split(".")[0]}
    assert imported & set(bundle.EXCLUDED_MODULES) == set()
    assert "PySide6.QtWidgets" in imported


def test_modules_that_are_imported_by_name_are_found() -> None:
    assert "scrubadub" in bundle.imported_by_name()
    assert "winreg" not in bundle.imported_by_name()
    assert "scrubadub.detectors.base" in bundle.modules_of("scrubadub")


def test_a_second_build_that_differs_is_found_out(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name / "sub").mkdir(parents=True)
        (tmp_path / name / "sub" / "file").write_bytes(b"same")
    assert freeze.differences(tmp_path / "one", tmp_path / "two") == []
    (tmp_path / "two" / "sub" / "file").write_bytes(b"other")
    (tmp_path / "two" / "more").write_bytes(b"")
    assert freeze.differences(tmp_path / "one", tmp_path / "two") == ["more", "sub/file"]


def test_too_large_a_bundle_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_bytes(b"x" * 2000)
    assert freeze.too_large(tmp_path) is None
    monkeypatch.setattr(freeze, "LIMIT_WITHOUT_OCR", 1000)
    assert "above the limit" in str(freeze.too_large(tmp_path))
    (tmp_path / "onnxruntime_pybind11_state.so").write_bytes(b"")
    assert freeze.too_large(tmp_path) is None
    assert freeze.variant(tmp_path) == "-ocr"


def test_libraries_that_a_wheel_carries_are_taken_as_they_are() -> None:
    binaries = [("numpy.libs/libopenblas-1.so", "a", "BINARY"), ("numpy/core.so", "b", "EXTENSION")]
    stripped, unstripped = bundle.as_data(binaries)
    assert stripped == binaries[1:]
    assert unstripped == [("numpy.libs/libopenblas-1.so", "a", "DATA")]


def test_the_icons_hold_every_size() -> None:
    icons = ROOT / "resources" / "icons"
    ico = (icons / "nexus-desktop.ico").read_bytes()
    count = struct.unpack_from("<HHH", ico)[2]
    sizes = {ico[6 + 16 * number] or 256 for number in range(count)}
    assert sizes == {16, 20, 24, 32, 48, 64, 128, 256}
    icns = (icons / "nexus-desktop.icns").read_bytes()
    assert icns[:4] == b"icns"
    assert struct.unpack_from(">I", icns, 4)[0] == len(icns)
