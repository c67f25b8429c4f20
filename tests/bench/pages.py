"""What a web page costs more than the same article as YAML, and beside trafilatura's own command.

    python tests/bench/pages.py [--runs N]

Medians of whole processes, and of the first paint in a terminal (Linux only), taken in turns in one run;
nothing is asserted.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.bench.session import Session

FRAME = "<nav><ul>" + "".join(f"<li><a href=/{n}>Section {n}</a></li>" for n in range(40)) + "</ul></nav>"
SENTENCE = "The river rose in the night, left its bed above the mill and had found another by the morning. "


def page(size: int) -> str:
    """A page of about `size` characters: a frame, a headline and paragraphs of an article."""
    paragraphs: list[str] = []
    made = 0
    while made < size:
        text = SENTENCE * (3 + made % 4)
        paragraphs.append(f"<p>Paragraph {len(paragraphs)}. {text}</p>")
        made += len(text)
    body = "".join(paragraphs)
    return (
        "<!doctype html><html lang=en><head><title>The river - The Daily Example</title></head>"
        f"<body>{FRAME}<article><h1>The river</h1>{body}</article><footer>Contact</footer></body></html>"
    )


def seconds(command: list[str]) -> float:
    """How long a command takes from start to end."""
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - began


def first_paint(command: list[str]) -> float:
    """How long it takes until the beginning of the article stands on the screen."""
    with Session(command) as session:
        return session.seen(r"Paragraph 0\.") - session.began


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    python = sys.executable
    with tempfile.TemporaryDirectory() as folder:
        html, yaml = Path(folder) / "page.html", Path(folder) / "page.yaml"
        html.write_text(page(100_000), encoding="utf-8")
        reader = [python, "-m", "reader", "show"]
        made = subprocess.run([*reader, str(html), "--yaml"], check=True, capture_output=True)
        yaml.write_bytes(made.stdout)
        measures: dict[str, Callable[[], float]] = {
            SHOW_PAGE: partial(seconds, [*reader, str(html), "--text"]),
            SHOW_YAML: partial(seconds, [*reader, str(yaml), "--text"]),
            EXTRACT: partial(seconds, [python, "-c", TRAFILATURA, str(html)]),
            OPEN_PAGE: partial(first_paint, [python, "-m", "reader", str(html)]),
            OPEN_YAML: partial(first_paint, [python, "-m", "reader", str(yaml)]),
        }
        taken: dict[str, list[float]] = {name: [] for name in measures}
        for run in range(runs):
            names = list(measures)
            turn = run % len(names)
            for name in names[turn:] + names[:turn]:
                taken[name].append(measures[name]())
    medians = {name: statistics.median(times) for name, times in taken.items()}
    least = medians[EXTRACT]
    for name, median in medians.items():
        print(f"{name:40} {median * 1000:7.0f} ms   {median / least:.2f} x trafilatura")
    for what, page_name, yaml_name in (
        ("to print", SHOW_PAGE, SHOW_YAML),
        ("on screen", OPEN_PAGE, OPEN_YAML),
    ):
        more = (medians[page_name] - medians[yaml_name]) * 1000
        print(f"{f'a page costs more than YAML, {what}':40} {more:7.0f} ms   limit 250 ms")


SHOW_PAGE = "reader show page.html --text"
SHOW_YAML = "reader show page.yaml --text"
EXTRACT = "trafilatura page.html"
OPEN_PAGE = "reader page.html, first paint"
OPEN_YAML = "reader page.yaml, first paint"

TRAFILATURA = (
    "import sys; from trafilatura.cli import main; sys.stdin = open(sys.argv.pop(), encoding='utf-8'); main()"
)
"""Its command line, which reads a page from standard input."""


if __name__ == "__main__":
    main()
