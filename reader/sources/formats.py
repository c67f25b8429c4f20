"""The formats of sources, and the file name suffixes that stand for them."""

from __future__ import annotations

import re
from enum import StrEnum
from os.path import splitext


class Format(StrEnum):
    """A format of a source; the first five can be read as an article."""

    YAML = "yaml"
    HTML = "html"
    MHTML = "mhtml"
    MARKDOWN = "markdown"
    PLAIN = "plain"
    PDF = "pdf"
    EPUB = "epub"
    ZIP = "zip"
    IMAGE = "image"
    BINARY = "binary"


_SUFFIXES: dict[str, Format] = {
    **dict.fromkeys((".yaml", ".yml"), Format.YAML),
    **dict.fromkeys((".html", ".htm", ".xhtml", ".xht", ".shtml"), Format.HTML),
    **dict.fromkeys((".mhtml", ".mht"), Format.MHTML),
    **dict.fromkeys((".md", ".markdown", ".mdown", ".mkd", ".mdwn", ".qmd", ".rmd"), Format.MARKDOWN),
    **dict.fromkeys((".txt", ".text", ".rst", ".asc", ".adoc", ".org", ".eml", ".log", ".me"), Format.PLAIN),
}
"""The suffixes of the text formats. All other formats are recognised by their bytes."""


def format_by_suffix(name: str) -> Format | None:
    """The text format that the suffix of a file name or web address stands for; None if it is unknown."""
    path = re.split(r"[?#]", name)[0] if "://" in name[:12] else name
    return _SUFFIXES.get(splitext(path)[1].lower())


def has_article_suffix(name: str) -> bool:
    """Whether the file name has the suffix of an article file."""
    return format_by_suffix(name) is Format.YAML
