"""Reading of article files, with errors and warnings."""

from __future__ import annotations

import gc
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import ArticleError
from reader.model import Block, BlockKind, Document, Entity, EntityType, Inline, InlineKind, Source, Span
from reader.sources.faults import Severity
from reader.sources.yaml import build_annotations as build_marks
from reader.sources.yaml.article import Article, check, read
from reader.text.clean import is_clean
from reader.text.locate import Locator
from tests.strategies import HOSTILE, raw_text

HEAD = "title: T\nparagraphs:\n"


def article(text: str) -> Article:
    return read(dedent(text).encode(), "river.yaml")


def document(text: str) -> Document:
    """The document of a file without faults."""
    found = article(text)
    assert [str(fault) for fault in found.faults] == []
    return found.document


def told(text: str) -> list[str]:
    """The messages of `reader check`."""
    return [fault.message for fault in check(dedent(text).encode(), "river.yaml")]


def warnings(text: str) -> list[str]:
    return [str(fault).removeprefix("river.yaml:") for fault in article(text).faults]


def errors(text: str) -> list[str]:
    faults = check(dedent(text).encode(), "river.yaml")
    return [str(fault).removeprefix("river.yaml:") for fault in faults if fault.severity is Severity.ERROR]


RIVER = """\
format: 1
title: The day the river moved
kicker: Science
standfirst: A flood redrew a border.
authors: [Ada Winther, Jon Brandt]
source: {name: The Daily Example, url: https://example.org/river}
published: 2015-05-28
language: en
markup: plain
note: Retold from a report.
paragraphs:
  - Ms Okafor pointed at the map.
  - heading: Background
  - text: “The water did not ask us,” said Ada Okafor, “and the treaty does not say.”
    id: border
  - quote: A border is a habit.
  - item: first
    marker: 1.
  - item: deeper
    level: 2
  - code: |

        def f():
        \treturn 1
  - caption: The bridge.
    x-photo: {by: Teodor Vuk}
quotes:
  - text: The water did not ask us … and the treaty does not say
    speaker: Ada Okafor
    paragraph: 2
    context: At a press conference
    x-mine: [1, {a: ~}]
entities:
  - name: Ada Okafor
    type: person
    aliases: [Ms Okafor]
    about: Hydrologist.
x-anything: {kept: true}
"""


def test_a_complete_article_is_read() -> None:
    found = document(RIVER)
    assert (found.title, found.kicker, found.standfirst) == (
        "The day the river moved",
        "Science",
        "A flood redrew a border.",
    )
    assert found.authors == ("Ada Winther", "Jon Brandt")
    assert found.source == Source("The Daily Example", "https://example.org/river")
    assert (found.published, found.language, found.markup) == ("2015-05-28", "en", "plain")
    assert found.note == "Retold from a report."
    assert [(block.kind, block.level, block.marker, block.id) for block in found.blocks] == [
        (BlockKind.PARAGRAPH, 0, "", ""),
        (BlockKind.HEADING, 1, "", ""),
        (BlockKind.PARAGRAPH, 0, "", "border"),
        (BlockKind.QUOTE, 1, "", ""),
        (BlockKind.ITEM, 1, "1.", ""),
        (BlockKind.ITEM, 2, "", ""),
        (BlockKind.CODE, 0, "", ""),
        (BlockKind.CAPTION, 0, "", ""),
    ]
    assert found.blocks[7].extras == (("x-photo", {"by": "Teodor Vuk"}),)
    assert found.blocks[6].text == "def f():\n    return 1"
    (quote,) = found.quotes
    assert [found.blocks[s.block].text[s.start : s.end] for s in quote.pieces] == [
        "The water did not ask us",
        "and the treaty does not say",
    ]
    assert (quote.speaker, quote.context) == ("Ada Okafor", "At a press conference")
    assert quote.extras == (("x-mine", ["1", {"a": None}]),)
    assert found.entities == (
        Entity(
            "Ada Okafor",
            EntityType.PERSON,
            ("Ms Okafor",),
            "Hydrologist.",
            (Span(0, 0, 9), Span(2, 33, 43)),
        ),
    )
    assert (found.quotes_given, found.entities_given) == (True, True)
    assert found.extras == (("x-anything", {"kept": "true"}),)


