"""Splits the output of a program to a terminal into text and control sequences.

Owns the list of the control sequences that a well-behaved screen uses. Any other sequence is unwanted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    "(?P<text>[^\x00-\x1f\x7f-\x9f]+)"
    r"|(?P<sequence>\x1b\[[0-?]*[ -/]*[@-~]"
    r"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
    r"|\x1b[PX^_][^\x1b]*\x1b\\"
    r"|\x1b[ -/]*[0-OQ-WYZ`-~])"
    "|(?P<control>[\x00-\x1a\x1c-\x1f\x7f-\x9f])"
)

KNOWN = tuple(
    re.compile(pattern)
    for pattern in (
        r"\x1b\[[0-9;]*m",  # colours and weights
        r"\x1b\[\d+;\d+H|\x1b\[H|\x1b\[2?J|\x1b\[[0-2]?K",  # cursor, erase
        r"\x1b\[\d+G",  # the column after a word of ambiguous width
        r"\x1b\[\?(7|25|1000|1003|1004|1006|1015|1016|1049|2004|2026|2048)[hl]",  # modes
        r"\x1b\[\?(2026|2048)\$p",  # is synchronised output, are resize reports there?
        r"\x1b\[>\d+u|\x1b\[<u",  # the kitty keyboard protocol, on and off
        r"\x1b\]22;[a-z-]*(?:\x07|\x1b\\)",  # the shape of the mouse pointer
    )
)
"""Control sequences that belong to a screen (xterm's control sequences, kitty's keyboard protocol)."""

COPY = re.compile(r"\x1b\]52;c;([A-Za-z0-9+/=]*)(?:\x07|\x1b\\)")
"""The sequence that copies text to the clipboard, in base64."""

HARMFUL = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ufeff\U000e0000-\U000e007f]")
"""Characters that change the direction of a text or are invisible in it."""


class Piece(NamedTuple):
    """A run of text, one control sequence or one control character."""

    kind: str
    text: str


def pieces(written: str) -> Iterator[Piece]:
    """The complete pieces of what was written."""
    at = 0
    while (found := _TOKEN.match(written, at)) is not None:
        yield Piece(found.lastgroup or "", found[0])
        at = found.end()


def length(written: str) -> int:
    """The number of characters in the complete pieces of `written`."""
    return sum(len(piece.text) for piece in pieces(written))


def strange(written: str) -> list[str]:
    """All unwanted sequences and characters in the output, in their order."""
    found = []
    whole = 0
    for piece in pieces(written):
        whole += len(piece.text)
        if piece.kind == "text":
            found += HARMFUL.findall(piece.text)
        elif piece.text not in "\r\n" and not any(form.fullmatch(piece.text) for form in (*KNOWN, COPY)):
            found.append(piece.text)
    return found + ([written[whole:]] if written[whole:] else [])


def colours(written: str) -> list[str]:
    """The control sequences that set a colour (SGR 30 to 49 without the weights, 90 to 107)."""
    return [p.text for p in pieces(written) if p.text.startswith("\x1b[") and p.text[-1] == "m" and _sets(p)]


def _sets(piece: Piece) -> bool:
    numbers = [int(n) for n in piece.text[2:-1].split(";") if n]
    return any((30 <= n <= 48 and n != 39) or 90 <= n <= 107 for n in numbers)
