"""Run inside a session with a real Secret Service: the keyring is locked with the store open and letters in work.

Exits 0 where every step holds. Called by test_fault_tour.py, never imported.
"""

import sys
from threading import Event

import secretstorage

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models import errors
from nexus_desktop.services.application import Application
from nexus_desktop.storage import audit_heads
from tests.integration.fault_story import code_of, prepared, quiet

audit_heads.KEYRING_SECONDS = 0.0  # each entry goes to the keyring


def analyze(application: Application) -> bool:
    preparation = prepared(application)
    decisions = application.letters.accept_all(preparation, "story")
    return application.letters.analyze(preparation, decisions, quiet, Event()).kept


def check(application: Application, name: str) -> str:
    return next(one.code for one in application.health.run(quiet, Event()).checks if one.name == name)


def locked() -> None:
    """Letters are kept as before, and what works less is said and not waited for."""
    collection = secretstorage.get_default_collection(secretstorage.dbus_init())
    application = Bootstrap().open()
    assert analyze(application)
    assert check(application, "keyring") == "keyring.ok"
    assert application.degraded.in_short() == ""
    collection.lock()
    assert all([analyze(application), analyze(application), analyze(application)])
    assert application.degraded.in_short() == "The keyring does not answer"
    assert check(application, "keyring") == "keyring.locked"
    assert check(application, "components") == "components.resting"
    assert application.audit.check(quiet, Event()).intact
    application.close()
    assert code_of(lambda: Bootstrap().open()) == errors.KeyringLocked.code


def afterwards() -> None:
    """Unlocked at the next log-in: it opens, nothing is lost, and the trail tells what happened."""
    application = Bootstrap().open()
    assert len(application.letters.newest(10)) == 4
    assert application.audit.check(quiet, Event()).intact
    assert "Part of the program rests or works again" in [line.act for line in application.audit.page(50)]
    assert check(application, "keyring") == "keyring.ok"
    assert check(application, "components") == "components.ok"
    application.close()


{"locked": locked, "afterwards": afterwards}[sys.argv[1]]()
