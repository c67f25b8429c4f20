"""Fold the ways a thing is named into one card.

Owns who is the same: surname and first name to the fullest name, initials, acronym and expansion, short forms
of bodies and places. Whose a lone surname is that several bear, `surnames` says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import pairwise

from reader.annotate.entities.card import Card
from reader.annotate.entities.evidence import PERSON
from reader.annotate.entities.name_run import is_initials, plain
from reader.annotate.entities.surnames import BEARERS, shared
from reader.annotate.lexicon import kinds
from reader.annotate.lexicon import words as w
from reader.annotate.lexicon.lists import is_common
from reader.model import EntityType

_SURE = frozenset(
    (
        "country list",
        "region list",
        "organisation list",
        "acronym",
        "country after",
        "kind of place before",
        "kind of place after",
        "has places",
        "-based",
        "dateline",
    )
)
"""Rules that make a lone name no surname, whoever bears it."""


_PERSONAL = frozenset(("title", "given name", "age", "who", "role before", "family"))
"""Rules that make a lone name no short form of a body's."""


def fold_acronyms(every: list[Card]) -> list[Card]:
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
        if len(card.words) == 1 and letters.isupper() and len(letters) > 1 and not _is_place(card):
            whole = [long for long in longer.get(letters, ()) if is_initials(letters, long.words)]
            if whole:
                card.rules.pop((EntityType.ORGANIZATION, "acronym"), None)  # its own letters say no more
                whole[0].take(card)
                continue
        kept.append(card)
    return kept


def fold_bracketed(by_name: Mapping[str, Card], short: Mapping[str, str]) -> list[Card]:
    """Fold `MoH` into `Ministry of Health` where the text says so itself: `Ministry of Health (MoH)`.

    `short` gives the names that stand so, by the keys of `by_name`.
    """
    kept = []
    for name, card in by_name.items():
        home = by_name.get(short.get(name, ""))
        if home is None or short[name] in short or PERSON in (card.type, home.type):
            kept.append(card)
        else:
            card.rules.pop((EntityType.ORGANIZATION, "acronym"), None)
            home.take(card)
    return kept


def abbreviates(short: str, whole: str) -> bool:
    """Whether the letters of `short`, a word of two capitals or more, stand in `whole` in their order."""
    letters = [letter.lower() for letter in short if letter.isalpha()]
    if not 1 < len(letters) < 10 or sum(map(str.isupper, short)) < 2 or " " in short or " " not in whole:
        return False
    rest = iter(whole.lower())
    return letters[0] == whole[0].lower() and all(letter in rest for letter in letters)


def _is_place(card: Card) -> bool:
    """Whether a list knows the letters for a country or town: `US` is no `University of Sheffield`."""
    return any(rule in ("country list", "region list", "city list") for _, rule in card.rules)


def fold_people(every: list[Card]) -> list[Card]:
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
        if len(card.words) > 1 or (card.type not in (PERSON, EntityType.OTHER) and not _weak(card)):
            out.append(card)
            continue
        surnamed = [home for home in homes if _plain(home.words[-1]) == _plain(card.name)]
        out += shared(card, surnamed or homes)
    return out


def _weak(card: Card) -> bool:
    """Whether a lone name that is no person's so far may yet be a surname."""
    rules = {rule for _, rule in card.rules}
    return not (rules & _SURE or ("city list" in rules and "preposition of place" in rules))


def _plain(word: str) -> str:
    return plain(word.title() if len(word) > 3 and word.isupper() else word)


def _same_person(card: Card, full: dict[str, list[Card]]) -> Card | None:
    """The fuller name of which this one is a part: `Ada Okafor` of `Ada M. Okafor`, `A. Okafor` of both."""
    for home in full.get(_plain(card.words[-1]), [])[:BEARERS]:
        if _plain(home.words[-1]) == _plain(card.words[-1]) and _fits(
            plain(card.words[0]), plain(home.words[0])
        ):
            return home
        if len(card.words) <= len(home.words) and {_plain(word) for word in card.words} <= {
            _plain(word) for word in home.words
        }:
            return home
    return None


def _fits(short: str, whole: str) -> bool:
    return (
        short == whole
        or (len(short) <= 2 and short[0] == whole[0])
        or (len(whole) <= 2 and short[0] == whole[0])
    )


def fold_places(every: list[Card]) -> list[Card]:
    """Fold `City of Brandt` and `Brandt` where both are places."""
    places = {_plain(card.name): card for card in every if card.type is EntityType.PLACE}
    kept = []
    for card in every:
        whole = len(card.words) > 2 and card.words[1] == "of" and card.words[0] in kinds.STATES
        home = places.get(_plain(" ".join(card.words[2:]))) if whole else None
        if home is not None and card.type is EntityType.PLACE:
            home.take(card)
        else:
            kept.append(card)
    return kept


def fold_heads(every: list[Card]) -> list[Card]:
    """Fold `the Society` into the one `Society of the Herons` that the text names."""
    heads: dict[str, list[Card]] = defaultdict(list)
    for card in every:
        if card.type is EntityType.ORGANIZATION and len(card.words) > 1:
            head = next((a for a, b in pairwise(card.words) if b in ("of", "for", "on")), card.words[-1])
            heads[head].append(card)
    kept = []
    for card in every:
        homes = heads.get(card.name, ()) if len(card.words) == 1 else ()
        if len(homes) == 1 and _weak(card) and card.type is not PERSON:
            homes[0].take(card)
        else:
            kept.append(card)
    return kept


def _is_surely_person(card: Card) -> bool:
    rules = {rule for _, rule in card.rules}
    if len(card.words) > 1:  # Karvian Hydro beside Karvian Hydro Corp
        return card.type is PERSON and rules != {"two rare words"}
    return card.type is PERSON and not _PERSONAL.isdisjoint(rules)


def fold_shorter(every: list[Card]) -> list[Card]:
    """Fold `Okafor` into `Okafor Holdings`: the name without the words for its kind."""
    longer: dict[str, Card] = {}
    for card in every:
        if card.type is EntityType.ORGANIZATION and len(card.words) > 1:
            cut = len(card.words)
            while cut > 1 and card.words[cut - 1] in kinds.ORG_TAILS:
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
            and not _is_surely_person(card)
            and _weak(card)
            and not is_common(card.name.lower())
        ):
            home.take(card)
        else:
            kept.append(card)
    return kept


def fold_works(every: list[Card]) -> list[Card]:
    """Fold `Slow Machine` into the book `The Slow Machine`: what stands behind an article is cut from it."""
    works = {
        card.words[1:]: card for card in every if card.type is EntityType.WORK and card.words[0] in _ARTICLES
    }
    kept = []
    for card in every:
        home = works.get(card.words)
        if home is not None and _weak(card):
            card.rules.clear()  # the nouns in a title say no more of it
            home.take(card)
        else:
            kept.append(card)
    return kept


_ARTICLES = ("The", "A", "An")
