"""The journal keeps enough of an edit to undo it, and no more."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import ReaderError
from reader.library.amending import amend_file
from reader.model import Document, EntityType
from reader.reading.corrections import Correction, DropQuote, Hide, Rename, Retype, SetSpeaker, corrected
from reader.reading.identities import identified
from reader.reading.journal import Hunk, Patch, digest_of, inverse_of, patch_between
from reader.reading.session import session_of
from reader.reading.version import version_of
from reader.sources.yaml.article import read
from tests.loaded import load
from tests.numbered_ids import entity, numbered, quote
from tests.strategies import corrections, documents

# -- bytes ---------------------------------------------------------------------------------------------


def size(patch: Patch) -> int:
    """The bytes that a patch keeps."""
    return sum(len(hunk.removed) + len(hunk.inserted) for hunk in patch.hunks)


similar = st.lists(st.sampled_from((b"a", b"ab", b"\n", b"- name: ")), max_size=8).map(b"".join)


@given(st.one_of(st.binary(max_size=40), similar), st.one_of(st.binary(max_size=40), similar))
def test_a_patch_gives_the_file_before_the_edit(before: bytes, after: bytes) -> None:
    patch = patch_between(before, after)
    assert patch.undone(after) == before
    for hunk in patch.hunks:
        assert hunk.removed in before
        assert after[hunk.start : hunk.start + len(hunk.inserted)] == hunk.inserted


@given(similar, similar, similar, similar)
def test_a_patch_is_not_longer_than_the_difference(
    head: bytes, removed: bytes, inserted: bytes, tail: bytes
) -> None:
    patch = patch_between(head + removed + tail, head + inserted + tail)
    assert size(patch) <= len(removed) + len(inserted)


def test_a_patch_is_not_applied_to_another_file() -> None:
    patch = patch_between(b"one two", b"one three")
    assert patch.digest == digest_of(b"one three")
    assert patch.undone(b"one three ") is None
    assert patch.undone(b"one two") is None


def test_the_text_between_two_changes_is_not_kept() -> None:
    between = b"".join(b"line %d\n" % n for n in range(5000))
    before = b"Ada\n" + between + b"Ada\n" + between + b"Ada\n"
    after = b"Bo\n" + between + b"Bo\nmore\n" + between
    patch = patch_between(before, after)
    assert patch.undone(after) == before
    assert size(patch) < 50


def test_files_of_megabytes_are_compared_quickly() -> None:
    head, tail = b"x" * 3_000_000, b"y" * 3_000_000
    patch = patch_between(head + b"1" + tail, head + b"22" + tail)
    assert patch.hunks == (Hunk(3_000_000, b"1", b"22"),)


# -- documents -----------------------------------------------------------------------------------------


@pytest.mark.slow
@settings(max_examples=30)
@given(documents(), st.data())
def test_any_correction_is_undone(document: Document, data: st.DataObject) -> None:
    before = identified(document)
    correction = data.draw(corrections(before))
    with suppress(ReaderError):
        after = corrected(before, correction)
        undone = inverse_of(before, after).undone(after)
        assert undone == before
        assert _ids(undone) == _ids(before)


@pytest.mark.slow
@settings(max_examples=20)
@given(documents(), st.data())
def test_several_corrections_are_undone_in_turn(document: Document, data: st.DataObject) -> None:
    document = identified(document)
    states, inverses = [document], []
    for _ in range(4):
        correction = data.draw(corrections(states[-1]))
        with suppress(ReaderError):
            states.append(corrected(states[-1], correction))
            inverses.append(inverse_of(states[-2], states[-1]))
    undone = states[-1]
    for state, inverse in zip(reversed(states[:-1]), reversed(inverses), strict=True):
        undone = inverse.undone(undone)
        assert undone == state
        assert _ids(undone) == _ids(state)


def _ids(document: Document) -> list[str]:
    return [
        *(quote.id for quote in document.quotes),
        *(entity.id for entity in document.entities),
        *(highlight.id for highlight in document.highlights),
    ]


SOURCE = """\
title: The border
paragraphs: ["“We woke up,” said Ada Okafor. “The water,” said Bo.", "Okafor saw the Danube."]
quotes:
  - {text: We woke up, speaker: Ada Okafor}
  - {text: The water, speaker: Bo}
entities:
  - {name: Ada Okafor, type: person}
  - {name: Bo, type: person}
  - {name: Danube, type: place}
"""
DOCUMENT = numbered(read(SOURCE.encode(), "border.yaml").document)


def test_undo_keeps_later_edits_of_other_items() -> None:
    for first, then in (
        (Retype(entity(0), EntityType.WORK), Retype(entity(2), EntityType.EVENT)),
        (Hide(entity(0)), Retype(entity(2), EntityType.EVENT)),
        (DropQuote(quote(0)), SetSpeaker(quote(1), "Somebody")),
        (SetSpeaker(quote(0), ""), DropQuote(quote(1))),
        (Rename(entity(0), "Okafor"), Hide(entity(2))),
    ):
        after = corrected(DOCUMENT, first)
        undone = inverse_of(DOCUMENT, after).undone(corrected(after, then))
        assert undone == corrected(DOCUMENT, then)


def test_undo_removes_the_items_that_an_edit_added() -> None:
    fewer = replace(DOCUMENT, entities=DOCUMENT.entities[:2])
    assert inverse_of(fewer, DOCUMENT).undone(DOCUMENT) == fewer


def test_undo_restores_that_the_lists_were_detected() -> None:
    detected = replace(DOCUMENT, quotes_given=False, entities_given=False)
    after = corrected(detected, Hide(entity(0)))
    assert after.entities_given
    assert inverse_of(detected, after).undone(after) == detected


# -- memory --------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_the_journal_of_a_long_article_keeps_only_what_changed(tmp_path: Path) -> None:
    people = [f"Person{chr(65 + n // 26)}{chr(97 + n % 26)} Winther" for n in range(300)]
    path = tmp_path / "long.yaml"
    path.write_text(
        "title: Long\nparagraphs:\n"
        + "".join(f"  - “Words of number {n},” said {name}. It rained.\n" for n, name in enumerate(people))
        + "quotes:\n"
        + "".join(f"  - {{text: Words of number {n}, speaker: {name}}}\n" for n, name in enumerate(people))
        + "entities:\n"
        + "".join(f"  - {{name: {name}, type: person}}\n" for name in people),
        encoding="utf-8",
    )
    document = session_of(load(str(path))).version.document
    kept = []
    for number in range(16):
        named, said = document.entities[number].id, document.quotes[number].id
        made: Correction = (
            Retype(named, EntityType.GROUP),
            SetSpeaker(said, "Somebody"),
            Rename(named, f"Name {number}"),
            Hide(named),
        )[number % 4]
        after = corrected(document, made)
        change = amend_file(path, after, document)
        version = version_of(change.document, after)
        kept.append((inverse_of(document, version.document), patch_between(change.before, change.after)))
        document = version.document
    for inverse, patch in kept:
        items = len(inverse.quotes.before) + len(inverse.entities.before)
        assert 1 <= items <= 3
        assert len(inverse.quotes.added) + len(inverse.entities.added) == 0
        assert 1 <= size(patch) < 500
