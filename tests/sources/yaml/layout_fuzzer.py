"""Correct article files in random layouts, and check that nothing else in them changes.

    python -m tests.sources.yaml.layout_fuzzer FILES SEED

tries the seeds from SEED on, and prints each fault with its seed.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from reader.annotate import annotate
from reader.errors import ArticleError, ReaderError
from reader.model import Document, Entity, EntityType, Quote
from reader.reading.corrections import (
    Correction,
    DropQuote,
    Hide,
    Merge,
    Rename,
    Retype,
    SetSpeaker,
    corrected,
)
from reader.reading.journal import patch_between
from reader.sources.yaml.amend import amended
from reader.sources.yaml.article import read
from tests.numbered_ids import numbered
from tests.sources.yaml.article_layouts import NAMES, Layout, Owner, layout

TYPED = (*NAMES, "A. Okafor", "- a: b #", "'", "x" * 90, "1:30", "[", "Ada\u2003Lovelace")
EACH = 4
"""The corrections that are tried separately in each file. After them, a sequence of corrections is tried."""


@dataclass
class Outcome:
    """What happened to the corrections. `faults` have the seed; `refused` counts the messages."""

    files: int = 0
    unread: int = 0
    tried: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def fuzz(seeds: range) -> Outcome:
    """Correct one file for each seed."""
    outcome = Outcome()
    for seed in seeds:
        _fuzz_one(seed, outcome)
    return outcome


def _fuzz_one(seed: int, outcome: Outcome) -> None:
    file, random = layout(seed, long_keys=seed % 10 == 9), Random(seed)
    outcome.files += 1
    try:
        document = read_text(file.text)
    except ArticleError:
        outcome.unread += 1
        return
    if random.random() < 0.3:
        document = numbered(annotate(document))
    sequences = [[correction(random, document)] for _ in range(EACH)]
    sequences += [[correction(random, document) for _ in range(3)]]
    for made in sequences:
        _correct(seed, file, document, [one for one in made if one], outcome)


def _correct(seed: int, file: Layout, document: Document, made: list[Correction], outcome: Outcome) -> None:
    wanted, text = document, file.text
    for number, one in enumerate(made):
        try:
            after = corrected(wanted, one)
        except ReaderError:
            continue
        outcome.tried += 1
        try:
            out = amended(text, "a", after, wanted if number else None).text
        except ReaderError as error:
            outcome.refused[re.sub(r"\d+", "N", str(error))] += 1
            outcome.faults.append(f"{seed}: {one}: refused: {error}")
            return
        for fault in _faults(file, document, after, text, out, exact=number == 0):
            outcome.faults.append(f"{seed}: {one}: {fault}")
        outcome.tried += 1
        try:
            back = amended(out, "a", wanted).text
        except ReaderError as error:
            outcome.refused[re.sub(r"\d+", "N", f"back: {error}")] += 1
            outcome.faults.append(f"{seed}: {one}: refused to go back: {error}")
        else:
            lost = set(comments(out)) - set(comments(back))
            if (
                lost
                and wanted.quotes_given == after.quotes_given
                and wanted.entities_given == after.entities_given
            ):
                outcome.faults.append(f"{seed}: {one}: lost going back: {sorted(lost)}")
        wanted, text = after, out


def correction(random: Random, document: Document) -> Correction | None:
    """Any correction of a document, also one that is refused; None for a document without lists."""
    kinds: list[Correction] = []
    if document.entities:
        entity, other = (random.choice(document.entities) for _ in range(2))
        name = random.choice((*TYPED, *entity.aliases, *entity.aliases))
        kinds += [
            Rename(entity.id, name),
            Rename(entity.id, name),
            Retype(entity.id, random.choice(list(EntityType))),
            Merge(entity.id, other.id),
            Hide(entity.id),
        ]
    if document.quotes:
        quote = random.choice(document.quotes)
        kinds += [
            SetSpeaker(quote.id, random.choice(TYPED)),
            SetSpeaker(quote.id, ""),
            DropQuote(quote.id),
        ]
    return random.choice(kinds) if kinds else None


# --- what must hold -----------------------------------------------------------------------------------


def _faults(
    file: Layout, document: Document, after: Document, before: str, out: str, *, exact: bool
) -> Iterator[str]:
    """The faults of a file that was corrected from `before` to `out`. `document` is the article in `file`."""
    now = read_text(out)
    if not same(now, after):
        yield "reads as another article"
    data = before.encode(), out.encode()
    if patch_between(*data).undone(data[1]) != data[0]:
        yield "the patch does not undo it"
    touched = Touched(file, document, after)
    had, has = comments(before), comments(out)
    if doubled := has - had:
        yield f"comments {sorted(doubled)} are there twice"
    for number in had - has:
        if not touched.is_removed(file.comments[number]):
            yield f"lost comment {number} of {file.comments[number]}"
    if exact:
        at = 0
        for chunk in touched.kept_chunks():
            found = out.find(chunk, at)
            if found < 0:
                yield f"changed {chunk!r}"
                return
            at = found + len(chunk)


def comments(text: str) -> Counter[int]:
    """The numbers of the comments in a file."""
    return Counter(map(int, re.findall(r"#[^\r\n]*~(\d+)~", text)))


class Touched:
    """What a correction may change in a file, found by comparing the documents before and after."""

    def __init__(self, file: Layout, before: Document, after: Document) -> None:
        self._file = file
        self._owners = {part.owner for part in file.parts}
        self._deep: set[Owner] = set()  # these parts and everything in them
        self._only: set[Owner] = set()  # these parts: separators and blanks between other parts
        self._removed: set[Owner] = set()
        for name in ("quotes", "entities"):
            if ("json",) in self._owners:
                self._deep.add(("json",))
            elif (name,) in self._owners:
                self._compare(name, getattr(before, name), getattr(after, name))
            else:
                self._only.add(())  # the list may be added anywhere

    def _compare(
        self, name: str, before: tuple[Quote | Entity, ...], after: tuple[Quote | Entity, ...]
    ) -> None:
        stays = {item.id: item for item in after}
        for index, item in enumerate(before):
            owner: Owner = (name, index)
            if item.id not in stays:
                self._deep.add(owner)
                self._removed.add(owner)
                if (name, "[]") not in self._owners:  # in brackets
                    self._only.add((name,))
            else:
                self._compare_item(owner, _values(item), _values(stays[item.id]))
        if not after:
            self._deep.add((name, "[]"))

    def _compare_item(self, item: Owner, before: dict[str, object], after: dict[str, object]) -> None:
        for key in before | after:
            old, new = before.get(key), after.get(key)
            if old == new:
                continue
            owner = (*item, key)
            self._deep.add((*item, "*"))
            aliases = new if isinstance(new, tuple) else ()
            if isinstance(old, tuple) and (*owner, 0) in self._owners:
                gone = {(*owner, number) for number, alias in enumerate(old) if alias not in aliases}
                self._only.add(owner)
                self._deep |= gone
                self._removed |= gone
            else:
                self._deep.add(owner)
            if owner not in self._owners or not new:
                self._only.add(item)

    def is_removed(self, owner: Owner) -> bool:
        """Whether the correction removed the item or alias that a comment belongs to."""
        return any(owner[: len(one)] == one for one in self._removed)

    def kept_chunks(self) -> Iterator[str]:
        """The texts between the parts that may change. A line break or comma at their ends may change."""
        chunk = ""
        for part in self._file.parts:
            owner = part.owner
            if owner in self._only or any(owner[: len(one)] == one for one in self._deep):
                yield chunk.strip(" ,\r\n")
                chunk = ""
            else:
                chunk += part.text
        yield chunk.strip(" ,\r\n")


def _values(item: Quote | Entity) -> dict[str, object]:
    if isinstance(item, Quote):
        return {"text": item.text, "speaker": item.speaker, "context": item.context, **dict(item.extras)}
    names = {"name": item.name, "aliases": item.aliases}
    return {**names, "type": item.type, "about": item.about, **dict(item.extras)}


def same(one: Document, other: Document) -> bool:
    """Whether two documents have the same lists in the file, apart from ids."""
    return (
        all(
            getattr(one, f"{name}_given") == getattr(other, f"{name}_given")
            and (not getattr(one, f"{name}_given") or getattr(one, name) == getattr(other, name))
            for name in ("quotes", "entities")
        )
        and one.blocks == other.blocks
    )


def read_text(text: str) -> Document:
    """The article in a text, with numbered ids."""
    return numbered(read(text.encode("utf-8"), "a").document)


def main() -> None:
    """Run from the command line."""
    count, seed = int(sys.argv[1]), int(sys.argv[2])
    outcome = Outcome()
    for number in range(seed, seed + count):
        shown = len(outcome.faults)
        _fuzz_one(number, outcome)
        if found := outcome.faults[shown:]:
            print(*found, sep="\n", flush=True)
    print(f"{outcome.files} files, of which {outcome.unread} are not articles; {outcome.tried} corrections")
    print(f"{len(outcome.faults)} faults, of which {sum(outcome.refused.values())} are refusals:")
    for reason, times in outcome.refused.most_common():
        print(f"{times:6} {reason}")


if __name__ == "__main__":
    main()
