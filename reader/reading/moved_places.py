"""Map places from one version of an article to another version, after its text was edited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.model import Document, Place, Span
from reader.reading.version import Version, version_of
from reader.text.page import Page

if TYPE_CHECKING:
    from reader.text.alignment import Alignment


def texts_of(document: Document) -> list[str]:
    """The text of each block."""
    return [block.text for block in document.blocks]


class MovedPlaces:
    """Maps places of an old text to a new page. The old text is given as the texts of its blocks.

    Aligning the texts takes up to half a second for 3 MB.
    """

    def __init__(self, old: Sequence[str], new: Page) -> None:
        self._page = new
        self._old_texts = list(old)
        texts = texts_of(new.document)
        self._alignment: Alignment | None = None
        if self._old_texts != texts:
            from reader.text.alignment import Alignment  # few articles were edited since they were read

            self._alignment = Alignment(self._old_texts, texts)

    def to(self, place: Place) -> Place:
        """The place of the same words in the new version, or of the nearest words that still exist."""
        if self._alignment is None or place.block < 0:  # the headline keeps its blocks
            return self._page.nearest(place)
        found = self._alignment.map_place(*self._old(place))
        return Place(found.block, found.start)

    def is_kept(self, place: Place) -> bool:
        """Whether the new version still has the words at a place."""
        if self._alignment is None or place.block < 0:
            return True
        block, offset = self._old(place)
        # Map a whole code point, because the point between two code points survives next to deleted words.
        end = min(offset + 1, len(self._old_texts[block]))
        return self._alignment.map_span(block, offset, end) is not None

    def highlights(self, version: Version, places: Mapping[str, Sequence[Span]]) -> Version:
        """`version` with its highlights at the places where they were before.

        `version` belongs to the new page. `places` has the spans in the old text by `Highlight.place_key`.
        """
        before = version.document.highlights
        if not before or not places:
            return version
        from reader.text import highlight_places  # searching in folded text takes long to import

        if self._alignment is None:
            after = highlight_places.kept(before, places, self._old_texts)
        else:
            after = highlight_places.moved(before, places, self._alignment)
        if [(one.pieces, one.status) for one in after] == [(one.pieces, one.status) for one in before]:
            return version
        return version_of(replace(version.document, highlights=after), version.document)

    def _old(self, place: Place) -> Place:
        """The place, moved into the old texts if it is beyond their end."""
        texts = self._old_texts
        block = min(place.block, len(texts) - 1)
        return Place(block, min(place.offset, len(texts[block])))
