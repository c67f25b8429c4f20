"""What stands around a plain text and is no part of it: licences, headers of mail, heads of pages.

Owns how each of these is known for what it is. What is taken away tells title, author and the like.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from reader.model import Source
from reader.sources.authors import authors_of
from reader.sources.dates import iso_date
from reader.text.clean import clean_line


class Framed(NamedTuple):
    """A text without its frame, and what the frame told. `book`: it was one of Project Gutenberg's."""

    text: str
    title: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    language: str = ""
    source: Source = Source()
    note: str = ""
    book: bool = False


_EDGE = 60_000
"""Characters from either end of a text within which a licence begins or ends."""

_START = re.compile(
    r"^[ \t]*\*{3}[ ]?START OF (?:THE|THIS) PROJECT GUTENBERG[^\n]*(?:\n[^\n]+){0,2}?\*{3}[ \t]*$"
    r"|^\*END\*? ?THE SMALL PRINT[^\n]*$",
    re.MULTILINE,
)
_END = re.compile(
    r"^[ \t]*(?:\*{3}[ ]?END OF (?:THE|THIS) PROJECT GUTENBERG|End of (?:the |this )?Project Gutenberg)",
    re.MULTILINE | re.IGNORECASE,
)
_FIELD = re.compile(r"^(Title|Author|Language):[ \t]*([^\n]+(?:\n[ \t]+[^\n]+)*)", re.MULTILINE)
_MAKERS = re.compile(
    r"\s*(?:Produced|E-?text prepared|Transcribed|This e-?text was) [^\n]*(?:\n[^\n]+)*", re.I
)
_LANGUAGES = {
    "english": "en",
    "french": "fr",
    "german": "de",
    "spanish": "es",
    "italian": "it",
    "dutch": "nl",
    "portuguese": "pt",
    "finnish": "fi",
    "swedish": "sv",
    "chinese": "zh",
    "japanese": "ja",
    "latin": "la",
}

_MBOX = re.compile(r"\AFrom \S+ [^\n]*\n")
_HEADERS = re.compile(r"(?:[A-Za-z][\w-]{0,60}:[^\n]*\n(?:[ \t]+\S[^\n]*\n)*){2,200}(?=\n|\Z)")
_HEADER = re.compile(r"^([A-Za-z][\w-]{0,60}):[ \t]*([^\n]*(?:\n[ \t]+[^\n]*)*)", re.MULTILINE)
_TOLD = ("To", "Cc", "Newsgroups", "Organization")
_COMMENT = re.compile(r"\S+@\S+ \((.+)\)\Z")
_MAIL = re.compile(r"\s*<?[^<>\s]+@[^<>\s]+>?\s*\Z")

_LONGEST_SENDER = 1000
"""Characters of a sender that are looked at: finding the address takes the square of the length."""

_LONGEST_ENCODED = 10_000
"""Characters up to which a header is decoded: the library takes the square of the length."""

_PARTS = 1000
"""The most parts of a message: the library takes 0.1 ms for each."""

_FOOT = re.compile(r"\[Page [\divxlc]+\][ \t]*\Z", re.IGNORECASE)
_RUNNING_HEAD = re.compile(r"\S.{0,60}? {3,}\S.{0,60}? {3,}\S")
_DIGITS = re.compile(r"\d+|\b[ivxlc]+\b")
_SENTENCE_END = re.compile(r"[.:!?;][\"”’)]*\Z")


def unframed(text: str) -> Framed:
    """`text` (newlines unified) without its frame. Linear."""
    start = _START.search(text, 0, _EDGE)
    if start:
        return _book(text, start.start(), start.end())
    return _mail(text)


def _book(text: str, header_end: int, start: int) -> Framed:
    end = _END.search(text, max(start, len(text) - _EDGE)) or _END.search(text, start)
    told = {name: clean_line(value) for name, value in _FIELD.findall(text[:header_end])}
    body = text[start : end.start() if end else len(text)]
    makers = _MAKERS.match(body)
    if makers:
        body = body[makers.end() :]
    return Framed(
        body,
        title=told.get("Title", ""),
        authors=authors_of(told.get("Author", "")),
        language=_LANGUAGES.get(told.get("Language", "").lower(), ""),
        source=Source("Project Gutenberg"),
        book=True,
    )


def _mail(text: str) -> Framed:
    """A message without its headers; any other text as it is."""
    start = text.lstrip("\n")
    box = _MBOX.match(start)
    head = _HEADERS.match(start, box.end() if box else 0)
    if not head:
        return Framed(text)
    told: dict[str, str] = {}
    for name, value in _HEADER.findall(head[0]):
        told.setdefault(name.capitalize(), value.strip())
    if "From" not in told or not ("Subject" in told or "Date" in told):
        return Framed(text)
    words = {name: _decoded(value) for name, value in told.items()}
    note = " · ".join(f"{name}: {words[name]}" for name in _TOLD if words.get(name))
    return Framed(
        _body(start, start[head.end() :], told),
        title=words.get("Subject", ""),
        authors=(_sender(words["From"]),) if words["From"] else (),
        published=iso_date(words.get("Date", "")),
        note=note,
    )


