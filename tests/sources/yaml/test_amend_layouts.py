"""Corrections in files of many layouts keep every comment and every other line."""

from __future__ import annotations

import json

import pytest

from reader.errors import ReaderError
from reader.model import EntityType
from reader.reading.corrections import (
    Correction,
    DropQuote,
    Hide,
    Merge,
    Rename,
    Retype,
    SetSpeaker,
    corrected,
)
from reader.sources.yaml.amend import amended
from tests.numbered_ids import entity as e
from tests.numbered_ids import quote as q
from tests.sources.yaml.layout_fuzzer import fuzz, read_text

HEAD = """\
title: T
paragraphs:
  - Ada Okafor said “the river” and Brandt said “a map” to Bo.
"""


@pytest.mark.parametrize("seed", range(0, 40, 10))
def test_corrections_in_random_layouts_change_nothing_else(seed: int) -> None:
    outcome = fuzz(range(seed, seed + 10))
    assert outcome.faults == []
    assert outcome.tried > 60


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1000, 1200, 50))
def test_corrections_in_many_random_layouts_change_nothing_else(seed: int) -> None:
    assert fuzz(range(seed, seed + 50)).faults == []


def after(text: str, *made: Correction) -> str:
    """The text after corrections; it reads as the corrected article."""
    document = read_text(text)
    for one in made:
        document = corrected(document, one)
    out = amended(text, "a.yaml", document).text
    assert read_text(out) == document
    return out


@pytest.mark.parametrize(
    ("text", "correction", "expected"),
    [
        # a cleared speaker: the comments beside, inside and below it
        ("quotes:\n- text: a map\n  speaker: Bo  # sure?\n", SetSpeaker(q(0), ""),
         "quotes:\n- text: a map\n  speaker: ''  # sure?\n"),
        ("quotes:\n- text: a map\n  speaker:  # who\n    Bo\n", SetSpeaker(q(0), ""),
         "quotes:\n- text: a map\n  speaker:  # who\n    ''\n"),
        ("quotes:\n- text: a map\n  speaker: Bo\n    # sure?\n  x-a: 1\n", SetSpeaker(q(0), ""),
         "quotes:\n- text: a map\n  speaker: ''\n    # sure?\n  x-a: 1\n"),
        ("quotes:\n- ? speaker\n  : Bo\n  text: a map\n", SetSpeaker(q(0), ""),
         "quotes:\n- ? speaker\n  : ''\n  text: a map\n"),
        # a rename to the only alias
        ("entities:\n- name: Mayor\n  aliases: [Bo] # short\n", Rename(e(0), "Bo"),
         "entities:\n- name: Bo\n  aliases: [] # short\n"),
        ("entities:\n- name: Mayor\n  aliases:\n  # of old\n  - Bo\n", Rename(e(0), "Bo"),
         "entities:\n- name: Bo\n  aliases: []\n  # of old\n"),
        # a comment below the key before a new key stays below its key
        ("entities:\n- name: Bo\n    # or Brandt\n  x-a: 1\n", Retype(e(0), EntityType.PERSON),
         "entities:\n- name: Bo\n    # or Brandt\n  type: person\n  x-a: 1\n"),
        ("entities:\n- name: Bo\n  aliases:\n  - Ada\n    # first\n  # all\n", Rename(e(0), "B"),
         "entities:\n- name: B\n  aliases:\n  - Ada\n    # first\n  - Bo\n  # all\n"),
        # lists in brackets on several lines
        ("entities: [\n  {name: Bo},\n  {name: Ada},\n  {name: Brandt},\n]\n", Hide(e(1)),
         "entities: [\n  {name: Bo},\n  {name: Brandt},\n]\n"),
        ("entities: [\n  {name: Bo},\n  {name: Ada},\n]\n", Hide(e(1)), "entities: [\n  {name: Bo},\n]\n"),
        ("entities:\n- name: Bo\n  aliases: [ # all\n  ]\n", Rename(e(0), "B"),
         "entities:\n- name: B\n  aliases: [Bo # all\n  ]\n"),
        ("entities: [{name: Bo, aliases: [\n  Ada,\n  Brandt # b\n  , ]}]\n", Rename(e(0), "Brandt"),
         "entities: [{name: Brandt, aliases: [\n  Ada,\n  Bo # b\n  , ]}]\n"),
        ("quotes: [text: a map # a\n  , text: Bo]\n", DropQuote(q(0)), "quotes: [ # a\n   text: Bo]\n"),
        # the header of a folded text whose comment has a plus
        ("entities:\n- about: >\t# a+b\n    c\n\n\n  name: Bo\n", Retype(e(0), EntityType.PERSON),
         "entities:\n- about: >\t# a+b\n    c\n\n\n  name: Bo\n  type: person\n"),
    ],
)  # fmt: skip
def test_comments_and_neighbours_are_kept(text: str, correction: Correction, expected: str) -> None:
    assert after(HEAD + text, correction) == HEAD + expected
    windows = (HEAD + text).replace("\n", "\r\n")
    assert after(windows, correction) == (HEAD + expected).replace("\n", "\r\n")


