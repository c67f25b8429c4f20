"""How an article is shown: the window, the measure and the panels, as a value that can be shown again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from reader.reading.jumps import Window


class PanelState(NamedTuple):
    """A panel as it was left: its classes `-open` or `-hidden`, and the index of the item with its cursor."""

    classes: frozenset[str]
    cursor: int


class ViewState(NamedTuple):
    """How an article was shown when it was left.

    `widths` are the screen's width classes: what was opened over the text opens again only at the same
    width. `measure` is in cells. `speaker` is whose quotes were listed, None for all. `focus` is the id of
    the focused pane.
    """

    window: Window
    measure: int
    zen: bool
    widths: frozenset[str]
    panels: Mapping[str, PanelState]
    speaker: str | None
    focus: str
