"""The groups that names are listed in.

Owns their titles and their order, on the screen as in print.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reader.model import EntityType

GROUPS: Mapping[EntityType, str] = MappingProxyType(
    {
        EntityType.PERSON: "People",
        EntityType.ORGANIZATION: "Organisations",
        EntityType.GROUP: "Groups",
        EntityType.PLACE: "Places",
        EntityType.EVENT: "Events",
        EntityType.WORK: "Works",
        EntityType.DATE: "Dates",
        EntityType.FIGURE: "Figures",
        EntityType.OTHER: "Other",
    }
)
"""The title of each, in the order they stand in."""
