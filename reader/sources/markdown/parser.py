"""Parse CommonMark with tables, strikethrough and footnotes. Uses markdown-it.

Owns the configuration of the parser: it keeps every word of deeply nested text, keeps link addresses as they
are written, and parses inline markup one paragraph at a time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

BLOCK_NESTING = 20
"""The greatest nesting of quotes and lists (a list counts twice). Deeper text is a plain paragraph.

The block parser reads each line once per level around it.
"""

INLINE_NESTING = 5
"""The greatest nesting of links and images. The time for unmatched brackets grows with this number."""

BRACKET_NESTING = 8
"""The greatest nesting of square brackets. Text with more is shown as it is written.

The parser takes 30 microseconds for each bracket that is not closed: 900 kB of them took 30 s.
"""

UNCLOSED_BRACKETS = 10_000
"""The number of unclosed brackets in one text of which each is tried as the beginning of a link."""

_BRACKETS = re.compile(r"[\[\]]")
_INSERTED_TAG = re.compile(r"</?ins>")
_FOOTNOTE_REFERENCE = re.compile(r"\[\^([^\]\s]{1,100})\]")
_BLOCK_MARKERS = frozenset("#>*+-=`~<|:_[0123456789")
"""The first characters of lines that may begin a block other than a paragraph."""

_LIST_NUMBER = re.compile(r"\d{1,9}[.)]")


class Parsed(NamedTuple):
    """The block tokens of a text, and the link and footnote definitions that inline markup refers to."""

    tokens: list[Token]
    env: dict[str, Any]


def parse_blocks(text: str) -> Parsed:
    """The block tokens of `text`; its inline tokens have no children yet. Linear."""
    env: dict[str, Any] = {}
    return Parsed(_block_parser("[^" in text).parse(text, env), env)


def inline_tokens(source: str, env: dict[str, Any], *, html: bool = True) -> list[Token]:
    """The tokens of a paragraph.

    A paragraph with brackets nested deeper than `BRACKET_NESTING` is one token of plain text.
    Without `html`, HTML tags are text, except a pair of `<ins>` and `</ins>`.

    `env["footnotes"]["numbers"]` numbers the footnotes by label, in the order of their first reference.
    """
    if _is_bracket_maze(source, env):
        return [Token("text", "", 0, content=" ".join(source.split("\n")))]
    parser = _inline_parser(html)
    tokens: list[Token] = []
    parser.inline.parse(source, parser, env, tokens)
    if not html:
        _pair_inserted_tags(tokens)
    return tokens


def _is_bracket_maze(source: str, env: dict[str, Any]) -> bool:
    """Whether brackets are open deeper than `BRACKET_NESTING`, counted without regard to code and escapes.

    Also True for a paragraph with an unclosed bracket if the text had `UNCLOSED_BRACKETS` before it.
    `env["unclosed"]` counts them.
    """
    if "[" not in source:
        return False
    depth = 0
    for bracket in _BRACKETS.findall(source):
        depth = depth + 1 if bracket == "[" else max(0, depth - 1)
        if depth > BRACKET_NESTING:
            return True
    if depth:
        env["unclosed"] = env.get("unclosed", 0) + depth
    return depth > 0 and env["unclosed"] > UNCLOSED_BRACKETS


class _MarkdownIt(MarkdownIt):
    """A parser that keeps every address as it is written.

    `safe_href` checks addresses later. If the parser refused a link, its brackets would stay in the text.
    """

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the parser calls this name
        """Accept every address."""
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the parser calls this name
        """Leave an address as it is."""
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - the parser calls this name
        """Show an address as it is."""
        return link


class _BlockParser(ParserBlock):
    """A block parser that keeps text nested too deeply as a paragraph. markdown-it drops it."""

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803
        if state.level < state.md.options.maxNesting:
            super().tokenize(state, startLine, endLine)
            return
        line = startLine
        while line < endLine and (state.isEmpty(line) or state.sCount[line] >= state.blkIndent):
            line += 1
        if line == startLine:
            return  # the lines belong to an outer block
        text = state.getLines(startLine, line, state.blkIndent, False).strip()
        state.line = line
        if text:
            _push_paragraph(state, text)


def _push_paragraph(state: StateBlock, text: str) -> None:
    state.push("paragraph_open", "p", 1)
    token = state.push("inline", "", 0)
    token.content = text
    token.children = []
    state.push("paragraph_close", "p", -1)


def _plain_paragraph(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A block rule for a paragraph whose lines begin with letters. It halves the time for wrapped books."""
    if silent or state.level or state.sCount[start] > 3:
        return False
    line = start
    while line < end:
        at = state.bMarks[line] + state.tShift[line]
        if at >= state.eMarks[line]:
            break
        char = state.src[at]
        if char in _BLOCK_MARKERS and (not char.isdigit() or _LIST_NUMBER.match(state.src, at)):
            return False
        line += 1
    state.line = line
    _push_paragraph(state, state.src[state.bMarks[start] : state.eMarks[line - 1]].strip())
    return True


def _footnote_reference(state: StateInline, silent: bool) -> bool:
    """Replace `[^label]` with its number if the footnote exists. The plugin's own rule is quadratic."""
    found = _FOOTNOTE_REFERENCE.match(state.src, state.pos, state.posMax)
    footnotes = state.env.get("footnotes", {})
    if not found or f":{found[1]}" not in footnotes.get("refs", ()):
        return False
    if not silent:
        numbers = footnotes.setdefault("numbers", {})
        state.push("text", "", 0).content = f"[{numbers.setdefault(found[1], len(numbers) + 1)}]"
    state.pos = found.end()
    return True


def _inserted_tag(state: StateInline, silent: bool) -> bool:
    """Read `<ins>` or `</ins>`, the only HTML tags that an article file may contain."""
    found = _INSERTED_TAG.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.push("inserted_tag", "", 0).content = found[0]
    state.pos = found.end()
    return True


def _pair_inserted_tags(tokens: Sequence[Token]) -> None:
    """Turn pairs of `<ins>` and `</ins>` into HTML tokens. A tag without its partner stays text. Linear."""
    unclosed: list[Token] = []
    for token in tokens:
        if token.type != "inserted_tag":
            continue
        if token.content == "<ins>":
            unclosed.append(token)
        elif unclosed:
            unclosed.pop().type = token.type = "html_inline"


@cache
def _block_parser(footnotes: bool) -> MarkdownIt:
    parser = _MarkdownIt("commonmark", {"maxNesting": BLOCK_NESTING})
    rules = parser.block.ruler
    parser.block = _BlockParser()
    parser.block.ruler = rules
    parser.enable("table").disable(["inline", "text_join"])
    rules.before("table", "plain_paragraph", _plain_paragraph)
    if footnotes:
        from mdit_py_plugins.footnote import footnote_plugin

        footnote_plugin(parser, inline=False, move_to_end=False)
    return parser


@cache
def _inline_parser(html: bool) -> MarkdownIt:
    parser = _MarkdownIt("commonmark", {"maxNesting": INLINE_NESTING})
    parser.enable("strikethrough")
    if html:
        parser.inline.ruler.after("image", "footnote_reference", _footnote_reference)
    else:
        parser.disable("html_inline")
        parser.inline.ruler.before("autolink", "inserted_tag", _inserted_tag)
    return parser
