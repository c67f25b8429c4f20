"""Colours: four themes of the reader's own, and the design tokens that every theme gets.

Owns every colour literal. A token is a TCSS variable named by meaning (`$quote-ink` would say what it
is for, `$blue` would not). Textual's own themes get tokens derived from their colours, the ANSI
themes get the terminal's sixteen, so the reader looks right in all of them. Text on its surface
reaches 4.5:1 (WCAG 2.2, 1.4.3), body text 7:1 (1.4.6); a test checks every pair of every theme.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from reader.model import EntityType, HighlightColor

DEFAULT = "reader-dark"

BODY, TEXT = 7.0, 4.5
"""Contrast ratios that body text and any other text reach."""


class Palette(NamedTuple):
    """The few colours a theme of our own is drawn with; every token follows from them."""

    paper: str
    panel: str
    ink: str
    soft: str
    dim: str
    rule: str
    accent: str
    match: str
    match_ink: str
    hit: str
    selection: str
    blue: str
    violet: str
    green: str
    ochre: str
    rose: str
    teal: str
    highlights: tuple[str, ...]
    """A fill for each `HighlightColor`. Text and every hue above are readable on it."""


DARK = Palette(
    paper="#16171c", panel="#1b1d25", ink="#dddbd3", soft="#aaa8a2", dim="#8b8a88", rule="#34363f",
    accent="#e9a94f", match="#e9a94f", match_ink="#16171c", hit="#57451d", selection="#2f4468",
    blue="#8dbbe8", violet="#c69be0", green="#97c585", ochre="#d8b070", rose="#e79a9a", teal="#7cc7bd",
    highlights=("#3f3912", "#1f3d27", "#1d3650", "#4a2639", "#392b53"),
)  # fmt: skip
PAPER = Palette(
    paper="#fbf8f1", panel="#f3efe4", ink="#1d1b17", soft="#57534a", dim="#6a655b", rule="#d6cfbf",
    accent="#a3481a", match="#a3481a", match_ink="#fffaf0", hit="#f6dc95", selection="#c4daf0",
    blue="#1b5788", violet="#6d3c93", green="#34662a", ochre="#7f5510", rose="#9c3140", teal="#1c6660",
    highlights=("#fbeda0", "#d3ecc4", "#cfe3f7", "#f9d6de", "#e4d8f4"),
)  # fmt: skip
SEPIA = Palette(
    paper="#f1e4c8", panel="#e9dab9", ink="#33261a", soft="#55422f", dim="#66533c", rule="#c9b48b",
    accent="#8c3d12", match="#8c3d12", match_ink="#fdf3dc", hit="#e4c06a", selection="#c3cfc4",
    blue="#204f78", violet="#613a7c", green="#3a5a1f", ochre="#6c4a0c", rose="#872b37", teal="#1a5853",
    highlights=("#f5df86", "#d5deaa", "#d0dcdc", "#eecabf", "#dccdda"),
)  # fmt: skip
CONTRAST = Palette(
    paper="#000000", panel="#000000", ink="#ffffff", soft="#f0f0f0", dim="#d0d0d0", rule="#909090",
    accent="#ffd75f", match="#ffff00", match_ink="#000000", hit="#005f5f", selection="#0000d7",
    blue="#87d7ff", violet="#ffafff", green="#87ff87", ochre="#ffd787", rose="#ffafaf", teal="#5fffd7",
    highlights=("#4d4d00", "#004d00", "#00305f", "#5f0030", "#3d0066"),
)  # fmt: skip


def luminance(color: Color) -> float:
    """Relative luminance of an opaque colour, 0 to 1 (WCAG 2.2, relative luminance)."""

    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b)


def contrast(one: Color, other: Color) -> float:
    """Contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2, contrast ratio)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def readable(ink: Color, surfaces: tuple[Color, ...], ratio: float) -> Color:
    """`ink` moved towards black or white just far enough to reach `ratio` on every surface."""
    pole = Color.parse("white" if luminance(surfaces[0]) < 0.18 else "black")
    for step in range(21):
        candidate = ink.blend(pole, step / 20)
        if all(contrast(candidate, surface) >= ratio for surface in surfaces):
            return candidate
    return pole


