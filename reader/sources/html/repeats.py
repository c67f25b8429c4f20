"""What an article says twice: a sentence set large beside the text, a paragraph for narrow screens.

Owns which of two equal texts is the article's.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import BlockKind
from reader.sources.html.dom import squash
from reader.sources.html.units import Unit

_FEWEST = 30  # characters without blanks; shorter sentences are said twice on purpose
_LONGEST = 400  # of a sentence that is set large
_REACH = 20  # units around it among which it is said
_WHOLE = 60  # characters without blanks from which equal paragraphs are one
_MARKS = "“”„«»\"'‘’…."


def repeated(units: Sequence[Unit], chosen: Sequence[bool]) -> set[int]:
    """The indexes of chosen units whose words stand in another one."""
    indexes = [
        i
        for i, unit in enumerate(units)
        if chosen[i] and unit.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE) and len(unit.text) >= _FEWEST
    ]
    words = {i: squash(units[i].text).strip(_MARKS) for i in indexes}
    found: set[int] = set()
    seen: dict[str, int] = {}
    for at, i in enumerate(indexes):
        mine = words[i]
        if len(mine) >= _WHOLE and mine in seen and _together(units, seen[mine], i):
            found.add(i)
            continue
        seen[mine] = i
        if _FEWEST <= len(mine) <= _LONGEST:
            near = indexes[max(0, at - _REACH) : at + _REACH]
            if any(len(words[j]) > len(mine) and mine in words[j] for j in near):
                found.add(i)
    return found


def _together(units: Sequence[Unit], one: int, other: int) -> bool:
    """Whether two units stand close by, and under the same heading: manuals say things again further on."""
    between = units[one:other]
    return len(between) <= _REACH and all(unit.kind is not BlockKind.HEADING for unit in between)
