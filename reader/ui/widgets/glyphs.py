"""The signs that widgets draw: one cell each, in every ordinary font.

Owns the meaning of each character. Meaning is never colour alone, so everything that has a hue also has a
sign here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from reader.model import EntityType


class Signs(NamedTuple):
    """The signs by their meaning. Each is one cell wide; `levels` has nine, from empty to full.

    `highlight` is painted before each row of a highlight, `moved` if its place is not certain, `note` where a
    highlight with a note begins. `bar` is painted before the rows of a block quote, `chosen` before the
    rows of the current quote. The ticks show positions in the overview ruler.
    """

    here: str
    cursor: str
    match: str
    quote: str
    chosen: str
    highlight: str
    moved: str
    note: str
    rule: str
    bar: str
    window: str
    match_tick: str
    quote_tick: str
    mark_tick: str
    highlight_tick: str
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
    chosen="┃",
    highlight="▍",
    moved="▯",
    note="≡",
    rule="─",
    bar="▎",
    window="▐",
    match_tick="━",
    quote_tick="·",
    mark_tick="◆",
    highlight_tick="▪",
    done="━",
    left="─",
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
