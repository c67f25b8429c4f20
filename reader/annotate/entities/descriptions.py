"""Say who or what something is in the article's own words.

Owns the apposition: `Ada Okafor, the mayor of Brandt, said`, `The mayor of Brandt, Ada Okafor, said` and
`Ada Okafor is the mayor of Brandt.` all give "the mayor of Brandt".
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.annotate.entities.card import Card, Said
from reader.annotate.entities.context_signs import appositive
from reader.annotate.entities.name_run import Run, Text
from reader.annotate.tokens import Token
from reader.model import EntityType

NOTHING = Said(0, 0, EntityType.OTHER, "")
LONGEST = 14
"""Words in the longest description that is taken."""
TRIED = 12
"""Mentions that are looked at: a thing is introduced early."""
_ENDS = frozenset(',.;:(—–”“"!?') | {"who", "which", "whose", "said", "says", "told", "where", "when", "and"}
_ARTICLES = frozenset(("the", "a", "an", "The", "A", "An"))


def about(card: Card) -> str:
    """The first description beside a mention that fits the card's type, else empty."""
    return min((said for said in card.said if said.type is card.type), default=NOTHING).words


def descriptions(text: Text, paragraph: str, run: Run) -> Iterator[Said]:
    """What stands beside one mention."""
    tokens = text.tokens
    for first, last in (_behind(tokens, run), _before(text, run)):
        if not 0 <= first < last <= first + LONGEST:
            continue
        for sign in appositive(tokens, first):
            words = paragraph[tokens[first].start : tokens[last - 1].end]
            if tokens[first].text in _ARTICLES:
                words = words[0].lower() + words[1:]
            yield Said(run.paragraph, run.start, sign.type, words)


def _behind(tokens: list[Token], run: Run) -> tuple[int, int]:
    """The range of `, the mayor of Brandt,` or `is the mayor.` behind a mention; -1, -1 for none."""
    first = run.last + 1
    if first + 1 >= len(tokens):
        return -1, -1
    link = tokens[run.last].text
    if link == "," and tokens[first].text.isdigit() and tokens[first + 1].text == ",":
        first += 2
    elif (link in ("is", "was") and tokens[first].text not in _ARTICLES) or link not in (",", "is", "was"):
        return -1, -1
    last = first
    while last < len(tokens) and tokens[last].text not in _ENDS and last - first <= LONGEST:
        last += 1
    return (first, last) if last < len(tokens) else (-1, -1)


def _before(text: Text, run: Run) -> tuple[int, int]:
    """The range of `The mayor of Brandt,` before a mention that a comma closes; -1, -1 for none."""
    tokens = text.tokens
    comma = run.first - 1
    if comma < 1 or tokens[comma].text != "," or run.last >= len(tokens) or tokens[run.last].text != ",":
        return -1, -1
    first = comma - 1
    while first >= 0 and first not in text.starts and comma - first <= LONGEST:
        if tokens[first].text in _ENDS:
            return -1, -1
        first -= 1
    return (first, comma) if first >= 0 and tokens[first].text in _ARTICLES else (-1, -1)
