"""A run of text with its markup, as it grows from an importer's pieces.

Owns the tags of HTML that mean something inside a paragraph, wherever such tags come from, and the
last step of every importer: text and ranges through the gate, without blanks at the ends.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from reader.model import Inline, InlineKind
from reader.sources.markdown.html_tags import Tag, attribute
from reader.sources.yaml.inline import ELEMENTS, cleaned, safe_href, settle
from reader.text.clean import is_clean

HIDDEN = frozenset(("script", "style", "template", "noframes"))
"""Elements whose content no reader sees."""

_KINDS = {**ELEMENTS, "a": InlineKind.LINK}


class Words(NamedTuple):
    """Cleaned text and its settled ranges."""

    text: str
    inlines: tuple[Inline, ...] = ()


class Run:
    """Collects text and ranges. `pictures_only` tells whether nothing but pictures gave its words."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._ranges: list[Inline] = []
        self._open: list[tuple[str, int, InlineKind, str]] = []
        self._hidden = ""
        self._length = 0
        self._words = self._pictures = 0

    @property
    def pictures_only(self) -> bool:
        """Whether there are pictures, and no words but theirs."""
        return bool(self._pictures) and not self._words

    @property
    def ends_blank(self) -> bool:
        """Whether a blank added now would be the second one, or the first of all."""
        return not self._pieces or self._pieces[-1][-1].isspace()

    def text(self, words: str) -> None:
        """Add words; none while inside a hidden element."""
        if words == " " and self._pieces and self._pieces[-1] == " ":
            return  # between pictures of which one has no words
        if words and not self._hidden:
            self._pieces.append(words)
            self._length += len(words)
            self._words += not words.isspace()

    def marked(self, words: str, kind: InlineKind, href: str = "") -> None:
        """Add words that have one meaning as a whole."""
        start = self._length
        self.text(words)
        if self._length > start:
            self._ranges.append(Inline(start, self._length, kind, href))

    def begin(self, name: str, kind: InlineKind, href: str = "") -> None:
        """From here on words mean `kind`, until `end(name)`."""
        self._open.append((name, self._length, kind, href))

    def end(self, name: str) -> None:
        """Close the innermost `name` that is open; nothing where none is."""
        for index in range(len(self._open) - 1, max(-1, len(self._open) - 100), -1):
            if self._open[index][0] == name:
                _, start, kind, href = self._open.pop(index)
                self._ranges.append(Inline(start, self._length, kind, href))
                return

    def picture(self, words: str, href: str) -> None:
        """Add a picture: its words, with a link to it unless a link is open already."""
        linked = any(kind is InlineKind.LINK for _, _, kind, _ in self._open)
        words = words or ("" if linked else safe_href(href))
        if not words or self._hidden:
            return
        before = self._words
        if linked:
            self.text(words)
        else:
            self.marked(words, InlineKind.LINK, href)
        self._pictures += 1
        self._words = before

    def tag(self, tag: Tag) -> None:
        """What an HTML tag inside a paragraph does to the words around it."""
        if self._hidden:
            if tag.closes and tag.name == self._hidden:
                self._hidden = ""
        elif tag.name in HIDDEN:
            self._hidden = "" if tag.closes or tag.empty else tag.name
        elif tag.name == "br":
            self.text("\n")
        elif tag.name == "img":
            if not tag.closes:
                self.picture(attribute(tag, "alt") or attribute(tag, "title"), attribute(tag, "src"))
        elif tag.name in _KINDS and not tag.empty:
            if tag.closes:
                self.end(tag.name)
            else:
                self.begin(tag.name, _KINDS[tag.name], attribute(tag, "href") if tag.name == "a" else "")

    def words(self) -> Words:
        """What was collected so far. Ranges that were not closed reach to its end."""
        for _, start, kind, href in self._open:
            self._ranges.append(Inline(start, self._length, kind, href))
        return finish("".join(self._pieces), self._ranges)


def finish(raw: str, ranges: Iterable[Inline] = ()) -> Words:
    """`raw` with its ranges, through the gate and without blanks at its ends or before its newlines.

    The text counts: where cleaning reaches across the edge of a range, the ranges are given up.
    """
    ranges = list(ranges)
    if not is_clean(raw):
        raw, ranges = cleaned(raw, ranges)
    text = raw.strip()
    if not ranges:
        return Words(text)
    cut = len(raw) - len(raw.lstrip())
    limit = len(text)
    moved = [
        Inline(max(0, min(r.start - cut, limit)), max(0, min(r.end - cut, limit)), r.kind, r.href)
        for r in ranges
    ]
    return Words(text, settle(text, moved))
