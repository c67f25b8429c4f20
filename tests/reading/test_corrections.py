"""What each correction does to an article."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotate import annotate
from reader.errors import ReaderError
from reader.model import Block, Document, Entity, EntityId, EntityType, Quote, QuoteId, Span
from reader.reading.corrections import (
    MAX_NAME,
    Correction,
    DropQuote,
    Hide,
    Merge,
    Rename,
    Retype,
    SetSpeaker,
    corrected,
    described,
)
from reader.reading.identities import identified
from reader.sources.yaml.article import read
from reader.sources.yaml.write import dump
from tests.numbered_ids import entity, numbered, quote
from tests.strategies import HOSTILE, corrections, documents

SOURCE = """\
title: The border
paragraphs:
  - “The water did not ask us,” said Ada Okafor.
  - Okafor pointed at the map. J. Brandt, the mayor, said “we woke up”. Brandt smiled.
  - The Danube moved again, Brandt said.
quotes:
  - text: The water did not ask us
    speaker: Ada Okafor
  - text: we woke up
    speaker: j. brandt
  - text: moved again
    speaker: Brandt
entities:
  - name: Ada Okafor
    type: person
    aliases: [Okafor]
    about: Hydrologist.
    x-note: checked
  - name: J. Brandt
    type: person
    about: The mayor.
    x-note: not checked
    x-seen: twice
  - name: Brandt
  - name: Danube
    type: place
