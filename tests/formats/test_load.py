"""One way to open anything."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from reader.errors import ArticleError, SourceError
from reader.formats.load import FORMATS, OTHER_KINDS, load, load_text

ARTICLE = "title: T\nparagraphs: [a]\npublished: soon\n"


def test_a_file_becomes_an_article_with_its_warnings(tmp_path: Path) -> None:
    path = tmp_path / "river.yaml"
    path.write_text(ARTICLE)
    loaded = load(str(path))
    assert loaded.document.title == "T"
    assert [str(fault).startswith(f"{path}:3:12: published soon") for fault in loaded.warnings] == [True]
    assert (loaded.path, loaded.format) == (path, "yaml")


def test_the_path_is_absolute_and_the_name_as_it_was_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    Path("river.yaml").write_text(ARTICLE)
    for name in ("river.yaml", "./river.yaml", "~/river.yaml"):
        loaded = load(name)
        assert loaded.path == tmp_path / "river.yaml"
        assert loaded.warnings[0].name == name


def test_an_article_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
    loaded = load("-")
    assert loaded.path is None
    assert loaded.warnings[0].name == "standard input"


def test_any_name_is_tried_as_an_article(tmp_path: Path) -> None:
    (tmp_path / "river").write_text(ARTICLE)
    assert load(str(tmp_path / "river")).document.title == "T"


@pytest.mark.parametrize("suffix", [*OTHER_KINDS, ".HTML"])
def test_a_file_of_another_kind_is_named_with_what_can_be_opened(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"story{suffix}"
    path.write_text("x")
    with pytest.raises(SourceError) as caught:
        load(str(path))
    kind = OTHER_KINDS[suffix.lower()]
    assert caught.value.fault == f"is {kind}; what can be opened is an article file (.yaml, .yml)"


def test_a_missing_file_of_another_kind_is_missing_first(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="there is no such file"):
        load(str(tmp_path / "a.pdf"))


def test_an_address_is_said_to_be_one() -> None:
    with pytest.raises(SourceError, match=r"https://example\.org/a: is an address on the web"):
        load("https://example.org/a")


@pytest.mark.parametrize("text", [ARTICLE, ARTICLE.encode(), "\ufeff" + ARTICLE])
def test_an_article_from_text(text: str | bytes) -> None:
    loaded = load_text(text, "pasted\x1b")
    assert (loaded.document.title, loaded.path) == ("T", None)
    assert loaded.warnings[0].name == "pasted␛"


def test_a_surrogate_in_text_is_a_fault_with_its_place() -> None:
    with pytest.raises(ArticleError, match=r"x:1:8: the byte 0xed is not UTF-8"):
        load_text("title: \ud800", "x")


def test_no_suffix_is_both_opened_and_refused() -> None:
    assert not {suffix for form in FORMATS for suffix in form.suffixes} & set(OTHER_KINDS)
