"""Titles of works, in italics and in quotation marks."""

from __future__ import annotations

import pytest

from reader.annotate import annotate
from reader.model import Block, Document, EntityType, Inline, InlineKind, Span
from tests.annotate.finding import find_entities, short_id


def works(marked: str, *more: str) -> dict[str, tuple[str, ...]]:
    """The works and their aliases. In the first paragraph, words between stars are in italics."""
    parts = marked.split("*")
    inlines, text = [], ""
    for number, part in enumerate(parts):
        if number % 2:
            inlines.append(Inline(len(text), len(text) + len(part), InlineKind.EMPHASIS))
        text += part
    blocks = (Block(text, inlines=tuple(inlines)), *map(Block, more))
    found = annotate(Document("T", blocks)).entities
    return {entity.name: entity.aliases for entity in found if entity.type is EntityType.WORK}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Her new book, *Catching Fog*, was published in the spring.", "Catching Fog"),
        ("In *The Slow Gate*, the historian Odile Moss tells how it was built.", "The Slow Gate"),
        ("She had read *A Timetable for Fools* twice before she came.", "A Timetable for Fools"),
        (
            "They all saw *Gates: A History, 1900* in the one cinema there.",
            "Gates: A History, 1900",
        ),
        ("The film *Quillon* is the longest one that he has made.", "Quillon"),
        ("He read *Ladders,* which is a book about gates, in one night.", "Ladders"),
    ],
    ids=short_id,
)
def test_capitalized_words_in_italics_are_a_title(text: str, name: str) -> None:
    assert [*works(text)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "*Never* did the gate stand open, and it does not now.",
        "The gate was *very* old and *not at all* open, she told us.",
        "The heron, *Ardea cinerea*, is seen at the gate every day.",
        "*The Gate Stood Open All Night*",
        "*Ida Moss keeps the gate. Piet Quillon wrote this.*",
        "He said *NEVER* to the keepers of the gate on that day.",
        "She left *Go. Now. Here.* on the gate of the town that day.",
        "There is a *…* in it, and it is as long as the gate.",
    ],
    ids=short_id,
)
def test_other_words_in_italics_are_no_title(text: str) -> None:
    assert works(text) == {}


def test_italics_inside_a_title_are_part_of_it() -> None:
    text = "In The Slow Gate, the historian Odile Moss tells how it was built."
    inlines = tuple(Inline(start, 16, InlineKind.EMPHASIS) for start in (3, 7))
    found = annotate(Document("T", (Block(text, inlines=inlines),))).entities
    assert [(one.name, one.mentions) for one in found if one.type is EntityType.WORK] == [
        ("The Slow Gate", (Span(0, 3, 16),))
    ]


def test_a_newspaper_in_italics_is_no_work() -> None:
    assert works("She wrote for *The Harbour Gazette* and sold it at the gate.") == {}


def test_a_title_merges_with_its_mention_in_plain_text() -> None:
    found = works(
        "In *The Slow Gate*, the historian Odile Moss tells how it was built.",
        "Nobody had read the Slow Gate before her.",
    )
    assert found == {"The Slow Gate": ("Slow Gate",)}


@pytest.mark.parametrize(
    "work", ["“The Long Quay,” sold", "“Long Quay” sold", "“A Long Quay”, sold"], ids=short_id
)
def test_a_title_in_quotation_marks(work: str) -> None:
    found = {entity.name: entity.type for entity in find_entities([f"Her best work, {work} well."])}
    assert found == {"Long Quay": EntityType.WORK}


def test_an_organization_in_quotation_marks_is_no_work() -> None:
    (found,) = find_entities(["The head of “Tarvo Nine,” a building company, left."])
    assert found.type is EntityType.ORGANIZATION
