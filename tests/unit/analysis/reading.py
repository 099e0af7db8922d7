"""The engine over an invented text, for tests that need a whole result."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache

from nexus_desktop.analysis.rubric.engine import RubricEngine
from nexus_desktop.models.analysis_models import NexusAnalysisResult
from nexus_desktop.models.case_models import Conflict
from nexus_desktop.models.letter_models import DeidentifiedText, Level
from nexus_desktop.models.rubric_models import Rubric
from nexus_desktop.runtime import config_files, paths
from tests.unit.analysis.checking import authority_file


@cache
def engine() -> RubricEngine:
    rubric = config_files.load(paths.config_file("rubric.yaml"), Rubric)
    return RubricEngine(rubric, frozenset(one.id for one in authority_file().authorities))


def result_of(text: str, conflicts: Iterable[Conflict] = ()) -> NexusAnalysisResult:
    """The result of a text that holds no identifiers."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return engine().analyze(DeidentifiedText(text, Level.MODERATE, digest), conflicts)
