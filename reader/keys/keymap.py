"""The keymap in force: the default keys of the commands, with the user's own keys in place of some.

Owns which keys are heard at the same place, what a conflict is and which command keeps the key. A keymap in
force has no conflicts: each command that lost a key is named in `problems`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from types import MappingProxyType
from typing import NamedTuple

from reader.keys.commands import ANY, BY_ID, COMMANDS, Command, Context
from reader.keys.labels import character, key_of, label, prints

UNBOUND = "unbound"
"""A name that no key has. Textual leaves the default keys to a binding whose keys are replaced by none."""

SCOPES: tuple[frozenset[Context], ...] = tuple(
    map(
        frozenset,
        (
            (Context.ARTICLE,),
            (Context.SELECTION,),
            (Context.LIST, Context.QUOTES),
            (Context.LIST, Context.ENTITIES),
            (Context.LIST, Context.DIALOG, Context.LINKS),
            (Context.LIST, Context.LIBRARY),
            (Context.LIBRARY, Context.LIBRARY_FIELD, Context.FIELD),
            (Context.FIELD, Context.SEARCH),
            (Context.FIELD, Context.DIALOG, Context.HELP),
            (Context.FIELD, Context.DIALOG, Context.NAMES),
            (Context.DIALOG, Context.UNOPENED),
            (Context.DIALOG, Context.SAVE_QUESTION),
            (Context.LOADING,),
            (Context.PALETTE,),
            (Context.APP,),
        ),
    )
)
"""Contexts in which the same key press is heard, so that no two commands may have the same key.

A panel and a selection lie over the article, and every screen lies over `APP`: there the command of the inner
context has the key.
"""

PANELS = (Context.LIST, Context.QUOTES, Context.ENTITIES)

COUNTING = frozenset({Context.ARTICLE, Context.SELECTION, *PANELS})
"""Contexts in which a digit is a number before a key, and the first key of a pair is taken first."""

TYPING = frozenset(
    {
        Context.FIELD,
        Context.SEARCH,
        Context.LIBRARY_FIELD,
        Context.DIALOG,
        Context.HELP,
        Context.NAMES,
        Context.PALETTE,
    }
)
"""Contexts in which a key that prints is text."""

WHILE_EMPTY = "help.close"
"""The command that a key that prints runs all the same, while the text field is empty."""


class Hint(NamedTuple):
    """One of the keys that are shown at the foot of a screen, with the word for what it does.

    `commands` are ids with blanks between them; the first key of each is shown. `also` is shown behind them:
    keys that no command has, such as digits. Without commands it stands alone.
    """

    commands: str
    word: str
    also: str = ""


class KeyHint(NamedTuple):
    """A hint as it is printed. Where there is little room the one with the highest `rank` stays longest."""

    key: str
    word: str
    rank: int = 0


class Keymap(NamedTuple):
    """The keys of every command, by id. Made by `keymap`.

    `by_context` are the keys of each context that are one key press. `sequences` maps the two keys of a pair
    to a command of the article. `problems` are lines for the user.
    """

    by_id: Mapping[str, tuple[str, ...]]
    by_context: Mapping[Context, frozenset[str]]
    sequences: Mapping[tuple[str, str], str]
    problems: tuple[str, ...] = ()

    def keys(self, command: str) -> tuple[str, ...]:
        """The keys of a command, as Textual names them."""
        return self.by_id[command]

    def single_keys(self, command: str) -> tuple[str, ...]:
        """The keys of a command that are one key press."""
        return tuple(key for key in self.by_id[command] if " " not in key)

    def keys_in(self, *contexts: Context) -> frozenset[str]:
        """Every key that is one key press in some contexts."""
        return frozenset().union(*(self.by_context[context] for context in contexts))

    def command(self, key: str, *contexts: Context) -> str | None:
        """The command that a key runs in one of some contexts."""
        inside = (command.id for command in COMMANDS if command.context in contexts)
        return next((command for command in inside if key in self.by_id[command]), None)

    def changed(self) -> dict[str, str]:
        """The single keys of the commands that have others than by default, for Textual's `set_keymap`."""
        return {
            command.id: ",".join(self.single_keys(command.id)) or UNBOUND
            for command in COMMANDS
            if self.by_id[command.id] != command.keys
        }

    def move_keys(self) -> frozenset[str]:
        """The keys that never move the focus on the reading screen, whichever pane has it."""
        moving = (c.id for c in COMMANDS if c.id.startswith(("move.", "match.")))
        keys = frozenset(key for command in moving for key in self.single_keys(command))
        elsewhere = self.keys_in(Context.QUOTES, Context.ENTITIES) | set(self.single_keys("list.choose"))
        return keys - elsewhere

    # -- what is printed ---------------------------------------------------------------------------

    def labels(self, command: str) -> str:
        """Every key of a command as it is printed, with blanks between them."""
        return " ".join(label(key) for key in self.by_id[command])

    def heard(self, command: str, *inner: Context) -> str:
        """The first key of a command, as it is printed, that does nothing else in the contexts over its own.

        `inner` are the contexts in which keys are heard now, the innermost first; they may include the
        command's own. Empty when there is no such key.
        """
        own = BY_ID[command].context
        hidden = self.keys_in(*takewhile(lambda context: context is not own, inner))
        return next((label(key) for key in self.by_id[command] if key not in hidden), "")

    def key(self, command: str) -> str:
        """The key of a command for a message; its title in quotation marks when it has no key."""
        inner = (Context.QUOTES, Context.ENTITIES) if BY_ID[command].context is Context.ARTICLE else ()
        return self.heard(command, *inner) or self.heard(command) or f"“{BY_ID[command].title}”"

    def help(self, command: Command) -> str:
        """The help line of a command, with the keys that it names."""
        return re.sub(r"\{([a-z_.]+)\}", lambda found: self.key(found[1]), command.help)

    def hints(self, hints: Sequence[Hint], *inner: Context) -> tuple[KeyHint, ...]:
        """Hints as they are printed, without those whose keys do something else in the inner contexts."""
        shown = []
        for hint in hints:
            keys = [self.heard(command, *inner) for command in hint.commands.split()]
            if all(keys):
                words = " ".join([*keys, *filter(None, [hint.also])])
                shown.append(KeyHint(words, hint.word, _rank(hint)))
        return tuple(shown)


