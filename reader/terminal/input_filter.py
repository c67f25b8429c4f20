"""A filter for the terminal's input, in front of Textual's parser.

On some input Textual's parser raises an exception, which ends the thread that reads the keys. It treats the
characters of an unknown sequence as keys. The filter passes on valid UTF-8 and only those control sequences
that the parser knows. Sequences follow ECMA-48 and xterm's control sequences; key reports follow the kitty
keyboard protocol. Owns which input passes, and how long the filter waits for the rest of a sequence.
"""

from __future__ import annotations

import re
from codecs import getincrementaldecoder

from reader.text.patterns import compiled

ESCAPE = b"\x1b"
PASTE_BEGIN, PASTE_END = b"\x1b[200~", b"\x1b[201~"

PAUSE = 1.0
"""Seconds without input after which an open paste is ended and an unfinished sequence is dropped.

A slow line can interrupt a paste. The rest of a paste that was ended too early would be taken as keys.
"""

LONGEST_PASTE = 1 << 20
"""Bytes of one paste that are passed on; the rest is dropped. No field takes more than 2,000 characters."""

LONGEST_SEQUENCE = 4_096
"""Bytes of an unfinished sequence that are held. The longest replies (colours, names) have about 100."""

_LONGEST_PARSED = 32
"""Characters of a sequence after which Textual's parser takes it as keys (`textual._xterm_parser`)."""

_COMPLETE = (
    rb"(?P<old_mouse>\x1b\[M[^\x00-\x1f]{3})"  # X10: button, column and row as one byte each
    rb"|(?P<console>\x1b\[\[[A-E])"  # F1 to F5 on the Linux console
    rb"|(?P<rxvt>\x1b\[\d+\$)(?![\x20-\x3f]*[\x40-\x7e])"
    rb"|(?P<control>\x1b\[(?!M)[0-?]*[ -/]*[@-Z\\-~])"  # `[` does not end it: Esc and `[[` can be typed
    rb"|(?P<string>\x1b\]\d+;[^\x07\x1b]*(?:\x07|\x1b\\)"
    rb"|\x1bP[\d>!$+=][^\x1b]*\x1b\\|\x1b_G[^\x1b]*\x1b\\)"  # replies to OSC, DCS and APC
)
_UNFINISHED = (
    rb"(?:\x1b|\x1b\[\[?|\x1b\[[0-?]*[ -/]*|\x1b\[M[^\x00-\x1f]{0,2}"
    rb"|\x1b\](?:\d+(?:;[^\x07\x1b]*\x1b?)?)?|\x1bP(?:[\d>!$+=][^\x1b]*\x1b?)?|\x1b_(?:G[^\x1b]*\x1b?)?)\Z"
)
_ABORTED = rb"\x1b\[(?:M[^\x00-\x1f]*|[0-?]+[ -/]*|[ -/]+|(?=[^\[]))"
"""A sequence that is cut off by a byte that cannot belong to it."""

_MOUSE = r"<\d{1,4};-?\d{1,6};-?\d{1,6}[Mm]"
_MODE_REPORT = r"\?(?:2026|2048);\d\$y"
_RESIZE = r"48;(\d{1,9})(?::[\d:]*)?;(\d{1,9})(?::[\d:]*)?;(\d{1,9})(?::[\d:]*)?;(\d{1,9})(?::[\d:]*)?t"
_KEY = r"([\d:]*)(?:;([\d:]*))?(?:;([\d:]*))?;?([u~ABCDEFHPQRS])"
_OLD_KEYS = r"[IOZGabcd]|1;[5-8][p-tv-y]|(?:[35678]|1[1-57-9]|2[01345689]|3[1-4])\^|2[34]@|(?:[378]|2[34])\$"
"""Focus reports, and keys of xterm, rxvt and the Linux console that the parser has in a table."""

_MODIFIERS = 256
"""The highest modifier value of the kitty protocol: one more than the sum of all modifiers."""


