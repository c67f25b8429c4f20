"""The second gate: no control character goes to the terminal as text, wherever it came from.

The first gate cleans articles at the edge. This one stands at the bottom and sees every segment of
every widget. With `READER_STRICT` set, as the tests set it, a control character here is an error.

Textual's own filters follow in the same step: each step keeps another copy of every painted row, of
which an article has hundreds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from reader.config import environment

_CONTROL = "[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"


class ControlGate(LineFilter):
    """Replaces control characters, bidi overrides and lone surrogates in segments by U+FFFD.

    What is left goes through `others`, one after the other.
    """

    def __init__(self, others: Sequence[LineFilter] = ()) -> None:
        super().__init__()
        self._strict = environment.is_strict()
        self._others = tuple(others)

    def before(self, others: Sequence[LineFilter]) -> ControlGate:
        """The gate in front of these filters: this one where it stands there already."""
        return self if self._others == tuple(others) else ControlGate(others)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments, the very same list where nothing has to be replaced."""
        segments = self._passed(segments)
        for other in self._others:
            filtered = other.apply(segments, background)
            # What was not changed need not be kept a second time.
            segments = segments if filtered == segments else filtered
        return segments

    def _passed(self, segments: list[Segment]) -> list[Segment]:
        for text, _, control in segments:
            # `isprintable` is a scan in C; what it refuses besides controls is rare (odd blanks).
            if not text.isprintable() and not control and _control().search(text):
                break
        else:
            return segments
        if self._strict:
            raise AssertionError(f"a control character reached the screen: {[s.text for s in segments]!r}")
        return [Segment(_control().sub("\ufffd", s.text), s.style, s.control) for s in segments]


@cache
def _control() -> re.Pattern[str]:
    """Compiled when first needed, which is seldom: it takes most of a millisecond of the start."""
    return re.compile(_CONTROL)
