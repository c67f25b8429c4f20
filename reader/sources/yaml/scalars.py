"""Write text as YAML scalars that every YAML parser reads as the same text.

A scalar is plain if every version of YAML reads it as text, and quoted if any version does not (`'NO'`,
`'1:30'`, `'~'`). It is folded (`>-`) if it is long, and literal (`|-`) if it has several lines. Letters of
all scripts are kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from reader.text.cells import width

WIDTH = 88
"""The greatest width of a line in cells, if the text has a blank at which it can be broken."""

STEP = 2

# Text that YAML 1.1 or 1.2 does not read as text, and text that some parser may not read as text.
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
_SIGN_IN_FLOW = re.compile(r"[,\[\]{}?]")  # in PyYAML a question mark ends a text in flow style
_BREAK = re.compile(r"(?<=\S) (?=\S)")
_LONGEST_KEY = 1000  # code points; YAML does not recognise a key of more than 1024


def key(pad: str, name: str) -> str:
    """The beginning of an entry: `name:` after `pad`, in the long form (`? name`) if YAML needs it."""
    name = scalar(name)
    return f"{pad}{name}:" if len(name) < _LONGEST_KEY else f"{pad}? {name}\n{' ' * len(pad)}:"


def is_plain(text: str, *, flow: bool = False) -> bool:
    """Whether `text` (one line) needs no quotation marks. `flow`: it is inside [ ] or { }."""
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
    """`text` on one line: plain if possible, else in single quotes if that needs no escapes, else double."""
    if "\n" not in text:
        if is_plain(text, flow=flow):
            return text
        if "'" not in text:
            return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def entry(head: str, text: str, indent: int) -> Iterator[str]:
    """The lines of `head` (a key with its colon, or a dash) with `text` as its value.

    `indent`: the indentation in cells of the lines of a folded or literal text.
    """
    one_line = scalar(text)
    pad = " " * indent
    if "\n" in text:
        header, lines = _literal(text)
    else:
        bare = one_line.strip("'\"") == text.strip("'\"")  # no character needed an escape
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
    """A list of texts in flow style: `[Ada Okafor, J. Brandt]`."""
    return f"[{', '.join(scalar(text, flow=True) for text in texts)}]"


def flow_map(pairs: Mapping[str, str]) -> str:
    """A mapping of texts in flow style: `{name: The Daily Example, url: https://example.org}`.

    A whole number needs no quotation marks, because reading takes it as text. Empty texts are left out.
    """
    written = (
        f"{name}: {text if text.isascii() and text.isdigit() else scalar(text, flow=True)}"
        for name, text in pairs.items()
        if text
    )
    return f"{{{', '.join(written)}}}"


def node(head: str, value: object, indent: int) -> Iterator[str]:
    """The lines of `head` with any value: text, None, or lists and mappings of values.

    `indent`: the indentation in cells of the content. Other values are written as `str(value)`.
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
    """The header and the lines of a folded text; no header if folding would change the text."""
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
    """The header and the lines of a literal text; no header if an editor could change the text.

    Editors strip blanks at the ends of lines, so a text that has them needs quotation marks.
    """
    body = text.rstrip("\n")
    lines = body.split("\n")
    if not body or any(line and line[-1].isspace() for line in lines):
        return "", []
    after = len(text) - len(body)
    indicator = str(STEP) if body[0] in " \n" else ""
    chomp = ("-", "", "+")[min(after, 2)]
    return f"|{indicator}{chomp}", lines + [""] * (after - 1)
