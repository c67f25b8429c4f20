"""Corrections: changes of the user to speakers, quotes, entities and highlights.

Owns what each correction does to a document. The result equals the document that its file would be read as:
a corrected part counts as given, no longer as detected, and its mentions are found as when a file is read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeAlias, TypeVar

from reader.errors import ReaderError
from reader.model import (
    Document,
    Entity,
    EntityId,
    EntityType,
    Extras,
    Highlight,
    HighlightId,
    Quote,
    QuoteId,
)
from reader.reading.highlighting import HighlightChange, highlighted
from reader.reading.highlighting import described as described_highlight
from reader.reading.speakers import bearers
from reader.sources.faults import short
from reader.text.clean import clean_line
from reader.text.locate import Locator

Item = TypeVar("Item")

MAX_NAME = 200
"""The most code points of a typed name. Longer input was pasted by mistake."""


class Rename(NamedTuple):
    """Give an entity another name; the old name becomes an alias if it occurs in the text."""

    entity: EntityId
    name: str


class Retype(NamedTuple):
    """Change the type of an entity."""

    entity: EntityId
    type: EntityType


class Merge(NamedTuple):
    """Merge an entity into another one, which keeps its name."""

    entity: EntityId
    into: EntityId


class Hide(NamedTuple):
    """Remove an entity."""

    entity: EntityId


class SetSpeaker(NamedTuple):
    """Set the speaker of a quote; an empty speaker clears it."""

    quote: QuoteId
    speaker: str


class DropQuote(NamedTuple):
    """Remove a quote that was detected wrongly."""

    quote: QuoteId


Correction: TypeAlias = Rename | Retype | Merge | Hide | SetSpeaker | DropQuote | HighlightChange
"""A change of the user to one thing in the article: an entity, a quote or a highlight."""


def corrected(document: Document, correction: Correction) -> Document:
    """`document` after `correction`, or `document` itself if the correction changes nothing.

    The quotes and entities of `document` have ids (`reader.reading.identities.identified`). Raises
    ReaderError for a correction that cannot be made; its message is one line with the way out. Mentions are
    searched again when names change: about 300 ms for 3 MB with 2,000 names.
    """
    match correction:
        case Rename(id, name):
            return _renamed(document, _entity_index(document, id), _typed(name))
        case Retype(id, kind):
            index = _entity_index(document, id)
            retyped = replace(document.entities[index], type=kind)
            return _with_entities(document, _put(document.entities, index, retyped))
        case Merge(id, into):
            return _merged(document, _entity_index(document, id), _entity_index(document, into))
        case Hide(id):
            return _with_entities(document, _put(document.entities, _entity_index(document, id)))
        case SetSpeaker(id, speaker):
            index = _quote_index(document, id)
            quote = replace(document.quotes[index], speaker=_typed(speaker))
            return _with_quotes(document, _put(document.quotes, index, quote))
        case DropQuote(id):
            return _with_quotes(document, _put(document.quotes, _quote_index(document, id)))
        case change:
            return highlighted(document, change)


def target_of(correction: Correction) -> QuoteId | EntityId | HighlightId:
    """The quote, entity or highlight that a correction is about."""
    target = correction[0]
    return target.id if isinstance(target, Highlight) else target


def described(document: Document, correction: Correction) -> str:
    """What `correction` did, for the status line. `document` is the document before the correction."""
    match correction:
        case Rename(id, name):
            return f"Renamed {_name(document, id)} to {short(name)}."
        case Retype(id, kind):
            return f"Type of {_name(document, id)} set to {kind.word}."
        case Merge(id, into):
            return f"Merged {_name(document, id)} into {_name(document, into)}."
        case Hide(id):
            return f"Hid {_name(document, id)}."
        case SetSpeaker(id, speaker):
            _quote_index(document, id)
            return f"Speaker set to {short(speaker)}." if speaker else "Speaker cleared."
        case DropQuote(id):
            return f"Removed the quote {_words(document, id)}."
        case change:
            return described_highlight(document, change)


def renamed_by(document: Document, correction: Correction) -> Mapping[str, str]:
    """The names that a correction of `document` replaces, with the names that replace them."""
    match correction:
        case Rename(id, name):
            return {document.entities[_entity_index(document, id)].name: clean_line(name)}
        case Merge(id, into):
            old, new = (document.entities[_entity_index(document, each)].name for each in (id, into))
            return {old: new}
    return {}


# --- entities -----------------------------------------------------------------------------------------


def _renamed(document: Document, index: int, name: str) -> Document:
    entity = document.entities[index]
    if not name:
        raise ReaderError("The name is empty; remove the entity instead.")
    if name == entity.name:
        return document
    for number, other in enumerate(document.entities):
        if number != index and name.casefold() in (each.casefold() for each in other.names):
            taken = f"There is already an entity named {short(other.name)}"
            if other.name.casefold() != name.casefold():
                taken = f"{short(name)} is already a name of {short(other.name)}"
            raise ReaderError(f"{taken}; merge the two instead.")
    locator = Locator(document.blocks)
    aliases = [alias for alias in entity.aliases if alias != name]
    aliases += _occurring((entity.name,), locator)
    renamed = _with_speakers(document, index, name)
    changed = replace(entity, name=name, aliases=tuple(dict.fromkeys(aliases)))
    return _with_entities(renamed, _put(document.entities, index, changed), locator)


def _merged(document: Document, index: int, into: int) -> Document:
    if index == into:
        raise ReaderError("An entity cannot be merged into itself; choose another one.")
    gone, stays = document.entities[index], document.entities[into]
    locator = Locator(document.blocks)
    aliases = [*stays.aliases, *_occurring((gone.name,), locator), *gone.aliases]
    merged = replace(
        stays,
        aliases=tuple(alias for alias in dict.fromkeys(aliases) if alias != stays.name),
        about=stays.about or gone.about,
        extras=_joined(stays.extras, gone.extras),
    )
    renamed = _with_speakers(document, index, stays.name)
    return _with_entities(renamed, _put(_put(document.entities, into, merged), index), locator)


def _occurring(names: Sequence[str], locator: Locator) -> list[str]:
    """The names that occur in the text. `reader check` reports an alias that does not occur."""
    names = [clean_line(name) for name in names]
    return [name for name in names if locator.mentions_of([(name,)])[0]]


def _joined(extras: Extras, more: Extras) -> Extras:
    """The extras of both. If both have a key, the value in `extras` is kept."""
    known = dict(extras)
    return (*extras, *(pair for pair in more if pair[0] not in known))


def _with_entities(
    document: Document, entities: tuple[Entity, ...], locator: Locator | None = None
) -> Document:
    """The document with these entities as its file would give them. Mentions are found by name."""
    if entities == document.entities:
        return document
    if not document.entities_given:
        entities = tuple(entity for entity in map(_cleaned, entities) if entity.name)
    names = [entity.names for entity in entities]
    if not document.entities_given or names != [entity.names for entity in document.entities]:
        found = (locator or Locator(document.blocks)).mentions_of(names)
        entities = tuple(
            replace(entity, mentions=spans) for entity, spans in zip(entities, found, strict=True)
        )
    return replace(document, entities=entities, entities_given=True)


def _cleaned(entity: Entity) -> Entity:
    """A detected entity as a file holds it: each name once, without line breaks."""
    names = [name for name in dict.fromkeys(map(clean_line, entity.names)) if name]
    return replace(entity, name=names[0] if names else "", aliases=tuple(names[1:]))


# --- quotes -------------------------------------------------------------------------------------------


def _with_speakers(document: Document, index: int, name: str) -> Document:
    """The document with `name` as the speaker of every quote whose speaker is the name of that entity.

    A quote whose speaker is one of its aliases keeps that alias.
    """
    old = " ".join(document.entities[index].name.split()).casefold()
    if bearers(document.entities).get(old) != index:
        return document  # another entity has the same name, and the quotes belong to it
    return _with_quotes(
        document,
        tuple(
            replace(quote, speaker=name) if " ".join(quote.speaker.split()).casefold() == old else quote
            for quote in document.quotes
        ),
    )


def _with_quotes(document: Document, quotes: tuple[Quote, ...]) -> Document:
    """The document with these quotes as its file gives them."""
    if quotes == document.quotes:
        return document
    if not document.quotes_given:
        from reader.sources.yaml.quote_places import QuotePlaces

        settled: Callable[[Quote], Quote] = QuotePlaces(document.blocks).as_read_back
        quotes = tuple(map(settled, quotes))
    return replace(document, quotes=quotes, quotes_given=True)


# --- input and lookup ----------------------------------------------------------------------------------


def _typed(name: str) -> str:
    """A name as it was typed or pasted, on one line. Raises ReaderError if it is too long."""
    name = clean_line(name)
    if len(name) > MAX_NAME:
        raise ReaderError(f"A name of {len(name):,} characters is too long; {MAX_NAME} are enough.")
    return name


def _entity_index(document: Document, id: EntityId) -> int:
    for index, entity in enumerate(document.entities):
        if entity.id == id:
            return index
    raise ReaderError("That entity is gone; choose another one.")


def _quote_index(document: Document, id: QuoteId) -> int:
    for index, quote in enumerate(document.quotes):
        if quote.id == id:
            return index
    raise ReaderError("That quote is gone; choose another one.")


def _put(items: tuple[Item, ...], index: int, *instead: Item) -> tuple[Item, ...]:
    """The items with `instead` (nothing, or one item) in the place of the item at `index`."""
    return (*items[:index], *instead, *items[index + 1 :])


def _name(document: Document, id: EntityId) -> str:
    return short(document.entities[_entity_index(document, id)].name)


def _words(document: Document, id: QuoteId) -> str:
    words = document.quotes[_quote_index(document, id)].text.strip("\"'“”„«»‘’ \n")
    return f"“{short(words, 24)}”"
