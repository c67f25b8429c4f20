"""Prepare the text of a page for the parser.

Removes control characters, numeric references to them, and tags that are nested too deeply for the parser.
Each of these can make a parser drop the text of a whole page without an error. Also closes the void elements
that the parser does not know, because it is too old.
"""

from __future__ import annotations

import re
from collections import Counter

from reader.sources.html.dom import word_set

DEEPEST = 80
"""The maximum number of open elements of those that need an end tag. At most two others (`p`, `li`, `td` and
the like) are between two of these, so that lxml's limit of 256 levels is never reached."""

DEEPEST_COSTLY = 8
"""The maximum number of open elements of one name among `_COSTLY`.

The extractor reads the content of nested tables and lists once for each of them: 20,000 of them took 30 s.
"""

_IN_DL = ("dt", "dd")
"""The parser nests these elements when the list around them was removed, so they are removed with it."""

_COSTLY = frozenset(["table", "ul", "ol", "dl", "blockquote"])
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,10}));?")
_TAG = re.compile(r"<(?:!--|(/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})(?=[\s/>]))")
_RAW = frozenset(["script", "style", "textarea", "title", "xmp"])
_CLOSED_BY_OTHERS = word_set(
    """
    p li dt dd tr td th thead tbody tfoot colgroup option optgroup rt rp html body head
    """
)
_VOID = word_set(
    """
    area base bgsound br col command embed hr img input keygen link meta param source track wbr
    """
)
_UNKNOWN_VOID = re.compile(
    r"<((?:source|track|wbr|embed|keygen|bgsound|command)(?=[\s/>])"
    r"(?:(?:[^<>\"']|\"[^\"<]*+\"|'[^'<]*+')*+(?=>)|[^<>]*+))>",
    re.IGNORECASE,
)


# HTML reads references to C1 control characters as the characters of Windows-1252.
_WINDOWS = {
    code: bytes([code]).decode("cp1252")
    for code in range(0x80, 0xA0)
    if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}


def sanitise(text: str) -> str:
    """`text` in a form that is safe for the parser; all readable text is kept. Linear."""
    if _CONTROLS.search(text):
        text = _CONTROLS.sub(_sign, text)
    if "&#" in text:
        text = _REFERENCE.sub(_reference, text)
    # libxml2 does not know that these elements are void: it would put the rest of the page inside them.
    return _flattened(_UNKNOWN_VOID.sub(_closed, text))


def _closed(match: re.Match[str]) -> str:
    return f"<{match[1].rstrip('/ ')} />"


def _sign(match: re.Match[str]) -> str:
    return _WINDOWS.get(ord(match[0]), "") if "\x80" <= match[0] < "\xa0" else ""


def _reference(match: re.Match[str]) -> str:
    """The replacement for a numeric reference; empty if it does not refer to a character of text."""
    code = int(match[1], 16) if match[1] else int(match[2])
    if code in _WINDOWS:
        return _WINDOWS[code]
    if code in (9, 10, 13):
        return match[0]
    if code > 0x10FFFF or _CONTROLS.match(chr(code)):
        return ""
    return match[0]


def _flattened(text: str) -> str:
    """`text` without the tags that are nested deeper than `DEEPEST`; the text inside them is kept.

    Counts tags without building a tree. Only pages made to break a parser are nested so deeply.
    """
    if text.count("<") < DEEPEST:
        return text
    pieces: list[str] = []
    kept = 0  # the offset in `text` up to which it is in `pieces`
    nesting = _Nesting()
    at = 0
    while (match := _TAG.search(text, at)) is not None:
        at = match.end()
        name = (match[2] or "").lower()
        if not name:  # a comment
            end = text.find("-->", at)
            at = len(text) if end < 0 else end
        elif name in _RAW:
            at = at if match[1] else _end_of_raw(text, at, name)
        elif (
            name not in _VOID
            and (name not in _CLOSED_BY_OTHERS or (name in _IN_DL and nesting.is_skipping("dl")))
            and nesting.too_deep(name, bool(match[1]))
        ):
            end = text.find(">", at)
            if end < 0:
                break
            pieces += text[kept : match.start()], " "
            kept = at = end + 1
    if not pieces:
        return text
    return "".join((*pieces, text[kept:]))


class _Nesting:
    """The elements that are open, and the elements whose start tags were removed."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._counts: Counter[str] = Counter()
        self._skipped: dict[str, int] = {}

    def is_skipping(self, name: str) -> bool:
        """Whether a start tag of this name was removed and its end has not come."""
        return bool(self._skipped.get(name))

    def too_deep(self, name: str, closing: bool) -> bool:
        """Record a tag. Return whether it must be removed."""
        if closing:
            if self._skipped.get(name):
                self._skipped[name] -= 1
                return True
            if name in self._open:
                while True:
                    closed = self._open.pop()
                    self._counts[closed] -= 1
                    if closed == name:
                        break
            return False
        is_costly = name in _COSTLY and self._counts[name] >= DEEPEST_COSTLY
        if len(self._open) < DEEPEST and not is_costly and name not in _IN_DL:
            self._open.append(name)
            self._counts[name] += 1
            return False
        self._skipped[name] = self._skipped.get(name, 0) + 1
        return True


def _end_of_raw(text: str, at: int, name: str) -> int:
    match = re.compile(rf"</{name}[\s/>]", re.IGNORECASE).search(text, at)
    return match.start() if match else len(text)
