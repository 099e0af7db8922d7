"""The commands: each takes the parsed options and a Starter, prints, and returns an exit code."""

from __future__ import annotations

import argparse
import getpass
import json
import sys
from contextlib import closing
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

import yaml

from nexus_desktop.cli import batch, case, exits, service_commands, words
from nexus_desktop.models.analysis_models import NexusAnalysisResult
from nexus_desktop.models.errors import ClientFieldsInvalid, LetterCorrupt, NexusError, PassphraseNeeded
from nexus_desktop.models.letter_models import ClientFields, Letter, Level
from nexus_desktop.models.paper_models import Paper, ReportKind, Wishes
from nexus_desktop.services.ai_service import answer_schema
from nexus_desktop.services.health import Health

if TYPE_CHECKING:
    from nexus_desktop.models.case_models import CaseFacts
    from nexus_desktop.services.application import Application, Starter
    from nexus_desktop.services.workbench import Workbench

LONGEST_SECRET = 10_000  # characters
LARGEST_CLIENT_FILE = 1_000_000  # bytes
"""Anything larger is not a handful of names and numbers."""


def say(line: str) -> None:
    """A line for a person, beside the output."""
    print(line, file=sys.stderr)


def quiet(phrase: str, done: float) -> None:
    """Progress that nobody watches."""


# --- what the options mean ---------------------------------------------------------------------------------------


def client_of(options: argparse.Namespace) -> ClientFields:
    """The known client fields named with --client. Raises ClientFieldsInvalid."""
    if options.client is None:
        return ClientFields()
    try:
        with Path(options.client).open("rb") as file:
            data = yaml.safe_load(file.read(LARGEST_CLIENT_FILE))  # JSON is YAML
    except (OSError, yaml.YAMLError, UnicodeDecodeError):
        raise ClientFieldsInvalid from None
    return batch.client_fields(data)


def first_line(name: str) -> str:
    """The first line of a file that holds a secret. Raises PassphraseNeeded."""
    try:
        with Path(name).open(encoding="utf-8") as file:
            return file.readline(LONGEST_SECRET).rstrip("\r\n")
    except (OSError, UnicodeDecodeError):
        raise PassphraseNeeded from None


def opened(options: argparse.Namespace, starter: Starter) -> Application:
    """The program on its store, by keyring, passphrase or recovery key."""
    if options.recovery_key_file is not None:
        return starter.open(recovery=first_line(options.recovery_key_file), face="command line")
    return starter.open(passphrase_of(options, starter), face="command line")


def passphrase_of(options: argparse.Namespace, starter: Starter) -> str | None:
    """The passphrase, where one is needed: from a file, or asked for at a terminal. Raises PassphraseNeeded."""
    need = starter.key_need()
    if need == "nothing":
        return None
    if options.passphrase_file is not None:
        return first_line(options.passphrase_file)
    if not sys.stdin.isatty():
        raise PassphraseNeeded
    if need == "new_passphrase":
        say("No keyring works on this machine. Choose a passphrase; it will be asked for at every start.")
        first, second = getpass.getpass("New passphrase: "), getpass.getpass("Once more: ")
        if first != second:
            raise PassphraseNeeded
        return first
    return getpass.getpass("Passphrase: ")


def level_of(options: argparse.Namespace, starter: Starter, application: Application | None = None) -> Level:
    """The level asked for, which the firm may refuse later, else the one in force."""
    if options.level:
        return Level(options.level)
    return application.compliance.level if application else starter.firm.level_for(Level.MODERATE)


def read_letter(workbench: Workbench, name: str) -> Letter:
    """A file, or standard input for ``-``. Raises the ``letter.*`` errors."""
    if name == "-":
        return workbench.read_pasted(typed())
    return workbench.read_file(Path(name), quiet, Event())


def typed() -> str:
    """The text on standard input. Raises LetterCorrupt for what is no UTF-8."""
    try:
        return sys.stdin.read()
    except UnicodeDecodeError:
        raise LetterCorrupt from None


def shown(name: str) -> str:
    """A file's name on one line of a terminal: what would break the line, or steer the terminal, is spelled out."""
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode() for one in name)


def tell(error: NexusError, name: str = "") -> None:
    """A failure in words, with its code and the next step."""
    say(f"{shown(name) + ': ' if name else ''}{error.sentence} [{error.code}]")
    say(error.next_step)


# --- commands --------------------------------------------------------------------------------------------------------


def redact(options: argparse.Namespace, starter: Starter) -> int:
    """One letter with its identifiers removed; what is in doubt is removed too."""
    workbench = starter.workbench()
    if options.jsonl:
        return batch.run(workbench, batch.redact, level_of(options, starter), starter.report_failure)
    letter = read_letter(workbench, options.file)
    preparation = workbench.prepare(letter, level_of(options, starter), client_of(options), Event())
    text = workbench.deidentify_all(preparation, batch.ACCEPTED_BY, datetime.now(UTC))
    if options.json:
        spans = [[one.start, one.end, one.category.value, one.verdict.value] for one in preparation.findings]
        answer = {"level": text.level.value, "text": text.text, "spans": spans, "counts": text.counts()}
        print(json.dumps(answer))
    else:
        print(text.text)
    say(
        f"{len(text.replacements)} places removed at level {text.level.value}, {preparation.asked()} of them in doubt. "
        "No person has reviewed this text."
    )
    return exits.DONE


