"""Split a span of capitalized words where one name ends and another begins.

Owns what is not part of a name: titles, roles and their fields, nationalities, days and months.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.annotate.entities.candidate import (
    QUOTATION_MARKS,
    Candidate,
    TokenizedText,
    in_gazetteer,
    is_acronym_of,
    is_demonym,
    joined_text,
    make_candidate,
)
from reader.annotate.lexicon.gender import name_gender
from reader.annotate.lexicon.type_cues import (
    ORGANIZATION_ENDINGS,
    ORGANIZATION_HEADS,
    PLACE_ENDINGS,
    PLACE_HEADS,
    TYPE_ENDINGS,
)
from reader.annotate.lexicon.word_classes import (
    COURTESY_TITLES,
    FUNCTION_WORDS,
    IMPERATIVES,
    MONTHS,
    NAME_PARTICLES,
    NEVER_FIRST_IN_NAMES,
    NOT_NAMES,
    PERSON_NOUNS,
    POST_NOMINALS,
    ROLE_MODIFIERS,
    ROLE_SURNAMES,
    ROLES,
    SPEECH_VERBS,
    STRONG_TITLES,
    WEEKDAYS,
)
from reader.annotate.lexicon.word_lists import is_dictionary_word, list_words
from reader.annotate.tokens import Token


def split_span(paragraph: int, text: TokenizedText, first: int, stop: int) -> Iterator[Candidate]:
    """The candidates in the tokens `first:stop`, cut at titles, roles, nationalities and days."""
    tokens = text.tokens
    start = first
    title = ""
    if role := _role_before_field(tokens, first):
        if tokens[stop - 1].text in ORGANIZATION_ENDINGS or (
            stop - first > 1 and in_gazetteer(joined_text(tokens, first, stop))
        ):
            role = ""
        while (
            role
            and start < stop
            and (is_dictionary_word(tokens[start].text.lower()) or not tokens[start].text[0].isalpha())
        ):
            start += 1
        title = role if start > first else ""
    while start < stop:
        word = tokens[start].text
        lower = word.lower()
        if (
            word in (".", "&", "'s", "’s")
            or word in NAME_PARTICLES
            or word in ("of", "for", "on", "and", "the")
        ):
            start += 1
            continue
        if (
            lower in NEVER_FIRST_IN_NAMES
            or (start in text.starts and lower in FUNCTION_WORDS)
            or (start in text.starts and lower in IMPERATIVES and stop - start > 1)
            or (word in NOT_NAMES and stop - start == 1)
        ):
            if joined_text(tokens, start, stop) in ("The Hague", "The Gambia"):
                break
            start, title = start + 1, ""
            continue
        if (word in WEEKDAYS or word in MONTHS) and not _month_begins_name(tokens, start, stop):
            start, title = start + 1, ""
            continue
        break
    if start >= stop:
        return
    yield from _cut_titles(paragraph, text, start, stop, title)


def _role_before_field(tokens: Sequence[Token], first: int) -> str:
    """The role whose field begins or continues at `first`: `minister of X and Y`, or the empty string."""
    index = first - 1
    while index > max(0, first - 9):
        word = tokens[index].text
        if word in ("of", "for"):
            role = tokens[index - 1].text
            return role if role in ROLES or role in PERSON_NOUNS else ""
        if word not in ("and", ",", "&", "the") and not (
            word[0].isupper() and is_dictionary_word(word.lower())
        ):
            return ""
        index -= 1
    return ""


def _month_begins_name(tokens: Sequence[Token], start: int, stop: int) -> bool:
    """Whether the month begins a name: `April Jones`, `May Day`."""
    word = tokens[start].text
    if stop - start < 2:
        return False
    return (
        word in ("April", "May", "June", "August", "Jan", "Sun")
        and tokens[start + 1].text not in MONTHS | WEEKDAYS
    )


def _cut_titles(
    paragraph: int, text: TokenizedText, start: int, stop: int, title: str
) -> Iterator[Candidate]:
    """Cut titles and roles off, and remember each for the name after it."""
    tokens = text.tokens
    if stop - start == 1 and tokens[start].text in ROLE_SURNAMES:
        yield make_candidate(paragraph, text, start, stop, title)
        return
    while start < stop:
        name = joined_text(tokens, start, stop)
        if in_gazetteer(name):
            yield make_candidate(paragraph, text, start, stop, title)
            return
        at = _find_role(tokens, start, stop)
        if at < 0:
            yield from _cut_edges(paragraph, text, start, stop, title)
            return
        left = at
        while left > start and tokens[left - 1].text in ROLE_MODIFIERS:
            left -= 1
        if left > start:
            yield from _cut_edges(paragraph, text, start, left, title)
        title = tokens[at].text
        start = at + 1
        while start < stop and (
            tokens[start].text in (".", "and", "of", "for", "&", "'s", "’s")
            or tokens[start].text in ROLES | COURTESY_TITLES
        ):
            start += 1


def _find_role(tokens: Sequence[Token], start: int, stop: int) -> int:
    """The index of the first title or role to cut off, or -1."""
    tail = tokens[stop - 1].text
    typed = tail in TYPE_ENDINGS
    marks = [index for index in range(start, stop) if tokens[index].text in QUOTATION_MARKS]
    for index in range(start, stop):
        word = tokens[index].text
        if word not in ROLES and word not in COURTESY_TITLES:
            continue
        if marks and marks[0] < index < marks[-1]:  # Nils “the Captain” Aker
            continue
        if typed and index < stop - 1 and (word not in STRONG_TITLES or stop - index > 3):
            continue
        if index > start and tokens[index - 1].text in ("of", "for", "and", "&", "de"):
            continue
        if index < stop - 1 and tokens[index + 1].text in ("of", "and", "&", "for"):
            continue
        if index > start and word in COURTESY_TITLES and word not in ROLES and word not in STRONG_TITLES:
            continue
        if index == stop - 1 == start + 1 and word in ROLE_SURNAMES and name_gender(tokens[start].text):
            continue
        if index == stop - 1 and index > start and word not in ROLES:
            continue
        return index
    return -1


def _find_person_after_organization(tokens: Sequence[Token], start: int, stop: int) -> int:
    """The start of the person's name in `University of X Ada Okafor`, or -1."""
    if stop - start < 2 or tokens[stop - 1].text in TYPE_ENDINGS:
        return -1
    for index in range(max(start + 1, stop - 3), stop):
        before = tokens[index - 1].text
        if not name_gender(tokens[index].text) or not before[0].isupper():
            continue
        if before in PLACE_HEADS or in_gazetteer(joined_text(tokens, start, stop)):
            return -1
        if before in ORGANIZATION_ENDINGS or before in PLACE_ENDINGS or before in ROLES:
            return index if stop - index < 3 or index > start + 1 else -1
        if stop - index > 1 and _ends_before_person(tokens, start, index):
            return index
        if (
            index > start + 1
            and index < stop - 1
            and any(token.text in ORGANIZATION_HEADS for token in tokens[start:index])
        ):
            return index
    return -1


