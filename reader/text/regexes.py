"""Regular expressions typed by the user, run within limits so that they never block the program.

Owns the limits: how long a pattern may be, how large its repeats, and how long a search may take. The engine
is the `regex` package, imported at first use. Its searches accept a time limit, and those of the standard
library do not. A pattern is matched against the text of each block, unfolded.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from itertools import pairwise
from math import prod
from time import perf_counter
from typing import Protocol

from reader.errors import ReaderError
from reader.text.haystack import SEPARATOR, Joined

SECONDS = 0.065
"""The time limit of one search, so that no key waits 100 ms."""

MAX_PATTERN = 200  # characters; compiling has no time limit, and takes less than 20 ms up to this length
MAX_COPIES = 500  # the compiler copies a repeated part as often as its least count; nested counts multiply
WINDOW = 10_000  # characters; the engine checks the clock at intervals that grow with the length of the text
SHORT = 2000  # characters; quadratic time in this length is still short

_LEAST_COUNTS = re.compile(r"\{\s*(\d+)")
_VERBOSE = re.compile(r"\s|#[^\n]*")  # what the flag (?x) allows inside braces
_ESCAPES = re.compile(r"\\[pP]\{[^}]*\}|\\N\{[^}]*\}|\\.", re.DOTALL)
_METACHARACTERS = frozenset("\\.^$*+?{}[]()|")
# Parts that match no newline and depend on no more than the neighbouring characters.
_WITHIN_LINE = re.compile(r"(?:[^\\^$\[\]{}\x00-\x1f]|\\[wdbS]|\\[^\w\s]|\[[^\]\[\\^\x00-\x1f]+\])+")
_REPEATS = re.compile(r"[*+?|]")


class SearchError(ReaderError):
    """A search that cannot run. The message is one cleaned line for the search bar."""


def is_literal(pattern: str) -> bool:
    """Whether a pattern has no metacharacters, so that plain search finds the same matches."""
    return _METACHARACTERS.isdisjoint(pattern)


def is_sensitive(pattern: str) -> bool:
    """Whether a pattern contains a capital letter outside escapes such as `\\W`."""
    return any(char.isupper() for char in _ESCAPES.sub("", pattern))


class _Compiled(Protocol):
    """The part of a compiled pattern that is used here. The package has no type annotations."""

    def finditer(
        self, text: str, *, timeout: float | None = None, concurrent: bool = False
    ) -> Iterator[re.Match[str]]:
        """Matches from left to right. Raises TimeoutError."""
        ...


def scan(
    joined: Joined, pattern: str, *, case: bool, seconds: float = SECONDS
) -> tuple[array[int], array[int]]:
    """The starts and the ends of all matches of `pattern` in the joined text. No match spans two blocks.

    Empty matches are left out. A block of more than 10,000 characters is searched in pieces of that size.
    Raises SearchError for a bad pattern and when the time is over. Releases the interpreter lock.
    """
    compiled = _compile(pattern, case)
    deadline = perf_counter() + seconds
    simple = _is_simple(pattern)
    together = simple and _WITHIN_LINE.fullmatch(pattern) is not None
    starts, ends = array("I"), array("I")
    try:
        for offset, text, short in _windows(joined, together):
            left = deadline - perf_counter()
            if left <= 0:
                raise TimeoutError
            # Set only if needed: a time limit doubles the cost of a block and costs as much as five hits.
            limit = None if simple and short else left
            found = compiled.finditer(text, timeout=limit, concurrent=limit is not None)
            done = 0
            # Sorted, because the flag (?r) searches from right to left.
            for start, end in sorted(match.span() for match in found):
                if done <= start < end:
                    starts.append(offset + start)
                    ends.append(offset + end)
                    done = end
    except (TimeoutError, MemoryError):
        raise SearchError("took too long; a longer or plainer expression is found faster") from None
    return starts, ends


def _compile(pattern: str, case: bool) -> _Compiled:
    if len(pattern) > MAX_PATTERN:
        raise SearchError(f"not searched: a regular expression has at most {MAX_PATTERN} characters")
    if max(map(_copies, (pattern, _VERBOSE.sub("", pattern)))) > MAX_COPIES:
        raise SearchError(f"not searched: the repeats in braces come to more than {MAX_COPIES}")
    import regex  # type: ignore[import-untyped]

    try:
        compiled: _Compiled = regex.compile(pattern, 0 if case else regex.IGNORECASE)
    except (regex.error, ValueError, RecursionError, OverflowError, KeyError) as error:
        raise SearchError(f"not a regular expression: {_fault(error, pattern)}") from error
    return compiled


# Parts of the error messages of `regex`, and our messages for them. Its messages may change between versions.
_MEANINGS = (
    ("missing )", "a ) is missing"),
    ("unbalanced parenthesis", "a ) has no ( before it"),
    ("missing ]", "a ] is missing"),
    ("unterminated character set", "a ] is missing"),
    ("nothing to repeat", "there is nothing to repeat before * + ? or {"),
    ("multiple repeat", "a repeat follows a repeat"),
    ("min repeat greater", "a least count is above its greatest"),
    ("end of pattern", "a backslash at the end needs another one before it"),
    ("character range", "a range in [ ] runs backwards"),
    ("unknown group", "it names a group that it does not have"),
    ("invalid group reference", "it names a group that it does not have"),
    ("unknown property", r"\p names no property of characters"),
)


def _fault(error: Exception, pattern: str) -> str:
    """Our message for the exception that `regex` raised for `pattern`."""
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    words, place = str(error), getattr(error, "pos", None)
    for part, meaning in _MEANINGS:
        if part in words:
            return meaning
    near = "" if place is None else f" near character {max(1, min(place, len(pattern)))}"
    return f"its syntax is wrong{near}"


def _copies(pattern: str) -> int:
    """An upper bound of the number of copies that the compiler makes of one part of the pattern."""
    return prod(max(1, int(count)) for count in _LEAST_COUNTS.findall(pattern))


def _is_simple(pattern: str) -> bool:
    """Whether a search takes at most quadratic time, because the pattern has one repeat or choice at most."""
    return not any(sign in pattern for sign in ("(?", "{", "\\X")) and len(_REPEATS.findall(pattern)) <= 1


def _windows(joined: Joined, together: bool) -> Iterator[tuple[int, str, bool]]:
    """The pieces that are searched one by one: their starts, their texts, and whether those are short.

    A piece is the text of a block or a part of a long block. With `together`, many short texts become the
    lines of one piece, which saves most of the cost.
    """
    gathered, whole = 0, joined.text
    for start, after in pairwise(joined.starts):
        short = after - start <= SHORT
        if together and short and after - gathered <= WINDOW:
            continue
        if gathered < start:
            yield gathered, whole[gathered : start - 1].replace(SEPARATOR, "\n"), True
        gathered = start
        if not (together and short):
            for begin, piece in _pieces(whole, start, after - 1):
                yield begin, piece, short
            gathered = after
    if gathered < joined.starts[-1]:
        yield gathered, whole[gathered:].replace(SEPARATOR, "\n"), True


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Pieces of at most 10,000 characters of a text, cut after a newline or a blank."""
    while end - start > WINDOW:
        half = start + WINDOW // 2
        cut = max(text.rfind("\n", half, start + WINDOW), text.rfind(" ", half, start + WINDOW)) + 1
        cut = cut or start + WINDOW
        yield start, text[start:cut]
        start = cut
    yield start, text[start:end]
