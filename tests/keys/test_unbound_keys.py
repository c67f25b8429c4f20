"""The message after a key that does nothing in the article names the key to press instead."""

from __future__ import annotations

from reader.keys.commands import BY_ID, Context
from reader.keys.keymap import DEFAULT_KEYMAP, keymap
from reader.keys.labels import key_of, label
from reader.keys.unbound_keys import MEANT, unbound


def test_each_key_of_the_table_is_a_key_without_a_command_in_the_article() -> None:
    assert [key for key in MEANT if key_of(label(key)) != key] == []
    assert MEANT.keys() & DEFAULT_KEYMAP.keys_in(Context.ARTICLE) == set()
    assert [key for key in MEANT if any(first == key for first, _ in DEFAULT_KEYMAP.sequences)] == []


def test_each_command_of_the_table_has_a_key_in_the_article() -> None:
    assert {BY_ID[meant.command].context for meant in MEANT.values()} == {Context.ARTICLE}
    assert all(DEFAULT_KEYMAP.keys(meant.command) for meant in MEANT.values())


def test_the_message_names_the_key_of_the_keymap_in_force() -> None:
    assert unbound("w", DEFAULT_KEYMAP) == "w does nothing here; v selects words."
    assert unbound("w", keymap({"select.start": ["F4"]})) == "w does nothing here; F4 selects words."
    assert unbound("grave_accent", DEFAULT_KEYMAP) == "` does nothing here; ' x goes to mark x."


def test_without_such_a_command_the_message_names_the_help() -> None:
    assert unbound("f5", DEFAULT_KEYMAP) == "F5 does nothing here (? for keys)."
    assert unbound("[x", DEFAULT_KEYMAP) == "[x does nothing here (? for keys)."
    assert unbound("w", keymap({"select.start": []})) == "w does nothing here (? for keys)."


def test_a_control_character_is_not_repeated() -> None:
    assert not [sign for sign in unbound("\x9b\x1b", DEFAULT_KEYMAP) if not sign.isprintable()]
