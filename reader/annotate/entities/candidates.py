"""Find the candidates of a paragraph: the spans that may be names.

Owns the rules for which capitals come only from the start of a sentence, and for what a heading is. The type
of a name is decided elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import chain
from operator import attrgetter

from reader.annotate.entities.candidate import (
    Candidate,
    TokenizedText,
    in_gazetteer,
    joined_text,
    make_candidate,
)
from reader.annotate.entities.candidate_spans import capitalized_spans
from reader.annotate.entities.language import Language, guess_language
from reader.annotate.entities.peoples import people_names
from reader.annotate.entities.span_splitting import split_span
from reader.annotate.lexicon.gender import name_gender
from reader.annotate.lexicon.type_cues import TYPE_ENDINGS
from reader.annotate.lexicon.word_classes import FUNCTION_WORDS, NEVER_IN_NAMES, PERSON_NOUNS, ROLE_SURNAMES
from reader.annotate.lexicon.word_lists import is_dictionary_word, list_words
from reader.annotate.tokens import Token, sentence_starts, tokenize

LEADER_DOTS = "......"
"""The dots before a page number in a table of contents."""


def tokenize_text(paragraph: str) -> TokenizedText:
    """The tokens and sentence starts of a paragraph."""
    tokens = tokenize(paragraph)
    return TokenizedText(tokens, sentence_starts(tokens), LEADER_DOTS in paragraph or _is_heading(tokens))


class WordStatistics:
    """What the text read so far shows about its words.

    `inside_sentences` counts the names that do not begin a sentence. `lowercase` are the words in lower case.
    `full_names` are people's names as words, `surnames` and `given_names` the last and first words of them.
    """

    def __init__(self) -> None:
        self.inside_sentences: Counter[str] = Counter()
        self.lowercase: set[str] = set()
        self.surnames: set[str] = set()
        self.given_names: set[str] = set()
        self.full_names: set[tuple[str, ...]] = set()

    def add(self, texts: Iterable[TokenizedText], paragraphs: Iterable[Iterable[Candidate]]) -> None:
        """Add another batch of paragraphs."""
        for text in texts:
            self.lowercase.update(token.text for token in text.tokens if token.text.islower())
        for paragraph in paragraphs:
            for candidate in paragraph:
                if not candidate.sentence_initial:
                    self.inside_sentences[candidate.name] += 1
                if len(candidate.words) in (2, 3) and _is_person(candidate):
                    self.surnames.add(candidate.words[-1])
                    self.given_names.add(candidate.words[0])
                    self.full_names.add(candidate.words)


def find_candidates(
    texts: Sequence[TokenizedText], numbers: Sequence[int] = (), statistics: WordStatistics | None = None
) -> list[list[Candidate]]:
    """The candidates of every paragraph in order; headings have none. Linear.

    `numbers` are the paragraphs' numbers; by default they count from 0. `statistics` covers the earlier text,
    and is updated.
    """
    statistics = WordStatistics() if statistics is None else statistics
    numbers = numbers or range(len(texts))
    found = [
        [] if text.heading else list(_cut_candidates(number, text))
        for number, text in zip(numbers, texts, strict=True)
    ]
    statistics.add(texts, found)
    language = guess_language(texts)
    kept = [list(_keep_names(candidates, statistics, language)) for candidates in found]
    if language is not Language.ENGLISH:
        return kept
    persons = statistics.surnames | statistics.given_names
    informal = "i" in statistics.lowercase
    return [
        candidates
        if text.heading
        else _with_others(
            candidates,
            chain(
                people_names(number, text, persons),
                _lowercase_places(number, text) if informal else (),
            ),
        )
        for number, text, candidates in zip(numbers, texts, kept, strict=True)
    ]


def _lowercase_places(number: int, text: TokenizedText) -> Iterator[Candidate]:
    """The listed places that somebody who writes `i` also wrote without a capital: `we went to nairobi`."""
    tokens = text.tokens
    for index in range(1, len(tokens)):
        word = tokens[index].text
        if (
            tokens[index - 1].text in _BEFORE_PLACES
            and len(word) > 4
            and word.islower()
            and any(word.title() in list_words(name) for name in ("countries", "regions", "cities"))
            and not is_dictionary_word(word)
        ):
            yield make_candidate(number, text, index, index + 1, "")


_BEFORE_PLACES = frozenset(("in", "to", "from", "near", "around", "of", "visit", "visiting"))


def _with_others(candidates: list[Candidate], others: Iterable[Candidate]) -> list[Candidate]:
    """The candidates and the other names outside them, in order."""
    taken = {index for candidate in candidates for index in range(candidate.first_token, candidate.end_token)}
    free = [other for other in others if taken.isdisjoint(range(other.first_token, other.end_token))]
    return sorted({*candidates, *free}, key=attrgetter("start")) if free else candidates


def _keep_names(
    candidates: Iterable[Candidate], statistics: WordStatistics, language: Language
) -> Iterator[Candidate]:
    """Drop roles that are not surnames, and words that are capitalized only by a rule of the language."""
    for candidate in (part for one in candidates for part in _without_known_person(one, statistics)):
        if candidate.name in ROLE_SURNAMES and candidate.name not in statistics.surnames:
            continue
        if language is Language.ENGLISH:
            yield from _without_sentence_start(candidate, statistics)
        elif language is Language.GERMAN:
            if in_gazetteer(candidate.name) or _is_person(candidate):
                yield candidate
        elif (
            not candidate.sentence_initial
            or len(candidate.words) > 1
            or statistics.inside_sentences[candidate.name]
        ):
            yield candidate


def _without_known_person(candidate: Candidate, statistics: WordStatistics) -> tuple[Candidate, ...]:
    """The candidate, cut before the full name of a person that the text has elsewhere: `Orsk Kenya Ada Lind`.

    An acronym before a surname is a title: `DP Lind`.
    """
    words = candidate.words
    if candidate.title or len(words) < 2 or in_gazetteer(candidate.name):
        return (candidate,)
    if len(words) == 2 and words[0].isupper() and len(words[0]) > 1 and words[1] in statistics.surnames:
        return (_cut(candidate, 1, words[0]),) if words[0].isalpha() else (candidate,)
    if " ".join(words) != candidate.name:  # signs inside
        return (candidate,)
    if words[0] in statistics.given_names or name_gender(words[0]):
        return (candidate,)
    for at in range(max(1, len(words) - 3), len(words) - 1):
        if words[at:] in statistics.full_names and not words[at - 1].islower():
            end = candidate.start + len(" ".join(words[:at]))
            head = candidate._replace(
                end_token=candidate.first_token + at,
                end=end,
                words=words[:at],
                name=" ".join(words[:at]),
            )
            return head, _cut(candidate, at, "")
    return (candidate,)


def _cut(candidate: Candidate, count: int, title: str) -> Candidate:
    """The candidate without its first `count` words. One space must follow each of them."""
    rest = " ".join(candidate.words[count:])
    return candidate._replace(
        first_token=candidate.first_token + count,
        start=candidate.end - len(rest),
        words=candidate.words[count:],
        name=rest,
        title=title,
        sentence_initial=False,
    )


def known_names(paragraph: int, text: TokenizedText, names: Container[str]) -> Iterator[Candidate]:
    """The candidates of a heading: one of `names` or a listed name, the longest first."""
    tokens = text.tokens
    index = 0
    while index < len(tokens):
        step = 1
        if tokens[index].text[0].isupper():
            for last in range(min(len(tokens), index + 7), index, -1):
                name = joined_text(tokens, index, last)
                if name in names or (in_gazetteer(name) and not is_dictionary_word(name.lower())):
                    yield make_candidate(paragraph, text, index, last, "")
                    step = last - index
                    break
        index += step


def _is_heading(tokens: Sequence[Token]) -> bool:
    """Whether the tokens look like a headline: most words capitalized, no full stop at the end."""
    if not tokens or len(tokens) > 30 or tokens[-1].text in ".!?…”\"’'":
        return False
    if sum(not token.text[0].isalnum() for token in tokens) > 1:
        return False
    words = [token.text for token in tokens if token.text[0].isalpha()]
    all_capitalized = len(words) > 2 and all(word[0].isupper() for word in words)
    if all_capitalized and any(word.lower() in NEVER_IN_NAMES for word in words[1:]):  # Why We Sleep Badly
        return True
    long = [token.text for token in tokens if len(token.text) > 3 and token.text.isalpha()]
    return len(long) >= 3 and sum(not word[0].islower() for word in long) >= 0.75 * len(long)


def _cut_candidates(paragraph: int, text: TokenizedText) -> Iterator[Candidate]:
    """The candidates of one paragraph."""
    tokens = text.tokens
    for first, last in capitalized_spans(tokens):
        if not first and last == 1 < len(tokens) and "-" in tokens[0].text and tokens[1].text == ":":
            continue  # a mail header: `Reply-To: …`
        yield from split_span(paragraph, text, first, last)


def _only_in_gazetteer(name: str) -> bool:
    """Whether the name is listed and is not a dictionary word: `Nairobi`, not `Reading`."""
    return in_gazetteer(name) and (not is_dictionary_word(name.lower()) or name in list_words("countries"))


def _is_person(candidate: Candidate) -> bool:
    """Whether a title or a given name shows that the candidate is a person."""
    return bool(candidate.title or name_gender(candidate.words[0]))


def _is_role(candidate: Candidate) -> bool:
    """Whether a role, capitalized for its position, precedes two words or more: `Referee Janusz Moss`."""
    return (
        candidate.words[0].lower() in PERSON_NOUNS
        and 2 < len(candidate.words) < 5
        and candidate.words[-1] not in TYPE_ENDINGS
        and not all(is_dictionary_word(word.lower()) for word in candidate.words[1:])
    )


def _without_sentence_start(candidate: Candidate, statistics: WordStatistics) -> Iterator[Candidate]:
    """The candidate without a word whose capital comes only from the start of a sentence."""
    inside_sentences = statistics.inside_sentences
    name, first = candidate.name, candidate.words[0]
    lower = first.lower()
    if (
        not candidate.sentence_initial
        or candidate.title
        or inside_sentences[name]
        or _only_in_gazetteer(name)
    ):
        is_initial = len(name) == 1 or (len(name) == 2 and name[1] == ".")
        if candidate.title or not is_initial:
            yield candidate
    elif len(candidate.words) == 1:
        if lower in FUNCTION_WORDS or lower in statistics.lowercase or len(first) == 1:
            return
        if not is_dictionary_word(lower) or first in statistics.surnames:
            yield candidate
    elif is_dictionary_word(lower) or lower in FUNCTION_WORDS:
        rest = name[len(first) :].lstrip()
        given = list_words("given_names")
        role = first if _is_role(candidate) and not inside_sentences[name] else ""
        if first not in given and (
            role or inside_sentences[rest] or in_gazetteer(rest) or candidate.words[1] in given
        ):
            yield candidate._replace(
                first_token=candidate.first_token + 1,
                start=candidate.start + len(name) - len(rest),
                words=candidate.words[1:],
                name=rest,
                title=role,
                sentence_initial=False,
            )
        else:
            yield candidate
    else:
        yield candidate
