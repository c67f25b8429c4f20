"""Transcripts: paragraphs that begin with the name of the speaker, as in `WEBER: Good evening.`

Owns the rules for when such labels make a transcript, and for which words each label covers. An interview
with `Q:` and `A:` is a transcript whose labels have no names; `interviews` may find the names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from reader.annotate.lexicon.word_set import word_set
from reader.annotate.quotes.quotation_marks import QuotedSpan


class SpeakerLabel(NamedTuple):
    """The speaker of a paragraph, and where the speech begins. `role` is set for a label without a name."""

    name: str
    start: int
    role: str = ""


ASKS, ANSWERS = "asks", "answers"
_LABEL = re.compile(
    r"[\"“”]?\s{0,2}([A-Z][^\W\d_]{0,24}\.?(?:[ .’'-]{1,2}[A-Z][^\W\d_]{0,24}\.?){0,3})\s?:\s{1,3}(?=\S)"
)
_LETTER = re.compile(r"[\"“”]?\s{0,2}([QA])(?:\.|\s?[—–-])\s{1,3}(?=\S)")
_NON_SPEAKER_LABELS = word_set(
    """note update correction editor's photo image video source sources read more related also warning summary
    background advertisement credit caption tip example step part"""
)
"""Words before a colon that do not name a speaker."""
_ROLES = dict.fromkeys(("q", "question", "interviewer", "host", "moderator"), ASKS) | dict.fromkeys(
    ("a", "answer"), ANSWERS
)
_TALK = re.compile(
    r"[?!]|\b(?:I|you|we|me|my|your|our|us|ich|wir|Sie|du|mir|mich|uns|je|vous|nous|moi|yo|usted|nosotros|io|noi|voi|eu"
    r"|nós|você|ik|wij|jij|u|jag|vi|jeg)\b|\b[JjMm]['’]"
)
"""Questions, exclamations, and words for the speaker and the listener in the languages of Western Europe."""
_SENTENCE_ENDS = frozenset('.!?…。！？"”»)]—–-')
_QUOTATION_MARK = re.compile('["“”„«»「」]')
_OPENING = "“\"„«「『‘'"
_PAIRS = {"”": "“", "“": "„", "»": "«", "」": "「", "』": "『", '"': '"'}
_CLOSERS = {opener: closer for closer, opener in _PAIRS.items()}


def find_labels(paragraphs: Sequence[str], excluded: Collection[int] = ()) -> dict[int, SpeakerLabel]:
    """The label of each paragraph of a transcript; empty if there are too few labels to be sure.

    The `excluded` paragraphs (captions, block quotes) do not continue a speaker.
    """
    found = {}
    for number, text in enumerate(paragraphs):
        match = _LABEL.match(text) or _LETTER.match(text)
        if match and match.group(1).split()[0].lower() not in _NON_SPEAKER_LABELS:
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
        kept.discard("A")  # a list of names: A. Brandt, A. Holm
    found = {number: match for number, match in found.items() if match.group(1) in kept}
    if not _is_conversation([*found.values()]):
        return {}
    labels = {number: _speaker_label(match) for number, match in found.items()}
    return labels | _unlabelled_paragraphs(paragraphs, labels, excluded)


def _is_conversation(matches: Sequence[re.Match[str]]) -> bool:
    """Whether labelled paragraphs are speech, and not results, notes on teams or a list of properties.

    Most of them end like sentences. Labels in capitals and roles such as `Q` are enough then. Otherwise one
    paragraph in five has a question, an exclamation or a word for the speaker or the listener.
    """
    labels = [match.group(1) for match in matches]
    ended = sum(match.string.rstrip()[-1:] in _SENTENCE_ENDS for match in matches)
    talk = sum(_TALK.search(match.string) is not None for match in matches)
    usual = all(label.isupper() or label.lower() in _ROLES for label in labels)
    return 2 * ended >= len(matches) and (usual or 5 * talk >= len(matches))


def _unlabelled_paragraphs(
    paragraphs: Sequence[str], labels: dict[int, SpeakerLabel], excluded: Collection[int]
) -> dict[int, SpeakerLabel]:
    """The paragraphs between labels that continue the previous speaker, if most paragraphs have a label.

    A stage direction in brackets has no speaker. A paragraph with quotation marks is narration.
    """
    first, last = min(labels, default=0), max(labels, default=0)
    between = [number for number in range(first, last) if number not in labels and paragraphs[number].strip()]
    if len(between) > len(labels):
        return {}
    found: dict[int, SpeakerLabel] = {}
    for number in between:
        before = labels.get(number - 1) or found.get(number - 1)
        text = paragraphs[number].strip()
        if before and number not in excluded and text[0] not in "([*" and not _QUOTATION_MARK.search(text):
            found[number] = before._replace(start=0)
    return found


def _speaker_label(match: re.Match[str]) -> SpeakerLabel:
    """The label of a matching paragraph."""
    label = match.group(1)
    role = _ROLES.get(label.lower(), "")
    # WEBER is written Weber elsewhere.
    name = "" if role else label.title() if label.isupper() and len(label) > 3 else label
    return SpeakerLabel(name, match.end(), role)


def whole_paragraph(text: str, number: int, start: int) -> QuotedSpan:
    """A paragraph that is a quote from `start` to its end, without quotation marks at its edges."""
    first = start
    while start < len(text) and (text[start].isspace() or _opens_whole_text(text, start)):
        start += 1
    end = len(text.rstrip())
    if end > start and text[end - 1] in _PAIRS:
        closer, inside = text[end - 1], text[start : end - 1]
        opener = _PAIRS[closer]
        # A mark that closes a quote inside the words is kept.
        inner = inside.count(opener) % 2 if opener == closer else inside.count(opener) > inside.count(closer)
        end -= not inner or start > first
    return QuotedSpan(number, start, max(start, end), opened=False, closed=False)


def _opens_whole_text(text: str, at: int) -> bool:
    """Whether the mark opens the whole text rather than a quote that closes inside it."""
    if text[at] not in _OPENING:
        return False
    closer = _CLOSERS.get(text[at])
    return closer is None or not -1 < text.find(closer, at + 1) < len(text.rstrip()) - 1


def extend_labels(
    labels: dict[int, SpeakerLabel], marked: Sequence[Sequence[QuotedSpan]]
) -> dict[int, SpeakerLabel]:
    """The labels, extended to paragraphs that continue a labelled quote with an opening mark."""
    speakers: dict[int, SpeakerLabel] = {}
    for number, spans in enumerate(marked):
        if number in labels:
            speakers[number] = labels[number]
        elif number - 1 in speakers and spans and spans[0].start <= 2:
            speakers[number] = speakers[number - 1]
    return speakers
