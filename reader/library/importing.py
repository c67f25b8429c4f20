"""The steps of an import that touch no file: from a document of any source to the text of its article file.

Owns the name of the file, which two articles are the same one, and what a person's changes to the
quotes and entities of an article become when its source is imported again.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from os.path import basename

from reader.annotate import annotate
from reader.errors import SourceError
from reader.library.merging import merged
from reader.model import NO_SOURCE, Block, Document, Source, numbers
from reader.sources.open import Loaded
from reader.sources.ref import FileSource
from reader.sources.yaml.article import read
from reader.sources.yaml.write import dump
from reader.text.clean import clean_line

IMPORTED_FROM = "x-imported-from"
"""The key of an article file that says which file or address it was made from."""

LONGEST = 60
"""Characters of a file's name, without its suffix; of any script that is under 255 bytes."""

_LATIN = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h", "ı": "i", "ŧ": "t"}
)
_INSIDE_WORDS = frozenset("'’‘ʼ`´\u00ad\u200b\u200c\u200d\u2060")


def slug(title: str) -> str:
    """The name of a file for an article with this title, without a suffix: `the-day-the-river-moved`.

    Latin letters become those of ASCII, other scripts stay as they are; at most `LONGEST` characters,
    cut between words where that is possible. Never empty, never hidden, no sign of any path.
    """
    kept: list[str] = []
    for sign in _folded(title[:1000].casefold().translate(_LATIN)):
        kind = unicodedata.category(sign)[0]
        if kind in "LN":
            kept.append(sign)
        elif kind == "M":
            # An accent on a Latin letter goes; in other scripts a mark makes another letter or a vowel.
            if kept and kept[-1] != "-" and not kept[-1].isascii():
                kept.append(sign)
        elif sign not in _INSIDE_WORDS and kept and kept[-1] != "-":
            kept.append("-")
    name = unicodedata.normalize("NFC", "".join(kept)).strip("-")
    if len(name) > LONGEST:
        end = name.rfind("-", LONGEST // 2, LONGEST + 1)
        name = name[: end if end > 0 else LONGEST].strip("-")
    return name or "article"


def _folded(text: str) -> Iterator[str]:
    """The characters of `text`, those that are made of ASCII taken apart: é, ﬁ, ², Ａ."""
    for sign in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFKD", sign)
        yield from parts if parts[0].isascii() else sign


def with_origin(loaded: Loaded) -> Document:
    """The document with a note of the address or path that it was loaded from.

    An origin that an article file names already is kept. A document without a publication, from a file
    that is not an article file, gets the name of the file as its publication, so that it can be found by it.
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
    """Which file or address an article was made from; empty when nothing says so."""
    found = dict(document.extras).get(IMPORTED_FROM, "")
    return found if isinstance(found, str) else ""


def is_same(one: Document, other: Document) -> bool:
    """Whether two documents are the same article, perhaps at different times.

    They are when they were made from the same source, or say they were published at the same address
    under the same title (the address alone is not enough: some sites give all pages that of the first),
    or, where neither tells where it is from, when they begin alike.
    """
    origins = origin_of(one), origin_of(other)
    if origins[0] and origins[0] == origins[1]:
        return True
    if one.title != other.title:
        return False
    if one.source.url or other.source.url:
        return one.source.url == other.source.url
    return not all(origins) and one.blocks[0].text == other.blocks[0].text


def keeping(document: Document, before: Document) -> Document:
    """`document`, imported anew, with what a person changed in the file that `before` was read from.

    In the same text the lists of the file are kept as they are, even when they are empty; in a text that
    changed, what the person changed in them, see `merging`. Keys of the file's own stay too.
    """
    own = dict(document.extras)
    extras = (*document.extras, *(pair for pair in before.extras if pair[0] not in own))
    document = replace(document, extras=extras)
    if not (before.quotes_given or before.entities_given):
        return document
    if document.blocks == before.blocks:
        found = new = before
    else:
        found, new = _found_in(before), _found_in(document)
    # A source that gives such lists itself is no text in which they are to be found.
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


def _found_in(document: Document) -> Document:
    """`document` with what is found in its text, whatever its file says, in the form that a file has."""
    bare = replace(document, quotes=(), entities=(), quotes_given=False, entities_given=False)
    return read(dump(detected(bare)).encode("utf-8"), document.title).document


def detected(document: Document) -> Document:
    """`document` with the quotes and entities that its source did not give, found in its text.

    What was found in it before is not looked for again.
    """
    there = (document.quotes or document.quotes_given) and (document.entities or document.entities_given)
    found = document if there else annotate(document)
    quotes, entities = found.quotes, found.entities
    if not document.quotes_given:  # names can stand on both sides of a line's end; in a file they do not
        quotes = tuple(replace(quote, speaker=clean_line(quote.speaker)) for quote in quotes)
    if not document.entities_given:
        entities = tuple(
            replace(one, name=clean_line(one.name), aliases=tuple(map(clean_line, one.aliases)))
            for one in entities
        )
    return replace(found, quotes=quotes, entities=entities)


def written(document: Document, name: str) -> str:
    """The text of the article file of `document`, which was read back and says the same.

    Raises SourceError when it does not, so that nothing is lost in silence; `name` is the source's.
    """
    text = dump(document)
    again = read(text.encode("utf-8"), name).document
    for number, block, reread in zip(numbers(document.blocks), document.blocks, again.blocks, strict=False):
        if _essence(block) != _essence(reread):
            raise SourceError(clean_line(name), f"cannot be written without loss: ¶ {number} reads otherwise")
    lost = (
        again.title != document.title
        or len(again.blocks) != len(document.blocks)
        or len(again.quotes) != len(document.quotes)
        or [entity.names for entity in again.entities] != [entity.names for entity in document.entities]
        or dump(again) != text
    )
    if lost:
        raise SourceError(clean_line(name), "cannot be written without loss: it reads otherwise")
    return text


def _essence(block: Block) -> tuple[object, ...]:
    """What of a block must be the same when it is read again; blanks at its ends need not."""
    return block.kind, block.text.strip()
