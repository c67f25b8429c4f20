"""A tiny app that shows an article view or a ruler with the reader's tokens, and pages to show in them."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.model import Block, BlockKind, Document, Entity, EntityType, Inline, InlineKind, Quote, Span
from reader.reading.speakers import speaker_hues
from reader.text.layers import article_layers
from reader.text.page import Page, page
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.overview_ruler import OverviewRuler
from tests.plain_app import STYLES, PlainApp
from tests.ui.widgets.lines import rows


class Host(PlainApp):
    """Shows one widget and records its messages."""

    CSS_PATH = [STYLES / "app.tcss", STYLES / "article.tcss", STYLES / "ruler.tcss"]
    CSS = "ArticleView { margin: 0; min-width: 0; }"

    def __init__(self, widget: Widget) -> None:
        super().__init__()
        self.shown = widget
        self.heard: list[Message] = []

    def compose(self) -> ComposeResult:
        yield self.shown

    @on(ArticleView.Moved)
    @on(ArticleView.Clicked)
    @on(OverviewRuler.Chosen)
    def _hear(self, message: Message) -> None:
        self.heard.append(message)


def paragraphs(*texts: str, title: str = "T") -> Page:
    """A page of plain paragraphs under a title."""
    return page(Document(title, tuple(Block(text) for text in texts)))


def many(count: int) -> Page:
    """A page of `count` paragraphs of one row each."""
    return paragraphs(*(f"Paragraph {number}." for number in range(count)))


def every_kind() -> Page:
    """One block of each kind, a quote, an entity and every kind of markup."""
    blocks = (
        Block(
            "“We woke up,” said Ada, and code, a link and bold.",
            inlines=(
                Inline(19, 22, InlineKind.EMPHASIS),
                Inline(28, 32, InlineKind.CODE),
                Inline(36, 40, InlineKind.LINK, "https://example.org"),
                Inline(45, 49, InlineKind.STRONG),
            ),
        ),
        Block("A heading", BlockKind.HEADING, level=2),
        Block("A long item that has to go over to another row here", BlockKind.ITEM, level=1),
        Block("numbered", BlockKind.ITEM, level=1, marker="7."),
        Block("A block quote", BlockKind.QUOTE, level=1),
        Block("x = 1", BlockKind.CODE),
        Block("A caption", BlockKind.CAPTION),
        Block("日本語の段落と絵文字👩‍🌾です"),
    )
    document = Document(
        "T",
        blocks,
        quotes=(Quote("We woke up", (Span(0, 1, 11),), "Ada"),),
        entities=(Entity("Ada", EntityType.PERSON, mentions=(Span(0, 19, 22),)),),
    )
    return page(document, "A byline")


def article(shown: Page, measure: int = 72) -> ArticleView:
    """A view of a page with the layers that belong to it."""
    return ArticleView(shown, article_layers(shown.document, speaker_hues(shown.document)), measure=measure)


def row_with(widget: Widget, words: str) -> int:
    """The row that contains the words."""
    return next(y for y, row in enumerate(rows(widget)) if words in row)


def looks(strip: Strip, words: str) -> str:
    """The style of the segment that begins with these words, as Rich writes it."""
    return next(str(segment.style) for segment in strip if segment.text.startswith(words))


LONG = paragraphs(
    *(f"Paragraph {n} begins here and goes on. " + "More words follow. " * 12 for n in range(40))
)
"""Forty paragraphs of several rows each."""
