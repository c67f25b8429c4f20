"""The cost of highlights: opening an article that has many of them, and adding one more.

Run this with `python -m tests.bench.highlights`. It prints CPU milliseconds, medians of five runs.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random
from statistics import median
from time import process_time

from reader.library.amending import amend_file
from reader.model import Block, Document, Highlight, Span
from reader.reading.corrections import corrected
from reader.reading.highlighting import AddHighlight, new_highlight
from reader.reading.version import version_of
from reader.sources.open import Loaded, open_source
from reader.sources.ref import FileSource
from reader.sources.yaml.article import read_highlights
from reader.sources.yaml.write import dump

WORDS = ("the", "river", "moved", "and", "nobody", "asked", "which", "bank", "was", "theirs", "when", "over")
SEED = 7
RUNS = 5


def article(paragraphs: int, highlights: int) -> str:
    """An article file with made-up paragraphs of some 90 words, and highlights all over it."""
    random = Random(SEED)
    texts = [" ".join(random.choices(WORDS, k=random.randrange(40, 140))) for _ in range(paragraphs)]
    blocks = tuple(Block(f"{text} {number}.") for number, text in enumerate(texts))
    document = Document("The river", blocks, quotes_given=True, entities_given=True)
    marked: list[Highlight] = []
    for number in range(highlights):
        block = random.randrange(paragraphs)
        start = random.randrange(len(texts[block]) - 40)
        note = "" if number % 5 else "Ask again. #later"
        marked.append(new_highlight(document, [Span(block, start, start + 30)], note=note))
    return dump(replace(document, highlights=tuple(marked)))


def _cost(work: Callable[[], object]) -> float:
    """The median CPU time of some work in milliseconds."""
    times = []
    for _ in range(RUNS):
        begun = process_time()
        work()
        times.append(1000 * (process_time() - begun))
    return median(times)


def opening(paragraphs: int, counts: Sequence[int]) -> str:
    """The cost before and after the first frame, by the number of highlights."""
    lines = [f"{paragraphs:,} paragraphs   before the first frame   after it"]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "river.yaml"
        for count in counts:
            path.write_text(article(paragraphs, count), encoding="utf-8")
            first, later = _cost(partial(_first, path)), _cost(partial(_later, _first(path)))
            lines.append(f"{count:10,} highlights {first:16.1f} ms {later:13.1f} ms")
    return "\n".join(lines)


def _first(path: Path) -> Loaded:
    loaded = open_source(FileSource.at(path), may_leave=True)
    version_of(loaded.document)
    return loaded


def _later(loaded: Loaded) -> None:
    if loaded.unread is not None:
        found, _ = read_highlights(loaded.unread, loaded.document.blocks)
        version_of(replace(loaded.document, highlights=found))


def marking(paragraphs: int, highlights: int) -> str:
    """The cost of one more highlight until it is in the file and on the screen."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "river.yaml"
        path.write_text(article(paragraphs, highlights), encoding="utf-8")
        size = path.stat().st_size
        version = version_of(open_source(FileSource.at(path)).document)
        shown = written = 0.0
        block = 3

        def show() -> Document:
            new = new_highlight(version.document, [Span(block, 0, 20)])
            after = corrected(version.document, AddHighlight(new))
            version_of(after, version.document)
            return after

        def write() -> None:
            nonlocal version, block
            after = corrected(
                version.document, AddHighlight(new_highlight(version.document, [Span(block, 0, 20)]))
            )
            version = version_of(amend_file(path, after, version.document).document, after)
            block += 1

        shown, written = _cost(show), _cost(write)
    what = f"{size / 1e6:5.1f} MB with {highlights:5,} highlights"
    return f"{what}: shown after {shown:6.1f} ms, written after {written:6.1f} ms"


if __name__ == "__main__":
    print(opening(120, (0, 100, 5_000)))
    print()
    for size, count in ((120, 0), (120, 100), (5_500, 0)):
        print(marking(size, count))
