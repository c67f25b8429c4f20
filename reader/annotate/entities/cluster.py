"""A cluster: the mentions of one entity and the evidence for its type.

Owns how evidence is summed. The weight of repeated evidence grows with the square root of its count.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from math import sqrt
from typing import NamedTuple

from reader.annotate.entities.candidate import Candidate
from reader.annotate.entities.evidence import Evidence, choose_type
from reader.model import EntityType


class Description(NamedTuple):
    """A description of the entity next to a mention. It applies only if the entity has this type."""

    paragraph: int
    start: int
    type: EntityType
    words: str


@dataclass(slots=True)
class Cluster:
    """The mentions of one entity, the evidence for each type, and descriptions of the entity."""

    name: str
    words: tuple[str, ...]
    mentions: list[Candidate] = field(default_factory=list)
    evidence_totals: dict[tuple[EntityType, str], tuple[float, int]] = field(default_factory=dict)
    descriptions: list[Description] = field(default_factory=list)
    type: EntityType = EntityType.OTHER
    confidence: float = 0.0
    top_score: float = 0.0

    def add_evidence(self, evidence: Evidence) -> None:
        """Add one piece of evidence."""
        key = (evidence.type, evidence.rule)
        total, count = self.evidence_totals.get(key, (0.0, 0))
        self.evidence_totals[key] = (total + evidence.weight, count + 1)

    def merge(self, other: Cluster) -> None:
        """Add the mentions, evidence and descriptions of `other`."""
        self.mentions += other.mentions
        self.descriptions += other.descriptions
        for key, (total, count) in other.evidence_totals.items():
            own, times = self.evidence_totals.get(key, (0.0, 0))
            self.evidence_totals[key] = (own + total, times + count)

    def copy(self) -> Cluster:
        """An independent copy."""
        return replace(
            self,
            mentions=list(self.mentions),
            evidence_totals=dict(self.evidence_totals),
            descriptions=list(self.descriptions),
        )

    def decide_type(self) -> None:
        """Choose the type with the most evidence."""
        scores: dict[EntityType, float] = {}
        for (kind, rule), (total, count) in self.evidence_totals.items():
            scores[kind] = scores.get(kind, 0.0) + _weight_of_repeats(rule, total, count)
        self.type, self.confidence = choose_type(scores)
        self.top_score = max(scores.values(), default=0.0)

    @property
    def rule(self) -> str:
        """The rule with the most weight for the type."""
        own = {
            rule: _weight_of_repeats(rule, *total_and_count)
            for (kind, rule), total_and_count in self.evidence_totals.items()
            if kind is self.type
        }
        return max(own, key=lambda rule: own[rule]) if own else "capital letters"


def _weight_of_repeats(rule: str, total: float, count: int) -> float:
    """The weight of evidence with this sum and count. An article counts once."""
    return total / count if rule == "article" else total / sqrt(count)
