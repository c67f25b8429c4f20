"""Find the standfirst of an article: the deck that its header shows, its lead, or its description.

Text that belongs to something else is not taken: another story's teaser, a newsletter box, a biography, a
byline, the slogan of the site, or the beginning of the text, cut short.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from reader.model import BlockKind
from reader.sources.dates import dates_in
from reader.sources.html.article_header import Header, is_byline
from reader.sources.html.author_names import begins_with_by
from reader.sources.html.boilerplate import credits_picture, is_boilerplate, is_label, is_request
from reader.sources.html.dom import Node, parted, squash, words_of
from reader.sources.html.metadata import Metadata
from reader.sources.html.units import Unit
from reader.text.clean import clean_line

_DEK = re.compile(
    r"(?:^|[\s_-])(?:standfirst|dek|deck|sub-?head(?:line|ing)?|subhed|sub-?hl|sub-?title|sub-?titulo|lede"
    r"|lead|lead-?in"
    r"|leadtext|summary|excerpt|strapline|synopsis|intro|intro-?text|article-intro|introduction|chapeau|chapo|vorspann"
    r"|sumario|sommario|entradilla|bajada|copete|ingress|ingres|podzag|catenaccio|occhiello-?testo|anreisser|preamble"
    r"|vorspanntext|kurztext|desc|description|abstract|underrubrik)(?:$|[\s_-])",
    re.IGNORECASE,
)
_DECK = re.compile(
    r"(?:^|[\s_-])(?:standfirst|dek|deck|sub-?head(?:line|ing)?|subhed|sub-?title|strapline|summary|excerpt|synopsis)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:^|[\s_-])(?:lead|lede|lead-?in|intro|intro-?text|introduction|vorspann|chapo|chapeau|ingress|ingres|preamble)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"(?:^|[\s_-])(?:bio|biography|author|authors|byline|newsletter|subscribe|caption|credit|share|tags?|toc|date|time"
    r"|meta|card|related|comments?|breadcrumbs?|site|tagline|notice|alert|audio|video|figure)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CUT = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\[&hellip;\]|»)\s*$")
_BIOGRAPHY = re.compile(
    r"reported (?:from|by)\b|^(?:photographs?|illustrations?|fotos?) (?:by|von|:)",
)
_WORD = re.compile(r"\w{4,}")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_SHORTEST = 25
_LONGEST = 600
_LONGEST_UNMARKED = 300
_FEWEST_WORDS = 4
_SHARED = 0.25
"""The share of the longer words of a description that the article must have."""

_SHARED_SLOGAN = 0.6
"""The same for a description that names the site or has the words of a slogan."""

_SLOGAN = re.compile(
    r"\b(?:latest|breaking) (?:\w+ )?(?:news|stories|updates)|\bnews,|\bwebsite\b|\bhomepage\b|\bofficial\b"
    r"|\bwelcome to\b"
    r"|\bblog\b|\bevery (?:day|week)\b|\bdaily news\b|internetseite|nachrichten aus"
    r"|aktuelle (?:nachrichten|meldungen)"
    r"|willkommen|toute l.actualité|actualités|noticias de|últimas noticias|wiadomości|новости"
    r"|ニュースサイト",
    re.IGNORECASE,
)


class Standfirst(NamedTuple):
    """A standfirst. `in_body`: it is a paragraph of the text, and stays there."""

    text: str = ""
    in_body: bool = False


def is_deck(element: Node) -> bool:
    """Whether the names of an element mean that it is the deck of the article."""
    if element.get("itemprop") in ("description", "alternativeHeadline"):
        return True
    names = parted(f"{element.get('class') or ''} {element.get('id') or ''}")
    return _DEK.search(names) is not None and _OTHER.search(names) is None


def standfirst_of(
    header: Header, body: Sequence[Unit], about: Metadata, authors: Sequence[str]
) -> Standfirst:
    """The standfirst of the article with the text `body` and the metadata `about`."""
    title = about.title
    told = [line for text in about.descriptions if (line := clean_line(re.sub(r"<[^<>]{1,200}>", " ", text)))]
    bare = [squash(_CUT.sub("", line)).casefold() for line in told]
    known = [words for words in bare if len(words) > _SHORTEST]
    shown = squash(title).casefold()
    unfit = {shown, *(squash(name).casefold() for name in authors)}
    text_parent = header.first.element.getparent() if header.first is not None else None
    written = [unit for unit in body if unit.kind is not BlockKind.CAPTION]
    texts = {id(unit) for unit in written}
    headings = [unit for unit in written if unit.kind is BlockKind.HEADING]
    for at, unit in enumerate(header.lines):
        text = clean_line(unit.text)
        if not _may_be(unit, text, unfit, authors):
            continue
        words = squash(text).casefold()
        is_told = any(words.startswith(one) or one.startswith(words) for one in known)
        if is_told or _is_marked(unit, header):
            is_lead = id(unit) in texts and unit.kind is BlockKind.PARAGRAPH and not _is_deck_by_name(unit)
            is_beside = _is_at_text(unit, header.lines[at + 1 :], text_parent)
            return Standfirst(text, is_lead and (is_beside or _is_lead_by_name(unit)))
        if unit.kind is BlockKind.HEADING:
            alone = all(one.element.tag != unit.element.tag for one in headings if one is not unit)
            if alone and unit.level > 1 and at <= 2 and len(text.split()) > _FEWEST_WORDS:
                return Standfirst(text)
        elif (
            _is_in_place(unit, at, header.lines, text_parent, id(unit) in texts)
            and len(text.split()) > _FEWEST_WORDS
        ):
            return Standfirst(text)
    start = next((at for at, unit in enumerate(written) if unit is header.first), 0)
    lead = _lead(written[start:], known, unfit, authors)
    if lead:
        return lead
    whole = squash("".join(unit.text for unit in written[:40])).casefold()
    vocabulary = {word.casefold() for unit in written for word in _WORD.findall(unit.text)}
    vocabulary |= {word.casefold() for word in _WORD.findall(title)}
    own = clean_line(re.sub(r"<[^<>]{1,200}>", " ", about.description))
    for line in told:
        is_slogan = _SLOGAN.search(line) or (
            about.site and squash(about.site).casefold() in squash(line).casefold()
        )
        least = _SHARED_SLOGAN if is_slogan else 0 if line == own else _SHARED
        if not _is_repeated(line, whole, shown) and _share(line, vocabulary, whole) >= least:
            return Standfirst(line)
    return Standfirst()


def _may_be(unit: Unit, text: str, unfit: set[str], authors: Sequence[str]) -> bool:
    """Whether a line can be a standfirst at all: not a byline, a date, a label, a caption or a request."""
    size = len(text) * 2 if _CJK.search(text) else len(text)
    if not size >= _SHORTEST or len(text) > _LONGEST or unit.infobox or unit.linked > 0.5 * len(text):
        return False
    if unit.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ITEM):
        return False
    if squash(text).casefold() in unfit or is_label(text) or is_request(text) or credits_picture(text):
        return False
    if text.startswith(tuple(authors)) if authors else False:
        return False
    if (begins_with_by(text) and len(text) < 80) or _BIOGRAPHY.search(text):
        return False
    if len(text) < 100 and dates_in(text, True):
        return False
    around = [unit.element, *islice(unit.element.iterancestors(), 2)]
    return not any(
        one.tag in ("figcaption", "figure")
        or (one.tag not in ("body", "html", "main", "article") and _is_other(one))
        for one in around
    )


def _is_other(element: Node) -> bool:
    names = parted(f"{element.get('class') or ''} {element.get('id') or ''}")
    if _DEK.search(names) and not re.search(r"bio|author|newsletter|card", names, re.IGNORECASE):
        return False
    return (
        is_boilerplate(element)
        or re.search(
            r"(?:^|[\s_-])(?:bio|biography|newsletter|subscribe|caption|credit|author-card|byline|tagline)(?:$|[\s_-])",
            names,
            re.IGNORECASE,
        )
        is not None
    )


def _is_marked(unit: Unit, header: Header) -> bool:
    around = [unit.element, *islice(unit.element.iterancestors(), 2)]
    title = header.title
    return (
        any(
            is_deck(one)
            for one in around
            if one.tag not in ("body", "html", "main", "article")
            and (title is None or title not in one.iter("h1"))
        )
        and len(words_of(around[0])) < 2 * _LONGEST
    )


def _is_deck_by_name(unit: Unit) -> bool:
    """Whether the names of a line mean a deck, which is no part of the text, rather than a lead."""
    return any(_DECK.search(names) for names in _names_around(unit))


def _is_lead_by_name(unit: Unit) -> bool:
    """Whether the names of a line mean the first paragraph of a text."""
    return any(_LEAD.search(names) for names in _names_around(unit))


def _names_around(unit: Unit) -> list[str]:
    """The class names and ids of a line's element and of the two elements around it."""
    return [
        parted(f"{one.get('class') or ''} {one.get('id') or ''}")
        for one in (unit.element, *islice(unit.element.iterancestors(), 2))
        if one.tag not in ("body", "html", "main", "article")
    ]


