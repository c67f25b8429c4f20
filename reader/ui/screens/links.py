"""The list of the article's links, which shows where each one leads before it is opened."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, NamedTuple

from textual import events, on
from textual.binding import BindingType
from textual.widget import Widget

from reader.keys.commands import Context
from reader.keys.keymap import DEFAULT_KEYMAP, Hint, Keymap
from reader.model import InlineKind, Place, Span
from reader.text.clean import clean_line
from reader.text.excerpt import flat
from reader.text.page import Page
from reader.text.wrap import chop
from reader.ui.bindings import bindings
from reader.ui.screens.dialog import Dialog
from reader.ui.widgets.item_source import ItemSource, ItemState
from reader.ui.widgets.line import Line
from reader.ui.widgets.picker import Picker, cursor_line
from reader.ui.widgets.text_row import Part, titled


class Link(NamedTuple):
    """One link: its place in the text, its words and its address."""

    span: Span
    text: str
    url: str


class LinkChoice(NamedTuple):
    """The address that was chosen, and whether to read it here rather than in the browser."""

    url: str
    here: bool = False


def links_of(page: Page) -> tuple[Link, ...]:
    """The links of the page in reading order."""
    return tuple(
        Link(Span(block, i.start, i.end), one.text[i.start : i.end], clean_line(i.href))
        for block, one in enumerate(page.document.blocks)
        for i in one.inlines
        if i.kind is InlineKind.LINK
    )


def nearest(links: Sequence[Link], place: Place) -> int:
    """The index of the link at a place, or of the nearest link, counted in blocks; 0 without links.

    Of two links at the same distance, the link after the place is the nearest, because it is read next.
    """

    def distance(index: int) -> tuple[int, bool, int]:
        span = links[index].span
        if span.block == place.block:
            behind = span.end <= place.offset
            return 0, behind, place.offset - span.end if behind else max(0, span.start - place.offset)
        behind = span.block < place.block
        return abs(span.block - place.block), behind, -span.end if behind else span.start

    return min(range(len(links)), key=distance, default=0)


def is_page(url: str) -> bool:
    """Whether `url` is the address of a web page, which can be opened in the reader."""
    return url.lower().startswith(("http://", "https://"))


def broken(url: str, width: int) -> list[str]:
    """An address in rows of `width` cells, the last of which may be shorter."""
    starts = chop(url, *(max(1, width),) * 2)
    return [url[a:b].rstrip() for a, b in zip(starts, [*starts[1:], len(url)], strict=True)]


class LinkItems(ItemSource):
    """A link takes a row for its words and as many rows as its address needs."""

    def __init__(self, links: Sequence[Link]) -> None:
        self._links = links
        self._indent = len(str(len(links))) + 4

    def count(self) -> int:
        """One item per link."""
        return len(self._links)

    def empty_text(self) -> str:
        """The text shown if the article has no links."""
        return "This article has no links."

    def lead(self, item: int) -> int:
        """A blank row between links."""
        return 1 if item else 0

    def heights(self, width: int) -> Iterable[int]:
        """The words, the rows of the address and the blank row above."""
        return (self.lead(item) + 1 + len(self._address(item, width)) for item in range(len(self._links)))

    def _address(self, item: int, width: int) -> list[str]:
        return broken(self._links[item].url, width - self._indent)

    def paint(self, item: int, width: int, state: ItemState) -> Sequence[Line]:
        """Number and words, then the address."""
        dim = state.style("list--dim")
        rows = [state.line(width)] * self.lead(item)
        first = cursor_line(state, width)
        first.right(str(item + 1), dim, self._indent - 2).to(self._indent)
        words = flat(self._links[item].text, first.room) or "(no words)"
        rows.append(first.add(words, state.style("picker--link")))
        for part in self._address(item, width):
            rows.append(cursor_line(state, width).to(self._indent).add(part, dim))
        return rows


class LinksScreen(Dialog[LinkChoice]):
    """Lists the links. Ends with the chosen one, or with None."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Context.LINKS)

    HINTS: ClassVar[tuple[Hint, ...]] = (
        Hint("list.choose", "in the browser", "1 2 3"),
        Hint("links.read_here", "read here"),
        Hint("dialog.close", "close"),
    )
    INNER: ClassVar[tuple[Context, ...]] = (Context.LIST,)

    def __init__(self, page: Page, at: Place | None = None, keymap: Keymap = DEFAULT_KEYMAP) -> None:
        super().__init__(keymap)
        self._links = links_of(page)
        self._at = 0 if at is None else nearest(self._links, at)
        self._digits = ""

    def heading(self) -> Iterable[Part]:
        """The title and the number of links."""
        return titled("Links", len(self._links))

    def body(self) -> Iterable[Widget]:
        """The links, with the cursor on the link nearest to the place."""
        yield Picker(LinkItems(self._links), cursor=self._at, id="links")

    def on_mount(self) -> None:
        """Update the keys when the cursor moves: not every link can be opened in the reader."""
        self.watch(self.query_one("#links", Picker), "cursor", self._show_keys, init=False)

    def _show_keys(self) -> None:
        if not self._digits:
            self.hint(())

    def hints(self) -> Iterable[Hint]:
        """The keys that work: only a web page can be opened in the reader."""
        listed = self.query("#links")
        at = listed.first(Picker).cursor if listed else self._at
        here = bool(self._links) and is_page(self._links[at].url)
        return (hint for hint in self.HINTS if here or hint.commands != "links.read_here")

    @on(Picker.Chosen)
    def _chosen(self, event: Picker.Chosen) -> None:
        event.stop()
        self.dismiss(LinkChoice(self._links[event.index].url))

    def action_read_here(self) -> None:
        """Open the link under the cursor in the reader."""
        links = self.query_one("#links", Picker)
        if self._links:
            self.dismiss(LinkChoice(self._links[links.cursor].url, here=True))

    def on_key(self, event: events.Key) -> None:
        """Choose a link by its number: at once if no longer number is possible, otherwise with Enter."""
        digit = event.character if event.character and event.character in "0123456789" else ""
        if not digit:
            self._digits = ""
            self.hint(())
            return
        event.stop()
        number = int(self._digits + digit)
        if not 1 <= number <= len(self._links):
            self._digits = ""
            self.hint(((f"There is no link {number}.", "here"),))
            return
        self._digits = str(number)
        self.query_one("#links", Picker).action_cursor_to(number - 1)
        if number * 10 > len(self._links):
            self.dismiss(LinkChoice(self._links[number - 1].url))
        else:
            self.hint(
                (
                    (self._digits, "here"),
                    (f"  {self.keymap.key('list.choose')} opens it, another digit goes on", "dim"),
                )
            )
