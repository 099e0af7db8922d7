"""What no linter counts: sizes, makers, literal colours, words that do not belong into a release."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "nexus_desktop"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST_FILE, LONGEST_FUNCTION = 400, 60


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def test_no_file_is_too_long() -> None:
    assert [path.name for path in MODULES if len(path.read_text("utf-8").splitlines()) > LONGEST_FILE] == []


def test_no_function_is_too_long() -> None:
    long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in MODULES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert long == []


@pytest.mark.parametrize(
    ("name", "maker"),
    [
        ("DeidentifiedText", "security/phi_deidentifier.py"),
        ("RenderedPrompt", "prompts/rendering.py"),
        ("QThread", "ui/tasks.py"),
    ],
)
def test_some_things_have_one_maker(name: str, maker: str) -> None:
    makers = [
        path.relative_to(PACKAGE).as_posix()
        for path in MODULES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name
    ]
    assert makers == [maker]


def test_the_gate_is_the_only_way_to_the_network() -> None:
    """Only it calls what sends; only three modules know the libraries that could; the rest opens no connection."""
    callers = [
        path.relative_to(PACKAGE).as_posix()
        for path in MODULES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute)
        and node.attr in ("send", "models")
        and isinstance(node.value, ast.Name)
        and node.value.id == "ai_analyzer"
    ]
    assert set(callers) == {"services/gate.py"}
    network = re.compile(
        r"^\s*(?:import|from) (?:openai|httpx2?|requests|aiohttp|urllib\.request|http\.client|ftplib)\b", re.MULTILINE
    )
    users = [path.relative_to(PACKAGE).as_posix() for path in MODULES if network.search(path.read_text("utf-8"))]
    assert users == ["analysis/ai_analyzer.py", "analysis/ai_errors.py", "analysis/ai_transport.py"]


def test_colours_are_named_in_the_theme_alone() -> None:
    colour = re.compile(r"#[0-9A-Fa-f]{6}\b|#[0-9A-Fa-f]{3}\b")
    named = [path.name for path in (PACKAGE / "ui").glob("*.py") if colour.search(path.read_text("utf-8"))]
    assert named == ["theme.py"]
    assert not colour.search((ROOT / "resources/theme/nexus.qss").read_text("utf-8"))


def test_every_module_and_public_function_says_what_it_is_for() -> None:
    silent = []
    for path in MODULES:
        module = tree(path)
        if not ast.get_docstring(module):
            silent.append(str(path.relative_to(ROOT)))
        for node in module.body:
            public = isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
            if public and not ast.get_docstring(node) and "migrations" not in path.parts and "errors" not in path.parts:
                silent.append(f"{path.relative_to(ROOT)}: {node.name}")
    allowed = {"nexus_desktop/storage/tables.py: Base"}
    assert set(silent) - allowed == set()


def test_the_top_level_is_as_agreed() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split(
        "\n"
    )
    top = {name.split("/")[0] for name in listed if name}
    agreed = {
        "nexus_desktop",
        "resources",
        "config",
        "tests",
        "build",
        "pyproject.toml",
        "nexus_desktop.spec",
        "README.md",
    }
    assert {name for name in top if not name.startswith(".")} <= agreed


def test_lock_files_name_hashes_and_no_index() -> None:
    for path in (ROOT / "build").glob("*.lock"):
        text = path.read_text("utf-8")
        assert "--hash=sha256:" in text
        assert "://" not in text
        assert "index-url" not in text


def test_the_lock_leaves_out_what_is_never_loaded() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    names = [override.split(" ")[0] for override in settings["tool"]["uv"]["override-dependencies"]]
    locked = (ROOT / "build/requirements.lock").read_text("utf-8")
    assert names
    assert [name for name in names if re.search(rf"^{name}==", locked, re.MULTILINE)] == []
    assert "pyside6-essentials==6.11.3" in locked
