"""CommonMark with tables, strikethrough and footnotes, as markdown-it reads it.

Owns how the parser is set up: it keeps every word however deep the text is nested, and its inline
pass runs only where there is markup, paragraph by paragraph.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from reader.sources.markdown.link_addresses import KeepingAddresses

NESTING = 20
"""Levels of quotes and lists inside each other (a list takes two); what is deeper is plain text.

The parser looks at each line once for every level around it.
"""

_NOTE_SIGN = re.compile(r"\[\^([^\]\s]{1,100})\]")
_OPENERS = frozenset("#>*+-=`~<|:_[0123456789")
"""What a line may begin with that is more than text, or makes more of the line before."""

_NUMBER = re.compile(r"\d{1,9}[.)]")
_SIGNS = re.compile(r"[\\`*_\[\]<&~]|  \n")


class Parsed(NamedTuple):
    """The block tokens of a text, and what its inline parts refer to."""

    tokens: list[Token]
    env: dict[str, Any]


def parse_blocks(text: str) -> Parsed:
    """The block tokens of `text`; the inline ones among them have no children yet. Linear."""
    env: dict[str, Any] = {}
    return Parsed(_block_parser("[^" in text).parse(text, env), env)


def has_signs(source: str) -> bool:
    """Whether a paragraph may have any markup."""
    return _SIGNS.search(source) is not None


def inline_tokens(source: str, env: dict[str, Any]) -> list[Token]:
    """The tokens of a paragraph."""
    parser = _inline_parser()
    tokens: list[Token] = []
    parser.inline.parse(source, parser, env, tokens)
    return tokens


def _plain_paragraph(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A paragraph that can be nothing else, by how its lines begin: most of any text.

    Takes a third of the time in which the general rules find the same.
    """
    if silent or state.level or state.sCount[start] > 3:
        return False
    src, begins, shifts, ends = state.src, state.bMarks, state.tShift, state.eMarks
    line = start
    while line < end:
        at = begins[line] + shifts[line]
        if at >= ends[line]:
            break
        if src[at] in _OPENERS and (not src[at].isdigit() or _NUMBER.match(src, at)):
            return False
        line += 1
    state.line = line
    state.push("paragraph_open", "p", 1)
    token = state.push("inline", "", 0)
    token.content = src[begins[start] : ends[line - 1]].strip()
    token.children = []
    state.push("paragraph_close", "p", -1)
    return True


class _KeepingBlocks(ParserBlock):
    """The usual parser drops what is nested too deep; this one keeps it as a paragraph."""

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803
        if state.level < state.md.options.maxNesting:
            super().tokenize(state, startLine, endLine)
            return
        line = startLine
        while line < endLine and (state.isEmpty(line) or state.sCount[line] >= state.blkIndent):
            line += 1
        if line == startLine:
            return  # the lines belong to somebody further out
        words = state.getLines(startLine, line, state.blkIndent, False).strip()
        state.line = line
        if words:
            state.push("paragraph_open", "p", 1)
            token = state.push("inline", "", 0)
            token.content = words
            token.children = []
            state.push("paragraph_close", "p", -1)


@cache
def _block_parser(footnotes: bool) -> MarkdownIt:
    parser = KeepingAddresses("commonmark", {"maxNesting": NESTING})
    rules = parser.block.ruler
    parser.block = _KeepingBlocks()
    parser.block.ruler = rules
    parser.enable("table").disable(["inline", "text_join"])
    rules.before("table", "plain_paragraph", _plain_paragraph)
    if footnotes:
        from mdit_py_plugins.footnote import footnote_plugin

        footnote_plugin(parser, inline=False, move_to_end=False)
    return parser


@cache
def _inline_parser() -> MarkdownIt:
    parser = KeepingAddresses("commonmark").enable("strikethrough")
    parser.inline.ruler.after("image", "note_sign", _note_sign)
    return parser


def _note_sign(state: StateInline, silent: bool) -> bool:
    """`[^label]`, where a note of that label is there. The plugin's own rule is quadratic."""
    found = _NOTE_SIGN.match(state.src, state.pos, state.posMax)
    if not found or f":{found[1]}" not in state.env.get("footnotes", {}).get("refs", ()):
        return False
    if not silent:
        state.push("note_sign", "", 0).meta = {"label": found[1]}
    state.pos = found.end()
    return True
