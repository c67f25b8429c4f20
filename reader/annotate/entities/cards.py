"""Gather runs into cards, one a thing, and type them.

Owns the order of it: signs are summed, names folded, and names without signs typed as the names they are
listed with.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from reader.annotate import do_nothing
from reader.annotate.entities.candidates import named
from reader.annotate.entities.card import Card
from reader.annotate.entities.context_signs import around, is_dateline
from reader.annotate.entities.coreference import (
    abbreviates,
    fold_acronyms,
    fold_bracketed,
    fold_heads,
    fold_people,
    fold_places,
    fold_shorter,
    fold_works,
)
from reader.annotate.entities.descriptions import TRIED, descriptions
from reader.annotate.entities.evidence import PERSON, Sign, is_name
from reader.annotate.entities.inner_signs import inside
from reader.annotate.entities.name_run import Run, Text, plain
from reader.annotate.lexicon import words as w
from reader.annotate.lexicon.lists import is_common
from reader.annotate.tokens import Token
from reader.model import EntityType

_SAME = (
    ("United States", "US", "U.S.", "U.S", "U.S.A", "USA", "U.S.A.", "United States of America", "America"),
    ("United Kingdom", "UK", "U.K.", "U.K", "Britain", "Great Britain"),
    ("United Nations", "UN", "U.N.", "U.N"),
    ("European Union", "EU", "E.U."),
    ("United Arab Emirates", "UAE", "U.A.E."),
    ("Soviet Union", "USSR", "U.S.S.R."),
    ("Los Angeles", "L.A.", "L.A", "LA"),
    ("New York City", "NYC", "N.Y.C."),
    ("Washington, D.C.", "Washington D.C.", "Washington DC", "D.C.", "D.C"),
    ("World Health Organization", "World Health Organisation"),
    ("Democratic Republic of Congo", "DRC", "Democratic Republic of the Congo"),
)


_FIRST = {name: group[0] for group in _SAME for name in group}


Spot = tuple[int, int]
"""A paragraph's number and a token of it."""
_IN_A_ROW = frozenset(
    tuple(between.split())
    for between in (",", "and", "or", "&", ", and", ", or", ", the", "and the", "or the")
)
_ITALICS = Sign(EntityType.WORK, 4.2, "in italics")
"""Louder than a noun of places in the name, not than one of bodies: newspapers are slanted too."""
SLIGHT = frozenset(
    (
        "article",
        "organisation word",
        "listed with",
        "has staff",
        "its people",
        "kind before",
        "kind of place after",
        "role before",
        "role after",
        "verb of speech",
        "verb of speech before",
        "verb of a person",
        "preposition of place",
    )
)
"""Rules that make no name of one ordinary word with a capital."""


class Gathered:
    """What the text so far says of its names, by name, before anything is folded.

    `short` gives the short forms that stand in brackets behind a name, `listed` the places (paragraph and
    token) of names that stand in a row.
    """

    def __init__(self) -> None:
        self.by_name: dict[str, Card] = {}
        self.short: dict[str, str] = {}
        self.listed: dict[Spot, list[Spot]] = defaultdict(list)

    def add(self, text: Text, paragraph: str, found: Iterable[Run], titles: Collection[Run] = ()) -> None:
        """Take in the runs of one paragraph, in order; `titles` are those of them in italics."""
        last = None
        for run in found:
            if not (is_name(run) or is_dateline(text.tokens, run)):
                continue
            card = enter(run, self.by_name, (_ITALICS,) if run in titles else around(text, run))
            if len(card.runs) <= TRIED:
                card.said += descriptions(text, paragraph, run)
            if last is not None:
                self._pair(text.tokens, last, run)
            last = run

    def _pair(self, tokens: Sequence[Token], left: Run, right: Run) -> None:
        """What stands between two names that follow one another."""
        between = tuple(token.text for token in tokens[left.last : min(right.first, left.last + 3)])
        if between == ("(",):
            if abbreviates(right.name, left.name):
                self.short[key(right)] = key(left)
            elif abbreviates(left.name, right.name):
                self.short[key(left)] = key(right)
        elif between in _IN_A_ROW and not _is_apposed(tokens, between, right):
            here, there = (left.paragraph, left.first), (right.paragraph, right.first)
            self.listed[here].append(there)
            if between[-1] != "the":
                self.listed[there].append(here)


def _is_apposed(tokens: Sequence[Token], between: tuple[str, ...], right: Run) -> bool:
    """`the leader of the Brandt Party, Ada Holm, said`: two names with a comma, and no row."""
    behind = tuple(token.text for token in tokens[right.last : right.last + 2])
    return between == (",",) and len(behind) == 2 and behind[0] == "," and behind[1] in w.SPEECH


def cards(
    gathered: Gathered, headings: Iterable[tuple[int, Text]], check: Callable[[], None] = do_nothing
) -> list[Card]:
    """One card a thing, typed, in the order of first mention. Linear. `gathered` stays as it is.

    `check` is called between the steps and for each card in the long ones; what it raises stops the work.
    """
    by_name = {}
    for name, card in gathered.by_name.items():
        check()
        by_name[name] = card.copy()
    names = frozenset(run.name for card in by_name.values() for run in card.runs)
    for number, text in headings:
        check()
        for run in named(number, text, names):
            enter(run, by_name, ())
    for card in by_name.values():
        check()
        card.settle()
    every = fold_bracketed(by_name, gathered.short)
    for fold in (fold_acronyms, fold_people, fold_places, fold_heads, fold_works, fold_shorter):
        check()
        every = fold(every)
    for card in every:
        check()
        card.settle()
    _neighbours(every, gathered.listed)
    check()
    every = [card for card in every if _stands(card)]
    for card in every:
        check()
        card.runs.sort(key=lambda run: (run.paragraph, run.start))
    every.sort(key=lambda card: (card.runs[0].paragraph, card.runs[0].start))
    return every


def enter(run: Run, by_name: dict[str, Card], signs: Iterable[Sign]) -> Card:
    """Add a run to the card of its name. Returns the card."""
    card = by_name.get(key(run))
    if card is None:
        card = by_name[key(run)] = Card(run.name, run.words)
        for sign in inside(run):
            card.add(sign)
    card.runs.append(run)
    for sign in signs:
        card.add(sign)
    return card


def key(run: Run) -> str:
    """What the card of a name goes by."""
    name = plain(_FIRST.get(run.name, run.name))
    return name.title() if name.isupper() and len(name) > 5 else name


def _neighbours(every: list[Card], listed: Mapping[Spot, Sequence[Spot]]) -> None:
    """Type a name without signs as the names it is listed with: `Brandt, Holm and X`."""
    at = {(run.paragraph, run.first): card for card in every for run in card.runs}
    for card in every:
        if card.sum > 1.4:
            continue
        for run in card.runs:
            for spot in listed.get((run.paragraph, run.first), ()):
                other = at.get(spot)
                if other is not None and other.type in (PERSON, EntityType.PLACE, EntityType.ORGANIZATION):
                    card.add(Sign(other.type, 1.1, "listed with"))
        card.settle()


def _stands(card: Card) -> bool:
    """Whether the card is worth showing: an ordinary word with a capital needs more than an article."""
    if not all(is_common(word.lower()) for word in card.words):
        return True
    if len(card.words) > 1:
        return card.type is not EntityType.OTHER or not all(run.fresh for run in card.runs)
    listed = any(kind is card.type and rule in ("city list", "region list") for kind, rule in card.rules)
    return card.type is not EntityType.OTHER and (listed or card.rule not in SLIGHT)
