"""Convert the tokens of a Markdown text to blocks.

Owns the conversion of nesting to kinds and levels: an item has the level of its list, a quote has its depth,
and further paragraphs of an item belong to the item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from markdown_it.token import Token

from reader.model import Block, BlockKind, Inline, InlineKind
from reader.sources.bare_links import with_bare_links
from reader.sources.inline_ranges import Words, joined, settle, stripped
from reader.sources.line_joining import join_lines, join_unspaced
from reader.sources.markdown.inlines import InlineText
from reader.sources.markdown.parser import Parsed, inline_tokens
from reader.sources.scene_breaks import SCENE_BREAK, without_idle_breaks
from reader.sources.text_table import table_blocks
from reader.sources.yaml.schema import MAX_LEVEL, MAX_MARKER
from reader.text.clean import clean

_MAX_ITEM = 20_000
"""The greatest length of an item to which further paragraphs are added. This keeps the cost linear."""

_ALERT = re.compile(r"\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*", re.IGNORECASE)
_RAGGED_BREAK = re.compile(r" \n *|\n +")


def markdown_blocks(parsed: Parsed) -> list[Block]:
    """The blocks in reading order, with the footnotes at the end. Linear."""
    return _BlockReader(parsed).blocks()


class _BlockReader:
    """Reads the tokens once. `_out` is the list for new blocks: the text, or the open footnote."""

    def __init__(self, parsed: Parsed) -> None:
        self._tokens = parsed.tokens
        self._env = parsed.env
        self._text: list[Block] = []
        self._footnotes: dict[str, list[Block]] = {}
        self._out = self._text
        self._numbered: list[bool] = []  # for each open list, whether it is numbered
        self._quotes = 0
        self._marker: str | None = None  # the marker of an open item that has no words yet
        self._item = -1  # the index in `_out` of the open item
        self._outer_items: list[int] = []

    def blocks(self) -> list[Block]:
        """All blocks."""
        at = 0
        while at < len(self._tokens):
            if self._tokens[at].type == "table_open":
                at = self._table(at)
            elif self._tokens[at].type == "inline":
                self._paragraph(self._tokens[at].content, self._tokens[at - 1])
            else:
                self._structure(self._tokens[at])
            at += 1
        return [*without_idle_breaks(self._text), *self._numbered_footnotes()]

    def _structure(self, token: Token) -> None:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                self._numbered.append(token.type == "ordered_list_open")
                self._outer_items.append(self._item)
            case "bullet_list_close" | "ordered_list_close":
                self._numbered.pop()
                self._item = self._outer_items.pop()
            case "list_item_open":
                self._marker = f"{token.info}{token.markup}"[-MAX_MARKER:] if self._numbered[-1] else ""
                self._item = -1
            case "list_item_close":
                self._marker = None
                self._item = -1
            case "blockquote_open":
                self._quotes += 1
            case "blockquote_close":
                self._quotes -= 1
            case "fence" | "code_block":
                text = re.sub(r"\A(?:[ \t]*\n)+", "", clean(token.content)).rstrip()
                if text:
                    self._out.append(Block(text, BlockKind.CODE))
            case "html_block":
                from reader.sources.markdown.html_blocks import html_blocks  # imports lxml

                self._out += html_blocks(token.content)
            case "hr":
                self._out.append(Block(SCENE_BREAK))
            case "footnote_reference_open":
                self._out = self._footnotes.setdefault(token.meta["label"], [])
            case "footnote_reference_close":
                self._out = self._text

    def _paragraph(self, source: str, opening: Token) -> None:
        inline = self._inline(source)
        words = _finished(inline)
        is_heading = opening.type == "heading_open"
        if not words.text:
            return
        if is_heading and not self._quotes and not self._numbered:
            self._add(words, BlockKind.HEADING, int(opening.tag[1]))
        elif self._marker is not None:
            marker, self._marker = self._marker, None
            self._item = len(self._out)
            self._add(words, BlockKind.ITEM, min(max(1, len(self._numbered)), MAX_LEVEL), marker)
        elif self._numbered and self._item == len(self._out) - 1 >= 0 and len(self._out[-1].text) < _MAX_ITEM:
            item = self._out.pop()
            words = joined([Words(item.text, item.inlines), words], "\n\n")
            self._add(words, BlockKind.ITEM, item.level, item.marker)
        elif inline.is_images_only:
            self._add(words, BlockKind.CAPTION)
        elif self._quotes:
            words = _bold(words) if is_heading else _alert(words)
            self._add(words, BlockKind.QUOTE, min(self._quotes, MAX_LEVEL))
        else:
            self._add(words, BlockKind.PARAGRAPH)

    def _inline(self, source: str) -> InlineText:
        if "\n" in source:
            # A line end counts as a blank inside all inline markup, unless there are hard line breaks.
            has_hard_breaks = "  \n" in source or "\\\n" in source
            source = join_unspaced(source) if has_hard_breaks else join_lines(_RAGGED_BREAK.sub("\n", source))
        return InlineText(inline_tokens(source, self._env))

    def _add(self, words: Words, kind: BlockKind, level: int = 0, marker: str = "") -> None:
        self._out.append(Block(words.text, kind, level, marker, inlines=words.inlines))

    def _table(self, at: int) -> int:
        """Read the table whose first token is at `at`. Return the index of its last token."""
        rows: list[list[Words]] = []
        aligns: list[str] = []
        while self._tokens[at].type != "table_close":
            token = self._tokens[at]
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append(_finished(self._inline(token.content)))
            elif token.type == "th_open":
                aligns.append(str(token.attrGet("style") or "").removeprefix("text-align:"))
            at += 1
        self._out += table_blocks(rows[0], rows[1:], aligns)
        return at

    def _numbered_footnotes(self) -> Iterator[Block]:
        """The footnotes as numbered items. Footnotes without a reference come last."""
        numbers: dict[str, Any] = self._env.get("footnotes", {}).get("numbers", {})
        for label in [*numbers, *self._footnotes]:
            for index, block in enumerate(self._footnotes.pop(label, ())):
                if index == 0 and block.kind in (BlockKind.PARAGRAPH, BlockKind.CAPTION):
                    marker = f"[{numbers.setdefault(label, len(numbers) + 1)}]"[:MAX_MARKER]
                    block = Block(block.text, BlockKind.ITEM, 1, marker, inlines=block.inlines)
                yield block


def _finished(inline: InlineText) -> Words:
    return with_bare_links(stripped(inline.words()))


def _bold(words: Words) -> Words:
    bold = Inline(0, len(words.text), InlineKind.STRONG)
    return Words(words.text, settle(words.text, (*words.inlines, bold)))


def _alert(words: Words) -> Words:
    """Replace GitHub's marker of a note or warning, such as `[!NOTE]`, with a bold word."""
    found = _ALERT.match(words.text)
    if not found or any(i.start < found.end() for i in words.inlines):
        return words
    shifted = [i._replace(start=i.start - found.end(), end=i.end - found.end()) for i in words.inlines]
    rest = Words(words.text[found.end() :], tuple(shifted))
    return joined([_bold(Words(f"{found[1].capitalize()}:")), rest], " ")
