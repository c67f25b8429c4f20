"""Find the names of interviewer and interviewee, for the labels `Q:` and `A:` or for bold questions.

Owns the rules for the lead, which introduces both: "Ada Brandt talks to our reporter Nils Aker." If the lead
is ambiguous, both stay unnamed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from reader.annotate.lexicon.word_set import word_set
from reader.annotate.quotes.transcripts import ANSWERS, ASKS, SpeakerLabel

LEAD_PARAGRAPHS = 12
"""The number of paragraphs before the first label that are read as the lead."""
MAX_LEAD_CHARACTERS = 20_000
"""The most characters of the lead that are read. The time grows with the square of the number of names."""
MIN_QUESTIONS = 3
"""The least number of bold questions of an interview."""
_INTERVIEW = re.compile(
    r"\b(?:interview\w*|in conversation|(?:talk|speak|spoke|talked|chat|chatted)s? (?:to|with)"
    r"|s[ai]ts? down with)\b",
    re.IGNORECASE,
)
_ASKING = word_set("reporter correspondent editor interviewer journalist columnist host moderator writer")
_TALKS = re.compile(
    r"(?P<subject>[\w’'-]+)\s+(?:(?:has|had|have|recently|also)\s+)?"
    r"(?:(?:talk(?:s|ed)?|sp(?:eaks?|oken?)|chat(?:s|ted)?|(?P<sure>s[ai]ts?\s+down))\s+(?:to|with)"
    r"|(?P<surely>interview(?:s|ed)))\s+$"
)
_BY = re.compile(
    r"\b(?:interview(?:ed)?|conversation|conducted|asked)\s+(?:\w+\s+){0,2}by\s+$", re.IGNORECASE
)
_PRONOUNS = word_set("he she they who")


def name_roles(
    labels: Mapping[int, SpeakerLabel], paragraphs: Sequence[str], people: Iterable[str]
) -> dict[int, SpeakerLabel]:
    """The labels with the names of interviewer and interviewee, as far as the lead gives them. Linear.

    `people` are the full names of people in the text.
    """
    if not any(label.role for label in labels.values()):
        return dict(labels)
    first = min(labels)
    lead = "\n".join(paragraphs[max(0, first - LEAD_PARAGRAPHS) : first])[-MAX_LEAD_CHARACTERS:]
    roles = _roles(lead, [name for name in people if name in lead])
    return {
        number: label._replace(name=roles.get(label.role, "")) if label.role else label
        for number, label in labels.items()
    }


def bold_questions(
    paragraphs: Sequence[str], emphasized: Collection[int], excluded: Collection[int]
) -> dict[int, SpeakerLabel]:
    """The labels of an interview whose questions are bold or italic without a letter before them. Linear.

    Empty if the lead does not mention an interview, because FAQ pages look the same. The last answer is only
    one paragraph, because a note may follow it.
    """
    asked = sorted(number for number in emphasized if paragraphs[number].strip())
    questions = [number for number in asked if paragraphs[number].rstrip()[-1] == "?"]
    if len(questions) < MIN_QUESTIONS or 3 * len(questions) < 2 * len(asked):
        return {}
    first = questions[0]
    if not any(_INTERVIEW.search(text) for text in paragraphs[max(0, first - LEAD_PARAGRAPHS) : first]):
        return {}
    labels = {number: SpeakerLabel("", 0, ASKS) for number in asked if number >= first}
    for number in range(first + 1, min(len(paragraphs), asked[-1] + 2)):
        if number not in labels and number not in excluded and paragraphs[number].strip():
            labels[number] = SpeakerLabel("", 0, ANSWERS)
    return labels


def _roles(lead: str, people: Sequence[str]) -> dict[str, str]:
    """The names of interviewer and interviewee, by role."""
    asking = [name for name in people if _is_interviewer(lead, name, people)]
    answering = [name for name in people if name not in asking]
    interviewed = [name for name in answering if _is_interviewee(lead, name, people)]
    if len(interviewed) == 1:
        answering = interviewed
    elif len(answering) > 1:
        counts = {name: _count_surname(lead, name) for name in answering}
        most = max(counts.values())
        answering = [name for name in answering if counts[name] == most]
    roles = {ASKS: asking[0]} if len(asking) == 1 else {}
    return roles | ({ANSWERS: answering[0]} if len(answering) == 1 else {})


def _is_interviewer(lead: str, name: str, people: Collection[str]) -> bool:
    """Whether the person asks: `interviewed by NAME`, `our reporter NAME`, `she talks to NAME`."""
    for match in re.finditer(re.escape(name), lead):
        before = lead[max(0, match.start() - 120) : match.start()]
        words = before.split()
        if _BY.search(before) or (words and words[-1].lower() in _ASKING):
            return True
        talks = _TALKS.search(before)
        if talks and _is_guest(talks["subject"], before[: talks.start()]):
            return True
        if talks and not (talks["sure"] or talks["surely"]):
            guest = [one for one in people if one != name and one.endswith(talks["subject"])]
            if guest and _count_surname(lead, guest[0]) > _count_surname(lead, name):
                return True
        other, between = _next_name(lead[match.end() : match.end() + 120], name, people)
        talks = _TALKS.search(f" {name}{between}") if other else None
        if talks and name.endswith(talks["subject"]):
            # Either may be the guest in "NAME talks to NAME". The guest is named more often.
            return bool(talks["sure"] or talks["surely"]) or _count_surname(lead, name) < _count_surname(
                lead, other
            )
    return False


def _next_name(text: str, name: str, people: Iterable[str]) -> tuple[str, str]:
    """The next other name in `text`, and the words before it."""
    places = {text.index(one): one for one in people if one != name and one in text}
    first = min(places, default=0)
    return places.get(first, ""), text[:first]


def _count_surname(lead: str, name: str) -> int:
    """How often the lead contains the surname of `name`."""
    return lead.count(name.split()[-1])


def _is_guest(subject: str, before: str) -> bool:
    """Whether the subject of "talks to NAME" was introduced before: "she", "the climatologist"."""
    if subject.lower() in _PRONOUNS:
        return True
    owner = before.split()[-1:]
    return subject.islower() and bool(owner) and owner[0].lower() in ("the", "a", "an", "her", "his")


def _is_interviewee(lead: str, name: str, people: Iterable[str]) -> bool:
    """Whether the person answers: `NAME was interviewed`, or `we spoke to NAME` without a named subject."""
    surnames = [one.split()[-1] for one in people]
    for match in re.finditer(re.escape(name), lead):
        if re.match(r"\s(?:was|is|were)\s(?:being\s)?interviewed\b", lead[match.end() :]):
            return True
        talks = _TALKS.search(lead[max(0, match.start() - 120) : match.start()])
        if talks and talks["subject"] not in surnames:
            return True
    return False
