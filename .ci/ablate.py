"""Print what each group of rules earns: the scores with all rules, and the points lost without each group.

    python .ci/ablate.py DIRECTORY NEWS-SET CARDS-SET QUOTES-SET

DIRECTORY has annotated articles, which are not part of the project, and two modules. `loaders.load(set)`
gives objects with `id`, `title` and `paragraphs`. `score_ner`, `score_cards` and `score_quotes` of `scoring`
take them and the output of `reader annotate` by id.

The columns are, in F1: persons, organizations and places found exactly in NEWS-SET; entities right in
CARDS-SET; quotes found exactly and with their speaker in QUOTES-SET. The tables in `entities/finder.py` and
`quotes/attribution.py` of `reader/annotate` are copied from here.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from importlib import import_module
from typing import Any

from reader.annotate.detection import detect_in_texts
from reader.annotate.entities.cluster import Cluster
from reader.annotate.entities.evidence import Evidence
from reader.annotate.quotes.attribution import UNATTRIBUTED
from reader.export.annotation_lines import annotation_dict

EVIDENCE: Mapping[str, tuple[str, ...]] = {
    "titles and roles": ("title", "role before", "role after"),
    "verbs, who, age": (
        "verb of speech", "verb of speech before", "verb of a person", "who", "age", "family",
    ),
    "prepositions of place": ("preposition of place",),
    "kinds of place beside": (
        "kind of place before", "kind of place after", "country after", "noun of a place before", "-based",
        "dateline", "state after", "state after a town", "code of a country", "police after",
    ),
    "organizations' context": (
        "article", "kind before", "kind after", "noun of an organization before", "staff after",
        "told before",
        "verb of an organization", "acronym after", "team of a place", "plural name",
    ),
    "nouns at the end": (
        "organization word", "organization word inside", "place word", "event word", "work or law word",
    ),
    "lists of places": ("country list", "region list", "city list"),
    "list of organizations": ("organization list",),
    "given names": ("given name",),
    "acronyms, inner capitals": (
        "acronym", "inner capital", "plural of an acronym", "unit", "modifies a noun", "common noun",
    ),
    "shape of the name": (
        "no dictionary words", "initial", "surname ending", "place ending", "place head",
        "branch in a country",
    ),
    "names in the same list": ("listed with",),
    "quotation marks and labels": ("in quotation marks", "speaker label"),
}  # fmt: skip
"""Groups of evidence by the names of their rules."""


def _nothing(*_: object, **__: object) -> None:
    return None


def _false(*_: object, **__: object) -> bool:
    return False


def _same(clusters: object, *_: object) -> list[object]:
    return list(clusters.values() if isinstance(clusters, dict) else clusters)  # type: ignore[call-overload]


def _none(*_: object, **__: object) -> Iterator[object]:
    return iter(())


def _unattributed(*_: object, **__: object) -> object:
    return UNATTRIBUTED


ENTITY_RULES: Mapping[str, tuple[tuple[str, object], ...]] = {
    "merging of people": (("entities.clustering.merge_people", _same),),
    "merging of acronyms": (("entities.clustering.merge_acronyms", _same),),
    "merging of letters (ABC)": (("entities.clustering.merge_parenthesized", _same),),
    "merging of 'the Ministry'": (("entities.clustering.merge_head_nouns", _same),),
    "merging of short names": (("entities.clustering.merge_short_names", _same),),
    "accents as plain letters": (("entities.clustering.without_accents", lambda name: name),),
    "weak rules for common words": (("entities.clustering.WEAK_RULES", frozenset()),),
    "the vocabulary": tuple(
        (f"entities.{module}.is_dictionary_word", _false)
        for module in (
            "context_evidence", "candidates", "candidate_spans", "span_splitting", "clustering",
            "name_evidence",
        )
    ),
}  # fmt: skip
QUOTE_RULES: Mapping[str, tuple[tuple[str, object], ...]] = {
    "words directly after the quote": (("quotes.sentence_attribution.speaker_after", _nothing),),
    "words before it in the sentence": (("quotes.sentence_attribution.speakers_before", _none),),
    "    cue verbs": (("quotes.preceding_cues.CUE_VERBS", {}),),
    "    broad cue verbs (called)": (("quotes.preceding_cues.BROAD_CUE_VERBS", {}),),
    "    cue nouns (NAME's claim that)": (("quotes.preceding_cues.CUE_NOUNS", frozenset()),),
    "verb later in the sentence": (("quotes.sentence_attribution._verb_later", _nothing),),
    "dash and name": (("quotes.sentence_attribution._after_dash", _nothing),),
    "pronouns": (("quotes.pronouns.Antecedents.resolve", lambda *_: (None, 0.0)),),
    "    given names tell gender": (("quotes.person_index.name_gender", lambda _: ""),),
    "    gender of any kind": (("quotes.pronouns.Antecedents._gender", lambda *_: ""),),
    "    people without a name": (("quotes.pronouns.Antecedents.add_unnamed", _nothing),),
    "it and they": (("quotes.attribution.Attributor._resolve_it_or_they", _unattributed),),
    "speaker of the paragraph": (("quotes.attribution._inherited_speakers", _none),),
    "last speaker, colon before": (("quotes.attribution.Attributor._speakers_of_bare_quote", _none),),
    "labels of a transcript": (("quotes.finder.find_labels", lambda *_: {}),),
    "continued quotes": (("quotes.finder._continues", _false),),
    "no quote: few words, no cue": (("quotes.finder.MIN_WORDS", 0), ("quotes.finder.MIN_FRAGMENT_WORDS", 0)),
    "no quote: titles": (("quotes.finder._is_title", _false),),
    "no quote: nicknames": (("quotes.finder._is_nickname", _false),),
    "no quote: code": (("quotes.finder.looks_like_code", _false),),
}
"""What is replaced by what, below `reader.annotate`."""


@contextmanager
def replaced(path: str, replacement: object) -> Iterator[None]:
    """Replace a name of a module of `reader.annotate`, or of a class in it."""
    package, module, *owners, name = path.split(".")
    owner: Any = import_module(f"reader.annotate.{package}.{module}")
    for part in owners:
        owner = getattr(owner, part)
    original = getattr(owner, name)
    setattr(owner, name, replacement)
    yield
    setattr(owner, name, original)


def without_evidence(rules: tuple[str, ...]) -> Callable[[Cluster, Evidence], None]:
    """`Cluster.add_evidence` that ignores these rules."""
    add = Cluster.add_evidence

    def add_others(cluster: Cluster, evidence: Evidence) -> None:
        if evidence.rule not in rules:
            add(cluster, evidence)

    return add_others


def scores(news: str, cards: str, quotes: str) -> tuple[float, float, float]:
    """The three scores as they are now, in points."""
    from loaders import load  # type: ignore[import-not-found]
    from scoring import score_cards, score_ner, score_quotes  # type: ignore[import-not-found]

    sets = [load(name) for name in (news, cards, quotes)]
    found = [
        {
            article["id"]: annotation_dict(
                article["paragraphs"], *detect_in_texts(article["paragraphs"], article["title"])
            )
            for article in articles
        }
        for articles in sets
    ]
    names = score_ner(sets[0], found[0], ("PERSON", "ORG", "PLACE"))["exact"]["f1"]
    entities = score_cards(sets[1], found[1])["cards"]["f1"]
    speakers = score_quotes(sets[2], found[2])["end_to_end"]["f1"]
    return 100 * names, 100 * entities, 100 * speakers


def main(directory: str, *sets: str) -> None:
    """Print one line for each group."""
    sys.path.insert(0, directory)
    groups: dict[str, tuple[tuple[str, object], ...]] = {
        label: (("entities.cluster.Cluster.add_evidence", without_evidence(rules)),)
        for label, rules in EVIDENCE.items()
    }
    whole = scores(*sets)
    print(f"{'all rules':<34}" + "".join(f"{score:6.1f}" for score in whole))
    for label, replacements in (groups | dict(ENTITY_RULES) | dict(QUOTE_RULES)).items():
        with ExitStack() as stack:
            for path, replacement in replacements:
                stack.enter_context(replaced(path, replacement))
            lost = [all_rules - score for all_rules, score in zip(whole, scores(*sets), strict=True)]
        print(f"{label:<34}" + "".join(f"{points:6.1f}" for points in lost), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
