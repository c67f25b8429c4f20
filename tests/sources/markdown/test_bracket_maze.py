"""Brackets that are nested deeply or never closed are shown as they are written."""

from __future__ import annotations

import pytest

from reader.sources.markdown import parser
from reader.sources.markdown.article import parse


@pytest.mark.parametrize("text", ["[" * 500 + "a", "![" * 500 + "a" + "](b)" * 500, "[a " * 20 + "b"])
def test_brackets_nested_too_deeply_are_plain_text(text: str) -> None:
    (block,) = parse(text, "x").blocks
    assert block.text == text
    assert block.inlines == ()


def test_links_after_many_unclosed_brackets_are_kept_where_all_brackets_are_closed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(parser, "UNCLOSED_BRACKETS", 3)
    text = "[a [b [c\n\n[d *e*\n\nA [link](https://e.example/) here."
    first, second, third = parse(text, "x").blocks
    assert (first.text, second.text) == ("[a [b [c", "[d *e*")
    assert third.inlines[0].href == "https://e.example/"
