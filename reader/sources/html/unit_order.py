"""Order the units of an article: infoboxes after the lead.

This changes the order of the text, which the F1 of the body does not measure.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import BlockKind
from reader.sources.html.units import Unit


def infoboxes_after_lead(units: Sequence[Unit]) -> list[Unit]:
    """Move each infobox to the end of its section: before the next heading that follows a paragraph."""
    out: list[Unit] = []
    held: list[Unit] = []
    has_text = False  # whether a paragraph follows the last heading
    for unit in units:
        if unit.infobox:
            held.append(unit)
            continue
        if unit.kind is BlockKind.HEADING:
            if has_text:
                out += held
                held = []
            has_text = False
        has_text = has_text or unit.kind is BlockKind.PARAGRAPH
        out.append(unit)
    return out + held
