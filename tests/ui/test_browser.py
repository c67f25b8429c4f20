"""Which links are opened, and how."""

from __future__ import annotations

import gc
import subprocess
import sys
import weakref
import webbrowser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import ReaderError
from reader.ui.browser import open_url, safe_url


class Browser:
    """A process that was started."""

    def __init__(self, code: int | None) -> None:
        self._code = code

    def poll(self) -> int | None:
        return self._code


class Started:
    """Replaces `subprocess.Popen`: records the calls, and keeps only weak references to the processes.

    `code` is the exit code of the processes started from now on; None if they are still running.
    """

    def __init__(self) -> None:
        self.calls: list[tuple[list[str], dict[str, object]]] = []
        self.browsers: list[weakref.ref[Browser]] = []
        self.code: int | None = 0

    def __call__(self, command: list[str], **options: object) -> Browser:
        self.calls.append((command, options))
        browser = Browser(self.code)
        self.browsers.append(weakref.ref(browser))
        return browser


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Started:
    popen = Started()
    monkeypatch.setattr(subprocess, "Popen", popen)
    monkeypatch.setattr(webbrowser, "get", lambda: webbrowser.BackgroundBrowser("firefox"))
    monkeypatch.delenv("BROWSER", raising=False)
    return popen


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://example.org/a?b=c&d=%20#e", "https://example.org/a?b=c&d=%20#e"),
        ("HTTPS://example.org", "https://example.org"),
        ("http://example.org:8080/~u/", "http://example.org:8080/~u/"),
        ("http://[::1]/", "http://[::1]/"),
        ("mailto:ada@example.org?subject=a b", "mailto:ada@example.org?subject=a%20b"),
        (
            'https://example.org/grüße und "mehr"<>',
            "https://example.org/gr%C3%BC%C3%9Fe%20und%20%22mehr%22%3C%3E",
        ),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://example.org/$(touch x);`id`|&\\", "https://example.org/$(touch%20x);%60id%60%7C&%5C"),
    ],
)
def test_a_link_is_parsed_and_serialised_again(url: str, written: str) -> None:
    assert safe_url(url) == written
    assert safe_url(written) == written


@pytest.mark.parametrize(
    "url",
    [
        "",
        "-rf",
        "--new-window",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "ftp://example.org",
        "//example.org",
        "example.org",
        "https:",
        "https:///path",
        "http://[::1",
        "http://example.org:port/",
        "https://example.org\n--flag",
        "https://example.org/\x1b]8;;",
        "https://example.org/\u202egro",
        "https://example.org/\ud800",
        "https://exa mple.org/",
        'https://exa"mple.org/',
        "https://" + "ü" * 80 + ".example/",
    ],
)
def test_an_unsafe_link_is_refused(url: str, started: Started) -> None:
    with pytest.raises(ReaderError) as caught:
        open_url(url)
    assert not started.calls
    assert str(caught.value).isprintable()


def test_a_long_link_is_cut_in_the_message() -> None:
    with pytest.raises(ReaderError) as caught:
        safe_url("gopher:" + "x" * 10_000)
    assert len(str(caught.value)) < 200


@given(st.text(max_size=60) | st.text(max_size=40).map("https://example.org/".__add__))
def test_any_link_is_refused_or_becomes_ascii(url: str) -> None:
    try:
        written = safe_url(url)
    except ReaderError:
        return
    assert written.isascii()
    assert written.isprintable()
    assert " " not in written
    assert written.startswith(("http://", "https://", "mailto:"))
    assert safe_url(written) == written


def test_the_browser_gets_one_argument_and_nothing_of_the_terminal(started: Started) -> None:
    open_url("https://example.org/$(id)")
    ((command, options),) = started.calls
    assert command == [sys.executable, "-I", "-m", "webbrowser", "https://example.org/$(id)"]
    assert options["start_new_session"] is True
    assert {options[name] for name in ("stdin", "stdout", "stderr")} == {subprocess.DEVNULL}
    assert "shell" not in options


def test_ended_browser_processes_are_released(started: Started) -> None:
    for code in (0, None, 0):
        started.code = code
        open_url("https://example.org/")
    gc.collect()
    ended, goes_on, _ = started.browsers
    assert ended() is None
    assert goes_on() is not None
    open_url("https://example.org/")
    gc.collect()
    assert [browser() is None for browser in started.browsers] == [True, False, True, False]


def test_without_a_browser_the_error_has_the_link(started: Started, monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing() -> None:
        raise webbrowser.Error("could not locate runnable browser")

    monkeypatch.setattr(webbrowser, "get", nothing)
    with pytest.raises(ReaderError, match="no browser was found; the link is https:"):
        open_url("https://example.org")


@pytest.mark.parametrize("browser", [webbrowser.GenericBrowser("w3m"), webbrowser.Elinks("elinks")])
def test_a_browser_for_the_terminal_is_not_started_behind_the_reader(
    browser: webbrowser.BaseBrowser, started: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webbrowser, "get", lambda: browser)
    with pytest.raises(ReaderError, match="only a browser for the terminal"):
        open_url("https://example.org")
    monkeypatch.setenv("BROWSER", "my-opener")
    open_url("https://example.org")
    assert len(started.calls) == 1


def test_a_browser_that_does_not_start_is_reported(started: Started, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(command: list[str], **options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(subprocess, "Popen", refuse)
    with pytest.raises(ReaderError, match="the browser does not start: Permission denied"):
        open_url("https://example.org")
    monkeypatch.setattr(sys, "executable", "")
    with pytest.raises(ReaderError, match="no way to start a browser"):
        open_url("https://example.org")
