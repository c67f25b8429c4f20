"""Build the highlights of an article: find their places, and warn about those that are not certain."""

from __future__ import annotations

from collections.abc import Iterator

from reader.model import NOWHERE, Block, Highlight, HighlightColor, Status, WordsAround
from reader.sources.faults import Faults, short
from reader.sources.yaml.record import Record, entries
from reader.sources.yaml.schema import HighlightEntry, PlaceEntry
from reader.text.clean import clean
from reader.text.highlight_places import HighlightPlaces

_DOUBTS = {
    Status.LOST: "is not in the text, or occurs more than once",
    Status.MOVED: "may be at another place: the words around it differ",
}


def build_highlights(record: Record, blocks: tuple[Block, ...], faults: Faults) -> tuple[Highlight, ...]:
    """The highlights under `highlights`. One whose words are not found gets a warning and has no pieces."""
    return tuple(_placed(record, blocks, faults))


def _placed(record: Record, blocks: tuple[Block, ...], faults: Faults) -> Iterator[Highlight]:
    places = HighlightPlaces(blocks)
    for entry in entries(record, "highlights", HighlightEntry, faults):
        highlight = places.placed(highlight_in(entry, faults))
        if not (highlight.text or highlight.note):
            faults.warning(entry.position, "an item of highlights without text and note is left out")
            continue
        if doubt := _DOUBTS.get(highlight.status):
            faults.warning(entry.place("text"), f'highlight "{short(highlight.text, 24)}" {doubt}')
        yield highlight


def highlight_in(entry: Record, faults: Faults) -> Highlight:
    """The highlight of an item, without its place in the text. Its text and its note may both be empty."""
    fault = "is no date; expected one such as 2026-11-30T10:12:00Z"
    node = entry.map("at")
    at = NOWHERE
    if node is not None:
        place = Record(node, PlaceEntry, faults)
        place.warn_unknown()
        at = WordsAround(place.line("paragraph"), clean(place.raw("before")), clean(place.raw("after")))
    return Highlight(
        text=entry.passage("text"),
        color=HighlightColor(entry.choice("color", HighlightColor.YELLOW)),
        note=entry.passage("note"),
        made=entry.matching("made", fault),
        at=at,
        extras=entry.extras,
    )
