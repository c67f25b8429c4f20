"""The bytes of a page as text.

Owns how its encoding is found: byte order mark, what the server said, what the page says, what the bytes
are. A wrong name is a wrong guess and never an error.
"""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PRESCAN = 4096
_SAID = re.compile(rb"""<meta[^>]{0,400}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_DECLARED = re.compile(
    rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE
)

# What pages mean when they say the narrower name; browsers read them so too.
_WIDER = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "big5": "big5hkscs",
    "unicode": "utf-8",
    "utf8": "utf-8",
    "utf-16": "utf-8",  # a page that can say so in ASCII is not in UTF-16
    "utf-16le": "utf-8",
    "utf-16be": "utf-8",
}
_FOREIGN = (
    0.12  # the share of bytes that are not ASCII in languages that do not use the Latin letters, at least
)
_GUESSED_FROM = 20_000  # bytes; a guess from all of a large page takes seconds


def decode(data: bytes, charset: str = "") -> str:
    """The text of `data`; `charset` is what came with it from outside, such as a server's header."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace").removeprefix("\ufeff")
    utf16 = _looks_utf16(data)
    if utf16:
        return data.decode(utf16, "replace")
    try:
        return data.decode("utf-8")  # hardly any text in another encoding is valid UTF-8 by chance
    except UnicodeDecodeError as error:
        mostly_utf8 = error.start > len(data) - 4  # cut in the middle of its last character
    names = [charset, *_said(data)]
    for name in names:
        codec = _codec(name)
        if not codec:
            continue
        if codec == "utf-8":
            return data.decode("utf-8", "replace")
        return data.decode(codec, "replace")
    if mostly_utf8:
        return data.decode("utf-8", "replace")
    return data.decode(_guess(data), "replace")


def _said(data: bytes) -> list[str]:
    found = _DECLARED.search(data[:_PRESCAN]), _SAID.search(data[: 4 * _PRESCAN])
    return [match[1].decode("ascii") for match in found if match]


def _codec(name: str) -> str:
    """The codec that reads what calls itself `name`; empty when there is none of text."""
    name = name.strip().strip("\"'").lower()
    name = _WIDER.get(name, name)
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return ""
    # `rot13`, `hex` and the like are codecs too, but none of text; UTF-7 is how scripts were smuggled.
    is_text = getattr(found, "_is_text_encoding", True)
    return (
        name if is_text and name not in ("utf-7", "idna", "punycode", "undefined", "unicode_escape") else ""
    )


def _looks_utf16(data: bytes) -> str:
    head = data[:200]
    if len(head) < 4 or b"\0" not in head:
        return ""
    if head[1::2].count(0) > len(head) // 3:
        return "utf-16-le"
    return "utf-16-be" if head[0::2].count(0) > len(head) // 3 else ""


def _guess(data: bytes) -> str:
    body = re.sub(rb"<[^>]{0,2000}>", b" ", data[:_GUESSED_FROM])
    foreign = sum(byte > 0x7F for byte in body)
    if foreign < _FOREIGN * len(body):
        return "cp1252"  # some accents among plain letters: too few to tell by, and this is the usual
    from charset_normalizer import from_bytes  # trafilatura brings it

    best = from_bytes(body).best()
    return best.encoding if best is not None else "cp1252"
