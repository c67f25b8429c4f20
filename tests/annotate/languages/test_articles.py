"""Invented articles in six languages: who spoke, and who and what is named, is found as well as measured.

The floors are the figures of the ten articles of a language, rounded down. The articles of a file `…_unread`
were written after the rules, and first scored before any rule was changed for them.
"""

from __future__ import annotations

import pytest

from reader.annotate.languages.identification import identify
from tests.annotate.languages.articles import Score, articles

LANGUAGES = {
    "german": "de", "french": "fr", "spanish": "es", "italian": "it", "portuguese": "pt", "dutch": "nl",
}  # fmt: skip
PRECISION_OF_SPEAKERS = 0.9


def score(language: str) -> Score:
    scored = Score()
    for article in (*articles(language), *articles(f"{language}_unread")):
        scored.add(article)
    return scored


@pytest.mark.parametrize(
    ("language", "recall_of_speakers", "f1_of_quotes", "f1_of_names"),
    [
        ("german", 0.90, 0.98, 0.87),
        ("french", 0.90, 0.98, 0.87),
        ("spanish", 0.90, 0.98, 0.93),
        ("italian", 0.90, 0.98, 0.92),
        ("portuguese", 0.90, 0.98, 0.94),
        ("dutch", 0.90, 0.98, 0.85),
    ],
)
def test_speakers_quotes_and_names_of_the_articles(
    language: str, recall_of_speakers: float, f1_of_quotes: float, f1_of_names: float
) -> None:
    scored = score(language)
    faults = "\n".join(scored.faults)
    assert scored.precision_of_speakers() >= PRECISION_OF_SPEAKERS, faults
    assert scored.recall_of_speakers() >= recall_of_speakers, faults
    assert scored.f1_of_quotes() >= f1_of_quotes, faults
    assert scored.f1_of_names() >= f1_of_names, faults


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_of_every_article_is_identified(language: str) -> None:
    for article in (*articles(language), *articles(f"{language}_unread")):
        assert identify(article.paragraphs) == LANGUAGES[language], article.name
