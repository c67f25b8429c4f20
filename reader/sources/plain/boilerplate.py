"""Remove boilerplate around a plain text: the licence of a book, the headers of an e-mail."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.model import Source
from reader.sources.authors import authors_of
from reader.sources.dates import iso_date
from reader.text.clean import clean_line


class PlainText(NamedTuple):
    """A text without its boilerplate, and the metadata that the boilerplate contained."""

    text: str
    title: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    language: str = ""
    source: Source = Source()
    note: str = ""


GUTENBERG = Source("Project Gutenberg")

_LICENCE = 60_000
"""The number of characters at either end of a book that are searched for its licence."""

_START = re.compile(
    r"^[ \t]*\*{3} ?START OF (?:THE|THIS) PROJECT GUTENBERG[^\n]*(?:\n[^\n]+){0,2}?\*{3}[ \t]*$", re.MULTILINE
)
_END = re.compile(
    r"^[ \t]*(?:\*{3} ?END OF (?:THE|THIS) PROJECT GUTENBERG|End of (?:the |this )?Project Gutenberg)",
    re.MULTILINE | re.IGNORECASE,
)
_FIELD = re.compile(r"^(Title|Author|Language):[ \t]*([^\n]+(?:\n[ \t]+[^\n]+)*)", re.MULTILINE)
_CREDITS = re.compile(r"\s*(?:Produced|E-?text prepared|Transcribed) [^\n]*(?:\n[^\n]+)*", re.IGNORECASE)
_LANGUAGES = {
    "english": "en",
    "french": "fr",
    "german": "de",
    "spanish": "es",
    "italian": "it",
    "dutch": "nl",
    "portuguese": "pt",
    "finnish": "fi",
    "chinese": "zh",
}

_HEADERS = re.compile(
    r"\n*(?:From \S+ [^\n]*\n)?((?:[A-Za-z][\w-]{0,60}:[^\n]*\n(?:[ \t]+\S[^\n]*\n)*){2,200})\n"
)
_MAX_HEADERS = 20_000
"""The maximum characters of mail headers.

The time of the standard library grows with the square of their length.
"""

_MAX_PARTS = 1000
"""The maximum parts of a mail. The standard library takes 0.1 ms for each."""

_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)


def without_boilerplate(text: str) -> PlainText:
    """`text` without the licence of Project Gutenberg or the headers of a mail. Linear."""
    start = _START.search(text, 0, _LICENCE)
    return _book(text, start) if start else _mail(text)


def _book(text: str, start: re.Match[str]) -> PlainText:
    end = _END.search(text, max(start.end(), len(text) - _LICENCE)) or _END.search(text, start.end())
    fields = {name: clean_line(value) for name, value in _FIELD.findall(text[: start.start()])}
    body = text[start.end() : end.start() if end else len(text)]
    makers = _CREDITS.match(body)
    return PlainText(
        body[makers.end() :] if makers else body,
        title=fields.get("Title", ""),
        authors=authors_of(fields.get("Author", "")),
        language=_LANGUAGES.get(fields.get("Language", "").lower(), ""),
        source=GUTENBERG,
    )


def _mail(text: str) -> PlainText:
    """A mail without its headers; any other text unchanged."""
    found = _HEADERS.match(text)
    if not found or found.end() > _MAX_HEADERS or not re.search("^From:", found[1], re.MULTILINE):
        return PlainText(text)
    if not re.search("^(?:Subject|Date):", found[1], re.MULTILINE):
        return PlainText(text)
    from email import message_from_string, policy
    from email.utils import parseaddr

    mail = message_from_string(found[1], policy=policy.compat32)
    headers = {name: _decoded(mail.get(name, "")) for name in ("From", "Subject", "To", "Newsgroups")}
    name, address = parseaddr(headers["From"])
    body = text[found.end() :]
    encoding = mail.get("Content-Transfer-Encoding", "").lower()
    is_encoded = mail.get_content_maintype() == "multipart" or encoding in ("quoted-printable", "base64")
    if is_encoded and text.count("\n--") <= _MAX_PARTS:
        try:
            whole = message_from_string(f"{found[1]}\n{body}", policy=policy.default)
            part = whole.get_body(("plain", "html"))
            content = str(part.get_content()).replace("\r\n", "\n") if part else ""
            body = content if content.strip() else body
        except (LookupError, ValueError, TypeError, AttributeError, RecursionError):
            pass  # a malformed mail is shown without decoding
    return PlainText(
        _SIGNATURE.sub("", body),
        title=headers["Subject"],
        authors=tuple(filter(None, [name or address or headers["From"]])),
        published=iso_date(mail.get("Date", "")),
        note=" · ".join(f"{key}: {headers[key]}" for key in ("To", "Newsgroups") if headers[key]),
    )


def _decoded(header: str) -> str:
    """A header with its `=?utf-8?q?…?=` parts decoded, on one line."""
    from email.header import decode_header, make_header

    try:
        return clean_line(str(make_header(decode_header(header))))
    except (LookupError, ValueError):  # an unknown encoding, or an incomplete header
        return clean_line(header)
