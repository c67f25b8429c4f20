"""Copies text to the clipboard with the first method that works, and reports where the text went.

Owns the order of the methods. Texts arrive in the order in which they are copied.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Lock

from textual.dom import DOMNode

from reader.errors import ReaderError
from reader.terminal import clipboard
from reader.ui.jobs import Job, Jobs


class Copying:
    """Copies for the whole app. `text` is the text that was copied last, for pasting.

    `by_terminal` sends OSC 52. `report` is called on the app's thread with the destination of the text, or
    with the error. The destination is empty if a program set the clipboard of the desktop.
    """

    def __init__(
        self,
        owner: DOMNode,
        by_terminal: Callable[[str], None],
        report: Callable[[str | ReaderError], None],
    ) -> None:
        self.text = ""
        self._by_terminal, self._report = by_terminal, report
        self._jobs = Jobs(owner)
        self._turn = Lock()

    def copy(self, text: str) -> None:
        """Copy a text. Programs and files are used in a job, which also looks for the programs."""
        self.text = text
        programs = clipboard.programs(text)
        if programs or not clipboard.fits(text):
            self._jobs.submit("copy", lambda job: self._give(job, text, programs), self._done)
        else:
            self._jobs.cancel("copy")
            self._done(clipboard.BY_TERMINAL)

    def _give(self, job: Job[str], text: str, programs: Sequence[clipboard.Program]) -> str:
        """Give the text to a program or the file, or return `BY_TERMINAL`. Runs in the job's thread."""
        with self._turn:
            for program in programs:
                job.check()
                if clipboard.give(program, text):
                    return program.where
            return clipboard.BY_TERMINAL if clipboard.fits(text) else clipboard.write_file(text)

    def _done(self, where: str | ReaderError) -> None:
        if where == clipboard.BY_TERMINAL:
            self._by_terminal(self.text)
        self._report(where)
