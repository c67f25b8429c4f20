"""What each correction makes of an article."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotate import annotate
from reader.errors import ReaderError
from reader.model import Block, Document, Entity, EntityType, Quote, Span
from reader.reading.corrections import (
    LONGEST,
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
from reader.sources.yaml.article import read
from reader.sources.yaml.write import dump
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
DOCUMENT = read(SOURCE.encode(), "border.yaml").document
OKAFOR, J_BRANDT, BRANDT, DANUBE = range(4)


def again(document: Document) -> Document:
    """The document as its file is read."""
    return read(dump(document, detected=False).encode(), "x").document


def after(*corrections: Correction, document: Document = DOCUMENT) -> Document:
    for correction in corrections:
        document = corrected(document, correction)
    assert again(document) == document
    return document


# --- cards --------------------------------------------------------------------------------------------


def test_a_renamed_card_keeps_its_mentions_and_its_quotes() -> None:
    document = after(Rename(J_BRANDT, "Johan Brandt"))
    entity = document.entities[J_BRANDT]
    assert (entity.name, entity.aliases) == ("Johan Brandt", ("J. Brandt",))
    assert entity.mentions == DOCUMENT.entities[J_BRANDT].mentions
    assert [quote.speaker for quote in document.quotes] == ["Ada Okafor", "Johan Brandt", "Brandt"]


def test_an_alias_becomes_the_name_and_the_name_an_alias() -> None:
    entity = after(Rename(OKAFOR, "Okafor")).entities[OKAFOR]
    assert (entity.name, entity.aliases) == ("Okafor", ("Ada Okafor",))
    assert len(entity.mentions) == 2


def test_a_name_that_is_nowhere_in_the_text_is_not_kept_as_an_alias() -> None:
    entity = after(Rename(DANUBE, "Dnaube"), Rename(DANUBE, "River Danube")).entities[DANUBE]
    assert (entity.name, entity.aliases) == ("River Danube", ("Danube",))


def test_a_name_that_stands_in_the_text_is_found_there() -> None:
    entity = after(Rename(DANUBE, "map")).entities[DANUBE]
    assert [span.block for span in entity.mentions] == [1, 2]


@pytest.mark.parametrize("name", ["Brandt", "BRANDT", " Brandt\n"])
def test_a_name_that_another_card_has_is_refused(name: str) -> None:
    with pytest.raises(ReaderError, match=r"^Brandt is there already; merge the two instead\.$"):
        corrected(DOCUMENT, Rename(J_BRANDT, name))


def test_an_alias_of_another_card_is_refused_too() -> None:
    with pytest.raises(
        ReaderError, match=r"^Okafor is a name of Ada Okafor already; merge the two instead\.$"
    ):
        corrected(DOCUMENT, Rename(DANUBE, "Okafor"))


def test_quotes_of_another_card_with_the_same_name_stay_its_own() -> None:
    source = SOURCE.replace("- name: Danube\n    type: place", "- name: Ada Okafor\n    type: work")
    document = read(source.encode(), "x").document
    renamed = after(Rename(DANUBE, "The painting"), document=document)
    assert renamed.quotes == document.quotes


@pytest.mark.parametrize("name", ["", " \n", "\u200b"])
def test_a_card_has_a_name(name: str) -> None:
    with pytest.raises(ReaderError, match="needs a name"):
        corrected(DOCUMENT, Rename(OKAFOR, name))


@pytest.mark.parametrize("correction", [Rename(OKAFOR, "x" * 10_000), SetSpeaker(0, "x" * 10_000)])
def test_a_name_has_an_end(correction: Correction) -> None:
    with pytest.raises(ReaderError, match=rf"10,000 characters is too long; {LONGEST} are enough"):
        corrected(DOCUMENT, correction)


@pytest.mark.parametrize(
    "name", ["- a: b #", "#1", "'", '"', "{a", "🙂", "עברית", "~", "NO", "a\r\nb", *HOSTILE]
)
def test_any_name_can_be_given(name: str) -> None:
    after(Rename(OKAFOR, f"A{name}"), SetSpeaker(1, name))


def test_a_card_gets_another_type() -> None:
    document = after(Retype(BRANDT, EntityType.PLACE))
    assert document.entities[BRANDT] == replace(DOCUMENT.entities[BRANDT], type=EntityType.PLACE)


def test_merging_unites_names_and_mentions() -> None:
    document = after(Merge(BRANDT, J_BRANDT))
    entity = document.entities[J_BRANDT]
    assert (entity.name, entity.aliases) == ("J. Brandt", ("Brandt",))
    assert [(span.block, span.start) for span in entity.mentions] == [(1, 27), (1, 68), (2, 24)]
    assert len(document.entities) == 3
    assert [quote.speaker for quote in document.quotes] == ["Ada Okafor", "j. brandt", "J. Brandt"]


def test_merging_keeps_what_the_target_says_of_itself() -> None:
    entity = after(Merge(J_BRANDT, OKAFOR)).entities[OKAFOR]
    assert (entity.about, entity.type) == ("Hydrologist.", EntityType.PERSON)
    assert entity.extras == (("x-note", "checked"), ("x-seen", "twice"))
    assert entity.aliases == ("Okafor", "J. Brandt")


def test_merging_gives_what_the_target_does_not_say() -> None:
    assert after(Merge(J_BRANDT, BRANDT)).entities[1].about == "The mayor."


def test_a_card_is_not_merged_into_itself() -> None:
    with pytest.raises(ReaderError, match="cannot be merged into itself"):
        corrected(DOCUMENT, Merge(OKAFOR, OKAFOR))


def test_a_hidden_card_leaves_its_name_with_its_quotes() -> None:
    document = after(Hide(OKAFOR))
    assert [entity.name for entity in document.entities] == ["J. Brandt", "Brandt", "Danube"]
    assert document.quotes == DOCUMENT.quotes


def test_what_a_hidden_card_hid_comes_to_light() -> None:
    hidden = after(Hide(J_BRANDT)).entities[1]
    assert len(hidden.mentions) == len(DOCUMENT.entities[BRANDT].mentions) + 1


def test_the_last_card_and_the_last_quote_can_go() -> None:
    document = after(*[Hide(0)] * 4, *[DropQuote(0)] * 3)
    assert (document.entities, document.quotes) == ((), ())
    assert document.entities_given
    assert document.quotes_given


# --- quotes -------------------------------------------------------------------------------------------


def test_a_speaker_is_set_and_cleared() -> None:
    assert after(SetSpeaker(0, " J.\nBrandt")).quotes[0] == replace(DOCUMENT.quotes[0], speaker="J. Brandt")
    assert after(SetSpeaker(0, "")).quotes[0].speaker == ""


def test_a_quote_is_dropped() -> None:
    assert after(DropQuote(1)).quotes == (DOCUMENT.quotes[0], DOCUMENT.quotes[2])


# --- detected articles --------------------------------------------------------------------------------

PLAIN = Document(
    "The border",
    (
        Block("“The water did not ask us,” said Ada Okafor, the hydrologist. “It never does.”"),
        Block("Okafor pointed at the map. “It never does,” Johan Brandt repeated on Friday."),
    ),
)


def test_only_the_part_that_is_corrected_becomes_given() -> None:
    detected = annotate(PLAIN)
    document = corrected(detected, Retype(0, EntityType.WORK))
    assert (document.entities_given, document.quotes_given) == (True, False)
    assert document.quotes == detected.quotes
    document = corrected(detected, DropQuote(0))
    assert (document.entities_given, document.quotes_given) == (False, True)
    assert document.entities == detected.entities


def test_a_detected_speaker_who_is_renamed_makes_the_quotes_given() -> None:
    detected = annotate(PLAIN)
    index = [entity.name for entity in detected.entities].index("Ada Okafor")
    document = after(Rename(index, "Ada N. Okafor"), document=detected)
    assert document.quotes_given
    assert document.quotes[0].speaker == "Ada N. Okafor"


def test_what_no_file_could_give_is_as_the_file_would_give_it() -> None:
    """Names over two lines, a name twice, words at their second place in a paragraph."""
    document = Document(
        "T",
        (Block("the river, the\nriver"),),
        quotes=(Quote("the river", (Span(0, 11, 20),), "the\nriver"), Quote("the", (Span(0, 0, 3),))),
        entities=(
            Entity("the\nriver", EntityType.PLACE, ("the river", "river")),
            Entity(" ", mentions=(Span(0, 0, 1),)),
            Entity("map"),
        ),
    )
    found = after(Rename(2, "chart"), DropQuote(1), document=document)
    assert [entity.names for entity in found.entities] == [("the river", "river"), ("chart",)]
    assert found.quotes[0].speaker == "the river"


# --- what cannot be -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "correction",
    [
        Rename(0, "Ada Okafor"),
        Rename(0, " Ada  Okafor "),
        Retype(0, EntityType.PERSON),
        SetSpeaker(0, "Ada Okafor"),
    ],
)
def test_what_changes_nothing_gives_the_same_document(correction: Correction) -> None:
    assert corrected(DOCUMENT, correction) is DOCUMENT


@pytest.mark.parametrize(
    "correction",
    [
        Rename(4, "x"),
        Retype(-1, EntityType.PERSON),
        Merge(0, 4),
        Merge(4, 0),
        Hide(4),
        SetSpeaker(3, "x"),
        DropQuote(-1),
    ],
)
def test_what_is_not_there_is_told(correction: Correction) -> None:
    with pytest.raises(ReaderError, match="is not there any more; choose it again"):
        corrected(DOCUMENT, correction)


@pytest.mark.parametrize(
    ("correction", "words"),
    [
        (Rename(J_BRANDT, "Johan\nBrandt"), "Renamed J. Brandt to Johan Brandt."),
        (Retype(BRANDT, EntityType.PLACE), "Brandt is listed as a place now."),
        (Retype(BRANDT, EntityType.ORGANIZATION), "Brandt is listed as an organisation now."),
        (Retype(BRANDT, EntityType.OTHER), "Brandt is listed as something else now."),
        (Merge(BRANDT, J_BRANDT), "Merged Brandt into J. Brandt."),
        (Hide(DANUBE), "Hid Danube."),
        (SetSpeaker(1, "Johan"), "“we woke up” is said by Johan now."),
        (SetSpeaker(1, ""), "“we woke up” is nobody’s now."),
        (DropQuote(0), "“The water did not ask us” is no quote any more."),
    ],
)
def test_a_correction_is_told_in_a_sentence(correction: Correction, words: str) -> None:
    assert described(DOCUMENT, correction) == words


@settings(max_examples=60)
@given(documents(), st.data())
def test_a_corrected_article_is_what_its_file_is_read_as(document: Document, data: st.DataObject) -> None:
    document = again(document)
    for _ in range(3):
        correction = data.draw(corrections(document))
        if correction is None:
            return
        with suppress(ReaderError):
            document = corrected(document, correction)
        assert again(document) == document
