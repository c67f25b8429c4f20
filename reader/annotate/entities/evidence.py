"""What a name is: signs inside it and around each of its mentions, summed over the document.

Owns the weights. A sign is a rule's name, a type and a weight; nothing is decided by one mention, and a
name without signs is `other`, never a person by default.
"""

from __future__ import annotations

from typing import NamedTuple

from reader.annotate.entities.name_run import Run, is_demonym, known
from reader.annotate.lexicon import words as w
from reader.annotate.lexicon.lists import is_common
from reader.model import EntityType

PERSON, ORGANIZATION, PLACE = EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE


EVENT, WORK, GROUP, OTHER = EntityType.EVENT, EntityType.WORK, EntityType.GROUP, EntityType.OTHER


class Sign(NamedTuple):
    """One piece of evidence: what the rule `rule` says of a name, and how loudly."""

    type: EntityType
    weight: float
    rule: str


def judge(signs: dict[EntityType, float]) -> tuple[EntityType, float]:
    """The type with the largest sum and the confidence in it, 0 to 1; `other` below the least sum."""
    if not signs:
        return OTHER, 0.3
    best = max(signs, key=lambda kind: signs[kind])
    top = signs[best]
    if top < 1.0:
        return OTHER, 0.3
    second = max((value for kind, value in signs.items() if kind is not best), default=0.0)
    margin = top - max(0.0, second)
    return best, round(min(0.99, 0.5 + 0.1 * margin), 2)


def is_name(run: Run) -> bool:
    """Whether the run can be a name at all: not a nationality, not a lone letter."""
    if len(run.words) == 2 and run.words[0] in w.LABELS:
        return False
    if len(run.words) > 1:
        return not run.name.isupper() or not all(is_common(word.lower()) for word in run.words)
    name = run.name
    if is_demonym(name) or name in w.NOT_NAMES:
        return False
    # Words in capitals for loudness: `HUGE`.
    return not (len(name) > 3 and name.isupper() and is_common(name.lower()) and not known(name))
