"""The tables on the command line: which version they have, and taking them back for an older program."""

from __future__ import annotations

import argparse
import json
from contextlib import closing
from threading import Event
from typing import TYPE_CHECKING

from nexus_desktop.cli import exits
from nexus_desktop.cli.commands import opened, quiet, say

if TYPE_CHECKING:
    from nexus_desktop.models.backup_models import StepBackPlan
    from nexus_desktop.services.application import Starter

WORDS = {
    "nexus_overrides": "disagreements with findings",
    "nexus_prompt_versions": "versions of prompts made or decided on here",
    "nexus_prompt_uses": "analyses: how they were asked for",
    "nexus_prompt_frames": "prompts as they were sent",
    "nexus_prompt_tests": "test runs of prompts",
    "nexus_prompt_experiments": "comparisons of prompts",
    "nexus_case_files": "clients and facts kept with cases",
    "nexus_matter_notes": "notes on matters",
    "nexus_daily_figures": "figures by day",
    "nexus_matters": "matters",
    "nexus_notes": "notes on analyses",
    "nexus_letters.matter_id": "letters: which matter they are in",
    "nexus_retention": "the days of keeping",
    "nexus_audit_purged": "entries of the trail: what deleted them",
    "nexus_remembered_fields": "clients remembered for reviews",
    "nexus_remembered_decisions": "remembered decisions of reviews",
}
"""What a person knows the rows by; a table of a later version is named as it is."""


def status(options: argparse.Namespace, starter: Starter) -> int:
    """The versions."""
    with closing(opened(options, starter)) as application:
        version, older = application.step_back.version, application.step_back.versions()
    if options.json:
        print(json.dumps({"version": version, "older": older}))
    else:
        print(f"version {version} of the tables; can go back to {', '.join(older)}")
    return exits.DONE


def downgrade(options: argparse.Namespace, starter: Starter) -> int:
    """Back to an older version, where no row is lost by it, or as many as were named."""
    with closing(opened(options, starter)) as application:
        plan = application.step_back.plan(options.version, quiet, Event())
        if options.dry_run:
            print(_as_json(plan) if options.json else _listed(plan))
            return exits.DONE
        if plan.rows != options.lose:
            say(_listed(plan))
        backup = application.step_back.go(options.version, options.lose, quiet, Event())
    print(_as_json(plan, str(backup.path)) if options.json else str(backup.path))
    say(f"The tables are those of version {options.version}. The file named above is the verified backup of before.")
    say("Install the older program now: this one brings the tables forward again when it is started.")
    return exits.DONE


def _as_json(plan: StepBackPlan, backup: str | None = None) -> str:
    losing = {one.name: one.rows for one in plan.losing}
    return json.dumps({"version": plan.target, "rows_lost": plan.rows, "losing": losing, "backup": backup})


def _listed(plan: StepBackPlan) -> str:
    if not plan.losing:
        return "Nothing is lost."
    lines = [f"{one.rows:>8}  {WORDS.get(one.name, one.name)}" for one in plan.losing]
    return "\n".join([*lines, f"{plan.rows:>8}  rows in all would be lost"])
