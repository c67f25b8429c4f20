"""An article that a process of its own loads.

The tests are programs: the one that runs them has threads, and a copy of it would be unsafe.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from reader.formats import apart

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux alone")

BEGIN = """
import os, signal, sys
from reader.errors import ArticleError, SourceError
from reader.formats import apart
from reader.formats.load import load
here = os.getpid()
def begun(name="story.yaml", **options):
    made = apart.begin(name, **options)
    assert made is not None
    return made
def only_here(otherwise):
    def loaded(*args, **options):
        if os.getpid() != here:
            otherwise()
        return load(*args, **options)
    apart.load = loaded
"""


def says(code: str, folder: Path) -> list[str]:
    """The lines that a program prints, which ends well and complains about nothing."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", BEGIN + code],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "story.yaml").write_text(
        "title: The ferry\nparagraphs:\n- '“We sailed,” said Ada Obi.'\n- {quote: b}\n"
        "quotes:\n- {text: We sailed, speaker: Ada Obi}\n- {text: never said, speaker: Ada Obi}\n"
        "entities:\n- {name: Ada Obi, type: person}\nx-desk: [1, {a: b}]\n"
    )
    (tmp_path / "broken.yaml").write_text("title: The ferry\nparagraphs: 7\n")
    return tmp_path


def test_it_is_what_is_loaded_here(folder: Path) -> None:
    assert says(
        "print(begun().result() == load('story.yaml'), len(load('story.yaml').warnings))", folder
    ) == ["True 1"]


def test_nothing_of_the_file_format_is_imported_here(folder: Path) -> None:
    code = (
        "begun().result()\nprint(*(name for name in ('yaml', 'reader.formats.build') if name in sys.modules))"
    )
    assert says(code, folder) == [""]


def test_the_options_are_handed_on(folder: Path) -> None:
    code = (
        "print(begun(format='plain').result().format, begun(format='plain', whole_page=True).result().path)"
    )
    assert says(code, folder) == [f"plain {folder / 'story.yaml'}"]


def test_a_fault_is_raised_where_the_article_is_asked_for(folder: Path) -> None:
    code = """
try:
    begun("broken.yaml").result()
except ArticleError as error:
    print(error.line, error.column, error.exit_code, "yaml" in sys.modules)
"""
    assert says(code, folder) == ["2 13 2 False"]


def test_a_fault_says_where_it_was_raised(folder: Path) -> None:
    code = """
import traceback
try:
    begun("broken.yaml").result()
except ArticleError as error:
    print("in read" in "".join(traceback.format_exception(error)), str(error).count("\\n"))
"""
    assert says(code, folder) == ["True 0"]


@pytest.mark.parametrize(
    "otherwise",
    ["os._exit(1)", "os.kill(os.getpid(), signal.SIGKILL)", "1 / 0", "sys.exit()"],
)
def test_what_fails_there_is_loaded_here(otherwise: str, folder: Path) -> None:
    code = f"only_here(lambda: {otherwise})\nprint(begun().result().document.title)"
    assert says(code, folder)[-1] == "The ferry"


def test_a_fault_of_the_program_is_raised_here(folder: Path) -> None:
    code = """
def fail(*_, **__):
    raise ZeroDivisionError
apart.load = fail
try:
    begun().result()
except ZeroDivisionError:
    print("raised")
"""
    assert says(code, folder) == ["raised"]


def test_it_is_loaded_where_nobody_hears_of_processes(folder: Path) -> None:
    code = "signal.signal(signal.SIGCHLD, signal.SIG_IGN)\nprint(begun().result().document.title)"
    assert says(code, folder) == ["The ferry"]


def test_nothing_is_left_behind(folder: Path) -> None:
    code = """
before = os.listdir("/proc/self/fd")
begun().result()
print(before == os.listdir("/proc/self/fd"))
try:
    os.waitpid(-1, os.WNOHANG)
except ChildProcessError:
    print("no process")
"""
    assert says(code, folder) == ["True", "no process"]


def test_it_ends_with_the_one_that_began_it(folder: Path) -> None:
    code = """
reading, writing = os.pipe()
if os.fork() == 0:
    def loading(*_, **__):
        os.write(writing, b"begun ")
        while True:  # as with a book of many megabytes
            pass
    apart.load = loading
    begun()
    os.read(reading, 6)
    os._exit(0)
os.close(writing)
os.wait()
print(os.read(reading, 1))
"""
    assert says(code, folder) == ["b''"]


@pytest.mark.parametrize(
    "source", ["-", "https://example.org/story.yaml", "missing.yaml", ".", "a\0b", "~nobody/a"]
)
def test_only_a_file_that_is_there_is_loaded_so(source: str, folder: Path) -> None:
    assert says(f"print(apart.begin({source!r}))", folder) == ["None"]


@pytest.mark.parametrize(
    "change", ["sys.platform = 'darwin'", "apart.threading.active_count = lambda: 2", "os.fork = fail"]
)
def test_not_where_a_copy_is_unsafe_or_not_to_be_had(change: str, folder: Path) -> None:
    code = f"""
def fail():
    raise OSError
{change}
before = os.listdir("/proc/self/fd")
print(apart.begin("story.yaml"), before == os.listdir("/proc/self/fd"))
"""
    assert says(code, folder) == ["None True"]


def test_not_with_a_python_that_knows_no_file_in_memory(folder: Path) -> None:
    assert says("del os.memfd_create\nprint(apart.begin('story.yaml'))", folder) == ["None"]


def test_without_memory_for_it_there_is_none(folder: Path) -> None:
    code = """
def fail(name):
    raise OSError
os.memfd_create = fail
print(apart.begin("story.yaml"))
"""
    assert says(code, folder) == ["None"]


def test_not_beside_another_thread(folder: Path) -> None:
    end = threading.Event()
    other = threading.Thread(target=end.wait)
    other.start()
    try:
        assert apart.begin(str(folder / "story.yaml")) is None
    finally:
        end.set()
        other.join()
