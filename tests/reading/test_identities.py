"""Recognising the quotes and entities of the old version in a new version."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotate import in_steps
from reader.errors import ReaderError
from reader.model import Block, Document, Entity, EntityId, EntityType, Quote, QuoteId, Span
from reader.reading.corrections import Hide, Merge, Rename, SetSpeaker, corrected
from reader.reading.identities import article_id, identified
from reader.sources.open import Loaded
from reader.sources.yaml.article import read
from tests.article_text import load_text
from tests.strategies import corrections, documents

SOURCE = """\
title: The border
paragraphs:
  - “We woke up,” said Ada Okafor. “We woke up,” said J. Brandt.
  - Okafor pointed at the Danube. Brandt smiled.
quotes:
  - {text: We woke up, speaker: Ada Okafor}
  - {text: We woke up, speaker: J. Brandt}
entities:
  - {name: Ada Okafor, type: person, aliases: [Okafor]}
  - {name: J. Brandt, type: person, aliases: [Brandt]}
  - {name: Danube, type: place}
"""


def document(source: str = SOURCE) -> Document:
    return read(source.encode(), "border.yaml").document


def ids(article: Document) -> dict[str, str]:
    """The name of each entity, with its id."""
    return {entity.name: entity.id for entity in article.entities}


def quote_ids(article: Document) -> list[str]:
    return [quote.id for quote in article.quotes]


def test_the_same_article_always_gets_the_same_ids() -> None:
    assert quote_ids(identified(document())) == quote_ids(identified(document()))
    assert ids(identified(document())) == ids(identified(document()))


@pytest.mark.slow
@given(documents())
def test_every_quote_and_entity_has_a_unique_id(article: Document) -> None:
    found = identified(article)
    for each in (quote_ids(found), [entity.id for entity in found.entities]):
        assert all(each)
        assert len(set(each)) == len(each)
    assert found == article


def test_two_quotes_with_the_same_words_have_different_ids() -> None:
    first, second = quote_ids(identified(document()))
    assert first != second


def test_ids_survive_a_reload_in_another_order() -> None:
    before = identified(document())
    again = document()
    turned = replace(again, quotes=again.quotes[::-1], entities=again.entities[::-1])
    after = identified(turned, before)
    assert ids(after) == ids(before)


def test_a_quote_that_moved_in_the_text_keeps_its_id() -> None:
    before = identified(document())
    moved = tuple(
        replace(quote, pieces=tuple(Span(span.block + 1, span.start, span.end) for span in quote.pieces))
        for quote in document().quotes
    )
    assert quote_ids(identified(replace(document(), quotes=moved), before)) == quote_ids(before)


def test_the_name_and_type_decide_before_the_name_alone() -> None:
    place, person = Entity("Paris", EntityType.PLACE), Entity("Paris", EntityType.PERSON)
    before = identified(replace(document(), entities=(place, person)))
    after = identified(replace(document(), entities=(person, place)), before)
    assert {entity.type: entity.id for entity in after.entities} == {
        entity.type: entity.id for entity in before.entities
    }


def test_an_entity_with_another_type_or_another_case_keeps_its_id() -> None:
    before = identified(document())
    changed = tuple(
        replace(entity, name=entity.name.upper(), type=EntityType.OTHER) for entity in document().entities
    )
    after = identified(replace(document(), entities=changed), before)
    assert [entity.id for entity in after.entities] == [entity.id for entity in before.entities]


def test_an_entity_that_was_renamed_in_the_file_is_recognised_by_an_alias() -> None:
    before = identified(document())
    after = identified(document(SOURCE.replace("name: Ada Okafor, type", "name: A. Okafor, type")), before)
    assert ids(after)["A. Okafor"] == ids(before)["Ada Okafor"]


def test_a_new_entity_does_not_get_the_id_of_a_removed_entity() -> None:
    before = identified(document())
    after = identified(document(SOURCE.replace("name: Danube", "name: map")), before)
    assert ids(after)["map"] not in ids(before).values()


def test_ids_survive_a_rename_and_a_merge() -> None:
    before = identified(document())
    okafor, brandt, danube = ids(before).values()
    renamed = corrected(before, Rename(before.entities[0].id, "Nobody known before"))
    assert list(ids(identified(renamed, before)).values()) == [okafor, brandt, danube]
    merged = corrected(renamed, Merge(before.entities[1].id, before.entities[0].id))
    assert list(ids(identified(merged, renamed)).values()) == [okafor, danube]
    assert quote_ids(merged) == quote_ids(before)


def test_an_entity_that_returns_after_it_was_hidden_has_its_old_id() -> None:
    before = identified(document())
    hidden = corrected(before, Hide(before.entities[0].id))
    assert ids(identified(document(), hidden)) == ids(before)


@pytest.mark.slow
@settings(max_examples=20)
@given(documents(), st.data())
def test_ids_survive_any_correction_and_a_reload_of_its_file(article: Document, data: st.DataObject) -> None:
    before = identified(article)
    correction = data.draw(corrections(before))
    with suppress(ReaderError):
        after = corrected(before, correction)
        assert {entity.id for entity in after.entities} <= {entity.id for entity in before.entities}
        assert {quote.id for quote in after.quotes} <= {quote.id for quote in before.quotes}
        bare = replace(
            after,
            quotes=tuple(replace(quote, id=QuoteId("")) for quote in after.quotes),
            entities=tuple(replace(entity, id=EntityId("")) for entity in after.entities),
        )
        again = identified(bare, after)
        assert quote_ids(again) == quote_ids(after)
        assert [entity.id for entity in again.entities] == [entity.id for entity in after.entities]


def test_ids_survive_the_steps_of_a_detection() -> None:
    paragraphs = "".join(
        f"  - “The bridge has {n} piers,” said Marta Hollin. It rained in Orsk, a town by the river.\n"
        for n in range(1, 40)
    )
    article = document(f"title: The bridge\nparagraphs:\n{paragraphs}")
    shown = identified(article)
    seen: dict[str, str] = {}
    for step in in_steps(article):
        if step.document is not None:
            shown = identified(step.document, shown)
            for entity in shown.entities:
                assert seen.setdefault(entity.name, entity.id) == entity.id
    assert len(shown.quotes) == 39
    assert "Marta Hollin" in seen


def test_many_quotes_with_the_same_words_are_distinguished_by_place() -> None:
    quotes = tuple(Quote("no", (Span(0, n, n + 1),)) for n in range(500))
    long = Document("T", (Block("no " * 500),))
    before = identified(replace(long, quotes=quotes))
    after = identified(replace(long, quotes=quotes[1:]), before)
    assert quote_ids(after) == quote_ids(before)[1:]


@pytest.mark.slow
def test_many_moved_quotes_with_the_same_words_keep_their_ids_in_order() -> None:
    # In quadratic time this test would not finish within its time limit.
    count = 20_000
    long = Document("T", (Block("no " * count), Block("no " * count)))
    before = identified(replace(long, quotes=tuple(Quote("no", (Span(0, n, n + 1),)) for n in range(count))))
    moved = tuple(Quote("no", (Span(1, n, n + 1),)) for n in range(count))
    assert quote_ids(identified(replace(long, quotes=moved), before)) == quote_ids(before)


def test_a_set_speaker_keeps_the_id_of_the_quote() -> None:
    before = identified(document())
    after = corrected(before, SetSpeaker(before.quotes[1].id, "Somebody"))
    assert quote_ids(identified(after, before)) == quote_ids(before)


# -- the article ---------------------------------------------------------------------------------------


def test_an_article_is_identified_by_its_address_its_file_or_its_text() -> None:
    loaded = load_text(SOURCE, "border.yaml")
    page = article_id(loaded._replace(url="https://example.org/border"))
    other = article_id(load_text(SOURCE.replace("smiled", "left"), "other.yaml"))
    assert page.is_same(article_id(loaded))
    assert not article_id(loaded).is_same(other)
    assert page.is_same(article_id(Loaded(document(SOURCE.replace("smiled", "left")), url=page.address)))
    assert not page.is_same(article_id(loaded._replace(url="https://example.org/another")))