def test_only_title_and_paragraphs_are_required() -> None:
    assert document("title: T\nparagraphs: [a]") == Document("T", (Block("a"),))


def test_scalars_are_always_text() -> None:
    found = document("title: NO\nkicker: 1:30\nauthors: [0o7]\nparagraphs: [2015-05-28, yes, 1e3]")
    assert (found.title, found.kicker, found.authors) == ("NO", "1:30", ("0o7",))
    assert [block.text for block in found.blocks] == ["2015-05-28", "yes", "1e3"]


@pytest.mark.parametrize("given", ["quotes:", "quotes: []", "quotes: ~"])
def test_an_empty_key_still_counts_as_given(given: str) -> None:
    found = document(f"title: T\nparagraphs: [a]\n{given}\n{given.replace('quotes', 'entities')}")
    assert (found.quotes_given, found.entities_given) == (True, True)


def test_one_author_needs_no_list() -> None:
    assert document("title: T\nauthors: Ada\nparagraphs: [a]").authors == ("Ada",)
    assert document("title: T\nauthors: [Ada, '', ~]\nparagraphs: [a]").authors == ("Ada",)


@pytest.mark.parametrize(
    ("written", "source"),
    [
        ("The Daily Example", Source(name="The Daily Example")),
        ("https://example.org", Source(url="https://example.org")),
        ("{name: N}", Source(name="N")),
        ("{name: N, x-seen: 2015}", Source(name="N")),
        ("javascript:alert(1)", Source(name="javascript:alert(1)")),
    ],
)
def test_a_source_is_a_name_an_address_or_both(written: str, source: Source) -> None:
    assert document(f"title: T\nsource: {written}\nparagraphs: [a]").source == source


def test_titles_are_one_line_and_passages_keep_their_lines() -> None:
    found = document("title: |\n  a\n  b\nnote: |\n  c\n\n  d\nparagraphs:\n- |\n  e\n  f\n- >-\n  g\n  h\n")
    assert found.title == "a b"
    assert found.note == "c\n\nd"
    assert [block.text for block in found.blocks] == ["e\nf", "g h"]


def test_markdown_becomes_text_and_ranges() -> None:
    found = document("title: T\nmarkup: markdown\nparagraphs:\n- a *b* c\n- code: 'x *y*'\n- heading: '`z`'")
    assert found.blocks[0] == Block("a b c", inlines=(Inline(2, 3, InlineKind.EMPHASIS),))
    assert found.blocks[1].text == "x *y*"
    assert found.blocks[2].inlines == (Inline(0, 1, InlineKind.CODE),)
    assert document("title: T\nparagraphs: ['a *b*']").blocks == (Block("a *b*"),)


def test_control_characters_in_the_file_are_cleaned() -> None:
    found = document(r"""
        title: "\e]0;x\a T"
        authors: ["\x9b2J"]
        x-y: {"\e": "\e"}
        paragraphs: ["a\u202eb \uFEFFc\td\x00", {text: p, id: "\e[1m"}]
        quotes: [{text: "a\u202eb", speaker: "\e"}]
        entities: [{name: "p\u200b", about: "\r\e"}]
        """)
    assert found.title == "␛]0;x␇ T"
    assert found.blocks[0].text == "a\ufffdb c d␀"
    assert found.blocks[1].id == "␛[1m"
    assert found.quotes[0].pieces == (Span(0, 0, 3),)
    assert found.entities[0].name == "p"
    assert found.extras == (("x-y", {"␛": "␛"}),)


