"""The word lists: read when first asked for, kept as frozen sets.

Owns the form of the list files: lines of words split by `|`; a line that begins with `#` is a note, a
line `-` begins the next part. Every list names its origin in its first line.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

HERE = Path(__file__).parent


@cache
def parts(name: str) -> tuple[frozenset[str], ...]:
    """The parts of a list file, one set for each. Raises OSError if it is missing."""
    found: list[set[str]] = [set()]
    for line in (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line == "-":
            found.append(set())
        elif not line.startswith("#"):
            found[-1].update(line.split("|"))
    return tuple(frozenset(part) for part in found)


@cache
def words(name: str) -> frozenset[str]:
    """All the words of a list file, whatever their part."""
    return frozenset().union(*parts(name))


def bases(word: str) -> list[str]:
    """The words of which the lower-case `word` can be a regular form (-s, -es, -ed, -ing, -ly, -er)."""
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
"""How the list spells what is spelled otherwise in Britain: `harbour`, `organise`, `defence`, `centre`."""


@lru_cache(maxsize=20_000)
def is_common(word: str) -> bool:
    """Whether the lower-case `word` is an ordinary English word, in British spelling too."""
    listed = words("vocabulary")
    if word in listed or any(base in listed for base in bases(word)):
        return True
    for ours, theirs in _BRITISH:
        if ours in word:
            other = word.replace(ours, theirs)
            if other in listed or any(base in listed for base in bases(other)):
                return True
    return False


@cache
def gazetteer() -> frozenset[str]:
    """The names of all listed places and organisations."""
    return words("countries") | words("regions") | words("cities") | words("organisations")
