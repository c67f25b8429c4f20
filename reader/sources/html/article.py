"""Read a page as a document: sanitise, parse and extract it, and report why a page is not an article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from reader.errors import ArticleError
from reader.model import Block, BlockKind, Document, Inline, Source
from reader.sources.encoding import decode
from reader.sources.html.article_header import header_of
from reader.sources.html.discussion import discussion_units
from reader.sources.html.dom import Node, parse_tree, squash
from reader.sources.html.embedded_posts import posts_as_quotes
from reader.sources.html.extract import select
from reader.sources.html.feeds import is_feed, read_feed
from reader.sources.html.formulas import formulas_as_code
from reader.sources.html.header_metadata import completed
from reader.sources.html.headline_repeats import without_headline_repeats
from reader.sources.html.main_text import main_texts
from reader.sources.html.metadata import Metadata, base_of, metadata_of
from reader.sources.html.mhtml import is_mhtml, page_of
from reader.sources.html.page_kind import fault_of, link_list
from reader.sources.html.paywall import has_paywall_after
from reader.sources.html.sanitise import sanitise
from reader.sources.html.script_data import is_script_data, without_script_data
from reader.sources.html.script_elements import make_scripts_readable
from reader.sources.html.titles import shown_title
from reader.sources.html.unit_order import infoboxes_after_lead
from reader.sources.html.unit_positions import UnitPositions
from reader.sources.html.units import Unit, units_of
from reader.sources.inline_ranges import Words, lines_of, settle
from reader.sources.titles import has_name, title_of
from reader.text.clean import clean, clean_line

LIMIT = 10 * 2**20
"""The maximum number of characters of a page that are read."""

MOST_TAGS = 100_000
"""The maximum number of tags of a page that are read, which takes ten seconds. Long articles have 10,000."""

_FEWEST = 100  # characters without blanks in the shortest article
_EXPLAINED = 0.5  # the share of the extracted text that must be found again in the page
_TOP = 80  # units at the top of a page that are searched for its title
_STUB = 1200  # characters; a paywalled article with fewer is only the beginning
_WHOLE = "--whole-page shows all its text"


def read_page(data: bytes | str, name: str, url: str, charset: str, whole_page: bool) -> Document:
    """The article in a page. Raises ArticleError for a page without an article."""
    raw = data.encode("utf-8", "replace") if isinstance(data, str) else data
    if is_mhtml(raw):
        found = page_of(raw)
        if found is None:
            raise ArticleError(name, "is a web archive without a page")
        data, charset, url = found.data, found.charset, url or found.url
    text = data if isinstance(data, str) else decode(data, charset, page=True).text
    if is_feed(text):
        feed = read_feed(text[:LIMIT], name, url)
        if feed is None:
            raise ArticleError(name, "is a feed without entries")
        return feed
    read, cut = _within_limits(text)
    page = sanitise(read)
    root = parse_tree(page)
    if root is None:
        raise ArticleError(name, "holds no page")
    formulas_as_code(root)
    posts_as_quotes(root)
    make_scripts_readable(root)
    base = base_of(root, page, url)
    about = metadata_of(root, base, url)
    units = without_script_data(units_of(root, base, fold_infoboxes=not whole_page))
    if whole_page:
        blocks = _blocks(units)
        about = completed(about, header_of(root, units, about.title, range(len(units))), units, root)
    else:
        blocks, about = _article_blocks(root, base, units, about)
    if not blocks:
        raise ArticleError(name, _why_no_text(root, units, about.title, whole_page))
    document = _document(blocks, about, name, whole_page)
    return replace(document, note=cut) if cut else document


def _within_limits(text: str) -> tuple[str, str]:
    """The beginning of a page that is read, and the note that says so; no note for a whole page."""
    if text.count("<") > MOST_TAGS:
        end = next(islice(re.finditer("<", text), MOST_TAGS, None)).start()
        if end < LIMIT:
            return text[:end], f"Only the beginning: the page has more than {MOST_TAGS:,} tags."
    if len(text) > LIMIT:
        return text[
            :LIMIT
        ], f"Only the beginning: the page has more than {LIMIT // 2**20} million characters."
    return text, ""


def _article_blocks(
    root: Node, base: str, units: Sequence[Unit], about: Metadata
) -> tuple[list[Block], Metadata]:
    """The blocks of the article, and the metadata completed from the title and byline that the page shows."""
    posts = discussion_units(units, UnitPositions(units))
    if posts:
        return _blocks(posts), about
    extracted = [text for text in main_texts(root) if not is_script_data(text)]
    indexes, share = select(units, extracted, about.title, about.standfirst)
    enough = sum(map(len, extracted)) > _FEWEST
    if share < _EXPLAINED and enough:
        units = without_script_data(units_of(root, base, with_hidden=True, fold_infoboxes=True))
        indexes, share = select(units, extracted, about.title, about.standfirst)
    if share < _EXPLAINED and enough:
        # The text is not in the elements of the page. It comes from its JSON-LD.
        own = len(squash(about.body)) > 0.8 * len(squash("".join(extracted)))
        texts = [about.body] if own else extracted
        lines = (clean_line(part) for text in texts for part in text.split("\n"))
        about = completed(about, header_of(root, units, about.title, range(min(1, len(units)))), (), root)
        return [Block(line) for line in lines if line and not is_script_data(line)], about
    about = about._replace(
        title=shown_title(about.title, [line for unit in units[:_TOP] for line in unit.text.split("\n")])
    )
    links, note = link_list(units, UnitPositions(units), indexes, about.title, about.url or base)
    if links:
        return links, about._replace(note=note, standfirst="", authors=())
    chosen = [units[i] for i in indexes]
    if len(squash("".join(unit.text for unit in chosen))) < _FEWEST and not _is_text(chosen):
        return [], about
    if fault_of(units, about.title):
        return [], about
    header = header_of(root, units, about.title, indexes)
    about = completed(about, header, chosen, root)
    # Only a short text can be the beginning of a paywalled article.
    if sum(len(unit.text) for unit in chosen) < _STUB and has_paywall_after(units, indexes[0]):
        about = about._replace(closed=True)
    return _blocks(infoboxes_after_lead(without_headline_repeats(chosen, about))), about


def _is_text(units: Sequence[Unit]) -> bool:
    """Whether a short text contains a sentence and is mostly not links."""
    size = sum(len(unit.text) for unit in units)
    linked = sum(unit.linked for unit in units)
    return linked < 0.5 * size and any(
        len(unit.text) >= 40 and unit.text.rstrip()[-1] in '.!?…。！？।؟”"’»)' for unit in units
    )


def _blocks(units: Sequence[Unit]) -> list[Block]:
    out: list[Block] = []
    for unit in units:
        text, inlines = _cleaned(unit)
        if unit.is_wide_table:
            rows = lines_of(Words(text, inlines))
            out += [Block(row.text, BlockKind.ITEM, 1, inlines=row.inlines) for row in rows]
        elif text:
            out.append(Block(text, unit.kind, unit.level, unit.marker, inlines=inlines))
    return out


def _cleaned(unit: Unit) -> tuple[str, tuple[Inline, ...]]:
    """The cleaned text of a unit, with its inline markup moved to the offsets in that text."""
    text = clean(unit.text)
    if unit.kind is BlockKind.CODE:
        return text, ()
    if text == unit.text:
        return text, settle(text, unit.inlines)
    moved = _moved(unit.text, text, unit.inlines)
    return text, settle(text, moved)


def _moved(before: str, after: str, inlines: Sequence[Inline]) -> list[Inline]:
    """The ranges moved from `before` to `after`, which is `before` without some characters."""
    edges = sorted({edge for inline in inlines for edge in (inline.start, inline.end)})
    offsets = {edge: min(len(clean(before[:edge])), len(after)) for edge in edges[:400]}
    return [
        inline._replace(start=offsets[inline.start], end=offsets[inline.end])
        for inline in inlines
        if inline.start in offsets and inline.end in offsets
    ]


def _document(blocks: list[Block], about: Metadata, name: str, whole_page: bool) -> Document:
    title = about.title
    standfirst = "" if whole_page else about.standfirst
    note = about.note
    if about.closed and sum(len(block.text) for block in blocks) < _STUB and not whole_page:
        note = "Only the beginning: the rest of the page is for subscribers."
    if not title:
        heading = next((clean_line(b.text)[:120] for b in blocks if b.kind is BlockKind.HEADING), "")
        title = heading or (clean_line(name) if has_name(name) else title_of(name, tuple(blocks)))
    return Document(
        title=title,
        blocks=tuple(blocks),
        kicker=about.kicker,
        standfirst=standfirst,
        authors=about.authors,
        source=Source(about.site, about.url),
        published=about.published,
        language=about.language,
        markup="markdown" if any(block.inlines for block in blocks) else "plain",
        note=note,
    )


def _why_no_text(root: Node, units: Sequence[Unit], title: str, whole_page: bool) -> str:
    if fault := fault_of(units, title):
        return f"{fault}; {_WHOLE}"
    words = sum(len(unit.text) for unit in units)
    scripts = sum(
        len(script.text or "") + (500 if script.get("src") else 0) for script in root.iter("script")
    )
    if words < 400 and scripts > 800:
        return (
            "has hardly any text, because scripts load the text in a browser; "
            "open the page in a browser, save it there and open the saved file"
        )
    if whole_page or not units:
        return "holds no text"
    return f"no main text was found in the page; {_WHOLE}"
