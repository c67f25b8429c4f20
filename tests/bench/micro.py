"""The pure parts by themselves, in this process: wrapping, laying out and searching, per MB of text."""

from __future__ import annotations

import tempfile
import textwrap
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.text import Text

from reader.text.clean import clean
from reader.text.flow import Flow
from reader.text.page import page
from reader.text.search import Query, SearchIndex, find
from reader.text.wrap import wrap
from tests.bench.inputs import COMMON, RARE, make
from tests.loaded import load

WIDTH = 72
ROUNDS = 5


def report() -> str:
    """A line for each: milliseconds per MB, the middle one of some rounds."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        document = load(str(make(Path(folder))["book"].article)).document
    texts = [block.text for block in document.blocks]
    size = sum(map(len, texts)) / 1e6
    whole = page(document)
    console = Console(width=WIDTH)
    index = SearchIndex(whole)

    def rich_wrap() -> None:
        for text in texts:
            Text(text).wrap(console, WIDTH)

    lines = [
        ("wrap", 1, lambda: [wrap(text, WIDTH) for text in texts]),
        ("textwrap.wrap", 1, lambda: [textwrap.wrap(text, WIDTH) for text in texts]),
        ("rich Text.wrap", 1, rich_wrap),
        ("Flow, new width", ROUNDS, lambda: Flow(whole, WIDTH).height),
        ("clean", ROUNDS, lambda: [clean(text) for text in texts]),
        ("search, first time", ROUNDS, lambda: find(SearchIndex(whole), Query(RARE))),
        ("search, one hit", ROUNDS, lambda: find(index, Query(RARE))),
        ("search, many hits", ROUNDS, lambda: find(index, Query(COMMON))),
        ("search, regular expression", ROUNDS, lambda: find(index, Query(r"lan\w+rns", regex=True))),
    ]
    return "\n".join(f"{name:28}{_per_mb(work, size, rounds):8.1f} ms/MB" for name, rounds, work in lines)


def _per_mb(work: Callable[[], object], size: float, rounds: int) -> float:
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return median(times) * 1000 / size
