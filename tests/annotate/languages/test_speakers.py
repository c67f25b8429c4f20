"""One sentence for each form in which a language names the speaker."""

from __future__ import annotations

import pytest

from reader.annotate.detection import detect_in_steps, detect_in_texts, last_result
from reader.annotate.markup import Markup
from reader.annotate.results import Detected
from reader.model import EntityType
from tests.annotate.finding import short_id

NARRATION = {
    "de": "Es war ein kalter Tag, und die Leute in der Stadt haben nicht auf den Zug gewartet.",
    "fr": "Il faisait froid dans la ville, et les gens ne sont pas restés sur le quai pour attendre.",
    "es": "Hacía frío en la ciudad, y la gente no se quedó en la estación para esperar el tren.",
    "it": "Faceva freddo nella città, e la gente non è rimasta alla stazione per aspettare il treno.",
    "pt": "Fazia frio na cidade, e as pessoas não ficaram na estação para esperar pelo comboio.",
    "nl": "Het was koud in de stad, en de mensen zijn niet op het station gebleven om te wachten.",
}


def found_in(language: str, *paragraphs: str) -> Detected:
    return last_result(detect_in_steps((*paragraphs, NARRATION[language]), language=language))


@pytest.mark.parametrize(
    ("language", "paragraph", "speaker"),
    [
        ("de", "„Wir warten noch“, sagte am Montag die Bürgermeisterin Anna Berger.", "Anna Berger"),
        ("de", "„Wir warten noch“, hat Anna Berger gesagt.", "Anna Berger"),
        ("de", "Anna Berger zufolge „warten alle auf das gleiche Schiff“.", "Anna Berger"),
        ("de", "„Wir warten noch“, so Anna Berger.", "Anna Berger"),
        ("de", "Die Ärztin Anna Berger kam spät. „Wir warten noch“, sagte sie.", "Anna Berger"),
        ("de", "„Wir warten noch“, sagte ein Sprecher.", "ein Sprecher"),
        (
            "fr",
            "« Nous attendons », a déclaré lundi à l’AFP la maire de la ville, Claire Morel.",
            "Claire Morel",
        ),
        ("fr", "« Nous attendons, assure Claire Morel, et le train arrive. »", "Claire Morel"),
        ("fr", "Claire Morel est venue. « Nous attendons », a-t-elle dit.", "Claire Morel"),
        ("fr", "Selon Claire Morel, « tout le monde attend le train ».", "Claire Morel"),
        ("es", "“Vamos a esperar”, dijo ayer en rueda de prensa la alcaldesa Lucía Prado.", "Lucía Prado"),
        ("es", "La alcaldesa Lucía Prado llegó tarde. “Vamos a esperar”, explicó.", "Lucía Prado"),
        ("es", "Según Lucía Prado, “todos esperan el mismo tren”.", "Lucía Prado"),
        ("it", "«Aspettiamo ancora», ha dichiarato all’Ansa la sindaca Chiara Monti.", "Chiara Monti"),
        ("it", "«Aspettiamo - spiega Chiara Monti - ma fa freddo».", "Chiara Monti"),
        ("it", "Chiara Monti ha poi aggiunto: «Aspettiamo ancora».", "Chiara Monti"),
        ("pt", "“Vamos esperar”, afirmou nesta terça-feira a prefeita Inês Duarte.", "Inês Duarte"),
        ("pt", "Segundo Inês Duarte, “todos esperam pelo mesmo comboio”.", "Inês Duarte"),
        ("nl", "“We wachten nog”, zei maandag burgemeester Sanne de Boer.", "Sanne de Boer"),
        ("nl", "“We wachten nog”, aldus Sanne de Boer.", "Sanne de Boer"),
        ("nl", "Volgens Sanne de Boer “wacht iedereen op dezelfde trein”.", "Sanne de Boer"),
    ],
    ids=short_id,
)
def test_the_sentence_names_the_speaker(language: str, paragraph: str, speaker: str) -> None:
    assert {quote.speaker for quote in found_in(language, paragraph).quotes} == {speaker}


