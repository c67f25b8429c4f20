"""Strategies for articles with highlights, in the form in which they are read from their files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import strategies as st

from reader.export.highlights import Exported
from reader.model import Document, Highlight, HighlightColor, WordsAround
from reader.reading.identities import identified
from reader.sources.yaml.article import read
from reader.sources.yaml.write import dump
from reader.text.highlight_places import trimmed, words_around, words_of
from tests.strategies import documents, extras, passages, spans

_TIMES = ("", "2026-11-30T10:12:00Z", "2026-11-30T10:13:00Z", "2026-11-30")


@st.composite
def highlights(draw: st.DrawFn, of: Document) -> Highlight | None:
    """A highlight over words of the article, a lost highlight, or a note on the whole article."""
    note = draw(st.one_of(st.just(""), passages(), st.sampled_from(("Ask. #todo", "#a*b* #c|d"))))
    made = draw(st.sampled_from(_TIMES))
    color = draw(st.sampled_from(HighlightColor))
    texts = [block.text for block in of.blocks]
    match draw(st.integers(0, 5)):
        case 0:
            return Highlight(note=note, made=made) if note else None
        case 1:
            return Highlight("words that are nowhere", color, note, made, WordsAround("1", "a ", " b"))
    pieces = trimmed([draw(spans(of.blocks))], texts)
    if not pieces:
        return None
    return Highlight(
        words_of(pieces, texts), color, note, made, words_around(pieces, of.blocks), draw(extras())
    )


@st.composite
def marked_documents(draw: st.DrawFn) -> Document:
    """An article with highlights and ids, in the form in which it is read from its file."""
    document = draw(documents(max_blocks=4))
    found = draw(st.lists(highlights(document), max_size=4))
    document = replace(document, highlights=tuple(one for one in found if one is not None))
    return identified(read(dump(document).encode(), "a.yaml").document)


@st.composite
def exported(draw: st.DrawFn) -> Exported:
    """An article to export, with or without a file and quotes."""
    document = draw(marked_documents())
    path = draw(st.sampled_from((None, Path("/home/a/the river's.yaml"), Path("/tmp/a`b c.yaml"))))
    return Exported(document, path, quotes=draw(st.sampled_from(((), document.quotes))))
