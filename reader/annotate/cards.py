"""Fold the ways a thing is named into one card.

Owns who is the same: surname and first name to the fullest name, initials, acronym and expansion, countries
with several names. Two people with one surname stay two: a lone surname goes to the one named last.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import sqrt

from reader.annotate import words as w
from reader.annotate.evidence import PERSON, Sign, around, inside, is_name, judge
from reader.annotate.lists import is_common
from reader.annotate.names import Run, Text, is_initials, named
from reader.model import EntityType

_SAME = (
    ("United States", "US", "U.S.", "U.S", "U.S.A", "USA", "U.S.A.", "United States of America", "America"),
    ("United Kingdom", "UK", "U.K.", "U.K", "Britain", "Great Britain"),
    ("United Nations", "UN", "U.N.", "U.N"),
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
    rules: dict[tuple[EntityType, str], tuple[float, int]] = field(default_factory=dict)
    type: EntityType = EntityType.OTHER
    confidence: float = 0.0
    sum: float = 0.0

    def add(self, sign: Sign) -> None:
        """Count one sign."""
        key = (sign.type, sign.rule)
        total, count = self.rules.get(key, (0.0, 0))
        self.rules[key] = (total + sign.weight, count + 1)

    def take(self, other: Card) -> None:
        """Become one with `other`."""
        self.runs += other.runs
        for key, (total, count) in other.rules.items():
            mine, times = self.rules.get(key, (0.0, 0))
            self.rules[key] = (mine + total, times + count)

    def settle(self) -> None:
        """Decide the type from the sums."""
        sums: dict[EntityType, float] = {}
        for (kind, rule), (total, count) in self.rules.items():
            sums[kind] = sums.get(kind, 0.0) + _said_often(rule, total, count)
        self.type, self.confidence = judge(sums)
        self.sum = max(sums.values(), default=0.0)

    @property
    def rule(self) -> str:
        """The rule that spoke loudest for the type."""
        mine = {
            rule: _said_often(rule, *said) for (kind, rule), said in self.rules.items() if kind is self.type
        }
        return max(mine, key=lambda rule: mine[rule]) if mine else "capital letters"


def _said_often(rule: str, total: float, count: int) -> float:
    """The weight of a sign seen `count` times: it grows with the root; an article counts once."""
    return total / count if rule == "article" else total / sqrt(count)


def cards(texts: Sequence[Text], found: Sequence[Sequence[Run]]) -> list[Card]:
    """One card a thing, typed, in the order of first mention. Linear."""
    by_name: dict[str, Card] = {}
    for text, paragraph in zip(texts, found, strict=True):
        for run in paragraph:
            if is_name(run):
                _enter(run, by_name, around(text, run))
    names = frozenset(run.name for card in by_name.values() for run in card.runs)
    for index, text in enumerate(texts):
        if text.heading:
            for run in named(index, text, names):
                _enter(run, by_name, ())
    every = list(by_name.values())
    for card in every:
        card.settle()
    every = _acronyms(every)
    every = _people(every)
    every = _shorter(every)
    for card in every:
        card.settle()
    _neighbours(texts, every)
    every = [card for card in every if _stands(card)]
    for card in every:
        card.runs.sort(key=lambda run: (run.paragraph, run.start))
    every.sort(key=lambda card: (card.runs[0].paragraph, card.runs[0].start))
    return every


def _enter(run: Run, by_name: dict[str, Card], signs: Iterable[Sign]) -> None:
    key = _key(run)
    card = by_name.get(key)
    if card is None:
        card = by_name[key] = Card(run.name, run.words)
        for sign in inside(run):
            card.add(sign)
    card.runs.append(run)
    for sign in signs:
        card.add(sign)


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
    strong = ("country list", "region list", "organisation list", "acronym")
    rules = {rule for _, rule in card.rules}
    return not rules.intersection(strong) and not (
        "city list" in rules
        and rules.intersection(("preposition of place", "country after", "kind of place before"))
    )


def _plain(word: str) -> str:
    return word.replace("’", "'")


def _same_person(card: Card, full: dict[str, list[Card]]) -> Card | None:
    """The fuller name of which this one is a part: `Ada Okafor` of `Ada M. Okafor`, `A. Okafor` of both."""
    for home in full.get(_plain(card.words[-1]), ()):
        if home.words[-1] == card.words[-1] and _fits(card.words[0], home.words[0]):
            return home
        if len(card.words) <= len(home.words) and all(word in home.words for word in card.words):
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


def _shorter(every: list[Card]) -> list[Card]:
    """Fold `Okafor` into `Okafor Holdings`: the name without the words for its kind."""
    longer: dict[str, Card] = {}
    for card in every:
        if card.type is EntityType.ORGANIZATION and len(card.words) > 1:
            cut = len(card.words)
            while cut > 1 and card.words[cut - 1] in w.ORG_TAILS:
                cut -= 1
            if cut < len(card.words):
                longer.setdefault(" ".join(card.words[:cut]), card)
    kept = []
    for card in every:
        home = longer.get(" ".join(card.words))
        if (
            home is not None
            and home is not card
            and card.type is not EntityType.PLACE
            and _weak(card)
            and not is_common(card.name.lower())
        ):
            home.take(card)
        else:
            kept.append(card)
    return kept


def _neighbours(texts: Sequence[Text], every: list[Card]) -> None:
    """Type a name without signs as the names it is listed with: `Brandt, Holm and X`."""
    at: dict[tuple[int, int], Card] = {}
    for card in every:
        for run in card.runs:
            at[run.paragraph, run.first] = at[run.paragraph, -run.last] = card
    for card in every:
        if card.sum > 1.4:
            continue
        for run in card.runs:
            for other in _listed_with(texts[run.paragraph], run, at):
                if other.type in (PERSON, EntityType.PLACE, EntityType.ORGANIZATION):
                    card.add(Sign(other.type, 1.1, "listed with"))
        card.settle()


def _listed_with(text: Text, run: Run, at: dict[tuple[int, int], Card]) -> list[Card]:
    """The names joined to this one by a comma, `and` or `or`, on either side."""
    tokens = text.tokens
    found = []
    index = run.last
    if index < len(tokens) and tokens[index].text in (",", "and", "or", "&"):
        index += 1
        if index < len(tokens) and tokens[index].text in ("and", "or", "the"):
            index += 1
        if (run.paragraph, index) in at:
            found.append(at[run.paragraph, index])
    index = run.first - 1
    if index > 0 and tokens[index].text in (",", "and", "or", "&"):
        index -= 1
        if tokens[index].text == ",":
            index -= 1
        if (run.paragraph, -index - 1) in at:
            found.append(at[run.paragraph, -index - 1])
    return found


def _stands(card: Card) -> bool:
    """Whether the card is worth showing: an ordinary word with a capital needs more than an article."""
    if len(card.words) > 1 or not is_common(card.name.lower()):
        return True
    return card.type is not EntityType.OTHER and card.rule not in ("article", "organisation word")