def analyze(options: argparse.Namespace, starter: Starter) -> int:
    """Letters into the store, one by one; what fails is named, and the next goes on."""
    if options.jsonl:
        return batch.run(starter.workbench(), batch.analyze, level_of(options, starter), starter.report_failure)
    status = exits.DONE
    with closing(opened(options, starter)) as application:
        client, facts = client_of(options), case.facts_of(options)
        for name in options.file:
            try:
                level = level_of(options, starter, application)
                status = max(status, analyze_one(application, name, level, client, facts, options))
            except NexusError as error:
                starter.report_failure(error)
                tell(error, name)
                status = max(status, exits.exit_code(error))
            except Exception as error:  # noqa: BLE001 - a bug that one letter meets must not cost the others
                starter.report_failure(error)
                tell(NexusError(), name)
                status = max(status, exits.FAILED)
    return status


def analyze_one(
    application: Application,
    name: str,
    level: Level,
    client: ClientFields,
    facts: CaseFacts | None,
    options: argparse.Namespace,
) -> int:
    """One letter: read, accept, analyze, keep, print."""
    letters = application.letters
    if name == "-":
        preparation = letters.open_text(typed(), level, client, quiet, Event())
    else:
        preparation = letters.open_file(Path(name), level, client, quiet, Event())
    if not options.accept_all_redactions:
        found, asked = len(preparation.findings), preparation.asked()
        say(
            f"{shown(name)}: {found} identifiers found, {asked} of them in doubt. A person has to review them: open "
            "the letter in the window, or say --accept-all-redactions to remove them all."
        )
        return exits.REVIEW_NEEDED
    decisions = letters.accept_all(preparation, batch.ACCEPTED_BY)
    if options.service or options.show_request or options.send_reviewed:
        sent = service_commands.analyze(application, preparation, decisions, facts, options)
        if sent is None:
            return exits.DONE
        outcome = sent
    else:
        outcome = letters.analyze(preparation, decisions, quiet, Event(), facts)
    if options.json:
        told = {"conflicts": [one.model_dump(mode="json") for one in outcome.conflicts]} if facts else {}
        print(json.dumps(application.reports.as_dict(outcome.record) | told))
    else:
        print("\n".join(words.record_lines(outcome.record)))
        if facts:
            print("\n".join(case.conflict_lines(outcome.conflicts)))
    if outcome.problem is not None:
        tell(outcome.problem, name)
        return exits.exit_code(outcome.problem)
    return exits.DONE


def show(options: argparse.Namespace, starter: Starter) -> int:
    """A kept analysis."""
    with closing(opened(options, starter)) as application:
        record = application.letters.show(options.id)
        if options.json:
            print(json.dumps(application.reports.as_dict(record)))
        else:
            print("\n".join(words.record_lines(record)))
    return exits.DONE


def list_analyses(options: argparse.Namespace, starter: Starter) -> int:
    """The newest analyses."""
    with closing(opened(options, starter)) as application:
        for line in application.letters.newest(options.limit):
            print(
                f"{line.id}  {line.created_at:%Y-%m-%d %H:%M}  {line.strength.value:<8} {line.overall_score:>3}  "
                f"{line.condition}"
            )
    return exits.DONE


def export(options: argparse.Namespace, starter: Starter) -> int:
    """A kept analysis as a file."""
    path = Path(options.file)
    kind = ReportKind(path.suffix.lower().removeprefix("."))
    with closing(opened(options, starter)) as application:
        application.reports.export(options.id, path, kind, Wishes(Paper(options.paper)))
    say("Written.")
    return exits.DONE


def health(options: argparse.Namespace, starter: Starter) -> int:
    """Every check."""
    application: Application | None = None
    try:
        application = opened(options, starter)
        checks = application.health
    except NexusError as error:
        checks = starter.health_without_store(error)
    try:
        if application is not None and options.ask_service:
            application.service_health.ask(quiet, Event())
        report = checks.run(quiet, Event())
    finally:
        if application is not None:
            application.close()
    if options.json:
        print(json.dumps({"health": report.overall.value} | asdict(report)))
    else:
        for check in report.checks:
            print(f"{check.health.value:<12} {check.title}: {check.sentence} [{check.code}]")
            if check.mend:
                print(f"{'':<12} {check.mend}")
    codes = {Health.FAILURE: exits.HEALTH_FAILURE, Health.WARNING: exits.HEALTH_WARNING}
    return codes.get(report.overall, exits.DONE)


def sample(options: argparse.Namespace, starter: Starter) -> int:  # noqa: ARG001 - one shape for all commands
    """The invented sample letter through the whole program, in a store that is thrown away."""
    application = starter.open_throwaway()
    with closing(application):
        letters = application.letters
        preparation = letters.open_file(
            application.sample_letter, application.compliance.level, ClientFields(), quiet, Event()
        )
        outcome = letters.analyze(preparation, letters.accept_all(preparation, batch.ACCEPTED_BY), quiet, Event())
        kept = letters.show(outcome.record.id)  # what is shown is what the encrypted store gives back
        print("The invented sample letter, de-identified, analyzed, and read back from an encrypted store:\n")
        print("\n".join(words.record_lines(kept)))
        chain = application.audit.check(quiet, Event())
        print(f"\nAudit trail: {chain.entries} entries, {chain.reason}. The store of this sample has been removed.")
    return exits.DONE


def schema(options: argparse.Namespace, starter: Starter) -> int:  # noqa: ARG001
    """The JSON schema of a result, or of what a service is asked to answer."""
    shown = answer_schema() if options.answer else NexusAnalysisResult.model_json_schema()
    print(json.dumps(shown, indent=1))
    return exits.DONE


def service(options: argparse.Namespace, starter: Starter) -> int:
    """Services: see service_commands."""
    with closing(starter.open(passphrase_of(options, starter))) as application:
        return service_commands.service(options, application)


def opinions(options: argparse.Namespace, starter: Starter) -> int:  # noqa: ARG001
    """Opinions of texts."""
    return batch.run(starter.workbench(), batch.opinions, Level.MODERATE, starter.report_failure)
