"""The command line: which commands and options there are, and what happens when one fails."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import Any

from nexus_desktop import __version__
from nexus_desktop.cli import commands, compare_commands, exits, firm_commands, service_commands
from nexus_desktop.cli.store_parser import add_store_commands, how_many, with_store
from nexus_desktop.models.errors import NexusError
from nexus_desktop.models.letter_models import Level
from nexus_desktop.models.paper_models import Paper
from nexus_desktop.services.application import Starter, StarterMaker

Adder = Callable[[str, Callable[[argparse.Namespace, Starter], int], str], argparse.ArgumentParser]


def parser() -> argparse.ArgumentParser:
    """Every command and option."""
    top = argparse.ArgumentParser(
        prog="nexus-desktop",
        description="Reads, de-identifies and grades nexus letters on this machine. Without a command: the window.",
        epilog=exits.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"nexus-desktop {__version__}")
    names = top.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, run: Callable[[argparse.Namespace, Starter], int], help_text: str) -> argparse.ArgumentParser:
        one = names.add_parser(name, help=help_text, description=help_text)
        one.set_defaults(run=run)
        return one

    def with_level(one: argparse.ArgumentParser) -> None:
        one.add_argument("--level", choices=[level.value for level in Level], help="how much is removed")
        one.add_argument("--client", metavar="FILE", help="known client fields, as JSON or YAML")
        one.add_argument("--json", action="store_true", help="one JSON object on standard output")
        one.add_argument("--jsonl", action="store_true", help="JSON lines from standard input to standard output")

    one = add("redact", commands.redact, "Remove identifiers from a letter and print it.")
    one.add_argument("file", nargs="?", help="the letter, or - for standard input")
    with_level(one)
    one = add("analyze", commands.analyze, "Analyze letters and keep the results.")
    one.add_argument("file", nargs="*", help="letters, or - for standard input")
    one.add_argument("--accept-all-redactions", action="store_true", help="remove everything found, without a review")
    service_commands.options_of_analyze(one)
    one.add_argument("--facts", metavar="FILE", help="facts of the case to check the letters against, as JSON or YAML")
    with_level(one)
    with_store(one)
    one = add("opinions", commands.opinions, "List the opinions in texts given as JSON lines.")
    one.add_argument("--jsonl", action="store_true", required=True, help="JSON lines in and out")
    one = add("show", commands.show, "Print a kept analysis.")
    one.add_argument("id")
    one.add_argument("--json", action="store_true")
    with_store(one)
    one = add("list", commands.list_analyses, "List the newest kept analyses.")
    one.add_argument("--limit", type=how_many, default=20)
    with_store(one)
    one = add("export", commands.export, "Write a kept analysis, or a paper made of it, to a new file.")
    one.add_argument("id")
    one.add_argument("file", type=report_file, help="ends in .docx, .html or .json; for PDF use the window")
    one.add_argument("--paper", choices=[paper.value for paper in Paper], default=Paper.ANALYSIS.value)
    with_store(one)
    add_comparisons(add, with_store)
    one = add("service", commands.service, "Set up, test and use services; see what they cost.")
    service_commands.options_of_service(one)
    with_store(one)
    one = add("health", commands.health, "Check everything the program stands on.")
    one.add_argument("--json", action="store_true")
    one.add_argument("--ask-service", action="store_true", help="ask whether the service answers; sends no text")
    with_store(one)
    add("sample", commands.sample, "Analyze the invented sample letter in a store that is thrown away.")
    one = add("schema", commands.schema, "Print the JSON schema of a result.")
    one.add_argument("--answer", action="store_true", help="the schema of what a service is asked to answer")
    add_store_commands(names)
    add_firm_commands(names)
    return top


def report_file(name: str) -> str:
    """The name of a report, by its ending. Raises ArgumentTypeError."""
    if not name.lower().endswith((".docx", ".html", ".json")):
        raise argparse.ArgumentTypeError("must end in .docx, .html or .json; PDF is written by the window")
    return name


def add_comparisons(add: Adder, with_store: Callable[[argparse.ArgumentParser], None]) -> None:
    """The commands on citations and on two letters."""
    one = add("citations", compare_commands.citations, "Check the citations of law and literature in a text.")
    one.add_argument("file", help="the text, or - for standard input")
    one.add_argument("--json", action="store_true")
    one = add("compare", compare_commands.compare, "Compare a private opinion with a report, or a letter's versions.")
    one.add_argument("first", help="the private opinion, or the earlier version: a file, or the id of an analysis")
    one.add_argument("second", help="the report, or the later version")
    one.add_argument("--revision", action="store_true", help="the second is a later version of the first")
    one.add_argument("--facts", metavar="FILE", help="facts of the case, as JSON or YAML")
    one.add_argument("--level", choices=[level.value for level in Level], help="how much is removed from files")
    one.add_argument("--client", metavar="FILE", help="known client fields, as JSON or YAML")
    one.add_argument("--json", action="store_true")
    with_store(one)


def add_firm_commands(names: Any) -> None:  # noqa: ANN401 - argparse hides its class
    """``policy`` and ``config``, each with commands of its own."""

    def group(name: str, help_text: str) -> Any:  # noqa: ANN401 - as above
        return names.add_parser(name, help=help_text, description=help_text).add_subparsers(
            required=True, metavar="COMMAND"
        )

    policy = group("policy", "Check, show and describe what the firm has fixed for this machine.")
    one = policy.add_parser("check", help="Whether the policy of this machine, or the named file, is sound.")
    one.add_argument("file", nargs="?", help="a policy in YAML, JSON or as a property list")
    one.set_defaults(alone=firm_commands.policy_check, jsonl=True)
    one = policy.add_parser("show", help="What the policy of this machine comes to.")
    one.add_argument("--json", action="store_true")
    one.set_defaults(alone=firm_commands.policy_show)
    policy.add_parser("schema", help="The JSON schema of a policy file.").set_defaults(
        alone=firm_commands.policy_schema
    )
    config = group("config", "Carry what was chosen here to another machine, or back.")
    one = config.add_parser("export", help="Write it to a new file; no key, no letter, no name is in it.")
    one.add_argument("file")
    one.set_defaults(run=firm_commands.config_export)
    with_store(one)
    one = config.add_parser("import", help="Take over all that such a file holds, or nothing.")
    one.add_argument("file")
    one.add_argument("--dry-run", action="store_true", help="only say what would change")
    one.set_defaults(run=firm_commands.config_import)
    with_store(one)


def speak_utf8() -> None:
    """The three streams in UTF-8, whatever the system's own encoding is."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace" if stream is sys.stderr else "strict")


def main(arguments: Sequence[str], make_starter: StarterMaker) -> int:
    """Run one command. Returns the exit code (see ``exits``)."""
    speak_utf8()
    top = parser()
    options = top.parse_args(arguments)
    if hasattr(options, "file") and not options.file and not options.jsonl:
        top.error("name a letter, or give --jsonl")
    starter: Starter | None = None
    try:
        if hasattr(options, "alone"):
            return int(options.alone(options))
        starter = make_starter()
        status: int = options.run(options, starter)
    except NexusError as error:
        if starter is not None:
            starter.report_failure(error)
        commands.tell(error)
        return exits.exit_code(error)
    except KeyboardInterrupt:
        return exits.CANCELLED
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has gone; nothing more to say
        return exits.DONE
    except Exception as error:  # noqa: BLE001 - a traceback ends with the exception's text, which may quote the letter
        if starter is not None:
            starter.report_failure(error)
        commands.tell(NexusError())
        return exits.FAILED
    return status
