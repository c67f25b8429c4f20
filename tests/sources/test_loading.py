"""Loading of an article in a thread."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from reader.errors import SourceError
from reader.sources import loading
from reader.sources.fetch.watch import CancelledError
from reader.sources.loading import Loading, Received
from reader.sources.open import Loaded
from reader.sources.ref import StdinSource, UrlSource, parse_source
from tests.http_server import PAGE, hanging, head, serving

HTML = head(200, **{"content-type": "text/html", "content-length": "1000"})


def test_an_article_is_loaded_in_a_thread() -> None:
    with serving() as server:
        one = Loading(UrlSource(server.url("/")))
        assert one.result().document.title == "The ferry that went twice"
        assert one.done
        assert not one.cancelled
        assert one.received == Received(len(PAGE), len(PAGE))


def test_the_requested_format_is_passed_on(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("some *text*")
    one = Loading(parse_source(str(tmp_path / "a.md"), "plain"))
    assert one.result().document.blocks[0].text == "some *text*"


def test_a_fault_is_raised_by_result() -> None:
    one = Loading(UrlSource("https://ada:secret@example.org/"))
    with pytest.raises(SourceError, match="name or password"):
        one.result()


def test_any_other_exception_is_raised_by_result(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> Loaded:
        raise ZeroDivisionError

    monkeypatch.setattr(loading, "open_source", fail)
    with pytest.raises(ZeroDivisionError):
        Loading(StdinSource()).result()


def test_progress_and_the_end_are_notified() -> None:
    came = threading.Event()
    with serving({"/": hanging(HTML + b"abc")}) as server:
        one = Loading(UrlSource(server.url("/")))
        one.watch(came.set)
        assert came.wait(10)
        assert one.received == Received(3, 1000)
        came.clear()
        one.cancel()
        assert came.wait(10)
        assert (one.done, one.cancelled) == (True, True)
        with pytest.raises(CancelledError):
            one.result()


def test_watching_a_finished_loading_notifies_at_once() -> None:
    one = Loading(UrlSource("ftp://a/"))
    with pytest.raises(SourceError):
        one.result()
    noticed: list[int] = []
    one.watch(lambda: noticed.append(1))
    assert noticed == [1]
    one.watch(None)
