"""What is measured, with what it is compared and where it should end."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tests.bench.inputs import BEHIND, COMMON, FIRST, LAST, RARE, Input
from tests.bench.session import Session
from tests.pty.terminal import command

PROBE = Path(__file__).with_name("probe.py")
FOUND = rf"{RARE}\s+{BEHIND.split(maxsplit=1)[0]}"
NARROW, WIDE = (60, 30), (120, 40)

OPENED = ("bare", "reader zen", "reader huge")
"""The programs that are opened and no more."""

Sample = dict[str, float]
"""Figures of one session by name: milliseconds, or MB for memory."""


class Goal(NamedTuple):
    """A figure of the reader held against one of another program, or against a number.

    With `times` the figure may be so many times the other, with `plus` so many milliseconds more; with
    no other figure (`base` empty) it may be `plus` at the most.
    """

    name: str
    title: str
    figure: str
    base: str = ""
    times: float = 1.0
    plus: float = 0.0

    def limit(self, base: float) -> float:
        """The most the figure may be."""
        return base * self.times + self.plus


GOALS: tuple[Goal, ...] = (
    Goal("first", "first paint, article of 10,000 words", "reader article first", "bare first", 1.30),
    Goal("zen", "first paint, article alone (--zen)", "reader zen first", "bare first", 1.15),
    Goal("book", "first paint, book of 3.3 MB", "reader book first", "bare first", 1.7),
    Goal("huge", "first paint, 10 MB", "reader huge first", "bare first", 2.9),
    Goal("panels", "all panels painted, article", "reader article whole", "bare first", 1.60),
    Goal("page", "page down, article", "reader article page", "less article page", plus=8),
    Goal("page", "page down, book", "reader book page", "less book page", plus=8),
    Goal("line", "line down, article", "reader article line", "less article line", plus=8),
    Goal("line", "line down, book", "reader book line", "less book line", plus=8),
    Goal("next", "next match, article", "reader article next", "less article next", plus=8),
    Goal("next", "next match, book", "reader book next", "less book next", plus=8),
    Goal("end", "to the end of the book", "reader book end", "less book end", plus=10),
    Goal("search", "search near the end of the book", "reader book search", "less book search", 0.5),
    Goal("hold", "j held at 60/s: behind by", "reader book hold", plus=25),
    Goal("resize", "resize of the book", "reader book resize", plus=120),
    Goal("memory", "peak memory, article", "reader article memory", "bare memory", 1.25),
    Goal("memory", "peak memory, book", "reader book memory", "bare memory", 1.7),
    Goal("quit", "quit, the terminal restored", "reader zen quit", "bare quit", 0.15),
    Goal("early", "key typed 50 ms after launch: shown", "reader early", "bare first", 1.7),
)


def programs(inputs: Mapping[str, Input]) -> dict[str, Callable[[], Sample]]:
    """A measuring session for each program and text, by name."""
    reader = command()

    def text(name: str) -> list[str]:
        return [*reader, str(inputs[name].article)]

    out: dict[str, Callable[[], Sample]] = {
        "bare": lambda: _opened("bare", [sys.executable, str(PROBE)]),
        "reader zen": lambda: _opened("reader zen", [*reader, "--zen", str(inputs["article"].article)]),
        "reader huge": lambda: _opened("reader huge", text("huge")),
        "reader early": lambda: _early(text("article")),
        "reader article": lambda: _read("reader article", text("article"), whole="People and places"),
        "reader book": lambda: _read("reader book", text("book")),
    }
    if less := shutil.which("less"):
        for name in ("article", "book"):
            argv = [less, str(inputs[name].plain)]
            out[f"less {name}"] = partial(_read, f"less {name}", argv)
    return out


def _ms(end: float, start: float) -> float:
    return max(0.0, end - start) * 1000


def _opened(name: str, argv: list[str]) -> Sample:
    """Start the program, see the first words, and quit."""
    with Session(argv) as session:
        first = session.seen(FIRST)
        session.settled(first, 0.4)
        sample = {"first": _ms(first, session.began), "memory": session.peak_memory()}
        time.sleep(1)  # nobody quits before anything is read
        sent = session.type("q")
        sample["quit"] = _ms(session.ended(), sent)
    return {f"{name} {figure}": value for figure, value in sample.items()}


def _early(argv: list[str]) -> Sample:
    """Type `G` 50 ms after the start."""
    with Session(argv) as session:
        time.sleep(max(0.0, session.began + 0.05 - time.monotonic()))
        session.type("G")
        return {"reader early": _ms(session.seen(LAST), session.began)}


def _read(name: str, argv: list[str], whole: str = "") -> Sample:
    """Start, page, step; in a book also hold a key, search, jump and resize: what a reader does."""
    with Session(argv) as session:
        first = session.seen(FIRST)
        sample = {"first": _ms(first, session.began)}
        if whole:
            sample["whole"] = _ms(session.seen(whole), session.began)
        session.settled(first, 0.4)
        sample["page"] = _typical(session, " ")
        sample["line"] = _typical(session, "j")
        session.type(f"/{COMMON}\r")
        session.settled(time.monotonic(), 0.4)
        sample["next"] = _typical(session, "n")
        if name.endswith("book"):
            sample |= _travel(session)
        sample["memory"] = session.peak_memory()
    return {f"{name} {figure}": value for figure, value in sample.items()}


def _travel(session: Session) -> Sample:
    """Far through a text: to a word near its end, to the end, along it with a key held, in another width."""
    session.type("g")
    session.settled(time.monotonic(), 0.4)
    sample = {"search": _until(session, f"/{RARE}\r", FOUND)}
    session.type("g")
    session.settled(time.monotonic(), 0.4)
    sample["end"] = _until(session, "G", LAST)
    session.type("50%")
    session.settled(time.monotonic(), 0.4)
    held = session.hold("j", 90, 60)
    sample["hold"] = _ms(session.settled(held, 0.25), held)
    times = []
    for size in (NARROW, WIDE):
        resized = session.resize(*size)
        times.append(_ms(session.settled(resized), resized))
    return sample | {"resize": max(times)}


def _typical(session: Session, key: str) -> float:
    """Milliseconds from a key to the last byte of what it shows: the middle one of seven presses."""
    times = []
    for _ in range(7):
        sent = session.type(key)
        times.append(_ms(session.settled(sent), sent))
    return sorted(times)[3]


def _until(session: Session, keys: str, words: str) -> float:
    """Milliseconds from the last of the keys to the words on the screen."""
    session.forget()
    sent = session.type(keys)
    seen = session.seen(words)
    session.settled(seen)
    return _ms(seen, sent)


def needed(goals: Iterable[Goal]) -> set[str]:
    """The programs whose sessions some goals need."""
    figures = [figure for goal in goals for figure in (goal.figure, goal.base) if figure]
    return {figure if figure == "reader early" else figure.rpartition(" ")[0] for figure in figures}
