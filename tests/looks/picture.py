"""Make the picture of the reading screen that the README shows.

    python -m tests.looks.picture            # writes .assets/reading.svg

The picture is what the program paints, exported by Textual; nothing in it is drawn by hand.
"""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

from reader.resources import bundled
from reader.ui.app import ReaderApp
from tests.loaded import load

TARGET = Path(__file__).parents[2] / ".assets" / "reading.svg"
SIZE = (150, 42)
KEYS = ("}", "}", "}", "at", "enter", "escape")
"""Some paragraphs down, then the first name of the sidebar chosen."""


async def picture() -> str:
    """The SVG of the screen after `KEYS`."""
    app = ReaderApp(load(str(bundled("content") / "feature.yaml")), theme="reader-dark")
    async with app.run_test(size=SIZE) as pilot:
        for key in KEYS:
            await pilot.press(key)
            await pilot.pause()
        return without_fonts(app.export_screenshot(title="reader", simplify=True))


def without_fonts(svg: str) -> str:
    """An exported screen without the addresses of fonts: it uses a font that is installed."""
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"<!--.*?-->\s*", "", svg, flags=re.DOTALL)
    return re.sub(r"font-family: Fira Code[^;]*;", "font-family: Fira Code, Menlo, Consolas, monospace;", svg)


if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(asyncio.run(picture()), encoding="utf-8")
    print(TARGET)
