"""A title for a text that gives none, and titles that are said twice.

Owns how a file's name is made readable.
"""

from __future__ import annotations

import re
from os.path import basename, splitext
from urllib.parse import unquote

from reader.model import Block, BlockKind
from reader.text.clean import clean_line

LONGEST = 120
"""The most characters of a title that is taken from a text."""

_NAMELESS = frozenset(("", "-", "standard input", "stdin"))
_SEPARATORS = re.compile(r"[_+]+|(?<=\w)[-.](?=\w)")
_DATED = re.compile(r"\A(\d{4})[-_.](\d{2})[-_.](\d{2})[-_. ]*")
_SENTENCE = re.compile(r"(?<=[.!?…])[\"”’»)]*\s|(?<=[。！？])")


def title_of(name: str, blocks: tuple[Block, ...]) -> str:
    """The title of an article whose text has none: from its file's name, else its first words."""
    return readable(name) or first_words(blocks)


def readable(name: str) -> str:
    """A file name or address as a title: `my_story-2.txt` is “My story 2”; empty for no name."""
    if clean_line(name) in _NAMELESS:
        return ""
    path = re.split(r"[?#]", name)[0].rstrip("/") if "://" in name[:12] else name
    stem = splitext(basename(path))[0] or basename(path)
    if "://" in name[:12]:
        stem = unquote(stem, errors="replace")
    stem = _DATED.sub("", stem) or stem
    words = clean_line(_SEPARATORS.sub(" ", stem))
    return words[:1].upper() + words[1:]


def first_words(blocks: tuple[Block, ...]) -> str:
    """The first sentence of the text, cut at a word when it is long."""
    first = next((b for b in blocks if b.kind is BlockKind.HEADING), blocks[0])
    line = clean_line(first.text[: 10 * LONGEST])
    line = _SENTENCE.split(line, maxsplit=1)[0].strip()
    if len(line) <= LONGEST:
        return line.rstrip(".") or "Untitled"
    cut = line.rfind(" ", 0, LONGEST)
    return f"{line[: cut if cut > LONGEST // 2 else LONGEST].rstrip(' ,;:')}…"


def same(title: str, heading: str) -> bool:
    """Whether two titles are the same words."""
    return re.findall(r"\w+", title.casefold()) == re.findall(r"\w+", heading.casefold()) != []
