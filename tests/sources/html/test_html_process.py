"""Parsing of pages in a child process, which may die."""

from __future__ import annotations

import array
import fcntl
import json
import os
import selectors
import signal
import subprocess
import sys
import termios
import time

import pytest

from reader.errors import ArticleError
from reader.sources import html
from reader.sources.html import start
from reader.sources.html.article import read_page
from reader.sources.html.worker import answer
from reader.sources.yaml.write import dump

PAGE = (
    "<html lang=en><head><title>Größe</title></head><body><h1>Größe</h1>"
    + "".join(
        f"<p>Paragraph {n} says <em>something</em> about size, at some length, and ends.</p>" for n in "abcde"
    )
    + "</body></html>"
)


def test_the_child_process_gives_the_same_document_as_parsing_directly() -> None:
    begun = start(PAGE, "a.html", "https://e.example/a")
    assert begun.document() == read_page(PAGE, "a.html", "https://e.example/a", "", False)
    assert start(PAGE.encode("cp1252"), "a.html", charset="cp1252").document().title == "Größe"


def test_parsing_can_be_started_and_awaited_later() -> None:
    begun = start(PAGE, "a.html", whole_page=True)
    assert len(begun.document().blocks) == 6


def test_a_page_can_be_written_as_an_article_file() -> None:
    assert "markup: markdown" in dump(start(PAGE, "a.html").document())


def test_a_page_too_large_is_refused_before_a_process_starts() -> None:
    with pytest.raises(ArticleError, match=r"a\x20b.html: is too large"):
        start(b"x" * (4 * html.LIMIT + 1), "a\tb.html")


def test_a_fault_is_reported_with_the_name_of_the_page() -> None:
    with pytest.raises(ArticleError, match=r"^a.html: no main text"):
        start("<p>hello</p>", "a.html").document()


def test_a_process_that_dies_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(ArticleError, match="too much memory or time"):
        start(PAGE, "a.html").document()
    monkeypatch.setattr(sys, "executable", "/no/such/program")
    with pytest.raises(ArticleError, match="no process"):
        start(PAGE, "a.html").document()


def test_a_process_that_takes_too_long_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "SECONDS", 0.001)
    with pytest.raises(ArticleError, match="takes more than"):
        start(PAGE, "a.html").document()


def test_parsing_can_be_cancelled() -> None:
    begun = start(PAGE, "a.html")
    begun.cancel()
    with pytest.raises((ArticleError, ValueError)):
        begun.document()


def test_a_parser_exception_is_reported_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    from reader.sources.html import article

    head = json.dumps(html.Request("a.html")).encode()
    for error, words in (
        (RuntimeError("x"), "RuntimeError"),
        (MemoryError(), "memory"),
        (RecursionError(), "nested too deeply"),
    ):

        def breaks(*_: object, error: Exception = error) -> None:
            raise error

        monkeypatch.setattr(article, "read_page", breaks)
        document, fault = json.loads(answer(head, b"<p>"))
        assert document is None
        assert words in fault


WORDS = "<p>A paragraph with enough words to be the main text of a page, and more of it.</p>" * 8


@pytest.mark.slow
@pytest.mark.parametrize("whole_page", [False, True])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<div>", "</div>"),
        ("<blockquote>", ""),
        ("<ul><li>", ""),
        ("<p><em>", "</em>"),
        ('<script type="application/ld+json">' + '{"a":' * 20_000 + "</script>", ""),
    ],
)
def test_deep_nesting_is_parsed_or_reported(before: str, after: str, whole_page: bool) -> None:
    page = before * 20_000 + WORDS + after * 20_000 if "script" not in before else before + WORDS
    said = ""
    try:
        assert start(page, "a.html", whole_page=whole_page).document().blocks
    except ArticleError as error:
        said = str(error)
    assert "Recursion" not in said


def fault_of(page: str, *, whole_page: bool) -> str:
    head = json.dumps(html.Request("a.html", whole_page=whole_page)).encode()
    document, fault = json.loads(answer(head, page.encode()))
    assert document is None
    return str(fault)


def test_whole_page_is_suggested_only_if_it_shows_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    from reader.sources.html import article

    def too_deep(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr(article, "main_texts", too_deep)  # only the article needs this function
    hinted = "is nested too deeply to be parsed; --whole-page shows all its text"
    assert fault_of(PAGE, whole_page=False) == hinted
    monkeypatch.setattr(article, "units_of", too_deep)  # the whole page needs this function too
    for whole_page in (False, True):
        assert fault_of(PAGE, whole_page=whole_page) == "is nested too deeply to be parsed"


@pytest.mark.parametrize("whole_page", [False, True])
def test_whole_page_is_not_suggested_after_a_timeout(
    monkeypatch: pytest.MonkeyPatch, whole_page: bool
) -> None:
    monkeypatch.setattr(html, "SECONDS", 0.001)
    with pytest.raises(ArticleError) as caught:
        start(PAGE, "a.html", whole_page=whole_page).document()
    assert "--whole-page" not in str(caught.value)


def printed_by(code: str) -> str:
    """The output of `code` in a new process, stripped."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_importing_the_package_imports_no_parser() -> None:
    code = "import sys, reader.sources.html; print([m for m in ('lxml', 'trafilatura') if m in sys.modules])"
    assert printed_by(code) == "[]"


PARSING = """
import sys, time
from reader.sources.html import worker

def answer(head, data):
    print("begun", file=sys.stderr, flush=True)
    end = time.monotonic() + 30
    while time.monotonic() < end:
        pass
    return b"late"

worker.answer = answer
worker.main()
"""
"""The child process, with a page that takes a long time."""

WAITING = """
import subprocess, sys
parsing = subprocess.Popen([sys.executable, "-c", sys.argv[1]], stdin=subprocess.PIPE, stderr=subprocess.PIPE)
parsing.stdin.close()
parsing.stderr.readline()
"""
"""The parent process. It ends as soon as the child process parses the page."""


def test_the_child_process_ends_with_its_parent() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WAITING, PARSING], capture_output=True, timeout=60, check=True
    )
    assert done.stdout == b""


WORKER = """
import os, sys
sys.argv = ["worker", "", str(os.getppid())]
from reader.sources.html.worker import main
main()
"""
"""The worker process as the reader starts it."""


@pytest.mark.parametrize("unbuffered", ["", "1"], ids=["buffered", "unbuffered"])
def test_an_answer_is_complete_when_a_signal_interrupts_its_writing(unbuffered: str) -> None:
    page = "<p>" + "words of the page " * 10_000 + "</p>"
    process = subprocess.Popen(
        [sys.executable, "-c", WORKER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
    )
    assert process.stdin is not None
    assert process.stdout is not None
    with process, selectors.DefaultSelector() as selector:
        request = html.Request("a.html", whole_page=True, text=True)
        process.stdin.write(json.dumps(request).encode() + b"\n" + page.encode())
        process.stdin.close()
        selector.register(process.stdout, selectors.EVENT_READ)
        assert selector.select(60)
        full = fcntl.fcntl(process.stdout, fcntl.F_GETPIPE_SZ)
        deadline = time.monotonic() + 60
        while waiting_bytes(process.stdout.fileno()) < full and time.monotonic() < deadline:
            pass
        process.send_signal(signal.SIGALRM)
        received = process.stdout.read()
    assert json.loads(received)
    assert received.count(b"words of the page") == 10_000


def waiting_bytes(descriptor: int) -> int:
    """The number of bytes in a pipe."""
    held = array.array("i", [0])
    fcntl.ioctl(descriptor, termios.FIONREAD, held)
    return held[0]