def _ends_before_person(tokens: Sequence[Token], start: int, index: int) -> bool:
    """Whether the tokens `start:index` are a place or an acronym before a person: `Moscow Ada Okafor`."""
    before = tokens[index - 1].text
    if before in list_words("given_names"):
        return False
    if before.isupper() and before.isalpha():  # two letters are initials: `AK Okafor`
        return len(before) > (1 if index - start > 1 else 2) and before not in _ROMAN_NUMERALS
    return in_gazetteer(joined_text(tokens, start, index))


_ROMAN_NUMERALS = frozenset(("II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII"))


def _person_after_role_and_place(tokens: Sequence[Token], start: int, stop: int) -> int:
    """The start of the person in `ambassador to Kenya Tarvo Lind` or `CEO of ADC Tarvo Lind`, or -1."""
    if start < 2 or tokens[start - 1].text not in ("of", "to", "for", "at"):
        return -1
    role = tokens[start - 2].text
    if role not in ROLES and role not in PERSON_NOUNS:
        return -1
    for index in range(start + 1, stop - 1):
        place = joined_text(tokens, start, index)
        known = in_gazetteer(place) or (place.isupper() and place.isalpha())
        rest = tokens[index:stop]
        if (
            known
            and len(rest) < 4
            and rest[-1].text not in TYPE_ENDINGS
            and not any(is_dictionary_word(token.text.lower()) or token.text.isupper() for token in rest)
            and not in_gazetteer(joined_text(tokens, start, stop))
        ):
            return index
    return -1


