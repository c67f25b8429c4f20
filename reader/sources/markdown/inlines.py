"""Convert the inline tokens of the Markdown parser to text and ranges.

Owns the meaning of each token: an image is its alternative text with a link to the image, and a pair of HTML
tags marks up the words between the tags, or turns them into a subscript or a superscript.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token

from reader.model import Inline, InlineKind
from reader.sources.inline_ranges import ELEMENTS, Words, cleaned, safe_href
from reader.sources.sub_and_superscript import LONGEST, script_text

_KINDS = {**ELEMENTS, "a": InlineKind.LINK}
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]*)")
_MAX_OPEN = 100
"""The maximum number of open elements that are compared with a closing tag."""


class InlineText:
    """The text and ranges of one paragraph, collected from its tokens."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._ranges: list[Inline] = []
        self._open: list[tuple[str, int, str]] = []  # name of the element, start, address
        self._has_words = self._has_images = False
        for token in tokens:
            self._read(token)
        self._open = [one for one in self._open if one[0] in _KINDS]
        while self._open:
            self._close(self._open[-1][0])

    @property
    def is_images_only(self) -> bool:
        """Whether all words are the words of images."""
        return self._has_images and not self._has_words

    def words(self) -> Words:
        """The cleaned text and its settled ranges; blanks at the ends are kept."""
        return cleaned("".join(self._pieces), self._ranges)

    def _read(self, token: Token) -> None:
        match token.type:
            case "em_open" | "strong_open" | "s_open" | "link_open":
                self._open.append((token.tag, self._length, str(token.attrGet("href") or "")))
            case "em_close" | "strong_close" | "s_close" | "link_close":
                self._close(token.tag)
            case "code_inline":
                start = self._length
                self._add(token.content)
                self._ranges.append(Inline(start, self._length, InlineKind.CODE))
            case "softbreak":
                self._add(" ")
            case "hardbreak":
                self._add("\n")
            case "image":
                words = _alternative_text(token.children or ()) or str(token.attrGet("title") or "")
                self._image(words, str(token.attrGet("src") or ""))
            case "html_inline":
                self._html(token.content)
            case _:
                self._add(token.content)

    def _add(self, text: str) -> None:
        if text:
            self._pieces.append(text)
            self._length += len(text)
            self._has_words = self._has_words or not text.isspace()

    def _close(self, name: str) -> None:
        """Close the innermost open element of this name. Do nothing if no such element is open."""
        for index in range(len(self._open) - 1, max(-1, len(self._open) - _MAX_OPEN), -1):
            if self._open[index][0] == name:
                _, start, href = self._open.pop(index)
                if name in _KINDS:
                    self._ranges.append(Inline(start, self._length, _KINDS[name], href))
                else:
                    self._make_readable(name, start)
                return

    def _make_readable(self, name: str, start: int) -> None:
        """Replace the subscript or superscript that begins at `start` with plain text.

        Does nothing if it contains a link or code, or is inside a link to a footnote. Emphasis in it is lost.
        """
        if any("#" in href for _, _, href in self._open[-_MAX_OPEN:]):
            return
        at, left = len(self._pieces), self._length - start
        while left > 0 and len(self._pieces) - at <= LONGEST:
            at -= 1
            left -= len(self._pieces[at])
        if left:
            return
        kept = len(self._ranges)
        while kept and self._ranges[kept - 1].start >= start and self._ranges[kept - 1].end > start:
            kept -= 1
            if self._ranges[kept].kind in (InlineKind.LINK, InlineKind.CODE):
                return
        text, before = "".join(self._pieces[at:]), "".join(self._pieces[max(0, at - 2) : at])
        changed = script_text(name, text, before)
        if changed == text:
            return
        self._pieces[at:] = [changed]
        self._length = start + len(changed)
        self._ranges[kept:] = []
        self._open = [(tag, min(begin, self._length), href) for tag, begin, href in self._open]

    def _image(self, words: str, address: str) -> None:
        """Add the words of an image, with a link to the image unless it is already inside a link."""
        in_link = any(name == "a" for name, _, _ in self._open[:_MAX_OPEN])
        words = words or ("" if in_link else safe_href(address))
        if not words and self._pieces and self._pieces[-1] == " ":
            self._pieces.pop()  # the blank after the image is enough
            self._length -= 1
        start, had_words = self._length, self._has_words
        self._add(words)
        self._has_words = had_words
        self._has_images = self._has_images or bool(words)
        if not in_link:
            self._ranges.append(Inline(start, self._length, InlineKind.LINK, address))

    def _html(self, source: str) -> None:
        """Apply an HTML tag. A placeholder such as `<your name>` is text; a comment is left out."""
        found = _TAG.match(source)
        if found is None:
            return
        closes, name = bool(found[1]), found[2].lower()
        if name == "br":
            self._add("\n")
        elif name in _KINDS or name in ("sub", "sup"):
            if closes:
                self._close(name)
            elif not source.endswith("/>"):
                self._open.append((name, self._length, _attribute(source, "href") if name == "a" else ""))
        elif name == "img":
            if closes:
                return
            self._image(_attribute(source, "alt") or _attribute(source, "title"), _attribute(source, "src"))
        else:
            from reader.sources.markdown.html_blocks import is_placeholder  # imports lxml

            self._add(source if is_placeholder(source) else "")


def _attribute(tag: str, name: str) -> str:
    from reader.sources.markdown.html_blocks import attribute  # imports lxml, which most articles do not need

    return attribute(tag, name)


def _alternative_text(tokens: Sequence[Token]) -> str:
    """The words of an image without their markup. Not recursive: images may be nested deeply."""
    pieces = []
    waiting = list(reversed(tokens))
    while waiting:
        token = waiting.pop()
        if token.type == "image":
            waiting += reversed(token.children or ())
        elif token.type in ("softbreak", "hardbreak"):
            pieces.append(" ")
        elif token.type != "html_inline":
            pieces.append(token.content)
    return "".join(pieces).strip()