"""
DOCUMENT = numbered(read(SOURCE.encode(), "border.yaml").document)
OKAFOR, J_BRANDT, BRANDT, DANUBE = map(entity, range(4))


def again(document: Document) -> Document:
    """The document as its file is read."""
    return read(dump(document, detected=False).encode(), "x").document


def after(*corrections: Correction, document: Document = DOCUMENT) -> Document:
    for correction in corrections:
        document = corrected(document, correction)
    assert again(document) == document
    return document


def entity_of(document: Document, id: EntityId) -> Entity:
    """The one entity of the document with that id."""
    (found,) = (entity for entity in document.entities if entity.id == id)
    return found


# --- entities --------------------------------------------------------------------------------------------


def test_a_renamed_entity_keeps_its_mentions_and_its_quotes() -> None:
    document = after(Rename(J_BRANDT, "Johan Brandt"))
    found = entity_of(document, J_BRANDT)
    assert (found.name, found.aliases) == ("Johan Brandt", ("J. Brandt",))
    assert found.mentions == entity_of(DOCUMENT, J_BRANDT).mentions
    assert [quote.speaker for quote in document.quotes] == ["Ada Okafor", "Johan Brandt", "Brandt"]


def test_an_alias_becomes_the_name_and_the_name_an_alias() -> None:
    found = entity_of(after(Rename(OKAFOR, "Okafor")), OKAFOR)
    assert (found.name, found.aliases) == ("Okafor", ("Ada Okafor",))
    assert len(found.mentions) == 2


def test_a_name_that_does_not_occur_in_the_text_is_not_kept_as_an_alias() -> None:
    found = entity_of(after(Rename(DANUBE, "Dnaube"), Rename(DANUBE, "River Danube")), DANUBE)
    assert (found.name, found.aliases) == ("River Danube", ("Danube",))


def test_a_new_name_that_occurs_in_the_text_gets_mentions() -> None:
    found = entity_of(after(Rename(DANUBE, "map")), DANUBE)
    assert [span.block for span in found.mentions] == [1, 2]


@pytest.mark.parametrize("name", ["Brandt", "BRANDT", " Brandt\n"])
def test_the_name_of_another_entity_is_refused(name: str) -> None:
    with pytest.raises(
        ReaderError, match=r"^There is already an entity named Brandt; merge the two instead\.$"
    ):
        corrected(DOCUMENT, Rename(J_BRANDT, name))


def test_an_alias_of_another_entity_is_refused() -> None:
    with pytest.raises(
        ReaderError, match=r"^Okafor is already a name of Ada Okafor; merge the two instead\.$"
    ):
        corrected(DOCUMENT, Rename(DANUBE, "Okafor"))


def test_a_rename_keeps_the_quotes_of_another_entity_with_the_same_name() -> None:
    source = SOURCE.replace("- name: Danube\n    type: place", "- name: Ada Okafor\n    type: work")
    document = numbered(read(source.encode(), "x").document)
    renamed = after(Rename(DANUBE, "The painting"), document=document)
    assert renamed.quotes == document.quotes


@pytest.mark.parametrize("name", ["", " \n", "\u200b"])
def test_an_empty_name_is_refused(name: str) -> None:
    with pytest.raises(ReaderError, match="The name is empty"):
        corrected(DOCUMENT, Rename(OKAFOR, name))


@pytest.mark.parametrize("correction", [Rename(OKAFOR, "x" * 10_000), SetSpeaker(quote(0), "x" * 10_000)])
def test_a_very_long_name_is_refused(correction: Correction) -> None:
    with pytest.raises(ReaderError, match=rf"10,000 characters is too long; {MAX_NAME} are enough"):
        corrected(DOCUMENT, correction)


@pytest.mark.parametrize(
    "name", ["- a: b #", "#1", "'", '"', "{a", "🙂", "עברית", "~", "NO", "a\r\nb", *HOSTILE]
)
def test_any_name_can_be_given(name: str) -> None:
    after(Rename(OKAFOR, f"A{name}"), SetSpeaker(quote(1), name))


def test_the_type_of_an_entity_is_changed() -> None:
    document = after(Retype(BRANDT, EntityType.PLACE))
    assert entity_of(document, BRANDT) == replace(entity_of(DOCUMENT, BRANDT), type=EntityType.PLACE)


def test_merging_unites_names_and_mentions() -> None:
    document = after(Merge(BRANDT, J_BRANDT))
    found = entity_of(document, J_BRANDT)
    assert (found.name, found.aliases) == ("J. Brandt", ("Brandt",))
    assert [(span.block, span.start) for span in found.mentions] == [(1, 27), (1, 68), (2, 24)]
    assert len(document.entities) == 3
    assert [quote.speaker for quote in document.quotes] == ["Ada Okafor", "j. brandt", "J. Brandt"]


def test_a_merge_keeps_the_values_of_the_target() -> None:
    found = entity_of(after(Merge(J_BRANDT, OKAFOR)), OKAFOR)
    assert (found.about, found.type) == ("Hydrologist.", EntityType.PERSON)
    assert found.extras == (("x-note", "checked"), ("x-seen", "twice"))
    assert found.aliases == ("Okafor", "J. Brandt")


def test_a_merge_adds_the_description_that_the_target_lacks() -> None:
    assert after(Merge(J_BRANDT, BRANDT)).entities[1].about == "The mayor."


def test_an_entity_is_not_merged_into_itself() -> None:
    with pytest.raises(ReaderError, match="cannot be merged into itself"):
        corrected(DOCUMENT, Merge(OKAFOR, OKAFOR))


def test_hiding_an_entity_keeps_the_speaker_of_its_quotes() -> None:
    document = after(Hide(OKAFOR))
    assert [entity.name for entity in document.entities] == ["J. Brandt", "Brandt", "Danube"]
    assert document.quotes == DOCUMENT.quotes


def test_hiding_an_entity_uncovers_mentions_of_a_shorter_name() -> None:
    hidden = after(Hide(J_BRANDT)).entities[1]
    assert len(hidden.mentions) == len(entity_of(DOCUMENT, BRANDT).mentions) + 1


def test_all_entities_and_quotes_can_be_removed() -> None:
    document = after(*(Hide(entity(n)) for n in range(4)), *(DropQuote(quote(n)) for n in range(3)))
    assert (document.entities, document.quotes) == ((), ())
    assert document.entities_given
    assert document.quotes_given


# --- quotes -------------------------------------------------------------------------------------------


def test_a_speaker_is_set_and_cleared() -> None:
    assert after(SetSpeaker(quote(0), " J.\nBrandt")).quotes[0] == replace(
        DOCUMENT.quotes[0], speaker="J. Brandt"
    )
    assert after(SetSpeaker(quote(0), "")).quotes[0].speaker == ""


def test_a_quote_is_dropped() -> None:
    assert after(DropQuote(quote(1))).quotes == (DOCUMENT.quotes[0], DOCUMENT.quotes[2])


# --- detected articles --------------------------------------------------------------------------------

PLAIN = Document(
    "The border",
    (
        Block("“The water did not ask us,” said Ada Okafor, the hydrologist. “It never does.”"),
        Block("Okafor pointed at the map. “It never does,” Johan Brandt repeated on Friday."),
    ),
)


def test_only_the_part_that_is_corrected_becomes_given() -> None:
    detected = numbered(annotate(PLAIN))
    document = corrected(detected, Retype(entity(0), EntityType.WORK))
    assert (document.entities_given, document.quotes_given) == (True, False)
    assert document.quotes == detected.quotes
    document = corrected(detected, DropQuote(quote(0)))
    assert (document.entities_given, document.quotes_given) == (False, True)
    assert document.entities == detected.entities


def test_renaming_a_detected_speaker_makes_the_quotes_given() -> None:
    detected = numbered(annotate(PLAIN))
    (okafor,) = (entity for entity in detected.entities if entity.name == "Ada Okafor")
    document = after(Rename(okafor.id, "Ada N. Okafor"), document=detected)
    assert document.quotes_given
    assert document.quotes[0].speaker == "Ada N. Okafor"


def test_a_correction_changes_detected_values_to_those_that_a_file_can_give() -> None:
    """Names over two lines, a name twice, words at their second place in a paragraph."""
    document = numbered(
        Document(
            "T",
            (Block("the river, the\nriver"),),
            quotes=(Quote("the river", (Span(0, 11, 20),), "the\nriver"), Quote("the", (Span(0, 0, 3),))),
            entities=(
                Entity("the\nriver", EntityType.PLACE, ("the river", "river")),
                Entity(" ", mentions=(Span(0, 0, 1),)),
                Entity("map"),
            ),
        )
    )
    found = after(Rename(entity(2), "chart"), DropQuote(quote(1)), document=document)
    assert [entity.names for entity in found.entities] == [("the river", "river"), ("chart",)]
    assert found.quotes[0].speaker == "the river"


# --- refused corrections and messages -----------------------------------------------------------------


@pytest.mark.parametrize(
    "correction",
    [
        Rename(entity(0), "Ada Okafor"),
        Rename(entity(0), " Ada  Okafor "),
        Retype(entity(0), EntityType.PERSON),
        SetSpeaker(quote(0), "Ada Okafor"),
    ],
)
def test_a_correction_that_changes_nothing_returns_the_same_document(correction: Correction) -> None:
    assert corrected(DOCUMENT, correction) is DOCUMENT


@pytest.mark.parametrize(
    "correction",
    [
        Rename(entity(4), "x"),
        Retype(EntityId(""), EntityType.PERSON),
        Merge(entity(0), entity(4)),
        Merge(entity(4), entity(0)),
        Hide(entity(4)),
        SetSpeaker(quote(3), "x"),
        DropQuote(QuoteId("")),
    ],
)
def test_a_missing_entity_or_quote_is_reported(correction: Correction) -> None:
    with pytest.raises(ReaderError, match=r"^That (entity|quote) is gone; choose another one\.$"):
        corrected(DOCUMENT, correction)


@pytest.mark.parametrize(
    ("correction", "words"),
    [
        (Rename(J_BRANDT, "Johan\nBrandt"), "Renamed J. Brandt to Johan Brandt."),
        (Retype(BRANDT, EntityType.PLACE), "Type of Brandt set to place."),
        (Retype(BRANDT, EntityType.ORGANIZATION), "Type of Brandt set to organisation."),
        (Retype(BRANDT, EntityType.OTHER), "Type of Brandt set to other."),
        (Merge(BRANDT, J_BRANDT), "Merged Brandt into J. Brandt."),
        (Hide(DANUBE), "Hid Danube."),
        (SetSpeaker(quote(1), "Johan"), "Speaker set to Johan."),
        (SetSpeaker(quote(1), ""), "Speaker cleared."),
        (DropQuote(quote(0)), "Removed the quote “The water did not ask us”."),
    ],
)
def test_a_correction_is_described_in_a_sentence(correction: Correction, words: str) -> None:
    assert described(DOCUMENT, correction) == words


@pytest.mark.slow
@settings(max_examples=20)
@given(documents(), st.data())
def test_a_corrected_article_equals_its_file_read_back(document: Document, data: st.DataObject) -> None:
    document = identified(again(document))
    for _ in range(3):
        correction = data.draw(corrections(document))
        with suppress(ReaderError):
            document = corrected(document, correction)
        assert again(document) == document
