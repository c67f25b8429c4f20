"""Nominal speakers: whom "the mayor" refers to."""

from __future__ import annotations

import pytest

from reader.annotate.detection import detect_in_texts
from reader.annotate.results import FoundQuote
from tests.annotate.finding import find_quotes, short_id


def last_quote(*paragraphs: str) -> FoundQuote:
    """The last quote of a text."""
    return detect_in_texts(paragraphs).quotes[-1]


@pytest.mark.parametrize(
    ("introduction", "speaker"),
    [
        ("Mayor Ida Moss opened the dam.", "the mayor"),
        ("Ida Moss, the mayor of Orsk, opened the dam.", "the mayor"),
        ("The mayor, Ida Moss, opened the dam.", "the mayor"),
        ("Sen. Ida Moss opened the dam.", "the Orsk senator"),
        ("Ida Moss, 46, opened the dam.", "the 46-year-old"),
        ("Her lawyer, Ida Moss, opened the dam.", "her lawyer"),
    ],
    ids=short_id,
)
def test_a_role_that_one_person_holds_names_this_person(introduction: str, speaker: str) -> None:
    quote = last_quote(introduction, f"“It will hold,” {speaker} said.")
    assert (quote.speaker, quote.person) == (speaker, "Ida Moss")


@pytest.mark.parametrize(
    "introduction",
    [
        "Mayor Ida Moss met Nils Aker, the mayor of Brandt.",
        "Ida Moss opened the dam.",
        "Ida Moss, a friend of the mayor of Orsk, opened the dam.",
    ],
    ids=short_id,
)
def test_a_role_that_nobody_or_more_than_one_holds_names_nobody(introduction: str) -> None:
    assert last_quote(introduction, "“It will hold,” the mayor said.").person == ""


def test_a_mayor_who_is_introduced_is_somebody_new() -> None:
    assert last_quote("Mayor Ida Moss came.", "“It will hold,” a mayor said.").person == ""


def test_the_phrase_becomes_an_alias_of_the_person() -> None:
    found = detect_in_texts(["Mayor Ida Moss came. The mayor said “it holds.” “It must,” the mayor said."])
    (moss,) = (entity for entity in found.entities if entity.name == "Ida Moss")
    assert [alias for alias in moss.aliases if "mayor" in alias] == ["The mayor"]


def test_the_name_is_the_speaker_where_the_entities_are_given() -> None:
    found = find_quotes(["Mayor Ida Moss came.", "“It will hold,” the mayor said."], people=["Ida Moss"])
    assert [quote.speaker for quote in found] == ["Ida Moss"]


def test_he_may_be_the_person_who_spoke_as_the_mayor() -> None:
    quote = last_quote("Mayor Walter Hale met Peter Lind.", "“It holds,” the mayor said. “It must,” he said.")
    assert quote.speaker == "Walter Hale"
