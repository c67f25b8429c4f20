"""Ids for the quotes and entities of an article, kept when the article is read again.

Owns the rules for when a quote or entity of a new version is the same as one of the old version.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Container, Hashable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from reader.model import (
    ArticleId,
    Document,
    Entity,
    EntityId,
    Highlight,
    HighlightId,
    Quote,
    QuoteId,
    QuoteKey,
)
from reader.sources.open import Loaded

Item = TypeVar("Item", Quote, Entity)


def article_id(loaded: Loaded) -> ArticleId:
    """The identity of the opened article. Linear in the length of its text."""
    import hashlib  # the first frame of an article that is read for the first time does not need it

    document = loaded.document
    text = "\0".join((document.title, *(block.text for block in document.blocks)))
    return ArticleId(
        loaded.url or document.source.url,
        "" if loaded.path is None else str(loaded.path),
        hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
    )


def identified(document: Document, before: Document | None = None) -> Document:
    """The document with an id for every quote and entity; `before` is the version that it replaces.

    An entity keeps the id of the entity with the same name and type, otherwise the same name, otherwise a
    shared alias. A quote keeps the id of the quote with the same words at the same place, otherwise the same
    words. All others get a new id that depends only on their own words, so that the same article always gets
    the same ids.
    """
    old_quotes = () if before is None else before.quotes
    old_entities = () if before is None else before.entities
    quotes = _carried(
        document.quotes,
        old_quotes,
        (lambda quote: [(quote.text, quote.pieces)], lambda quote: [quote.text]),
        lambda quote: quote.text or "quote",
    )
    entities = _carried(
        document.entities,
        old_entities,
        (
            lambda entity: [(entity.name, entity.type)],
            lambda entity: [entity.name.casefold()],
            lambda entity: [name.casefold() for name in entity.names],
        ),
        lambda entity: entity.name.casefold(),
    )
    return replace(
        document,
        quotes=tuple(
            replace(quote, id=QuoteId(key)) for quote, key in zip(document.quotes, quotes, strict=True)
        ),
        entities=tuple(
            replace(entity, id=EntityId(key)) for entity, key in zip(document.entities, entities, strict=True)
        ),
        highlights=with_ids(document.highlights),
    )


def with_ids(highlights: Sequence[Highlight]) -> tuple[Highlight, ...]:
    """The highlights with their ids. An id is made from the words and the time, so it never changes.

    An id is short, because it is typed in command lines. Equal highlights are numbered.
    """
    if not highlights:
        return ()
    import hashlib  # most articles have no highlights

    counts: Counter[str] = Counter()
    out = []
    for highlight in highlights:
        # A note on the article has no words. Its time identifies it, because its text may change.
        words = highlight.text or ("" if highlight.made else highlight.note)
        stem = hashlib.blake2b(
            f"{highlight.made}\0{words}".encode("utf-8", "replace"), digest_size=4
        ).hexdigest()
        counts[stem] += 1
        number = counts[stem]
        out.append(replace(highlight, id=HighlightId(stem if number == 1 else f"{stem}-{number}")))
    return tuple(out)


def quote_keys(quotes: Sequence[Quote]) -> tuple[QuoteKey, ...]:
    """The key of each quote: its name on the command line.

    A key is made from the words, so it stays the same when the speaker is corrected or the article is
    opened again. Quotes with equal words are numbered in their order.
    """
    import hashlib

    counts: Counter[str] = Counter()
    keys = []
    for quote in quotes:
        stem = hashlib.blake2b(quote.text.encode("utf-8", "replace"), digest_size=4).hexdigest()
        counts[stem] += 1
        keys.append(QuoteKey(stem if counts[stem] == 1 else f"{stem}-{counts[stem]}"))
    return tuple(keys)


def _carried(
    items: Sequence[Item],
    before: Sequence[Item],
    rules: Iterable[Callable[[Item], Iterable[Hashable]]],
    new_id: Callable[[Item], str],
) -> list[str]:
    """The id of each item: its own id, otherwise the id of the same item in `before`, otherwise a new id.

    A rule gives the keys of an item; two items with a key in common are the same. Earlier rules are applied
    first. No two items get the same id.
    """
    ids: list[str] = [item.id for item in items]
    used = set(filter(None, ids))
    for rule in rules:
        waiting: dict[Hashable, deque[str]] = defaultdict(deque)
        for item in before:
            for key in rule(item):
                waiting[key].append(item.id)
        for index, item in enumerate(items):
            if not ids[index]:
                ids[index] = _next_free((waiting[key] for key in rule(item)), used)
                used.add(ids[index])
    taken = used | {item.id for item in before}
    numbered: dict[str, int] = {}
    for index, item in enumerate(items):
        if not ids[index]:
            stem = new_id(item)
            number = numbered.get(stem, 1)
            while (name := stem if number == 1 else f"{stem}-{number}") in taken:
                number += 1
            numbered[stem] = number + 1
            taken.add(name)
            ids[index] = name
    return ids


def _next_free(queues: Iterable[deque[str]], used: Container[str]) -> str:
    """The next unused id in the queues, or an empty string. Removes the ids that it reads from the queues."""
    for queue in queues:
        while queue:
            known = queue.popleft()
            if known not in used:
                return known
    return ""
