"""Measure what each group of rules earns: the figures without it.

    python .ci/ablate.py DIRECTORY NEWS-SET CARDS-SET

Whole news articles and mixed prose whose names people have marked; they are not part of the project.
DIRECTORY holds them and two modules that read and score them: `loaders.load(set)` gives objects with `id`,
`title` and `paragraphs`, `scoring.score_ner(objects, found, types)` and `scoring.score_cards(objects, found)`
take what is found by id, in the form that `reader annotate --json` prints.

Prints one line a group, as the table in `reader.annotate.entities` has it: exact F1 of persons,
organisations and places in the first set, cards right in the second, with everything and without the group.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping

from reader.annotate import around, card, cards, inside, joining, names, splitting
from reader.annotate.entities import EntityFinder
from reader.annotate.evidence import Sign
from reader.annotate.lines import as_object

GROUPS: Mapping[str, tuple[str, ...]] = {
    "titles and roles": ("title", "role before", "role after"),
    "verbs, who, age": (
        "verb of speech", "verb of speech before", "verb of a person", "who", "age", "family",
    ),
    "prepositions of place": ("preposition of place", "preposition"),
    "kinds of place beside": (
        "kind of place before", "kind of place after", "country after", "has places", "-based",
        "dateline",
        "state after", "state after a town", "code of a country", "its police", "its places",
    ),
    "organisations' company": (
        "article", "kind before", "kind after", "has staff", "its people", "told before",
        "verb of an organisation", "acronym after", "team of a place",
    ),
    "nouns at the end": (
        "organisation word", "organisation word inside", "place word", "event word", "work or law word",
    ),
    "lists of places": ("country list", "region list", "city list"),
    "list of organisations": ("organisation list",),
    "given names": ("given name",),
    "acronyms, inner capitals": (
        "acronym", "inner capital", "plural of an acronym", "unit", "kind of a thing",
    ),
    "shape of the name": (
        "two rare words", "initial", "particle", "name ending", "place ending", "place head",
    ),
    "names listed with it": ("listed with",),
    "marks and labels": ("in quotation marks", "label"),
}  # fmt: skip


FOLDING = {
    "folding of people": "fold_people",
    "folding of acronyms": "fold_acronyms",
    "folding of letters (ABC)": "fold_bracketed",
    "folding of 'the Ministry'": "fold_heads",
    "folding of 'City of X'": "fold_places",
    "folding of short forms": "fold_shorter",
}
"""The steps of `reader.annotate.cards` by what the table calls them."""


def measure(directory: str, news: str, named: str) -> str:
    """The two figures as they are now."""
    sys.path.insert(0, directory)
    from loaders import load  # type: ignore[import-not-found]
    from scoring import score_cards, score_ner  # type: ignore[import-not-found]

    figures = []
    for name in (news, named):
        docs = load(name)
        found = {doc["id"]: _found(doc["paragraphs"], doc["title"]) for doc in docs}
        if name == news:
            figures.append(score_ner(docs, found, ("PERSON", "ORG", "PLACE"))["exact"]["f1"])
        else:
            figures.append(score_cards(docs, found)["cards"]["f1"])
    return "   ".join(f"{figure:.3f}" for figure in figures)


def _found(paragraphs: list[str], title: str) -> dict[str, object]:
    finder = EntityFinder(title)
    finder.read(paragraphs)
    return as_object(paragraphs, (), finder.found())


def main(directory: str, news: str, named: str) -> None:
    """Print the table."""
    print(f"{'all rules':<26}{measure(directory, news, named)}")
    add = card.Card.add
    for group, rules in GROUPS.items():

        def without(self: card.Card, sign: Sign, rules: tuple[str, ...] = rules) -> None:
            if sign.rule not in rules:
                add(self, sign)

        card.Card.add = without  # type: ignore[method-assign]
        print(f"{group:<26}{measure(directory, news, named)}")
    card.Card.add = add  # type: ignore[method-assign]
    for group, step in FOLDING.items():
        kept = getattr(cards, step)
        setattr(cards, step, lambda every, *_: list(every.values()) if isinstance(every, dict) else every)
        print(f"{group:<26}{measure(directory, news, named)}")
        setattr(cards, step, kept)
    kept, cards.plain = cards.plain, lambda name: name
    print(f"{'accents as plain letters':<26}{measure(directory, news, named)}")
    cards.plain = kept
    kept, cards.SLIGHT = cards.SLIGHT, frozenset()
    print(f"{'ordinary words weighed':<26}{measure(directory, news, named)}")
    cards.SLIGHT = kept
    for module in (around, names, joining, splitting, cards, inside):
        module.is_common = lambda word: False  # type: ignore[attr-defined]
    print(f"{'the vocabulary':<26}{measure(directory, news, named)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
