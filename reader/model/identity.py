"""Identities: recognise the same article, quote or entity in two versions of the article.

An index into a list of quotes or entities becomes wrong when the list changes. An id stays valid: it is
assigned once and kept through corrections and reloads (`reader.reading.identities`).
"""

from __future__ import annotations

from typing import NamedTuple, NewType

QuoteId = NewType("QuoteId", str)
"""One quote of the article being read."""

EntityId = NewType("EntityId", str)
"""One entity of the article being read."""


class QuoteKey(str):
    """The name of a quote on the command line, made from its words; see `identities.quote_keys`."""

    __slots__ = ()


HighlightId = NewType("HighlightId", str)
"""One highlight of an article. It depends only on its words and the time it was made, so it never changes."""


class ArticleId(NamedTuple):
    """The identity of an article: its source address, its file and the fingerprint of its text.

    `address` is the http or https address of its source, `path` an absolute path, `fingerprint` the
    SHA-256 of its title and paragraphs in hexadecimal digits. Each may be empty.
    """

    address: str = ""
    path: str = ""
    fingerprint: str = ""

    def is_same(self, other: ArticleId) -> bool:
        """Whether both ids belong to the same article.

        If both have an address, the addresses decide. Otherwise the path or the fingerprint must be equal.
        """
        if self.address and other.address:
            return self.address == other.address
        if self.path and self.path == other.path:
            return True
        return bool(self.fingerprint) and self.fingerprint == other.fingerprint
