"""Conversion of plain text to articles: sample texts, and hostile texts.

`tests/data/plain` holds the samples, each with the expected listing: one line each for the title, the authors
and the date, then one line for each block with its kind, level and marker.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import ArticleError
from reader.model import Block, Document, InlineKind
from reader.sources.plain.article import parse
from tests.sources.sound import assert_sound
from tests.strategies import between_signs, prose

SAMPLES = Path(__file__).parents[2] / "data" / "plain"
SENTENCE = (
    "the water took another bed in the night and nobody who lived beside it heard anything of it at all"
)

LAMPS = (
    "the water took another bed in the night and it was a well-known fact"
    " that nobody would pay for the lamps in the pre- and post-war years"
)


def listing(document: Document) -> list[str]:
    """The document in the form of the files in `tests/data/plain`."""
    return [
        f"title | {document.title}",
        f"authors | {'; '.join(document.authors)}",
        f"published | {document.published}",
        *map(line_of, document.blocks),
    ]


def line_of(block: Block) -> str:
    return f"{block.kind.value} {block.level} {block.marker or '-'} | " + block.text.replace("\n", "⏎")


def blocks(text: str, name: str = "notes.txt") -> list[str]:
    return [line_of(block) for block in parse(text, name).blocks]


@pytest.mark.parametrize("name", sorted(path.stem for path in SAMPLES.glob("*.txt")))
def test_samples_have_the_expected_blocks(name: str) -> None:
    source = (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")
    document = parse(source, f"{name}.txt")
    assert listing(document) == (SAMPLES / f"{name}.blocks").read_text(encoding="utf-8").splitlines()
    assert_sound(document)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x85", "\u2028"])
def test_all_line_endings_are_equal(end: str) -> None:
    text = (SAMPLES / "underlined.txt").read_text(encoding="utf-8")
    assert blocks(text.replace("\n", end)) == blocks(text)


def test_the_licence_of_a_book_is_removed_and_its_emphasis_kept() -> None:
    document = parse((SAMPLES / "book.txt").read_text(encoding="utf-8"), "123-0.txt")
    everything = " ".join(block.text for block in document.blocks)
    assert "Gutenberg" not in everything
    assert "Produced by" not in everything
    assert "replace the previous" not in everything
    assert (document.source.name, document.language) == ("Project Gutenberg", "en")
    emphasis = [(b.text[i.start : i.end], i.kind) for b in document.blocks for i in b.inlines]
    assert emphasis == [("heard", InlineKind.EMPHASIS)]


def test_a_licence_without_an_end_mark_loses_no_words() -> None:
    text = "Title: A\n\n*** START OF THIS PROJECT GUTENBERG EBOOK A ***\n\nThe only words there are.\n"
    assert blocks(text) == ["paragraph 0 - | The only words there are."]


def test_encoded_mail_is_decoded() -> None:
    head = "From: =?utf-8?q?Ad=C3=A1_Okafor?= <ada@example.org>\nSubject: =?utf-8?b?UsOtbw==?=\n"
    kind = "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
    body = "Content-Transfer-Encoding: quoted-printable\n\nSch=C3=B6ner =\nFluss.\n"
    document = parse(head + kind + body, "mail.eml")
    assert (document.title, document.authors) == ("Río", ("Adá Okafor",))
    assert [block.text for block in document.blocks] == ["Schöner Fluss."]
    parts = "Content-Type: multipart/alternative; boundary=x\n\n--x\n"
    parts += "Content-Type: text/plain\n\nWords.\n\n--x--\n"
    assert blocks(head + parts) == ["paragraph 0 - | Words."]


@pytest.mark.parametrize(
    ("sender", "name"),
    [
        ("Ada Okafor <ada@example.org>", "Ada Okafor"),
        ('"Okafor, Ada" <ada@example.org>', "Okafor, Ada"),
        ("ada@example.org (Ada Okafor)", "Ada Okafor"),
        ("ada@example.org", "ada@example.org"),
        ("=?no-such-code?q?Ada?=", "=?no-such-code?q?Ada?="),
    ],
)
def test_the_sender_of_a_mail_is_the_author(sender: str, name: str) -> None:
    assert parse(f"From: {sender}\nDate: nonsense\n\nHello there.", "mail.eml").authors == (name,)


@pytest.mark.parametrize(
    "broken",
    [
        "From: a\nSubject: b\nContent-Type: multipart/mixed\n\nWords.\n",
        "From: a\nSubject: b\nContent-Transfer-Encoding: base64\n\nWords.\n",
        "From: a\nSubject: b\nContent-Type: multipart/x; boundary=q\n\n" + "\n--q\n" * 1200 + "Words.\n",
        """From: a
