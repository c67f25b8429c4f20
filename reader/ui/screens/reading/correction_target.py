"""What a correction is about: the row under the cursor; in the text the current match where one still is at
it, else what is at the place, else what was chosen last, else what comes next in the paragraph.

Owns the order in which these are asked. Imported when the first correction is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reader.model import Document, Span
from reader.reading.corrections import Correction, DropQuote, Hide, Merge, Rename, Retype, SetSpeaker
from reader.text.clean import clean_line
from reader.text.layers import at
from reader.ui.screens.reading.active_set import Finding


def entity_meant(screen: Finding) -> int | None:
    """The index of the entity that is meant; None, and it is said why, where there is none."""
    entities = screen.page.document.entities
    sidebar, panel, active = screen.sidebar, screen.quotes, screen.active
    if not entities:
        screen.say("No names are marked in this article.")
        return None
    if sidebar is not None and sidebar.has_focus:
        return sidebar.at
    if panel is not None and panel.has_focus:
        return _speaking(screen, panel.at)
    chosen = active.subject if active is not None and isinstance(active.subject, int) else None
    place = screen.view.place
    if chosen is not None and active is not None and active.place == place:
        return chosen
    here = (index for index, entity in enumerate(entities) if at(entity.mentions, *place) is not None)
    meant = next(here, chosen)
    if meant is None:
        ahead = [(span, i) for i, entity in enumerate(entities) for span in _ahead(entity.mentions, screen)]
        meant = min(ahead)[1] if ahead else None
    if meant is None:
        screen.say("No name is chosen: * takes the next one, @ lists them.")
    return meant


def _speaking(screen: Finding, quote: int | None) -> int | None:
    """The entity that says a quote of the panel."""
    document = screen.page.document
    if quote is None:
        screen.say("There is no quote here.")
        return None
    name = screen.speakers[document.quotes[quote].speaker]
    for index, entity in enumerate(document.entities):
        if name and entity.name == name:
            return index
    screen.say(f"{name or 'Nobody'} is no name of the list here; @ goes to the names.")
    return None


def quote_meant(screen: Finding) -> int | None:
    """The index of the quote that is meant; None, and it is said why, where there is none."""
    quotes, panel, sidebar = screen.page.document.quotes, screen.quotes, screen.sidebar
    if not quotes:
        screen.say("No quotes are marked in this article.")
        return None
    if panel is not None and panel.has_focus:
        return panel.at
    place, active = screen.view.place, screen.active
    current = screen.current_quote
    if sidebar is None or not sidebar.has_focus:
        if current is not None and active is not None and active.place == place:
            return current
        here = (index for index, quote in enumerate(quotes) if at(quote.pieces, *place) is not None)
        ahead = [(piece, i) for i, quote in enumerate(quotes) for piece in _ahead(quote.pieces, screen)]
        near = [i for i, quote in enumerate(quotes) if any(p.block == place.block for p in quote.pieces)]
        otherwise = min(ahead)[1] if ahead else near[0] if len(near) == 1 else None
        meant = next(here, otherwise if current is None else current)
        if meant is not None:
            return meant
    screen.say('No quote is chosen: " lists them.')
    return None


def _ahead(spans: Iterable[Span], screen: Finding) -> Iterator[Span]:
    """Those of the spans that begin in the paragraph being read, at the place or behind it, and in sight."""
    view, (block, offset) = screen.view, screen.view.place
    for span in spans:
        if (
            span.block == block
            and span.start >= offset
            and view.flow.y_of(span.place) in view.rows_in_sight()
        ):
            yield span


def renamed_by(document: Document, correction: Correction) -> Mapping[str, str]:
    """The names that a correction of `document` makes another one."""
    match correction:
        case Rename(index, name):
            return {document.entities[index].name: clean_line(name)}
        case Merge(index, into):
            return {document.entities[index].name: document.entities[into].name}
    return {}


def carried(correction: Correction, document: Document, other: Document) -> Correction | None:
    """The same correction in another version of the article; None where that lacks what it is about."""
    quotes = {(quote.text, quote.pieces): index for index, quote in enumerate(other.quotes)}
    names = {(entity.name, entity.type): index for index, entity in enumerate(other.entities)}
    match correction:
        case SetSpeaker(index) | DropQuote(index):
            quote = document.quotes[index]
            found = quotes.get((quote.text, quote.pieces))
            return None if found is None else correction._replace(quote=found)
        case Merge(index, into):
            pair = [names.get(document.entities[each][:2]) for each in (index, into)]
            return None if pair[0] is None or pair[1] is None else Merge(pair[0], pair[1])
        case Rename(index) | Retype(index) | Hide(index):
            found = names.get(document.entities[index][:2])
            return None if found is None else correction._replace(entity=found)
