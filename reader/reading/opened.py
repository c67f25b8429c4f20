"""An article that is opened: its session, and how it is shown first."""

from __future__ import annotations

from typing import NamedTuple

from reader.reading.session import ReadingSession
from reader.reading.view_state import ViewState


class Opened(NamedTuple):
    """An article that is opened. `left` is how it was left before, `lost` the letters of lost marks."""

    session: ReadingSession
    left: ViewState | None
    lost: tuple[str, ...]
