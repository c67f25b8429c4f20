"""Quotes and names that the source did not give, found after the first frame while one reads on."""

from __future__ import annotations

import sys

from reader.formats.load import Loaded
from reader.model import Document
from reader.screens.searching import Searching

LONG = 20_000
"""Words from which finding takes long enough to be told of."""


YIELDING = 0.0005
"""Seconds this work may go on while a key waits; Python's own value is ten times as much."""


class Annotating(Searching):
    """Finds who said what and who is who in the background."""

    def annotate_in_background(self) -> None:
        """Begin, where there is something to find. The text comes first: called after the first frame."""
        document = self.page.document
        if document.quotes or document.entities or (document.quotes_given and document.entities_given):
            return
        if self.words > LONG:
            self.say("Finding who said what in a long text; read on.")
        self.run_worker(lambda: self._annotate(document), thread=True, group="annotate", exclusive=True)

    def _annotate(self, document: Document) -> None:
        """In a thread: the document with what was found."""
        from reader.annotate import annotate

        usual = sys.getswitchinterval()
        # A key passes through several threads, and waits for this one at each: at most so long.
        sys.setswitchinterval(YIELDING)
        try:
            found = annotate(document)
        finally:
            sys.setswitchinterval(usual)
        if found is not document and self.is_attached:
            self.app.call_from_thread(self._annotated, document, found)

    def _annotated(self, before: Document, found: Document) -> None:
        """Show what was found, unless another article or version has come meanwhile."""
        if self.page.document is not before or not self.is_attached:
            return
        self.take_in(self.loaded._replace(document=found))
        if self.words > LONG:
            self.say(f"Found {len(found.quotes):,} quotes and {len(found.entities):,} names.")

    def take_in(self, loaded: Loaded) -> None:
        """Show another version of the article. Overridden by the screen."""
