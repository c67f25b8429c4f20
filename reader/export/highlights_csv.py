"""Highlights as CSV with the columns that Readwise imports (RFC 4180).

Texts are exact. A cell that a spreadsheet would read as a formula is not changed.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from reader.export.highlights import Exported
from reader.reading.highlighting import in_reading_order

COLUMNS = ("Highlight", "Title", "Author", "URL", "Note", "Location")


def as_csv(articles: Sequence[Exported]) -> str:
    """The highlights in reading order, then the quotes with their speaker as the note; lines end with CR LF.

    `Location` is the number of the paragraph. A note on a whole article has an empty `Highlight`.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for article in articles:
        writer.writerows(_rows(article))
    return out.getvalue()


def _rows(article: Exported) -> Iterator[tuple[str, ...]]:
    document = article.document
    of_article = (document.title, ", ".join(document.authors), article.url)
    items = [(one.text, one.note, one.pieces) for one in in_reading_order(document)]
    items += [(quote.text, quote.speaker, quote.pieces) for quote in article.quotes]
    for text, note, pieces in items:
        yield text, *of_article, note, str(article.number(pieces) or "")
