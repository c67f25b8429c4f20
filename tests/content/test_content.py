"""The bundled articles: what each one has to show, and that nothing in it is out of place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reader.keys.commands import ARTICLE_COMMANDS, Command
from reader.keys.keymap import DEFAULT_KEYMAP
from reader.model import BlockKind, Document, EntityType, InlineKind, Span, numbers
from reader.resources import bundled
from reader.sources.open import Loaded
from tests.loaded import load

NAMES = sorted(path.name for path in bundled("content").glob("*.yaml"))


def loaded(name: str) -> Loaded:
    return load(str(bundled("content") / name))


def document(name: str) -> Document:
    return loaded(name).document


def words(article: Document, span: Span) -> str:
    return article.blocks[span.block].text[span.start : span.end]


def code(article: Document) -> Iterator[str]:
    """What stands in the paragraphs as inline code."""
    for block in article.blocks:
        for inline in block.inlines:
            if inline.kind is InlineKind.CODE:
                yield block.text[inline.start : inline.end]


def test_the_three_articles_are_there() -> None:
    assert NAMES == ["feature.yaml", "khalimov.yaml", "tour.yaml"]


@pytest.mark.parametrize("name", NAMES)
def test_it_loads_without_a_warning(name: str) -> None:
    assert [str(fault) for fault in loaded(name).warnings] == []


@pytest.mark.parametrize("name", NAMES)
def test_its_quotes_and_entities_are_its_own(name: str) -> None:
    article = document(name)
    assert article.quotes_given
    assert article.quotes
    assert article.entities_given
    assert article.entities


@pytest.mark.parametrize("name", NAMES)
def test_every_quote_is_placed_and_has_a_speaker(name: str) -> None:
    for quote in document(name).quotes:
        assert quote.pieces, quote.text
        assert quote.speaker or name == "tour.yaml", quote.text


@pytest.mark.parametrize("name", NAMES)
def test_the_quotes_are_listed_in_reading_order(name: str) -> None:
    places = [quote.pieces[0].place for quote in document(name).quotes]
    assert places == sorted(places)


@pytest.mark.parametrize("name", NAMES)
def test_no_opening_mark_in_the_text_is_without_its_quote(name: str) -> None:
    article = document(name)
    starts = {(piece.block, piece.start) for quote in article.quotes for piece in quote.pieces}
    marks = [
        (index, offset + 1)
        for index, block in enumerate(article.blocks)
        for offset, character in enumerate(block.text)
        if character == "“"
    ]
    assert marks
    assert [mark for mark in marks if mark not in starts] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_name_of_every_entity_is_mentioned(name: str) -> None:
    article = document(name)
    for entity in article.entities:
        found = {words(article, span).casefold() for span in entity.mentions}
        assert [one for one in entity.names if one.casefold() not in found] == []
        assert entity.about, entity.name


@pytest.mark.parametrize("name", NAMES)
def test_the_typography_is_the_same_all_over(name: str) -> None:
    article = document(name)
    literal = set(code(article))
    for block in article.blocks:
        if block.kind is not BlockKind.CODE:
            straight = {character for character in block.text if character in "\"'"}
            assert all(any(mark in key for key in literal) for mark in straight), block.text
            assert "  " not in block.text


def test_the_news_story_gives_the_direct_speech_exactly() -> None:
    article = document("khalimov.yaml")
    assert [quote.text for quote in article.quotes] == [
        "the president and ministers",
        "if only you knew how many boys, our brothers are here, waiting and yearning to return",
        "I’ve been three times to America, and I saw how you train fighters",
        "stop serving infidels",
    ]
    for quote in article.quotes:
        assert [words(article, piece) for piece in quote.pieces] == [quote.text]
        assert quote.speaker == "Gulmurod Khalimov"
        assert quote.context


def test_the_news_story_has_the_length_and_the_names_of_one() -> None:
    article = document("khalimov.yaml")
    assert 10 <= len(article.blocks) <= 14
    assert {block.kind for block in article.blocks} == {BlockKind.PARAGRAPH}
    assert len(article.entities) >= 12
    assert len({entity.type for entity in article.entities}) >= 5


def test_the_news_story_says_whose_report_it_retells() -> None:
    article = document("khalimov.yaml")
    assert article.source.name == "The Washington Post"
    assert "retelling" in article.note


def test_the_feature_is_marked_as_fiction() -> None:
    assert document("feature.yaml").note.startswith("Fiction.")


def test_the_feature_shows_every_kind_of_block_and_markup() -> None:
    article = document("feature.yaml")
    kinds = {block.kind for block in article.blocks}
    assert kinds == {
        BlockKind.PARAGRAPH,
        BlockKind.HEADING,
        BlockKind.QUOTE,
        BlockKind.ITEM,
        BlockKind.CODE,
        BlockKind.CAPTION,
    }
    headings = [block.level for block in article.blocks if block.kind is BlockKind.HEADING]
    assert len(headings) >= 4
    assert set(headings) == {1, 2}
    markers = [block.marker for block in article.blocks if block.kind is BlockKind.ITEM]
    assert markers == ["", "", "", "", "1.", "2.", "3."]
    assert {inline.kind for block in article.blocks for inline in block.inlines} == {
        InlineKind.EMPHASIS,
        InlineKind.STRONG,
        InlineKind.CODE,
        InlineKind.LINK,
    }


def test_the_feature_is_long_and_full_of_people() -> None:
    article = document("feature.yaml")
    assert 2_000 <= sum(len(block.text.split()) for block in article.blocks) <= 3_000
    assert len({quote.speaker for quote in article.quotes}) >= 8
    assert len(article.quotes) >= 14
    assert len(article.entities) >= 25
    assert {entity.type for entity in article.entities} == set(EntityType)


def test_a_statement_of_the_feature_runs_on_over_two_paragraphs() -> None:
    spread = [len({piece.block for piece in quote.pieces}) for quote in document("feature.yaml").quotes]
    assert 2 in spread


def test_speakers_are_entities_of_the_same_article() -> None:
    for name in NAMES:
        article = document(name)
        known = {one for entity in article.entities for one in entity.names}
        assert {quote.speaker for quote in article.quotes} - known <= {""}, name


def test_the_tour_holds_the_two_mistakes_that_it_says_it_holds() -> None:
    article = document("tour.yaml")
    [unattributed] = [quote for quote in article.quotes if not quote.speaker]
    assert unattributed.text.startswith("At whoever")
    assert {"Yara Stoll", "Captain Stoll"} <= {entity.name for entity in article.entities}


@pytest.mark.parametrize("command", ARTICLE_COMMANDS, ids=lambda command: command.id)
def test_the_tour_teaches_every_command(command: Command) -> None:
    taught = {key.replace("Ctrl+", "^") for key in code(document("tour.yaml"))}
    shown = {key for key in DEFAULT_KEYMAP.labels(command.id).split() if key != "x"}
    assert shown & (taught | {key.lstrip("0123456789") for key in taught})


def test_the_tour_sends_its_readers_to_the_right_paragraph() -> None:
    article = document("tour.yaml")
    target = article.blocks[numbers(article.blocks).index(15)]
    assert target.text.startswith("Did 15G bring you here?")


def test_the_switches_of_the_search_bar_are_in_the_tour() -> None:
    assert {"Alt+C", "Alt+W", "Alt+R"} <= set(code(document("tour.yaml")))
