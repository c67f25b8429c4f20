"""The keymap in force: defaults, the user's own keys, conflicts, and what is printed of it."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.binding import Binding
from textual.keys import key_to_character

from reader.keys.commands import BY_ID, COMMANDS, Command, Context
from reader.keys.keymap import DEFAULT_KEYMAP, SCOPES, Hint, KeyHint, Keymap, keymap
from reader.keys.labels import SIGNS, key_of, label, prints


def test_the_default_keys_have_no_conflict() -> None:
    assert DEFAULT_KEYMAP.problems == ()
    assert {command.id: DEFAULT_KEYMAP.keys(command.id) for command in COMMANDS} == {
        command.id: command.keys for command in COMMANDS
    }
    assert DEFAULT_KEYMAP.changed() == {}


def test_a_command_gets_other_keys_and_loses_its_own() -> None:
    remapped = keymap({"app.quit": ["F9", "ctrl+x"], "move.next_section": ["]s"]})
    assert remapped.problems == ()
    assert remapped.keys("app.quit") == ("f9", "ctrl+x")
    assert remapped.keys("move.next_section") == ("] s",)
    assert remapped.sequences["]", "s"] == "move.next_section"
    assert ("]", "]") not in remapped.sequences
    assert remapped.changed() == {"app.quit": "f9,ctrl+x", "move.next_section": "unbound"}


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("?", "question_mark"),
        ("question_mark", "question_mark"),
        ("PgDn", "pagedown"),
        ("esc", "escape"),
        ("^d", "ctrl+d"),
        ("Ctrl+D", "ctrl+d"),
        ("Alt+c", "alt+c"),
        ("Alt+↑", "alt+up"),
        ("Shift+Tab", "shift+tab"),
        ("]]", "] ]"),
        ("m *", "m *"),
        ("ctrl+x j", "ctrl+x j"),
        ("]  p", "] p"),
        ("slash slash", "/ /"),
        (" ", "space"),
        ("G", "G"),
        ("é", "é"),
        ("", None),
        ("hyper+x", None),
        ("ctrl+", None),
        ("pagedwn", None),
        ("a b c", None),
        ("\x1b", None),
    ],
)
def test_keys_are_read_as_they_are_named_or_printed(written: str, key: str | None) -> None:
    assert key_of(written) == key


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_default_key_can_be_written_as_it_is_printed(command: Command) -> None:
    for key in DEFAULT_KEYMAP.keys(command.id):
        assert key_of(label(key)) == key or key.endswith(" *")
        assert key_of(key) == key


def test_signs_have_the_names_that_textual_gives_them() -> None:
    # Textual separates keys by commas.
    others = {sign: name for name, sign in SIGNS.items() if sign != ","}
    for sign, name in others.items():
        [binding] = Binding.make_bindings([Binding(sign, "")])
        assert binding.key == name
    assert key_to_character("comma") == SIGNS["comma"]


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("ctrl+d", "^d"),
        ("pagedown", "PgDn"),
        ("space", "Space"),
        ("] ]", "]]"),
        ("m *", "m x"),
        ("' '", "''"),
        ("ctrl+x j", "^x j"),
        ("alt+c", "Alt+c"),
        ("shift+tab", "Shift+Tab"),
        ("f2", "F2"),
        ("up", "↑"),
        ("vertical_line", "|"),
    ],
)
def test_how_keys_are_printed(key: str, shown: str) -> None:
    assert label(key) == shown


@pytest.mark.parametrize(
    ("overrides", "problem"),
    [
        ({"app.leave": ["x"]}, "app.leave: there is no such command"),
        ({"app.quit": ["hyper+q"]}, "app.quit: hyper+q is not a key"),
        ({"app.quit": ["n"]}, "match.next: n is the key of app.quit in the article"),
        (
            {"app.quit": ["x"], "article.save": ["x"]},
            "app.quit: x is the key of article.save in the article",
        ),
        ({"app.quit": ["m"]}, "mark.set: m x is the key of app.quit in the article"),
        ({"app.quit": ["nn"]}, "match.next: n is the key of app.quit in the article"),
        ({"app.quit": ["jx"]}, "list.down: j is the key of app.quit in a list"),
        ({"quotes.card": ["j"]}, "list.down: j is the key of quotes.card in a list"),
        ({"app.quit": ["7"]}, "app.quit: 7 is a number before a key"),
        ({"app.quit": ["7 x"]}, "app.quit: 7 x is a number before a key"),
        ({"list.down": ["jj"]}, "list.down: jj is two keys, which do not work in a list"),
        ({"search.older": ["x"]}, "search.older: x is text in the search field"),
        ({"dialog.close": ["q"]}, "dialog.close: q is text in a dialog"),
        ({"mark.set": ["M"]}, "mark.set: M must be one key and *"),
        ({"app.quit": ["q *"]}, "app.quit: q * cannot end with * here"),
    ],
)
def test_impossible_keys_are_reported(overrides: dict[str, list[str]], problem: str) -> None:
    assert problem in keymap(overrides).problems


def test_contexts_that_are_never_active_together_may_share_a_key() -> None:
    assert keymap({"quotes.card": ["c"], "entities.card": ["c"], "links.read_here": ["c"]}).problems == ()


def test_pairs_of_a_selection_are_active_only_while_selecting() -> None:
    remapped = keymap({"select.word": ["] w"], "select.sentence": ["ctrl+x s"]})
    assert remapped.problems == ()
    assert remapped.selecting["]", "w"] == "select.word"
    assert remapped.selecting["ctrl+x", "s"] == "select.sentence"
    assert remapped.selecting["]", "]"] == remapped.sequences["]", "]"] == "move.next_section"
    assert ("]", "w") not in remapped.sequences
    assert ("i", "w") not in remapped.selecting


@pytest.mark.parametrize(
    ("overrides", "problem"),
    [
        ({"select.word": ["w w"]}, "select.next_word: w is the key of select.word in a selection"),
        ({"select.next_word": ["i"]}, "select.word: iw is the key of select.next_word in a selection"),
        ({"move.percent": ["h x"]}, "select.left: h is the key of move.percent in a selection"),
        ({"select.word": ["iq"]}, "select.quote: iq is the key of select.word in a selection"),
        ({"select.word": ["i *"]}, "select.word: i * cannot end with * here"),
        ({"select.word": ["0 w"]}, "select.word: 0 w is a number before a key"),
    ],
)
def test_impossible_pairs_of_a_selection_are_reported(overrides: dict[str, list[str]], problem: str) -> None:
    assert problem in keymap(overrides).problems


def test_a_key_that_begins_a_pair_of_the_selection_is_no_hint_while_selecting() -> None:
    remapped = keymap({"app.back": ["i", "escape"], "select.copy": ["i"]})
    assert remapped.problems == (
        "select.copy: i is the key of app.back in the article",
        "entity.card: i is the key of app.back in the article",
    )
    assert remapped.heard("app.back") == "i"
    assert remapped.heard("app.back", Context.SELECTION) == "Esc"
    assert remapped.heard("select.word", Context.SELECTION) == "iw"
    assert remapped.heard("move.next_section", Context.SELECTION) == "]]"


def test_two_commands_may_swap_their_keys() -> None:
    swapped = keymap({"match.next": ["N"], "match.previous": ["n"]})
    assert swapped.problems == ()
    assert (swapped.key("match.next"), swapped.key("match.previous")) == ("N", "n")


def test_a_command_without_a_key_is_named_by_its_title() -> None:
    unbound = keymap({"correct.undo": []})
    assert unbound.keys("correct.undo") == ()
    assert unbound.key("correct.undo") == "“Undo”"
    assert unbound.hints([Hint("correct.undo", "undo")]) == ()


def test_a_command_keeps_its_keys_when_none_of_its_new_ones_can_be_used() -> None:
    assert keymap({"app.quit": ["hyper+q"]}).keys("app.quit") == ("Q",)


def test_help_lines_name_the_keys_in_force() -> None:
    remapped = keymap({"move.end": ["E"], "list.choose": ["o"]})
    assert "(`42E`)" in remapped.help(BY_ID["move.end"])
    assert remapped.help(BY_ID["article.links"]).endswith("o opens one.")


def test_a_hint_whose_key_does_something_else_here_is_left_out() -> None:
    hints = (Hint("quote.speaker", "speaker"), Hint("app.back", "back"))
    panel = (Context.QUOTES, Context.LIST)
    assert DEFAULT_KEYMAP.hints(hints, *panel) == (KeyHint("S", "speaker"), KeyHint("Esc", "back", 2))
    assert keymap({"quotes.card": ["S"]}).hints(hints, *panel) == (KeyHint("Esc", "back", 2),)
    other_key = keymap({"quotes.card": ["S"], "quote.speaker": ["S", "A"]})
    assert other_key.hints(hints, *panel)[0] == KeyHint("A", "speaker")


def test_keys_that_open_something_in_a_panel_may_move_the_focus() -> None:
    assert "n" in DEFAULT_KEYMAP.move_keys()
    assert "n" not in keymap({"quotes.card": ["n"]}).move_keys()


KEYS = st.sampled_from(
    [*"jkgGmx]['/?7 *", "space", "escape", "ctrl+d", "gg", "]]", "m *", "' '", "jj", "x y"]
)
OVERRIDES = st.dictionaries(
    st.sampled_from([command.id for command in COMMANDS]), st.lists(KEYS, max_size=3), max_size=8
)


@given(OVERRIDES)
def test_a_keymap_never_has_a_conflict(overrides: dict[str, list[str]]) -> None:
    remapped = keymap(overrides)
    for scope in SCOPES:
        inside = [command.id for command in COMMANDS if command.context in scope]
        for one, other in combinations(inside, 2):
            assert not set(remapped.keys(one)) & set(remapped.keys(other))
    singles = remapped.keys_in(Context.ARTICLE, Context.SELECTION, Context.LIST, Context.QUOTES)
    firsts = {first for first, _ in remapped.sequences}
    assert not {SIGNS.get(key, key) for key in singles} & firsts
    waiting = {first for first, _ in remapped.selecting}
    assert not {SIGNS.get(key, key) for key in remapped.keys_in(Context.SELECTION)} & waiting
    for command in COMMANDS:
        if command.context in (Context.FIELD, Context.SEARCH, Context.NAMES):
            assert not any(map(prints, remapped.keys(command.id)))
        if remapped.keys(command.id) != command.keys:
            assert command.id in overrides or remapped.problems


def test_a_keymap_is_a_value() -> None:
    assert isinstance(DEFAULT_KEYMAP, Keymap)
    assert keymap() == DEFAULT_KEYMAP
