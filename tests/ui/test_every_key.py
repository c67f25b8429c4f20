"""A story for each command of the table, run with its first key. Its other keys run the same command."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, cast

import pytest
from textual.pilot import Pilot

from reader.keys.commands import ARTICLE_COMMANDS, Command, Context
from reader.keys.keymap import DEFAULT_KEYMAP
from reader.keys.labels import character
from reader.model import BlockKind, Place
from reader.ui.app import ReaderApp
from reader.ui.screens.reading.screen import ReadingScreen
from tests.article_text import load_text
from tests.ui.reading_app import settled
from tests.ui.sight import article, seen

pytestmark = pytest.mark.slow


class Now(NamedTuple):
    """The state of the reader before or after the key."""

    app: ReaderApp
    reading: ReadingScreen
    text: str
    top: int
    last_top: int
    height: int
    place: Place
    measure: int
    theme: str
    focus: str
    position: int | None

    @property
    def here(self) -> BlockKind:
        """The kind of the block at the place."""
        return self.reading.page.block(self.place.block).kind

    def shows(self, *words: str) -> bool:
        """Whether the words were on the screen."""
        return all(word in self.text for word in words)

    def says(self, words: str) -> bool:
        """Whether the message in the status line contains the words."""
        return words in self.reading.status.message


class Story(NamedTuple):
    """`keys` are pressed first. Then `holds` compares the states before and after the command's key."""

    keys: tuple[str, ...]
    holds: Callable[[Now, Now], object]


KEEP = "Save the article to your library to keep corrections?"

