"""The services that are set up: profiles, keys, the switch, and a connection test that says in words what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from nexus_desktop.models import errors
from nexus_desktop.models.audit_chain import Body
from nexus_desktop.models.errors import NexusError
from nexus_desktop.models.phrases import phrase, sentence_of
from nexus_desktop.models.policy_models import NO_POLICY, Lock, PolicyInForce, PolicySetting
from nexus_desktop.models.service_models import PresetFile, ServiceKind, ServiceProfile, ServiceSettings
from nexus_desktop.services import gate

if TYPE_CHECKING:
    from nexus_desktop.models.ports import CancelFlag, Progress
    from nexus_desktop.runtime.service_file import ServiceFile
    from nexus_desktop.services.keys import Keys

Tell = Callable[[str, Body], None]
_MOST_LISTED: Final = 20
_LIST_BYTES: Final = 2_000_000


@dataclass(frozen=True, slots=True)
class ConnectionReport:
    """What a test found, and the code of what was wrong. ``models`` are those the service offers, as far as it says."""

    works: bool
    sentence: str
    next_step: str
    code: str = ""
    models: tuple[str, ...] = ()


class Profiles:
    """The use case. ``tell_setting`` writes to the audit trail; ``keys`` tells of keys itself."""

    def __init__(
        self,
        file: ServiceFile,
        keys: Keys,
        presets: Callable[[], PresetFile],
        tell_setting: Tell,
        firm: PolicyInForce = NO_POLICY,
    ) -> None:
        self._file, self._keys, self._presets, self._firm = file, keys, presets, firm
        self._tell_setting = tell_setting

    def settings(self) -> ServiceSettings:
        """Everything that is set up, as it is now; no key."""
        settings = self._file.load()
        return settings.model_copy(update={"offline": True}) if self.must_stay_offline else settings

    @cached_property
    def presets(self) -> PresetFile:
        """What is known of services in general. Raises ConfigurationMissing, ConfigurationInvalid."""
        return self._presets()

    @property
    def id_in_use(self) -> str | None:
        """The id of the profile letters go to; None where the work is offline."""
        profile = self.settings().in_use
        return None if profile is None else profile.id

    @property
    def lock(self) -> Lock | None:
        """Why no service can be used, or not every one; None where the firm leaves it to the person."""
        return self._firm.lock(PolicySetting.OFFLINE) or self._firm.lock(PolicySetting.SERVICE_HOSTS)

    @property
    def must_stay_offline(self) -> bool:
        """Whether the firm allows no service at all."""
        return self._firm.must_stay_offline

    def check_host(self, host: str) -> None:
        """Raises LockedByFirm for an address that the firm does not allow."""
        self._firm.check_host(host)

    @property
    def damaged(self) -> bool:
        """Whether the file of services cannot be read; the work is offline then."""
        return self._file.damaged

    def save(self, profile: ServiceProfile) -> ServiceSettings:
        """Add a profile, or put it in place of the one with its id. Where it points elsewhere now, its key goes: a key
        must never reach an address it was not entered for. Raises LockedByFirm for an address that is not allowed."""
        self.check_host(profile.host)
        settings = self.settings()
        before = settings.profile(profile.id)
        others = [one for one in settings.profiles if one.id != profile.id]
        if before is not None and before.host != profile.host:
            self._drop_key(profile.id)
        if before != profile:
            self._tell_setting(
                "service",
                {"service": profile.id, "destination": profile.host, "model": profile.model, "kind": profile.kind},
            )
        chosen = settings.chosen or profile.id
        return self._keep(settings.model_copy(update={"profiles": (*others, profile), "chosen": chosen}))

    def remove(self, profile_id: str) -> ServiceSettings:
        """Take a profile and its key out."""
        settings = self.settings()
        self._drop_key(profile_id)
        self._tell_setting("service", {"service": profile_id, "removed": True})
        left = tuple(one for one in settings.profiles if one.id != profile_id)
        chosen = None if settings.chosen == profile_id else settings.chosen
        return self._keep(settings.model_copy(update={"profiles": left, "chosen": chosen}))

    def choose(self, profile_id: str) -> ServiceSettings:
        """Make a profile the one in use. Raises ServiceNotSetUp."""
        settings = self.settings()
        if settings.profile(profile_id) is None:
            raise errors.ServiceNotSetUp
        if settings.chosen != profile_id:
            self._tell_setting("service in use", {"from": settings.chosen or "", "to": profile_id})
        return self._keep(settings.model_copy(update={"chosen": profile_id}))

    def work_offline(self, *, offline: bool) -> ServiceSettings:
        """Turn the switch. On: no socket is opened, whatever else is set up. Raises LockedByFirm."""
        if not offline and self._firm.must_stay_offline:
            raise errors.LockedByFirm
        settings = self.settings()
        if settings.offline != offline:
            self._tell_setting("offline", {"from": settings.offline, "to": offline})
        return self._keep(settings.model_copy(update={"offline": offline}))

    def remember_shown(self, what: str) -> None:
        """Remember that requests of this kind were looked at once."""
        settings = self.settings()
        if what not in settings.shown:
            self._keep(settings.model_copy(update={"shown": (*settings.shown[-100:], what)}))

    def _keep(self, settings: ServiceSettings) -> ServiceSettings:
        checked = ServiceSettings.model_validate(settings.model_dump())
        self._file.save(checked)
        return checked

    # --- keys: written and used, never shown ----------------------------------------------------------------------

    def put_key(self, profile_id: str, key: str) -> bool:
        """Keep a key. False where no keyring works and it is held until the program ends.

        Raises ServiceKeyInvalid, KeyringLocked.
        """
        return self._keys.put_service_key(profile_id, key)

    def has_key(self, profile_id: str) -> bool:
        """Whether there is a key. Raises KeyringLocked."""
        return self._keys.has_service_key(profile_id)

    def _drop_key(self, profile_id: str) -> None:
        if self._keys.has_service_key(profile_id):
            self._keys.delete_service_key(profile_id)

    # --- test -----------------------------------------------------------------------------------------------------

    def test(self, profile: ServiceProfile, progress: Progress, cancelled: CancelFlag) -> ConnectionReport:
        """Ask the service which models it has; no text is sent. What is wrong comes back in words; raises Cancelled."""
        if self.settings().offline:
            return _report(errors.ServiceOffline())
        try:
            self.check_host(profile.host)
            progress(f"Asking {profile.title} for its models", 0.3)
            models = self._models(profile, cancelled)
        except errors.Cancelled:
            raise
        except errors.ServiceModelUnknown:
            return _report(errors.ServiceListsNoModels())
        except NexusError as error:
            return _report(error)
        if models and profile.model not in models and profile.kind is not ServiceKind.AZURE:  # it lists no deployments
            missing = errors.ServiceModelUnknown()
            step = phrase("Choose one of: {models}.", models=", ".join(models[:_MOST_LISTED]))
            return ConnectionReport(False, sentence_of(missing), step, missing.code, models)
        known = (
            phrase("{service} answers, and takes the key and the model.", service=profile.title)
            if profile.model in models
            else phrase(
                "{service} answers, and takes the key but does not say whether it has the model.", service=profile.title
            )
        )
        return ConnectionReport(works=True, sentence=known, next_step="", models=models)

    def _models(self, profile: ServiceProfile, cancelled: CancelFlag) -> tuple[str, ...]:
        if not profile.needs_key:
            return gate.models(profile, gate.NO_KEY, _LIST_BYTES, cancelled)
        return self._keys.try_service_key(profile.id, lambda key: gate.models(profile, key, _LIST_BYTES, cancelled))


def _report(error: NexusError) -> ConnectionReport:
    return ConnectionReport(False, sentence_of(error), phrase(error.next_step), error.code)
