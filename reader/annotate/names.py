"""Find the spans of a paragraph that may be names.

Owns the cutting: which capitalised words belong together, where titles, roles, nationalities and days are
cut off, and which capital stands only at the start of a sentence. What a name is, is decided elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.annotate import words as w
from reader.annotate.lists import gazetteer, is_common, parts, words
from reader.annotate.tokens import Token, sentence_starts, tokenize

LONGEST = 14
"""Words in the longest name: more is a heading or a list without commas."""


class Run(NamedTuple):
    """A possible name: words `first` to `last` (exclusive) of a paragraph's tokens, `start` to `end` in its text.

    `title` is the title or role cut off before it, `fresh` whether it begins where any word has a capital.
    """

    paragraph: int
    first: int
    last: int
    start: int
    end: int
    words: tuple[str, ...]
    name: str
    title: str
    fresh: bool


class Text(NamedTuple):
    """A paragraph cut into tokens; `heading` when its capitals say nothing."""

    tokens: list[Token]
    starts: frozenset[int]
    heading: bool


def read(paragraph: str) -> Text:
    """Cut a paragraph into tokens and find its sentence starts."""
    tokens = tokenize(paragraph)
    return Text(tokens, sentence_starts(tokens), _is_heading(tokens))


def runs(texts: Sequence[Text]) -> list[list[Run]]:
    """The possible names of every paragraph, headings left out, in order. Linear."""
    cut = [[] if text.heading else list(_cut(index, text)) for index, text in enumerate(texts)]
    within = Counter(run.name for paragraph in cut for run in paragraph if not run.fresh)
    lower = {token.text for text in texts for token in text.tokens if token.text.islower()}
    surnames = {
        run.words[-1]
        for paragraph in cut
        for run in paragraph
        if len(run.words) in (2, 3) and _is_person(run)
    }
    return [list(_sure(paragraph, within, lower, surnames)) for paragraph in cut]


def known(name: str) -> bool:
    """Whether a list of places or organisations holds the name."""
    return name in gazetteer()


def named(paragraph: int, text: Text, names: Container[str]) -> Iterator[Run]:
    """The places in a heading where one of `names` or a listed name stands, the longest first."""
    tokens = text.tokens
    index = 0
    while index < len(tokens):
        step = 1
        if tokens[index].text[0].isupper():
            for last in range(min(len(tokens), index + 7), index, -1):
                name = _name(tokens, index, last)
                if name in names or (known(name) and not is_common(name.lower())):
                    yield _run(paragraph, text, index, last, "")
                    step = last - index
                    break
        index += step


def _is_heading(tokens: Sequence[Token]) -> bool:
    if not tokens or len(tokens) > 30 or tokens[-1].text in ".!?…”\"’'":
        return False
    if sum(not token.text[0].isalnum() for token in tokens) > 1:
        return False
    long = [token.text for token in tokens if len(token.text) > 3 and token.text.isalpha()]
    return len(long) >= 3 and sum(not word[0].islower() for word in long) >= 0.75 * len(long)


def _is_cap(text: str) -> bool:
    if text[0].isupper():
        if text[:2] in ("I'", "I’"):
            return False
        return "-" not in text or not _is_compound(text)
    if not text[0].isalpha() or len(text) < 3 or text.islower():
        return False
    return text[1].isupper() or text[:3] in ("al-", "el-", "al‑") or text[:2] in ("d'", "d’")


def _is_compound(text: str) -> bool:
    """`India-administered`, `Eight-year-old`: a capital that leads no name."""
    tail = text.rpartition("-")[2]
    return len(tail) > 2 and tail.islower() and is_common(tail) and text not in w.ROLES


def _spans(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Ranges of tokens joined by their capitals and the small words inside names."""
    count = len(tokens)
    index = 0
    while index < count:
        if not _is_cap(tokens[index].text):
            index += 1
            continue
        first = index
        index += 1
        while index < count and index - first < LONGEST:
            step = _step(tokens, first, index)
            if not step:
                break
            index += step
        yield first, index


def _step(tokens: Sequence[Token], first: int, index: int) -> int:
    """How many tokens from `index` on belong to the run that began at `first`; 0 at its end."""
    token = tokens[index]
    text = token.text
    before = tokens[index - 1]
    gap = token.start - before.end
    if gap > 1:
        return 0
    if _is_cap(text):
        return 1 if gap else 0
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is None or (
        not _is_cap(after.text) and text not in ("of", "for", "on", "de", "bin", "van", "von", "de", "abu")
    ):
        return 0
    if text == "." and not gap:
        return (
            1
            if before.text in w.ABBREVIATED and before.text not in w.NO_JOIN and after.start - token.end == 1
            else 0
        )
    if text == "&":
        return 2
    if text in ("'s", "’s"):
        return 2 if before.text in w.OWNED and after.start > token.end else 0
    if not gap:
        return 0
    head = before.text
    if text in ("of", "for", "on"):
        if text == "of" and head not in w.OF_HEADS and not _in_list_head(tokens, first, index):
            return 0
        if text == "for" and head not in w.ORG_HEADS:
            return 0
        if text == "on" and head not in w.ON_HEADS:
            return 0
        if _is_cap(after.text):
            return 2
        far = tokens[index + 2] if index + 2 < len(tokens) else None
        return 3 if after.text == "the" and far is not None and _is_cap(far.text) else 0
    if text == "and":
        return 2 if _joins_and(tokens, first, index) else 0
    if text in w.PARTICLES:
        if text in ("la", "las", "los", "san", "y", "e", "a", "o", "i", "le") and not after.text[0].isupper():
            return 0
        if _is_cap(after.text):
            return 2
        far = tokens[index + 2] if index + 2 < len(tokens) else None
        return 3 if after.text in w.PARTICLES and far is not None and _is_cap(far.text) else 0
    return 0


