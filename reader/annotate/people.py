"""The people of an article, for the speakers: who "Brandt" is and whom "she" may stand for.

Owns the fullest name behind a surname, the evidence of gender (titles, first names, pronouns nearby),
and the resolving of he and she to the person last spoken of.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.annotate.cues import SPEECH, word_set
from reader.annotate.firstnames import FEMALE, FEMALE_WORDS, MALE, MALE_WORDS
from reader.annotate.names_in import TITLES, bare, is_name_word, run_end, without_titles
from reader.annotate.stream import Stream

_NO_PERSON = word_set(
    """university college committee party news times post journal house department street press court
    association union bank institute center centre foundation group company council congress senate
    office agency bureau city county state states america school tv radio show today magazine fund trust
    corp inc ltd llc church club league board commission service services security service
    administration war day election convention debate hall tower avenue road act law bill report society
    international national united north south east west new"""
)
_REACH = 4  # paragraphs a pronoun looks back


class Mention(NamedTuple):
    """A person's name at tokens `start:end` of a paragraph; `first` tells that it opens its clause."""

    paragraph: int
    start: int
    key: str
    weight: float


class People:
    """The people of a text, by surname or single name."""

    def __init__(self, streams: Sequence[Stream], known: Iterable[str] = ()) -> None:
        self._full: dict[str, str] = {}
        self._gender: dict[str, str] = {}
        self._mentions: list[Mention] = []
        self._places: list[tuple[int, int]] = []
        self._gather(streams, known)

    def name(self, written: str) -> str:
        """The fullest name of the text that ends like `written`."""
        parts = written.split()
        if len(parts) == 1:
            return self._full.get(parts[0].casefold(), written)
        return written

    def knows(self, written: str) -> bool:
        """Whether a name is, by what the text tells, a person's."""
        return _key(written) in self._full

    def gender(self, written: str) -> str:
        """ "m", "f" or "" for unknown."""
        return self._gender.get(_key(written), "")

    def spoke(self, paragraph: int, token: int, name: str) -> None:
        """Remember that `name` speaks there: a pronoun that follows is likelier theirs."""
        place = (paragraph, token)
        at = bisect_left(self._places, place)
        self._places.insert(at, place)
        self._mentions.insert(at, Mention(paragraph, token, _key(name), 2.0))

    def resolve(self, paragraph: int, token: int, sentence: int, gender: str) -> tuple[str, float]:
        """Whom he ("m") or she ("f") at a token stands for, and how sure that is; "" when nobody.

        `sentence` is the first token of its sentence.
        """
        at = bisect_left(self._places, (paragraph, token))
        scores: dict[str, float] = {}
        seen = 0
        for mention in reversed(self._mentions[max(0, at - 40) : at]):
            if paragraph - mention.paragraph > _REACH or seen >= 14:
                break
            own = self._gender.get(mention.key, "")
            if own and own != gender:
                continue
            near = 1.0 / (1 + 0.45 * seen + 0.5 * (paragraph - mention.paragraph))
            if mention.paragraph == paragraph and mention.start >= sentence:
                near *= 0.9
            score = near * mention.weight * (1.3 if own else 1.0)
            scores[mention.key] = scores.get(mention.key, 0.0) + score
            seen += 1
        if not scores:
            return "", 0.0
        ranked = sorted(scores.items(), key=lambda item: -item[1])
        best, score = ranked[0]
        rest = ranked[1][1] if len(ranked) > 1 else 0.0
        return self._full.get(best, best), 0.45 + 0.45 * (score - rest) / (score + 1e-9)

    def _gather(self, streams: Sequence[Stream], known: Iterable[str]) -> None:
        evidence: Counter[str] = Counter()
        fuller: dict[str, Counter[str]] = defaultdict(Counter)
        genders: dict[str, dict[str, float]] = defaultdict(lambda: {"m": 0.0, "f": 0.0})
        found: list[tuple[int, int, int, str, bool]] = []
        for name in known:
            key = _key(name)
            evidence[key] += 3
            fuller[key][name] += 1
        for number, stream in enumerate(streams):
            for start, end, opens in _runs(stream):
                words = stream.words
                begin = without_titles(words, start, end)
                name = stream.slice(begin, end)
                low = [bare(word) for word in words[begin:end]]
                key = low[-1]
                if (
                    any(word in _NO_PERSON or word in TITLES for word in low)
                    or len(key) < 2
                    or end - begin > 4
                ):
                    continue
                found.append((number, begin, end, key, opens))
                title = bare(words[begin - 1]) if begin > start else ""
                before = words[begin - 1].lower() if begin else ""
                evidence[key] += 3 * bool(title in TITLES) + 2 * (
                    end < len(words) and words[end].lower() in SPEECH
                )
                evidence[key] += end < len(words) and words[end].lower() in ("who", "has", "had")
                evidence[key] -= before in ("in", "at", "near", "the")
                if end - begin > 1:
                    fuller[key][name] += 1
                    evidence[key] += 1
                    if low[0] in MALE or low[0] in FEMALE:
                        evidence[key] += 3
                        genders[name.casefold()]["m" if low[0] in MALE else "f"] += 3
                        genders[key]["m" if low[0] in MALE else "f"] += 3
                elif low[0] in MALE or low[0] in FEMALE:
                    evidence[key] += 1
                    genders[key]["m" if low[0] in MALE else "f"] += 1
                if title in ("mr", "sir", "lord"):
                    genders[key]["m"] += 4
                elif title in ("mrs", "ms", "miss", "lady", "dame"):
                    genders[key]["f"] += 4
                for word in words[max(0, begin - 4) : begin] + words[end : end + 8]:
                    lowered = word.lower()
                    if lowered in MALE_WORDS:
                        genders[key]["m"] += 0.5
                    elif lowered in FEMALE_WORDS:
                        genders[key]["f"] += 0.5
        for key, names in fuller.items():
            if evidence[key] > 0:
                self._full[key] = max(
                    names, key=lambda name: (names[name] + (name == next(iter(names))), len(name))
                )
        for key, count in genders.items():
            male, female = count["m"], count["f"]
            if male != female:
                self._gender[key] = "m" if male > female else "f"
        for number, begin, end, key, opens in found:
            if evidence[key] > 1:
                words = streams[number].words
                verb = end < len(words) and words[end].lower() in SPEECH
                possessive = end < len(words) and words[end] in ("'s", "’s")
                weight = 1.0 + 0.6 * opens + 0.5 * verb - 0.35 * possessive
                self._full.setdefault(key, streams[number].slice(begin, end))
                self._mentions.append(Mention(number, begin, key, weight))
        self._mentions.sort()
        self._places = [(mention.paragraph, mention.start) for mention in self._mentions]


def _key(name: str) -> str:
    return bare(name.split()[-1]) if name.split() else ""


def _runs(stream: Stream) -> Iterable[tuple[int, int, bool]]:
    """The capitalised runs of a paragraph, with whether they open a sentence or clause."""
    words = stream.words
    openings = {start for start, _ in stream.sentences}
    i, high = 0, len(words)
    while i < high:
        if is_name_word(words[i]):
            end = run_end(words, i, high)
            opens = i in openings or (
                i > 0 and (words[i - 1] in (",", "and", "but", "that", "as") or words[i - 1] == "\x00")
            )
            yield i, end, opens
            i = end
        else:
            i += 1
