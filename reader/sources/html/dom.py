"""Parse a page into a tree of elements, and classify its elements.

Owns lxml, which only the extractor also needs, and the sets of element names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

from reader.sources.sub_and_superscript import PLAIN

Node: TypeAlias = Any
"""An element of lxml, which has no type information."""


def word_set(text: str) -> frozenset[str]:
    """The words of `text`."""
    return frozenset(text.split())


BLANKS = re.compile(r"[ \t\n\r\f\v\xa0]{2,}|[\t\n\r\f\v]")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_SQUASHED: dict[int, str | None] = {
    **dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\xad")),
    **{ord(char): plain for char, plain in PLAIN.items()},
}

SILENT = word_set(
    """
    script style template noscript iframe object embed applet svg canvas audio video map area select
    option optgroup datalist textarea button input meta link title head param source track rp progress
    meter frameset noframes noembed dialog base
    """
)
"""Elements whose content is not text for readers. `frameset` and the like occur on old pages."""

INLINE = word_set(
    """
    a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark math nobr q rb rt
    rtc ruby s samp small span strike strong sub sup time tt u var wbr picture
    """
)

HEADINGS = {f"h{level}": level for level in range(1, 7)}

_HIDING = re.compile(
    r"(?:^|[\s_-])(?:visually-?hidden|screen-?reader(?:-text)?|sr-?only|a11y-hidden|offscreen|noprint|mw-editsection|mw-cite-backlink|footnote-backref"
    r"|print-?only|u-hidden|is-hidden|d-none)(?:$|[\s_-])",
    re.IGNORECASE,
)
_POPUP = re.compile(
    r"(?:^|[\s_-])(?:tool-?tip|pop-?over|pop-?up|hover-?card|profile-card)(?:(?:[_-]{0,2}(?:text|content|body|inner|box|panel|card|info))|$|(?=\s))",
    re.IGNORECASE,
)
_POPUP_ANCHOR = re.compile(
    r"(?:^|[\s_-])(?:has|with|trigger|toggle|link|anchor|term|target|wrap(?:per)?|container|button)(?:$|[\s_-])"
)
_UNDISPLAYED = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)


def parse_tree(text: str) -> Node | None:
    """The tree of a page whose text was sanitised; None if the page is empty."""
    from lxml import html  # type: ignore[import-untyped]
    from lxml.etree import LxmlError  # type: ignore[import-untyped]

    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, huge_tree=True
    )
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ValueError, AssertionError):
        return None


def hidden(element: Node) -> bool:
    """Whether the attributes of the element say that a browser does not show it.

    Style sheets are not read.
    """
    attributes = element.attrib
    if not attributes:
        return False
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    if attributes.get("aria-hidden") == "true" and element.tag not in ("p", "figure", "article", "main"):
        return True
    style = attributes.get("style")
    if style and _UNDISPLAYED.search(style):
        return True
    names = attributes.get("class")
    return bool(names and _HIDING.search(names))


def is_popup(element: Node, is_glued: bool) -> bool:
    """Whether an element is shown only while the pointer is on the word before it, such as a biography.

    `is_glued`: no blank is between the element and the text before it. The word that is explained often has
    the same class as its explanation, but it stands after a blank.
    """
    if element.get("role") == "tooltip":
        return True
    names = element.get("class")
    if not names:
        return False
    found = _POPUP.search(names)
    return found is not None and not _POPUP_ANCHOR.search(names) and (is_glued or _has_suffix(found[0]))


def _has_suffix(name: str) -> bool:
    return name.rstrip().lower().endswith(("text", "content", "body", "inner", "box", "panel", "info"))


def words_of(element: Node) -> str:
    """The text inside an element, on one line."""
    return " ".join("".join(text for text in _texts(element)).split())


def _texts(element: Node) -> Iterator[str]:
    if element.text and element.tag not in SILENT:
        yield element.text
    for child in element:
        if isinstance(child.tag, str) and child.tag not in SILENT:
            yield from _texts(child)
        if child.tail:
            yield child.tail


def squash(text: str) -> str:
    """`text` without blanks, subscripts and superscripts, to compare the same words from two programs."""
    text = "".join(text.split())
    return text if text.isascii() else text.translate(_SQUASHED)


def parted(names: str) -> str:
    """Class names with a hyphen before each inner capital: `Article-Dek_root` for `ArticleDek_root`."""
    return _CAMEL.sub("-", names)


def attribute_words(element: Node) -> str:
    """The class, id, role and test names of an element, on one line."""
    get = element.get
    return " ".join(
        filter(None, (get("class"), get("id"), get("role"), get("data-testid"), get("data-component")))
    )
