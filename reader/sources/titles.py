"""Make a title for a text that has none: from the name of its file, or from its first words."""

from __future__ import annotations

import re
from os.path import basename, splitext
from urllib.parse import unquote

from reader.model import Block, BlockKind
from reader.text.clean import clean_line

_MAX_LENGTH = 120
"""The most characters of a title that is taken from a text."""

_NO_NAMES = frozenset(("", "-", "standard input", "stdin"))
_SEPARATORS = re.compile(r"[_+]+|(?<=\w)[-.](?=\w)")
_SIGN = re.compile(r"\A(?:(?:#{1,6}|[-*+•>])\s+)+")
_DATE = re.compile(r"\A\d{4}[-_.]\d{2}[-_.]\d{2}[-_. ]*")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’»)]*\s|(?<=[。！？])")


def title_of(name: str, blocks: tuple[Block, ...]) -> str:
    """A title from the file name or address, or from the first words if these give none."""
    return _readable(name) or _first_words(blocks) or ("Untitled" if has_name(name) else "Standard input")


def has_name(name: str) -> bool:
    """Whether a source has a name of its own, unlike standard input."""
    return clean_line(name) not in _NO_NAMES


def without_sign(line: str) -> str:
    """A line without the Markdown signs at its beginning: of a heading, a list item or a quote."""
    return _SIGN.sub("", line)


def _readable(name: str) -> str:
    """A file name or address as a title: “My story 2” for `my_story-2.txt`. Empty if there is no name."""
    if not has_name(name):
        return ""
    is_address = "://" in name[:12]
    path = re.split(r"[?#]", name)[0].rstrip("/") if is_address else name
    stem = splitext(basename(path))[0] or basename(path)
    if is_address:
        stem = unquote(stem, errors="replace")
    words = clean_line(_SEPARATORS.sub(" ", _DATE.sub("", stem) or stem))
    return words[:1].upper() + words[1:]


def _first_words(blocks: tuple[Block, ...]) -> str:
    """The first heading or the first sentence, cut at a word if it is long. Empty if there are no words."""
    worded = [block for block in blocks if any(sign.isalnum() for sign in block.text)]
    if not worded:
        return ""
    first = next((block for block in worded if block.kind is BlockKind.HEADING), worded[0])
    line = without_sign(clean_line(first.text[: 10 * _MAX_LENGTH]))
    line = _SENTENCE_END.split(line, maxsplit=1)[0].strip()
    if len(line) <= _MAX_LENGTH:
        return line.rstrip(".")
    cut = line.rfind(" ", 0, _MAX_LENGTH)
    return f"{line[: cut if cut > _MAX_LENGTH // 2 else _MAX_LENGTH].rstrip(' ,;:')}…"


def same(title: str, heading: str) -> bool:
    """Whether two titles have the same words; False if they have none."""
    return re.findall(r"\w+", title.casefold()) == re.findall(r"\w+", heading.casefold()) != []
