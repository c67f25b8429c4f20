"""Other languages: quotes by their marks, speakers and names only if they are certain."""

from __future__ import annotations

import pytest

from reader.annotate.detection import detect_in_texts
from tests.annotate.finding import short_id


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("« Nous partons », a dit Ida Moss. Il pleut sur la ville.", "Nous partons", "Ida Moss"),
        ("«Nos vamos», dijo Ida Moss en la casa.", "Nos vamos", "Ida Moss"),
        ("„Wir gehen“, sagte Ida Moss. Der Mann und die Frau sind nicht da.", "Wir gehen", "Ida Moss"),
        ("「我们走吧，天黑了。」他说。北京很大。", "我们走吧，天黑了。", ""),
        ("“책은 강물과 같다”고 김민수 씨는 말했다. 손님은 하루에 세 명이다.", "책은 강물과 같다", ""),
        ('기자가 물었다. "언제까지 하실 건가요?"', "언제까지 하실 건가요?", ""),
        ("قال الرئيس: «نحن هنا اليوم» في القاهرة.", "نحن هنا اليوم", ""),
        ("«Мы идём домой, уже темно, и идёт дождь.»", "Мы идём домой, уже темно, и идёт дождь.", ""),
    ],
    ids=short_id,
)
def test_quotes_and_speakers_in_other_languages(text: str, words: str, speaker: str) -> None:
    quotes, _ = detect_in_texts([text])
    assert [(quote.text, quote.speaker) for quote in quotes] == [(words, speaker)]


@pytest.mark.parametrize(
    "text",
    [
        "北京很大。莫斯科也很大，我们明天去。",
        "ذهب محمد إلى القاهرة في الصباح.",
        "Der Mann und die Frau gingen nach Haus, und das Kind ist nicht mit dem Hund gekommen.",
        "Il pleut sur la ville et les enfants sont dans la maison. Nous partons.",
        "La casa es grande y el perro no está en las calles. Nada más.",
        "그는 “강”이라는 말을 싫어했다. 서울은 크다.",
        "Ты где? Я дома, и всё хорошо.",
    ],
    ids=short_id,
)
def test_other_languages_give_no_false_names(text: str) -> None:
    assert detect_in_texts([text])[1] == ()
