"""The journal is read as it was written, and replays the bytes of a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import EntityId
from reader.reading.journal import MAX_EDITS, Edit, patch_between
from reader.reading.journal_json import dumps, loads

FILES = st.binary(max_size=60) | st.lists(
    st.sampled_from([b"a\n", b"b\n", b"c\n", b"- x: \xc3\xa9\n", b"tail"]), max_size=30
).map(b"".join)


MADE = "2026-11-30T10:12:00.000001+00:00"


def edit(before: bytes, after: bytes, said: str = "Hid Lenne.") -> Edit:
    patch = patch_between(before, after)
    return Edit(Path("/a b/river.yaml"), None, patch, said, {"Lenne": "River"}, EntityId("lenne"), MADE)


@given(FILES, FILES)
def test_a_patch_undoes_and_redoes_the_bytes(before: bytes, after: bytes) -> None:
    patch = patch_between(before, after)
    assert patch.redone(before) == after
    assert patch.undone(after) == before


@given(FILES, FILES, st.binary(max_size=60))
def test_a_patch_is_not_redone_in_another_file(before: bytes, after: bytes, other: bytes) -> None:
    assert patch_between(before, after).redone(other) in (None, after)


def test_the_journal_is_read_as_it_was_written() -> None:
    edits = (edit(b"a\nb\n", b"a\n\xff\n"), edit(b"", b"c\n", "Renamed “é”."))
    undone = (edit(b"x", b"y"),)
    assert loads(dumps(edits, undone)) == (edits, undone)


def test_the_newest_edits_are_read() -> None:
    edits = [edit(b"a", b"b", str(number)) for number in range(MAX_EDITS + 5)]
    assert [one.said for one in loads(dumps(edits, ()))[0]] == [str(n) for n in range(5, MAX_EDITS + 5)]


@pytest.mark.parametrize(
    "text", ["", "no JSON", "{}", "[1]", "[[1], []]", '[[{"path": "x"}], []]', "[[], [], []]", '["ab", "c"]']
)
def test_a_journal_of_another_form_is_empty(text: str) -> None:
    assert loads(text) == ((), ())
