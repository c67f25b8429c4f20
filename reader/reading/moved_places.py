"""Where the places of one version of an article are in another version, after its text was edited."""

from __future__ import annotations

from reader.model import Place
from reader.reading.version import Version
from reader.text.alignment import Alignment


class MovedPlaces:
    """Maps places of `old` to `new`. Aligning the texts takes up to half a second for 3 MB."""

    def __init__(self, old: Version, new: Version) -> None:
        self._page = new.page
        texts = [[block.text for block in version.document.blocks] for version in (old, new)]
        self._old_texts = texts[0]
        self._alignment = None if texts[0] == texts[1] else Alignment(*texts)

    def to(self, place: Place) -> Place:
        """The place in the new version: the same words, else the nearest words that are still there."""
        if self._alignment is None or place.block < 0:  # the headline keeps its blocks
            return self._page.nearest(place)
        found = self._alignment.map_place(*self._old(place))
        return Place(found.block, found.start)

    def is_kept(self, place: Place) -> bool:
        """Whether the words at a place are still there."""
        if self._alignment is None or place.block < 0:
            return True
        block, offset = self._old(place)
        # One code point, not a point: beside words that were deleted, the point itself survives.
        end = min(offset + 1, len(self._old_texts[block]))
        return self._alignment.map_span(block, offset, end) is not None

    def _old(self, place: Place) -> Place:
        """The place in the old texts, whose end it may overhang."""
        texts = self._old_texts
        block = min(place.block, len(texts) - 1)
        return Place(block, min(place.offset, len(texts[block])))
