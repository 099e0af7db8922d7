"""Services on the command line: what is set up, the test of a connection, and letters through a service.

Nothing is sent without ``--send-reviewed``: it says that a person has seen what ``--show-request`` prints. Keys are
typed or piped in, never given as an argument, which every program on the machine could read.
"""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from nexus_desktop.cli import exits
from nexus_desktop.models.errors import ServiceNotReviewed, ServiceNotSetUp
from nexus_desktop.models.service_models import ServiceKind, ServiceProfile
from nexus_desktop.models.validation import problems_of
from nexus_desktop.services.ai_letters import in_words

if TYPE_CHECKING:
    from nexus_desktop.models.case_models import CaseFacts
    from nexus_desktop.models.letter_models import Decision
    from nexus_desktop.services.analyze_letter import Outcome
    from nexus_desktop.services.application import Application
    from nexus_desktop.services.workbench import Preparation


def say(line: str) -> None:
    """A line for a person, beside the output."""
    print(line, file=sys.stderr)


def quiet(phrase: str, done: float) -> None:
    """Progress that nobody watches."""


def options_of_analyze(parser: argparse.ArgumentParser) -> None:
    """What ``analyze`` takes for services."""
    parser.add_argument("--service", action="store_true", help="through the service in use; offline where it fails")
    parser.add_argument("--show-request", action="store_true", help="print the exact bytes; send nothing")
    parser.add_argument("--send-reviewed", action="store_true", help="say that a person has seen the exact bytes")


def options_of_service(parser: argparse.ArgumentParser) -> None:
    """What ``service`` takes."""
    whats = ("list", "add", "use", "test", "offline", "online", "usage", "send-waiting")
    parser.add_argument("what", choices=whats)
    parser.add_argument("id", nargs="?", help="the profile")
    parser.add_argument("--kind", choices=[kind.value for kind in ServiceKind], default=ServiceKind.COMPATIBLE.value)
    for name in ("--address", "--model", "--title", "--api-version"):
        parser.add_argument(name)
    parser.add_argument("--no-key", action="store_true", help="the service wants no key; else it is read from input")
    parser.add_argument("--send-reviewed", action="store_true", help="say that a person has seen the exact bytes")


def analyze(
    application: Application,
    preparation: Preparation,
    decisions: tuple[Decision, ...],
    facts: CaseFacts | None,
    options: argparse.Namespace,
) -> Outcome | None:
    """One letter through the service in use; None where only the request was to be shown.

    Raises ServiceNotReviewed where nobody said that the request was seen, and what drafting raises.
    """
    draft = application.by_service.draft(preparation, decisions, Event())
    if options.show_request:
        print(draft.body.decode())
        say(f"{len(draft.body)} bytes for {draft.url}, SHA-256 {draft.sha256}. Nothing was sent.")
        return None
    if application.by_service.service.needs_review(draft) and not options.send_reviewed:
        raise ServiceNotReviewed
    approval = application.by_service.service.approve(draft)
    outcome = application.by_service.analyze(preparation, decisions, draft, approval, quiet, Event(), facts)
    if outcome.fallback is not None:
        say(f"{in_words(outcome)} [{outcome.fallback.code}]")
        say(outcome.fallback.next_step)
    return outcome


def service(options: argparse.Namespace, application: Application) -> int:
    """``service list | add | use | test | offline | online | usage | send-waiting``."""
    actions: dict[str, Callable[[argparse.Namespace, Application], int]] = {
        "list": _list,
        "add": _add,
        "use": _use,
        "test": _test,
        "offline": _switch,
        "online": _switch,
        "usage": _usage,
        "send-waiting": _send_waiting,
    }
    return actions[options.what](options, application)


def _list(_options: argparse.Namespace, application: Application) -> int:
    settings = application.profiles.settings()
    print("offline" if settings.offline else "online")
    for profile in settings.profiles:
        mark = "*" if profile.id == settings.chosen else " "
        key = "wants no key"
        if profile.needs_key:
            key = "key kept" if application.profiles.has_key(profile.id) else "no key yet"
        print(f"{mark} {profile.id:<20} {profile.host:<40} {profile.model}  {key}")
    for analysis_id in application.by_service.waiting():
        print(f"  waits to be sent: {analysis_id}")
    return exits.DONE


def _add(options: argparse.Namespace, application: Application) -> int:
    """Set a service up; the key comes from a terminal without echo, or from standard input."""
    given: dict[str, Any] = {
        "id": options.id,
        "title": options.title or options.id,
        "kind": options.kind,
        "address": options.address,
        "model": options.model,
        "api_version": options.api_version,
        "needs_key": not options.no_key,
    }
    try:
        profile = ServiceProfile.model_validate(given)
    except ValidationError as error:
        for problem in problems_of(error):
            say(problem.sentence)
        return exits.FIXABLE
    application.profiles.save(profile)
    if profile.needs_key:
        key = getpass.getpass("Key: ") if sys.stdin.isatty() else sys.stdin.readline()
        if not application.profiles.put_key(profile.id, key):
            say("No keyring works on this machine: the key is gone when this command ends.")
    return exits.DONE


def _profile(options: argparse.Namespace, application: Application) -> ServiceProfile:
    settings = application.profiles.settings()
    profile = settings.profile(options.id or settings.chosen or "")
    if profile is None:
        raise ServiceNotSetUp
    return profile


def _use(options: argparse.Namespace, application: Application) -> int:
    application.profiles.choose(_profile(options, application).id)
    return exits.DONE


def _test(options: argparse.Namespace, application: Application) -> int:
    report = application.profiles.test(_profile(options, application), quiet, Event())
    print(report.sentence)
    if report.next_step:
        print(report.next_step)
    return exits.DONE if report.works else exits.FIXABLE


def _switch(options: argparse.Namespace, application: Application) -> int:
    application.profiles.work_offline(offline=options.what == "offline")
    return exits.DONE


def _usage(_options: argparse.Namespace, application: Application) -> int:
    for words, totals in (("this month", application.usage.month()), ("ever", application.usage.ever())):
        tokens = f"{totals.tokens_in:,} tokens in, {totals.tokens_out:,} out"
        print(f"{words}: {totals.requests} requests, {tokens}, ${totals.usd:,.4f}")
    return exits.DONE


def _send_waiting(options: argparse.Namespace, application: Application) -> int:
    """Send every letter that waits. The letters were reviewed before; their exact requests have to be as well."""
    if not options.send_reviewed:
        raise ServiceNotReviewed
    for analysis_id in application.by_service.waiting():
        draft = application.by_service.draft_waiting(analysis_id)
        approval = application.by_service.service.approve(draft)
        outcome = application.by_service.send_waiting(analysis_id, draft, approval, quiet, Event())
        print(f"{analysis_id} {outcome.record.id}")
    return exits.DONE
