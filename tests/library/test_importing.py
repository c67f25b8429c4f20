"""From a document of any source to the text of its article file."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import SourceError
from reader.library import importing
from reader.library.file_name import LONGEST, file_name
from reader.library.importing import (
    IMPORTED_FROM,
    file_text,
    is_same,
    origin_of,
    with_changes_kept,
    with_detected,
    with_origin,
)
from reader.model import Block, BlockKind, Document, Inline, InlineKind, Source, Status
from reader.sources.yaml.write import dump
from tests.article_text import load_text
from tests.loaded import loaded_from
from tests.strategies import documents

PLAIN = Document("The river", (Block("It moved at night."), Block("Nobody had asked it to.")))


def from_source(document: Document, word: str) -> Document:
    """The document as an import from the source `word` makes it. An empty `word` is standard input."""
    return with_origin(loaded_from(document, word))


# --- names --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("The day the river moved", "the-day-the-river-moved"),
        ("  “Élan” — & other   WORDS!", "elan-other-words"),
        ("Don’t panic, it's O'Brien", "dont-panic-its-obrien"),
        (
            "Straße, Øresund, Łódź, Þór, œuvre, İstanbul, ılık",
            "strasse-oresund-lodz-thor-oeuvre-istanbul-ilik",
        ),
        ("Việt Nam ﬁnal x²", "viet-nam-final-x2"),
        ("東京で桜が咲く", "東京で桜が咲く"),
        ("Ёлка и й", "ёлка-и-й"),
        ("ภาษาไทย นี้ ลำน้ำ", "ภาษาไทย-นี้-ลำน้ำ"),
        ("हिन्दी में", "हिन्दी-में"),
        ("한국어 기사", "한국어-기사"),
        ("مقالة عن النهر", "مقالة-عن-النهر"),
        ("../../etc/passwd", "etc-passwd"),
        (".hidden", "hidden"),
        ("-rf *", "rf"),
        ("\x00\x1b[2J", "2j"),
        ("…", "article"),
        ("", "article"),
        ("🎉🎉", "article"),
        ("\u0301a", "a"),
    ],
)
def test_a_title_becomes_a_readable_file_name(title: str, name: str) -> None:
    assert file_name(title) == name


def test_a_long_title_ends_after_a_word() -> None:
    assert file_name("word " * 40) == "word-" * 11 + "word"
    assert len(file_name("w" * 500)) == LONGEST
    assert len(file_name("東" * 500).encode()) <= 255 - len("-9999.yaml")


@given(st.text(max_size=200))
def test_any_title_becomes_a_valid_file_name(title: str) -> None:
    name = file_name(title)
    assert 0 < len(name) <= LONGEST
    assert len(name.encode("utf-8", "surrogatepass")) <= 255 - len("-999.yaml")
    assert not set(name) & set("/\\\0. \n'\"*?$")
    assert not name.startswith("-")
    assert unicodedata.normalize("NFC", name) == name
    assert all(unicodedata.category(sign)[0] in "LNM" or sign == "-" for sign in name)


# --- the same article -----------------------------------------------------------------------------------


def test_the_origin_is_recorded_once() -> None:
    one = from_source(PLAIN, "/home/ada/river.html")
    assert origin_of(one) == "/home/ada/river.html"
    assert from_source(one, "/elsewhere") is one
    assert from_source(PLAIN, "") is PLAIN
    assert origin_of(replace(PLAIN, extras=((IMPORTED_FROM, ["a", "list"]),))) == ""


def test_a_document_without_a_publication_gets_its_file_name() -> None:
    assert from_source(PLAIN, "/home/ada/river.html").source == Source("river.html")
    named = replace(PLAIN, source=Source("The Daily Example"))
    assert from_source(named, "/home/ada/river.html").source == named.source
    assert from_source(PLAIN, "/home/ada/river.yaml").source == PLAIN.source
    assert from_source(PLAIN, "https://example.org/river").source == PLAIN.source


def made(origin: str = "", url: str = "", title: str = "The river", text: str = "It moved.") -> Document:
    return from_source(Document(title, (Block(text),), source=Source("", url)), origin)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (made("/a.html"), made("/a.html", title="Retitled", text="Other words."), True),
        (made("/a.html"), made("/b.html"), False),
        (made("https://a/x?from=b", "https://a/x"), made("/a.html", "https://a/x", text="Saved."), True),
        (made("https://a/x", "https://a/"), made("https://a/y", "https://a/", title="Another"), False),
        (made("", "https://a/x"), made("", "https://a/y"), False),
        (made("", "https://a/x"), made("", ""), False),
        (made(), made(), True),
        (made(), made(text="Else."), False),
        (made(), made(title="Else"), False),
        (made("/a.html"), made(), True),
    ],
)
def test_versions_of_the_same_article_are_recognised(one: Document, other: Document, same: bool) -> None:
    assert is_same(one, other) is same
    assert is_same(other, one) is same


# --- what a person changed --------------------------------------------------------------------------------

FILE = """\
title: The river
paragraphs:
  - It moved at night, said Ada.
  - Nobody had asked. It moved at night, said Ada.
