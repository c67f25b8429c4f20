"""Convert plain text to an article.

Owns the order of the steps: remove boilerplate and masthead, convert lines to blocks, find the title.
"""

from __future__ import annotations

import re

from reader.errors import ArticleError
from reader.model import Block, BlockKind, Document, Inline, InlineKind, Source
from reader.sources.authors import authors_of
from reader.sources.bare_links import with_bare_links
from reader.sources.inline_ranges import Words
from reader.sources.plain.blocks import plain_blocks
from reader.sources.plain.boilerplate import GUTENBERG, PlainText, without_boilerplate
from reader.sources.plain.lines import TAB, chunks_of
from reader.sources.plain.masthead import masthead_of
from reader.sources.plain.pages import without_page_breaks
from reader.sources.scene_breaks import without_idle_breaks
from reader.sources.titles import same, title_of, without_sign
from reader.text.clean import clean, clean_line

_LINE_END = re.compile("\r\n?|[\x85\v\u2028]")
_OVERSTRUCK = re.compile("[^\n]\x08")
_BY = re.compile(r"by:? +(?=\S)(.{2,80})\Z", re.IGNORECASE | re.DOTALL)
_UNDERSCORED = re.compile(r"(?<![\w_])_(?=[^\s_])([^_]{1,400})(?<=[^\s_])_(?![\w_])")
_MAX_TITLE = 100


def parse(text: str, name: str) -> Document:
    """The article in `text`; `name` is the name of the source.

    Raises ArticleError if there are no words. Linear.
    """
    text = _OVERSTRUCK.sub("", _LINE_END.sub("\n", text).replace("\u2029", "\n\n"))
    plain = without_boilerplate(text)
    rows = without_page_breaks(plain.text.expandtabs(TAB))
    chunks = chunks_of(clean("\n".join(rows)).split("\n"))
    if not chunks:
        raise ArticleError(clean_line(name) or "(no name)", "there is no text in it")
    masthead = None if plain.title or plain.source.name else masthead_of(chunks)
    if masthead:
        chunks = list(masthead.chunks)
        plain = plain._replace(title=masthead.headline, source=Source(masthead.paper))
    blocks = list(without_idle_breaks(plain_blocks(chunks))) or [Block(chunks[0].lines[0].text)]
    title, authors, blocks = _with_title(plain, blocks, first_line=chunks[0].lines[0].text)
    blocks = [_with_inlines(block, plain.source == GUTENBERG) for block in blocks]
    return Document(
        title=title or title_of(name, tuple(blocks)),
        blocks=tuple(blocks),
        authors=authors,
        source=plain.source,
        published=plain.published,
        language=plain.language,
        markup="markdown" if any(block.inlines for block in blocks) else "plain",
        note=plain.note,
    )


def _with_title(
    plain: PlainText, blocks: list[Block], *, first_line: str
) -> tuple[str, tuple[str, ...], list[Block]]:
    """The title, the authors, and the blocks without the blocks that only repeat these."""
    title, authors = plain.title, plain.authors
    at = 0
    if title:
        if len(blocks) > 1 and same(title, blocks[0].text):
            del blocks[0]
    else:
        if blocks[0].kind is BlockKind.CODE and len(blocks) > 2:
            at = 1  # the first page of a standards document begins with a table
        is_heading = blocks[at].kind is BlockKind.HEADING
        if len(blocks) < 2 or not (
            is_heading or (blocks[at].text == first_line and _is_like_title(blocks[at]))
        ):
            return "", authors, blocks
        title = without_sign(clean_line(blocks.pop(at).text))
    by = _BY.match(blocks[at].text) if len(blocks) > at + 1 else None
    if by and len(by[1].split()) < 8 and not by[1].endswith("."):
        found = authors_of(clean_line(by[1]))
        if found and (not authors or same(" ".join(authors), " ".join(found))):
            del blocks[at]
            return title, found, blocks
    return title, authors, blocks


def _is_like_title(block: Block) -> bool:
    text = block.text
    is_short = block.kind is BlockKind.PARAGRAPH and len(text) <= _MAX_TITLE
    has_letters = any(char.isalpha() for char in text)
    return is_short and has_letters and text[-1] not in ".,;:。，；：" and not text[0].islower()


def _with_inlines(block: Block, is_book: bool) -> Block:
    """The block with links on its web addresses. In a book, words between underscores are emphasised."""
    if block.kind is BlockKind.CODE:
        return block
    words = with_bare_links(_emphasised(block.text) if is_book else Words(block.text))
    return Block(words.text, block.kind, block.level, block.marker, inlines=words.inlines)


def _emphasised(text: str) -> Words:
    pieces = _UNDERSCORED.split(text)
    ranges = []
    at = 0
    for index, piece in enumerate(pieces):
        if index % 2:
            ranges.append(Inline(at, at + len(piece), InlineKind.EMPHASIS))
        at += len(piece)
    return Words("".join(pieces), tuple(ranges))
