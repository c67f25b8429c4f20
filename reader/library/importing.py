"""The steps of an import that touch no file: from the document of a source to the text of its file."""

from __future__ import annotations

from dataclasses import replace
from os.path import basename

from reader.annotate import annotate
from reader.errors import SourceError
from reader.library.merging import merged
from reader.model import NO_SOURCE, Block, Document, Highlight, Source, Status, numbers
from reader.reading.identities import with_ids
from reader.reading.moved_places import texts_of
from reader.sources.open import Loaded
from reader.sources.ref import FileSource
from reader.sources.yaml.article import read
from reader.sources.yaml.write import dump
from reader.text.alignment import Alignment
from reader.text.clean import clean_line
from reader.text.highlight_places import HighlightPlaces, moved, words_around

IMPORTED_FROM = "x-imported-from"
"""The key of an article file for the file or address that it was imported from."""


def with_origin(loaded: Loaded) -> Document:
    """The document with a note of the address or path that it was loaded from.

    An origin that the document already has is kept. A document without a publication, from a file that is
    not an article file, gets the file name as its publication, so that the user can find it by that name.
    """
    document, origin = loaded.document, clean_line(loaded.origin)
    if not origin or origin_of(document):
        return document
    document = replace(document, extras=(*document.extras, (IMPORTED_FROM, origin)))
    is_article_file = isinstance(loaded.source, FileSource) and loaded.source.is_article_file
    if loaded.url or is_article_file or document.source != NO_SOURCE:
        return document
    return replace(document, source=Source(basename(origin)))


def origin_of(document: Document) -> str:
    """The file or address that an article was imported from; empty when it is unknown."""
    found = dict(document.extras).get(IMPORTED_FROM, "")
    return found if isinstance(found, str) else ""


def is_same(one: Document, other: Document) -> bool:
    """Whether two documents are versions of the same article.

    They are the same if they were imported from the same source, or have the same title and publication
    address. The address alone is not enough, because some sites give all their pages the same address. If the
    origin of one document is unknown, the same title and first paragraph are enough.
    """
    origins = origin_of(one), origin_of(other)
    if origins[0] and origins[0] == origins[1]:
        return True
    if one.title != other.title:
        return False
    if one.source.url or other.source.url:
        return one.source.url == other.source.url
    return not all(origins) and one.blocks[0].text == other.blocks[0].text


def with_changes_kept(document: Document, before: Document) -> Document:
    """`document`, imported again, with the user's changes. `before` is the document in the existing file.

    If the text is the same, the quotes and entities of the file are kept, even if the lists are empty. If the
    text has changed, only the user's changes are kept, see `merging`. The `x-` keys and the highlights of the
    file are kept too.
    """
    own = dict(document.extras)
    extras = (*document.extras, *(pair for pair in before.extras if pair[0] not in own))
    document = replace(document, extras=extras, highlights=_highlights(document, before))
    if not (before.quotes_given or before.entities_given):
        return document
    if document.blocks == before.blocks:
        found = new = before
    else:
        found, new = _only_detected(before), _only_detected(document)
    # If the source itself gives quotes or entities, they are not detected.
    if document.quotes_given:
        found, new = (replace(one, quotes=()) for one in (found, new))
    if document.entities_given:
        found, new = (replace(one, entities=()) for one in (found, new))
    lists = merged(new, before, found)
    out = document
    if before.quotes_given:
        out = replace(out, quotes=lists.quotes, quotes_given=True)
    if before.entities_given:
        out = replace(out, entities=lists.entities, entities_given=True)
    return out


def _highlights(document: Document, before: Document) -> tuple[Highlight, ...]:
    """The highlights of `before` at their places in the new text; those of the source itself come last.

    If a place is certain, the words around it are taken from the new text.
    """
    if not before.highlights:
        return document.highlights
    known = with_ids(before.highlights)
    alignment = Alignment(texts_of(before), texts_of(document))
    places = {one.place_key: one.pieces for one in known if one.status.sure}
    found = HighlightPlaces(document.blocks)
    kept = [
        replace(one, at=words_around(one.pieces, document.blocks), status=Status.EXACT)
        if one.status is Status.MAPPED
        else one
        for one in moved([found.placed(one) for one in known], places, alignment)
    ]
    ids = {one.id for one in known}
    return (*kept, *(one for one in with_ids(document.highlights) if one.id not in ids))


def _only_detected(document: Document) -> Document:
    """`document` with only the quotes and entities that are detected in it, as a file would give them."""
    bare = replace(document, quotes=(), entities=(), quotes_given=False, entities_given=False)
    return read(dump(with_detected(bare)).encode("utf-8"), document.title).document


def with_detected(document: Document) -> Document:
    """`document` with detected quotes and entities if its source does not give them.

    Detection is skipped if the document already has both.
    """
    there = (document.quotes or document.quotes_given) and (document.entities or document.entities_given)
    found = document if there else annotate(document)
    quotes, entities = found.quotes, found.entities
    if not document.quotes_given:  # a name can contain a line break in the text, but not in a file
        quotes = tuple(replace(quote, speaker=clean_line(quote.speaker)) for quote in quotes)
    if not document.entities_given:
        entities = tuple(
            replace(one, name=clean_line(one.name), aliases=tuple(map(clean_line, one.aliases)))
            for one in entities
        )
    return replace(found, quotes=quotes, entities=entities)


def file_text(document: Document, name: str) -> str:
    """The text of the article file of `document`. It is read back to verify that nothing was lost.

    Raises SourceError, with the `name` of the source, if it does not give the same document.
    """
    failed = "cannot be written without loss"
    text = dump(document)
    again = read(text.encode("utf-8"), name).document
    for number, block, reread in zip(numbers(document.blocks), document.blocks, again.blocks, strict=False):
        if _kind_and_text(block) != _kind_and_text(reread):
            raise SourceError(clean_line(name), f"{failed}: ¶ {number} reads differently")
    lost = (
        again.title != document.title
        or len(again.blocks) != len(document.blocks)
        or len(again.quotes) != len(document.quotes)
        or [entity.names for entity in again.entities] != [entity.names for entity in document.entities]
        or dump(again) != text
    )
    if lost:
        raise SourceError(clean_line(name), f"{failed}: it reads differently")
    return text


def _kind_and_text(block: Block) -> tuple[object, ...]:
    """What must be the same when a block is read again. Blanks at its ends may differ."""
    return block.kind, block.text.strip()
