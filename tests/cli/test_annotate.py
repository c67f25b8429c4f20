"""`reader annotate`: JSON lines from standard input, or an article."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from reader.cli import main

STORY = """\
format: 1
title: The mill
paragraphs:
  - Ida Moss runs the mill at Brandt.
  - “It is late,” Moss said.
quotes: []
entities: []
"""
LINE = {"id": "a", "title": "The mill", "paragraphs": ["“It is late,” said Ida Moss."]}


@pytest.fixture
def story(tmp_path: Path) -> str:
    path = tmp_path / "story.yaml"
    path.write_text(STORY, encoding="utf-8")
    return str(path)


def _stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="ascii"))


def test_each_line_of_json_gets_one_line_of_json(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    line = json.dumps(LINE, ensure_ascii=False)
    _stdin(monkeypatch, f"{line}\n\n{line}\n".encode())
    assert main(["annotate"]) == 0
    answers = [json.loads(answer) for answer in capsys.readouterr().out.splitlines()]
    assert [answer["id"] for answer in answers] == ["a", "a"]
    assert answers[0]["quotes"][0]["speaker"] == "Ida Moss"


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b'{"paragraphs": []}\n{', "reader: standard input:2: not JSON\n"),
        (b"\xff\n", "reader: standard input:1: not UTF-8\n"),
        (b"{}", 'reader: standard input:1: expected an object with "paragraphs", a list of texts\n'),
    ],
)
def test_an_error_names_the_number_of_the_bad_line(
    data: bytes, complaint: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _stdin(monkeypatch, data)
    assert main(["annotate"]) == 2
    assert capsys.readouterr().err == complaint


def test_annotate_prints_an_article_as_text(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["annotate", story]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Quotes 1\n  Ida Moss  ¶ 2\n    “It is late,”\n")
    assert main(["annotate", story, "--explain"]) == 0
    out = capsys.readouterr().out
    assert "  Ida Moss  ¶ 2  [speaker, verb after, 0.95]\n" in out
    assert "    “It is late,”\n    speaker, verb after 0.95: Ida Moss (won)\n" in out


def test_annotate_prints_an_article_as_json(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["annotate", story, "--json", "--explain"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["id"] == story
    assert found["quotes"] == [
        {
            "paragraph": 1,
            "start": 1,
            "end": 12,
            "text": "It is late,",
            "speaker": "Ida Moss",
            "rule": "speaker, verb after",
            "confidence": 0.95,
            "votes": [{"rule": "speaker, verb after", "speaker": "Ida Moss", "weight": 0.95, "won": True}],
        }
    ]


def test_the_help_has_examples(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["annotate", "--help"]) == 0
    out = capsys.readouterr().out
    assert "reader annotate story.yaml --explain" in out
    assert "every rule" in " ".join(out.split())
    assert max(map(len, out.splitlines())) <= 80


def test_the_format_of_the_source_can_be_given(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "story"
    path.write_text("Ida Moss runs\n\nIn *The Old Mill*, the miller Ida Moss tells it.\n", encoding="utf-8")
    assert main(["annotate", str(path), "--format", "markdown"]) == 0
    assert "  The Old Mill  1" in capsys.readouterr().out
    assert main(["annotate", str(path), "--format", "yaml"]) == 2


def test_closed_standard_input_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert main(["annotate"]) == 2
    assert capsys.readouterr().err.startswith("reader: standard input is closed; ")


def test_annotate_on_a_terminal_explains_the_expected_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _stdin(monkeypatch, b"")
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    assert main(["annotate"]) == 0
    assert "to annotate an article, use reader annotate SOURCE" in capsys.readouterr().err
