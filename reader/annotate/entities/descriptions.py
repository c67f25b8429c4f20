"""Describe an entity in the article's own words.

Owns the apposition: `Ada Okafor, the mayor of Brandt, said`, `The mayor of Brandt, Ada Okafor, said` and `Ada
Okafor is the mayor of Brandt.` all give "the mayor of Brandt".
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.annotate.entities.candidate import Candidate, TokenizedText
from reader.annotate.entities.cluster import Cluster, Description
from reader.annotate.entities.context_evidence import appositive
from reader.annotate.tokens import Token
from reader.model import EntityType

NO_DESCRIPTION = Description(0, 0, EntityType.OTHER, "")
MAX_WORDS = 14
"""Longest description in tokens."""
MENTIONS_TRIED = 12
"""The number of mentions that are examined. The first mentions are enough: they introduce the entity."""
_ENDS = frozenset(',.;:(—–”“"!?') | {"who", "which", "whose", "said", "says", "told", "where", "when", "and"}
_ARTICLES = frozenset(("the", "a", "an", "The", "A", "An"))


def best_description(cluster: Cluster) -> str:
    """The first description that fits the type of the cluster, or the empty string."""
    return min(
        (one for one in cluster.descriptions if one.type is cluster.type), default=NO_DESCRIPTION
    ).words


def find_descriptions(text: TokenizedText, paragraph: str, candidate: Candidate) -> Iterator[Description]:
    """The descriptions beside one mention."""
    tokens = text.tokens
    for first, last in (_after_mention(tokens, candidate), _before_mention(text, candidate)):
        if not 0 <= first < last <= first + MAX_WORDS:
            continue
        for evidence in appositive(tokens, first):
            words = paragraph[tokens[first].start : tokens[last - 1].end]
            if tokens[first].text in _ARTICLES:
                words = words[0].lower() + words[1:]
            yield Description(candidate.paragraph, candidate.start, evidence.type, words)


def _after_mention(tokens: list[Token], candidate: Candidate) -> tuple[int, int]:
    """The tokens of the apposition after a mention: `, the mayor,` or `is the mayor.`; (-1, -1) if none."""
    first = candidate.end_token + 1
    if first + 1 >= len(tokens):
        return -1, -1
    link = tokens[candidate.end_token].text
    if link == "," and tokens[first].text.isdigit() and tokens[first + 1].text == ",":
        first += 2
    elif (link in ("is", "was") and tokens[first].text not in _ARTICLES) or link not in (",", "is", "was"):
        return -1, -1
    last = first
    while last < len(tokens) and tokens[last].text not in _ENDS and last - first <= MAX_WORDS:
        last += 1
    return (first, last) if last < len(tokens) else (-1, -1)


def _before_mention(text: TokenizedText, candidate: Candidate) -> tuple[int, int]:
    """The tokens of the apposition before a mention: `The mayor, Ada Okafor,`; (-1, -1) if none."""
    tokens = text.tokens
    comma = candidate.first_token - 1
    if (
        comma < 1
        or tokens[comma].text != ","
        or candidate.end_token >= len(tokens)
        or tokens[candidate.end_token].text != ","
    ):
        return -1, -1
    first = comma - 1
    while first >= 0 and first not in text.starts and comma - first <= MAX_WORDS:
        if tokens[first].text in _ENDS:
            return -1, -1
        first -= 1
    return (first, comma) if first >= 0 and tokens[first].text in _ARTICLES else (-1, -1)
