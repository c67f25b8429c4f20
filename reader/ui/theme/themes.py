"""Themes: the reader's own four and Textual's, with the design tokens that every theme gets.

Owns the list of tokens. A token is a TCSS variable named by meaning (`$quote-ink` would say what it
is for, `$blue` would not). Textual's own themes get tokens derived from their colours, the ANSI
themes get the terminal's sixteen, so the reader looks right in all of them. Text on its surface
reaches 4.5:1 (WCAG 2.2, 1.4.3), body text 7:1 (1.4.6); a test checks every pair of every theme.

With 256 colours our themes have palettes of their own, and the colours derived for Textual's themes are
replaced by the nearest of the 256. With 16 colours every theme is one of the two ANSI
themes under its own name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from reader.model import EntityType, HighlightColor
from reader.terminal.color_depth import ColorDepth
from reader.ui.theme.palettes import (
    CONTRAST,
    CONTRAST_256,
    CUBE_GREYS,
    DARK,
    DARK_256,
    PAPER,
    PAPER_256,
    SEPIA,
    SEPIA_256,
    Palette,
    shown,
    xterm,
)

DEFAULT = "reader-dark"

BODY, TEXT = 7.0, 4.5
"""Contrast ratios that body text and any other text reach."""


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


TINT, MATCH_TINT, CURRENT_TINT = 0.11, 0.18, 0.28
"""The share of the hue in the fill of any quote, of a quote of the active set, and of the current quote."""


def _tokens(palette: Palette) -> dict[str, str]:
    """Every token for a palette; tints are the speaker's hue mixed into the paper."""
    paper, ink = Color.parse(palette.paper), Color.parse(palette.ink)
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
        "cursor-fill": palette.cursor or _mixed(paper, palette.accent, 0.14, ink),
        "highlight-ink": palette.highlight_ink or palette.ink,
    }
    for number, hue in enumerate((palette.dim, *palette.hues)):
        name = f"speaker-{number}"
        tokens[name] = hue
        tokens[f"{name}-ink"] = palette.quote_inks[number] if palette.quote_inks else palette.ink
        tint = hue if number else palette.accent
        fills = [_mixed(paper, tint, share, ink) for share in (TINT, MATCH_TINT, CURRENT_TINT)]
        if palette.tints:
            fills = [palette.tints[number], palette.tints[number], palette.chosen_tints[number]]
        tokens |= {
            f"{name}-{part}": fill
            for part, fill in zip(("fill", "match-fill", "current-fill"), fills, strict=True)
        }
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


def _mixed(paper: Color, tint: str, share: float, ink: Color) -> str:
    """`share` of `tint` mixed into the paper, or less if `ink` would not be readable as body text."""
    mixed = paper.blend(Color.parse(tint), share)
    return (
        mixed.hex if share <= TINT or contrast(ink, mixed) >= BODY else _mixed(paper, tint, share - 0.02, ink)
    )


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

ANSI = ("ansi-dark", "ansi-light")
"""The themes of Textual in the terminal's own sixteen colours."""

PREFIX = "reader-"
"""The prefix of the names of our themes. It keeps them apart from Textual's and the user's own."""


def shown_name(theme: str) -> str:
    """The name of a theme on the screen and on the command line."""
    return theme.removeprefix(PREFIX)


def theme_names(names: Iterable[str] = BUILTIN_THEMES) -> list[str]:
    """Our themes, those in the terminal's own colours, and then every other one of `names`, sorted."""
    first = [*(theme.name for theme in THEMES), *ANSI]
    return [*first, *sorted(set(names) - {*first, MONOCHROME.name})]


def themes_for(depth: ColorDepth) -> tuple[Theme, ...]:
    """The themes to register for a colour depth. With 16 colours they also replace Textual's themes."""
    if depth is ColorDepth.INDEXED:
        return (
            _own("reader-dark", DARK_256, dark=True),
            _own("reader-paper", PAPER_256, dark=False),
            _own("reader-sepia", SEPIA_256, dark=False),
            _own("reader-contrast", CONTRAST_256, dark=True),
        )
    if depth is ColorDepth.SIXTEEN:
        return tuple(
            replace(BUILTIN_THEMES[ANSI[not theme.dark]], name=theme.name)
            for theme in (*THEMES, *BUILTIN_THEMES.values())
            if not theme.ansi
        )
    return THEMES


