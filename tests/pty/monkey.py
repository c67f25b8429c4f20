"""A monkey at the terminal: random keys, mouse, pastes, replies, sizes and bytes, from a seed.

`python -m tests.pty.monkey 2000 [SEED]` does 2000 runs.
"""

# ruff: noqa: E501 - the tables are read down their columns
from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Collection
from pathlib import Path

from reader.keys.commands import COMMANDS
from reader.keys.keymap import DEFAULT_KEYMAP
from tests.pty.terminal import CONTENT, Terminal, command

ANSWER = 30.0
"""Seconds within which the reader must answer; a machine under load is slow, not wrong."""

STEPS = 12
"""The number of actions in one run."""

MARKDOWN = """# A *title* with `code`

Some **bold** text, a [link](https://example.org/a), an ![image](x.png) and a footnote[^1].

- one
  - two
    1. three

> a quote “with words”, said Ada Lovelace.

| a | b |
|---|---|
| 1 | 2 |

```python
print("x" * 200)
```

[^1]: The note.
"""

HTML = """<!doctype html><html><head><title>A page</title></head><body><article><h1>A page of the web</h1>
<p>“We were told nothing,” said Ada Lovelace of Analytical Engines. <a href="https://example.org/x">More</a>.</p>
<ul><li>one<li>two</ul><pre>code   code</pre><table><tr><td>1<td>2</table><p>{words}</p></article></body></html>
"""


def articles(folder: Path) -> list[Path]:
    """An article of each kind; those that are not bundled are written into the folder."""
    texts = {
        "chinese.md": "# 漢字の記事\n\n" + "漢字仮名交じり文を読む。「はい」と彼は言った。" * 80,
        "emoji.md": "# 👩‍🚀 🇫🇷\n\n" + "👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 ❤️ é̂ " * 120,
        "indic.md": "# हिन्दी\n\n" + "क्षत्रिय स्त्री नमस्ते தமிழ் " * 100,
        "arabic.md": "# مرحبا\n\n" + "هذا نص عربي، قال أحمد: «نعم». " * 100,
        "huge.md": "# Huge\n\n" + "A paragraph that does not end, said Ada Lovelace. " * 4_000,
        "many.md": "# Many\n\n" + "\n\n".join(f"Paragraph {n} of Ada Lovelace." for n in range(2_000)),
        "empty.md": "# Title alone\n",
        "one.txt": "x",
        "long_word.txt": "x" * 20_000,
        "markdown.md": MARKDOWN * 5,
        "page.html": HTML.format(words="Words of a page. " * 100),
    }
    for name, text in texts.items():
        (folder / name).write_text(text)
    return [*sorted(CONTENT.glob("*.yaml")), *(folder / name for name in texts)]


KEYS = [
    key
    for c in COMMANDS
    if c.id not in ("article.leave", "app.quit", "article.pipe")
    for key in DEFAULT_KEYMAP.labels(c.id).split()
    if len(key) == 1
]
NAMED = [
    "\r",
    "\x1b",
    "\t",
    "\x1b[Z",
    "\x7f",
    *(f"\x1b[{c}" for c in "ABCDHF"),
    "\x1b[5~",
    "\x1b[6~",
    "\x1bOP",
    "\x01",
]
WORDS = [
    "the",
    "Ada",
    "123",
    "漢",
    "é",
    "👩‍🚀",
    "[/]",
    "zz",
    "*",
    "\x1b",
    "\x9b",
    "\u202e",
    "\0",
    "\x07",
    "\n",
    "\r\n",
    "a" * 300,
]
REPLIES = [
    *(
        "\x1b[?62;22c",
        "\x1b[0n",
        "\x1b[3;4R",
        "\x1b[?2026;2$y",
        "\x1b[?2026;0$y",
        "\x1b[?2048;2$y",
        "\x1b[?1u",
    ),
    *(
        "\x1b]11;rgb:1e/1e/1e\x1b\\",
        "\x1b]11;rgb:",
        "\x1bP>|tmux 3.4\x1b\\",
        "\x1bP1$r0m",
        "\x1b_Gi=1;OK\x1b\\",
    ),
    *("\x1b[I", "\x1b[O", "\x1b[?997;1n", "\x1b[>0;276;0c", "\x1b[4;600;800t", "\x1b[201~", "\x1b[200~"),
]
NUMBERS = [0, 1, 2, 3, 5, 24, 80, 99, 255, 256, 1_000, 5_000, 65_535, 99_999, 1_114_112]


