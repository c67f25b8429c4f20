"""Kill the reader at random moments during highlights, notes, corrections and undo, and check the files.

`python -m tests.pty.killed_edits 1000 [SEED]` kills the reader 1000 times.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from reader.errors import ArticleError
from reader.reading.highlighting import SHOWN
from reader.sources.faults import short
from reader.sources.yaml.article import read
from tests.pty.terminal import Terminal, command

PARAGRAPHS = 30
MOST = 5
"""Edits in one run, at most."""

DELAY = 0.15
"""Seconds after the last key within which the kill comes."""

CLEAR, SAVE = "\x15", "\x13"

UNDONE = "Undone:"


class State(NamedTuple):
    """The content of the file: the highlighted paragraphs with their notes, and the name of each person."""

    highlights: frozenset[tuple[int, str]]
    names: tuple[str, ...]


class Step(NamedTuple):
    """The keys of an edit, words of the message when it is saved, and the state of the file after it."""

    keys: str
    said: tuple[str, ...]
    after: State

    def is_said(self, text: str) -> bool:
        """Whether the screen shows the message. That of an undo contains the message of the edit."""
        return all(words in text for words in self.said) and (UNDONE in text) == (UNDONE in self.said)


def article(path: Path) -> State:
    """Write an article with one person in each paragraph."""
    lines = ["title: Thirty people", "paragraphs:"]
    lines += [f"  - Person{n} Ng walked home along the river and said nothing." for n in range(PARAGRAPHS)]
    lines += ["quotes: []", "entities:  # one in each paragraph"]
    for n in range(PARAGRAPHS):
        lines += [f"  - name: Person{n} Ng  # number {n}", "    type: person"]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return State(frozenset(), tuple(f"Person{n} Ng" for n in range(PARAGRAPHS)))


def state_of(path: Path) -> State:
    """The state of the file. Raises ArticleError if the file is incomplete."""
    data = path.read_bytes()
    assert data.count(b"  # number ") == PARAGRAPHS, "a comment was lost"
    document = read(data, path.name).document
    assert all(one.status.sure for one in document.highlights)
    return State(
        frozenset((one.pieces[0].block, one.note) for one in document.highlights),
        tuple(entity.name for entity in document.entities),
    )


class Editor:
    """Chooses edits. `states` are the states to which undo can return, the oldest first.

    `said` are words of the messages of the edits between them.
    """

    def __init__(self, chance: random.Random, first: State) -> None:
        self._chance = chance
        self.states = [first]
        self.said: list[str] = []
        self._count = 0

    def step(self) -> Step:
        """An edit that can be made now."""
        choices: list[Callable[[], Step]] = [self._mark, self._note, self._rename]
        return self._chance.choice([*choices, self._undo] if len(self.states) > 1 else choices)()

    def made(self, step: Step) -> None:
        """Record that the edit was made."""
        if step.said[0] == UNDONE:
            self.states.pop()
            self.said.pop()
        else:
            self.states.append(step.after)
            self.said.append(step.said[0])

    def _free(self) -> int:
        """A paragraph without a highlight."""
        now = self.states[-1]
        marked = {block for block, _ in now.highlights}
        return self._chance.choice([n for n in range(PARAGRAPHS) if n not in marked])

    def _mark(self) -> Step:
        now, n = self.states[-1], self._free()
        after = now._replace(highlights=now.highlights | {(n, "")})
        return Step(f"{n + 1}GH", (f"Highlighted “Person{n} Ng",), after)

    def _note(self) -> Step:
        now, n = self.states[-1], self._free()
        self._count += 1
        note = f"note {self._count}"
        after = now._replace(highlights=now.highlights | {(n, note)})
        words = short(f"Person{n} Ng walked home along the river", SHOWN)
        # The draft of a note that a kill interrupted is offered again.
        return Step(f"{n + 1}Ga{CLEAR}{note}{SAVE}", (f"Note on “{words}” saved.",), after)

    def _rename(self) -> Step:
        now, n = self.states[-1], self._chance.randrange(PARAGRAPHS)
        self._count += 1
        name = f"Renamed{self._count}"
        names = (*now.names[:n], name, *now.names[n + 1 :])
        return Step(f"{n + 1}GR{CLEAR}{name}\r", (f"to {name}.",), now._replace(names=names))

    def _undo(self) -> Step:
        # The message of an undo before this one may still be on the screen, so the edit is looked for too.
        return Step("U", (UNDONE, self.said[-1]), self.states[-2])


def _says(step: Step, terminal: Terminal) -> bool:
    return step.is_said(terminal.text)


def play(kills: int, seed: int, folder: Path, said: Callable[[str], object] = lambda text: None) -> list[str]:
    """Kill the reader `kills` times. Returns what was lost or incomplete."""
    chance = random.Random(seed)
    home, path = folder / "home", folder / "people.yaml"
    editor = Editor(chance, article(path))
    wrong: list[str] = []
    for number in range(1, kills + 1):
        if len(editor.states[-1].highlights) > PARAGRAPHS // 2 or len(editor.states) > 60:
            editor = Editor(chance, article(path))
        with Terminal([*command(), str(path)], home) as terminal:
            terminal.wait_for("People and places", "q quit")
            for _ in range(chance.randrange(MOST)):
                step = editor.step()
                terminal.type(step.keys)
                terminal.wait(partial(_says, step), f"for {step.said}")
                editor.made(step)
            last = editor.step()
            terminal.type(last.keys)
            terminal.watch(chance.random() * DELAY)
            safe = last.is_said(terminal.text)
            os.killpg(terminal.process.pid, signal.SIGKILL)
            terminal.process.wait()
        try:
            found = state_of(path)
        except (ArticleError, AssertionError, OSError) as error:  # the file is torn, or lost a comment
            wrong.append(f"kill {number}: {error!r}")
            return wrong
        if found == last.after:
            editor.made(last)
        elif safe or found != editor.states[-1]:
            wrong.append(f"kill {number}: {found} after {last}, safe: {safe}; before {editor.states[-1]}")
            return wrong
        if number % 50 == 0:
            said(f"{number} kills, {len(wrong)} faults")
    return wrong


if __name__ == "__main__":
    count, first = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else int.from_bytes(os.urandom(3))
    print(f"seed {first}")
    with tempfile.TemporaryDirectory() as place:
        faults = play(count, first, Path(place), said=print)
    print(*faults, sep="\n")
    sys.exit(1 if faults else 0)
