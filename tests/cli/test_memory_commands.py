"""`reader -c` opens the article that was read last, and `reader forget` deletes what is remembered."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from reader.cli import main
from reader.config.directories import state_folder
from reader.library.store import Store
from reader.model import ArticleId
from reader.reading.identities import article_id
from reader.reading.remembered import ALWAYS_SAVE, Kept
from reader.terminal import standard_streams as terminal
from tests.loaded import load

TEXT = "title: The long way\nparagraphs: [One., Two.]\n"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Simulate a terminal that can show screens. Returns the articles that were opened."""
    made: list[Any] = []

    def run(loaded: Any, **options: Any) -> int:
        made.append(options["loading"].result() if "loading" in options else loaded)
        return 17

    monkeypatch.setattr(terminal, "is_plain", lambda: False)
    monkeypatch.setattr(terminal, "taken", nullcontext)
    monkeypatch.setitem(sys.modules, "reader.ui.app", SimpleNamespace(run=run))
    return made


def read(path: Path, *, copy: str = "", address: str = "", fingerprint: str = "f") -> None:
    """Remember an article as read."""
    store = Store(state_folder())
    store.keep(Kept(ArticleId(address, str(path), fingerprint), "The long way", {}, [], 0.5, copy))
    store.close()


def article(path: Path, title: str = "The long way") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(TEXT.replace("The long way", title))
    return path


def test_continue_opens_the_article_that_was_read_last(opened: list[Any], tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        read(article(tmp_path / name), fingerprint=name)
    for option in ("-c", "--continue"):
        assert main([option]) == 17
    assert [one.path.name for one in opened] == ["b.yaml", "b.yaml"]


def test_continue_needs_an_article_that_was_read(
    opened: list[Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["-c"]) == 2
    assert "nothing was read yet" in capsys.readouterr().err
    read(tmp_path / "gone.yaml")
    assert main(["-c"]) == 2
    assert "The long way, which was read last, is gone" in capsys.readouterr().err
    assert main(["-c", "story.yaml"]) == 2
    assert "leave out the source" in capsys.readouterr().err
    assert opened == []


def test_a_source_opens_as_the_copy_in_the_library(opened: list[Any], tmp_path: Path) -> None:
    copy = article(tmp_path / "library" / "copy.yaml", "My copy")
    address = "https://e.example/never-fetched"
    read(tmp_path / "x", copy=str(copy), address=address)
    assert main([address]) == 17
    [loaded] = opened
    assert (loaded.document.title, loaded.copy_of) == ("My copy", address)


def test_original_opens_the_source_itself(opened: list[Any], tmp_path: Path) -> None:
    source = tmp_path / "page.md"
    source.write_text("# The long way\n\nOne.\n\nTwo.\n")
    copy = article(tmp_path / "library" / "copy.yaml", "My copy")
    read(source, copy=str(copy))
    assert main([str(source)]) == 17
    assert main([str(source), "--original"]) == 17
    copy.unlink()
    assert main([str(source)]) == 17
    assert [one.document.title for one in opened] == ["My copy", "The long way", "The long way"]


def test_an_article_file_opens_itself(opened: list[Any], tmp_path: Path) -> None:
    source = article(tmp_path / "mine.yaml")
    read(source, copy=str(article(tmp_path / "library" / "copy.yaml", "My copy")))
    assert main([str(source)]) == 17
    assert opened[0].document.title == "The long way"


def test_forget_deletes_what_is_remembered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.yaml", "b.yaml", "c.yaml"):
        read(tmp_path / name, fingerprint=name)
    assert main(["forget", str(tmp_path / "a.yaml")]) == 0
    assert main(["forget", str(tmp_path / "a.yaml"), str(tmp_path / "b.yaml")]) == 1
    assert "nothing is remembered of it" in capsys.readouterr().out
    assert main(["forget", "--all"]) == 0
    assert "Forgot 1 article," in capsys.readouterr().out
    assert Store(state_folder()).last() is None


def test_a_file_that_was_read_as_its_copy_is_forgotten_by_its_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    note = tmp_path / "note.md"
    note.write_text("# The river\n\nIt moved.\n", encoding="utf-8")
    read(tmp_path / "library" / "the-river.yaml", fingerprint=article_id(load(str(note))).fingerprint)
    assert main(["forget", str(note)]) == 0
    assert "note.md: forgotten" in capsys.readouterr().out
    assert Store(state_folder()).last() is None


@pytest.mark.parametrize(
    "args", [["forget"], ["forget", "--all", "a.yaml"], ["forget", "--all", "--answers"], ["forget", "-"]]
)
def test_forget_says_what_it_needs(args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(args) == 2
    assert "forget needs" in capsys.readouterr().err


def test_a_source_with_a_highlight_id_opens_at_the_highlight(
    opened: list[Any], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []

    def run(loaded: object, **options: object) -> int:
        asked.append(options["target"])
        return 17

    monkeypatch.setitem(sys.modules, "reader.ui.app", SimpleNamespace(run=run))
    source = article(tmp_path / "a.yaml")
    assert main([f"{source}#h-1a2b3c4d"]) == 17
    assert main([str(source), "--zen"]) == 17
    assert main([f"{source}#h-1a2b3c4d-2", "--zen"]) == 17
    assert asked == ["1a2b3c4d", None, "1a2b3c4d-2"]
    assert main([f"{source}#chapter"]) == 2
    assert "there is no such file" in capsys.readouterr().err
    monkeypatch.setattr(terminal, "is_plain", lambda: True)
    assert main([f"{source}#h-1a2b3c4d"]) == 0
    assert "The long way" in capsys.readouterr().out


def test_an_address_with_a_highlight_opens_the_copy_in_the_library(opened: list[Any], tmp_path: Path) -> None:
    copy = article(tmp_path / "library" / "copy.yaml", "My copy")
    read(tmp_path / "x", copy=str(copy), address="https://e.example/never-fetched")
    assert main(["https://e.example/never-fetched#h-1a2b3c4d"]) == 17
    assert opened[0].document.title == "My copy"


def test_answers_that_were_kept_are_forgotten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = Store(state_folder())
    store.set({ALWAYS_SAVE: True, "theme": "reader-paper"})
    assert main(["forget", "--answers"]) == 0
    assert "asks again" in capsys.readouterr().out
    assert store.settings() == {"theme": "reader-paper"}
