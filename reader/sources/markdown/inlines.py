"""A paragraph of Markdown as words and ranges.

Owns what inline tokens mean to a reader: struck text is text, a picture is its words, an HTML tag is
what it does to the words around it, a note's sign is its number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from markdown_it.token import Token

from reader.model import InlineKind
from reader.sources.inline_runs import HIDDEN, Run, Words, finish
from reader.sources.line_joining import join_breaks
from reader.sources.markdown.bare_links import bare_links
from reader.sources.markdown.html_tags import Tag, is_markup, tag_of
from reader.sources.markdown.parser import has_signs, inline_tokens
from reader.sources.markdown.simple_inlines import simple_run

_RAGGED = re.compile(r" \n|\n ")
_SOFT = re.compile(r" ?\n *")
_KINDS = {
    "em_open": InlineKind.EMPHASIS,
    "strong_open": InlineKind.STRONG,
    "link_open": InlineKind.LINK,
}


class Inlines:
    """Reads the inline parts of one text. `notes` numbers the notes by label, in order of first use."""

    def __init__(self, env: dict[str, Any]) -> None:
        self.notes: dict[str, int] = {}
        self._env = env

    def number(self, label: str) -> int:
        """The number of a note, given now if it has none."""
        return self.notes.setdefault(label, len(self.notes) + 1)

    def words(self, source: str) -> tuple[Words, bool]:
        """The words of a paragraph, and whether they are those of pictures alone."""
        pictures = False
        if "\n" in source and "  \n" not in source and "\\\n" not in source:
            # No hard break: inside all inline markup a line end counts as a blank.
            source = join_breaks(_SOFT.sub("\n", source) if _RAGGED.search(source) else source)
        if not has_signs(source):
            words = finish(source)
        else:
            run = simple_run(source)
            if run is None:
                run = Run()
                self._collect(inline_tokens(source, self._env), run)
            words, pictures = run.words(), run.pictures_only
        found = tuple(bare_links(words.text, words.inlines))
        return (finish(words.text, (*words.inlines, *found)) if found else words), pictures

    def _collect(self, tokens: Sequence[Token], run: Run) -> None:
        closings = _last_closings(tokens)
        for at, token in enumerate(tokens):
            kind = token.type
            if kind == "text" or kind == "text_special":
                run.text(token.content)
            elif kind in _KINDS:
                run.begin(token.tag, _KINDS[kind], str(token.attrGet("href") or ""))
            elif kind in ("em_close", "strong_close", "link_close"):
                run.end(token.tag)
            elif kind == "code_inline":
                run.marked(token.content, InlineKind.CODE)
            elif kind == "softbreak":
                run.text(" ")
            elif kind == "hardbreak":
                run.text("\n")
            elif kind == "image":
                words = _plain(token.children or ()) or str(token.attrGet("title") or "")
                run.picture(words, str(token.attrGet("src") or ""))
            elif kind == "note_sign":
                run.text(f"[{self.number(token.meta['label'])}]")
            elif kind == "html_inline":
                tag = tag_of(token.content)
                if tag is not None:
                    _tag(run, tag, at < closings.get(tag.name, -1))

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels that were numbered, in order."""
        return tuple(self.notes)


def _tag(run: Run, tag: Tag, closed: bool) -> None:
    """An HTML tag. One that is a writer's `<your name>`, or hides all that follows, is text."""
    if not is_markup(tag) or (tag.name in HIDDEN and not tag.closes and not closed):
        run.text(tag.source)
    else:
        run.tag(tag)


def _last_closings(tokens: Sequence[Token]) -> dict[str, int]:
    """Where the last closing tag of each hiding element stands."""
    found = {}
    for at, token in enumerate(tokens):
        if token.type == "html_inline" and token.content.startswith("</"):
            name = token.content[2:-1].strip().lower()
            if name in HIDDEN:
                found[name] = at
    return found


def _plain(tokens: Sequence[Token]) -> str:
    """The words of a picture: its alternative text without markup. Not recursive, however deep."""
    pieces = []
    waiting = list(reversed(tokens))
    while waiting:
        token = waiting.pop()
        if token.type == "image":
            waiting += reversed(token.children or ())
        elif token.type in ("softbreak", "hardbreak"):
            pieces.append(" ")
        elif token.type != "html_inline":
            pieces.append(token.content)
    return "".join(pieces).strip()
