"""Group mentions into clusters, one for each entity, and choose their types.

Owns the order: evidence is summed, names of the same entity are merged, and a name without evidence gets the
type of the names it is listed with.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from operator import attrgetter

from reader.annotate.entities.candidate import Candidate, TokenizedText, without_accents
from reader.annotate.entities.candidates import known_names
from reader.annotate.entities.cluster import Cluster
from reader.annotate.entities.context_evidence import context_evidence, is_dateline
from reader.annotate.entities.coreference import (
    abbreviates,
    merge_acronyms,
    merge_head_nouns,
    merge_parenthesized,
    merge_people,
    merge_short_names,
    merge_works,
)
from reader.annotate.entities.descriptions import MENTIONS_TRIED, find_descriptions
from reader.annotate.entities.evidence import PERSON, Evidence, may_be_name
from reader.annotate.entities.name_evidence import name_evidence
from reader.annotate.entities.peoples import PEOPLE_RULE, is_people_name, people_key
from reader.annotate.lexicon.word_classes import SPEECH_VERBS
from reader.annotate.lexicon.word_lists import is_dictionary_word
from reader.annotate.results import do_nothing
from reader.annotate.tokens import Token
from reader.model import EntityType

_SAME_NAMES = (
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
"""Names of the same entity; the first is the main one."""
_MAIN_NAME = {name: group[0] for group in _SAME_NAMES for name in group}
TokenPlace = tuple[int, int]
"""Number of a paragraph and of a token in it."""
_LIST_SEPARATORS = frozenset(
    tuple(between.split())
    for between in (",", "and", "or", "&", ", and", ", or", ", the", "and the", "or the")
)
"""Tokens between two names of a list."""
_ITALICS_EVIDENCE = Evidence(EntityType.WORK, 4.2, "in italics")
"""Outweighs a place noun in the name, but not an organization noun: newspapers are set in italics too."""
_PEOPLE_EVIDENCE = Evidence(EntityType.GROUP, 6.0, PEOPLE_RULE)
WEAK_RULES = frozenset(
    (
        "article",
        "organization word",
        "listed with",
        "noun of an organization before",
        "noun of a place before",
        "police after",
        "staff after",
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
"""Rules that are not enough to accept a capitalized dictionary word as an entity."""


class MentionIndex:
    """The mentions of the text read so far, by name, before names are merged.

    `short_forms` maps a short form in parentheses to the name before it. `list_neighbours` are the places of
    names in the same list.
    """

    def __init__(self) -> None:
        self.by_name: dict[str, Cluster] = {}
        self.short_forms: dict[str, str] = {}
        self.list_neighbours: dict[TokenPlace, list[TokenPlace]] = defaultdict(list)

    def add(
        self,
        text: TokenizedText,
        paragraph: str,
        found: Iterable[Candidate],
        titles: Collection[Candidate] = (),
    ) -> None:
        """Add the candidates of one paragraph, in order. `titles` are those in italics."""
        last = None
        for candidate in found:
            people = is_people_name(candidate)
            if not (people or may_be_name(candidate) or is_dateline(text.tokens, candidate)):
                continue
            if people:
                add_mention(candidate, self.by_name, (_PEOPLE_EVIDENCE,))
                continue
            cluster = add_mention(
                candidate,
                self.by_name,
                (_ITALICS_EVIDENCE,) if candidate in titles else context_evidence(text, candidate),
            )
            if len(cluster.mentions) <= MENTIONS_TRIED:
                cluster.descriptions += find_descriptions(text, paragraph, candidate)
            if last is not None:
                self._note_neighbours(text.tokens, last, candidate)
            last = candidate

    def _note_neighbours(self, tokens: Sequence[Token], left: Candidate, right: Candidate) -> None:
        """Record what the tokens between two neighbouring names show: a short form or a list."""
        between = tuple(
            token.text for token in tokens[left.end_token : min(right.first_token, left.end_token + 3)]
        )
        if between == ("(",):
            if abbreviates(right.name, left.name):
                self.short_forms[cluster_key(right)] = cluster_key(left)
            elif abbreviates(left.name, right.name):
                self.short_forms[cluster_key(left)] = cluster_key(right)
        elif between in _LIST_SEPARATORS and not _is_apposition(tokens, between, right):
            here, there = (left.paragraph, left.first_token), (right.paragraph, right.first_token)
            self.list_neighbours[here].append(there)
            if between[-1] != "the":
                self.list_neighbours[there].append(here)


def _is_apposition(tokens: Sequence[Token], between: tuple[str, ...], right: Candidate) -> bool:
    """Whether the comma between two names separates an apposition, and not the items of a list.

    For example `the leader of the Brandt Party, Ada Holm, said`.
    """
    after = tuple(token.text for token in tokens[right.end_token : right.end_token + 2])
    return between == (",",) and len(after) == 2 and after[0] == "," and after[1] in SPEECH_VERBS


def build_clusters(
    mention_index: MentionIndex,
    headings: Iterable[tuple[int, TokenizedText]],
    check: Callable[[], None] = do_nothing,
) -> list[Cluster]:
    """One typed cluster for each entity, in the order of first mention. Linear. The index stays unchanged.

    `check` is called between the steps and for each cluster in the long ones; an exception that it raises
    stops the work.
    """
    by_name = {}
    for name, cluster in mention_index.by_name.items():
        check()
        by_name[name] = cluster.copy()
    names = frozenset(candidate.name for cluster in by_name.values() for candidate in cluster.mentions)
    for number, text in headings:
        check()
        for candidate in known_names(number, text, names):
            add_mention(candidate, by_name, ())
    for cluster in by_name.values():
        check()
        cluster.decide_type()
    clusters = merge_parenthesized(by_name, mention_index.short_forms)
    for merge in (merge_acronyms, merge_people, merge_head_nouns, merge_works, merge_short_names):
        check()
        clusters = merge(clusters)
    for cluster in clusters:
        check()
        cluster.decide_type()
    _type_from_neighbours(clusters, mention_index.list_neighbours)
    check()
    clusters = [cluster for cluster in clusters if _is_worth_showing(cluster)]
    for cluster in clusters:
        check()
        cluster.mentions.sort(key=attrgetter("place"))
    clusters.sort(key=lambda cluster: cluster.mentions[0].place)
    return clusters


def add_mention(candidate: Candidate, by_name: dict[str, Cluster], context: Iterable[Evidence]) -> Cluster:
    """Add a candidate to the cluster of its name. Returns the cluster."""
    cluster = by_name.get(cluster_key(candidate))
    if cluster is None:
        cluster = by_name[cluster_key(candidate)] = Cluster(candidate.name, candidate.words)
        for evidence in name_evidence(candidate):
            cluster.add_evidence(evidence)
    cluster.mentions.append(candidate)
    for evidence in context:
        cluster.add_evidence(evidence)
    return cluster


def cluster_key(candidate: Candidate) -> str:
    """The key of a candidate's cluster: its main name without accents."""
    name = without_accents(_MAIN_NAME.get(candidate.name, people_key(candidate.name)))
    return name.title() if name.islower() or (name.isupper() and len(name) > 5) else name


