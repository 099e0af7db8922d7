"""Notices and bill of materials name every part, repeat to the byte, and lack nothing a reader relies on."""

from __future__ import annotations

import copy
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from release import inventory, papers, release_folder
from release.inventory import Part

PARTS = [
    Part("alpha", "1.0", "MIT", "pkg:pypi/alpha@1.0", (("LICENSE", "Text A"),), sha256="0" * 64, files=3, size=30),
    Part("beta", "2.0", "Apache-2.0 OR MIT", "pkg:pypi/beta@2.0", (("LICENSE", "Text A"),), sha256="1" * 64, files=1),
    Part("Crypto", "3.6.0", "Apache-2.0", "pkg:generic/crypto@3.6.0", (("LICENSE", "Text B"),), inside="beta"),
]


def bill() -> dict[str, Any]:
    return copy.deepcopy(papers.sbom(PARTS, 1_700_000_000))


def test_the_bill_names_parts_and_what_is_inside_them() -> None:
    made = bill()
    assert made["specVersion"] == "1.6"
    assert made["metadata"]["timestamp"] == "2023-11-14T22:13:20Z"
    assert [one["name"] for one in made["components"]] == ["alpha", "beta"]
    assert made["components"][1]["components"][0]["name"] == "Crypto"
    assert made["components"][1]["licenses"] == [{"expression": "Apache-2.0 OR MIT"}]
    assert made["dependencies"][0]["dependsOn"] == ["alpha@1.0", "beta@2.0"]
    assert release_folder.unsound(made) is None


def test_papers_repeat_to_the_byte(tmp_path: Path) -> None:
    first, second = (papers.write(PARTS, tmp_path / name, 1_700_000_000) for name in ("one", "two"))
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    assert papers.sbom(PARTS[:1], 1_700_000_000)["serialNumber"] != bill()["serialNumber"]


def test_a_text_that_several_share_stands_once(tmp_path: Path) -> None:
    text = papers.notices(PARTS)
    assert text.count("Text A") == 1
    assert "alpha: LICENSE\nbeta: LICENSE" in text
    assert "Crypto 3.6.0   Apache-2.0   (inside beta)" in text
    assert "LGPL 3" in text


@pytest.mark.parametrize("name", ["version", "purl", "licenses"])
def test_a_component_that_lacks_something_is_named(name: str) -> None:
    made = bill()
    del made["components"][1]["components"][0][name]
    assert "Crypto" in str(release_folder.unsound(made))


def test_a_package_without_a_hash_is_named() -> None:
    made = bill()
    del made["components"][0]["hashes"]
    assert "alpha" in str(release_folder.unsound(made))
    assert release_folder.unsound({"bomFormat": "CycloneDX", "components": []}) is not None


def test_a_file_that_belongs_to_nobody_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stray = tmp_path / "stray.so"
    stray.write_bytes(b"")
    monkeypatch.setattr(inventory, "owners", lambda: lambda _path: None)
    with pytest.raises(SystemExit, match=r"stray\.so"):
        inventory.parts([("stray.so", stray)])


def test_a_part_without_a_licence_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    part = Part("gamma", "1.0", "", "pkg:pypi/gamma@1.0")
    monkeypatch.setattr(inventory, "owners", lambda: lambda _path: part)
    with pytest.raises(SystemExit, match="gamma"):
        inventory.parts([("gamma.py", tmp_path / "gamma.py")])


def test_every_licence_text_that_is_named_is_kept() -> None:
    from release import compiled_in

    named = {text for one in compiled_in.LICENCES.values() for text in one.texts}
    named |= {text for probes in compiled_in.INSIDE.values() for one in probes for text in one.texts}
    assert named
    assert all(len(inventory.licence_text(name)) > 500 for name in named)


def test_sums_are_those_of_the_files(tmp_path: Path) -> None:
    (tmp_path / "b.msi").write_bytes(b"b")
    (tmp_path / "a.deb").write_bytes(b"a")
    lines = release_folder.sums(tmp_path).splitlines()
    assert lines == [f"{hashlib.sha256(name[:1].encode()).hexdigest()}  {name}" for name in ("a.deb", "b.msi")]


def test_the_bill_is_valid_json() -> None:
    assert json.loads(json.dumps(bill())) == bill()
