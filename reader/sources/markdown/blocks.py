"""The blocks of a Markdown text, from its tokens.

Owns how nesting becomes kinds and levels: items know their list, quotations their depth, and what an
item says in further paragraphs stays with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from markdown_it.token import Token

from reader.model import Block, BlockKind, Inline, InlineKind
from reader.sources.inline_runs import Words, finish
from reader.sources.markdown.html_blocks import html_blocks
from reader.sources.markdown.inlines import Inlines
from reader.sources.markdown.parser import Parsed
from reader.sources.scene_breaks import PAUSE, without_idle_pauses
from reader.sources.text_table import table_blocks
from reader.sources.yaml.schema import MAX_LEVEL, MAX_MARKER
from reader.text.clean import clean

_LONGEST = 20_000
"""Characters up to which an item grows by its further paragraphs."""

_ALERT = re.compile(r"\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*", re.IGNORECASE)


def markdown_blocks(parsed: Parsed) -> list[Block]:
    """The blocks in reading order, the notes at the end. Linear."""
    return _Walk(parsed).blocks()


class _List(NamedTuple):
    """An open list: whether its items are numbered."""

    numbered: bool


class _Walk:
    """Goes over the tokens once. `_out` is where blocks go: the text, or the note that is open."""

    def __init__(self, parsed: Parsed) -> None:
        self._tokens = parsed.tokens
        self._inlines = Inlines(parsed.env)
        self._text: list[Block] = []
        self._notes: dict[str, list[Block]] = {}
        self._out = self._text
        self._lists: list[_List] = []
        self._quotes = 0
        self._marker: str | None = None  # of an item that has no words yet
        self._item = -1  # index in `_out` of the item that is open
        self._outer: list[int] = []  # the same of the items around it

    def blocks(self) -> list[Block]:
        """All of them."""
        at = 0
        while at < len(self._tokens):
            token = self._tokens[at]
            if token.type == "table_open":
                at = self._table(at)
            elif token.type == "inline":
                self._paragraph(token, self._tokens[at - 1])
            elif token.type in _STEPS:
                _STEPS[token.type](self, token)
            at += 1
        return [*without_idle_pauses(self._text), *self._numbered_notes()]

    def _paragraph(self, token: Token, opening: Token) -> None:
        words, pictures = self._inlines.words(token.content)
        if not words.text:
            return
        if opening.type == "heading_open" and not self._quotes and not self._lists:
            self._add(words, BlockKind.HEADING, int(opening.tag[1]))
        elif self._marker is not None:
            marker, self._marker = self._marker, None
            self._item = len(self._out)
            self._add(words, BlockKind.ITEM, min(max(1, len(self._lists)), MAX_LEVEL), marker)
        elif self._lists and self._item == len(self._out) - 1 >= 0 and len(self._out[-1].text) < _LONGEST:
            self._continue(words)
        elif pictures:
            self._add(words, BlockKind.CAPTION)
        elif self._quotes:
            if opening.type == "heading_open":
                words = finish(words.text, (*words.inlines, Inline(0, len(words.text), InlineKind.STRONG)))
            self._add(_alert(words), BlockKind.QUOTE, min(self._quotes, MAX_LEVEL))
        else:
            self._add(words, BlockKind.PARAGRAPH)

    def _add(self, words: Words, kind: BlockKind, level: int = 0, marker: str = "") -> None:
        self._out.append(Block(words.text, kind, level, marker, inlines=words.inlines))

    def _continue(self, words: Words) -> None:
        """Another paragraph of the open item: it belongs to the item, after an empty line."""
        item = self._out[-1]
        text = f"{item.text}\n\n{words.text}"
        shift = len(item.text) + 2
        moved = [Inline(i.start + shift, i.end + shift, i.kind, i.href) for i in words.inlines]
        self._out[-1] = Block(text, BlockKind.ITEM, item.level, item.marker, inlines=(*item.inlines, *moved))

    def _open_list(self, token: Token) -> None:
        self._lists.append(_List(token.type == "ordered_list_open"))
        self._outer.append(self._item)

    def _close_list(self, token: Token) -> None:
        self._lists.pop()
        self._item = self._outer.pop()

    def _open_item(self, token: Token) -> None:
        numbered = self._lists[-1].numbered
        self._marker = f"{token.info}{token.markup}"[-MAX_MARKER:] if numbered else ""
        self._item = -1

    def _close_item(self, token: Token) -> None:
        self._marker = None
        self._item = -1

    def _open_quote(self, token: Token) -> None:
        self._quotes += 1

    def _close_quote(self, token: Token) -> None:
        self._quotes -= 1

    def _code(self, token: Token) -> None:
        text = clean(token.content).strip("\n").rstrip()
        lines = text.split("\n")
        while lines and not lines[0].strip():
            del lines[0]
        if lines:
            self._out.append(Block("\n".join(lines), BlockKind.CODE))

    def _html(self, token: Token) -> None:
        self._out += html_blocks(token.content)

    def _break(self, token: Token) -> None:
        self._out.append(Block(PAUSE))

    def _open_note(self, token: Token) -> None:
        self._out = self._notes.setdefault(token.meta["label"], [])

    def _close_note(self, token: Token) -> None:
        self._out = self._text

    def _table(self, at: int) -> int:
        """Read the table whose first token is at `at`; the index of its last token."""
        rows: list[list[Words]] = []
        aligns: list[str] = []
        while self._tokens[at].type != "table_close":
            token = self._tokens[at]
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append(self._inlines.words(token.content)[0])
            elif token.type == "th_open":
                aligns.append(str(token.attrGet("style") or "").removeprefix("text-align:"))
            at += 1
        self._out += table_blocks(rows[0], rows[1:], aligns)
        return at

    def _numbered_notes(self) -> Iterator[Block]:
        """The notes as items with their numbers; those that nothing refers to come last."""
        for label in [*self._inlines.labels, *self._notes]:
            for index, block in enumerate(self._notes.pop(label, ())):
                if index == 0 and block.kind in (BlockKind.PARAGRAPH, BlockKind.CAPTION):
                    marker = f"[{self._inlines.number(label)}]"[:MAX_MARKER]
                    block = Block(block.text, BlockKind.ITEM, 1, marker, inlines=block.inlines)
                yield block


def _alert(words: Words) -> Words:
    """A quotation that is marked as a note or warning says so in a word."""
    found = _ALERT.match(words.text)
    if not found or any(i.start < found.end() for i in words.inlines):
        return words
    head = f"{found[1].capitalize()}: "
    shift = len(head) - found.end()
    moved = [Inline(i.start + shift, i.end + shift, i.kind, i.href) for i in words.inlines]
    bold = Inline(0, len(head) - 1, InlineKind.STRONG)
    return finish(head + words.text[found.end() :], (bold, *moved))


_STEPS = {
    "bullet_list_open": _Walk._open_list,
    "ordered_list_open": _Walk._open_list,
    "bullet_list_close": _Walk._close_list,
    "ordered_list_close": _Walk._close_list,
    "list_item_open": _Walk._open_item,
    "list_item_close": _Walk._close_item,
    "blockquote_open": _Walk._open_quote,
    "blockquote_close": _Walk._close_quote,
    "fence": _Walk._code,
    "code_block": _Walk._code,
    "html_block": _Walk._html,
    "hr": _Walk._break,
    "footnote_reference_open": _Walk._open_note,
    "footnote_reference_close": _Walk._close_note,
}
