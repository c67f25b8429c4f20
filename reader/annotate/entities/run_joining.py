"""Join the capitalised words of a paragraph into ranges.

Owns which small words stand inside names: `Bank of X`, `Food and Y Administration`, `de la`.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from reader.annotate.entities.name_run import known, name_of
from reader.annotate.lexicon import kinds
from reader.annotate.lexicon import words as w
from reader.annotate.lexicon.lists import is_common
from reader.annotate.tokens import Token

LONGEST = 14
"""Words in the longest name: more is a heading or a list without commas."""


def spans(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Ranges of tokens joined by their capitals and the small words inside names."""
    count = len(tokens)
    index = 0
    while index < count:
        if (
            tokens[index].text.islower()  # nearly all, and quickly told
            or not _is_cap(tokens[index].text)
            or (index and tokens[index - 1].text in "@#")
            or _is_called(tokens, index)
        ):
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


def _is_called(tokens: Sequence[Token], index: int) -> bool:
    """`DoThing()`, `a.DoThing`, `Ctrl+C`: names of programs' parts and keys."""
    token = tokens[index]
    if index + 2 < len(tokens) and tokens[index + 1].start == token.end:
        sign, after = tokens[index + 1].text, tokens[index + 2]
        if (sign == "(" and after.text == ")") or (sign == "+" and after.start == tokens[index + 1].end):
            return True
    return False


_CONTRACTED = frozenset(("t", "ve", "re", "ll", "d", "m"))


def _is_cap(text: str) -> bool:
    if text[0].isupper():
        if text.isalpha():
            return True
        if "_" in text or ("." in text and _is_file(text)):
            return False
        if text[1:2] == "-" and text[0] in "DRI":  # (R-Utah)
            return False
        if "'" in text or "’" in text:
            return text.replace("’", "'").rpartition("'")[2] not in _CONTRACTED
        digits = sum(sign.isdigit() for sign in text)
        if (digits and text[-1].isalpha()) or digits > 2:  # an address, a handle, a number of something
            return False
        return "-" not in text or not _is_compound(text)
    if not text[0].isalpha() or len(text) < 3 or text.islower():
        return False
    return text[1].isupper() or text[:3] in ("al-", "el-", "al‑") or text[:2] in ("d'", "d’")


def _is_file(text: str) -> bool:
    """`README.md`, `Main.run`: a dot before small letters that end no address of the web."""
    tail = text.rpartition(".")[2]
    return tail.islower() and len(tail) > 1 and tail not in _DOMAINS


_DOMAINS = frozenset(
    ("com", "org", "net", "gov", "edu", "co", "uk", "io", "ai", "tv", "info", "eu", "de", "fr")
)


def _is_compound(text: str) -> bool:
    """`India-administered`, `Eight-year-old`: a capital that leads no name."""
    tail = text.rpartition("-")[2]
    return len(tail) > 2 and tail.islower() and is_common(tail) and text not in w.ROLES


def _step(tokens: Sequence[Token], first: int, index: int) -> int:
    """How many tokens from `index` on belong to the run that began at `first`; 0 at its end."""
    token = tokens[index]
    text = token.text
    before = tokens[index - 1]
    gap = token.start - before.end
    if gap > 1 or _is_called(tokens, index):
        return 0
    if _is_cap(text):
        small = text.lower()
        stops = small in w.BREAKS or (small in w.MODALS and text.isupper())
        return 1 if gap and not (text[0].isupper() and stops) else 0
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is None or (
        text not in _OPENING
        and not _is_cap(after.text)
        and text not in ("of", "for", "on", "de", "bin", "van", "von", "de", "abu")
    ):
        return 0
    if text in _OPENING and gap:
        return _nickname(tokens, index)
    if text == "," and after.text in ("Jr", "Sr") and after.start - token.end == 1:
        return 2
    if text == "." and not gap:
        return int(_is_abbreviated(before.text, after.text) and after.start - token.end == 1)
    if text == "&":
        return 2
    if text in ("'s", "’s"):
        return 2 if _owns(tokens, first, index) and after.start > token.end else 0
    return _small_word(tokens, first, index) if gap else 0


