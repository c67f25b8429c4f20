"""One version of the article being read, with everything that follows from its document.

Owns what is computed once for each version: the page, the speakers' names and hues, the styled ranges
of the text, the paragraph numbers, and the index of each id.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from reader.model import Document, Entity, EntityId, Place, Quote, QuoteId, numbers
from reader.reading.active_set import ActiveSet, AllQuotes, HighlightsOf, MentionsOf, QuotesBy, TermsFound
from reader.reading.identities import identified
from reader.reading.speakers import UNATTRIBUTED, speaker_hues, speaker_names
from reader.text.headline import byline, count_words
from reader.text.layers import Layer, article_layers
from reader.text.match_list import PieceMatches, SpanMatches
from reader.text.page import Page, page


@dataclass(frozen=True, slots=True, eq=False)
class Version:
    """A document and the values derived from it. Two versions are equal only if they are the same object.

    `hues` and `speakers` are `reader.reading.speakers.speaker_hues` and `speaker_names`. `layers` are the
    styled ranges of each block. `numbers` has the paragraph number of each block, 0 for headings.
    `words` counts the words of all blocks. `notes` has the places where a highlight with a note begins.
    """

    page: Page
    hues: Mapping[str, int]
    speakers: Mapping[str, str]
    layers: Mapping[int, Sequence[Layer]]
    numbers: Sequence[int]
    words: int
    entity_at: Mapping[EntityId, int]
    quote_at: Mapping[QuoteId, int]
    notes: Collection[Place]

    @property
    def document(self) -> Document:
        """The article."""
        return self.page.document

    def entity(self, id: EntityId) -> Entity | None:
        """The entity with that id, or None if this version does not have it."""
        index = self.entity_at.get(id)
        return None if index is None else self.document.entities[index]

    def quote(self, id: QuoteId) -> Quote | None:
        """The quote with that id, or None if this version does not have it."""
        index = self.quote_at.get(id)
        return None if index is None else self.document.quotes[index]

    def __contains__(self, target: object) -> bool:
        """Whether this version has the entity, quote or highlight with that id."""
        return (
            target in self.entity_at
            or target in self.quote_at
            or any(one.id == target for one in self.document.highlights)
        )

    def speaker_of(self, quote: Quote) -> str:
        """The main name of the speaker of a quote, or an empty string if no speaker is named."""
        return self.speakers[quote.speaker]

    def entity_named(self, name: str) -> Entity | None:
        """The first entity with exactly that name, or None."""
        return next((entity for entity in self.document.entities if entity.name == name), None)

    def mentions_of(self, entity: Entity) -> ActiveSet:
        """The mentions of an entity as an active set."""
        return ActiveSet(entity.name, MentionsOf(entity.id), SpanMatches(entity.mentions))

    def quotes_by(self, speaker: str) -> ActiveSet:
        """The quotes of a speaker, given by the speaker's main name, as an active set."""
        quotes = self.document.quotes
        matches = PieceMatches(quote.pieces for quote in quotes if self.speaker_of(quote) == speaker)
        return ActiveSet(f"“ {speaker or UNATTRIBUTED}", QuotesBy(speaker), matches)

    def all_quotes(self) -> ActiveSet:
        """The quotes of all speakers as an active set."""
        return ActiveSet("Quotes", AllQuotes(), PieceMatches(quote.pieces for quote in self.document.quotes))

    def highlights(self, subject: HighlightsOf, label: str) -> ActiveSet:
        """Highlights as an active set, in reading order. Those whose place is not certain are included."""
        chosen = (one for one in self.document.highlights if subject.ids is None or one.id in subject.ids)
        return ActiveSet(label, subject, PieceMatches(one.pieces for one in chosen))

    def terms_found(self, subject: TermsFound, label: str) -> ActiveSet:
        """The words of a search in all articles as an active set. Linear in the length of the text."""
        from reader.text.terms import found_spans

        texts = [block.text for block in self.document.blocks]
        return ActiveSet(label, subject, SpanMatches(found_spans(texts, subject.terms)))

    def number_of(self, block: int) -> int:
        """The number of the last paragraph at or before a block; 0 in the headline."""
        while block > 0 and not self.numbers[block]:
            block -= 1
        return self.numbers[block] if block >= 0 else 0

    def block_of(self, number: int) -> int:
        """The block of a paragraph number; the last block when the number is too great."""
        for block, this in enumerate(self.numbers):
            if this >= number > 0:
                return block
        return len(self.numbers) - 1


def version_of(document: Document, before: Document | None = None) -> Version:
    """The version for `document`. `before` is the document that it replaces; the ids of `before` are kept.

    Takes a tenth of a second for a book of 3 MB, so call it off the screen's thread for long articles.
    """
    document = identified(document, before)
    hues = speaker_hues(document)
    words = count_words(document.blocks)
    return Version(
        page(document, byline(document, words)),
        hues,
        speaker_names(document),
        article_layers(document, hues),
        numbers(document.blocks),
        words,
        {entity.id: index for index, entity in enumerate(document.entities)},
        {quote.id: index for index, quote in enumerate(document.quotes)},
        frozenset(one.pieces[0].place for one in document.highlights if one.note and one.pieces),
    )
