"""What the program is governed by: rules, rubric, authorities, prompts, templates, each read when first needed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from nexus_desktop.models.errors import ConfigurationMissing
from nexus_desktop.models.late_mapping import LateMapping
from nexus_desktop.runtime import config_files, paths
from nexus_desktop.runtime.settings import load_settings

if TYPE_CHECKING:  # imported by whoever first asks
    from nexus_desktop.analysis.citations.checker import CitationChecker
    from nexus_desktop.analysis.rubric.engine import RubricEngine
    from nexus_desktop.models.authority_models import Authority, AuthorityFile
    from nexus_desktop.models.citation_models import CitationTables
    from nexus_desktop.models.compliance_models import CompliancePolicy
    from nexus_desktop.models.rubric_models import Rubric
    from nexus_desktop.prompts.prompt_manager import PromptManager
    from nexus_desktop.security.phi_deidentifier import PhiDeidentifier
    from nexus_desktop.services.export_report import Templates
    from nexus_desktop.services.long_letters import LongLetters
    from nexus_desktop.services.rules_in_force import RulesInForce

SAMPLE = "samples/nexus-letter.txt"


class Governed:
    """The shipped files as values. Raises ConfigurationMissing or ConfigurationInvalid where one is asked for."""

    @cached_property
    def policies(self) -> RulesInForce:
        """The shipped levels and rules, with what an administrator and the firm add."""
        return _policies()

    @property
    def policy(self) -> CompliancePolicy:
        """The policy in force now. Raises ConfigurationInvalid for a firm file that is bad."""
        return self.policies.get()

    @cached_property
    def rubric(self) -> Rubric:
        from nexus_desktop.models.rubric_models import Rubric

        return config_files.load(paths.config_file("rubric.yaml"), Rubric)

    @cached_property
    def authority_file(self) -> AuthorityFile:
        from nexus_desktop.models.authority_models import AuthorityFile

        return config_files.load(paths.resource("authorities.yaml"), AuthorityFile)

    @cached_property
    def authorities(self) -> Mapping[str, Authority]:
        return LateMapping(lambda: {authority.id: authority for authority in self.authority_file.authorities})

    @cached_property
    def prompts(self) -> PromptManager:
        return self.shipped_prompts()

    def shipped_prompts(self) -> PromptManager:
        """The shipped prompts as they are on disk now."""
        from nexus_desktop.prompts.prompt_manager import PromptManager

        return PromptManager(paths.config_file("prompts.yaml"))

    @cached_property
    def citation_tables(self) -> CitationTables:
        from nexus_desktop.models.citation_models import CitationTables

        return config_files.load(paths.resource("citation_tables.yaml"), CitationTables)

    @cached_property
    def templates(self) -> Templates:
        from nexus_desktop.services.export_report import Templates

        return Templates(_text("templates/report.html"), _text("templates/report-print.html"))

    @staticmethod
    def compliance_template() -> str:
        """The page of a compliance record."""
        return _text("templates/compliance.html")

    @staticmethod
    def sample_text() -> str:
        """The invented letter that rules are tried on."""
        return _text(SAMPLE)

    @property
    def item_titles(self) -> Mapping[str, str]:
        """What each item of the rubric is called."""
        return LateMapping(lambda: {rule.id: rule.title for part in self.rubric.components for rule in part.items})

    @property
    def identifier_titles(self) -> dict[str, str]:
        """What each kind of identifier is called."""
        return {category.value: rule.title for category, rule in self.policies.shipped.categories.items()}

    # --- engines, each loaded by the job that first needs it ------------------------------------------------------

    def deidentifier(self) -> PhiDeidentifier:
        from nexus_desktop.security.phi_deidentifier import PhiDeidentifier

        return PhiDeidentifier(self.policies.get)

    def engine(self) -> RubricEngine:
        from nexus_desktop.analysis.rubric.engine import RubricEngine

        return RubricEngine(self.rubric, frozenset(self.authorities))

    def citation_checker(self) -> CitationChecker:
        from nexus_desktop.analysis.citations.checker import CitationChecker

        return CitationChecker(self.authority_file, self.citation_tables, datetime.now(UTC).year)

    def long_letters(self) -> LongLetters:
        """The child for letters of many pages, started when one comes."""
        from nexus_desktop.services.long_letters import LongLetters

        return LongLetters(
            lambda: self.policy, lambda: self.rubric, lambda: self.authority_file, lambda: self.citation_tables
        )

    def reload(self) -> PromptManager:
        """Read every governed file afresh, as it is on disk now."""
        from nexus_desktop.models.authority_models import AuthorityFile
        from nexus_desktop.models.citation_models import CitationTables
        from nexus_desktop.models.exposure_models import ExposureSites
        from nexus_desktop.models.rubric_models import Rubric
        from nexus_desktop.models.service_models import ResilienceRules

        load_settings()
        config_files.load(paths.config_file("monitoring.yaml"), ResilienceRules)
        _policies().get()
        config_files.load(paths.config_file("rubric.yaml"), Rubric)
        config_files.load(paths.resource("authorities.yaml"), AuthorityFile)
        config_files.load(paths.resource("citation_tables.yaml"), CitationTables)
        config_files.load(paths.resource("exposure_sites.yaml"), ExposureSites)
        return self.shipped_prompts()


def _policies() -> RulesInForce:
    from nexus_desktop.services.rules_in_force import RulesInForce, read_shipped

    shipped = read_shipped(paths.config_file("compliance.yaml"))
    return RulesInForce(shipped, paths.administrator_rules_file(), paths.firm_rules_file())


def _text(name: str) -> str:
    try:
        return paths.resource(name).read_text("utf-8")
    except OSError:
        raise ConfigurationMissing from None
