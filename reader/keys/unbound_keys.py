"""Name the key to press instead of a key that does nothing in the article.

Owns the keys of vi, less and newsboat that have no command here, with the command that does the same. The
message names the key of that command in the keymap in force.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from reader.keys.keymap import Keymap
from reader.keys.labels import label
from reader.text.clean import clean_line


class Meant(NamedTuple):
    """The command that the user probably wants, and the words that say what it does: “selects words”."""

    command: str
    does: str


_SELECTS = Meant("select.start", "selects words")
_NEXT = Meant("match.next", "goes to the next match")
_PREVIOUS = Meant("match.previous", "goes to the previous match")

MEANT: Mapping[str, Meant] = {
    "h": Meant("app.help", "lists every key"),
    "p": _PREVIOUS,
    "r": Meant("view.redraw", "paints the screen again"),
    "w": _SELECTS,
    "x": Meant("article.edit", "edits the file"),
    "E": Meant("article.edit", "edits the file"),
    "J": Meant("move.line_down", "scrolls down one line"),
    "P": _PREVIOUS,
    "W": _SELECTS,
    "exclamation_mark": Meant("article.pipe", "pipes the article to a command"),
    "number_sign": Meant("entity.here", "steps through the mentions of the name here"),
    "dollar_sign": _SELECTS,
    "ampersand": Meant("search.list", "lists the matches"),
    "left_parenthesis": Meant("move.previous_paragraph", "goes to the previous paragraph"),
    "right_parenthesis": Meant("move.next_paragraph", "goes to the next paragraph"),
    "comma": _PREVIOUS,
    "semicolon": _NEXT,
    "circumflex_accent": _SELECTS,
    "grave_accent": Meant("mark.jump", "goes to mark x"),
    "tilde": Meant("article.edit", "edits the file"),
    "backspace": Meant("jump.back", "goes back in the jump list"),
    "ctrl+g": Meant("app.help", "lists every key"),
    "ctrl+h": Meant("jump.back", "goes back in the jump list"),
    "ctrl+i": Meant("jump.forward", "goes forward in the jump list"),
    "ctrl+j": Meant("place.open", "opens what is here"),
    "ctrl+k": Meant("move.line_up", "scrolls up one line"),
    "ctrl+n": Meant("move.line_down", "scrolls down one line"),
    "ctrl+s": Meant("article.save", "saves the article to the library"),
    "ctrl+t": Meant("jump.back", "goes back in the jump list"),
    "ctrl+v": _SELECTS,
    "ctrl+w": Meant("panel.next", "moves to the next pane"),
    "ctrl+right_square_bracket": Meant("place.open", "opens what is here"),
    "ctrl+home": Meant("move.top", "goes to the top"),
    "ctrl+end": Meant("move.end", "goes to the end"),
    "ctrl+pageup": Meant("move.previous_section", "goes to the previous section"),
    "ctrl+pagedown": Meant("move.next_section", "goes to the next section"),
    **dict.fromkeys(("shift+left", "shift+right", "shift+up", "shift+down"), _SELECTS),
    **dict.fromkeys(
        ("ctrl+left", "ctrl+up"), Meant("move.previous_paragraph", "goes to the previous paragraph")
    ),
    **dict.fromkeys(("ctrl+right", "ctrl+down"), Meant("move.next_paragraph", "goes to the next paragraph")),
    "shift+enter": Meant("place.open", "opens what is here"),
}
"""The command that users of other programs expect from each unbound key, by Textual's name of the key."""


def unbound(key: str, keymap: Keymap) -> str:
    """The message for a key, or a pair of keys, that has no command in the article."""
    name = clean_line(label(key))  # what was typed may be a control character
    meant = MEANT.get(key)
    if meant is not None and keymap.keys(meant.command):
        return f"{name} does nothing here; {keymap.key(meant.command)} {meant.does}."
    return f"{name} does nothing here ({keymap.key('app.help')} for keys)."
