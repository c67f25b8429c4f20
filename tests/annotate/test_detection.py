"""Detection of a long text in batches: results grow, and the last step is complete."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from reader.annotate import annotate, batches, detect, in_steps
from reader.annotate.batches import paragraph_batches
from reader.annotate.detection import detect_in_steps
from reader.annotate.long_paragraphs import LIMIT, CutParagraphs
from reader.model import Block, BlockKind, Document, Entity, EntityType, Quote

PARAGRAPHS = [
    *(f"“The bridge has {n} piers,” said Marta Hollin, the mayor of Orsk." for n in range(20)),
    *(f"Ms Hollin had counted {n} of them. “Nobody believed me.”" for n in range(20)),
]


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make batches of a few paragraphs."""
    monkeypatch.setattr(batches, "SINGLE_BATCH_WORDS", 100)
    monkeypatch.setattr(batches, "BATCH_WORDS", 50)


def document(**given: Any) -> Document:
    return Document("The bridge", tuple(Block(text) for text in PARAGRAPHS), **given)


def test_a_text_of_ordinary_length_is_one_batch() -> None:
    assert paragraph_batches(PARAGRAPHS) == [(0, 40)]
    assert paragraph_batches([]) == []


@pytest.mark.usefixtures("short")
def test_batches_cover_the_text() -> None:
    parts = paragraph_batches(PARAGRAPHS)
    assert len(parts) > 4
    assert [number for first, last in parts for number in range(first, last)] == list(range(40))


@pytest.mark.usefixtures("short")
def test_a_batch_does_not_end_inside_a_continued_quote() -> None:
    paragraphs = ["word " * 60, "“Then it rained.", "“It snowed.”", "word " * 60, "word " * 60]
    assert [first for first, _ in paragraph_batches(paragraphs)] == [0, 3, 4]


@pytest.mark.usefixtures("short")
def test_each_step_shows_more_quotes_and_more_progress() -> None:
    steps = list(in_steps(document()))
    shares = [step.done for step in steps]
    shown = [step.document for step in steps if step.document is not None]
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert len(shown) > 3
    for before, after in pairwise(shown):
        assert after.quotes[: len(before.quotes)] == before.quotes
        assert len(after.quotes) > len(before.quotes)
    assert shown[-1] == annotate(document())


@pytest.mark.usefixtures("short")
def test_later_batches_know_the_people_of_earlier_ones() -> None:
    found = annotate(document())
    (hollin,) = (entity for entity in found.entities if entity.type is EntityType.PERSON)
    assert (hollin.name, hollin.about, len(hollin.mentions)) == ("Marta Hollin", "the mayor of Orsk", 40)
    assert {quote.speaker for quote in found.quotes} == {"Marta Hollin"}


@pytest.mark.usefixtures("short")
def test_spans_of_later_batches_are_offsets_in_the_article() -> None:
    found = annotate(document())
    for quote in found.quotes:
        assert [PARAGRAPHS[p.block][p.start : p.end] for p in quote.pieces] == quote.text.split(" … ")
    for entity in found.entities:
        said = {PARAGRAPHS[m.block][m.start : m.end] for m in entity.mentions}
        assert said == {entity.name, *entity.aliases}


def test_quotes_and_entities_of_the_source_are_kept() -> None:
    quotes, entities = (Quote("x"),), (Entity("Orsk", EntityType.PLACE),)
    assert annotate(document(quotes=quotes, quotes_given=True)).quotes == quotes
    assert annotate(document(entities=entities, entities_given=True)).entities == entities
    both = document(quotes=quotes, quotes_given=True, entities=entities, entities_given=True)
    assert annotate(both) is both
    assert list(in_steps(both)) == []


def test_code_has_no_quotes_or_names_and_headings_have_no_quotes() -> None:
    blocks = (
        Block("“Open the gate,” said Ida Moss.", BlockKind.CODE),
        Block("“Open the gate at once,” says Piet Quillon", BlockKind.HEADING),
        Block("It rained on Piet Quillon."),
    )
    quotes, entities = detect(Document("T", blocks))
    assert list(quotes) == []
    assert [entity.name for entity in entities] == ["Piet Quillon"]


