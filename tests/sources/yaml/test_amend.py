"""Corrections in handwritten files change nothing else in them."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import replace
from difflib import SequenceMatcher

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotate import annotate
from reader.errors import ArticleError, ReaderError
from reader.model import Document, Entity, EntityType, Quote
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
from reader.reading.highlighting import ChangeHighlight, DropHighlight
from reader.resources import bundled
from reader.sources.yaml.amend import amended
from reader.sources.yaml.amend.pairing import ItemKey, pairing
from reader.sources.yaml.article import read
from reader.sources.yaml.write import dump
from tests.numbered_ids import entity as e
from tests.numbered_ids import numbered
from tests.numbered_ids import quote as q
from tests.strategies import corrections, documents, handmade

HEAD = """\
# An article, by hand.
title: "T"
paragraphs:
    - Ada Okafor said “the river” and Brandt said “a map” to Bo.   # as heard

    - the river again
"""


def read_text(text: str) -> Document:
    """The article in a text; its quotes and entities have their positions as ids."""
    return numbered(read(text.encode("utf-8"), "a.yaml").document)


def detected_in(text: str) -> Document:
    """The article in a text with the detected quotes and entities."""
    return numbered(annotate(read_text(text)))


def after(text: str, *made: Correction) -> str:
    """The text after corrections. Checks that it reads as the corrected article."""
    document = read_text(text)
    assert amended(text, "a.yaml", document).text == text
    for correction in made:
        document = corrected(document, correction)
    out = amended(text, "a.yaml", document).text
    assert read_text(out) == document
    return out


# --- each layout --------------------------------------------------------------------------------------

BLOCK = """\
entities:   # who
  # the first
  - name: Ada Okafor   # checked
    type: person

    x-seen: [a, {b: c}]
  # the second
  - aliases:
      # of old
      - "Bo"   # short
    name: 'Brandt'
    about: >-   # from the article
      a mayor
      of somewhere

"""
FLOW = "entities: [{name: Ada Okafor, type: person}, {name: 'Brandt', aliases: [Bo]}]   # who\n"
LINES_IN_BRACKETS = """\
entities: [
  {name: Ada Okafor,
   type: person},
  {name: Brandt}
]
"""
QUOTES = """\
quotes:
- text: >-
    the
    river
  paragraph: 2
  speaker: >-   # the hydrologist
    Ada Okafor

# between
- {text: a map, speaker: "Brandt"}
- speaker: Bo  # who else
  text: to
