"""Find quotes and entities in a long text so that what is found can be shown as it comes.

Owns the order: names are gathered piece by piece, and each time the text read is twice as long as before
they are folded, and the quotes of the new part are found with the people known by then.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.annotate import people_of, things_of
from reader.annotate.entities import EntityFinder, FoundEntity
from reader.annotate.pieces import pieces
from reader.annotate.quotes import FoundQuote, QuoteFinder

if TYPE_CHECKING:
    from reader.model import Entity

NAMES = 0.65
"""The share of the time that names take; quotes take the rest."""


LATE = 0.75
"""The share of the text from which nothing more is shown before the end."""


class Found(NamedTuple):
    """What was found so far, in reading order."""

    quotes: Sequence[FoundQuote]
    entities: Sequence[FoundEntity]


def find_in_steps(
    texts: Sequence[str],
    title: str = "",
    named: Sequence[Entity] | None = None,
    *,
    heard: bool = True,
    silent: Collection[int] = (),
    quoted: Collection[int] = (),
    captions: Collection[int] = (),
) -> Iterator[tuple[float, Found | None]]:
    """The share of the work that is done, 0 to 1, and what was found, where that is more than before.

    `named` are entities that are known already: none are found then. Without `heard` no quotes are.
    `silent` paragraphs hold no quotes, `quoted` ones are quotes, `captions` stand apart
    from what is said around them. The last step has everything.
    """
    names = EntityFinder(title)
    mute = frozenset(silent)
    spoken = [text if index not in mute else "" for index, text in enumerate(texts)] if mute else texts
    quoting = QuoteFinder(spoken, quoted, captions) if heard else None
    quotes: list[FoundQuote] = []
    parts = pieces(texts)
    heard_to = 0
    for number, (first, last) in enumerate(parts, 1):
        if named is None:
            names.read(texts[first:last])
        yield (NAMES * number + (1 - NAMES) * heard_to) / len(parts), None
        if number < len(parts) and not 2 * heard_to <= number <= LATE * len(parts):
            continue
        found = names.found()
        known = found if named is None else named
        people, things = people_of(known), things_of(known)
        for part in parts[heard_to:number]:
            if quoting is not None:
                quotes += quoting.found(*part, people, things)
                yield (NAMES * number + (1 - NAMES) * heard_to) / len(parts), None
            heard_to += 1
        yield (NAMES * number + (1 - NAMES) * heard_to) / len(parts), Found(tuple(quotes), found)