def test_an_empty_text_gives_no_steps() -> None:
    assert list(detect_in_steps([])) == []


# -- a paragraph too long for one step -----------------------------------------------------------------

SENTENCES = (
    "The bridge at Orsk has nine piers. “Nobody counted them. They are old,” said Marta Hollin, the mayor "
    "of Orsk. It rained in Nairobi on 3 May 2021, and the United Nations paid $3 million. "
)


@pytest.mark.slow
@pytest.mark.parametrize(
    "text", [SENTENCES * 2_000, '"' * 400_000, "word" * 100_000, "“Never closed. " * 25_000], ids=len
)
def test_no_more_than_the_limit_is_read_between_two_checks(text: str) -> None:
    calls = 0

    def check() -> None:
        nonlocal calls
        calls += 1

    assert all(len(part) <= LIMIT for part in CutParagraphs([text]).texts)
    list(in_steps(Document("T", (Block(text),)), check))
    # Each part is read three times for names and once for quotes.
    assert calls >= 4 * len(text) / LIMIT


@pytest.mark.parametrize("last", [1, 5, 25, 70])
def test_detection_stops_at_the_check_that_raises(last: int) -> None:
    calls = 0

    def check() -> None:
        nonlocal calls
        calls += 1
        if calls == last:
            raise Stopped

    with pytest.raises(Stopped):
        list(in_steps(Document("T", (Block(SENTENCES * 2_000),)), check))
    assert calls == last


@pytest.mark.slow
def test_a_long_paragraph_gives_the_same_results_as_short_ones() -> None:
    times = 1_500
    (text,) = texts = [SENTENCES * times]
    found = annotate(Document("T", (Block(text),)))
    apart = annotate(Document("T", tuple(Block(SENTENCES) for _ in range(times))))
    assert len(text) > 2 * LIMIT
    assert [entity.name for entity in found.entities] == [entity.name for entity in apart.entities]
    assert [len(e.mentions) for e in found.entities] == [len(e.mentions) for e in apart.entities]
    assert [quote.text for quote in found.quotes] == [quote.text for quote in apart.quotes]
    for quote in found.quotes:
        assert [texts[p.block][p.start : p.end] for p in quote.pieces] == [quote.text]
    for entity in found.entities:
        names = {entity.name, *entity.aliases}
        assert {texts[m.block][m.start : m.end] for m in entity.mentions} <= names


def test_code_and_other_paragraphs_keep_their_places() -> None:
    blocks = (
        Block("“Open the gate,” said Ida Moss.", BlockKind.CODE),
        Block("Piet Quillon spoke. " + SENTENCES * 1_500),
        Block("“Open the gate at once,” says Piet Quillon", BlockKind.HEADING),
        Block("“The last words come here, at the end,” said Marta Hollin.", BlockKind.QUOTE),
    )
    found = annotate(Document("T", blocks))
    assert {piece.block for quote in found.quotes for piece in quote.pieces} == {1, 3}
    (piet,) = (entity for entity in found.entities if entity.name == "Piet Quillon")
    assert (piet.mentions[0].block, piet.mentions[0].start) == (1, 0)


class Stopped(Exception):  # noqa: N818 - it is not an error
    """Raised by a check to stop the work."""


def test_clustering_stops_at_the_next_check() -> None:
    names = [f"{a}{b}{c}olm" for a in "BDFGKLMNPR" for b in "aeiou" for c in "bdfgklmnpr"]
    text = " ".join(f"We saw Ada {name} there." for name in names)
    calls = 0

    def check() -> None:
        nonlocal calls
        calls += 1
        if calls == 50:
            raise Stopped

    with pytest.raises(Stopped):
        list(in_steps(Document("T", (Block(text),)), check))
    assert calls == 50
    counted = 0

    def count() -> None:
        nonlocal counted
        counted += 1

    list(in_steps(Document("T", (Block(text),)), count))
    assert counted > 4 * len(names)
