"""Other programs in the reader's terminal: the editor, and what an article is piped to.

Owns the handing over of the terminal and the taking back of it, whatever becomes of the program.
Imported when the first one is started.
"""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from textual.app import SuspendNotSupported

from reader.errors import ReaderError
from reader.text.clean import clean_line


class Terminal(Protocol):
    """What is asked of the app."""

    def suspend(self) -> AbstractContextManager[None]:
        """Give the terminal away for the time of a `with` block. Raises SuspendNotSupported."""
        ...


def edit(app: Terminal, path: Path) -> None:
    """Open a file in the user's editor and wait for its end. Raises ReaderError when there is none."""
    named = (os.environ.get(name, "").strip() for name in ("VISUAL", "EDITOR"))
    editor = next(filter(None, named), "vi")
    try:
        _lend(app, lambda: subprocess.run([*shlex.split(editor), str(path)], check=False))
    except (OSError, ValueError) as error:
        fault = error.strerror if isinstance(error, OSError) else str(error)
        raise ReaderError(
            clean_line(f"{editor}: cannot be run ({fault}); set EDITOR to your editor")
        ) from error


def pipe(app: Terminal, command: str, words: str) -> None:
    """Give words to a command line of the user's, and wait until what it printed was read.

    Raises ReaderError when there is no shell to run it.
    """
    shell = os.environ.get("SHELL") or "/bin/sh"

    def run() -> None:
        # The command is the user's own line, so their shell reads it; the article is only its input.
        subprocess.run([shell, "-c", command], input=words.encode(), check=False)
        print("\n[Enter] back to the article", end="", flush=True)
        try:
            input()
        except EOFError:
            pass

    try:
        _lend(app, run)
    except OSError as error:
        raise ReaderError(
            clean_line(f"{shell}: cannot be run ({error.strerror}); set SHELL to your shell")
        ) from error


def _lend(app: Terminal, use: Callable[[], object]) -> None:
    """Let the terminal be used, and take it back. Raises what `use` raises, and ReaderError."""
    failed: Exception | None = None
    try:
        with app.suspend():
            # Ctrl-C is for the other program. Ignored altogether, that would not hear it either.
            before = signal.signal(signal.SIGINT, lambda *_: None)
            try:
                use()
            except (OSError, ValueError) as error:
                # Not out of the block: Textual would not take the terminal back.
                failed = error
            finally:
                signal.signal(signal.SIGINT, before or signal.SIG_DFL)
    except SuspendNotSupported as error:
        raise ReaderError("no other program can be run in this terminal") from error
    if failed is not None:
        raise failed
