"""Pages that browsers save with all their parts in one file, as a letter with enclosures.

Owns finding the page among the parts. Pictures and style sheets are never looked at.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_HEAD = re.compile(rb"\A\s*(?:[A-Za-z-]{2,40}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){1,40}", re.IGNORECASE)
_RELATED = re.compile(
    rb"^Content-Type:\s*multipart/(?:related|mixed|alternative)", re.IGNORECASE | re.MULTILINE
)
_HEAD_SIZE = 8192
_MOST_PARTS = 2000
_PAGES = ("text/html", "application/xhtml+xml")


class Page(NamedTuple):
    """The page of an archive: its bytes, their charset, where it was saved from; each may be empty."""

    data: bytes
    charset: str = ""
    url: str = ""


def is_mhtml(data: bytes) -> bool:
    """Whether the bytes are such an archive, by how they begin."""
    head = _HEAD.match(data[:_HEAD_SIZE])
    return head is not None and _RELATED.search(head[0]) is not None


def page_of(data: bytes) -> Page | None:
    """The first page in an archive, decoded from its transfer encoding; None when it holds none."""
    from email import message_from_bytes
    from email.policy import compat32

    whole = message_from_bytes(data, policy=compat32)
    for count, part in enumerate(whole.walk()):
        if count >= _MOST_PARTS:
            break
        if part.get_content_type() in _PAGES:
            body = part.get_payload(decode=True)
            url = str(part.get("Content-Location") or whole.get("Snapshot-Content-Location") or "")
            if isinstance(body, bytes):
                charset = part.get_content_charset() or ""
                return Page(body, charset, url if url.lower().startswith(("http://", "https://")) else "")
    return None
