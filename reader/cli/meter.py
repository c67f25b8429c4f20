"""Shows on standard error how much of a web page has been received.

Owns the row of the terminal that shows the progress.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from reader.cli.output import complain
from reader.sources.files import called, is_address
from reader.text.cells import width
from reader.text.excerpt import crop

if TYPE_CHECKING:
    from reader.sources.load import Loaded


def load_metered(source: str, *, format: str | None = None, whole_page: bool = False) -> Loaded:
    """Load a web page with `reader.sources.load.load` and show the progress. Raises ReaderError."""
    from reader.sources.load import load

    meter = Meter(source)
    try:
        return load(source, format=format, whole_page=whole_page, progress=meter.show)
    finally:
        meter.close()


class Meter:
    """Shows on standard error what is being loaded and how much of it has been received.

    On a terminal this is one row, which `close` clears. Elsewhere it is one line, and only when `place`
    says which of several sources this is.
    """

    def __init__(self, source: str, place: str = "") -> None:
        from reader.sources.fetch.address import shown

        self._name = place + (shown(source) if is_address(source) else called(source))
        self._live = sys.stderr is not None and sys.stderr.isatty()
        self._cells = 0
        if self._live:
            self._row(f"{self._name} …")
        elif place:
            complain(self._name)

    def show(self, received: int, total: int | None) -> None:
        """Show that `received` bytes have come, of `total` if the total is known."""
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
            # Spaces overwrite the previous text, because not every terminal understands the escape for it.
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
