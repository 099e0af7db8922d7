"""What a letter calls service connected, and where the words that name it end."""

from __future__ import annotations

import pytest

from nexus_desktop.analysis.rubric import causes


@pytest.mark.parametrize(
    ("words", "anchored"),
    [
        ("his gerd is secondary to his service-connected ptsd has been my opinion for years", {"ptsd"}),
        ("the service-connected ptsd led to hypertension.", {"ptsd"}),
        ("in view of the service-connected ptsd, sleep apnea is at least as likely as not secondary", {"ptsd"}),
        ("the nsaids for his service-connected hand, and gerd followed", set()),
        ("due to the service-connected diabetes, and the neuropathy follows from it", {"diabetes"}),
        ("he is service connected for ptsd and tinnitus, and claims hypertension", {"ptsd", "tinnitus"}),
        ("service-connected disabilities: ptsd, tinnitus and migraine.", {"ptsd", "tinnitus", "migraine"}),
        ("service connected for ptsd (50%), tinnitus (10%), and asthma (10%)", {"ptsd", "tinnitus", "asthma"}),
        ("service connection has been granted for tinnitus. he now claims migraine.", {"tinnitus"}),
        ("if service connection is granted for tinnitus", set()),
        ("service connection for tinnitus was denied", set()),
        ("his non-service-connected asthma", set()),
    ],
)
def test_an_anchor_ends_at_a_verb_or_with_its_clause(words: str, anchored: set[str]) -> None:
    assert causes.anchors(words) == anchored
