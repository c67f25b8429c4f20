"""What the engine has to know about a language: its words of speech, its titles, its short lists of names.

Owns the form of the data and the way to it. Each language is one module with one `GRAMMAR`, imported on first
use.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module

from reader.annotate.lexicon.word_set import word_set

_MODULES = {
    "de": "german", "fr": "french", "es": "spanish", "it": "italian", "pt": "portuguese", "nl": "dutch",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Grammar:
    """The words of one language. Words are in lower case, names as they are written.

    `speech_verbs` are forms of the third person that take a quote; `participles` need one of `auxiliaries`.
    `pronouns`, `titles` and `person_nouns` give a gender: "m", "f", or "" if it is not known. `determiners`
    begin the noun phrase of an unnamed speaker; `feminine` are those of a woman. `skipped` may stand between
    a verb and its subject, `time_nouns` are no subject after it. `sources_before` and `sources_after` name
    the source of a statement before or after its name: "selon X", "X zufolge". `particles` are lower-case
    words inside a name.
    """

    code: str
    speech_verbs: frozenset[str]
    participles: frozenset[str]
    auxiliaries: frozenset[str]
    pronouns: Mapping[str, str]
    determiners: frozenset[str]
    feminine: frozenset[str]
    prepositions: frozenset[str]
    place_prepositions: frozenset[str]
    conjunctions: frozenset[str]
    complementizers: frozenset[str]
    skipped: frozenset[str]
    time_nouns: frozenset[str]
    sources_before: frozenset[tuple[str, ...]]
    particles: frozenset[str]
    titles: Mapping[str, str]
    person_nouns: Mapping[str, str]
    organization_nouns: frozenset[str]
    place_nouns: frozenset[str]
    work_nouns: frozenset[str]
    months: tuple[str, ...]
    weekdays: frozenset[str]
    places: frozenset[str]
    organizations: frozenset[str]
    given_names: Mapping[str, str]
    not_names: frozenset[str]
    date_joint: str = ""  # the word between day, month and year: 3 de mayo de 2026
    age_words: frozenset[str] = frozenset()
    sources_after: frozenset[str] = frozenset()
    sources_behind_quote: frozenset[str] = frozenset()
    role_ends: tuple[str, ...] = ()  # last parts of compounds: Klinikchef, ploegleider
    organization_ends: tuple[str, ...] = ()
    nouns_capitalized: bool = False
    verb_last: bool = False  # “hat X gesagt”: the participle stands behind the subject
    subject_dropped: bool = False  # “afirmó”, without “él”
    speaker_inside_marks: bool = False  # « Oui, dit-il, demain. »
    dash_dialogue: bool = False
    elisions: bool = False  # l’eau: an article without its vowel is a word
    inverted_pronouns: frozenset[str] = frozenset()
    function_words: frozenset[str] = field(default=frozenset(), init=False)
    source_starts: frozenset[str] = field(default=frozenset(), init=False)

    def __post_init__(self) -> None:
        """Join the words that are never part of a name, even at the start of a sentence."""
        words = (
            self.determiners
            | self.prepositions
            | self.conjunctions
            | self.complementizers
            | self.skipped
            | self.auxiliaries
            | self.weekdays
            | frozenset(self.pronouns)
            | self.not_names
        )
        object.__setattr__(self, "function_words", words)
        object.__setattr__(self, "source_starts", frozenset(phrase[0] for phrase in self.sources_before))
        lower = {name.lower(): gender for name, gender in self.given_names.items()}
        object.__setattr__(self, "given_names", lower)

    def role_gender(self, word: str) -> str | None:
        """The gender of a role that a person has; None if the lower-case `word` is none: journal."""
        if word in self.organization_nouns:
            return None
        gender = self.person_nouns.get(word)
        if gender is None and self.role_ends and word.endswith(self.role_ends):
            return "f" if word.endswith(("in", "ster")) else "m"
        return gender or None

    def is_organization_noun(self, word: str) -> bool:
        """Whether the lower-case `word` is a kind of organization, alone or in a compound: Ruderbund."""
        if word in self.organization_nouns or word.rpartition("-")[2] in self.organization_nouns:
            return True
        return bool(self.organization_ends) and word.endswith(self.organization_ends)

    def verb_form(self, word: str) -> str:
        """The lower-case `word` without a pronoun behind a hyphen: disse-lhe, disse."""
        return word if word in self.speech_verbs else word.partition("-")[0]

    def is_speech_verb(self, word: str) -> bool:
        """Whether the lower-case `word` is a finite form that takes a quote."""
        return self.verb_form(word) in self.speech_verbs


@cache
def grammar_of(code: str) -> Grammar:
    """The grammar of a supported language code. Raises KeyError for any other."""
    module = import_module(f"reader.annotate.languages.{_MODULES[code]}")
    grammar = module.GRAMMAR
    if not isinstance(grammar, Grammar):
        raise TypeError(f"{module.__name__}.GRAMMAR is no grammar")
    return grammar


def genders(men: str, women: str = "", either: str = "") -> dict[str, str]:
    """A mapping from each word to "m", "f" or "" (either)."""
    return (
        dict.fromkeys(either.split(), "")
        | dict.fromkeys(men.split(), "m")
        | dict.fromkeys(women.split(), "f")
    )


def names(text: str) -> frozenset[str]:
    """Names separated by `|` and white space around it."""
    return frozenset(name.strip() for name in text.split("|") if name.strip())


def phrases(text: str) -> frozenset[tuple[str, ...]]:
    """Phrases separated by `|`, each as its words."""
    return frozenset(tuple(phrase.split()) for phrase in text.split("|") if phrase.strip())


words = word_set
"""The words of a text, separated by white space."""
