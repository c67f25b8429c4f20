"""The target of a correction: the entity or the quote that the user means.

Owns the order of precedence. If a panel has the focus, the target is the row under its cursor. In the text it
is the first of these that exists: the current match, if the reading place is still there; the entity or quote
at the place; the subject of the active set; the next one that is visible in the same paragraph. A target that
is not on the screen is only shown: the user sees what a correction is about, and repeats the key.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reader.model import Entity, Quote, Span
from reader.reading.active_set import MentionsOf
from reader.sources.faults import short
from reader.text.layers import at
from reader.ui.screens.reading.context import ReadingContext


def target_entity(reading: ReadingContext, command: str) -> Entity | None:
    """The entity that `command` corrects. If it is None, the status line shows the reason."""
    version, active = reading.version, reading.session.active
    entities = version.document.entities
    if not entities:
        reading.say("No names are marked in this article.")
        return None
    if reading.sidebar is not None and reading.sidebar.has_focus:
        return reading.sidebar.entity_under_cursor
    if reading.quotes is not None and reading.quotes.has_focus:
        return _speaker_of(reading, reading.quotes.quote_under_cursor)
    place = reading.view.place
    chosen = None
    if active is not None and isinstance(active.subject, MentionsOf):
        chosen = version.entity(active.subject.entity)
        if active.place == place and chosen is not None:
            return chosen if _is_in_sight(reading, chosen.mentions, chosen.name, command) else None
    target = next((entity for entity in entities if at(entity.mentions, *place) is not None), chosen)
    if target is None:
        ahead = [(span, i) for i, entity in enumerate(entities) for span in _ahead(entity.mentions, reading)]
        target = entities[min(ahead)[1]] if ahead else None
    if target is None:
        following, names = map(reading.key, ("entity.here", "panel.entities"))
        reading.say(f"No name here: {following} chooses the next one, {names} lists them.")
        return None
    return target if _is_in_sight(reading, target.mentions, target.name, command) else None


def _is_in_sight(reading: ReadingContext, spans: Sequence[Span], name: str, command: str) -> bool:
    """Whether one of the spans is on the screen. If not, go to the nearest one after the place."""
    view = reading.view
    rows = view.rows_in_sight()
    if any(view.flow.y_of(span.place) in rows for span in spans):
        return True
    after = (span for span in sorted(spans) if span.place >= view.place)
    reading.leave()
    view.show_place(next(after, min(spans)).place)
    reading.say(f"Went to {short(name)}; press {reading.key(command)} again.")
    return False


def _speaker_of(reading: ReadingContext, quote: Quote | None) -> Entity | None:
    """The entity that is the speaker of a quote. If it is None, the status line shows the reason."""
    if quote is None:
        reading.say("There is no quote here.")
        return None
    name = reading.version.speaker_of(quote)
    entity = reading.version.entity_named(name) if name else None
    if entity is None:
        names = reading.key("panel.entities")
        unlisted = f"{name} is not among the names; {names} lists them."
        reading.say(unlisted if name else "This quote has no speaker.")
    return entity


def target_quote(reading: ReadingContext, command: str) -> Quote | None:
    """The quote that `command` corrects. If it is None, the status line shows the reason."""
    version, active = reading.version, reading.session.active
    quotes = version.document.quotes
    if not quotes:
        reading.say("No quotes are marked in this article.")
        return None
    if reading.quotes is not None and reading.quotes.has_focus:
        return reading.quotes.quote_under_cursor
    if reading.sidebar is None or not reading.sidebar.has_focus:
        place = reading.view.place
        current_id = reading.session.current_quote()
        current = None if current_id is None else version.quote(current_id)
        if current is not None and active is not None and active.place == place:
            return current if _is_in_sight(reading, current.pieces, current.text, command) else None
        here = reading.session.quote_at(place)
        target = here or current or _next_quote(quotes, reading)
        if target is not None:
            words = target.text.strip("“”„«»\"'")
            return target if _is_in_sight(reading, target.pieces, words, command) else None
    reading.say(f"No quote here: {reading.key('panel.quotes')} lists them.")
    return None


def _next_quote(quotes: tuple[Quote, ...], reading: ReadingContext) -> Quote | None:
    """The next visible quote in the paragraph, or the paragraph's only quote, or None."""
    ahead = [(piece, i) for i, quote in enumerate(quotes) for piece in _ahead(quote.pieces, reading)]
    if ahead:
        return quotes[min(ahead)[1]]
    block = reading.view.place.block
    inside = [quote for quote in quotes if any(piece.block == block for piece in quote.pieces)]
    return inside[0] if len(inside) == 1 else None


def _ahead(spans: Iterable[Span], reading: ReadingContext) -> Iterator[Span]:
    """The visible spans that begin in the paragraph being read, at the place or after it."""
    view, (block, offset) = reading.view, reading.view.place
    for span in spans:
        if (
            span.block == block
            and span.start >= offset
            and view.flow.y_of(span.place) in view.rows_in_sight()
        ):
            yield span
