"""Make the animation of the first minute that the README links.

    python -m tests.looks.animation          # writes .assets/first-minute.svg

Each frame is what the program paints, exported by Textual. A style rule shows one frame after the other.
"""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import NamedTuple

from reader.resources import bundled
from reader.ui.app import ReaderApp
from tests.loaded import load
from tests.looks.picture import without_fonts

TARGET = Path(__file__).parents[2] / ".assets" / "first-minute.svg"
SIZE = (120, 32)


class Scene(NamedTuple):
    """Keys, and the seconds for which the screen is shown after them."""

    keys: tuple[str, ...]
    seconds: float


SCENES = (
    Scene((), 3),
    Scene(("right_curly_bracket",) * 3, 2),
    Scene(("slash", *"noon"), 2),
    Scene(("enter", "n"), 2),
    Scene(("escape", "at"), 1.5),
    Scene(("j", "j", "enter"), 2),
    Scene(("n",), 1.5),
    Scene(("i",), 3),
    Scene(("escape", "escape", "quotation_mark"), 1.5),
    Scene(("j", "enter"), 3),
    Scene(("escape", "escape", "Z"), 2),
    Scene(("Z", "z"), 3),
)


async def frames() -> list[str]:
    """The SVG of the screen after the keys of each scene."""
    app = ReaderApp(load(str(bundled("content") / "feature.yaml")), theme="reader-dark")
    shown = []
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for keys, _ in SCENES:
            for key in keys:
                await pilot.press(key)
                await pilot.pause()
            await pilot.pause()
            shown.append(without_fonts(app.export_screenshot(title="reader", simplify=True)))
    return shown


def animation(shown: list[str]) -> str:
    """One SVG that shows the frames in turn, without end."""
    total = sum(scene.seconds for scene in SCENES)
    box = re.search(r'viewBox="([^"]+)"', shown[0])
    assert box is not None
    rules, parts, begin = [], [], 0.0
    for number, (svg, scene) in enumerate(zip(shown, SCENES, strict=True)):
        start, end = (round(100 * at / total, 3) for at in (begin, begin + scene.seconds))
        begin += scene.seconds
        # `step-end` keeps each value until the next one.
        steps = {0.0: "hidden", start: "visible", end: "hidden"}
        if end >= 100:
            steps[end] = "visible"
        rules.append(
            f"@keyframes f{number} {{ {' '.join(f'{at}% {{visibility:{v}}}' for at, v in steps.items())} }}"
        )
        rules.append(f".f{number} {{ visibility: hidden; animation: f{number} {total}s step-end infinite; }}")
        # The frames share names of classes and clips, each with its own content.
        named = re.sub(r"terminal-[0-9]+-", f"frame-{number}-", svg)
        parts.append(f'<g class="f{number}">{named}</g>')
    style = "<style>" + "\n".join(rules) + "</style>"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box[1]}">\n{style}\n'
        + "\n".join(parts)
        + "\n</svg>\n"
    )


if __name__ == "__main__":
    TARGET.write_text(animation(asyncio.run(frames())), encoding="utf-8")
    print(TARGET)
