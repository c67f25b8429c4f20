"""The signs that stand beside a mention: titles, prepositions, verbs, appositions."""

from __future__ import annotations

from collections.abc import Iterator

from reader.annotate.entities.adjacent_words import BEFORE, BEHIND, BY, said_by
from reader.annotate.entities.evidence import ORGANIZATION, OTHER, PERSON, PLACE, WORK, Sign
from reader.annotate.entities.name_run import Run, Text, is_demonym, is_initials
from reader.annotate.lexicon import kinds
from reader.annotate.lexicon import words as w
from reader.annotate.lexicon.lists import is_common, parts, words
from reader.annotate.lexicon.word_set import word_set
from reader.annotate.tokens import Token


def around(text: Text, run: Run) -> Iterator[Sign]:
    """The signs beside one mention."""
    tokens = text.tokens
    if is_dateline(tokens, run):
        yield Sign(PLACE, 3.0, "dateline")
        return
    if run.title:
        yield Sign(PERSON, 5.0 if run.title in w.COURTESY else 3.5, "title")
    yield from _before(tokens, run)
    yield from _after(tokens, run)
    if len(run.words) == 1 and run.name.isupper():
        yield from _loud(tokens, run)
    if len(run.words) > 1 and _is_in_marks(tokens, run):
        yield Sign(WORK, 4.5, "in quotation marks")


_OPENING = frozenset('“"‘')
_CLOSING = frozenset('”"’')


def is_dateline(tokens: list[Token], run: Run) -> bool:
    """`PORT ELGIN — The ferry …`, `ORSK, June 3 (XY) - The ferry …`: capitals, then a dash and a sentence."""
    if run.first or not run.name.isupper():
        return False
    for index in range(run.last, min(len(tokens) - 1, run.last + _LONGEST_DATELINE)):
        word = tokens[index].text
        if word in _DASHES:
            spaced = word != "-" or tokens[index].start > tokens[index - 1].end
            return spaced and not tokens[index + 1].text[0].islower()
        if not (word[0].isupper() or word[0].isdigit() or word in "(),./:"):
            return False
    return False


_DASHES = frozenset(("—", "–", "--", "-"))
_LONGEST_DATELINE = 14


def _is_in_marks(tokens: list[Token], run: Run) -> bool:
    """Whether nothing but the name stands between marks, an article and an American comma aside."""
    first, last = run.first - 1, run.last
    if word_at(tokens, first) in ("The", "A", "An"):
        first -= 1
    if word_at(tokens, last) == "," and word_at(tokens, last + 2) not in w.SPEECH:
        last += 1
        if any(True for _ in appositive(tokens, last + 1)):  # “Orsk Nine,” a company: what it is, is told
            return False
    return word_at(tokens, first) in _OPENING and word_at(tokens, last) in _CLOSING


def word_at(tokens: list[Token], index: int) -> str:
    """The text of a token; an empty one where there is none."""
    return tokens[index].text if 0 <= index < len(tokens) else ""


def _before(tokens: list[Token], run: Run) -> Iterator[Sign]:
    index = run.first - 1
    before = word_at(tokens, index)
    if before == "(" and run.name in parts("codes")[0] and word_at(tokens, run.last) == ")":
        yield Sign(PLACE, 3.0, "code of a country")
        return
    if before == "," and run.name in parts("codes")[1] and word_at(tokens, index - 1)[:1].isupper():
        yield Sign(PLACE, 3.5, "state after a town")
        return
    if not before or run.title:
        return
    if before in ("the", "The"):
        yield from _article(tokens, run)
        return
    if before in kinds.PREPOSITIONS_OF_PLACE:
        weight = 1.8 if before in ("in", "near", "across", "throughout") else 0.9
        if _is_ordinary(run):
            weight /= 2
        yield Sign(PLACE, weight, "preposition of place")
    elif before == "by" and (made := said_by(word_at(tokens, index - 1), BY)):
        yield from made
    elif before in ("of", "at", "for") and (noun := word_at(tokens, index - 1)):
        yield from _belongs(before, noun)
    elif before == "," and _is_introduced(tokens, run):
        yield Sign(PERSON, 1.5, "role before")
    else:
        yield from said_by(before, BEFORE)