def test_two_keys_at_the_end_of_an_item_in_braces_are_removed_when_a_merge_is_undone() -> None:
    text = HEAD + "entities: [{name: Bo, }, {name: Brandt, type: other, aliases: [Ada], about: a mayor}]\n"
    was = read_text(text)
    merged = after(text, Merge(e(1), e(0)))
    back = amended(merged, "a.yaml", was).text
    assert back == text


def test_the_first_of_two_quotes_with_the_same_words_comes_back_to_its_place() -> None:
    text = HEAD + "  - a map\nquotes:\n- text: a map\n  paragraph: 2\n- {text: a map, paragraph: 1}\n"
    was = read_text(text)
    out = amended(after(text, DropQuote(q(0))), "a.yaml", was).text
    assert [quote.pieces for quote in read_text(out).quotes] == [quote.pieces for quote in was.quotes]


@pytest.mark.parametrize(
    "empty",
    [
        "entities: [ # none\n]\n",
        "entities: # none\n  []\n",
        "entities:\n   []\t\n",
        "entities:\n    # none\n",
    ],
)
def test_an_empty_list_with_comments_is_filled_when_its_items_come_back(empty: str) -> None:
    was = read_text(HEAD + "entities:\n- name: Bo\n  about: |\n    a\n    b\n")
    out = amended(HEAD + empty, "a.yaml", was)
    assert read_text(out.text) == was
    assert ("# none" in empty) == ("# none" in out.text)


def test_json_with_escaped_surrogates_is_corrected() -> None:
    source = {
        "title": "\\T",
        "paragraphs": ["A 🌊 of maps"],
        "entities": [{"name": "🌊 of", "about": " 🌊 \\"}],
    }
    out = json.loads(after(json.dumps(source), Rename(e(0), "maps")))
    assert out["entities"] == [{"name": "maps", "aliases": ["🌊 of"], "about": " 🌊 \\"}]


def test_json_with_an_escaped_surrogate_in_a_key_is_refused_with_its_reason() -> None:
    source = {"title": "T", "paragraphs": ["a map"], "entities": [{"name": "map"}], "x-🌊": "b"}
    with pytest.raises(ReaderError, match=r"^a.yaml: a key of this JSON file is escaped as .ud83c…; write"):
        after(json.dumps(source), Rename(e(0), "maps"))
    assert "maps" in after(json.dumps(source, ensure_ascii=False), Rename(e(0), "maps"))


@pytest.mark.parametrize(
    ("text", "correction", "fault"),
    [
        ("? entities\n: - name: Bo\n  - name: Ada\n", Hide(e(0)),
         "a.yaml:5: this item begins on the line of other text; put it on its own line, then correct again"),
        ("entities: [name: # who\n  Bo]\n", Rename(e(0), "B"),
         "a.yaml:4: this comment is inside a value that changes; move it above, then correct again"),
    ],
)  # fmt: skip
def test_a_correction_that_would_lose_something_is_refused_with_its_reason(
    text: str, correction: Correction, fault: str
) -> None:
    with pytest.raises(ReaderError) as caught:
        after(HEAD + text, correction)
    assert str(caught.value) == fault
