"""What is imported when: the core and every printing command run without Textual."""

from __future__ import annotations

import os
import pkgutil
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

import reader

ARTICLE = Path(__file__).parent.parent / "content" / "khalimov.yaml"
PAINTING = ("reader.ui", "reader.terminal")
OPENING = (
    "from reader.sources.open import open_source\nfrom reader.sources.ref import parse_source\n"
    f"open_source(parse_source({str(ARTICLE)!r}))"
)
FIRST_FRAME = f"""
from pathlib import Path
from reader.library.memory import Memory
from reader.sources.ref import parse_source
memory = Memory(Path("no-such-folder"))
memory.open(memory.open_source(parse_source({str(ARTICLE)!r})))
import reader.ui.app
"""
HEAVY = {"textual", "rich", "yaml", "regex", "platformdirs", "markdown_it"}


def loaded_by(code: str) -> set[str]:
    """The names in `sys.modules` after `code` has run in a separate process."""
    # Without coverage, which imports many modules itself.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    script = f"{code}\nimport sys\nprint('', *sorted(sys.modules), sep='\\n', file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        env=environment,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.split())


def core_modules() -> list[str]:
    """Every module of the packages that must not import Textual."""
    names = [module.name for module in pkgutil.walk_packages(reader.__path__, "reader.")]
    return [name for name in names if not name.startswith((*PAINTING, "reader.terminal", "reader.__main__"))]


def test_the_core_never_imports_textual() -> None:
    names = core_modules()
    assert "reader.text.clean" in names
    assert "reader.sources.open" in names
    assert "textual" not in loaded_by("import " + ", ".join(names))


@pytest.mark.parametrize(
    "args",
    [
        ["show", str(ARTICLE)],
        ["show", str(ARTICLE), "--json"],
        ["export", str(ARTICLE), "--quotes"],
        ["export", str(ARTICLE), "--format", "json"],
        ["export", str(ARTICLE), "--format", "csv"],
        ["export", str(ARTICLE), "--format", "w3c", "--quotes"],
        ["check", str(ARTICLE)],
        ["schema"],
        ["keys"],
        [],
    ],
    ids=lambda args: " ".join(Path(arg).name for arg in args) or "library",
)
def test_no_printing_command_imports_textual(args: list[str]) -> None:
    assert "textual" not in loaded_by(f"from reader.cli import main\nassert main({args!r}) == 0")


def test_opening_a_file_without_a_terminal_imports_no_textual() -> None:
    assert "textual" not in loaded_by(f"from reader.cli import main\nassert main([{str(ARTICLE)!r}]) == 0")


def test_the_version_imports_next_to_nothing() -> None:
    # The modules that the interpreter loads at its own start depend on the environment.
    loaded = loaded_by("from reader.cli import main\nassert main(['--version']) == 0") - loaded_by("")
    assert not loaded & (HEAVY | {"argparse", "dataclasses", "typing", "re"})


def test_reading_an_article_file_imports_one_package_and_that_reads_yaml() -> None:
    loaded = loaded_by(OPENING)
    assert loaded & HEAVY == {"yaml"}


def test_opening_a_file_does_not_pay_for_the_option_parser() -> None:
    loaded = loaded_by("from reader.cli.arguments import parse\nassert parse(['-z', 'story.yaml'])")
    assert not loaded & (HEAVY | {"argparse"})


def test_the_first_frame_waits_for_no_module_that_is_needed_later() -> None:
    loaded = loaded_by(FIRST_FRAME)
    late = [
        "annotate",
        "library.amending",
        "library.atomic_write",
        "library.importing",
        "library.saving",
        "library.store",
        "reading.corrections",
        "reading.journal_json",
        "sources.html",
        "sources.yaml.amend",
        "text.alignment",
        "text.search",
        "text.similar",
        "ui.command_palette",
        "ui.navigation",
        "ui.screens.dialog",
        "ui.screens.library",
        "ui.screens.save_question",
        "ui.widgets.virtual_list",
        "ui.widgets.search_bar",
    ]
    assert all(find_spec(f"reader.{name}") for name in late)
    assert not [name for name in late if f"reader.{name}" in loaded]


def test_the_first_frame_without_a_store_imports_no_database() -> None:
    assert not loaded_by(FIRST_FRAME) & {"sqlite3", "hashlib", "json"}


def test_the_first_frame_compiles_no_pattern_of_a_module() -> None:
    # `reader.text.patterns` compiles a pattern when it is used.
    compiling = {path.removesuffix(".py") for path in modules_with(r"(?m)^\w+ = re\.compile\(")}
    loaded = {name.removeprefix("reader.").replace(".", "/") for name in loaded_by(FIRST_FRAME)}
    assert "text/fold" in loaded
    assert not compiling & loaded


def modules_with(pattern: str) -> set[str]:
    """The modules whose source matches a regular expression, as paths inside the package."""
    package = Path(reader.__file__).parent
    return {
        str(path.relative_to(package))
        for path in package.rglob("*.py")
        if re.search(pattern, path.read_text())
    }


def test_threads_are_started_in_one_module() -> None:
    # Attributes of the name Thread, subclasses and executors start threads too.
    starting = r"\bThread\(|\bThreadPoolExecutor\b|\bTimer\(|\(Thread\)|to_thread\("
    assert modules_with(starting) == {"threads.py"}


def test_the_environment_and_the_directories_are_read_in_one_package() -> None:
    assert modules_with(r"\benviron\b|\bgetenv\b") == {"config/environment.py"}
    assert modules_with(r"\bplatformdirs\b") == {"config/directories.py"}


def test_the_process_is_ended_in_one_module() -> None:
    assert modules_with(r"\b_exit\b") == {"terminal/driver.py"}


def test_no_import_is_redirected() -> None:
    assert modules_with(r"\bmeta_path\b|sys\.modules\[") == set()


def test_messages_of_our_own_are_handled_with_the_decorator() -> None:
    # Textual also finds a method `on_…` by the name of a message class. That is left to its own events.
    assert modules_with(r"def on_\w+\(self, event: (?!events\.)\w*\.?\w+") == set()
