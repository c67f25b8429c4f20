"""Read the JSON-LD metadata of a page.

Owns the choice of the article among the described things, and the reading of its values in any shape.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from reader.sources.html.dom import Node

Thing = Mapping[str, Any]

_ARTICLE = re.compile(
    r"(?:article|posting|report|story|review|essay|column|recipe|howto|chapter|message)$", re.IGNORECASE
)
_PAGE = re.compile(r"(?:webpage|itempage|faqpage|qapage|question)$", re.IGNORECASE)
_SITE = re.compile(r"^WebSite$")
_ORGANISATION = re.compile(r"(?:organization|corporation|business)$", re.IGNORECASE)
_WRAPPED = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*$")
_MOST = 2_000  # things of one page
_LONGEST = 2_000_000  # characters of one script


class JsonLd:
    """The things that a page describes. `article` is the article of the page, or empty."""

    def __init__(self, root: Node) -> None:
        things: list[Thing] = []
        for script in root.iter("script"):
            if (
                "ld+json" in (script.get("type") or "").lower()
                and script.text
                and len(script.text) < _LONGEST
            ):
                for thing in _things(_read(script.text)):
                    things.append(thing)
                    if len(things) >= _MOST:
                        break
        self._by_id = {
            thing["@id"]: thing for thing in things if isinstance(thing.get("@id"), str) and len(thing) > 1
        }
        articles = [thing for thing in things if _is(thing, _ARTICLE)]
        # If there are several, the article of the page has the most keys; the others are teasers.
        rank = ("headline", "datePublished", "author", "articleBody", "mainEntityOfPage")
        articles.sort(key=lambda thing: -sum(key in thing for key in rank))
        pages = [thing for thing in things if _is(thing, _PAGE)]
        self.article: Thing = articles[0] if articles else {}
        self.page: Thing = pages[0] if pages else {}
        self._sites = [thing for thing in things if _is(thing, _SITE)]

    @property
    def site(self) -> str:
        """The name of the website that the page describes; empty if there is none."""
        stated = (thing.get("name") for thing in self._sites)
        return next((unescape(name) for name in stated if isinstance(name, str) and name.strip()), "")

    def own(self, key: str) -> str:
        """The text that `key` has in the article itself; empty if it has none."""
        value = self.article.get(key)
        return unescape(unescape(value)) if isinstance(value, str) else ""

    def people(self, key: str) -> list[str]:
        """The values of `key` as text, without those that the page describes as organisations."""
        return self.texts(key, without=_ORGANISATION)

    def texts(self, key: str, without: re.Pattern[str] | None = None) -> list[str]:
        """The values of `key` as text. A value may be a text, a thing with a name, or a list of these.

        Things whose type matches `without` are left out.
        """
        found = self.article.get(key) or self.page.get(key)
        out = []
        for value in found if isinstance(found, list) else [found]:
            thing = self._by_id.get(value.get("@id"), value) if isinstance(value, dict) else value
            if without is not None and isinstance(thing, Mapping) and _is(thing, without):
                continue
            if isinstance(thing, Mapping):
                thing = thing.get("name") or thing.get("@value") or thing.get("url")
                if isinstance(thing, list):
                    thing = thing[0] if thing else ""
            if isinstance(thing, str) and thing.strip():
                out.append(unescape(unescape(thing)))
        return out

    def text(self, key: str) -> str:
        """The first value of `key`; empty if `key` has no value."""
        return next(iter(self.texts(key)), "")

    @property
    def is_closed(self) -> bool:
        """Whether the page states that its text is not free to read."""
        is_free = self.article.get("isAccessibleForFree", self.page.get("isAccessibleForFree"))
        return str(is_free).lower() in ("false", "no")


def _is(thing: Thing, kind: re.Pattern[str]) -> bool:
    types = thing.get("@type")
    return any(
        isinstance(name, str) and kind.search(name)
        for name in (types if isinstance(types, list) else [types])
    )


def _read(text: str) -> object:
    text = _WRAPPED.sub("", text.strip()).strip()
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _things(value: object, depth: int = 0) -> Iterator[Thing]:
    if isinstance(value, list):
        for part in value[:_MOST]:
            yield from _things(part, depth)
    elif isinstance(value, dict):
        if "@type" in value or "@id" in value:
            yield value
        if depth < 3:
            for key in (
                "@graph",
                "mainEntity",
                "mainEntityOfPage",
                "author",
                "publisher",
                "hasPart",
                "itemReviewed",
            ):
                if isinstance(value.get(key), (dict, list)):
                    yield from _things(value[key], depth + 1)
