"""Attribution: a sentence for each rule."""

from __future__ import annotations

import pytest

from reader.annotate.detection import detect_in_texts
from tests.annotate.finding import find_quotes, short_id


def speakers(*paragraphs: str) -> list[str]:
    """The speaker of each quote."""
    return [quote.speaker for quote in find_quotes(paragraphs)]


@pytest.mark.parametrize(
    ("paragraph", "speaker"),
    [
        ("“The dam will hold,” said Ida Moss.", "Ida Moss"),
        ("“The dam will hold,” Ida Moss said.", "Ida Moss"),
        ("“Will the dam hold?” Ida Moss asked.", "Ida Moss"),
        ("Ida Moss said, “The dam will hold.”", "Ida Moss"),
        ("Ida Moss said on Monday that “the dam will hold.”", "Ida Moss"),
        ("“The dam will hold,” said Sen. Ida Moss (R-Utah).", "Ida Moss"),
        ("“The dam will hold,” Rep. Ida Moss (D-Nev.) told reporters.", "Ida Moss"),
        ("“The dam will hold,” Ida Moss, 45, of Brandt, said.", "Ida Moss"),
        ("“The dam will hold,” Ida Moss, who runs the mill, said.", "Ida Moss"),
        ("Ida Moss, the mayor of Brandt, said “the dam will hold.”", "Ida Moss"),
        ("Ida Moss, R-Utah, said “the dam will hold.”", "Ida Moss"),
        ("“The dam will hold,” said the group's president, Ida Moss.", "Ida Moss"),
        ("The group's president, Ida Moss, said “the dam will hold.”", "Ida Moss"),
        ("“The dam will hold,” said mill manager Ida Moss.", "Ida Moss"),
        ("“The dam will hold,” said Ida Moss, a spokeswoman for Governor Tom Wale.", "Ida Moss"),
        ("According to Ida Moss, “the dam will hold.”", "Ida Moss"),
        ("“The dam will hold,” according to Ida Moss.", "Ida Moss"),
        ("As Ida Moss put it, “the dam will hold.”", "Ida Moss"),
        ("Ida Moss: “The dam will hold.”", "Ida Moss"),
        ("Said Ida Moss: “The dam will hold.”", "Ida Moss"),
        ("But, says Ida Moss, “the dam will hold.”", "Ida Moss"),
        ("“The dam will hold.” — Ida Moss", "Ida Moss"),
        ("“The dam will hold.” ― Ida Moss, keeper", "Ida Moss"),
        ("“The dam will hold,” Ida Moss, keeper of the mill.", "Ida Moss"),
        ("Ida Moss wrote to the council on Monday, saying “the dam will hold.”", "Ida Moss"),
        ("Ida Moss praised the workers and said “the dam will hold.”", "Ida Moss"),
        ("Ida Moss called the plan “a costly mistake.”", "Ida Moss"),
        ("The plan was described as “a costly mistake” by Ida Moss.", "Ida Moss"),
        ("Nobody believed Ida Moss's claim that “the dam will hold.”", "Ida Moss"),
        ("A letter from Ida Moss that “the dam will hold” was read.", "Ida Moss"),
        ("A saying attributed to Ida Moss — “the dam will hold” — came true.", "Ida Moss"),
        ("Nils Aker said Ida Moss was right when she said “the dam will hold.”", "Ida Moss"),
        ("Nils Aker heard from Ida Moss, who said “the dam will hold.”", "Ida Moss"),
        ("The plan is “a costly mistake” for the town, Ida Moss said.", "Ida Moss"),
        ("Asked about the rain, Ida Moss said only that “the dam will hold.”", "Ida Moss"),
        ("“The dam will hold,” a U.S. official said.", "a U.S. official"),
        ("“The dam will hold,” said a spokesman for the bank.", "a spokesman for the bank"),
        ("“The dam will hold,” the Prime Minister said.", "the Prime Minister"),
        ("“The dam will hold,” Ida Moss of Brandt, who has run the mill, said.", "Ida Moss"),
        ("“The dam will hold,” noted Ida Moss of Brandt and left.", "Ida Moss"),
        ("“The dam will hold,” as Ida Moss put it.", "Ida Moss"),
        ("Ida Moss (mayor, 2001): “The dam will hold.”", "Ida Moss"),
        ("Ida Moss has a new slogan: “The dam will hold.”", "Ida Moss"),
        ("“The dam will hold,” explained 34-year-old miller Ida Moss.", "Ida Moss"),
        ("“The dam will hold,” said 3/4 time miller Ida Moss.", "Ida Moss"),
        ("The footage shows Ida Moss saying “the dam will hold.”", "Ida Moss"),
        ("Ida Moss wanted to say “the dam will hold.”", "Ida Moss"),
        ("On the wall Ida Moss, as everybody knows, wrote: “The dam will hold.”", "Ida Moss"),
        (
            "Small groups of protesters in the street chanted “the dam will hold.”",
            "Small groups of protesters in the street",
        ),
        ("“The dam will hold,” said one of the workers.", "one of the workers"),
        ("The town council's lawyers said “the dam will hold.”", "The town council's lawyers"),
        ("“The dam will hold,” said the ruling.", "the ruling"),
        ("“The dam will hold” is what the miller believed, said Ida Moss.", "Ida Moss"),
        ("Officials said “the dam will hold.”", "Officials"),
        ("The plaque reads “the dam will hold.”", "The plaque"),
        ("In a statement, the union said: “We go on Monday.”", "the union"),
        ("„Der Damm wird halten“, sagte Ida Moss.", "Ida Moss"),
        ("The report shows Ida Moss insisting “the dam will hold.”", "Ida Moss"),
        ("The plan was quickly called “a costly mistake” by Ida Moss.", "Ida Moss"),
        ("“The dam will hold,” Ida Moss, walking by (on Monday), laughed.", "Ida Moss"),
        ("“The dam will hold,” per Ida Moss.", "Ida Moss"),
        ("Ida Moss's reply: “The dam will hold.”", "Ida Moss"),
        ("The mayor's claims that “the dam will hold” were read.", "The mayor"),
        ("The company says it calls the plan “a costly mistake.”", "The company"),
        ("But as the late Ida Moss used to say, “the dam will hold.”", "Ida Moss"),
        ("“The dam will hold,” a miller named Ida Moss told me.", "Ida Moss"),
        ("In Brandt, the nurse, a woman of few words, said “the dam will hold.”", "the nurse"),
        ("“The dam will hold,” Ida Moss stressed.", "Ida Moss"),
        ("Sen. Ida Moss (R-Utah) said “the dam will hold.”", "Ida Moss"),
        ("Ida Moss [our miller] said “the dam will hold.”", "Ida Moss"),
        ("“The dam will hold,” said the boss, acting mayor Ida Moss.", "Ida Moss"),
        ("“The dam will hold,” Ida Moss snorted.", "Ida Moss"),
        ("“The dam will hold” – Ida Moss of Brandt", "Ida Moss"),
        ("“The dam will hold,” said 12 of the workers.", "12 of the workers"),
        ("“The dam will hold,” said some of the 300 workers.", "some of the 300 workers"),
        ("Her grandmother called it “a costly mistake.”", "Her grandmother"),
        ("“The dam will hold,” said his cousin, a nurse.", "his cousin"),
        ("The leader of the opposition Reform Party, Ida Moss, said “the dam will hold.”", "Ida Moss"),
        ("Her former partner at the mill, Ida Moss, called it “a costly mistake.”", "Ida Moss"),
        ("« Le barrage tiendra », a déclaré Ida Moss.", "Ida Moss"),
        ("Según Ida Moss, “la presa aguantará”.", "Ida Moss"),
        ("But Reilly called the plan “a costly mistake.”", "Reilly"),
        ("Ida Moss, the mayor, said Nils was “a costly mistake.”", "Ida Moss"),
        ("Ida Moss said the United States and others will pay “for a costly mistake.”", "Ida Moss"),
        ("Ida Moss said that Nils Aker will continue to be “a costly mistake.”", "Ida Moss"),
        ("“The dam will hold,” said Brandt delegate Ida Moss, tired of the rain.", "Ida Moss"),
        ("“The dam will hold,” Stonewell co-founder Ida Moss told the Gazette.", "Ida Moss"),
        ("“The dam will hold,” said Air Force 1st Lt. Ida Moss.", "Ida Moss"),
        ("“The dam will hold,” said Will Moss, a miller.", "Will Moss"),
        ("Will Moss said “the dam will hold.”", "Will Moss"),
        ("“The dam will hold,” said the 46-year-old.", "the 46-year-old"),
        ("According to the recently printed guide, “the dam will hold.”", "the recently printed guide"),
        ("Ida Moss worried that it was “a costly mistake.”", "Ida Moss"),
        ("With the town worried about rain, Ida Moss has a new slogan: “The dam will hold.”", "Ida Moss"),
        ("On a bridge in Brandt, workers left, with Ida Moss reportedly yelling: “Get out now!”", "Ida Moss"),
        ("“Will the dam hold?” Ida Moss questioned.", "Ida Moss"),
        ("“The dam will hold,” Ida Moss shot back with a laugh.", "Ida Moss"),
        ("“The dam will hold,” Ida Moss went on to say.", "Ida Moss"),
        (
            "“The dam will hold,” said one Democrat familiar with the talks, who left.",
            "one Democrat familiar with the talks",
        ),
        ("Ida Moss's spokesman, Jan Reyl, told the Gazette, “The dam will hold.”", "Jan Reyl"),
        ("“The dam will hold,” said the company in a statement.", "the company"),
        ("Another wrote: “The dam will hold.”", "Another"),
        ("“The dam will hold,” said one.", "one"),
        ("Ida Moss's Facebook page said “the dam will hold.”", "Ida Moss's Facebook page"),
        ("The nurses' lawyer said “the dam will hold.”", "The nurses' lawyer"),
        ("“The dam will hold,” expressed the priest.", "the priest"),
        ("“The dam will hold,” shares Ida Moss.", "Ida Moss"),
        ("“The dam will hold,” was how Ida Moss put it.", "Ida Moss"),
        ("“The dam will hold,” the Gazette quoted Ida Moss as saying.", "Ida Moss"),
        ("“Will it hold?” the miller can be heard asking.", "the miller"),
        ("“The dam will hold,” Ida Moss AM said.", "Ida Moss"),
        ("Ida Moss has commended the “good work of all the millers.”", "Ida Moss"),
        ("The plan is “a costly mistake” for the town, in Ida Moss's view.", "Ida Moss"),
        ("“The dam will hold,” in the words of Ida Moss.", "Ida Moss"),
        ("Here’s Ida Moss in December 1992: “The dam will hold.”", "Ida Moss"),
        ("Hours later, Ida Moss went home, telling Nils, “The dam will hold.”", "Ida Moss"),
        ("As Ida Moss would say, “the dam will hold.”", "Ida Moss"),
        (
            "“The dam will hold,” said a miller close to the mayor.",
            "a miller close to the mayor",
        ),
    ],
    ids=short_id,
)
def test_the_sentence_names_the_speaker(paragraph: str, speaker: str) -> None:
    assert speakers(paragraph) == [speaker]


