"""Highlights and notes: how they are made, and what each change does to a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import NamedTuple, TypeAlias

from reader.errors import ReaderError
from reader.model import Document, Highlight, HighlightColor, HighlightId, Place, Span, Status
from reader.reading.identities import with_ids
from reader.sources.faults import short
from reader.text.clean import clean
from reader.text.highlight_places import trimmed, words_around, words_of

COLORS = tuple(HighlightColor)

SHOWN = 18
"""Code points of the words of a highlight in a message."""

MAX_NOTE = 20_000
"""The most code points of a note. Longer text is probably pasted by mistake."""


class AddHighlight(NamedTuple):
    """Highlight words, or add a note on the whole article."""

    highlight: Highlight


class ChangeHighlight(NamedTuple):
    """Change the colour or the note of a highlight; None leaves it as it is."""

    highlight: HighlightId
    color: HighlightColor | None = None
    note: str | None = None


class MoveHighlight(NamedTuple):
    """Put a highlight at other words, or confirm the place where it was found."""

    highlight: HighlightId
    pieces: tuple[Span, ...]


class DropHighlight(NamedTuple):
    """Remove a highlight with its note."""

    highlight: HighlightId


HighlightChange: TypeAlias = AddHighlight | ChangeHighlight | MoveHighlight | DropHighlight


def new_highlight(
    document: Document,
    spans: Sequence[Span],
    color: HighlightColor = HighlightColor.YELLOW,
    note: str = "",
    now: datetime | None = None,
) -> Highlight:
    """A highlight over the words of some spans; without spans, a note on the whole article.

    Blanks at the ends of the spans are left out. `now` is the present time by default. Raises ReaderError if
    the spans hold no words, or if one is in the headline.
    """
    made = f"{(now or datetime.now(UTC)).astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    note = cleaned_note(note)
    if not spans:
        return with_ids([Highlight(note=note, made=made)])[0]
    pieces = pieces_of(document, spans)
    words = words_of(pieces, [block.text for block in document.blocks])
    highlight = Highlight(words, color, note, made, words_around(pieces, document.blocks), pieces=pieces)
    return with_ids([highlight])[0]


def pieces_of(document: Document, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The pieces of a highlight over some spans: one for each paragraph, without blanks at their ends.

    Raises ReaderError if the spans hold no words, or if one is in the headline.
    """
    if any(span.block < 0 for span in spans):
        raise ReaderError("Only the text can be highlighted, not the headline.")
    pieces = trimmed(_one_per_paragraph(spans), [block.text for block in document.blocks])
    if not pieces:
        raise ReaderError("There are no words to highlight here.")
    return pieces


def _one_per_paragraph(spans: Sequence[Span]) -> tuple[Span, ...]:
    """One span for each paragraph, from its first word to its last. The words between are marked too.

    The text of a highlight cannot tell words that are left out from the end of a paragraph.
    """
    ends: dict[int, tuple[int, int]] = {}
    for span in spans:
        start, end = ends.get(span.block, (span.start, span.end))
        ends[span.block] = min(start, span.start), max(end, span.end)
    return tuple(Span(block, *ends[block]) for block in sorted(ends))


def cleaned_note(note: str) -> str:
    """A note as it is read back from its file. Raises ReaderError for a note that is too long."""
    note = clean(note).strip()
    if len(note) > MAX_NOTE:
        raise ReaderError(f"The note is longer than {MAX_NOTE:,} characters; shorten it.")
    return note


def highlight_of(document: Document, id: HighlightId) -> Highlight:
    """The highlight with that id. Raises ReaderError if the document does not have it."""
    return document.highlights[_index(document, id)]


