"""`reader index`, `search`, `said` and `who` over a library of invented articles."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from reader.cli import main
from reader.config.directories import cache_folder, library_folder
from reader.library.index.index_file import index_file
from reader.sources.ref import split_target

Captured = pytest.CaptureFixture[str]

BRIDGE = """\
title: The bridge
source: The Daily Example
published: 2015-05-28
paragraphs:
  - “We will rebuild the bridge by spring,” said Ada Okafor, the mayor of Hollin.
  - heading: Later
  - “The river did not ask us,” Okafor denied on Monday.
"""
CANAL = """\
title: The canal
published: 2019-01-02
paragraphs:
  - “The canal is old and needs a bridge,” said Jonas Brandt, an engineer.
  - “Nobody asked for a bridge there,” Ada Okafor said.
"""


@pytest.fixture
def library() -> Path:
    folder = library_folder()
    folder.mkdir(parents=True)
    (folder / "bridge.yaml").write_text(BRIDGE, encoding="utf-8")
    (folder / "canal one.yaml").write_text(CANAL, encoding="utf-8")
    return folder


def lines(capsys: Captured) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_index_reports_what_it_did_and_every_broken_file(library: Path, capsys: Captured) -> None:
    assert main(["index"]) == 0
    assert capsys.readouterr().out == "2 articles with 4 statements: 2 new\n"
    (library / "broken.yaml").write_text("title: [\n")
    (library / "bridge.yaml").unlink()
    assert main(["index"]) == 1
    first, last = capsys.readouterr().out.splitlines()
    assert first.startswith(f"{library / 'broken.yaml'}: line ")
    assert last == "1 article with 2 statements: 1 new, 1 removed, 1 broken"
    assert main(["index", "--rebuild"]) == 1
    assert "2 new, 1 broken" in capsys.readouterr().out


def test_the_index_can_be_deleted_at_any_time(library: Path, capsys: Captured) -> None:
    assert main(["search", "bridge"]) == 0
    before = capsys.readouterr().out
    index_file(cache_folder()).unlink()
    assert main(["search", "bridge"]) == 0
    assert capsys.readouterr().out == before


def test_search_prints_sentences_with_the_command_that_opens_them(library: Path, capsys: Captured) -> None:
    assert main(["search", "river"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "The bridge · The Daily Example · 28 May 2015",
        "      ¶ 2  “The river did not ask us,” Okafor denied on Monday.",
        f"           reader '{library / 'bridge.yaml'}#p-2-5-10'",
    ]


def test_search_as_json_has_the_places_of_the_words(library: Path, capsys: Captured) -> None:
    assert main(["search", '"needs a bridge"', "--json"]) == 0
    [hit] = lines(capsys)
    assert hit == {
        "file": str(library / "canal one.yaml"),
        "title": "The canal",
        "published": "2019-01-02",
        "paragraph": 0,
        "start": 22,
        "end": 36,
        "text": "needs a bridge",
        "sentence": "“The canal is old and needs a bridge,” said Jonas Brandt, an engineer.",
    }
    assert main(["search", "bridge", "--json", "--limit", "1"]) == 0
    assert len(lines(capsys)) == 1
    assert main(["search", "bridge", "--csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert {row["text"] for row in rows} == {"bridge"}


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["zebra"], 1, "no article of your library fits"),
        (["!!!"], 2, "search needs a word"),
        (['"', "river"], 0, ""),
        (["before:soon"], 1, "before: needs a date"),
        (["\udcff river"], 0, ""),
    ],
)
def test_no_query_is_a_syntax_error(
    library: Path, capsys: Captured, words: list[str], code: int, message: str
) -> None:
    assert main(["search", *words]) == code
    assert message in capsys.readouterr().err


def test_said_prints_the_statements_of_a_person_in_time(library: Path, capsys: Captured) -> None:
    assert main(["said", "ada okafor"]) == 0
    out = capsys.readouterr().out
    assert [line for line in out.splitlines() if "“" in line] == [
        "  “We will rebuild the bridge by spring,”",
        "  “The river did not ask us,”",
        "  “Nobody asked for a bridge there,”",
    ]
    assert "28 May 2015 · denied · found" in out
    command = next(line for line in out.splitlines() if "bridge.yaml#q-" in line)
    assert split_target(command.split()[1].strip("'"))[1] is not None
    assert main(["said", "Okafor", "--newest", "--format", "json"]) == 0
    newest, *_ = lines(capsys)
    assert newest == {
        "file": str(library / "canal one.yaml"),
        "title": "The canal",
        "published": "2019-01-02",
        "paragraph": 1,
        "start": 1,
        "end": 33,
        "text": "Nobody asked for a bridge there,",
        "speaker": "Ada Okafor",
        "verb": "said",
        "kind": "said",
        "confirmed": False,
    }


@pytest.mark.parametrize(
    ("options", "days"),
    [
        (["--about", "bridge"], ["2015-05-28", "2019-01-02"]),
        (["--about", "river OR spring"], ["2015-05-28", "2015-05-28"]),
        (["--since", "2016"], ["2019-01-02"]),
        (["--until", "2015"], ["2015-05-28", "2015-05-28"]),
        (["--until", "2015-05-27"], []),
        (["--kind", "denied,claimed"], ["2015-05-28"]),
        (["--beside", "Brandt", "--since", "2019"], ["2019-01-02", "2019-01-02"]),
    ],
)
def test_said_can_be_narrowed(library: Path, capsys: Captured, options: list[str], days: list[str]) -> None:
    assert main(["said", "Okafor", "--format", "json", *options]) == (0 if days else 1)
    assert [line["published"] for line in lines(capsys)] == days


def test_said_as_csv_and_markdown(library: Path, capsys: Captured) -> None:
    assert main(["said", "Brandt", "--format", "csv"]) == 0
    [row] = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert (row["speaker"], row["kind"]) == ("Jonas Brandt", "said")
    assert main(["said", "Brandt", "--format", "markdown"]) == 0
    assert capsys.readouterr().out.startswith("# Jonas Brandt\n\n## 2 January 2019\n\n> The canal is old")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["Nobody Here"], "nobody named Nobody Here is in your library"),
        (["Okafor", "--since", "soon"], "--since soon is no date"),
        (["Okafor", "--kind", "sung"], "'sung' is no kind of statement; there are said"),
        (["!!!"], "a name has at least one letter"),
    ],
)
def test_a_fault_is_one_line(library: Path, capsys: Captured, args: list[str], message: str) -> None:
    assert main(["said", *args]) == 2
    error = capsys.readouterr().err
    assert message in error
    assert error.count("\n") == 1


def test_the_register_joins_names_and_confirms_statements(library: Path, capsys: Captured) -> None:
    text = CANAL.replace("Ada Okafor", "Ada Holm").replace("The canal", "The lock")
    (library / "lock.yaml").write_text(text, encoding="utf-8")
    assert main(["said", "Ada Okafor", "--format", "json"]) == 0
    assert [line["confirmed"] for line in lines(capsys)] == [False] * 3
    (library / "people.yaml").write_text("people:\n  - {name: Ada Okafor, aliases: [Ada Holm]}\n")
    assert main(["said", "Ada Holm", "--format", "json"]) == 0
    found = lines(capsys)
    assert [line["confirmed"] for line in found] == [True] * 4
    assert {line["speaker"] for line in found} == {"Ada Okafor"}
    assert main(["who", "okafor"]) == 0
    assert "Ada Okafor · 3 articles (3 confirmed) · 4 statements · 28 May 2015 to 2 January 2019" in (
        capsys.readouterr().out
    )
    assert main(["check", str(library / "people.yaml")]) == 0


def test_a_broken_register_is_one_line_and_its_faults_are_checked(library: Path, capsys: Captured) -> None:
    path = library / "people.yaml"
    path.write_text("people:\n  - {name: [a]}\n  - {nam: b}\n")
    assert main(["who"]) == 2
    assert f"{path}:2:12: name: expected text" in capsys.readouterr().err
    assert main(["check", str(path)]) == 1
    out = capsys.readouterr().out
    assert "did you mean name?" in out
    assert "without name is left out" in out


def test_who_lists_people_with_articles_statements_and_days(library: Path, capsys: Captured) -> None:
    assert main(["who", "--json"]) == 0
    found = {line["name"]: line for line in lines(capsys)}
    assert found["Ada Okafor"]["articles"] == 2
    assert found["Ada Okafor"]["statements"] == 3
    assert (found["Ada Okafor"]["first"], found["Ada Okafor"]["last"]) == ("2015-05-28", "2019-01-02")
    assert main(["who", "zebra"]) == 1


def test_an_empty_library_is_no_fault(capsys: Captured) -> None:
    assert main(["index"]) == 0
    assert capsys.readouterr().out == "0 articles with 0 statements: nothing changed\n"
    assert main(["search", "river"]) == 1
    assert main(["who"]) == 1
