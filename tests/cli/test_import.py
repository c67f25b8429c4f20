"""`reader import`, and sources of other kinds on the command line."""

from __future__ import annotations

import io
import os
import pty
import re
import stat
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path
from threading import Event
from types import SimpleNamespace
from typing import Any

import pytest

from reader.cli import main, opening
from reader.cli.meter import Meter
from reader.config.directories import library_folder
from reader.library import memory
from reader.sources.open import Loaded, open_source
from reader.sources.ref import SourceRef, UrlSource
from reader.terminal import standard_streams as terminal
from reader.terminal.color_depth import ColorDepth
from tests.http_server import PAGE, answer, serving
from tests.loaded import load

ROOT = Path(__file__).parent.parent.parent

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working directory with sources to import."""
    monkeypatch.chdir(tmp_path)
    Path("page.html").write_bytes(PAGE)
    Path("notes.md").write_text("# Notes on ferries\n\nThey *leave* at nine, said Ada.\n", encoding="utf-8")
    Path("story.txt").write_text("They leave at nine.\n\nThey come back.\n", encoding="utf-8")


def names() -> list[str]:
    """The files of the library."""
    return sorted(path.name for path in library_folder().iterdir())


# --- into the library ---------------------------------------------------------------------------------


def test_sources_of_every_kind_go_to_the_library(capsys: Captured) -> None:
    assert main(["import", "page.html", "notes.md", "story.txt"]) == 0
    out, err = capsys.readouterr()
    assert names() == ["notes-on-ferries.yaml", "story.yaml", "the-ferry-that-went-twice.yaml"]
    assert [Path(line).name for line in out.splitlines()] == [
        "the-ferry-that-went-twice.yaml",
        "notes-on-ferries.yaml",
        "story.yaml",
    ]
    assert err.splitlines() == [
        "reader: 1/3 page.html",
        "reader: 2/3 notes.md",
        "reader: 3/3 story.txt",
        "reader: 3 sources: 3 imported",
    ]


def test_the_file_is_private_and_names_its_source(capsys: Captured, tmp_path: Path) -> None:
    assert main(["import", "notes.md"]) == 0
    out, err = capsys.readouterr()
    path = Path(out.rstrip("\n"))
    assert err == "reader: imported: Notes on ferries\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    text = path.read_text(encoding="utf-8")
    assert text.startswith(
        "format: 1\n"
        "title: Notes on ferries\n"
        "source: {name: notes.md}\n"
        "markup: markdown\n"
        "paragraphs:\n"
        "  - They *leave* at nine, said Ada.\n"
    )
    assert text.endswith(f"\nx-imported-from: {tmp_path / 'notes.md'}\n")


def test_what_was_imported_can_be_shown_checked_and_listed(capsys: Captured) -> None:
    assert main(["import", "page.html"]) == 0
    path = capsys.readouterr().out.rstrip("\n")
    assert main(["show", path]) == 0
    assert main(["check", path]) == 0
    assert main([]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == f"{path}\tThe ferry that went twice"


def test_an_imported_web_page_keeps_its_address(capsys: Captured) -> None:
    with serving({"/a": answer(PAGE)}) as server:
        assert main(["import", server.url("/a")]) == 0
        document = load(capsys.readouterr().out.rstrip("\n")).document
        assert document.source.url == server.url("/a")
        assert dict(document.extras) == {"x-imported-from": server.url("/a")}
        assert main(["import", server.url("/a")]) == 0
    assert capsys.readouterr().err == "reader: unchanged: The ferry that went twice\n"
    assert len(names()) == 1


def test_another_article_of_the_same_title_gets_a_number() -> None:
    Path("other.html").write_bytes(PAGE.replace(b"nine", b"ten"))
    assert main(["import", "page.html", "other.html"]) == 0
    assert names() == ["the-ferry-that-went-twice-2.yaml", "the-ferry-that-went-twice.yaml"]
    assert main(["import", "page.html", "other.html"]) == 0
    assert len(names()) == 2


def test_standard_input_is_imported(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setattr(
        sys, "stdin", io.TextIOWrapper(io.BytesIO(b"# Piped\n\nSome *text* and `code`.\n\n- a\n"))
    )
    assert main(["import", "-", "--format", "markdown"]) == 0
    assert names() == ["piped.yaml"]
    assert "x-imported-from" not in (library_folder() / "piped.yaml").read_text()


def test_an_article_file_is_imported_as_it_is(capsys: Captured) -> None:
    Path("a.yaml").write_text("title: T\nparagraphs: [a]\nquotes: [{text: a, speaker: Ada}]\nx-own: kept\n")
    assert main(["import", "a.yaml"]) == 0
    text = Path(capsys.readouterr().out.rstrip("\n")).read_text()
    assert "speaker: Ada" in text
    assert "x-own: kept" in text


def test_a_link_to_itself_in_the_library_does_not_hide_other_articles(capsys: Captured) -> None:
    assert main(["import", "notes.md"]) == 0
    path = Path(capsys.readouterr().out.rstrip("\n"))
    moved = path.rename(path.with_name("mine.yaml"))
    loop = path.with_name("loop.yaml")
    loop.symlink_to("loop.yaml")
    fault = "is a symbolic link that leads to itself"
    assert main([]) == 0
    assert {f"{moved}\tNotes on ferries", f"{loop}\t{fault}"} <= set(capsys.readouterr().out.splitlines())
    assert main(["import", "notes.md"]) == 0
    assert capsys.readouterr().err.splitlines() == [
        f"reader: {loop}: {fault}; not searched for this article",
        "reader: unchanged: Notes on ferries",
    ]
    assert names() == ["loop.yaml", "mine.yaml"]


# --- importing again ----------------------------------------------------------------------------------


def corrected(path: Path) -> None:
    """Change quotes and entities as a person does."""
    text = re.sub(r"^(?:quotes|entities):.*\n(?: .*\n)*", "", path.read_text(encoding="utf-8"), flags=re.M)
    text += "quotes:\n  - {text: They leave at nine, speaker: Ada Okafor}\n"
    text += "entities:\n  - {name: Ada Okafor, type: person, aliases: [Ada], about: By hand.}\n"
    path.write_text(text, encoding="utf-8")


def test_a_changed_source_does_not_replace_the_file_without_force(capsys: Captured) -> None:
    main(["import", "notes.md"])
    Path("notes.md").write_text("# Notes on ferries\n\nThey leave at ten.\n")
    capsys.readouterr()
    assert main(["import", "notes.md"]) == 2
    err = capsys.readouterr().err
    assert err.startswith("reader: notes.md: is saved already as ")
    assert err.endswith("notes-on-ferries.yaml; --force replaces it and keeps its quotes and entities\n")
    assert "nine" in (library_folder() / "notes-on-ferries.yaml").read_text()


def test_importing_again_keeps_what_a_person_changed(capsys: Captured) -> None:
    main(["import", "notes.md"])
    path = library_folder() / "notes-on-ferries.yaml"
    corrected(path)
    Path("notes.md").write_text("# Notes on ferries\n\nA new beginning.\n\nThey *leave* at nine, said Ada.\n")
    capsys.readouterr()
    assert main(["import", "notes.md", "--force"]) == 0
    assert capsys.readouterr().err == "reader: imported again: Notes on ferries\n"
    document = load(str(path)).document
    assert [block.text for block in document.blocks] == ["A new beginning.", "They leave at nine, said Ada."]
    assert [(quote.speaker, quote.pieces[0].block) for quote in document.quotes] == [("Ada Okafor", 1)]
    assert document.entities[0].about == "By hand."
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_an_import_refuses_to_replace_a_file_damaged_by_hand(capsys: Captured) -> None:
    main(["import", "notes.md"])
    path = library_folder() / "notes-on-ferries.yaml"
    path.write_text(path.read_text() + "title: twice\n")
    capsys.readouterr()
    assert main(["import", "notes.md", "--force"]) == 2
    said = f"reader: {path}: is the file of this article and cannot be read; reader check shows why\n"
    assert capsys.readouterr().err == said
    assert names() == ["notes-on-ferries.yaml"]


def test_redetect_detects_quotes_and_entities_again() -> None:
    main(["import", "notes.md"])
    path = library_folder() / "notes-on-ferries.yaml"
    corrected(path)
    assert main(["import", "notes.md", "--force", "--redetect"]) == 0
    assert "By hand." not in path.read_text()


# --- into a file --------------------------------------------------------------------------------------


def test_a_file_can_be_named(capsys: Captured) -> None:
    assert main(["import", "notes.md", "-o", "out.yaml"]) == 0
    assert capsys.readouterr().out == "out.yaml\n"
    assert load("out.yaml").document.title == "Notes on ferries"
    assert not library_folder().exists()


def test_an_existing_file_is_replaced_only_with_force(capsys: Captured) -> None:
    Path("out.yaml").write_text("something else")
    assert main(["import", "notes.md", "-o", "out.yaml"]) == 2
    assert capsys.readouterr().err == "reader: out.yaml: exists already; --force replaces it\n"
    assert Path("out.yaml").read_text() == "something else"
    assert main(["import", "notes.md", "-o", "out.yaml", "--force"]) == 0
    assert load("out.yaml").document.title == "Notes on ferries"


def test_a_missing_folder_is_one_line(capsys: Captured) -> None:
    assert main(["import", "notes.md", "-o", "gone/out.yaml"]) == 2
    assert capsys.readouterr().err == "reader: gone/out.yaml: cannot be written: no such file or directory\n"


@pytest.mark.parametrize(
    ("args", "fault"),
    [
        (["a", "b", "-o", "c"], "-o takes one source; leave out -o"),
        (["a", "-o", "-"], "reader show SOURCE --yaml writes to standard output"),
        (["a", "-o", ""], "-o needs the name of a file; "),
        (["-", "-"], "- is given twice; standard input can be read only once"),
        ([], "required: SOURCE; see reader import --help"),
        (["a", "--format", "pdf"], "invalid choice: 'pdf'"),
    ],
)
def test_contradicting_arguments_are_a_usage_error(args: list[str], fault: str, capsys: Captured) -> None:
    assert main(["import", *args]) == 2
    assert fault in capsys.readouterr().err
    assert not library_folder().exists()


# --- failures -----------------------------------------------------------------------------------------


def test_the_import_continues_after_a_source_that_fails(capsys: Captured) -> None:
    with serving({"/gone": answer(status=404)}) as server:
        assert main(["import", "missing.md", server.url("/gone"), "notes.md"]) == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1
    assert "reader: missing.md: there is no such file" in err
    assert "/gone: there is no such page (404)" in err
    assert err.endswith("reader: 3 sources: 1 imported, 2 failed\n")


def test_no_library_is_made_when_all_sources_fail(capsys: Captured) -> None:
    assert main(["import", "missing.md", "gone.md"]) == 2
    assert capsys.readouterr().err.endswith("reader: 2 sources: 2 failed\n")
    assert main(["import", "missing.md"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not library_folder().exists()


def test_names_are_cleaned(capsys: Captured) -> None:
    assert main(["import", "\x1b[2J.md", "https://ada:secret@\x1b[2J/"]) == 2
    err = capsys.readouterr().err
    assert "secret" not in err
    assert all(line.isprintable() for line in err.splitlines())


# --- progress on a terminal ---------------------------------------------------------------------------


class Tty(io.StringIO):
    """A terminal to write to."""

    def isatty(self) -> bool:
        return True


def test_progress_is_one_row_that_is_cleared(monkeypatch: pytest.MonkeyPatch) -> None:
    tty = Tty()
    monkeypatch.setattr(sys, "stderr", tty)
    meter = Meter(UrlSource("https://ada:secret@example.org/" + "a" * 200), "1/2 ")
    meter.show(5_000, None)
    meter.show(10_240, 20_480)
    meter.close()
    rows = tty.getvalue().split("\r")
    assert rows[1].startswith("1/2 https://…@example.org/aaa")
    assert "secret" not in tty.getvalue()
    assert max(map(len, rows)) < 80
    assert "\n" not in tty.getvalue()
    assert rows[-2].isspace()


def test_progress_shows_how_much_was_received(monkeypatch: pytest.MonkeyPatch) -> None:
    tty = Tty()
    monkeypatch.setattr(sys, "stderr", tty)
    meter = Meter(UrlSource("http://a/"))
    meter.show(10_240, None)
    meter.show(10_240, 20_480)
    assert [row.strip() for row in tty.getvalue().split("\r")][2:] == [
        "http://a/ … 10 kB",
        "http://a/ … 10 of 20 kB",
    ]


def test_a_closed_terminal_is_not_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []

    class Gone(Tty):
        def write(self, text: str) -> int:
            tried.append(text)
            raise OSError("gone")

    monkeypatch.setattr(sys, "stderr", Gone())
    meter = Meter(UrlSource("http://a/"))
    meter.show(1, 2)
    meter.close()
    assert len(tried) == 1


def test_the_row_is_as_wide_as_the_terminal() -> None:
    leading, following = pty.openpty()
    try:
        done = subprocess.run(
            [sys.executable, "-m", "reader", "import", "notes.md"],
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=following,
            timeout=60,
            check=False,
        )
        shown = os.read(leading, 4096).decode()
    finally:
        os.close(leading)
        os.close(following)
    assert done.returncode == 0
    assert shown.startswith("\rnotes.md …\r")
    assert shown.endswith("reader: imported: Notes on ferries\r\n")


# --- opening and showing other kinds --------------------------------------------------------------------


def test_a_page_is_shown(capsys: Captured) -> None:
    assert main(["show", "page.html"]) == 0
    assert capsys.readouterr().out.startswith("The ferry that went twice\n")
    assert main(["page.html"]) == 0
    assert capsys.readouterr().out.startswith("The ferry that went twice\n")


def test_the_format_and_the_whole_page_can_be_requested(capsys: Captured) -> None:
    assert main(["show", "notes.md", "--format", "plain"]) == 0
    assert "*leave*" in capsys.readouterr().out
    assert main(["notes.md", "--format", "plain"]) == 0
    assert "*leave*" in capsys.readouterr().out
    Path("page.html").write_bytes(PAGE.replace(b"<main>", b"<nav><a href='/'>Harbour news</a></nav><main>"))
    assert main(["show", "page.html", "--whole-page"]) == 0
    assert "Harbour news" in capsys.readouterr().out
    assert main(["page.html", "--whole-page"]) == 0
    assert "Harbour news" in capsys.readouterr().out


def test_a_web_page_is_shown(capsys: Captured) -> None:
    with serving() as server:
        assert main(["show", server.url("/"), "--yaml"]) == 0
        assert f"url: {server.url('/')}" in capsys.readouterr().out
        assert main([server.url("/gone")]) == 2
        assert "(404)" in capsys.readouterr().err


OTHERS = {"target": None, "depth": ColorDepth.INDEXED}
"""The options of the screen that these tests do not set on the command line."""


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, dict[str, Any]]]:
    """Simulate a terminal that can show screens. Returns the arguments with which each was opened."""
    made: list[tuple[Any, dict[str, Any]]] = []

    def run(loaded: Any, *, memory: object, **options: Any) -> int:
        made.append((loaded, options))
        return 17

    monkeypatch.setattr(terminal, "is_plain", lambda: False)
    monkeypatch.setattr(terminal, "taken", nullcontext)
    monkeypatch.setenv("READER_COLORS", "256")
    monkeypatch.setitem(sys.modules, "reader.ui.app", SimpleNamespace(run=run))
    return made


@pytest.mark.parametrize("path", ["/", "/story.yaml"])
def test_a_web_page_opens_the_loading_screen(path: str, opened: list[tuple[Any, dict[str, Any]]]) -> None:
    with serving({path: answer(PAGE, "text/plain")}) as server:
        assert main([server.url(path), "--zen", "--format", "plain"]) == 17
        [(loaded, options)] = opened
        article = options.pop("loading").result()
    assert (loaded, article.format) == (None, "plain")
    assert options == {
        "zen": True,
        "theme": None,
        "measure": None,
        "target": None,
        "depth": ColorDepth.INDEXED,
    }


def test_a_quickly_loaded_file_opens_without_the_loading_screen(
    opened: list[tuple[Any, dict[str, Any]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_PATIENCE", 60)
    assert main(["page.html"]) == 17
    [(loaded, options)] = opened
    assert (loaded.format, loaded.path) == ("html", Path("page.html").absolute())
    assert options == {
        "zen": False,
        "theme": None,
        "measure": None,
        "target": None,
        "depth": ColorDepth.INDEXED,
    }


@pytest.mark.parametrize("name", ["notes.txt", "large.yaml"])
def test_a_slowly_loaded_file_opens_the_loading_screen(
    name: str, opened: list[tuple[Any, dict[str, Any]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    paragraphs = f"paragraphs:\n- {'words ' * 50_000}\n" if name.endswith(".yaml") else "words"
    Path(name).write_text(f"title: The ferry\n{paragraphs}")
    go_on = Event()

    def slow(source: SourceRef, **options: Any) -> Loaded:
        assert go_on.wait(60)
        return open_source(source, **options)

    monkeypatch.setattr(memory, "open_source", slow)
    monkeypatch.setattr(opening, "_PATIENCE", 0)
    assert main([name]) == 17
    [(loaded, options)] = opened
    assert loaded is None
    assert (options["loading"].source.name, options["loading"].done) == (name, False)
    go_on.set()
    assert options["loading"].result().path == Path(name).absolute()


@pytest.mark.parametrize("source", ["missing.html", "ftp://example.org/", "http://exa mple.org/"])
def test_an_error_is_printed_before_the_screen_opens(
    source: str, opened: list[tuple[Any, dict[str, Any]]], capsys: Captured
) -> None:
    assert main([source]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert opened == []


def test_a_file_named_import_is_opened_by_its_path(capsys: Captured) -> None:
    Path("import").write_text("title: T\nparagraphs: [a]\n")
    assert main(["./import"]) == 0
    assert capsys.readouterr().out.startswith("T\n")


@pytest.mark.parametrize(
    "args", [["--version"], ["show", "a.yaml"], ["check", "a.yaml"], ["import", "a.yaml"]]
)
def test_opening_an_article_file_imports_no_web_modules(args: list[str]) -> None:
    Path("a.yaml").write_text("title: T\nparagraphs: [a]\n")
    code = (
        f"import sys\nfrom reader.cli import main\nassert main({args!r}) == 0\n"
        "print(*sys.modules, sep='\\n', file=sys.stderr)"
    )
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environment | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    loaded = set(done.stderr.split())
    assert not loaded & {"urllib3", "ssl", "http.client", "trafilatura", "lxml"}
    assert "reader.sources.fetch.client" not in loaded
    assert not loaded & {"reader.sources.importers", "reader.sources.detection", "markdown_it"}


def test_progress_is_shown_while_a_page_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    tty = Tty()
    monkeypatch.setattr(sys, "stderr", tty)
    with serving() as server:
        assert main(["show", server.url("/")]) == 0
        shown = tty.getvalue()
    assert f"\r{server.url('/')} … 1 of 1 kB" in shown
    assert shown.endswith(" \r")
    assert "\n" not in shown


def test_an_article_takes_no_corrections_from_the_file_of_another(capsys: Captured) -> None:
    main(["import", "notes.md", "-o", "out.yaml"])
    corrected(Path("out.yaml"))
    assert main(["import", "page.html", "-o", "out.yaml", "--force"]) == 0
    document = load("out.yaml").document
    assert "By hand." not in [entity.about for entity in document.entities]
    assert "They leave at nine" not in [quote.text for quote in document.quotes]


def test_a_named_file_keeps_its_corrections_when_its_source_moved() -> None:
    main(["import", "notes.md", "-o", "out.yaml"])
    corrected(Path("out.yaml"))
    Path("moved.md").write_text("# Notes on ferries\n\nAt last.\n\nThey leave at nine, said Ada.\n")
    assert main(["import", "moved.md", "-o", "out.yaml", "--force"]) == 0
    assert "By hand." in [entity.about for entity in load("out.yaml").document.entities]