class TerminalInput:
    """Filters the bytes of one terminal; a sequence or a character may come in pieces.

    `escape_delay` is how many seconds after Esc a sequence may still begin. `key_reports` tells whether the
    parser knows the reports of the kitty keyboard protocol.
    """

    def __init__(self, escape_delay: float = 0.1, *, key_reports: bool = True) -> None:
        self._escape_delay = escape_delay
        self._key_reports = key_reports
        self._escape_key = b"\x1b[27u" if key_reports else ESCAPE  # after the first the parser need not wait
        self._held = b""
        self._decoder = getincrementaldecoder("utf-8")("replace")
        self._pasted: int | None = None  # bytes of the open paste, None outside of a paste

    @property
    def patience(self) -> float | None:
        """Seconds to wait for more input before `pause` is called; None if there is no limit."""
        if self._pasted is None and (len(self._held) in (1, 2) or self._held == b"\x1b[["):
            return self._escape_delay
        unfinished = self._held or self._pasted is not None or self._decoder.getstate()[0]
        return PAUSE if unfinished else None

    def feed(self, data: bytes) -> bytes:
        """Add input. Returns the part that can be parsed now; the rest is held for the next call."""
        data = self._held + data
        self._held = b""
        passed: list[bytes] = []
        at = 0
        while at < len(data):
            take = self._keys if self._pasted is None else self._paste
            at = take(data, at, passed)
        if len(self._held) > LONGEST_SEQUENCE:  # too long to pass: only its end matters
            end = ESCAPE if self._held.endswith(ESCAPE) else b""
            self._held = self._held[:_LONGEST_PARSED] + end
        return b"".join(passed)

    def pause(self) -> bytes:
        """End the unfinished sequence or paste, because no more input came. Returns input for the parser."""
        held, self._held = self._held, b""
        passed = [self._end_text()]
        if self._pasted is not None:
            self._pasted = None
            passed.append(PASTE_END)
        elif held == ESCAPE:
            passed.append(self._escape_key)
        elif held == b"\x1b[[" or len(held) == 2:
            passed.append(self._alt(held[:2]))
            passed.append(held[2:])
        return b"".join(passed)

    def _keys(self, data: bytes, at: int, passed: list[bytes]) -> int:
        """Pass on text up to the next sequence, or one sequence. Returns the offset where it ends."""
        begin = data.find(ESCAPE, at)
        if begin != at:
            end = len(data) if begin < 0 else begin
            passed.append(self._text(data[at:end]))
            return end
        passed.append(self._end_text())
        if (found := compiled(_COMPLETE).match(data, at)) is not None:
            passed.append(self._sequence(found))
            return found.end()
        if compiled(_UNFINISHED).match(data, at) is not None:
            self._held = data[at:]
            return len(data)
        if (found := compiled(_ABORTED).match(data, at)) is not None:
            return found.end()
        if data.startswith(b"\x1b[[", at):  # Esc and two keys: the parser would wait for one more
            passed.append(b"\x1b[91;3u[" if self._key_reports else b"[[")
            return at + 3
        if data[at + 1] < 0x80 and data[at + 1] != ESCAPE[0]:
            pair = data[at : at + 2]
            passed.append(pair if pair == b"\x1bO" else self._alt(pair))  # Esc O may begin F1
            return at + 2
        passed.append(self._escape_key)
        return at + 1

    def _alt(self, pair: bytes) -> bytes:
        """Esc and an ASCII character, as the key report of Alt and that character.

        The parser would take some of these pairs for other keys: Esc and Tab for Shift+Tab, Esc and 5 for
        `∞`. Two kinds of pairs are passed on unchanged: Esc and a control character without a letter, for
        which the parser knows no report, and Esc and Backspace, which deletes a word in a text field.
        """
        code = pair[1]
        if not self._key_reports or code in (0, 8, 0x7F) or 27 <= code < 32:
            return pair
        if code < 27 and code not in b"\t\r":
            return b"\x1b[%d;7u" % (code + 96)  # Alt, Ctrl and a letter
        return b"\x1b[%d;3u" % code

    def _paste(self, data: bytes, at: int, passed: list[bytes]) -> int:
        """Pass on pasted text up to the end of the paste. Returns the offset where it ends."""
        end = data.find(PASTE_END, at)
        ended = end >= 0
        if not ended:
            end = len(data)
            end -= next(n for n in range(len(PASTE_END), -1, -1) if data[at:].endswith(PASTE_END[:n]))
            self._held = data[end:]
        room = max(0, LONGEST_PASTE - (self._pasted or 0))
        # In a paste the parser treats the characters after Esc as keys, unless they end the paste.
        text = self._text(data[at:end][:room].replace(ESCAPE, "\u241b".encode()))
        self._pasted = (self._pasted or 0) + end - at
        passed.append(text)
        if not ended:
            return len(data)
        self._pasted = None
        passed += [self._end_text(), PASTE_END]
        return end + len(PASTE_END)

    def _text(self, data: bytes) -> bytes:
        """Bytes of text as valid UTF-8. An incomplete character is kept until the rest arrives."""
        return _without_c1(self._decoder.decode(data)).encode()

    def _end_text(self) -> bytes:
        """The replacement for a character that stayed incomplete; empty if every character was complete."""
        return self._decoder.decode(b"", final=True).encode()

    def _sequence(self, found: re.Match[bytes]) -> bytes:
        """The bytes to pass on for a complete sequence; empty if the parser does not know it."""
        if found["console"] or found["rxvt"]:
            known = found["console"] or compiled(_OLD_KEYS).fullmatch(found[0][2:].decode())
            return found[0] if known else b""
        if found["old_mouse"] or found["string"]:
            return b""
        if found[0] == PASTE_BEGIN:
            self._pasted = 0
            return PASTE_BEGIN
        if found[0] == PASTE_END:
            return b""
        body = found[0][2:].decode("ascii")
        if len(found[0]) <= _LONGEST_PARSED and any(
            compiled(form).fullmatch(body) for form in (_MOUSE, _MODE_REPORT, _OLD_KEYS)
        ):
            return found[0]
        if (resize := compiled(_RESIZE).fullmatch(body)) is not None:
            return _resize(*map(int, resize.groups()))
        if (key := compiled(_KEY).fullmatch(body)) is not None and (self._key_reports or key[4] != "u"):
            return key_report(*key.groups(default=""))
        return b""


