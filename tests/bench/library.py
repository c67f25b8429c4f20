"""Measure the index and the search of the library beside ripgrep or grep and a bare Textual app, in one run.

    python tests/bench/library.py            # 10,000 articles
    python tests/bench/library.py 2000

The articles are invented, with quotes and names to detect. Ratios of one run can be compared; times of
different machines cannot.
"""

from __future__ import annotations

import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[2]))

from reader.library.index.database import IndexDatabase
from reader.library.index.refresh import refresh
from reader.library.query import parse
from reader.library.search import Results
from tests.bench.inputs import COMMON, RARE, paragraph

QUERIES = (RARE, COMMON, "surveyor ledger", '"the harbour"', "speaker:hollin lanterns", "lant*")
PAGE = 20
BARE = "from textual.app import App\nclass A(App):\n def on_mount(self): self.exit()\nA().run(headless=True)"


def make(folder: Path, count: int) -> int:
    """Write articles of about 300 words. Returns the number of words."""
    chance = random.Random(5)
    words = 0
    for number in range(count):
        paragraphs = [paragraph(chance, chance.randrange(1000)) for _ in range(5)]
        if number == count // 2:
            paragraphs.append(f"Only here a {RARE}.")
        words += sum(one.count(" ") + 1 for one in paragraphs)
        text = "".join(f'  - "{one}"\n' for one in paragraphs)
        (folder / f"{number}.yaml").write_text(
            f"title: Article {number}\npublished: {2000 + number % 20}-01-02\nparagraphs:\n{text}",
            encoding="utf-8",
        )
    return words


def main() -> None:
    """Make the library, measure, print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name) / "articles"
        folder.mkdir()
        words = make(folder, count)
        database = IndexDatabase(Path(name) / "cache")
        begun = time.process_time()
        refresh(database, [folder])
        seconds = time.process_time() - begun
        print(f"index       {count / seconds:.0f} articles/s, {words / seconds:,.0f} words/s (goal 150/s)")
        print(f"memory      {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB (goal 150)")
        print(f"size        {sum(os.path.getsize(p) for p in (Path(name) / 'cache').iterdir()) / 1e6:.0f} MB")
        time.sleep(2.1)
        refresh(database, [folder])
        changed = folder / "0.yaml"
        changed.write_text(changed.read_text() + '  - "A zebra came."\n')
        begun = time.perf_counter()
        refresh(database, [folder])
        assert len(Results(database, parse("zebra"))) == 1
        print(f"changed     found again after {time.perf_counter() - begun:.2f} s (goal 1)")
        rg = shutil.which("rg")
        for query in QUERIES:
            ours = _median(partial(_first_page, database, query))
            word = query.split()[-1].strip('"*').rpartition(":")[2]
            args = [rg, "-il", word] if rg else ["grep", "-ril", word]
            peer = _median(partial(_run, [*args, str(folder)]))
            tool = "ripgrep" if rg else "grep"
            print(f"{query:28} {ours:6.1f} ms, {tool} {peer:.0f} ms, {ours / peer:.2f} x (goal 50 ms, 1 x)")
        bare = _median(partial(_run, [sys.executable, "-c", BARE]))
        print(f"bare Textual app {bare:.0f} ms")


def _first_page(database: IndexDatabase, query: str) -> object:
    return Results(database, parse(query)).page(0, PAGE)


def _run(command: list[str]) -> object:
    return subprocess.run(command, capture_output=True, check=False)


def _median(work: Callable[[], object]) -> float:
    """The median of five runs in milliseconds; one more warms the caches."""
    times = []
    for _ in range(6):
        begun = time.perf_counter()
        work()
        times.append((time.perf_counter() - begun) * 1000)
    return median(times[1:])


if __name__ == "__main__":
    main()
