"""Write an article as YAML in the style of a careful author.

Reading a written file gives the same document, and writing it again gives the same bytes. Values that reading
can find again are left out. Values that a file cannot contain are also left out, such as a language that is
not a code, or a paragraph id that has only digits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.model import Block, BlockKind, Document, Entity, Extras, Highlight, HighlightColor, Quote, Source
from reader.sources.yaml.inline import write_inline
from reader.sources.yaml.quote_places import QuotePlaces
from reader.sources.yaml.scalars import STEP, WIDTH, entry, flow_list, flow_map, key, node
from reader.sources.yaml.schema import (
    FORMAT,
    KINDS,
    LEVELLED,
    MAX_LEVEL,
    MAX_MARKER,
    ArticleFile,
    ParagraphEntry,
    Shape,
    SourceEntry,
    code_words,
    rules,
)
from reader.text.cells import width

_KEYS = {kind: name for name, kind in KINDS.items()}
_INSIDE = " " * 2 * STEP
"""The indentation of the keys of a list item. Before the first key, it contains the dash."""


def dump(document: Document, *, detected: bool = True) -> str:
    """The article file of `document`; ends with a newline.

    With `detected`, quotes and entities that the source did not give are written too. The file is then the
    authority for them. Linear in the text, plus one search of the text for each quote.
    """
    return "\n".join(_article(document, detected)) + "\n"


def _article(document: Document, detected: bool) -> Iterator[str]:
    markdown = document.markup == "markdown" or any(
        block.inlines and block.kind is not BlockKind.CODE for block in document.blocks
    )
    yield f"format: {FORMAT}"
    yield from _text("", "title", document.title)
    yield from _text("", "kicker", document.kicker)
    yield from _text("", "standfirst", document.standfirst)
    yield from _texts("", "authors", document.authors)
    yield from _source(document.source)
    published = _fitting(ArticleFile, "published", document.published)
    if published:
        yield f"published: {published}"
    yield from _text("", "language", _fitting(ArticleFile, "language", document.language))
    if markdown:
        yield "markup: markdown"
    yield from _text("", "note", document.note)
    yield "paragraphs:"
    for block in document.blocks:
        yield from _paragraph(block, markdown)
    if document.quotes_given or (detected and document.quotes):
        yield from quotes_section(document)
    if document.entities_given or (detected and document.entities):
        yield from entities_section(document)
    if document.highlights:
        yield "highlights:"
        for highlight in document.highlights:
            yield from highlight_item(highlight)
    yield from _extras("", document.extras)


def quotes_section(document: Document) -> Iterator[str]:
    """The lines of `quotes:` with all quotes."""
    yield "quotes:" if document.quotes else "quotes: []"
    places = QuotePlaces(document.blocks)
    for quote in document.quotes:
        yield from quote_item(quote, places)


def entities_section(document: Document) -> Iterator[str]:
    """The lines of `entities:` with all entities."""
    yield "entities:" if document.entities else "entities: []"
    for entity in document.entities:
        yield from entity_item(entity)


def _source(source: Source) -> Iterator[str]:
    pairs = {"name": source.name, "url": _fitting(SourceEntry, "url", source.url)}
    given = {name: text for name, text in pairs.items() if text}
    one_line = f"source: {flow_map(given)}"
    if not given:
        return
    if width(one_line) <= WIDTH:
        yield one_line
    else:
        yield "source:"
        for name, text in given.items():
            yield from _text(" " * STEP, name, text)


def _paragraph(block: Block, markdown: bool) -> Iterator[str]:
    if block.kind is BlockKind.CODE:
        words = code_words(block.text)
    else:
        words = write_inline(block.text, block.inlines) if markdown else block.text.strip()
    name = _fitting(ParagraphEntry, "id", block.id)
    kind = _KEYS.get(block.kind, "text")
    if kind == "text" and not name and not block.extras:
        yield from entry("  -", words, 2 * STEP)
        return
    lines = [*_text(_INSIDE, kind, words)]
    if block.kind in LEVELLED and block.level > 1:
        lines.append(f"{_INSIDE}level: {min(block.level, MAX_LEVEL)}")
    if block.kind is BlockKind.ITEM:
        lines += _text(_INSIDE, "marker", block.marker[:MAX_MARKER].strip())
    lines += _text(_INSIDE, "id", name)
    lines += _extras(_INSIDE, block.extras)
    yield from _item(lines)


def quote_item(quote: Quote, places: QuotePlaces) -> Iterator[str]:
    """The lines of one quote as a list item, with the dash in the third column."""
    return _item(_quote(quote, places))


def entity_item(entity: Entity) -> Iterator[str]:
    """The lines of one entity as a list item, with the dash in the third column."""
    return _item(_entity(entity))


def highlight_item(highlight: Highlight) -> Iterator[str]:
    """The lines of one highlight as a list item, with the dash in the third column."""
    return _item(_highlight(highlight))


def _quote(quote: Quote, places: QuotePlaces) -> Iterator[str]:
    words, paragraph = places.text_and_paragraph(quote)
    yield from _text(_INSIDE, "text", words)
    yield from _text(_INSIDE, "speaker", quote.speaker)
    if isinstance(paragraph, int):
        yield f"{_INSIDE}paragraph: {paragraph}"
    else:
        yield from _text(_INSIDE, "paragraph", paragraph)
    yield from _text(_INSIDE, "context", quote.context)
    yield from _extras(_INSIDE, quote.extras)


def _entity(entity: Entity) -> Iterator[str]:
    yield from _text(_INSIDE, "name", entity.name)
    yield f"{_INSIDE}type: {entity.type}"
    yield from _texts(_INSIDE, "aliases", entity.aliases)
    yield from _text(_INSIDE, "about", entity.about)
    yield from _extras(_INSIDE, entity.extras)


def _highlight(highlight: Highlight) -> Iterator[str]:
    yield from _text(_INSIDE, "text", highlight.text)
    if highlight.text or highlight.color is not HighlightColor.YELLOW:
        yield f"{_INSIDE}color: {highlight.color}"
    yield from _text(_INSIDE, "note", highlight.note)
    if highlight.made:
        yield f"{_INSIDE}made: {highlight.made}"
    if any(highlight.at):
        yield f"{_INSIDE}at: {flow_map(highlight.at._asdict())}"
    yield from _extras(_INSIDE, highlight.extras)


def _item(lines: Iterator[str] | Sequence[str]) -> Iterator[str]:
    """The lines of a mapping as a list item: with a dash before the first line."""
    for index, line in enumerate(lines):
        yield line if index else line.replace("    ", "  - ", 1)


def _text(pad: str, name: str, text: str) -> Iterator[str]:
    if text:
        yield from entry(f"{pad}{name}:", text, len(pad) + STEP)


def _texts(pad: str, name: str, texts: Sequence[str]) -> Iterator[str]:
    """A list of texts, on one line if it fits."""
    if not texts:
        return
    one_line = f"{pad}{name}: {flow_list(texts)}"
    if width(one_line) <= WIDTH:
        yield one_line
        return
    yield f"{pad}{name}:"
    for text in texts:
        yield from entry(f"{pad}  -", text, len(pad) + 2 * STEP)


def _extras(pad: str, extras: Extras) -> Iterator[str]:
    for name, value in extras:
        yield from node(key(pad, name), value, len(pad) + STEP)


def _fitting(shape: type[Shape], name: str, text: str) -> str:
    """`text` if reading accepts it for the key `name`; otherwise empty."""
    return text if rules(shape)[name].takes(text) else ""
