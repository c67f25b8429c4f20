"""The environment variables that the reader obeys. They are read when they are asked for.

Textual reads its own ones (`TEXTUAL_…`), and `webbrowser` reads `BROWSER`.
"""

from __future__ import annotations

import os

_PROXIES = ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")


def editor() -> str:
    """The command line of the user's editor: `VISUAL`, else `EDITOR`, else vi."""
    named = (os.environ.get(name, "").strip() for name in ("VISUAL", "EDITOR"))
    return next(filter(None, named), "vi")


def shell() -> str:
    """The user's shell: `SHELL`, else /bin/sh."""
    return os.environ.get("SHELL") or "/bin/sh"


def names_browser() -> bool:
    """Whether the user chose a browser with `BROWSER`."""
    return bool(os.environ.get("BROWSER"))


def theme() -> str | None:
    """The theme that `READER_THEME` names, as it was typed."""
    return os.environ.get("READER_THEME") or None


def no_color() -> bool:
    """Whether `NO_COLOR` is set, to any value (https://no-color.org)."""
    return "NO_COLOR" in os.environ


def colors() -> str | None:
    """The colour depth in `READER_COLORS`, as it was typed; None if it is not set."""
    return os.environ.get("READER_COLORS") or None


def color_term() -> str:
    """What the terminal says about its colours in `COLORTERM`; empty if it is not set."""
    return os.environ.get("COLORTERM", "")


def terminal_type() -> str:
    """The name of the terminal in `TERM`; empty if it is not set."""
    return os.environ.get("TERM", "")


def color_system() -> str | None:
    """The colour depth that `TEXTUAL_COLOR_SYSTEM` asks of Textual."""
    return os.environ.get("TEXTUAL_COLOR_SYSTEM")


def textual_log() -> str | None:
    """The file in which `TEXTUAL_LOG` asks Textual to log."""
    return os.environ.get("TEXTUAL_LOG")


def driver() -> str | None:
    """The driver that `TEXTUAL_DRIVER` names in place of ours, as module:Class."""
    return os.environ.get("TEXTUAL_DRIVER") or None


def names_proxy() -> bool:
    """Whether a web proxy is set. The reader uses none."""
    return any(os.environ.get(name) for name in _PROXIES)


def is_strict() -> bool:
    """Whether `READER_STRICT` makes an error of every control character on its way to the terminal."""
    return "READER_STRICT" in os.environ


def is_remote() -> bool:
    """Whether the session came over SSH, so that the clipboard of this machine is not the user's."""
    return any(os.environ.get(name) for name in ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"))


def has_wayland() -> bool:
    """Whether there is a Wayland display."""
    return bool(os.environ.get("WAYLAND_DISPLAY"))


def has_x11() -> bool:
    """Whether there is an X display."""
    return bool(os.environ.get("DISPLAY"))


def in_tmux() -> bool:
    """Whether the terminal is a pane of tmux."""
    return bool(os.environ.get("TMUX"))


def in_gnu_screen() -> bool:
    """Whether the terminal is a window of GNU screen."""
    return bool(os.environ.get("STY"))


def program(name: str) -> str | None:
    """The path of a program on the user's `PATH`, or None if the program is not installed there."""
    import shutil

    return shutil.which(name)