def _is_introduced(tokens: list[Token], run: Run) -> bool:
    """`her brother, X`, `the leader of the Brandt Party, X,`: what somebody is, a comma, a name."""
    comma = run.first - 1
    if word_at(tokens, comma - 1) in w.PERSON_NOUNS:
        return True
    if len(run.words) < 2 or word_at(tokens, run.last) != ",":
        return False
    for index in range(comma - 2, max(0, comma - _LONGEST_ROLE), -1):
        if tokens[index].text in ",;:.()":
            return False
        if tokens[index].text in w.PERSON_NOUNS:
            return word_at(tokens, index + 1) in ("of", "for", "at")
    return False


_LONGEST_ROLE = 10


def _is_ordinary(run: Run) -> bool:
    """Whether every word is one of the dictionary and none a given name."""
    given = words("given_names")
    return all(is_common(word.lower()) and word not in given for word in run.words)


def _loud(tokens: list[Token], run: Run) -> Iterator[Sign]:
    """An acronym that counts or tells the kind of a thing: `40 MW`, `GPS tracks`; a label: `MOSS: Why?`."""
    if not run.first and word_at(tokens, run.last) == ":":
        yield Sign(PERSON, 1.2, "label")
    if word_at(tokens, run.first - 1)[:1].isdigit():
        yield Sign(OTHER, 3.0, "unit")
    after = word_at(tokens, run.last)
    if (
        after.islower()
        and after.isalpha()
        and not after.endswith("ed")
        and not (
            after in w.FUNCTION
            or after in kinds.ORG_FOLLOWERS
            or after in w.ORG_VERBS
            or after in w.SPEECH
            or after in w.PERSON_NOUNS
        )
    ):
        yield Sign(ORGANIZATION, -0.7, "kind of a thing")


def _article(tokens: list[Token], run: Run) -> Iterator[Sign]:
    """`the X`: no person; an organisation, unless X only tells which of its kind the next noun is."""
    if word_at(tokens, run.last) in kinds.FAMILY_FOLLOWERS:
        return
    yield Sign(PERSON, -1.5, "article")
    if (
        word_at(tokens, run.first - 2) in ("in", "at", "near", "inside", "outside", "from", "to")
        and run.words[-1] in kinds.FACILITIES
    ):
        yield Sign(PLACE, 1.3, "preposition of place")
    after = word_at(tokens, run.last)
    if _are_several(run):
        yield Sign(ORGANIZATION, 0.7, "the several")
    if (
        not after.isalpha()
        or after in w.LOOSE
        or after in w.FUNCTION
        or after in kinds.ORG_FOLLOWERS
        or after in w.SPEECH
    ):
        yield Sign(ORGANIZATION, 0.6, "article")


def _are_several(run: Run) -> bool:
    """`the Marlow Herons`: a name of several words, the last of them many, is a team's or a band's."""
    last = run.words[-1]
    many = last[-1] == "s" and last[-2:] not in ("ss", "us", "is", "as") and last.isalpha()
    return (
        many
        and len(run.words) > 1
        and last not in kinds.TAILS
        and not is_demonym(last)
        and not all(is_common(word.lower()) for word in run.words)
    )


def _belongs(link: str, noun: str) -> Iterator[Sign]:
    """`city of X`, `director of X`, `spokesman for X`."""
    noun = noun.lower()
    if link == "of" and noun in kinds.PLACE_NOUNS:
        yield Sign(PLACE, 2.5, "kind of place before")
    elif link == "of" and noun in kinds.OF_PLACES:
        yield Sign(PLACE, 1.5, "has places")
    elif noun in kinds.OF_ORGANISATIONS:
        yield Sign(ORGANIZATION, 1.5, "has staff")
    elif link == "at":
        yield Sign(PLACE, 1.0, "preposition of place")
        yield Sign(ORGANIZATION, 0.5, "preposition")


_OF_A_PLACE = word_set("capital north south east west coast streets airport")
"""What a place has."""


