"""Find the spans of a paragraph that may be names.

Owns the cutting: which capitalised words belong together, where titles, roles, nationalities and days are
cut off, and which capital stands only at the start of a sentence. What a name is, is decided elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence

from reader.annotate.entities.capitals import Language, language
from reader.annotate.entities.name_run import Run, Text, known, name_of, run_of
from reader.annotate.entities.run_joining import spans
from reader.annotate.entities.run_splitting import split
from reader.annotate.lexicon import kinds
from reader.annotate.lexicon import words as w
from reader.annotate.lexicon.lists import is_common, parts, words
from reader.annotate.tokens import Token, sentence_starts, tokenize

DOTS = "......"
"""What leads to the number in a table of contents."""


def read(paragraph: str) -> Text:
    """Cut a paragraph into tokens and find its sentence starts."""
    tokens = tokenize(paragraph)
    return Text(tokens, sentence_starts(tokens), DOTS in paragraph or _is_heading(tokens))


class Seen:
    """What the text so far tells of its words: a long one is read in pieces.

    `within` counts the names inside sentences, `lower` are the words in small letters, `surnames` those
    of people named in full.
    """

    def __init__(self) -> None:
        self.within: Counter[str] = Counter()
        self.lower: set[str] = set()
        self.surnames: set[str] = set()

    def add(self, texts: Iterable[Text], cut: Iterable[Iterable[Run]]) -> None:
        """Take in another piece."""
        for text in texts:
            self.lower.update(token.text for token in text.tokens if token.text.islower())
        for paragraph in cut:
            for run in paragraph:
                if not run.fresh:
                    self.within[run.name] += 1
                if len(run.words) in (2, 3) and _is_person(run):
                    self.surnames.add(run.words[-1])


def runs(texts: Sequence[Text], numbers: Sequence[int] = (), seen: Seen | None = None) -> list[list[Run]]:
    """The possible names of every paragraph, headings left out, in order. Linear.

    `numbers` are the paragraphs' numbers, else they count from 0; `seen` is what came before, and is
    added to.
    """
    seen = Seen() if seen is None else seen
    numbers = numbers or range(len(texts))
    cut = [
        [] if text.heading else list(_cut(number, text)) for number, text in zip(numbers, texts, strict=True)
    ]
    seen.add(texts, cut)
    within, lower, surnames = seen.within, seen.lower, seen.surnames
    cut = [
        [run for run in paragraph if run.name not in w.ROLE_SURNAMES or run.name in surnames]
        for paragraph in cut
    ]
    tongue = language(texts)
    if tongue is Language.GERMAN:
        return [[run for run in paragraph if known(run.name) or _is_person(run)] for paragraph in cut]
    if tongue is Language.OTHER:
        return [
            [run for run in paragraph if not run.fresh or len(run.words) > 1 or within[run.name]]
            for paragraph in cut
        ]
    return [list(_sure(paragraph, within, lower, surnames)) for paragraph in cut]


def named(paragraph: int, text: Text, names: Container[str]) -> Iterator[Run]:
    """The places in a heading where one of `names` or a listed name stands, the longest first."""
    tokens = text.tokens
    index = 0
    while index < len(tokens):
        step = 1
        if tokens[index].text[0].isupper():
            for last in range(min(len(tokens), index + 7), index, -1):
                name = name_of(tokens, index, last)
                if name in names or (known(name) and not is_common(name.lower())):
                    yield run_of(paragraph, text, index, last, "")
                    step = last - index
                    break
        index += step


def _is_heading(tokens: Sequence[Token]) -> bool:
    if not tokens or len(tokens) > 30 or tokens[-1].text in ".!?…”\"’'":
        return False
    if sum(not token.text[0].isalnum() for token in tokens) > 1:
        return False
    wordy = [token.text for token in tokens if token.text[0].isalpha()]
    titled = len(wordy) > 2 and all(word[0].isupper() for word in wordy)
    if titled and any(word.lower() in w.BREAKS for word in wordy[1:]):  # Why We Sleep Badly
        return True
    long = [token.text for token in tokens if len(token.text) > 3 and token.text.isalpha()]
    return len(long) >= 3 and sum(not word[0].islower() for word in long) >= 0.75 * len(long)


def _cut(paragraph: int, text: Text) -> Iterator[Run]:
    tokens = text.tokens
    for first, last in spans(tokens):
        if not first and last == 1 < len(tokens) and "-" in tokens[0].text and tokens[1].text == ":":
            continue  # the label of a header: `Reply-To: …`
        yield from split(paragraph, text, first, last)


def _surely_known(name: str) -> bool:
    """Whether the name is listed and no ordinary word besides: `Nairobi`, not `Reading`."""
    return known(name) and (not is_common(name.lower()) or name in words("countries"))


def _is_person(run: Run) -> bool:
    women, men, _ = parts("given_names")
    return bool(run.title) or run.words[0] in women or run.words[0] in men


def _is_role(run: Run) -> bool:
    """`Referee Janusz Moss`: what somebody is, with a capital for its place, before two words or more."""
    return (
        run.words[0].lower() in w.PERSON_NOUNS
        and 2 < len(run.words) < 5
        and run.words[-1] not in kinds.TAILS
        and not all(is_common(word.lower()) for word in run.words[1:])
    )


def _sure(found: Iterable[Run], within: Counter[str], lower: set[str], surnames: set[str]) -> Iterator[Run]:
    """Drop the words that have their capital from the start of a sentence."""
    for run in found:
        if not run.fresh or run.title or within[run.name] or _surely_known(run.name):
            if run.title or len(run.name) > 2 or not (len(run.name) == 1 or run.name[1] == "."):
                yield run
            continue
        first = run.words[0]
        small = first.lower()
        if len(run.words) == 1:
            if small in w.FUNCTION or small in lower or len(first) == 1:
                continue
            if is_common(small) and first not in surnames:
                continue
            yield run
        elif is_common(small) or small in w.FUNCTION:
            rest = run.name[len(first) :].lstrip()
            given = words("given_names")
            role = first if _is_role(run) and not within[run.name] else ""
            if first not in given and (role or within[rest] or known(rest) or run.words[1] in given):
                gap = len(run.name) - len(rest)
                yield run._replace(
                    first=run.first + 1,
                    start=run.start + gap,
                    words=run.words[1:],
                    name=rest,
                    title=role,
                    fresh=False,
                )
            else:
                yield run
        else:
            yield run
