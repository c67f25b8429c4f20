"""The signs that a name carries in itself: lists, given names, the noun at its end."""

from __future__ import annotations

from collections.abc import Iterator

from reader.annotate.entities.evidence import EVENT, ORGANIZATION, OTHER, PERSON, PLACE, WORK, Sign
from reader.annotate.entities.name_run import Run, is_demonym
from reader.annotate.lexicon import kinds
from reader.annotate.lexicon import words as w
from reader.annotate.lexicon.lists import gazetteer, is_common, parts, words
from reader.annotate.lexicon.word_set import word_set

_PLACE_ENDINGS = tuple(word_set("stan ville shire abad burg burgh grad pur pura nagar polis land ia"))
_PERSON_ENDINGS = tuple(
    word_set("ović ovic ova enko sson opoulos oğlu oglu shvili yan sky ski escu stein berg son")
)


def inside(run: Run) -> Iterator[Sign]:
    """The signs that a name carries in itself."""
    name = _in_small(run.name)
    listed = list(_listed(name))
    yield from listed
    if len(run.words) > 1:
        words_of = tuple(map(str.title, run.words)) if run.name.isupper() else run.words
        yield from _of_several(name, words_of, bool(listed))
    else:
        yield from _of_one(name, run.words[0], bool(listed))


def _of_several(name: str, parts_of: tuple[str, ...], listed: bool) -> Iterator[Sign]:
    """The signs of a name of several words, `listed` when a list holds it whole."""
    first, last = parts_of[0], parts_of[-1]
    tails = [] if name in words("countries") else list(_tails(parts_of))
    surname = last in kinds.LIKE_SURNAMES and (
        len(parts_of) == 2 or (len(parts_of) == 3 and _is_given(first) and not is_common(parts_of[1].lower()))
    )
    yield from (sign._replace(weight=sign.weight / 3) for sign in tails) if surname else tails
    if not listed and not tails and _is_team(parts_of):
        yield Sign(ORGANIZATION, 3.5, "team of a place")
    elif surname or not tails:
        yield from _people(parts_of)
    if first in kinds.PLACE_HEADS:
        yield Sign(PLACE, 1.2, "place head")


def _of_one(name: str, word: str, listed: bool) -> Iterator[Sign]:
    """The signs of a name of one word; `listed` when a list holds it."""
    if name in kinds.HOLIDAYS:
        yield Sign(EVENT, 4.0, "event word")
    if word in kinds.ORG_TAILS and word not in kinds.PLACE_TAILS and word not in kinds.EVENT_TAILS:
        yield Sign(ORGANIZATION, 0.5, "organisation word")
    if listed:
        return
    if name.isupper() and 2 <= len(name) <= 6 and name.replace(".", "").isalpha():
        yield Sign(ORGANIZATION, 2.0, "acronym")
    elif name[:-1].isupper() and name[-1] == "s" and len(name) > 2:
        yield Sign(OTHER, 3.0, "plural of an acronym")
    elif (
        name.isalpha()
        and any(letter.isupper() for letter in name[1:])
        and "-" not in name
        and word[:2] not in ("Mc", "O'", "O’", "De", "Ma")
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


def _is_given(word: str) -> bool:
    return word in words("given_names") or (len(word) == 2 and word[1] == ".")


def _in_small(name: str) -> str:
    """`KUWAIT CITY` as `Kuwait City`, where the lists know that."""
    return name.title() if name.isupper() and len(name) > 3 and name.title() in gazetteer() else name


def _listed(name: str) -> Iterator[Sign]:
    if name in words("countries"):
        yield Sign(PLACE, 5.0, "country list")
    elif name in words("regions") or (len(name) < 6 and f"{name}." in words("regions")):
        yield Sign(PLACE, 4.0, "region list")
    elif name in words("cities"):
        yield Sign(PLACE, 0.8 if is_common(name.lower()) else 3.0, "city list")
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
    if head == "District" and "School" in parts_of:
        head = "School"
    if len(parts_of) > 2 and parts_of[1] == "of" and parts_of[0] in kinds.STATES:
        yield Sign(PLACE, 4.0, "place word")
    elif head in kinds.FACILITIES:
        yield Sign(PLACE, 2.3, "place word")
        yield Sign(
            ORGANIZATION,
            3.0 if head in ("Church", "Hospital", "Embassy", "Center", "Centre") else 1.8,
            "organisation word",
        )
    elif head in kinds.EVENT_TAILS:
        yield Sign(EVENT, 4.0, "event word")
    elif head in kinds.WORK_TAILS:
        yield Sign(WORK, 4.0, "work or law word")
    elif head in kinds.ORG_TAILS:
        if head in kinds.PLACE_TAILS:
            yield Sign(PLACE, 2.0, "place word")
            yield Sign(ORGANIZATION, 2.0, "organisation word")
        else:
            yield Sign(ORGANIZATION, 4.5, "organisation word")
    elif head in kinds.PLACE_TAILS or (
        len(parts_of) > 2 and parts_of[1] == "of" and head in kinds.PLACE_HEADS
    ):
        yield Sign(PLACE, 4.0, "place word")
    elif parts_of[0] in kinds.FOREIGN_HEADS:
        yield Sign(ORGANIZATION, 3.0, "organisation word")
    elif any(word in kinds.ORG_HEADS for word in parts_of[:-1]):
        yield Sign(ORGANIZATION, 2.5, "organisation word inside")


def _is_team(parts_of: tuple[str, ...]) -> bool:
    """`Lisbon Herons`: a place and the animals, people or things that its team is called after."""
    last = parts_of[-1]
    if len(last) < 4 or not last.isalpha() or last[-1] != "s" or last.endswith(("ss", "is", "us")):
        return False
    place = " ".join(parts_of[:-1])
    return not is_demonym(last) and any(place in words(name) for name in ("cities", "regions", "countries"))


def _people(parts_of: tuple[str, ...]) -> Iterator[Sign]:
    women, men, both = parts("given_names")
    first = parts_of[0]
    if len(parts_of) > 5:
        return
    if first in women or first in men:
        yield Sign(PERSON, 3.0, "given name")
    elif first in both or parts_of[1] in women or parts_of[1] in men:
        yield Sign(PERSON, 1.5, "given name")
    if any(word[1:2] == "." and len(word) <= 6 for word in parts_of[:-1]) and first not in words("regions"):
        yield Sign(PERSON, 2.5, "initial")
    if parts_of[-1] in ("Jr", "Sr", "II", "III", "Jr."):
        yield Sign(PERSON, 2.0, "initial")
    if any(
        word in ("bin", "bint", "ibn", "van", "von", "bin", "de", "da", "al", "el") or word[:3] == "al-"
        for word in parts_of[1:-1]
    ):
        yield Sign(PERSON, 0.7, "particle")
    plain = [word for word in parts_of if word not in w.PARTICLES]
    if first in kinds.PLACE_HEADS or first in (
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
