"""CSV with the columns of Readwise: any reader of CSV gives back the exact texts."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from reader.export.highlights import Exported
from reader.export.highlights_csv import as_csv
from reader.model import Block, BlockKind, Document, Highlight, Quote, Source, Span
from reader.reading.highlighting import in_reading_order
from tests.export.exported import exported


@given(st.lists(exported(), max_size=3))
def test_texts_are_exact_whatever_is_in_them(articles: list[Exported]) -> None:
    head, *rows = csv.reader(io.StringIO(as_csv(articles), newline=""))
    assert head == ["Highlight", "Title", "Author", "URL", "Note", "Location"]
    expected = [
        (one.text, article.document.title, one.note)
        for article in articles
        for one in (*in_reading_order(article.document), *map(_as_highlight, article.quotes))
    ]
    assert [(row[0], row[1], row[4]) for row in rows] == expected


def _as_highlight(quote: Quote) -> Highlight:
    return Highlight(quote.text, note=quote.speaker)


def test_the_rows() -> None:
    document = Document(
        '=1+1 "quoted"',
        (Block("Head", BlockKind.HEADING), Block("One, two.\nThree.")),
        authors=("Ada", "Ben"),
        source=Source("", "https://e.example/a"),
        highlights=(
            Highlight("Three", note="-1", pieces=(Span(1, 10, 15),)),
            Highlight(note="whole"),
            Highlight("Head", pieces=(Span(0, 0, 4),)),
        ),
    )
    quote = Quote("One, two.", (Span(1, 0, 9),), "Ada")
    assert as_csv([Exported(document, quotes=(quote,))]) == (
        "Highlight,Title,Author,URL,Note,Location\r\n"
        ',"=1+1 ""quoted""","Ada, Ben",https://e.example/a,whole,\r\n'
        'Head,"=1+1 ""quoted""","Ada, Ben",https://e.example/a,,\r\n'
        'Three,"=1+1 ""quoted""","Ada, Ben",https://e.example/a,-1,1\r\n'
        '"One, two.","=1+1 ""quoted""","Ada, Ben",https://e.example/a,Ada,1\r\n'
    )
