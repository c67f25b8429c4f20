"""Messages of screens and widgets that are imported after the screen or app that handles them.

A panel is mounted after the first frame, and its module is imported then. `@on` needs the class of the
message earlier, so these classes are not inside the widgets that post them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from pathlib import Path

    from reader.errors import ReaderError
    from reader.model import EntityId, QuoteId
    from reader.reading.target import Target
    from reader.sources.open import Loaded
    from reader.text.search import Query


class BackAsked(Message):
    """Go back to the screen or article before this one; `otherwise` is the message on the first one."""

    def __init__(self, otherwise: str) -> None:
        super().__init__()
        self.otherwise = otherwise


class AddressAsked(Message):
    """Open the page at an address in the reader."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.url = url


class ArticleChosen(Message):
    """An article was chosen in the library, which is the only screen; `path` is None to leave."""

    def __init__(self, path: Path | None) -> None:
        super().__init__()
        self.path = path


class PassageChosen(Message):
    """A place in an article of the library was chosen. The article opens there over the present screen."""

    def __init__(self, path: Path, target: Target | None) -> None:
        super().__init__()
        self.path = path
        self.target = target


class RecordAsked(Message):
    """Show what a person said in all articles. `name` is their name in an article."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name


class ArticlesNamingAsked(Message):
    """Search for the articles that name a person, place or thing."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name


class LoadingEnded(Message):
    """The article that the reader was started with is loaded, or `fault` says why not."""

    def __init__(self, loaded: Loaded | None, fault: ReaderError | None = None) -> None:
        super().__init__()
        self.loaded = loaded
        self.fault = fault


class Copied(Message):
    """A text was copied. `where` is the destination for the message, which may be empty, or the error."""

    def __init__(self, where: str | ReaderError) -> None:
        super().__init__()
        self.where = where


class BlockChosen(Message):
    """A paragraph or heading was chosen in the navigator. `block` is its index in the document."""

    def __init__(self, block: int) -> None:
        super().__init__()
        self.block = block


class QuoteChosen(Message):
    """A quote was chosen in the quotes panel."""

    def __init__(self, quote: QuoteId) -> None:
        super().__init__()
        self.quote = quote


class SpeakerFiltered(Message):
    """The quotes panel lists one speaker's quotes, or all quotes again (`speaker` None)."""

    def __init__(self, speaker: str | None) -> None:
        super().__init__()
        self.speaker = speaker


class SpeakerCardAsked(Message):
    """The card of a speaker was requested. `speaker` is a name, or empty for an unknown speaker."""

    def __init__(self, speaker: str) -> None:
        super().__init__()
        self.speaker = speaker


class EntityChosen(Message):
    """An entity was chosen in the sidebar."""

    def __init__(self, entity: EntityId) -> None:
        super().__init__()
        self.entity = entity


class EntityCardAsked(Message):
    """The card of an entity was requested."""

    def __init__(self, entity: EntityId) -> None:
        super().__init__()
        self.entity = entity


class QueryChanged(Message):
    """The words or the options in the search bar changed."""

    def __init__(self, query: Query) -> None:
        super().__init__()
        self.query = query


class QuerySubmitted(Message):
    """Enter was pressed in the search bar. The query may be empty."""

    def __init__(self, query: Query) -> None:
        super().__init__()
        self.query = query


class SearchCancelled(Message):
    """Escape was pressed in the search bar."""