def _in_list_head(tokens: Sequence[Token], first: int, index: int) -> bool:
    """`Society for the Defence of …`: a common word behind `for` or `of` in the name of a body."""
    inside = [token.text for token in tokens[first:index]]
    return "for" in inside and any(word in w.LIST_HEADS for word in inside) and is_common(inside[-1].lower())


def _joins_and(tokens: Sequence[Token], first: int, index: int) -> bool:
    """`Ministry of Trade and Industry`, `Food and Drug Administration`; not `Paris and London`."""
    after = tokens[index + 1].text
    if not is_common(after.lower()):
        return False
    inside = [token.text for token in tokens[first:index]]
    if (inside[0] in w.LIST_HEADS and len(inside) > 2) or any(word in ("of", "for") for word in inside):
        return any(word in w.LIST_HEADS for word in inside)
    if not all(is_common(word.lower()) for word in inside):
        return False
    end = index + 2
    while end < len(tokens) and _is_cap(tokens[end].text) and tokens[end].start - tokens[end - 1].end == 1:
        end += 1
    return (tokens[end - 1].text in w.ORG_TAILS and end - index > 2) or (
        after in w.ORG_TAILS and len(inside) > 1
    )


def _cut(paragraph: int, text: Text) -> Iterator[Run]:
    tokens = text.tokens
    for first, last in _spans(tokens):
        yield from _pieces(paragraph, text, first, last)


def _pieces(paragraph: int, text: Text, first: int, last: int) -> Iterator[Run]:
    """Cut one range of tokens at its titles, roles, nationalities and days."""
    tokens = text.tokens
    lo = first
    title = ""
    if role := _portfolio_of(tokens, first):
        if tokens[last - 1].text in w.ORG_TAILS:
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
            small in w.LOOSE
            or (lo in text.starts and small in w.FUNCTION)
            or (word in w.NOT_NAMES and last - lo == 1)
        ):
            if _name(tokens, lo, last) in ("The Hague", "The Gambia"):
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
    while lo < last:
        name = _name(tokens, lo, last)
        if known(name):
            yield _run(paragraph, text, lo, last, title)
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
            tokens[lo].text in (".", "and", "of", "for", "&") or tokens[lo].text in w.ROLES | w.COURTESY
        ):
            lo += 1


def _role_at(tokens: Sequence[Token], lo: int, last: int) -> int:
    """The index of the first title or role that is to be cut off, else -1."""
    tail = tokens[last - 1].text
    whole = tail in w.ORG_TAILS or tail in w.PLACE_TAILS or tail in w.EVENT_TAILS or tail in w.WORK_TAILS
    for index in range(lo, last):
        word = tokens[index].text
        if word not in w.ROLES and word not in w.COURTESY:
            continue
        if whole and index < last - 1 and (word not in w.SOLID or last - index > 3):
            continue
        if index > lo and tokens[index - 1].text in ("of", "for", "and", "&", "de"):
            continue
        if index < last - 1 and tokens[index + 1].text in ("of", "and", "&", "for"):
            continue
        if index > lo and word in w.COURTESY and word not in w.ROLES and word not in w.SOLID:
            continue
        if index == last - 1 and index > lo and word not in w.ROLES:
            continue
        return index
    return -1


def _person_inside(tokens: Sequence[Token], lo: int, last: int) -> int:
    """Where a person begins behind an organisation, without a sign between: `University of X Ada Okafor`; else -1."""
    if last - lo < 2 or tokens[last - 1].text in w.ORG_TAILS | w.PLACE_TAILS | w.EVENT_TAILS | w.WORK_TAILS:
        return -1
    women, men, _ = parts("given_names")
    for index in range(max(lo + 1, last - 3), last):
        before = tokens[index - 1].text
        if not (tokens[index].text in women or tokens[index].text in men) or not before[0].isupper():
            continue
        if before in w.ORG_TAILS or before in w.PLACE_TAILS or before in w.ROLES:
            return index if last - index < 3 or index > lo + 1 else -1
        if (
            index > lo + 1
            and index < last - 1
            and any(token.text in w.ORG_HEADS for token in tokens[lo:index])
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
        or (last - lo > 1 and tokens[last - 1].text in ("Image", "Photo", "Video", "Read", "In", "The"))
    ):
        last -= 1
    if last - lo > 2 and is_initials(tokens[last - 1].text, [token.text for token in tokens[lo : last - 1]]):
        yield _run(paragraph, text, last - 1, last, "")
        last -= 1
    person = _person_inside(tokens, lo, last)
    if person > 0:
        yield from _plain(paragraph, text, lo, person, title)
        lo, title = person, ""
    while last > lo:
        word = tokens[lo].text
        pair = _name(tokens, lo, lo + 2) if last - lo > 1 else ""
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
        yield from _pair(paragraph, text, lo, last) or (_run(paragraph, text, lo, last, title),)


