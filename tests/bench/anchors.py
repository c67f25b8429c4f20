"""How many anchors are found again after edits of the bundled articles, and what finding them costs.

Run it with `python -m tests.bench.anchors`. It prints, for three kinds of knowledge, the share of anchors
that were found right and surely, only as moved, or not at all, and the wrong ones among each.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from dataclasses import replace
from random import Random
from time import process_time

from reader.resources import articles
from reader.text.alignment import Alignment, Found
from reader.text.anchors import Anchor, anchor_of, find_all
from tests.article_edits import EditedArticle, Place
from tests.loaded import load

TRIALS = 2_500
ANCHORS = 12
SEED = 7

WAYS = ("old text and offsets known", "old text known", "words alone")


def _anchors(texts: list[str], random: Random) -> list[Anchor]:
    """Anchors of one to 40 words, some of them of a whole paragraph."""
    found = []
    for _ in range(ANCHORS):
        block = random.randrange(len(texts))
        words = [match.span() for match in re.finditer(r"\S+", texts[block])]
        first = random.randrange(len(words))
        last = min(len(words) - 1, first + random.choice((0, 1, 2, 4, 8, 16, 40)))
        if random.random() < 0.1:
            first, last = 0, len(words) - 1
        found.append(anchor_of(texts, block, words[first][0], words[last][1]))
    return found


def _verdict(found: Found, true: Place | None, edited: EditedArticle, block: int) -> str:
    """What to say of an answer. "in a copy": the words were deleted, and a copy of them was found."""
    status = "sure" if found.status.sure else found.status.value
    if status == "lost":
        return "lost" if true else "lost, and gone"
    if found[1:] == true:
        return f"{status}, right"
    if true:
        return f"{status}, wrong"
    copied = edited.is_copy(block, Place(*found[1:]))
    return f"{status}, in a copy, and gone" if copied else f"{status}, wrong, and gone"


def edits(trials: int = TRIALS, seed: int = SEED, *, show_wrong: bool = False) -> str:
    """The table of verdicts. An anchor whose words did not survive is counted apart."""
    random = Random(seed)
    sources = [[block.text for block in load(str(path)).document.blocks] for path in articles()]
    verdicts = {way: Counter[str]() for way in WAYS}
    for _ in range(trials):
        texts = random.choice(sources)
        other = random.choice([source for source in sources if source is not texts])
        spare = [sentence.strip() for text in other for sentence in re.findall(r"[^.!?]{12,}[.!?]", text)]
        edited = EditedArticle(texts, spare, random)
        anchors = _anchors(texts, random)
        made = [edited.edit() for _ in range(random.choice((1, 1, 2, 3, 5, 8, 13)))]
        alignment = Alignment(texts, edited.texts)
        without = [replace(anchor, offset=None) for anchor in anchors]
        answers = (
            find_all(anchors, edited.texts, alignment),
            find_all(without, edited.texts, alignment),
            find_all(without, edited.texts),
        )
        for way, answer in zip(WAYS, answers, strict=True):
            for anchor, found in zip(anchors, answer, strict=True):
                assert anchor.block is not None
                assert anchor.offset is not None
                true = edited.place_of(anchor.block, anchor.offset, anchor.offset + len(anchor.exact))
                verdict = _verdict(found, true, edited, anchor.block)
                verdicts[way][verdict] += 1
                if show_wrong and verdict.startswith("sure, wrong"):
                    print(way, verdict, made, anchor, found, true, sep="\n  ")
    lines = [f"{trials} trials of {ANCHORS} anchors, 1 to 13 edits each"]
    for way, counts in verdicts.items():
        survived = sum(n for verdict, n in counts.items() if "gone" not in verdict)
        gone = counts.total() - survived
        lines.append(f"{way}: words survived {survived}, gone {gone}")
        lines += [
            f"  {verdict:26} {n:6}  {100 * n / (gone if 'gone' in verdict else survived):6.2f} %"
            for verdict, n in sorted(counts.items())
        ]
    return "\n".join(lines)


def cost(paragraphs: int = 6_000, anchors: int = 5_000, seed: int = SEED) -> str:
    """CPU time for many anchors in a book of 3 MB after a few edits."""
    random = Random(seed)
    words = ["".join(random.choices("etaoinshrdlucm", k=random.randint(2, 10))) for _ in range(20_000)]
    weights = [1 / (rank + 1) for rank in range(len(words))]
    texts = [" ".join(random.choices(words, weights, k=75)) + "." for _ in range(paragraphs)]
    known = []
    for _ in range(anchors):
        block = random.randrange(paragraphs)
        start = random.randrange(len(texts[block]) - 60)
        text, end = texts[block], start + random.randint(5, 60)
        known.append(
            Anchor(text[start:end], text[max(0, start - 32) : start], text[end : end + 32], block, start)
        )
    edited = EditedArticle(texts, texts[:20], random)
    for _ in range(40):
        edited.edit()
    new_texts = edited.texts
    lines = [f"{anchors} anchors, {sum(map(len, texts)) / 1e6:.1f} MB"]
    for way in WAYS:
        sought = known if way == WAYS[0] else [replace(anchor, offset=None) for anchor in known]
        begun = process_time()
        alignment = None if way == WAYS[2] else Alignment(texts, new_texts)
        sure = sum(found.status.sure for found in find_all(sought, new_texts, alignment))
        lines.append(f"  {way:28} {1000 * (process_time() - begun):6.0f} ms CPU, {sure} sure")
    return "\n".join(lines)


if __name__ == "__main__":
    print(edits(show_wrong="--wrong" in sys.argv))
    print(cost())