def test_a_sentence_after_a_quote_with_a_full_stop_names_no_speaker() -> None:
    found = speakers("“It is late,” said the mayor. “We go home.” Ida Moss said both of them had left.")
    assert set(found) == {"the mayor"}


def votes(*paragraphs: str) -> list[list[tuple[str, str, bool]]]:
    """Rule, speaker and victory of the votes on each quote."""
    found = detect_in_texts(paragraphs, explain=True).quotes
    return [[(vote.rule, vote.speaker, vote.won) for vote in quote.votes] for quote in found]


def test_every_rule_votes_and_the_first_one_wins() -> None:
    (late, bad, back) = votes(
        "Nils Aker met Ida Moss.",
        "“It is late,” said Ida Moss, and Nils Aker called it “a bad day for the mill.” “We shall be back.”",
    )
    assert ("verb, speaker after", "Ida Moss", True) in late
    assert bad[0] == ("broad cue verb before", "Nils Aker", True)
    assert ("same paragraph", "Ida Moss", False) in bad
    assert back == [("same paragraph", "Nils Aker", True)]


def test_a_rule_that_looks_beyond_the_paragraph_votes_too() -> None:
    assert votes("Ida Moss said the mill was shut.", "“We had no water.”") == [
        [("last speaker", "Ida Moss", True)]
    ]
    found = votes("“It is late.” Nobody moved. “Very late,” said Ida Moss.")
    assert found[0] == [("later in the paragraph", "Ida Moss", True)]


