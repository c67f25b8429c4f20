"""Replace the content of `sub` and `sup` elements with text that is readable without the elements.

Owns the rule for which of these elements stay as they are, such as footnote references.
"""

from __future__ import annotations

from itertools import islice

from reader.sources.html.dom import INLINE, Node, hidden, word_set
from reader.sources.sub_and_superscript import script_text

_SIMPLE = word_set("abbr b bdi big cite em font i mark nobr s small span strong sub sup u var")
"""Elements whose markup may be lost inside a subscript or a superscript."""

_MOST_ELEMENTS = 8
_LEVELS = 5
"""The number of ancestors that are searched for a link and for the text before an element."""


def make_scripts_readable(root: Node) -> None:
    """Change the text of `sub` and `sup` in a tree, the innermost first. Linear.

    An element that contains a link, an image or a line break stays as it is, and so does an element inside a
    link to a footnote.
    """
    for element in reversed(list(root.iter("sub", "sup"))):
        inside = list(islice(element.iterdescendants(), _MOST_ELEMENTS + 1))
        if len(inside) > _MOST_ELEMENTS or any(one.tag not in _SIMPLE or hidden(one) for one in inside):
            continue
        if _is_footnote_link(element):
            continue
        text = "".join(element.itertext())
        changed = script_text(element.tag, text, _text_before(element))
        if changed != text:
            for child in list(element):
                element.remove(child)
            element.text = changed


def _is_footnote_link(element: Node) -> bool:
    """Whether the element is inside a link to a place in a page."""
    around = islice(element.iterancestors(), _LEVELS)
    return any(one.tag == "a" and "#" in (one.get("href") or "") for one in around)


def _text_before(element: Node) -> str:
    """The text before an element in its paragraph, or the end of that text; empty at the start."""
    for _ in range(_LEVELS):
        previous, parent = element.getprevious(), element.getparent()
        if previous is not None:
            if previous.tail or previous.tag not in INLINE:
                return previous.tail or ""
            return "".join(previous.itertext())
        if parent is None or parent.text or parent.tag not in INLINE:
            return "" if parent is None else parent.text or ""
        element = parent
    return ""
