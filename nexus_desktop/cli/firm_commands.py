"""Commands for whoever manages the machines of a firm: check, show and describe the policy, move the configuration.

The policy commands need no store, no key and no sound policy: they are how an unsound one is found.
"""

from __future__ import annotations

import argparse
import json
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from nexus_desktop.cli import commands, exits
from nexus_desktop.models.errors import PolicyInvalid
from nexus_desktop.models.policy_models import UNENFORCED, FirmPolicy, PolicyInForce, PolicySetting
from nexus_desktop.runtime.policy import from_file, read_policy
from nexus_desktop.runtime.settings import load_settings
from nexus_desktop.services.components import component_states

if TYPE_CHECKING:
    from nexus_desktop.services.application import Starter


def policy_check(options: argparse.Namespace) -> int:
    """Whether a policy is sound: the named file, or the one of this machine."""
    try:
        firm = from_file(Path(options.file)) if options.file else read_policy()
    except PolicyInvalid as error:
        place = f"line {error.line}: " if error.line else ""
        commands.say(f"{error.source}: {place}{error.detail} [{error.code}]")
        return exits.FIXABLE
    if firm.source == "none":
        print("No policy is set on this machine.")
        return exits.DONE
    print(f"{firm.source}: sound")
    for setting in PolicySetting:
        if firm.policy.is_set(setting):
            print(f"  {setting.value} = {json.dumps(getattr(firm.policy, setting.value))}")
    early = sorted(setting.value for setting in UNENFORCED if firm.policy.is_set(setting))
    if early:
        commands.say(f"This version has no such part yet, so there is nothing to fix: {', '.join(early)}.")
    return exits.DONE


def policy_show(options: argparse.Namespace) -> int:
    """What the policy of this machine comes to."""
    try:
        firm = read_policy()
    except PolicyInvalid:
        options.file = None
        return policy_check(options)
    components = component_states(load_settings().components, firm)
    if options.json:
        answer = {
            "source": firm.source,
            "policy": firm.policy.model_dump(mode="json"),
            "components": {one.component.value: one.on for one in components},
        }
        print(json.dumps(answer))
        return exits.DONE
    print(f"Source: {firm.source}")
    for setting in PolicySetting:
        print(f"  {setting.value:<20} {described(firm, setting)}")
    print("Parts of the program:")
    for one in components:
        print(f"  {one.title:<28} {'allowed' if one.on else 'off'}{'  ' + one.reason if one.reason else ''}")
    return exits.DONE


def described(firm: PolicyInForce, setting: PolicySetting) -> str:
    """One setting in words."""
    lock = firm.lock(setting)
    return f"{json.dumps(getattr(firm.policy, setting.value))}  {lock.reason}" if lock else "free"


def policy_schema(options: argparse.Namespace) -> int:  # noqa: ARG001 - one shape for all commands
    """The JSON schema of a policy file."""
    print(json.dumps(FirmPolicy.model_json_schema(), indent=1))
    return exits.DONE


def config_export(options: argparse.Namespace, starter: Starter) -> int:
    """What was chosen here, as a file for another machine: no key, no letter, no name."""
    with closing(starter.open(commands.passphrase_of(options, starter))) as application:
        application.configuration.export(Path(options.file))
    commands.say("Written.")
    return exits.DONE


def config_import(options: argparse.Namespace, starter: Starter) -> int:
    """Take over what such a file holds: all of it or nothing."""
    with closing(starter.open(commands.passphrase_of(options, starter))) as application:
        changes = application.configuration.read(Path(options.file))
        for change in changes:
            print(f"{change.title}: {change.now} -> {change.then}")
        if not changes:
            print("Nothing would change." if options.dry_run else "Nothing changed.")
        elif not options.dry_run:
            application.configuration.take_over(changes)
            sys.stderr.write("Taken over.\n")
    return exits.DONE
