"""Find web addresses in running text that have no markup.

Owns the rule for where such an address ends: its last character is rarely a full stop or an unmatched closing
bracket.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.model import Inline, InlineKind
from reader.sources.inline_ranges import Words, settle

_ADDRESS = re.compile(
    r"(?<![A-Za-z0-9])https?://[^\s<>\"“”„«»\u3000-\u303f\uff00-\uff0f\u4e00-\u9fff]{1,2000}", re.IGNORECASE
)
_HOST = re.compile(r"https?://[^\W_][^\s/]*", re.IGNORECASE)
_PUNCTUATION = "?!.,:;*_~'’‘`…|\\"
_PAIRS = {")": "(", "]": "[", "}": "{"}


def with_bare_links(words: Words) -> Words:
    """`words` with a link on every web address that is not already in a link or in code. Linear."""
    if "://" not in words.text:
        return words
    return Words(words.text, settle(words.text, (*words.inlines, *_bare_links(words))))


def _bare_links(words: Words) -> Iterator[Inline]:
    taken = [(i.start, i.end) for i in words.inlines if i.kind in (InlineKind.LINK, InlineKind.CODE)]
    at = 0
    for found in _ADDRESS.finditer(words.text):
        address = _without_punctuation(found[0])
        start, end = found.start(), found.start() + len(address)
        while at < len(taken) and taken[at][1] <= start:
            at += 1
        if (at == len(taken) or taken[at][0] >= end) and _HOST.match(address):
            yield Inline(start, end, InlineKind.LINK, address)


def _without_punctuation(address: str) -> str:
    """`address` without the punctuation at its end that belongs to the sentence."""
    unmatched = {close: address.count(close) - address.count(opening) for close, opening in _PAIRS.items()}
    end = len(address)
    while end:
        last = address[end - 1]
        if unmatched.get(last, 0) > 0:
            unmatched[last] -= 1
        elif last not in _PUNCTUATION:
            break
        end -= 1
    return address[:end]
