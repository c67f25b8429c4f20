"""Capitals in ordinary text that are not names: sentence starts, headings, code, lists, mail headers."""

from __future__ import annotations

import pytest

from reader.model import EntityType
from tests.annotate.finding import find_entities, short_id

FORMS = (EntityType.DATE, EntityType.FIGURE)


def names(*paragraphs: str) -> list[str]:
    return [entity.name for entity in find_entities(paragraphs) if entity.type not in FORMS]


@pytest.mark.parametrize(
    "text",
    [
        "Reading is a habit. Nice weather, and Mobile phones made the day. Male voices sang.",
        "See CONTRIBUTING.md before the README.md, then run setup.py and Makefile.am.",
        "TODO: write tests. Set MAX_SIZE to ten, call DoThing() and press Ctrl+C.",
        "The HTTP server sends a JSON object; the API gives a URL in UTF-8.",
        'The words "MUST" and "SHOULD" are used as in the RFC; the ISSN is 2070-1721.',
        "My mother said that love is blind. God knows. Winter came. Spring followed. Dawn broke.",
        "First, boil the water. Then, add salt. Finally, serve. Call Mum. Ask Dad.",
        "See Section 3, Figure B and Chapter One. Table 1 shows the results.",
        "The Library was shut, and the Water was cold. Critics left. Rain fell.",
        "I WAS NOT AMUSED. READ MORE. SIGN UP NOW.",
        "HOW TO GROW TOMATOES IN SMALL POTS",
        "Getting Started With The Garden",
        "Why We Sleep Badly",
        "In Defence Of Slow Mornings",
        "   2.  Requirements Language ....................................... 4",
        "The server MUST retry. The server MAY close. See [RFC2119] and ABC123.",
        "Tell Mum I said hi. PS: bring the umbrella.",
        "Reply-To: the list",
        "The line says: Press j to go on. Press k to come back, it says. Press q to leave.",
        "Introduction",
    ],
    ids=short_id,
)
def test_ordinary_capitals_are_no_names(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Use Tarvo to open it.", "Tarvo"),
        ("Tell Tarvo I said hi.", "Tarvo"),
        ("Run Tarvo Tekla now.", "Tarvo Tekla"),
    ],
    ids=short_id,
)
def test_an_imperative_before_a_name_is_not_part_of_it(text: str, name: str) -> None:
    assert names(text) == [name]


def test_a_name_of_dictionary_words_that_told_something_is_no_person() -> None:
    (found,) = find_entities(["Then Screen Time told me to stop."])
    assert found.type is EntityType.OTHER


def test_mail_headers_give_the_person_and_no_labels() -> None:
    found = names(
        "From: Ada Okafor <ada@example.org>", "To: The Board <board@example.org>", "Subject: Minutes of May"
    )
    assert found == ["Ada Okafor"]


def test_a_phone_number_is_no_range_of_years() -> None:
    assert find_entities(["Call 2070-1721 and wait."]) == ()
    assert find_entities(["It stood from 1921-1934 there."])[0].value == "1921/1934"
