"""Read the invented articles of `articles/` with their quotes and names, and score what detection finds.

Owns the form of the files: `…` in a quote stands for the words between its first and last ones, `=>` comes
before the speaker, `/` between phrases that are equally right, `?` before a quote that may be found or not.
A name line has all forms of one name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from reader.annotate.detection import detect_in_texts
from reader.annotate.results import Detected
from reader.model import EntityType

FOLDER = Path(__file__).parent / "articles"
_EDGE = " \u00a0\u202f\"“”„«»‘’'‚‹›,.;:!?…—–-"
_TYPES = {
    "people": EntityType.PERSON, "places": EntityType.PLACE, "organizations": EntityType.ORGANIZATION,
}  # fmt: skip


class GoldQuote(NamedTuple):
    """Spoken words at a place, and the phrases that name their speaker."""

    place: tuple[int, int, int]
    speakers: tuple[str, ...]
    optional: bool


class Article(NamedTuple):
    """One article with what is to be found in it. `names` are mentions with their types."""

    name: str
    paragraphs: list[str]
    quotes: list[GoldQuote]
    names: set[tuple[int, int, int, EntityType]]


def articles(file: str) -> list[Article]:
    """The articles of a file."""
    return [
        _article(entry) for entry in yaml.safe_load((FOLDER / f"{file}.yaml").read_text(encoding="utf-8"))
    ]


def _article(entry: dict[str, str]) -> Article:
    paragraphs = entry["text"].strip().split("\n\n")
    quotes, taken = [], Counter[str]()
    for line in entry["quotes"].strip().splitlines():
        words, _, speakers = line.partition("=>")
        optional = words.startswith("?")
        place = _find(paragraphs, words.removeprefix("?").strip(), taken)
        quotes.append(GoldQuote(place, tuple(one.strip() for one in speakers.split("/")), optional))
    return Article(entry["name"], paragraphs, quotes, set(_names(entry, paragraphs)))


def _find(paragraphs: list[str], words: str, taken: Counter[str]) -> tuple[int, int, int]:
    first, _, last = (part.strip() for part in words.partition("…"))
    for number, text in enumerate(paragraphs):
        start = text.find(first)
        end = text.find(last, start + len(first)) if last else start
        if start >= 0 and end >= 0:
            return _core(text, number, start, end + len(last or first))
    raise ValueError(f"not in the text: {words}")


def _core(text: str, number: int, start: int, end: int) -> tuple[int, int, int]:
    """The place without the marks at its edges."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return number, start, end


def _names(entry: dict[str, str], paragraphs: list[str]) -> Iterator[tuple[int, int, int, EntityType]]:
    for key, kind in _TYPES.items():
        for line in (entry.get(key) or "").strip().splitlines():
            forms = sorted((form.strip() for form in line.split(",")), key=len, reverse=True)
            pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)")
            for number, text in enumerate(paragraphs):
                for match in pattern.finditer(text):
                    if not _inside_longer(entry, text, match, key, line):
                        yield number, match.start(), match.end(), kind


def _inside_longer(entry: dict[str, str], text: str, match: re.Match[str], key: str, line: str) -> bool:
    """Whether the words are part of a longer name of another line: Kassel in Universität Kassel."""
    for other in _TYPES:
        for other_line in (entry.get(other) or "").strip().splitlines():
            if (other, other_line) == (key, line):
                continue
            for form in (one.strip() for one in other_line.split(",")):
                if len(form) > len(match.group()):
                    for longer in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text):
                        if longer.start() <= match.start() and match.end() <= longer.end():
                            return True
    return False


class Score:
    """Sums what was found in articles, and what was right."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.faults: list[str] = []

    def add(self, article: Article) -> None:
        """Detect quotes and names in an article, and compare."""
        found = detect_in_texts(article.paragraphs)
        self._add_quotes(article, found)
        self._add_names(article, found)

    def _add_quotes(self, article: Article, found: Detected) -> None:
        gold = {quote.place: quote for quote in article.quotes}
        self.counts["quotes"] += sum(not quote.optional for quote in article.quotes)
        seen = set()
        for quote in found.quotes:
            for number, start, end in quote.pieces:
                place = _core(article.paragraphs[number], number, start, end)
                words = article.paragraphs[number][start:end][:40]
                right = gold.get(place)
                seen.add(place)
                if right is None or not right.optional:
                    self.counts["quotes found"] += 1
                    self.counts["quotes right"] += right is not None
                if right is None:
                    self.faults.append(f"{article.name}: no such quote: {words}")
                if quote.speaker:
                    good = right is not None and any(
                        _same(quote.speaker, speaker) for speaker in right.speakers
                    )
                    self.counts["speakers found"] += 1
                    self.counts["speakers right"] += good
                    self.counts["both right"] += good and right is not None and not right.optional
                    expected = right.speakers if right else None
                    if not good:
                        self.faults.append(
                            f"{article.name}: {words}: {quote.speaker} ({quote.rule}), not {expected}"
                        )
                elif right is not None and not right.optional:
                    self.faults.append(
                        f"{article.name}: {words}: no speaker ({quote.rule}), not {right.speakers}"
                    )
        for place, missed in gold.items():
            if place not in seen and not missed.optional:
                self.faults.append(
                    f"{article.name}: missed: {article.paragraphs[place[0]][place[1] : place[2]][:50]}"
                )

    def _add_names(self, article: Article, found: Detected) -> None:
        named = {
            (*mention, entity.type)
            for entity in found.entities
            if entity.type in _TYPES.values()
            for mention in entity.mentions
        }
        self.counts["names"] += len(article.names)
        self.counts["names found"] += len(named)
        self.counts["names right"] += len(named & article.names)
        for number, start, end, kind in sorted(named ^ article.names):
            sign = "wrong" if (number, start, end, kind) in named else "missed"
            self.faults.append(f"{article.name}: name {sign}: {article.paragraphs[number][start:end]} {kind}")

    def precision_of_speakers(self) -> float:
        """The share of the speakers given that is right."""
        return self.counts["speakers right"] / max(1, self.counts["speakers found"])

    def _f1(self, kind: str) -> float:
        return 2 * self.counts[f"{kind} right"] / max(1, self.counts[f"{kind} found"] + self.counts[kind])

    def f1_of_quotes(self) -> float:
        """F1 of the places of quotes."""
        return self._f1("quotes")

    def f1_of_names(self) -> float:
        """F1 of the mentions of people, places and organizations, with their types."""
        return self._f1("names")

    def recall_of_speakers(self) -> float:
        """The share of the quotes that were found with the right speaker."""
        return self.counts["both right"] / max(1, self.counts["quotes"])


def _same(found: str, right: str) -> bool:
    """Whether two phrases name the same speaker: the last word of one is in the other."""
    left, other = (re.findall(r"[^\W_]+", text.lower()) for text in (found, right))
    return bool(left and other) and (left[-1] in other or other[-1] in left)
