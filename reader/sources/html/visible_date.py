"""Find the date of publication in the text of a page, for pages whose metadata does not have it.

The places are the article's own header, the lines after its text, and its dateline. The date of an update is
only taken if there is no other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy

from reader.sources.dates import dates_in, iso_date
from reader.sources.html.article_header import Header, elsewhere
from reader.sources.html.dom import Node, words_of
from reader.sources.html.units import Unit
from reader.text.clean import clean_line

_UPDATED = re.compile(
    r"updat|modifi|revis|edited|aktualisiert|geändert|stand\b|mise? à jour|actualiza|aggiorna|atualiza"
    r"|bijgewerkt|gewijzigd|aktualizacja|zaktualizowan|обновл|изменен|更新|oppdatert|uppdaterad|opdateret",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"copyright|©|\(c\)|joined|registered|member since|expires|deadline|geboren|born\b|\*\s*$|until\s+$"
    r"|bis zum\s*$|from\s+$|since\s+$|next\b|event",
    re.IGNORECASE,
)
_LONGEST = 160  # characters of a line with the date of the article
_DATELINE = 70  # characters before the end of the date in a first paragraph
_DASH = re.compile(r"\s*[)\]]?[^.\n]{0,40}?(?:[-–—:]|\))\s")
_SKIPPED = "footer nav aside script style select option form noscript comment"
_BELOW = 3  # units with a signature and a date after the text


def day_comes_first(language: str) -> bool | None:
    """Whether 3/4/2015 is the third of April in a language; None if that is not known."""
    low = language.lower()
    if low in ("en-us", "en-ph", "en-ca"):
        return False
    if low[:2] in ("", "ja", "zh", "ko", "hu") or low == "en":
        return None
    return True


def visible_date(header: Header, language: str) -> str:
    """The date in the header of the article, after its text, or in its dateline; empty if there is none."""
    order = day_comes_first(language)
    later = ""
    for elements, lines in header.zones():
        if lines is header.lines_below:
            lines = lines[-_BELOW - 1 :]
        for is_updated, iso in _candidates(elements, lines, order):
            if not is_updated:
                return iso
            later = later or iso
        if later and elements is header.between:
            return later
        if elements is header.between and (iso := _dateline(header.first, order)):
            return iso
    return later


def _candidates(
    elements: Sequence[Node], lines: Sequence[Unit], order: bool | None
) -> Iterator[tuple[bool, str]]:
    """The dates of one place, the best marked first, each with whether it is that of an update."""
    marked = [(rank, e) for e in elements if (rank := _rank(e)) is not None]
    for _, element in sorted(marked, key=lambda one: one[0]):
        value = element.get("datetime") or element.get("content") or element.get("title") or ""
        iso = iso_date(value, anywhere=True)
        if not iso:
            iso = next((found.iso for found in dates_in(clean_line(words_of(element)[:200]), order)), "")
        if iso:
            yield _is_update(element), iso
    for unit in lines:
        for line in unit.text.split("\n"):
            yield from _of_line(clean_line(line), order)


def _rank(element: Node) -> int | None:
    """How sure an element marks a date, 0 being the best; None if it marks none."""
    names = element.get("class") or ""
    if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None:
        return 0
    if element.tag == "time":
        return 1 if "publish" in names else 2
    return 1 if element.tag == "abbr" and "published" in names else None


def _is_update(element: Node) -> bool:
    before = element.getprevious()
    parent = element.getparent()
    label = (before.tail if before is not None else parent.text if parent is not None else "") or ""
    if before is not None and not label.strip():
        label = words_of(before)[-40:]
    names = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
    if parent is not None and len(parent) == 1:
        names += f" {parent.get('class') or ''}"
    return _UPDATED.search(f"{names} {label[-40:]}") is not None


def _of_line(line: str, order: bool | None) -> Iterator[tuple[bool, str]]:
    if len(line) > _LONGEST or "(@" in line:  # the second is the line under an embedded post
        return
    at = 0
    for found in dates_in(line, order):
        label = line[at : found.start]
        at = found.end
        if not _ANOTHER.search(label):
            yield _UPDATED.search(label) is not None, found.iso


def _dateline(unit: Unit | None, order: bool | None) -> str:
    """The date at the beginning of a first paragraph: "SUND, Jan. 25, 2021 (CW) - Three …"."""
    if unit is None:
        return ""
    text = clean_line(unit.text[:200])
    found = next(iter(dates_in(text, order)), None)
    if found is None or found.end > _DATELINE or not _DASH.match(text, found.end):
        return ""
    return found.iso


def searched_date(root: Node, address: str) -> str:
    """The day that htmldate finds in the page without its parts for other stories; empty if it finds none.

    A first of January may be a mere year and is not taken. Does not change `root`.
    """
    from htmldate.core import find_date

    copy = deepcopy(root)
    for element in [e for e in copy.iter(*_SKIPPED.split(), "div", "section", "ul", "ol") if _is_skipped(e)]:
        if element.getparent() is not None:
            element.drop_tree()
    try:
        found = find_date(copy, extensive_search=False, original_date=True, url=address or None)
    except Exception:  # noqa: BLE001 - a page can make the parser raise anything; the date is optional
        return ""
    return "" if not found or found.endswith("-01-01") else iso_date(found)


def _is_skipped(element: Node) -> bool:
    if element.tag in _SKIPPED.split() or element.get("role") == "contentinfo":
        return True
    return elsewhere(element)
