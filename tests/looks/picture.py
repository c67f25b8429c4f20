"""Make the picture of the reading screen that the README shows.

    python tests/looks/picture.py            # writes .assets/reading.svg

The picture is what the program paints, exported by Textual; nothing in it is drawn by hand.
"""

from __future__ import annotations

import asyncio
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
        return app.export_screenshot(title="reader", simplify=True)


if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(asyncio.run(picture()), encoding="utf-8")
    print(TARGET)
