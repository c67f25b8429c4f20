"""Who asks and who answers in an interview with the labels `Q:` and `A:`, or with bold questions.

Owns the reading of the lead, which introduces both: "Ada Brandt talks to our reporter Nils Aker." Nobody is
better than the wrong one: where the lead leaves it open, both stay unnamed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from reader.annotate.lexicon.word_set import word_set
from reader.annotate.quotes.transcripts import ANSWERS, ASKS, Label

LEAD = 12
"""Paragraphs before the first label that are read."""
LONGEST = 20_000
"""Characters of them: every name in them is looked for beside every other one."""
LEAST = 3
"""Bold questions that make an interview."""
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


def named(labels: Mapping[int, Label], paragraphs: Sequence[str], people: Iterable[str]) -> dict[int, Label]:
    """The labels with the names of who asks and who answers, as far as the lead tells. Linear.

    `people` are the full names of people in the text.
    """
    if not any(label.role for label in labels.values()):
        return dict(labels)
    first = min(labels)
    lead = "\n".join(paragraphs[max(0, first - LEAD) : first])[-LONGEST:]
    roles = _roles(lead, [name for name in people if name in lead])
    return {
        number: label._replace(name=roles.get(label.role, "")) if label.role else label
        for number, label in labels.items()
    }


def bold_questions(
    paragraphs: Sequence[str], loud: Collection[int], apart: Collection[int]
) -> dict[int, Label]:
    """The labels of an interview whose questions are bold or slanted and have no letter before them. Linear.

    Empty where the lead does not speak of an interview: pages of questions and answers are set so too. The
    last answer is one paragraph, for what follows may be a note.
    """
    asked = sorted(number for number in loud if paragraphs[number].strip())
    questions = [number for number in asked if paragraphs[number].rstrip()[-1] == "?"]
    if len(questions) < LEAST or 3 * len(questions) < 2 * len(asked):
        return {}
    first = questions[0]
    if not any(_INTERVIEW.search(text) for text in paragraphs[max(0, first - LEAD) : first]):
        return {}
    labels = {number: Label("", 0, ASKS) for number in asked if number >= first}
    for number in range(first + 1, min(len(paragraphs), asked[-1] + 2)):
        if number not in labels and number not in apart and paragraphs[number].strip():
            labels[number] = Label("", 0, ANSWERS)
    return labels


def _roles(lead: str, people: Sequence[str]) -> dict[str, str]:
    """Who asks and who answers, by role."""
    asking = [name for name in people if _asks(lead, name, people)]
    answering = [name for name in people if name not in asking]
    told = [name for name in answering if _is_talked_to(lead, name, people)]
    if len(told) == 1:
        answering = told
    elif len(answering) > 1:
        counts = {name: _times(lead, name) for name in answering}
        most = max(counts.values())
        answering = [name for name in answering if counts[name] == most]
    roles = {ASKS: asking[0]} if len(asking) == 1 else {}
    return roles | ({ANSWERS: answering[0]} if len(answering) == 1 else {})


def _asks(lead: str, name: str, people: Collection[str]) -> bool:
    """`interviewed by NAME`, `our reporter NAME`, `NAME spoke to …`, `she talks to NAME`."""
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
            if guest and _times(lead, guest[0]) > _times(lead, name):
                return True
        other, between = _next_name(lead[match.end() : match.end() + 120], name, people)
        talks = _TALKS.search(f" {name}{between}") if other else None
        if talks and name.endswith(talks["subject"]):
            # "NAME talks to NAME" is said of either: whom the lead is about is the guest.
            return bool(talks["sure"] or talks["surely"]) or _times(lead, name) < _times(lead, other)
    return False


def _next_name(text: str, name: str, people: Iterable[str]) -> tuple[str, str]:
    """Who else is named first in `text`, and what stands before it."""
    places = {text.index(one): one for one in people if one != name and one in text}
    first = min(places, default=0)
    return places.get(first, ""), text[:first]


def _times(lead: str, name: str) -> int:
    return lead.count(name.split()[-1])


def _is_guest(subject: str, before: str) -> bool:
    """Whether the subject of "talks to NAME" is who was introduced: "she", "the climatologist"."""
    if subject.lower() in _PRONOUNS:
        return True
    owner = before.split()[-1:]
    return subject.islower() and bool(owner) and owner[0].lower() in ("the", "a", "an", "her", "his")


def _is_talked_to(lead: str, name: str, people: Iterable[str]) -> bool:
    """`we spoke to NAME`, `NAME was interviewed`; not where another one with a name spoke."""
    surnames = [one.split()[-1] for one in people]
    for match in re.finditer(re.escape(name), lead):
        if re.match(r"\s(?:was|is|were)\s(?:being\s)?interviewed\b", lead[match.end() :]):
            return True
        talks = _TALKS.search(lead[max(0, match.start() - 120) : match.start()])
        if talks and talks["subject"] not in surnames:
            return True
    return False
