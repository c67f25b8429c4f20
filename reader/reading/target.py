"""Where in an article its screen opens."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from reader.model import HighlightId, QuoteKey, Span

if TYPE_CHECKING:
    from reader.text.terms import Term


class Found(NamedTuple):
    """A hit of a search in all articles. All words of the search become the active set.

    `span` is the hit; None if the words are not in the text. `label` is the search as it was typed.
    """

    span: Span | None
    label: str
    terms: tuple[Term, ...]


Target: TypeAlias = HighlightId | QuoteKey | Span | Found
"""A highlight, a quote, a passage, or a hit of a search in all articles."""
