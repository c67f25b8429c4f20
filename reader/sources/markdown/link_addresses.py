"""A Markdown parser that keeps every address as it was written.

Addresses are judged by `safe_href` afterwards: refused or changed here, a link's brackets would stay in
the text. A module of its own because articles without markup, and the start of the program, need no parser.
"""

from __future__ import annotations

from markdown_it import MarkdownIt


class KeepingAddresses(MarkdownIt):
    """markdown-it without a word of its own on addresses."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the name it is called by
        """Take every address."""
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the name it is called by
        """Leave an address as it is."""
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - the name it is called by
        """Show an address as it is."""
        return link
