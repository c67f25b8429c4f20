"""Score an extracted text: compare its four-word shingles with those of the expected text."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from reader.model import Block, BlockKind, Document

PAGES = Path(__file__).parents[2] / "data" / "pages"

_WORD = re.compile(r"\w+")
_WITHOUT_BLANKS = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")  # Thai, Japanese, Chinese
_MARKS = re.compile(r"^(?:#+ |- |\d+\. |> |\| |\[\] | {4})")


def f1(found: str, wanted: str) -> float:
    """The F1 score of `found` against `wanted`: the harmonic mean of precision and recall."""
    ours, theirs = _shingles(found), _shingles(wanted)
    both = (ours & theirs).total()
    return 2 * both / (ours.total() + theirs.total()) if ours and theirs else 0.0


def wanted_text(page: Path) -> str:
    """The expected text of a page, without its marks and without captions."""
    lines = page.with_suffix(".txt").read_text(encoding="utf-8").split("\n")
    return "\n".join(_MARKS.sub("", line) for line in lines if not line.startswith("[] "))


def found_text(document: Document) -> str:
    """The text of a document without captions."""
    return "\n".join(block.text for block in document.blocks if block.kind is not BlockKind.CAPTION)


def marked(block: Block) -> str:
    """A block in the form of the expected texts: "## Heading", "- item", "> quote", "[] caption"."""
    sign = {
        BlockKind.HEADING: "#" * block.level + " ",
        BlockKind.ITEM: (block.marker or "-") + " ",
        BlockKind.QUOTE: "> ",
        BlockKind.CAPTION: "[] ",
        BlockKind.CODE: "| ",
    }.get(block.kind, "")
    return sign + " ".join(block.text.split())


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(_WITHOUT_BLANKS.sub(lambda sign: f" {sign[0]} ", text))
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3))) if words else Counter()
