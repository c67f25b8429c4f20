"""Pages of the web in a real terminal."""

from __future__ import annotations

from pathlib import Path

from tests.http_server import PAGE, answer, hanging, head, serving
from tests.pty.terminal import Terminal, command

STUCK = hanging(head(200, **{"content-type": "text/html", "content-length": "20480"}) + b"x" * 10_240)


def reader(url: str, folder: Path) -> Terminal:
    return Terminal([*command(), url], folder)


def test_a_web_page_opens_and_q_quits(tmp_path: Path) -> None:
    with serving({"/": answer(PAGE)}) as server, reader(server.url("/"), tmp_path) as terminal:
        terminal.wait_for("The ferry that went twice", "q quit")
        terminal.type("q")
        assert terminal.wait_exit() == 0
        assert terminal.restored


def test_loading_shows_progress_and_can_be_cancelled(tmp_path: Path) -> None:
    with serving({"/": STUCK}) as server, reader(server.url("/"), tmp_path) as terminal:
        terminal.wait_for(server.url("/"), "10 of 20 kB", "Esc cancel")
        terminal.type("\x1b")
        assert terminal.wait_exit() == 0
        assert terminal.restored


def test_a_slow_file_shows_the_loading_screen_and_can_be_cancelled(tmp_path: Path) -> None:
    page = tmp_path / "deep.html"  # takes 20 seconds, because of its nested lists
    page.write_text("<html><body>" + "<ul><li>" * 100_000 + "<p>Some words of a page. " * 10)
    with reader(str(page), tmp_path) as terminal:
        terminal.wait_for("deep.html", "Reading the file …", "Esc cancel")
        terminal.type("\x1b")
        assert terminal.wait_exit() == 0
        assert terminal.restored


def test_a_page_that_fails_is_reported_on_the_screen_and_after_quitting(tmp_path: Path) -> None:
    with serving({"/": answer(status=403)}) as server, reader(server.url("/"), tmp_path) as terminal:
        terminal.wait_for("The server does not give this page to the reader (403)", "q leave")
        terminal.type("q")
        assert terminal.wait_exit() == 2
        assert terminal.restored
        assert "".join(terminal.lines).startswith(f"reader: {server.url('/')}: the server does not give this")


def test_an_invalid_address_is_reported_before_the_screen_opens(tmp_path: Path) -> None:
    with reader("http://exa mple.org/", tmp_path) as terminal:
        assert terminal.wait_exit() == 2
        assert "neither a name nor a number" in "".join(terminal.lines)
