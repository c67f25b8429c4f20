"""Carry the user's changes to quotes and entities over to a new text of the article.

Compares three lists: the items detected in the old text, the items in the file, and the items detected in the
new text. An item that is in the file exactly as it was detected was not changed by the user. It is detected
again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from reader.model import Document, Entity, Quote
from reader.text.fold import fold
from reader.text.locate import Locator, Pieces

_ALIKE = 0.8
"""The share that two quotes must have in common to count as one quote with a changed word."""

_MOST = 20_000
"""The most pairs of quotes that are compared. A text with more changes counts as another text."""


def merged(new: Document, before: Document, found: Document) -> Document:
    """`new` with the changes that the user made in the file of `before`.

    `new` has the items detected in its own text, `found` the items detected in the text of `before`. Items
    that the user changed are kept, without a place if their words are gone. Items that the user removed stay
    removed. New items are added. Unchanged items are removed if their words are gone. An empty list stays
    empty.
    """
    out = new
    locator = Locator(new.blocks)
    if before.quotes_given:
        out = replace(out, quotes=_quotes(new, before, found.quotes, locator), quotes_given=True)
    if before.entities_given:
        out = replace(out, entities=_entities(new, before, found.entities, locator), entities_given=True)
    return out


# --- quotes -------------------------------------------------------------------------------------------


def _quotes(new: Document, before: Document, found: Sequence[Quote], locator: Locator) -> tuple[Quote, ...]:
    if not before.quotes:
        return ()
    untouched = set(map(_quote_values, found))
    if list(map(_quote_values, before.quotes)) == list(map(_quote_values, found)):
        return new.quotes
    known = {_words(quote) for quote in (*before.quotes, *found)}
    fresh = [quote for quote in new.quotes if _words(quote) not in known]
    placed = [_placed(quote, before, new, locator) for quote in before.quotes]
    gone = [
        quote for quote, now in zip(before.quotes, placed, strict=True) if quote.pieces and not now.pieces
    ]
    there = Counter(map(_words, before.quotes))
    removed = [quote for quote in found if not there[_words(quote)]]
    reworded = _reworded((*gone, *removed), fresh)
    out: list[Quote] = []
    for quote, now in zip(before.quotes, placed, strict=True):
        is_gone = bool(quote.pieces) and not now.pieces
        successor = reworded.get(_words(quote)) if is_gone else None
        if successor is not None:
            kept = replace(quote, text=successor.text, pieces=successor.pieces)
            out.append(successor if _quote_values(quote) in untouched else kept)
        elif not is_gone or _quote_values(quote) not in untouched:
            out.append(now)
    known_reworded = set(map(_words, reworded.values()))
    for quote in fresh:
        if _words(quote) not in known_reworded:
            out.insert(_insertion_index(quote, out), quote)
    return tuple(out)


def _placed(quote: Quote, before: Document, new: Document, locator: Locator) -> Quote:
    """The quote at the place most similar to its old place, or without a place if its words are gone."""
    if not quote.pieces:
        return quote
    old = quote.pieces[0].block
    paragraph = before.blocks[old].text if old >= 0 else ""

    def distance(pieces: Pieces) -> tuple[bool, int]:
        block = pieces[0].block
        return new.blocks[block].text != paragraph, abs(block - old)

    return replace(quote, pieces=min(locator.occurrences(quote.text), key=distance, default=()))


def _insertion_index(quote: Quote, quotes: Sequence[Quote]) -> int:
    """The index at which to insert a quote: before the first quote that comes later in the text."""
    if quote.pieces:
        place = quote.pieces[0].place
        for at, other in enumerate(quotes):
            if other.pieces and other.pieces[0].place > place:
                return at
    return len(quotes)


def _reworded(old: Sequence[Quote], fresh: Iterable[Quote]) -> dict[str, Quote]:
    """Map the words of each old quote that has a word or two changed in the new text to the new quote."""
    free = {_words(quote): quote for quote in fresh}
    sets = {words: frozenset(pairwise(words)) for words in free}
    out: dict[str, Quote] = {}
    if len(old) * len(free) > _MOST:
        return out
    for quote in old:
        # Pairs of neighbouring characters measure in every script how much two texts share.
        mine = frozenset(pairwise(_words(quote)))
        shares = {words: 2 * len(mine & sets[words]) / max(1, len(mine) + len(sets[words])) for words in free}
        best = max(shares, key=shares.__getitem__, default=None)
        if best is not None and shares[best] >= _ALIKE:
            out[_words(quote)] = free.pop(best)
    return out


def _words(quote: Quote) -> str:
    return fold(quote.text).text


def _quote_values(quote: Quote) -> tuple[object, ...]:
    """The values of a quote that a user can change. Its place follows from them."""
    return _words(quote), quote.speaker, quote.context, repr(quote.extras)


# --- entities -----------------------------------------------------------------------------------------


def _entities(
    new: Document, before: Document, found: Sequence[Entity], locator: Locator
) -> tuple[Entity, ...]:
    if not before.entities:
        return ()
    untouched = set(map(_entity_values, found))
    if list(map(_entity_values, before.entities)) == list(map(_entity_values, found)):
        return new.entities
    mentions = locator.mentions_of([entity.names for entity in before.entities])
    out = []
    for entity, spans in zip(before.entities, mentions, strict=True):
        if spans or not entity.mentions or _entity_values(entity) not in untouched:
            out.append(replace(entity, mentions=spans))
    known = {name for entity in (*before.entities, *found) for name in entity.names}
    out += [entity for entity in new.entities if known.isdisjoint(entity.names)]
    return tuple(out)


def _entity_values(entity: Entity) -> tuple[object, ...]:
    """The values of an entity that a user can change."""
    return entity.names, entity.type, entity.about, repr(entity.extras)
