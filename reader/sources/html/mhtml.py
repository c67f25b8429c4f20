"""Read MHTML archives: pages that browsers save with all their parts in one file, in the format of an e-mail.

Owns finding the page among the parts. Images and style sheets are not read.
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
    """The page of an archive: its bytes, their charset, and the address it was saved from.

    Each may be empty.
    """

    data: bytes
    charset: str = ""
    url: str = ""


def is_mhtml(data: bytes) -> bool:
    """Whether the bytes begin like an MHTML archive."""
    head = _HEAD.match(data[:_HEAD_SIZE])
    return head is not None and _RELATED.search(head[0]) is not None


def page_of(data: bytes) -> Page | None:
    """The first page in an archive, decoded from its transfer encoding; None if there is no page."""
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