def _sender(header: str) -> str:
    """The name of the sender, or the address where there is no name."""
    written = header[:_LONGEST_SENDER]
    comment = _COMMENT.match(written)
    if comment:
        return comment[1].strip()
    return _MAIL.sub("", written).strip(" \"'") or written.strip("<> ")


def _decoded(value: str) -> str:
    """A header's words; its `=?utf-8?q?…?=` parts decoded."""
    if "=?" in value and len(value) <= _LONGEST_ENCODED:
        from email.header import decode_header, make_header

        try:
            value = str(make_header(decode_header(value)))
        except (LookupError, ValueError):  # an encoding nobody knows, or a header cut short
            pass
    return clean_line(value)


def _body(message: str, body: str, told: dict[str, str]) -> str:
    """The words of a message; those that were encoded for their way are decoded."""
    kind = told.get("Content-type", "").lower()
    way = told.get("Content-transfer-encoding", "").lower()
    if not kind.startswith("multipart/") and way not in ("quoted-printable", "base64"):
        return body
    if message.count("\n--") > _PARTS:
        return body
    from email import message_from_string, policy

    try:
        part = message_from_string(message, policy=policy.default).get_body(("plain", "html"))
        found = part.get_content() if part else ""
    except (LookupError, ValueError, TypeError, AttributeError, RecursionError):  # as broken as mail can be
        return body
    found = str(found).replace("\r\n", "\n").replace("\r", "\n")
    return found if found.strip() else body


def without_pages(text: str) -> list[str]:
    """The rows of `text` without page breaks and the heads and feet that repeat on every page.

    A paragraph that goes on over the page is whole again.
    """
    pages = _pages(text)
    if len(pages) < 2:
        return pages[0]
    often = max(2, len(pages) // 5)
    heads = _repeated([_form(page, 0) for page in pages[1:]], often)
    feet = _repeated([_form(page, -1) for page in pages], often)
    after_foot = False
    rows: list[str] = []
    for number, page in enumerate(pages):
        left, footed = _without_foot(page, feet)
        if number:
            left = _without_head(left, heads, after_foot)
        after_foot = footed
        if rows and left and not _goes_on(rows[-1], left[0]):
            rows.append("")
        rows += left
    return rows


def _without_foot(page: Sequence[str], feet: frozenset[str]) -> tuple[list[str], bool]:
    """The rows of a page without its foot and the blank ones around it, and whether it had a foot."""
    left = list(page)
    _strip_end(left)
    footed = bool(left) and (_FOOT.search(left[-1]) is not None or _form(left, -1) in feet)
    if footed:
        left.pop()
        _strip_end(left)
    return left, footed


def _without_head(page: Sequence[str], heads: frozenset[str], after_foot: bool) -> list[str]:
    """The rows of a page from its first one on that is no head."""
    first = _first_row(page, 0)
    if first < len(page) and (
        _form(page, 0) in heads or (after_foot and _RUNNING_HEAD.match(page[first]) is not None)
    ):
        first = _first_row(page, first + 1)
    return list(page[first:])


def _first_row(page: Sequence[str], start: int) -> int:
    return next((at for at in range(start, len(page)) if page[at].strip()), len(page))


def _pages(text: str) -> list[list[str]]:
    if "\f" in text:
        return [page.split("\n") for page in text.split("\f")]
    rows = text.split("\n")
    if "[Page " not in text:
        return [rows]
    pages: list[list[str]] = [[]]
    for row in rows:
        pages[-1].append(row)
        if _FOOT.search(row):
            pages.append([])
    return pages


def _repeated(forms: Sequence[str], often: int) -> frozenset[str]:
    return frozenset(form for form, count in Counter(forms).items() if form and count >= often)


def _form(page: Sequence[str], end: int) -> str:
    """The first or last row of a page with its numbers taken out; empty for an empty page."""
    rows = page if end == 0 else reversed(page)
    row = next((row for row in rows if row.strip()), "")
    return _DIGITS.sub("#", " ".join(row.split()))


def _strip_end(rows: list[str]) -> None:
    while rows and not rows[-1].strip():
        rows.pop()


def _goes_on(before: str, after: str) -> bool:
    """Whether a paragraph goes on from the last row of one page to the first of the next."""
    same = len(before) - len(before.lstrip()) == len(after) - len(after.lstrip())
    begins = after.lstrip()[:1]
    return bool(before.strip()) and same and begins.isalnum() and not _SENTENCE_END.search(before.rstrip())
