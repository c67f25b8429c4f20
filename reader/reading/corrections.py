"""Corrections: what a person sets right about who said what and who is who.

Owns what each correction makes of a document. The result is what its file would be read as: once a part
was corrected it is given, not detected, and its places are those that reading finds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeAlias, TypeVar

from reader.errors import ReaderError
from reader.model import Document, Entity, EntityType, Extras, Quote
from reader.reading.speakers import bearers
from reader.sources.faults import short
from reader.text.clean import clean_line
from reader.text.locate import Locator

T = TypeVar("T")

LONGEST = 200
"""Characters of a name that is typed; more is a slip of the clipboard."""


class Rename(NamedTuple):
    """Give a card another name; the old one becomes an alias where it stands in the text."""

    entity: int
    name: str


class Retype(NamedTuple):
    """Say what a card is of."""

    entity: int
    type: EntityType


class Merge(NamedTuple):
    """Make one card of two; that of `into` stays."""

    entity: int
    into: int


class Hide(NamedTuple):
    """Take a card away."""

    entity: int


class SetSpeaker(NamedTuple):
    """Say who said a quote; nobody with an empty speaker."""

    quote: int
    speaker: str


class DropQuote(NamedTuple):
    """Say that a quote is none."""

    quote: int


Correction: TypeAlias = Rename | Retype | Merge | Hide | SetSpeaker | DropQuote
"""One thing set right. Numbers are indices into the document's entities and quotes."""


def corrected(document: Document, correction: Correction) -> Document:
    """`document` after `correction`; itself where that changes nothing.

    Raises ReaderError, one line with the way out, for what cannot be done. Mentions are found anew where
    names changed: some 300 ms in 3 MB with 2,000 names, next to nothing in an article.
    """
    match correction:
        case Rename(index, name):
            return _renamed(document, index, _typed(name))
        case Retype(index, kind):
            retyped = _entity(document, index)._replace(type=kind)
            return _with_entities(document, _put(document.entities, index, retyped))
        case Merge(index, into):
            return _merged(document, index, into)
        case Hide(index):
            _entity(document, index)
            return _with_entities(document, _put(document.entities, index))
        case SetSpeaker(index, speaker):
            quote = _quote(document, index)._replace(speaker=_typed(speaker))
            return _with_quotes(document, _put(document.quotes, index, quote))
        case DropQuote(index):
            _quote(document, index)
            return _with_quotes(document, _put(document.quotes, index))


def described(document: Document, correction: Correction) -> str:
    """What `correction` did to `document`, which is the one before it: a sentence for the status line."""
    match correction:
        case Rename(index, name):
            return f"Renamed {_name(document, index)} to {short(name)}."
        case Retype(index, kind):
            return f"{_name(document, index)} is listed as {_kind(kind)} now."
        case Merge(index, into):
            return f"Merged {_name(document, index)} into {_name(document, into)}."
        case Hide(index):
            return f"Hid {_name(document, index)}."
        case SetSpeaker(index, speaker):
            words = _words(document, index)
            return f"{words} is said by {short(speaker)} now." if speaker else f"{words} is nobody’s now."
        case DropQuote(index):
            return f"{_words(document, index)} is no quote any more."


# --- the cards ----------------------------------------------------------------------------------------


def _renamed(document: Document, index: int, name: str) -> Document:
    entity = _entity(document, index)
    if not name:
        raise ReaderError("A card needs a name; hide it if it should not be there.")
    if name == entity.name:
        return document
    for number, other in enumerate(document.entities):
        if number != index and name.casefold() in (each.casefold() for each in other.names):
            there = f"{short(other.name)} is there already"
            if other.name.casefold() != name.casefold():
                there = f"{short(name)} is a name of {short(other.name)} already"
            raise ReaderError(f"{there}; merge the two instead.")
    locator = Locator(document.blocks)
    aliases = [alias for alias in entity.aliases if alias != name]
    aliases += _standing((entity.name,), locator)
    renamed = _with_speakers(document, index, name)
    changed = entity._replace(name=name, aliases=tuple(dict.fromkeys(aliases)))
    return _with_entities(renamed, _put(document.entities, index, changed), locator)


