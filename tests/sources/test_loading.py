"""An article that is being loaded while something else goes on."""

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


def test_the_options_are_handed_on(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("some *text*")
    one = Loading(parse_source(str(tmp_path / "a.md"), "plain"))
    assert one.result().document.blocks[0].text == "some *text*"


def test_a_fault_is_raised_where_the_article_is_asked_for() -> None:
    one = Loading(UrlSource("https://ada:secret@example.org/"))
    with pytest.raises(SourceError, match="name or password"):
        one.result()


def test_a_fault_of_the_program_is_raised_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> Loaded:
        raise ZeroDivisionError

    monkeypatch.setattr(loading, "open_source", fail)
    with pytest.raises(ZeroDivisionError):
        Loading(StdinSource()).result()


def test_what_comes_and_the_end_are_noticed() -> None:
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


def test_an_end_that_was_before_is_noticed_at_once() -> None:
    one = Loading(UrlSource("ftp://a/"))
    with pytest.raises(SourceError):
        one.result()
    noticed: list[int] = []
    one.watch(lambda: noticed.append(1))
    assert noticed == [1]
    one.watch(None)
