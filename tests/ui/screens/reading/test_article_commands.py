"""The commands for the article as a whole: measure, theme, links, source, file, pipe, dialogs."""

from __future__ import annotations

import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.config.directories import library_folder
from reader.resources import bundled
from reader.ui.app import ReaderApp
from reader.ui.screens.reading.screen import ReadingScreen
from reader.ui.screens.themes import ThemeScreen
from reader.ui.theme.themes import shown_name, theme_names
from tests.http_server import PAGE
from tests.loaded import load
from tests.ui.reading_app import RIVER, entity_id, press, reading, remembering, screen, status
from tests.ui.sight import seen
from tests.ui.widgets.lines import rows

LINKED = """\
title: Links
markup: markdown
source: {name: The Daily, url: "https://example.org/source"}
paragraphs:
  - See [the first](https://example.org/one) of them.
  - And [the second](https://example.org/two), which Bo wrote.
entities: [{name: Bo}]
"""


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that were opened."""
    urls: list[str] = []
    monkeypatch.setattr("reader.ui.browser.open_url", urls.append)
    return urls


@pytest.fixture
def lent(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let the app give its terminal away. Returns a list with an entry for each time."""
    times: list[str] = []

    @contextmanager
    def suspend(self: ReaderApp) -> Iterator[None]:
        times.append("lent")
        yield

    monkeypatch.setattr(ReaderApp, "suspend", suspend)
    return times


def dialog(pilot: Pilot[int]) -> str:
    return type(pilot.app.screen).__name__


def dialog_rows(pilot: Pilot[int]) -> list[str]:
    return rows(pilot.app.screen.query_one("#dialog-title"))


@pytest.mark.slow
async def test_the_measure_grows_shrinks_and_comes_back() -> None:
    async with reading(size=(250, 30)) as pilot:
        view, told = screen(pilot).view, screen(pilot).status
        for keys, cells in (
            ("+", 76),
            ("2+", 84),
            ("-", 80),
            ("=", 72),
            ("99-", 20),
            ("-", 20),
            ("99+", 200),
        ):
            await press(pilot, *(("plus" if k == "+" else "minus" if k == "-" else k) for k in keys))
            assert view.measure == cells
        fit = view.flow.width
        assert told.message == f"Measure: 200 cells ({fit} fit)."
        await press(pilot, "-")
        assert (view.measure, view.flow.width) == (fit - 4, fit - 4)
        assert view.flow.width < 200


@pytest.mark.slow
async def test_a_theme_is_chosen_from_the_list_and_seen_at_once() -> None:
    async with reading() as pilot:
        names = theme_names()
        assert pilot.app.theme == names[0]
        await press(pilot, "T", "j")
        assert pilot.app.theme == names[1]
        await press(pilot, "escape")
        assert pilot.app.theme == names[0]
        await press(pilot, "T", "j", "j", "enter")
        assert pilot.app.theme == names[2]
        assert screen(pilot).status.message == f"Theme: {shown_name(names[2])}."
        await press(pilot, "T", "G", "enter")
        assert pilot.app.theme == names[-1]
        await press(pilot, "T", "enter")
        assert pilot.app.theme == names[-1]


async def test_annotations_are_hidden_and_shown_again(tmp_path: Path) -> None:
    def marked(pilot: Pilot[int]) -> set[str]:
        """The component styles in the rows of the window: colours besides those of plain text."""
        view = screen(pilot).view
        return {
            str(part.style.bgcolor)
            for y in range(view.size.height)
            for part in view.render_line(y)
            if part.style
        }

    source = tmp_path / "river.yaml"
    source.write_text(RIVER)
    async with remembering(source, tmp_path, (100, 30)) as (pilot, _):
        before = marked(pilot)
        assert len(before) > 1
        await press(pilot, "Z")
        assert len(marked(pilot)) == 1
        assert screen(pilot).status.message == "Annotations hidden; Z shows them."
    async with remembering(source, tmp_path, (100, 30)) as (pilot, _):
        assert len(marked(pilot)) == 1
        await press(pilot, "Z")
        assert marked(pilot) == before


