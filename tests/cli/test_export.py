"""`reader export` and `reader import --highlights`, as a user runs them."""

from __future__ import annotations

import csv
import io
import json
import shlex
from pathlib import Path
from typing import Any

import pytest

from reader.cli import main
from reader.config.directories import library_folder, state_folder
from reader.library.memory import Memory
from reader.model import QuoteKey
from reader.reading.identities import article_id
from reader.reading.remembered import Kept
from reader.sources.ref import split_target
from tests.loaded import load

Captured = pytest.CaptureFixture[str]

RIVER = """\
# typed by hand
title:   The river moved
source: {name: The Herald, url: https://e.example/river}
paragraphs:
  - “The water did not ask us,” said Ada Okafor.   # a comment
  - The treaty does not say which river is meant, and nobody asked.
quotes:
  - {text: The water did not ask us, speaker: Ada Okafor}
"""
MARKS = """\
highlights:
  - text: The water did not ask us
    color: green
    note: 'Why? #todo'
    made: 2026-11-30T10:12:00Z
    at: {paragraph: 1, before: “, after: ',” said Ada Okafor.'}
    x-own: {kept: [a, b]}
  - note: The whole.
    made: 2026-11-30T10:13:00Z
"""
AT_ITS_HOME = RIVER + MARKS


