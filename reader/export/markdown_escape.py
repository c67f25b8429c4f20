"""Escape text so that Markdown shows it unchanged, whatever characters it contains.

The characters of CommonMark are escaped, and those of the note-taking apps: tables, `==marks==`, `$math$`,
`#tags`, `%%comments%%`, `[[links]]` and `^ids`.
"""

from __future__ import annotations

import re

_INLINE = re.compile(r"[\\`*_\[\]<>~$^|{}]|(?<!\S)#|&(?=[#\w])|=(?==)|(?<==)=|%(?=%)|(?<=%)%")
_FIRST = re.compile(r"([-+=:])|(\d{1,9})([.)])")


def escaped(text: str) -> str:
    """`text` as Markdown that shows it unchanged. Line breaks are kept, and blank lines end a paragraph.

    Blanks at the beginning of a line become no-break spaces. Markdown would remove blanks or begin a code
    block.
    """
    lines = [_line(line) for line in text.split("\n")]
    out = ""
    for index, line in enumerate(lines):
        hard = line and index + 1 < len(lines) and lines[index + 1]
        out += line + ("\\\n" if hard else "\n" if index + 1 < len(lines) else "")
    return out


def code(text: str) -> str:
    """One line as a code span."""
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if text[:1] in "` " or text[-1:] in "` " else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def link(text: str, url: str) -> str:
    """A link. `text` is already Markdown and is not escaped."""
    target = re.sub(r"[\x00-\x20<>\\]", lambda found: f"%{ord(found[0]):02X}", url)
    return f"[{text}](<{target}>)"


def _line(line: str) -> str:
    if not line.strip():
        return ""
    words = line.strip(" ")
    blanks = "\u00a0" * (len(line) - len(line.lstrip(" ")))
    out = _INLINE.sub(lambda found: f"\\{found[0]}", words)
    first = _FIRST.match(out)
    if first is not None and not blanks:
        out = f"\\{out}" if first[1] else f"{first[2]}\\{first[3]}{out[first.end() :]}"
    return blanks + out