def _cut_edges(paragraph: int, text: TokenizedText, start: int, stop: int, title: str) -> Iterator[Candidate]:
    """Cut nationalities off the front; cut days, post-nominal letters and punctuation off the end."""
    tokens = text.tokens
    demonyms = list_words("demonyms")
    while stop > start and (
        tokens[stop - 1].text in (".", "&", "'s", "’s", "of", "for", "on", "and", "the")
        or tokens[stop - 1].text in WEEKDAYS
        or (tokens[stop - 1].text in MONTHS and stop - start > 1 and not title)
        or tokens[stop - 1].text in NAME_PARTICLES
        or (stop - start > 1 and tokens[stop - 1].text.lower() in SPEECH_VERBS)
        or (stop - start > 2 and tokens[stop - 1].text in POST_NOMINALS and name_gender(tokens[start].text))
        or (
            stop - start > 1
            and tokens[stop - 1].text == "I"
            and not title
            and not name_gender(tokens[start].text)
        )
        or (stop - start > 1 and tokens[stop - 1].text in ("Image", "Photo", "Video", "Read", "In", "The"))
    ):
        stop -= 1
    if stop - start > 2 and is_acronym_of(
        tokens[stop - 1].text, [token.text for token in tokens[start : stop - 1]]
    ):
        yield make_candidate(paragraph, text, stop - 1, stop, "")
        stop -= 1
    person = -1 if title else _find_person_after_organization(tokens, start, stop)
    if person < 0:
        person = _person_after_role_and_place(tokens, start, stop)
    if person > 0:
        yield from _cut_edges(paragraph, text, start, person, title)
        start, title = person, ""
    while stop > start:
        word = tokens[start].text
        pair = joined_text(tokens, start, start + 2) if stop - start > 1 else ""
        if pair in demonyms or (pair and pair[:-1] in demonyms):
            step = 2
        elif is_demonym(word) and not _is_given_name_of(tokens, start, stop):
            step = 1
        else:
            break
        if stop - start > step and _demonym_belongs(tokens, start, stop):
            break
        start += step
        while start < stop and tokens[start].text in ("and", "of", "&"):
            start += 1
    if start < stop:
        yield from _split_place_pair(paragraph, text, start, stop) or (
            make_candidate(paragraph, text, start, stop, title),
        )


def _split_place_pair(paragraph: int, text: TokenizedText, start: int, stop: int) -> tuple[Candidate, ...]:
    """The two places of `London-Singapore`; empty if the token is not such a pair."""
    token = text.tokens[start]
    if stop - start > 1 or "-" not in token.text or in_gazetteer(token.text):
        return ()
    left, _, right = token.text.partition("-")
    if not right or not right[0].isupper() or not (in_gazetteer(left) or in_gazetteer(right)) or "-" in right:
        return ()
    pair = make_candidate(paragraph, text, start, stop, "")
    middle = token.start + len(left)
    return (
        pair._replace(end=middle, words=(left,), name=left),
        pair._replace(start=middle + 1, words=(right,), name=right, sentence_initial=False),
    )


def _demonym_belongs(tokens: Sequence[Token], start: int, stop: int) -> bool:
    """Whether the nationality is part of the name: `African Union`, `Indian Ocean`."""
    if in_gazetteer(joined_text(tokens, start, stop)):
        return True
    if in_gazetteer(joined_text(tokens, start + 1, stop)):
        return False
    tail = tokens[stop - 1].text
    return tail in TYPE_ENDINGS or any(token.text in ORGANIZATION_HEADS for token in tokens[start + 1 : stop])


def _is_given_name_of(tokens: Sequence[Token], start: int, stop: int) -> bool:
    """Whether a word that is also a people or faith is a given name: `Christian Okafor`."""
    if tokens[start].text not in list_words("given_names") or stop - start not in (2, 3):
        return False
    after = tokens[start + 1].text
    return not is_dictionary_word(after.lower()) and after not in TYPE_ENDINGS and not is_demonym(after)
