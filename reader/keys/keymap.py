"""The keymap in force: the default keys of the commands, some of them replaced by the user's own keys.

Owns which contexts are active at the same time, what a conflict is and which command keeps the key. A keymap
in force has no conflicts: each command that lost a key is named in `problems`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from types import MappingProxyType
from typing import NamedTuple

from reader.keys.commands import ANY, BY_ID, COMMANDS, Command, Context
from reader.keys.labels import character, key_of, label, prints

UNBOUND = "unbound"
"""A name that no key has. If a binding's keys are replaced by an empty list, Textual keeps the defaults."""

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
            (Context.FIELD, Context.LIBRARY_SEARCH),
            (Context.LIST, Context.RECORD),
            (Context.FIELD, Context.RECORD_FIELD),
            (Context.LIST, Context.DIALOG, Context.CARD),
            (Context.FIELD, Context.DIALOG, Context.HELP),
            (Context.FIELD, Context.DIALOG, Context.NAMES),
            (Context.LIST, Context.DIALOG, Context.HIGHLIGHTS),
            (Context.FIELD, Context.DIALOG, Context.HIGHLIGHTS_FIELD),
            (Context.DIALOG, Context.NOTE),
            (Context.DIALOG, Context.UNOPENED),
            (Context.DIALOG, Context.SAVE_QUESTION),
            (Context.LOADING,),
            (Context.PALETTE,),
            (Context.APP,),
        ),
    )
)
"""Sets of contexts that are active at the same time. In one set, no two commands may have the same key.

A panel and a selection are in front of the article, and every screen is in front of `APP`: there the command
of the inner context gets the key.
"""

PANELS = (Context.LIST, Context.QUOTES, Context.ENTITIES)

COUNTING = frozenset({Context.ARTICLE, Context.SELECTION, *PANELS})
"""Contexts in which digits form a count, and in which the first key of a pair waits for the second."""

PAIRED = frozenset({Context.ARTICLE, Context.SELECTION})
"""Contexts whose commands may have pairs of keys, such as `i w`.

The pairs of a selection are active only while words are selected.
"""

TYPING = frozenset(
    {
        Context.FIELD,
        Context.SEARCH,
        Context.LIBRARY_FIELD,
        Context.LIBRARY_SEARCH,
        Context.RECORD_FIELD,
        Context.DIALOG,
        Context.HELP,
        Context.NAMES,
        Context.HIGHLIGHTS_FIELD,
        Context.NOTE,
        Context.PALETTE,
    }
)
"""Contexts in which a key that prints is text."""

WHILE_EMPTY = "help.close"
"""The command whose keys may be printing keys: they run it only while the text field is empty."""


class Hint(NamedTuple):
    """A hint at the foot of a screen: some keys, and a word for what they do.

    `commands` are ids with blanks between them; the first key of each is shown. `also` is shown after them:
    keys that belong to no command, such as digits. If `commands` is empty, only `also` is shown.
    """

    commands: str
    word: str
    also: str = ""


class KeyHint(NamedTuple):
    """A hint as it is printed. If there is little room, hints with a low `rank` are left out first."""

    key: str
    word: str
    rank: int = 0


class Keymap(NamedTuple):
    """The keys of every command, by id. Made by `keymap`.

    `by_context` holds the keys of each context that are one key press. `sequences` maps the two keys of a
    pair to a command of the article. `selecting` maps the pairs that work while words are selected: those of
    the selection and those of the article. `problems` are messages for the user.
    """

    by_id: Mapping[str, tuple[str, ...]]
    by_context: Mapping[Context, frozenset[str]]
    sequences: Mapping[tuple[str, str], str]
    problems: tuple[str, ...] = ()
    selecting: Mapping[tuple[str, str], str] = MappingProxyType({})

    def keys(self, command: str) -> tuple[str, ...]:
        """The keys of a command, as Textual names them."""
        return self.by_id[command]

    def single_keys(self, command: str) -> tuple[str, ...]:
        """The keys of a command that are one key press."""
        return tuple(key for key in self.by_id[command] if " " not in key)

    def keys_in(self, *contexts: Context) -> frozenset[str]:
        """All keys of the given contexts that are one key press."""
        return frozenset().union(*(self.by_context[context] for context in contexts))

    def command(self, key: str, *contexts: Context) -> str | None:
        """The command that a key runs in one of the given contexts; None if there is no such command."""
        inside = (command.id for command in COMMANDS if command.context in contexts)
        return next((command for command in inside if key in self.by_id[command]), None)

    def changed(self) -> dict[str, str]:
        """The single keys of each command whose keys are not the default, for Textual's `set_keymap`."""
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
        """The label of the first key of a command that no context in front of the command's own uses.

        `inner` are the active contexts, the innermost first; they may include the command's own. Empty if
        there is no such key.
        """
        own = BY_ID[command].context
        before = tuple(takewhile(lambda context: context is not own, inner))
        hidden = self.keys_in(*before)
        waiting = self._first_keys() if Context.SELECTION in before else frozenset()
        keys = (key for key in self.by_id[command] if key not in hidden)
        return next((label(key) for key in keys if " " in key or (character(key) or key) not in waiting), "")

    def _first_keys(self) -> frozenset[str]:
        """The first keys of the pairs of a selection."""
        ours = (pair for pair, command in self.selecting.items() if self.sequences.get(pair) != command)
        return frozenset(first for first, _ in ours)

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
    """The rank of a hint: the key that leaves is kept longest, then the key of the help."""
    if hint.commands.endswith((".back", ".close", ".cancel")):
        return 2
    return 1 if hint.commands == "app.help" else 0


