"""Regular expressions that a reader types, run so that they can never hold the program up.

Owns the bounds: how long and how greedy an expression may be, and how long it may take. The engine
is the `regex` package, imported at first use, because its searches can be given a time limit; the
standard library's cannot be stopped. An expression sees each block's text as it stands, unfolded.
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
"""What one search may take, so that no key waits 100 ms."""

MAX_PATTERN = 200  # characters: compiling has no time limit, and stays below 20 ms for these
MAX_COPIES = 500  # the compiler writes out the least count of a repeat, nested ones multiplied
WINDOW = 10_000  # characters: the clock is looked at between steps whose length grows with the text
SHORT = 2000  # characters: the square of it is still nothing

_LEAST_COUNTS = re.compile(r"\{\s*(\d+)")
_VERBOSE = re.compile(r"\s|#[^\n]*")  # what the flag (?x) allows inside the braces
_ESCAPES = re.compile(r"\\[pP]\{[^}]*\}|\\N\{[^}]*\}|\\.", re.DOTALL)
_SIGNS = frozenset("\\.^$*+?{}[]()|")
# Signs that match no newline and look at no more than their neighbours, one repeat or choice among them.
_WITHIN_LINE = re.compile(r"(?:[^\\^$\[\]{}\x00-\x1f]|\\[wdbS]|\\[^\w\s]|\[[^\]\[\\^\x00-\x1f]+\])+")
_REPEATS = re.compile(r"[*+?|]")


class SearchError(ReaderError):
    """A search that cannot be made; one cleaned line for the search bar."""


def is_literal(pattern: str) -> bool:
    """Whether a pattern is plain words, which need no engine."""
    return _SIGNS.isdisjoint(pattern)


def is_sensitive(pattern: str) -> bool:
    """Whether a pattern holds a capital letter that is not part of an escape such as `\\W`."""
    return any(char.isupper() for char in _ESCAPES.sub("", pattern))


class _Compiled(Protocol):
    """What is used of a compiled expression; the package comes without types."""

    def finditer(
        self, text: str, *, timeout: float | None = None, concurrent: bool = False
    ) -> Iterator[re.Match[str]]:
        """Matches from left to right. Raises TimeoutError."""
        ...


def scan(
    joined: Joined, pattern: str, *, case: bool, seconds: float = SECONDS
) -> tuple[array[int], array[int]]:
    """Starts and ends, in the joined text, of everything that `pattern` matches in one block.

    Empty matches are left out. A block above 10,000 characters is searched in pieces of that size.
    Raises SearchError for a bad pattern, and when `seconds` are over. Other threads run meanwhile.
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
            # A time limit doubles the cost of a block and costs five times a hit: only where needed.
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


# Parts of the words of `regex`, and ours; its own words may change with its version.
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
    """Our words for what `regex` raised for `pattern`."""
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    words, place = str(error), getattr(error, "pos", None)
    for part, meaning in _MEANINGS:
        if part in words:
            return meaning
    near = "" if place is None else f" near character {max(1, min(place, len(pattern)))}"
    return f"its syntax is wrong{near}"


def _copies(pattern: str) -> int:
    """At most how often the compiler writes a part of the pattern out."""
    return prod(max(1, int(count)) for count in _LEAST_COUNTS.findall(pattern))


def _is_simple(pattern: str) -> bool:
    """Whether a pattern has so few choices that it takes at most the square of a text's length."""
    return not any(sign in pattern for sign in ("(?", "{", "\\X")) and len(_REPEATS.findall(pattern)) <= 1


def _windows(joined: Joined, together: bool) -> Iterator[tuple[int, str, bool]]:
    """What is searched at a time: where it begins, the text, and whether it is made of short texts.

    A text, or a piece of a long one. With `together` many short texts as the lines of one, which is
    most of the cost saved.
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
    """A text in pieces of at most 10,000 characters, cut after a newline or a blank."""
    while end - start > WINDOW:
        half = start + WINDOW // 2
        cut = max(text.rfind("\n", half, start + WINDOW), text.rfind(" ", half, start + WINDOW)) + 1
        cut = cut or start + WINDOW
        yield start, text[start:cut]
        start = cut
    yield start, text[start:end]
