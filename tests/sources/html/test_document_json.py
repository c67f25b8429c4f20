"""The answer of the child process: its document is read back unchanged, and other data is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reader.sources.html import Request
from reader.sources.html.article import read_page
from reader.sources.html.document_json import decode
from reader.sources.html.worker import answer

PAGES = sorted((Path(__file__).parents[2] / "data/pages").glob("*.html"))
HEAD = json.dumps(Request("page.html", whole_page=True)).encode()
PAGE = (
    b"<title>Ferry</title><h1>Ferry</h1><p>It <em>leaves</em> at <a href='https://e.example/'>nine</a>.</p>"
)


@pytest.mark.parametrize("page", PAGES[::10], ids=lambda path: path.stem)
def test_a_document_is_read_back_as_it_was_written(page: Path) -> None:
    data = page.read_bytes()
    document, fault = decode(answer(HEAD, data))
    assert (document, fault) == (read_page(data, "page.html", "", "", True), "")


def test_a_fault_is_read_back() -> None:
    document, fault = decode(b'[null, "no main text"]')
    assert (document, fault) == (None, "no main text")


def changed(path: tuple[str | int, ...], value: object) -> bytes:
    """The answer for `PAGE` with another value at `path` in its document."""
    whole: Any = json.loads(answer(HEAD, PAGE))
    parent = whole[0]
    for step in path[:-1]:
        parent = parent[step]
    parent[path[-1]] = value
    return json.dumps(whole).encode()


def test_a_value_of_the_right_kind_is_accepted() -> None:
    assert decode(changed(("title",), "Ferry"))[0] is not None


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("title",), 7),
        (("title",), ""),
        (("authors",), "Ada"),
        (("source",), ["name"]),
        (("blocks",), []),
        (("blocks", 0), "text"),
        (("blocks", 0, "kind"), "table"),
        (("blocks", 0, "level"), True),
        (("blocks", 0, "inlines"), [[0, 10_000, "link", "https://e.example/"]]),
        (("blocks", 0, "inlines"), [[0, 1, "blink", ""]]),
        (("quotes",), [["words", [], "", "", []]]),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused(path: tuple[str | int, ...], value: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        decode(changed(path, value))


def test_a_missing_field_is_refused() -> None:
    whole = json.loads(answer(HEAD, PAGE))
    del whole[0]["note"]
    with pytest.raises(ValueError, match="note"):
        decode(json.dumps(whole).encode())


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"null", b"\xff", b'["a", "b"]', b"[null, null]"])
def test_other_data_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        decode(data)