def _owns(tokens: Sequence[Token], first: int, index: int) -> bool:
    """Whether the `'s` at `index` is in a name: `People's Party`, `Brewer's Lane`, `St. Anselm's Church`.

    `Kenya's Rift Valley` is two.
    """
    owner, owned = tokens[index - 1].text, tokens[index + 1].text
    if owner in kinds.OWNED:
        return True
    ends = index + 2 >= len(tokens) or not _is_cap(tokens[index + 2].text)
    holy = tokens[first].text in ("St", "St.", "Saint")
    return ends and (owned in kinds.WAYS or (holy and owned in kinds.ORG_TAILS))


def _is_abbreviated(word: str, after: str) -> bool:
    """Whether a full stop behind `word` is its own: `St. Anselm`, `ST. ANSELM`."""
    if word.isupper() and after.isupper():
        word = word.title()
    return word in w.ABBREVIATED and word not in w.NO_JOIN


def _small_word(tokens: Sequence[Token], first: int, index: int) -> int:
    """How many tokens from the small word at `index` on join the run that began at `first`; 0 for none."""
    text, head, after = tokens[index].text, tokens[index - 1].text, tokens[index + 1].text
    if text in ("of", "for", "on"):
        if text == "of" and head not in kinds.OF_HEADS and not _in_list_head(tokens, first, index):
            return 0
        if text == "for" and head not in kinds.ORG_HEADS:
            return 0
        if text == "on" and head not in kinds.ON_HEADS:
            return 0
        return _to_capital(tokens, index, ("the",))
    if text == "and":
        return 2 if _joins_and(tokens, first, index) else 0
    if text in w.PARTICLES:
        if text in ("la", "las", "los", "san", "y", "e", "a", "o", "i", "le") and not after[0].isupper():
            return 0
        return _to_capital(tokens, index, w.PARTICLES)
    return 0


def _to_capital(tokens: Sequence[Token], index: int, between: Container[str]) -> int:
    """How many tokens there are from `index` to a capitalised word, over one of `between`; 0 for none."""
    after = tokens[index + 1].text
    if _is_cap(after):
        return 2
    over = after in between and index + 2 < len(tokens) and _is_cap(tokens[index + 2].text)
    return 3 if over else 0


_OPENING = frozenset("“\"‘'")
_CLOSING = frozenset("”\"’'")


def _nickname(tokens: Sequence[Token], index: int) -> int:
    """How many tokens a nickname in marks and the surname behind it have: `Ada “the Crane” Brandt`."""
    for last in range(index + 2, min(index + 5, len(tokens) - 1)):
        if tokens[last].text in _CLOSING:
            inside, surname = tokens[index + 1 : last], tokens[last + 1]
            whole = _is_cap(inside[-1].text) and _is_cap(surname.text)
            tight = tokens[last].start == inside[-1].end and surname.start - tokens[last].end == 1
            return last + 2 - index if whole and tight else 0
    return 0


def _in_list_head(tokens: Sequence[Token], first: int, index: int) -> bool:
    """`Society for the Defence of …`: a common word behind `for` or `of` in the name of a body."""
    inside = [token.text for token in tokens[first:index]]
    return (
        "for" in inside and any(word in kinds.LIST_HEADS for word in inside) and is_common(inside[-1].lower())
    )


def _joins_and(tokens: Sequence[Token], first: int, index: int) -> bool:
    """`Ministry of Trade and Industry`, `Food and Drug Administration`; not `Paris and London`."""
    after = tokens[index + 1].text
    if known(name_of(tokens, first, index + 2)):  # Trinidad and Tobago
        return True
    if not is_common(after.lower()):
        return False
    inside = [token.text for token in tokens[first:index]]
    if (inside[0] in kinds.LIST_HEADS and len(inside) > 2) or any(word in ("of", "for") for word in inside):
        return any(word in kinds.LIST_HEADS for word in inside)
    if not all(is_common(word.lower()) for word in inside):
        return False
    end = index + 2
    while end < len(tokens) and _is_cap(tokens[end].text) and tokens[end].start - tokens[end - 1].end == 1:
        end += 1
    return (tokens[end - 1].text in kinds.ORG_TAILS and end - index > 2) or (
        after in kinds.ORG_TAILS and len(inside) > 1
    )
