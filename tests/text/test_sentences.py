"""Where sentences end."""

from __future__ import annotations

import sys
from itertools import pairwise
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.sentences import next_start, previous_start, sentence_at, sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "written",
    [
        # Plain sentences. A bar stands between two sentences.
        "The Lenne rose.|Nobody slept!|Why?|We know…",
        "one without a capital. and another",
        "A text without a mark",
        # Abbreviations
        "Mr. Brandt met Dr. Okafor in St. Louis.|They left.",
        "The U.S. Senate voted.|He lives in the U.S.|The rest does not.",
        "Apple Inc. said so.|Apple Inc. Fund rose.|He left Apple Inc.|The company fell.",
        "See e.g. Table 5, i.e. the last one.|Now go.",
        "Roe v. Wade and Okafor et al. were cited.|The others were not.",
        "It is in No. 5 of Jan. 5, Vol. II, pp. 3 and Art. 7.|Is it true?|No.|He left.",
        "The shop closed at 6 p.m. Friday.|It opened at 5 a.m.|The baker slept.",
        "Ph.D. students cheered.",
        "Das gilt z. B. für Nr. 5 und z.B. Hunde.|Das ist klar.",
        # Initials
        "J. K. Rowling wrote it.|George W. Bush read it.|J.-P. Sartre did not.",
        "It contains vitamin C.|The other one does not.",
        # Numbers
        "It costs 3.5 or 1.000 euros.|12 people paid.",
        "It was 1999.|She was 9.|He was 12.",
        "Am 3. Mai kam er.|Im 19. Jahrhundert auch.|Er war 12.|Sie war 9.",
        "Read www.example.org or Yahoo!Japan.|Then stop.",
        "iPhone sales rose.|iPhone users cheered.",
        # Lists
        "1. First thing.|2. Second thing.",
        # Ellipses and several marks
        "Wait... what?|Well…|She left.|And . . . then . . .|Then it ended.",
        "What?!|No!!!|Well, maybe!|",
        # Quotes and brackets
        "“Stop!” he said.|“Why?” Ada Okafor asked.|“Why?”|Ada left.",
        "“Go.|Now.” he said.",
        "He called it “odd.”|She did not.|(They left.|He stayed.)|Good.",
        "Is it (really!) so?|(“Really?”)!|Yes.",
        "“Stop!” — he turned.|“Stop!” — Ada said.",
        "„Halt!“ rief er.|„Halt!“|Er ging.|»Nein.«|Sie rief: »Ja!«",
        "« Stop ! » dit-il.|« Oui. »|Elle rit.",
        '"Stop!" he said.|"Go."',
        "¿Vienes?|¡Ven!",
        # Footnotes
        "He left.[1]|She stayed.[2][3]|Then¹ he came.²|So it ended.",
    ],
)
def test_where_sentences_with_blanks_between_end(written: str) -> None:
    assert split(written.replace("|", " ")) == written.strip("|").split("|")


@pytest.mark.parametrize(
    "written",
    [
        "今日は。|明日！|本当？|はい",
        "「行こう。」と言った。|彼は去った。",
        "他说：“走吧。”|“走吧。”他说。|好。",
        "走!|快?|好",
        "３．５円。|はい",
        "你好。[1]|再见。",
    ],
)
def test_where_sentences_without_blanks_end(written: str) -> None:
    assert split(written.replace("|", "")) == written.split("|")


@pytest.mark.parametrize(
    "text", ["كيف حالك؟ أنا بخير.", "यह है। वह है।", "یہ ہے۔ وہ ہے۔", "Սա է։ Նա է։", "እኔ ነኝ። አንተ ነህ።"]
)
def test_marks_of_other_scripts_end_sentences(text: str) -> None:
    assert len(sentences(text)) == 2


