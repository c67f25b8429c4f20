"""Merge the clusters of names that refer to the same entity.

Owns the rules: surname and full name, initials, acronym and expansion, short forms of organizations and
places. `shared_surnames` handles surnames that several people share.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import pairwise

from reader.annotate.entities.candidate import is_acronym_of, without_accents
from reader.annotate.entities.cluster import Cluster
from reader.annotate.entities.evidence import PERSON
from reader.annotate.entities.peoples import PEOPLE_RULE
from reader.annotate.entities.shared_surnames import MAX_BEARERS, assign_shared_name
from reader.annotate.lexicon.type_cues import ORGANIZATION_ENDINGS
from reader.annotate.lexicon.word_classes import NAME_PARTICLES
from reader.annotate.lexicon.word_lists import is_dictionary_word
from reader.model import EntityType

_NOT_A_SURNAME = frozenset(
    (
        "country list",
        "region list",
        "organization list",
        "acronym",
        "country after",
        "kind of place before",
        "kind of place after",
        "noun of a place before",
        "-based",
        "dateline",
        PEOPLE_RULE,
    )
)
"""Rules whose evidence shows that a single word is not a surname."""


_NOT_A_SHORT_NAME = frozenset(("title", "given name", "age", "who", "role before", "family"))
"""Rules whose evidence shows that a single word is not the short form of an organization."""
_ARTICLES = ("The", "A", "An")


def merge_acronyms(clusters: list[Cluster]) -> list[Cluster]:
    """Merge `UNHCR` into the name that it abbreviates."""
    longer: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        if len(cluster.words) > 1 and cluster.type is not PERSON:
            letters = "".join(word[0] for word in cluster.words if word[0].isupper())
            longer[letters].append(cluster)
            longer["".join(word[0] for word in cluster.words).upper()].append(cluster)
    kept = []
    for cluster in clusters:
        letters = cluster.name.replace(".", "")
        if (
            len(cluster.words) == 1
            and letters.isupper()
            and len(letters) > 1
            and not _is_listed_place(cluster)
        ):
            expansions = [long for long in longer.get(letters, ()) if is_acronym_of(letters, long.words)]
            if expansions:
                cluster.evidence_totals.pop((EntityType.ORGANIZATION, "acronym"), None)
                expansions[0].merge(cluster)
                continue
        kept.append(cluster)
    return kept


def merge_parenthesized(by_name: Mapping[str, Cluster], short_forms: Mapping[str, str]) -> list[Cluster]:
    """Merge `MoH` into `Ministry of Health` where the text says `Ministry of Health (MoH)`.

    `short_forms` maps such names by their keys in `by_name`.
    """
    kept = []
    for name, cluster in by_name.items():
        target = by_name.get(short_forms.get(name, ""))
        if target is None or short_forms[name] in short_forms or PERSON in (cluster.type, target.type):
            kept.append(cluster)
        else:
            cluster.evidence_totals.pop((EntityType.ORGANIZATION, "acronym"), None)
            target.merge(cluster)
    return kept


def abbreviates(short: str, name: str) -> bool:
    """Whether the letters of `short`, a word with two capitals or more, occur in `name` in this order."""
    letters = [letter.lower() for letter in short if letter.isalpha()]
    if not 1 < len(letters) < 10 or sum(map(str.isupper, short)) < 2 or " " in short or " " not in name:
        return False
    rest = iter(name.lower())
    return letters[0] == name[0].lower() and all(letter in rest for letter in letters)


def _is_listed_place(cluster: Cluster) -> bool:
    """Whether the acronym is in a list of places: `US` is not `University of Sheffield`."""
    return any(rule in ("country list", "region list", "city list") for _, rule in cluster.evidence_totals)


def merge_people(clusters: list[Cluster]) -> list[Cluster]:
    """Merge surnames, given names and initials into the fullest name of a person."""
    full: dict[str, list[Cluster]] = defaultdict(list)
    kept = []
    for cluster in sorted(clusters, key=lambda cluster: -len(cluster.words)):
        if len(cluster.words) > 1 and cluster.type is PERSON:
            target = _find_fuller_name(cluster, full)
            if target is not None:
                target.merge(cluster)
                continue
            for word in {
                _normalized(word) for word in cluster.words if word not in NAME_PARTICLES and len(word) > 2
            }:
                full[word].append(cluster)
        kept.append(cluster)
    out = []
    for cluster in kept:
        targets = full.get(_normalized(cluster.name), []) if len(cluster.words) == 1 else []
        if len(cluster.words) > 1 or (
            cluster.type not in (PERSON, EntityType.OTHER)
            and not _may_be_short_form(cluster)
            and not (targets and _is_namesake(cluster))
        ):
            out.append(cluster)
            continue
        surnamed = [
            target for target in targets if _normalized(target.words[-1]) == _normalized(cluster.name)
        ]
        out += assign_shared_name(cluster, surnamed or targets)
    return out


def _may_be_short_form(cluster: Cluster) -> bool:
    """Whether a single word may be a surname or short form: no evidence contradicts it."""
    rules = {rule for _, rule in cluster.evidence_totals}
    return not (rules & _NOT_A_SURNAME or ("city list" in rules and "preposition of place" in rules))


def _is_namesake(cluster: Cluster) -> bool:
    """Whether the text uses the name of a place as a person: `Georgia says`, and never `in Georgia`."""
    rules = {rule for _, rule in cluster.evidence_totals}
    return not rules.isdisjoint(_PERSON_RULES) and rules.isdisjoint(_PLACE_RULES)


_PERSON_RULES = frozenset(
    ("verb of speech", "verb of a person", "title", "who", "role before", "role after", "age", "family")
)
_PLACE_RULES = frozenset(
    (
        "preposition of place",
        "country after",
        "state after a town",
        "kind of place before",
        "kind of place after",
        "noun of a place before",
        "-based",
        "dateline",
        "police after",
    )
)


def _normalized(word: str) -> str:
    """A word without accents and not in capitals."""
    return without_accents(word.title() if len(word) > 3 and word.isupper() else word)


def _find_fuller_name(cluster: Cluster, full: dict[str, list[Cluster]]) -> Cluster | None:
    """The fuller name of the same person: `Ada M. Okafor` for `Ada Okafor` or `A. Okafor`."""
    for target in full.get(_normalized(cluster.words[-1]), [])[:MAX_BEARERS]:
        if _normalized(target.words[-1]) == _normalized(cluster.words[-1]) and _first_names_match(
            without_accents(cluster.words[0]), without_accents(target.words[0])
        ):
            return target
        if len(cluster.words) <= len(target.words) and {_normalized(word) for word in cluster.words} <= {
            _normalized(word) for word in target.words
        }:
            return target
    return None


def _first_names_match(one: str, other: str) -> bool:
    """Whether two given names are equal, or one is the initial of the other."""
    return one == other or (len(one) <= 2 and one[0] == other[0]) or (len(other) <= 2 and one[0] == other[0])


def merge_head_nouns(clusters: list[Cluster]) -> list[Cluster]:
    """Merge `the Society` into the only `Society of …` that the text names."""
    heads: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        if cluster.type is EntityType.ORGANIZATION and len(cluster.words) > 1:
            head = next(
                (a for a, b in pairwise(cluster.words) if b in ("of", "for", "on")), cluster.words[-1]
            )
            heads[head].append(cluster)
    kept = []
    for cluster in clusters:
        targets = heads.get(cluster.name, ()) if len(cluster.words) == 1 else ()
        if len(targets) == 1 and _may_be_short_form(cluster) and cluster.type is not PERSON:
            targets[0].merge(cluster)
        else:
            kept.append(cluster)
    return kept


def _is_certainly_person(cluster: Cluster) -> bool:
    """Whether the evidence shows a person, and not the short form of an organization."""
    rules = {rule for _, rule in cluster.evidence_totals}
    if len(cluster.words) > 1:  # Karvian Hydro beside Karvian Hydro Corp
        return cluster.type is PERSON and rules != {"no dictionary words"}
    return cluster.type is PERSON and not _NOT_A_SHORT_NAME.isdisjoint(rules)


def merge_short_names(clusters: list[Cluster]) -> list[Cluster]:
    """Merge `Okafor` into `Okafor Holdings`: the name without the words for its type."""
    longer: dict[str, Cluster] = {}
    for cluster in clusters:
        if cluster.type is EntityType.ORGANIZATION and len(cluster.words) > 1:
            cut = len(cluster.words)
            while cut > 1 and cluster.words[cut - 1] in ORGANIZATION_ENDINGS:
                cut -= 1
            if cut < len(cluster.words):
                longer.setdefault(" ".join(cluster.words[:cut]), cluster)
    kept = []
    for cluster in clusters:
        target = longer.get(" ".join(cluster.words))
        if (
            target is not None
            and target is not cluster
            and cluster.type is not EntityType.PLACE
            and not _is_certainly_person(cluster)
            and _may_be_short_form(cluster)
            and not is_dictionary_word(cluster.name.lower())
        ):
            target.merge(cluster)
        else:
            kept.append(cluster)
    return kept


def merge_works(clusters: list[Cluster]) -> list[Cluster]:
    """Merge `Slow Machine` into the book `The Slow Machine`, because candidates lose their article."""
    works = {
        cluster.words[1:]: cluster
        for cluster in clusters
        if cluster.type is EntityType.WORK and cluster.words[0] in _ARTICLES
    }
    kept = []
    for cluster in clusters:
        target = works.get(cluster.words)
        if target is not None and _may_be_short_form(cluster):
            cluster.evidence_totals.clear()  # the nouns in a title are not evidence
            target.merge(cluster)
        else:
            kept.append(cluster)
    return kept
