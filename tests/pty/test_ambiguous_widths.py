"""An article in scripts of ambiguous width: in no terminal does it move anything beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.text.ambiguous_width import has_placeholders
from tests.grids import BELIEFS, Grid
from tests.pty.stream import strange
from tests.pty.terminal import ROOT, Terminal, command

PAGES = ROOT / "tests" / "data" / "pages"
SCRIPTS = """\
format: 1
title: दुनिया की लिपियाँ 👍🏽
paragraphs:
  - গ্রামে মানুষেরা প্রতিদিন সকালে নৌকা নিয়ে মাছ ধরতে যেত এবং সন্ধ্যায় ফিরে আসত।
  - ஊரின் நடுவே ஒரு பழைய கிணறு இருந்தது; அதன் அருகே நீண்ட பட்டியல் ஒன்று இருந்தது.
  - ශ්\u200dරී ලංකාවේ ගමක් මැද පැරණි ළිඳක් තිබුණා. ชาวบ้านทำนาที่ริมน้ำ
  - ភូមិនៅក្បែរទន្លេ មានអណ្តូងចាស់មួយ။ မြစ်ကမ်းဘေးက ရွာလေးမှာ ရေတွင်းဟောင်း ရှိတယ်။
  - བོད་ཡིག་ནི་བོད་ཀྱི་སྐད་ཡིག་ཡིན། ལྕགས་ཟམ་དེ་རྙིང་པ་ཡིན།
  - "A 👨\u200d👩\u200d👧\u200d👦 family, tones ✌🏽 👩🏽\u200d🚀, flags 🇩🇪🇫🇷,
    keys 1\ufe0f\u20e3, hearts ❤\ufe0f ❤\ufe0e, jamo \u1112\u1161\u11ab."
quotes: []
entities: []
"""
SIZES = ((60, 20), (100, 30), (160, 45))


def grids(terminal: Terminal) -> list[Grid]:
    """The present screen of each kind of terminal."""
    found = []
    for belief in BELIEFS:
        grid = Grid(*terminal.size, belief)
        grid.feed(terminal.written)
        found.append(grid)
    return found


def agree(terminal: Terminal, signs: str) -> set[tuple[int, int]]:
    """The positions of these characters, which must be the same in every terminal."""
    first, *others = (grid.places(signs) for grid in grids(terminal))
    assert all(other == first for other in others)
    return first


def column(terminal: Terminal, words: str) -> int:
    """The column where words begin, which must be the same in every terminal."""
    found = {
        grid.column(words, y)
        for grid in grids(terminal)
        for y in range(len(grid.rows))
        if words in grid.line(y)
    }
    assert len(found) == 1
    return found.pop()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["amp-hi.html", "scripts.yaml"])
def test_text_of_ambiguous_width_moves_nothing_beside_it(
    tmp_path: Path, name: str, size: tuple[int, int]
) -> None:
    path = PAGES / name
    if name == "scripts.yaml":
        path = tmp_path / name
        path.write_text(SCRIPTS, encoding="utf-8")
    with Terminal([*command(), str(path)], tmp_path, size=size) as terminal:
        terminal.wait_for("? help", *(["No names in this article."] if size[0] > 80 else []))
        for keys, sign in (("3G", "¶ 3/5" if name == "amp-hi.html" else "¶ 3/6"), ("gk", "¶ 1/"), ("j", "¶")):
            terminal.type(keys)
            terminal.wait_for(sign)
            agree(terminal, "▐")
            if size[0] > 80:
                beside = column(terminal, "No names in this article.")
                first, *others = (grid.right_of(beside) for grid in grids(terminal))
                assert all(other == first for other in others)
        assert strange(terminal.written) == []
        assert not has_placeholders(terminal.written)


def test_dialogs_and_new_sizes_are_painted_without_gaps(tmp_path: Path) -> None:
    with Terminal([*command(), str(PAGES / "amp-hi.html")], tmp_path, size=(100, 30)) as terminal:
        terminal.wait_for("No names in this article.")
        for keys, words in (("?", "Find and step"), (":", "Mentions of the name here")):
            terminal.type(keys)
            terminal.wait_for(words)
            column(terminal, words)
            agree(terminal, "╭╮╰╯│")
            terminal.type("\x1b")
            terminal.wait_gone(words)
        for size in ((60, 20), (160, 45), (100, 30)):
            terminal.resize(*size)
            terminal.wait(lambda t: len(t.lines[-1]) > t.size[0] // 2, f"for a screen of {size}")
            agree(terminal, "▐")


def test_a_notification_over_the_library_is_painted_without_gaps(tmp_path: Path) -> None:
    articles = tmp_path / "data" / "reader" / "articles"
    articles.mkdir(parents=True)
    bad = articles / "हिन्दी 👩🏽\u200d🚀 👍🏽.yaml"
    bad.write_text("title: [a list]\nparagraphs: [One.]\n", encoding="utf-8")
    with Terminal(command(), tmp_path, size=(100, 30)) as terminal:
        terminal.wait_for("Your own", "q quit")
        terminal.type("G\r")
        terminal.wait_for("quotation")
        column(terminal, "expected")
        agree(terminal, "▌")
        assert not has_placeholders(terminal.written)
