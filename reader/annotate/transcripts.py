"""Transcripts: paragraphs that begin with the name of who speaks, as in `WEBER: Good evening.`

Owns when such labels make a transcript. Interviews with `Q:` and `A:` are transcripts whose speakers
nobody names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reader.annotate.word_set import word_set

_LABEL = re.compile(
    r"[\"“”]?\s{0,2}([A-Z][^\W\d_]{0,24}\.?(?:[ .’'-]{1,2}[A-Z][^\W\d_]{0,24}\.?){0,3})\s?:\s{1,3}(?=\S)"
)
_NO_SPEAKERS = word_set(
    """note update correction editor's photo image video source sources read more related also warning
    summary background advertisement credit caption tip example step part answer question"""
)
_UNNAMED = word_set("q a question answer interviewer host moderator")


def find_labels(paragraphs: Sequence[str]) -> dict[int, tuple[str, int]]:
    """The label of each paragraph of a transcript, and where its words begin.

    Empty when there are too few labels to be sure. A label that names nobody is an empty text.
    """
    found = {}
    for number, text in enumerate(paragraphs):
        match = _LABEL.match(text)
        if match and match.group(1).split()[0].lower() not in _NO_SPEAKERS:
            found[number] = (match.group(1), match.end())
    counts = Counter(label for label, _ in found.values())
    capitals = [label for label in counts if label.isupper()]
    often = [label for label in counts if counts[label] > 1]
    kept: set[str] = set()
    if len(capitals) > 1 and any(counts[label] > 1 for label in capitals):
        kept.update(capitals)
    if len(often) > 1 and sum(counts[label] for label in often) >= 4:
        kept.update(often)
    return {
        number: ("" if label.lower() in _UNNAMED else _name(label), start)
        for number, (label, start) in found.items()
        if label in kept
    }


def _name(label: str) -> str:
    """A label as a name is written: capitals only at the beginnings."""
    return label.title() if label.isupper() and len(label) > 3 else label
