"""The type of a name follows from the evidence inside it and beside it, summed over the article."""

from __future__ import annotations

import pytest

from reader.annotate.entities.evidence import choose_type
from reader.model import EntityType
from tests.annotate.finding import find_entities, short_id

PERSON, ORGANIZATION, PLACE = EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE
OTHER = EntityType.OTHER


def type_of(name: str, *paragraphs: str) -> EntityType | None:
    found = {entity.name: entity.type for entity in find_entities(paragraphs)}
    return found.get(name)


@pytest.mark.parametrize(
    "text",
    [
        "Then Mr Tarvo left the hall.",
        "The rain stopped, Tarvo said.",
        "The rain will stop, said Tarvo.",
        "It was Tarvo who left.",
        "Yesterday Tarvo, 45, left.",
        "Yesterday Tarvo, a carpenter from the coast, left.",
        "They thanked the singer Tarvo for it.",
        "Now Tarvo (61) sings again.",
        "Nobody mourned the Tarvo regime for long.",
        "Her brother, Tarvo, sang.",
        "They met Tarvo, Mayor of Orsk.",
    ],
    ids=short_id,
)
def test_evidence_for_a_person(text: str) -> None:
    assert type_of("Tarvo", text) is PERSON


@pytest.mark.parametrize(
    "text",
    [
        "It rained in Tarvo all day.",
        "It rained in the city of Tarvo all day.",
        "They crossed the Tarvo district on foot.",
        "A road leads to Tarvo, a village by the lake.",
        "The mayor of Tarvo left.",
        "A road leads to Tarvo, Kenya, from there.",
        "A road leads to Tarvo, TX, from there.",
        "A Tarvo-based baker left.",
        "TARVO — The rain stopped.",
        "Then Tarvo police came.",
    ],
    ids=short_id,
)
def test_evidence_for_a_place(text: str) -> None:
    assert EntityType.PLACE in {type_of("Tarvo", text), type_of("TARVO", text)}


@pytest.mark.parametrize(
    "text",
    [
        "They bought it from the company Tarvo last year.",
        "He is a spokesman for Tarvo in the north.",
        "A year ago Tarvo, a maker of boats, moved.",
        "By then Tarvo was a company of ten.",
        "By then Tarvo shares were cheap.",
    ],
    ids=short_id,
)
def test_evidence_for_an_organization(text: str) -> None:
    assert type_of("Tarvo", text) is ORGANIZATION


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Tarvo Holdings", ORGANIZATION),
        ("University of Tarvo", ORGANIZATION),
        ("Tarvo River", PLACE),
        ("Mount Tarvo", PLACE),
        ("Tarvo Film Festival", EntityType.EVENT),
        ("Fisheries Act", EntityType.WORK),
        ("Ada Tarvo", PERSON),
        ("K. Tarvo", PERSON),
        ("Ada Hill", PERSON),
        ("Nairobi", PLACE),
        ("Centro Tarvo", ORGANIZATION),
        ("Al-Tarvi", PERSON),
        ("Tarvostan", OTHER),
        ("Tarvković", OTHER),
        ("Tarvu van Okaford", PERSON),
        ("Tarvo Okafor Jr", PERSON),
        ("UNESCO", ORGANIZATION),
        ("Tarvo", OTHER),
    ],
    ids=short_id,
)
def test_evidence_inside_a_name(name: str, kind: EntityType) -> None:
    assert type_of(name, f"For years they had hoped that {name} would last.") is kind


def test_one_clear_mention_decides_the_type_of_all() -> None:
    (entity,) = find_entities(
        ["It was about Tarvo.", "Later Tarvo, who is 30, came.", "All knew Tarvo by then."]
    )
    assert (entity.type, len(entity.mentions)) == (PERSON, 3)


def test_a_name_without_evidence_is_other() -> None:
    assert type_of("Tarvo", "Nobody had heard about Tarvo before.") is OTHER


