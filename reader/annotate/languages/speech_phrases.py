"""Find who a verb of speech belongs to: the phrase behind or before it.

Owns the grammar of the sentence around a quote: `sagte X`, `a déclaré X`, `X ha detto`, `según X`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from reader.annotate.languages.grammar import Grammar
from reader.annotate.languages.known_names import NameMatch
from reader.annotate.languages.tokenizer import DASHES, ENDS, QUOTE, Tokens

NAME, NOMINAL, PRONOUN, DROPPED = "name", "nominal", "pronoun", "dropped"
_REACH = 14
"""Tokens between a verb and its subject."""
_APPOSITION = 18
"""Tokens of an apposition between two commas."""


class Phrase(NamedTuple):
    """A subject at tokens `start:end`. `text` is its full name or its words, `gender` is "m", "f" or ""."""

    start: int
    end: int
    text: str
    kind: str
    gender: str = ""
    role: str = ""  # the noun of a definite nominal: der Trainer
    is_person: bool = True


class Cue(NamedTuple):
    """A verb of speech, or a word such as `laut`, at tokens `start:end`. `subject` is None if not found."""

    start: int
    end: int
    subject: Phrase | None
    is_source: bool = False
    subject_follows: bool = False


class PhraseReader:
    """Reads phrases in the tokens of one paragraph, given the names in it."""

    def __init__(self, tokens: Tokens, matches: Sequence[NameMatch], grammar: Grammar) -> None:
        self._tokens = tokens
        self._grammar = grammar
        self._matches = matches
        self._at = {match.start: match for match in matches}
        self._ending = {match.end: match for match in matches}

    def cues(self, low: int, high: int) -> Iterator[Cue]:
        """The cues of the sentence `low:high`, in order."""
        lows, grammar = self._tokens.lows, self._grammar
        index = low
        while index < high:
            source = self._source_at(index, low, high) if lows[index] in grammar.source_starts else 0
            end = index + 1
            if source:
                subject = self.subject_at(source, high)
                if subject is not None:
                    yield Cue(index, source, subject, True, True)
                    end = subject.end
            elif lows[index] in grammar.sources_after:
                yield Cue(index, index + 1, self.subject_before(index, low), True)
            elif self._is_verb(index, low):
                yield self._cue(index, index + 1, low, high)
            elif lows[index] in grammar.auxiliaries:
                participle = self._participle(index, high)
                if participle:
                    yield self._compound_cue(index, participle, low, high)
                    end = index + 1 if grammar.verb_last else participle
            index = end

    def _source_at(self, index: int, low: int, high: int) -> int:
        """The token after a phrase such as `d’après` at `index`; 0 if there is none."""
        lows = self._tokens.lows
        best = 0
        for phrase in self._grammar.sources_before:
            end = index + len(phrase)
            if len(phrase) == 1 and phrase[0] in _SOURCES_AT_START and index > low:
                continue
            if end < high and lows[index] == phrase[0] and tuple(lows[index:end]) == phrase:
                best = max(best, end)
        return best

    def _is_verb(self, index: int, low: int) -> bool:
        """Whether the token is a verb of speech, and no noun with the same form: `la nota`."""
        lows, grammar = self._tokens.lows, self._grammar
        if not grammar.is_speech_verb(lows[index]) or (
            self._tokens.capitals[index]
            and index > low
            and self._tokens.words[index - 1] not in (QUOTE, ",")
            and self._tokens.words[index - 1] not in _OPENING
        ):
            return False
        before = lows[index - 1] if index > low else ""
        if grammar.nouns_capitalized:
            return True
        return before not in grammar.prepositions and not (
            before in grammar.determiners and before not in grammar.skipped and before not in grammar.pronouns
        )

    def _participle(self, index: int, high: int) -> int:
        """The token after the participle of the auxiliary at `index`; 0 if there is none."""
        lows, grammar = self._tokens.lows, self._grammar
        reach = _REACH if grammar.verb_last else 4
        for at in range(index + 1, min(high, index + 1 + reach)):
            if lows[at] in grammar.participles:
                return at + 1
            if not grammar.verb_last and lows[at] not in grammar.skipped and lows[at] not in grammar.pronouns:
                break
            if self._tokens.words[at] == QUOTE or lows[at] in ENDS:
                break
        return 0

    def _cue(self, start: int, end: int, low: int, high: int) -> Cue:
        """The cue of a verb: its subject follows in an inverted clause, otherwise stands before."""
        after = self._tokens.words[start - 1] if start > low else ""
        before = self.subject_before(start, low) if after != QUOTE else None
        inverted = after in ("", QUOTE, ",", *DASHES) or self._is_only_skipped(low, start)
        behind = self.subject_at(end, high, any_noun=self._is_behind_quote(start, low))
        if before is not None and (not inverted or behind is None):
            return Cue(start, end, before)
        return Cue(start, end, behind or before, subject_follows=behind is not None)

    def _compound_cue(self, start: int, end: int, low: int, high: int) -> Cue:
        """The cue of an auxiliary and a participle: a déclaré X, X hat gesagt, hat X gesagt, a-t-il dit."""
        between = range(start + 1, end - 1)
        for at in between:
            if self._tokens.lows[at] in self._grammar.pronouns and self._tokens.lows[at].startswith("-"):
                return Cue(start, end, self._pronoun(at), subject_follows=True)
        if self._grammar.verb_last:
            before = self.subject_before(start, low)
            behind = self.subject_at(start + 1, end, any_noun=self._is_behind_quote(start, low))
            return Cue(start, end, before or behind, subject_follows=before is None)
        before = self.subject_before(start, low)
        behind = self.subject_at(end, high, any_noun=self._is_behind_quote(start, low))
        after = self._tokens.words[start - 1] if start > low else ""
        if before is not None and (after not in (QUOTE, ",") or behind is None):
            return Cue(start, end, before)
        return Cue(start, end, behind or before, subject_follows=behind is not None)

    def _is_behind_quote(self, start: int, low: int) -> bool:
        """Whether only a comma, a dash or adverbs stand between a quote and token `start`."""
        for at in range(start - 1, max(low, start - 4) - 1, -1):
            if self._tokens.words[at] == QUOTE:
                return True
            if self._tokens.words[at][0].isalnum() and self._tokens.lows[at] not in self._grammar.skipped:
                return False
        return False

    def _is_only_skipped(self, low: int, high: int) -> bool:
        return high - low < 4 and all(
            self._tokens.lows[at] in self._grammar.skipped or self._tokens.words[at] in (QUOTE, ",")
            for at in range(low, high)
        )

    def subject_at(self, index: int, high: int, *, any_noun: bool = False) -> Phrase | None:
        """The phrase that begins at `index`, after adverbs, times and listeners: sagte am Montag in Bonn X.

        A noun counts if it is a role, or with `any_noun`, which is for a verb directly behind a quote.
        """
        tokens, grammar = self._tokens, self._grammar
        first, stop = index, min(high, index + _REACH)
        while index < stop:
            low = tokens.lows[index]
            if index in self._at:
                return self._name(self._at[index])
            if low in grammar.complementizers or (low in grammar.conjunctions and index > first):
                return None
            if low in grammar.pronouns and (low not in grammar.skipped or low.startswith("-")):
                return self._pronoun(index)
            if low in grammar.titles:
                index += 1
                continue
            if (low in grammar.prepositions and low not in grammar.determiners) or self._is_listener(index):
                index = self._after_preposition(index, stop)
                continue
            if (
                low in grammar.time_nouns
                or low[0].isdigit()
                or (
                    low in grammar.skipped
                    and not (low in grammar.determiners and self._begins_nominal(index, high))
                )
            ):
                index += 1
                continue
            if low in grammar.determiners or low in grammar.person_nouns:
                noun = self._nominal(index, high)
                is_other = noun is not None and noun.kind == NOMINAL and not self._is_role(noun)
                return None if is_other and not any_noun else noun
            if tokens.capitals[index] and not grammar.nouns_capitalized and low not in grammar.function_words:
                return self._unknown_name(index, high)
            return None
        return None

    def _is_role(self, noun: Phrase) -> bool:
        return self._tokens.lows[noun.end - 1] in self._grammar.person_nouns

    def _is_listener(self, index: int) -> bool:
        """Whether a dative article begins the listener: sagte X der Zeitung. Only known after the subject."""
        return self._tokens.lows[index] in ("al", "ao", "alla", "allo", "all’", "aux", "au", "à")

    def _begins_nominal(self, index: int, high: int) -> bool:
        """Whether a word that may be a pronoun is the article of a noun: le maire, not le dit."""
        after = index + 1
        return (
            after < high
            and (
                self._tokens.lows[after] in self._grammar.person_nouns
                or (
                    self._tokens.lows[after][0].isalpha()
                    and self._tokens.lows[after] not in self._grammar.function_words
                )
            )
            and self._tokens.lows[after] not in self._grammar.time_nouns
        )

    def _after_preposition(self, index: int, stop: int) -> int:
        """The token after a preposition and its noun."""
        tokens, grammar = self._tokens, self._grammar
        index += 1
        while index < stop and tokens.lows[index] in grammar.determiners and index not in self._at:
            index += 1
        if index in self._at:
            return self._at[index].end
        if index < stop and tokens.words[index][0].isalnum():
            index += 1
            while (
                index < stop
                and tokens.capitals[index]
                and tokens.capitals[index - 1]
                and (not grammar.nouns_capitalized)
            ):
                index += 1
        return index

    def _name(self, match: NameMatch) -> Phrase:
        return Phrase(match.start, match.end, match.name, NAME, is_person=match.is_person)

    def _pronoun(self, index: int) -> Phrase:
        low = self._tokens.lows[index]
        return Phrase(index, index + 1, low, PRONOUN, self._grammar.pronouns[low])

    def _unknown_name(self, index: int, high: int) -> Phrase | None:
        """Capitalized words directly behind the verb that were not found as a name."""
        end = index
        while end < min(high, index + 5) and self._tokens.capitals[end]:
            end += 1
        return Phrase(index, end, self._tokens.slice(index, end), NAME)

    def _nominal(self, index: int, high: int) -> Phrase | None:
        """A noun with its article, or the name in apposition to it: le directeur, Étienne Malbosc."""
        tokens, grammar = self._tokens, self._grammar
        start, definite = index, False
        feminine = False
        while index < high and tokens.lows[index] in grammar.determiners:
            if index in self._at:
                return self._name(self._at[index])
            feminine = feminine or tokens.lows[index] in grammar.feminine
            definite = definite or tokens.lows[index] in _DEFINITE
            index += 1
        head = -1
        limit = min(high, index + (4 if grammar.verb_last else 2))
        for at in range(index, limit):
            if at in self._at and not (
                at + 1 < high and self._at[at].end == at + 1 and tokens.lows[at] in grammar.person_nouns
            ):
                return self._name(self._at[at])
            low = tokens.lows[at]
            if not low[0].isalpha() or (low in grammar.function_words and low not in grammar.not_names):
                break
            if grammar.is_speech_verb(low) and head >= 0:
                break
            if head < 0 or low in grammar.person_nouns or grammar.verb_last:
                head = at
            if low in grammar.person_nouns or (grammar.nouns_capitalized and tokens.capitals[at]):
                break
        if head < 0 or tokens.lows[head] in grammar.time_nouns:
            return None
        apposed = self._apposed_name(head + 1, high)
        if apposed is not None:
            return self._name(apposed)
        role = tokens.lows[head]
        gender = grammar.person_nouns.get(role, "") or ("f" if feminine else "")
        return Phrase(
            start, head + 1, tokens.slice(start, head + 1), NOMINAL, gender, role if definite else ""
        )

    def _apposed_name(self, index: int, high: int) -> NameMatch | None:
        """The name of a person that follows a noun, with or without a comma: le maire de Lyon, Ida Moss."""
        tokens, grammar = self._tokens, self._grammar
        stop = min(high, index + 10)
        while index < stop:
            match = self._at.get(index)
            word = tokens.words[index]
            if match is not None:
                before = tokens.lows[index - 1]
                if (
                    match.is_person
                    and before not in grammar.prepositions
                    and before not in grammar.conjunctions
                ):
                    return match
                index = match.end
            elif word == ",":
                after = index + 1
                while after < stop and self._leads_to_name(after):
                    after += 1
                match = self._at.get(after)
                ends = match is not None and (match.end >= high or not tokens.words[match.end][0].isalnum())
                return match if match is not None and match.is_person and ends else None
            elif (
                not word[0].isalnum()
                or tokens.lows[index] in grammar.conjunctions
                or (grammar.is_speech_verb(tokens.lows[index]))
            ):
                return None
            else:
                index += 1
        return None

    def _leads_to_name(self, index: int) -> bool:
        """Whether a token may stand between the comma of an apposition and a name: der Rechtsanwalt Dr."""
        low, grammar = self._tokens.lows[index], self._grammar
        if index in self._at:
            return False
        return low in grammar.titles or low in grammar.person_nouns or low in grammar.determiners

    def subject_before(self, verb: int, low: int) -> Phrase | None:
        """The phrase that is the subject of the verb at `verb`, not before token `low`."""
        tokens, grammar = self._tokens, self._grammar
        index = verb - 1
        while index >= low and (
            (tokens.lows[index] in grammar.skipped and index + 1 not in self._ending)
            or tokens.lows[index] in grammar.auxiliaries
        ):
            index -= 1
        if index < low:
            return None
        if tokens.words[index] == ",":
            return self._before_apposition(index, low)
        for at in range(index, max(low, index - _REACH) - 1, -1):
            if at + 1 in self._ending:
                match = self._ending[at + 1]
                if self._is_free(match.start, low):
                    return self._name(match)
            word = tokens.words[at]
            if word in (QUOTE, ";", ":") or word in ENDS or (word == "," and at < index):
                return None
            if tokens.lows[at] in grammar.pronouns and at == index:
                return self._pronoun(at)
            if tokens.lows[at] in grammar.person_nouns and self._is_free(self._article(at, low), low):
                start = self._article(at, low)
                named = self._apposed_name(at + 1, verb)
                if named is not None:
                    return self._name(named)
                return self._nominal(start, verb)
        return None

    def _article(self, noun: int, low: int) -> int:
        """The first token of the noun phrase of `noun`: its article, at most three tokens before it."""
        for at in range(noun - 1, max(low - 1, noun - 4), -1):
            if self._tokens.lows[at] in self._grammar.determiners:
                return at
            if not self._tokens.words[at][0].isalpha() or self._tokens.lows[at] in self._grammar.prepositions:
                break
        return noun

    def _is_free(self, start: int, low: int) -> bool:
        """Whether no preposition governs the phrase at `start`."""
        grammar, lows = self._grammar, self._tokens.lows
        at = start - 1
        while at >= low and (
            lows[at] in grammar.titles or lows[at] in grammar.person_nouns or lows[at] in grammar.determiners
        ):
            if lows[at] in grammar.prepositions:
                return False
            at -= 1
        if lows[start] in _POSSESSIVE or (
            lows[start] in grammar.prepositions and lows[start] not in grammar.determiners
        ):
            return False
        if at < low:
            return True
        return (lows[at] not in grammar.prepositions or lows[at] in grammar.complementizers) and lows[
            at
        ] not in _POSSESSIVE

    def _before_apposition(self, comma: int, low: int) -> Phrase | None:
        """The subject before an apposition, or the name in it: X, producteur, explique; la maire, X, dit."""
        last = self._ending.get(comma)
        if (
            last is not None
            and last.is_person
            and self._is_free(last.start, low)
            and (
                self._tokens.lows[last.start - 1] not in self._grammar.conjunctions
                if last.start > low
                else True
            )
        ):
            return self._name(last)
        for at in range(comma - 1, max(low, comma - _APPOSITION) - 1, -1):
            if self._tokens.words[at] == ",":
                match = self._ending.get(at)
                if match is not None and self._is_free(match.start, low):
                    return self._name(match)
                inside = self._at.get(at + 1)
                if inside is not None and inside.is_person and inside.end == comma:
                    return self._name(inside)
            if self._tokens.words[at] == QUOTE or self._tokens.words[at] in ENDS:
                return None
        match = self._ending.get(comma)
        return None if match is None or not self._is_free(match.start, low) else self._name(match)

    def first_subject(self, low: int, high: int) -> Phrase | None:
        """The subject of a sentence: a pronoun or role at its start, else the first free name."""
        tokens, grammar = self._tokens, self._grammar
        index = low
        while index < min(high, low + 4) and (
            tokens.lows[index] in grammar.skipped or tokens.words[index] in "¿¡("
        ):
            index += 1
        if index < high and tokens.lows[index] in grammar.pronouns and grammar.pronouns[tokens.lows[index]]:
            return self._pronoun(index)
        if (
            index < high
            and index not in self._at
            and (tokens.lows[index] in grammar.determiners or tokens.lows[index] in grammar.person_nouns)
        ):
            noun = self._nominal(index, high)
            if noun is not None and (noun.kind == NAME or tokens.lows[noun.end - 1] in grammar.person_nouns):
                return noun
        first = bisect_left(self._matches, low, key=attrgetter("start"))
        for match in self._matches[first : first + 3]:
            if match.start >= high:
                break
            if match.is_person and self._is_free(match.start, low):
                return self._name(match)
        for at in range(index, min(high, index + 8)):
            if tokens.lows[at] in grammar.pronouns and grammar.pronouns[tokens.lows[at]]:
                return self._pronoun(at)
        return None

    def is_joined(self, phrase: Phrase) -> bool:
        """Whether `and` and another name follow the phrase."""
        at, lows = phrase.end, self._tokens.lows
        joined = at < len(lows) and lows[at] in self._grammar.conjunctions
        return joined and any(start in self._at for start in range(at + 1, at + 4))

    def people_between(self, low: int, high: int) -> list[NameMatch]:
        """The people named in the tokens `low:high`."""
        first = bisect_left(self._matches, low, key=attrgetter("start"))
        last = bisect_left(self._matches, high, key=attrgetter("start"))
        return [match for match in self._matches[first:last] if match.is_person]


_SOURCES_AT_START = frozenset(("per", "para", "pour"))
"""Words for `in the opinion of` that mean it only at the start of a sentence."""
_OPENING = frozenset(("—", "–", "-", ".", "!", "?", "…", ":"))
_POSSESSIVE = frozenset(("del", "della", "dello", "des", "du", "do", "da", "dos", "das"))
_DEFINITE = frozenset(
    [
        "der",
        "die",
        "das",
        "den",
        "dem",
        "le",
        "la",
        "les",
        "l’",
        "el",
        "los",
        "las",
        "il",
        "lo",
        "i",
        "gli",
        "o",
        "a",
        "os",
        "as",
        "de",
        "het",
        "sein",
        "seine",
        "su",
        "suo",
        "sua",
        "seu",
        "son",
        "sa",
    ]
)
