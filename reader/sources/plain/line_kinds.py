"""What lines of a plain text are, by how they look: headings, list signs, figures, code.

Owns the shapes. Each test looks at lines alone; what their neighbours mean is the caller's affair.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.sources.plain.lines import Line

LONGEST = 90
"""The most characters of a heading."""

_BULLET = re.compile(r"([-*+•◦▪▫‣·○●■□➢➤]|o(?=\s{2}))\s+(?=\S)")
_NUMBER = re.compile(
    r"(\(?(?:(\d{1,3})[.)]|[a-zA-Z]\)|[ivxIVX]{1,5}\))|\[\d{1,3}\]|[①-⑳])\s+(?=\S)"
    r"|([一二三四五六七八九十]{1,3}、)(?=\S)"
)
_UNDERLINE = re.compile(r"([=\-~^\"'`#*+_.:])\1{2,}\Z")
_RULE = re.compile(r"(?:[*#~•·⁂—–=_+.o-][ \t]*){3,}\Z|⁂\Z|[*#~]\Z")
_SECTION = re.compile(r"((?:\d{1,3}|[A-Z])(?:\.\d{1,3}){0,5})\.?[ ]{1,4}(?=\S)")
_APPENDIX = re.compile(r"(?:appendix|annex) [A-Z0-9]{1,4}\b", re.IGNORECASE)
_ROMAN = re.compile(r"(?=[IVXLC])(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\.?\Z")
_COUNT = (
    r"(?:\d{1,4}|[IVXLC]{1,9}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|the (?:first|second|third|last))"
)
_CHAPTER = re.compile(
    rf"(?:chapter|part|book|volume|act|scene|canto|letter|stave|section|kapitel|chapitre|cap[ií]tulo|capitolo"
    rf"|rozdział|глава|часть|hoofdstuk|bölüm) {_COUNT}\b[.:]?"
    r"|(?:prologue|epilogue|preface|foreword|introduction|afterword|contents|conclusion|acknowledge?ments"
    r"|bibliography|glossary|appendix|dedication|vorwort|inhalt|préface|prólogo)\.?\Z"
    r"|第[\d一二三四五六七八九十百千零〇０-９]{1,6}[章回节節卷部話话編篇]|제 ?\d{1,3} ?[장화부]"
    r"|(?:الفصل|الباب|अध्याय|บทที่|פרק) \S{1,20}",
    re.IGNORECASE,
)
_PARTS = re.compile(r"(?:part|book|volume|act|часть)\b|第\S{1,6}[卷部編]", re.IGNORECASE)
_EQUALS = re.compile(r"(={1,6})[ \t]+(\S.*?)(?:[ \t]+=+)?\Z")
_NO_HEADING = frozenset(("THE END", "FIN", "FINIS", "END", "OK"))

_LEADERS = re.compile(r"(?:\.{4}|(?:\. ){3}|…{2}|·{4}|_{4})\s{0,20}[\divxlc]{1,5}\Z")
_COLUMNS = re.compile(r"\S(?: {3,}|\t)\S")
_DRAWN = re.compile(r"[|+=_/\\<>^*#~\u2190-\u21ff\u2500-\u259f-]")
_CODE = re.compile(
    r"[{};]\Z|\A(?:[$#>%] \S|#include\b|(?:def|class|import|from|return|function|var|let|const|public|private"
    r"|if|for|while|int|void|struct|SELECT|INSERT|GET|POST|HTTP/)\b.*[(:=;{/]|</?[a-zA-Z][\w:-]*[ >/]|//|/\*)"
    r"|\w\(\)|->\w|::=?|:=|==|!=|&&|\|\|"
)


class Sign(NamedTuple):
    """The sign of a list item: `marker` empty for a bullet, its `number` if it is one, its `length`."""

    marker: str
    number: int
    length: int
    bullet: str


def list_sign(text: str) -> Sign | None:
    """The sign that `text` begins with, blanks after it counted; None for none."""
    found = _BULLET.match(text)
    if found:
        return Sign("", 0, found.end(), found[1])
    found = _NUMBER.match(text)
    if found:
        return Sign(found[1] or found[3], int(found[2] or 0), found.end(), "")
    return None


def is_underline(line: Line, title: Line) -> bool:
    """Whether `line` underlines `title`: one sign over, about as long."""
    if not _UNDERLINE.match(line.text) or len(title.text) > LONGEST or not _has_letters(title.text):
        return False
    return abs(line.width - title.width) <= max(3, title.width // 3)


def is_overline(line: Line) -> bool:
    """Whether `line` is one sign over and over."""
    return bool(_UNDERLINE.match(line.text))


def is_rule(text: str) -> bool:
    """Whether `text` is a rule or the stars of a pause."""
    return len(text) <= 200 and not any(c.isalnum() and c != "o" for c in text) and bool(_RULE.match(text))


def section_level(text: str) -> int:
    """The level of a heading with a number, such as `3.1.  Scope`; 0 for none."""
    if len(text) > LONGEST or text[-1] in ",;" or _is_led(text):
        return 0
    if _APPENDIX.match(text):
        return 1
    found = _SECTION.match(text)
    if not found or not text[found.end()].isalnum():
        return 0
    if found[1].isalpha() and not found[0].rstrip().endswith("."):
        return 0  # “A river”
    return 1 + found[1].count(".")


def chapter_level(text: str) -> int:
    """1 for a part of a book, 2 for a chapter, 0 for what is neither."""
    if len(text) > LONGEST or text[-1] in ",;":
        return 0
    if _ROMAN.match(text) and text not in _NO_HEADING:
        return 2
    found = _CHAPTER.match(text)
    if not found or (text[-1] == "." and len(text) > 60):
        return 0
    rest = text[found.end() :].lstrip(" .:—–-")
    if rest and rest[0].islower() and not found[0].isupper():
        return 0  # “Part of the river”
    return 1 if _PARTS.match(text) else 2


def is_capitals(text: str) -> bool:
    """Whether `text` is a heading in capitals."""
    if len(text) > LONGEST or text in _NO_HEADING or text[-1] in ",;" or not text.isupper():
        return False
    return sum(sign.isalpha() for sign in text) >= max(3, len(text.replace(" ", "")) // 2)


def equals_heading(text: str) -> tuple[int, str] | None:
    """Level and words of `== Heading ==`."""
    found = _EQUALS.match(text) if len(text) <= LONGEST + 14 else None
    return (len(found[1]), found[2]) if found and _has_letters(found[2]) else None


def is_drawn(lines: Sequence[Line]) -> bool:
    """Whether the lines are a figure, a table or a list of pages, that is only as good as its columns."""
    if len(lines) < 2:
        return len(lines) == 1 and _is_led(lines[0].text)
    half = len(lines) / 2
    if sum(_is_led(line.text) for line in lines) >= half:
        return True
    signs = sum(len(line.text) - line.text.count(" ") for line in lines)
    drawn = sum(len(_DRAWN.findall(line.text)) for line in lines)
    if drawn >= 0.3 * signs:
        return True
    return sum(bool(_COLUMNS.search(line.text)) for line in lines) >= max(2, half)


def is_code(lines: Sequence[Line]) -> bool:
    """Whether the lines look like a program or what is typed into a terminal."""
    return sum(bool(_CODE.search(line.text[:300])) for line in lines) >= 0.4 * len(lines)


def _is_led(text: str) -> bool:
    """Whether dots lead to the number of a page. Only the end is looked at: there may be many dots."""
    return text[-1] in "0123456789ivxlc" and _LEADERS.search(text[-40:]) is not None


def _has_letters(text: str) -> bool:
    return any(sign.isalnum() for sign in text)