def test_a_name_has_the_type_of_its_list_neighbours() -> None:
    assert type_of("Tarvo", "They had seen Nairobi, Tarvo and Mombasa.") is PLACE


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("PORT TARVO — The rain stopped.", "PORT TARVO"),
        ("ST. TARVO (Orsk Press) — The rain stopped.", "ST. TARVO"),
        ("BARROW BAY, June 3 - Rain fell.", "BARROW BAY"),
        ("BARROW BAY, Ontario, June 3 (XY) – “It is wet,” she said.", "BARROW BAY"),
        ("15:59 TARVO BAY: the wall broke.", "TARVO BAY"),
    ],
    ids=short_id,
)
def test_a_dateline_is_a_place(text: str, place: str) -> None:
    assert type_of(place, text) is PLACE


@pytest.mark.parametrize(
    "text",
    ["VERY WET — and cold.", "VERY WET-The rain", "VERY WET it was — The rain", "VERY WET", "A — The"],
    ids=short_id,
)
def test_capitals_before_a_dash_are_no_dateline(text: str) -> None:
    assert [entity for entity in find_entities([text, "The rain fell."]) if entity.type is PLACE] == []


def test_a_dateline_merges_with_the_place_of_that_name() -> None:
    (entity,) = find_entities(["PORT TARVO — The rain stopped.", "The rain came back to Port Tarvo."])
    assert (entity.name, entity.type, len(entity.mentions)) == ("Port Tarvo", PLACE, 2)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Marlow Herons", ORGANIZATION), ("Middle Ages", OTHER), ("Tarvo Hills", PLACE)],
    ids=short_id,
)
def test_a_plural_name_is_a_team(name: str, kind: EntityType) -> None:
    assert type_of(name, f"On that day the {name} beat all others.") is kind


def test_a_name_in_apposition_is_no_list_neighbour() -> None:
    text = "Then the leader of the Orsk Party, Tarvo Lindwood, said no."
    assert type_of("Tarvo Lindwood", text) is PERSON
    assert type_of("Lindwood", "It is near Nairobi, Lindwood, said the driver.") is OTHER


def test_an_article_alone_does_not_decide_the_type() -> None:
    assert type_of("Tarvo", "They had never seen the Tarvo before.") is OTHER


@pytest.mark.parametrize(
    "text",
    [
        "She believes in the Government and the State.",
        "It was a HUGE and SUDDEN rain.",
    ],
    ids=short_id,
)
def test_emphasized_words_are_no_names(text: str) -> None:
    assert [entity.name for entity in find_entities([text]) if entity.type is not EntityType.DATE] == []


def test_a_unit_is_no_organization() -> None:
    assert type_of("MW", "The dam gives 400 MW of power.") is OTHER


def test_weak_evidence_gives_other_with_low_confidence() -> None:
    assert choose_type({}) == (OTHER, 0.3)
    assert choose_type({PERSON: 0.5}) == (OTHER, 0.3)


def test_confidence_grows_with_the_margin() -> None:
    assert choose_type({PERSON: 3.0})[1] > choose_type({PERSON: 3.0, PLACE: 2.0})[1]
    assert choose_type({PERSON: 90.0})[1] < 1


def test_plural_acronyms_are_no_organizations() -> None:
    assert type_of("RQXs", "In the valley RQXs give bread.") is OTHER


def test_the_acronym_of_a_country_does_not_merge() -> None:
    (place,) = [
        e for e in find_entities(["The University of Sheffield met.", "It left the US."]) if e.name == "US"
    ]
    assert place.type is PLACE