quotes:
  - {text: It moved at night, speaker: Ada, paragraph: 2}
  - {text: words that are gone, speaker: Ada}
entities:
  - {name: Ada Okafor, type: person, aliases: [Ada], about: Corrected by hand.}
"""


def paragraphs(*texts: str) -> Document:
    return Document("The river", tuple(map(Block, texts)))


def test_quotes_and_entities_stay_as_the_file_gave_them() -> None:
    before = load_text(FILE, "x").document
    out = with_changes_kept(replace(paragraphs("x"), blocks=before.blocks), before)
    assert (out.quotes, out.entities) == (before.quotes, before.entities)
    assert (out.quotes_given, out.entities_given) == (True, True)


def test_quotes_and_mentions_are_located_again_in_a_changed_text() -> None:
    before = load_text(FILE, "x").document
    out = with_changes_kept(
        paragraphs("A new beginning.", *(block.text for block in before.blocks), "Ada left."), before
    )
    assert [piece.block for piece in out.quotes[0].pieces] == [2]
    assert out.quotes[1].pieces == ()
    assert [span.block for span in out.entities[0].mentions] == [1, 2, 3]
    again = load_text(file_text(out, "x"), "x").document
    assert again.quotes == out.quotes
    assert again.entities == out.entities


def test_the_nearest_place_is_used_if_the_paragraph_changed() -> None:
    before = load_text(FILE, "x").document
    out = with_changes_kept(paragraphs("It moved at night!", "Then.", "It moved at night?", "End."), before)
    assert [piece.block for piece in out.quotes[0].pieces] == [0]
    out = with_changes_kept(paragraphs("Now.", "Then. It moved at night!", "It moved at night?"), before)
    assert [piece.block for piece in out.quotes[0].pieces] == [1]


def test_lists_that_were_emptied_stay_empty() -> None:
    before = load_text("title: T\nparagraphs: [a]\nquotes: []\n", "x").document
    detected = load_text(FILE, "x").document
    out = with_changes_kept(replace(detected, quotes_given=False, entities_given=False), before)
    assert (out.quotes, out.quotes_given) == ((), True)
    assert (out.entities, out.entities_given) == (detected.entities, False)


def test_a_file_without_quotes_and_entities_changes_nothing() -> None:
    before = load_text("title: T\nparagraphs: [a]\n", "x").document
    assert with_changes_kept(PLAIN, before) == PLAIN


# --- the text -----------------------------------------------------------------------------------------------


def test_a_written_document_is_read_back_unchanged() -> None:
    document = Document(
        "Ein “Titel”: mit Zeichen",
        (
            Block("Background", BlockKind.HEADING, 2),
            Block("See the map now.", inlines=(Inline(4, 11, InlineKind.LINK, "https://example.org/"),)),
            Block("first", BlockKind.ITEM, 1, "1."),
            Block("x = 1\n  y = 2", BlockKind.CODE),
        ),
        source=Source("The Daily", "https://example.org/a"),
    )
    text = file_text(from_source(document, "/home/ada/a page.html"), "a page.html")
    again = load_text(text, "x").document
    assert [(b.kind, b.text, b.inlines) for b in again.blocks] == [
        (b.kind, b.text, b.inlines) for b in document.blocks
    ]
    assert origin_of(again) == "/home/ada/a page.html"
    assert "\\" not in text


@pytest.mark.slow
@given(documents())
@settings(max_examples=40)
def test_any_document_is_written_without_loss(document: Document) -> None:
    again = load_text(file_text(document, "x"), "x").document
    assert again.title == document.title
    assert [block.text.strip() for block in again.blocks] == [b.text.strip() for b in document.blocks]


def test_quotes_and_entities_that_the_source_does_not_give_are_detected() -> None:
    text = "“It moved at night,” said Ada Okafor\nof Brno. Ada Okafor saw it."
    found = with_detected(Document("T", (Block(text),)))
    assert [quote.speaker for quote in found.quotes] == ["Ada Okafor"]
    assert "Ada Okafor" in [entity.name for entity in found.entities]
    given = replace(found, quotes=(), entities=(), quotes_given=True, entities_given=True)
    assert with_detected(given) == given


def test_a_name_with_a_line_break_is_written_on_one_line() -> None:
    found = with_detected(Document("T", (Block("“It moved at night,” said Ada\nOkafor of Brno."),)))
    names = [*(q.speaker for q in found.quotes), *(name for e in found.entities for name in e.names)]
    assert not any("\n" in name for name in names)
    assert load_text(file_text(found, "x"), "x").document.quotes == found.quotes


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        (lambda text: text.replace("Nobody", "Somebody"), "¶ 2 reads differently"),
        (lambda text: text.replace("The river", "The sea"), "it reads differently"),
        (lambda text: text + "  - One more.\n", "it reads differently"),
    ],
)
def test_a_document_that_would_lose_content_is_refused(
    monkeypatch: pytest.MonkeyPatch, changed: Callable[[str], str], fault: str
) -> None:
    monkeypatch.setattr(importing, "dump", lambda document: changed(dump(document)))
    with pytest.raises(SourceError, match=f"^page␛: cannot be written without loss: {fault}"):
        file_text(PLAIN, "page\x1b")


# --- highlights ---------------------------------------------------------------------------------------

MARKED = """\
title: The river
paragraphs:
  - It moved at night, and the treaty does not say where.
  - Nobody had asked it to.