Subject: =?utf-8?b?!!!?=
Content-Type: text/plain; charset=nope
Content-Transfer-Encoding: quoted-printable

Words.
""",
    ],
)
def test_broken_mail_is_shown_as_it_is(broken: str) -> None:
    assert "Words." in " ".join(block.text for block in parse(broken, "mail.eml").blocks)


def test_other_lines_with_colons_are_text() -> None:
    assert blocks("Note: one\nKey: two\n\nThree.")[0] == "paragraph 0 - | Note: one⏎Key: two"


def test_page_headers_and_footers_are_removed() -> None:
    page = "The Daily River        {n}\n\n   Words of page {n} that go on\n   to the end.\n\n   - {n} -\n"
    text = "\f".join(page.format(n=number) for number in range(1, 6))
    assert [line for line in blocks(text) if "Daily" in line or " - 3 -" in line] == []
    assert sum("Words of page" in line for line in blocks(text)) == 5


def test_overstruck_text_is_made_plain() -> None:
    text = (
        "N\bNA\bAM\bME\bE\n       ls - list\n\nFILES\n       _\ba_\bb is there and more of it is there too\n"
    )
    assert blocks(text)[:2] == ["paragraph 0 - | ls - list", "heading 1 - | FILES"]
    assert parse(text, "ls.txt").title == "NAME"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n\n* * *\n\nb", ["a", "* * *", "b"]),
        ("***\n\na\n\n-----\n\n=====\n\nb\n\n#", ["a", "* * *", "b"]),
        ("see https://example.org/a.\n", ["see https://example.org/a."]),
        ("x_y and _z_ stay", ["x_y and _z_ stay"]),
        ("== Part ==\n\nwords", ["words"]),
        (
            LAMPS.replace("well-", "well-\n").replace("pre- ", "pre-\n"),
            [LAMPS],
        ),
    ],
)
def test_scene_breaks_links_and_hyphens(text: str, expected: list[str]) -> None:
    assert [block.text for block in parse(text, "x.txt").blocks] == expected


@pytest.mark.parametrize(
    ("heading", "level"),
    [
        ("CHAPTER XII", 2),
        ("Chapter 12: The bridge", 2),
        ("PART ONE", 1),
        ("XIV.", 2),
        ("Prologue", 2),
        ("第十二章 橋", 2),
        ("제 3 장", 2),
        ("Глава 7", 2),
        ("LESSONS LEARNED", 2),
        ("3.2.1 Lamps and tolls", 3),
        ("Appendix A. Tolls", 1),
        ("=== Tolls ===", 3),
        ("Tolls\n~~~~~", 3),
        ("=====\nTolls\n=====", 1),
    ],
)
def test_headings_are_found(heading: str, level: int) -> None:
    text = f"Opening words of it.\n\n{heading}\n\n{SENTENCE}.\n"
    assert blocks(text)[1].startswith(f"heading {level} - | ")


@pytest.mark.parametrize(
    "line", ["THE END", "Part of the river moved.", "A river,", "I went there.", "NO,", "1984. It was cold."]
)
def test_other_short_lines_are_paragraphs(line: str) -> None:
    assert blocks(f"Opening words of it.\n\n{line}\n\n{SENTENCE}.\n")[1] == f"paragraph 0 - | {line}"


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("The river\n\nIt moved.", "x.txt", "The river"),
        ("It moved.\n\nAnd then.", "the_river.txt", "The river"),
        ("it moved\n\nand then", "-", "it moved"),
        ("Only this", "x.txt", "X"),
        ("A LONG LINE\n===========\n\nIt moved.", "x.txt", "A LONG LINE"),
    ],
)
def test_the_title_is_found(text: str, name: str, title: str) -> None:
    assert parse(text, name).title == title


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("paper", ["The Tarvo Herald", "THE TARVO TIMES", "Orsk and Tarvo Gazette"])
def test_a_masthead_is_the_source_and_the_next_line_the_title(paper: str, gap: str) -> None:
    text = f"{paper}{gap}River moves the border by a mile{gap}By Ada Okafor\n\nIt moved.\n\nThen it slept."
    article = parse(text, "story.txt")
    assert (article.source.name, article.title) == (paper, "River moves the border by a mile")
    assert article.authors == ("Ada Okafor",)
    assert [block.text for block in article.blocks] == ["It moved.", "Then it slept."]


@pytest.mark.parametrize(
    "text",
    [
        "The Evening Star\n\nIt shone.\n\nThen it was gone.",
        "The Evening Star\n\nit shone over all of us\n\nThen it was gone.",
        "The Tarvo Herald\n\nRiver moves the border by a mile",
        "A post from the Herald\n\nRiver moves the border by a mile\n\nIt moved.",
        "News\n\nRiver moves the border by a mile\n\nIt moved.",
    ],
)
def test_other_first_lines_are_no_masthead(text: str) -> None:
    assert parse(text, "story.txt").source.name == ""


@pytest.mark.parametrize("text", ["", " \n\t\n\f\n", "\u200b\n", "\ufeff"])
def test_a_text_without_words_is_an_error(text: str) -> None:
    with pytest.raises(ArticleError, match=r"notes\.txt: there is no text"):
        parse(text, "notes.txt")


@pytest.mark.parametrize(
    "text",
    [
        "> " * 5_000 + "deep words",
        ">" * 20_000 + "deep words",
        "- " * 5_000 + "deep words",
        "".join(" " * level + "- x\n" for level in range(600)) + "deep words",
        "".join(" " * level + "ABC\n" for level in range(600)) + "deep words",
        "abc\n===\n" * 5_000 + "deep words",
        "===\n" * 5_000 + "deep words",
        "a" + ". " * 20_000 + "deep words",
        "- a\n\n" + "   b\n\n" * 5_000 + "deep words",
        "+--+\n\n" * 5_000 + "deep words",
        "a\f" * 5_000 + "deep words",
        "a\n[Page 1]\n" * 3_000 + "deep words",
        "From: a\nSubject: b\n" + " c\n" * 5_000 + "\ndeep words",
        "*** START OF THE PROJECT GUTENBERG X ***\n" + "_a " * 5_000 + "deep words",
        "http://" * 5_000 + " deep words",
        "e" + "\u0301" * 5_000 + " deep words",
    ],
    ids=lambda text: text[:12],
)
def test_hostile_texts_lose_no_words(text: str) -> None:
    document = parse(text, "x.txt")
    assert any("deep words" in block.text for block in document.blocks)
    assert_sound(document)


_SIGNS = [
    "\n", "\n\n", "\n   ", "    ", "- ", "1. ", "> ", "===\n", "A B C\n", "\f",
    "From: a\nDate: b\n", "--\n",
]  # fmt: skip


@settings(max_examples=40)
@given(between_signs(_SIGNS, max_words=15, max_size=14))
def test_any_text_gives_a_valid_document_or_an_error(text: str) -> None:
    try:
        document = parse(text, "x.txt")
    except ArticleError:
        return
    assert_sound(document)


@settings(max_examples=30)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "    ", "- ", "   ", "1. ", "o  ", "\t"]),
            st.lists(prose(max_words=14), min_size=1, max_size=4),
            st.sampled_from(["\n", "\n\n", "\n\n\n"]),
        ),
        min_size=1,
        max_size=8,
    )
)
def test_no_letters_are_lost(parts: list[tuple[str, list[str], str]]) -> None:
    source = "".join(sign + "\n".join(lines) + gap for sign, lines, gap in parts)
    try:
        document = parse(source, "standard input")
    except ArticleError:
        return
    shown = " ".join([document.title, *(f"{block.marker} {block.text}" for block in document.blocks)])
    letters = re.compile(r"[^\W_]")
    missing = Counter(letters.findall(source)) - Counter(letters.findall(shown))
    del missing["o"]  # it may be a bullet
    assert not missing
