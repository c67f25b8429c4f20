"""The people of an article, for its speakers: who "Brandt" is, and a man or a woman.

Owns the fullest name behind a surname, the evidence that a name is a person's and of which gender
(titles, first names, words nearby). Two people with one surname stay two.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.annotate.lexicon.gender import FEMALE, FEMALE_WORDS, MALE, MALE_WORDS
from reader.annotate.lexicon.speech_cues import AUXILIARIES, SPEECH
from reader.annotate.lexicon.word_set import word_set
from reader.annotate.quotes.name_runs import TITLES, bare, is_name_word, run_end, without_titles
from reader.annotate.quotes.noun_phrases import POSSESSIVE
from reader.annotate.quotes.token_stream import QUOTE, Stream

Key = tuple[str, str]
"""Who a name stands for: first name and surname in lower case; the first is empty when unknown."""

_NO_PERSON = word_set(
    """prison jail hospital police embassy airport bridge park stadium theatre theater museum library
    university college committee party news times post journal house department street press court
    association union bank institute center centre foundation group company council congress senate
    office agency bureau city county state states america school tv radio show today magazine fund trust
    corp inc ltd llc church club league board commission service services security administration war
    day election convention debate hall tower coalition avenue road act law bill report society
    international national united north south east west new ministry"""
)
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv", "am", "mp", "obe", "phd", "md"))
_TITLED = {
    "mr": "m",
    "sir": "m",
    "lord": "m",
    "mrs": "f",
    "ms": "f",
    "miss": "f",
    "lady": "f",
    "dame": "f",
    "madam": "f",
}


class Named(NamedTuple):
    """A name in the text: tokens `start:end` of a paragraph, titles excluded, and what stands around it."""

    paragraph: int
    start: int
    end: int
    parts: tuple[str, ...]  # in lower case, suffixes excluded
    title: str
    opens: bool  # its sentence or clause
    speaks: bool
    acts: bool
    owns: bool


class People:
    """Who is a person in a text, by the names they go by.

    `known` are full names of people, `others` names of things, both from elsewhere.
    """

    def __init__(
        self, streams: Sequence[Stream], known: Iterable[str] = (), others: Iterable[str] = ()
    ) -> None:
        self._names: dict[Key, Counter[str]] = defaultdict(Counter)
        self._by_last: dict[str, list[Key]] = defaultdict(list)
        self._by_first: dict[str, list[Key]] = defaultdict(list)
        self._counts: Counter[Key] = Counter()
        self._evidence: Counter[str] = Counter()
        self._genders: dict[Key, dict[str, float]] = defaultdict(lambda: {"m": 0.0, "f": 0.0})
        for name in known:
            parts = _parts(name.split())
            if parts:
                self._evidence[parts[-1]] += 3
                self._note(parts, name)
        for name in others:
            parts = _parts(name.split())
            if parts and parts[-1] not in self._by_last:
                self._evidence[parts[-1]] -= 4
        found = [named for number, stream in enumerate(streams) for named in _names(number, stream)]
        for named in sorted(found, key=lambda named: len(named.parts) == 1):
            # "Dean" alone is a title, unless somebody is called Howard Dean.
            if named.parts[-1] not in TITLES or len(named.parts) > 1 or named.parts[-1] in self._by_last:
                self._weigh(streams[named.paragraph], named)
        titles: dict[str, set[str]] = defaultdict(set)
        for named in found:
            if len(named.parts) == 1 and named.title in _TITLED:
                titles[named.parts[0]].add(_TITLED[named.title])
        self._couples = {
            last for last, seen in titles.items() if len(seen) == 2 and last not in self._by_last
        }
        self.mentions: list[tuple[Named, Key]] = []
        for named in found:
            if self._evidence[named.parts[-1]] > 1:
                key = self._key(named.parts, named.title)
                self._observe(streams[named.paragraph], named, key)
                self.mentions.append((named, key))

    def name(self, written: str, title: str = "") -> str:
        """The fullest name of the text for somebody called so."""
        parts = _parts(written.split())
        if not parts:
            return written
        names = self._names.get(self._key(parts, title))
        if parts[0] in self._couples and len(parts) == 1:
            return self.called(self._key(parts, title))
        if not names or (len(parts) > 1 and self._key(parts, title)[0] != parts[0]):
            return written
        return max(names, key=lambda name: (names[name], len(name)))

    def key(self, written: str, title: str = "") -> Key:
        """Who a name stands for."""
        parts = _parts(written.split())
        return self._key(parts, title) if parts else ("", "")

    def called(self, key: Key) -> str:
        """The fullest name of somebody."""
        names = self._names.get(key)
        if not names:
            return " ".join(key).strip().title()
        return max(names, key=lambda name: (names[name], len(name)))

    def knows(self, written: str) -> bool:
        """Whether a name is, by what the text tells, a person's."""
        parts = _parts(written.split())
        return bool(parts) and self._evidence[parts[-1]] > 1

    def may_be(self, written: str) -> bool:
        """Whether somebody who speaks by this name may be a person."""
        parts = _parts(written.split())
        return (
            bool(parts)
            and _NO_PERSON.isdisjoint(parts)
            and self._evidence[parts[-1]] > (-2 if len(parts) > 1 else 1)
        )

    def gender(self, key: Key) -> str:
        """ "m", "f", or "" for unknown."""
        if key not in self._genders:
            return ""
        male, female = self._genders[key]["m"], self._genders[key]["f"]
        return "" if male == female else "m" if male > female else "f"

    def _key(self, parts: tuple[str, ...], title: str) -> Key:
        if len(parts) > 1:
            return parts[0], parts[-1]
        if parts[0] in self._couples and title in _TITLED:
            return title, parts[0]  # Mr Keel and Mrs Keel, and no first names
        alike = self._by_last.get(parts[0]) or self._by_first.get(parts[0], [])
        if len(alike) > 1 and title in _TITLED:
            fitting = [key for key in alike if self.gender(key) in ("", _TITLED[title])]
            alike = fitting or alike
        if not alike:
            return "", parts[0]
        return max(alike[:9], key=lambda key: self._counts[key])

    def _note(self, parts: tuple[str, ...], name: str) -> None:
        """Take a full name down."""
        if len(parts) > 1:
            key = (parts[0], parts[-1])
            if key not in self._names:
                self._by_last[parts[-1]].append(key)
                self._by_first[parts[0]].append(key)
                if parts[0] in MALE or parts[0] in FEMALE:
                    self._genders[key]["m" if parts[0] in MALE else "f"] += 4
            self._names[key][name] += 1
            self._counts[key] += 1
        else:
            self._names[("", parts[0])][name] += 1

    def _weigh(self, stream: Stream, named: Named) -> None:
        """Add what speaks for and against a person."""
        words, last = stream.words, named.parts[-1]
        after = words[named.end].lower() if named.end < len(words) else ""
        before = words[named.start - 1].lower() if named.start else ""
        first = named.parts[0]
        given = first in MALE or first in FEMALE
        self._evidence[last] += (
            3 * bool(named.title) + 2 * (after in SPEECH) + (after in ("who", "has", "had"))
        )
        self._evidence[last] += given - (before in ("in", "at", "near", "the"))
        if len(named.parts) > 1:
            self._evidence[last] += 1 + 2 * given
            self._note(named.parts, stream.slice(named.start, named.end))

    def _observe(self, stream: Stream, named: Named, key: Key) -> None:
        """Add what tells of a man or a woman."""
        words, genders = stream.words, self._genders[key]
        if named.title in _TITLED:
            genders[_TITLED[named.title]] += 4
        if named.parts[0] in MALE or named.parts[0] in FEMALE:
            genders["m" if named.parts[0] in MALE else "f"] += 1
        for word in words[max(0, named.start - 4) : named.start] + words[named.end : named.end + 8]:
            low = word.lower()
            genders["m"] += 0.5 * (low in MALE_WORDS)
            genders["f"] += 0.5 * (low in FEMALE_WORDS)


