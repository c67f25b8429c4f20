"""An article that tries to act on the terminal, in every field it has and in the name of its file.

The output of the program is examined byte by byte: it contains only the control sequences of a normal screen.
"""

from __future__ import annotations

import base64
import json
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pty.stream import COPY, HARMFUL, strange
from tests.pty.terminal import Terminal, command, environment

ATTACKS = (
    "\x1b[35;5m{}\x1b[0m",
    "\x1b]0;{}\x07",
    "\x1b]52;c;{}\x07",
    "\x1b]8;;https://evil.example/{}\x1b\\here\x1b]8;;\x1b\\",
    "\x1b[?1049l\x1b[2J\x1bc{}",
    "\x1bP+q{}\x1b\\",
    "\x1b_G{}\x1b\\",
    "\x9b2J{}",
    "\x9d52;c;{}\x9c",
    "\u202e{}\u202c\u2066\u2067\u2069\u200f",
    "[/][@click=app.quit]{}[/][link=",
    "[link=https://evil.example]{}[red",
    "\x07\x08\x0e\x00\x7f\x85{}\u2028\ufeff\u2060\U000e0041",
    "\\e[31m{}\\x1b&#27;",
)
"""Attacks on a terminal or on a program that shows text. Each one contains a word of its own."""

FILE_NAME = b"ev\x1b[31mil\x07\xff\x9b\xe2\x80\xae[@click=app.quit]\n.yaml"
"""The name of the file is foreign text too. It is not even UTF-8."""


def planted(field: str) -> str:
    """All attacks in a row, with words that name the field."""
    return " ".join(attack.format(f"{field}{number}q") for number, attack in enumerate(ATTACKS))


FIELDS = (
    *("title", "kicker", "standfirst", "author", "source", "note", "language", "published", "extra"),
    *("heading", "paragraph", "id", "item", "code", "caption", "block", "link", "address"),
    *("quote", "speaker", "context", "name", "alias", "about", "type", "unknown"),
)
PLANTED = {field: planted(field) for field in FIELDS}


def article() -> dict[str, object]:
    """An article with the attacks in every field, and clean words by which the test finds its way."""
    p = PLANTED
    said = p["quote"].rpartition(" \\e")[0]  # without the part that Markdown would change
    return {
        "format": 1,
        "title": f"Evil article {p['title']}",
        "kicker": p["kicker"],
        "standfirst": p["standfirst"],
        "authors": [p["author"], "Somebody"],
        "source": {"name": p["source"], "url": f"https://example.org/{p['address']}"},
        "published": p["published"],
        "language": p["language"],
        "markup": "markdown",
        "note": p["note"],
        f"x-{p['extra']}": p["extra"],
        p["unknown"]: p["unknown"],
        "paragraphs": [
            {"heading": p["heading"]},
            {"text": f"Zebra spoke. “I never said {said} zebrine”, she said.", "id": p["id"]},
            "A [link \x9b2Jwords\u202e\x1bc](https://example.org/\x1b]0;address\x07\x9b\u202e) and a zebra.",
            f"No [link {p['link']}](https://example.org/{p['address']}) at all.",
            {"item": p["item"]},
            {"code": p["code"]},
            {"caption": p["caption"]},
            {"quote": p["block"]},
            f"Zebra again {p['name']} and again {p['paragraph']}.",
        ],
        "quotes": [
            {
                "text": f"I never said {said} zebrine",
                "speaker": p["speaker"],
                "context": p["context"],
            },
            {"text": f"Nobody said {p['quote']}", "speaker": "Zebra"},
        ],
        "entities": [
            {"name": p["name"], "type": "person", "aliases": ["Zebra", p["alias"]], "about": p["about"]},
            {"name": f"Other {p['name']}", "type": p["type"]},
        ],
    }


@pytest.fixture
def evil(tmp_path: Path) -> bytes:
    """The path of the article. A copy is in the user's library."""
    # YAML has no surrogates; apart from them, JSON is YAML.
    pairs = re.compile(r"\\u(d[89ab]..)\\u(d[c-f]..)")
    text = pairs.sub(
        lambda pair: f"\\U{0x10000 + (int(pair[1], 16) - 0xD800 << 10) + int(pair[2], 16) - 0xDC00:08x}",
        json.dumps(article()),
    ).encode()
    own = tmp_path / "data" / "reader" / "articles"
    own.mkdir(parents=True)
    for folder in (tmp_path, own):
        with open(os.path.join(os.fsencode(folder), FILE_NAME), "wb") as file:
            file.write(text)
    return os.path.join(os.fsencode(tmp_path), FILE_NAME)


ESCAPE = "\x1b"