# -- making a keymap ---------------------------------------------------------------------------------


def keymap(overrides: Mapping[str, Sequence[str]] = MappingProxyType({})) -> Keymap:
    """The default keymap with the keys of some commands replaced. An empty sequence removes all keys.

    Keys are written as `labels.key_of` reads them. A key that is not possible is left out and named in
    `problems`.
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
    # The user's own keys are assigned first, so that they win over default keys.
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
    pairs: dict[Context, dict[tuple[str, str], str]] = {context: {} for context in PAIRED}
    for command in COMMANDS:
        pairs.get(command.context, {}).update(
            (pair, command.id) for key in kept[command.id] if (pair := _pair(key)) is not None
        )
    by_context: dict[Context, set[str]] = {context: set() for context in Context}
    for command in COMMANDS:
        by_context[command.context].update(key for key in kept[command.id] if " " not in key)
    return Keymap(
        MappingProxyType(kept),
        MappingProxyType({context: frozenset(keys) for context, keys in by_context.items()}),
        MappingProxyType(pairs[Context.ARTICLE]),
        tuple(problems),
        MappingProxyType(pairs[Context.ARTICLE] | pairs[Context.SELECTION]),
    )


def _pair(key: str) -> tuple[str, str] | None:
    first, _, second = key.partition(" ")
    return (character(first) or first, character(second) or second) if second else None


def _accepted(command: Command, written: Sequence[str], problems: list[str]) -> Iterator[str]:
    """The keys that a command may have. The faults of the others are added to `problems`."""
    for words in written:
        key = key_of(words)
        fault = "is not a key" if key is None else _fault(command, key)
        if key is not None and not fault:
            yield key
        else:
            problems.append(f"{command.id}: {words} {fault}")


def _fault(command: Command, key: str) -> str:
    """The reason why a command cannot have a key; empty if it can."""
    first, _, second = key.partition(" ")
    if command.takes_letter != (second == ANY):
        return f"must be one key and {ANY}" if command.takes_letter else f"cannot end with {ANY} here"
    if second and command.context not in PAIRED:
        return f"is two keys, which do not work in {command.context}"
    if command.context in TYPING and prints(key) and command.id != WHILE_EMPTY:
        return f"is text in {command.context}"
    begins = key != "0" or command.context is not Context.SELECTION
    if command.context in COUNTING and first in tuple("0123456789") and begins:
        return "is a number before a key"
    return ""


class _Taken:
    """The keys that are assigned so far, while a keymap is made."""

    def __init__(self) -> None:
        self._by_context: dict[tuple[Context, str], str] = {}
        # Single keys and first keys of pairs in the contexts of COUNTING, by context and character.
        self._single: dict[tuple[Context, str], str] = {}
        self._first: dict[tuple[Context, str], str] = {}

    def owner(self, key: str, command: Command) -> str | None:
        """The command that already has `key` in a context active together with that of `command`, or None."""
        pair = _pair(key)
        if pair is not None:
            own = self._by_context.get((command.context, key))
            return own or self._found(self._single, _conflicting(command.context), pair[0])
        for scope in SCOPES:
            if command.context in scope:
                for context in scope:
                    if (owner := self._by_context.get((context, key))) is not None:
                        return owner
        waiting = [context for context in PAIRED if command.context in _conflicting(context)]
        return self._found(self._first, waiting, character(key) or key)

    def add(self, key: str, command: Command) -> None:
        """Give a key to a command."""
        pair = _pair(key)
        self._by_context[command.context, key] = command.id
        if pair is not None:
            self._first[command.context, pair[0]] = command.id
        elif command.context in COUNTING:
            self._single[command.context, character(key) or key] = command.id

    @staticmethod
    def _found(keys: Mapping[tuple[Context, str], str], contexts: Iterable[Context], key: str) -> str | None:
        found = (keys.get((context, key)) for context in contexts)
        return next(filter(None, found), None)


def _conflicting(context: Context) -> frozenset[Context]:
    """The contexts in which a single key conflicts with a pair of `context` that begins with that key.

    The pairs of a selection are active only while words are selected. Then its keys come before all others.
    """
    return COUNTING if context is Context.ARTICLE else frozenset({context})


DEFAULT_KEYMAP = keymap()
"""The default keys."""