def _parts(words: Sequence[str]) -> tuple[str, ...]:
    parts = [bare(word) for word in words if word[0].isalpha()]
    while len(parts) > 1 and parts[-1] in _SUFFIXES:
        parts.pop()
    return tuple(parts)


def _names(number: int, stream: Stream) -> Iterator[Named]:
    """The capitalised runs of a paragraph that may be people's names."""
    words = stream.words
    openings = {start for start, _ in stream.sentences}
    i, high = 0, len(words)
    while i < high:
        if not is_name_word(words[i]):
            i += 1
            continue
        start, end = i, run_end(words, i, high)
        i = end
        begin = without_titles(words, start, end)
        parts = _parts(words[begin:end])
        if not 0 < len(parts) < 5 or len(parts[-1]) < 2 or not _NO_PERSON.isdisjoint(parts):
            continue
        if parts[-1] in TITLES and len(parts) > 1 and parts[0] not in MALE and parts[0] not in FEMALE:
            continue
        title = bare(words[begin - 1]) if begin > start and bare(words[begin - 1]) in TITLES else ""
        opens = start in openings or (
            start > 0 and words[start - 1] in (",", "and", "but", "that", "as", QUOTE)
        )
        after = words[end].lower() if end < high else ""
        yield Named(
            number,
            begin,
            end,
            parts,
            title,
            opens,
            after in SPEECH,
            after in AUXILIARIES,
            after in POSSESSIVE,
        )
