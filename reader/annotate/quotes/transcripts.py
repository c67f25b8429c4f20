"""Transcripts: paragraphs that begin with the name of who speaks, as in `WEBER: Good evening.`

Owns when such labels make a transcript, and which words each covers. Interviews with `Q:` and `A:` are
transcripts whose labels name nobody; who asks and who answers, `interviews` may find.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from reader.annotate.lexicon.word_set import word_set
from reader.annotate.quotes.quotation_marks import Quoted


class Label(NamedTuple):
    """Who speaks a paragraph, and where the words begin. `role` is that of one without a name."""

    name: str
    start: int
    role: str = ""


ASKS, ANSWERS = "asks", "answers"
_LABEL = re.compile(
    r"[\"“”]?\s{0,2}([A-Z][^\W\d_]{0,24}\.?(?:[ .’'-]{1,2}[A-Z][^\W\d_]{0,24}\.?){0,3})\s?:\s{1,3}(?=\S)"
)
_LETTER = re.compile(r"[\"“”]?\s{0,2}([QA])(?:\.|\s?[—–-])\s{1,3}(?=\S)")
_NO_SPEAKERS = word_set(
    """note update correction editor's photo image video source sources read more related also warning
    summary background advertisement credit caption tip example step part"""
)
_ROLES = dict.fromkeys(("q", "question", "interviewer", "host", "moderator"), ASKS) | dict.fromkeys(
    ("a", "answer"), ANSWERS
)
_MARK = re.compile('["“”„«»「」]')
_OPENING = "“\"„«「『‘'"
_PAIRS = {"”": "“", "“": "„", "»": "«", "」": "「", "』": "『", '"': '"'}
_CLOSERS = {opener: closer for closer, opener in _PAIRS.items()}


def find_labels(paragraphs: Sequence[str], apart: Collection[int] = ()) -> dict[int, Label]:
    """The label of each paragraph of a transcript.

    Empty when there are too few labels to be sure. Where a speaker goes on, the paragraphs `apart`
    (captions, block quotes) are left out.
    """
    found = {}
    for number, text in enumerate(paragraphs):
        match = _LABEL.match(text) or _LETTER.match(text)
        if match and match.group(1).split()[0].lower() not in _NO_SPEAKERS:
            found[number] = match
    counts = Counter(match.group(1) for match in found.values())
    capitals = [label for label in counts if label.isupper()]
    often = [label for label in counts if counts[label] > 1]
    kept: set[str] = set()
    if len(capitals) > 1 and any(counts[label] > 1 for label in capitals):
        kept.update(capitals)
    if len(often) > 1 and sum(counts[label] for label in often) >= 4:
        kept.update(often)
    if counts["Q"] == 0:
        kept.discard("A")  # A. Brandt and A. Holm: a list of names
    labels = {number: _label(match) for number, match in found.items() if match.group(1) in kept}
    return labels | _going_on(paragraphs, labels, apart)


def _going_on(
    paragraphs: Sequence[str], labels: dict[int, Label], apart: Collection[int]
) -> dict[int, Label]:
    """The paragraphs without a label between those with one, where most have one: who spoke goes on.

    A stage direction in brackets is nobody's, and where quotation marks stand somebody tells of it.
    """
    first, last = min(labels, default=0), max(labels, default=0)
    between = [number for number in range(first, last) if number not in labels and paragraphs[number].strip()]
    if len(between) > len(labels):
        return {}
    found: dict[int, Label] = {}
    for number in between:
        before = labels.get(number - 1) or found.get(number - 1)
        text = paragraphs[number].strip()
        if before and number not in apart and text[0] not in "([*" and not _MARK.search(text):
            found[number] = before._replace(start=0)
    return found


def _label(match: re.Match[str]) -> Label:
    label = match.group(1)
    role = _ROLES.get(label.lower(), "")
    # A name as it is written elsewhere: capitals only at the beginnings.
    name = "" if role else label.title() if label.isupper() and len(label) > 3 else label
    return Label(name, match.end(), role)


def whole(text: str, number: int, start: int) -> Quoted:
    """A paragraph that is a quote as a whole, from `start` on, without marks at its edges."""
    first = start
    while start < len(text) and (text[start].isspace() or _opens_all(text, start)):
        start += 1
    end = len(text.rstrip())
    if end > start and text[end - 1] in _PAIRS:
        closer, inside = text[end - 1], text[start : end - 1]
        opener = _PAIRS[closer]
        # The mark that closes a quote within the words is theirs.
        inner = inside.count(opener) % 2 if opener == closer else inside.count(opener) > inside.count(closer)
        end -= not inner or start > first
    return Quoted(number, start, max(start, end), opened=False, closed=False)


def _opens_all(text: str, at: int) -> bool:
    """Whether a mark opens all that follows, and not a quote that closes within."""
    if text[at] not in _OPENING:
        return False
    closer = _CLOSERS.get(text[at])
    return closer is None or not -1 < text.find(closer, at + 1) < len(text.rstrip()) - 1


def spread(labels: dict[int, Label], marked: Sequence[Sequence[Quoted]]) -> dict[int, Label]:
    """The speakers of a transcript, also of the paragraphs that go on with an opening mark."""
    speakers: dict[int, Label] = {}
    for number, spans in enumerate(marked):
        if number in labels:
            speakers[number] = labels[number]
        elif number - 1 in speakers and spans and spans[0].start <= 2:
            speakers[number] = speakers[number - 1]
    return speakers
