"""The labels of keys: makes a label from a key name, and a key name from what a user wrote.

`ctrl+d` is printed `^d`, `pagedown` is printed `PgDn`, `] ]` is printed `]]`.
"""

from __future__ import annotations

from reader.keys.commands import ANY

SIGNS = {
    "exclamation_mark": "!",
    "quotation_mark": '"',
    "number_sign": "#",
    "dollar_sign": "$",
    "percent_sign": "%",
    "ampersand": "&",
    "apostrophe": "'",
    "left_parenthesis": "(",
    "right_parenthesis": ")",
    "asterisk": "*",
    "plus": "+",
    "comma": ",",
    "minus": "-",
    "full_stop": ".",
    "slash": "/",
    "colon": ":",
    "semicolon": ";",
    "less_than_sign": "<",
    "equals_sign": "=",
    "greater_than_sign": ">",
    "question_mark": "?",
    "at": "@",
    "left_square_bracket": "[",
    "backslash": "\\",
    "right_square_bracket": "]",
    "circumflex_accent": "^",
    "underscore": "_",
    "grave_accent": "`",
    "left_curly_bracket": "{",
    "vertical_line": "|",
    "right_curly_bracket": "}",
    "tilde": "~",
}
"""Textual's names of the ASCII signs. Textual's own lookup loads the names of all Unicode characters, half a
megabyte."""

NAMES = {
    "space": "Space",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "backspace": "Backspace",
    "delete": "Del",
    "insert": "Ins",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    **{f"f{number}": f"F{number}" for number in range(1, 25)},
}
"""The labels of the keys that have a name."""

MODIFIERS = {"ctrl": "Ctrl", "alt": "Alt", "shift": "Shift", "super": "Super", "meta": "Meta"}

_BY_SIGN = {sign: name for name, sign in SIGNS.items()}
_BY_LABEL = {label.lower(): name for name, label in NAMES.items()} | {"pgup": "pageup", "pgdn": "pagedown"}


def label(key: str) -> str:
    """The label of a key, or of a pair: two keys with a blank between them."""
    first, _, second = key.partition(" ")
    if not second:
        return _single_label(first)
    if second == ANY:
        return f"{_single_label(first)} x"
    both = _single_label(first), _single_label(second)
    return ("" if max(map(len, both)) == 1 else " ").join(both)


def _single_label(key: str) -> str:
    *modifiers, name = key.split("+")
    shown = SIGNS.get(name) or NAMES.get(name) or name
    if modifiers == ["ctrl"] and len(name) == 1:
        return f"^{shown}"
    return "+".join([*(MODIFIERS.get(modifier, modifier) for modifier in modifiers), shown])


def character(key: str) -> str | None:
    """The character that a key types; None if it types none."""
    if key == "space":
        return " "
    return key if len(key) == 1 else SIGNS.get(key)


def prints(key: str) -> bool:
    """Whether a key types a character in a text field."""
    return character(key) is not None


def key_of(written: str) -> str | None:
    """The name of the key, or the two names of the pair, that a user wrote; None if there is no such key.

    Textual's name (`question_mark`), the sign (`?`) and the label (`PgDn`, `^d`) all name a key; two signs
    (`gg`) or two names with a blank between them (`m *`) name a pair.
    """
    parts = written.split()
    if len(parts) == 2:
        pair = [ANY if at and part == ANY else _pair_key(part) for at, part in enumerate(parts)]
        return None if None in pair else " ".join(filter(None, pair))
    if len(parts) != 1:
        return "space" if written == " " else None
    [name] = parts
    known = _single_key(name)
    if known is None and len(name) == 2 and name.isprintable():
        return key_of(f"{name[0]} {name[1]}")
    return known


def _pair_key(name: str) -> str | None:
    """The name of one key of a pair, where a sign is named by its character; None if there is no such key."""
    known = _single_key(name)
    return known if known is None else SIGNS.get(known, known)


def _single_key(name: str) -> str | None:
    if len(name) == 1:
        return _BY_LABEL.get(name) or _BY_SIGN.get(name, name) if name.isprintable() else None
    if len(name) == 2 and name[0] == "^" and name[1].isalpha():
        return f"ctrl+{name[1].lower()}"
    *modifiers, last = name.split("+")
    modifiers = [modifier.lower() for modifier in modifiers]
    if not last or not set(modifiers) <= set(MODIFIERS):
        return None
    if last in SIGNS:
        known: str | None = last
    elif len(last) == 1:
        last = last.lower() if "ctrl" in modifiers else last
        known = _BY_LABEL.get(last) or _BY_SIGN.get(last, last) if last.isprintable() else None
    else:
        known = last.lower() if last.lower() in NAMES else _BY_LABEL.get(last.lower())
    return None if known is None else "+".join([*modifiers, known])
