"""Find the names of the authors in the author fields and bylines of a page.

Owns the rules that distinguish a name from a role, an address, a date or a slogan.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reader.text.clean import clean_line

_BY = re.compile(
    r"^\s*(?:(?:written|posted|submitted|reported|words|story|text|analysis|opinion)\s+by"
    r"|by|von|par|por|di|door|av|autor(?:in|a|es)?|auteur|författare|"
    r"автор|текст|作者|文|記者|记者|بقلم|كتب|लेखक|โดย)\s*[:：]?(?:\s+|(?<=[:：一-鿿]))",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:[,;|/•·،、]|\s&\s|\s(?:and|und|et|och|with|и|و)\s)\s*", re.IGNORECASE)
_PERHAPS_BETWEEN = re.compile(r"\s+(?:y|e|en)\s+")  # also occur inside names: José Ortega y Gasset
_NO_NAME = re.compile(
    r"www\.|@|\d{2}|\.(?:com|org|net)\b"
    r"|\b(?:staff writer|editor|correspondent|reporter|columnist|contributor|updated|published|minutes?"
    r"|min read|follow|share|admin|webmaster|posted|comments?|view|profile|all rights|subscribe|newsletter)\b"
    r"|^(?:staff|redaktion|redacci[óo]n|r[ée]daction|author|admin|guest|user|none|null|unknown|undefined)$",
    re.IGNORECASE,
)
_LONGEST = 60
_MOST_WORDS = 6
_MOST_NAMES = 12


def names(texts: Iterable[str], *, without: str = "") -> tuple[str, ...]:
    """The names of people in `texts`, in order, without repeats.

    `without` is the name of the site, which is not a person.
    """
    out: dict[str, str] = {}
    for text in texts:
        line = _BY.sub("", clean_line(text[:2000]))
        if "://" in line:
            continue
        for part in _parts(line):
            name = _BY.sub("", part).strip(' \t.,:;-–—|()"“”')
            key = name.casefold()
            if _is_name(name) and key not in out and key != without.casefold():
                out[key] = name
    found = list(out.values())[:_MOST_NAMES]
    return tuple(
        name.title() if name.isupper() and len(name) > 4 and name.isascii() else name for name in found
    )


def _parts(line: str) -> Iterator[str]:
    """The parts of a line, each of which may be a name."""
    for part in _BETWEEN.split(line):
        pieces = _PERHAPS_BETWEEN.split(part)
        if all(len(piece.split()) > 1 for piece in pieces):
            yield from pieces
        else:
            yield part


def begins_with_by(text: str) -> bool:
    """Whether a line begins like a byline: "By", "Von", "بقلم"."""
    return _BY.match(text) is not None


def _is_name(name: str) -> bool:
    return (
        1 < len(name) <= _LONGEST
        and len(name.split()) <= _MOST_WORDS
        and not _NO_NAME.search(name)
        and any(character.isalpha() for character in name)
    )
