"""The visible text of the screen: the painted rows of its widgets. Also an article to show."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from textual.app import App
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


def paragraphs(count: int = 24) -> str:
    """The paragraphs of `article`, three or four rows each, with a heading before every sixth."""
    lines = []
    for number in range(1, count + 1):
        if number % 6 == 1:
            lines.append(f"  - heading: Part {number // 6 + 1}")
        said = f"“I counted {number} lanterns,” said Ada Okafor. " if number % 4 == 2 else ""
        lines.append(
            f"  - '{number} is the number of this paragraph. {said}The ferry came late from Brannoc and "
            f"漢字の本 was on it, with [the ledger](https://example.org/{number}) of the harbour and a box "
            "of salt that nobody had asked for, and the keeper wrote all of it down before the evening.'"
        )
    return "\n".join(lines)


def article(count: int = 24) -> str:
    """An article with headings, links, quotes, names and wide characters."""
    quotes = "\n".join(
        f"  - {{text: 'I counted {number} lanterns', speaker: Ada Okafor, context: On the quay}}"
        for number in range(2, count + 1, 4)
    )
    return (
        "title: The ledger of the harbour\nkicker: Invented\nmarkup: markdown\n"
        "standfirst: What was written down, and what was not.\nsource: {name: Nobody, url: https://example.org}\n"
        f"paragraphs:\n{paragraphs(count)}\nquotes:\n{quotes}\nentities:\n"
        "  - {name: Ada Okafor, type: person, about: She counts.}\n"
        "  - {name: Brannoc, type: place, aliases: [the ferry]}\n"
        "  - {name: 漢字の本, type: work}\n"
    )


def shown(app: App[Any]) -> Iterator[Widget]:
    """The widgets of the present screen that have a place in the window, parents before children."""
    window = Region(0, 0, *app.size)
    for widget in (app.screen, *app.screen.walk_children(Widget)):
        if widget.display and widget.visible and widget.region.overlaps(window):
            yield widget


def strips(widget: Widget) -> list[Strip]:
    """The painted rows of a widget with its frame."""
    return widget.render_lines(Region(0, 0, *widget.outer_size))


def seen(app: App[Any]) -> str:
    """All text on the screen, one widget after the other."""
    leaves = (widget for widget in shown(app) if not widget.children)
    return "\n".join(strip.text.rstrip() for widget in leaves for strip in strips(widget))
