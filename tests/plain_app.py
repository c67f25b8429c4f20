"""An app with only the reader's themes and tokens: the base of the apps that show a single part."""

from __future__ import annotations

from pathlib import Path

from textual.app import App

from reader.ui.theme.themes import DEFAULT, THEMES, tokens_for

STYLES = Path(__file__).resolve().parents[1] / "styles"


class PlainApp(App[None]):
    """Has the reader's themes. Subclasses define what is shown, and which style sheets are used."""

    def __init__(self, theme: str = DEFAULT) -> None:
        super().__init__()
        for own in THEMES:
            self.register_theme(own)
        self.theme = theme

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return tokens_for(self.current_theme)
