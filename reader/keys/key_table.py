"""The key table as text and as Markdown, from the one table of commands.

Owns the form of the table, not its content. `python -m reader.keys.key_table --write README.md` puts it
between the marks of a file, `--check` tells whether it stands there as it should.
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

from reader.keys.commands import COMMANDS, Command, Group

BEGIN, END = "<!-- keys -->", "<!-- /keys -->"

LEGEND = (
    "`^d` is Ctrl+d, `x` stands for any letter.",
    "A number before a key marked × repeats it (`5j`) or says where to go (`42G`, `50%`).",
)


def as_text() -> str:
    """The table for a terminal of 80 columns: groups, keys in one column, what they do in the next."""
    keys = max(len(command.shown) for command in COMMANDS)
    lines = []
    for group, commands in _groups():
        lines += [str(group), *(line for c in commands for line in _lines(c, keys)), ""]
    return "\n".join([*lines, *LEGEND]).replace("`", "")


def as_markdown() -> str:
    """The table for the README: one row a command, the groups as rows of their own."""
    lines = ["| Keys | | What happens |", "|---|---|---|"]
    for group, commands in _groups():
        lines.append(f"| **{group}** | | |")
        lines += [f"| {_code(c)} | {_count(c).strip()} | {_cell(c.help)} |" for c in commands]
    return "\n".join([*lines, "", *LEGEND])


def filled(page: str) -> str:
    """`page` with the table between its marks. Raises ValueError when it has no marks."""
    head, begin, rest = page.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"no {BEGIN} … {END}")
    return f"{head}{BEGIN}\n\n{as_markdown()}\n\n{END}{tail}"


def _groups() -> Iterator[tuple[Group, list[Command]]]:
    """Each group with its commands, in the table's order."""
    for group in Group:
        yield group, [command for command in COMMANDS if command.group is group]


def _lines(command: Command, keys: int) -> list[str]:
    """The lines of one command; `keys` is the width of the first column."""
    head = f"  {command.shown:<{keys}} {_count(command)} "
    return textwrap.wrap(command.help, 80, initial_indent=head, subsequent_indent=" " * len(head))


def _count(command: Command) -> str:
    return "×" if command.counts else " "


def _code(command: Command) -> str:
    """The keys as code: one piece for keys pressed one after the other, else one for each key."""
    keys = [command.shown] if command.sequences else command.shown.split()
    return _cell(" ".join(f"`{key}`" for key in keys))


def _cell(text: str) -> str:
    """`text` inside a row, where a bar would end the cell."""
    return text.replace("|", r"\|")


def main(args: list[str]) -> int:
    """`--check FILE` or `--write FILE`; the exit code."""
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
