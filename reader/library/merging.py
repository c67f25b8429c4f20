"""What a person changed in the quotes and entities of an article, carried over to its new text.

Owns the comparison of three lists: what was found in the old text, what the file says, what is found in
the new text. Where the file says what was found, nobody changed it, and the new text may say otherwise.
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
"""How much of two quotes must be the same, from which one is the other with a word changed."""

_MOST = 20_000
"""Pairs of quotes that are compared; a text that changed in so many places is another one."""


def merged(new: Document, before: Document, found: Document) -> Document:
    """`new` with the lists that the file of `before` gave, as far as a person wrote them.

    `new` has what was found in its own text, `found` what is found in that of `before`. What a person
    changed stays, without a place where its words are gone; what a person took out does not come back;
    what is new in the text comes in, and what nobody touched goes with its words. A list that was emptied
    stays empty.
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
    untouched = set(map(_said, found))
    if list(map(_said, before.quotes)) == list(map(_said, found)):
        return new.quotes
    known = {_words(quote) for quote in (*before.quotes, *found)}
    fresh = [quote for quote in new.quotes if _words(quote) not in known]
    placed = [_placed(quote, before, new, locator) for quote in before.quotes]
    gone = [
        quote for quote, now in zip(before.quotes, placed, strict=True) if quote.pieces and not now.pieces
    ]
    there = Counter(map(_words, before.quotes))
    taken_out = [quote for quote in found if not there[_words(quote)]]
    reworded = _pairs((*gone, *taken_out), fresh)
    out: list[Quote] = []
    for quote, now in zip(before.quotes, placed, strict=True):
        is_gone = bool(quote.pieces) and not now.pieces
        successor = reworded.get(_words(quote)) if is_gone else None
        if successor is not None:
            kept = replace(quote, text=successor.text, pieces=successor.pieces)
            out.append(successor if _said(quote) in untouched else kept)
        elif not is_gone or _said(quote) not in untouched:
            out.append(now)
    known_now = set(map(_words, reworded.values()))
    for quote in fresh:
        if _words(quote) not in known_now:
            out.insert(_due(quote, out), quote)
    return tuple(out)


def _placed(quote: Quote, before: Document, new: Document, locator: Locator) -> Quote:
    """The quote at the place that is most like its place before; without one where the words are gone."""
    if not quote.pieces:
        return quote
    old = quote.pieces[0].block
    paragraph = before.blocks[old].text if old >= 0 else ""

    def distance(pieces: Pieces) -> tuple[bool, int]:
        block = pieces[0].block
        return new.blocks[block].text != paragraph, abs(block - old)

    return replace(quote, pieces=min(locator.occurrences(quote.text), key=distance, default=()))


def _due(quote: Quote, quotes: Sequence[Quote]) -> int:
    """Where a quote stands among others: before the first that comes later in the text."""
    if quote.pieces:
        place = quote.pieces[0].place
        for at, other in enumerate(quotes):
            if other.pieces and other.pieces[0].place > place:
                return at
    return len(quotes)


def _pairs(old: Sequence[Quote], fresh: Iterable[Quote]) -> dict[str, Quote]:
    """The words of the old quotes that the new text has with one or two changed, and the quote it has."""
    free = {_words(quote): quote for quote in fresh}
    sets = {words: frozenset(pairwise(words)) for words in free}
    out: dict[str, Quote] = {}
    if len(old) * len(free) > _MOST:
        return out
    for quote in old:
        # Pairs of neighbouring characters tell in every script how much two texts share.
        mine = frozenset(pairwise(_words(quote)))
        shares = {words: 2 * len(mine & sets[words]) / max(1, len(mine) + len(sets[words])) for words in free}
        best = max(shares, key=shares.__getitem__, default=None)
        if best is not None and shares[best] >= _ALIKE:
            out[_words(quote)] = free.pop(best)
    return out


def _words(quote: Quote) -> str:
    return fold(quote.text).text


def _said(quote: Quote) -> tuple[object, ...]:
    """What a person can change of a quote; where it stands follows from it."""
    return _words(quote), quote.speaker, quote.context, repr(quote.extras)


# --- entities -----------------------------------------------------------------------------------------


def _entities(
    new: Document, before: Document, found: Sequence[Entity], locator: Locator
) -> tuple[Entity, ...]:
    if not before.entities:
        return ()
    untouched = set(map(_told, found))
    if list(map(_told, before.entities)) == list(map(_told, found)):
        return new.entities
    mentions = locator.mentions_of([entity.names for entity in before.entities])
    out = []
    for entity, spans in zip(before.entities, mentions, strict=True):
        if spans or not entity.mentions or _told(entity) not in untouched:
            out.append(replace(entity, mentions=spans))
    known = {name for entity in (*before.entities, *found) for name in entity.names}
    out += [entity for entity in new.entities if known.isdisjoint(entity.names)]
    return tuple(out)


def _told(entity: Entity) -> tuple[object, ...]:
    """What a person can change of an entity."""
    return entity.names, entity.type, entity.about, repr(entity.extras)
