"""Identify the language of an article by its most frequent words, or say that it is unknown.

Owns the decision between English, the languages with a grammar, and UNKNOWN, in which nobody is named.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

ENGLISH = "en"
UNKNOWN = ""
SUPPORTED = frozenset(("de", "fr", "es", "it", "pt", "nl"))
"""Languages that have a grammar in this package."""

_SAMPLE = 12_000
"""Code points that are read of a longer text, in parts from all of its paragraphs."""
_LEAST_PART = 300
_SURE_ENGLISH = 0.40
"""Share of English stop words above which no other language is looked at."""
_LEAST_SHARE = 0.08
"""Least share of stop words in a text of the language. A word that n languages share counts as 1/n; the own
articles of the tests have 0.11 to 0.34."""
_LEAST_SCORE = 1.5
_LEAST_DIFFERENT = 4
"""Different stop words of the language in a text of `_MANY_WORDS`. Words of one letter do not count."""
_MARGIN = 1.7
"""How many times the score of the second language the first one has at least."""
_FEW_WORDS = 4
_MANY_WORDS = 20
_FOREIGN_LETTERS = 0.2
"""Share of words with letters beyond ASCII above which a text without known words is not English."""
_ENGLISH_WORDS = 0.35
"""Share of words in the English dictionary above which a text without stop words may be English."""
_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{0,400}")
_NOT_LATIN = re.compile("[\u0370-\u1dff\u2c00-\ua71f\ua800-\ufaff\ufb13-\ufe2f\ufe70-\ufeff\uff66-\uffdc]")


def identify(texts: Sequence[str], stated: str = "") -> str:
    """The language of `texts`: "en", one of `SUPPORTED`, or UNKNOWN for others and for mixed texts.

    The words of the text decide. `stated`, the code that the source gives, counts only if the words are too
    few, because many pages state the language of their template. Without either, the text counts as English.
    Reads at most about 12,000 code points.
    """
    found = _identify_by_words(_sample(texts))
    if found is not None:
        return found
    code = re.split("[-_]", stated.lower())[0]
    return ENGLISH if code in ("", ENGLISH) else code if code in SUPPORTED else UNKNOWN


def _sample(texts: Sequence[str]) -> str:
    """Text from all parts of the article."""
    step = max(1, len(texts) * _LEAST_PART // _SAMPLE)
    chosen = texts[::step]
    part = max(_LEAST_PART, _SAMPLE // max(1, len(chosen)))
    return "\n".join(text[:part] for text in chosen)


def _identify_by_words(text: str) -> str | None:
    """The language of the words, UNKNOWN if it is another or there are several, None if there are too few."""
    text = _ADDRESS.sub("", text)
    if _NOT_LATIN.search(text) and 2 * len(_NOT_LATIN.findall(text)) > sum(map(len, _WORD.findall(text))):
        return UNKNOWN
    words = [word for word in _WORD.findall(text) if word.islower()]  # not names
    if len(words) < _FEW_WORDS:
        return None
    counts = Counter(words)
    languages = _languages_by_word()
    if sum(counts[word] for word in _stop_words(ENGLISH)) >= max(_SURE_ENGLISH * len(words), 3):
        return ENGLISH
    scores: Counter[str] = Counter()
    for word, count in counts.items():
        for code in languages.get(word, ()):
            scores[code] += count / len(languages[word])  # type: ignore[assignment]
    if not scores:
        return _identify_unusual(words)
    (best, score), (other, second) = [*scores.most_common(2), (UNKNOWN, 0)][:2]
    if score >= max(_LEAST_SHARE * len(words), _LEAST_SCORE):
        if score < _MARGIN * second:
            own = sum(other in languages.get(word, ()) and best not in languages[word] for word in counts)
            is_mixed = own >= _LEAST_DIFFERENT and len(words) >= _MANY_WORDS
            return UNKNOWN if is_mixed else _identify_unusual(words)
        different = sum(best in languages.get(word, ()) for word in counts if len(word) > 1)
        if different >= (_LEAST_DIFFERENT if len(words) >= _MANY_WORDS else 2):
            return best if best == ENGLISH or best in SUPPORTED else UNKNOWN
    return _identify_unusual(words)


def _identify_unusual(words: Sequence[str]) -> str | None:
    """The language of a text with few stop words, such as a table or a language without a list."""
    if len(words) >= 2 * _FEW_WORDS and sum(not word.isascii() for word in words) > _FOREIGN_LETTERS * len(
        words
    ):
        return UNKNOWN
    if len(words) < _MANY_WORDS:
        return None
    from reader.annotate.lexicon.word_lists import is_dictionary_word

    return None if sum(map(is_dictionary_word, words)) > _ENGLISH_WORDS * len(words) else UNKNOWN


def _stop_words(code: str) -> list[str]:
    from reader.annotate.languages.stop_words import STOP_WORDS

    return STOP_WORDS[code].split()


@cache
def _languages_by_word() -> dict[str, list[str]]:
    """The languages that have each stop word."""
    from reader.annotate.languages.stop_words import STOP_WORDS

    languages: dict[str, list[str]] = {}
    for code, words in STOP_WORDS.items():
        for word in words.split():
            languages.setdefault(word, []).append(code)
    return languages
