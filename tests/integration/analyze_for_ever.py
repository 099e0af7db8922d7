"""Analyze the planted letter again and again on the store of NEXUS_HOME, and name each kept analysis."""

import sys
from threading import Event

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models.letter_models import ClientFields, Level
from tests.letters import LETTER

application = Bootstrap().open(sys.argv[1])
letters = application.letters
while True:
    preparation = letters.open_text(LETTER, Level.MODERATE, ClientFields(), lambda _words, _done: None, Event())
    decisions = letters.accept_all(preparation, "test")
    outcome = letters.analyze(preparation, decisions, lambda _words, _done: None, Event())
    assert outcome.kept
    sys.stdout.write(f"{outcome.record.id}\n")
    sys.stdout.flush()
