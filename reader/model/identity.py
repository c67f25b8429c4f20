"""Identities: what is the same article, quote or entity in two versions of it.

An index into a list of quotes or entities means something else as soon as the list changes. An id does
not: it is given once, and kept through corrections and reloads (`reader.reading.identities`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

QuoteId = NewType("QuoteId", str)
"""One quote of the article being read."""

EntityId = NewType("EntityId", str)
"""One entity of the article being read."""


@dataclass(frozen=True, slots=True)
class ArticleId:
    """What an article is known by: its source address, else its file and the fingerprint of its text.

    `address` is the http or https address of its source, `path` an absolute path, `fingerprint` the
    SHA-256 of its title and paragraphs in hexadecimal digits. Each may be empty.
    """

    address: str = ""
    path: str = ""
    fingerprint: str = ""

    def is_same(self, other: ArticleId) -> bool:
        """Whether two ids are of one article: by address where both have one, else by path or by text."""
        if self.address and other.address:
            return self.address == other.address
        if self.path and self.path == other.path:
            return True
        return bool(self.fingerprint) and self.fingerprint == other.fingerprint