def _is_at_text(unit: Unit, after: Sequence[Unit], text_parent: Node | None) -> bool:
    """Whether a line is a sibling of the first paragraph, with no byline between the two."""
    return unit.element.getparent() is text_parent and not any(is_byline(one.text) for one in after)


def _is_in_place(
    unit: Unit, at: int, lines: Sequence[Unit], text_parent: Node | None, is_in_text: bool
) -> bool:
    """Whether a line is directly under the title and apart from the text, or above the byline."""
    if unit.element is text_parent or len(unit.text) > _LONGEST_UNMARKED:
        return False
    if any(is_byline(one.text) for one in lines[at + 1 :]):
        return True
    return at == 0 and not is_in_text and unit.element.getparent() is not text_parent


def _lead(
    written: Sequence[Unit], known: Sequence[str], unfit: set[str], authors: Sequence[str]
) -> Standfirst | None:
    """The first paragraph if it is marked as the lead, or if it is set in bold and is the description."""
    first = next((unit for unit in written if unit.kind is not BlockKind.HEADING or unit.level > 1), None)
    if first is None or len(written) < 3:
        return None
    text = clean_line(first.text)
    if not _may_be(first, text, unfit, authors):
        return None
    around = [first.element, first.element.getparent()]
    marked = any(
        one is not None and is_deck(one) and len(words_of(one)) < 1.3 * len(text) + 20 for one in around
    )
    words = squash(text).casefold()
    is_told = any(words == one for one in known)
    bold = any(
        inline.kind.value == "strong" and inline.end - inline.start >= 0.95 * len(first.text)
        for inline in first.inlines
    )
    apart = first.element.getparent() is not written[1].element.getparent()
    if marked and _is_deck_by_name(first):
        return Standfirst(text)
    if marked or (is_told and (bold or apart)) or (first.kind is BlockKind.HEADING and is_told):
        return Standfirst(text, first.kind is not BlockKind.HEADING)
    return None