# --- Errors: the file is refused.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("paragraphs: [a]", "1:1: no title; an article has title: and paragraphs:"),
        ("title:\nparagraphs: [a]", "1:1: no title; an article has title: and paragraphs:"),
        ("title: ' '\nparagraphs: [a]", "1:8: no title; an article has title: and paragraphs:"),
        ('title: "\\u200b"\nparagraphs: [a]', "1:8: no title; an article has title: and paragraphs:"),
        ("title: T", "1:1: no paragraphs; an article has title: and paragraphs:"),
        ("title: T\nparagraphs:", "2:1: no paragraphs; an article has title: and paragraphs:"),
        ("title: T\nparagraphs: []", "2:13: no paragraphs; an article has title: and paragraphs:"),
        ("title: T\nparagraphs: ['', ~]", "2:13: no paragraph holds any words"),
        ("format: 2\n" + HEAD + "- a", "1:9: format 2 is not supported; this reader reads format 1"),
        ("format: 1.0\n" + HEAD + "- a", "1:9: format 1.0 is not supported; this reader reads format 1"),
        (
            "title: T\nparagraphs: a",
            "2:13: paragraphs: expected a list, each item after “- ”; found the text a",
        ),
        (
            HEAD + "- a\nquotes: none",
            "4:9: quotes: expected a list, each item after “- ”; found the text none",
        ),
        (HEAD + "- a\nquotes: [b]", "4:10: quotes: expected “text: …” after “- ”; found the text b"),
        (HEAD + "- a\nentities: [b]", "4:12: entities: expected “name: …” after “- ”; found the text b"),
        ("just a text", "1:1: expected “title: …” and “paragraphs:” with a list; the file has neither"),
        ("- a\n- b", "1:1: expected “title: …” and “paragraphs:” with a list; the file has neither"),
    ],
)
def test_errors_refuse_the_file(text: str, expected: str) -> None:
    assert errors(text) == [expected]
    with pytest.raises(ArticleError) as caught:
        article(text)
    assert str(caught.value) == f"river.yaml:{expected}"
    assert f"{caught.value.line}:{caught.value.column}: {caught.value.fault}" == expected


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("title: [a]\nparagraphs: [a]", "1:8", "title: expected text; found a list"),
        ("title: T\nnote: {a: b}\nparagraphs: [a]", "2:7", "note: expected text; found “key: value”"),
        ("title: T\nsource: [a]\nparagraphs: [a]", "2:9", "source: expected text or “name: …”; found a list"),
        ("title: T\nauthors: {a: b}\nparagraphs: [a]", "2:10", "authors: expected a list"),
        ("title: T\nauthors: [[a]]\nparagraphs: [a]", "2:11", "authors: expected text after “- ”"),
        (HEAD + "- a\n- [b]", "4:3", "paragraphs: expected text or “text: …” after “- ”; found a list"),
        (HEAD + "- a\n- heading: [b]", "4:12", "heading: expected text; found a list"),
        (HEAD + "- a\nquotes: [{text: {b: c}}]", "4:17", "text: expected text; found “key: value”"),
        (HEAD + "- a\nentities: [{name: a, aliases: {b: c}}]", "4:31", "aliases: expected a list"),
    ],
)
def test_a_list_or_mapping_in_place_of_text_is_reported_with_a_hint(
    text: str, place: str, words: str
) -> None:
    (error,) = errors(text)
    assert error.startswith(f"{place}: {words}")
    assert error.endswith("a text with “: ” in it, or with [ or { at its start, needs quotation marks")


def test_all_errors_are_reported_and_the_first_is_raised() -> None:
    text = "format: 3\nnote: [a]\nnote: b\nquotes: x\nparagraphs: [&a b, [c]]\n"
    assert [line.split()[0] for line in errors(text)] == [
        "1:1:",
        "1:9:",
        "2:7:",
        "3:1:",
        "4:9:",
        "5:14:",
        "5:20:",
    ]
    with pytest.raises(ArticleError) as caught:
        article(text)
    assert (caught.value.line, caught.value.column) == (1, 1)


