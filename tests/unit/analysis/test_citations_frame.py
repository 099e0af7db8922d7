"""eyecite is loaded late, without what its tokenizer does not use, and leaves no trace of the stand-ins."""

from __future__ import annotations

import subprocess
import sys


def imported(script: str) -> set[str]:
    """The modules of interest that a fresh process has imported after a script."""
    shown = (
        "print(*(n for n in sys.modules if n.split('.')[0] in ('eyecite', 'reporters_db', 'courts_db', "
        "'fast_diff_match_patch') or '.citations' in n or '.case_facts' in n or '.comparison.' in n))"
    )
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{script}\n{shown}"], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stderr == ""
    return set(done.stdout.split())


def test_the_stand_ins_go_as_soon_as_eyecite_is_loaded() -> None:
    found = imported(
        "from tests.unit.analysis.checking import checker\n"
        "checker().report('Stefl v. Nicholson, 21 Vet. App. 120 (2007); id. at 124. Stefl, 21 Vet. App. at 125.')"
    )
    assert "eyecite.tokenizers" in found
    assert found.isdisjoint({"courts_db", "fast_diff_match_patch"})


def test_the_program_starts_without_any_of_it() -> None:
    assert imported("from nexus_desktop.bootstrap import Bootstrap\nBootstrap().open_throwaway().close()") == set()
