"""Highlights: what is marked is found again in the file."""

from __future__ import annotations

from reader.model import Status
from reader.reading.corrections import corrected
from reader.reading.highlighting import AddHighlight, new_highlight
from reader.reading.identities import identified
from reader.sources.yaml.article import read
from reader.sources.yaml.write import dump

TEXT = """\
title: T
paragraphs:
  - “People think so,” Ada Okafor said on Monday, “and they are wrong about it.” Nobody laughed.
quotes:
  - {text: People think so … and they are wrong about it, speaker: Ada Okafor}
"""


def test_an_interrupted_quote_is_marked_as_one_passage_and_read_back() -> None:
    document = identified(read(TEXT.encode(), "a.yaml").document)
    [quote] = document.quotes
    assert len(quote.pieces) == 2
    marked = corrected(document, AddHighlight(new_highlight(document, quote.pieces)))
    [highlight] = read(dump(marked).encode(), "a.yaml").document.highlights
    assert highlight.status is Status.EXACT
    assert highlight.pieces == marked.highlights[0].pieces
    assert highlight.text == "People think so,” Ada Okafor said on Monday, “and they are wrong about it"
