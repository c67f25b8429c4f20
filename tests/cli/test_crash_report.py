"""The crash file shows where the program failed, is private, and contains no text of the article."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from reader.cli import crash_report as crash

SECRET = "words of the article"


def failure(error: Exception, cause: BaseException | None = None) -> Exception:
    """Raise `error`, and return it with its traceback."""
    article = SECRET  # a local variable that must not be printed
    try:
        raise error from cause
    except type(error) as caught:
        assert article
        return caught


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The state directory of this test, which does not exist yet."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "deep" / "state"))
    return tmp_path / "deep" / "state" / "reader"


def test_the_crash_file_has_the_type_and_frames_but_no_values() -> None:
    text = crash.describe(failure(ValueError(f"cannot use {SECRET}")))
    assert "ValueError" in text
    assert "in failure" in text
    assert "raise error from cause" in text
    assert SECRET not in text


def test_the_crash_file_has_the_cause_and_the_context() -> None:
    text = crash.describe(failure(RuntimeError(SECRET), cause=failure(KeyError(SECRET))))
    assert text.index("RuntimeError") < text.index("caused by KeyError")
    try:
        try:
            raise KeyError(SECRET)
        except KeyError:
            raise RuntimeError(SECRET)  # noqa: B904 - the context is the point
    except RuntimeError as error:
        text = crash.describe(error)
    assert "while handling KeyError" in text
    assert SECRET not in text


def test_a_cycle_of_causes_is_listed_once() -> None:
    first, second = ValueError(), TypeError()
    first.__cause__, second.__cause__ = second, first
    assert crash.describe(first).count("ValueError") == 1


def test_an_oserror_shows_its_code() -> None:
    error = failure(OSError(28, "No space left on device", f"/home/ada/{SECRET}"))
    assert "OSError ENOSPC" in crash.one_line(error, None)
    assert SECRET not in crash.describe(error)


def test_only_the_owner_can_read_the_crash_file_and_its_directory(state: Path) -> None:
    path = crash.keep(failure(ValueError(SECRET)))
    assert path is not None
    assert path.parent == state
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(state.stat().st_mode) == 0o700
    assert SECRET not in path.read_text(encoding="utf-8")


def test_an_open_directory_is_made_private(state: Path) -> None:
    state.mkdir(parents=True)
    state.chmod(0o755)
    assert crash.keep(failure(ValueError())) is not None
    assert stat.S_IMODE(state.stat().st_mode) == 0o700


def test_a_crash_file_that_cannot_be_written_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    error = failure(ValueError())
    assert crash.keep(error) is None
    assert "no crash file could be written" in crash.one_line(error, None)


def test_the_crash_file_has_no_control_characters(tmp_path: Path) -> None:
    source = tmp_path / "\x1b]0;title\x07.py"
    code = compile("raise ValueError", os.fspath(source), "exec")
    try:
        exec(code)
    except ValueError as error:
        text = crash.describe(error)
    assert "]0;title" in text
    assert all(c.isprintable() or c == "\n" for c in text)
