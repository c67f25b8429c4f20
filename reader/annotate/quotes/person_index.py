"""The people of an article, for attribution: who "Brandt" is, and whether Brandt is a man or a woman.

Owns the full name of each surname, and the evidence that a name belongs to a person and for their gender:
titles, given names, nearby words. Two people with the same surname are kept apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.annotate.lexicon.gender import FEMALE_WORDS, MALE_WORDS, TITLE_GENDER, name_gender
from reader.annotate.lexicon.speech_cues import AUXILIARIES, CUE_VERBS
from reader.annotate.lexicon.word_set import word_set
from reader.annotate.quotes.noun_phrases import POSSESSIVE
from reader.annotate.quotes.proper_names import TITLES, is_name_word, name_end, normalized, skip_titles
from reader.annotate.quotes.quote_masking import QUOTE, MaskedParagraph

PersonKey = tuple[str, str]
"""Identifies a person: given name and surname in lower case. The given name is empty if unknown."""

_NON_PERSON_WORDS = word_set(
    """prison jail hospital police embassy airport bridge park stadium theatre theater museum library
    university college committee party news times post journal house department street press court
    association union bank institute center centre foundation group company council congress senate office
    agency bureau city county state states america school tv radio show today magazine fund trust corp inc
    ltd llc church club league board commission service services security administration war day election
    convention debate hall tower coalition avenue road act law bill report society international national
    united north south east west new ministry"""
)
"""Words in names that are not of persons."""
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv", "am", "mp", "obe", "phd", "md"))
"""Words after a surname that are not part of it."""


class PersonMention(NamedTuple):
    """A name in the text, tokens `start:end` of a paragraph without titles, and its context."""

    paragraph: int
    start: int
    end: int
    parts: tuple[str, ...]  # in lower case, without suffixes
    title: str
    opens_clause: bool  # the name begins a sentence or clause
    before_cue_verb: bool
    before_auxiliary: bool
    before_possessive: bool


class PersonIndex:
    """The names of a text that belong to persons, and the person of each name.

    `known` are full names of persons, `others` the names of things; entity detection found both.
    """

    def __init__(
        self, paragraphs: Sequence[MaskedParagraph], known: Iterable[str] = (), others: Iterable[str] = ()
    ) -> None:
        self._names: dict[PersonKey, Counter[str]] = defaultdict(Counter)
        self._by_surname: dict[str, list[PersonKey]] = defaultdict(list)
        self._by_first_name: dict[str, list[PersonKey]] = defaultdict(list)
        self._counts: Counter[PersonKey] = Counter()
        self._evidence: Counter[str] = Counter()
        self._genders: dict[PersonKey, dict[str, float]] = defaultdict(lambda: {"m": 0.0, "f": 0.0})
        for name in known:
            parts = _parts(name.split())
            if parts:
                self._evidence[parts[-1]] += 3
                self._add_full_name(parts, name)
        self._things: set[tuple[str, ...]] = set()
        for name in others:
            parts = _parts(name.split())
            self._things.add(parts)
            if parts and parts[-1] not in self._by_surname:
                self._evidence[parts[-1]] -= 4
        found = [
            mention for number, masked in enumerate(paragraphs) for mention in _find_mentions(number, masked)
        ]
        for mention in sorted(found, key=lambda mention: len(mention.parts) == 1):
            # "Dean" alone is a title, unless the text names a Howard Dean.
            if (
                mention.parts[-1] not in TITLES
                or len(mention.parts) > 1
                or mention.parts[-1] in self._by_surname
            ):
                self._add_person_evidence(paragraphs[mention.paragraph], mention)
        titles: dict[str, set[str]] = defaultdict(set)
        for mention in found:
            if len(mention.parts) == 1 and mention.title in TITLE_GENDER:
                titles[mention.parts[0]].add(TITLE_GENDER[mention.title])
        self._couples = {
            last for last, seen in titles.items() if len(seen) == 2 and last not in self._by_surname
        }
        self.mentions: list[tuple[PersonMention, PersonKey]] = []
        for mention in found:
            if self._evidence[mention.parts[-1]] > 1:
                key = self._key(mention.parts, mention.title)
                self._add_gender_evidence(paragraphs[mention.paragraph], mention, key)
                self.mentions.append((mention, key))

    def full_name(self, written: str, title: str = "") -> str:
        """The full name that the text has for `written`, which may be a surname."""
        parts = _parts(written.split())
        if not parts:
            return written
        names = self._names.get(self._key(parts, title))
        if parts[0] in self._couples and len(parts) == 1:
            return self.display_name(self._key(parts, title))
        if not names or (len(parts) > 1 and self._key(parts, title)[0] != parts[0]):
            return written
        return max(names, key=lambda name: (names[name], len(name)))

    def key(self, written: str, title: str = "") -> PersonKey:
        """The person that a name refers to."""
        parts = _parts(written.split())
        return self._key(parts, title) if parts else ("", "")

    def display_name(self, key: PersonKey) -> str:
        """The full name of a person."""
        names = self._names.get(key)
        if not names:
            return " ".join(key).strip().title()
        return max(names, key=lambda name: (names[name], len(name)))

    def is_person(self, written: str) -> bool:
        """Whether the text has evidence that a name belongs to a person."""
        parts = _parts(written.split())
        return bool(parts) and self._evidence[parts[-1]] > 1

    def is_thing(self, written: str) -> bool:
        """Whether a name belongs to an organization, a place or another thing that the text names."""
        return _parts(written.split()) in self._things

    def may_be_person(self, written: str) -> bool:
        """Whether a speaker with this name may be a person."""
        parts = _parts(written.split())
        return (
            bool(parts)
            and _NON_PERSON_WORDS.isdisjoint(parts)
            and self._evidence[parts[-1]] > (-2 if len(parts) > 1 else 1)
        )

    def gender(self, key: PersonKey) -> str:
        """The gender of a person: "m", "f", or empty if unknown."""
        if key not in self._genders:
            return ""
        male, female = self._genders[key]["m"], self._genders[key]["f"]
        return "" if male == female else "m" if male > female else "f"

    def _key(self, parts: tuple[str, ...], title: str) -> PersonKey:
        """The person with these name parts; the most frequent one if several bear the name."""
        if len(parts) > 1:
            return parts[0], parts[-1]
        if parts[0] in self._couples and title in TITLE_GENDER:
            return title, parts[0]  # Mr Keel and Mrs Keel without given names
        bearers = self._by_surname.get(parts[0]) or self._by_first_name.get(parts[0], [])
        if len(bearers) > 1 and title in TITLE_GENDER:
            fitting = [key for key in bearers if self.gender(key) in ("", TITLE_GENDER[title])]
            bearers = fitting or bearers
        if not bearers:
            return "", parts[0]
        return max(bearers[:9], key=lambda key: self._counts[key])

    def _add_full_name(self, parts: tuple[str, ...], name: str) -> None:
        """Record a full name."""
        if len(parts) > 1:
            key = (parts[0], parts[-1])
            if key not in self._names:
                self._by_surname[parts[-1]].append(key)
                self._by_first_name[parts[0]].append(key)
                if gender := name_gender(parts[0]):
                    self._genders[key][gender] += 4
            self._names[key][name] += 1
            self._counts[key] += 1
        else:
            self._names[("", parts[0])][name] += 1

    def _add_person_evidence(self, masked: MaskedParagraph, mention: PersonMention) -> None:
        """Add the evidence for and against a person from one mention."""
        words, last = masked.words, mention.parts[-1]
        after = words[mention.end].lower() if mention.end < len(words) else ""
        before = words[mention.start - 1].lower() if mention.start else ""
        first = mention.parts[0]
        given = bool(name_gender(first))
        self._evidence[last] += (
            3 * bool(mention.title) + 2 * (after in CUE_VERBS) + (after in ("who", "has", "had"))
        )
        self._evidence[last] += given - (before in ("in", "at", "near", "the"))
        if len(mention.parts) > 1:
            self._evidence[last] += 1 + 2 * given
            self._add_full_name(mention.parts, masked.slice(mention.start, mention.end))

    def _add_gender_evidence(self, masked: MaskedParagraph, mention: PersonMention, key: PersonKey) -> None:
        """Add the evidence for a man or a woman from one mention."""
        words, genders = masked.words, self._genders[key]
        if mention.title in TITLE_GENDER:
            genders[TITLE_GENDER[mention.title]] += 4
        if gender := name_gender(mention.parts[0]):
            genders[gender] += 1
        for word in words[max(0, mention.start - 4) : mention.start] + words[mention.end : mention.end + 8]:
            lower = word.lower()
            genders["m"] += 0.5 * (lower in MALE_WORDS)
            genders["f"] += 0.5 * (lower in FEMALE_WORDS)


def _parts(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a name in lower case, without suffixes."""
    parts = [normalized(word) for word in words if word[0].isalpha()]
    while len(parts) > 1 and parts[-1] in _SUFFIXES:
        parts.pop()
    return tuple(parts)


def _find_mentions(number: int, masked: MaskedParagraph) -> Iterator[PersonMention]:
    """The capitalized names of a paragraph that may belong to persons."""
    words = masked.words
    openings = {start for start, _ in masked.sentences}
    i, high = 0, len(words)
    while i < high:
        if not is_name_word(words[i]):
            i += 1
            continue
        start, end = i, name_end(words, i, high)
        i = end
        begin = skip_titles(words, start, end)
        parts = _parts(words[begin:end])
        if not 0 < len(parts) < 5 or len(parts[-1]) < 2 or not _NON_PERSON_WORDS.isdisjoint(parts):
            continue
        if parts[-1] in TITLES and len(parts) > 1 and not name_gender(parts[0]):
            continue
        title = (
            normalized(words[begin - 1]) if begin > start and normalized(words[begin - 1]) in TITLES else ""
        )
        opens_clause = start in openings or (
            start > 0 and words[start - 1] in (",", "and", "but", "that", "as", QUOTE)
        )
        after = words[end].lower() if end < high else ""
        yield PersonMention(
            number,
            begin,
            end,
            parts,
            title,
            opens_clause,
            after in CUE_VERBS,
            after in AUXILIARIES,
            after in POSSESSIVE,
        )