def test_the_clause_of_the_speaker_is_no_part_of_the_words() -> None:
    (quote,) = found_in("fr", "« Nous attendons, assure Claire Morel, et le train arrive. »").quotes
    assert quote.text == "Nous attendons … et le train arrive."


def test_a_dialogue_with_dashes_has_the_words_of_each_turn() -> None:
    quotes = found_in(
        "es", "—Vamos —dijo Lucía Prado—. Mañana llueve.", "—No quiero —respondió Pablo Mir."
    ).quotes
    assert [(quote.text, quote.speaker) for quote in quotes] == [
        ("Vamos … Mañana llueve.", "Lucía Prado"),
        ("No quiero", "Pablo Mir"),
    ]


def test_a_list_with_dashes_is_no_dialogue() -> None:
    assert found_in("es", "— Pan", "— Leche para la niña", "— Aceite").quotes == ()


@pytest.mark.parametrize(
    ("language", "paragraph"),
    [
        ("es", "Publicó la novela “Cartas desde el norte”, que habla de su padre."),
        ("fr", "Le film « La maison des vents » sort demain."),
        ("de", "Im Herbst erscheint der Roman „Rot ist keine Farbe“."),
        ("nl", "Haar boek ‘De dode in de duinen’ speelt op een eiland."),
    ],
    ids=short_id,
)
def test_titles_of_works_are_no_quotes(language: str, paragraph: str) -> None:
    assert found_in(language, paragraph).quotes == ()


def test_with_two_people_before_it_a_pronoun_names_neither() -> None:
    paragraph = "Tom Berger und Emil Kraus kamen spät aus der Sitzung. „Wir warten noch“, sagte er."
    (quote,) = found_in("de", paragraph).quotes
    assert quote.speaker == ""


def test_a_spanish_quote_goes_on_in_a_paragraph_with_a_closing_mark() -> None:
    (quote,) = found_in("es", "«Hay que esperar, dijo Lucía Prado.", "»Y llevar ropa de abrigo.»").quotes
    assert len({number for number, _, _ in quote.pieces}) == 2


def test_german_nouns_are_no_people_and_no_places() -> None:
    found = found_in("de", "Der Verband fordert Aufklärung. Er empfiehlt Hunde und verspricht Besserung.")
    assert found.entities == ()


def test_a_surname_belongs_to_the_person_who_was_named_last() -> None:
    found = found_in(
        "it", "Il sindaco Oreste Bonfanti tace. Bonfanti non era in aula.", "Teresa Bonfanti parla."
    )
    people = {one.name: len(one.mentions) for one in found.entities if one.type is EntityType.PERSON}
    assert people == {"Oreste Bonfanti": 2, "Teresa Bonfanti": 1}


def test_dates_have_the_months_of_the_language() -> None:
    found = found_in("es", "La gira empezará el 3 de mayo de 2026 y acabará en junio de 2027.")
    dates = [(one.name, one.value) for one in found.entities if one.type is EntityType.DATE]
    assert dates == [("3 de mayo de 2026", "2026-05-03"), ("junio de 2027", "2027-06")]


def test_a_block_quote_is_a_quote_as_a_whole() -> None:
    texts = ["Wir haben auf dem Deich gestanden und gewartet.", NARRATION["de"]]
    found = last_result(detect_in_steps(texts, markup=Markup(block_quotes=[0]), language="de"))
    assert [quote.text for quote in found.quotes] == [texts[0]]


@pytest.mark.parametrize(
    "unit", ["„Ja“, ", "« oui, dit-il, ", "—dijo ", "Ana de la Cruz ", ", ", "L’ ", "Dr. ", "“" * 9]
)
def test_hostile_text_gives_places_inside_the_text(unit: str) -> None:
    for text in NARRATION.values():
        paragraphs = [text * 3 + unit * 300, unit * 300 + text]
        found = detect_in_texts(paragraphs)
        places = [place for quote in found.quotes for place in quote.pieces]
        places += [place for entity in found.entities for place in entity.mentions]
        assert all(0 <= start < end <= len(paragraphs[number]) for number, start, end in places)