def _after(tokens: list[Token], run: Run) -> Iterator[Sign]:
    index = run.last
    after = word_at(tokens, index)
    if not after:
        return
    if after in ("say", "tell", "think", "believe"):  # several do, as a rule no people with one name
        return
    if after in w.SPEECH:
        # Things of ordinary words tell and say as well: `Screen Time told me`.
        yield Sign(PERSON, 0.7 if _is_ordinary(run) else 1.5, "verb of speech")
        yield Sign(ORGANIZATION, 0.5, "verb of speech")
    elif after in ("is", "was", "are") and word_at(tokens, index + 1) in ("a", "an", "the", "one"):
        yield from appositive(tokens, index + 1)
    elif after in kinds.FAMILY_FOLLOWERS and len(run.words) == 1:
        yield Sign(PERSON, 1.5, "family")
    elif after == ",":
        yield from _apposition(tokens, run, index + 1)
    elif after == "(":
        yield from _bracket(tokens, run, index + 1)
    elif after == "-" and word_at(tokens, index + 1) == "based":
        yield Sign(PLACE, 2.5, "-based")
    elif after in ("'s", "’s") and word_at(tokens, index + 1) in _OF_A_PLACE:
        yield Sign(PLACE, 2.0, "its places")
    else:
        yield from said_by(after, BEHIND)


def _apposition(tokens: list[Token], run: Run, index: int) -> Iterator[Sign]:
    """`X, 45,` · `X, who` · `X, the mayor of` · `X, Kenya`."""
    word = word_at(tokens, index)
    if word.isdigit() and len(word) <= 3 and word_at(tokens, index + 1) in (",", ".", ";", "and"):
        yield Sign(PERSON, 3.5, "age")
        return
    if word in ("who", "whose", "whom"):
        yield Sign(PERSON, 2.5, "who")
        return
    if word in w.SPEECH:
        yield Sign(PERSON, 0.7, "verb of speech")
        return
    if word[:1].isupper():
        if word in parts("codes")[1]:
            yield Sign(PLACE, 2.0, "state after")
            return
        if word in words("countries") or word in words("regions"):
            if not word_at(tokens, index + 1)[:1].isupper():
                yield Sign(PLACE, 2.5, "country after")
            return
        if word in w.ROLES and word not in words("given_names"):
            yield Sign(PERSON, 2.5, "role after")
            return
    yield from appositive(tokens, index)


_BREAKS = word_set(", . ; and said was is has in at for who which where that with")
_NOUNS = w.PERSON_NOUNS | kinds.ORG_NOUNS
_BEGINNINGS = word_set("a an the his her its former one another")
_SIDES = word_set("state north south east west central")
"""Nouns of places that stand before others: `a state company`."""


def appositive(tokens: list[Token], index: int) -> Iterator[Sign]:
    """What the noun of an apposition that begins at `index` says: the first known noun before a break."""
    first, second = word_at(tokens, index), word_at(tokens, index + 1)
    if first[:1].islower() and first not in _BEGINNINGS | _NOUNS and second not in w.PERSON_NOUNS:
        return
    for at in range(index, index + 9):
        word, follows = word_at(tokens, at), word_at(tokens, at + 1)
        if not word or (word in _BREAKS and at > index):
            return
        if follows in _NOUNS:
            continue
        if word in w.PERSON_NOUNS:
            yield Sign(PERSON, 2.5, "role after")
            return
        if word in kinds.ORG_NOUNS:
            yield Sign(ORGANIZATION, 2.5, "kind after")
            return
        if word in kinds.PLACE_NOUNS and word not in _SIDES:
            yield Sign(PLACE, 2.5, "kind after")
            return


def _bracket(tokens: list[Token], run: Run, index: int) -> Iterator[Sign]:
    word = word_at(tokens, index)
    if word_at(tokens, index + 1) != ")":
        return
    if word.isdigit() and len(word) == 2:
        yield Sign(PERSON, 2.5, "age")
    elif word.isupper() and len(word) > 1 and len(run.words) > 1 and is_initials(word, run.words):
        yield Sign(ORGANIZATION, 1.5, "acronym after")
