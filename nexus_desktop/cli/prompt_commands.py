"""Prompts on the command line: list, show, validate, test, export, import.

A test by a service needs ``--send-reviewed``: it says that a person knows that the invented test letters leave.
"""

from __future__ import annotations

import argparse
import getpass
import json
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from nexus_desktop.cli import exits
from nexus_desktop.cli.commands import opened, quiet, say
from nexus_desktop.models.errors import (
    ConfigurationInvalid,
    PromptInvalid,
    PromptNotFound,
    RecordNotFound,
    ServiceNotReviewed,
)
from nexus_desktop.models.prompt_models import ANALYSIS
from nexus_desktop.services.prompt_asked import asking_words

if TYPE_CHECKING:
    from nexus_desktop.models.prompt_records import TestRun
    from nexus_desktop.services.application import Application, Starter


def prompts(options: argparse.Namespace, starter: Starter) -> int:
    """``prompts list | show | validate | test | export | import``."""
    acts = {
        "list": _list,
        "show": _show,
        "validate": _validate,
        "test": _test,
        "export": _export,
        "import": _import,
    }
    with closing(opened(options, starter)) as application:
        try:
            return acts[options.act](options, application)
        except ConfigurationInvalid as error:
            say(f"{error.file}, line {error.line}: {error.detail}")
            raise
        except PromptInvalid as error:
            say(error.detail)
            raise


def _list(options: argparse.Namespace, application: Application) -> int:
    lines = application.prompts.review.versions()
    effects = {
        (name, one.version): one
        for name in dict.fromkeys(line.prompt_id for line in lines)
        for one in application.prompts.figures.effectiveness(name)
    }
    for line in lines:
        effect = effects.get((line.prompt_id, line.version))
        if options.json:
            told = {
                "prompt": line.prompt_id,
                "version": line.version,
                "state": line.state.value,
                "origin": line.origin.value,
                "sha256": line.content.sha256,
                "reason": line.content.reason,
                "used": line.used,
                "letters": effect.letters if effect else 0,
                "valid": asdict(effect.valid) if effect else None,
            }
            print(json.dumps(told))
        else:
            figures = f"{effect.letters} letters, valid {effect.valid.in_words()}" if effect else "not used yet"
            print(f"{line.prompt_id:<18} {line.version:<14} {line.state.value:<10} {figures}")
    for refused in application.prompts.review.refused():
        say(refused.sentence)
    return exits.FIXABLE if application.prompts.review.refused() else exits.DONE


def _show(options: argparse.Namespace, application: Application) -> int:
    if options.analysis is not None:
        try:
            shown = application.prompts.asked.show(options.analysis)
        except RecordNotFound:
            application.letters.kept_record(options.analysis)  # raises where there is no such analysis
            say("This analysis was made by the rubric engine on this machine, which uses no prompt.")
            return exits.DONE
        for line in asking_words(shown.asked):
            say(line)
        for role, text in shown.messages:
            print(f"--- {role}\n{text}")
        return exits.DONE
    one = application.prompts.review.line(options.prompt, _version(options, application, options.prompt))
    say(f"{one.title} {one.version}, {one.state.value}, SHA-256 {one.content.sha256}")
    print(application.prompts.review.around(one.prompt_id, one.content))
    return exits.DONE


def _version(options: argparse.Namespace, application: Application, prompt_id: str) -> str:
    """The version named, else the one in force. Raises PromptNotFound."""
    if options.version is not None:
        return str(options.version)
    in_force = application.prompts.review.book.in_force(prompt_id)
    if in_force is None:
        raise PromptNotFound
    return in_force.version


def _validate(options: argparse.Namespace, application: Application) -> int:
    """Every version kept here, or those of a file, which is not taken in."""
    review, broken = application.prompts.review, 0
    if options.file_of_prompts is not None:
        versions = review.in_file(Path(options.file_of_prompts))
    else:
        versions = [(line.prompt_id, line.content) for line in review.versions()]
    for prompt_id, version in versions:
        found = review.check(prompt_id, version)
        broken += len(found.broken) if version.state.value != "retired" else 0
        print(f"{prompt_id} {version.version} ({version.state.value}): {'holds' if found.holds else 'breaks rules'}")
        for one in found.broken:
            print(f"  {one.rule}: {one.sentence}")
        if not version.is_unchanged:
            print(f"  the hash of this text is {version.content_hash()}")
    return exits.FIXABLE if broken else exits.DONE


def _test(options: argparse.Namespace, application: Application) -> int:
    tests, cancelled = application.prompts.tests, Event()
    suite = tests.starter() if options.suite is None else tests.suite(Path(options.suite))
    version = None
    if options.service:
        named = _version(options, application, ANALYSIS)
        version = application.prompts.review.line(ANALYSIS, named).content
        estimate = tests.estimate(suite, version, cancelled)
        cost = "not known" if estimate.usd is None else f"${estimate.usd:,.4f} at most, twice that where asked again"
        say(f"{estimate.cases} invented letters for {estimate.service} ({estimate.host}); cost: {cost}.")
        if not options.send_reviewed:
            raise ServiceNotReviewed
    by = options.by or getpass.getuser()
    run = tests.run(suite, version, options.cap, by, quiet, cancelled)
    _print_run(run, options)
    return exits.DONE if run.passed == run.cases else exits.FIXABLE


def _print_run(run: TestRun, options: argparse.Namespace) -> None:
    if options.json:
        print(json.dumps(asdict(run), default=str))
        return
    for one in run.results:
        print(f"{'passed' if one.passed else 'FAILED'}  {one.case_id:<24} {one.held} of {one.asserted}")
        for words in (*one.failed, *([one.problem] if one.problem else [])):
            print(f"        {words}")
    ended = f"; {run.stopped}" if run.stopped else ""
    say(f"{run.passed} of {run.cases} passed{ended}. Kept as {run.id}.")


def _export(options: argparse.Namespace, application: Application) -> int:
    application.prompts.review.export(Path(options.target), options.prompt)
    return exits.DONE


def _import(options: argparse.Namespace, application: Application) -> int:
    lines = application.prompts.review.bring_in(Path(options.source), options.by or getpass.getuser(), options.reason)
    for line in lines:
        print(f"{line.prompt_id} {line.version} draft")
    say(f"{len(lines)} drafts. Nothing is approved by an import.")
    return exits.DONE
