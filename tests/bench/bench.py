"""Measure the reader beside a bare Textual app and `less`, in one run, in turns.

    python tests/bench/bench.py              # all figures, medians of seven runs
    python tests/bench/bench.py --quick      # three runs
    python tests/bench/bench.py --only page --only search
    python tests/bench/bench.py --micro      # wrapping and searching, in this process
    python tests/bench/bench.py --markdown   # the table of the README

Times of different machines cannot be compared; ratios of one run can. Nothing here fails: a goal is met
or missed, and the table says which. Needs Linux; without `less` the figures beside it are left out.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.bench.figures import GOALS, OPENED, Goal, Sample, needed, programs
from tests.bench.inputs import make
from tests.bench.session import NeverSeenError

HEADS = ("What", "reader", "beside", "limit", "")


def main() -> None:
    """Read the options, measure, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=7, metavar="N", help="how often everything is measured")
    parser.add_argument("--quick", action="store_true", help="three runs")
    parser.add_argument(
        "--only", action="append", choices=sorted({goal.name for goal in GOALS}), help="this figure alone"
    )
    parser.add_argument("--markdown", action="store_true", help="print a table for the README")
    parser.add_argument("--micro", action="store_true", help="wrapping and searching instead")
    options = parser.parse_args()
    if options.micro:
        from tests.bench.micro import report

        print(report())
        return
    goals = [goal for goal in GOALS if not options.only or goal.name in options.only]
    rows = list(table(goals, measure(goals, 3 if options.quick else options.runs)))
    print(markdown(rows) if options.markdown else plain(rows))


def measure(goals: list[Goal], runs: int) -> dict[str, float]:
    """The median of each figure. The programs take turns, and another one begins each time."""
    samples: list[Sample] = []
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        sessions = programs(make(Path(folder)))
        names = [name for name in sessions if name in needed(goals)]
        for run in range(-1, runs):  # the first one warms the disk's cache and is not counted
            turns = in_turn(names, max(run, 0))
            for number, name in enumerate(turns):
                _tell(f"run {max(run, 0) + 1}/{runs}, {number + 1}/{len(turns)}: {name}")
                try:
                    sample = sessions[name]()
                except NeverSeenError as missed:
                    _tell("")
                    print(f"! {name}: {missed}", file=sys.stderr)
                    continue
                if run >= 0:
                    samples.append(sample)
    _tell("")
    return {
        figure: median(sample[figure] for sample in samples if figure in sample)
        for figure in {figure for sample in samples for figure in sample}
    }


def in_turn(names: list[str], run: int) -> list[str]:
    """The programs of one run in their order. Those that are but opened come three times.

    A start is short, and what it is held against too: of all figures theirs differ most where a processor
    changes its speed.
    """
    turn = run % len(names)
    turns = names[turn:] + names[:turn]
    opened = [name for name in turns if name in OPENED]
    return [*opened, *turns, *opened]


def table(goals: list[Goal], figures: dict[str, float]) -> list[tuple[str, ...]]:
    """A row for each goal that was measured: what, how much, beside what, the limit, met or missed."""
    rows: list[tuple[str, ...]] = []
    for goal in goals:
        if goal.figure not in figures or (goal.base and goal.base not in figures):
            continue
        value, base = figures[goal.figure], figures.get(goal.base, 0.0)
        unit = "MB" if goal.name == "memory" else "ms"
        beside = ""
        if goal.base:
            ratio = f", {value / base:.2f} x" if goal.times != 1 and base else ""
            beside = f"{goal.base.split()[0]} {base:.1f} {unit}{ratio}"
        limit = f"{goal.times:g} x" if goal.times != 1 else f"{'+' if goal.base else ''}{goal.plus:g} ms"
        met = "met" if value <= goal.limit(base) else "missed"
        rows.append((goal.title, f"{value:.1f} {unit}", beside, limit, met))
    return rows


def plain(rows: list[tuple[str, ...]]) -> str:
    """The rows in columns."""
    widths = [max(len(row[column]) for row in [HEADS, *rows]) for column in range(len(HEADS))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in [HEADS, *rows]
    ]
    return "\n".join(line.rstrip() for line in lines)


def markdown(rows: list[tuple[str, ...]]) -> str:
    """The rows as a Markdown table."""
    lines = [HEADS, ("---", "--:", "---", "--:", "---"), *rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in lines)


def _tell(words: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\x1b[K{words}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