def _pair(paragraph: int, text: Text, lo: int, last: int) -> tuple[Run, ...]:
    """The two places of `London-Singapore`; nothing where there is no such pair."""
    token = text.tokens[lo]
    if last - lo > 1 or "-" not in token.text or known(token.text):
        return ()
    left, _, right = token.text.partition("-")
    if not right or not right[0].isupper() or not (known(left) or known(right)) or "-" in right:
        return ()
    whole = _run(paragraph, text, lo, last, "")
    middle = token.start + len(left)
    return (
        whole._replace(end=middle, words=(left,), name=left),
        whole._replace(start=middle + 1, words=(right,), name=right, fresh=False),
    )


def is_demonym(word: str) -> bool:
    """Whether the word says a nation, people or faith: `Kenyan`, `Kenyans`, `pro-Russian`."""
    demonyms = words("demonyms")
    if word in demonyms or (word[-1] == "s" and word[:-1] in demonyms):
        return True
    if "-" in word:
        head, _, tail = word.rpartition("-")
        return tail in demonyms or (head in demonyms and tail.islower())
    return False


def _whole_with_demonym(tokens: Sequence[Token], lo: int, last: int) -> bool:
    """`African Union`, `Indian Ocean`: the nationality is a part of the name."""
    if known(_name(tokens, lo, last)):
        return True
    if known(_name(tokens, lo + 1, last)):
        return False
    tail = tokens[last - 1].text
    return (
        tail in w.ORG_TAILS or tail in w.PLACE_TAILS or tail in w.EVENT_TAILS or tail in w.WORK_TAILS
        or any(token.text in w.ORG_HEADS for token in tokens[lo + 1 : last]) or known(_name(tokens, lo, last))
    )  # fmt: skip


def _name(tokens: Sequence[Token], first: int, last: int) -> str:
    """The words as one name: one blank where the text has a gap."""
    out = []
    for index in range(first, last):
        if index > first and tokens[index].start > tokens[index - 1].end:
            out.append(" ")
        out.append(tokens[index].text)
    return "".join(out)


def _run(paragraph: int, text: Text, lo: int, last: int, title: str) -> Run:
    tokens = text.tokens
    return Run(
        paragraph,
        lo,
        last,
        tokens[lo].start,
        tokens[last - 1].end,
        tuple(token.text for token in tokens[lo:last] if token.text != "."),
        _name(tokens, lo, last),
        title,
        lo in text.starts,
    )


def _is_person(run: Run) -> bool:
    women, men, _ = parts("given_names")
    return bool(run.title) or run.words[0] in women or run.words[0] in men


def _sure(found: Iterable[Run], within: Counter[str], lower: set[str], surnames: set[str]) -> Iterator[Run]:
    """Drop the words that have their capital from the start of a sentence."""
    for run in found:
        if not run.fresh or run.title or within[run.name] or known(run.name):
            if run.title or len(run.name) > 2 or not (len(run.name) == 1 or run.name[1] == "."):
                yield run
            continue
        first = run.words[0]
        small = first.lower()
        if len(run.words) == 1:
            if small in w.FUNCTION or small in lower or len(first) == 1:
                continue
            if is_common(small) and first not in surnames:
                continue
            yield run
        elif is_common(small) or small in w.FUNCTION:
            rest = run.name[len(first) :].lstrip()
            if first not in words("given_names") and (
                within[rest] or known(rest) or run.words[1] in words("given_names")
            ):
                gap = len(run.name) - len(rest)
                yield run._replace(
                    first=run.first + 1, start=run.start + gap, words=run.words[1:], name=rest, fresh=False
                )
            else:
                yield run
        else:
            yield run


def is_initials(short: str, parts_of: Sequence[str]) -> bool:
    """Whether `short` is made of the first letters of the words, small words left out or kept."""
    if not short.isupper():
        return False
    letters = short.replace(".", "").replace("-", "")
    if len(letters) < 2:
        return False
    big = "".join(word[0] for word in parts_of if word[0].isupper())
    every = "".join(word[0] for word in parts_of if word[0].isalpha()).upper()
    split = "".join(
        piece[0] for word in parts_of if word[0].isupper() for piece in word.split("-") if piece
    ).upper()
    return letters in (big, every, split)
