"""Find the name of the site that published a page, in words for people."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from reader.sources.html.dom import Node, squash
from reader.text.clean import clean_line

_ADDRESS = re.compile(r"^(?:https?:)?//|^(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/?$", re.IGNORECASE)
_PARTS = re.compile(r"\s+(?:[|–—·•»«:]|::|-)\s+|\s*[|｜]\s*|:\s+")
_PLAIN = re.compile(r"[^a-z0-9]+")
_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "é": "e", "è": "e", "ł": "l", "ó": "o", "ñ": "n"}
)
_NO_NAME = frozenset(("home", "start", "startseite", "accueil", "inicio", "logo", "home page", "homepage"))
_LONGEST = 60
_MOST_WORDS = 6


def host_of(address: str) -> str:
    """The host of an address without "www."; empty if there is none."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def site_name(stated: Iterable[str], root: Node, page_title: str, address: str) -> str:
    """The name of the site: one that the metadata states, else one in the page that its host confirms.

    The page's title and the link to the front page are searched. If there is no name, the host is returned.
    """
    lines = [line for text in stated if (line := clean_line(text)) and len(line) <= 80]
    named = next((line for line in lines if not _ADDRESS.match(line)), "")
    if named:
        return named
    host = host_of(address)
    shown = [
        part.strip()
        for part in (*reversed(_PARTS.split(page_title)), *_front_page_links(root))
        if 2 < len(part.strip()) <= _LONGEST and len(part.split()) <= _MOST_WORDS
    ]
    confirmed = [part for part in shown if part.casefold() not in _NO_NAME and _is_name_of(part, host)]
    if confirmed:
        return min(confirmed, key=lambda part: (_ADDRESS.match(part) is not None, part.casefold() == host))
    links = set(_front_page_links(root))
    both = [part for part in _PARTS.split(page_title)[1:] if part.strip() in links]
    last = _last_part(page_title)
    return (both[-1].strip() if both else "") or (last if host and not last.isascii() else "") or host


def _last_part(page_title: str) -> str:
    parts = [part.strip() for part in _PARTS.split(page_title)]
    return (
        parts[-1] if len(parts) > 1 and 2 < len(parts[-1]) <= _LONGEST and len(parts[-1].split()) <= 4 else ""
    )


def _front_page_links(root: Node) -> list[str]:
    """The words or the image's alternative text of the links to the front page, at the top of the page."""
    out: list[str] = []
    for count, link in enumerate(root.iter("a")):
        if count > 200 or len(out) > 3:
            break
        if (link.get("href") or "").strip() in ("/", "./", "index.html", "/index.html", "index.php"):
            words = clean_line("".join(link.itertext()))
            words = words or next((clean_line(e.get("alt") or "") for e in link.iter("img")), "")
            if words and words.casefold() not in _NO_NAME:
                out.append(words)
    return out


def _is_name_of(name: str, host: str) -> bool:
    """Whether a host is made of a name: "netloft.example" of "The Net Loft"."""
    words = [_PLAIN.sub("", word) for word in squash_words(name)]
    labels = [_PLAIN.sub("", label) for label in host.split(".")[:-1]]
    whole, short = (
        "".join(words),
        "".join(word for word in words if word not in ("the", "le", "la", "el", "der", "die")),
    )
    if len(short) < 3:
        return False
    return any(
        len(label) > 2
        and (
            label in (whole, short)
            or (len(label) > 4 and label in whole)
            or (len(short) > 4 and short in label)
        )
        for label in labels
    ) or _share(words, labels)


def _share(words: list[str], labels: list[str]) -> bool:
    """Whether the longer words of a name make up most of a label: "chor-sund" for "Chorverein Sund"."""
    longer = [word for word in words if len(word) > 3]
    return any(
        longer != [] and all(word[:4] in label for word in longer) for label in labels if len(label) > 5
    )


def squash_words(name: str) -> list[str]:
    """The words of a name in lower case, with the letters that addresses use."""
    return [squash(word).casefold().translate(_LETTERS) for word in name.split()]
