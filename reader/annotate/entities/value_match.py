"""A date, a sum of money or a quantity found in a text by its form."""

from __future__ import annotations

from typing import NamedTuple


class ValueMatch(NamedTuple):
    """`text[start:end]`, its normalized value and the rule that found it."""

    start: int
    end: int
    value: str
    rule: str
