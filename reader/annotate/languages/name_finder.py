"""Find the people, organizations and places of a text in a language with a grammar.

Owns the decision over the whole document: a name counts where the evidence of all its mentions is enough.
Where every noun has a capital, a word without evidence is no name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from reader.annotate.languages.dates import find_dates
from reader.annotate.languages.grammar import Grammar
from reader.annotate.languages.known_names import short_forms
from reader.annotate.languages.name_candidates import (
    ORGANIZATION,
    PERSON,
    PLACE,
    NameCandidate,
    find_candidates,
)
from reader.annotate.languages.tokenizer import Tokens, sentence_starts, tokenize
from reader.annotate.results import FoundEntity, Place, do_nothing
from reader.model import EntityType

ENOUGH = 1.0
"""Evidence that a name of a type needs."""
_OFTEN = 2
"""How often the same rule counts for one name."""


@dataclass(slots=True)
class _Group:
    """The mentions of one name, with the sum of the evidence by type."""

    mentions: list[NameCandidate] = field(default_factory=list)
    scores: dict[EntityType, float] = field(default_factory=lambda: defaultdict(float))
    rules: Counter[tuple[EntityType, str]] = field(default_factory=Counter)
    best_rule: str = ""
    best_weight: float = 0.0

    def add(self, candidate: NameCandidate) -> None:
        """Add a mention with its evidence."""
        self.mentions.append(candidate)
        for kind, weight, rule in candidate.evidence:
            self.rules[kind, rule] += 1
            of_name = rule in _RULES_OF_NAME
            if self.rules[kind, rule] <= (1 if of_name else _OFTEN):
                self.scores[kind] += weight if self.rules[kind, rule] == 1 else weight / 2
                if weight > self.best_weight:
                    self.best_weight, self.best_rule = weight, rule

    def type(self) -> tuple[EntityType, float]:
        """The type with the most evidence, and how much it is; OTHER if it is not enough."""
        kind = max(self.scores, key=lambda one: self.scores[one], default=EntityType.OTHER)
        score = self.scores.get(kind, 0.0)
        return (kind, score) if score >= ENOUGH else (EntityType.OTHER, score)


_RULES_OF_NAME = frozenset(
    (
        "list of places",
        "list of organizations",
        "general list",
        "organization word",
        "place word",
        "company",
        "acronym",
        "given name",
        "shape of the name",
        "end of a noun",
    )
)
"""Rules that look at the words of the name only, so that every mention repeats them."""


class GrammarNameFinder:
    """Reads a text batch by batch; `found` gives the entities of everything read so far."""

    def __init__(self, grammar: Grammar, title: str = "") -> None:
        self._grammar = grammar
        self._title = title
        self._count = 0
        self._candidates: list[NameCandidate] = []
        self._small: set[str] = set()  # words that also occur with a small letter
        self._with_article: set[str] = set()  # capitalized words behind an article or an adjective
        self._inside: set[tuple[str, ...]] = set()  # names that occur inside a sentence
        self._dates: dict[str, list[tuple[str, Place]]] = {}

    def read(self, paragraphs: Sequence[str], check: Callable[[], None] = do_nothing) -> None:
        """Read the next paragraphs. `check` is called for each; an exception it raises stops the work."""
        for number, text in enumerate(paragraphs, self._count):
            check()
            for start, end, value in find_dates(text, self._grammar):
                self._dates.setdefault(value, []).append((text[start:end], (number, start, end)))
            tokens = tokenize(text, self._grammar)
            self._note_words(tokens)
            for candidate in find_candidates(number, tokens, self._grammar):
                self._candidates.append(candidate)
                if not candidate.is_initial:
                    self._inside.add(candidate.key)
        self._count += len(paragraphs)

    def _note_words(self, tokens: Tokens) -> None:
        """Note which words are written small, and which nouns have an article."""
        grammar = self._grammar
        self._small.update(word for word in tokens.words if word.islower())
        if not grammar.nouns_capitalized:
            return
        starts = sentence_starts(tokens)
        for index in range(1, len(tokens.words)):
            before = tokens.lows[index - 1]
            if (
                tokens.capitals[index]
                and index not in starts
                and (
                    before in grammar.determiners
                    or before in _CONTRACTED
                    or (
                        tokens.words[index - 1].islower()
                        and before.endswith(_ADJECTIVE_ENDS)
                        and before not in grammar.skipped
                        and before not in grammar.prepositions
                        and not grammar.is_speech_verb(before)
                        and before not in grammar.conjunctions
                        and before not in grammar.pronouns
                    )
                )
            ):
                self._with_article.add(tokens.words[index])

    def found(self, check: Callable[[], None] = do_nothing) -> tuple[FoundEntity, ...]:
        """Names in the order of first mention, then dates in order. `check` is called often."""
        groups: dict[tuple[str, ...], _Group] = defaultdict(_Group)
        unsure: list[NameCandidate] = []
        for candidate in map(self._without_small_word, self._candidates):
            check()
            if self._is_unsure(candidate):
                unsure.append(candidate)
            elif self._may_be_name(candidate):
                groups[candidate.key].add(candidate)
        self._add_repetitions(groups)
        owners = self._owners(key for key, group in groups.items() if self._is_person(key, group))
        for candidate in unsure:
            if candidate.key in groups or candidate.key in owners or self._is_listed(candidate):
                groups[candidate.key].add(candidate)
        people = {key: group for key, group in groups.items() if self._is_person(key, group)}
        owners = self._owners(people)
        entities: list[tuple[EntityType, float, _Group]] = []
        by_key: dict[tuple[str, ...], _Group] = {}
        rest: list[tuple[tuple[str, ...], _Group]] = []
        for key, group in groups.items():
            check()
            if key in people and (len(key) > 1 or not self._owner(key, group, owners)):
                by_key[key] = group
                entities.append((PERSON, group.scores[PERSON], group))
            else:
                rest.append((key, group))
        things = self._things(key for key, group in rest if len(key) > 1 and group.type()[0] is ORGANIZATION)
        for key, group in rest:
            check()
            owner = self._owner(key, group, owners)
            if owner is not None and owner in by_key and owner != key:
                by_key[owner].mentions += group.mentions
                continue
            sharing = [by_key[full] for full in owners.get(key, ()) if full in by_key]
            if len(sharing) > 1:
                for mention in group.mentions:
                    _nearest(sharing, mention).mentions.append(mention)
                continue
            kind, score = group.type()
            whole = things.get(key) if len(key) == 1 and score < 2 else None
            if whole is not None and whole in groups:
                groups[whole].mentions += group.mentions
                continue
            if kind is EntityType.OTHER and (
                self._grammar.nouns_capitalized or (len(key) < 2 and len(group.mentions) < _OFTEN)
            ):
                continue
            entities.append((kind, score, group))
        named = [_entity(kind, score, group) for kind, score, group in entities]
        named.sort(key=lambda entity: entity.mentions[0])
        return (*named, *self._date_entities())

    def _add_repetitions(self, groups: dict[tuple[str, ...], _Group]) -> None:
        """Add evidence to names of two words whose last word stands alone elsewhere, as a surname does."""
        weight = 1.0 if self._grammar.nouns_capitalized else 0.6
        alone = {key[0] for key in groups if len(key) == 1}
        for key, group in groups.items():
            is_other = group.scores.get(PLACE, 0.0) > 0 or group.scores.get(ORGANIZATION, 0.0) > 0
            if len(key) == 2 and key[1] in alone and not is_other and group.mentions[0].words[1].isalpha():
                group.scores[PERSON] += weight

    def _may_be_name(self, candidate: NameCandidate) -> bool:
        """Whether the capital of a candidate means a name."""
        strong = any(weight >= 1.5 for _, weight, _ in candidate.evidence)
        first = candidate.words[0]
        if self._grammar.nouns_capitalized:
            if len(candidate.words) == 1:
                return first not in self._with_article or strong
            return True
        return first.lower() not in self._grammar.function_words or len(candidate.words) > 1

    def _is_unsure(self, candidate: NameCandidate) -> bool:
        """Whether a single word at the start of a sentence has its capital perhaps only from there."""
        return candidate.is_initial and len(candidate.words) == 1 and not self._grammar.nouns_capitalized

    def _is_listed(self, candidate: NameCandidate) -> bool:
        """Whether the word is in a list of names, and does not occur with a small letter."""
        return candidate.words[0].lower() not in self._small and any(
            rule in _LISTED and weight > 0 for _, weight, rule in candidate.evidence
        )

    def _without_small_word(self, candidate: NameCandidate) -> NameCandidate:
        """The candidate without a first word that is written small elsewhere: Heel Nederland."""
        words = candidate.words
        if not candidate.is_initial or len(words) < 2 or words[0].lower() not in self._small:
            return candidate
        if not words[1][0].isupper() or any(rule == "organization word" for _, _, rule in candidate.evidence):
            return candidate
        cut = candidate.name.find(words[1], len(words[0]))
        name = candidate.name[cut:]
        kept = [one for one in candidate.evidence if one[2] not in _RULES_OF_NAME]
        if name in self._grammar.places:
            kept.append((PLACE, 2.2, "list of places"))
        return candidate._replace(
            start=candidate.start + cut, words=words[1:], name=name, evidence=tuple(kept), is_initial=False
        )

    def _is_person(self, key: tuple[str, ...], group: _Group) -> bool:
        kind, score = group.type()
        if kind is not PERSON:
            return False
        if self._grammar.nouns_capitalized and len(key) > 1 and score < 1.5:
            return not any(word in self._with_article for word in group.mentions[0].words[:-1])
        return len(key) > 1 or score >= ENOUGH

    def _owners(self, people: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], list[tuple[str, ...]]]:
        """The full names by their short forms."""
        owners: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
        for key in people:
            for form in short_forms(key, self._grammar):
                owners[form].append(key)
        return owners

    def _owner(
        self, key: tuple[str, ...], group: _Group, owners: Mapping[tuple[str, ...], list[tuple[str, ...]]]
    ) -> tuple[str, ...] | None:
        """The full name that a short name stands for; None if there is none or it is not certain."""
        plain = (*key[:-1], key[-1].removesuffix("s").rstrip("’"))
        full = owners.get(key) or owners.get(plain) or ()
        if len(full) == 1:
            clear = group.scores.get(PLACE, 0.0) > group.scores.get(PERSON, 0.0) + 2.0
            return None if clear else full[0]
        return None

    @staticmethod
    def _things(keys: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], tuple[str, ...]]:
        """The names of organizations by their first and last word."""
        found: dict[tuple[str, ...], tuple[str, ...]] = {}
        for key in keys:
            for word in (key[0], key[-1], key[-1] + "s"):
                found.setdefault((word,), key)
        return found

    def _date_entities(self) -> list[FoundEntity]:
        """One entity for each date."""
        found = []
        for value, group in sorted(self._dates.items()):
            texts = list(dict.fromkeys(text for text, _ in group))
            places = tuple(place for _, place in group)
            found.append(
                FoundEntity(texts[0], EntityType.DATE, tuple(texts[1:]), "", places, "date", 0.9, value)
            )
        return found


_LISTED = frozenset(
    ("list of places", "list of organizations", "given name", "acronym", "title", "role before")
)
_CONTRACTED = frozenset(["im", "am", "zum", "zur", "beim", "vom", "ins", "ans"])
_ADJECTIVE_ENDS = ("en", "er", "es", "em", "e")


def _nearest(sharing: Sequence[_Group], mention: NameCandidate) -> _Group:
    """The person with a shared surname who was first named last before the mention."""
    place = mention.paragraph, mention.start
    before = [group for group in sharing if (group.mentions[0].paragraph, group.mentions[0].start) < place]
    return max(
        before or sharing[:1], key=lambda group: (group.mentions[0].paragraph, group.mentions[0].start)
    )


def _entity(kind: EntityType, score: float, group: _Group) -> FoundEntity:
    """The entity of a group of mentions; the longest form is its name."""
    mentions = sorted(group.mentions, key=lambda one: (one.paragraph, one.start))
    forms = list(dict.fromkeys(mention.name for mention in mentions))
    name = group.mentions[0].name
    forms.remove(name)
    places = tuple((mention.paragraph, mention.start, mention.end) for mention in mentions)
    confidence = round(min(0.99, 0.5 + 0.1 * score), 2) if kind is not EntityType.OTHER else 0.3
    return FoundEntity(name, kind, tuple(forms), "", places, group.best_rule, confidence)
