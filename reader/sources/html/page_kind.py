"""Recognise the pages that are not an article, and read a page of links as a document that offers its links.

Owns the words of error pages, of checks for robots and of search pages, and the rule for lists of links.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from urllib.parse import urlsplit

from reader.model import Block, BlockKind, Inline, InlineKind
from reader.sources.html.boilerplate import is_label
from reader.sources.html.dom import Node
from reader.sources.html.unit_positions import UnitPositions
from reader.sources.html.units import Unit
from reader.sources.inline_ranges import safe_href, settle
from reader.text.clean import clean_line

_MISSING = re.compile(
    r"(?:error\s*)?404\b|\b(?:page|file|article|story|content) "
    r"(?:(?:was|is|could|can)\s?(?:not|n.t) (?:be )?)?"
    r"(?:not )?found\b|seite (?:wurde )?nicht gefunden|página no encontrada|no se encontró la página"
    r"|page (?:introuvable|non trouvée)|pagina non trovata|página não encontrada|pagina niet gevonden"
    r"|nie znaleziono strony|strona nie istnieje|страница не найдена|页面不存在|ページが見つかりません",
    re.IGNORECASE,
)
_CHECK = re.compile(
    r"just a moment|attention required|are you (?:a )?(?:human|robot)|verify(?:ing)? "
    r"(?:that )?you are (?:a )?human"
    r"|checking your browser|access denied|pardon our interruption|please enable (?:js|javascript|cookies)"
    r"|unusual traffic|security check|bot check|ddos-guard|request unsuccessful",
    re.IGNORECASE,
)
_SEARCH = re.compile(
    r"\bsearch results?\b|\bresults for\b|^search\b"
    r"|suchergebnis|resultados? d[ea] (?:la |tu )?(?:búsqueda|busca)"
    r"|résultats de (?:la |votre )?recherche|risultati d(?:ella|i) ricerca|zoekresultaten|wyniki wyszukiwania"
    r"|результаты поиска|搜索结果|検索結果",
    re.IGNORECASE,
)
_LONGEST_ERROR = 1500
"""The maximum characters of an error page, without its links. An article about errors is longer."""

_LONGEST_TEASER = 700  # characters
_FEWEST_LINKS = 8
_FEWEST_WORDS = 3
_FEWEST_SIGNS = 12  # characters, for scripts without blanks
_PROSE = 60
_MOST_LINKS = 400


def fault_of(units: Sequence[Unit], title: str) -> str:
    """What a page without an article says of itself: that it is missing, or that it checks for robots.

    Empty if it says neither.
    """
    size = sum(len(unit.text) for unit in units if unit.linked < 0.5 * len(unit.text))
    if size > _LONGEST_ERROR:
        return ""
    lines = [title, *(unit.text for unit in units if unit.kind is BlockKind.HEADING)]
    if any(len(line) < 120 and _CHECK.search(line) for line in lines):
        return (
            "is not an article: the site checks whether a person opens it; "
            "open the page in a browser, save it there and open the saved file"
        )
    if any(len(line) < 120 and _MISSING.search(line) for line in lines):
        return "is not an article: the site says that the page was not found; look at the address again"
    return ""


def link_list(
    units: Sequence[Unit], positions: UnitPositions, chosen: Sequence[int], title: str, url: str
) -> tuple[list[Block], str]:
    """The links of a page that is a list of links, and the note that says so.

    `chosen` are the indexes of the units that would be its article. Empty if the page is no such list.
    """
    heads = [i for i, unit in enumerate(units) if _is_headline(unit) and not positions.boilerplate[i]]
    if len({_href(units[i]) for i in heads}) < _FEWEST_LINKS or _is_article(units, positions, chosen, heads):
        return [], ""
    blocks: list[Block] = []
    seen: set[str] = set()
    waiting: Block | None = None  # a heading, until a link follows it
    for i, unit in enumerate(units):
        if positions.boilerplate[i]:
            continue
        href = _href(unit)
        if unit.kind is BlockKind.HEADING and not href:
            is_title = unit.level == 1 or is_label(unit.text)
            waiting = None if is_title else Block(clean_line(unit.text), BlockKind.HEADING, unit.level)
        elif _is_headline(unit) and href not in seen and len(seen) < _MOST_LINKS:
            if waiting is not None and waiting.text:
                blocks.append(waiting)
            waiting = None
            seen.add(href)
            text = clean_line(unit.text)
            link = settle(text, [Inline(0, len(text), InlineKind.LINK, href)])
            blocks.append(Block(text, BlockKind.ITEM, 1, inlines=link))
    path = urlsplit(url).path
    if _SEARCH.search(title):
        kind = "a page of search results"
    elif url and path in ("", "/"):
        kind = "a front page"
    else:
        kind = "a list of links"
    return blocks, f"This is {kind}, not an article: {len(seen)} links to other pages."


def _is_headline(unit: Unit) -> bool:
    """Whether a unit is the headline of another page: mostly one link of several words."""
    words = unit.text.split()
    is_long = len(words) >= _FEWEST_WORDS or (not unit.text.isascii() and len(unit.text) >= _FEWEST_SIGNS)
    return is_long and unit.linked > 0.8 * len(unit.text) and bool(_href(unit)) and not is_label(unit.text)


def _href(unit: Unit) -> str:
    """The address of the longest link of a unit; empty if it cannot be opened."""
    links = [i for i in unit.inlines if i.kind is InlineKind.LINK and safe_href(i.href)]
    return safe_href(max(links, key=lambda i: i.end - i.start).href) if links else ""


def _is_article(
    units: Sequence[Unit], positions: UnitPositions, chosen: Sequence[int], heads: Sequence[int]
) -> bool:
    """Whether the chosen text is an article rather than the summaries below the headlines of a list."""
    prose = [i for i in chosen if len(units[i].text) >= _PROSE and units[i].linked < 0.3 * len(units[i].text)]
    if not prose:
        return False
    boxes = _boxes_with_one_headline(units, positions, heads)
    own = sum(len(units[i].text) for i in prose if boxes.isdisjoint(positions.around[i]))
    return own > 0.35 * sum(len(units[i].text) for i in prose) or len(prose) > 4 * len(heads)


def _boxes_with_one_headline(
    units: Sequence[Unit], positions: UnitPositions, heads: Sequence[int]
) -> set[Node]:
    """The elements that hold one headline, with its summary: the teasers."""
    counts: Counter[Node] = Counter()
    sizes: Counter[Node] = Counter()
    for i in heads:
        counts.update(positions.around[i][-5:-1])
    for unit, chain in zip(units, positions.around, strict=True):
        sizes.update(dict.fromkeys(chain[-8:], len(unit.text)))
    return {element for element, count in counts.items() if count == 1 and sizes[element] <= _LONGEST_TEASER}