def _type_from_neighbours(
    clusters: list[Cluster], list_neighbours: Mapping[TokenPlace, Sequence[TokenPlace]]
) -> None:
    """Give a name without evidence the type of its list neighbours: `Brandt, Holm and X`."""
    at = {
        (candidate.paragraph, candidate.first_token): cluster
        for cluster in clusters
        for candidate in cluster.mentions
    }
    for cluster in clusters:
        if cluster.top_score > 1.4:
            continue
        for candidate in cluster.mentions:
            for place in list_neighbours.get((candidate.paragraph, candidate.first_token), ()):
                other = at.get(place)
                if other is not None and other.type in (PERSON, EntityType.PLACE, EntityType.ORGANIZATION):
                    cluster.add_evidence(Evidence(other.type, 1.1, "listed with"))
        cluster.decide_type()


def _is_worth_showing(cluster: Cluster) -> bool:
    """Whether the cluster is an entity: a capitalized dictionary word needs more than weak evidence."""
    if not all(is_dictionary_word(word.lower()) for word in cluster.words):
        return True
    if len(cluster.words) > 1:
        return cluster.type is not EntityType.OTHER or not all(
            candidate.sentence_initial for candidate in cluster.mentions
        )
    in_gazetteer = any(
        kind is cluster.type and rule in ("city list", "region list")
        for kind, rule in cluster.evidence_totals
    )
    return cluster.type is not EntityType.OTHER and (in_gazetteer or cluster.rule not in WEAK_RULES)
