"""Use cases on letters, the service path and its prompts, each with its modules loaded when it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nexus_desktop.bootstrap.ground import now
from nexus_desktop.bootstrap.late_part import late
from nexus_desktop.models.errors import LockedByFirm
from nexus_desktop.runtime import paths
from nexus_desktop.runtime.key_service import ServiceKeys
from nexus_desktop.services.components import Component, is_on

if TYPE_CHECKING:
    from nexus_desktop.bootstrap.ground import Ground
    from nexus_desktop.models.audit_chain import Body
    from nexus_desktop.models.service_models import PresetFile
    from nexus_desktop.services.ai_assembly import Services
    from nexus_desktop.services.ai_queue import WaitingLetters
    from nexus_desktop.services.analyze_letter import AnalyzeLetter
    from nexus_desktop.services.check_citations import CheckCitations
    from nexus_desktop.services.compare_letters import CompareLetters
    from nexus_desktop.services.keys import Keys
    from nexus_desktop.services.profiles import Profiles
    from nexus_desktop.services.prompt_asked import AskedPrompts
    from nexus_desktop.services.prompt_book import PromptBook
    from nexus_desktop.services.prompt_figures import PromptFigures
    from nexus_desktop.services.prompt_review import PromptReview
    from nexus_desktop.services.prompt_tests import PromptTests
    from nexus_desktop.services.workbench import Workbench


class LetterParts:
    """Each part stands for itself until somebody asks something of it."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self.service_keys = ServiceKeys(paths.folder_id(), ground.components.keyring)
        self.keys = late(self._keys)
        self.long_letters = late(ground.governed.long_letters)
        self.workbench = late(self._workbench)
        self.letters = late(self._letters)
        self.citations = late(self._citations)
        self.comparison = late(self._comparison)
        self.book = late(self._book)
        self.profiles = late(self._profiles)
        self.waiting = late(self._waiting)
        self.services = late(self._services)
        self.prompt_review = late(self._prompt_review)
        self.prompt_tests = late(self._prompt_tests)
        self.prompt_figures = late(self._prompt_figures)
        self.prompts_asked = late(self._prompts_asked)

    def _keys(self) -> Keys:
        from nexus_desktop.services.keys import Keys

        return Keys(self._ground.store, self._ground.vault, self.service_keys)

    def _workbench(self) -> Workbench:
        from nexus_desktop.services.workbench import Workbench

        ground, governed = self._ground, self._ground.governed
        scans = ground.components.scans if is_on(Component.OCR, ground.settings.components, ground.firm) else None
        loaders = governed.deidentifier, governed.engine, lambda: governed.rubric.bands
        return Workbench(ground.settings.limits, *loaders, self.long_letters, ground.firm, scans=scans)

    def _letters(self) -> AnalyzeLetter:
        from nexus_desktop.services.analyze_letter import AnalyzeLetter

        return AnalyzeLetter(self.workbench, self._ground.store, now, self._ground.actor)

    def _citations(self) -> CheckCitations:
        from nexus_desktop.services.check_citations import CheckCitations

        return CheckCitations(self._ground.governed.citation_checker, self.long_letters, now)

    def _comparison(self) -> CompareLetters:
        from nexus_desktop.services.compare_letters import CompareLetters

        return CompareLetters(self.workbench, now, self.letters.show)

    # --- the service path -----------------------------------------------------------------------------------------

    def _profiles(self) -> Profiles:
        from nexus_desktop.models.service_models import PresetFile
        from nexus_desktop.runtime import config_files
        from nexus_desktop.runtime.service_file import ServiceFile
        from nexus_desktop.services.profiles import Profiles

        def presets() -> PresetFile:
            return config_files.load(paths.config_file("services.yaml"), PresetFile)

        def tell(name: str, body: Body) -> None:
            self._ground.store.keep_setting(name, body)

        file = ServiceFile(self._ground.folder / paths.SERVICES)
        return Profiles(file, self.keys, presets, tell, self._ground.firm)

    def _waiting(self) -> WaitingLetters:
        from nexus_desktop.services.ai_queue import WaitingLetters

        return WaitingLetters(self._ground.folder / paths.WAITING)

    def _services(self) -> Services:
        from nexus_desktop.services.ai_assembly import ServiceGround, build_services

        ground, governed = self._ground, self._ground.governed
        return build_services(
            ServiceGround(
                usage_file=ground.folder / paths.USAGE,
                service_keys=self.service_keys,
                profiles=self.profiles,
                waiting=self.waiting,
                store=ground.store,
                workbench=self.workbench,
                letters=self.letters,
                prompts=self.book,
                rubric=lambda: governed.rubric,
                authorities=governed.authorities,
                citations=self.citations,
                clock=now,
                check_host=self._check_host,
                firm=ground.firm,
                rules=ground.rules,
                rested=ground.components.note_service,
                retries=ground.retries,
            )
        )

    def _check_host(self, host: str) -> None:
        """Refuse a service at a host that the firm does not allow, or any where the part is left off."""
        if not is_on(Component.SERVICE, self._ground.settings.components, self._ground.firm):
            raise LockedByFirm
        self._ground.firm.check_host(host)

    # --- prompts --------------------------------------------------------------------------------------------------

    def _book(self) -> PromptBook:
        from nexus_desktop.services.prompt_book import PromptBook

        book = PromptBook(self._ground.store, self._ground.governed.shipped_prompts)
        book.take_in()
        return book

    def _prompt_review(self) -> PromptReview:
        from nexus_desktop.services.prompt_review import PromptReview, ReviewParts

        governed = self._ground.governed
        parts = ReviewParts(lambda: governed.rubric, lambda: governed.authorities, self.workbench, self._ground.actor)
        return PromptReview(self._ground.store, self.book, parts)

    def _prompt_tests(self) -> PromptTests:
        from nexus_desktop.services.prompt_tests import PromptTests, TestParts

        starter = paths.resource("prompt_tests/starter.yaml")
        service, usage = self.services.letters.service, self.services.usage
        return PromptTests(self._ground.store, TestParts(self.workbench, service, usage, self._ground.actor, starter))

    def _prompt_figures(self) -> PromptFigures:
        from nexus_desktop.services.prompt_figures import PromptFigures

        return PromptFigures(self._ground.store, self.book)

    def _prompts_asked(self) -> AskedPrompts:
        from nexus_desktop.services.prompt_asked import AskedPrompts

        return AskedPrompts(self._ground.store)
