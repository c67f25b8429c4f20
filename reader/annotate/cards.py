"""Gather runs into cards, one a thing, and type them.

Owns the order of it: signs are summed, names folded, and names without signs typed as the names they are
listed with.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.annotate.around import around
from reader.annotate.card import Card
from reader.annotate.evidence import PERSON, Sign, is_name
from reader.annotate.folding import (
    fold_acronyms,
    fold_bracketed,
    fold_heads,
    fold_people,
    fold_places,
    fold_shorter,
)
from reader.annotate.inside import inside
from reader.annotate.lists import is_common
from reader.annotate.names import named
from reader.annotate.runs import Run, Text, plain
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


_SLIGHT = frozenset(
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
        "verb of a person",
        "preposition of place",
    )
)
"""Rules that make no name of one ordinary word with a capital."""


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
    every = fold_bracketed(texts, every)
    every = fold_acronyms(every)
    every = fold_people(every)
    every = fold_heads(fold_places(every))
    every = fold_shorter(every)
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
    name = plain(_FIRST.get(run.name, run.name))
    return name.title() if name.isupper() and len(name) > 5 else name


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
    if not all(is_common(word.lower()) for word in card.words):
        return True
    if len(card.words) > 1:
        return card.type is not EntityType.OTHER or not all(run.fresh for run in card.runs)
    listed = any(kind is card.type and rule in ("city list", "region list") for kind, rule in card.rules)
    return card.type is not EntityType.OTHER and (listed or card.rule not in _SLIGHT)