def test_votes_change_no_result() -> None:
    paragraphs = (
        "Ida Moss met Walter Hale. “It is late,” she said. A nurse called it “a bad day for us.”",
        "“We go home,” she said. The town wept. “Nobody asked us,” he said.",
    )
    plain = detect_in_texts(paragraphs)
    explained = detect_in_texts(paragraphs, explain=True)
    assert [quote._replace(votes=()) for quote in explained.quotes] == list(plain.quotes)
    assert all(quote.votes == () for quote in plain.quotes)


def test_a_plural_possessive_is_part_of_the_speaker() -> None:
    (quote,) = find_quotes(["‘Are they here?’ asked the dogs’ owner."])
    assert quote.speaker == "the dogs’ owner"


def test_a_mother_of_three_is_one_person() -> None:
    (quote,) = find_quotes(["Asked by Piet Quillon, the mother of three replied, “It is open to everybody.”"])
    assert quote.speaker == "the mother of three"


def test_a_surname_becomes_the_full_name() -> None:
    assert speakers("Ida Moss runs the mill.", "“It is late,” Moss said.") == ["Ida Moss"]


def test_two_people_with_one_surname_stay_two() -> None:
    found = speakers(
        "Ida Moss runs the mill. Walter Moss, her brother, mends it. Ida Moss is the elder.",
        "“It is late,” Mr. Moss said.",
        "“It is early,” Ms. Moss said.",
    )
    assert found == ["Walter Moss", "Ida Moss"]


