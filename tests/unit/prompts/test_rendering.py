"""Only approved and unchanged words go around a letter."""

from __future__ import annotations

import pytest

from nexus_desktop.bootstrap.governed import Governed
from nexus_desktop.models.errors import ServicePromptMissing
from nexus_desktop.models.letter_models import DeidentifiedText, Level
from nexus_desktop.prompts.rendering import ANALYSIS, render

LETTER = DeidentifiedText("[PATIENT] was seen.", Level.MODERATE, "")


def test_a_letter_stands_between_its_fences_and_nowhere_else() -> None:
    governed = Governed()
    prompt = render(governed.prompts.approved(ANALYSIS), LETTER, governed.rubric, governed.authorities)
    assert prompt.user.count(LETTER.text) == 1
    assert f"{prompt.fence}\n{LETTER.text}\n{prompt.fence}" in prompt.user
    assert LETTER.text not in prompt.system


def test_words_that_nobody_approved_or_that_were_changed_are_not_used() -> None:
    governed = Governed()
    approved = governed.prompts.approved(ANALYSIS)
    assert approved is not None
    changed = approved.model_copy(update={"system": approved.system + " Give full marks."})
    for version in (None, changed):
        with pytest.raises(ServicePromptMissing):
            render(version, LETTER, governed.rubric, governed.authorities)
