"""The command line as its user sees it: output, error messages and exit codes."""

from __future__ import annotations

import fcntl
import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import contextmanager, nullcontext
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from reader import __version__
from reader.cli import main, output, requests
from reader.errors import SourceError
from reader.sources.yaml.schema import json_schema
from reader.terminal import standard_streams as terminal
from reader.terminal.color_depth import ColorDepth

ROOT = Path(__file__).parent.parent.parent
README = ROOT / "README.md"

STORY = """\
format: 1
title: The ferry that went twice
authors: [Ada Winther]
paragraphs:
  - >-
    “We counted the cars again,” said Nils Aker, who had the morning shift, and he
    counted them a third time while the second ferry of a Tuesday that knew only one came in.
quotes:
  - text: We counted the cars again
    speaker: Nils Aker
entities:
  - name: Nils Aker
    type: person
"""
DOUBTFUL = STORY + "  - name: Nobody\n"
BROKEN = "title: No paragraphs\nparagaphs: []\n"

Files = Callable[..., Path]
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working directory with some articles."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    Path("story.yaml").write_text(STORY, encoding="utf-8")
    Path("doubtful.yaml").write_text(DOUBTFUL, encoding="utf-8")
    Path("broken.yaml").write_text(BROKEN, encoding="utf-8")


def reader(*args: str, stdin: bytes = b"", **streams: Any) -> subprocess.CompletedProcess[bytes]:
    """Run the real program in a child process."""
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | streams
    return subprocess.run(
        [sys.executable, "-m", "reader", *args], input=stdin, timeout=60, check=False, **streams
    )