# --- Warnings: the article opens.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("paragaphs: x\n" + HEAD + "- a", "1:1: unknown key paragaphs: did you mean paragraphs?"),
        ("source: {nmae: x}\n" + HEAD + "- a", "1:10: unknown key nmae: did you mean name?"),
        ("published: 28 May\n" + HEAD + "- a", "1:12: published 28 May is no date; expected one such as"),
        ("published: 2015-02-30\n" + HEAD + "- a", "1:12: published 2015-02-30 is no date"),
        ("published: 2015\n" + HEAD + "- a", "1:12: published 2015 is no date"),
        ("language: English\n" + HEAD + "- a", "1:11: language English is no language code"),
        ("markup: markdwon\n" + HEAD + "- a", "1:9: unknown markup markdwon: did you mean markdown?"),
        ("markup: html\n" + HEAD + "- a", "1:9: unknown markup html: expected plain or markdown"),
        (
            "source: {url: 'javascript:alert(1)'}\n" + HEAD + "- a",
            "1:15: url javascript:alert(1) is left out; expected http://… or https://…",
        ),
        ("k" * 50 + ": x\n" + HEAD + "- a", "1:1: unknown key " + "k" * 39 + "…: the known ones are format"),
        (HEAD + "- a\n- ''", "4:3: an empty paragraph is left out"),
        (HEAD + "- a\n-", "4:2: an empty paragraph is left out"),
        (HEAD + "- a\n- {text: ' '}", "4:3: an empty paragraph is left out"),
        (HEAD + "- a\n- {heading: b, text: c}", "4:13: a paragraph is one thing"),
        (HEAD + "- {text: a, level: 2}", "3:20: level is ignored; it belongs to heading, item, quote"),
        (HEAD + "- {heading: a, level: 7}", "3:23: level 7: expected a number from 1 to 6"),
        (HEAD + "- {heading: a, level: 0012}", "3:23: level 0012: expected a number from 1 to 6"),
        (HEAD + "- {heading: a, level: 0}", "3:23: level 0: expected a number from 1 to 6"),
        (
            f"{HEAD}- {{heading: a, level: 001{'9' * 5000}}}",
            f"3:23: level 001{'9' * 36}…: expected a number from 1 to 6",
        ),
        (HEAD + "- {heading: a, level: one}", "3:23: level one: expected a number from 1 to 6"),
        (HEAD + "- {text: a, marker: 1.}", "3:21: marker is ignored; it belongs to item"),
        (HEAD + "- {item: a, marker: 1234567890123}", "3:21: marker 1234567890123 is cut"),
        (HEAD + "- {text: a, id: 4}", "3:17: id 4 needs a letter"),
        (HEAD + "- {text: a, id: b}\n- {text: c, id: b}", "4:3: the id b is here twice"),
        (HEAD + "- a\nquotes: [~]", "4:10: an empty item of quotes is left out"),
        (HEAD + "- a\nquotes: [{speaker: x}]", "4:10: an item of quotes without text is left out"),
        (HEAD + "- a\nentities: [{name: ''}]", "4:19: an item of entities without name is left out"),
        (HEAD + "- a\nentities: [{name: a, type: persn}]", "4:28: unknown type persn: did you mean person?"),
        (HEAD + "- a\nentities: [{name: a, type: xyz}]", "4:28: unknown type xyz: expected person, organ"),
    ],
)
def test_warnings_of_a_file_that_opens(text: str, expected: str) -> None:
    (warning,) = warnings(text)
    assert warning.startswith(expected)


def test_a_value_with_a_warning_is_left_out_or_replaced_by_the_default() -> None:
    found = article(
        """
        title: T
        published: yesterday
        language: Klingon
        markup: html
        source: {name: N, url: 'ftp://x'}
        paragraphs:
          - {heading: a, level: 9}
          - {item: b, marker: '123456789012345', id: 7}
        entities: [{name: a, type: alien}]
        """
    ).document
    assert (found.published, found.language, found.markup) == ("", "", "plain")
    assert found.source == Source("N")
    assert found.blocks == (
        Block("a", BlockKind.HEADING, 1),
        Block("b", BlockKind.ITEM, 1, "123456789012"),
    )
    assert found.entities[0].type is EntityType.OTHER


def test_words_under_an_unknown_key_are_kept() -> None:
    found = article(HEAD + "- headline: Background\n- Note: this is a sentence\n- {foo: , bar: [x]}\n- a")
    assert [block.text for block in found.document.blocks] == ["Background", "Note: this is a sentence", "a"]
    assert [fault.message.partition(";")[0] for fault in found.faults] == [
        "unknown kind headline: did you mean heading?",
        "unknown kind Note: a paragraph with “: ” in it needs quotation marks, or stands after >-",
        "an empty paragraph is left out",
        "unknown key foo: the known ones are text, heading, quote, item, code, caption, level, marker, id",
        "unknown key bar: the known ones are text, heading, quote, item, code, caption, level, marker, id",
    ]


# --- Quotes.

TEXT = """
title: T
paragraphs:
  - “We woke up,” said the mayor.
  - heading: What they said
  - They said no. The mayor said nothing.
  - {text: Nobody said “we woke up” again., id: again}
quotes:
"""


def pieces(quote: str) -> tuple[list[Span], list[str]]:
    text = TEXT + f"  - {quote}\n"
    return list(article(text).document.quotes[0].pieces), told(text)


