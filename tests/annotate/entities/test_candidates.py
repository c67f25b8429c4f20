"""Where names begin and end."""

from __future__ import annotations

import pytest

from reader.annotate.entities.candidates import find_candidates, tokenize_text
from reader.annotate.quotes.proper_names import name_end
from tests.annotate.finding import short_id


def names(*paragraphs: str) -> list[str]:
    return [
        run.name
        for paragraph in find_candidates([tokenize_text(text) for text in paragraphs])
        for run in paragraph
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("they met Ada Okafor in Brandt", ["Ada Okafor", "Brandt"]),
        ("they met Mr. Jonas Lind and Dr Holm", ["Jonas Lind", "Holm"]),
        ("they met Prime Minister Ilse Holm", ["Ilse Holm"]),
        ("they met Kenyan President Ada Okafor", ["Kenyan", "Ada Okafor"]),
        ("they met Brandt Mayor Ada Okafor", ["Brandt", "Ada Okafor"]),
        ("they met the minister of Trade and Fisheries Ada Okafor", ["Ada Okafor"]),
        ("the Ministry of Trade and Industry", ["Ministry of Trade and Industry"]),
        ("the Bank of Brandt and the Holm River", ["Bank of Brandt", "Holm River"]),
        ("the Food and Drug Administration", ["Food and Drug Administration"]),
        ("the President of France", ["France"]),
        ("a house in Oslo and Bergen", ["Oslo", "Bergen"]),
        ("a house in Trinidad and Tobago", ["Trinidad and Tobago"]),
        ("they met Ada-Christian Okafor", ["Ada-Christian Okafor"]),
        ("they met Ada Okafor, Jr. in Brandt", ["Ada Okafor, Jr", "Brandt"]),
        ("the People's Bank met", ["People's Bank"]),
        ("she saw Jan van der Berg", ["Jan van der Berg"]),
        ("they went to The Hague", ["The Hague"]),
        ("then April Jones sang", ["April Jones"]),
        ("he was minister of Trade Union", ["Trade Union"]),
        ("she is minister of Trade and Fisheries", []),
        ("they met the Kenyan and Ugandan Okafor", ["Kenyan", "Ugandan", "Okafor"]),
        ("she saw Ada “the Crane” Brandt", ["Ada “the Crane” Brandt"]),
        ('she saw William "Bill" Brandt', ['William "Bill" Brandt']),
        ("she saw Ada “in the dark” and left", ["Ada"]),
        ("they met Mr “Mr” Aker", ["“Mr” Aker"]),
        ("they met Nils “the Captain” Aker", ["Nils “the Captain” Aker"]),
        ("she saw Yusuf bin Halim", ["Yusuf bin Halim"]),
        ("she saw Ada K. Okafor", ["Ada K. Okafor"]),
        ("the train London-Singapore", ["London", "Singapore"]),
        ("the University of Brandt Ada Okafor spoke", ["University of Brandt", "Ada Okafor"]),
        ("the Brandt River Commission BRC met", ["BRC", "Brandt River Commission"]),
        ("the Norwegian Football Association", ["Norwegian Football Association"]),
        ("on Monday Okafor left", ["Okafor"]),
        ("they read the Lord of Holm aloud", ["Lord of Holm"]),
        ("she saw the Mount Ada Holm knew", ["Mount Ada Holm"]),
        ("he met Kenyan and Okafor again", ["Kenyan", "Okafor"]),
        ("the Society of Mayor Okafor", ["Society of Mayor Okafor"]),
        ("they met Olivia King there", ["Olivia King"]),
        ("the New York City Ada Okafor knew", ["New York City", "Ada Okafor"]),
        ("they met Kenyan and Ugandan Okafor", ["Kenyan", "Ugandan", "Okafor"]),
        ("the African Union met", ["African Union"]),
        ("they met Jonas Holm FRS in Oslo", ["Jonas Holm", "Oslo"]),
        ("they met Jonas Holm CBE FBA in Oslo", ["Jonas Holm", "Oslo"]),
        ("they joined Brandt KC in Oslo", ["Brandt KC", "Oslo"]),
        ("in St. Anne they stayed", ["St. Anne"]),
        ("in ST. ANNE they stayed", ["ST. ANNE"]),
        ("the inn in Brewer’s Lane", ["Brewer’s Lane"]),
        ("the nurses of St. Anne's Hospital", ["St. Anne's Hospital"]),
        ("they saw Kenya's Point Tarvo", ["Kenya", "Point Tarvo"]),
        ("they left Tarvo's Hospital", ["Tarvo", "Hospital"]),
        ("the India-administered part", ["India"]),
        ("an Eight-year-old boat", []),
        ("I left, and I'm glad", []),
    ],
    ids=short_id,
)
def test_names_in_a_sentence(text: str, found: list[str]) -> None:
    assert names(f"It was said that {text} again.") == found


def test_a_capital_at_the_start_of_a_sentence_makes_no_name() -> None:
    assert names("Rain fell. Critics left. However, Okafor stayed.") == ["Okafor"]


