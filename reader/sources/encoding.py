"""Decode the bytes of a source in any encoding.

The encoding is determined in this order: by a byte order mark, by bytes that only one encoding allows, by the
encoding that the server or the page names, by statistical detection. A wrong guess gives wrong letters, never
an error: bytes that do not fit the encoding become U+FFFD.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from typing import NamedTuple

SAMPLE = 1 << 16
"""The number of bytes that detection examines. This takes about 10 ms."""

_HEAD = 4096
"""The number of bytes that are searched for NULs."""

_META_WITHIN = 1 << 14
"""The number of bytes of a page that are searched for its charset declaration (browsers: 1024)."""

_SLIPS = 0.005
"""The highest share of broken characters at which damaged UTF-8 is more likely than another encoding."""

_LOST = 0.05
"""The highest share of broken characters for an encoding that the server or the page names.

UTF-8 uses `_SLIPS` instead, because Western text that is decoded as UTF-8 breaks at each accent.
"""

_PROOF = 4
"""The number of multi-byte characters that proves that valid UTF-8 is not another encoding."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: this mark begins with the mark of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The encoding that browsers use for an encoding name. Often it is a superset of the named encoding.
_BROWSER_ENCODINGS = {
    **dict.fromkeys(("ascii", "iso8859-1", "cp1252"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk", "hz"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift_jis_2004", "shift_jisx0213"), "cp932"),
    **dict.fromkeys(("euc_kr", "johab"), "cp949"),
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "big5": "big5hkscs",
}
# Encoding names that Python does not know.
_ALIASES = {
    "x-sjis": "cp932",
    "x-gbk": "gb18030",
    "x-x-big5": "big5hkscs",
    "ks_c_5601-1987": "cp949",
    "x-mac-cyrillic": "mac_cyrillic",
    "x-user-defined": "cp1252",
    "unicode": "utf-16-le",
}
# The encodings that browsers know. Detection would choose rarer ones only by mistake.
_USUAL = (
    *("cp1252", "utf_8", "gb18030", "big5hkscs", "cp932", "euc_jp", "cp949", "cp1251", "koi8_r", "koi8_u"),
    *("cp1250", "iso8859_2", "cp1253", "iso8859_7", "cp1254", "cp1255", "iso8859_8", "cp1256", "iso8859_6"),
    *("cp1257", "cp1258", "cp874", "iso8859_5", "cp866", "mac_roman", "iso8859_15"),
)
_SIGNS = "‘’“”„‚«»‹›–—…•·°§©®€£\u00a0"
# For each group of encodings, the non-ASCII letters of the languages that use it, one string per language.
# A text is in the first encoding in which all its non-ASCII letters belong to one language.
_ALPHABETS = (
    (
        ("cp1252",),
        (
            "àâæçéèêëîïôœùûüÿ",
            "äöüß",
            "áéíñóúü¿¡ºª",
            "áâãàçéêíóôõúü",
            "åäöæøéü",
            "àèéìíîòóù",
            "áðéíóúýþæö",
            "äöõüšž",
        ),
    ),
    (
        ("cp1250", "iso8859_2"),
        ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "ăâîşţ", "čćđšž"),
    ),
    (("cp1254",), ("çğıİöşüâîû",)),
    (("cp1257",), ("ąčęėįšųūž", "āčēģīķļņšūž")),
)
_TURKISH = frozenset("ðýþÝÞÐö")
"""The only non-ASCII letters of Turkish text decoded as cp1252. Icelandic text has these and others."""

_META = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})|"""
    rb"""<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_SHIFTS = re.compile(rb"\x1b(?:\$[@B]|\$\([A-D]|\([BIJ])")
_CONTROLS = tuple(bytes([code]) for code in (*range(1, 9), *range(14, 27), *range(28, 32)))
_BEYOND = re.compile(rb"[\x80-\xff]")
_IN_TAGS = re.compile(rb"<[^<>]{0,2000}>")
_RUN = re.compile(r"[^\W\x00-\x7f]{4}")  # no Latin script has this many non-ASCII letters in a row
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd]")


