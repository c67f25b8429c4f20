"""What the README and its companions promise is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader.cli.arguments import parse
from reader.cli.opening import Open
from reader.cli.requests import Show

ROOT = Path(__file__).parent.parent
PAGES = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")


@pytest.mark.parametrize("page", PAGES)
def test_every_relative_link_leads_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)#]+)", text)
    missing = [name for name in targets if "://" not in name and not (ROOT / name).exists()]
    assert not missing


def test_the_first_command_is_one_line_that_needs_only_python() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    [first, *_] = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
    assert first.count("\n") == 1
    assert first.startswith("python3 -m venv .venv && .venv/bin/pip install ")


def test_there_is_one_test_command_between_the_marks() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    marked = text.partition("<!-- test -->")[2].partition("<!-- /test -->")[0]
    [command] = [line for line in marked.splitlines() if line and not line.startswith("```")]
    assert command.endswith(".ci/check")


def test_the_commands_of_the_table_are_understood() -> None:
    assert parse(["story.yaml", "--zen", "--theme", "paper", "--measure", "60"]) == Open(
        "story.yaml", True, "paper", 60
    )
    assert parse(["show", "story.yaml", "--json"]) == Show("story.yaml", "json")
