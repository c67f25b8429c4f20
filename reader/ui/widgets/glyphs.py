"""The signs that widgets draw: one cell each, in every ordinary font.

Owns which character stands for what. Meaning is never colour alone, so whatever has a hue has a sign
here too.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from reader.model import EntityType


class Signs(NamedTuple):
    """The signs by what they mean: each is one cell wide; `levels` are nine, from nothing to full.

    `bar` stands before the rows of a block of quoted text; the ticks are what lies where in the article.
    """

    here: str
    cursor: str
    match: str
    quote: str
    rule: str
    bar: str
    window: str
    match_tick: str
    quote_tick: str
    mark_tick: str
    done: str
    left: str
    levels: str
    paragraph: str
    dash: str
    dot: str
    entities: Mapping[EntityType, str]


SIGNS = Signs(
    here="▌",
    cursor="►",
    match="•",
    quote="“",
    rule="─",
    bar="▎",
    window="▐",
    match_tick="━",
    quote_tick="·",
    mark_tick="◆",
    done="━",
    left="━",
    levels=" ▁▂▃▄▅▆▇█",
    paragraph="¶",
    dash="–",
    dot="·",
    entities={
        EntityType.PERSON: "○",
        EntityType.ORGANIZATION: "□",
        EntityType.PLACE: "△",
        EntityType.GROUP: "◇",
        EntityType.EVENT: "◎",
        EntityType.WORK: "▤",
        EntityType.DATE: "◷",
        EntityType.FIGURE: "№",
        EntityType.OTHER: "·",
    },
)
