"""One thing the article names, while the evidence for it is gathered.

Owns how signs are summed: a rule that speaks often counts with the root of its times.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from math import sqrt
from typing import NamedTuple

from reader.annotate.entities.evidence import Sign, judge
from reader.annotate.entities.name_run import Run
from reader.model import EntityType


class Said(NamedTuple):
    """What the text says beside a mention of a thing: who or what it is, if it is of that type."""

    paragraph: int
    start: int
    type: EntityType
    words: str


@dataclass(slots=True)
class Card:
    """A thing while it is being put together: its runs, the evidence for each type, what is said of it."""

    name: str
    words: tuple[str, ...]
    runs: list[Run] = field(default_factory=list)
    rules: dict[tuple[EntityType, str], tuple[float, int]] = field(default_factory=dict)
    said: list[Said] = field(default_factory=list)
    type: EntityType = EntityType.OTHER
    confidence: float = 0.0
    sum: float = 0.0

    def add(self, sign: Sign) -> None:
        """Count one sign."""
        key = (sign.type, sign.rule)
        total, count = self.rules.get(key, (0.0, 0))
        self.rules[key] = (total + sign.weight, count + 1)

    def take(self, other: Card) -> None:
        """Become one with `other`."""
        self.runs += other.runs
        self.said += other.said
        for key, (total, count) in other.rules.items():
            mine, times = self.rules.get(key, (0.0, 0))
            self.rules[key] = (mine + total, times + count)

    def copy(self) -> Card:
        """Another one with the same evidence."""
        return replace(self, runs=list(self.runs), rules=dict(self.rules), said=list(self.said))

    def settle(self) -> None:
        """Decide the type from the sums."""
        sums: dict[EntityType, float] = {}
        for (kind, rule), (total, count) in self.rules.items():
            sums[kind] = sums.get(kind, 0.0) + _said_often(rule, total, count)
        self.type, self.confidence = judge(sums)
        self.sum = max(sums.values(), default=0.0)

    @property
    def rule(self) -> str:
        """The rule that spoke loudest for the type."""
        mine = {
            rule: _said_often(rule, *said) for (kind, rule), said in self.rules.items() if kind is self.type
        }
        return max(mine, key=lambda rule: mine[rule]) if mine else "capital letters"


def _said_often(rule: str, total: float, count: int) -> float:
    """The weight of a sign seen `count` times: it grows with the root; an article counts once."""
    return total / count if rule == "article" else total / sqrt(count)
