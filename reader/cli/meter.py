"""Shows on standard error how much of a web page has been received.

Owns the row of the terminal that shows the progress.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from reader.cli.output import complain
from reader.sources.ref import SourceRef
from reader.text.cells import width
from reader.text.excerpt import crop

if TYPE_CHECKING:
    from reader.sources.open import Loaded


def open_with_meter(source: SourceRef) -> Loaded:
    """Open a source and show the progress. Raises ReaderError."""
    from reader.sources.open import open_source

    meter = Meter(source)
    try:
        return open_source(source, progress=meter.show)
    finally:
        meter.close()


class Meter:
    """Shows the name of a source and how many bytes of it have arrived.

    On a terminal this is one row, which is erased at the end. Elsewhere it is one line, which is printed only
    if there are several sources: then `position` is not empty ("2/3 ").
    """

    def __init__(self, source: SourceRef, position: str = "") -> None:
        self._name = position + source.name
        self._live = sys.stderr is not None and sys.stderr.isatty()
        self._cells = 0
        if self._live:
            self._row(f"{self._name} …")
        elif position:
            complain(self._name)

    def show(self, received: int, total: int | None) -> None:
        """Show that `received` bytes have arrived, of `total` if the total is known."""
        if self._live:
            whole = f" of {total / 1024:,.0f}" if total else ""
            self._row(f"{self._name} … {received / 1024:,.0f}{whole} kB")

    def close(self) -> None:
        """Clear the row."""
        if self._live and self._cells:
            self._row("")

    def _row(self, text: str) -> None:
        text = crop(text, _columns() - 1)
        cells = width(text)
        try:
            # Spaces overwrite the previous text, because not every terminal has a sequence that erases it.
            print(f"\r{text}{' ' * max(0, self._cells - cells)}", end="" if text else "\r", file=sys.stderr)
            sys.stderr.flush()
        except OSError:
            self._live = False
        self._cells = cells


def _columns() -> int:
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or 80
    except (OSError, ValueError):
        return 80
