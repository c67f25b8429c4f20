"""The colours of the reader's own themes. Each has a palette of 16 million colours and one of 256.

Owns every colour literal. The colours for 256 are chosen by hand from the 240 that look the same in every
terminal (xterm's cube and greys). Rounding the other palettes would give black panels and one grey for all
tints.
"""

from __future__ import annotations

from typing import NamedTuple


class Palette(NamedTuple):
    """The colours a theme is drawn with; every token follows from them.

    `tints`, `chosen_tints` and `quote_inks` have one colour for quotes without a speaker, and then one for
    each of `hues`. Without `tints`, each hue is mixed into the paper.
    """

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
    """A fill for each `HighlightColor`. Text is readable on it."""
    highlight_ink: str = ""
    """The text of a highlight; empty for the ink."""
    tints: tuple[str, ...] = ()
    """A fill for quotes."""
    chosen_tints: tuple[str, ...] = ()
    """A stronger fill for the current quote."""
    quote_inks: tuple[str, ...] = ()
    """The text of quotes; empty for the ink."""
    cursor: str = ""
    """The fill of the selected row; empty for a mix of accent and paper."""

    @property
    def hues(self) -> tuple[str, ...]:
        """The hues of speakers, in order."""
        return (self.blue, self.violet, self.green, self.ochre, self.rose, self.teal)


DARK = Palette(
    paper="#16171c", panel="#1b1d25", ink="#dddbd3", soft="#aaa8a2", dim="#969592", rule="#34363f",
    accent="#e9a94f", match="#e9a94f", match_ink="#16171c", hit="#57451d", selection="#2f4468",
    blue="#8dbbe8", violet="#c69be0", green="#97c585", ochre="#d8b070", rose="#e79a9a", teal="#7cc7bd",
    highlights=("#3f3912", "#1f3d27", "#1d3650", "#4a2639", "#392b53"),
)  # fmt: skip
PAPER = Palette(
    paper="#fbf8f1", panel="#f3efe4", ink="#1d1b17", soft="#57534a", dim="#655f55", rule="#d6cfbf",
    accent="#a3481a", match="#a3481a", match_ink="#fffaf0", hit="#f6dc95", selection="#c4daf0",
    blue="#1b5788", violet="#6d3c93", green="#34662a", ochre="#7f5510", rose="#9c3140", teal="#1c6660",
    highlights=("#fbeda0", "#d3ecc4", "#cfe3f7", "#f9d6de", "#e4d8f4"),
)  # fmt: skip
SEPIA = Palette(
    paper="#f1e4c8", panel="#e9dab9", ink="#33261a", soft="#55422f", dim="#604e38", rule="#c9b48b",
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


CUBE_GREYS = (59, 102, 145, 188)
"""The greys of xterm's cube. Rich paints the greys from 232 on instead of them."""


def shown(number: int) -> str:
    """The colour that a terminal shows for colour `number` (16 to 255) of xterm's 256."""
    if number >= 232:
        return f"#{8 + 10 * (number - 232):02x}" + f"{8 + 10 * (number - 232):02x}" * 2
    red, rest = divmod(number - 16, 36)
    green, blue = divmod(rest, 6)
    return "#" + "".join(f"{0 if part == 0 else 55 + 40 * part:02x}" for part in (red, green, blue))


def xterm(number: int) -> str:
    """The colour that Rich turns into colour `number` (16 to 255) of xterm's 256.

    It is the colour itself, except for greys: Rich chooses a grey by its lightness in steps of 1/25.
    """
    if number < 232:
        return shown(number)
    level = round((number - 231) * 255 / 25)
    return f"#{level:02x}{level:02x}{level:02x}"


def _of(**numbers: int | tuple[int, ...]) -> Palette:
    """A palette of colours of xterm."""
    colors = {
        name: xterm(given) if isinstance(given, int) else tuple(map(xterm, given))
        for name, given in numbers.items()
    }
    return Palette(**colors)  # type: ignore[arg-type]


# The cube has no muted dark fills, so the shade of their text tells quotes of different speakers apart.
DARK_256 = _of(
    paper=233, panel=234, ink=253, soft=249, dim=247, rule=238,
    accent=215, match=215, match_ink=233, hit=58, selection=24,
    blue=110, violet=176, green=114, ochre=179, rose=210, teal=80,
    highlights=(58, 22, 24, 89, 54), highlight_ink=255,
    tints=(235,) * 7, chosen_tints=(237,) * 7, quote_inks=(253, 153, 225, 157, 229, 224, 159), cursor=236,
)  # fmt: skip
PAPER_256 = _of(
    paper=231, panel=255, ink=234, soft=239, dim=241, rule=251,
    accent=94, match=130, match_ink=231, hit=222, selection=153,
    blue=25, violet=91, green=22, ochre=58, rose=125, teal=23,
    highlights=(228, 157, 153, 218, 183), highlight_ink=233,
    tints=(255, 189, 225, 194, 230, 224, 195), chosen_tints=(253, 153, 219, 157, 229, 217, 159), cursor=254,
)  # fmt: skip
SEPIA_256 = _of(
    paper=230, panel=187, ink=234, soft=237, dim=239, rule=144,
    accent=88, match=88, match_ink=230, hit=221, selection=152,
    blue=24, violet=54, green=22, ochre=58, rose=88, teal=23,
    highlights=(221, 150, 152, 217, 182), highlight_ink=233,
    tints=(229, 189, 225, 194, 229, 224, 195), chosen_tints=(187, 153, 219, 157, 222, 217, 159), cursor=223,
)  # fmt: skip
CONTRAST_256 = _of(
    paper=16, panel=233, ink=231, soft=255, dim=252, rule=246,
    accent=221, match=226, match_ink=16, hit=23, selection=20,
    blue=117, violet=219, green=120, ochre=222, rose=217, teal=86,
    highlights=(58, 22, 24, 89, 54), highlight_ink=231,
    tints=(235,) * 7, chosen_tints=(237,) * 7, quote_inks=(231, 153, 225, 157, 229, 224, 159), cursor=238,
)  # fmt: skip
