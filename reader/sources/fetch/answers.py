"""Decide from the status and the content type of a response whether it can be an article.

The messages name the fault, and a way to get the text if there is one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reader.text.clean import clean_line

REDIRECTS = frozenset({301, 302, 303, 307, 308})
GOOD = frozenset({200, 203})

_SAVE = "save the page from your browser and open the file"

_STATUS: dict[int, str] = {
    204: "the server sent no page (204)",
    206: "the server sent only a part (206)",
    401: f"the server wants you to log in (401); {_SAVE}",
    402: f"the server wants payment (402); if you have access, {_SAVE}",
    403: f"the server does not give this page to the reader (403); {_SAVE}",
    404: "there is no such page (404); look at the address again",
    406: f"the server does not give this page to the reader (406); {_SAVE}",
    408: "the server waited too long (408); try again",
    410: "the page is gone for good (410); an archive of the web may have it",
    429: "the server has too many requests from you (429); try again {later}",
    451: "the server may not show this page, for legal reasons (451)",
    503: "the server cannot answer now (503); try again {later}",
}

_TEXT = frozenset(
    {
        *("application/xhtml+xml", "application/xml", "application/yaml", "application/x-yaml"),
        *("application/markdown", "application/x-markdown", "multipart/related", "message/rfc822"),
        "application/x-mimearchive",
        *("application/rss+xml", "application/atom+xml", "application/feed+json"),
    }
)
_REFUSED: tuple[tuple[str, str], ...] = (
    ("application/pdf", "is a PDF; save it, then: pdftotext FILE - | reader -"),
    ("application/x-pdf", "is a PDF; save it, then: pdftotext FILE - | reader -"),
    ("application/epub", "is an e-book, which the reader does not open; convert it to HTML or text first"),
    ("application/json", "is data (JSON), not an article"),
    ("application/ld+json", "is data (JSON), not an article"),
    ("image/", "is a picture, not an article; open it in your browser"),
    ("audio/", "is a sound, not an article; open it in your browser"),
    ("video/", "is a film, not an article; open it in your browser"),
    ("font/", "is a font, not an article"),
    ("text/css", "is a style sheet, not an article"),
    ("text/javascript", "is a program, not an article"),
    ("text/ecmascript", "is a program, not an article"),
    ("text/calendar", "is a calendar, not an article"),
)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)


def status_fault(status: int, headers: Mapping[str, str]) -> str:
    """The message for a response whose status says that it is not a page."""
    if status in _STATUS:
        return _STATUS[status].format(later=_later(headers.get("retry-after", "")))
    if status >= 500:
        return f"the server has an error ({status}); try again later"
    if status >= 400:
        return f"the server refuses ({status}); {_SAVE}"
    return f"the server answers {status}, which is no page"


def type_fault(content_type: str) -> str:
    """Why content of this type cannot be opened. Empty if it may be an article, or if there is no type."""
    kind = media_type(content_type)
    for prefix, fault in _REFUSED:
        if kind.startswith(prefix):
            return fault
    if not kind or kind.startswith("text/") or kind in _TEXT or kind.endswith(("/xml", "+xml")):
        return ""
    return f"is {kind[:60]}, not text; save it and convert it to text first"


def media_type(content_type: str) -> str:
    """The media type of a Content-Type header: without parameters, cleaned, in lower case."""
    return clean_line(content_type[:500].partition(";")[0]).lower()


def charset(content_type: str) -> str:
    """The charset parameter of a Content-Type header; empty if the header names no charset."""
    found = _CHARSET.search(content_type[:500])
    return found[1].lower() if found else ""


def _later(retry_after: str) -> str:
    """When to try again, from a Retry-After header: “in 30 seconds”, or “later” if it gives no seconds."""
    seconds = int(retry_after) if re.fullmatch(r"[0-9]{1,6}", retry_after.strip()) else 0
    if seconds > 90:
        return f"in {-(-seconds // 60):,} minutes"
    return f"in {seconds} seconds" if seconds > 1 else "later"