"""


@pytest.mark.parametrize(
    ("text", "correction", "changes"),
    [
        (BLOCK, Rename(e(0), "A. Okafor"), [("name: Ada Okafor ", "name: A. Okafor "),
                                         ("person\n", "person\n    aliases: [Ada Okafor]\n")]),
        (BLOCK, Rename(e(1), "Bo"), [('- "Bo"   # short\n', '- "Brandt"\n'), ("'Brandt'", "'Bo'")]),
        (BLOCK, Rename(e(1), "J. 'B'"),
         [("'Brandt'", "'J. ''B'''"), ("# short\n", '# short\n      - "Brandt"\n')]),
        (BLOCK, Retype(e(0), EntityType.PLACE), [("type: person", "type: place")]),
        (BLOCK, Retype(e(1), EntityType.GROUP), [("'Brandt'", "'Brandt'\n    type: group")]),
        (BLOCK, Hide(e(0)), [(BLOCK[BLOCK.index("  - name: Ada"):BLOCK.index("  # the second")], "")]),
        (BLOCK, Hide(e(1)), [(BLOCK[BLOCK.index("  - aliases"):-1], "")]),
        (BLOCK, Merge(e(0), e(1)), [(BLOCK[BLOCK.index("  - name: Ada"):BLOCK.index("  # the second")], ""),
                              ("# short\n", "# short\n      - \"Ada Okafor\"\n"),
                              ("of somewhere\n",
                               "of somewhere\n    x-seen:\n      - a\n      -\n        b: c\n")]),
        (FLOW, Rename(e(0), "A, {b}"), [("name: Ada Okafor", "name: 'A, {b}'"),
                                     ("person}", "person, aliases: [Ada Okafor]}")]),
        (FLOW, Rename(e(1), "Bo"), [("'Brandt'", "'Bo'"), ("[Bo]", "[Brandt]")]),
        (FLOW, Hide(e(0)), [("{name: Ada Okafor, type: person}, ", "")]),
        (FLOW, Hide(e(1)), [(", {name: 'Brandt', aliases: [Bo]}", "")]),
        (FLOW, Retype(e(1), EntityType.PERSON), [("'Brandt'", "'Brandt', type: person")]),
        (LINES_IN_BRACKETS, Rename(e(0), "Ada"), [("Ada Okafor", "Ada"),
                                               ("person}", "person,\n   aliases: [Ada Okafor]}")]),
        (LINES_IN_BRACKETS, Hide(e(1)), [(",\n  {name: Brandt}", "")]),
        (QUOTES, SetSpeaker(q(0), "Bo"), [("    Ada Okafor\n", "    Bo\n")]),
        (QUOTES, SetSpeaker(q(0), ""), [(">-   # the", "''   # the"), ("    Ada Okafor\n", "")]),
        (QUOTES, SetSpeaker(q(1), 'the "boss"'), [('"Brandt"', r'"the \"boss\""')]),
        (QUOTES, SetSpeaker(q(1), ""), [(', speaker: "Brandt"', "")]),
        (QUOTES, SetSpeaker(q(2), ""), [("speaker: Bo ", "speaker: '' ")]),
        (QUOTES, DropQuote(q(0)), [(QUOTES[QUOTES.index("- text"):QUOTES.index("\n# between")], "")]),
        (QUOTES, DropQuote(q(1)), [('- {text: a map, speaker: "Brandt"}\n', "")]),
        (QUOTES.replace("  # who else", ""), SetSpeaker(q(2), ""), [("speaker: Bo\n  text", "text")]),
    ],
)  # fmt: skip
def test_only_what_was_corrected_changes(
    text: str, correction: Correction, changes: list[tuple[str, str]]
) -> None:
    expected = text
    for old, new in changes:
        assert expected.count(old) == 1
        expected = expected.replace(old, new)
    for tail in ("", "x-more: 1\n"):
        assert after(HEAD + text + tail, correction) == HEAD + expected + tail
        assert after(text + "\n# c\n" + HEAD + tail, correction) == expected + "\n# c\n" + HEAD + tail


@pytest.mark.parametrize(
    ("text", "made", "expected"),
    [
        ("entities:\n- name: Bo\n  aliases: Ada\n", [Rename(e(0), "B")],
         "entities:\n- name: B\n  aliases: [Ada, Bo]\n"),
        ("entities:\n- name: B\n  aliases: Ada\n", [Rename(e(0), "Ada")],
         "entities:\n- name: Ada\n"),
        ("entities:\n- name: Bo\n  aliases: [Ada, Ada]\n", [Rename(e(0), "Ada")],
         "entities:\n- name: Ada\n  aliases: [Bo]\n"),
        ("entities:\n-\n- name: Bo\n  type:\n  aliases: ~\n- type: place\n",
         [Rename(e(0), "B"), Retype(e(0), EntityType.WORK)],
         "entities:\n-\n- name: B\n  type: work\n  aliases: [Bo]\n- type: place\n"),
        ("entities:\n- name: Bo\n  type: persn # ?\n  foo: bar\n", [Rename(e(0), "B")],
         "entities:\n- name: B\n  type: persn # ?\n  aliases: [Bo]\n  foo: bar\n"),
        ("entities: [name: Bo, {name: Ada}]\n", [Rename(e(0), "B")],
         "entities: [{name: B, type: other, aliases: [Bo]}, {name: Ada}]\n"),
        ("entities:\n- ? name\n  : Bo\n", [Rename(e(0), "B")],
         "entities:\n- ? name\n  : B\n  aliases: [Bo]\n"),
        ("entities:\n- name: Bo\n# last\n", [Hide(e(0))], "entities: []\n# last\n"),
        ("entities: # none left\n  - name: Bo", [Hide(e(0))], "entities: [] # none left"),
        ("entities: [{name: Bo},]\n", [Hide(e(0))], "entities: []\n"),
        ("entities: [{name: Bo}, # a\n {name: Ada} # b\n]\n", [Hide(e(1))],
         "entities: [{name: Bo} # a\n  # b\n]\n"),
        ("entities: [{name: Bo} # a\n , {name: Ada}]\n", [Hide(e(0))],
         "entities: [ # a\n  {name: Ada}]\n"),
        ("quotes:\n- text: a map\n  # c\n  speaker: Bo", [SetSpeaker(q(0), "")],
         "quotes:\n- text: a map\n  # c"),
        ("quotes:\n- {text: a map, speaker: }\n- text: to\n  speaker:\n",
         [SetSpeaker(q(0), "A"), SetSpeaker(q(1), "B")],
         "quotes:\n- {text: a map, speaker: A}\n- text: to\n  speaker: B\n"),
        ("quotes:\n- speaker: Bo\n  # c\n  text: to\n", [SetSpeaker(q(0), "")],
         "quotes:\n- speaker: ''\n  # c\n  text: to\n"),
        ("quotes:\n- text: the river\n  paragraph: 1\n- text: the river\n  paragraph: 2\n", [DropQuote(q(0))],
         "quotes:\n- text: the river\n  paragraph: 2\n"),
        ("quotes:\n- text: the river\n  paragraph: 1\n- text: the river\n  paragraph: 2\n", [DropQuote(q(1))],
         "quotes:\n- text: the river\n  paragraph: 1\n"),
        ("entities:\n- name: Bo # 1\n- name: Bo # 2\n- name: Bo # 3\n", [Retype(e(1), EntityType.PLACE)],
         "entities:\n- name: Bo # 1\n- name: Bo # 2\n  type: place\n- name: Bo # 3\n"),
        ("entities:\n- name: Bo\n  aliases: >-  # short\n    Ada\n  type: person\n", [Rename(e(0), "B")],
         "entities:\n- name: B\n  aliases: [Ada, Bo]  # short\n  type: person\n"),
        ("entities:\n- name: Bo\n  aliases: >-  # short\n    Ada\n  type: person\n", [Rename(e(0), "Ada")],
         "entities:\n- name: Ada\n  aliases: >-  # short\n    Bo\n  type: person\n"),
        ("entities:\n- name: >+\t# full\n\n      Bo\n\n  aliases: |-   # short\n      Ada",
         [Rename(e(0), "B")],
         "entities:\n- name: >+\t# full\n\n      B\n\n  aliases: [Ada, Bo]   # short"),
        ("entities:\n- aliases: >-\n    the river\n    again\n  name: Bo\n", [Rename(e(0), "B")],
         "entities:\n- aliases: [the river again, Bo]\n  name: B\n"),
        ("entities:\n- name: Bo\n  aliases:   # nothing yet\n  type: person\n", [Rename(e(0), "B")],
         "entities:\n- name: B\n  aliases: [Bo]   # nothing yet\n  type: person\n"),
        ("entities:\n- name: Bo\n  aliases: 'Ada'  # short\n", [Rename(e(0), "B")],
         "entities:\n- name: B\n  aliases: [Ada, Bo]  # short\n"),
        ("entities:\n- name: Bo\n  aliases: [ # two\n    Ada, # a\n    B ] # end\n", [Rename(e(0), "Ada")],
         "entities:\n- name: Ada\n  aliases: [ # two\n     # a\n    B, Bo ] # end\n"),
        ("entities:\n- name: Bo\n  aliases: [ # one\n    Ada # a\n    ] # end\n", [Rename(e(0), "Ada")],
         "entities:\n- name: Ada\n  aliases: [ # one\n    Bo # a\n    ] # end\n"),
        ("quotes:\n- text: to\n  speaker: |2-  # who\n     Bo\n", [SetSpeaker(q(0), "Ada")],
         "quotes:\n- text: to\n  speaker: |2-  # who\n     Ada\n"),
    ],
)  # fmt: skip
def test_rare_layouts_are_edited(text: str, made: list[Correction], expected: str) -> None:
    assert after(HEAD + text, *made) == HEAD + expected


def test_merged_values_are_written_in_the_style_of_the_file() -> None:
    long = "a long account of who it is that goes on and on over more than one line of the file"
    text = f"entities:\n  - name: Brandt\n  - name: Bo\n    about: {long} of {long}\n    x-a: {{b: [c]}}\n"
    expected = (
        "entities:\n  - name: Brandt\n    aliases: [Bo]\n    about: >-\n"
        "      a long account of who it is that goes on and on over more than one line of the\n"
        "      file of a long account of who it is that goes on and on over more than one line of\n"
        "      the file\n    x-a:\n      b:\n        - c\n"
    )
    assert after(HEAD + text, Merge(e(1), e(0))) == HEAD + expected
    flow = text.replace("- name: Brandt", "- {name: Brandt}")
    assert f"aliases: [Bo], about: {long} of {long}, x-a: {{b: [c]}}}}" in after(
        HEAD + flow, Merge(e(1), e(0))
    )
    # A comment that is indented more than the text would become part of the text.
    commented = text.replace("Brandt\n", "Brandt\n      # mine\n")
    assert "Brandt\n      # mine\n    aliases: [Bo]\n" in after(HEAD + commented, Merge(e(1), e(0)))


def test_deeper_comments_are_removed_with_the_item_above_them() -> None:
    kept = "entities:\n  - name: Ada Okafor\n    about: |-\n      she\n"
    below = "          # deep\n\n      # less deep\n"
    card = "  - name: Bo\n    about: |-\n          he\n"
    rest = "  # of the next\n  - name: Brandt\n"
    assert after(HEAD + kept + card + below + rest, Hide(e(1))) == HEAD + kept + rest
    assert after(HEAD + kept + card + below, Hide(e(1))) == HEAD + kept


def test_a_comment_below_a_speaker_is_kept_when_the_speaker_is_cleared() -> None:
    speaker = "    speaker: >-\n            Bo\n          # deep\n\n      # less\n"
    text = "quotes:\n  - text: |-\n     the river\n" + speaker
    expected = text.replace(">-\n            Bo", "''")
    assert after(HEAD + text, SetSpeaker(q(0), "")) == HEAD + expected


def test_extra_keys_are_kept_and_merged_with_any_value() -> None:
    text = "entities:\n- name: Bo\n  x-a: ''\n  x-b:\n- {name: Brandt, x-c: ~, x-d: '', x-e: {}}\n"
    for made in (Merge(e(0), e(1)), Merge(e(1), e(0))):
        merged = read_text(after(HEAD + text, made)).entities[0]
        assert sorted(key for key, _ in merged.extras) == ["x-a", "x-b", "x-c", "x-d", "x-e"]


def test_aliases_longer_than_a_line_are_written_one_per_line() -> None:
    names = ", ".join(f"another name of this one {n}" for n in range(5))
    text = f"entities:\n- name: Brandt\n- name: Bo\n  aliases: [{names}]\n"
    assert "  aliases:\n    - Bo\n    - another name of this one 0\n" in after(HEAD + text, Merge(e(1), e(0)))


# --- the file around it -------------------------------------------------------------------------------


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("end", ["", "\n", "\n\n", "\n# end\n", "\n...\n", "\n...\n# end"])
def test_byte_order_mark_line_ends_and_end_of_file_are_kept(mark: str, newline: str, end: str) -> None:
    text = mark + ("---\n" + HEAD + "entities:\n  - name: Bo\n  - name: Brandt" + end).replace("\n", newline)
    expected = text.replace("  - name: Bo", f"  - name: B{newline}    aliases: [Bo]", 1)
    assert after(text, Rename(e(0), "B")) == expected
    assert after(text, Hide(e(1))) == text.replace(f"{newline}  - name: Brandt", "")
    detected = numbered(replace(read_text(text), quotes=(Quote("a map", (), "Bo"),)))
    added = amended(text, "a", corrected(detected, SetSpeaker(q(0), "Ada"))).text
    lines = newline.join(("quotes:", "  - text: a map", "    speaker: Ada"))
    stop = text.rfind("...")
    if stop >= 0:
        assert added == text[:stop] + lines + newline + text[stop:]
    elif end:
        assert added == text + lines + newline
    else:
        assert added == text + newline + lines


def test_a_detected_list_is_added_in_the_style_of_the_writer() -> None:
    detected = detected_in(HEAD)
    document = corrected(corrected(detected, Retype(e(0), EntityType.WORK)), DropQuote(q(0)))
    out = amended(HEAD, "a.yaml", document).text
    assert out.startswith(HEAD)
    assert out[len(HEAD) :] == dump(document)[dump(document).index("quotes:") :]


def test_a_list_is_added_before_a_literal_text_without_a_line_break() -> None:
    """A line break after the text would become part of the text."""
    text = HEAD + "x-note: |\n  of lines"
    document = numbered(replace(read_text(text), entities=(Entity("Bo"),), entities_given=True))
    document = corrected(document, Rename(e(0), "B"))
    out = amended(text, "a", document).text
    assert out == HEAD + dump(document)[dump(document).index("entities:") :].replace(
        "x-note: |\n  of lines\n", "x-note: |\n  of lines"
    ).replace("x-note: of lines\n", "x-note: |\n  of lines")


@pytest.mark.parametrize("empty", ["entities:\n", "entities: []  # none\n", "entities: ~\n# none\n"])
def test_an_empty_list_is_filled(empty: str) -> None:
    text = HEAD + empty
    document = replace(read_text(text), entities=(Entity("Bo", EntityType.PERSON),))
    document = read_text(dump(document))
    document = replace(document, blocks=read_text(text).blocks)
    out = amended(text, "a", document).text
    assert read_text(out).entities == document.entities
    assert "# none" not in empty or "# none" in out


def test_one_of_two_equal_quotes_is_dropped_for_any_order_of_keys() -> None:
    text = HEAD + "quotes:\n- {text: a map, x-a: 1, x-b: 2}\n- {x-b: 2, text: a map, x-a: 1}\n"
    out = after(text, SetSpeaker(q(1), ""), DropQuote(q(0)))
    assert len(read_text(out).quotes) == 1


def test_json_stays_json() -> None:
    source = {"title": "T", "paragraphs": ["Ada Okafor said “a map” to Bo."], "entities": [{"name": "Bo"}]}
    for indent in (None, 2):
        text = json.dumps(source, indent=indent)
        out = json.loads(after(text, Rename(e(0), "B"), Retype(e(0), EntityType.PERSON)))
        assert out == {**source, "entities": [{"name": "B", "type": "person", "aliases": ["Bo"]}]}
        assert json.loads(after(text, Hide(e(0))))["entities"] == []
        detected = detected_in(text)
        out = json.loads(amended(text, "a", corrected(detected, SetSpeaker(q(0), "Bo"))).text)
        assert out["quotes"] == [{"text": "a map", "speaker": "Bo"}]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_comments_between_aliases_are_kept_when_a_rename_is_undone(newline: str) -> None:
    """A rename to an alias, and its undo, in a file that was changed meanwhile."""
    names = (
        "  aliases:  # three\n  # of old\n  - Ada  # 1\n\n"
        "  # of late\n  - Bo  # 2\n    # below\n  - Jo  # 3\n"
    )
    text = (HEAD + "entities:\n- name: Brandt\n" + names + "  type: person\n").replace("\n", newline)
    document = read_text(text)
    for index, name in enumerate(("Ada", "Bo", "Jo")):
        renamed = after(text, Rename(e(0), name))
        lost = f"# {index + 1}"
        assert {one for one in _all_comments(text) if one not in renamed} <= {lost, "# below"}
        back = amended(renamed, "a.yaml", document).text
        assert read_text(back) == document
        assert _all_comments(back) == _all_comments(renamed)


def test_aliases_in_another_order_are_rewritten() -> None:
    text = HEAD + "entities:\n- name: Brandt\n  aliases: # two\n  - Ada\n  - Bo\n"
    document = read_text(text)
    turned = replace(document.entities[0], aliases=("Bo", "Ada"))
    out = amended(text, "a", replace(document, entities=(turned,))).text
    assert out == text.replace("  - Ada\n  - Bo", "    [Bo, Ada]")


def test_an_indented_article_stays_indented() -> None:
    text = re.sub("^", "  ", HEAD.rstrip("\n"), flags=re.MULTILINE) + "\n"
    document = corrected(detected_in(text), Retype(e(0), EntityType.WORK))
    assert re.fullmatch(r"  entities:\n(    .*\n)+", amended(text, "a", document).text[len(text) :])


@pytest.mark.parametrize("text", [BLOCK, FLOW, QUOTES])
def test_a_list_that_is_no_longer_given_is_removed(text: str) -> None:
    for file in (HEAD + text, text + HEAD):
        document = replace(read_text(file), quotes=(), entities=(), quotes_given=False, entities_given=False)
        out = amended(file, "a", document).text
        assert read_text(out) == document
        assert HEAD in out


# --- refused files -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", r"a\.yaml:1:1: the file is empty"),
        ("[a", r"a\.yaml:1:1: a list in"),
        ("- a\n", r"a\.yaml:1:1: expected “title: …”"),
        ("title: T\nparagraphs: [a]\nentities: {name: [b: c]}\n", "entities: expected a list"),
        (HEAD + "entities: [&a {name: Bo}]\n", "anchor &a is not allowed"),
        (HEAD + "entities: [*a]\n", r"alias \*a is not allowed"),
        ("title: *a\nparagraphs: [{? [a] : b}]\n", "is not allowed"),
    ],
)
def test_a_file_that_is_not_an_article_is_refused_with_the_error_of_opening(text: str, fault: str) -> None:
    with pytest.raises(ArticleError, match=fault):
        amended(text, "a.yaml", read_text(HEAD))


@settings(max_examples=40)
@given(st.data())
def test_a_damaged_file_gives_an_error_or_the_corrected_article(data: st.DataObject) -> None:
    text = HEAD + BLOCK + QUOTES
    was = read_text(text)
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(start + 9, len(text))))
        text = text[:start] + data.draw(st.text("\n -#:[]{}'\"&*>|,?\ta\x85\ufeff", max_size=5)) + text[end:]
    document = corrected(was, Rename(e(0), "Somebody"))
    with suppress(ReaderError):
        out = amended(text, "a", document, was)
        assert (out.document.quotes, out.document.entities) == (document.quotes, document.entities)


@pytest.mark.parametrize("key", ["entities", "quotes", "x-a", "? "])
@pytest.mark.parametrize("deep", ["[" * 30_000, "{a: " * 30_000, "- " * 10_000])
def test_a_deeply_nested_file_is_refused(key: str, deep: str) -> None:
    with pytest.raises(ReaderError):
        amended(f"{HEAD}{key}:\n {deep}", "a", read_text(HEAD), read_text(HEAD))


def test_another_article_is_refused() -> None:
    with pytest.raises(ReaderError, match=r"^a: was changed since it was opened; open it again and retry$"):
        amended(HEAD.replace("again", "anew"), "a", read_text(HEAD))


@pytest.mark.parametrize("text", [BLOCK.replace("person", "place"), "entities: []\n", "", BLOCK + QUOTES])
def test_lists_that_differ_from_those_shown_are_not_overwritten(text: str) -> None:
    was = read_text(HEAD + BLOCK)
    with pytest.raises(ReaderError, match="was changed since it was opened"):
        amended(HEAD + text, "a", corrected(was, Hide(e(0))), was)


def test_other_changes_made_meanwhile_are_kept() -> None:
    was = read_text(HEAD + BLOCK)
    text = (HEAD + BLOCK).replace('"T"', "Another").replace("# checked", "# checked twice")
    out = amended(text, "a", corrected(was, Hide(e(1))), was)
    assert out.document.title == "Another"
    assert out.text == text[: text.index("  - aliases")] + "\n"


def test_an_unsupported_layout_is_refused() -> None:
    text = HEAD + "? entities\n: - name: Bo\n  - name: Ada\n"
    document = corrected(read_text(text), Hide(e(0)))
    with pytest.raises(ReaderError, match=r"^a:8: this item begins on the line of other text; "):
        amended(text, "a", document)


# --- everything at once -------------------------------------------------------------------------------


@pytest.mark.slow
@settings(max_examples=60)
@given(documents(), st.data())
def test_any_layout_survives_any_corrections(document: Document, data: st.DataObject) -> None:
    text = data.draw(handmade(document))
    with suppress(ArticleError):
        _correct_and_look(text, read_text(text), data)


def _correct_and_look(text: str, document: Document, data: st.DataObject) -> None:
    for _ in range(3):
        correction = data.draw(corrections(document))
        try:
            changed = corrected(document, correction)
        except ReaderError:
            continue
        try:
            out = amended(text, "a.yaml", changed).text
        except ArticleError as error:
            raise AssertionError from error  # only the first reading may raise ArticleError
        assert read_text(out) == changed
        assert _is_local(text, out, correction, document)
        assert read_text(amended(out, "a.yaml", document).text) == document
        text, document = out, changed


def _is_local(before: str, after: str, correction: Correction, document: Document) -> bool:
    """Whether few lines are new, and comments are lost only inside the corrected items."""
    lines = before.splitlines(), after.splitlines()
    codes = SequenceMatcher(None, *lines, autojunk=False).get_opcodes()
    new = sum(code[4] - code[3] for code in codes if code[0] != "equal")
    kept = _comments(before) == _comments(after)
    match correction:
        case Retype():
            return new <= 2 and kept
        case SetSpeaker(_, speaker):
            return new <= 2 and (not speaker or (kept and _folded(before) <= _folded(after)))
        case ChangeHighlight(_, _, None):
            return new <= 2 and kept
        case Hide() | DropQuote() | DropHighlight():
            return new <= 2 and len(_comments(after)) <= len(_comments(before))
        case Rename(id, name):
            # The comment beside an alias is removed with the alias.
            return kept or any(one.id == id and name in one.aliases for one in document.entities)
    return True


def _folded(text: str) -> int:
    """The number of folded and literal texts."""
    return len(re.findall(r": +[>|]", text))


def _all_comments(text: str) -> list[str]:
    return re.findall(r"#[^\r\n]*", text)


def _comments(text: str) -> list[str]:
    return sorted(re.findall(r"# comment \d+", text))


@pytest.mark.parametrize("name", sorted(path.name for path in bundled("content").glob("*.yaml")))
def test_a_bundled_article_is_corrected_with_and_without_its_lists(name: str) -> None:
    text = (bundled("content") / name).read_text(encoding="utf-8")
    document = read_text(text)
    for correction in (
        Rename(e(0), "Somebody"),
        Merge(e(2), e(1)),
        Hide(e(3)),
        SetSpeaker(q(0), "Somebody"),
        DropQuote(q(1)),
    ):
        assert read_text(amended(text, name, corrected(document, correction)).text) == corrected(
            document, correction
        )
    alone = re.sub(r"^(quotes|entities):\n(?:[ #-].*\n|\n)*", "", text, flags=re.MULTILINE)
    detected = detected_in(alone)
    for correction in (Rename(e(0), "Somebody"), Merge(e(2), e(1)), DropQuote(q(1))):
        assert amended(alone, name, corrected(detected, correction)).text.startswith(alone)


def test_the_pure_python_parser_gives_the_same_result(monkeypatch: pytest.MonkeyPatch) -> None:
    text = HEAD + BLOCK + QUOTES
    made = (
        Rename(e(0), "A. Okafor"),
        Merge(e(1), e(0)),
        SetSpeaker(q(1), "X"),
        DropQuote(q(0)),
    )
    quick = after(text, *made)
    monkeypatch.delattr(yaml, "CSafeLoader")
    assert after(text, *made) == quick


def test_items_are_paired_by_similarity() -> None:
    def items(*names: str) -> list[ItemKey]:
        return [ItemKey(name, tuple(name.split("/"))) for name in names]

    assert pairing(items("a", "b", "c"), items("a", "B/b", "c")) == [0, 1, 2]
    assert pairing(items("a", "b", "c"), items("b/a", "c")) == [1, 2]
    assert pairing(items("a", "b"), items("x", "a", "y", "b")) == [None, 0, None, 1]
    assert pairing(items("a", "b", "c", "d"), items("d", "b", "x")) == [0, 1, 2]
    assert pairing([], items("a")) == [None]
    many = [str(n) for n in range(300)]
    assert pairing(items(*many), items(*(f"x{n}" for n in many[:250]))) == list(range(250))


def test_a_new_list_is_added_after_the_last_item_of_a_file_without_a_final_newline() -> None:
    text = HEAD + "entities:\n  - name: Brandt\n    type: person"
    document = corrected(detected_in(text), Rename(e(0), "Okafor"))
    assert document.quotes_given
    out = amended(text, "a.yaml", document).text
    assert "    type: person\n    aliases: [Brandt]\nquotes:\n" in out
    assert read_text(out) == document
