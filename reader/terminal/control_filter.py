"""The second filter against control characters: none goes to the terminal as text, wherever it came from.

The first filter, `reader.text.clean`, cleans articles when they are read. This one sees every segment of
every widget. With `READER_STRICT` set, as the tests set it, a control character here is an error.

Textual's own filters run inside this one: every separate filter keeps another copy of each painted row, and
an article has hundreds of rows.
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

    Then applies `others`, one after the other.
    """

    def __init__(self, others: Sequence[LineFilter] = ()) -> None:
        super().__init__()
        self._strict = environment.is_strict()
        self._others = tuple(others)

    def before(self, others: Sequence[LineFilter]) -> ControlGate:
        """A gate that also applies these filters; this gate if it applies them already."""
        return self if self._others == tuple(others) else ControlGate(others)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The filtered segments; the same list object if nothing has to be replaced."""
        segments = self._passed(segments)
        for other in self._others:
            filtered = other.apply(segments, background)
            # If nothing changed, keep the list that exists: an equal copy would only take memory.
            segments = segments if filtered == segments else filtered
        return segments

    def _passed(self, segments: list[Segment]) -> list[Segment]:
        for text, _, control in segments:
            # `isprintable` is a scan in C. Apart from controls it refuses only rare characters (odd blanks).
            if not text.isprintable() and not control and _control().search(text):
                break
        else:
            return segments
        if self._strict:
            raise AssertionError(f"a control character reached the screen: {[s.text for s in segments]!r}")
        return [Segment(_control().sub("\ufffd", s.text), s.style, s.control) for s in segments]


@cache
def _control() -> re.Pattern[str]:
    """The pattern, compiled when first needed, which is rare. Compiling takes almost 1 ms of the start-up."""
    return re.compile(_CONTROL)
