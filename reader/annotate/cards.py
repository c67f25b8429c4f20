"""Fold the ways a thing is named into one card.

Owns who is the same: surname and first name to the fullest name, initials, acronym and expansion, countries
with several names. Two people with one surname stay two: a lone surname goes to the one named last.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.annotate import words as w
from reader.annotate.evidence import PERSON, Sign, around, inside, is_initials, is_name, judge
from reader.annotate.names import Run, Text
from reader.model import EntityType

_SAME = (
    ("United States", "US", "U.S.", "USA", "U.S.A.", "United States of America", "America"),
    ("United Kingdom", "UK", "U.K.", "Britain", "Great Britain"),
    ("United Nations", "UN", "U.N."),
    ("European Union", "EU", "E.U."),
    ("United Arab Emirates", "UAE", "U.A.E."),
    ("Democratic Republic of Congo", "DRC", "Democratic Republic of the Congo"),
)
_FIRST = {name: group[0] for group in _SAME for name in group}


@dataclass(slots=True)
class Card:
    """A thing while it is being put together: its runs, and the evidence for each type."""

    name: str
    words: tuple[str, ...]
    runs: list[Run] = field(default_factory=list)
    sums: dict[EntityType, float] = field(default_factory=dict)
    rules: dict[tuple[EntityType, str], float] = field(default_factory=dict)
    type: EntityType = EntityType.OTHER
    confidence: float = 0.0

    def add(self, sign: Sign) -> None:
        """Count one sign."""
        self.sums[sign.type] = self.sums.get(sign.type, 0.0) + sign.weight
        key = (sign.type, sign.rule)
        self.rules[key] = self.rules.get(key, 0.0) + sign.weight

    def take(self, other: Card) -> None:
        """Become one with `other`."""
        self.runs += other.runs
        for kind, value in other.sums.items():
            self.sums[kind] = self.sums.get(kind, 0.0) + value
        for key, value in other.rules.items():
            self.rules[key] = self.rules.get(key, 0.0) + value

    def settle(self) -> None:
        """Decide the type from the sums."""
        self.type, self.confidence = judge(self.sums)

    @property
    def rule(self) -> str:
        """The rule that spoke loudest for the type."""
        mine = {rule: value for (kind, rule), value in self.rules.items() if kind is self.type}
        return max(mine, key=lambda rule: mine[rule]) if mine else "capital letters"


def cards(texts: Sequence[Text], found: Sequence[Sequence[Run]]) -> list[Card]:
    """One card a thing, typed, in the order of first mention. Linear."""
    by_name: dict[str, Card] = {}
    for text, paragraph in zip(texts, found, strict=True):
        for run in paragraph:
            if not is_name(run):
                continue
            key = _key(run)
            card = by_name.get(key)
            if card is None:
                card = by_name[key] = Card(run.name, run.words)
                for sign in inside(run):
                    card.add(sign)
            card.runs.append(run)
            for sign in around(text, run):
                card.add(sign)
    every = list(by_name.values())
    for card in every:
        card.settle()
    every = _acronyms(every)
    every = _people(every)
    for card in every:
        card.settle()
        card.runs.sort(key=lambda run: (run.paragraph, run.start))
    every.sort(key=lambda card: (card.runs[0].paragraph, card.runs[0].start))
    return every


def _key(run: Run) -> str:
    name = _FIRST.get(run.name, run.name).replace("’", "'")
    return name.title() if name.isupper() and len(name) > 5 else name


def _acronyms(every: list[Card]) -> list[Card]:
    """Fold `UNHCR` into the name whose initials it is, when there is one alone."""
    longer: dict[str, list[Card]] = defaultdict(list)
    for card in every:
        if len(card.words) > 1 and card.type is not PERSON:
            letters = "".join(word[0] for word in card.words if word[0].isupper())
            longer[letters].append(card)
            longer["".join(word[0] for word in card.words).upper()].append(card)
    kept = []
    for card in every:
        letters = card.name.replace(".", "")
        if len(card.words) == 1 and letters.isupper() and len(letters) > 1:
            whole = [long for long in longer.get(letters, ()) if is_initials(letters, long.words)]
            if whole:
                whole[0].take(card)
                continue
        kept.append(card)
    return kept


def _people(every: list[Card]) -> list[Card]:
    """Fold surnames, first names and initials into the fullest name of a person."""
    full: dict[str, list[Card]] = defaultdict(list)
    kept = []
    for card in sorted(every, key=lambda card: -len(card.words)):
        if len(card.words) > 1 and card.type is PERSON:
            home = _same_person(card, full)
            if home is not None:
                home.take(card)
                continue
            for word in {_plain(word) for word in card.words if word not in w.PARTICLES and len(word) > 2}:
                full[word].append(card)
        kept.append(card)
    out = []
    for card in kept:
        homes = full.get(_plain(card.name), []) if len(card.words) == 1 else []
        if not homes or (card.type not in (PERSON, EntityType.OTHER) and not _weak(card)):
            out.append(card)
            continue
        _share(card, homes)
    return out


def _weak(card: Card) -> bool:
    """Whether a lone name that is no person's so far may yet be a surname."""
    strong = ("country list", "region list", "city list", "organisation list", "acronym")
    return not any(rule in strong for _, rule in card.rules)


def _plain(word: str) -> str:
    return word.replace("’", "'")


def _same_person(card: Card, full: dict[str, list[Card]]) -> Card | None:
    """The fuller name of which this one is a part: `Ada Okafor` of `Ada M. Okafor`, `A. Okafor` of both."""
    for home in full.get(_plain(card.words[-1]), ()):
        if home.words[-1] == card.words[-1] and _fits(card.words[0], home.words[0]):
            return home
        if len(card.words) < len(home.words) and all(word in home.words for word in card.words):
            return home
    return None


def _fits(short: str, whole: str) -> bool:
    return (
        short == whole
        or (len(short) <= 2 and short[0] == whole[0])
        or (len(whole) <= 2 and short[0] == whole[0])
    )


def _share(card: Card, homes: list[Card]) -> None:
    """Give each mention of a lone name to the person with that name who was named last before it."""
    surnamed = [home for home in homes if _plain(home.words[-1]) == _plain(card.name)]
    homes = surnamed or homes
    if len(homes) == 1:
        homes[0].take(card)
        return
    firsts = sorted(
        ((run.paragraph, run.start), index) for index, home in enumerate(homes) for run in home.runs
    )
    here = 0
    current = firsts[0][1]
    given: list[list[Run]] = [[] for _ in homes]
    for run in sorted(card.runs, key=lambda run: (run.paragraph, run.start)):
        while here < len(firsts) and firsts[here][0] <= (run.paragraph, run.start):
            current = firsts[here][1]
            here += 1
        given[current].append(run)
    for home, runs in zip(homes, given, strict=True):
        home.runs += runs
