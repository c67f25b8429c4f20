"""Order the units of an article: infoboxes after the lead, references after the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.model import BlockKind
from reader.sources.html.dom import Node
from reader.sources.html.units import Unit

_REFERENCES = re.compile(
    r"(?:^|\s)(?:references|reflist|refbegin|mw-references-wrap|footnotes|endnotes)(?:$|\s)", re.IGNORECASE
)
_ROLES = ("doc-endnotes", "doc-bibliography")
_TAGS = ("ol", "ul", "dl", "div", "section")


def infoboxes_after_lead(units: Sequence[Unit]) -> list[Unit]:
    """Move each infobox to the end of its section: before the next heading that follows a paragraph."""
    out: list[Unit] = []
    held: list[Unit] = []
    has_text = False  # whether a paragraph follows the last heading
    for unit in units:
        if unit.infobox:
            held.append(unit)
            continue
        if unit.kind is BlockKind.HEADING:
            if has_text:
                out += held
                held = []
            has_text = False
        has_text = has_text or unit.kind is BlockKind.PARAGRAPH
        out.append(unit)
    return out + held


def references_last(units: Sequence[Unit]) -> list[Unit]:
    """Move the lists of references, with the headings directly above them, to the end."""
    lists: dict[Node, bool] = {}
    moved = [unit.kind is not BlockKind.HEADING and _in_references(unit.element, lists) for unit in units]
    for i in range(len(units) - 2, -1, -1):
        moved[i] = moved[i] or (units[i].kind is BlockKind.HEADING and moved[i + 1])
    kept = [unit for unit, is_moved in zip(units, moved, strict=True) if not is_moved]
    return kept + [unit for unit, is_moved in zip(units, moved, strict=True) if is_moved]


def _in_references(element: Node, known: dict[Node, bool]) -> bool:
    """Whether an element is in a list of references. `known` keeps the answer for each parent."""
    parent = element.getparent()
    if parent is None:
        return False
    if parent not in known:
        known[parent] = _in_references(parent, known)
    return known[parent] or (
        element.tag in _TAGS
        and (element.get("role") in _ROLES or _REFERENCES.search(element.get("class") or "") is not None)
    )
