"""The text of a citation."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.export.citation import citation
from reader.model import Block, BlockKind, Document, Quote, Source, Span
from reader.reading.version import version_of

TEXTS = (
    "On the last night the Lenne rose, and it was “odd”.",
    "“We woke up,” said Ada Okafor, “and the bridge was gone.”",
    "A heading",
    "He called it “a ‘new’ start”:",
    '"Plain marks", he wrote. «Non»',
)
DOCUMENT = Document(
    "The day the river moved",
    tuple(Block(text, BlockKind.HEADING if text == "A heading" else BlockKind.PARAGRAPH) for text in TEXTS),
    source=Source("The Daily Example", "https://example.org/river"),
    published="2015-05-28T14:30:00+02:00",
    quotes=(
        Quote("We woke up, and the bridge was gone.", (Span(1, 1, 12), Span(1, 32, 56)), "Ada Okafor"),
        Quote("a ‘new’ start", (Span(3, 14, 27),)),
    ),
)
BARE = replace(DOCUMENT, source=Source(), published="")
TAIL = ", *The day the river moved*, The Daily Example, 28 May 2015, https://example.org/river, ¶ "


def of(document: Document, *words: str) -> str:
    """The citation of words, each from the first block that contains them."""
    version = version_of(document)
    blocks = [next(index for index, text in enumerate(TEXTS) if part in text) for part in words]
    starts = [TEXTS[block].index(part) for block, part in zip(blocks, words, strict=True)]
    spans = zip(blocks, starts, words, strict=True)
    return citation(version, [Span(block, start, start + len(part)) for block, start, part in spans])


def test_a_citation_names_everything_that_is_known() -> None:
    assert of(DOCUMENT, "the Lenne rose") == f"“the Lenne rose”{TAIL}1."
    assert of(DOCUMENT, "We woke up") == f"“We woke up”, Ada Okafor{TAIL}2."


def test_what_is_not_known_is_left_out() -> None:
    assert of(BARE, "the Lenne rose") == "“the Lenne rose”, *The day the river moved*, ¶ 1."
    assert (
        of(replace(BARE, published="2015-05"), "We woke up")
        == "“We woke up”, Ada Okafor, *The day the river moved*, May 2015, ¶ 2."
    )
    named = replace(BARE, source=Source("The Daily Example"), published="last Thursday")
    assert of(named, "the").endswith("moved*, The Daily Example, last Thursday, ¶ 1.")


def test_no_full_stop_follows_an_address() -> None:
    version = version_of(replace(DOCUMENT, published=""))
    title = citation(version, [Span(version.page.first, 0, 23)])
    assert title == (
        "“The day the river moved”, *The day the river moved*, The Daily Example, https://example.org/river"
    )


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("“We woke up,” said", "“‘We woke up,’ said”"),
        ("“We woke up,”", "“We woke up”, Ada Okafor"),
        ("“We woke", "“We woke”, Ada Okafor"),
        ("gone.”", "“gone.”, Ada Okafor"),
        (" said Ada Okafor, ", "“said Ada Okafor”"),
        (TEXTS[3], "“He called it ‘a ‘new’ start’”"),
        ("a ‘new’ start", "“a ‘new’ start”"),
        ("it was “odd”.", "“it was ‘odd’.”"),
        ('"Plain marks"', "“Plain marks”"),
        ('"Plain marks", he', "“'Plain marks', he”"),
        ("«Non»", "“Non”"),
        ("he wrote. «", "“he wrote.”"),
    ],
)
def test_the_quotation_marks_around_the_words(words: str, quoted: str) -> None:
    assert of(BARE, words).split(", *")[0] == quoted


def test_words_in_several_parts_and_paragraphs() -> None:
    parts = of(BARE, "We woke up,", "and the bridge")
    assert parts == "“We woke up, … and the bridge”, Ada Okafor, *The day the river moved*, ¶ 2."
    over = of(BARE, "said Ada Okafor, “and the bridge was gone.”", "A heading", "He called")
    assert over == (
        "“said Ada Okafor, ‘and the bridge was gone.’ A heading He called”, *The day the river moved*, ¶ 2–3."
    )
    assert of(BARE, "it was “odd”.", "“We").startswith("“it was ‘odd’. ‘We”")


def test_without_words_the_article_is_cited() -> None:
    assert citation(version_of(BARE), [Span(0, 2, 3)]) == "*The day the river moved*."