def test_a_line_break_ends_a_sentence_only_where_a_new_paragraph_or_item_begins() -> None:
    assert split("Shall I compare thee\nTo a summer’s day?\nThou art") == [
        "Shall I compare thee\nTo a summer’s day?",
        "Thou art",
    ]
    assert split("A heading\n\nmore  \n \nlast") == ["A heading", "more", "last"]
    assert split("by Mr.\n\nBrandt") == ["by Mr.", "Brandt"]
    assert split("by Mr.\nBrandt") == ["by Mr.\nBrandt"]
    assert split("Buy:\n• milk\n• bread\n1. more") == ["Buy:", "• milk", "• bread", "1. more"]


@pytest.mark.parametrize("text", ["", " ", "\n \n", "\u3000"])
def test_a_text_of_blanks_has_no_sentence(text: str) -> None:
    assert sentences(text) == []
    assert (sentence_at(text, 0), next_start(text, 0), previous_start(text, 9)) == (None, None, None)


def test_the_sentence_at_an_offset_and_the_starts_around_it() -> None:
    text = " One. Two.  Three."
    assert sentences(text) == [(1, 5), (6, 10), (12, 18)]
    assert [sentence_at(text, at) for at in (0, 1, 4, 5, 9, 11, 12, 99)] == [
        *((1, 5), (1, 5), (1, 5), (6, 10), (6, 10), (12, 18), (12, 18), (12, 18)),
    ]
    assert [next_start(text, at) for at in (0, 1, 5, 6, 12)] == [1, 6, 6, 12, None]
    assert [previous_start(text, at) for at in (0, 1, 2, 6, 7, 99)] == [None, None, 1, 1, 6, 12]


PARTS = st.sampled_from(
    [
        *("Ada", "said", "Mr", "U", "S", "e", "g", "No", "5", "12", "Inc", "The", "Mai", "日本", "と", "iOS"),
        *(".", "!", "?", "…", "。", "！", "؟", "।", ",", "—", "-", "*", "[1]", "²"),
        *(" ", " ", " ", "\n", "\u00a0", "\u3000", "“", "”", '"', "'", "’", "«", "»", "「", "」", "(", ")"),
    ]
)
TEXTS = st.lists(PARTS, max_size=40).map("".join) | st.text(max_size=40)


@given(TEXTS)
def test_sentences_are_in_order_and_cover_all_but_blanks(text: str) -> None:
    found = sentences(text)
    for start, end in found:
        assert 0 <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
    assert all(first[1] <= second[0] for first, second in pairwise(found))
    edges = [0, *(edge for sentence in found for edge in sentence), len(text)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        assert not text[start:end].strip()


@given(TEXTS, st.integers(0, 60))
def test_sentences_found_by_offset_are_those_of_the_list(text: str, at: int) -> None:
    found = sentences(text)
    starts = [start for start, _ in found]
    assert next_start(text, at) == next((start for start in starts if start > at), None)
    assert previous_start(text, at) == next((start for start in reversed(starts) if start < at), None)
    inside = [sentence for sentence in found if at < sentence[1]]
    assert sentence_at(text, at) == next(iter(inside), found[-1] if found else None)


HOSTILE = [
    "a. ",
    ".",
    ". ",
    ".\n",
    "“. ",
    "!”",
    "1. ",
    ".\n\n",
    "\n- ",
    "a.““““““““““ ",
    ". A",
    ".[1]",
    ". " + " " * 50,
]


@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
def test_the_steps_grow_linearly_with_the_length(piece: str) -> None:
    """Four times the text takes at most five times the interpreter steps."""
    assert steps(piece * 2_000) <= 5 * steps(piece * 500) + 100


def steps(text: str) -> int:
    """The number of lines of the splitter that run for a text that is not in the cache."""
    count = 0

    def trace(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        sentences(text + "\u0000")
    finally:
        sys.settrace(before)
    return count


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["a. ", "."], ids=repr)
def test_a_text_of_a_megabyte_is_split(piece: str) -> None:
    assert sentences(piece * (1_000_000 // len(piece)))[-1][1] >= 999_998
