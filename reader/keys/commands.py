"""The table of all commands that a user can run with keys.

Owns ids, contexts, default keys, titles and help lines. Bindings, the command palette, the help screen, the
hints, the messages that name a key, `reader keys` and the key table of the README are derived from it.
Ids are `area.verb` and never change once released.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

ANY = "*"
"""The second key of a pair that takes any character."""


class Context(StrEnum):
    """Where a key is typed. `keymap.SCOPES` lists which contexts are active at the same time."""

    ARTICLE = "the article"
    SELECTION = "a selection"
    LIST = "a list"
    QUOTES = "the quotes list"
    ENTITIES = "the entities list"
    FIELD = "a text field"
    SEARCH = "the search field"
    LIBRARY = "the library"
    LIBRARY_FIELD = "the library's text field"
    LIBRARY_SEARCH = "the search in all articles"
    RECORD = "the page of a person"
    RECORD_FIELD = "the filter of a person's page"
    CARD = "a card"
    DIALOG = "a dialog"
    HELP = "the help"
    NAMES = "the dialog for names"
    LINKS = "the dialog for links"
    UNOPENED = "the dialog for a link without a browser"
    HIGHLIGHTS = "the list of highlights"
    HIGHLIGHTS_FIELD = "the filter of highlights"
    NOTE = "a note"
    SAVE_QUESTION = "the question whether to save"
    LOADING = "the loading screen"
    PALETTE = "the command palette"
    APP = "every screen"


class Group(StrEnum):
    """The headings under which keys are listed."""

    MOVE = "Move"
    FIND = "Find and step"
    PANELS = "Panels"
    SELECT = "Select and mark"
    CORRECT = "Correct"
    ARTICLE = "The article"
    READER = "The reader"
    SELECTING = "While selecting"
    LIST = "In a panel or list"
    SEARCH = "In the search bar"
    LIBRARY = "In the library"
    DIALOG = "In a dialog"


class Command(NamedTuple):
    """One thing a user can do in one context.

    `keys` are key names as Textual spells them. Two names with a blank between them are pressed one after the
    other; `*` in second place stands for any character. `{id}` in `help` stands for a key of that command.
    `action` is the Textual action of the widget or screen; commands of the article have no action, because
    the reading screen runs them by id. `counts` is True if a number typed before the key (`5j`) is used.
    `palette` is False for a command of the article that only makes sense as a key.
    """

    id: str
    keys: tuple[str, ...]
    title: str
    help: str
    group: Group
    context: Context = Context.ARTICLE
    action: str = ""
    counts: bool = False
    palette: bool = True

    @property
    def takes_letter(self) -> bool:
        """Whether the second key may be any character."""
        return any(key.endswith(f" {ANY}") for key in self.keys)


M, F, P, S, C = Group.MOVE, Group.FIND, Group.PANELS, Group.SELECT, Group.CORRECT
A, R = Group.ARTICLE, Group.READER

# Each command takes two lines, so that the table can be read by column.
# fmt: off
ARTICLE_COMMANDS: tuple[Command, ...] = (
    Command("move.line_down", ("j", "down", "ctrl+e"), "Line down",
            "Scroll down one line.", M, counts=True),
    Command("move.line_up", ("k", "up", "ctrl+y"), "Line up",
            "Scroll up one line.", M, counts=True),
    Command("move.page_down", ("space", "f", "pagedown", "ctrl+f"), "Page down",
            "Scroll down one page less one line.", M, counts=True),
    Command("move.page_up", ("b", "pageup", "ctrl+b", "shift+space"), "Page up",
            "Scroll up one page less one line.", M, counts=True),
    Command("move.half_down", ("d", "ctrl+d"), "Half a page down",
            "Scroll down half a page.", M, counts=True),
    Command("move.half_up", ("u", "ctrl+u"), "Half a page up",
            "Scroll up half a page.", M, counts=True),
    Command("move.top", ("g", "less_than_sign", "home"), "Top",
            "Go to the start of the article.", M, counts=True),
    Command("move.end", ("G", "greater_than_sign", "end"), "End",
            "Go to the end; after a number, to that paragraph (`42{move.end}`).", M, counts=True),
    Command("move.percent", ("percent_sign",), "Go to a percentage",
            "After a number: go to that percentage of the article (`50{move.percent}`).", M,
            counts=True, palette=False),
    Command("move.next_paragraph", ("right_curly_bracket",), "Next paragraph",
            "Bring the next paragraph to the top.", M, counts=True),
    Command("move.previous_paragraph", ("left_curly_bracket",), "Previous paragraph",
            "Bring the previous paragraph to the top.", M, counts=True),
    Command("move.next_section", ("] ]",), "Next section",
            "Bring the next heading to the top.", M, counts=True),
    Command("move.previous_section", ("[ [",), "Previous section",
            "Bring the previous heading to the top.", M, counts=True),
    Command("search.open", ("slash",), "Search",
            "Search the article as you type.", F),
    Command("search.list", ("l",), "List the matches",
            "List every match of the active set; {list.choose} goes to one.", F),
    Command("match.next", ("n",), "Next match",
            "Go to the next match, or to the next quote if no set is active.", F, counts=True),
    Command("match.previous", ("N",), "Previous match",
            "Go to the previous match, or to the previous quote if no set is active.", F, counts=True),
    Command("entity.here", ("asterisk",), "Mentions of the name here",
            "Step through the mentions of the name here; again: the next name.", F),
    Command("app.back", ("escape",), "Back",
            "Go one step back: close, clear, or return to where you were.", F),
    Command("panel.next", ("tab", "right"), "Next pane",
            "Move to the next pane.", P),
    Command("panel.previous", ("shift+tab", "left"), "Previous pane",
            "Move to the previous pane.", P),
    Command("panel.navigator", ("t",), "Paragraphs",
            "Open or close the list of paragraphs.", P),
    Command("panel.quotes", ("quotation_mark",), "Quotes",
            "Open or close the list of quotes.", P),
    Command("panel.entities", ("at",), "People and places",
            "Open or close the list of names.", P),
    Command("panel.zen", ("z",), "Text alone",
            "Zen mode: show the text alone, or the panels again.", P),
    Command("select.start", ("v",), "Select",
            "Start to select words; moving extends the selection.", S),
    Command("select.lines", ("V",), "Select paragraphs",
            "Start to select whole paragraphs.", S),
    Command("select.copy", ("y", "ctrl+c"), "Copy",
            "Copy the selection, the current match or the paragraph.", S),
    Command("highlight.add", ("H",), "Highlight",
            "Highlight the selection, match, quote or paragraph here; again: the next colour.", S),
    Command("note.edit", ("a",), "Note",
            "Write a note on the selection, highlight, match, quote or paragraph here.", S),
    Command("highlight.list", ("A",), "Highlights and notes",
            "List all highlights and notes, to find, change and remove them.", S),
    Command("select.cite", ("Y",), "Copy with the source",
            "Copy the selection, match or paragraph with its speaker, title, source and date.", S),
    Command("mark.set", ("m *",), "Set a mark",
            "Mark this place with a letter.", S, palette=False),
    Command("mark.jump", ("' *",), "Go to a mark",
            "Go to the place marked with that letter.", S, palette=False),
    Command("jump.last", ("' '",), "Last jump",
            "Go to where the last jump started; again: return.", S),
    Command("jump.back", ("O", "ctrl+o"), "Back in the jump list",
            "Go to the previous place in the jump list.", S, counts=True),
    Command("jump.forward", ("I",), "Forward in the jump list",
            "Go to the next place in the jump list.", S, counts=True),
    Command("entity.rename", ("R",), "Rename",
            "Rename the person or place here; the old name becomes an alias.", C),
    Command("entity.retype", ("K",), "Change the type",
            "Set the type of the name here: person, place, …", C),
    Command("entity.merge", ("M",), "Merge",
            "Merge the name here into another name.", C),
    Command("entity.hide", ("X",), "Remove the name",
            "Remove the name here; in the list of quotes, remove the quote.", C),
    Command("quote.speaker", ("S",), "Set the speaker",
            "Set who said the quote here.", C),
    Command("quote.unattribute", ("C",), "Clear the speaker",
            "Leave the quote here without a speaker.", C),
    Command("quote.drop", ("D",), "Remove",
            "Remove the highlight here, or a wrongly detected quote; the words stay.", C),
    Command("correct.undo", ("U",), "Undo",
            "Undo the last correction, highlight or note, even of an earlier day.", C),
    Command("correct.redo", ("ctrl+r",), "Redo",
            "Redo the change that was undone last.", C),
    Command("correct.changes", ("c",), "Changes",
            "List your changes in this article; {list.choose} takes one back.", C),
    Command("place.open", ("enter",), "Open what is here",
            "Open the link or note here, or step through the mentions of the name or the quotes.", A),
    Command("entity.card", ("i",), "Card",
            "Show what is known about the name here, or about the speaker of the quote here.", A),
    Command("article.links", ("L",), "Links",
            "List the links of the article; {list.choose} opens one.", A),
    Command("article.open_source", ("o",), "Open the source",
            "Open the source of the article in the browser.", A),
    Command("article.edit", ("e",), "Edit the file",
            "Edit the article's file; it is reloaded afterwards.", A),
    Command("article.save", ("s",), "Save to the library",
            "Save the article, its quotes and its names to your library.", A),
    Command("article.pipe", ("vertical_line",), "Pipe to a command",
            "Pipe the selection or the article to a shell command.", A),
    Command("article.library", ("B",), "Library",
            "Choose another article.", A),
    Command("article.search_library", ("F",), "Search in all articles",
            "Search the words, quotes and notes of all your articles.", A),
    Command("view.wider", ("plus",), "Wider",
            "Make the lines longer.", R, counts=True),
    Command("view.narrower", ("minus",), "Narrower",
            "Make the lines shorter.", R, counts=True),
    Command("view.measure", ("equals_sign",), "Default width",
            "Set the default line length.", R),
    Command("view.annotations", ("Z",), "Annotations",
            "Hide quotes, names and highlights in the text, or show them again.", R),
    Command("view.theme", ("T",), "Theme",
            "Choose a theme.", R),
    Command("view.redraw", ("ctrl+l",), "Redraw",
            "Paint the screen again after another program has written on it.", R),
    Command("app.palette", ("colon", "ctrl+p"), "Command palette",
            "Find a command, paragraph, quote or name by typing.", R, palette=False),
    Command("app.help", ("question_mark", "f1"), "Help",
            "List every key and what it does.", R),
    Command("article.leave", ("q",), "Leave the article",
            "Go back: from a panel to the text, from the text to the library. Otherwise quit.", R),
    Command("app.quit", ("Q",), "Quit",
            "Quit the reader.", R),
)

MOTIONS: dict[str, str] = {
    "select.left": "left",
    "select.right": "right",
    "select.next_word": "word",
    "select.previous_word": "back",
    "select.word_end": "word_end",
    "select.next_sentence": "next_sentence",
    "select.previous_sentence": "previous_sentence",
    "select.row_start": "row_start",
    "select.row_end": "row_end",
}
"""The motion of `reader.text.motion` that each command of the selection makes."""

TEXT_OBJECTS: dict[str, str] = {
    "select.word": "word",
    "select.sentence": "sentence",
    "select.paragraph": "paragraph",
}
"""The text object of `reader.text.text_objects` that each command of the selection selects."""

_SELECTION, G = Context.SELECTION, Group.SELECTING
SELECTION_COMMANDS: tuple[Command, ...] = (
    Command("select.left", ("h", "left"), "Left",
            "Move the end of the selection one character left.", G, _SELECTION, counts=True),
    Command("select.right", ("l", "right"), "Right",
            "Move the end of the selection one character right.", G, _SELECTION, counts=True),
    Command("select.next_word", ("w",), "Next word",
            "Move to the start of the next word.", G, _SELECTION, counts=True),
    Command("select.previous_word", ("b",), "Previous word",
            "Move to the start of the previous word.", G, _SELECTION, counts=True),
    Command("select.word_end", ("e",), "End of the word",
            "Move to the end of the word.", G, _SELECTION, counts=True),
    Command("select.next_sentence", ("right_parenthesis",), "Next sentence",
            "Move to the start of the next sentence.", G, _SELECTION, counts=True),
    Command("select.previous_sentence", ("left_parenthesis",), "Previous sentence",
            "Move to the start of the sentence, then of the one before.", G, _SELECTION, counts=True),
    Command("select.row_start", ("0", "circumflex_accent"), "Start of the line",
            "Move to the start of the line.", G, _SELECTION),
    Command("select.row_end", ("dollar_sign",), "End of the line",
            "Move to the end of the line.", G, _SELECTION),
    Command("select.word", ("i w",), "Select the word",
            "Select the word at the cursor; again: one word more.", G, _SELECTION, counts=True),
    Command("select.sentence", ("i s",), "Select the sentence",
            "Select the sentence at the cursor; again: one sentence more.", G, _SELECTION, counts=True),
    Command("select.paragraph", ("i p",), "Select the paragraph",
            "Select the paragraph at the cursor; again: one paragraph more.", G, _SELECTION, counts=True),
    Command("select.quote", ("i q",), "Select the quote",
            "Select the quote at the cursor; again: all parts of an interrupted quote.", G, _SELECTION),
    Command("select.entity", ("i e",), "Select the name",
            "Select the name of the person or place at the cursor.", G, _SELECTION),
    Command("select.swap", ("o",), "Other end",
            "Move the cursor to the other end of the selection.", G, _SELECTION),
)

_LIST, L = Context.LIST, Group.LIST
LIST_COMMANDS: tuple[Command, ...] = (
    Command("list.down", ("j", "down"), "One down",
            "Move down one item.", L, _LIST, "cursor(1)", counts=True),
    Command("list.up", ("k", "up"), "One up",
            "Move up one item.", L, _LIST, "cursor(-1)", counts=True),
    Command("list.page_down", ("space", "pagedown"), "A page down",
            "Move down one page of items.", L, _LIST, "cursor_page(1)", counts=True),
    Command("list.page_up", ("pageup",), "A page up",
            "Move up one page of items.", L, _LIST, "cursor_page(-1)", counts=True),
    Command("list.first", ("g", "home"), "The first",
            "Move to the first item; after a number, to that item.", L, _LIST, "cursor_to(0)", counts=True),
    Command("list.last", ("G", "end"), "The last",
            "Move to the last item; after a number, to that item.", L, _LIST, "cursor_to(-1)", counts=True),
    Command("list.choose", ("enter",), "Choose",
            "Go to the item; a name or a speaker becomes the active set.", L, _LIST, "choose"),
    Command("quotes.speaker", ("w",), "This speaker only",
            "In the quotes: list this speaker only, or all speakers again.", L, Context.QUOTES,
            "filter_speaker"),
    Command("quotes.card", ("i",), "Card of the speaker",
            "In the quotes: show what is known about the speaker.", L, Context.QUOTES, "ask_card"),
    Command("entities.card", ("i",), "Card of the name",
            "In the names: show what is known about the name.", L, Context.ENTITIES, "ask_card"),
    Command("links.read_here", ("r", "shift+enter"), "Read here",
            "In the links: open the link in the reader; {jump.back} returns.", L, Context.LINKS, "read_here"),
)

_FIELD, _SEARCH, B = Context.FIELD, Context.SEARCH, Group.SEARCH
SEARCH_COMMANDS: tuple[Command, ...] = (
    Command("field.submit", ("enter",), "Done",
            "Keep the hits; {match.next} and {match.previous} step through them.", B, _FIELD, "submit"),
    Command("field.clear", ("ctrl+u",), "Clear",
            "Clear the text field.", B, _FIELD, "delete_left_all"),
    Command("search.cancel", ("escape",), "Cancel",
            "Cancel the search and return to where you were.", B, _SEARCH, "cancel"),
    Command("search.older", ("up",), "Older search",
            "Show the previous search.", B, _SEARCH, "recall(-1)"),
    Command("search.newer", ("down",), "Newer search",
            "Show the search after it.", B, _SEARCH, "recall(1)"),
    Command("search.case", ("alt+c", "f2"), "Match case",
            "Turn matching of upper and lower case on or off.", B, _SEARCH, "toggle_way('case')"),
    Command("search.word", ("alt+w", "f3"), "Whole words",
            "Turn searching for whole words on or off.", B, _SEARCH, "toggle_way('whole_word')"),
    Command("search.regex", ("alt+r", "f4"), "Regular expression",
            "Turn searching for a regular expression on or off.", B, _SEARCH, "toggle_way('regex')"),
)

_LIBRARY_SEARCH, _RECORD = Context.LIBRARY_SEARCH, Context.RECORD
_LIBRARY, _LIBRARY_FIELD, Y = Context.LIBRARY, Context.LIBRARY_FIELD, Group.LIBRARY
LIBRARY_COMMANDS: tuple[Command, ...] = (
    Command("library.filter", ("slash",), "Find an article",
            "Find an article: every letter typed after it is a letter.", Y, _LIBRARY, "filter"),
    Command("library.search", ("F",), "Search in all articles",
            "Search the words, quotes and notes of all your articles.", Y, _LIBRARY, "search"),
    Command("library.quit", ("q",), "Leave the library",
            "Leave the library.", Y, _LIBRARY, "quit_library"),
    Command("library.back", ("escape",), "All articles again",
            "List all articles again; from there return to the article.", Y, _LIBRARY_FIELD, "back"),
    Command("library.down", ("down",), "One down while typing",
            "Move down one article while you type.", Y, _LIBRARY_FIELD, "step(1)"),
    Command("library.up", ("up",), "One up while typing",
            "Move up one article while you type.", Y, _LIBRARY_FIELD, "step(-1)"),
    Command("library.page_down", ("pagedown",), "A page down while typing",
            "Move down one page of articles while you type.", Y, _LIBRARY_FIELD, "page(1)"),
    Command("library.page_up", ("pageup",), "A page up while typing",
            "Move up one page of articles while you type.", Y, _LIBRARY_FIELD, "page(-1)"),
    Command("hits.back", ("escape",), "Close the search",
            "In the search in all articles: close it.", Y, _LIBRARY_SEARCH, "back"),
    Command("hits.down", ("down",), "Next hit",
            "In the search in all articles: move to the next hit.", Y, _LIBRARY_SEARCH, "step(1)"),
    Command("hits.up", ("up",), "Previous hit",
            "In the search in all articles: move to the previous hit.", Y, _LIBRARY_SEARCH, "step(-1)"),
    Command("hits.page_down", ("pagedown",), "A page of hits down",
            "In the search in all articles: move down one page.", Y, _LIBRARY_SEARCH, "page(1)"),
    Command("hits.page_up", ("pageup",), "A page of hits up",
            "In the search in all articles: move up one page.", Y, _LIBRARY_SEARCH, "page(-1)"),
    Command("record.back", ("escape", "q"), "Close the page",
            "On the page of a person: close it.", Y, _RECORD, "back"),
    Command("record.filter", ("slash",), "What they said about something",
            "On the page of a person: list the statements with some words.", Y, _RECORD, "filter"),
    Command("record.field_back", ("escape",), "All statements again",
            "On the page of a person: list all statements again.", Y, Context.RECORD_FIELD, "field_back"),
    Command("record.beside", ("b",), "Two people side by side",
            "On the page of a person: list the statements of a second person too.", Y, _RECORD, "beside"),
    Command("record.order", ("o",), "Newest or oldest first",
            "On the page of a person: list the newest statements first, or the oldest.", Y, _RECORD, "order"),
    Command("record.articles", ("F",), "Articles that name them",
            "On the page of a person: list every article that names them.", Y, _RECORD, "articles"),
)

_HELP, _NAMES, _MARKS, D = Context.HELP, Context.NAMES, Context.HIGHLIGHTS, Group.DIALOG
DIALOG_COMMANDS: tuple[Command, ...] = (
    Command("dialog.close", ("escape", "q"), "Close",
            "Close the dialog.", D, Context.DIALOG, "close"),
    Command("highlights.edit", ("e",), "Edit the note",
            "In the highlights: write or edit the note.", D, _MARKS, "edit"),
    Command("highlights.remove", ("D",), "Remove the highlight",
            "In the highlights: remove the highlight with its note.", D, _MARKS, "remove"),
    Command("highlights.undo", ("U",), "Undo in the list",
            "In the highlights: undo the last change.", D, _MARKS, "undo"),
    Command("highlights.first_color", ("1",), "First colour",
            "In the highlights: change the colour to yellow.", D, _MARKS, "set_color(1)"),
    Command("highlights.second_color", ("2",), "Second colour",
            "In the highlights: change the colour to green.", D, _MARKS, "set_color(2)"),
    Command("highlights.third_color", ("3",), "Third colour",
            "In the highlights: change the colour to blue.", D, _MARKS, "set_color(3)"),
    Command("highlights.fourth_color", ("4",), "Fourth colour",
            "In the highlights: change the colour to pink.", D, _MARKS, "set_color(4)"),
    Command("highlights.fifth_color", ("5",), "Fifth colour",
            "In the highlights: change the colour to purple.", D, _MARKS, "set_color(5)"),
    Command("highlights.name_color", ("r",), "Name the colour",
            "In the highlights: give the colour a name.", D, _MARKS, "name_color"),
    Command("highlights.put_here", ("m",), "Confirm or move",
            "In the highlights: confirm a place, or move it to the selected words.", D, _MARKS, "put_here"),
    Command("highlights.step", ("n",), "Step through them",
            "In the highlights: step through the listed highlights in the text.", D, _MARKS, "step"),
    Command("highlights.article_note", ("a",), "Note on the article",
            "In the highlights: write a note on the whole article.", D, _MARKS, "article_note"),
    Command("highlights.filter", ("slash",), "Find a highlight",
            "In the highlights: find highlights by words, #tag, colour or speaker.", D,
            _MARKS, "filter"),
    Command("card.record", ("s",), "Everything they said",
            "On a card: list what they said in all your articles.", D, Context.CARD, "ask_record"),
    Command("card.articles", ("F",), "Articles that name it",
            "On a card: list every article that names it.", D, Context.CARD, "ask_articles"),
    Command("note.save", ("ctrl+s",), "Save the note",
            "In a note: save the note.", D, Context.NOTE, "save"),
    Command("keep.always", ("w",), "Always save",
            "In the question whether to save: save, and do not ask again.", D, Context.SAVE_QUESTION,
            "always"),
    Command("keep.save", ("enter",), "Save",
            "In the question whether to save: save.", D, Context.SAVE_QUESTION, "agree"),
    Command("unopened.copy", ("y",), "Copy the link",
            "Copy a link that no browser can open.", D, Context.UNOPENED, "copy"),
    Command("help.close", ("question_mark", "f1"), "Close the help",
            "Close the help; a key that prints does so while the field is empty.", D, _HELP, "close"),
    Command("help.down", ("down",), "Next key",
            "In the help: move to the next key.", D, _HELP, "step(1)"),
    Command("help.up", ("up",), "Previous key",
            "In the help: move to the previous key.", D, _HELP, "step(-1)"),
    Command("help.page_down", ("pagedown",), "A page of keys down",
            "In the help: move down one page.", D, _HELP, "page(1)"),
    Command("help.page_up", ("pageup",), "A page of keys up",
            "In the help: move up one page.", D, _HELP, "page(-1)"),
    Command("names.down", ("down",), "One name down",
            "In a question for a name: move down one name.", D, _NAMES, "step(1)"),
    Command("names.up", ("up",), "One name up",
            "In a question for a name: move up one name.", D, _NAMES, "step(-1)"),
    Command("names.page_down", ("pagedown",), "A page of names down",
            "In a question for a name: move down one page.", D, _NAMES, "page(1)"),
    Command("names.page_up", ("pageup",), "A page of names up",
            "In a question for a name: move up one page.", D, _NAMES, "page(-1)"),
    Command("loading.cancel", ("escape",), "Cancel loading",
            "Stop loading and return.", D, Context.LOADING, "leave"),
    Command("loading.leave", ("q",), "Quit loading",
            "Stop loading and leave.", D, Context.LOADING, "leave"),
    Command("palette.paste", ("ctrl+v", "super+v"), "Paste",
            "In the command palette: paste as one line.", D, Context.PALETTE, "paste_line"),
    Command("app.copy", ("ctrl+c",), "Copy in a dialog",
            "Copy what the dialog shows, where it can be copied.", D, Context.APP, "screen.copy"),
    Command("app.suspend", ("ctrl+z",), "Suspend",
            "Suspend the reader; `fg` in the shell resumes it.", R, Context.APP, "suspend_process"),
)
# fmt: on

COMMANDS: tuple[Command, ...] = (
    *ARTICLE_COMMANDS,
    *SELECTION_COMMANDS,
    *LIST_COMMANDS,
    *SEARCH_COMMANDS,
    *LIBRARY_COMMANDS,
    *DIALOG_COMMANDS,
)

TYPED_COMMANDS: Mapping[str, str] = {
    **dict.fromkeys(
        ("q", "q!", "qa", "qa!", "quit", "quit!", "wq", "wq!", "wqa", "x", "x!", "xa", "exit"), "app.quit"
    ),
    "w": "article.save",
    "e": "article.edit",
    "h": "app.help",
    "help": "app.help",
}
"""What users of vi type after `:`, with the command that the palette offers first for it."""

BY_ID = {command.id: command for command in COMMANDS}