def _tokens(palette: Palette) -> dict[str, str]:
    """Every token for a palette; tints are the speaker's hue mixed into the paper."""
    paper = Color.parse(palette.paper)
    tokens = {
        "paper": palette.paper,
        "ink": palette.ink,
        "ink-soft": palette.soft,
        "ink-dim": palette.dim,
        "panel-fill": palette.panel,
        "rule": palette.rule,
        "here": palette.accent,
        "match-fill": palette.match,
        "match-ink": palette.match_ink,
        "hit-fill": palette.hit,
        "hit-ink": palette.ink,
        "selection-fill": palette.selection,
        "code-fill": palette.panel
        if palette.panel != palette.paper
        else paper.blend(Color.parse(palette.rule), 0.3).hex,
        "link-ink": palette.blue,
        "status-fill": palette.panel,
        "cursor-fill": paper.blend(Color.parse(palette.accent), 0.14).hex,
    }
    hues = (palette.blue, palette.violet, palette.green, palette.ochre, palette.rose, palette.teal)
    for number, hue in enumerate(hues, 1):
        tokens[f"speaker-{number}"] = hue
        tokens[f"speaker-{number}-fill"] = paper.blend(Color.parse(hue), 0.11).hex
    marks = (palette.ochre, palette.green, palette.blue, palette.rose, palette.violet)
    for color, hue, fill in zip(HighlightColor, marks, palette.highlights, strict=True):
        tokens[f"highlight-{color}"] = hue
        tokens[f"highlight-{color}-fill"] = fill
    kinds = (
        palette.blue,
        palette.violet,
        palette.green,
        palette.teal,
        palette.rose,
        palette.rose,
        palette.ochre,
        palette.ochre,
        palette.soft,
    )
    tokens.update((f"entity-{kind}", hue) for kind, hue in zip(EntityType, kinds, strict=True))
    return tokens


def _own(name: str, palette: Palette, *, dark: bool) -> Theme:
    return Theme(
        name=name,
        primary=palette.blue,
        secondary=palette.violet,
        accent=palette.accent,
        warning=palette.ochre,
        error=palette.rose,
        success=palette.green,
        foreground=palette.ink,
        background=palette.paper,
        surface=palette.panel,
        panel=palette.panel,
        dark=dark,
        variables={
            **_tokens(palette),
            "screen-selection-background": palette.selection,
            "screen-selection-foreground": palette.ink,
            "input-selection-background": palette.selection,
            "block-cursor-background": palette.accent,
            "block-cursor-foreground": palette.match_ink,
            "block-cursor-text-style": "none",
            "scrollbar": palette.rule,
            "scrollbar-hover": palette.dim,
            "scrollbar-active": palette.accent,
            "scrollbar-background": palette.panel,
            "scrollbar-background-hover": palette.panel,
            "scrollbar-background-active": palette.panel,
        },
    )


THEMES: tuple[Theme, ...] = (
    _own("reader-dark", DARK, dark=True),
    _own("reader-paper", PAPER, dark=False),
    _own("reader-sepia", SEPIA, dark=False),
    _own("reader-contrast", CONTRAST, dark=True),
)

CYCLE = (*(theme.name for theme in THEMES), "ansi-dark", "ansi-light")
"""The themes `T` goes through; the palette offers all."""


