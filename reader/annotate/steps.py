"""Find quotes and entities in a long text so that what is found can be shown as it comes.

Owns the order: names are gathered piece by piece, and each time the text read is twice as long as before
they are folded, and the quotes of the new part are found with the people known by then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.annotate import do_nothing, people_of, things_of
from reader.annotate.chunks import pieces
from reader.annotate.code import without_code
from reader.annotate.entities.finder import EntityFinder, FoundEntity
from reader.annotate.long_paragraphs import CutParagraphs, has_long
from reader.annotate.markup import PLAIN, Markup
from reader.annotate.quotes.finder import FoundQuote, QuoteFinder, joined

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
    markup: Markup = PLAIN,
    *,
    heard: bool = True,
    check: Callable[[], None] = do_nothing,
) -> Iterator[tuple[float, Found | None]]:
    """The share of the work that is done, 0 to 1, and what was found, where that is more than before.

    `named` are entities that are known already: none are found then. Without `heard` no quotes are.
    `markup` is what the source says of the texts. The last step has everything. `check` is called between
    two steps of the work that has no step to yield; an exception that it raises stops the work.
    """
    read = [without_code(text, markup.code.get(number, ())) for number, text in enumerate(texts)]
    if not has_long(texts):
        for done, found in _find(read, title, named, markup, heard=heard, check=check):
            yield done, found and _in_full(found, texts)
        return
    cut = CutParagraphs(read)
    for done, found in _find(cut.texts, title, named, cut.markup(markup), heard=heard, check=check):
        yield done, found and _in_full(_of_whole_paragraphs(found, cut), texts)


def _find(
    read: Sequence[str],
    title: str,
    named: Sequence[Entity] | None,
    markup: Markup,
    *,
    heard: bool,
    check: Callable[[], None],
) -> Iterator[tuple[float, Found | None]]:
    """The same for texts without code, none of which is too long for one step."""
    names = EntityFinder(title, markup.slanted)
    mute = frozenset(markup.silent)
    spoken = [text if number not in mute else "" for number, text in enumerate(read)] if mute else read
    check()
    quoting = QuoteFinder(spoken, markup) if heard else None
    quotes: list[FoundQuote] = []
    parts = pieces(read)
    heard_to = 0
    for number, (first, last) in enumerate(parts, 1):
        if named is None:
            names.read(read[first:last], check)
        yield (NAMES * number + (1 - NAMES) * heard_to) / len(parts), None
        if number < len(parts) and not 2 * heard_to <= number <= LATE * len(parts):
            continue
        found = names.found(check)
        known = found if named is None else named
        people, things = people_of(known), things_of(known)
        for part in parts[heard_to:number]:
            if quoting is not None:
                quotes += quoting.found(*part, people, things, check)
                yield (NAMES * number + (1 - NAMES) * heard_to) / len(parts), None
            heard_to += 1
        yield (NAMES * number + (1 - NAMES) * heard_to) / len(parts), Found(tuple(quotes), found)


def _in_full(found: Found, texts: Sequence[str]) -> Found:
    """What was found, the quotes with the code in them that was not read."""
    return found._replace(
        quotes=tuple(quote._replace(text=joined(texts, quote.pieces)) for quote in found.quotes)
    )


def _of_whole_paragraphs(found: Found, cut: CutParagraphs) -> Found:
    """What was found in the parts of paragraphs, at its places in the paragraphs."""
    return Found(
        tuple(quote._replace(pieces=cut.whole(quote.pieces)) for quote in found.quotes),
        tuple(entity._replace(mentions=cut.whole(entity.mentions)) for entity in found.entities),
    )
