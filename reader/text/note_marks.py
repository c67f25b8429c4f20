"""Find the marks of footnotes in a text, such as `[12]` and `[note 1]`.

Owns their pattern. The marks are found in the text and not stored with it, so that they are recognised in
every format and in every saved article.
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.text.patterns import compiled

# A mark follows a word without a blank. A letter alone counts only after punctuation or another mark: an
# editor's addition, such as "walk[s]", is not a mark.
_MARK = (
    r"(?<=[^\s\[(])\[(?:\d{1,3}|(?:note|nb|n)[ .\u00a0]?\d{1,3}|citation needed)\]"
    r"|(?<=[.,;:!?)\]\"”’»…])\[[a-z]{1,2}\]"
)


def note_marks(text: str) -> Iterator[tuple[int, int]]:
    """The half-open range of each mark of a footnote in `text`. Linear."""
    if "[" in text:
        for found in compiled(_MARK).finditer(text):
            yield found.span()
