"""What the reading screen asks of the app, as messages."""

from __future__ import annotations

from textual.message import Message


class BackAsked(Message):
    """Go back to the screen or the article before this one; `otherwise` is said when there is none."""

    def __init__(self, otherwise: str) -> None:
        super().__init__()
        self.otherwise = otherwise


class AddressAsked(Message):
    """Open the page at an address in the reader."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.url = url
