"""The images of a page: their alternative texts, their captions and their addresses.

Owns the rules for which images have a meaning, which are signs in the text, and which are decoration.
"""

from __future__ import annotations

import re

from reader.sources.html.dom import Node

_SOURCES = ("data-src", "data-original", "data-lazy-src", "data-url", "data-full-src", "src")
_SETS = ("data-srcset", "srcset")
_FILE = re.compile(
    r"^\S+\.(?:jpe?g|png|gif|webp|avif|svg|bmp|heic)$|^(?:img|image|dsc|photo|picture|screenshot)[\s_-]*\d*$",
    re.IGNORECASE,
)
_DECORATION = re.compile(
    r"(?:^|[\s_-])(?:avatar|logo|icon|sprite|spacer|pixel|badge|gravatar|tracking|share|ad)(?:$|[\s_-])",
    re.IGNORECASE,
)
_SIGN = re.compile(
    r"(?:^|[\s_-])(?:emoji|wp-smiley|emoticon)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:^|\s)(?!(?:has|no|with|without|is)[_-])[\w-]{0,40}caption(?:[_-]{1,2}(?:text|inner|content|title|body))?(?:$|\s)",
    re.IGNORECASE,
)
CAPTION_WORD = re.compile(r"(?:image|media|video) caption:?\s+(?=\S)", re.IGNORECASE)
"""Words before a caption that a browser shows only to screen readers."""

CAPTION_BUTTON = re.compile(r"\s*\b(?:(?:hide|toggle|show) caption|enlarge this image)$", re.IGNORECASE)
"""Words after a caption that are a button."""

LONGEST_CAPTION = 600
_TINY = 50  # pixels; a smaller image is an icon
_FEWEST_WORDS = 2


_LOGO = re.compile(
    r"(?:^|[/_.-])(?:logo|icon|sprite|avatar|spacer|pixel|placeholder)s?(?:[/_.@-]|\d|$)", re.IGNORECASE
)
"""Names of files that are decoration."""


def picture_words(element: Node) -> str:
    """The alternative text of an image on one line; empty if it does not describe the image."""
    words = " ".join((element.get("alt") or "").split())
    if not words or is_sign(element, words):
        return words
    file = picture_address(element).partition("?")[0].rpartition("/")[2]
    if (
        _LOGO.search(file)
        or _FILE.match(words)
        or _DECORATION.search(element.get("class") or "")
        or is_tiny(element)
    ):
        return ""
    # One word ("Photo") describes little. In scripts without blanks, words cannot be counted.
    if words.isascii() and len(words.split()) < _FEWEST_WORDS:
        return ""
    return words


def is_sign(element: Node, words: str) -> bool:
    """Whether the image is read as part of its line: an emoji."""
    return bool(words) and (
        bool(_SIGN.search(element.get("class") or "")) or (len(words) <= 4 and not words.isascii())
    )


def is_caption(element: Node) -> bool:
    """Whether an element is a caption by its class, or is an aligned table with an image, as on old pages."""
    names = element.get("class")
    if names and _CAPTION.search(names):
        return sum(map(len, element.itertext())) <= LONGEST_CAPTION
    return (
        element.tag == "table"
        and element.get("align") in ("left", "right", "center")
        and next(element.iter("img"), None) is not None
        and sum(map(len, element.itertext())) <= LONGEST_CAPTION
    )


def picture_address(element: Node) -> str:
    """The address of an image as the page has it, also of a lazily loaded image; may be empty."""
    for name in _SOURCES:
        source = (element.get(name) or "").strip()
        if source and not source.startswith(("data:", "blob:", "about:", "cid:")) and len(source) < 4000:
            return str(source)
    for name in _SETS:
        first = (element.get(name) or "").strip().split(" ", 1)[0].rstrip(",")
        if first and not first.startswith("data:"):
            return str(first)
    return ""


def is_tiny(element: Node) -> bool:
    """Whether an image is so small that it is an icon or a tracking pixel."""
    sizes = [element.get(name) or "" for name in ("width", "height")]
    return any(size.isdecimal() and len(size) < 3 and int(size) < _TINY for size in sizes)