def _rank(hint: Hint) -> int:
    """Where there is little room the way out stays longest, else the help."""
    if hint.commands.endswith((".back", ".close", ".cancel")):
        return 2
    return 1 if hint.commands == "app.help" else 0


# -- making a keymap ---------------------------------------------------------------------------------


def keymap(overrides: Mapping[str, Sequence[str]] = MappingProxyType({})) -> Keymap:
    """The default keymap with the keys of some commands replaced; no keys take all keys from a command.

    Keys are written as `labels.key_of` reads them. What cannot be done is left out and named in `problems`.
    """
    problems = [f"{name}: there is no such command" for name in overrides if name not in BY_ID]
    wanted = {
        command.id: accepted or (command.keys if overrides[command.id] else ())
        for command in COMMANDS
        if command.id in overrides
        for accepted in [tuple(_accepted(command, overrides[command.id], problems))]
    }
    taken = _Taken()
    kept: dict[str, tuple[str, ...]] = {}
    # The user's own keys come first: a default key gives way.
    for command in sorted(COMMANDS, key=lambda command: command.id not in wanted):
        keys = []
        for key in dict.fromkeys(wanted.get(command.id, command.keys)):
            owner = taken.owner(key, command)
            if owner is None:
                taken.add(key, command)
                keys.append(key)
            else:
                problems.append(f"{command.id}: {label(key)} is the key of {owner} in {command.context}")
        kept[command.id] = tuple(keys)
    sequences = {
        pair: command for command, keys in kept.items() for key in keys if (pair := _pair(key)) is not None
    }
    by_context: dict[Context, set[str]] = {context: set() for context in Context}
    for command in COMMANDS:
        by_context[command.context].update(key for key in kept[command.id] if " " not in key)
    return Keymap(
        MappingProxyType(kept),
        MappingProxyType({context: frozenset(keys) for context, keys in by_context.items()}),
        MappingProxyType(sequences),
        tuple(problems),
    )


def _pair(key: str) -> tuple[str, str] | None:
    first, _, second = key.partition(" ")
    return (character(first) or first, character(second) or second) if second else None


def _accepted(command: Command, written: Sequence[str], problems: list[str]) -> Iterator[str]:
    """The keys that a command may have; what is wrong with the others is added to `problems`."""
    for words in written:
        key = key_of(words)
        fault = "is not a key" if key is None else _fault(command, key)
        if key is not None and not fault:
            yield key
        else:
            problems.append(f"{command.id}: {words} {fault}")


def _fault(command: Command, key: str) -> str:
    """Why a command cannot have a key; empty when it can."""
    first, _, second = key.partition(" ")
    if command.takes_letter != (second == ANY):
        return f"must be one key and {ANY}" if command.takes_letter else f"cannot end with {ANY} here"
    if second and command.context is not Context.ARTICLE:
        return f"is two keys, which work in {Context.ARTICLE} only"
    if command.context in TYPING and prints(key) and command.id != WHILE_EMPTY:
        return f"is text in {command.context}"
    begins = first not in "0" or command.context is not Context.SELECTION
    if command.context in COUNTING and first in tuple("0123456789") and begins:
        return "is a number before a key"
    return ""


class _Taken:
    """The keys that commands have already, while a keymap is made."""

    def __init__(self) -> None:
        self._by_context: dict[tuple[Context, str], str] = {}
        self._single: dict[str, str] = {}  # in contexts in which the first key of a pair is taken first
        self._first: dict[str, str] = {}

    def owner(self, key: str, command: Command) -> str | None:
        """The command that has a key already where `command` is heard."""
        pair = _pair(key)
        if pair is not None:
            return self._by_context.get((command.context, key)) or self._single.get(pair[0])
        for scope in SCOPES:
            if command.context in scope:
                for context in scope:
                    if (owner := self._by_context.get((context, key))) is not None:
                        return owner
        return self._first.get(character(key) or key) if command.context in COUNTING else None

    def add(self, key: str, command: Command) -> None:
        """Give a key to a command."""
        pair = _pair(key)
        self._by_context[command.context, key] = command.id
        if pair is not None:
            self._first[pair[0]] = command.id
        elif command.context in COUNTING:
            self._single[character(key) or key] = command.id


DEFAULT_KEYMAP = keymap()
"""The default keys."""
