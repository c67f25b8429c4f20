"""The highlight, quote, passage or hit at which an article is opened."""

from __future__ import annotations

from collections.abc import Callable

from reader.model import HighlightId, Place, QuoteKey, Span
from reader.reading.active_set import TermsFound
from reader.reading.jumps import Window
from reader.reading.target import Found, Target
from reader.ui.screens.reading.context import ReadingContext
from reader.ui.screens.reading.matches import Matches


class OpeningTarget:
    """Shows the target when the article opens, or as soon as its quotes or highlights are known."""

    def __init__(
        self,
        target: Target | None,
        reading: ReadingContext,
        matches: Matches,
        show_highlight: Callable[[HighlightId], object],
    ) -> None:
        """`show_highlight` goes to a highlight as the list of highlights does."""
        self._target = target
        self._reading, self._matches = reading, matches
        self._show_highlight = show_highlight
        self._had_unread = reading.session.loaded.unread is not None

    @property
    def is_set(self) -> bool:
        """Whether the article opens at a target. Then no panel may cover the text."""
        return self._target is not None

    def begin(self, *, was_left: bool) -> None:
        """Begin with the target in the window. `was_left` says whether the article was read before."""
        target = self._target
        if isinstance(target, QuoteKey):
            self._reading.view.call_after_refresh(self.show_quote)
        elif isinstance(target, Span):
            self._begin_at(target.place, was_left=was_left)
        elif isinstance(target, Found):
            self._begin_at_hit(target, was_left=was_left)
        elif target is not None and not self._had_unread:
            self._begin_at_highlight(target, was_left=was_left)

    def article_complete(self) -> None:
        """Go to a highlight that was unread when the article opened."""
        target = self._target
        if target is not None and not isinstance(target, QuoteKey | Span | Found) and self._had_unread:
            self._show_highlight(target)

    def show_quote(self) -> None:
        """Go to the quote at which the article was opened, as soon as the quotes are known."""
        target, document = self._target, self._reading.version.document
        if not isinstance(target, QuoteKey):
            return
        from reader.reading.identities import quote_keys

        quotes = document.quotes
        found = dict(zip(quote_keys(quotes), quotes, strict=True)).get(target)
        if found is not None:
            self._target = None
            self._matches.choose_quote(found.id)
        elif quotes or document.quotes_given:
            self._reading.say(f"There is no quote q-{target} in this article.")
            self._target = None

    def _begin_at_hit(self, target: Found, *, was_left: bool) -> None:
        """Begin with a hit of a search in all articles; its words become the active set."""
        place = Place(0, 0) if target.span is None else target.span.place
        if target.span is not None:
            self._begin_at(place, was_left=was_left)
        active = self._reading.version.terms_found(TermsFound(target.terms), target.label)
        if len(active.matches):
            active = active.first_from(self._reading.version.page.nearest(place))
            self._matches.activate(active, jump=False)

    def _begin_at_highlight(self, id: HighlightId, *, was_left: bool) -> None:
        """Begin with a highlight in the window. A highlight without a place is shown as from the list."""
        highlights = self._reading.version.document.highlights
        found = next((one for one in highlights if one.id == id), None)
        if found is None:
            self._reading.say(f"There is no highlight h-{id} in this article.")
        elif not found.pieces:
            self._reading.view.call_after_refresh(self._show_highlight, id)
        else:
            self._begin_at(found.pieces[0].place, was_left=was_left)

    def _begin_at(self, place: Place, *, was_left: bool) -> None:
        """Begin with a place in the window. The place where the article was left is in the jump list."""
        if was_left:
            self._reading.leave()
        view = self._reading.view
        place = view.page.nearest(place)
        view.begin_at(Window(place, view.app.size.height // 3, place))
        self._reading.change(self._reading.session)