def test_mr_and_mrs_without_given_names_are_two_speakers() -> None:
    found = speakers(
        "Mr. Keel and Mrs. Keel run the inn.", "“Soup,” said Mr. Keel.", "“Bread,” said Mrs. Keel."
    )
    assert found == ["Mr Keel", "Mrs Keel"]


@pytest.mark.parametrize(
    ("before", "quote", "speaker"),
    [
        ("Ida Moss met Walter Hale.", "“It is late,” he said.", "Walter Hale"),
        ("Ida Moss met Walter Hale.", "“It is late,” she said.", "Ida Moss"),
        ("Walter Hale met Peter Lind at noon.", "“It is late,” he said.", "Walter Hale"),
        ("“Come in,” said Peter Lind. Walter Hale came in.", "“It is late,” he said.", "Walter Hale"),
        ("The mill stood empty.", "“It is late,” she said.", ""),
        ("Walter Hale came in.", "“It is late,” she said.", ""),
    ],
    ids=short_id,
)
def test_a_pronoun_refers_to_a_named_person(before: str, quote: str, speaker: str) -> None:
    assert speakers(before, quote)[-1] == speaker


@pytest.mark.parametrize(
    ("before", "quote", "speaker"),
    [
        (
            "A spokesman for the bank said it was “sorry for the delay.”",
            "“It is late,” he said.",
            "A spokesman for the bank",
        ),
        ("His sister, a nurse, said the money “never came home.”", "“It is late,” she said.", "His sister"),
        ("My father, who drove the train, never forgave them.", "“It is late,” he would say.", "My father"),
        ("His sister said the money “never came home.”", "“It is late,” he said.", "Walter Hale"),
        (
            "A person close to him, who gave no name because she was ill, said she knew it.",
            "“It is late,” she said.",
            "A person",
        ),
        (
            "One witness, a girl, told the Orsk Gazette that it was brown.",
            "“It is late,” she said.",
            "One witness",
        ),
        ("The mayor said the money “never came home.”", "“It is late,” he said.", "Walter Hale"),
        ("The baker's shop was shut. Walter Hale came.", "“It is late,” he said.", "Walter Hale"),
    ],
    ids=short_id,
)
def test_a_pronoun_refers_to_a_person_without_a_name(before: str, quote: str, speaker: str) -> None:
    """A new person has "a" or an owner before the noun. "The mayor" may be the person who was named."""
    assert speakers("Walter Hale met the bank.", before, quote)[-1] == speaker


def test_a_pronoun_refers_to_a_definite_noun_if_nobody_is_named() -> None:
    assert speakers("The girl cried. “It is late,” she said.") == ["The girl"]
    assert speakers("The girl cried. “It is late,” he said.") == [""]
    assert speakers("The girl cried.", "It rained.", "“It is late,” she said.") == [""]


def test_they_refers_to_the_group_that_spoke_before() -> None:
    found = speakers("The police said a cart “was seen at the old gate.” “It is late,” they said.")
    assert found == ["The police"] * 2


