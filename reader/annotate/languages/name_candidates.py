"""Find capitalized words that may be names, with the evidence that stands around each.

Owns where a name begins and ends, and what its neighbours say about its type.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reader.annotate.languages.grammar import Grammar
from reader.annotate.languages.tokenizer import Tokens, sentence_starts
from reader.annotate.lexicon.gender import name_gender
from reader.annotate.lexicon.word_lists import gazetteer, list_words
from reader.model import EntityType

PERSON, PLACE, ORGANIZATION = EntityType.PERSON, EntityType.PLACE, EntityType.ORGANIZATION
_MAX_WORDS = 8
_OF = frozenset(
    [
        "de",
        "du",
        "des",
        "d’",
        "del",
        "do",
        "da",
        "dos",
        "das",
        "di",
        "della",
        "dello",
        "dell’",
        "van",
        "von",
        "der",
        "den",
        "le",
        "la",
        "l’",
        "e",
        "y",
    ]
)
_INSTITUTIONS = frozenset(
    [
        "université",
        "ministère",
        "universidad",
        "ministerio",
        "università",
        "ministero",
        "universidade",
        "ministério",
        "universiteit",
        "tribunal",
        "tribunale",
    ]
)
_MAYORS = frozenset(
    [
        "maire",
        "mairesse",
        "alcalde",
        "alcaldesa",
        "sindaco",
        "sindaca",
        "prefeito",
        "prefeita",
        "burgemeester",
        "bürgermeister",
        "bürgermeisterin",
        "oberbürgermeister",
        "oberbürgermeisterin",
        "autarca",
    ]
)
_COMPANY_ENDS = frozenset(
    [
        "ag",
        "gmbh",
        "se",
        "kg",
        "sa",
        "sas",
        "sarl",
        "spa",
        "srl",
        "bv",
        "nv",
        "sl",
        "ltda",
        "inc",
        "ltd",
        "plc",
        "ev",
    ]
)
_COMMON_ENDS = (
    "ung", "ungen", "heit", "keit", "schaft", "schaften", "tion", "tionen", "tät", "ismus", "nis", "chen",
    "ment",
)  # fmt: skip
"""Ends of German common nouns."""


class NameCandidate(NamedTuple):
    """Words that may be a name, at `start:end` of a paragraph. `evidence` has weights by type and rule.

    `is_initial` is True if the capital may come from the place in the sentence.
    """

    paragraph: int
    start: int
    end: int
    words: tuple[str, ...]
    name: str
    evidence: tuple[tuple[EntityType, float, str], ...]
    is_initial: bool

    @property
    def key(self) -> tuple[str, ...]:
        """The words in lower case, by which mentions are grouped."""
        return tuple(word.lower() for word in self.words)


def find_candidates(number: int, tokens: Tokens, grammar: Grammar) -> Iterator[NameCandidate]:
    """The candidates of a paragraph in order, without overlap. Linear."""
    starts = sentence_starts(tokens)
    index, count = 0, len(tokens.words)
    while index < count:
        if not tokens.capitals[index] or (
            len(tokens.words[index]) == 1 and tokens.words[index + 1 : index + 2] == ["’"]
        ):
            index += 1
            continue
        end = _run_end(tokens, index, grammar)
        yield from _cut(number, tokens, index, end, starts, grammar)
        index = end


def _run_end(tokens: Tokens, index: int, grammar: Grammar) -> int:
    """The token after the capitalized words from `index`, with the particles and `&` between them."""
    end, stop = index + 1, min(len(tokens.words), index + _MAX_WORDS)
    while end < stop:
        if tokens.capitals[end]:
            if tokens.lows[end] in grammar.weekdays:
                break
            end += 1
            continue
        joint = end
        while joint < stop and joint < end + 2 and tokens.lows[joint] in grammar.particles:
            joint += 1
        if tokens.words[end] == "&":
            joint = end + 1
        if (
            joint == end
            or joint >= stop
            or not tokens.capitals[joint]
            or not _joins(tokens, index, end, joint + 1, grammar)
        ):
            break
        end = joint + 1
    return end


def _joins(tokens: Tokens, index: int, end: int, joint: int, grammar: Grammar) -> bool:
    """Whether a particle at token `end` goes on with the name from `index`, up to token `joint`."""
    first = tokens.lows[index]
    if tokens.words[end] == "&" or any(grammar.is_organization_noun(low) for low in tokens.lows[index:end]):
        return True
    if grammar.nouns_capitalized and tokens.lows[end] not in ("von", "van", "zu", "de"):
        return False
    if first in grammar.person_nouns or first in grammar.titles or first in grammar.function_words:
        index += 1
    if end - index != 1:
        return False
    known = first in grammar.given_names or bool(name_gender(tokens.words[index]))
    if tokens.lows[end] in ("e", "y", "und", "en", "in"):
        return False
    if grammar.nouns_capitalized:
        return known
    if tokens.slice(joint - 1, joint) in grammar.places:
        return False
    return known or tokens.words[index] not in grammar.places


def _cut(
    number: int, tokens: Tokens, first: int, end: int, starts: set[int], grammar: Grammar
) -> Iterator[NameCandidate]:
    """The candidate of a run of capitalized words, without titles, roles and ordinary words at its edges."""
    lead: list[tuple[EntityType, float, str]] = []
    for index in range(end - 2, first, -1):  # Wessums Trainerin Karla Dietz
        if grammar.role_gender(tokens.lows[index]):
            yield from _cut(number, tokens, first, index, starts, grammar)
            first = index
            break
    while first < end:
        low = tokens.lows[first]
        is_initial, left = first in starts, end - first
        if low in grammar.titles or low.rstrip(".") in grammar.titles:
            lead.append((PERSON, 3.0, "title"))
        elif grammar.role_gender(low) and (left > 1 or grammar.nouns_capitalized or is_initial):
            lead.append((PERSON, 1.8, "role before"))
        elif grammar.nouns_capitalized and low in grammar.place_nouns:
            lead.append((PLACE, 1.8, "kind of place before"))
        elif (
            grammar.nouns_capitalized
            and low in grammar.person_nouns
            and low not in grammar.organization_nouns
        ) or (
            low in grammar.function_words
            and (is_initial or low in grammar.not_names or low in grammar.weekdays)
        ):
            lead.clear()
        elif low in grammar.particles and (left == 1 or lead or not tokens.capitals[first]):
            pass
        elif is_initial and left > 2 and _is_noun_with_particle(tokens, first, grammar):
            lead.clear()
        elif is_initial and left > 1 and _names_organization(tokens, first, grammar):
            lead.append((ORGANIZATION, 1.8, "noun of an organization before"))
        elif left > 2 and _is_given(tokens, first + 1, grammar) and not _is_given(tokens, first, grammar):
            lead.append((PERSON, 1.2, "noun before"))
        else:
            break
        first += 1
    while end > first and (
        tokens.lows[end - 1] in grammar.weekdays or tokens.lows[end - 1] in grammar.not_names
    ):
        end -= 1
    if (
        first >= end
        or not tokens.words[first][0].isalpha()
        or (end - first == 1 and len(tokens.words[first]) < 2)
    ):
        return
    for index in range(first + 1, end - 1):  # Ende Mai: a word that is in no name cuts the run
        if tokens.lows[index] in grammar.not_names:
            yield from _cut(number, tokens, first, index, starts, grammar)
            yield from _cut(number, tokens, index + 1, end, starts, grammar)
            return
    begin = _institution_start(tokens, first, grammar)
    if begin < first:
        lead.append((ORGANIZATION, 2.5, "institution"))
    evidence = (
        *lead,
        *_name_evidence(tokens, first, end, grammar),
        *_context(tokens, first, end, starts, grammar),
    )
    yield NameCandidate(
        number,
        tokens.starts[begin],
        tokens.ends[end - 1],
        tuple(tokens.words[begin:end]),
        tokens.slice(begin, end),
        evidence,
        begin == first and first in starts,
    )


def _is_noun_with_particle(tokens: Tokens, first: int, grammar: Grammar) -> bool:
    """Whether a sentence begins with a noun before the name: Investigadores da Universidade."""
    if grammar.nouns_capitalized or tokens.lows[first + 1] not in grammar.particles:
        return False
    return tokens.lows[first] not in grammar.organization_nouns and not _is_given(tokens, first, grammar)


def _names_organization(tokens: Tokens, first: int, grammar: Grammar) -> bool:
    """Whether a Dutch sentence begins with a kind of organization before its name: Vakbond X."""
    if grammar.nouns_capitalized or not grammar.verb_last:
        return False
    return grammar.is_organization_noun(tokens.lows[first]) and tokens.capitals[first + 1]


def _is_given(tokens: Tokens, index: int, grammar: Grammar) -> bool:
    return tokens.lows[index] in grammar.given_names or bool(name_gender(tokens.words[index]))


def _institution_start(tokens: Tokens, first: int, grammar: Grammar) -> int:
    """The first token of an institution with a small letter: université de Grenoble."""
    at = first - 1
    while at > max(0, first - 3) and tokens.lows[at] in _OF:
        at -= 1
    return at if 0 <= at < first - 1 and tokens.lows[at] in _INSTITUTIONS else first


def _name_evidence(
    tokens: Tokens, first: int, end: int, grammar: Grammar
) -> Iterator[tuple[EntityType, float, str]]:
    """What the words of the name say."""
    name, lows, several = tokens.slice(first, end), tokens.lows[first:end], end - first > 1
    plain = name.removesuffix("s")
    if name in grammar.places or (grammar.nouns_capitalized and plain in grammar.places):
        yield PLACE, 2.2, "list of places"
    elif name in grammar.organizations:
        yield ORGANIZATION, 2.2, "list of organizations"
    elif name in list_words("cities") or name in list_words("countries"):
        yield PLACE, 1.2, "list of places"
    elif name in gazetteer() and len(name) > 3:
        yield (ORGANIZATION if name in list_words("organizations") else PLACE), 1.2, "general list"
    if any(
        low in grammar.organization_nouns or low.rpartition("-")[2] in grammar.organization_nouns
        for low in lows
    ):
        yield (
            ORGANIZATION,
            2.6 if several else 1.1 if not grammar.nouns_capitalized else 0.0,
            "organization word",
        )
    elif several and lows[0] in grammar.place_nouns:
        yield PLACE, 2.0, "place word"
    if several and lows[-1].rstrip(".") in _COMPANY_ENDS:
        yield ORGANIZATION, 2.6, "company"
    if several and "&" in lows:
        yield ORGANIZATION, 1.5, "company"
    if not several and name.isupper() and 2 <= len(name) <= 6 and name.isalpha():
        yield ORGANIZATION, 1.2, "acronym"
    if _is_given(tokens, first, grammar):
        if not several:
            yield PERSON, 0.9, "given name"
        elif not any(low in grammar.organization_nouns for low in lows):
            yield PERSON, 1.8, "given name"
    elif several and not grammar.nouns_capitalized and all(low.isalpha() for low in lows):
        yield PERSON, 0.5, "shape of the name"
    if several and any(low.endswith(_COMMON_ENDS) for low in lows) and grammar.nouns_capitalized:
        yield PERSON, -1.5, "end of a noun"


def _context(
    tokens: Tokens, first: int, end: int, starts: set[int], grammar: Grammar
) -> Iterator[tuple[EntityType, float, str]]:
    """What the words beside the name say."""
    lows, words = tokens.lows, tokens.words
    before = lows[first - 1] if first else ""
    after = words[end] if end < len(words) else ""
    yield from _person_context(tokens, first, end, before, after, grammar)
    if before in grammar.place_prepositions:
        # In Spanish and Portuguese `a` also stands before a person; in Italian a person rarely follows it.
        weak = grammar.nouns_capitalized or (before == "a" and (grammar.code != "it" or end - first > 1))
        yield PLACE, 0.3 if weak else 1.0, "preposition of place"
    noun = _noun_before(tokens, first, grammar)
    if noun in grammar.place_nouns:
        yield PLACE, 1.8, "kind of place before"
    elif noun in _MAYORS:
        yield PLACE, 1.6, "mayor of"
    elif noun in grammar.organization_nouns and before == noun:
        yield ORGANIZATION, 1.7, "noun of an organization before"
    if before in _ARTICLES and not grammar.nouns_capitalized and first not in starts:
        yield PERSON, -0.8, "article before"
        yield ORGANIZATION, 0.5, "article before"
    if after == "(" and end + 2 < len(words) and words[end + 2] == ")" and words[end + 1].isupper():
        yield ORGANIZATION, 1.0, "acronym behind"


def _person_context(
    tokens: Tokens, first: int, end: int, before: str, after: str, grammar: Grammar
) -> Iterator[tuple[EntityType, float, str]]:
    lows, words, count = tokens.lows, tokens.words, len(tokens.words)
    if before in grammar.titles or before.rstrip(".") in grammar.titles:
        yield PERSON, 3.0, "title"
    if grammar.role_gender(before):
        yield PERSON, 1.8, "role before"
    elif before == "," and first > 1 and _role_in_phrase(tokens, first - 2, grammar):
        yield PERSON, 1.4, "role before"
    governed = before in grammar.prepositions and before not in grammar.complementizers
    for at in range(first - 1, max(-1, first - 4), -1):
        if grammar.is_speech_verb(lows[at]) or lows[at] in grammar.participles:
            # fordert Aufklärung: only a verb behind a quote has a person behind it, if nouns have capitals.
            inverted = at > 0 and words[at - 1] in _BEFORE_INVERTED
            if not governed and (inverted or end - first > 1 or not grammar.nouns_capitalized):
                yield PERSON, 1.1, "verb of speech before"
            break
        if (
            lows[at] not in grammar.skipped
            and lows[at] not in grammar.titles
            and lows[at] not in grammar.person_nouns
            and not (at == first - 1 and end - first > 1 and _is_common_noun(tokens, at, grammar))
        ):
            break
    if end - first > 1 and not grammar.nouns_capitalized:
        noun = first - 1 if before != "," else first - 2
        if noun > 0 and _is_common_noun(tokens, noun, grammar) and lows[noun - 1] in grammar.determiners:
            yield PERSON, 0.9, "noun before"
    if after == ",":
        for at in range(end + 1, min(count, end + 5)):
            if grammar.role_gender(lows[at]):
                yield PERSON, 1.2, "role behind"
                break
            if not words[at][0].isalnum():
                break
        if any(lows[at] in grammar.age_words for at in range(end + 1, min(count, end + 5))):
            yield PERSON, 1.4, "age"
    if after == "(" and words[end + 1 : end + 3][-1:] == [")"] and words[end + 1].isdigit():
        yield PERSON, 1.4, "age"
    at = end
    while at < min(count, end + 3) and (lows[at] in grammar.skipped or lows[at] in grammar.auxiliaries):
        at += 1
    if at < count and not governed and (grammar.is_speech_verb(lows[at]) or lows[at] in grammar.participles):
        yield PERSON, 0.9, "verb of speech"


def _is_common_noun(tokens: Tokens, index: int, grammar: Grammar) -> bool:
    """Whether the token may be a noun for a person that no list has: el perito, o relator."""
    low = tokens.lows[index]
    if not tokens.words[index].islower() or low in grammar.function_words or grammar.is_speech_verb(low):
        return False
    if low in grammar.place_nouns or low in grammar.work_nouns:
        return False
    return not grammar.is_organization_noun(low)


def _role_in_phrase(tokens: Tokens, index: int, grammar: Grammar) -> bool:
    """Whether the words up to token `index` are a role: le directeur du club, [Étienne]."""
    for at in range(index, max(-1, index - 9), -1):
        if grammar.role_gender(tokens.lows[at]):
            return True
        if not tokens.words[at][0].isalnum() or grammar.is_speech_verb(tokens.lows[at]):
            return False
    return False


def _noun_before(tokens: Tokens, first: int, grammar: Grammar) -> str:
    """The noun before the name, with or without a word for `of` between them."""
    at = first - 1
    while at > max(0, first - 3) and tokens.lows[at] in _OF:
        at -= 1
    return tokens.lows[at] if at >= 0 else ""


_BEFORE_INVERTED = frozenset(',“”«»"’‘')
_ARTICLES = frozenset(["le", "la", "l’", "el", "o", "il", "lo", "de", "het", "les", "los", "las", "i", "gli"])
