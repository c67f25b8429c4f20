"""Complete the metadata of a page with what the header of its article shows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from reader.sources.html.article_header import Header
from reader.sources.html.dom import Node
from reader.sources.html.kicker import kicker_of
from reader.sources.html.metadata import Metadata, date_in_address
from reader.sources.html.standfirst import standfirst_of
from reader.sources.html.units import Unit
from reader.sources.html.visible_byline import visible_authors
from reader.sources.html.visible_date import searched_date, visible_date

_APART = (
    3  # days between the date in the address and the same date on the page, in another time zone or edition
)


def completed(about: Metadata, header: Header, body: Sequence[Unit], root: Node) -> Metadata:
    """The metadata with the kicker, standfirst, authors and date that the page shows. `body` is the text."""
    kicker = kicker_of(header, about.sections, about.title, about.site, root)
    authors = about.authors
    if not authors or all(_is_account(name) for name in authors):
        authors = visible_authors(header, (about.site, kicker)) or authors
    standfirst = standfirst_of(header, body, about, authors)
    return about._replace(
        kicker=kicker,
        authors=authors,
        standfirst=standfirst.text,
        lead=standfirst.in_body,
        published=about.published or _published(header, about, root),
    )


def _is_account(name: str) -> bool:
    """Whether a name is that of a user account, such as "jlund"."""
    return " " not in name and name.isascii() and name.islower()


def _published(header: Header, about: Metadata, root: Node) -> str:
    """The date that the page shows or that the address has if the two differ; else htmldate's."""
    stated = date_in_address(about.url)
    shown = visible_date(header, about.language)
    if stated and shown and abs((_day(stated) - _day(shown)).days) > _APART:
        return stated
    return shown or stated or searched_date(root, about.url)


def _day(iso: str) -> date:
    return date.fromisoformat(iso[:10])
