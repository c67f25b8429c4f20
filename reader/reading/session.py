"""The reading session: one article being read, as an immutable value.

Owns what a reader changes while reading, without a terminal: the version of the article, the active set,
the place that Esc returns to, the jump list, the marks, the searches and the journal of edits.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from reader.model import Document, Entity, Place, Quote, QuoteId, Span
from reader.reading.active_set import (
    ActiveSet,
    AllQuotes,
    HighlightsOf,
    MentionsOf,
    QuotesBy,
    SearchFor,
    TermsFound,
)
from reader.reading.journal import MAX_EDITS, Edit
from reader.reading.jumps import NO_JUMPS, Jumps, Window
from reader.reading.version import Version, version_of
from reader.sources.open import Loaded
from reader.text.layers import at

if TYPE_CHECKING:
    from reader.reading.moved_places import MovedPlaces
    from reader.text.match_list import Matches
    from reader.text.search import Query

MAX_SEARCHES = 50

UNCHANGED: Mapping[str, str] = MappingProxyType({})
"""For `with_version`: no name was replaced."""


@dataclass(frozen=True, slots=True, eq=False)
class ReadingSession:
    """One article being read. Every method that changes something returns the next session.

    `loaded` tells where the article came from; its document is always the document of `version`. `origin` is
    the window that was shown when the first set became active: Esc returns there. `detecting` is True while
    quotes and entities are still being found. `searches` are the words of earlier searches, oldest first.
    `edits` can be undone and `undone` redone, both with the newest last.
    """

    loaded: Loaded
    version: Version
    active: ActiveSet | None = None
    origin: Window | None = None
    marks: Mapping[str, Window] = field(default_factory=dict)
    jumps: Jumps = NO_JUMPS
    searches: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    undone: tuple[Edit, ...] = ()
    detecting: bool = False

    # -- the place ---------------------------------------------------------------------------------

    def leaving(self, here: Window) -> ReadingSession:
        """The session after a jump away from `here`."""
        return replace(self, jumps=self.jumps.leave(here))

    def with_jumps(self, jumps: Jumps) -> ReadingSession:
        """The session with another jump list."""
        return replace(self, jumps=jumps)

    def with_mark(self, letter: str, here: Window) -> ReadingSession:
        """The session with the window `here` remembered under a letter, as its newest mark."""
        others = {other: marked for other, marked in self.marks.items() if other != letter}
        return replace(self, marks={**others, letter: here})

    def mark_letters(self) -> dict[int, str]:
        """Map each block to the letter of its newest mark, for the gutter."""
        return {window.place.block: letter for letter, window in self.marks.items()}

    def with_memory(self, marks: Mapping[str, Window], jumps: Jumps) -> ReadingSession:
        """The session with the marks and the jump list of an earlier run."""
        return replace(self, marks=marks, jumps=jumps)

    # -- the active set ----------------------------------------------------------------------------

    def activated(self, active: ActiveSet, here: Window) -> ReadingSession:
        """The session with another active set; `here` is what is on the screen now."""
        return replace(self, active=active, origin=here if self.active is None else self.origin)

    def cleared(self) -> ReadingSession:
        """The session without an active set."""
        return replace(self, active=None)

    def with_origin(self, origin: Window | None) -> ReadingSession:
        """The session in which Esc returns to `origin`, or nowhere if it is None."""
        return replace(self, origin=origin)

    def current_quote(self) -> QuoteId | None:
        """The quote that is the current match, or None if the current match is not a quote."""
        active = self.active
        if active is None or active.position is None:
            return None
        subject = active.subject
        if not isinstance(subject, QuotesBy | AllQuotes):
            return None
        speaker = subject.speaker if isinstance(subject, QuotesBy) else None
        # All pieces are compared: a quote inside another one may begin at the same place.
        pieces = active.matches.pieces(active.position)
        for quote in self.version.document.quotes:
            if quote.pieces == pieces and speaker in (None, self.version.speaker_of(quote)):
                return quote.id
        return None

    def quote_set(self, quote: Quote) -> ActiveSet:
        """The quotes by the speaker of `quote`, with `quote` as the current match. It must have a place."""
        active = self.version.quotes_by(self.version.speaker_of(quote))
        pieces = active.matches.pieces
        return active.at(next(i for i in range(len(active.matches)) if pieces(i) == quote.pieces))

    def entity_from(self, here: Place) -> tuple[Entity, Span] | None:
        """The entity mentioned at a place, or the next one after it, or the first one in the article.

        If an entity is mentioned here and the active set has the mentions of an entity, the result is the
        next mention of another entity.
        """
        entities = self.version.document.entities
        mentions = sorted(
            ((span, index) for index, entity in enumerate(entities) for span in entity.mentions)
        )
        if not mentions:
            return None
        current = at([span for span, _ in mentions], here.block, here.offset)
        subject = None if self.active is None else self.active.subject
        if current is None:
            chosen = next((pair for pair in mentions if pair[0].place >= here), mentions[0])
        elif isinstance(subject, MentionsOf):
            after = (pair for pair in mentions if pair[0].place > here)
            chosen = next((pair for pair in after if entities[pair[1]].id != subject.entity), mentions[0])
        else:
            chosen = mentions[current]
        return entities[chosen[1]], chosen[0]

    def entity_at(self, place: Place) -> tuple[Entity, Span] | None:
        """The entity mentioned at a place, with that mention, or None."""
        for entity in self.version.document.entities:
            found = at(entity.mentions, *place)
            if found is not None:
                return entity, entity.mentions[found]
        return None

    def quote_at(self, place: Place) -> Quote | None:
        """The first quote that contains a place, or None."""
        quotes = self.version.document.quotes
        return next((quote for quote in quotes if at(quote.pieces, *place) is not None), None)

    # -- searches and edits ------------------------------------------------------------------------

    def detecting_quotes(self, detecting: bool) -> ReadingSession:
        """The session with `detecting` set to the given value."""
        return replace(self, detecting=detecting)

    def with_search(self, words: str) -> ReadingSession:
        """The session with words added to the search history, as its newest entry."""
        others = (other for other in self.searches if other != words)
        return replace(self, searches=(*others, words)[-MAX_SEARCHES:])

    def with_searches(self, words: tuple[str, ...]) -> ReadingSession:
        """The session with another search history."""
        return replace(self, searches=words[-MAX_SEARCHES:])

    def without_last_edit(self) -> ReadingSession:
        """The session after the last edit was undone; it can be redone."""
        last = self.edits[-1]._replace(inverse=None)
        return replace(self, edits=self.edits[:-1], undone=(*self.undone, last))

    def with_redone_edit(self) -> ReadingSession:
        """The session after the edit that was undone last was redone."""
        return replace(self, edits=(*self.edits, self.undone[-1]), undone=self.undone[:-1])

    def with_journal(self, edits: tuple[Edit, ...], undone: tuple[Edit, ...]) -> ReadingSession:
        """The session with the journal of an earlier run."""
        return replace(self, edits=edits, undone=undone)

    def with_edit(self, edit: Edit) -> ReadingSession:
        """The session with one more edit to undo. What was undone before can no longer be redone."""
        return replace(self, edits=(*self.edits, edit)[-MAX_EDITS:], undone=())

    # -- another version ---------------------------------------------------------------------------

    def with_version(
        self,
        version: Version,
        here: Place,
        renamed: Mapping[str, str] = UNCHANGED,
        loaded: Loaded | None = None,
    ) -> ReadingSession:
        """The session with another version of the article; marks, jumps and the active set are kept.

        `here` is the reader's place in the new version. `renamed` maps names to the names that replaced
        them. The active set ends if the new version lacks its entity or speaker, or if its search has no
        hits.
        """
        active = None if self.active is None else self._renewed(self.active, version, renamed)
        return replace(
            self,
            loaded=(loaded or self.loaded)._replace(document=version.document),
            version=version,
            active=active.first_from(here) if active is not None and len(active.matches) else None,
            origin=None,
        )

    def reloaded(self, loaded: Loaded, version: Version, here: Place, places: MovedPlaces) -> ReadingSession:
        """The session after the article was read again from its source.

        `places` maps the old version to `version`. `here` is the reader's place in the new version. A mark
        whose words are gone is dropped; `lost_marks` of the old session lists those. If the source has other
        paragraphs, quotes, entities or highlights than before, an edit can be undone only in the file as it
        left it.
        """
        old, new = self.version.document, version.document
        same = _lists(old) == _lists(new)
        kept = self if same else replace(self, edits=tuple(one._replace(inverse=None) for one in self.edits))
        lost = self.lost_marks(places)
        marks = {
            letter: window.moved(places.to) for letter, window in self.marks.items() if letter not in lost
        }
        kept = replace(kept, marks=marks, jumps=self.jumps.moved(places.to))
        return kept.with_version(version, here, loaded=loaded)

    def lost_marks(self, places: MovedPlaces) -> tuple[str, ...]:
        """The letters of the marks whose words are gone."""
        return tuple(letter for letter, window in self.marks.items() if not places.is_kept(window.place))

    def _renewed(self, active: ActiveSet, version: Version, renamed: Mapping[str, str]) -> ActiveSet | None:
        """The same active set in another version, or None if its subject is gone."""
        match active.subject:
            case QuotesBy(speaker):
                return version.quotes_by(renamed.get(speaker, speaker))
            case AllQuotes():
                return version.all_quotes()
            case MentionsOf(id):
                entity = version.entity(id)
                if entity is None and active.label in renamed:  # merged into another one
                    entity = version.entity_named(renamed[active.label])
                return None if entity is None else version.mentions_of(entity)
            case HighlightsOf() as subject:
                return version.highlights(subject, active.label)
            case TermsFound() as subject:
                return version.terms_found(subject, active.label)
            case SearchFor(query):
                matches = matches_of(version, query)
                return None if matches is None else active._replace(matches=matches)


def _lists(document: Document) -> tuple[object, ...]:
    """What an edit can depend on."""
    return document.blocks, document.quotes, document.entities, document.highlights


def session_of(loaded: Loaded) -> ReadingSession:
    """The session that begins when an article is opened."""
    version = version_of(loaded.document)
    return ReadingSession(loaded._replace(document=version.document), version)


def matches_of(version: Version, query: Query) -> Matches | None:
    """The hits of a query, or None if the query cannot be run."""
    from reader.text.search import SearchError, SearchIndex, find

    try:
        return find(SearchIndex(version.page), query)
    except SearchError:
        return None
