"""The language of a text: its words decide, the stated code only where they are too few."""

from __future__ import annotations

import subprocess
import sys

import pytest

from reader.annotate.detection import detect_in_texts
from reader.annotate.languages.identification import ENGLISH, UNKNOWN, identify
from tests.annotate.finding import short_id

GERMAN = "Der Mann und die Frau sind nicht zu Hause, aber das Kind ist mit dem Hund in der Küche und wartet."
FRENCH = (
    "Il est dans la maison avec les enfants, et nous avons fermé la porte pour que le chien ne sorte pas."
)
ENGLISH_TEXT = (
    "The man and the woman are not at home, but the child is in the kitchen with the dog and waits."
)


def test_the_words_of_the_text_outweigh_the_language_of_the_template() -> None:
    assert identify([GERMAN], "en-US") == "de"
    assert identify([ENGLISH_TEXT], "de") == ENGLISH


def test_a_short_text_has_the_language_that_is_stated() -> None:
    assert identify(["“Vamos”, insistió Ida."], "es-MX") == "es"
    assert identify(["Ida Moss."], "pl") == UNKNOWN
    assert identify(["Ida Moss."]) == ENGLISH
    assert identify([]) == ENGLISH


def test_a_text_in_two_languages_is_unknown() -> None:
    assert identify([GERMAN, FRENCH]) == UNKNOWN
    assert identify([FRENCH, ENGLISH_TEXT]) == UNKNOWN


def test_an_english_text_with_a_line_in_another_language_stays_english() -> None:
    assert identify([ENGLISH_TEXT] * 4 + [GERMAN]) == ENGLISH


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        (
            "Rząd ogłosił wczoraj, że szkoły będą zamknięte. „",
            "Nie możemy dłużej czekać na pomoc z Warszawy",
            "”, powiedziała burmistrz Anna Kowalska w Krakowie.",
        ),
        (
            "Regeringen sagde i går, at skolerne i byen skal lukke. »",
            "Vi kan ikke vente længere på hjælp",
            "«, sagde borgmester Ida Holm i Odense, og det er ikke til at forstå.",
        ),
        (
            "El govern va anunciar que les escoles de la ciutat tancaran. «",
            "No podem esperar més l’ajuda",
            "», va dir Ida Roca, però els veïns no hi estan d’acord amb la mesura.",
        ),
        (
            "Правительство объявило вчера, что школы закроются. «",
            "Мы не можем больше ждать помощи",
            "», — сказала мэр Анна Петрова в Казани.",
        ),
        ("市长安娜说：“", "我们不能再等了。", "”北京很大。"),
        ("市長は「", "もう待てません。", "」と言った。東京は大きい。"),
        ("قالت رئيسة البلدية آنا بطرس: «", "لا يمكننا الانتظار أكثر من ذلك", "» في القاهرة."),
    ],
    ids=short_id,
)
def test_in_an_unknown_language_quotes_are_spans_and_nobody_is_named(
    before: str, words: str, after: str
) -> None:
    found = detect_in_texts([before + words + after])
    assert [(quote.text, quote.speaker) for quote in found.quotes] == [(words, "")]
    assert found.entities == ()


def test_english_articles_load_no_other_language() -> None:
    code = (
        "import sys; from reader.annotate.detection import detect_in_texts;"
        f"detect_in_texts([{ENGLISH_TEXT!r}]);"
        "print(*(name for name in sys.modules if name.startswith('reader.annotate.languages.')))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.rpartition(".")[2] for name in run.stdout.split()}
    assert loaded == {"finders", "identification", "stop_words"}
