"""Find the main text of a page with trafilatura."""

from __future__ import annotations

from copy import deepcopy
from itertools import islice

from trafilatura.core import bare_extraction
from trafilatura.settings import Document

from reader.sources.html.dom import Node
from reader.sources.html.infobox import remove_infoboxes

LARGE = 15_000
"""The number of elements above which a page is large. A long article has a few thousand."""


def main_texts(tree: Node) -> list[str]:
    """The text of each block that trafilatura finds, in trafilatura's order; empty if it finds none.

    Infoboxes are left out. Does not change `tree`. A page of more than `LARGE` elements is extracted without
    trafilatura's fallbacks, which would double the time.
    """
    is_large = sum(1 for _ in islice(tree.iter(), LARGE + 1)) > LARGE
    copy = deepcopy(tree)
    remove_infoboxes(copy)
    found = bare_extraction(copy, include_comments=False, fast=is_large)
    if not isinstance(found, Document) or found.body is None:
        return []
    out = []
    for block in found.body:
        text = "".join(block.itertext())
        if block.tail:
            text += block.tail
        out.append(text)
    lead = found.body.text or ""
    return [lead, *out] if lead.strip() else out
