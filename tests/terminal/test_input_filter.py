"""The filter before Textual's parser: nothing that a terminal sends makes the parser raise."""

from __future__ import annotations

import random
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual import events
from textual._xterm_parser import XTermParser  # the parser that gets the filtered input
from textual.message import Message

from reader.terminal.input_filter import LONGEST_PASTE, LONGEST_SEQUENCE, PASTE_END, PAUSE, TerminalInput

ESCAPE_DELAY = 0.05


def parsed(*pieces: bytes, pause: bool = True) -> list[Message]:
    """The events for input of a terminal, after which the terminal sends nothing more."""
    terminal, parser = TerminalInput(ESCAPE_DELAY), XTermParser()
    sent = [terminal.feed(piece) for piece in pieces]
    while pause and terminal.patience is not None:
        sent.append(terminal.pause())
    return [event for text in sent if text for event in parser.feed(text.decode())]


def keys(found: Iterable[Message]) -> list[str]:
    return [event.key for event in found if isinstance(event, events.Key)]


NUMBERS = ["", "0", "1", "2", "5", "27", "48", "97", "97:65", "1:3", "256", "55296", "1114112", "9" * 12, "٣"]
FINALS = [*"uuu~~ABCDEFHPQRSZMmtycnIO^$@[\\", "$y", "\xe9", "\x1b", ""]
PREFIXES = ["\x1b[", "\x1b[", "\x1b[<", "\x1b[?", "\x1b[>", "\x1bO", "\x1b]", "\x1bP", "\x1b_G"]
BEGINNINGS = [
    b"",
    b"a",
    b"\x1b",
    b"\x1b[",
    b"\x1b[1",
    b"\x1b[1;",
    b"\x1bO",
    b"\x1b]11;",
    b"\x1bP1",
    b"\xe2\x82",
]


def random_report(chance: random.Random) -> bytes:
    """A control sequence, or nearly one."""
    parts = [chance.choice(NUMBERS) for _ in range(chance.randint(0, 6))]
    report: str = chance.choice(PREFIXES) + chance.choice(";;;:").join(parts) + chance.choice(FINALS)
    return report.encode()


@pytest.mark.parametrize("byte", range(256))
def test_any_byte_in_any_position_can_be_parsed(byte: int) -> None:
    one = bytes([byte])
    for before in BEGINNINGS:
        for after in (b"", b"a", b"\x1b[A", b"1:1u"):
            parsed(before + one + after)
    parsed(b"\x1b[200~" + one + b"\x1b[201~")


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(5))
def test_reports_leave_the_parser_ready_for_the_next_key(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(500):
        report = random_report(chance)
        found = parsed(report, b"\x1b[24~" if report.endswith(b"\x1b") else b"", b"\x1b[F")
        assert "end" in keys(found), report
        several = b"".join(random_report(chance) for _ in range(5))
        assert isinstance(parsed(several, b"\x1b[201~", b"\x1b[F")[-1], events.Key), several


PIECES = [b"\x1b[200~", b"\x1b[201~", b"\x1b[", b"\x1b", b"1;1:2A", b";", b"u"]


@settings(max_examples=300)
@given(st.lists(st.binary() | st.sampled_from(PIECES)))
def test_input_in_pieces_gives_the_same_result(pieces: list[bytes]) -> None:
    whole, cut = TerminalInput(), TerminalInput()
    data = b"".join(pieces)
    one = whole.feed(data)
    other = b"".join(cut.feed(bytes([byte])) for byte in data)
    assert one + whole.pause() == other + cut.pause()
    (one + whole.pause()).decode()
    assert whole.patience is None


@pytest.mark.parametrize(
    ("sent", "wanted"),
    [
        (b"\x1b[97;1:1u", ["a"]),
        (b"\x1b[97;1:2u", ["a"]),
        (b"\x1b[97;1:3u", []),
        (b"\x1b[1;1:2A", ["up"]),
        (b"\x1b[1;5:1A", ["ctrl+up"]),
        (b"\x1b[97:65;2u", ["A"]),
        (b"\x1b[97;5u", ["ctrl+a"]),
        (b"\x1b[97;;97u", ["a"]),
        (b"\x1b[0;;" + b":".join([b"128512"] * 8) + b"u", ["grinning_face"] * 8),
        (b"\x1b[1114112u\x1b[55296u\x1b[97;;27u\x1b[97;999u", []),
        (b"\x1b[27u", ["escape"]),
        (b"\x1b", ["escape"]),
        (b"\x1b\x1b", ["escape", "escape"]),
        (
            b"\x1b[A\x1b[[A\x1b[3~\x1b[Z\x1b[1;5D\x1bOP",
            ["up", "f1", "delete", "shift+tab", "ctrl+left", "f1"],
        ),
        (b"\x1b[3$\x1b[3^", ["shift+delete", "ctrl+delete"]),
        (b"\x1b[?62;22c\x1b[0n\x1b[>0;276;0c\x1b[4;2$y\x1b[?1;0$yj", ["j"]),
        (
            b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\\x1b]10;rgb:0/0/0\x07\x1bP>|tmux 3.4\x1b\\\x1b_Gi=1;OK\x1b\\j",
            ["j"],
        ),
        (b"\x1b[M !!\x1b[M\xff\xc3\xa9\x1b[32;5;5Mj", ["j"]),
        (b"\x1b[201~j", ["j"]),
        (b"\xff\xe9j", ["replacement_character", "replacement_character", "j"]),
        ("é漢👩".encode(), ["é", "漢", "woman"]),
        (b"\xc2\x9b31m", ["3", "1", "m"]),
        (
            b'\x1bG\x1b"\x1b5\x1b\r\x1b\t\x1b\x04\x1bf',
            ["alt+G", "alt+quotation_mark", "alt+5", "alt+enter", "alt+tab", "alt+ctrl+d", "alt+f"],
        ),
        (b"\x1b\x7f", ["ctrl+w"]),
        (b"\x1b[[", ["alt+left_square_bracket", "left_square_bracket"]),
        (b"\x1b]", ["alt+right_square_bracket"]),
        pytest.param(b"\x1b[" + b"1" * (LONGEST_SEQUENCE + 1) + b"uj", ["j"], id="a long report"),
        pytest.param(b"\x1b]0;" + b"1" * 2 * LONGEST_SEQUENCE + b"\x1b\\j", ["j"], id="a long reply"),
    ],
)
def test_input_acts_as_the_keys_it_reports(sent: bytes, wanted: list[str]) -> None:
    assert keys(parsed(sent)) == wanted
    assert keys(parsed(*(bytes([byte]) for byte in sent))) == wanted


