"""Recognise the headings of a plain text by their words and by the lines around them."""

from __future__ import annotations

import re

from reader.sources.plain.lines import Chunk, Layout, Line
from reader.sources.plain.lists import list_marker
from reader.sources.plain.paragraphs import one_line

_MAX_LENGTH = 90
_UNDERLINE = re.compile(r"([=\-~^\"'`#*+_.:])\1{2,}\Z")
_EQUALS_SIGNS = re.compile(r"(={1,6})[ \t]+(\S.*?)(?:[ \t]+=+)?\Z")
_SECTION = re.compile(r"(\d{1,3})((?:\.\d{1,3}){0,5})(\.?) {1,4}(?=\w)")
_ROMAN_NUMERAL = re.compile(r"(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\.?\Z")
_NUMBER_WORDS = (
    r"(?:\d{1,4}|[IVXLC]{1,9}|[A-Z]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|the (?:first|second|third|last))"
)
_CHAPTER = re.compile(
    r"(?:chapter|part|book|volume|act|scene|canto|letter|stave|section|appendix|annex|kapitel|chapitre"
    rf"|cap[ií]tulo|capitolo|rozdział|глава|часть|hoofdstuk|bölüm) {_NUMBER_WORDS}\b[.:]?"
    r"|(?:prologue|epilogue|preface|foreword|introduction|afterword|contents|conclusion|acknowledge?ments"
    r"|bibliography|glossary|appendix|dedication|vorwort|inhalt|préface|prólogo)\.?\Z"
    r"|第[\d一二三四五六七八九十百千零〇０-９]{1,6}[章回节節卷部話话編篇]|제 ?\d{1,3} ?[장화부]"
    r"|(?:الفصل|الباب|अध्याय|บทที่|פרק) \S{1,20}",
    re.IGNORECASE,
)
_PART = re.compile(r"(?:part|book|volume|act|appendix|annex|часть)\b|第\S{1,6}[卷部編]", re.IGNORECASE)
_NO_HEADING = frozenset(("THE END", "FIN", "FINIS", "END", "OK"))


def is_underline(line: Line, title: Line | None = None) -> bool:
    """Whether `line` repeats one character and, if `title` is given, is about as long as `title`."""
    if not _UNDERLINE.match(line.text):
        return False
    if title is None:
        return True
    has_letters = any(char.isalnum() for char in title.text)
    is_as_long = abs(line.width - title.width) <= max(3, title.width // 3)
    return has_letters and is_as_long and len(title.text) <= _MAX_LENGTH


def heading_of(
    chunk: Chunk, after: Chunk | None, layout: Layout, next_item: int, next_section: int
) -> tuple[int, str]:
    """The level and the words of a heading; level 0 if `chunk` is not a heading.

    `after` is the next chunk. `next_item` is the number that would continue the open list, `next_section` the
    number that would continue the sections.
    """
    lines = chunk.lines
    first = lines[0].text
    text = one_line(lines)
    if len(lines) > 3 or len(text) > 2 * _MAX_LENGTH or after is None or text[-1] in ",;":
        return 0, ""
    marked = _EQUALS_SIGNS.match(text)
    if marked and len(lines) == 1:
        return len(marked[1]), marked[2]
    if (level := _chapter_level(first)) and all(line.width < 60 for line in lines[1:]):
        return level, text
    if all(is_capitals(line.text) for line in lines):
        return 2, text
    if len(lines) > 1:
        return 0, ""
    if level := _section_level(chunk, after, layout, next_item, next_section):
        return level, text
    if not first[0].isalnum() or len(first) > 60 or first[-1] in ".:":
        return 0, ""
    if chunk.indent < layout.margin:
        return 1, text
    if not first[0].isalpha() or first[0].islower() or first[-1] in '!?-—”"':
        return 0, ""
    if chunk.indent > layout.margin + 10:
        return 2, text  # centred
    is_apart = chunk.gap >= 2 and after.gap <= 2
    return (2, text) if is_apart and sum(line.width for line in after.lines) > 2 * len(text) else (0, "")


def is_capitals(text: str) -> bool:
    """Whether `text` is a heading in capitals."""
    if len(text) > _MAX_LENGTH or text in _NO_HEADING or text[-1] in ".,;" or not text.isupper():
        return False
    return sum(char.isalpha() for char in text) >= max(3, len(text.replace(" ", "")) // 2)


def section_number(text: str) -> int:
    """The number of the section whose heading is `text`; 0 if it has no number."""
    found = _SECTION.match(text)
    return int(found[1]) if found else 0


def _chapter_level(text: str) -> int:
    """The level of the heading of a part of a book (1) or of a chapter (2); 0 if it is neither."""
    if len(text) > _MAX_LENGTH:
        return 0
    if _ROMAN_NUMERAL.match(text):
        return 2
    found = _CHAPTER.match(text)
    if not found or (text[-1] == "." and len(text) > 60):
        return 0
    rest = text[found.end() :].lstrip(" .:—–-")
    if rest and rest[0].islower() and not found[0].isupper():
        return 0  # “Part one of the river”
    return 1 if _PART.match(text) else 2


def _section_level(chunk: Chunk, after: Chunk, layout: Layout, next_item: int, next_section: int) -> int:
    """The level of a heading such as “3.1. Scope”; 0 if `chunk` is a list item or other text."""
    text = chunk.lines[0].text
    found = _SECTION.match(text)
    if not found or len(text) > _MAX_LENGTH:
        return 0
    if chunk.indent < layout.margin or found[2]:
        return 1 + found[2].count(".")
    number = int(found[1])
    next_marker = list_marker(after.lines[0].text)
    if number == next_item or (next_marker and next_marker.number) or len(text) > 60 or text[-1] in ":!?":
        return 0
    return 1 if found[3] or number == next_section else 0
