"""Write text as YAML scalars that every YAML parser reads as the same text.

A scalar is plain where every version of YAML reads it as text, quoted where one would not (`'NO'`,
`'1:30'`, `'~'`), folded (`>-`) where it is long, and literal (`|-`) where it has lines. Letters of all
scripts are kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from reader.text.cells import width

WIDTH = 88
"""The longest line in cells, where the text has a blank to break it at."""

STEP = 2

# What YAML 1.1 or 1.2 resolves to something other than text, and what somebody might.
_RESOLVED = re.compile(
    r"""
      ~ | null | none | true | false | yes | no | on | off | y | n | << | =
    | [-+]? [0-9][0-9_,]*
    | [-+]? 0 [box] [0-9a-f_]+
    | [-+]? (?: [0-9][0-9_]* \.? | \. ) [0-9_.]* (?: e [-+]? [0-9]+ )?
    | [-+]? [0-9][0-9_]* (?: :[0-9]{1,2} )+ (?: \.[0-9_]* )?
    | [-+]? \. (?: inf | nan )
    | [0-9]{4} -[0-9]{1,2} -[0-9]{1,2} (?: [Tt\ ]+ [0-9] .* )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SIGN_FIRST = frozenset("-?:,[]{}#&*!|>'\"%@`")
_SIGN_INSIDE = re.compile(r": | #|:\Z")
_SIGN_IN_FLOW = re.compile(r"[,\[\]{}?]")  # a question mark ends a text in flow for PyYAML
_BREAK = re.compile(r"(?<=\S) (?=\S)")
_LONGEST_KEY = 1000  # code points; after 1024 YAML sees no key


def key(pad: str, name: str) -> str:
    """The beginning of an entry, `name:` after `pad`; in the long form where YAML needs it."""
    name = scalar(name)
    return f"{pad}{name}:" if len(name) < _LONGEST_KEY else f"{pad}? {name}\n{' ' * len(pad)}:"


def is_plain(text: str, *, flow: bool = False) -> bool:
    """Whether `text` (one line) can stand without quotation marks; `flow`: between [ ] or { }."""
    return not (
        not text
        or text[0] in _SIGN_FIRST
        or text[0].isspace()
        or text[-1].isspace()
        or _SIGN_INSIDE.search(text)
        or (flow and _SIGN_IN_FLOW.search(text))
        or _RESOLVED.fullmatch(text)
    )


def scalar(text: str, *, flow: bool = False) -> str:
    """`text` on one line: plain, else in the quotation marks that need no escapes, else double."""
    if "\n" not in text:
        if is_plain(text, flow=flow):
            return text
        if "'" not in text:
            return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def entry(head: str, text: str, indent: int) -> Iterator[str]:
    """The lines of `head` (a key with its colon, or a dash) with `text` as its value.

    `indent`: cells before the lines of a folded or literal text.
    """
    one_line = scalar(text)
    pad = " " * indent
    if "\n" in text:
        header, lines = _literal(text)
    else:
        bare = one_line.strip("'\"") == text.strip("'\"")  # no character of it escaped
        start = head.rpartition("\n")[2]
        if bare and width(start) + 1 + width(one_line) <= WIDTH:
            header, lines = "", []
        else:
            header, lines = _folded(text, WIDTH - indent)
            if len(lines) == 1 and one_line == text:
                header = ""
    if header:
        yield f"{head} {header}"
        yield from (pad + line if line else "" for line in lines)
    else:
        yield f"{head} {one_line}"


def flow_list(texts: Iterable[str]) -> str:
    """`[Ada Okafor, J. Brandt]`."""
    return f"[{', '.join(scalar(text, flow=True) for text in texts)}]"


def flow_map(pairs: Mapping[str, str]) -> str:
    """`{name: The Daily Example, url: https://example.org}`."""
    return f"{{{', '.join(f'{name}: {scalar(text, flow=True)}' for name, text in pairs.items())}}}"


def node(head: str, value: object, indent: int) -> Iterator[str]:
    """The lines of `head` with any value: text, nothing, or lists and mappings of values.

    `indent`: cells before what is inside. Anything else is written as its text.
    """
    pad = " " * indent
    if value is None:
        yield f"{head} null"
    elif isinstance(value, Mapping) and value:
        yield head
        for name, inner in value.items():
            yield from node(key(pad, str(name)), inner, indent + STEP)
    elif isinstance(value, list | tuple) and value:
        yield head
        for inner in value:
            yield from node(f"{pad}-", inner, indent + STEP)
    elif isinstance(value, Mapping | list | tuple):
        yield f"{head} {'{}' if isinstance(value, Mapping) else '[]'}"
    else:
        yield from entry(head, str(value), indent)


def _folded(text: str, room: int) -> tuple[str, list[str]]:
    """The header and the lines of a folded text; no header where folding would change it."""
    if not text or text[0].isspace() or text[-1].isspace():
        return "", []
    if text.isascii() and len(text) <= room:
        return ">-", [text]
    words = _BREAK.split(text)
    lines = [words[0]]
    used = width(words[0])
    for word in words[1:]:
        cells = width(word)
        if used + 1 + cells <= room:
            lines[-1] += f" {word}"
            used += 1 + cells
        else:
            lines.append(word)
            used = cells
    return ">-", lines


def _literal(text: str) -> tuple[str, list[str]]:
    """The header and the lines of a literal text; no header where an editor would spoil it.

    Editors strip blanks at the ends of lines, so a text that has them goes into quotation marks.
    """
    body = text.rstrip("\n")
    lines = body.split("\n")
    if not body or any(line and line[-1].isspace() for line in lines):
        return "", []
    after = len(text) - len(body)
    indicator = str(STEP) if body[0] in " \n" else ""
    chomp = ("-", "", "+")[min(after, 2)]
    return f"|{indicator}{chomp}", lines + [""] * (after - 1)
