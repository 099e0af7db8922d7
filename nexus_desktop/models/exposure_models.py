"""resources/exposure_sites.yaml as values: which places the law ties to an exposure, and when."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Self

from pydantic import ConfigDict, Field, model_validator

from nexus_desktop.models.derived_facts import PlaceKind, Presumption
from nexus_desktop.models.rubric_models import Frozen

Name = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9' -]*[a-z0-9]$")]


class ListedTime(Frozen):
    """One list that an area is on, and the days it counts for; without ``to`` it counts until today."""

    model_config = ConfigDict(validate_by_name=True)

    presumption: Presumption
    first: date = Field(alias="from")
    last: date | None = Field(default=None, alias="to")

    @model_validator(mode="after")
    def in_order(self) -> Self:
        if self.last is not None and self.last < self.first:
            raise ValueError("the last day lies before the first")
        return self


class ExposureArea(Frozen):
    """A country or a group of sites."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9_]+$")]
    lists: Annotated[tuple[ListedTime, ...], Field(min_length=1)]
    country: tuple[Name, ...] = ()
    sites: tuple[Name, ...] = ()

    @model_validator(mode="after")
    def names_a_place(self) -> Self:
        if not self.country and not self.sites:
            raise ValueError("an area needs the name of a country or a site")
        return self

    def names(self) -> list[tuple[str, PlaceKind]]:
        """Every name with its kind."""
        return [(name, PlaceKind.COUNTRY) for name in self.country] + [(name, PlaceKind.SITE) for name in self.sites]


class ExposureSites(Frozen):
    """The whole file."""

    version: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]
    areas: tuple[ExposureArea, ...]
