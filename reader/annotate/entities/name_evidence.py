"""Evidence from a name itself: word lists, given names, its last word."""

from __future__ import annotations

from collections.abc import Iterator

from reader.annotate.entities.candidate import Candidate, is_demonym
from reader.annotate.entities.evidence import EVENT, ORGANIZATION, OTHER, PERSON, PLACE, WORK, Evidence
from reader.annotate.lexicon.type_cues import (
    EVENT_ENDINGS,
    FACILITIES,
    FOREIGN_HEADS,
    HOLIDAYS,
    ORGANIZATION_ENDINGS,
    ORGANIZATION_HEADS,
    PLACE_ENDINGS,
    PLACE_HEADS,
    PLACE_KINDS_BEFORE_OF,
    SURNAME_ENDINGS,
    WORK_ENDINGS,
)
from reader.annotate.lexicon.word_classes import NAME_PARTICLES
from reader.annotate.lexicon.word_lists import gazetteer, is_dictionary_word, list_parts, list_words
from reader.annotate.lexicon.word_set import word_set

_PLACE_ENDINGS = tuple(word_set("stan ville shire abad burg burgh grad pur pura nagar polis land ia"))
_PERSON_ENDINGS = tuple(
    word_set("ović ovic ova enko sson opoulos oğlu oglu shvili yan sky ski escu stein berg son")
)


def name_evidence(candidate: Candidate) -> Iterator[Evidence]:
    """The evidence in the words of a name."""
    name = _title_case_if_listed(candidate.name)
    listed = list(_gazetteer_evidence(name))
    yield from listed
    if len(candidate.words) > 1:
        title_cased = tuple(map(str.title, candidate.words)) if candidate.name.isupper() else candidate.words
        yield from _of_multiword_name(name, title_cased, bool(listed))
    else:
        yield from _of_single_word(name, candidate.words[0], bool(listed))


def _of_multiword_name(name: str, words: tuple[str, ...], listed: bool) -> Iterator[Evidence]:
    """The evidence of a name of several words. `listed` is True if the gazetteer contains it."""
    first, last = words[0], words[-1]
    head_evidence = [] if name in list_words("countries") else list(_head_noun_evidence(words))
    surname = last in SURNAME_ENDINGS and (
        len(words) == 2
        or (len(words) == 3 and _is_given_name(first) and not is_dictionary_word(words[1].lower()))
    )
    yield from (
        (evidence._replace(weight=evidence.weight / 3) for evidence in head_evidence)
        if surname
        else head_evidence
    )
    if not listed and not head_evidence and _is_team(words):
        yield Evidence(ORGANIZATION, 3.5, "team of a place")
    elif surname or not head_evidence:
        yield from _person_evidence(words)
    if first in PLACE_HEADS:
        yield Evidence(PLACE, 1.2, "place head")


def _of_single_word(name: str, word: str, listed: bool) -> Iterator[Evidence]:
    """The evidence of a name of one word. `listed` is True if the gazetteer contains it."""
    if name in HOLIDAYS:
        yield Evidence(EVENT, 4.0, "event word")
    if word in ORGANIZATION_ENDINGS and word not in PLACE_ENDINGS and word not in EVENT_ENDINGS:
        yield Evidence(ORGANIZATION, 0.5, "organization word")
    if listed:
        return
    if name.isupper() and 2 <= len(name) <= 6 and name.replace(".", "").isalpha():
        yield Evidence(ORGANIZATION, 2.0, "acronym")
    elif name[:-1].isupper() and name[-1] == "s" and len(name) > 2:
        yield Evidence(OTHER, 3.0, "plural of an acronym")
    elif (
        name.isalpha()
        and any(letter.isupper() for letter in name[1:])
        and "-" not in name
        and word[:2] not in ("Mc", "O'", "O’", "De", "Ma")
    ):
        if name[0].islower():  # iPhone
            yield Evidence(WORK, 1.5, "inner capital")
        else:
            yield Evidence(ORGANIZATION, 1.5, "inner capital")
    women, men, both = list_parts("given_names")
    if name in women or name in men:
        yield Evidence(PERSON, 1.5, "given name")
    elif name in both:
        yield Evidence(PERSON, 0.7, "given name")
    if name[:3] in ("Al-", "al-", "El-", "el-", "bin"):
        yield Evidence(PERSON, 1.0, "surname ending")
    if name.endswith(_PLACE_ENDINGS) and len(name) > 5:
        yield Evidence(PLACE, 0.6, "place ending")
    if name.endswith(_PERSON_ENDINGS) and len(name) > 5:
        yield Evidence(PERSON, 0.5, "surname ending")


