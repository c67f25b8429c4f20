"""Find a speaker inside the quoted words: « Oui, dit-elle, demain », «Non crolla - spiega X -», —Sí —dijo X—.

Owns where the words of the speaker end and go on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.annotate.languages.grammar import Grammar
from reader.annotate.languages.known_names import KnownNames
from reader.annotate.languages.speech_phrases import DROPPED, Phrase, PhraseReader
from reader.annotate.languages.tokenizer import DASHES, ENDS, Tokens, tokenize

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 16
"""Tokens of the interposed clause."""


class SplitSpeech(NamedTuple):
    """Half-open ranges of the spoken words, and who speaks; `speaker` is None if no clause was found."""

    pieces: list[tuple[int, int]]
    speaker: Phrase | None


def split_speech(
    text: str, start: int, end: int, grammar: Grammar, names: KnownNames, *, dialogue: bool
) -> SplitSpeech:
    """The speech `text[start:end]` without the first clause that names its speaker. Linear.

    In a `dialogue`, the speech is a whole paragraph behind a dash.
    """
    whole = SplitSpeech([(start, end)], None)
    if not (dialogue or grammar.speaker_inside_marks):
        return whole
    inner = text[start:end]
    spoken = _WORD.findall(inner)
    if grammar.speech_verbs.isdisjoint(spoken) and grammar.participles.isdisjoint(spoken):
        return whole
    tokens = tokenize(inner, grammar)
    reader = None
    for index in range(1, len(tokens.words) - 1):
        verb = _verb_behind(tokens, index, grammar)
        if not verb or not _opens_clause(tokens, index, grammar, dialogue):
            continue
        reader = reader or PhraseReader(tokens, names.matches(tokens), grammar)
        speaker = _speaker(tokens, reader, index + 1, verb, grammar)
        if speaker is None:
            continue
        stop = _clause_end(tokens, index, max(verb, speaker.end), dialogue)
        if stop < 0:
            continue
        last = (
            tokens.ends[index - 1]
            if tokens.words[index] in DASHES or tokens.words[index] == ","
            else tokens.ends[index]
        )
        pieces = [(start, start + last)]
        rest = stop
        while rest < len(tokens.words) and (tokens.words[rest] in DASHES or tokens.words[rest] in ",.:;»”"):
            rest += 1
        if (rest < len(tokens.words) and tokens.words[rest][0].isalnum()) or rest < len(tokens.words) - 1:
            pieces.append((start + tokens.starts[rest], end))
        return SplitSpeech(pieces, speaker)
    return whole


def _verb_behind(tokens: Tokens, index: int, grammar: Grammar) -> int:
    """The token after the verb of speech that follows token `index`; 0 if none does."""
    at, lows = index + 1, tokens.lows
    while at < min(len(lows), index + 4) and lows[at] in _CLITICS:
        at += 1
    if at >= len(lows):
        return 0
    if grammar.is_speech_verb(lows[at]) and not tokens.capitals[at]:
        return at + 1
    if lows[at] in grammar.auxiliaries:
        for participle in range(at + 1, min(len(lows), at + 4)):
            if lows[participle] in grammar.participles:
                return participle + 1
    return 0


def _opens_clause(tokens: Tokens, index: int, grammar: Grammar, dialogue: bool) -> bool:
    """Whether the mark at `index` can open the clause of the speaker."""
    word = tokens.words[index]
    if word in DASHES:
        return True
    if word == ",":
        return grammar.elisions or not dialogue
    return word in "?!…" and grammar.elisions


def _speaker(tokens: Tokens, reader: PhraseReader, start: int, verb: int, grammar: Grammar) -> Phrase | None:
    """The subject of the clause, which follows its verb, or is left out."""
    for at in range(start, verb):
        if tokens.lows[at].startswith("-") and tokens.lows[at] in grammar.pronouns:
            return Phrase(at, at + 1, tokens.lows[at], "pronoun", grammar.pronouns[tokens.lows[at]])
    subject = reader.subject_at(verb, min(len(tokens.words), verb + _LONGEST), any_noun=True)
    if subject is not None:
        return subject
    dashed = tokens.words[start - 1] in DASHES
    if grammar.subject_dropped and (
        verb >= len(tokens.words) or not tokens.words[verb][0].isalnum() or dashed
    ):
        return Phrase(verb, verb, "", DROPPED)
    return None


def _clause_end(tokens: Tokens, opener: int, index: int, dialogue: bool) -> int:
    """The token that ends the clause; -1 if it is too long or ends in a way that makes it no such clause."""
    mark = tokens.words[opener]
    for at in range(index, min(len(tokens.words), index + _LONGEST)):
        word = tokens.words[at]
        if mark in DASHES:
            if word in DASHES or (
                dialogue and word in ENDS and tokens.words[at + 1 : at + 2] not in [["—"], ["–"], ["-"]]
            ):
                return at
        elif word == "," or word in ENDS or word in ":;":
            return at
    return len(tokens.words) if len(tokens.words) - index < _LONGEST else -1


_CLITICS: Sequence[str] = (
    "me",
    "te",
    "se",
    "le",
    "les",
    "nous",
    "m’",
    "l’",
    "s’",
    "mi",
    "ci",
    "gli",
    "si",
    "lhe",
    "nos",
    "lui",
)