class Decoded(NamedTuple):
    """The text of a source, and Python's name of the encoding it was decoded with."""

    text: str
    encoding: str


def decode(data: bytes, charset: str = "", *, page: bool = False) -> Decoded:
    """The text of `data`, without a byte order mark.

    `charset` is the encoding that an HTTP header names. With `page`, the declaration near the beginning of
    a web page counts too. Never fails. Linear; UTF-8 takes 1 ms per MB, detection about 50 ms more.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(encoding, "replace"), encoding)
    if b"\0" in data[:_HEAD]:
        wide = _wide_encoding(data)
        if wide:
            return Decoded(data.decode(wide, "replace"), wide)
    names = [known_encoding(charset)]
    if page:
        names.append(_declared_in_page(data))
    named = [encoding for encoding in names if encoding]
    if data.isascii():
        shifted = _SHIFTS.search(data)
        encoding = next((e for e in named if e.startswith("iso2022")), "iso2022_jp") if shifted else "ascii"
        return Decoded(data.decode(encoding, "replace"), encoding)
    return _by_trial(data, named, page)


def known_encoding(label: str) -> str:
    """Python's name of the encoding that a browser uses for `label`; empty if `label` is not a text encoding.

    UTF-7 is refused, because it hides characters such as < from programs that search for them.
    """
    label = label.strip().strip("\"'").lower()
    if not label or not label.isascii() or "\0" in label:
        return ""
    try:
        info = codecs.lookup(_ALIASES.get(label, label))
        b" ".decode(info.name, "replace")  # fails for codecs that convert bytes to bytes
    except (LookupError, ValueError):
        return ""
    if info.name in ("utf-7", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"):
        return ""
    if info.name in ("utf-16", "utf-32"):
        return f"{info.name}-le"
    return _BROWSER_ENCODINGS.get(info.name, info.name)


def _by_trial(data: bytes, named: list[str], page: bool) -> Decoded:
    """Decode text that is not ASCII and has no byte order mark."""
    text = _strictly(data, "utf-8")
    if text is not None:
        # Many servers name Latin-1 for every page, but a longer text that is valid UTF-8 is UTF-8.
        others = [encoding for encoding in named if encoding != "utf-8"]
        proof = 2 if others == ["cp1252"] else _PROOF  # no language has “Ã¼”
        if not others or sum(byte >= 0xC2 for byte in data[:SAMPLE]) >= proof:
            return Decoded(text, "utf-8")
    for encoding in named:
        text = _strictly(data, encoding)
        if text is not None:
            return Decoded(text, encoding)
    repaired = data.decode("utf-8", "replace")
    if repaired.count("\ufffd") <= max(1, int(_SLIPS * len(repaired))) and not repaired.isascii():
        whole = sum(ord(sign) > 0x7F for sign in repaired[:SAMPLE]) - repaired.count("\ufffd", 0, SAMPLE)
        if whole > 0 or "utf-8" in named:
            return Decoded(repaired, "utf-8")
    for encoding in named:
        text = data.decode(encoding, "replace")
        if text.count("\ufffd") <= (_SLIPS if encoding == "utf-8" else _LOST) * len(text):
            return Decoded(text, encoding)
    encoding = _detected(data, page)
    return Decoded(data.decode(encoding, "replace"), encoding)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, ValueError):
        return None


def _wide_encoding(data: bytes) -> str:
    """The UTF-16 or UTF-32 encoding that the positions of the NULs show; empty if it is neither."""
    head = data[:_HEAD]
    quarter = max(1, len(head) // 4)
    zeros = [head[offset::4].count(0) / quarter for offset in range(4)]
    if min(zeros[1:]) > 0.9 and zeros[0] < 0.1:
        return "utf-32-le"
    if min(zeros[:3]) > 0.9 and zeros[3] < 0.1:
        return "utf-32-be"
    even, odd = (zeros[0] + zeros[2]) / 2, (zeros[1] + zeros[3]) / 2
    if max(even, odd) < 0.5 and _is_narrow(head):
        return ""
    # In any script, blanks and newlines make up about a tenth of the text, and they have a NUL byte.
    if odd > 0.05 and even < odd / 8:
        return "utf-16-le"
    if even > 0.05 and odd < even / 8:
        return "utf-16-be"
    return ""


def _is_narrow(head: bytes) -> bool:
    """Whether `head` is text in UTF-8 or a one-byte encoding: few control characters other than NUL."""
    return sum(map(head.count, _CONTROLS)) <= len(head) // 100


def _declared_in_page(data: bytes) -> str:
    found = _META.search(data[:_META_WITHIN])
    if not found:
        return ""
    encoding = known_encoding((found[1] or found[2]).decode("ascii", "replace"))
    # The declaration was readable byte by byte, so the page cannot be in a wide encoding.
    return "utf-8" if encoding.startswith(("utf-16", "utf-32")) else encoding


def _detected(data: bytes, page: bool) -> str:
    """The most likely encoding of `data`; cp1252 if nothing is likely.

    The sample begins near the first non-ASCII byte, because a page begins with kilobytes of markup.
    charset-normalizer is imported here, because nearly all text is UTF-8 and does not need it.
    """
    first = _BEYOND.search(data)
    start = max(0, first.start() - 64) if first else 0
    sample = data[start : start + SAMPLE]
    if page:
        sample = _IN_TAGS.sub(b" ", sample)
    found = _eastern(sample) or _european(sample)
    if found:
        return found
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=list(_USUAL)).best()
    encoding = known_encoding(best.encoding) if best else ""
    text = sample.decode(encoding, "replace") if encoding else ""
    if not encoding or encoding.startswith("utf") or _NO_TEXT.search(text):
        return "cp1252"
    return encoding


def _european(sample: bytes) -> str:
    """The encoding in which all letters of the sample belong to one European language; empty if none."""
    for encodings, alphabets in _ALPHABETS:
        for encoding in encodings:
            text = sample.decode(encoding, "replace")
            beyond = {sign for sign in text if sign > "\x7f"}
            if _RUN.search(text) or (encoding == "cp1252" and beyond - set(_SIGNS) <= _TURKISH):
                continue
            if any(beyond <= {*letters, *letters.upper(), *_SIGNS} for letters in alphabets):
                return encoding
    return ""


def _eastern(sample: bytes) -> str:
    """The encoding of a Japanese, Korean or Chinese sample, by its common characters; empty if none."""
    likely = {"": 0.0}
    for encoding, ruled_by, leads, least in _EASTERN:
        decoder = codecs.getincrementaldecoder(encoding)("ignore")
        text = decoder.decode(sample)  # the last character may be incomplete
        beyond = Counter(sign for sign in text if sign > "\x7f")
        lost = len(sample) - len(decoder.getstate()[0]) - len(text.encode(encoding))
        if not beyond or lost > min(4, beyond.total() // 100):
            continue
        usual = sum(n for sign, n in beyond.items() if sign.encode(ruled_by, "replace")[0] in leads)
        share = usual / beyond.total()
        if share >= least:
            if least < _CERTAIN:
                return encoding
            likely[encoding] = share
    return max(likely, key=lambda encoding: likely[encoding])


_CERTAIN = 0.5
# For each encoding: the encoding in which the lead bytes are counted, the lead bytes of its common
# characters, and the least share of these characters. For Japanese they are hiragana, which every text has;
# for Korean and Chinese they are the more common half of the characters.
_EASTERN = (
    ("euc_jp", "euc_jp", range(0xA4, 0xA5), 0.2),
    ("cp932", "euc_jp", range(0xA4, 0xA5), 0.2),
    ("cp949", "euc_kr", range(0xB0, 0xC9), 0.85),
    ("gb18030", "gb2312", range(0xB0, 0xD8), 0.75),
    ("big5hkscs", "big5", range(0xA4, 0xC7), 0.75),
)
