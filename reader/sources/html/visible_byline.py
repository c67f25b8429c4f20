"""Find the authors of an article in the visible text of its page.

Used if the metadata does not name a person. Owns the marks by which a byline is recognised.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reader.model import BlockKind
from reader.sources.dates import dates_in
from reader.sources.html.article_header import Header
from reader.sources.html.author_names import begins_with_by, is_full_name, names, without_by
from reader.sources.html.dom import SILENT, Node, attribute_words, hidden, parted, squash
from reader.sources.html.units import Unit
from reader.text.clean import clean_line

_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:byline|bylines|author|authors|author-?name|writer|contributors?|posted-?by|submitted|created-?by"
    r"|p-author|vcard|autor|autoren|auteur|autore|firma|signature|username|firmante|verfasser|redakteur|by-?author)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_NO_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:bio|biography|description|image|avatar|photo|share|social|count|role|job|email|twitter|follow"
    r"|summary|comments?|topics?|tags?)(?:$|[\s_-])",
    re.IGNORECASE,
)
_PROFILE = re.compile(
    r"/(?:authors?|autor(?:en|es)?|auteurs?|staff|people|profile|journalists?|contributors?|by|redaktion|team"
    r"|signataires|columnists?|writers?|reporters?|users?|firmas?|autore|redakteure?)/[^/?#]{3,}",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"(?:^|[\s,·|–—-])(?:by|von|par|por|door|автор:?)\s+(?=[^\W\d_])", re.IGNORECASE)
_TAGS = frozenset(
    [
        "a",
        "span",
        "div",
        "p",
        "address",
        "li",
        "cite",
        "strong",
        "b",
        "em",
        "i",
        "dd",
        "h3",
        "h4",
        "h5",
        "h6",
        "td",
        "section",
        "ul",
    ]
)
_LONGEST_LINE = 160
_BELOW = 4


def visible_authors(header: Header, without: Iterable[str]) -> tuple[str, ...]:
    """The authors in the header of the article or after its text, the nearest byline first; empty if none."""
    others = tuple(without)
    for elements, lines in header.zones():
        is_below = lines is header.lines_below
        found = (
            _of_marks(elements, others, is_below)
            or _of_lines(lines, others)
            or _of_profiles(elements, others)
            or (_of_bare_names(lines, others) if not is_below else _signature(lines, others))
        )
        if found:
            return found
    return ()


def _of_marks(elements: Sequence[Node], without: tuple[str, ...], is_below: bool) -> tuple[str, ...]:
    """The names in the elements that are marked as bylines, the innermost first."""
    marks: tuple[list[Node], ...] = ([], [], [])
    for element in elements:
        if element.tag in _TAGS and (rank := _rank(element)) is not None and not hidden(element):
            marks[rank].append(element)
    for rank, marked in enumerate(marks):
        for element in marked:
            if is_below and rank == 1 and next(element.iter("p"), None) is not None:
                continue  # a box about the author, whose name is in an element of its own
            inner = [e for e in element.iter() if e in marks[0] or e.get("itemprop") == "name"] or [element]
            texts = [text for e in inner if (text := pieces_of(e)) and len(text) < _LONGEST_LINE]
            if found := names(texts, without=without):
                beside = (
                    [e for e in marked if e.getparent() is element.getparent()] if rank == 0 else [element]
                )
                return names([pieces_of(e) for e in beside], without=without) if len(beside) > 1 else found
    return ()


def _rank(element: Node) -> int | None:
    """How sure an element marks an author, 0 being the best; None if it marks none."""
    if "author" in (element.get("rel") or "").split() or element.get("itemprop") == "author":
        return 0
    words = parted(attribute_words(element))
    if not words or _NO_BYLINE.search(words) or not _BYLINE.search(words):
        return None
    return 1


def _of_lines(lines: Sequence[Unit], without: tuple[str, ...]) -> tuple[str, ...]:
    """The names in the first line that begins with "By", or that has "by" after a date."""
    for unit in lines:
        for line in (clean_line(part) for part in unit.text.split("\n")):
            if len(line) > _LONGEST_LINE or (unit.kind is BlockKind.HEADING and not begins_with_by(line)):
                continue
            if begins_with_by(line):
                found = tuple(name for name in names([line], without=without) if _is_sure(name, line))
            elif (match := _INSIDE.search(line)) and len(line) < 90 and not line.endswith((".", "!", "?")):
                found = tuple(n for n in names([line[match.end() :]], without=without) if is_full_name(n))
            else:
                found = ()
            if found:
                return found
    return ()


def _is_sure(name: str, line: str) -> bool:
    """Whether a name in a byline is one: a full name, or all there is after a colon or "by"."""
    return (
        is_full_name(name)
        or name.isupper()
        or not name.isascii()
        or squash(without_by(line)).strip("-–—|,·:") == squash(name)
    )


def _of_profiles(elements: Sequence[Node], without: tuple[str, ...]) -> tuple[str, ...]:
    """The names in the links to pages about authors."""
    links = [e for e in elements if e.tag == "a" and _PROFILE.search(e.get("href") or "")]
    return tuple(n for n in names([pieces_of(e) for e in links], without=without) if is_full_name(n))


def _of_bare_names(lines: Sequence[Unit], without: tuple[str, ...]) -> tuple[str, ...]:
    """The names in a short line that has nothing else but a date, or that is beside a line with a date."""
    texts = [
        clean_line(line)
        for unit in lines
        for line in unit.text.split("\n")
        if unit.kind is BlockKind.PARAGRAPH
    ]
    dated = [len(text) <= _LONGEST_LINE and bool(dates_in(text, True)) for text in texts]
    for i, text in enumerate(texts):
        is_near = dated[i] or any(dated[max(0, i - 1) : i + 2])
        if len(text) > 80 or text.endswith((".", "!", "?")) or not (is_near or len(texts) == 1):
            continue
        parts = names([text], without=without)
        if parts and all(is_full_name(name) and len(name.split()) <= 3 for name in parts):
            return parts
    return ()


def _signature(lines: Sequence[Unit], without: tuple[str, ...]) -> tuple[str, ...]:
    """The name that is a line of its own after the text."""
    for unit in lines[:_BELOW]:
        text = clean_line(unit.text).strip("—–- ")
        if unit.kind is BlockKind.PARAGRAPH and len(text) < 40 and is_full_name(text):
            return names([text], without=without)
    return ()


def pieces_of(element: Node) -> str:
    """The text of an element on one line, with " | " where two elements have no blank between them.

    Bylines often show name, role and date in elements of their own.
    """
    out = ""
    for piece in _texts(element):
        if not piece.strip():
            out += " | " if "\n" in piece else " "
        elif out and not out[-1].isspace() and not piece[0].isspace() and piece[0] not in ",.;:)":
            out += f" | {piece}"
        else:
            out += piece if "\n" not in piece[:1] else f" | {piece}"
    return clean_line(" ".join(out.split()))


def _texts(element: Node) -> Iterable[str]:
    if element.tag in SILENT or hidden(element):
        return
    if element.tag == "br":
        yield "\n"
    if element.text:
        yield element.text
    for child in element:
        if isinstance(child.tag, str):
            yield from _texts(child)
        if child.tail:
            yield child.tail
