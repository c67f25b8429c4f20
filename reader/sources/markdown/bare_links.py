"""Addresses that stand in running text without any markup.

Owns where such an address ends: its last sign is rarely a full stop or a closing bracket.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reader.model import Inline, InlineKind

_ADDRESS = re.compile(
    r"(?<![A-Za-z0-9])https?://[^\s<>\"“”„«»\u3000-\u303f\uff00-\uff0f\u4e00-\u9fff]{1,2000}", re.IGNORECASE
)
_HOST = re.compile(r"https?://[^\W_][^\s/]*", re.IGNORECASE)
_AFTER = "?!.,:;*_~'’‘`…|\\"
_PAIRS = {")": "(", "]": "[", "}": "{"}


def bare_links(text: str, taken: Iterable[Inline] = ()) -> Iterator[Inline]:
    """The web addresses in `text` as links, in order; none inside the links and code of `taken`.

    Linear in the text.
    """
    if "://" not in text:
        return
    held = sorted((i.start, i.end) for i in taken if i.kind in (InlineKind.LINK, InlineKind.CODE))
    at = 0
    for found in _ADDRESS.finditer(text):
        address = _without_tail(found[0])
        start, end = found.start(), found.start() + len(address)
        while at < len(held) and held[at][1] <= start:
            at += 1
        if (at == len(held) or held[at][0] >= end) and _HOST.match(address):
            yield Inline(start, end, InlineKind.LINK, address)


def _without_tail(address: str) -> str:
    """`address` without the signs of the sentence it stands in."""
    surplus = {close: address.count(close) - address.count(sign) for close, sign in _PAIRS.items()}
    end = len(address)
    while end:
        last = address[end - 1]
        if surplus.get(last, 0) > 0:
            surplus[last] -= 1
        elif last not in _AFTER:
            break
        end -= 1
    return address[:end]
