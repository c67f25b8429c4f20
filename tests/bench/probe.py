"""The floor: the least that a program on Textual can be, one widget and no stylesheet."""

from textual.app import App, ComposeResult
from textual.widget import Widget


class Words(Widget):
    def render(self) -> str:
        return "Opening words of the text"


class Bare(App[None]):
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [("q", "quit", "Quit")]

    def compose(self) -> ComposeResult:
        yield Words()


Bare().run()
