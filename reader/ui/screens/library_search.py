"""The search in all articles of the library.

Owns which hits are listed and how a hit is shown. Searching and indexing are jobs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Input

from reader.errors import ReaderError
from reader.keys.commands import Context
from reader.keys.keymap import DEFAULT_KEYMAP, Hint, Keymap
from reader.library.index.refresh import Changes
from reader.library.open_index import OpenIndex
from reader.library.query import Scope, parse
from reader.library.search import FoundArticle, Hit, Results
from reader.model import Span
from reader.reading.target import Found, Target
from reader.terminal.size import is_outdated
from reader.text.excerpt import flat
from reader.text.headline import display_date
from reader.text.snippet import snippet
from reader.ui.bindings import bindings
from reader.ui.jobs import Job, Jobs
from reader.ui.messages import PassageChosen
from reader.ui.screens.dialog import SMALL
from reader.ui.theme import style_sheets
from reader.ui.widgets.glyphs import SIGNS
from reader.ui.widgets.item_source import ItemSource, ItemState
from reader.ui.widgets.line import Line
from reader.ui.widgets.line_input import LineInput
from reader.ui.widgets.picker import INDENT, Picker, cursor_line
from reader.ui.widgets.text_row import Part, TextRow, keys

STYLES = (*style_sheets.DIALOGS, "library", "library_search")

HITS_OF_ARTICLE = 4
"""The most hits of an article that are listed. All of them are stepped through in the article."""

PAGE = 30
"""Articles whose hits are read at a time."""

NUMBER = 7
"""Cells for the paragraph number of a hit."""

EXAMPLES = (
    ("river treaty", "articles with both words"),
    ('"the river moved"', "these words one after the other"),
    ("econom*", "words that begin like this"),
    ("river -flood", "not with this word"),
    ("river OR canal", "one of the two words"),
    ("speaker:okafor survey", "what Okafor said about the survey"),
    ("entity:danube", "articles that name it"),
    ("in:quotes border", "only in quotes; also in:text, in:notes, in:titles"),
    ("has:notes", "articles with notes; also has:highlights, has:quotes"),
    ("tag:follow-up", "articles with this tag"),
    ("source:example", "articles of this publication"),
    ("after:2015-05 before:2016", "articles of this time"),
)
"""The query language, shown while nothing is typed. Each example can be chosen."""


class HitRow(NamedTuple):
    """One row of the list: a hit, or an article without hits if `hit` is None.

    `is_first` is True for the first row of an article. `n_more` hits of the article are not listed.
    """

    article: FoundArticle
    hit: Hit | None
    is_first: bool
    n_more: int = 0


def rows_of(article: FoundArticle) -> list[HitRow]:
    """The rows of an article. The title, which stands above them, is a row only if nothing else was found."""
    hits = [hit for hit in article.hits if hit.scope is not Scope.TITLES] or article.hits[:1]
    shown = hits[:HITS_OF_ARTICLE]
    if not shown:
        return [HitRow(article, None, is_first=True)]
    rows = [HitRow(article, hit, is_first=index == 0) for index, hit in enumerate(shown)]
    rows[-1] = rows[-1]._replace(n_more=len(hits) - len(shown))
    return rows


class HitItems(ItemSource):
    """The hits, grouped by article. The title of the article stands above its first hit."""

    def __init__(self) -> None:
        self.rows: tuple[HitRow, ...] = ()
        self.empty = ""

    def count(self) -> int:
        """One item per hit, and one per article without hits."""
        return len(self.rows)

    def empty_text(self) -> str:
        """The text shown if nothing was found, or while the first search runs."""
        return self.empty

    def lead(self, item: int) -> int:
        """The title of the article above its first hit, and a blank row between articles."""
        return (2 if item else 1) if self.rows[item].is_first else 0

    def heights(self, width: int) -> Iterable[int]:
        """One row each, the lead rows, and one row for the hits that are not listed."""
        for item, row in enumerate(self.rows):
            yield self.lead(item) + 1 + bool(row.n_more)

    def paint(self, item: int, width: int, state: ItemState) -> Sequence[Line]:
        """The title with source and date, then the paragraph number and the words in their sentence."""
        row = self.rows[item]
        dim, strong = state.style("list--dim"), state.style("list--strong")
        lines = [state.line(width)] * (1 if item and row.is_first else 0)
        if row.is_first:
            about = " · ".join(
                filter(None, (flat(row.article.source, 40), display_date(row.article.published)))
            )
            title = state.line(width).to(INDENT)
            room = title.room - (len(about) + 2 if len(about) < width // 2 else 0)
            lines.append(title.add(flat(row.article.title, room), strong).right(about, dim, width))
        line = cursor_line(state, width).to(INDENT)
        if row.hit is None:
            lines.append(line.add("the whole article", dim))
        else:
            lines.append(self._hit_line(row.hit, line, width, state))
        if row.n_more:
            lines.append(state.line(width).to(INDENT + NUMBER).add(f"{row.n_more:,} more", dim))
        return lines

    @staticmethod
    def _hit_line(hit: Hit, line: Line, width: int, state: ItemState) -> Line:
        signs = {Scope.NOTES: SIGNS.note, Scope.TITLES: ""}
        place = f"{SIGNS.paragraph} {hit.number}" if hit.number else ""
        if width > 4 * NUMBER:
            line.add(f"{place} {signs.get(hit.scope, '')}".rstrip(), state.style("list--dim"))
            line.to(INDENT + NUMBER)
        start, end = hit.sentence
        before, match, after = snippet(
            hit.context[start:end], hit.at[0] - start, hit.at[1] - start, line.room
        )
        words = state.style("list--text")
        return line.add(before, words).add(match, state.style("picker--match")).add(after, words)


class ExampleItems(ItemSource):
    """The query language by examples."""

    def count(self) -> int:
        """One item per example."""
        return len(EXAMPLES)

    def heights(self, width: int) -> Iterable[int]:
        """One row each."""
        return [1] * len(EXAMPLES)

    def paint(self, item: int, width: int, state: ItemState) -> Sequence[Line]:
        """The example and what it finds."""
        example, meaning = EXAMPLES[item]
        column = INDENT + 2 + max(len(one) for one, _ in EXAMPLES)
        line = cursor_line(state, width).add(example, state.style("list--strong"))
        if width >= column + 16:
            line.to(column).add(meaning, state.style("list--dim"))
        return [line]


class LibrarySearchScreen(Screen[None]):
    """Searches in all articles as the user types. Posts `PassageChosen`; ends with None."""

    CSS_PATH = [*style_sheets.paths(STYLES)]

    BINDINGS: ClassVar[list[BindingType]] = bindings(Context.LIBRARY_SEARCH, Context.FIELD)

    OPEN, MOVE = Hint("field.submit", "open"), Hint("hits.up hits.down", "move")
    BACK = Hint("hits.back", "back")

    def __init__(self, index: OpenIndex, words: str = "", keymap: Keymap = DEFAULT_KEYMAP) -> None:
        """`words` is the query to begin with."""
        super().__init__()
        self._index, self._keys, self._words = index, keymap, words
        self._items, self._examples = HitItems(), ExampleItems()
        self._jobs = Jobs(self)
        self._results: Results | None = None
        self._n_read = 0
        """Articles of the results whose hits are listed or were read."""
        self._progress = ""
        self._fault = ""

    def compose(self) -> ComposeResult:
        style_sheets.read(self.app, STYLES)
        with Vertical(id="library-search"):
            yield TextRow((("Search in all articles", "title"),), id="library-search-title")
            yield LineInput(self._words, 'words, "a phrase", speaker:name, after:2020', id="library-query")
            yield TextRow(id="library-search-note")
            yield Picker(self._examples, id="found")
            yield TextRow(id="library-search-hints")

    def on_mount(self) -> None:
        """Focus the field, bring the index in step with the files, and search for the words."""
        self._picker.can_focus = False  # the keys go to the field
        self._field.cursor_position = len(self._words)
        self._field.focus()
        self._show_state()
        self._refresh_index()
        if self._words:
            self._search()

    def on_unmount(self) -> None:
        """Cancel the work."""
        self._jobs.cancel_all()

    def on_resize(self, event: events.Resize) -> None:
        """Leave out blank rows in a small window."""
        if is_outdated(event, self.app.size):
            return
        self.set_class(event.size.width < SMALL[0] or event.size.height < SMALL[1], "-full-screen")

    @property
    def _picker(self) -> Picker:
        return self.query_one("#found", Picker)

    @property
    def _field(self) -> LineInput:
        return self.query_one("#library-query", LineInput)

    @on(Jobs.Report)
    def _job_reported(self, event: Jobs.Report) -> None:
        event.stop()
        event.deliver()

    # -- the index ---------------------------------------------------------------------------------

    def _refresh_index(self) -> None:
        """Index new and changed articles. What is found then is added to the list."""

        def work(job: Job[Changes]) -> Changes:
            def progress(done: int, total: int) -> None:
                if total and (done % 25 == 0 or done == total):
                    job.report(lambda: self._show_progress(done, total))

            return self._index.refresh(progress, job.check)

        def done(changes: Changes | ReaderError) -> None:
            self._progress = ""
            if isinstance(changes, ReaderError):
                self._fault = str(changes)
            elif changes.any and self._field.value.strip():
                self._search(again=True)
            self._show_state()

        self._jobs.submit("index", work, done)

    def _show_progress(self, done: int, total: int) -> None:
        self._progress = f"Indexing {done:,} of {total:,}" if done < total else ""
        self._show_state()

    # -- searching ---------------------------------------------------------------------------------

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._search()

    def _search(self, *, again: bool = False) -> None:
        """Search for the words in the field. With `again` the cursor stays on its hit if it can."""
        text = self._field.value
        if not parse(text).groups:
            self._jobs.cancel("search")
            self._results, self._items.rows = None, ()
            self._show_items(self._examples)
            return
        kept = self._picker.cursor if again else 0

        def work(job: Job[tuple[Results, list[HitRow]]]) -> tuple[Results, list[HitRow]]:
            results = self._index.search(text)
            job.check()
            return results, _read(results, 0)

        def done(found: tuple[Results, list[HitRow]] | ReaderError) -> None:
            if isinstance(found, ReaderError):
                self._fault = str(found)
                self._show_state()
                return
            self._fault = ""
            self._results, rows = found
            self._n_read = PAGE
            self._items.rows = tuple(rows)
            self._items.empty = "  No article has this."
            self._show_items(self._items, kept)

        self._jobs.submit("search", work, done)

    def _read_more(self) -> None:
        """Read the hits of the next articles when the cursor comes near the end of the list."""
        results, first = self._results, self._n_read
        near_end = self._picker.cursor + PAGE > self._items.count()
        if results is None or first >= len(results) or not near_end:
            return
        self._n_read += PAGE

        def done(rows: list[HitRow] | ReaderError) -> None:
            if not isinstance(rows, ReaderError) and self._results is results:
                self._items.rows = (*self._items.rows, *rows)
                self._show_items(self._items, self._picker.cursor)

        self._jobs.submit("more", lambda _: _read(results, first), done)

    def _show_items(self, items: ItemSource, cursor: int = 0) -> None:
        self._picker.items = items
        self._picker.items_changed()
        self._picker.put_cursor(max(0, min(cursor, items.count() - 1)))
        self._show_state()

    def _show_state(self) -> None:
        """Show the number of articles, the progress of the index, remarks, and the keys that work now."""
        parts: list[Part] = [("Search in all articles", "title")]
        if self._results is not None:
            n = len(self._results)
            parts.append((f"  {n:,} {'article' if n == 1 else 'articles'}", "dim"))
        if self._progress:
            parts.append((f"  {self._progress} …", "dim"))
        self.query_one("#library-search-title", TextRow).show(parts)
        note = "; ".join(filter(None, (self._fault, *parse(self._field.value).remarks)))
        self.query_one("#library-search-note", TextRow).show(((note, "here"),))
        moving = (self.OPEN, self.MOVE) if self._picker.items.count() else ()
        shown = self._keys.hints((*moving, self.BACK), Context.FIELD)
        self.query_one("#library-search-hints", TextRow).show(keys(shown))

    # -- keys --------------------------------------------------------------------------------------

    def action_back(self) -> None:
        """Close the search."""
        self.dismiss(None)

    def action_step(self, steps: int) -> None:
        """Move the cursor of the list while the field has the focus."""
        self._picker.action_cursor(steps)
        self._read_more()

    def action_page(self, pages: int) -> None:
        """Move the cursor of the list by pages while the field has the focus."""
        self._picker.action_cursor_page(pages)
        self._read_more()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self._picker.action_choose()

    @on(Picker.Chosen)
    def _chosen(self, event: Picker.Chosen) -> None:
        event.stop()
        if self._picker.items is self._examples:
            self._field.value = EXAMPLES[event.index][0]
            self._field.cursor_position = len(self._field.value)
            return
        row = self._items.rows[event.index]
        self.post_message(PassageChosen(row.article.path, self._target(row)))

    def _target(self, row: HitRow) -> Target | None:
        """Where the article opens. Hits in the text become the active set; a quote or note opens itself."""
        query = parse(self._field.value)
        if row.hit is None:
            return None
        if row.hit.scope is Scope.NOTES or (row.hit.scope is Scope.QUOTES and not query.terms):
            return None if row.hit.target is None or isinstance(row.hit.target, Span) else row.hit.target
        return Found(row.hit.span, " ".join(self._field.value.split()), query.terms)


def _read(results: Results, first: int) -> list[HitRow]:
    """The rows of a page of articles. Raises IndexFileError."""
    return [row for article in results.page(first, first + PAGE) for row in rows_of(article)]
