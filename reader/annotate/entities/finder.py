"""Find the people, organizations, places, dates and sums of an article: one entity for each.

Owns the order of the work. Names are found, get a type from evidence summed over the document, and are
clustered. Dates and figures are found by their form. Pure; linear in the length of the text, about 5 ms for
800 words.

What each group of rules contributes: the scores with all rules in two sets of annotated articles, and the
points lost without the group. The first column is the F1 of persons, organizations and places found exactly
in news articles from all continents, the second the share of correct entities in mixed prose.

    all rules                       83.6  62.9
    titles and roles                 0.4   0.2
    verbs, who, age                  0.5   0.0
    prepositions of place            1.1   1.0
    kinds of place beside            1.1   0.3
    organizations' context           1.7   0.3
    nouns at the end                 4.6   4.0
    lists of places                  5.7   4.2
    list of organizations            2.1   2.2
    given names                      0.3   1.2
    acronyms, inner capitals         0.5  -0.1
    shape of the name                1.3   0.9
    names in the same list           0.4   1.0
    quotation marks and labels      -0.1   0.0
    merging of people                1.6   2.9
    merging of acronyms              0.0   0.3
    merging of letters (ABC)         0.0   0.0
    merging of 'the Ministry'        0.0   0.2
    merging of short names           0.0   0.0
    accents as plain letters         0.0   0.0
    weak rules for common words      0.4   0.0
    the vocabulary                   2.6   2.4

The groups that contribute little are for other texts: titles of works, transcripts, reports full of short
forms.
Italics, datelines and the capitals of other languages do not occur in these sets; the tests cover them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from operator import attrgetter
from typing import TypeVar

from reader.annotate.entities.candidate import Candidate
from reader.annotate.entities.candidates import WordStatistics, find_candidates, tokenize_text
from reader.annotate.entities.cluster import Cluster
from reader.annotate.entities.clustering import MentionIndex, build_clusters
from reader.annotate.entities.dates import find_dates
from reader.annotate.entities.descriptions import best_description
from reader.annotate.entities.money import find_sums
from reader.annotate.entities.quantities import find_quantities
from reader.annotate.entities.value_match import ValueMatch
from reader.annotate.entities.work_titles import italic_titles
from reader.annotate.markup import Ranges
from reader.annotate.results import FoundEntity, Place, do_nothing
from reader.model import EntityType

TITLE_NUMBER = -1
"""The number of the title among the paragraphs."""


class EntityFinder:
    """Reads a text batch by batch; `found` gives the entities of everything read so far.

    Keeps mentions and evidence, not the text. `italics` are ranges by number of paragraph.
    """

    def __init__(self, title: str = "", italics: Mapping[int, Ranges] | None = None) -> None:
        self._title = title
        self._italics = italics or {}
        self._count = 0
        self._statistics = WordStatistics()
        self._mention_index = MentionIndex()
        self._headings: list[tuple[int, str]] = []
        self._values: dict[tuple[EntityType, str], list[tuple[str, Place, str]]] = {}

    def read(self, paragraphs: Sequence[str], check: Callable[[], None] = do_nothing) -> None:
        """Read the next paragraphs. `check` is called for each; an exception it raises stops the work."""
        numbers = [*range(self._count, self._count + len(paragraphs))]
        values = []
        for number, paragraph in zip(numbers, paragraphs, strict=True):
            check()
            values.append(self._read_values(number, paragraph))
        if not self._count:
            paragraphs, numbers = [*paragraphs, self._title], [*numbers, TITLE_NUMBER]
            values.append([])
        self._count += len(values) - (numbers[-1:] == [TITLE_NUMBER])
        texts = []
        for paragraph in paragraphs:
            check()
            texts.append(tokenize_text(paragraph))
        found = find_candidates(texts, numbers, self._statistics)
        for index, (number, text) in enumerate(zip(numbers, texts, strict=True)):
            check()
            if text.heading:
                self._headings.append((number, paragraphs[index]))
            candidates = _without_overlaps(found[index], values[index])
            titles = list(italic_titles(number, text, self._italics.get(number, ())))
            if titles:
                candidates = sorted(
                    (*_without_overlaps(candidates, titles), *titles), key=attrgetter("start")
                )
            self._mention_index.add(text, paragraphs[index], candidates, frozenset(titles))

    def found(self, check: Callable[[], None] = do_nothing) -> tuple[FoundEntity, ...]:
        """Names in the order of first mention, then dates by time, then sums and quantities by size.

        `check` is called often; an exception that it raises stops the work.
        """
        named = []
        headings = ((number, tokenize_text(text)) for number, text in self._headings)
        for cluster in build_clusters(self._mention_index, headings, check):
            check()
            cluster.mentions = [mention for mention in cluster.mentions if mention.paragraph != TITLE_NUMBER]
            if cluster.mentions:
                named.append(_entity(cluster))
        named.sort(key=lambda entity: entity.mentions[0])
        return (*named, *sorted(self._value_entities(), key=value_sort_key))

    def _read_values(self, number: int, paragraph: str) -> list[ValueMatch]:
        """Record and return the dates, sums and quantities of a paragraph."""
        sums = find_sums(paragraph)
        sums = sorted((*sums, *_without_overlaps(find_quantities(paragraph), sums)))
        dates = _without_overlaps(find_dates(paragraph), sums)
        for kind, group in ((EntityType.FIGURE, sums), (EntityType.DATE, dates)):
            for one in group:
                text = paragraph[one.start : one.end]
                mention = (text, (number, one.start, one.end), one.rule)
                self._values.setdefault((kind, one.value or text), []).append(mention)
        return sorted(sums + dates)

    def _value_entities(self) -> Iterator[FoundEntity]:
        """One entity for each value."""
        for (kind, value), group in self._values.items():
            names = list(dict.fromkeys(text for text, _, _ in group))
            places = tuple(place for _, place, _ in group)
            yield FoundEntity(names[0], kind, tuple(names[1:]), "", places, group[0][2], 0.9, value)


def value_sort_key(entity: FoundEntity) -> tuple[bool, str, Decimal, Place]:
    """Sort dates by time, other values by unit and descending size.

    Dates without a year follow those with one, weekdays are last.
    """
    value, place = entity.value.partition("/")[0], entity.mentions[0]
    if entity.type is EntityType.DATE:
        head, _, tail = entity.value.rpartition("/")
        when = f"{tail}/{head}" if head.count("/") == 1 else value  # 7/19/2022 sorts by year
        return False, when.replace("X", "~") if when[:2] == "XX" else when, Decimal(0), place
    code, _, amount = value.rpartition(" ")
    if not amount[:1].isdigit():  # no amount: millions of dollars
        return True, amount, Decimal(0), place
    return True, code, -Decimal(amount), place


_Spans = TypeVar("_Spans", Candidate, ValueMatch)


def _without_overlaps(spans: Iterable[_Spans], taken: Sequence[ValueMatch | Candidate]) -> list[_Spans]:
    """The spans that overlap none of those `taken`, which are sorted and do not overlap each other."""
    kept = []
    for span in spans:
        at = bisect_left(taken, span.end, key=attrgetter("start"))
        if not at or taken[at - 1].end <= span.start:
            kept.append(span)
    return kept


def _entity(cluster: Cluster) -> FoundEntity:
    """The entity of a cluster."""
    names = dict.fromkeys(candidate.name for candidate in cluster.mentions)
    name = cluster.name
    if name.isupper() and len(cluster.words) > 1:  # a dateline in capitals: take the spelling used elsewhere
        name = next((one for one in names if one != name and one.upper() == name), name)
    names.pop(name, None)
    return FoundEntity(
        name,
        cluster.type,
        tuple(names),
        best_description(cluster),
        tuple((candidate.paragraph, candidate.start, candidate.end) for candidate in cluster.mentions),
        cluster.rule,
        cluster.confidence,
    )
