"""Read the word lists in `lists/` on first use, and keep them as frozen sets.

Owns the file format: words separated by `|`. A line that begins with `#` is a comment, and a line `-` begins
the next part. The first line of a list states its origin.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

LISTS = Path(__file__).parent / "lists"


@cache
def list_parts(name: str) -> tuple[frozenset[str], ...]:
    """The parts of a list file, one set for each. Raises OSError if the file is missing."""
    found: list[set[str]] = [set()]
    for line in (LISTS / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line == "-":
            found.append(set())
        elif not line.startswith("#"):
            found[-1].update(line.split("|"))
    return tuple(frozenset(part) for part in found)


@cache
def list_words(name: str) -> frozenset[str]:
    """All words of a list file."""
    return frozenset().union(*list_parts(name))


def base_forms(word: str) -> list[str]:
    """Possible base forms of the lower-case `word`, if its ending is regular (-s, -es, -ed, -ing, -ly)."""
    found = []
    if word.endswith(("ies", "ied")):
        found.append(word[:-3] + "y")
    if word.endswith("s") and not word.endswith("ss"):
        found.append(word[:-1])
        if word.endswith("es"):
            found.append(word[:-2])
    for tail in ("ed", "ing"):
        if word.endswith(tail) and len(word) > len(tail) + 2:
            stem = word[: -len(tail)]
            found += [stem, stem + "e"]
            if stem[-1] == stem[-2]:
                found.append(stem[:-1])
    if word.endswith("ly") and len(word) > 4:
        found.append(word[:-2])
    return found


_BRITISH = (
    ("our", "or"),
    ("is", "iz"),
    ("ence", "ense"),
    ("tre", "ter"),
    ("ll", "l"),
    ("ogue", "og"),
    ("ys", "yz"),
)
"""Parts of British spellings, and the American spelling in the list: `harbour`, `organise`, `defence`."""


@lru_cache(maxsize=20_000)
def is_dictionary_word(word: str) -> bool:
    """Whether the lower-case `word` is an ordinary English word, in British or American spelling."""
    listed = list_words("vocabulary")
    if word in listed or any(base in listed for base in base_forms(word)):
        return True
    for british, american in _BRITISH:
        if british in word:
            other = word.replace(british, american)
            if other in listed or any(base in listed for base in base_forms(other)):
                return True
    return False


@cache
def gazetteer() -> frozenset[str]:
    """The names of all listed places and organizations."""
    return (
        list_words("countries") | list_words("regions") | list_words("cities") | list_words("organizations")
    )
