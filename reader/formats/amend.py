"""Writing corrections into an article file that somebody made by hand."""

from __future__ import annotations

import re

from reader.errors import ReaderError
from reader.formats.article_yaml import read
from reader.formats.write_yaml import entities_section, quotes_section
from reader.model import Document
from reader.text.clean import clean_line


def amend(text: str, name: str, document: Document) -> str:
    """The file's text with its `quotes:` and `entities:` made those of `document`.

    Everything else stays as it is, byte for byte. `name` is how the file is called in messages. Raises
    ReaderError when the result would not read as `document`.
    """
    out = text
    for key, section, given in (
        ("quotes", quotes_section, document.quotes_given),
        ("entities", entities_section, document.entities_given),
    ):
        out = re.sub(rf"^{key}:.*\n?(?:[ #-].*\n|\n)*", "", out, flags=re.MULTILINE)
        if given:
            out = out.rstrip("\n") + "\n" + "\n".join(section(document)) + "\n"
    if read(out.encode("utf-8"), name).document != document:
        raise ReaderError(f"{clean_line(name)}: cannot be amended without loss; correct it by hand")
    return out
