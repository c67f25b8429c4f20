"""Find the footnote references in a text, such as `[12]` and `[note 1]`.

Owns their pattern. They are found in the text and not stored with it, so that they are recognised in every
format and in every saved article.
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.text.patterns import compiled

# A reference follows a word without a blank. Letters count only after punctuation or another reference: an
# editor's addition, such as "walk[s]", is not a reference.
_MARK = (
    r"(?<=[^\s\[(])\[(?:\d{1,3}|(?:note|nb|n)[ .\u00a0]?\d{1,3}|citation needed)\]"
    r"|(?<=[.,;:!?)\]\"”’»…])\[[a-z]{1,2}\]"
)


def note_marks(text: str) -> Iterator[tuple[int, int]]:
    """The half-open range of each footnote reference in `text`. Linear."""
    if "[" in text:
        for found in compiled(_MARK).finditer(text):
            yield found.span()