@pytest.mark.parametrize("words", ["“They said no”", "'They said no'", '"They said no"', "They said no"])
def test_quotation_marks_around_the_words_do_not_count(words: str) -> None:
    written = words.replace("'", "''")
    assert pieces(f"text: '{written}'") == ([Span(2, 0, 12)], [])


@pytest.mark.parametrize("paragraph", ["3", "again"])
def test_a_paragraph_is_named_by_number_or_id(paragraph: str) -> None:
    assert pieces(f"{{text: we woke up, paragraph: {paragraph}}}") == ([Span(3, 13, 23)], [])


def test_a_quote_that_occurs_twice_needs_its_paragraph() -> None:
    assert pieces("text: we woke up")[1] == []  # only one match is exact, and it comes first
    assert pieces("text: said") == (
        [Span(0, 14, 18)],
        ['quote "said" is in ¶ 1 and in the heading “What they said”, ¶ 2, ¶ 3; add `paragraph:` to it'],
    )


def test_a_quote_only_in_a_heading_is_found() -> None:
    assert pieces("text: What they said") == ([Span(1, 0, 14)], [])


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        (
            "{text: They said no, paragraph: 1}",
            'quote "They said no" is not in ¶ 1; the nearest words are in ¶ 2',
        ),
        (
            "text: Nobody ever said that again",
            'quote "Nobody ever said that a…" is not in the text; the nearest',
        ),
        ("text: Zebra crossing", 'quote "Zebra crossing" is not in the text'),
    ],
)
def test_a_missing_quote_is_reported_with_the_nearest_words(quote: str, expected: str) -> None:
    spans, messages = pieces(quote)
    assert spans == []
    assert [message[: len(expected)] for message in messages] == [expected]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("9", "there is no paragraph 9; the last is 3"),
        ("0", "there is no paragraph 0; the last is 3"),
        ("agian", "there is no paragraph agian; did you mean again?"),
        ("xyz", "there is no paragraph xyz; expected its number or its id"),
    ],
)
def test_an_unknown_paragraph_is_reported_and_the_words_are_found(paragraph: str, expected: str) -> None:
    assert pieces(f"{{text: They said no, paragraph: {paragraph}}}") == ([Span(2, 0, 12)], [expected])


def test_no_hints_are_given_after_many_searches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build_marks, "_HINTED", 0)
    messages = told(TEXT + "  - text: They said no\n  - text: They said nothing\n")
    assert messages == ['quote "They said nothing" is not in the text']


def test_searching_stops_at_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build_marks, "_SEARCHES", 0)
    found = article(
        TEXT + "  - text: They said no\n  - text: the mayor\n  - {text: the mayor, paragraph: 1}\n"
    )
    assert [bool(quote.pieces) for quote in found.document.quotes] == [True, False, True]
    assert [fault.message for fault in found.faults] == [
        'quote "the mayor" is not looked for: the file has too many of them; add `paragraph:` to it'
    ]


def test_the_number_of_hints_is_limited() -> None:
    messages = told(TEXT + "".join(f"  - text: They said yes {i}\n" for i in range(60)))
    assert (len(messages), sum("nearest" in message for message in messages)) == (60, 50)