def key_report(key: str, modifiers: str, text: str, final: str) -> bytes:
    """A key report in the form that the parser reads; empty for a key release and for impossible values.

    The arguments are the fields of the report as it was received; colons separate the values in a field.
    `key` may include alternate keys (by Shift or keyboard layout), `modifiers` may include the event type,
    and `text` holds the code points that were typed.
    """
    code, _, alternates = key.partition(":")
    bits, _, event = modifiers.partition(":")
    typed = text.split(":") if text else []
    shifted = alternates.partition(":")[0]
    if bits == "2" and shifted and not typed:
        typed = [shifted]  # only Shift: the parser knows `A`, but not `a` with Shift
    if event not in ("", "1", "2") or not all(map(_is_character, typed)):
        return b""
    if code and (len(code) > 7 or not _is_scalar(int(code))):
        return b""
    if bits and (len(bits) > 3 or int(bits) > _MODIFIERS):
        return b""
    parts = [str(int(code)) if code else "", bits, ":".join(typed)]
    while len(parts) > 1 and not parts[-1]:
        parts.pop()
    report = f"\x1b[{';'.join(parts)}{final}"
    if len(report) > _LONGEST_PARSED:
        report = "".join(chr(int(one)) for one in typed)  # a composed text, typed in one go
    return report.encode()


def _is_scalar(code: int) -> bool:
    """Whether a code point exists and is not half of a surrogate pair."""
    return code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF


def _is_character(digits: str) -> bool:
    """Whether these are the digits of a code point that can be typed into a field."""
    known = digits.isdecimal() and len(digits) <= 7 and _is_scalar(int(digits))
    return known and chr(int(digits)).isprintable()


def _resize(rows: int, columns: int, height: int, width: int) -> bytes:
    """A report of the terminal's size without zeros, because the parser divides by each value.

    A report of no rows or columns is dropped. A terminal that does not know its size in pixels reports 0
    pixels; then its mouse reports count cells.
    """
    if not rows or not columns:
        return b""
    rows, columns, height, width = (min(n, 99_999) for n in (rows, columns, height, width))
    return f"\x1b[48;{rows};{columns};{height or rows};{width or columns}t".encode()


def _without_c1(text: str) -> str:
    """`text` without C1 control characters, which no key types."""
    return text if text.isascii() else text.translate(_NO_C1)


_NO_C1 = dict.fromkeys(range(0x80, 0xA0))
