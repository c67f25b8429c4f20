"""The dialog for a link that no browser can open: shows the link, so that the user can read and copy it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from reader.keys.commands import Context
from reader.keys.keymap import DEFAULT_KEYMAP, Hint, Keymap
from reader.ui.bindings import bindings
from reader.ui.browser import NoBrowserError
from reader.ui.screens.dialog import Dialog
from reader.ui.screens.links import broken
from reader.ui.widgets.line import Line
from reader.ui.widgets.text_row import Part, titled


class Address(Widget):
    """An address in as many rows as it needs. If there are fewer rows, the beginning is shown."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"picker--link"}

    DEFAULT_CSS = "Address { height: auto; width: 1fr; }"

    def __init__(self, url: str) -> None:
        super().__init__()
        self._url = url

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The number of rows at that width."""
        return len(broken(self._url, width))

    def render_line(self, y: int) -> Strip:
        line = Line(self.size.width, self.rich_style)
        rows = broken(self._url, self.size.width)
        if y < len(rows):
            line.add(rows[y], self.get_component_rich_style("picker--link"))
        return line.strip()


class UnopenedScreen(Dialog[bool]):
    """Shows why a link is not opened, and the link. Ends with True if it is to be copied, else with None."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Context.UNOPENED)

    HINTS: ClassVar[tuple[Hint, ...]] = (Hint("unopened.copy", "copy"), Hint("dialog.close", "close"))

    def __init__(self, fault: NoBrowserError, keymap: Keymap = DEFAULT_KEYMAP) -> None:
        super().__init__(keymap)
        self._fault = fault

    def heading(self) -> Iterable[Part]:
        """The reason why the link is not opened."""
        return titled(self._fault.fault[:1].upper() + self._fault.fault[1:])

    def body(self) -> Iterable[Widget]:
        """The whole address."""
        yield Address(self._fault.link)

    def action_copy(self) -> None:
        """End with the wish to copy the address."""
        self.dismiss(True)
