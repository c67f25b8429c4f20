"""Read and write the Markdown source of a paragraph of an article file.

An article may contain emphasis, strong, code and links, by the inline rules of CommonMark, and `~~struck~~`
and `<ins>inserted</ins>` words. Other HTML, and a tag without its partner, is literal text. An image is its
alternative text with a link to the image, and a link that is not http, https or mailto is only its text.

Ranges have the form that `settle` gives them: nested emphasis of one kind and touching ranges are merged, and
the order of nesting is not kept, because readers do not see a difference. Ranges of different kinds may
overlap in any way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.model import Inline
from reader.sources.inline_ranges import settle
from reader.sources.yaml.inline_source import inline_source
from reader.text.clean import clean

_SIGNS = re.compile(r"[\\`*_\[\]<&\n]|~~")


def parse_inline(source: str) -> tuple[str, tuple[Inline, ...]]:
    """The cleaned text of a Markdown paragraph and its settled ranges.

    Hard line breaks become newlines, soft line breaks become blanks. Block markers (`#`, `-`, `1.`) are
    ordinary text here. Never fails: everything that is not markup is text.
    """
    if not _SIGNS.search(source):
        return clean(source), ()
    from reader.sources.markdown.inlines import InlineText  # most articles are plain and need no parser
    from reader.sources.markdown.parser import inline_tokens

    return InlineText(inline_tokens(source, {}, html=False)).words()


def write_inline(text: str, inlines: Sequence[Inline]) -> str:
    """The Markdown source of cleaned `text` with its ranges, with few escapes.

    `parse_inline(write_inline(text, inlines)) == (text, settle(text, inlines))`. The text is never lost: if
    the source does not read back as the same ranges, everything is escaped, and if that fails, the ranges are
    left out. The source does not begin or end with a blank, so it may be stripped. Linear.
    """
    settled = settle(text, inlines)
    if not settled and not _SIGNS.search(text) and text == text.strip():
        return text
    for escape_all in (False, True):
        source = inline_source(text, settled, escape_all=escape_all)
        if parse_inline(source) == (text, settled):
            return source
    return inline_source(text, (), escape_all=True)