def _is_repeated(line: str, body: str, title: str) -> bool:
    """Whether a description is cut short, or repeats the title or what the first paragraphs say."""
    words = squash(line).casefold()
    if not _SHORTEST <= len(line) <= _LONGEST or _CUT.search(line) or words in title or words in body:
        return True
    if title and words.startswith(title) and len(words) < 1.5 * len(title):
        return True
    pieces = [words[i : i + 12] for i in range(0, max(1, len(words) - 11), 6)]
    return sum(piece in body for piece in pieces) >= 0.6 * len(pieces)


def _share(line: str, vocabulary: set[str], body: str) -> float:
    """The share of the longer words of a description that the article has.

    In Chinese and Japanese, the share of its pairs of characters.
    """
    if _CJK.search(line):
        words = squash(line).casefold()
        pairs = [words[i : i + 2] for i in range(len(words) - 1)]
        return sum(pair in body for pair in pairs) / max(1, len(pairs))
    longer = {word.casefold() for word in _WORD.findall(line)}
    return sum(_has(word, vocabulary) for word in longer) / max(1, len(longer))


def _has(word: str, vocabulary: set[str]) -> bool:
    """Whether the article has a word, or another form of it."""
    stem = word[:5]
    return word in vocabulary or (len(word) > 5 and any(other.startswith(stem) for other in vocabulary))
