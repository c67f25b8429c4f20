"""A long list of highlights at the end of a file is read after the rest of the article."""

from __future__ import annotations

import pytest

from reader.errors import ArticleError
from reader.sources.yaml import article
from reader.sources.yaml.article import read, read_highlights

HEAD = b"title: T\nparagraphs:\n  - One day the river moved.\n  - And nobody asked why.\n"
LIST = b"highlights:\n  - text: the river\n    color: blue\n# a comment\n  - note: A note.\n"


@pytest.fixture(autouse=True)
def two_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(article, "MANY", 10)


def test_reading_later_gives_the_same_highlights_as_reading_at_once() -> None:
    found = read(HEAD + LIST, "a.yaml", may_leave=True)
    assert found.document.highlights == ()
    assert found.unread is not None
    highlights, faults = read_highlights(found.unread, found.document.blocks)
    whole = read(HEAD + LIST, "a.yaml")
    assert highlights == whole.document.highlights
    assert [one.pieces for one in highlights] == [one.pieces for one in whole.document.highlights]
    assert faults == whole.faults == ()


def test_faults_have_their_place_in_the_whole_file() -> None:
    data = HEAD + LIST.replace(b"blue", b"red")
    found = read(data, "a.yaml", may_leave=True)
    assert found.unread is not None
    assert read_highlights(found.unread, found.document.blocks)[1] == read(data, "a.yaml").faults != ()


def test_an_error_among_the_highlights_is_raised_with_its_place() -> None:
    found = read(HEAD + LIST + b"  - text: [a, list]\n", "a.yaml", may_leave=True)
    assert found.unread is not None
    with pytest.raises(ArticleError, match=r"^a\.yaml:10:11: "):
        read_highlights(found.unread, found.document.blocks)


@pytest.mark.parametrize(
    "data",
    [
        HEAD + LIST + b"x-more: 1\n",  # not at the end
        HEAD + LIST + b"...\n",
        LIST + HEAD,
        HEAD.replace(b"\n", b"\r") + LIST.replace(b"\n", b"\r"),
        b"{title: T, paragraphs: [a],\nhighlights: [{note: a long note}]}\n",
        HEAD + b'note: "a\nhighlights: no key, but a text in quotation marks"\n',
        HEAD,
    ],
    ids=["another key", "an end", "at the start", "CR", "flow", "in quotation marks", "none"],
)
def test_any_other_file_is_read_at_once(data: bytes) -> None:
    found = read(data, "a.yaml", may_leave=True)
    assert found == read(data, "a.yaml")


def test_a_second_list_is_refused_as_when_it_is_read_at_once() -> None:
    with pytest.raises(ArticleError, match="twice"):
        read(HEAD + LIST + LIST, "a.yaml", may_leave=True)