async def test_a_link_is_chosen_from_the_list_and_opened(opened: list[str]) -> None:
    async with reading(LINKED) as pilot:
        await press(pilot, "L", "j", "enter")
        assert opened == ["https://example.org/two"]
        assert screen(pilot).status.message == "Opened https://example.org/two in the browser."
        await press(pilot, "L", "escape")
        assert len(opened) == 1


async def test_the_list_begins_at_the_link_nearest_to_the_place(opened: list[str]) -> None:
    filler = "  - A paragraph without anything.\n" * 40
    article = LINKED.replace(
        "paragraphs:\n", f"paragraphs:\n  - See [the first](https://first.org).\n{filler}"
    )
    async with reading(article, (100, 20)) as pilot:
        await press(pilot, *"30GL", "enter")
        assert opened == ["https://example.org/one"]
        await press(pilot, *"9GL", "enter")
        assert opened[1:] == ["https://first.org"]


AT_THE_PLACE = """\
title: What is at the place
markup: markdown
paragraphs:
  - "[The ledger](https://example.org/ledger) of Ada Okafor."
  - Ada Okafor left. See [the map](https://example.org/map).
  - “We woke up,” said Ada Okafor.
  - Nothing but [a link](https://example.org/link).
  - Nothing at all.
quotes:
  - {text: We woke up, speaker: Ada Okafor}
entities:
  - {name: Ada Okafor, type: person, about: A hydrologist.}
"""


async def test_enter_opens_the_link_or_chooses_the_name_or_quote_at_the_place(opened: list[str]) -> None:
    async with reading(AT_THE_PLACE) as pilot:
        reader = screen(pilot)
        await press(pilot, *"1G", "enter")
        assert dialog(pilot) == "LinksScreen"
        await press(pilot, "enter")
        assert opened == ["https://example.org/ledger"]
        await press(pilot, *"2G", "enter")
        assert "Ada Okafor 2/3" in status(pilot)
        await press(pilot, "escape", "escape", *"3G", "enter")
        assert "“ Ada Okafor 1/1" in status(pilot)
        await press(pilot, "escape", "escape", *"4G", "enter", "enter")
        assert opened[1:] == ["https://example.org/link"]
        await press(pilot, *"5G", "enter")
        assert reader.status.message == "Nothing to open here: a writes a note, L lists the links."


async def test_i_shows_the_card_of_the_name_or_of_the_speaker_of_the_quote_at_the_place() -> None:
    async with reading(AT_THE_PLACE) as pilot:
        for keys in ("2Gi", "3Gi"):
            await press(pilot, *keys)
            assert dialog(pilot) == "CardScreen"
            assert "Ada Okafor" in seen(pilot.app)
            await press(pilot, "escape")
        await press(pilot, *"5Gi")
        assert screen(pilot).status.message == "No name here: * chooses the next one, @ lists them."


@pytest.mark.slow
async def test_a_click_on_a_link_opens_the_list_at_it(opened: list[str]) -> None:
    async with reading(LINKED) as pilot:
        view = screen(pilot).view
        row = next(y for y, line in enumerate(rows(view)) if "the second" in line)
        column = rows(view)[row].index("the second")
        await pilot.click("#article", offset=(column + 2, row + view.gutter.top))
        assert dialog(pilot) == "LinksScreen"
        await press(pilot, "enter")
        assert opened == ["https://example.org/two"]


@pytest.mark.slow
async def test_a_click_on_a_name_or_quote_makes_it_the_active_set() -> None:
    async with reading() as pilot:
        reader = screen(pilot)
        lines = rows(reader.view)
        for words, label in (("The border", "“ J. Brandt"), ("J. Brandt", "J. Brandt")):
            row = next(y for y, line in enumerate(lines) if words in line)
            offset = (lines[row].index(words) + 3, row + reader.view.gutter.top)
            await pilot.click("#article", offset=offset)
            await pilot.pause()
            assert reader.session.active is not None
            assert reader.session.active.label == label
        before = reader.session.active
        await pilot.click("#article", offset=(0, 0))
        assert reader.session.active is before


async def test_an_article_without_links_or_source_says_so(opened: list[str]) -> None:
    async with reading() as pilot:
        await press(pilot, "L")
        assert screen(pilot).status.message == "This article has no links."
        await press(pilot, "o")
        assert screen(pilot).status.message == "The article has no source address."
        assert opened == []


