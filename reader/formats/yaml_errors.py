"""What a YAML parser's complaint means to somebody who wrote the file by hand.

Owns the wording of syntax faults, and the place where each is shown.
"""

from __future__ import annotations

import re

import yaml

from reader.formats.faults import Position

# What YAML allows in a file as it stands; everything else can only be written as an escape.
_NOT_YAML = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")

# The parser's words, and ours. The first that is contained in problem or context counts.
_MEANINGS = (
    (
        "mapping values are not allowed",
        "text with “: ” in it needs quotation marks, or >- and a line of its own",
    ),
    ("unexpected end of stream", "this quotation mark is never closed"),
    ("unexpected document indicator", "this quotation mark is never closed"),
    ("unknown escape character", 'unknown \\ escape; in text between " marks write \\\\ for a backslash'),
    ("invalid Unicode character escape", "this \\ escape names no character"),
    ("did not find expected hexdecimal number", "this \\ escape lacks hexadecimal digits"),
    ("expected escape sequence of", "this \\ escape lacks hexadecimal digits"),
    ("could not find expected ':'", "expected “key: text”; a longer text needs > or | after the colon"),
    ("found a tab character", "a tab cannot indent YAML; use spaces"),
    ("while scanning an alias", "text that begins with * needs quotation marks"),
    ("while scanning an anchor", "text that begins with & needs quotation marks"),
    ("while scanning a tag", "text that begins with ! needs quotation marks"),
    ("while parsing a tag", "text that begins with ! needs quotation marks"),
    ("undefined tag handle", "text that begins with ! needs quotation marks"),
    ("while scanning a directive", "text that begins with % needs quotation marks"),
    (
        "while parsing a flow",
        "a text that begins with [ or { needs quotation marks; a list needs commas and its ]",
    ),
    ("did not find expected '-' indicator", "expected “- ” as in the lines above; is it indented alike?"),
    ("did not find expected key", "expected “key: text”; is it indented like the lines above?"),
    ("expected <block end>", "expected “key: text” or “- text”; is it indented like the lines above?"),
    (
        "block sequence entries are not allowed",
        "“- ” begins a list and cannot stand here; text needs quotation marks",
    ),
    ("block mapping", "expected “key: text”; is it indented like the lines above?"),
    ("while scanning a block scalar", "after > or | comes a new line, then the text"),
)


def syntax_fault(error: Exception, data: bytes) -> tuple[Position, str]:
    """Where and what is wrong, for an error that the parser raised while reading `data`."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        before = data[: fault.start].decode("utf-8")
        return position_in(
            before, len(before)
        ), f"byte {data[fault.start]:#04x} is not UTF-8; save the file as UTF-8"
    if isinstance(error, yaml.reader.ReaderError):
        found = _NOT_YAML.search(text)
        if found:
            code = ord(found[0])
            return position_in(
                text, found.start()
            ), f"the control character U+{code:04X} cannot stand in a file"
    if not isinstance(error, yaml.MarkedYAMLError):
        return Position(1, 1), f"not YAML: {error}"
    return _marked_fault(error, text)


def position_in(text: str, offset: int) -> Position:
    """Line and column of the code point at `offset`; a byte order mark is no column."""
    line, start = 1, 0
    for found in _BREAK.finditer(text, 0, offset):
        line, start = line + 1, found.end()
    bom = 1 if line == 1 and text.startswith("\ufeff") and offset else 0
    return Position(line, offset - start - bom + 1)


def _marked_fault(error: yaml.MarkedYAMLError, text: str) -> tuple[Position, str]:
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return Position(1, 1), f"not YAML: {error.problem}"
    position = Position(mark.line + 1, mark.column + 1)
    line = _line(text, mark.line)
    problem, context = error.problem or "", error.context or ""
    if "cannot start any token" in problem:
        sign = line[mark.column : mark.column + 1]
        if sign == "\t":
            return position, "a tab cannot indent YAML; use spaces"
        return position, f"text that begins with {sign} needs quotation marks"
    after = _after_quotation(line, position)
    if after and "expected" in problem:
        return after
    both = f"{problem} {context}"
    for words, meaning in _MEANINGS:
        if words in both:
            if "never closed" in meaning and error.context_mark is not None:
                position = Position(error.context_mark.line + 1, error.context_mark.column + 1)
            return position, meaning
    return position, f"not YAML: {problem}"


def _after_quotation(line: str, position: Position) -> tuple[Position, str] | None:
    """The commonest slip of all: a paragraph that begins with a quotation, `- "No," she said.`"""
    found = re.match(r"[\s\-]*(?:[\w-]+: +)?(?P<mark>[\"']).*?(?P=mark) *(?=\S)", line)
    if found is None:
        return None
    message = f"text goes on after the closing {found['mark']}; put the whole after >- on a line of its own"
    return Position(position.line, found.end() + 1), message


def _line(text: str, index: int) -> str:
    """The line with that number, counted from 0."""
    start = 0
    for found in _BREAK.finditer(text):
        if not index:
            return text[start : found.start()]
        index, start = index - 1, found.end()
    return "" if index else text[start:]