STORIES: dict[str, Story] = {
    "move.line_down": Story((), lambda a, b: b.top == a.top + 1),
    "move.line_up": Story(("5", "j"), lambda a, b: b.top == a.top - 1),
    "move.page_down": Story((), lambda a, b: b.top == a.top + a.height - 1),
    "move.page_up": Story(("space", "space"), lambda a, b: b.top == a.top - (a.height - 1)),
    "move.half_down": Story((), lambda a, b: b.top == a.top + a.height // 2),
    "move.half_up": Story(("space",), lambda a, b: b.top == a.top - a.height // 2),
    "move.top": Story(("space",), lambda a, b: a.top and not b.top and b.shows("0 %")),
    "move.end": Story((), lambda a, b: b.top == b.last_top and b.shows("end", "¶ 24/24")),
    "move.percent": Story(("5", "0"), lambda a, b: b.top == round(b.last_top / 2) and b.shows("50 %")),
    "move.next_paragraph": Story(("2", "G"), lambda a, b: b.place.block == a.place.block + 1),
    "move.previous_paragraph": Story(("9", "G"), lambda a, b: b.place.block == a.place.block - 1),
    "move.next_section": Story(("5", "j"), lambda a, b: b.place > a.place and b.here is BlockKind.HEADING),
    "move.previous_section": Story(("G",), lambda a, b: b.place < a.place and b.here is BlockKind.HEADING),
    "search.open": Story((), lambda a, b: b.reading.search.is_open and b.shows("search in the article")),
    "search.list": Story(("*",), lambda a, b: b.shows("Enter go there", "¶1  ")),
    "match.next": Story(("*",), lambda a, b: (a.position, b.position) == (0, 1) and b.shows("2/")),
    "match.previous": Story(("*", "n"), lambda a, b: (a.position, b.position) == (1, 0) and b.shows("1/")),
    "entity.here": Story((), lambda a, b: a.position is None and b.position == 0),
    "app.back": Story(("*",), lambda a, b: a.position == 0 and b.position is None),
    "panel.next": Story((), lambda a, b: (a.focus, b.focus) == ("article", "quotes")),
    "panel.previous": Story((), lambda a, b: (a.focus, b.focus) == ("article", "navigator")),
    "panel.navigator": Story((), lambda a, b: b.focus == "navigator"),
    "panel.quotes": Story((), lambda a, b: b.focus == "quotes"),
    "panel.entities": Story((), lambda a, b: b.focus == "entities"),
    "panel.zen": Story((), lambda a, b: a.shows("Paragraphs") and not b.shows("Paragraphs")),
    "select.start": Story((), lambda a, b: b.reading.view.selected_spans() and b.says("Selecting")),
    "select.lines": Story(
        ("2", "G"), lambda a, b: b.reading.selection.words()[0].startswith("2 is the number")
    ),
    "select.copy": Story(("3", "G"), lambda a, b: b.app.clipboard.startswith("3 is the number")),
    "select.cite": Story(
        ("3", "G"), lambda a, b: b.app.clipboard.startswith("“3 is the number") and "*, " in b.app.clipboard
    ),
    "mark.set": Story(("3", "G"), lambda a, b: b.says("Mark a set at ¶ 3")),
    "mark.jump": Story(("3", "G", "m", "a", "G"), lambda a, b: b.place == Place(3, 0)),
    "jump.last": Story(("3", "G", "9", "G"), lambda a, b: b.place == Place(3, 0)),
    "jump.back": Story(("3", "G", "9", "G"), lambda a, b: b.place == Place(3, 0)),
    "jump.forward": Story(("3", "G", "9", "G", "O"), lambda a, b: b.place == Place(10, 0)),
    "highlight.add": Story(
        ("3", "G"), lambda a, b: b.shows("Save the article to your library to keep highlights?")
    ),
    "note.edit": Story(("3", "G"), lambda a, b: b.shows("Note on “3 is the number")),
    "highlight.list": Story((), lambda a, b: b.shows("Highlights and notes", "No highlights yet.")),
    "place.open": Story(("3", "G"), lambda a, b: b.shows("Links", "https://example.org/3")),
    "entity.card": Story(("*",), lambda a, b: b.shows("Brannoc", "place", "the ferry")),
    "entity.rename": Story(("*",), lambda a, b: b.shows("Rename Brannoc", "as it is")),
    "entity.retype": Story(("*",), lambda a, b: b.shows("What is Brannoc?", "Organisation")),
    "entity.merge": Story(("*",), lambda a, b: b.shows("Merge Brannoc into", "Ada Okafor")),
    "entity.hide": Story(("*",), lambda a, b: b.shows(KEEP)),
    "quote.speaker": Story(('"',), lambda a, b: b.shows("Who said “I counted 2 lanterns”?", "Ada Okafor")),
    "quote.unattribute": Story(('"',), lambda a, b: b.shows(KEEP)),
    "quote.drop": Story(('"',), lambda a, b: b.shows(KEEP)),
    "correct.undo": Story((), lambda a, b: b.says("Nothing to undo")),
    "correct.redo": Story((), lambda a, b: b.says("Nothing to redo")),
    "correct.changes": Story((), lambda a, b: b.says("No changes")),
    "article.links": Story((), lambda a, b: b.shows("Links", "https://example.org/1")),
    "article.open_source": Story((), lambda a, b: b.says("Opened https://example.org")),
    "article.edit": Story((), lambda a, b: b.says("did not come from a file")),
    "article.save": Story((), lambda a, b: b.says("Saved to your library as the-ledger-of-the-harbour.yaml")),
    "article.pipe": Story((), lambda a, b: b.shows("Pipe the article to")),
    "article.search_library": Story(
        (), lambda a, b: b.shows("Search in all articles", "speaker:okafor survey")
    ),
    "article.library": Story((), lambda a, b: b.shows("Tajik commander", "Enter read")),
    "view.wider": Story(("=",), lambda a, b: b.measure == a.measure + 4),
    "view.narrower": Story(("=",), lambda a, b: b.measure == a.measure - 4),
    "view.measure": Story(("+", "+"), lambda a, b: b.measure != a.measure and b.says("Measure")),
    "view.annotations": Story((), lambda a, b: b.says("Annotations hidden")),
    "view.theme": Story((), lambda a, b: b.shows("Theme", "paper", "nord")),
    "view.redraw": Story(("space",), lambda a, b: (a.text, a.top) == (b.text, b.top)),
    "app.palette": Story((), lambda a, b: b.shows("Line down", "Next match")),
    "app.help": Story((), lambda a, b: b.shows("what do you want to do?", "Find and step")),
    "article.leave": Story((), lambda a, b: b.app.return_value == 0),
    "app.quit": Story((), lambda a, b: b.app.return_value == 0),
}

FIRST_KEYS = [(command.id, command.keys[0]) for command in ARTICLE_COMMANDS]


def test_every_command_has_a_story() -> None:
    assert set(STORIES) == {command.id for command in ARTICLE_COMMANDS}


@pytest.mark.parametrize("command", ARTICLE_COMMANDS, ids=lambda command: command.id)
def test_every_other_key_runs_the_same_command(command: Command) -> None:
    pairs = {f"{first} {second}": found for (first, second), found in DEFAULT_KEYMAP.sequences.items()}
    for key in command.keys:
        single = DEFAULT_KEYMAP.command(key, Context.ARTICLE)
        assert (
            single or pairs.get(" ".join(character(part) or part for part in key.split(" ")))
        ) == command.id


@pytest.mark.parametrize(("command", "key"), FIRST_KEYS, ids=[f"{name} {key}" for name, key in FIRST_KEYS])
async def test_each_key_runs_its_command(command: str, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.ui.browser.open_url", lambda url: None)
    story = STORIES[command]
    app = ReaderApp(load_text(article(), "-"))
    async with app.run_test(size=(170, 30)) as pilot:
        await pilot.pause()
        reading = cast(ReadingScreen, app.screen)
        for pressed in story.keys:
            await pilot.press(pressed)
        before = now(pilot, reading)
        await pilot.press(*("a" if part == "*" and " " in key else part for part in key.split(" ")))
        await pilot.pause()
        await settled(pilot)
        assert story.holds(before, now(pilot, reading))


def now(pilot: Pilot[int], reading: ReadingScreen) -> Now:
    """The present state of the reader."""
    app, view = cast(ReaderApp, pilot.app), reading.view
    return Now(
        app,
        reading,
        seen(app) if app.return_value is None else "",
        view.top,
        view.last_top,
        view.size.height,
        view.place,
        view.flow.width,
        app.theme,
        (app.focused.id or "") if app.return_value is None and app.focused else "",
        reading.session.active.position if reading.session.active else None,
    )
