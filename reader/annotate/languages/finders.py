"""The finders of names and quotes for a language.

Owns the choice between the rules for English, the grammar of another language, and spans without names.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Protocol

from reader.annotate.languages.identification import ENGLISH, UNKNOWN
from reader.annotate.markup import Markup
from reader.annotate.results import FoundEntity, FoundQuote


class FindsNames(Protocol):
    """Reads a text batch by batch, and gives the entities of everything read so far."""

    def read(self, paragraphs: Sequence[str], check: Callable[[], None]) -> None:
        """Read the next paragraphs."""
        ...

    def found(self, check: Callable[[], None]) -> tuple[FoundEntity, ...]:
        """The entities so far."""
        ...


class FindsQuotes(Protocol):
    """Gives the quotes of a range of paragraphs, attributed to the people and things that are known."""

    def found(
        self, first: int, stop: int, people: Collection[str], things: Iterable[str], check: Callable[[], None]
    ) -> Iterable[FoundQuote]:
        """The quotes of the paragraphs `first` to `stop`, exclusive."""
        ...


def name_finder(language: str, title: str, markup: Markup) -> FindsNames:
    """The finder of names for a language code, or for UNKNOWN."""
    if language == ENGLISH:
        from reader.annotate.entities.finder import EntityFinder

        return EntityFinder(title, markup.italics)
    if language == UNKNOWN:
        from reader.annotate.languages.span_finder import NoNames

        return NoNames()
    from reader.annotate.languages.grammar import grammar_of
    from reader.annotate.languages.name_finder import GrammarNameFinder

    return GrammarNameFinder(grammar_of(language))


def quote_finder(
    language: str, paragraphs: Sequence[str], markup: Markup, *, explain: bool = False
) -> FindsQuotes:
    """The finder of quotes for a language code, or for UNKNOWN.

    With `explain`, English quotes have the votes of all rules. In other languages no rules vote.
    """
    if language == ENGLISH:
        from reader.annotate.quotes.finder import QuoteFinder

        return QuoteFinder(paragraphs, markup, explain=explain)
    if language == UNKNOWN:
        from reader.annotate.languages.span_finder import SpanFinder

        return SpanFinder(paragraphs, markup)
    from reader.annotate.languages.grammar import grammar_of
    from reader.annotate.languages.quote_finder import GrammarQuoteFinder

    return GrammarQuoteFinder(paragraphs, grammar_of(language), markup)
