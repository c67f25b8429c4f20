"""The source that the user named on the command line: a file, a web address or standard input.

A source is parsed once, by `parse_source`, and is kept with the article that was loaded from it.
Only this module decides whether a word is an address, and whether it names a highlight of the article.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple, TypeAlias

from reader.errors import SourceError
from reader.model import HighlightId, QuoteKey, Span
from reader.sources.formats import Format, has_article_suffix
from reader.text.clean import clean_line
from reader.text.patterns import compiled

STDIN = "-"
"""The word for standard input."""


class FileSource(NamedTuple):
    """A file. `path` is the path that was typed, with `~` expanded; `name` is its name in messages.

    `format` is the format that the user requested; None to detect it. `whole_page` requests all the text of
    a web page. The other sources have the same two options.
    """

    path: Path
    name: str
    format: Format | None = None
    whole_page: bool = False

    @classmethod
    def at(cls, path: Path) -> FileSource:
        """The file at a path that the program made and the user did not type."""
        return cls(path, clean_line(str(path)))

    @property
    def is_article_file(self) -> bool:
        """Whether the file is an article file, by the requested format or by its suffix."""
        return self.format is Format.YAML or (self.format is None and has_article_suffix(self.path.name))


class UrlSource(NamedTuple):
    """A page at a web address."""

    url: str
    format: Format | None = None
    whole_page: bool = False

    @property
    def name(self) -> str:
        """The address for messages, without credentials."""
        from reader.sources.fetch.address import shown

        return shown(self.url)


class StdinSource(NamedTuple):
    """Standard input."""

    format: Format | None = None
    whole_page: bool = False

    @property
    def name(self) -> str:
        """The name of standard input in messages."""
        return "standard input"


_TARGET = r"#([hq])-([0-9a-f]{8}(?:-[1-9][0-9]{0,5})?)\Z"
"""The end of a source that opens the article at a highlight or quote. Web pages use other fragments."""

_PASSAGE = r"#p-([0-9]{1,7})-([0-9]{1,8})-([0-9]{1,8})\Z"
"""The end of a source that opens the article at a passage: paragraph from 0, start and end in code points."""

SourceRef: TypeAlias = FileSource | UrlSource | StdinSource


def parse_source(word: str, format: str | None = None, whole_page: bool = False) -> SourceRef:
    """The source that `word` names. Raises SourceError if it is neither a file nor an address.

    Only http and https addresses are accepted. A word that resembles an address, such as `https:/host`, is
    a file only if that file exists. Otherwise an error message could show a password that the word contains.
    """
    requested = None if format is None else Format(format)
    if word == STDIN:
        return StdinSource(requested, whole_page)
    scheme, separator, _ = word.lstrip()[:16].partition("://")
    if separator and scheme.isalpha():
        from reader.sources.fetch.address import read

        read(word)  # raises the error of a malformed address
        return UrlSource(word.strip(" \t\r\n"), requested, whole_page)
    path = _expanded(word)
    name = clean_line(word)
    if "://" in word or word.lstrip()[:6].lower().startswith(("http:", "https:")):
        from reader.sources.fetch.address import shown

        name = shown(word)
        if not os.path.lexists(path):
            raise SourceError(name, "is neither a file nor an address; expected https://host/page")
    if not word:  # `Path("")` is the current directory
        raise SourceError("(no name)", "is no file; name one, or - for standard input")
    return FileSource(path, name or "(no name)", requested, whole_page)


def split_target(word: str) -> tuple[str, HighlightId | QuoteKey | Span | None]:
    """The source that `word` names, and the highlight, quote or passage at which to open it.

    `story.yaml#h-1a2b3c4d` names a highlight, `story.yaml#q-1a2b3c4d` a quote, and `story.yaml#p-3-10-14` a
    passage, whose place is only valid in the text as it is now. The target is None if the word does not end
    with one, or if a file has the whole word as its name.
    """
    found = compiled(_TARGET).search(word) or compiled(_PASSAGE).search(word)
    if found is None or not found.start() or os.path.lexists(_expanded(word)):
        return word, None
    if len(found.groups()) == 3:
        block, start, end = map(int, found.groups())
        return word[: found.start()], Span(block, start, max(start, end))
    kind, name = found.groups()
    return word[: found.start()], QuoteKey(name) if kind == "q" else HighlightId(name)


def highlight_fragment(highlight: HighlightId) -> str:
    """The end of a source in the command that opens the article at a highlight; see `split_target`."""
    return f"#h-{highlight}"


def quote_fragment(quote: QuoteKey) -> str:
    """The end of a source in the command that opens the article at a quote; see `split_target`."""
    return f"#q-{quote}"


def passage_fragment(span: Span) -> str:
    """The end of a source in the command that opens the article at a passage; see `split_target`."""
    return f"#p-{span.block}-{span.start}-{span.end}"


def _expanded(word: str) -> Path:
    path = Path(word)
    try:
        return path.expanduser()
    except RuntimeError:  # there is no such user, but a file can have this name
        return path