def _is_given_name(word: str) -> bool:
    """Whether a word is a given name or an initial."""
    return word in list_words("given_names") or (len(word) == 2 and word[1] == ".")


def _title_case_if_listed(name: str) -> str:
    """The name, in title case if the gazetteer contains that form: `Kuwait City` for `KUWAIT CITY`."""
    in_one_case = name.islower() or (name.isupper() and len(name) > 3)
    return name.title() if in_one_case and name.title() in gazetteer() else name


def _gazetteer_evidence(name: str) -> Iterator[Evidence]:
    """The evidence of the lists of places and organizations."""
    if name in list_words("countries"):
        yield Evidence(PLACE, 5.0, "country list")
    elif name in list_words("regions") or (len(name) < 6 and f"{name}." in list_words("regions")):
        yield Evidence(PLACE, 4.0, "region list")
    elif name in list_words("cities"):
        yield Evidence(PLACE, 0.8 if is_dictionary_word(name.lower()) else 3.0, "city list")
    if name in list_words("organizations"):
        yield Evidence(ORGANIZATION, 4.0, "organization list")


def _head_noun_evidence(words: tuple[str, ...]) -> Iterator[Evidence]:
    """The evidence of the head noun: the last word, or the word before `of`, `for` or `on`."""
    heads = [words[-1]]
    for index, word in enumerate(words[1:], 1):
        if word in ("of", "for", "on"):
            heads = [words[index - 1]]
            break
    head = heads[0]
    if head == "District" and "School" in words:
        head = "School"
    if len(words) > 2 and words[1] == "of" and words[0] in PLACE_KINDS_BEFORE_OF:
        yield Evidence(PLACE, 4.0, "place word")
    elif head in FACILITIES:
        yield Evidence(PLACE, 2.3, "place word")
        yield Evidence(
            ORGANIZATION,
            3.0 if head in ("Church", "Hospital", "Embassy", "Center", "Centre") else 1.8,
            "organization word",
        )
    elif head in EVENT_ENDINGS:
        yield Evidence(EVENT, 4.0, "event word")
    elif head in WORK_ENDINGS:
        yield Evidence(WORK, 4.0, "work or law word")
    elif head in ORGANIZATION_ENDINGS:
        if head in PLACE_ENDINGS:
            yield Evidence(PLACE, 2.0, "place word")
            yield Evidence(ORGANIZATION, 2.0, "organization word")
        else:
            yield Evidence(ORGANIZATION, 4.5, "organization word")
    elif head in PLACE_ENDINGS or (len(words) > 2 and words[1] == "of" and head in PLACE_HEADS):
        yield Evidence(PLACE, 4.0, "place word")
    elif words[0] in FOREIGN_HEADS:
        yield Evidence(ORGANIZATION, 3.0, "organization word")
    elif any(word in ORGANIZATION_HEADS for word in words[:-1]):
        yield Evidence(ORGANIZATION, 2.5, "organization word inside")


def _is_team(words: tuple[str, ...]) -> bool:
    """Whether the words are a place and a plural, as in the name of a team: `Lisbon Herons`."""
    last = words[-1]
    if len(last) < 4 or not last.isalpha() or last[-1] != "s" or last.endswith(("ss", "is", "us")):
        return False
    place = " ".join(words[:-1])
    return not is_demonym(last) and any(
        place in list_words(name) for name in ("cities", "regions", "countries")
    )


def _person_evidence(words: tuple[str, ...]) -> Iterator[Evidence]:
    """The evidence that a name of several words belongs to a person."""
    women, men, both = list_parts("given_names")
    first = words[0]
    if len(words) > 5:
        return
    if first in women or first in men:
        yield Evidence(PERSON, 3.0, "given name")
    elif first in both or words[1] in women or words[1] in men:
        yield Evidence(PERSON, 1.5, "given name")
    if any(word[1:2] == "." and len(word) <= 6 for word in words[:-1]) and first not in list_words("regions"):
        yield Evidence(PERSON, 2.5, "initial")
    if words[-1] in ("Jr", "Sr", "II", "III", "Jr."):
        yield Evidence(PERSON, 2.0, "initial")
    main_words = [word for word in words if word not in NAME_PARTICLES]
    if first in PLACE_HEADS or first in (
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
    if 2 <= len(main_words) <= 4 and not any(
        is_dictionary_word(word.lower()) or word.isupper() for word in main_words
    ):
        if words[-1] in list_words("countries") and first not in list_words("given_names"):
            yield Evidence(ORGANIZATION, 1.2, "branch in a country")  # Tarvo Kenya
        else:
            yield Evidence(PERSON, 1.2, "no dictionary words")