async def test_the_source_opens_or_the_reason_is_shown(
    opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(LINKED) as pilot:
        await press(pilot, "o")
        assert opened == ["https://example.org/source"]
        monkeypatch.undo()
        monkeypatch.setattr("reader.ui.browser._require_browser", _no_browser)
        await press(pilot, "o")
        assert screen(pilot).status.message == "no browser here"


@pytest.mark.parametrize("size", [(60, 20), (160, 45)])
async def test_a_link_without_a_browser_is_shown_in_full_and_can_be_copied(
    size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing() -> None:
        raise webbrowser.Error("could not locate runnable browser")

    monkeypatch.setattr(webbrowser, "get", nothing)
    link = "https://example.org/" + "a-long-way/" * 12
    async with reading(LINKED.replace("https://example.org/source", link), size) as pilot:
        await press(pilot, "o")
        assert "".join(rows(pilot.app.screen.query_one("Address"))) == link
        await press(pilot, "escape")
        assert (screen(pilot).status.message, pilot.app.clipboard) == ("", "")
        await press(pilot, "o", "y")
        message = "Copied the link to the terminal's clipboard (OSC 52)."
        assert (screen(pilot).status.message, pilot.app.clipboard) == (message, link)


def _no_browser(url: str) -> None:
    from reader.errors import ReaderError

    raise ReaderError("no browser here")


@pytest.mark.slow
async def test_the_file_is_edited_and_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lent: list[str]
) -> None:
    file = tmp_path / "story.yaml"
    file.write_text(RIVER)
    monkeypatch.setenv("VISUAL", "sed -i 's/The day the river moved/Another title/'")
    async with reading(load(str(file))) as pilot:
        await press(pilot, "e")
        assert lent == ["lent"]
        assert "Another title" in "".join(rows(screen(pilot).view))
        assert screen(pilot).status.message.startswith("Reloaded")


async def test_a_bundled_article_is_edited_in_its_copy_in_the_library(
    monkeypatch: pytest.MonkeyPatch, lent: list[str]
) -> None:
    tour = bundled("content") / "tour.yaml"
    before = tour.read_bytes()
    monkeypatch.setenv("VISUAL", "sed -i 's/^title: .*/title: Mine/'")
    async with reading(load(str(tour))) as pilot:
        await press(pilot, "e")
        assert dialog(pilot) == "KeepQuestion"
        assert "Save the article to your library to edit it?" in " ".join(dialog_rows(pilot))
        await press(pilot, "escape")
        assert screen(pilot).status.message == "Not edited; the article is unchanged."
        assert (lent, library_folder().exists()) == ([], False)
        await press(pilot, "e", "enter")
        assert lent == ["lent"]
        assert screen(pilot).status.message.startswith("Reloaded")
        copy = screen(pilot).session.loaded.path
        assert copy is not None
        assert copy.parent == library_folder()
        assert "title: Mine\n" in copy.read_text(encoding="utf-8")
        assert screen(pilot).page.document.title == "Mine"
        await press(pilot, "e")
        assert lent == ["lent", "lent"]
    assert tour.read_bytes() == before


async def test_a_bundled_article_is_not_edited_where_the_library_cannot_be_written(
    monkeypatch: pytest.MonkeyPatch, lent: list[str]
) -> None:
    library_folder().parent.mkdir(parents=True)
    library_folder().write_text("A file where the folder belongs.")
    async with reading(load(str(bundled("content") / "tour.yaml"))) as pilot:
        await press(pilot, "e", "enter")
        assert "cannot be made" in screen(pilot).status.message
    assert lent == []


@pytest.mark.slow
async def test_the_requested_format_is_kept_after_an_edit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lent: list[str]
) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("# One\n\nThey *leave* at nine.\n")
    monkeypatch.setenv("VISUAL", "sed -i 's/nine/ten/'")
    async with reading(load(str(file), format="markdown")) as pilot:
        await press(pilot, "e")
        document = screen(pilot).page.document
        assert (document.title, document.blocks[0].text) == ("One", "They leave at ten.")