def highlighted(document: Document, change: HighlightChange) -> Document:
    """`document` after a change of its highlights, or `document` itself if nothing changes.

    The highlights of `document` have ids. Raises ReaderError for a change that cannot be made.
    """
    if isinstance(change, AddHighlight):
        new = replace(change.highlight, note=cleaned_note(change.highlight.note))
        texts = [block.text for block in document.blocks]
        if not _covers_its_words(new, texts):
            raise ReaderError("The text has changed here; select the words again.")
        if new.text and any(one.pieces == new.pieces for one in document.highlights):
            raise ReaderError("These words are highlighted already.")
        return replace(document, highlights=with_ids((*document.highlights, new)))
    index = _index(document, change.highlight)
    before = document.highlights[index]
    match change:
        case DropHighlight():
            return _put(document, index, None)
        case MoveHighlight(_, pieces):
            pieces = pieces_of(document, pieces)
            words = words_of(pieces, [block.text for block in document.blocks])
            around = words_around(pieces, document.blocks)
            moved = replace(before, text=words, pieces=pieces, at=around, status=Status.EXACT)
            return _put(document, index, moved)
        case ChangeHighlight(_, color, note):
            after = replace(
                before,
                color=before.color if color is None else color,
                note=before.note if note is None else cleaned_note(note),
            )
            if after == before:
                return document
            if not (after.text or after.note):
                return _put(document, index, None)
            if after.status is Status.MAPPED:  # describe its place in the present text
                around = words_around(after.pieces, document.blocks)
                after = replace(after, at=around, status=Status.EXACT)
            return _put(document, index, after)


def described(document: Document, change: HighlightChange) -> str:
    """What a change did, for the status line. `document` is the document before the change."""
    if isinstance(change, AddHighlight):
        new = change.highlight
        return f"Note on {_shown(new)} saved." if new.note else f"Highlighted {_shown(new)} in {new.color}."
    before = highlight_of(document, change.highlight)
    words = _shown(before)
    match change:
        case MoveHighlight(_, pieces):
            return f"Place of {words} confirmed." if pieces == before.pieces else f"Highlight {words} moved."
        case DropHighlight():
            return f"Removed the {'highlight' if before.text else 'note on'} {words}."
        case ChangeHighlight(_, color, note):
            if note is not None:
                return f"Note on {words} {'saved' if note.strip() else 'removed'}."
            return f"Highlight {words} set to {color or before.color}."


def _shown(highlight: Highlight) -> str:
    """What a highlight is about, for a message: the beginning of its words, or the article."""
    words = highlight.text.strip("“”„«»\"' ") or highlight.text
    return f"“{short(words, SHOWN)}”" if highlight.text else "the article"


def next_color(color: HighlightColor) -> HighlightColor:
    """The colour that follows `color`. The first colour follows the last."""
    return COLORS[(COLORS.index(color) + 1) % len(COLORS)]


def highlights_at(document: Document, place: Place) -> tuple[Highlight, ...]:
    """The highlights over a place, the shortest first."""
    found = [one for one in document.highlights if any(place in piece for piece in one.pieces)]
    return tuple(sorted(found, key=lambda one: len(one.text)))


def in_reading_order(document: Document) -> tuple[Highlight, ...]:
    """The highlights in the order of the text. Notes on the article come first, lost highlights last."""

    def order(highlight: Highlight) -> tuple[int, Place]:
        if not highlight.text:
            return 0, Place(0, 0)
        return (1, highlight.pieces[0].place) if highlight.pieces else (2, Place(0, 0))

    return tuple(sorted(document.highlights, key=order))


def _covers_its_words(highlight: Highlight, texts: Sequence[str]) -> bool:
    inside = all(span.block < len(texts) and span.end <= len(texts[span.block]) for span in highlight.pieces)
    return inside and words_of(highlight.pieces, texts) == highlight.text


def _index(document: Document, id: HighlightId) -> int:
    for index, highlight in enumerate(document.highlights):
        if highlight.id == id:
            return index
    raise ReaderError("This highlight is no longer in the article.")


def _put(document: Document, index: int, highlight: Highlight | None) -> Document:
    """The document with another highlight in that position, or without it."""
    items = document.highlights
    kept = (*items[:index], *(() if highlight is None else (highlight,)), *items[index + 1 :])
    return replace(document, highlights=with_ids(kept))
