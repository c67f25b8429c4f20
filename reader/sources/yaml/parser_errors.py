"""Convert an error of the YAML parser to a message for the author of the file, with its position.

The parser's own messages are never shown, because they differ between PyYAML's two parsers and its versions.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from reader.sources.faults import Position
from reader.sources.yaml.tree import TOO_DEEP

# The characters that YAML does not allow in a file; they can only be written as escapes.
_NOT_YAML = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")

# The two most common mistakes, recognised in the line itself: a text that continues after a quotation,
# `- "No," she said.`, and a text that begins with a link or a bracket, `- [sic] he wrote`.
_QUOTATION = re.compile(r"[\s\-]*(?:[\w-]+: +)?(?P<mark>[\"']).*?(?P=mark) *(?=[^\s:,\]}#])")
_BRACKET = re.compile(r"[\s\-]*(?:[\w-]+: +)?(?=(?P<mark>[\[{]))")

_DIRECTIVE = re.compile("%(YAML|TAG)\\b")
_KEY = re.compile(r"\s+[\w-]+")

_TAB = "a tab cannot indent YAML; use spaces"
_OPEN = "this quotation mark is never closed"
_ESCAPE = 'this \\ escape names no character; in text between " marks write \\\\ for a backslash'
_FLOW = "a list in [ ] needs its commas and its end; a text that begins with [ or { needs quotation marks"
_INDENT = "expected “key: …” or “- …” as in the lines above; is this line indented like them?"

_UNKNOWN = "not YAML; check the colons, quotation marks and indentation here"
_NESTING = "nesting depth"  # from the message of libyaml, which has its own limit since PyYAML 6.0.4

# Parts of the parser's messages, and our message for each. The first row whose part is in the problem or its
# context is used. The rows cover both of PyYAML's parsers, which have different messages for the same
# problem.
_MEANINGS = (
    (_NESTING, TOO_DEEP),
    ("mapping keys are not allowed", "text with “? ” in it needs quotation marks"),
    (
        "mapping values are not allowed",
        "text with “: ” in it needs quotation marks, or >- and a line of its own",
    ),
    ("unexpected end of stream", _OPEN),
    ("unexpected document", _OPEN),
    ("escape", _ESCAPE),
    ("hexdecimal", _ESCAPE),
    ("could not find expected ':'", "expected “key: …”; a longer text needs > or | after the colon"),
    ("found a tab character", _TAB),
    ("scanning an alias", "text that begins with * needs quotation marks"),
    ("scanning an anchor", "text that begins with & needs quotation marks"),
    ("a tag", "text that begins with ! needs quotation marks"),
    ("tag handle", "text that begins with ! needs quotation marks"),
    ("a directive", "text that begins with % needs quotation marks"),
    ("block scalar", "after > or | comes a new line, then the text"),
    ("parsing a flow", _FLOW),
    ("unexpected ':'", _FLOW),
    (
        "sequence entries are not allowed",
        "“- ” begins a list and cannot stand here; text needs quotation marks",
    ),
    ("document start>", _INDENT),
    ("expected key", _INDENT),
    ("expected '-' indicator", _INDENT),
    ("block end>", _INDENT),
)


def syntax_fault(error: Exception, data: bytes) -> tuple[Position, str]:
    """The position and our message for an error that the parser raised while it read `data`."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        before = data[: fault.start].decode("utf-8")
        message = f"the byte {data[fault.start]:#04x} is not UTF-8; save the file as UTF-8"
        return position_in(before, len(before)), message
    foreign = _NOT_YAML.search(text) if isinstance(error, yaml.reader.ReaderError) else None
    if foreign:
        message = f"the control character U+{ord(foreign[0]):04X} cannot stand in a file"
        return position_in(text, foreign.start()), message
    if isinstance(error, yaml.MarkedYAMLError):
        return _marked_fault(error, text)
    # The pure Python parser raises ValueError for an escape beyond Unicode, without a position.
    return Position(1, 1), _UNKNOWN


def too_deep(event: yaml.Event) -> yaml.MarkedYAMLError:
    """The error for a container that is nested too deeply; `event` begins the container."""
    mark: Any = event.start_mark  # the type stubs do not allow libyaml's marks in an error
    return yaml.MarkedYAMLError(problem=_NESTING, problem_mark=mark)


def position_in(text: str, offset: int) -> Position:
    """Line and column of the code point at `offset`. A byte order mark does not count as a column."""
    line, start = 1, 1 if text.startswith("\ufeff") else 0
    for found in _BREAK.finditer(text, 0, offset):
        line, start = line + 1, found.end()
    return Position(line, max(offset - start, 0) + 1)


def _marked_fault(error: yaml.MarkedYAMLError, text: str) -> tuple[Position, str]:
    mark = error.problem_mark or error.context_mark
    problem, context = error.problem or "", error.context or ""
    if mark is None:
        return Position(1, 1), _UNKNOWN
    position = Position(mark.line + 1, mark.column + 1)
    line = _line(text, mark.line)
    if _DIRECTIVE.match(line):
        return position, "delete this line that begins with %; an article file needs no such line"
    sign = line[mark.column : mark.column + 1]
    if sign and ("cannot start any token" in problem or "node content" in problem):
        return position, _TAB if sign == "\t" else f"text that begins with {sign} needs quotation marks"
    if "flow" in context and not line[mark.column :].strip():
        # The file ended inside the list: report the last bracket that was opened.
        return position_in(text, max(text.rfind("["), text.rfind("{"))), _FLOW
    if "expected" in problem:
        for slip, message in (
            (_QUOTATION, "text goes on after the closing {}; put the whole after >- on a line of its own"),
            (_BRACKET, "text that begins with {} needs quotation marks"),
        ):
            found = slip.match(line)
            if found:
                return Position(position.line, found.end() + 1), message.format(found["mark"])
    if "mapping values" in problem and _KEY.fullmatch(line[: mark.column]):
        return position, _INDENT
    both = f"{problem} {context}"
    meaning = next((meaning for words, meaning in _MEANINGS if words in both), _UNKNOWN)
    begun = error.context_mark
    if begun is not None and (meaning is _OPEN or "begins with" in meaning):
        position = Position(begun.line + 1, begun.column + 1)
    return position, meaning


def _line(text: str, index: int) -> str:
    """The line of `text` with the number `index`, counted from 0; empty if `text` has fewer lines."""
    start = 0
    for found in _BREAK.finditer(text):
        if not index:
            return text[start : found.start()]
        index, start = index - 1, found.end()
    return "" if index else text[start:]