highlights:
  - {text: the treaty does not say, note: Ask.}
  - {text: had asked it to, color: pink, at: {before: "Someone "}}
  - {text: nobody wrote this}
  - {note: All of it.}
"""


def test_highlights_are_kept_at_their_words_when_an_article_is_imported_again() -> None:
    before = load_text(MARKED, "river.yaml").document
    again = Document("The river", (Block("New."), Block("Also new."), *before.blocks))
    out = with_changes_kept(again, before)
    assert [one.text for one in out.highlights] == [one.text for one in before.highlights]
    assert out.highlights[0].pieces[0].block == 2
    read = load_text(dump(out), "river.yaml").document
    assert read.highlights[0].pieces == out.highlights[0].pieces
    assert read.highlights[0].status.sure


@pytest.mark.parametrize(
    "texts", [("It is gone.",), ("Nobody.", "had asked it to"), ("It moved at night.", "x")]
)
def test_highlights_survive_a_text_that_has_become_shorter(texts: tuple[str, ...]) -> None:
    before = load_text(MARKED, "river.yaml").document
    assert [one.status for one in before.highlights[1:3]] == [Status.MOVED, Status.LOST]
    out = with_changes_kept(Document("The river", tuple(Block(text) for text in texts)), before)
    assert [one.text for one in out.highlights] == [one.text for one in before.highlights]
    for highlight in out.highlights:
        for piece in highlight.pieces:
            assert texts[piece.block][piece.start : piece.end] == highlight.text


def test_highlights_of_the_source_itself_come_after_those_of_the_file() -> None:
    before = load_text(MARKED, "river.yaml").document
    source = load_text(MARKED.replace("nobody wrote this", "Nobody"), "river.yaml").document
    out = with_changes_kept(source, before)
    assert [one.text for one in out.highlights] == [
        *(one.text for one in before.highlights),
        "Nobody",
    ]
