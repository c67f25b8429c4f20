"""The last filter before the terminal."""

from __future__ import annotations

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter, Monochrome

from reader.terminal.control_filter import ControlGate

BLACK = Color.parse("black")
HOSTILE = ["\x1b[31m", "\x9b31m", "\x00", "\x7f", "a\x85b", "\u202eabc", "\u2066x", "\ud800"]


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> ControlGate:
    monkeypatch.delenv("READER_STRICT", raising=False)
    return ControlGate()


@pytest.mark.parametrize("text", HOSTILE)
def test_control_characters_are_replaced(gate: ControlGate, text: str) -> None:
    style = Style(bold=True)
    (segment,) = gate.apply([Segment(text, style)], BLACK)
    assert "\ufffd" in segment.text
    assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c in "\u202e\u2066\ud800" for c in segment.text)
    assert segment.style == style


def test_ordinary_text_of_any_script_passes_untouched(gate: ControlGate) -> None:
    segments = [Segment("plain"), Segment("é 漢字 👩\u200d🚀 a\u00a0b\u3000"), Segment("مرحبا")]
    assert gate.apply(segments, BLACK) is segments


def test_a_control_character_raises_in_strict_mode(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READER_STRICT", "1")
    with pytest.raises(AssertionError, match="control character"):
        ControlGate().apply([Segment("\x1b]52;c;aGk=\x07")], BLACK)


class Louder(LineFilter):
    """Changes every text."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [Segment(segment.text.upper(), segment.style) for segment in segments]


class Copying(LineFilter):
    """Changes nothing, but returns new objects, as Textual's own filters do."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [Segment(*segment) for segment in segments]


def test_other_filters_get_the_filtered_text(gate: ControlGate) -> None:
    (segment,) = gate.before([Copying(), Louder()]).apply([Segment("a\x1bb")], BLACK)
    assert segment.text == "A\ufffdB"


def test_an_unchanged_row_is_returned_as_the_same_list(gate: ControlGate) -> None:
    segments = [Segment("plain", Style(bold=True)), Segment("text")]
    assert gate.before([Copying(), Copying()]).apply(segments, BLACK) is segments


def test_before_returns_the_same_gate_for_the_same_filters(gate: ControlGate) -> None:
    first, second = Copying(), Monochrome()
    behind = gate.before([first, second])
    assert behind.before([first, second]) is behind
    assert behind.before([first]) is not behind
    assert gate.before([]) is gate
