"""The texts that are measured: the same invented prose on every machine, in three sizes and two forms.

Every text begins with `FIRST`, has `COMMON` in most paragraphs, `RARE` once near its end, and ends with
`LAST`. The article has quotes and entities, so that the panels have something to show; the books are
prose alone.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import NamedTuple

FIRST = "Opening words of the text"
LAST = "closing words of the text"
RARE = "xylographer"
BEHIND = "cut the block"
COMMON = "harbour"

_VOCABULARY = (
    "the of and to a in that was it with as for on at by from they were which had not but this have one all "
    "when there been their out so up into more than some could time very about only other then would these "
    "morning window letter question silence council keeper island water bridge answer village evening road "
    "market snow bell ledger ferry quarry winter neighbour kitchen lantern surveyor parish meadow "
    "said told asked wrote carried counted waited opened remembered crossed followed repaired measured"
)
_WORDS = _VOCABULARY.split()
_PEOPLE = ("Ada Okafor", "Marta Hollin", "Jonas Brandt", "Ilse Farrow", "Tomas Ilves", "Ruth Achterberg")
_PLACES = ("Brannoc", "the Lenne valley", "Farrow Sound", "Hollin Bridge", "Port Merrow", "the Ministry")


class Input(NamedTuple):
    """One text as the reader's file and as plain text with a paragraph to a line."""

    article: Path
    plain: Path


def make(folder: Path) -> dict[str, Input]:
    """Write the texts into a folder: `article` of 10,000 words, `book` of 3.3 MB, `huge` of 10 MB."""
    return {
        "article": _write(folder, "article", _prose(words=10_000), marked=True),
        "book": _write(folder, "book", _prose(size=3_300_000), marked=False),
        "huge": _write(folder, "huge", _prose(size=10_000_000), marked=False),
    }


def _prose(words: int = 0, size: int = 0) -> list[str]:
    """Paragraphs until there are so many words or characters."""
    chance = random.Random(11)
    out: list[str] = []
    n_words = n_size = 0
    while n_words < words or n_size < size:
        words_here = paragraph(chance, len(out))
        out.append(words_here)
        n_words += words_here.count(" ") + 1
        n_size += len(words_here) + 2
    out[0] = f"{FIRST}. {out[0]}"
    out[int(len(out) * 0.97)] += f" Only here a {RARE} {BEHIND}."
    out.append(f"These are the {LAST}.")
    return out


def paragraph(chance: random.Random, number: int) -> str:
    """An invented paragraph; every ninth has a quote."""
    sentences = []
    for _ in range(chance.choice((1, 3, 4, 5, 7, 9))):
        words = chance.choices(_WORDS, k=chance.randint(6, 22))
        sentences.append(" ".join(words).capitalize() + ".")
    name = _PEOPLE[number % len(_PEOPLE)] if number % 3 else _PLACES[number // 3 % len(_PLACES)]
    sentences.append(f"At the {COMMON} {name} had seen it.")
    if number % 9 == 4:
        sentences.append(f"“We counted {number} lanterns,” said {_PEOPLE[number % len(_PEOPLE)]}.")
    return " ".join(sentences)


def _write(folder: Path, name: str, paragraphs: list[str], *, marked: bool) -> Input:
    lines = ["format: 1", "title: A text to measure", "authors: [Nobody]", "paragraphs:"]
    lines += [f'  - "{paragraph}"' for paragraph in paragraphs]
    if marked:
        lines.append("quotes:")
        for number, paragraph in enumerate(paragraphs):
            if "“" in paragraph:
                words = paragraph[paragraph.index("“") + 1 : paragraph.index(",”")]
                lines.append(f'  - {{text: "{words}", speaker: "{_PEOPLE[number % len(_PEOPLE)]}"}}')
        lines.append("entities:")
        lines += [f'  - {{name: "{one}", type: person, about: Somebody.}}' for one in _PEOPLE]
        lines += [f'  - {{name: "{one}", type: place}}' for one in _PLACES]
    article, plain = folder / f"{name}.yaml", folder / f"{name}.txt"
    if not marked:
        # Given, if empty: what is measured is reading, not the finding of quotes in a whole book.
        lines += ["quotes: []", "entities: []"]
    article.write_text("\n".join(lines) + "\n", encoding="utf-8")
    plain.write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
    return Input(article, plain)
