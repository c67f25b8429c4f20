"""How each part of the article looks, by the name of the part. Meaning never rests on colour alone."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reader.model import BlockKind, EntityType
from reader.reading.speakers import HUES
from reader.ui.widgets.looks import Look

_BLOCKS = {
    BlockKind.KICKER: Look("here", weight="bold"),
    BlockKind.TITLE: Look(weight="bold"),
    BlockKind.STANDFIRST: Look("ink-soft", weight="italic"),
    BlockKind.BYLINE: Look("ink-dim"),
    BlockKind.NOTE: Look("ink-dim", weight="italic"),
    BlockKind.HEADING: Look(weight="bold"),
    BlockKind.QUOTE: Look("ink-soft", weight="italic"),
    BlockKind.ITEM: Look(),
    BlockKind.CODE: Look("ink-soft", "code-fill"),
    BlockKind.CAPTION: Look("ink-dim", weight="italic"),
}

# A name is underlined; what was made by somebody is in italics too, as in print; what is counted is quiet.
_WEIGHTS = {
    EntityType.WORK: Look(weight="underline italic"),
    EntityType.DATE: Look(plain="underline"),
    EntityType.FIGURE: Look(plain="underline"),
}

ARTICLE: Mapping[str, Look] = MappingProxyType(
    {kind.value: look for kind, look in _BLOCKS.items()}
    | {
        "rule": Look("rule"),
        "bar": Look("here"),
        "marker": Look("ink-dim"),
        "number": Look("ink-dim"),
        "number-here": Look("here", weight="bold"),
        "mark": Look("here", weight="bold"),
        "emphasis": Look(weight="italic"),
        "strong": Look(weight="bold"),
        "code-span": Look("ink-soft", "code-fill"),
        "link": Look("link-ink", weight="underline"),
        # A quote: the tint lies under its words, the ink is that of its sign in the gutter.
        "quote-0": Look("ink-dim", "cursor-fill"),
    }
    | {f"quote-{n}": Look(f"speaker-{n}", f"speaker-{n}-fill") for n in range(1, HUES + 1)}
    | {
        f"entity-{kind.value}": _WEIGHTS.get(kind, Look(weight="underline"))._replace(
            ink="" if kind is EntityType.OTHER else f"entity-{kind.value}"
        )
        for kind in EntityType
    }
    | {
        # Without colours the current match is reversed and the others are bold and underlined.
        "hit": Look("hit-ink", "hit-fill", "bold", plain="bold underline"),
        "match": Look("match-ink", "match-fill", "bold", plain="bold reverse"),
        "selection": Look("ink", "selection-fill", plain="reverse"),
        "cursor": Look(weight="reverse"),
    }
)
"""What lies over a block adds to what is under it."""
