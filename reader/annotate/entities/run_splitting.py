"""Cut a range of capitalised words where a name ends and another begins.

Owns what is left out of names: titles, roles and their fields, nationalities, days and months.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.annotate.entities.name_run import (
    MARKS,
    Run,
    Text,
    is_demonym,
    is_initials,
    known,
    name_of,
    run_of,
)
from reader.annotate.lexicon import kinds
from reader.annotate.lexicon import words as w
from reader.annotate.lexicon.lists import is_common, parts, words
from reader.annotate.tokens import Token


def split(paragraph: int, text: Text, first: int, last: int) -> Iterator[Run]:
    """Cut one range of tokens at its titles, roles, nationalities and days."""
    tokens = text.tokens
    lo = first
    title = ""
    if role := _portfolio_of(tokens, first):
        if tokens[last - 1].text in kinds.ORG_TAILS:
            role = ""
        while role and lo < last and (is_common(tokens[lo].text.lower()) or not tokens[lo].text[0].isalpha()):
            lo += 1
        title = role if lo > first else ""
    while lo < last:
        word = tokens[lo].text
        small = word.lower()
        if word in (".", "&", "'s", "’s") or word in w.PARTICLES or word in ("of", "for", "on", "and", "the"):
            lo += 1
            continue
        if (
            small in w.LEADING
            or (lo in text.starts and small in w.FUNCTION)
            or (lo in text.starts and small in w.IMPERATIVES and last - lo > 1)
            or (word in w.NOT_NAMES and last - lo == 1)
        ):
            if name_of(tokens, lo, last) in ("The Hague", "The Gambia"):
                break
            lo, title = lo + 1, ""
            continue
        if (word in w.WEEKDAYS or word in w.MONTHS) and not _dated_name(tokens, lo, last):
            lo, title = lo + 1, ""
            continue
        break
    if lo >= last:
        return
    yield from _titled(paragraph, text, lo, last, title)


def _portfolio_of(tokens: Sequence[Token], first: int) -> str:
    """The role whose field begins or goes on at `first`: `minister of X and Y`; else empty."""
    index = first - 1
    while index > max(0, first - 9):
        word = tokens[index].text
        if word in ("of", "for"):
            role = tokens[index - 1].text
            return role if role in w.ROLES or role in w.PERSON_NOUNS else ""
        if word not in ("and", ",", "&", "the") and not (word[0].isupper() and is_common(word.lower())):
            return ""
        index -= 1
    return ""


def _dated_name(tokens: Sequence[Token], lo: int, last: int) -> bool:
    """`April Jones`, `May Day`: a month that begins a name."""
    word = tokens[lo].text
    if last - lo < 2:
        return False
    return (
        word in ("April", "May", "June", "August", "Jan", "Sun")
        and tokens[lo + 1].text not in w.MONTHS | w.WEEKDAYS
    )


def _titled(paragraph: int, text: Text, lo: int, last: int, title: str) -> Iterator[Run]:
    tokens = text.tokens
    if last - lo == 1 and tokens[lo].text in w.ROLE_SURNAMES:
        yield run_of(paragraph, text, lo, last, title)
        return
    while lo < last:
        name = name_of(tokens, lo, last)
        if known(name):
            yield run_of(paragraph, text, lo, last, title)
            return
        at = _role_at(tokens, lo, last)
        if at < 0:
            yield from _plain(paragraph, text, lo, last, title)
            return
        left = at
        while left > lo and tokens[left - 1].text in w.ROLE_PARTS:
            left -= 1
        if left > lo:
            yield from _plain(paragraph, text, lo, left, title)
        title = tokens[at].text
        lo = at + 1
        while lo < last and (
            tokens[lo].text in (".", "and", "of", "for", "&", "'s", "’s")
            or tokens[lo].text in w.ROLES | w.COURTESY
        ):
            lo += 1


def _role_at(tokens: Sequence[Token], lo: int, last: int) -> int:
    """The index of the first title or role that is to be cut off, else -1."""
    tail = tokens[last - 1].text
    whole = tail in kinds.TAILS
    marks = [index for index in range(lo, last) if tokens[index].text in MARKS]
    for index in range(lo, last):
        word = tokens[index].text
        if word not in w.ROLES and word not in w.COURTESY:
            continue
        if marks and marks[0] < index < marks[-1]:  # Nils “the Captain” Aker
            continue
        if whole and index < last - 1 and (word not in w.SOLID or last - index > 3):
            continue
        if index > lo and tokens[index - 1].text in ("of", "for", "and", "&", "de"):
            continue
        if index < last - 1 and tokens[index + 1].text in ("of", "and", "&", "for"):
            continue
        if index > lo and word in w.COURTESY and word not in w.ROLES and word not in w.SOLID:
            continue
        if index == last - 1 == lo + 1 and word in w.ROLE_SURNAMES and _is_given(tokens[lo].text):
            continue
        if index == last - 1 and index > lo and word not in w.ROLES:
            continue
        return index
    return -1


def _is_given(word: str) -> bool:
    women, men, _ = parts("given_names")
    return word in women or word in men


def _person_inside(tokens: Sequence[Token], lo: int, last: int) -> int:
    """Where a person begins right behind a body or place: `University of X Ada Okafor`; else -1."""
    if last - lo < 2 or tokens[last - 1].text in kinds.TAILS:
        return -1
    women, men, _ = parts("given_names")
    for index in range(max(lo + 1, last - 3), last):
        before = tokens[index - 1].text
        if not (tokens[index].text in women or tokens[index].text in men) or not before[0].isupper():
            continue
        if before in kinds.PLACE_HEADS or known(name_of(tokens, lo, last)):
            return -1
        if before in kinds.ORG_TAILS or before in kinds.PLACE_TAILS or before in w.ROLES:
            return index if last - index < 3 or index > lo + 1 else -1
        if (
            index > lo + 1
            and index < last - 1
            and any(token.text in kinds.ORG_HEADS for token in tokens[lo:index])
        ):
            return index
    return -1


def _plain(paragraph: int, text: Text, lo: int, last: int, title: str) -> Iterator[Run]:
    """Cut nationalities off the front, days and loose signs off the end."""
    tokens = text.tokens
    demonyms = words("demonyms")
    while last > lo and (
        tokens[last - 1].text in (".", "&", "'s", "’s", "of", "for", "on", "and", "the")
        or tokens[last - 1].text in w.WEEKDAYS
        or (tokens[last - 1].text in w.MONTHS and last - lo > 1 and not title)
        or tokens[last - 1].text in w.PARTICLES
        or (last - lo > 1 and tokens[last - 1].text.lower() in w.SPEECH)
        or (last - lo > 2 and tokens[last - 1].text in w.HONOURS and _is_given(tokens[lo].text))
        or (last - lo > 1 and tokens[last - 1].text == "I" and not title and not _is_given(tokens[lo].text))
        or (last - lo > 1 and tokens[last - 1].text in ("Image", "Photo", "Video", "Read", "In", "The"))
    ):
        last -= 1
    if last - lo > 2 and is_initials(tokens[last - 1].text, [token.text for token in tokens[lo : last - 1]]):
        yield run_of(paragraph, text, last - 1, last, "")
        last -= 1
    person = _person_inside(tokens, lo, last)
    if person > 0:
        yield from _plain(paragraph, text, lo, person, title)
        lo, title = person, ""
    while last > lo:
        word = tokens[lo].text
        pair = name_of(tokens, lo, lo + 2) if last - lo > 1 else ""
        if pair in demonyms or (pair and pair[:-1] in demonyms):
            step = 2
        elif is_demonym(word):
            step = 1
        else:
            break
        if last - lo > step and _whole_with_demonym(tokens, lo, last):
            break
        lo += step
        while lo < last and tokens[lo].text in ("and", "of", "&"):
            lo += 1
    if lo < last:
        yield from _pair(paragraph, text, lo, last) or (run_of(paragraph, text, lo, last, title),)


def _pair(paragraph: int, text: Text, lo: int, last: int) -> tuple[Run, ...]:
    """The two places of `London-Singapore`; nothing where there is no such pair."""
    token = text.tokens[lo]
    if last - lo > 1 or "-" not in token.text or known(token.text):
        return ()
    left, _, right = token.text.partition("-")
    if not right or not right[0].isupper() or not (known(left) or known(right)) or "-" in right:
        return ()
    whole = run_of(paragraph, text, lo, last, "")
    middle = token.start + len(left)
    return (
        whole._replace(end=middle, words=(left,), name=left),
        whole._replace(start=middle + 1, words=(right,), name=right, fresh=False),
    )


def _whole_with_demonym(tokens: Sequence[Token], lo: int, last: int) -> bool:
    """`African Union`, `Indian Ocean`: the nationality is a part of the name."""
    if known(name_of(tokens, lo, last)):
        return True
    if known(name_of(tokens, lo + 1, last)):
        return False
    tail = tokens[last - 1].text
    return tail in kinds.TAILS or any(token.text in kinds.ORG_HEADS for token in tokens[lo + 1 : last])
