"""Resolve the addresses of the links and images of a page."""

from __future__ import annotations

import re
from urllib.parse import urljoin

_ADDRESS = re.compile(r"^(?:https?:|mailto:|//|/|\?|\.|#|[^:/?#\s]+(?:[/?#]|$))", re.IGNORECASE)


def address_of(href: str | None, base: str) -> str:
    """The absolute address of `href`; empty if it cannot be opened or is a place in the same page."""
    href = (href or "").strip()
    if not href or href.startswith("#") or len(href) > 4000 or not _ADDRESS.match(href):
        return ""
    try:
        whole = urljoin(base, href)
    except ValueError:
        return ""
    if "#" in whole and whole.partition("#")[0] == base.partition("#")[0]:
        return ""
    return whole if whole.lower().startswith(("http://", "https://", "mailto:")) else ""