def test_a_place_in_capitals_is_a_place() -> None:
    assert type_of("KUWAIT CITY", "They saw KUWAIT CITY then.") is PLACE


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("Lisbon Herons", "Then the Lisbon Herons won.", ORGANIZATION),
        ("Soviet Union", "They left the Soviet Union again.", PLACE),
        ("Long Tarvo Road", "She read “Long Tarvo Road” twice.", EntityType.WORK),
        ("Tarvo Library", "They met in the Tarvo Library at noon.", PLACE),
        ("Friends of Tarvo Wendle", "They thanked the Friends of Tarvo Wendle.", ORGANIZATION),
        ("Christmas", "They met at Christmas.", EntityType.EVENT),
        ("Tarvos", "There the Tarvos say so.", OTHER),
        ("al-Tarvo", "They thanked al-Tarvo.", PERSON),
        ("Bavaria", "They thanked Bavaria.", PLACE),
        ("Tarvo", "Then he told Tarvo about it.", OTHER),
        ("Tarvo City Bank", "They crossed the Tarvo City Bank.", ORGANIZATION),
        ("African Union", "They left the African Union.", ORGANIZATION),
        ("K.T. Tarvo", "They thanked K.T. Tarvo.", PERSON),
        ("Ada Kenzabo Hill", "They thanked Ada Kenzabo Hill.", PERSON),
        (
            "Tarvo Independent School District",
            "They left the Tarvo Independent School District.",
            ORGANIZATION,
        ),
    ],
    ids=short_id,
)
def test_evidence_inside_longer_names(name: str, text: str, kind: EntityType) -> None:
    assert type_of(name, text) is kind


def test_a_speaker_label_is_a_person() -> None:
    found = find_entities(["TARVO: At home.", "Q: Alone?", "TARVO: Yes.", "Q: Why?", "TARVO: It rained."])
    assert [(entity.name, entity.type) for entity in found] == [("TARVO", PERSON)]


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("Tarvo", "In an interview with Tarvo, the minister said that it rains.", OTHER),
        ("Tarvo", "They met Ada Okafor of Tarvo, chairman of the fair.", OTHER),
        ("Tarvo", "The mayor said Tarvo will grow next year.", OTHER),
        ("RFQ", "They sent another RFQ before the week was over.", OTHER),
        ("SP", "The superintendent of police (SP) came.", OTHER),
        ("RRG", "The river reserve guard (RRG) came.", ORGANIZATION),
        ("Tarvo Hydro Company", "It was named “Tarvo Hydro Company” by the mayor.", ORGANIZATION),
    ],
    ids=short_id,
)
def test_the_words_around_a_name_that_describe_something_else(name: str, text: str, kind: EntityType) -> None:
    assert type_of(name, text) is kind


def test_the_labels_of_an_interview_are_no_names() -> None:
    found = find_entities(["Q1: Where does the river begin?", "A1: It begins behind the old mill."])
    assert found == ()


def test_a_name_that_ends_with_a_country_is_a_branch() -> None:
    assert type_of("Quillon Kenya", "Then Quillon Kenya closed the mill.") is ORGANIZATION


@pytest.mark.parametrize(
    "text",
    [
        "It is not TOO far away.",
        "Write to Quillon@example.org today.",
        "See example.org/QuillonClub/index now.",
    ],
    ids=short_id,
)
def test_emphasis_and_addresses_are_no_names(text: str) -> None:
    assert find_entities([text]) == ()


def test_a_place_without_a_capital_is_found_where_the_author_writes_none() -> None:
    found = find_entities(["then i went to nairobi with my friends.", "But Nairobi was cold, i said."])
    assert [(one.name, one.type, one.aliases, len(one.mentions)) for one in found] == [
        ("nairobi", PLACE, ("Nairobi",), 2)
    ]
    assert find_entities(["They sell china in nairobi there."]) == ()


def test_a_name_that_begins_with_a_small_letter_is_a_product() -> None:
    assert type_of("eTarvo", "Then they sold the eTarvo in every town.") is EntityType.WORK


def test_the_object_of_a_verb_of_speech_is_not_its_speaker() -> None:
    assert type_of("RQX", "They said RQX boats were cheap.") is not PERSON
    assert type_of("La Tarva", "“Why?” asks La Tarva columnist Ada Okafor.") is not PERSON