@pytest.mark.slow
async def test_the_whole_page_option_is_kept_after_an_edit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lent: list[str]
) -> None:
    file = tmp_path / "page.html"
    aside = b"<nav><p>Home</p><p>Weather and tides of the week, and what the fish cost.</p></nav>"
    file.write_bytes(PAGE.replace(b"<main>", aside + b"<main>"))
    whole = load(str(file), whole_page=True)
    assert len(whole.document.blocks) > len(load(str(file)).document.blocks)
    monkeypatch.setenv("VISUAL", "sed -i 's/nine/ten/'")
    async with reading(whole) as pilot:
        await press(pilot, "e")
        document = screen(pilot).page.document
        assert len(document.blocks) == len(whole.document.blocks)
        assert "ten" in " ".join(block.text for block in document.blocks)


async def test_an_article_that_cannot_be_edited_shows_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading() as pilot:
        await press(pilot, "e")
        assert "did not come from a file" in screen(pilot).status.message
    file = tmp_path / "story.yaml"
    file.write_text(RIVER)
    async with reading(load(str(file))) as pilot:
        await press(pilot, "e")
        assert screen(pilot).status.message == "no other program can be run in this terminal"
        await press(pilot, "j")


async def test_the_article_or_the_selection_is_piped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lent: list[str]
) -> None:
    monkeypatch.setenv("SHELL", "/bin/sh")
    monkeypatch.setattr("builtins.input", lambda: "")
    monkeypatch.chdir(tmp_path)
    command = "cat>out"
    async with reading() as pilot:
        await press(pilot, "vertical_line", *command, "enter")
        whole = (tmp_path / "out").read_text()
        assert "The day the river moved" in whole
        assert "Nobody knows." in whole
        await press(pilot, *"1Gv3e", "vertical_line", *command, "enter")
        assert (tmp_path / "out").read_text() == "On the last"
        assert screen(pilot).view.selected_spans() == ()
        await press(pilot, "vertical_line", "escape")
        assert lent == ["lent", "lent"]


async def test_a_pipe_that_cannot_be_run_says_why() -> None:
    async with reading() as pilot:
        await press(pilot, "vertical_line", *"wc", "enter")
        assert screen(pilot).status.message == "no other program can be run in this terminal"


async def test_choosing_in_the_match_list_sets_the_current_match() -> None:
    async with reading() as pilot:
        reader = screen(pilot)
        reader.choose_entity(entity_id(reader, "Ada Okafor"))
        await press(pilot, "l", "G", "enter")
        assert reader.session.active is not None
        assert (reader.session.active.position, reader.view.place.block) == (2, 6)
        await press(pilot, "l", "escape")
        assert reader.session.active.position == 2
        await press(pilot, "escape", "l")
        assert reader.status.message == "No matches to list: / searches, @ lists the names."


async def test_a_command_is_run_from_the_help() -> None:
    async with reading() as pilot:
        await press(pilot, "question_mark", *"theme", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ThemeScreen)
        await press(pilot, "escape", "f1", "escape")
        assert isinstance(pilot.app.screen, ReadingScreen)


@pytest.mark.slow
async def test_keys_and_resizes_in_a_dialog_keep_the_place_in_the_article() -> None:
    async with reading(size=(120, 20)) as pilot:
        view = screen(pilot).view
        await press(pilot, *"3G")
        place = view.place
        await press(pilot, "question_mark", "j", "down", "pagedown")
        await pilot.resize_terminal(60, 12)
        await pilot.pause()
        await press(pilot, "escape")
        assert view.place == place
        assert screen(pilot).has_class("-narrow")


@pytest.mark.parametrize("key", ["question_mark", "colon", "B"])
async def test_a_resize_under_another_screen_is_applied_on_return(key: str) -> None:
    async with reading(size=(160, 40)) as pilot:
        reader = screen(pilot)
        await press(pilot, key)
        assert pilot.app.screen is not reader
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        await press(pilot, "escape")
        await pilot.pause()
        assert screen(pilot) is reader
        assert reader.has_class("-narrow")
        assert reader.view.size.width > 50
        assert not reader.query_one("#side").display
