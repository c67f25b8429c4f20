"""Quotes and names that the source did not give, found after the first frame while one reads on.

Owns when what was found is shown: a long text fills its panels as it goes, and nothing is exchanged
under a dialog, a search or a selection.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from time import sleep
from typing import NamedTuple

from textual.message import Message
from textual.worker import WorkerCancelled, get_current_worker

from reader.model import Document
from reader.sources.load import Loaded
from reader.ui.screens.reading.parts import Derived, derive
from reader.ui.screens.reading.search import Searching

LONG = 20_000
"""Words from which finding takes long enough to be told of."""

STEP = 5
"""Per cent from one telling to the next."""

YIELDING = 0.0005
"""Seconds this work may go on while a key waits; Python's own value is ten times as much."""
USUAL = sys.getswitchinterval()

PATIENCE = 0.1
"""Seconds between two looks whether what must be waited for is over."""

SAYING = "Finding who said what"


class Ready(NamedTuple):
    """A version of the article with what was found so far, and all that follows from it."""

    document: Document
    derived: Derived


class Annotating(Searching):
    """Finds who said what and who is who in the background."""

    _article: Document | None = None
    """The article that quotes and names are found for, as its source gave it; None where that is done."""
    _shown: Document | None = None
    """The version of it that is on the screen."""
    _ready: Ready | None = None
    """A newer version that waits for its time."""
    _told = 0

    class Found(Message):
        """Some more of an article was read. `done` is the share, `ready` what there is to show."""

        def __init__(
            self, article: Document, done: float, ready: Ready | None, *, last: bool = False
        ) -> None:
            super().__init__()
            self.article, self.done, self.ready, self.last = article, done, ready, last

    @property
    def annotating(self) -> bool:
        """Whether more quotes and names are to come."""
        return self._article is not None

    @property
    def loaded_as_left(self) -> Loaded:
        """The article to come back to: as its source gave it while only a part was searched."""
        return self.loaded if self._article is None else self.loaded._replace(document=self._article)

    def annotate_in_background(self) -> None:
        """Begin, where there is something to find. The text comes first: called after the first frame."""
        document = self.page.document
        self.workers.cancel_group(self, "annotate")
        self._article = self._ready = None
        # What was found before is there and not given; the file may give the one and not the other.
        found = (document.quotes and not document.quotes_given) or (
            document.entities and not document.entities_given
        )
        if found or (document.quotes_given and document.entities_given):
            return
        self._article = self._shown = document
        self.tell_panels_of_more()
        self._told = -STEP
        self._tell(0)
        self.run_worker(partial(self._annotate, document), thread=True, group="annotate", exclusive=True)

    # -- in a thread -------------------------------------------------------------------------------

    def _annotate(self, article: Document) -> None:
        """Find quotes and names, and post what was found so far again and again."""
        from reader.annotate import in_steps

        worker = get_current_worker()

        def check() -> None:
            if worker.is_cancelled:
                raise WorkerCancelled

        steps = in_steps(article, check)
        while not worker.is_cancelled:
            if self._is_covered:
                sleep(PATIENCE)
                continue
            with _undisturbed():
                try:
                    step = next(steps, None)
                except WorkerCancelled:
                    return
                if step is None:
                    break
                ready = None if step.document is None else Ready(step.document, derive(step.document))
            self.post_message(self.Found(article, step.done, ready))
        if worker.is_cancelled:
            return
        self.post_message(self.Found(article, 1, None, last=True))

    @property
    def _is_covered(self) -> bool:
        """Whether another article lies over this one: nobody waits for what is found here."""
        stack = self.app.screen_stack
        return self in stack and any(
            isinstance(above, Annotating) for above in stack[stack.index(self) + 1 :]
        )

    # -- on the screen -----------------------------------------------------------------------------

    def on_annotating_found(self, event: Found) -> None:
        event.stop()
        if event.article is not self._article:
            return
        self._tell(event.done)
        self._ready = event.ready or self._ready
        if event.ready is not None or event.last:
            self._show_found(event.article, last=event.last)

    def _show_found(self, article: Document, *, last: bool) -> None:
        """Show what is ready, now or when nothing is in its way."""
        if article is not self._article or not self.is_attached:
            return
        if self.page.document is not self._shown:  # another version has come meanwhile
            self._article = self._ready = None
            self.tell_panels_of_more()
            return
        if self._is_busy:
            if last:
                self.set_timer(PATIENCE, partial(self._show_found, article, last=True))
            return
        if self._ready is not None:
            document, derived = self._ready
            self._ready, self._shown = None, document
            self.take_in(self.loaded._replace(document=document), derived=derived)
        if last:
            self._article = None
            self.tell_panels_of_more()
            self._tell_end()

    @property
    def _is_busy(self) -> bool:
        """Whether an exchange would come between the reader and what they are about."""
        return not self.is_active or self.searching or bool(self.selections) or self.view.chosen is not None

    def _tell(self, done: float) -> None:
        """Say how far the finding has come, where that hides nothing else."""
        share = STEP * int(100 * done / STEP)
        if self.words > LONG and share >= self._told + STEP and self._may_tell:
            self._told = share
            self.say(f"{SAYING}… {share} %")

    def tell_panels_of_more(self) -> None:
        """Let a panel that is empty say whether it stays so."""
        document = self.page.document
        if (quotes := self.quotes) is not None:
            quotes.awaited = self.annotating and not document.quotes_given
        if (sidebar := self.sidebar) is not None:
            sidebar.awaited = self.annotating and not document.entities_given

    def _tell_end(self) -> None:
        document = self.page.document
        if self.words > LONG and self._may_tell:
            self.say(f"Found {len(document.quotes):,} quotes and {len(document.entities):,} names.")

    @property
    def _may_tell(self) -> bool:
        said = self.status.message
        return said.startswith(SAYING) or (not said and self.active is None)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let keys go before this thread's work, and no collection of garbage stop both: there is none here."""
    # A key passes through several threads, and waits for this one at each: at most so long.
    sys.setswitchinterval(YIELDING)
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        sys.setswitchinterval(USUAL)
