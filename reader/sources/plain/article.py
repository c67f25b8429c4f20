"""Plain texts as articles.

Owns the order of the steps: the frame is taken off, the lines become blocks, a title is found.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.errors import ArticleError
from reader.model import Block, BlockKind, Document, Inline, InlineKind
from reader.sources.authors import authors_of
from reader.sources.bare_links import with_bare_links
from reader.sources.inline_ranges import Words
from reader.sources.pausing import collector_paused
from reader.sources.plain.blocks import Walk
from reader.sources.plain.boilerplate import Framed, unframed, without_pages
from reader.sources.plain.lines import TAB, Chunk, chunks_of
from reader.sources.scene_breaks import without_idle_pauses
from reader.sources.titles import same, title_of
from reader.text.clean import clean, clean_line

_OVERSTRUCK = re.compile("[^\n]\x08")
_STANDARD = re.compile(r"\A\s*(?:Network Working Group|Internet Engineering Task Force|INTERNET-DRAFT)", re.I)
_BY = re.compile(r"by:? +(?=\S)(.{2,80})\Z", re.IGNORECASE | re.DOTALL)
_UNDERSCORED = re.compile(r"(?<![\w_])_(?=[^\s_])([^_]{1,400})(?<=[^\s_])_(?![\w_])")
_LONGEST = 100


def parse(text: str, name: str) -> Document:
    """The article in `text`; `name` is what the source is called.

    Raises ArticleError when there are no words. Linear; for 1 MB of prose 0.05 s, or 0.2 s
    where its lines are wrapped.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n")
    text = text.replace("\u2028", "\n").replace("\u2029", "\n\n").replace("\v", "\n")
    if "\b" in text:
        text = _OVERSTRUCK.sub("", text)
    frame = unframed(text)
    rows = without_pages(frame.text.expandtabs(TAB))
    with collector_paused():
        chunks = chunks_of(clean("\n".join(rows)).split("\n"))
        if not chunks:
            raise ArticleError(clean_line(name) or "(no name)", "there is no text in it")
        blocks = list(without_idle_pauses(Walk(chunks).run())) or [Block(chunks[0].lines[0].text)]
    title, authors, blocks = _titled(frame, blocks, chunks)
    marked = [_marked(block, frame.book) for block in blocks]
    with_marks = any(block.inlines for block in marked)
    return Document(
        title=title or title_of(name, tuple(marked)),
        blocks=tuple(marked),
        authors=authors,
        source=frame.source,
        published=frame.published,
        language=frame.language,
        markup="markdown" if with_marks else "plain",
        note=frame.note,
    )


def _titled(
    frame: Framed, blocks: list[Block], chunks: Sequence[Chunk]
) -> tuple[str, tuple[str, ...], list[Block]]:
    """The title and the authors, and the blocks without the lines that say no more than these."""
    title, authors = frame.title, frame.authors
    at = 0
    if not title:
        at = _title_block(blocks, chunks)
        if at < 0 or len(blocks) < 2:
            return "", authors, blocks
        title = clean_line(blocks[at].text)
        blocks = blocks[:at] + blocks[at + 1 :]
    elif len(blocks) > 1 and same(title, blocks[0].text):
        blocks = blocks[1:]
    by = _BY.match(blocks[at].text) if at < len(blocks) and len(blocks) > 1 else None
    if by and len(by[1].split()) < 8 and not by[1].endswith("."):
        found = authors_of(clean_line(by[1]))
        if found and (not authors or same(" ".join(authors), " ".join(found))):
            return title, found, blocks[:at] + blocks[at + 1 :]
    return title, authors, blocks


def _title_block(blocks: Sequence[Block], chunks: Sequence[Chunk]) -> int:
    """The index of the block that is the title; -1 for none."""
    if _STANDARD.match(chunks[0].lines[0].text):
        centred = (join for join in map(_centred, chunks[1:12]) if join)
        words = next(centred, "")
        return next((at for at, block in enumerate(blocks[:14]) if words and same(words, block.text)), -1)
    first = blocks[0]
    if first.kind is BlockKind.HEADING:
        return 0
    opening = chunks[0].lines[0]
    single = len(chunks[0].lines) == 1 or chunks[0].indent > 8 or opening.text == first.text
    short = len(first.text) <= _LONGEST and first.text.count("\n") < 3
    if first.kind is BlockKind.PARAGRAPH and single and short and _is_title(first.text):
        return 0
    return -1


def _is_title(text: str) -> bool:
    return text[-1] not in ".,;:。，；：" and not text[0].islower() and any(sign.isalpha() for sign in text)


def _centred(chunk: Chunk) -> str:
    if len(chunk.lines) > 4 or chunk.indent < 6 or any("   " in line.text for line in chunk.lines):
        return ""
    return " ".join(line.text for line in chunk.lines)


def _marked(block: Block, book: bool) -> Block:
    """The block with its addresses as links, and the underscored words of a book as emphasis."""
    text = block.text
    if block.kind is BlockKind.CODE or not ("://" in text or (book and "_" in text)):
        return block
    words = _emphasised(text) if book else Words(text)
    words = with_bare_links(words)
    return Block(words.text, block.kind, block.level, block.marker, inlines=words.inlines)


def _emphasised(text: str) -> Words:
    pieces: list[str] = []
    ranges = []
    at = length = 0
    for found in _UNDERSCORED.finditer(text):
        pieces += [text[at : found.start()], found[1]]
        length += found.start() - at
        ranges.append(Inline(length, length + len(found[1]), InlineKind.EMPHASIS))
        length += len(found[1])
        at = found.end()
    return Words("".join([*pieces, text[at:]]), tuple(ranges))
