"""The table of commands is the only place where keys are bound or named."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.keys.commands import ARTICLE_COMMANDS, BY_ID, COMMANDS, Command, Context
from reader.keys.keymap import DEFAULT_KEYMAP
from reader.ui.app import ReaderApp
from reader.ui.screens.reading.screen import ReadingScreen
from tests.article_text import load_text

ROOT = Path(__file__).parents[1] / "reader"
MODULES = sorted(ROOT.rglob("*.py"))


def name_of(node: ast.AST) -> str:
    """The last part of the name that is called or assigned to."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


@pytest.mark.slow
def test_nothing_but_the_table_makes_a_binding() -> None:
    made, listed = [], []
    for module in MODULES:
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            where = f"{module.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"
            if isinstance(node, ast.Call) and name_of(node.func) in ("Binding", "bind"):
                made.append(where)
            if isinstance(node, ast.Assign | ast.AnnAssign):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                if "BINDINGS" in map(name_of, targets):
                    value = node.value
                    from_table = isinstance(value, ast.Call) and name_of(value.func) == "bindings"
                    listed += [] if from_table else [where]
    assert [where.split(":")[0] for where in made] == ["ui/bindings.py"]
    assert listed == []


async def test_every_command_of_the_article_has_a_handler() -> None:
    async with ReaderApp(load_text("title: a\nparagraphs: [b]\n", "a.yaml")).run_test() as pilot:
        assert isinstance(pilot.app.screen, ReadingScreen)
        assert pilot.app.screen.commands == {command.id for command in ARTICLE_COMMANDS}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_a_command_is_complete(command: Command) -> None:
    assert re.fullmatch(r"[a-z]+\.[a-z_]+", command.id)
    assert BY_ID[command.id] is command
    assert bool(command.action) == (command.context not in (Context.ARTICLE, Context.SELECTION))
    assert command.title[0].isupper()
    assert command.help.endswith((".", "…"))
    assert all(name in BY_ID for name in re.findall(r"\{(.*?)\}", command.help))


def test_every_id_is_used_once() -> None:
    assert len(BY_ID) == len(COMMANDS)


# -- no sentence names a key -------------------------------------------------------------------------

NAMED = "|".join(
    re.escape(label)
    for label in sorted(
        {label for command in COMMANDS for label in DEFAULT_KEYMAP.labels(command.id).split()}
    )
    if len(label) > 1 and label not in ("End", "is", "x")
)
VERBS = (
    "to|for|sets?|lists?|searches|saves?|leaves?|does|goes|opens?|cop(?:y|ies)|chooses?|undo(?:es)?|"
    "moves?|edits?|closes?|returns?|quits?|comes|steps?|reads?"
)
KEY_IN_SENTENCE = re.compile(
    rf"(?:^|[\s(\[])(?:{NAMED})(?=$|[\s.,;:)\]])"  # the label of a key that is not a letter
    rf"|(?:^|[.;:,(\[]\s*)[A-Za-z?/@*\"'|+=:<>~!](?= (?:{VERBS})\b)"  # a letter or sign and what it does
    rf"|\b[Pp]ress [A-Za-z?/@*](?=$|[\s.,])"
    rf"|\b\d+[A-Za-z%](?=$|[\s.,)])"  # a number and a key, as in 42G
)
NOT_SAID = (
    "reader/ui/theme/palettes.py",  # colours
    "reader/ui/screens/other_programs.py",  # printed outside of the reader, where Enter is the terminal's own
)
SPEAKING = ("reader/ui", "reader/keys/key_table.py", "reader/reading")


def sentences(module: Path) -> Iterator[tuple[int, str]]:
    """The string constants of a module with their lines; docstrings are left out."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    skipped = {
        id(node.value)
        for parent in ast.walk(tree)
        for node in ast.iter_child_nodes(parent)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped:
            yield node.lineno, node.value


@pytest.mark.parametrize(
    "sentence",
    [
        "“…” removed. U to undo.",
        "Nothing to step through: / searches, @ lists the names.",
        "x does nothing here (? for keys).",
        "Nothing to close; q leaves the reader.",
        "Press m and a letter to set one.",
        "Type a number first: 50% goes to the middle.",
        "   Enter does it",
        'No quote here: " lists them.',
        "Esc",
        "repeats it (5j) or",
        "In the links: open it; ^o comes back.",
    ],
)
def test_the_search_for_keys_finds_them(sentence: str) -> None:
    assert KEY_IN_SENTENCE.search(sentence)


def test_no_sentence_names_a_key() -> None:
    found = [
        f"{module.relative_to(ROOT.parent)}:{line}: {words}"
        for module in MODULES
        if str(module.relative_to(ROOT.parent)).startswith(SPEAKING)
        and str(module.relative_to(ROOT.parent)) not in NOT_SAID
        for line, words in sentences(module)
        if not re.fullmatch(r"[,.\d]+f", words)  # how a number is formatted
        if KEY_IN_SENTENCE.search(words)
    ]
    assert found == []


def test_no_help_line_names_a_key_that_is_not_a_placeholder() -> None:
    lines = [re.sub(r"`?\d*\{.*?\}`?", "…", command.help) for command in COMMANDS]
    assert [line for line in lines if KEY_IN_SENTENCE.search(line)] == []