def _solid(theme: Theme) -> Palette:
    """A palette from the colours of a theme that is not ours, made readable."""
    system = theme.to_color_system().generate()

    def color(name: str) -> Color:
        return Color.parse(system[name])

    paper, panel = color("background"), color("surface")
    surfaces = (paper, panel)
    # Quoted text lies on a tint, which takes up to a seventh of the contrast away.
    ink = readable(color("foreground"), surfaces, BODY * 1.17)

    def hue(name: str) -> str:
        # A tint of the hue lies under quoted text, so the hue itself is checked on that tint too.
        base = color(name)
        return readable(base, (*surfaces, paper.blend(base, 0.11)), TEXT + 0.4).hex

    hues = {
        "blue": hue("primary"),
        "violet": hue("secondary"),
        "green": hue("success"),
        "ochre": hue("warning"),
        "rose": hue("error"),
        "teal": hue("accent"),
    }
    accent = readable(color("accent"), surfaces, TEXT)
    soft = readable(ink.blend(paper, 0.25), surfaces, TEXT)
    inks = [*map(Color.parse, hues.values()), ink, soft]
    return Palette(
        paper=paper.hex,
        panel=panel.hex,
        ink=ink.hex,
        soft=soft.hex,
        dim=readable(ink.blend(paper, 0.45), surfaces, TEXT).hex,
        rule=paper.blend(ink, 0.2).hex,
        accent=accent.hex,
        match=accent.hex,
        match_ink=readable(paper, (accent,), TEXT).hex,
        hit=_fill(paper, accent, ink).hex,
        selection=_fill(paper, color("primary"), ink).hex,
        **hues,
        highlights=tuple(
            _fill(paper, Color.parse(hues[name]), *inks).hex
            for name in ("ochre", "green", "blue", "rose", "violet")
        ),
    )


def _fill(paper: Color, tint: Color, *inks: Color) -> Color:
    """The strongest mix of `tint` over `paper` on which every ink is readable."""
    for share in (0.35, 0.28, 0.21, 0.14, 0.07):
        fill = paper.blend(tint, share)
        if all(contrast(ink, fill) >= TEXT for ink in inks):
            return fill
    return paper


PLAIN = "ansi_default"
MONOCHROME = replace(
    BUILTIN_THEMES["ansi-dark"],
    name="reader-plain",
    primary=PLAIN,
    secondary=PLAIN,
    warning=PLAIN,
    error=PLAIN,
    success=PLAIN,
    accent=PLAIN,
    variables=dict.fromkeys(BUILTIN_THEMES["ansi-dark"].variables, PLAIN)
    | {"input-cursor-text-style": "reverse"},
)
"""What NO_COLOR asks for (no-color.org): the terminal's own two colours, and marks by weight alone."""


def _ansi(theme: Theme) -> dict[str, str]:
    """Tokens in the terminal's own sixteen colours: no tints, so marks rest on weight and line."""
    dim, rule = ("ansi_white" if theme.dark else "ansi_bright_black"), "ansi_bright_black"
    shade = "ansi_bright_" if theme.dark else "ansi_"
    hues = [shade + name for name in ("blue", "magenta", "green", "yellow", "red", "cyan")]
    tokens = dict.fromkeys(("paper", "ink", "ink-soft", "panel-fill", "code-fill", "status-fill"), PLAIN)
    tokens |= {
        "ink-dim": dim,
        "rule": rule,
        "here": hues[3] if theme.dark else hues[4],
        "match-fill": "ansi_yellow",
        "match-ink": "ansi_black",
        "hit-fill": "ansi_cyan",
        "hit-ink": "ansi_black",
        "selection-fill": "ansi_blue",
        "link-ink": hues[0],
        "cursor-fill": PLAIN,
    }
    for number, hue in enumerate(hues, 1):
        tokens[f"speaker-{number}"] = hue
        tokens[f"speaker-{number}-fill"] = PLAIN
    marks = (hues[3], hues[2], hues[0], hues[4], hues[1])
    for color, hue in zip(HighlightColor, marks, strict=True):
        tokens[f"highlight-{color}"] = hue
        tokens[f"highlight-{color}-fill"] = PLAIN
    kinds = (hues[0], hues[1], hues[2], hues[5], hues[4], hues[4], hues[3], hues[3], PLAIN)
    tokens.update((f"entity-{kind}", hue) for kind, hue in zip(EntityType, kinds, strict=True))
    return tokens


def tokens_for(theme: Theme) -> dict[str, str]:
    """The design tokens of any theme, ours or Textual's or a user's own."""
    if "paper" in theme.variables:
        return dict(theme.variables)
    if theme.name == MONOCHROME.name:
        return dict.fromkeys(_ansi(theme), PLAIN)
    return _ansi(theme) if theme.ansi else _tokens(_solid(theme))