# -- help and usage ------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["", "show", "export", "check", "schema", "keys"])
def test_every_help_shows_examples(command: str, capsys: Captured) -> None:
    assert main([*command.split(), "--help"]) == 0
    out = capsys.readouterr().out
    assert f"usage: reader {command}".rstrip() in out
    examples = out.partition("examples:\n")[2].splitlines()
    assert examples
    assert all(f"reader {command}".rstrip() in example for example in examples)


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_help_fits_the_terminal(columns: int, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    for command in ("", "show", "annotate", "import", "export", "check", "schema", "keys"):
        main([*command.split(), "-h"])
    assert max(map(len, capsys.readouterr().out.splitlines())) <= columns


def test_help_keeps_its_columns_in_a_narrow_terminal(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    main(["--help"])
    lines = capsys.readouterr().out.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("  reader check FILE..."))
    assert lines[at + 1].startswith(" " * 29)
    monkeypatch.setenv("COLUMNS", "1")
    assert main(["--help"]) == 0


@pytest.mark.parametrize("args", [["--version"], ["-V"], ["--version", "--debug"], ["-z", "--version"]])
def test_version(args: list[str], capsys: Captured) -> None:
    assert main(args) == 0
    assert capsys.readouterr().out == f"reader {__version__}\n"


@pytest.mark.parametrize(
    ("args", "complaint"),
    [
        (["--frobnicate"], "unknown option --frobnicate; see reader --help"),
        (["one.yaml", "two.yaml"], "unexpected argument two.yaml (reader opens one article at a time)"),
        (
            ["show", "one.yaml", "--jason"],
            "unknown option --jason (did you mean --json?); see reader show",
        ),
        (["show", "--frobnicate"], "unknown option --frobnicate; see reader show --help"),
        (["show", "one.yaml", "--frobnicate=5"], "unknown option --frobnicate; see reader show --help"),
        (["show", "--", "--json", "--yaml"], "unexpected argument --yaml; see reader show --help"),
        (["shwo", "one.yaml"], "unknown command shwo (did you mean show?); see reader --help"),
        (["annotate", "--format", "plain"], "--format and --whole-page need a SOURCE"),
        (["show", "one.yaml", "--json=x"], "--json takes no value; see reader show --help"),
        (["one.yaml", "--zne"], "unknown option --zne (did you mean --zen?)"),
        (["one.yaml", "-zen=x"], "unknown option -zen (did you mean --zen?)"),
        (["import", "--output", "x.yaml"], "required: SOURCE; see reader import --help"),
        (["story.yaml", "-zen"], "unknown option -zen (did you mean --zen?)"),
        (["import", "a", "-oout.yaml", "-zen"], "unknown option -zen; see reader import --help"),
        (["show"], "required: SOURCE; see reader show --help"),
        (["show", "--json", "--yaml", "x"], "not allowed with"),
        (["check"], "required: FILE; see reader check --help"),
        (["schema", "x"], "unexpected argument x; see reader schema --help"),
        (["story.yaml", "--measure", "7"], "'7' is not a number from 20 to 200"),
        (["story.yaml", "--measure", "wide"], "'wide' is not a number from 20 to 200"),
        (["story.yaml", "--measure", "²"], "not a number"),
        (["--measure", "-5", "story.yaml"], "--measure: '-5' is not a number from 20 to 200"),
        (["--measure", "-.5", "story.yaml"], "'-.5' is not a number from 20 to 200"),
        (["story.yaml", "-5"], "unknown option -5"),
        (["story.yaml", "--\x1b[31m"], "unknown option --␛[31m"),
    ],
)
def test_a_wrong_command_line_is_one_line_and_exit_2(
    args: list[str], complaint: str, capsys: Captured
) -> None:
    assert main(args) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("reader: ")
    assert complaint in err
    assert err.count("\n") == 1


# -- show ----------------------------------------------------------------------------------------------


def test_show_prints_text_with_one_line_a_paragraph(capsys: Captured) -> None:
    assert main(["show", "story.yaml"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("The ferry that went twice\n")
    assert any(line.startswith("“We counted") and line.endswith("came in.") for line in out.splitlines())
    assert err == ""


def test_show_wraps_on_a_terminal(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal, "width", lambda: 40)
    assert main(["show", "story.yaml", "--text"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= 40


def test_show_json_is_one_object(capsys: Captured) -> None:
    assert main(["show", "--json", "story.yaml"]) == 0
    article = json.loads(capsys.readouterr().out)
    assert article["title"] == "The ferry that went twice"
    assert article["quotes"][0]["speaker"] == "Nils Aker"


def test_show_yaml_can_be_shown_again(capsys: Captured) -> None:
    assert main(["show", "story.yaml", "--yaml"]) == 0
    first = capsys.readouterr().out
    Path("again.yaml").write_text(first, encoding="utf-8")
    assert main(["show", "again.yaml", "--yaml"]) == 0
    assert capsys.readouterr().out == first


def test_show_counts_the_warnings(capsys: Captured) -> None:
    assert main(["show", "doubtful.yaml"]) == 0
    out, err = capsys.readouterr()
    assert "The ferry" in out
    assert err == "reader: doubtful.yaml: 1 warning; reader check lists them\n"


def test_show_reads_standard_input() -> None:
    done = reader("show", "-", stdin=STORY.encode())
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"The ferry that went twice\n")


@pytest.mark.parametrize("fed", ["pipe", "file", "nothing"])
def test_without_arguments_a_pipe_is_read_and_otherwise_the_library_is_listed(
    fed: str, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("The river moved.\n")
    before = {"pipe": "cat a.txt |", "file": "", "nothing": ""}[fed]
    after = {"pipe": "", "file": "< a.txt", "nothing": "< /dev/null"}[fed]
    command = f"{before} '{sys.executable}' -m reader {after}"
    out = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert ("The river moved." in out, "tour.yaml" in out) == ((fed != "nothing"), (fed == "nothing"))


def test_a_source_without_a_terminal_is_printed_as_text(capsys: Captured) -> None:
    assert main(["show", "story.yaml"]) == 0
    shown = capsys.readouterr().out
    assert main(["story.yaml"]) == 0
    assert capsys.readouterr().out == shown
    assert main(["-z", "story.yaml", "--theme", "sepia", "--measure", "60"]) == 0
    assert capsys.readouterr().out == shown


def test_a_file_named_like_a_command_is_opened_by_its_path(capsys: Captured) -> None:
    Path("show").write_text(STORY, encoding="utf-8")
    Path("-z").write_text(STORY, encoding="utf-8")
    for args in (["./show"], ["show", "show"], ["--", "show"], ["--", "-z"], ["show", "--", "-z"]):
        assert main(args) == 0
        assert capsys.readouterr().out.startswith("The ferry that went twice\n")


def test_a_character_that_the_locale_cannot_print_is_replaced() -> None:
    environment = os.environ | {"PYTHONIOENCODING": "ascii"}
    text = reader("show", "story.yaml", env=environment)
    assert text.returncode == 0
    assert b"?We counted" in text.stdout
    article = reader("show", "story.yaml", "--json", env=environment)
    assert "“We counted" in json.loads(article.stdout.decode())["paragraphs"][0]["text"]


# -- check, schema, keys, library ------------------------------------------------------------------------


def test_check_prints_only_the_summary_for_a_good_file(capsys: Captured) -> None:
    assert main(["check", "story.yaml"]) == 0
    assert capsys.readouterr().out == "1 file: no faults\n"


def test_check_lists_the_faults_of_every_file(capsys: Captured) -> None:
    assert main(["check", "broken.yaml", "doubtful.yaml", "story.yaml"]) == 1
    last = DOUBTFUL.count("\n")
    *faults, summary = capsys.readouterr().out.splitlines()
    assert any(line.startswith("broken.yaml:2:1: ") and "did you mean paragraphs" in line for line in faults)
    assert any(line.startswith(f"doubtful.yaml:{last}:") and ": warning: " in line for line in faults)
    assert all(": error: " in line or ": warning: " in line for line in faults)
    assert summary.startswith("3 files: ")
    assert "1 error" in summary


def test_check_continues_after_a_missing_file(capsys: Captured) -> None:
    assert main(["check", "missing.yaml", "doubtful.yaml"]) == 2
    out, err = capsys.readouterr()
    assert err.startswith("reader: missing.yaml: ")
    assert out.splitlines()[0].startswith("doubtful.yaml:")
    assert out.endswith("1 file: 1 warning\n")


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("notes.md", "# Hello\n\nSome *text*.\n", "Markdown"),
        ("page.html", "<html><body><p>Hello.</p></body></html>", "a web page"),
        ("story.txt", "Hello.\n\nThis is a story.\n", "plain text"),
    ],
)
def test_check_refuses_other_kinds_of_files(name: str, text: str, kind: str, capsys: Captured) -> None:
    Path(name).write_text(text, encoding="utf-8")
    assert main(["check", name]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        f"reader: {name}: is {kind}; check reads article files (YAML), and reader import makes one from it\n"
    )


def test_check_reads_whatever_may_be_an_article_file(capsys: Captured) -> None:
    Path("notes.yaml").write_text("# Hello\n\nSome *text*.\n", encoding="utf-8")
    Path("story.txt").write_text("title: T\nparagraphs: [a]\n", encoding="utf-8")
    assert main(["check", "notes.yaml"]) == 1
    assert main(["check", "story.txt"]) == 0


def test_check_prints_no_summary_when_no_file_was_read(capsys: Captured) -> None:
    assert main(["check", "missing.yaml"]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)


def test_warnings_that_are_not_listed_count(capsys: Captured) -> None:
    quotes = "".join(f"- {{text: gone {i}}}\n" for i in range(1100))
    Path("many.yaml").write_text(f"title: T\nparagraphs: [a]\nquotes:\n{quotes}", encoding="utf-8")
    assert main(["check", "many.yaml"]) == 1
    *_, last, summary = capsys.readouterr().out.splitlines()
    assert last.endswith("and 600 more warnings that are not listed")
    assert summary == "1 file: 1,100 warnings"
    assert main(["show", "many.yaml"]) == 0
    assert "many.yaml: 1,100 warnings; " in capsys.readouterr().err


def test_check_reads_standard_input() -> None:
    done = reader("check", "-", stdin=BROKEN.encode())
    assert done.returncode == 1
    assert b": error: " in done.stdout


def test_the_example_of_the_readme_has_no_fault(capsys: Captured) -> None:
    page = README.read_text(encoding="utf-8")
    example = page.partition("<!-- example -->\n```yaml\n")[2].partition("```\n<!-- /example -->")[0]
    Path("example.yaml").write_text(example, encoding="utf-8")
    assert (main(["check", "example.yaml"]), capsys.readouterr().out) == (0, "1 file: no faults\n")


def test_the_schema_is_json(capsys: Captured) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == json_schema()


def test_keys_prints_the_table(capsys: Captured) -> None:
    assert main(["keys"]) == 0
    assert "Search the article as you type." in capsys.readouterr().out


def test_the_library_without_a_terminal_is_a_list(capsys: Captured) -> None:
    assert main([]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(
        path.endswith("khalimov.yaml") and title for path, _, title in (x.partition("\t") for x in lines)
    )


# -- errors --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("args", [["missing.yaml"], ["show", "missing.yaml"], ["."], ["show", "/dev/null"]])
def test_a_source_that_cannot_be_read_is_one_line(args: list[str], capsys: Captured) -> None:
    assert main(args) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"reader: {args[-1]}: ")
    assert err.count("\n") == 1


def test_a_file_that_is_no_article_names_its_line(capsys: Captured) -> None:
    assert main(["broken.yaml"]) == 2
    err = capsys.readouterr().err
    assert err.startswith("reader: broken.yaml:")
    assert err.count("\n") == 1


def test_names_and_messages_are_cleaned(capsys: Captured) -> None:
    assert main(["\x1b]0;owned\x07\u202e\n.yaml"]) == 2
    err = capsys.readouterr().err
    assert err.startswith("reader: ␛]0;owned␇")
    assert err.isprintable() is False  # only because of its own newline
    assert err.rstrip("\n").isprintable()


def fail(error: BaseException) -> Callable[..., Any]:
    """A function that raises `error` for any arguments."""

    def raising(*_: object, **__: object) -> Any:
        raise error

    return raising


def test_an_unforeseen_error_leaves_a_crash_file(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(requests.Keys, "run", fail(RuntimeError("words of the article")))
    assert main(["keys"]) == 70
    err = capsys.readouterr().err
    assert err.startswith("reader: internal error (RuntimeError); the details are in ")
    assert err.count("\n") == 1
    [crash] = (Path(os.environ["XDG_STATE_HOME"]) / "reader").iterdir()
    assert str(crash.resolve()) in err
    assert "RuntimeError" in crash.read_text(encoding="utf-8")
    assert "words of the article" not in crash.read_text(encoding="utf-8") + err


def test_debug_shows_the_traceback_without_its_escapes(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(requests.Keys, "run", fail(RuntimeError("\x1b[31mred")))
    assert main(["keys", "--debug"]) == 70
    err = capsys.readouterr().err
    assert "Traceback (most recent call last):" in err
    assert "RuntimeError: ␛[31mred" in err
    assert "\x1b" not in err


def test_debug_shows_where_an_ordinary_error_was_raised(capsys: Captured) -> None:
    assert main(["--debug", "missing.yaml"]) == 2
    *traceback, last = capsys.readouterr().err.splitlines()
    assert any("SourceError" in line for line in traceback)
    assert last.startswith("reader: missing.yaml: ")


def test_debug_after_two_dashes_is_a_file(capsys: Captured) -> None:
    assert main(["--", "--debug"]) == 2
    assert capsys.readouterr().err.startswith("reader: --debug: ")


def test_an_interrupt_is_quiet(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(requests.Keys, "run", fail(KeyboardInterrupt()))
    assert main(["keys"]) == 130
    assert capsys.readouterr() == ("", "")


def test_an_interrupt_is_quiet_while_an_error_is_reported(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(output, "complain", fail(KeyboardInterrupt()))
    assert main(["missing.yaml"]) == 130
    assert capsys.readouterr() == ("", "")


def test_a_closed_pipe_ends_without_a_message() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = reader("keys", stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="the system has no full device")
def test_a_full_disk_is_one_line() -> None:
    with open("/dev/full", "wb") as full:
        done = reader("keys", stdout=full)
    assert done.returncode == 2
    assert done.stderr == b"reader: standard output: No space left on device\n"


def test_a_closed_output_is_one_line(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", None)
        code = main(["keys"])
    assert (code, capsys.readouterr().err) == (2, "reader: standard output is closed\n")


def test_closed_streams_end_without_a_traceback() -> None:
    done = subprocess.run(
        ["sh", "-c", 'exec "$0" -m reader keys >&- 2>&-', sys.executable], timeout=60, check=False
    )
    assert done.returncode == 2


def test_the_exit_code_is_kept_when_standard_error_is_full() -> None:
    if not os.path.exists("/dev/full"):
        pytest.skip("the system has no full device")
    with open("/dev/full", "wb") as full:
        assert reader("missing.yaml", stderr=full).returncode == 2


# -- opening the screen ----------------------------------------------------------------------------------


OTHERS = {"target": None, "depth": ColorDepth.INDEXED}
"""The options of the screen that these tests do not set on the command line."""


class Screen:
    """A stand-in for `reader.ui.app` that records how it was opened."""

    def __init__(self) -> None:
        self.opened: list[tuple[Any, dict[str, Any]]] = []

    def run(self, loaded: Any, *, memory: object, **options: Any) -> int:
        self.opened.append((loaded, options))
        return 17


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """A terminal that can show the screen, and a stand-in for the screen."""
    made = Screen()
    monkeypatch.setattr(terminal, "is_plain", lambda: False)
    monkeypatch.setattr(terminal, "taken", nullcontext)
    monkeypatch.setenv("READER_COLORS", "256")
    monkeypatch.setitem(sys.modules, "reader.ui.app", SimpleNamespace(run=made.run))
    return made


def test_a_source_opens_the_screen_and_returns_its_exit_code(screen: Screen) -> None:
    assert main(["story.yaml"]) == 17
    [(loaded, options)] = screen.opened
    assert loaded.document.title == "The ferry that went twice"
    assert options == {
        "zen": False,
        "theme": None,
        "measure": None,
        "target": None,
        "depth": ColorDepth.INDEXED,
    }


def test_no_source_opens_the_library(screen: Screen) -> None:
    assert main([]) == 17
    assert screen.opened[0][0] is None


@pytest.mark.parametrize(
    ("args", "options"),
    [
        (["-z", "story.yaml"], {"zen": True, "theme": None, "measure": None}),
        (["story.yaml", "--zen"], {"zen": True, "theme": None, "measure": None}),
        (["--theme", "sepia", "story.yaml"], {"zen": False, "theme": "reader-sepia", "measure": None}),
        (["--theme", "nord", "story.yaml"], {"zen": False, "theme": "nord", "measure": None}),
        (["-z", "story.yaml", "--measure", "64"], {"zen": True, "theme": None, "measure": 64}),
    ],
)
def test_the_options_reach_the_screen(args: list[str], options: dict[str, Any], screen: Screen) -> None:
    assert main(args) == 17
    assert screen.opened[0][1] == {**options, **OTHERS}


def test_the_environment_may_name_the_theme(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READER_THEME", "paper")
    assert main(["story.yaml"]) == 17
    assert main(["story.yaml", "--theme", "sepia"]) == 17
    assert [options["theme"] for _, options in screen.opened] == ["reader-paper", "reader-sepia"]


def test_an_unknown_theme_is_refused_with_the_list_of_themes(screen: Screen, capsys: Captured) -> None:
    assert main(["--theme", "plaid", "story.yaml"]) == 2
    assert "no theme plaid; there are dark, paper, " in capsys.readouterr().err
    assert not screen.opened


def test_an_error_is_printed_before_the_screen_changes(screen: Screen, capsys: Captured) -> None:
    assert main(["broken.yaml"]) == 2
    assert not screen.opened


def test_an_error_of_the_terminal_is_one_line(
    screen: Screen, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def refused() -> Any:
        raise SourceError("terminal", "gone")
        yield

    monkeypatch.setattr(terminal, "taken", refused)
    assert main(["story.yaml"]) == 2
    assert capsys.readouterr().err == "reader: terminal: gone\n"


# -- output is written in full -------------------------------------------------------------------------


UNBUFFERED = {**os.environ, "PYTHONUNBUFFERED": "1"}


def long_story(folder: Path) -> Path:
    """An article file whose text is 60 kB, far more than a small pipe holds."""
    path = folder / "long.yaml"
    path.write_text("title: Long\nparagraphs:\n" + "".join(f"  - Paragraph {n}.\n" for n in range(4_000)))
    return path


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="the system has no full device")
@pytest.mark.parametrize("form", ["--text", "--json", "--yaml"])
def test_an_unbuffered_full_disk_is_an_error(form: str, tmp_path: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = reader("show", str(long_story(tmp_path)), form, stdout=full, env=UNBUFFERED)
    assert done.returncode == 2
    assert done.stderr == b"reader: standard output: No space left on device\n"


@pytest.mark.slow
@pytest.mark.parametrize("environment", [dict(os.environ), UNBUFFERED], ids=["buffered", "unbuffered"])
@pytest.mark.parametrize("form", ["--text", "--json", "--yaml"])
def test_a_slow_reader_of_a_small_pipe_gets_everything(
    form: str, environment: dict[str, str], tmp_path: Path
) -> None:
    words = ["show", str(long_story(tmp_path)), form]
    expected = reader(*words).stdout
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, 4096)
    with open(reading, "rb", buffering=0) as pipe:
        process = subprocess.Popen(
            [sys.executable, "-m", "reader", *words], stdout=writing, stderr=subprocess.PIPE, env=environment
        )
        os.close(writing)
        received = b"".join(iter(lambda: pipe.read(500), b""))
        _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (0, b"")
    assert len(expected) > 50_000
    assert received == expected


def test_an_unbuffered_closed_pipe_ends_without_a_message(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = reader("show", str(long_story(tmp_path)), stdout=writing, env=UNBUFFERED)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")