@pytest.fixture(autouse=True)
def _surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working directory with some articles."""
    monkeypatch.chdir(tmp_path)
    Path("river.yaml").write_text(AT_ITS_HOME, encoding="utf-8")
    Path("bare.yaml").write_text("title: Bare\nparagraphs: [Nothing marked.]\n", encoding="utf-8")


def exported(capsys: Captured, *args: str) -> Any:
    assert main(["export", *args, "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)["articles"]


# -- printing ------------------------------------------------------------------------------------------


def test_markdown_is_printed_by_default(capsys: Captured) -> None:
    assert main(["export", "river.yaml"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith('---\ntitle: "The river moved"\n')
    assert "> The water did not ask us\n\n^h-" in out
    assert "— Ada Okafor, [¶ 1](<https://e.example/river>), 30 November 2026\n" in out
    assert "## Quotes" not in out
    assert not err
    assert not state_folder().exists()
    assert main(["export", "river.yaml", "--quotes"]) == 0
    assert "## Quotes" in capsys.readouterr().out


def test_json_has_every_field_and_the_command_opens_the_article_there(capsys: Captured) -> None:
    [article] = exported(capsys, "river.yaml", "--quotes")
    path = str(Path("river.yaml").absolute())
    assert article["file"] == path
    first, whole = article["highlights"]
    assert (first["speaker"], first["paragraph"], first["status"]) == ("Ada Okafor", 1, "exact")
    assert first["x-own"] == {"kept": ["a", "b"]}
    assert (whole["text"], whole["color"], whole["pieces"]) == (None, None, [])
    assert article["quotes"][0]["speaker"] == "Ada Okafor"
    program, word = shlex.split(first["open"])
    assert (program, split_target(word)) == ("reader", (path, first["id"]))
    said = [split_target(shlex.split(quote["open"])[1]) for quote in article["quotes"]]
    assert {source for source, _ in said} == {path}
    assert all(isinstance(target, QuoteKey) for _, target in said)
    assert len({target for _, target in said}) == len(said)


def test_csv_and_w3c_are_printed(capsys: Captured) -> None:
    assert main(["export", "river.yaml", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out, newline="")))
    assert [row["Highlight"] for row in rows] == ["", "The water did not ask us"]
    assert main(["export", "river.yaml", "--format", "w3c"]) == 0
    assert json.loads(capsys.readouterr().out)["total"] == 2


def test_an_article_without_highlights_is_named(capsys: Captured) -> None:
    head = "Highlight,Title,Author,URL,Note,Location\n"
    for form, expected in (("markdown", ""), ("csv", head), ("w3c", "")):
        assert main(["export", "bare.yaml", "--format", form]) == 0
        out, err = capsys.readouterr()
        assert (out.replace("\r", ""), err.count("\n")) == (expected, 1)
        assert err.endswith("bare.yaml: no highlights\n")
    assert exported(capsys, "bare.yaml") == []
    assert len(exported(capsys, "bare.yaml", "river.yaml", "river.yaml")) == 1


def test_a_source_that_fails_does_not_stop_the_others(capsys: Captured) -> None:
    assert main(["export", "gone.yaml", "river.yaml"]) == 1
    out, err = capsys.readouterr()
    assert "The river moved" in out
    assert "gone.yaml: there is no such file" in err
    assert main(["export", "gone.yaml"]) == 2


@pytest.mark.parametrize(
    ("args", "complaint"),
    [
        ([], "export needs sources, or --all"),
        (["river.yaml", "--all"], "export needs sources, or --all"),
        (["-", "-"], "- is given twice"),
        (["river.yaml", "-o", "-"], "-o needs a file or a folder"),
        (["river.yaml", "-o", "out.yaml"], "out.yaml would be an article file"),
        (["river.yaml", "--format", "pdf"], "invalid choice"),
    ],
)
def test_a_wrong_command_line_is_one_line_and_exit_2(
    args: list[str], complaint: str, capsys: Captured
) -> None:
    assert main(["export", *args]) == 2
    out, err = capsys.readouterr()
    assert complaint in err
    assert (out, err.count("\n")) == ("", 1)


# -- writing -------------------------------------------------------------------------------------------


def test_a_file_is_replaced_only_with_force(capsys: Captured) -> None:
    assert main(["export", "river.yaml", "bare.yaml", "-o", "out.md"]) == 0
    assert capsys.readouterr().out == "out.md\n"
    assert "The river moved" in Path("out.md").read_text()
    assert main(["export", "river.yaml", "bare.yaml", "-o", "out.md"]) == 0  # the file is the same already
    assert capsys.readouterr().out == "out.md\n"
    Path("out.md").write_text("mine")
    assert main(["export", "river.yaml", "-o", "out.md"]) == 2
    assert "out.md: exists already; --force replaces it" in capsys.readouterr().err
    assert Path("out.md").read_text() == "mine"
    assert main(["export", "river.yaml", "-o", "out.md", "--force"]) == 0
    assert "The river moved" in Path("out.md").read_text()


def test_csv_in_a_file_has_the_line_ends_of_the_standard() -> None:
    assert main(["export", "river.yaml", "--format", "csv", "-o", "out.csv"]) == 0
    assert Path("out.csv").read_bytes().count(b"\r\n") == 3


def test_a_folder_gets_a_file_for_each_article(capsys: Captured) -> None:
    Path("other.yaml").write_text(AT_ITS_HOME.replace("did not", "will not"), encoding="utf-8")
    assert main(["export", "river.yaml", "other.yaml", "bare.yaml", "-o", "new/notes/"]) == 0
    names = ["new/notes/the-river-moved.md", "new/notes/the-river-moved-2.md"]
    assert capsys.readouterr().out.split() == names
    assert main(["export", "river.yaml", "--format", "w3c", "-o", "new"]) == 0
    assert Path("new/the-river-moved.jsonld").exists()
    capsys.readouterr()
    Path("new/notes/the-river-moved-2.md").unlink()
    Path("new/notes/the-river-moved.md").write_text("mine")
    assert main(["export", "river.yaml", "other.yaml", "-o", "new/notes"]) == 1
    out, err = capsys.readouterr()
    assert (out.split(), "exists already" in err) == (names[1:], True)
    assert main(["export", "river.yaml", "-o", "bare.yaml/"]) == 2


def test_a_source_is_never_replaced(capsys: Captured) -> None:
    Path("the-river-moved.md").write_text("# The river moved\n\nText.\n")
    copy = library_folder() / "copy.yaml"
    copy.parent.mkdir(parents=True)
    copy.write_text(AT_ITS_HOME)
    remember("the-river-moved.md", copy)
    assert main(["export", "the-river-moved.md", "-o", ".", "--force"]) == 2
    assert "is a source of this export" in capsys.readouterr().err
    assert Path("the-river-moved.md").read_text() == "# The river moved\n\nText.\n"


# -- copies --------------------------------------------------------------------------------------------


def remember(source: str, copy: Path) -> None:
    """Remember that a source has a copy in the library."""
    memory = Memory(state_folder())
    memory.keep(Kept(article_id(load(source)), "T", {}, [], 0.5, str(copy)))
    memory.close()


def test_a_markdown_file_is_exported_as_its_copy_with_its_own_lines(capsys: Captured) -> None:
    Path("draft.md").write_text("# The river moved\n\n“The water\ndid *not* ask us,” said Ada.\n")
    copy = library_folder() / "the-river-moved.yaml"
    copy.parent.mkdir(parents=True)
    copy.write_text(
        "title: The river moved\nparagraphs: ['“The water did not ask us,” said Ada.', And more.]\n"
        "highlights: [{text: ask us}, {text: water did not ask}, {text: And more}]\n",
        encoding="utf-8",
    )
    remember("draft.md", copy)
    [article] = exported(capsys, "draft.md")
    assert (article["file"], article["source_file"]) == (str(copy), str(Path("draft.md").absolute()))
    found = [(one["text"], one["line"], one["column"]) for one in article["highlights"]]
    assert found == [("ask us", 4, 11), ("water did not ask", 3, 6), ("And more", None, None)]


def test_all_exports_the_library(capsys: Captured) -> None:
    assert main(["export", "--all"]) == 0
    assert capsys.readouterr().err == "reader: no highlights in your library\n"
    folder = library_folder()
    folder.mkdir(parents=True)
    for name, text in (("b", AT_ITS_HOME), ("a", "title: Bare\nparagraphs: [x]\n"), (".c", AT_ITS_HOME)):
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    assert [one["file"] for one in exported(capsys, "--all")] == [str(folder / "b.yaml")]
    (folder / "broken.yaml").write_text("title: x\n")
    assert main(["export", "--all", "-o", "notes/"]) == 1
    out, err = capsys.readouterr()
    assert out == "notes/the-river-moved.md\n"
    assert "broken.yaml" in err


# -- importing an export -------------------------------------------------------------------------------


def test_export_and_import_of_json_restore_the_same_bytes(capsys: Captured) -> None:
    assert main(["export", "river.yaml", "--format", "json", "-o", "out.json"]) == 0
    Path("river.yaml").write_text(RIVER, encoding="utf-8")
    capsys.readouterr()
    assert main(["import", "--highlights", "out.json"]) == 0
    assert capsys.readouterr().out.endswith("river.yaml: 2 added\n")
    again = Path("river.yaml").read_text(encoding="utf-8")
    assert again.startswith(RIVER)
    document = load("river.yaml").document
    Path("home.yaml").write_text(AT_ITS_HOME, encoding="utf-8")
    assert document.highlights == load("home.yaml").document.highlights
    for _ in range(2):
        assert main(["import", "--highlights", "out.json"]) == 0
        assert capsys.readouterr().out.endswith("river.yaml: 2 already there\n")
        assert Path("river.yaml").read_text(encoding="utf-8") == again
    assert main(["export", "river.yaml", "--format", "json", "-o", "again.json"]) == 0
    assert Path("again.json").read_text() == Path("out.json").read_text()


def test_a_different_note_is_imported_only_with_force(capsys: Captured) -> None:
    main(["export", "river.yaml", "--format", "json", "-o", "out.json"])
    changed = Path("out.json").read_text().replace("Why? #todo", "Done.").replace("The whole.", "All.")
    Path("out.json").write_text(changed)
    capsys.readouterr()
    assert main(["import", "--highlights", "out.json"]) == 0
    assert "2 already there with another note or colour (--force" in capsys.readouterr().out
    assert Path("river.yaml").read_text(encoding="utf-8") == AT_ITS_HOME
    assert main(["import", "--highlights", "out.json", "--force"]) == 0
    assert "2 updated" in capsys.readouterr().out
    expected = AT_ITS_HOME.replace("'Why? #todo'", "Done.").replace("The whole.", "All.")
    assert Path("river.yaml").read_text(encoding="utf-8").replace("'Done.'", "Done.") == expected


def test_highlights_are_added_to_the_given_article(capsys: Captured) -> None:
    main(["export", "river.yaml", "--format", "json", "-o", "out.json"])
    capsys.readouterr()
    assert main(["import", "--highlights", "out.json", "bare.yaml"]) == 0
    assert capsys.readouterr().out == "bare.yaml: 2 added (1 not found in the text)\n"
    assert main(["import", "--highlights", "out.json", "bare.yaml", "river.yaml"]) == 0
    assert capsys.readouterr().out == "river.yaml: 2 already there\n"


def test_a_file_that_now_has_another_article_is_not_changed(capsys: Captured) -> None:
    main(["export", "river.yaml", "--format", "json", "-o", "out.json"])
    Path("river.yaml").write_text("title: Other\nparagraphs: [x]\n")
    assert main(["import", "--highlights", "out.json"]) == 2
    assert "is another article (Other); give the right article file" in capsys.readouterr().err
    Path("river.yaml").unlink()
    assert main(["import", "--highlights", "out.json"]) == 2
    assert "there is no such file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[1", "x.json: is not JSON"),
        ("[]", "x.json: has no list of articles"),
        ('{"articles": [1]}', "x.json: articles[0]: expected an object"),
        ('{"articles": [{"highlights": 1}]}', "articles[0].highlights: expected a list"),
        ('{"articles": [{"highlights": [{}]}]}', "articles[0].highlights[0]: has neither text nor note"),
        (
            '{"articles": [{"highlights": [{"text": "a", "color": "red"}]}]}',
            "highlights[0].color: red is not valid; expected one of yellow, green",
        ),
        ('{"articles": [{"highlights": [{"text": "a", "made": "now"}]}]}', "highlights[0].made: now is not"),
        ('{"articles": [{"highlights": [{"text": 1}]}]}', "highlights[0].text: expected a text"),
        ('{"articles": [{"highlights": [{"text": "a", "x-a": 1}]}]}', "x-a: expected texts"),
        ('{"articles": [{"title": "T", "highlights": [{"text": "a"}]}]}', "T: has no file; give its"),
    ],
)
def test_a_file_that_cannot_be_used_is_reported_in_one_line(
    text: str, complaint: str, capsys: Captured
) -> None:
    Path("x.json").write_text(text)
    assert main(["import", "--highlights", "x.json"]) == 2
    err = capsys.readouterr().err
    assert complaint in err
    assert err.count("\n") == 1


def test_import_of_highlights_refuses_other_options(capsys: Captured) -> None:
    for option in (["-o", "x.yaml"], ["--redetect"], ["--format", "yaml"], ["--whole-page"]):
        assert main(["import", "--highlights", "x.json", *option]) == 2
        assert "takes --force and no other option" in capsys.readouterr().err
    assert main(["import", "--highlights", "https://e.example/x.json"]) == 2
    assert "download it first" in capsys.readouterr().err
    Path("x.json").write_text('{"articles": []}')
    assert main(["import", "--highlights", "x.json"]) == 0
    assert "no highlights" in capsys.readouterr().err
