"""Writing and reading an article gives the same article and the same bytes."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Block, BlockKind, Document, Quote, Span
from reader.resources import bundled
from reader.sources.yaml.article import read
from reader.sources.yaml.write import dump
from tests.strategies import documents, raw_text

BUNDLED = sorted(path.name for path in bundled("content").glob("*.yaml"))


def reread(text: str) -> Document:
    return read(text.encode(), "article.yaml").document


def foreign(source: Mapping[str, object]) -> str:
    """The file as PyYAML writes it, without surrogates, which it cannot write."""
    text = yaml.safe_dump(source, allow_unicode=True)
    return re.sub(r"\\u[Dd][89A-Fa-f][0-9A-Fa-f]{2}", "", text)


@pytest.mark.slow
@settings(max_examples=50)
@given(documents())
def test_a_written_article_reads_as_the_same_article(document: Document) -> None:
    assert reread(dump(document)) == document


@pytest.mark.slow
@settings(max_examples=25)
@given(documents())
def test_another_yaml_parser_reads_every_text_as_text(document: Document) -> None:
    loaded = yaml.safe_load(dump(document))
    assert loaded["title"] == document.title
    assert loaded.get("kicker", "") == document.kicker
    assert tuple(loaded.get("authors", ())) == document.authors
    assert [entity["name"] for entity in loaded.get("entities", ())] == [e.name for e in document.entities]
    if document.markup == "plain":
        words = [
            item if isinstance(item, str) else next(iter(item.values())) for item in loaded["paragraphs"]
        ]
        assert words == [block.text for block in document.blocks]


@settings(max_examples=40)
@given(raw_text(), raw_text(), raw_text())
def test_writing_twice_gives_the_same_bytes(title: str, paragraph: str, quote: str) -> None:
    quotes = [{"text": quote}, {"text": "river", "paragraph": "9"}]
    source = {"title": f"T{title}", "paragraphs": [paragraph, "river", "The river.", quote], "quotes": quotes}
    first = dump(reread(foreign(source)))
    assert dump(reread(first)) == first


ODD = st.sampled_from(
    (
        *("\u0301", "\u0321a", "a", "A", " ", "“", "’", "ﬁ", "\u200d", "日", "…", " … ", "\n", "™", "İ"),
        *("\u1100\u1161", "\u11a8", "🏽", "👍", "\uff9e", "か", "--"),
    )
)


@pytest.mark.slow
@settings(max_examples=200)
@given(
    st.lists(st.lists(ODD, min_size=1, max_size=6).map("".join), min_size=1, max_size=4),
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 2), st.integers(1, 9)), min_size=1, max_size=3),
)
def test_quotes_of_any_text_are_written_as_the_same_bytes_again(
    texts: list[str], parts: list[tuple[int, int, int]]
) -> None:
    blocks = tuple(Block(text.strip() or "x") for text in (*texts, texts[0]))
    quotes = []
    for index, start, size in parts:
        block = index % len(blocks)
        text = blocks[block].text
        start %= len(text)
        end = min(len(text), start + size)
        quotes.append(Quote(text[start:end].strip() or "x", (Span(block, start, end),)))
    document = Document("T", blocks, quotes=tuple(quotes), quotes_given=True)
    first = dump(document)
    assert dump(reread(first)) == first


@settings(max_examples=100)
@given(raw_text(), raw_text())
def test_any_markdown_reads_the_same_after_writing(one: str, other: str) -> None:
    source = {"title": "T", "markup": "markdown", "paragraphs": ["river", one, f"*{one}*{other}"]}
    document = reread(foreign(source))
    assert reread(dump(document)) == document


@pytest.mark.parametrize("name", BUNDLED)
def test_a_bundled_article_is_unchanged_by_writing_and_reading(name: str) -> None:
    document = read((bundled("content") / name).read_bytes(), name).document
    written = dump(document)
    assert reread(written) == document
    assert dump(reread(written)) == written


def test_a_document_without_a_file_is_stable_after_one_writing() -> None:
    document = Document(
        title="T",
        blocks=(
            Block("  blanks around  "),
            Block("\n\n  code  \n", BlockKind.CODE),
            Block("deep", BlockKind.HEADING, level=9, id="7"),
            Block("item", BlockKind.ITEM, marker="a marker that is far too long"),
        ),
        language="no language at all",
        published="last Tuesday",
    )
    first = dump(document)
    article = read(first.encode(), "article.yaml")
    assert article.faults == ()
    assert dump(article.document) == first


def test_a_short_name_at_the_end_is_found_when_an_alias_is_longer() -> None:
    source = "title: T\nparagraphs: [the]\nentities: [{name: the, aliases: [the the]}]\n"
    document = reread(source)
    assert [(span.start, span.end) for span in document.entities[0].mentions] == [(0, 3)]
    assert reread(dump(document)) == document
