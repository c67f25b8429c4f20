"""All names of a thing become one entity, and two people with the same surname stay two entities."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotate.results import FoundEntity
from reader.model import EntityType
from tests.annotate.finding import find_entities, short_id


def entities_by_name(*paragraphs: str, title: str = "") -> dict[str, FoundEntity]:
    return {entity.name: entity for entity in find_entities(paragraphs, title)}


@pytest.mark.parametrize(
    ("first", "then", "alias"),
    [
        ("Ada Okafor left.", "Okafor said so.", "Okafor"),
        ("Ada Okafor left.", "Later Ada sang.", "Ada"),
        ("Ada Okafor left.", "It was A. Okafor who sang.", "A. Okafor"),
        ("Ada M. Okafor left.", "It was Ada Okafor who sang.", "Ada Okafor"),
        ("President Ada Okafor left.", "Later Mrs Okafor’s boat sank.", "Okafor"),
        ("The World Health Organization met.", "Then the WHO left.", "WHO"),
        ("The shares of Karvian Hydro Corp fell.", "Karvian Hydro, or so they say, moved.", "Karvian Hydro"),
        ("The Brandt River Commission (BRC) met.", "Then the BRC left.", "BRC"),
        ("The shares of Tarvo Holdings fell.", "Later Tarvo moved.", "Tarvo"),
        ("They left the United States.", "Then the U.S. closed.", "U.S."),
        ("They left the Soviet Union.", "Then the USSR closed.", "USSR"),
        ("The Ministry of Fisheries met.", "Then the Ministry left.", "Ministry"),
        ("Zoë Okafor left.", "It was Zoe Okafor who sang.", "Zoe Okafor"),
        ("Ada Okafor, Jr. left.", "Later Okafor sang.", "Okafor"),
    ],
    ids=short_id,
)
def test_names_of_the_same_entity_merge(first: str, then: str, alias: str) -> None:
    (entity,) = entities_by_name(first, then).values()
    assert entity.aliases == (alias,)
    assert sorted({place[0] for place in entity.mentions}) == [0, 1]


def test_mr_and_mrs_without_full_names_are_two_people() -> None:
    found = entities_by_name(
        "Mrs Okafor shut the door.", "Mr. Okafor left. Okafor laughed.", "“No,” said Mrs Okafor."
    )
    assert [place[0] for place in found["Mrs Okafor"].mentions] == [0, 2]
    assert [place[0] for place in found["Mr Okafor"].mentions] == [1, 1]


def test_a_title_shows_which_of_two_people_a_surname_refers_to() -> None:
    found = entities_by_name(
        "Ada Okafor met Jonas Okafor.", "Ms Okafor stayed.", "It rained.", "Mr Okafor sang."
    )
    assert [place[0] for place in found["Ada Okafor"].mentions] == [0, 1]
    assert [place[0] for place in found["Jonas Okafor"].mentions] == [0, 3]


def test_a_wife_is_not_merged_with_her_husband() -> None:
    found = entities_by_name("Jonas Brandt came. Mrs Brandt, a baker, left.")
    assert set(found) == {"Jonas Brandt", "Mrs Brandt"}
    assert found["Mrs Brandt"].about == "a baker"


def test_a_short_form_in_parentheses_merges_with_the_name_before_it() -> None:
    found = entities_by_name("The Ministry of Health (MoH) met.", "It was the MoH that paid.")
    assert found["Ministry of Health"].aliases == ("MoH",)


def test_other_letters_in_parentheses_do_not_merge() -> None:
    found = entities_by_name("The Ministry of Health (NAVRO) met.", "Then the company NAVRO left.")
    assert "NAVRO" in found


def test_an_ambiguous_short_form_does_not_merge() -> None:
    found = entities_by_name(
        "The Ministry of Health and the Ministry of Trade met.", "Then the Ministry left."
    )
    assert [len(found[name].mentions) for name in ("Ministry of Health", "Ministry of Trade")] == [1, 1]


def test_a_person_does_not_merge_with_an_organization_of_that_name() -> None:
    found = entities_by_name(
        "Ada Okafor founded the Ada Okafor Foundation.", "Ada Okafor left the shares to it."
    )
    assert found["Ada Okafor"].type is EntityType.PERSON
    assert found["Ada Okafor Foundation"].type is EntityType.ORGANIZATION


def test_two_people_with_one_surname_stay_two() -> None:
    found = entities_by_name("Ada Okafor left. Okafor sang.", "Jonas Okafor came. Okafor laughed.")
    assert set(found) == {"Ada Okafor", "Jonas Okafor"}
    assert [place[0] for place in found["Ada Okafor"].mentions] == [0, 0]
    assert [place[0] for place in found["Jonas Okafor"].mentions] == [1, 1]


def test_a_distant_surname_refers_to_the_most_frequent_bearer() -> None:
    found = entities_by_name(
        "Ada Okafor left. Ada Okafor sang.", "Jonas Okafor came.", "It rained.", "Okafor laughed."
    )
    assert [place[0] for place in found["Ada Okafor"].mentions] == [0, 0, 3]


def test_a_town_does_not_merge_with_a_person_of_that_surname() -> None:
    found = entities_by_name("The mayor of Brandt left.", "Ilse Brandt stayed in the city of Brandt.")
    assert found["Brandt"].type is EntityType.PLACE
    assert found["Ilse Brandt"].type is EntityType.PERSON


def test_mentions_exclude_titles() -> None:
    text = "Then Mayor Ada Okafor’s boat sank, and Ms. Okafor swam."
    (entity,) = entities_by_name(text).values()
    assert [text[start:end] for _, start, end in entity.mentions] == ["Ada Okafor", "Okafor"]


def test_the_headline_gives_evidence_and_no_mentions() -> None:
    (entity,) = entities_by_name(
        "All had heard of Tarvo by then.", title="The rain stopped, said Mr Tarvo"
    ).values()
    assert entity.type is EntityType.PERSON
    assert entity.mentions == ((0, 17, 22),)


def test_a_heading_has_mentions_of_known_names() -> None:
    found = entities_by_name("Ada Okafor Builds Old Boats", "Then Ada Okafor came.")
    assert [place[0] for place in found["Ada Okafor"].mentions] == [0, 1]


def test_dates_and_sums_with_equal_values_are_one_entity() -> None:
    found = entities_by_name("It cost $2 million on 4 May 2015.", "Another $2m went on May 4, 2015.")
    assert found["$2 million"].aliases == ("$2m",)
    assert found["$2 million"].value == "USD 2000000"
    assert found["4 May 2015"].value == "2015-05-04"
    assert len(found["4 May 2015"].mentions) == 2


def test_every_entity_has_a_rule_and_a_confidence() -> None:
    found = entities_by_name("Ada Okafor paid $5 in Nairobi on Monday for Tarvo.")
    assert {"Ada Okafor", "$5", "Nairobi"} <= set(found)
    for entity in found.values():
        assert entity.rule
        assert 0 < entity.confidence < 1


def test_empty_texts_have_no_entities() -> None:
    assert find_entities([]) == ()
    assert find_entities(["", " ", "\n"]) == ()


_SIGNS = (",", ".", "“", "”", "(", ")", "'s", "-", "&", "$5", "2015", "李", "ß", "\u0301", "\n")
_WORDS = (
    "Ada",
    "Okafor",
    "Mr",
    "Dr.",
    "of",
    "the",
    "and",
    "Bank",
    "de",
    "la",
    "U.S.",
    "said",
    "in",
    "May",
    "WHO",
)
_SCRAPS = st.sampled_from(_SIGNS + _WORDS)


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(_SCRAPS, max_size=15).map(" ".join) | st.text(max_size=40), max_size=3))
def test_mentions_are_in_order_inside_their_paragraphs_and_do_not_overlap(paragraphs: list[str]) -> None:
    found = find_entities(paragraphs)
    every = sorted(place for entity in found for place in entity.mentions)
    assert all(0 <= start < end <= len(paragraphs[index]) for index, start, end in every)
    assert all(one[0] < two[0] or one[2] <= two[1] for one, two in pairwise(every))
    assert all(list(entity.mentions) == sorted(entity.mentions) for entity in found)


def test_many_mentions_of_one_name_take_linear_time() -> None:
    found = find_entities(["Ada Okafor and Jonas Okafor met. Okafor left. " * 20] * 50)
    assert sum(len(entity.mentions) for entity in found) == 3 * 20 * 50


def test_names_between_dates_and_sums_are_kept() -> None:
    found = entities_by_name("On 4 May 2015 Ada Okafor paid $5 to Jonas Lind in Nairobi on Monday.")
    assert {"Ada Okafor", "Jonas Lind", "Nairobi", "4 May 2015", "$5", "Monday"} == set(found)


def test_dates_are_sorted_by_time_and_sums_by_size() -> None:
    found = find_entities(
        [
            "On Monday, 19 July, Ada Okafor paid $3 million and €40; since 7/6/2022 it is $2.7 billion.",
            "In May 2021 it was 60 euros, in 1999 millions of dollars, on 3 May 2021 $12.",
        ]
    )
    dates = [entity.name for entity in found if entity.type is EntityType.DATE]
    sums = [entity.name for entity in found if entity.type is EntityType.FIGURE]
    assert found[0].name == "Ada Okafor"
    assert dates == ["1999", "May 2021", "3 May 2021", "7/6/2022", "Monday, 19 July"]
    assert sums == ["60 euros", "€40", "$2.7 billion", "$3 million", "$12", "millions of dollars"]


def test_a_person_with_the_name_of_a_place_is_one_person() -> None:
    text = ["They met Georgia Holm at the mill.", "Georgia says that the river fell."]
    assert [(one.name, len(one.mentions)) for one in find_entities(text)] == [("Georgia Holm", 2)]
    text[1] = "Georgia says no, and in Georgia it rained."
    assert {one.name for one in find_entities(text)} == {"Georgia Holm", "Georgia"}
