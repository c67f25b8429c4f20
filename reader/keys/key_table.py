"""The key table as text and as Markdown, made from the table of commands.

Owns the form of the table, not its content. `python -m reader.keys.key_table --write FILE` writes the table
between the marks of a file; `--check FILE` fails if the table in the file is out of date.
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

from reader.keys.commands import COMMANDS, Command, Group
from reader.keys.keymap import DEFAULT_KEYMAP, Keymap
from reader.keys.labels import label

BEGIN, END = "<!-- keys -->", "<!-- /keys -->"


def legend(keymap: Keymap) -> tuple[str, ...]:
    """The lines that explain the signs of the table."""
    down, end, percent = map(keymap.key, ("move.line_down", "move.end", "move.percent"))
    goals = f"`42{end}`, `50{percent}`"
    return (
        "`^d` is Ctrl+d, `x` stands for any letter.",
        f"A number before a key marked × repeats it (`5{down}`) or says where to go ({goals}).",
    )


def as_text(keymap: Keymap = DEFAULT_KEYMAP) -> str:
    """The table for a terminal of 80 columns: groups, keys in one column, what they do in the next."""
    width = max(len(keymap.labels(command.id)) for command in COMMANDS)
    lines = []
    for group, commands in _groups():
        lines += [str(group), *(line for c in commands for line in _lines(c, keymap, width)), ""]
    return "\n".join([*lines, *legend(keymap)]).replace("`", "")


def as_markdown(keymap: Keymap = DEFAULT_KEYMAP) -> str:
    """The table for the README: one row for each command, and a row above each group."""
    lines = ["| Keys | | What happens |", "|---|---|---|"]
    for group, commands in _groups():
        lines.append(f"| **{group}** | | |")
        lines += [f"| {_code(c, keymap)} | {_count(c).strip()} | {_cell(keymap.help(c))} |" for c in commands]
    return "\n".join([*lines, "", *legend(keymap)])


def filled(page: str) -> str:
    """`page` with the table between its marks. Raises ValueError if it has no marks."""
    head, begin, rest = page.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"no {BEGIN} … {END}")
    return f"{head}{BEGIN}\n\n{as_markdown()}\n\n{END}{tail}"


def _groups() -> Iterator[tuple[Group, list[Command]]]:
    """Each group with its commands, in the table's order."""
    for group in Group:
        yield group, [command for command in COMMANDS if command.group is group]


def _lines(command: Command, keymap: Keymap, width: int) -> list[str]:
    """The lines of one command; `width` is that of the first column."""
    head = f"  {keymap.labels(command.id):<{width}} {_count(command)} "
    return textwrap.wrap(keymap.help(command), 80, initial_indent=head, subsequent_indent=" " * len(head))


def _count(command: Command) -> str:
    return "×" if command.counts else " "


def _code(command: Command, keymap: Keymap) -> str:
    """The keys as code spans; a pair of keys is one span."""
    return _cell(" ".join(_code_span(label(key)) for key in keymap.keys(command.id)))


def _code_span(text: str) -> str:
    """`text` as a code span, with double delimiters if it contains a backtick."""
    return f"`` {text} ``" if "`" in text else f"`{text}`"


def _cell(text: str) -> str:
    """`text` for a table cell: vertical bars are escaped, because they would end the cell."""
    return text.replace("|", r"\|")


def main(args: list[str]) -> int:
    """Run `--check FILE` or `--write FILE`. Returns the exit code."""
    if len(args) != 2 or args[0] not in ("--check", "--write"):
        print("usage: python -m reader.keys.key_table (--check | --write) FILE", file=sys.stderr)
        return 2
    path = Path(args[1])
    page = path.read_text(encoding="utf-8")
    wanted = filled(page)
    if args[0] == "--write":
        path.write_text(wanted, encoding="utf-8")
    elif page != wanted:
        print(
            f"{path}: the key table is out of date; python -m reader.keys.key_table --write {path}",
            file=sys.stderr,
        )
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