STEPS = (
    ("/", "search in the article"),
    ("zebra", "1/"),
    ("\r", "zebra 1/"),
    ("l", "Enter go there"),
    ("j\r", "zebra 2/"),
    (ESCAPE, "zebra 2/"),
    ("@", "►○"),
    ("\r", "2/2"),
    ("n", "Wrapped"),
    ("i", "Mentioned"),
    (ESCAPE, "Mentioned"),
    ('"', "►␛"),
    ("g\r", "“ ␛"),
    ("G\r", "has no place in the text"),
    ("w", "1 of 2"),
    ("t", "►  "),
    ("G\r", "¶ 8/8"),
    ("*", "2/2"),
    ("y", "Copied"),
    ("vwwwww", "y copy"),
    ("y", "Copied"),
    ("V", "Selecting paragraphs"),
    ("y", "Copied"),
    ("ma", "Mark a"),
    ("'b", "No mark b"),
    ("L", "Links  1"),
    (ESCAPE, "Links  1"),
    ("o", "has no source address"),
    ("e", "Reloaded"),
    ("|", "Pipe "),
    (ESCAPE, "Pipe "),
    ("?", "what do you want to do?"),
    ("planted", "planted"),
    (ESCAPE, "planted"),
    (":", "a command, a name"),
    ("other", "other 0"),
    (ESCAPE, "other 0"),
    ("/", "search in the article"),
    ("\x1b[200~" + PLANTED["title"] + "\x1b[201~", "no match"),
    (ESCAPE, "no match"),
    ("B", "Enter read"),
    (ESCAPE, "Enter read"),
    ("s", "Saved to your library"),
    ("T", "preview"),
    (ESCAPE, "preview"),
)
"""Keys, and a text that appears after them, or disappears after Escape. All parts that show article text."""


def test_an_article_on_the_screen_sends_no_harmful_bytes_to_the_terminal(evil: bytes, tmp_path: Path) -> None:
    env = {"BROWSER": "true", "EDITOR": "true", "VISUAL": ""}
    with Terminal(
        [*(os.fsencode(c) for c in command()), evil], tmp_path, size=(150, 45), env=env
    ) as terminal:
        terminal.wait_for("Evil article", "q quit", "People and places")
        for keys, seen in STEPS:
            terminal.type(keys)
            (terminal.wait_gone if keys == ESCAPE else terminal.wait_for)(seen)
        for size in ((100, 40), (70, 30), (30, 12), (150, 45)):
            terminal.resize(*size)
            terminal.wait_for("7")
        terminal.type("q")
        assert terminal.wait_exit() == 0
        assert terminal.restored
        assert strange(terminal.written) == []
        assert not [text for text in copied(terminal.written) if not harmless(text)]
        assert copied(terminal.written)
        for text in PLANTED.values():
            for attack in text.split(" "):
                assert attack.isprintable() or attack not in terminal.written


def copied(written: str) -> list[str]:
    """The texts that were copied to the clipboard."""
    return [base64.b64decode(payload).decode() for payload in COPY.findall(written)]


def harmless(text: str) -> bool:
    return all(c.isprintable() or c == "\n" for c in text.replace("\u3000", "")) and not HARMFUL.search(text)


def printing(evil: bytes) -> Iterator[list[bytes]]:
    """Command lines that print the article, its faults, or an error message."""
    for words in ([], ["show"], ["show", "--json"], ["show", "--yaml"], ["check"]):
        yield [os.fsencode(w) for w in words[:1]] + [evil] + [os.fsencode(w) for w in words[1:]]
    yield [evil + b".missing"]
    yield [b"show", evil + b".missing"]
    yield [b"--theme", os.fsencode(PLANTED["title"].replace("\0", "")), evil]
    yield [b"check", os.path.dirname(evil)]


def test_a_printed_article_sends_no_harmful_bytes_to_the_terminal(evil: bytes, tmp_path: Path) -> None:
    for words in printing(evil):
        with Terminal(
            [*(os.fsencode(c) for c in command()), *words], tmp_path, env={"TERM": "dumb"}
        ) as terminal:
            assert terminal.wait_exit() in (0, 1, 2)
            assert strange(terminal.written) == [], words


def test_an_article_sends_no_harmful_bytes_to_a_pipe(evil: bytes, tmp_path: Path) -> None:
    codes = []
    for words in printing(evil):
        done = subprocess.run(
            [*command(), *words], capture_output=True, env=environment(tmp_path), timeout=60, check=False
        )
        for text in (done.stdout.decode(), done.stderr.decode()):
            assert harmless(text), words
        codes.append(done.returncode)
    assert codes == [0, 0, 0, 0, 1, 2, 2, 0, 2]


@pytest.mark.parametrize("escape", [r"\ud800", r"\udc80x", r"\uffff", r"\U0010ffff"])
def test_half_a_character_is_refused_or_replaced(escape: str, tmp_path: Path) -> None:
    file = tmp_path / "half.yaml"
    file.write_text(f'title: "Half {escape} title"\nparagraphs: ["Text {escape} text"]\n')
    with Terminal([*command(), str(file)], tmp_path) as terminal:
        terminal.wait(lambda t: "q quit" in t.text or "escape" in t.text, "for the screen or the refusal")
        if terminal.alternate:
            terminal.type("q")
        assert terminal.wait_exit() in (0, 2)
        assert terminal.restored
        assert strange(terminal.written) == []
