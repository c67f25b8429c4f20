"""The one table of what a reader can do.

Owns ids, default keys, actions, titles and help lines. Bindings, command palette, help screen,
`reader keys` and the key table of the README are derived from it, so they cannot differ.
Ids are `area.verb` and never change once released.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Group(StrEnum):
    """The headings under which keys are listed."""

    MOVE = "Move"
    FIND = "Find and step"
    PANELS = "Panels"
    SELECT = "Select and mark"
    CORRECT = "Correct"
    ARTICLE = "The article"
    READER = "The reader"


class Command(NamedTuple):
    """One thing a reader can do on the reading screen.

    `keys` are key names as Textual spells them, signs too: it would look a `/` up among the names of all
    characters, half a megabyte of them. Two names with a blank between are pressed one after
    the other, and `*` in second place stands for any character. `action` is the name of the screen's
    `action_…` method. `shown` is how the keys are printed. `counts` tells whether a number typed
    before (`5j`) is used. `palette` is off for what only makes sense as a key.
    """

    id: str
    keys: tuple[str, ...]
    action: str
    title: str
    help: str
    group: Group
    shown: str
    counts: bool = False
    palette: bool = True

    @property
    def single_keys(self) -> tuple[str, ...]:
        """The keys that are one press."""
        return tuple(key for key in self.keys if " " not in key)

    @property
    def sequences(self) -> tuple[tuple[str, str], ...]:
        """The keys that are two presses, as (first, second)."""
        return tuple((first, second) for first, _, second in (k.partition(" ") for k in self.keys) if second)


M, F, P, S, A, R = Group.MOVE, Group.FIND, Group.PANELS, Group.SELECT, Group.ARTICLE, Group.READER
C = Group.CORRECT

# One command in two lines: a table is read down its columns.
# fmt: off
COMMANDS: tuple[Command, ...] = (
    Command("move.line_down", ("j", "down"), "line(1)", "Line down",
            "One line down.", M, "j ↓", counts=True),
    Command("move.line_up", ("k", "up"), "line(-1)", "Line up",
            "One line up.", M, "k ↑", counts=True),
    Command("move.page_down", ("space", "f", "pagedown", "ctrl+f"), "page(1)", "Page down",
            "One window down, keeping one line.", M, "Space f PgDn", counts=True),
    Command("move.page_up", ("b", "pageup", "ctrl+b", "shift+space"), "page(-1)", "Page up",
            "One window up.", M, "b PgUp", counts=True),
    Command("move.half_down", ("d", "ctrl+d"), "half_page(1)", "Half a page down",
            "Half a window down.", M, "d ^d", counts=True),
    Command("move.half_up", ("u", "ctrl+u"), "half_page(-1)", "Half a page up",
            "Half a window up.", M, "u ^u", counts=True),
    Command("move.top", ("g", "less_than_sign", "home"), "top", "Top",
            "The beginning of the article.", M, "g < Home", counts=True),
    Command("move.end", ("G", "greater_than_sign", "end"), "end", "End",
            "The end; after a number, that paragraph (`42G`).", M, "G > End", counts=True),
    Command("move.percent", ("percent_sign",), "percent", "Go to a share",
            "After a number: that share of the article (`50%`).", M, "50%", counts=True, palette=False),
    Command("move.next_paragraph", ("right_curly_bracket",), "paragraph(1)", "Next paragraph",
            "The next paragraph to the top.", M, "}", counts=True),
    Command("move.previous_paragraph", ("left_curly_bracket",), "paragraph(-1)", "Previous paragraph",
            "The paragraph before to the top.", M, "{", counts=True),
    Command("move.next_section", ("] ]",), "section(1)", "Next section",
            "The next heading to the top.", M, "]]", counts=True),
    Command("move.previous_section", ("[ [",), "section(-1)", "Previous section",
            "The heading before to the top.", M, "[[", counts=True),
    Command("search.open", ("slash",), "open_search", "Search",
            "Search in the article as you type.", F, "/"),
    Command("search.list", ("l",), "list_matches", "List the matches",
            "Every match of the active set with its words; Enter jumps.", F, "l"),
    Command("match.next", ("n",), "match(1)", "Next match",
            "The next of the active set: hits, mentions, quotes.", F, "n", counts=True),
    Command("match.previous", ("N",), "match(-1)", "Previous match",
            "The one before in the active set.", F, "N", counts=True),
    Command("entity.here", ("asterisk",), "entity_here", "Entity under the place",
            "Make the name at the place the active set; again for the next name.", F, "*"),
    Command("app.back", ("escape",), "back", "Back",
            "One step back: close, clear, or return to where you were.", F, "Esc"),
    Command("panel.next", ("tab",), "next_pane", "Next pane",
            "To the next pane.", P, "Tab"),
    Command("panel.previous", ("shift+tab",), "previous_pane", "Previous pane",
            "To the pane before.", P, "Shift+Tab"),
    Command("panel.navigator", ("t",), "toggle_panel('navigator')", "Paragraphs",
            "Show the paragraphs and go to them; once more hides them.", P, "t"),
    Command("panel.quotes", ("quotation_mark",), "toggle_panel('quotes')", "Quotes",
            "Show the quotes and go to them; once more hides them.", P, '"'),
    Command("panel.entities", ("at",), "toggle_panel('entities')", "People and places",
            "Show the names and go to them; once more hides them.", P, "@"),
    Command("panel.zen", ("z",), "zen", "Text alone",
            "Zen: the text alone, and back.", P, "z"),
    Command("select.start", ("v",), "select", "Select",
            "Select words from here; moves extend, y copies.", S, "v"),
    Command("select.lines", ("V",), "select_paragraphs", "Select paragraphs",
            "Select whole paragraphs.", S, "V"),
    Command("select.copy", ("y",), "copy", "Copy",
            "Copy the selection, the current match or the paragraph.", S, "y ^c"),
    Command("mark.set", ("m *",), "set_mark", "Set a mark",
            "Remember this place under a letter.", S, "m x", palette=False),
    Command("mark.jump", ("' *",), "jump_mark", "Jump to a mark",
            "Back to the place under that letter.", S, "' x", palette=False),
    Command("jump.last", ("' '",), "jump_last", "Back to the last place",
            "The place before the last jump, and back.", S, "''"),
    Command("jump.back", ("O", "ctrl+o"), "jump(-1)", "Back in the jump list",
            "The place before in the jump list.", S, "O ^o", counts=True),
    Command("jump.forward", ("I",), "jump(1)", "Forward in the jump list",
            "The place after in the jump list.", S, "I", counts=True),
    Command("entity.rename", ("R",), "rename_entity", "Rename",
            "Give the name here another form; what it was stays an alias.", C, "R"),
    Command("entity.retype", ("K",), "retype_entity", "Kind",
            "Say what the name here is: a person, a place, …", C, "K"),
    Command("entity.merge", ("M",), "merge_entity", "Merge",
            "Make the name here one with another.", C, "M"),
    Command("entity.hide", ("X",), "hide_entity", "Hide the name",
            "Take the name here out; in the quotes, drop the quote.", C, "X"),
    Command("quote.speaker", ("S",), "set_speaker", "Set the speaker",
            "Say who said the quote here.", C, "S"),
    Command("quote.unattribute", ("C",), "clear_speaker", "Clear the speaker",
            "Nobody is named for the quote here.", C, "C"),
    Command("quote.drop", ("D",), "drop_quote", "Drop the quote",
            "It is none: take it out, not its words.", C, "D"),
    Command("correct.undo", ("U",), "undo_correction", "Undo",
            "Take the last correction back, and then the one before.", C, "U"),
    Command("article.links", ("L",), "links", "Links",
            "The links of the article; Enter opens one.", A, "L"),
    Command("article.open_source", ("o",), "open_source", "Open the source",
            "Open the source in the browser.", A, "o"),
    Command("article.edit", ("e",), "edit", "Edit the file",
            "Edit the article's file; it is read again on return.", A, "e"),
    Command("article.save", ("s",), "save_article", "Save to the library",
            "Keep the article, with its quotes and names, in your library.", A, "s"),
    Command("article.pipe", ("vertical_line",), "pipe", "Pipe to a command",
            "Give the selection or the article to a command.", A, "|"),
    Command("article.library", ("B",), "library", "Articles",
            "Choose another article.", A, "B"),
    Command("view.wider", ("plus",), "measure(4)", "Wider",
            "A wider measure.", R, "+", counts=True),
    Command("view.narrower", ("minus",), "measure(-4)", "Narrower",
            "A narrower measure.", R, "-", counts=True),
    Command("view.measure", ("equals_sign",), "measure(0)", "Usual measure",
            "The usual measure again.", R, "="),
    Command("view.theme", ("T",), "theme", "Theme",
            "The next theme.", R, "T"),
    Command("app.palette", ("colon", "ctrl+p"), "command_palette", "Command palette",
            "Find a command, paragraph, quote or name by typing.", R, ": ^p", palette=False),
    Command("app.help", ("question_mark", "f1"), "help", "Help",
            "Every key, and what it does.", R, "? F1"),
    Command("app.quit", ("q",), "quit", "Quit",
            "Leave the reader.", R, "q"),
)
# fmt: on

BY_ID = {command.id: command for command in COMMANDS}
