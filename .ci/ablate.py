"""Measure what each group of rules earns: the figures without it.

    python .ci/ablate.py DIRECTORY NEWS-SET CARDS-SET QUOTES-SET

Whole news articles and mixed prose whose names people have marked; they are not part of the project.
DIRECTORY holds them and two modules that read and score them: `loaders.load(set)` gives objects with `id`,
`title` and `paragraphs`, `scoring.score_ner(objects, found, types)` and `scoring.score_cards(objects, found)`
take what is found by id, in the form that `reader annotate --json` prints;
`scoring.score_quotes(objects, found)` does so for the third set, whose quotes and speakers are marked.

Prints one line a group, as the tables in `annotate/entities/finder.py` and
`annotate/quotes/attribution.py` have it: exact F1 of persons, organisations and places in the first set,
cards right in the second, with everything and without the group; then F1 of quotes found whole and with
their speaker in the third.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager

from reader.annotate import steps
from reader.annotate.entities import candidates as names
from reader.annotate.entities import card, cards
from reader.annotate.entities import context_signs as around
from reader.annotate.entities import inner_signs as inside
from reader.annotate.entities import run_joining as joining
from reader.annotate.entities import run_splitting as splitting
from reader.annotate.entities.evidence import Sign
from reader.annotate.entities.finder import EntityFinder
from reader.annotate.quotes import attribution, people, pronouns
from reader.annotate.quotes import finder as quotes
from reader.annotate.quotes import noun_phrases as phrases
from reader.annotate.quotes import sentence_rules as rules
from reader.annotate.quotes import speech_verbs as verbs
from reader.export.annotation_lines import as_object, find

GROUPS: Mapping[str, tuple[str, ...]] = {
    "titles and roles": ("title", "role before", "role after"),
    "verbs, who, age": (
        "verb of speech", "verb of speech before", "verb of a person", "who", "age", "family", "maker",
    ),
    "prepositions of place": ("preposition of place", "preposition"),
    "kinds of place beside": (
        "kind of place before", "kind of place after", "country after", "has places", "-based",
        "dateline",
        "state after", "state after a town", "code of a country", "its police", "its places",
    ),
    "organisations' company": (
        "article", "kind before", "kind after", "has staff", "its people", "told before",
        "verb of an organisation", "acronym after", "team of a place", "the several", "owner",
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
"""The steps of `reader.annotate.entities.cards` by what the table calls them."""


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
    for group, taken in GROUPS.items():

        def without(self: card.Card, sign: Sign, taken: tuple[str, ...] = taken) -> None:
            if sign.rule not in taken:
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
    with ExitStack() as stack:
        for module in (around, names, joining, splitting, cards, inside):
            stack.enter_context(_without(module, "is_common", lambda word: False))
        print(f"{'the vocabulary':<26}{measure(directory, news, named)}")


def _nothing(*_: object, **__: object) -> None:
    return None


def _nobody(*_: object, **__: object) -> attribution.Said:
    return attribution.NOBODY


SPEAKERS: Mapping[str, tuple[tuple[object, str, object], ...]] = {
    "verb right after the quote, inverted or not": ((rules, "right_after", _nothing),),
    "what stands before it in the sentence": ((rules, "before", _nothing),),
    "    verbs of saying": ((verbs, "SPEECH", {}),),
    "    wide verbs (called, praised, accused)": ((verbs, "WIDE", {}),),
    "    nouns of saying (NAME's claim that)": ((verbs, "NOUNS", frozenset()),),
    "pronouns": ((pronouns.Antecedents, "resolve", lambda *_: (None, 0.0)),),
    "    first names as evidence of gender": ((people, "MALE", frozenset()), (people, "FEMALE", frozenset())),
    "    gender of any kind": ((pronouns.Antecedents, "_gender", lambda *_: ""),),
    "    people without a name": ((pronouns.Antecedents, "introduced", _nothing),),
    "all nouns for people (her grandmother)": ((phrases, "PERSON_NOUNS", frozenset()),),
    "the paragraph's speaker goes on": ((attribution, "_taken_on", _nobody),),
    "dash and name": ((rules, "_after_dash", _nothing),),
    "few words without a verb of saying are no quote": ((quotes, "SHORT", 0), (quotes, "FRAGMENT", 0)),
    "words written like a title are no quote": ((quotes, "_is_title", lambda _: False),),
    "code is no quote": ((quotes, "looks_so", lambda _: False),),
    "last speaker, colon before the paragraph": ((attribution.Attributor, "_from_before", _nobody),),
    "names of people from the entities": ((steps, "people_of", lambda _: []),),
    "verb later in the sentence": ((rules, "_later", _nothing),),
    "labels of a transcript": ((quotes, "find_labels", lambda *_: {}),),
    "it and they": ((attribution.Attributor, "_group", _nobody),),
    "quotes that run on over paragraphs": ((quotes, "_runs_on", lambda *_: False),),
    "nicknames are no quote": ((quotes, "_is_nickname", lambda *_: False),),
}
"""What is taken out of which module, by what the table calls it."""


@contextmanager
def _without(place: object, name: str, instead: object) -> Iterator[None]:
    kept = getattr(place, name)
    setattr(place, name, instead)
    yield
    setattr(place, name, kept)


def speakers(quoted: str) -> None:
    """Print the table of what finds speakers, in points that are lost."""
    whole = _heard(quoted)
    print(f"{'all rules':<52}{100 * whole:.1f}")
    for group, taken in SPEAKERS.items():
        with ExitStack() as stack:
            for one in taken:
                stack.enter_context(_without(*one))
            print(f"{group:<52}{100 * (whole - _heard(quoted)):.1f}")


def _heard(quoted: str) -> float:
    from loaders import load
    from scoring import score_quotes  # type: ignore[import-not-found]

    docs = load(quoted)
    found = {doc["id"]: as_object(doc["paragraphs"], *find(doc["paragraphs"], doc["title"])) for doc in docs}
    return float(score_quotes(docs, found)["end_to_end"]["f1"])


if __name__ == "__main__":
    main(*sys.argv[1:4])
    speakers(*sys.argv[4:])
