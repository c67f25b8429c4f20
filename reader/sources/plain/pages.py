"""Remove the page breaks of a plain text, and the headers and footers that repeat on its pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_PAGE_NUMBER = re.compile(r"(\[Page [\divxlc]+\])[ \t]*$", re.MULTILINE | re.IGNORECASE)
_DIGITS = re.compile(r"\d+|\b[ivxlc]+\b")
_SENTENCE_END = re.compile(r"[.:!?;][\"”’)]*\Z")


def without_page_breaks(text: str) -> list[str]:
    """The rows of `text` without page breaks, page headers and page footers.

    The first or last row of a page is a header or footer if it is the same on several pages, apart from
    numbers. A paragraph that continues after a page break is joined.
    """
    if "\f" not in text:
        text = _PAGE_NUMBER.sub("\\1\f", text)
    pages = [_without_blank_ends(page.split("\n")) for page in text.split("\f")]
    if len(pages) == 1:
        return text.split("\n")
    pages = [page for page in pages if page]
    repeated = max(2, len(pages) // 5)
    for end in (0, -1):
        forms = Counter(_form(page[end]) for page in pages)
        pages = [
            _without_blank_ends(page[1:] if end == 0 else page[:-1])
            if forms[_form(page[end])] >= repeated
            else page
            for page in pages
        ]
        pages = [page for page in pages if page]
    rows: list[str] = []
    for page in pages:
        if rows and not _continues(rows[-1], page[0]):
            rows.append("")
        rows += page
    return rows


def _without_blank_ends(rows: Sequence[str]) -> list[str]:
    filled = [at for at, row in enumerate(rows) if row.strip()]
    return list(rows[filled[0] : filled[-1] + 1]) if filled else []


def _form(row: str) -> str:
    """A row in the form for comparing pages: numbers replaced by #, spacing unified."""
    return _DIGITS.sub("#", " ".join(row.split()))


def _continues(before: str, after: str) -> bool:
    """Whether a paragraph continues from the last row of one page to the first row of the next."""
    is_as_indented = len(before) - len(before.lstrip()) == len(after) - len(after.lstrip())
    return is_as_indented and after.lstrip()[0].isalnum() and not _SENTENCE_END.search(before.rstrip())
