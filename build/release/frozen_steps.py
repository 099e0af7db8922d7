"""What the smoke test does with a frozen program, beyond a first letter: long ones, scans, law, trail, backups."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

from release import freeze
from tests.letters import LETTER, SURNAME

PASSPHRASE = "four words not together"
PAGES, PAGE = 60, 3000  # characters
LAW = (
    "The reasons are what gives an opinion weight. Nieves-Rodriguez v. Peake, 22 Vet. App. 295 (2008). "
    "Service connection is a matter of 38 C.F.R. § 3.303.\n"
)
ADVERSE = (
    "It is less likely than not that the left knee osteoarthritis is related to service, because the service treatment "
    "records are silent for a knee complaint and there is no diagnosis within one year of discharge.\n"
)


class Smoke:
    """One program under test, in one home."""

    def __init__(self, program: Path, folder: Path) -> None:
        self.program, self.folder, self.home = program, folder, folder / "home"
        self.home.mkdir()
        self.words = folder / "words.txt"
        self.words.write_text(PASSPHRASE + "\n", "utf-8")
        kept = ("PATH", "HOME", "LANG", "SYSTEMROOT", "WINDIR", "TEMP", "TMP", "APPDATA", "LOCALAPPDATA", "USERPROFILE")
        self.environment = {name: os.environ[name] for name in kept if name in os.environ}
        self.environment |= {"NEXUS_HOME": str(self.home)}

    @property
    def with_ocr(self) -> bool:
        """Whether the reading of scans was taken along."""
        return bool(freeze.variant(self.program.parents[1] if sys.platform == "darwin" else self.program.parent))

    def call(self, *arguments: str, text: str | None = None, status: int = 0, silent: bool = True) -> str:
        """Run a command; its output. Whatever it says on standard error is a failure unless ``silent`` is off."""
        done = subprocess.run(
            [str(self.program), *arguments],
            input=text, capture_output=True, text=True, encoding="utf-8", env=self.environment,
            timeout=300, check=False,
        )  # fmt: skip
        expect(done.returncode == status, f"{arguments[0]}: status {done.returncode}, not {status}: {done.stderr}")
        expect(not silent or not done.stderr, f"{arguments[0]} said on standard error: {done.stderr}")
        return done.stdout

    def keyed(self, *arguments: str, silent: bool = True) -> str:
        return self.call(*arguments, "--passphrase-file", str(self.words), silent=silent)


def expect(holds: bool, sentence: str) -> None:
    if not holds:
        raise SystemExit(f"FAILED  {sentence}")


def word_text(path: Path) -> str:
    """The document part of a Word file, as it lies in there."""
    with zipfile.ZipFile(path) as parts:
        return parts.read("word/document.xml").decode()


# --- steps -----------------------------------------------------------------------------------------------------------


def reads_scans_or_says_why(smoke: Smoke) -> str:
    """A picture of a page: its text where the reading of scans is in the bundle, a sentence and a code where not."""
    path = smoke.folder / "scan.png"
    path.write_bytes(scan("Mr. Ellingboe has osteoarthritis of the left knee.\nHe is my patient.\n"))
    if not smoke.with_ocr:
        smoke.call("redact", str(path), status=3, silent=False)
        return "not taken along, and said so"
    said = smoke.call("redact", str(path), silent=False)
    expect("osteoarthritis of the left knee" in said, f"the scan was not read: {said}")
    expect("Ellingboe" not in said, "a name of the scan was left in")
    return "a scanned page"


def scan(text: str) -> bytes:
    """A page with a text, as a scanner makes it."""
    from PIL import Image, ImageDraw, ImageFont

    page = Image.new("L", (1700, 1100), 255)
    ImageDraw.Draw(page).text((140, 120), text, font=ImageFont.load_default(36), fill=0, spacing=24)
    made = io.BytesIO()
    page.save(made, "PNG")
    return made.getvalue()


def reads_a_long_letter(smoke: Smoke) -> str:
    """Sixty pages, which go to a child that is the frozen program again."""
    start, end = LETTER.index("\n\n") + 2, LETTER.rindex("\n\n") + 2
    text = LETTER[:end] + LETTER[start:end] * (PAGES * PAGE // (end - start)) + LETTER[end:]
    path = smoke.folder / "long.txt"
    path.write_text(text, "utf-8")
    record = json.loads(smoke.keyed("analyze", str(path), "--json", "--accept-all-redactions"))
    said = smoke.keyed("show", record["id"], "--json")
    expect(SURNAME not in said, "a name was left in the long letter")
    return f"{len(text):,} characters, score {record['result']['overall_score']}"


def checks_citations(smoke: Smoke) -> str:
    """eyecite with its tables, and the list of authorities."""
    path = smoke.folder / "law.txt"
    path.write_text(LAW, "utf-8")
    found = json.loads(smoke.call("citations", str(path), "--json"))
    standings = [one["standing"] for one in found["citations"]]
    expect(standings == ["known", "known"], f"citations: {standings}")
    return f"{len(standings)} citations, known"


def compares(smoke: Smoke) -> str:
    """A letter beside a report, and beside a later version of itself."""
    ours, report = smoke.folder / "letter.txt", smoke.folder / "report.txt"
    report.write_text(ADVERSE, "utf-8")
    found = json.loads(smoke.call("compare", str(ours), str(report), "--json", silent=False))
    expect(bool(found["adverse"]) and bool(found["attacks"]), "the reasons of the report were not told")
    later = json.loads(smoke.call("compare", str(ours), str(ours), "--revision", "--json", silent=False))
    expect(later["before"]["score"] == later["after"]["score"], "a letter differs from itself")
    return f"{len(found['attacks'])} attackable reasons, one revision"


def proves_its_trail(smoke: Smoke) -> str:
    """The chain holds, and so does an export of it, checked with nothing but Python."""
    report = json.loads(smoke.keyed("audit", "verify", "--json"))
    expect(report["intact"], f"the trail: {report}")
    export = smoke.folder / "trail.zip"
    head = smoke.keyed("audit", "export", str(export), silent=False).strip()
    with zipfile.ZipFile(export) as parts:
        (smoke.folder / "verify_trail.py").write_bytes(parts.read("verify_trail.py"))
    words = [sys.executable, "-I", str(smoke.folder / "verify_trail.py"), str(export), "--head", head]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    expect(done.returncode == 0, f"the verifier: {done.stdout}{done.stderr}")
    compared = json.loads(smoke.keyed("audit", "verify", "--export", str(export), "--json"))
    expect(compared["intact"], f"the export: {compared}")
    return f"{report['entries']} entries"


def comes_back_from_a_backup(smoke: Smoke) -> str:
    """A recovery key, a backup, and a restore of it with nothing but the recovery key."""
    sheet = smoke.folder / "sheet.txt"
    sheet.write_text(recovery_key(smoke) + "\n", "utf-8")
    kept = smoke.keyed("list")
    made = smoke.keyed("backup", silent=False).strip()
    smoke.keyed("analyze", str(smoke.folder / "letter.txt"), "--accept-all-redactions", silent=False)
    expect(smoke.keyed("list") != kept, "nothing was kept after the backup")
    smoke.call("restore", made, "--recovery-key-file", str(sheet), silent=False)
    expect(smoke.keyed("list") == kept, "the restored store is not the one of the backup")
    expect(smoke.call("list", "--recovery-key-file", str(sheet)) == kept, "the recovery key does not open the store")
    return f"{len(kept.splitlines())} analyses, opened with the recovery key"


def recovery_key(smoke: Smoke) -> str:
    """Make one as a person does: read the groups, type back the ones that are asked for."""
    words = [str(smoke.program), "keys", "recovery", "--passphrase-file", str(smoke.words)]
    with subprocess.Popen(
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=smoke.environment
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        groups: dict[str, str] = {}
        for asked in process.stderr:
            if "type group" not in asked:
                break
            while not groups or asked.split("group ")[1].strip(" :\n") not in groups:
                number, group = process.stdout.readline().split()
                groups[number] = group
            process.stdin.write(groups[asked.split("group ")[1].strip(" :\n")] + "\n")
            process.stdin.flush()
        process.stdin.close()
        groups |= dict(line.split() for line in process.stdout)
    expect(process.returncode == 0, "the recovery key was not made")
    return " ".join(groups[number] for number in sorted(groups, key=int))


def is_healthy(smoke: Smoke) -> str:
    report = json.loads(smoke.keyed("health", "--json"))
    expect(report["health"] == "ok", f"health is {report['health']}: {report['checks']}")
    return f"{len(report['checks'])} checks"