@pytest.mark.parametrize(
    "paragraph",
    [
        "The Brandt Union met. “We go on Monday,” they said.",
        "The Brandt Union met. It says “we shall go on.”",
        "The Brandt Union said it was late. “We go on Monday,” it added.",
    ],
    ids=short_id,
)
def test_they_and_it_refer_to_an_organization_that_was_named(paragraph: str) -> None:
    (quote,) = detect_in_texts([paragraph]).quotes
    assert quote.speaker == "Brandt Union"


def test_later_quotes_of_a_paragraph_have_its_speaker() -> None:
    paragraph = "Ida Moss laughed. “It is late,” she said and looked at the clock on the wall. “Very late.”"
    assert set(speakers(paragraph)) == {"Ida Moss"}
    assert speakers("“It is late.” Nobody moved. “Very late,” said Ida Moss.") == ["Ida Moss", "Ida Moss"]


def test_a_paragraph_that_is_only_a_quote_has_the_last_speaker() -> None:
    assert speakers("Ida Moss said the mill was shut.", "“We had no water.”") == ["Ida Moss"]
    assert speakers(
        "“It is late,” said Ida Moss.", "The mill stood.", "It was dark.", "“We had no water.”"
    ) == [
        "Ida Moss",
        "",
    ]


@pytest.mark.parametrize(
    "announcement",
    [
        "Ida Moss continued:",
        "Ida Moss made the following remark:",
        "The town knew this statement by Ida Moss:",
        "Ida Moss was blunt:",
        "Here is Ida Moss, our man at the gate, on the mill:",
        "In the words of Ida Moss:",
    ],
    ids=short_id,
)
def test_a_colon_announces_the_speaker_of_the_next_paragraph(announcement: str) -> None:
    assert speakers(announcement, "“We had no water.”") == ["Ida Moss"]


def test_it_refers_to_the_organization_that_spoke_before() -> None:
    assert speakers("In a statement, the union said: “We go on Monday.”", "It added: “No other way.”") == [
        "the union",
        "the union",
    ]


def test_a_quote_without_evidence_is_unattributed() -> None:
    assert speakers("“Somebody left the gate open all night.”") == [""]
    assert speakers("The sign at the gate was painted over with “we shall be back in May” in red.") == [""]


def test_an_adverb_between_would_and_say_does_not_hide_the_speaker() -> None:
    assert speakers(
        "Ida Moss called it “a disgrace to us all” and left. Her deputy, Cllr Jan Reyl, would only say "
        "that “talks are going on”."
    ) == ["Ida Moss", "Jan Reyl"]


def test_a_town_after_letter_from_is_not_the_speaker() -> None:
    waited = "My aunt waited for a letter from Trieste and called it “the slow work of the post.”"
    assert speakers(waited) == ["My aunt"]
    assert speakers("In a letter from Ida Moss it was “the slow work of the post.”") == ["Ida Moss"]


def test_a_block_quote_has_the_speaker_of_the_adjacent_paragraph_only() -> None:
    near = ("Ida Moss said the mill was shut.", "We had no water.")
    far = (near[0], "It was dark.", near[1])
    assert [quote.speaker for quote in find_quotes(near, block_quotes=[1])] == ["Ida Moss"]
    assert [quote.speaker for quote in find_quotes(far, block_quotes=[2])] == [""]


def test_known_people_give_the_full_name() -> None:
    found = find_quotes(["“It is late,” Okoronkwo added."], people=["Adaeze Okoronkwo"])
    assert [quote.speaker for quote in found] == ["Adaeze Okoronkwo"]


def test_she_does_not_refer_to_a_newspaper() -> None:
    asked = "Ida Moss counts birds. When the Orsk Gazette asked her for a comment, she sent a drawing."
    assert [quote.speaker for quote in detect_in_texts([asked, "“It is late,” she said."])[0]] == ["Ida Moss"]


@pytest.mark.parametrize(
    "paragraph",
    [
        "“The dam will hold for years”,",
        "“The dam will hold for years” – Ida Moss went home in the rain",
        "“The dam will hold for years,” Ida Moss, “and the mill will not.”",
        "“The dam will hold for years,” Ida Moss of the mill; “and so will we.”",
        "“The dam will hold for years,” as the rain fell on and on",
    ],
    ids=short_id,
)
def test_a_name_without_a_cue_is_no_speaker(paragraph: str) -> None:
    assert set(speakers(paragraph)) == {""}
