"""The links, the commands and the test command of the README and its companions are right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader.cli.arguments import parse
from reader.cli.opening import Open
from reader.cli.requests import Show

ROOT = Path(__file__).parent.parent
PAGES = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", ".github/SECURITY.md")


@pytest.mark.parametrize("page", PAGES)
def test_every_relative_link_leads_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)#]+)", text)
    missing = [name for name in targets if "://" not in name and not ((ROOT / page).parent / name).exists()]
    assert not missing


def test_the_picture_has_a_description_for_pages_that_cannot_show_it() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    [description] = re.findall(r"!\[(.*?)\]", text)
    assert len(description.split()) > 10


def test_the_parts_of_the_readme_are_in_the_order_of_use() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (.*)", text, re.MULTILINE)
    assert headings[:3] == ["Install", "The first minute", "Reference"]
    assert {"Privacy and safety", "Terminals", "Help"} <= set(headings)


def test_the_first_command_is_one_line_that_needs_only_python() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    [first, *_] = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
    assert first.count("\n") == 1
    assert first.startswith("python3 -m venv .venv && .venv/bin/pip install ")


def test_there_is_one_test_command_between_the_marks() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    marked = text.partition("<!-- test -->")[2].partition("<!-- /test -->")[0]
    [command] = [line for line in marked.splitlines() if line and not line.startswith("```")]
    assert "-c .ci/constraints.txt" in command
    assert command.endswith(".ci/check")


def test_the_options_of_the_command_table_are_parsed() -> None:
    assert parse(["story.yaml", "--zen", "--theme", "paper", "--measure", "60"]) == Open(
        "story.yaml", True, "paper", 60
    )
    assert parse(["show", "story.yaml", "--json"]) == Show("story.yaml", "json")