class Monkey:
    """Does random things to a terminal."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.did: list[str] = []
        self.exit_codes = {0, 143}
        """The exit codes with which the reader may end."""

    def run(self, terminal: Terminal) -> None:
        """Do random actions, some of them combined in one write."""
        held = b""
        for _ in range(STEPS):
            do = self.chance.choices(
                [self.keys, self.mouse, self.paste, self.reply, self.report, self.bytes], [8, 3, 1, 2, 2, 1]
            )[0]
            held += do()
            if self.chance.random() < 0.5:
                self.send(terminal, held)
                held = b""
            if self.chance.random() < 0.15:
                self.size(terminal)
        self.send(terminal, held)

    def send(self, terminal: Terminal, data: bytes) -> None:
        """Type bytes. While the reader starts or ends, the terminal turns Ctrl-C and Ctrl-\\ into signals."""
        self.exit_codes |= {code for byte, code in ((b"\x03", 130), (b"\x1c", 131)) if byte in data}
        self.did.append(repr(data[:300]))
        terminal.send_much(data)

    def keys(self) -> bytes:
        """Keys of the command table, and others."""
        some = self.chance.choices(
            [*KEYS, *NAMED, *NAMED, "j", "5", " ", "a", "é"], k=self.chance.randint(1, 6)
        )
        return "".join(some).encode()

    def mouse(self) -> bytes:
        """Mouse reports in and beside the screen."""
        button = self.chance.choice([0, 0, 0, 2, 32, 35, 64, 65, 66, 99, 128, 9_999])
        x, y = (
            self.chance.choice([1, 2, 40, 79, 99, self.chance.randint(-5, 200), 99_999]) for _ in range(2)
        )
        press = f"\x1b[<{button};{x};{y}M"
        return (
            press + self.chance.choice(["", press, f"\x1b[<{button};{x};{y}m"])
        ).encode() * self.chance.randint(1, 3)

    def paste(self) -> bytes:
        """A paste, of any length, with or without its end."""
        text = "".join(self.chance.choices(WORDS, k=self.chance.choice([0, 3, 30, 300])))
        end = self.chance.choice([*["\x1b[201~"] * 4, ""])
        return f"\x1b[200~{text}{end}".encode()

    def reply(self) -> bytes:
        """A reply of a terminal, requested or not."""
        return self.chance.choice(REPLIES).encode()

    def report(self) -> bytes:
        """A key report, or an in-band report of a size."""
        numbers = [str(self.chance.choice(NUMBERS)) for _ in range(4)]
        if self.chance.random() < 0.2:
            return f"\x1b[48;{';'.join(numbers)}t".encode()
        # Ctrl-Z, which stops the program, is not among them.
        key = self.chance.choice(["97", "27", "13", "9", "57358", "1", "53", "57441", *numbers])
        parts = [
            key,
            *self.chance.choices(["", "1", "2", "5", "1:1", "1:3", "64"], k=self.chance.randint(0, 2)),
        ]
        return (
            f"\x1b[{self.chance.choice(';;;:').join(parts)}{self.chance.choice('uuu~ABCDEFHPQRS')}".encode()
        )

    def bytes(self) -> bytes:
        """Any bytes except Ctrl-Z and the keys that quit the reader."""
        return self.chance.randbytes(self.chance.randint(1, 20)).translate(None, b"\x1a\x11q|")

    def size(self, terminal: Terminal) -> None:
        """Claim another size of the window."""
        columns, rows = (self.chance.choice([0, 1, 2, 5, 20, 24, 60, 80, 100, 200, 60_000]) for _ in range(2))
        self.did.append(f"size {columns} x {rows}")
        terminal.claim_size(columns, rows)


def answers(terminal: Terminal) -> bool:
    """Whether the reader paints a window of another size, or has ended."""
    deadline = time.monotonic() + ANSWER
    size = 23
    while terminal.process.poll() is None and time.monotonic() < deadline:
        terminal.quiet()
        size = 24 if size == 23 else 23
        # Send the end of a paste first, and Enter last: another program may be waiting for Enter.
        terminal.claim_size(80, size)
        terminal.send_much(f"\x1b[201~\x1b[48;{size};80;{size};80t".encode())
        if terminal.writes(3.0):
            return True
        terminal.process.send_signal(signal.SIGCONT)
        terminal.send_much(b"\r")
    return terminal.process.poll() is not None


def faults(terminal: Terminal, home: Path, exit_codes: Collection[int]) -> list[str]:
    """The faults found after the program has ended."""
    found = []
    code = terminal.wait_exit(ANSWER)
    if code not in exit_codes:
        found.append(f"ended with {code}")
    if not terminal.restored:
        found.append("the terminal is not restored")
    if "Traceback" in terminal.written or "internal error" in terminal.written:
        found.append(terminal.written[-2_000:])
    found += [path.read_text() for path in home.rglob("crash-*.txt")]
    return found


def play(runs: int, seed: int, *, said: Callable[[str], object] = lambda _: None) -> list[str]:
    """Do `runs` runs, spread over all articles. Returns a description of each fault."""
    chance = random.Random(seed)
    wrong: list[str] = []
    done = 0
    while done < runs:
        with tempfile.TemporaryDirectory() as folder:
            nowhere = Path(folder) / "bin"
            nowhere.mkdir()
            env = {"EDITOR": "/bin/true", "VISUAL": "", "BROWSER": "/bin/true", "PATH": str(nowhere)}
            for article in chance.sample(articles(Path(folder)), len(articles(Path(folder)))):
                if done >= runs:
                    break
                home = Path(folder) / f"home{done}"
                monkey = Monkey(random.Random(chance.random()))
                argv = ["/bin/sh", "-c", 'cd "$0" && exec "$@"', folder, *command(), str(article)]
                with Terminal(argv, home, env=env, drawn=False) as terminal:
                    terminal.wait(lambda t: t.alternate, "for the screen")
                    stuck = False
                    for _ in range(min(8, runs - done)):
                        monkey.run(terminal)
                        done += 1
                        if not answers(terminal):
                            wrong.append(f"{article.name}: no answer after {monkey.did}")
                            said(wrong[-1])
                            stuck = True
                            break
                        if terminal.process.poll() is not None:
                            break
                    else:
                        terminal.process.send_signal(signal.SIGTERM)
                    if not stuck and (found := faults(terminal, home, monkey.exit_codes)):
                        wrong.append(f"{article.name}: {found} after {monkey.did}")
                        said(wrong[-1])
                said(f"{done} runs, {len(wrong)} faults")
    return wrong


if __name__ == "__main__":
    count, first = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else int.from_bytes(os.urandom(3))
    print(f"seed {first}")
    sys.exit(1 if play(count, first, said=print) else 0)
