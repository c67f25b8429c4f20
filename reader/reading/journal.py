"""The journal: every edit of the article with its inverse, so that it can be undone.

Owns the data that undo needs: the quotes, entities and highlights that an edit changed, and the bytes that it
changed in the file. Whole documents and whole files are not kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from reader.model import Document, Entity, EntityId, Highlight, HighlightId, Quote, QuoteId

MAX_EDITS = 200
"""The most edits that can be undone."""

Item = TypeVar("Item", Quote, Entity, Highlight)


NEAR = 60
"""Lines within which a patch searches for the next lines that both files have."""


class Hunk(NamedTuple):
    """One range that an edit changed: `removed` became `inserted`, at byte `start` of the file after it."""

    start: int
    removed: bytes
    inserted: bytes


class Patch(NamedTuple):
    """What an edit changed in its file, in the order of the file.

    `digest` is the digest of the whole file after the edit (see `digest_of`).
    """

    hunks: tuple[Hunk, ...]
    digest: bytes

    def undone(self, data: bytes) -> bytes | None:
        """The file before the edit, or None if `data` is not what the edit wrote."""
        if digest_of(data) != self.digest:
            return None
        parts, end = [], 0
        for hunk in self.hunks:
            parts += [data[end : hunk.start], hunk.removed]
            end = hunk.start + len(hunk.inserted)
        return b"".join((*parts, data[end:]))

    def redone(self, data: bytes) -> bytes | None:
        """The file after the edit, or None if `data` is not the file before it."""
        parts, end, shift = [], 0, 0
        for hunk in self.hunks:
            start = hunk.start - shift
            parts += [data[end:start], hunk.inserted]
            end = start + len(hunk.removed)
            shift += len(hunk.inserted) - len(hunk.removed)
        after = b"".join((*parts, data[end:]))
        return after if digest_of(after) == self.digest else None


def digest_of(data: bytes) -> bytes:
    """The SHA-256 of the content of a file, for comparing two contents."""
    import hashlib  # no article needs it before the first edit

    return hashlib.sha256(data).digest()


def patch_between(before: bytes, after: bytes) -> Patch:
    """The patch from `before` to `after`, linear in their length.

    A rename changes an entity and, far from it, the quotes of that speaker. Each changed place is a separate
    hunk, so that the text between them is not kept.
    """
    start = _common(before, after)
    most = min(len(before), len(after)) - start
    end = min(most, _common(before[start:][::-1], after[start:][::-1]))
    changed = before[start : len(before) - end], after[start : len(after) - end]
    return Patch(tuple(_hunks(*changed, start)), digest_of(after))


def _hunks(before: bytes, after: bytes, start: int) -> Iterator[Hunk]:
    """The hunks between two ranges of bytes. `start` is the offset of `after` in its file."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    i = j = 0
    while i < len(old) or j < len(new):
        if old[i : i + 1] == new[j : j + 1]:
            removed, inserted = 1, 1
        else:
            removed, inserted = _lines_to_skip(old, i, new, j)
            yield Hunk(start, b"".join(old[i : i + removed]), b"".join(new[j : j + inserted]))
        start += sum(map(len, new[j : j + inserted]))
        i, j = i + removed, j + inserted


def _lines_to_skip(old: Sequence[bytes], i: int, new: Sequence[bytes], j: int) -> tuple[int, int]:
    """How many lines of each side to skip until the next two lines are equal; all if none are near."""
    for distance in range(1, NEAR):
        for removed in range(distance + 1):
            one, other = i + removed, j + distance - removed
            if one + 1 < len(old) and old[one : one + 2] == new[other : other + 2]:
                return removed, distance - removed
    return len(old) - i, len(new) - j


def _common(one: bytes, other: bytes) -> int:
    """The length of the common prefix. Bisection is fast because the comparisons run in C."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


class Changed(NamedTuple, Generic[Item]):
    """The quotes, the entities or the highlights that an edit changed.

    `before` has the index and the old value of each item that was changed or removed. `added` has the ids of
    the items that the edit added. `given` is the old value of `quotes_given` or `entities_given`; False
    for highlights.
    """

    before: tuple[tuple[int, Item], ...]
    added: frozenset[str]
    given: bool


class Inverse(NamedTuple):
    """The change that turns the document after an edit into the document before it."""

    quotes: Changed[Quote]
    entities: Changed[Entity]
    highlights: Changed[Highlight]

    def undone(self, document: Document) -> Document:
        """The document before the edit. Later edits of other items are kept."""
        return replace(
            document,
            quotes=_restored(document.quotes, self.quotes),
            entities=_restored(document.entities, self.entities),
            highlights=_restored(document.highlights, self.highlights),
            quotes_given=self.quotes.given,
            entities_given=self.entities.given,
        )


def inverse_of(before: Document, after: Document) -> Inverse:
    """The inverse of the edit that turned `before` into `after`. Both documents have ids (`identified`)."""
    return Inverse(
        _changed(before.quotes, after.quotes, before.quotes_given),
        _changed(before.entities, after.entities, before.entities_given),
        _changed(before.highlights, after.highlights, given=False),
    )


def _changed(before: Sequence[Item], after: Sequence[Item], given: bool) -> Changed[Item]:
    left = {item.id: item for item in after}
    known = {item.id for item in before}
    changed = tuple((index, item) for index, item in enumerate(before) if left.get(item.id) != item)
    return Changed(changed, frozenset(left.keys() - known), given)


def _restored(items: Sequence[Item], changed: Changed[Item]) -> tuple[Item, ...]:
    """The items before the edit: changed items have their old value, removed items their old index."""
    old = {item.id: item for _, item in changed.before}
    out: list[Item] = [old.get(item.id, item) for item in items if item.id not in changed.added]
    there = {item.id for item in out}
    for index, item in changed.before:
        if item.id not in there:
            out.insert(index, item)
    return tuple(out)


class Edit(NamedTuple):
    """One edit that was written to a file: how to undo it, and the message (`said`) that reported it.

    `renamed` maps each name that the edit replaced to its new name. `target` is what the edit was about.
    `inverse` is None for an edit that can only be undone in the file as it left it: an edit of an earlier
    run, or one before the article was changed elsewhere. `made` is the time, as an ISO 8601 date-time in UTC
    with microseconds, and identifies the edit. `takes_back` is `made` of the earlier edit that this one took
    back.
    """

    path: Path
    inverse: Inverse | None
    patch: Patch
    said: str
    renamed: Mapping[str, str]
    target: QuoteId | EntityId | HighlightId
    made: str = ""
    takes_back: str = ""


def time_now() -> str:
    """The present time, for `Edit.made`."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def in_force(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """The edits that were not taken back, the newest first."""
    taken_back = {edit.takes_back for edit in edits if edit.takes_back}
    return tuple(edit for edit in reversed(edits) if not edit.takes_back and edit.made not in taken_back)


def touched(inverse: Inverse) -> frozenset[str]:
    """The ids of the quotes, entities and highlights that an edit changed, removed or added."""
    parts = (inverse.quotes, inverse.entities, inverse.highlights)
    changed = (str(item.id) for part in parts for _, item in part.before)
    return frozenset(changed).union(*(part.added for part in parts))
