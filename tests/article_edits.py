"""Random edits of an article that remember which characters are which.

An edit works on paragraphs of numbered characters. A character keeps its number wherever it moves, and a
new or copied character gets a new number. So the true place of a passage after any edit is known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import count
from random import Random
from typing import NamedTuple


class Place(NamedTuple):
    """A half-open range in paragraph `block`."""

    block: int
    start: int
    end: int


class Paragraph:
    """A text and the number of each of its characters."""

    def __init__(self, text: str, numbers: Sequence[int]) -> None:
        self.text = text
        self.numbers = list(numbers)

    def cut(self, start: int, end: int | None = None) -> Paragraph:
        """The part from `start` to `end`."""
        return Paragraph(self.text[start:end], self.numbers[start:end])

    def __add__(self, other: Paragraph) -> Paragraph:
        return Paragraph(self.text + other.text, self.numbers + other.numbers)


class EditedArticle:
    """The paragraphs of an article under random edits. `spare` are sentences that an edit may insert."""

    def __init__(self, texts: Sequence[str], spare: Sequence[str], random: Random) -> None:
        self._fresh = count()
        self._copied: dict[int, int] = {}
        self._random = random
        self._spare = spare
        self._paragraphs = [self._new(text) for text in texts]
        self._original = [list(paragraph.numbers) for paragraph in self._paragraphs]

    @property
    def texts(self) -> list[str]:
        """The paragraphs as they are now."""
        return [paragraph.text for paragraph in self._paragraphs]

    def place_of(self, block: int, start: int, end: int) -> Place | None:
        """The present place of a range of the original text; None if it is not in one piece any more."""
        numbers = self._original[block][start:end]
        for index, paragraph in enumerate(self._paragraphs):
            if numbers[0] in paragraph.numbers:
                at = paragraph.numbers.index(numbers[0])
                if paragraph.numbers[at : at + len(numbers)] == numbers:
                    return Place(index, at, at + len(numbers))
        return None

    def is_copy(self, block: int, place: Place) -> bool:
        """Whether all characters at `place` come from that original paragraph, themselves or as copies."""
        numbers = self._paragraphs[place.block].numbers[place.start : place.end]
        return set(self._original[block]).issuperset(map(self._origin, numbers))

    def edit(self) -> str:
        """Make one edit and return its name."""
        name = self._random.choice(list(EDITS))
        EDITS[name](self)
        return name

    # -- paragraphs ----------------------------------------------------------------------------------

    def insert_paragraph(self) -> None:
        """Insert a paragraph of new sentences."""
        text = " ".join(self._random.choices(self._spare, k=self._random.randint(1, 4)))
        self._paragraphs.insert(self._random.randint(0, len(self._paragraphs)), self._new(text))

    def delete_paragraph(self) -> None:
        """Delete a paragraph, but not the last one."""
        if len(self._paragraphs) > 1:
            del self._paragraphs[self._index()]

    def move_paragraph(self) -> None:
        """Move a paragraph elsewhere."""
        paragraph = self._paragraphs.pop(self._index())
        self._paragraphs.insert(self._random.randint(0, len(self._paragraphs)), paragraph)

    def copy_paragraph(self) -> None:
        """Insert a copy of a paragraph, somewhere or right after it."""
        index = self._index()
        target = self._random.choice([index + 1, self._random.randint(0, len(self._paragraphs))])
        self._paragraphs.insert(target, self._copy(self._paragraphs[index]))

    def split_paragraph(self) -> None:
        """Split a paragraph between two words."""
        index = self._index()
        paragraph = self._paragraphs[index]
        blanks = [at for at, char in enumerate(paragraph.text) if char == " "]
        if blanks:
            at = self._random.choice(blanks)
            self._paragraphs[index : index + 1] = [paragraph.cut(0, at), paragraph.cut(at + 1)]

    def join_paragraphs(self) -> None:
        """Join a paragraph to the one before."""
        index = self._index()
        if index:
            joined = self._paragraphs[index - 1] + self._new(" ") + self._paragraphs[index]
            self._paragraphs[index - 1 : index + 1] = [joined]

    # -- words ---------------------------------------------------------------------------------------

    def replace_words(self) -> None:
        """Replace one to three words by words of another sentence."""
        words = self._random.choice(self._spare).split()
        self._change_words(self._random.randint(1, 3), " ".join(words[: self._random.randint(1, 3)]))

    def delete_words(self) -> None:
        """Delete one to six words and the blank after them."""
        self._change_words(self._random.randint(1, 6), "", blank=True)

    def insert_words(self) -> None:
        """Insert words before a word."""
        words = self._random.choice(self._spare).split()
        self._change_words(0, " ".join(words[: self._random.randint(1, 5)]) + " ")

    def repeat_word(self) -> None:
        """Write a word twice."""
        index = self._index()
        start, end = self._word(index)
        paragraph = self._paragraphs[index]
        again = self._new(" ") + self._copy(paragraph.cut(start, end))
        self._paragraphs[index] = paragraph.cut(0, end) + again + paragraph.cut(end)

    def change_letter(self) -> None:
        """Replace one letter by another one."""
        index = self._index()
        start, end = self._word(index)
        if start < end:
            at = self._random.randrange(start, end)
            letter = self._random.choice("etaoin")
            if letter != self._paragraphs[index].text[at]:
                self._replace(index, at, at + 1, letter)

    def rewrite_paragraph(self) -> None:
        """Replace about every sixth word of a paragraph."""
        index = self._index()
        for match in reversed(list(re.finditer(r"\w+", self._paragraphs[index].text))):
            if self._random.random() < 1 / 6:
                self._replace(index, *match.span(), self._random.choice(self._spare).split()[0])

    # -- sentences -----------------------------------------------------------------------------------

    def delete_sentence(self) -> None:
        """Delete a sentence, unless it is the whole paragraph."""
        index = self._index()
        start, end = self._sentence(index)
        if end - start < len(self._paragraphs[index].text):
            self._replace(index, start, end, "")

    def replace_sentence(self) -> None:
        """Replace a sentence by another one."""
        index = self._index()
        self._replace(index, *self._sentence(index), self._random.choice(self._spare) + " ")

    def copy_sentence(self) -> None:
        """Insert a copy of a sentence at the beginning of some paragraph."""
        index = self._index()
        start, end = self._sentence(index)
        copy = self._copy(self._paragraphs[index].cut(start, end))
        target = self._index()
        self._paragraphs[target] = copy + self._paragraphs[target]

    def move_sentence(self) -> None:
        """Move a sentence to the beginning of some paragraph."""
        index = self._index()
        start, end = self._sentence(index)
        sentence = self._paragraphs[index].cut(start, end)
        if end - start < len(self._paragraphs[index].text):
            self._replace(index, start, end, "")
            target = self._index()
            self._paragraphs[target] = sentence + self._paragraphs[target]

    # -- parts ---------------------------------------------------------------------------------------

    def _new(self, text: str) -> Paragraph:
        return Paragraph(text, [next(self._fresh) for _ in text])

    def _copy(self, original: Paragraph) -> Paragraph:
        copy = self._new(original.text)
        self._copied.update(zip(copy.numbers, map(self._origin, original.numbers), strict=True))
        return copy

    def _origin(self, number: int) -> int:
        return self._copied.get(number, number)

    def _index(self) -> int:
        return self._random.randrange(len(self._paragraphs))

    def _replace(self, index: int, start: int, end: int, text: str) -> None:
        paragraph = self._paragraphs[index]
        self._paragraphs[index] = paragraph.cut(0, start) + self._new(text) + paragraph.cut(end)

    def _word(self, index: int) -> tuple[int, int]:
        words = list(re.finditer(r"\w+", self._paragraphs[index].text))
        return self._random.choice(words).span() if words else (0, 0)

    def _sentence(self, index: int) -> tuple[int, int]:
        sentences = list(re.finditer(r"[^.!?]+[.!?”’]*\s*", self._paragraphs[index].text))
        return self._random.choice(sentences).span() if sentences else (0, 0)

    def _change_words(self, words: int, text: str, *, blank: bool = False) -> None:
        index = self._index()
        found = list(re.finditer(r"\w+", self._paragraphs[index].text))
        if len(found) > words:
            first = self._random.randrange(len(found) - words)
            start = found[first].start()
            end = (
                found[first + words].start() if blank else found[first + words - 1].end() if words else start
            )
            self._replace(index, start, end, text)


EDITS: dict[str, Callable[[EditedArticle], None]] = {
    edit.__name__: edit
    for edit in (
        EditedArticle.insert_paragraph,
        EditedArticle.delete_paragraph,
        EditedArticle.move_paragraph,
        EditedArticle.copy_paragraph,
        EditedArticle.split_paragraph,
        EditedArticle.join_paragraphs,
        EditedArticle.replace_words,
        EditedArticle.delete_words,
        EditedArticle.insert_words,
        EditedArticle.repeat_word,
        EditedArticle.change_letter,
        EditedArticle.rewrite_paragraph,
        EditedArticle.delete_sentence,
        EditedArticle.replace_sentence,
        EditedArticle.copy_sentence,
        EditedArticle.move_sentence,
    )
}
"""Every edit by its name."""
