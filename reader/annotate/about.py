"""Say who somebody is in the article's own words.

Owns the apposition: `Ada Okafor, the mayor of Brandt, said` gives "the mayor of Brandt".
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.annotate.around import appositive
from reader.annotate.runs import Run, Text

LONGEST = 14
"""Words in the longest description that is taken."""


def about(texts: Sequence[Text], paragraphs: Sequence[str], runs: Sequence[Run]) -> str:
    """The first apposition after a mention, else empty."""
    for run in runs[:12]:
        said = _after(texts[run.paragraph], paragraphs[run.paragraph], run)
        if said:
            return said
    return ""


def _after(text: Text, paragraph: str, run: Run) -> str:
    tokens = text.tokens
    index = run.last
    if index + 2 >= len(tokens) or tokens[index].text != ",":
        return ""
    first = index + 1
    if not any(True for _ in appositive(list(tokens), first)):
        return ""
    last = first
    while last < len(tokens) and tokens[last].text not in (
        ",",
        ".",
        ";",
        ":",
        "(",
        "—",
        "–",
        "”",
        "“",
        '"',
        "who",
        "which",
        "said",
        "!",
        "?",
    ):
        last += 1
    if last == first or last - first > LONGEST or last == len(tokens):
        return ""
    return paragraph[tokens[first].start : tokens[last - 1].end]