def _solid(theme: Theme) -> Palette:
    """A palette from the colours of a theme that is not ours, made readable."""
    system = theme.to_color_system().generate()

    def color(name: str) -> Color:
        return Color.parse(system[name])

    paper, panel = color("background"), color("surface")
    surfaces = (paper, panel)
    # Quoted text lies on a tint, which takes up to a seventh of the contrast away.
    ink = readable(color("foreground"), surfaces, BODY * 1.17)

    roles = {
        "blue": "primary",
        "violet": "secondary",
        "green": "success",
        "ochre": "warning",
        "rose": "error",
        "teal": "accent",
    }
    # Names are read on the tints under quotes, so every hue is checked on every tint.
    bases = {name: readable(color(role), surfaces, TEXT + 0.4) for name, role in roles.items()}
    tints = tuple(paper.blend(base, TINT) for base in (*bases.values(), color("accent")))
    hues = {name: readable(base, (*surfaces, *tints), TEXT + 0.2).hex for name, base in bases.items()}
    accent = readable(color("accent"), surfaces, TEXT)
    cursor = paper.blend(accent, 0.14)
    soft = readable(ink.blend(paper, 0.25), (*surfaces, *tints, cursor), TEXT)
    inks = [*map(Color.parse, hues.values()), ink, soft]
    return Palette(
        paper=paper.hex,
        panel=panel.hex,
        ink=ink.hex,
        soft=soft.hex,
        dim=readable(ink.blend(paper, 0.45), (*surfaces, *tints, cursor), TEXT).hex,
        rule=paper.blend(ink, 0.2).hex,
        accent=accent.hex,
        match=accent.hex,
        match_ink=readable(paper, (accent,), TEXT).hex,
        hit=_fill(paper, accent, ink).hex,
        selection=_fill(paper, color("primary"), ink).hex,
        blue=hues["blue"],
        violet=hues["violet"],
        green=hues["green"],
        ochre=hues["ochre"],
        rose=hues["rose"],
        teal=hues["teal"],
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


@cache
def _cube() -> dict[Color, str]:
    """Each colour of xterm's 16 to 255 as a terminal shows it, with the colour that Rich converts to it."""
    return {
        Color.parse(shown(number)): xterm(number) for number in range(16, 256) if number not in CUBE_GREYS
    }


def _indexed(palette: Palette) -> Palette:
    """The palette in xterm's 256 colours: the nearest ones that keep all text readable."""
    paper = _nearest(Color.parse(palette.paper))
    ink = _nearest(Color.parse(palette.ink), (paper,), BODY)
    panel = _nearest(Color.parse(palette.panel), (ink,), BODY, other_than=(paper,))
    cursor = _nearest(_mix(paper, palette.accent, 0.14), (ink,), BODY, other_than=(paper, panel))

    def fills(share: float) -> tuple[Color, ...]:
        mixed = (_mix(paper, hue, share) for hue in palette.hues)
        return tuple(_nearest(fill, (ink,), BODY, other_than=(paper,)) for fill in mixed)

    tints = (panel, *fills(0.2))
    surfaces = (paper, panel)

    def text(color: str, *others: Color) -> str:
        return _nearest(Color.parse(color), (*surfaces, *tints, *others), TEXT).hex

    blue, violet, green, ochre, rose, teal = map(text, palette.hues)
    match = _nearest(Color.parse(palette.match))
    cube = _cube()
    found = palette._replace(
        paper=paper.hex,
        panel=panel.hex,
        ink=ink.hex,
        soft=text(palette.soft, cursor),
        dim=text(palette.dim, cursor),
        rule=_nearest(Color.parse(palette.rule), other_than=surfaces).hex,
        accent=text(palette.accent),
        match=match.hex,
        match_ink=_nearest(Color.parse(palette.match_ink), (match,), TEXT).hex,
        hit=_nearest(Color.parse(palette.hit), (ink,), TEXT, other_than=surfaces).hex,
        selection=_nearest(Color.parse(palette.selection), (ink,), TEXT, other_than=surfaces).hex,
        blue=blue,
        violet=violet,
        green=green,
        ochre=ochre,
        rose=rose,
        teal=teal,
        highlights=tuple(
            _nearest(_mix(paper, hue, 0.5), (ink,), TEXT, other_than=surfaces).hex
            for hue in (ochre, green, blue, rose, violet)
        ),
        tints=tuple(fill.hex for fill in tints),
        chosen_tints=tuple(fill.hex for fill in (cursor, *fills(0.45))),
        cursor=cursor.hex,
    )

    def painted(value: str) -> str:
        return cube[Color.parse(value)] if value else ""

    return Palette._make(painted(one) if isinstance(one, str) else tuple(map(painted, one)) for one in found)


def _mix(paper: Color, tint: str, share: float) -> Color:
    return paper.blend(Color.parse(tint), share)


def _nearest(
    color: Color, against: Iterable[Color] = (), ratio: float = 1.0, other_than: Iterable[Color] = ()
) -> Color:
    """The nearest of xterm's colours that reaches a contrast ratio with every colour of `against`.

    White or black if no colour reaches it.
    """
    against, refused = tuple(against), set(other_than)

    def distance(one: Color) -> float:
        # The eye sees differences of green best and of blue least; the weights are those of "redmean".
        mean = (one.r + color.r) / 2
        red, green, blue = one.r - color.r, one.g - color.g, one.b - color.b
        return (2 + mean / 256) * red**2 + 4 * green**2 + (2 + (255 - mean) / 256) * blue**2

    fitting = [
        one for one in _cube() if one not in refused and all(contrast(one, it) >= ratio for it in against)
    ]
    if fitting:
        return min(fitting, key=distance)
    return Color.parse("white" if luminance(next(iter(against))) < 0.18 else "black")


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
"""What NO_COLOR asks for (no-color.org): the terminal's own two colours. Weight and line carry meaning."""


def _ansi(theme: Theme) -> dict[str, str]:
    """Tokens in the terminal's own sixteen colours: no tints, so meaning rests on weight and underline."""
    dim, rule = ("ansi_white" if theme.dark else "ansi_bright_black"), "ansi_bright_black"
    names = "bright_blue bright_magenta bright_green bright_yellow bright_red bright_cyan"
    if not theme.dark:
        names = "blue magenta green red bright_red cyan"  # yellow is not readable on white
    hues = [f"ansi_{name}" for name in names.split()]
    tokens = dict.fromkeys(
        ("paper", "ink", "ink-soft", "panel-fill", "code-fill", "status-fill", "highlight-ink"), PLAIN
    )
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
    for number, hue in enumerate((dim, *hues)):
        tokens[f"speaker-{number}"] = hue
        tokens |= dict.fromkeys(
            (f"speaker-{number}-{part}" for part in ("ink", "fill", "match-fill", "current-fill")), PLAIN
        )
    marks = (hues[3], hues[2], hues[0], hues[4], hues[1])
    for color, hue in zip(HighlightColor, marks, strict=True):
        tokens[f"highlight-{color}"] = hue
        tokens[f"highlight-{color}-fill"] = PLAIN
    kinds = (hues[0], hues[1], hues[2], hues[5], hues[4], hues[4], hues[3], hues[3], PLAIN)
    tokens.update((f"entity-{kind}", hue) for kind, hue in zip(EntityType, kinds, strict=True))
    return tokens


def tokens_for(theme: Theme, depth: ColorDepth = ColorDepth.TRUECOLOR) -> dict[str, str]:
    """The design tokens of any theme, ours or Textual's or a user's own."""
    if "paper" in theme.variables:
        return dict(theme.variables)
    if theme.name == MONOCHROME.name:
        return dict.fromkeys(_ansi(theme), PLAIN)
    if theme.ansi:
        return _ansi(theme)
    return _tokens(_indexed(_solid(theme)) if depth is ColorDepth.INDEXED else _solid(theme))
