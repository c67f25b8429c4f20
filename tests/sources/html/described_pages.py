"""Pages that imitate the markup of publishing systems, with what each says of itself, and their scores.

The pages are in `tests/data/described`. A page is a line "=== name", lines with the expected values, and the
HTML. `{en}` stands for three paragraphs in that language, `{en-cut}` for their beginning, cut as a program
cuts it.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from reader.model import Document
from reader.sources.html.article import read_page

FIELDS = ("title", "standfirst", "authors", "day", "kicker", "source")

_FILES = Path(__file__).parents[2] / "data" / "described"
_START = re.compile(r"^=== (.+)\n", re.MULTILINE)
_VALUE = re.compile(r"([a-z]+): (.*)\n")


class Page(NamedTuple):
    """A page and what it says of itself. An absent value is "none".

    `lead`: the standfirst is also the first paragraph of the text.
    """

    name: str
    wanted: dict[str, str]
    html: str

    def document(self) -> Document:
        """The article of the page."""
        return read_page(self.html, self.name, self.wanted["url"], "", False)


def pages() -> list[Page]:
    """All pages, in the order of the files."""
    out = []
    for file in sorted(_FILES.glob("*.txt")):
        _, *parts = _START.split(file.read_text(encoding="utf-8"))
        for name, part in zip(parts[::2], parts[1::2], strict=True):
            wanted, at = {}, 0
            while match := _VALUE.match(part, at):
                wanted[match[1]], at = match[2], match.end()
            out.append(Page(name, wanted, _filled(part[at:])))
    return out


@cache
def _paragraphs() -> dict[str, list[str]]:
    """The paragraphs of each language."""
    out: dict[str, list[str]] = {}
    for line in (_FILES / "paragraphs.list").read_text(encoding="utf-8").splitlines():
        language, _, text = line.partition(": ")
        out.setdefault(language, []).append(text)
    return out


def _filled(html: str) -> str:
    for language, texts in _paragraphs().items():
        html = html.replace(f"{{{language}}}", "".join(f"<p>{text}</p>" for text in texts))
        html = html.replace(f"{{{language}-cut}}", texts[0] + " " + texts[1][:20] + "…")
    return html


def found_in(document: Document) -> dict[str, str]:
    """The values of a document in the form of the expected values."""
    values = {
        "title": document.title,
        "standfirst": document.standfirst,
        "authors": " | ".join(document.authors),
        "day": document.published[:10],
        "kicker": document.kicker,
        "source": document.source.name if document.source else "",
    }
    return {field: value or "none" for field, value in values.items()}


def faults(all_pages: list[Page]) -> dict[str, list[str]]:
    """The faults of each field: "page: found, expected". Titles are compared without case."""
    out: dict[str, list[str]] = {field: [] for field in (*FIELDS, "lead")}
    for page in all_pages:
        document = page.document()
        found = found_in(document)
        for field in FIELDS:
            wanted = page.wanted[field]
            if found[field].casefold() != wanted.casefold():
                out[field].append(f"{page.name}: {found[field]!r}, expected {wanted!r}")
        if "lead" in page.wanted and document.blocks[0].text != page.wanted["standfirst"]:
            out["lead"].append(f"{page.name}: the body begins {document.blocks[0].text[:60]!r}")
    return out
