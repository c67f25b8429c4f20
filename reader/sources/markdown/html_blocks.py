"""HTML that stands in a Markdown text as blocks.

Owns what the elements of HTML mean there: where paragraphs begin and end, headings, lists, quotes,
code and tables. A fragment may begin and end anywhere; nothing here needs its tags to pair up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.model import Block, BlockKind
from reader.sources.inline_runs import Run, Words, finish
from reader.sources.markdown.bare_links import bare_links
from reader.sources.markdown.html_tags import Tag, attribute, pieces
from reader.sources.text_table import table_blocks
from reader.sources.yaml.schema import MAX_LEVEL

_BREAK_NAMES = (
    "p div section article main header footer nav aside details summary figure figcaption center form"
    " fieldset address dl dt dd ul ol li menu blockquote pre hr h1 h2 h3 h4 h5 h6 table caption"
    " thead tbody tfoot tr td th body html option legend"
)
_BREAKS = frozenset(_BREAK_NAMES.split())
_BLANKS = re.compile(r"\s+")
_HEADING = re.compile(r"h([1-6])\Z")


def html_blocks(source: str) -> Iterator[Block]:
    """The blocks of an HTML fragment, in order. Linear; never fails."""
    reader = _Fragment()
    for piece in pieces(source):
        if isinstance(piece, str):
            reader.text(piece)
        else:
            reader.tag(piece)
        yield from reader.take()
    reader.flush()
    reader.end_table()
    yield from reader.take()


class _Fragment:
    """Where in the fragment the text stands, and the blocks that are done."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._run = Run()
        self._level = 0  # of the open heading
        self._caption = self._code = False
        self._quotes = 0
        self._lists: list[int | None] = []  # the next number of each open list; None for bullets
        self._item: str | None = None  # the marker of an item that has no words yet
        self._table: list[list[Words]] | None = None
        self._cells = ""  # "th" or "td" while a cell is open
        self._heads = 0  # rows of th cells at the beginning of the table

    def take(self) -> list[Block]:
        """The blocks that are done."""
        done, self._blocks = self._blocks, []
        return done

    def text(self, text: str) -> None:
        """Text between tags."""
        if not self._code:
            text = _BLANKS.sub(" ", text)
            if self._run.ends_blank:
                text = text.lstrip(" ")
        self._run.text(text)

    def tag(self, tag: Tag) -> None:
        """A tag: it ends a paragraph, or it is the paragraph's own affair."""
        if tag.name not in _BREAKS:
            self._run.tag(tag)
            return
        self.flush()
        heading = _HEADING.match(tag.name)
        if heading:
            self._level = 0 if tag.closes else int(heading[1])
        elif tag.name in ("figcaption", "caption"):
            self._caption = not tag.closes
        elif tag.name == "pre":
            self._code = not tag.closes
        elif tag.name == "blockquote":
            self._quotes = max(0, self._quotes + (-1 if tag.closes else 1))
        elif tag.name in ("ul", "ol", "menu", "li"):
            self._list(tag)
        elif tag.name in ("table", "tr", "td", "th"):
            self._of_table(tag)

    def _list(self, tag: Tag) -> None:
        if tag.name == "li":
            self._item = None
            if not tag.closes:
                number = self._lists[-1] if self._lists else None
                self._item = "" if number is None else f"{number}."
                if number is not None:
                    self._lists[-1] = number + 1
        elif tag.closes:
            self._item = None
            if self._lists:
                self._lists.pop()
        else:
            start = attribute(tag, "start")
            first = int(start) if start.isascii() and start.isdigit() and len(start) < 9 else 1
            self._lists.append(first if tag.name == "ol" else None)

    def _of_table(self, tag: Tag) -> None:
        if tag.name == "table":
            self.end_table()
            self._table = None if tag.closes else []
            self._cells = ""
        elif self._table is not None and not tag.closes:
            if tag.name == "tr" or not self._table:
                self._table.append([])
            if tag.name != "tr":
                self._cells = tag.name
        elif tag.name != "tr":
            self._cells = ""

    def end_table(self) -> None:
        """Write out the open table, if there is one."""
        rows, self._table = self._table, None
        heads, self._heads = self._heads, 0
        if rows:
            head = rows[0] if heads and heads == len(rows[0]) else []
            self._blocks += table_blocks(head, [row for row in (rows[1:] if head else rows) if row])

    def flush(self) -> None:
        """End the paragraph that is open."""
        run, self._run = self._run, Run()
        words, pictures = run.words(), run.pictures_only
        if self._code:
            text = words.text.expandtabs(4).strip("\n").rstrip()
            if text:
                self._blocks.append(Block(text, BlockKind.CODE))
            return
        found = tuple(bare_links(words.text, words.inlines))
        words = finish(words.text, (*words.inlines, *found)) if found else words
        if not words.text:
            return
        if self._table is not None and self._cells and self._table:
            self._heads += self._cells == "th" and len(self._table) == 1
            self._table[-1].append(words)
            return
        kind, level, marker = self._kind(pictures)
        self._blocks.append(Block(words.text, kind, level, marker, inlines=words.inlines))

    def _kind(self, pictures: bool) -> tuple[BlockKind, int, str]:
        if self._level:
            return BlockKind.HEADING, self._level, ""
        if self._item is not None:
            marker, self._item = self._item, None
            return BlockKind.ITEM, min(max(len(self._lists), 1), MAX_LEVEL), marker
        if self._caption or pictures:
            return BlockKind.CAPTION, 0, ""
        if self._quotes:
            return BlockKind.QUOTE, min(self._quotes, MAX_LEVEL), ""
        return BlockKind.PARAGRAPH, 0, ""