def test_a_paste_is_text_to_its_end() -> None:
    [paste, key] = parsed(b"\x1b[200~a\x1b[201\xff\x1b[Aq\x1b[200~\xc3\xa9\x1b[201~j")
    assert isinstance(paste, events.Paste)
    assert paste.text == "a␛[201\ufffd␛[Aq␛[200~é"
    assert keys([key]) == ["j"]


def test_a_paste_without_its_end_ends_in_a_pause() -> None:
    terminal = TerminalInput(ESCAPE_DELAY)
    assert terminal.feed(b"\x1b[200~words\x1b[20") == b"\x1b[200~words"
    assert terminal.patience == PAUSE
    assert terminal.pause() == PASTE_END
    assert terminal.feed(b"j") == b"j"
    assert terminal.patience is None


def test_a_paste_is_bounded() -> None:
    [paste, key] = parsed(b"\x1b[200~", *[b"x" * 4096] * (2 * LONGEST_PASTE // 4096), b"\x1b[201~j")
    assert isinstance(paste, events.Paste)
    assert len(paste.text) == LONGEST_PASTE
    assert keys([key]) == ["j"]


def test_the_start_of_a_sequence_has_a_short_timeout() -> None:
    terminal = TerminalInput(ESCAPE_DELAY)
    for held, patience in ((b"\x1b", ESCAPE_DELAY), (b"[", ESCAPE_DELAY), (b"1;1:", PAUSE)):
        assert terminal.feed(held) == b""
        assert terminal.patience == patience
    assert terminal.pause() == b""


@pytest.mark.parametrize("report", [b"\x1b[48;30;100;0;0t", b"\x1b[48;99999999;1:2;3;4t"])
def test_mouse_reports_work_after_any_resize_report(report: bytes) -> None:
    [resize, click] = parsed(report + b"\x1b[<0;3;3M")
    assert isinstance(resize, events.Resize)
    assert min(resize.size) > 0
    assert isinstance(click, events.MouseDown)


def test_key_reports_can_be_switched_off() -> None:
    terminal = TerminalInput(key_reports=False)
    assert terminal.feed(b"\x1b[97u\x1b[A\x1b") == b"\x1b[A"
    assert terminal.pause() == b"\x1b"