def test_the_first_word_of_a_sentence_is_cut_from_the_name_after_it() -> None:
    assert names("They saw Jonas Holm. Yesterday Jonas Holm left. Critics Ada Okafor met stayed.") == [
        "Jonas Holm",
        "Jonas Holm",
        "Ada Okafor",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Referee Janusz Malek left.", ["Janusz Malek"]),
        ("Critic Piers Aker left.", ["Piers Aker"]),
        ("Hunter Valley Wines left.", ["Hunter Valley Wines"]),
        ("Baker Okafor left.", ["Baker Okafor"]),
        ("They saw Potter Lind Okafor. Potter Lind Okafor left.", ["Potter Lind Okafor"] * 2),
    ],
    ids=short_id,
)
def test_a_role_at_the_start_of_a_sentence_is_not_part_of_the_name(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_a_surname_that_is_a_dictionary_word_needs_a_full_name() -> None:
    assert names("they met Ada Hunter.", "Hunter laughed.") == ["Ada Hunter", "Hunter"]
    assert names("they met nobody.", "Hunter laughed.") == []


def test_a_heading_alone_gives_no_names() -> None:
    assert names("Old Bridges Across The Danube") == []


def test_scripts_without_case_give_no_names() -> None:
    assert names("今天，李明在北京说，河流改变了。", "قال محمد إن النهر تغير في القاهرة.") == []


def test_german_nouns_are_no_names() -> None:
    text = (
        "Der Minister sagte, dass die Brücke im Sommer nicht fertig ist, und die Arbeiter sind mit dem Bau "
        "in Berlin nicht zufrieden, weil das Geld von der Stadt nicht reicht und der Regen nicht endet."
    )
    assert names(text) == ["Berlin"]


def test_the_first_word_of_a_french_sentence_is_no_name() -> None:
    text = (
        "Les habitants de la ville sont inquiets parce que les ponts sont encore fermés. Hier, il pleuvait "
        "encore sur la ville, et les enfants de Lyon jouaient dans la rue avec leurs amis."
    )
    assert names(text) == ["Lyon"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ada Okafor (R-Utah) left and you’re Don't", ["Ada Okafor"]),
        ("see @AdaTarvo and #TarvoRuns", []),
        ("the link PfAk7vah works", []),
        ("that Ada Okafor Is In Brandt", ["Ada Okafor", "Brandt"]),
        ("what Ada Okafor Says", ["Ada Okafor"]),
        ("the People of Brandt", ["People", "Brandt"]),
        ("the Society for the Defence of Holm", ["Society for the Defence of Holm"]),
        ("the Commission on Rivers", ["Commission on Rivers"]),
        ("the Mills & Holm Company", ["Mills & Holm Company"]),
        ("the South African Ada Okafor", ["South African", "Ada Okafor"]),
        ("the Syrian Golan Heights", ["Syrian", "Golan Heights"]),
        ("the pro-Kenyan and the Dutch-led side", ["Dutch"]),
        ("Maria del Carmen de la Vega", ["Maria del Carmen de la Vega"]),
        ("the Queen Ada Bridge", ["Queen Ada Bridge"]),
        ("the Chief", []),
        ("Holm Chief Executive Officer", ["Holm"]),
        ("a game of April Jones", ["April Jones"]),
    ],
    ids=short_id,
)
def test_more_names_in_a_sentence(text: str, found: list[str]) -> None:
    assert names(f"It was said that {text} again.") == found


def test_a_role_after_a_given_name_is_a_surname() -> None:
    assert names("They met Ada King.", "Later King laughed.") == ["Ada King", "King"]
    assert names("They met the King.") == []


def test_a_name_ends_at_its_limit() -> None:
    words = ["Ada", "de", "Winther"]
    assert (name_end(words, 0, 3), name_end(words, 0, 2), name_end(words[:2], 0, 2)) == (3, 1, 1)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("they met Kim Hee-sun there", ["Kim Hee-sun"]),
        ("they met the Orsk-led side", ["Orsk"]),
        ("the Tarvo National Teachers' Union met", ["Tarvo National Teachers' Union"]),
        ("it was the teachers' Tarvo", ["Tarvo"]),
        ("the Orsks' Tarvo", ["Orsks", "Tarvo"]),
        ("he left Brandt Holdings, Inc. for good", ["Brandt Holdings, Inc"]),
        ("the Ministry of Works, Housing and Roads met", ["Ministry of Works, Housing and Roads"]),
        ("the Bank of Tarvo, Ada and Nils met", ["Bank of Tarvo", "Ada", "Nils"]),
        ("the U.S. Tides and Markets Commission met", ["U.S. Tides and Markets Commission"]),
        ("the National Institute on River Fever", ["National Institute on River Fever"]),
        ("in Paris and London Bridge", ["Paris", "London Bridge"]),
        ("the Chamber of Commerce of Kenya met", ["Chamber of Commerce of Kenya"]),
        ("a member of NGO Tarvo Rivers", ["Tarvo Rivers"]),
        ("they met Madam Tarvo Okafor", ["Tarvo Okafor"]),
    ],
    ids=short_id,
)
def test_long_names_are_joined(text: str, found: list[str]) -> None:
    assert names(f"{text} while they were all at home.") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("he told Nairobi Ada Okafor", ["Nairobi", "Ada Okafor"]),
        ("the director for Africa of BRC Ada Lind-Okafor", ["Africa", "BRC", "Ada Lind-Okafor"]),
        ("the ambassador to Kenya Tarvo Lindal", ["Kenya", "Tarvo Lindal"]),
        ("they met Mr AK Ada Okafor", ["AK Ada Okafor"]),
        ("they met Victoria Ada Okafor", ["Victoria Ada Okafor"]),
        ("they met Mr Christian Okafor", ["Christian Okafor"]),
        ("the president of the Central African Republic", ["Central African Republic"]),
    ],
    ids=short_id,
)
def test_a_place_or_acronym_before_a_person_is_another_name(text: str, found: list[str]) -> None:
    assert names(f"{text} while they were all at home.") == found


def test_a_name_ends_before_a_person_whom_the_text_names_elsewhere() -> None:
    found = names("It was Ada Okafor who came.", "Then Orsk Tarvo Ada Okafor met DP Okafor in the rain.")
    assert found == ["Ada Okafor", "Orsk Tarvo", "Ada Okafor", "Okafor"]
