"""The key table has every command, and the page of keys is up to date."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.keys import key_table as keytable
from reader.keys.commands import COMMANDS, Group
from reader.keys.keymap import DEFAULT_KEYMAP

PAGE = Path(__file__).parents[2] / ".assets/keys.md"


def test_the_text_has_every_command_under_its_group() -> None:
    *groups, _legend = keytable.as_text().split("\n\n")
    assert [group.splitlines()[0] for group in groups] == [str(group) for group in Group]
    for command in COMMANDS:
        [group] = [group for group in groups if group.startswith(f"{command.group}\n")]
        assert f"\n  {DEFAULT_KEYMAP.labels(command.id)} " in group
        assert DEFAULT_KEYMAP.help(command).replace("`", "") in " ".join(group.split())


def test_the_text_fits_eighty_columns() -> None:
    assert max(map(len, keytable.as_text().splitlines())) <= 80


def test_the_markdown_has_a_row_for_every_command() -> None:
    rows = keytable.as_markdown().splitlines()
    helps = [DEFAULT_KEYMAP.help(command).replace("|", r"\|") for command in COMMANDS]
    assert sum(f"| {line} |" in row for line in set(helps) for row in rows) == len(COMMANDS)


def test_a_pair_of_keys_is_one_code_span() -> None:
    table = keytable.as_markdown()
    assert "`m x`" in table
    assert "`j` `↓`" in table


def test_a_bar_does_not_end_its_cell() -> None:
    [row] = [row for row in keytable.as_markdown().splitlines() if "Pipe the selection" in row]
    assert row.startswith(r"| `\|` |")


def test_the_page_is_up_to_date() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert keytable.filled(page) == page


def test_check_and_write(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"before\n{keytable.BEGIN}\na stale table\n{keytable.END}\nafter\n", encoding="utf-8")
    assert keytable.main(["--check", str(page)]) == 1
    assert "--write" in capsys.readouterr().err
    assert keytable.main(["--write", str(page)]) == 0
    assert keytable.main(["--check", str(page)]) == 0
    text = page.read_text(encoding="utf-8")
    assert text.startswith("before\n")
    assert text.endswith("\nafter\n")
    assert "a stale table" not in text


def test_a_page_without_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="keys"):
        keytable.filled("# nothing here")


@pytest.mark.parametrize("args", [[], ["--check"], ["--frobnicate", "x"]])
def test_usage(args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert keytable.main(args) == 2
    assert "usage" in capsys.readouterr().err


def test_default_keys_name_signs_as_textual_does() -> None:
    keys = [key for command in COMMANDS for key in DEFAULT_KEYMAP.single_keys(command.id)]
    assert [key for key in keys if len(key) == 1 and not key.isalnum()] == []
