"""Read the document of a page from the JSON that the child process writes.

The child process has run parsers on untrusted input, so every value is checked: a value that is not text, a
whole number or a known kind in its place raises ValueError.
"""

from __future__ import annotations

import json

from reader.model import Block, BlockKind, Document, Inline, InlineKind, Source

JsonObject = dict[str, object]


def decode(data: bytes) -> tuple[Document | None, str]:
    """The document, or None and the fault, in an answer of the child process.

    Raises ValueError, and RecursionError for JSON that is nested too deeply.
    """
    document, fault = _list(json.loads(data), 2)
    try:
        return None if document is None else _document(_object(document)), _text(fault)
    except KeyError as error:
        raise ValueError(f"the field {error} is missing") from error


def _document(fields: JsonObject) -> Document:
    """The document of a page. Raises ValueError for one with quotes, entities, highlights or `x-` keys."""
    added = ("quotes", "entities", "quotes_given", "entities_given", "highlights", "extras")
    if any(fields[name] for name in added):
        raise ValueError("the document of a page has no quotes, entities, highlights or extra keys")
    return Document(
        title=_text(fields["title"]),
        blocks=tuple(_block(_object(block)) for block in _list(fields["blocks"])),
        kicker=_text(fields["kicker"]),
        standfirst=_text(fields["standfirst"]),
        authors=tuple(_text(author) for author in _list(fields["authors"])),
        source=Source(*map(_text, _list(fields["source"], 2))),
        published=_text(fields["published"]),
        language=_text(fields["language"]),
        markup=_text(fields["markup"]),
        note=_text(fields["note"]),
    )


def _block(fields: JsonObject) -> Block:
    if fields["extras"]:
        raise ValueError("the block of a page has no extra keys")
    return Block(
        text=_text(fields["text"]),
        kind=BlockKind(_text(fields["kind"])),
        level=_number(fields["level"]),
        marker=_text(fields["marker"]),
        id=_text(fields["id"]),
        inlines=tuple(map(_inline, _list(fields["inlines"]))),
    )


def _inline(value: object) -> Inline:
    start, end, kind, href = _list(value, 4)
    return Inline(_number(start), _number(end), InlineKind(_text(kind)), _text(href))


def _object(value: object) -> JsonObject:
    if not isinstance(value, dict):
        raise ValueError("expected an object")
    return value


def _list(value: object, length: int | None = None) -> list[object]:
    if not isinstance(value, list) or length not in (None, len(value)):
        raise ValueError("expected a list")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("expected text")
    return value


def _number(value: object) -> int:
    if type(value) is not int:
        raise ValueError("expected a whole number")
    return value
