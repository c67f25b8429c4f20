"""Evidence for the type of a name, and how the type is chosen.

Evidence comes from the name itself and from the context of each mention, and is summed over the document. One
mention alone decides nothing. A name without evidence is `other`, never a person by default.
"""

from __future__ import annotations

from typing import NamedTuple

from reader.annotate.entities.candidate import Candidate, in_gazetteer, is_demonym
from reader.annotate.lexicon.word_classes import FUNCTION_WORDS, NOT_NAMES, SECTION_LABELS
from reader.annotate.lexicon.word_lists import is_dictionary_word
from reader.model import EntityType

PERSON, ORGANIZATION, PLACE = EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE


EVENT, WORK, GROUP, OTHER = EntityType.EVENT, EntityType.WORK, EntityType.GROUP, EntityType.OTHER


class Evidence(NamedTuple):
    """One piece of evidence: the type that a rule suggests for a name, and its weight."""

    type: EntityType
    weight: float
    rule: str


def choose_type(scores: dict[EntityType, float]) -> tuple[EntityType, float]:
    """The type with the largest sum and its confidence, 0 to 1; `other` if no sum reaches 1."""
    if not scores:
        return OTHER, 0.3
    best = max(scores, key=lambda kind: scores[kind])
    best_score = scores[best]
    if best_score < 1.0:
        return OTHER, 0.3
    second_score = max((value for kind, value in scores.items() if kind is not best), default=0.0)
    margin = best_score - max(0.0, second_score)
    return best, round(min(0.99, 0.5 + 0.1 * margin), 2)


def may_be_name(candidate: Candidate) -> bool:
    """Whether the candidate can be a name: not a nationality, not a single letter."""
    if len(candidate.words) == 2 and candidate.words[0] in SECTION_LABELS:
        return False
    if len(candidate.words) > 1:
        return not candidate.name.isupper() or not all(
            is_dictionary_word(word.lower()) for word in candidate.words
        )
    name = candidate.name
    if (
        is_demonym(name) or name in NOT_NAMES or (name[0] in "QA" and name[1:].isdigit())
    ):  # Q1, A1: an interview
        return False
    # A word in capitals for emphasis: `HUGE`, `TOO`.
    emphasis = name.lower() in FUNCTION_WORDS or (len(name) > 3 and is_dictionary_word(name.lower()))
    return not (len(name) > 2 and name.isupper() and emphasis and not in_gazetteer(name))
