"""What a name is: signs inside it and around each of its mentions, summed over the document.

Owns the weights. A sign is a rule's name, a type and a weight; nothing is decided by one mention, and a
name without signs is `other`, never a person by default.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reader.annotate import words as w
from reader.annotate.lists import gazetteer, is_common, parts, words
from reader.annotate.names import Run, Text, is_demonym, is_initials, known
from reader.annotate.tokens import Token
from reader.model import EntityType

PERSON, ORGANIZATION, PLACE = EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE
EVENT, WORK, GROUP, OTHER = EntityType.EVENT, EntityType.WORK, EntityType.GROUP, EntityType.OTHER


class Sign(NamedTuple):
    """One piece of evidence: what the rule `rule` says of a name, and how loudly."""

    type: EntityType
    weight: float
    rule: str


_PLACE_ENDINGS = (
    "stan",
    "ville",
    "shire",
    "abad",
    "burg",
    "burgh",
    "grad",
    "pur",
    "pura",
    "nagar",
    "polis",
    "land",
    "ia",
)
_PERSON_ENDINGS = (
    "ović",
    "ovic",
    "ova",
    "enko",
    "sson",
    "opoulos",
    "oğlu",
    "oglu",
    "shvili",
    "yan",
    "sky",
    "ski",
    "escu",
    "stein",
    "berg",
    "son",
)


def inside(run: Run) -> Iterator[Sign]:
    """The signs that a name carries in itself."""
    name = _in_small(run.name)
    parts_of = run.words
    last = parts_of[-1]
    first = parts_of[0]
    listed = list(_listed(name))
    yield from listed
    if len(parts_of) > 1:
        tails = list(_tails(parts_of))
        surname = len(parts_of) == 2 and last in w.LIKE_SURNAMES
        yield from (sign._replace(weight=sign.weight / 3) for sign in tails) if surname else tails
        if surname or not tails:
            yield from _people(parts_of)
        if first in w.PLACE_HEADS:
            yield Sign(PLACE, 1.2, "place head")
    else:
        if last in w.ORG_TAILS and last not in w.PLACE_TAILS and last not in w.EVENT_TAILS:
            yield Sign(ORGANIZATION, 0.5, "organisation word")
        if listed:
            return
        if name.isupper() and 2 <= len(name) <= 7 and name.replace(".", "").isalpha():
            yield Sign(ORGANIZATION, 2.0, "acronym")
        elif (
            any(letter.isupper() for letter in name[1:])
            and "-" not in name
            and first[:2] not in ("Mc", "O'", "O’", "De", "Ma")
        ):
            yield Sign(ORGANIZATION, 1.5, "inner capital")
        women, men, both = parts("given_names")
        if name in women or name in men:
            yield Sign(PERSON, 1.5, "given name")
        elif name in both:
            yield Sign(PERSON, 0.7, "given name")
        if name[:3] in ("Al-", "al-", "El-", "el-", "bin"):
            yield Sign(PERSON, 1.0, "name ending")
        if name.endswith(_PLACE_ENDINGS) and len(name) > 5:
            yield Sign(PLACE, 0.6, "place ending")
        if name.endswith(_PERSON_ENDINGS) and len(name) > 5:
            yield Sign(PERSON, 0.5, "name ending")


def _in_small(name: str) -> str:
    """`KUWAIT CITY` as `Kuwait City`, where the lists know that."""
    return name.title() if name.isupper() and len(name) > 3 and name.title() in gazetteer() else name


def _listed(name: str) -> Iterator[Sign]:
    if name in words("countries"):
        yield Sign(PLACE, 5.0, "country list")
    elif name in words("regions"):
        yield Sign(PLACE, 4.0, "region list")
    elif name in words("cities"):
        yield Sign(PLACE, 3.0, "city list")
    if name in words("organisations"):
        yield Sign(ORGANIZATION, 4.0, "organisation list")


def _tails(parts_of: tuple[str, ...]) -> Iterator[Sign]:
    """The noun that heads a longer name: its last word, or the one before `of`, `for` or `on`."""
    heads = [parts_of[-1]]
    for index, word in enumerate(parts_of[1:], 1):
        if word in ("of", "for", "on"):
            heads = [parts_of[index - 1]]
            break
    head = heads[0]
    if head in w.FACILITIES:
        yield Sign(PLACE, 2.3, "place word")
        yield Sign(
            ORGANIZATION,
            3.0 if head in ("Church", "Hospital", "Embassy", "Center", "Centre") else 1.8,
            "organisation word",
        )
    elif head in w.EVENT_TAILS:
        yield Sign(EVENT, 4.0, "event word")
    elif head in w.WORK_TAILS:
        yield Sign(WORK, 4.0, "work or law word")
    elif head in w.ORG_TAILS:
        if head in w.PLACE_TAILS:
            yield Sign(PLACE, 2.0, "place word")
            yield Sign(ORGANIZATION, 2.0, "organisation word")
        else:
            yield Sign(ORGANIZATION, 4.5, "organisation word")
    elif head in w.PLACE_TAILS or (len(parts_of) > 2 and parts_of[1] == "of" and head in w.PLACE_HEADS):
        yield Sign(PLACE, 4.0, "place word")
    elif any(word in w.ORG_HEADS for word in parts_of[:-1]):
        yield Sign(ORGANIZATION, 2.5, "organisation word inside")


def _people(parts_of: tuple[str, ...]) -> Iterator[Sign]:
    women, men, both = parts("given_names")
    first = parts_of[0]
    if len(parts_of) > 5:
        return
    if first in women or first in men:
        yield Sign(PERSON, 3.0, "given name")
    elif first in both or parts_of[1] in women or parts_of[1] in men:
        yield Sign(PERSON, 1.5, "given name")
    if any(len(word) == 2 and word[1] == "." for word in parts_of[:-1]):
        yield Sign(PERSON, 2.5, "initial")
    if parts_of[-1] in ("Jr", "Sr", "II", "III", "Jr."):
        yield Sign(PERSON, 2.0, "initial")
    if any(
        word in ("bin", "bint", "ibn", "van", "von", "bin", "de", "da", "al", "el") or word[:3] == "al-"
        for word in parts_of[1:-1]
    ):
        yield Sign(PERSON, 0.7, "particle")
    plain = [word for word in parts_of if word not in w.PARTICLES]
    if first in w.PLACE_HEADS or first in (
        "La",
        "El",
        "Los",
        "Las",
        "Le",
        "Les",
        "Il",
        "Die",
        "Das",
        "Der",
        "The",
    ):
        return
    if 2 <= len(plain) <= 4 and not any(is_common(word.lower()) or word.isupper() for word in plain):
        yield Sign(PERSON, 1.2, "two rare words")


def around(text: Text, run: Run) -> Iterator[Sign]:
    """The signs beside one mention."""
    tokens = text.tokens
    if run.title:
        yield Sign(PERSON, 5.0 if run.title in w.COURTESY else 3.5, "title")
    yield from _before(tokens, run)
    yield from _after(tokens, run)
    if len(run.words) == 1 and run.name.isupper():
        yield from _loud(tokens, run)


def _word(tokens: list[Token], index: int) -> str:
    return tokens[index].text if 0 <= index < len(tokens) else ""


def _before(tokens: list[Token], run: Run) -> Iterator[Sign]:
    index = run.first - 1
    before = _word(tokens, index)
    if before == "(" and run.name in w.NATION_CODES and _word(tokens, run.last) == ")":
        yield Sign(PLACE, 3.0, "code of a country")
        return
    if before == "," and run.name in w.POSTAL and _word(tokens, index - 1)[:1].isupper():
        yield Sign(PLACE, 3.5, "state after a town")
        return
    if not before or run.title:
        return
    if before in ("the", "The"):
        yield from _article(tokens, run)
        return
    if before in w.PREPOSITIONS_OF_PLACE:
        weight = 1.8 if before in ("in", "near", "across", "throughout") else 0.9
        yield Sign(PLACE, weight, "preposition of place")
    elif before in ("from", "to"):
        yield Sign(PLACE, 0.5, "preposition of place")
    elif before in w.PERSON_NOUNS:
        yield Sign(PERSON, 2.5, "role before")
    elif before in w.ORG_NOUNS:
        yield Sign(ORGANIZATION, 2.0, "kind before")
    elif before in w.PLACE_NOUNS:
        yield Sign(PLACE, 1.5, "kind before")
    elif before in ("told", "reports"):
        yield Sign(ORGANIZATION, 1.0, "told before")
        yield Sign(PERSON, 0.5, "told before")
    elif before in w.SPEECH:
        yield Sign(PERSON, 1.5, "verb of speech before")
    elif before in ("of", "at", "for") and (noun := _word(tokens, index - 1)):
        yield from _belongs(before, noun)
    elif before in ("by", "with"):
        yield Sign(PERSON, 0.3, "preposition")
    elif before == "," and _word(tokens, index - 1) in w.PERSON_NOUNS:
        yield Sign(PERSON, 1.5, "role before")


def _loud(tokens: list[Token], run: Run) -> Iterator[Sign]:
    """An acronym that counts or tells the kind of a thing: `40 MW`, `GPS tracks`."""
    if _word(tokens, run.first - 1)[:1].isdigit():
        yield Sign(OTHER, 3.0, "unit")
    after = _word(tokens, run.last)
    if (
        after.islower()
        and after.isalpha()
        and not after.endswith("ed")
        and not (
            after in w.FUNCTION
            or after in w.ORG_FOLLOWERS
            or after in w.ORG_VERBS
            or after in w.SPEECH
            or after in w.PERSON_NOUNS
        )
    ):
        yield Sign(ORGANIZATION, -0.7, "kind of a thing")


def _article(tokens: list[Token], run: Run) -> Iterator[Sign]:
    """`the X`: no person; an organisation, unless X only tells which of its kind the next noun is."""
    yield Sign(PERSON, -1.5, "article")
    if (
        _word(tokens, run.first - 2) in ("in", "at", "near", "inside", "outside", "from", "to")
        and run.words[-1] in w.FACILITIES
    ):
        yield Sign(PLACE, 1.3, "preposition of place")
    after = _word(tokens, run.last)
    if (
        not after.isalpha()
        or after in w.LOOSE
        or after in w.FUNCTION
        or after in w.ORG_FOLLOWERS
        or after in w.SPEECH
    ):
        yield Sign(ORGANIZATION, 0.6, "article")


def _belongs(link: str, noun: str) -> Iterator[Sign]:
    """`city of X`, `director of X`, `spokesman for X`."""
    noun = noun.lower()
    if link == "of" and noun in w.PLACE_NOUNS:
        yield Sign(PLACE, 2.5, "kind of place before")
    elif link == "of" and noun in w.OF_PLACES:
        yield Sign(PLACE, 1.5, "has places")
    elif noun in w.OF_ORGANISATIONS:
        yield Sign(ORGANIZATION, 1.5, "has staff")
    elif link == "at":
        yield Sign(PLACE, 1.0, "preposition of place")
        yield Sign(ORGANIZATION, 0.5, "preposition")


def _after(tokens: list[Token], run: Run) -> Iterator[Sign]:
    index = run.last
    after = _word(tokens, index)
    if not after:
        return
    if after in w.SPEECH:
        yield Sign(PERSON, 1.5, "verb of speech")
        yield Sign(ORGANIZATION, 0.5, "verb of speech")
    elif after in w.PERSONAL:
        yield Sign(PERSON, 1.5, "verb of a person")
    elif after in ("is", "was", "are") and _word(tokens, index + 1) in ("a", "an", "the", "one"):
        yield from appositive(tokens, index + 1)
    elif after in w.FAMILY_FOLLOWERS and len(run.words) == 1:
        yield Sign(PERSON, 1.5, "family")
    elif after in ("who", "whose"):
        yield Sign(PERSON, 2.5, "who")
    elif after == ",":
        yield from _apposition(tokens, run, index + 1)
    elif after == "(":
        yield from _bracket(tokens, run, index + 1)
    elif after == "police":
        yield Sign(PLACE, 1.0, "its police")
    elif after in w.PLACE_FOLLOWERS:
        yield Sign(PLACE, 2.0, "kind of place after")
    elif after in w.ORG_VERBS:
        yield Sign(ORGANIZATION, 0.7, "verb of an organisation")
    elif after in w.ORG_FOLLOWERS:
        yield Sign(ORGANIZATION, 1.0, "its people")
    elif after == "-" and _word(tokens, index + 1) == "based":
        yield Sign(PLACE, 2.5, "-based")
    elif after in ("'s", "’s") and _word(tokens, index + 1) in (
        "capital",
        "north",
        "south",
        "east",
        "west",
        "coast",
        "streets",
        "airport",
    ):
        yield Sign(PLACE, 2.0, "its places")
    elif after in ("—", "–", "--") and run.first == 0 and run.name.isupper():
        yield Sign(PLACE, 3.0, "dateline")


def _apposition(tokens: list[Token], run: Run, index: int) -> Iterator[Sign]:
    """`X, 45,` · `X, who` · `X, the mayor of` · `X, Kenya`."""
    word = _word(tokens, index)
    if word.isdigit() and len(word) <= 3 and _word(tokens, index + 1) in (",", ".", ";", "and"):
        yield Sign(PERSON, 3.5, "age")
        return
    if word in ("who", "whose", "whom"):
        yield Sign(PERSON, 2.5, "who")
        return
    if word in w.SPEECH:
        yield Sign(PERSON, 0.7, "verb of speech")
        return
    if word[:1].isupper():
        if word in w.POSTAL:
            yield Sign(PLACE, 2.0, "state after")
            return
        if word in words("countries") or word in words("regions"):
            if not _word(tokens, index + 1)[:1].isupper():
                yield Sign(PLACE, 2.5, "country after")
            return
        if word in w.ROLES and word not in words("given_names"):
            yield Sign(PERSON, 2.5, "role after")
            return
    yield from appositive(tokens, index)


def appositive(tokens: list[Token], index: int) -> Iterator[Sign]:
    """What the noun of an apposition that begins at `index` says: the first known noun before a break."""
    for offset in range(9):
        word = _word(tokens, index + offset)
        if not word or (
            word
            in (
                ",",
                ".",
                ";",
                "and",
                "said",
                "was",
                "is",
                "has",
                "in",
                "at",
                "for",
                "who",
                "which",
                "where",
                "that",
                "with",
            )
            and offset
        ):
            return
        if (
            offset == 0
            and word[0].islower()
            and word not in ("a", "an", "the", "his", "her", "its", "former", "one", "another")
            and word not in w.PERSON_NOUNS | w.ORG_NOUNS
        ):
            following = _word(tokens, index + 1)
            if following not in w.PERSON_NOUNS:
                return
        follows = _word(tokens, index + offset + 1)
        if word in w.PERSON_NOUNS and follows not in w.PERSON_NOUNS and follows not in w.ORG_NOUNS:
            yield Sign(PERSON, 2.5, "role after")
            return
        if word in w.ORG_NOUNS and follows not in w.PERSON_NOUNS and follows not in w.ORG_NOUNS:
            yield Sign(ORGANIZATION, 2.5, "kind after")
            return
        if (
            word in w.PLACE_NOUNS
            and follows not in w.PERSON_NOUNS
            and follows not in w.ORG_NOUNS
            and word not in ("state", "north", "south", "east", "west", "central")
        ):
            yield Sign(PLACE, 2.5, "kind after")
            return


def _bracket(tokens: list[Token], run: Run, index: int) -> Iterator[Sign]:
    word = _word(tokens, index)
    if _word(tokens, index + 1) != ")":
        return
    if word.isdigit() and len(word) == 2:
        yield Sign(PERSON, 2.5, "age")
    elif word.isupper() and len(word) > 1 and len(run.words) > 1 and is_initials(word, run.words):
        yield Sign(ORGANIZATION, 1.5, "acronym after")


def judge(signs: dict[EntityType, float]) -> tuple[EntityType, float]:
    """The type with the largest sum and the confidence in it, 0 to 1; `other` below the least sum."""
    if not signs:
        return OTHER, 0.3
    best = max(signs, key=lambda kind: signs[kind])
    top = signs[best]
    if top < 1.0:
        return OTHER, 0.3
    second = max((value for kind, value in signs.items() if kind is not best), default=0.0)
    margin = top - max(0.0, second)
    return best, round(min(0.99, 0.5 + 0.1 * margin), 2)


def is_name(run: Run) -> bool:
    """Whether the run can be a name at all: not a nationality, not a lone letter."""
    if len(run.words) > 1:
        return True
    name = run.name
    if is_demonym(name) or name in w.NOT_NAMES:
        return False
    # Words in capitals for loudness: `HUGE`.
    return not (len(name) > 3 and name.isupper() and is_common(name.lower()) and not known(name))
