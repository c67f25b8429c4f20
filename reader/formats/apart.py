"""An article that a process of its own loads, while this one does something else.

Owns the process. It begins as a copy of this one, so it has to begin before there are threads, and it is
taken for a quicker way and no more: where it cannot begin, or does not bring anything, the article is
loaded here. Measured with Textual to import meanwhile: the first paint of a 10,000-word article comes
after 1.11 instead of 1.25 times that of a bare application, that of 3.3 MB after 1.46 instead of 1.61.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from typing import NoReturn

from reader.errors import ReaderError
from reader.formats.ending import end_after
from reader.formats.files import STDIN, is_address, local_path
from reader.formats.load import Loaded, load


class Apart:
    """Loads the file `source` in a process from the moment it is made.

    Raises OSError when the system has no room for one. What it brings is kept in memory and not in a
    pipe: a process that waits for its reader keeps all it needed until then.
    """

    def __init__(self, source: str, *, format: str | None = None, whole_page: bool = False) -> None:
        self._load = (source, format, whole_page)
        self._beginner = os.getpid()
        self._memory = os.memfd_create("article")
        try:
            self._process = os.fork()
        except OSError:
            os.close(self._memory)
            raise
        if self._process == 0:
            self._bring()

    def result(self) -> Loaded:
        """Wait for what was loaded; to be called once. Raises what `load` raises."""
        import pickle  # which Textual imports too

        with open(self._memory, "rb") as memory:
            if self._ended_well():
                memory.seek(0)
                # Written by ourselves a moment ago, and in no file.
                found: Loaded | ReaderError = pickle.load(memory)
                if isinstance(found, ReaderError):
                    raise found
                return found
        return self._loaded()

    def _ended_well(self) -> bool:
        try:
            _, status = os.waitpid(self._process, 0)
        except ChildProcessError:  # who started this program wanted to hear of no process, so nobody does
            return False
        return status == 0

    def _loaded(self) -> Loaded:
        source, form, whole_page = self._load
        return load(source, format=form, whole_page=whole_page)

    def _bring(self) -> NoReturn:
        """What the process does. It ends here, whatever happens, and says nothing."""
        code = 1
        try:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            end_after(self._beginner)
            found: Loaded | ReaderError
            try:
                found = self._loaded()
            except ReaderError as error:
                found = _with_origin(error)
            import pickle

            with open(self._memory, "wb") as memory:
                pickle.dump(found, memory, pickle.HIGHEST_PROTOCOL)
            code = 0
        finally:
            os._exit(code)


def begin(source: str, *, format: str | None = None, whole_page: bool = False) -> Apart | None:
    """Have a file loaded by a process; None where that cannot be, or is of no use.

    On Linux alone: elsewhere a copy of a process is not safe to go on
    (https://docs.python.org/3/library/multiprocessing.html#contexts-and-start-methods).
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        return None
    if not hasattr(os, "memfd_create"):  # a Python that was built for systems older than this one
        return None
    if source == STDIN or is_address(source) or not _is_file(source):
        return None
    try:
        return Apart(source, format=format, whole_page=whole_page)
    except OSError:
        return None


def _with_origin(error: ReaderError) -> ReaderError:
    """The error with a note of where it was raised, which its traceback there will not say: see `--debug`."""
    import traceback

    error.add_note("".join(traceback.format_exception(error)).rstrip("\n"))
    return error


def _is_file(source: str) -> bool:
    try:
        return local_path(source).is_file()
    except (OSError, ValueError):
        return False
