"""The groups in which entities are listed.

Owns their titles and their order, both on the screen and in reports.
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
"""The title of each group, in the order of the list."""
