"""Convert HTML inside a Markdown text to blocks.

Owns the rule for which tags are HTML and which are placeholders such as `<your name>`. A fragment is read in
the same way as a web page.
"""

from __future__ import annotations

import re
from html import escape

from lxml.html import defs, fragment_fromstring  # type: ignore[import-untyped]

from reader.model import Block, BlockKind
from reader.sources.bare_links import with_bare_links
from reader.sources.html.dom import parse_tree
from reader.sources.html.formulas import formulas_as_code
from reader.sources.html.sanitise import sanitise
from reader.sources.html.script_elements import make_scripts_readable
from reader.sources.html.units import units_of
from reader.sources.inline_ranges import Words, cleaned, joined, lines_of, stripped

_ELEMENTS = defs.tags | {"bdi", "data", "dialog", "main", "picture", "search", "template"}
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9:-]{0,40})(?:\s[^<>=]{0,200})?>")


def html_blocks(source: str) -> list[Block]:
    """The blocks of an HTML fragment, in order. Consecutive images become one caption."""
    if source.startswith("<!--") and "-->" not in source:
        source = escape(source)  # a comment without an end would hide the rest of the article
    root = parse_tree(sanitise(_TAG.sub(_escaped_placeholder, source)))
    if root is not None:
        make_scripts_readable(root)
    blocks: list[Block] = []
    if root is None:
        return blocks
    formulas_as_code(root)
    after_image = False
    for unit in units_of(root, ""):
        if unit.is_wide_table:
            rows = lines_of(cleaned(unit.text, unit.inlines))
            blocks += [Block(row.text, BlockKind.ITEM, 1, inlines=row.inlines) for row in rows]
            continue
        if unit.kind is BlockKind.CODE:
            words = Words(cleaned(unit.text, ()).text)
        else:
            words = with_bare_links(stripped(cleaned(unit.text, unit.inlines)))
        if after_image and unit.picture:
            before = blocks.pop()
            words = joined([Words(before.text, before.inlines), words], " ")
        if words.text:
            blocks.append(Block(words.text, unit.kind, unit.level, unit.marker, inlines=words.inlines))
            after_image = unit.picture
    return blocks


def attribute(tag: str, name: str) -> str:
    """The value of an attribute of an HTML start tag; empty if the tag does not have it."""
    return str(fragment_fromstring(tag).get(name, "")).strip()


def is_placeholder(tag: str) -> bool:
    """Whether `tag` is words in angle brackets, and not an HTML element with or without attributes."""
    found = _TAG.fullmatch(tag)
    return found is not None and found[1].lower() not in _ELEMENTS


def _escaped_placeholder(found: re.Match[str]) -> str:
    return escape(found[0]) if is_placeholder(found[0]) else found[0]