def test_reading_an_article_does_not_search_for_hints(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(Locator, "nearest", lambda _, words: asked.append(words))
    text = TEXT + "  - text: Nobody ever said that again\n"
    assert [fault.message for fault in article(text).faults] == told(text) != []
    assert asked == ["Nobody ever said that again"]


# --- Entities.


def names(entities: str) -> list[str]:
    text = "title: T\nparagraphs: [Ada Okafor led it. Ms Okafor went to the Danube.]\nentities:\n"
    return told(text + dedent(entities))


def test_a_name_that_is_not_in_the_text_needs_an_alias_that_is() -> None:
    assert names("- {name: Dr A. Okafor, aliases: [Ms Okafor, Ada Okafor]}") == []
    assert names("- {name: Jon Brandt, aliases: Brandt}") == [
        'name "Jon Brandt" is nowhere in the text',
        'alias "Brandt" is nowhere in the text',
    ]


def test_a_missing_alias_is_reported_with_the_nearest_words() -> None:
    assert names("- {name: Ada Okafor, aliases: [Professor Okafor]}") == [
        'alias "Professor Okafor" is nowhere in the text; the nearest words are in ¶ 1'
    ]


def test_an_alias_inside_longer_names_is_found() -> None:
    assert names("- {name: Ada Okafor, aliases: [Ms Okafor, Okafor, Ada]}") == []


def test_a_name_of_two_entities_is_reported() -> None:
    assert names("- {name: Ada Okafor, aliases: Okafor}\n- {name: Danube, aliases: [Okafor, Danube]}") == [
        '"Okafor" is also a name of Ada Okafor, who gets its mentions'
    ]


def test_the_number_of_searches_for_names_inside_names_is_limited() -> None:
    names = "".join(f"- name: {'e ' * n}x\n" for n in range(12))
    found = article("title: T\nparagraphs: [" + "e " * 11 + "x]\nentities:\n" + names)
    assert found.faults == ()


def test_many_nested_names_are_reported() -> None:
    nest = "".join(f"- name: {'Ada ' * n}Okafor\n" for n in range(20))
    assert len(names(nest)) == 18


# --- Any input.


def values(node: object) -> list[str]:
    if isinstance(node, str):
        return [node]
    if isinstance(node, dict):
        return [text for pair in node.items() for part in pair for text in values(part)]
    if isinstance(node, list | tuple):
        return [text for part in node for text in values(part)]
    slots = getattr(node, "__slots__", ())
    return [text for slot in slots for text in values(getattr(node, slot))]


def settles(data: bytes) -> None:
    """Check that reading gives an article or an ArticleError without control characters."""
    faults = check(data, "x\x1b.yaml")
    assert all(is_clean(str(fault)) and "\n" not in str(fault) for fault in faults)
    errors = [fault for fault in faults if fault.severity is Severity.ERROR]
    if errors:
        with pytest.raises(ArticleError) as caught:
            read(data, "x\x1b.yaml")
        assert str(caught.value) == str(errors[0])
    else:
        found = read(data, "x\x1b.yaml")
        assert found.faults == faults
        assert all(is_clean(text) for text in values(found.document))


@settings(max_examples=80)
@given(st.binary(max_size=100))
def test_any_bytes_give_an_article_or_an_error(data: bytes) -> None:
    settles(data)


KEYS = st.sampled_from(
    (
        *("title", "kicker", "authors", "source", "published", "language", "markup", "note", "format"),
        *("paragraphs", "quotes", "entities", "x-a", "titel", "<<"),
    )
)
INNER = st.sampled_from(
    (
        *("text", "heading", "item", "code", "level", "marker", "id", "paragraph", "speaker", "context"),
        *("name", "type", "aliases", "about", "url", "Note"),
    )
)
SCALARS = st.one_of(
    raw_text(20), st.sampled_from(("plain", "markdown", "1", "2015-05-28", "a", "b c", *HOSTILE))
)


def quoted(text: str) -> str:
    """A double-quoted scalar; surrogates, which YAML cannot escape, are not escaped."""
    special = {'"': '\\"', "\\": "\\\\"}
    return (
        '"'
        + "".join(
            special.get(c) or (c if c.isprintable() or "\ud800" <= c <= "\udfff" else f"\\U{ord(c):08x}")
            for c in text
        )
        + '"'
    )


VALUES = st.recursive(
    SCALARS.map(quoted),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map(lambda parts: f"[{', '.join(parts)}]"),
        st.dictionaries(INNER, inner, max_size=4).map(
            lambda pairs: "{" + ", ".join(f"{key}: {part}" for key, part in pairs.items()) + "}"
        ),
    ),
    max_leaves=8,
)
FILES = st.dictionaries(KEYS, VALUES, max_size=8).map(
    lambda pairs: "".join(f"{key}: {part}\n" for key, part in pairs.items())
)


@pytest.mark.slow
@settings(max_examples=80)
@given(FILES, st.booleans())
def test_any_values_under_any_keys_give_an_article_or_an_error(text: str, whole: bool) -> None:
    head = "" if not whole else "title: T\nparagraphs: [a, {text: b c, id: i}]\n"
    settles((head + text).encode("utf-8", "surrogatepass"))


def test_reading_does_not_change_the_garbage_collector() -> None:
    read(b"title: T\nparagraphs: [a]", "x")
    assert gc.isenabled()
    gc.disable()
    try:
        read(b"title: T\nparagraphs: [a]", "x")
        assert not gc.isenabled()
    finally:
        gc.enable()