def _merged(document: Document, index: int, into: int) -> Document:
    if index == into:
        raise ReaderError("A card cannot be merged into itself; choose another one.")
    gone, stays = _entity(document, index), _entity(document, into)
    locator = Locator(document.blocks)
    aliases = [*stays.aliases, *_standing((gone.name,), locator), *gone.aliases]
    merged = stays._replace(
        aliases=tuple(alias for alias in dict.fromkeys(aliases) if alias != stays.name),
        about=stays.about or gone.about,
        extras=_joined(stays.extras, gone.extras),
    )
    renamed = _with_speakers(document, index, stays.name)
    return _with_entities(renamed, _put(_put(document.entities, into, merged), index), locator)


def _standing(names: Sequence[str], locator: Locator) -> list[str]:
    """The names that stand in the text; one that does not finds nothing, and `reader check` complains."""
    names = [clean_line(name) for name in names]
    return [name for name in names if locator.mentions_of([(name,)])[0]]


def _joined(extras: Extras, more: Extras) -> Extras:
    """Both; of what is in both, the first."""
    known = dict(extras)
    return (*extras, *(pair for pair in more if pair[0] not in known))


def _with_entities(
    document: Document, entities: tuple[Entity, ...], locator: Locator | None = None
) -> Document:
    """The document with these entities as its file gives them, their mentions found by name."""
    if entities == document.entities:
        return document
    if not document.entities_given:
        entities = tuple(entity for entity in map(_cleaned, entities) if entity.name)
    names = [entity.names for entity in entities]
    if not document.entities_given or names != [entity.names for entity in document.entities]:
        found = (locator or Locator(document.blocks)).mentions_of(names)
        entities = tuple(
            entity._replace(mentions=spans) for entity, spans in zip(entities, found, strict=True)
        )
    return replace(document, entities=entities, entities_given=True)


def _cleaned(entity: Entity) -> Entity:
    """A detected entity as a file holds it: names on one line, each once."""
    names = [name for name in dict.fromkeys(map(clean_line, entity.names)) if name]
    return entity._replace(name=names[0] if names else "", aliases=tuple(names[1:]))


# --- the quotes ---------------------------------------------------------------------------------------


def _with_speakers(document: Document, index: int, name: str) -> Document:
    """The document after what is said under the name of the card at `index` is said under `name`.

    What is said under one of its aliases stays, as the alias does.
    """
    old = " ".join(document.entities[index].name.split()).casefold()
    if bearers(document.entities).get(old) != index:
        return document  # another card has the same name, and the quotes are its own
    return _with_quotes(
        document,
        tuple(
            quote._replace(speaker=name) if " ".join(quote.speaker.split()).casefold() == old else quote
            for quote in document.quotes
        ),
    )


def _with_quotes(document: Document, quotes: tuple[Quote, ...]) -> Document:
    """The document with these quotes as its file gives them."""
    if quotes == document.quotes:
        return document
    if not document.quotes_given:
        from reader.sources.yaml.quote_places import QuotePlaces

        settled: Callable[[Quote], Quote] = QuotePlaces(document.blocks).settled
        quotes = tuple(map(settled, quotes))
    return replace(document, quotes=quotes, quotes_given=True)


# --- what is asked for --------------------------------------------------------------------------------


def _typed(name: str) -> str:
    """A name as it was typed or pasted, on one line. Raises ReaderError for one that is too long."""
    name = clean_line(name)
    if len(name) > LONGEST:
        raise ReaderError(f"A name of {len(name):,} characters is too long; {LONGEST} are enough.")
    return name


def _entity(document: Document, index: int) -> Entity:
    if not 0 <= index < len(document.entities):
        raise ReaderError("That card is not there any more; choose it again.")
    return document.entities[index]


def _quote(document: Document, index: int) -> Quote:
    if not 0 <= index < len(document.quotes):
        raise ReaderError("That quote is not there any more; choose it again.")
    return document.quotes[index]


def _put(items: tuple[T, ...], index: int, *instead: T) -> tuple[T, ...]:
    """The items with others, or none, in place of one."""
    return (*items[:index], *instead, *items[index + 1 :])


def _name(document: Document, index: int) -> str:
    return short(_entity(document, index).name)


def _kind(kind: EntityType) -> str:
    if kind is EntityType.OTHER:
        return "something else"
    return f"{'an' if kind.word[0] in 'aeiou' else 'a'} {kind.word}"


def _words(document: Document, index: int) -> str:
    words = _quote(document, index).text.strip("\"'“”„«»‘’ \n")
    return f"“{short(words, 24)}”"
