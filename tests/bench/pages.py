"""What a web page costs more than the same article as YAML, and beside trafilatura's own command.

    python tests/bench/pages.py [--runs N]

Medians of whole processes, taken in turns in one run; nothing is asserted.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FRAME = "<nav><ul>" + "".join(f"<li><a href=/{n}>Section {n}</a></li>" for n in range(40)) + "</ul></nav>"
SENTENCE = "The river rose in the night, left its bed above the mill and had found another by the morning. "


def page(size: int) -> str:
    """A page of about `size` characters: a frame, a headline and paragraphs of an article."""
    paragraphs, made = [], 0
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
        commands = {
            "reader show page.html --text": [*reader, str(html), "--text"],
            "reader show page.yaml --text": [*reader, str(yaml), "--text"],
            "trafilatura page.html": [python, "-c", TRAFILATURA, str(html)],
        }
        taken: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(runs):
            for name, command in commands.items():
                taken[name].append(seconds(command))
    medians = {name: statistics.median(times) for name, times in taken.items()}
    least = medians["trafilatura page.html"]
    for name, median in medians.items():
        print(f"{name:32} {median * 1000:7.0f} ms   {median / least:.2f} x trafilatura")
    more = medians["reader show page.html --text"] - medians["reader show page.yaml --text"]
    print(f"{'a page costs more than YAML by':32} {more * 1000:7.0f} ms   limit 250 ms")


TRAFILATURA = (
    "import sys; from trafilatura.cli import main; sys.stdin = open(sys.argv.pop(), encoding='utf-8'); main()"
)
"""Its command line, which reads a page from standard input."""


if __name__ == "__main__":
    main()
