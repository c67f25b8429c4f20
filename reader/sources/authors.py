"""Find the names of the authors in a byline or in front matter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from reader.text.clean import clean_line

_BETWEEN = re.compile(r"\s*;\s*|\s+(?:and|&)\s+")
_MAIL_ADDRESS = re.compile(r"\s*[<(][^<>()\s]*@[^<>()\s]*[>)]\s*")


def authors_of(value: Any) -> tuple[str, ...]:
    """The names of the authors in `value`; empty if `value` names no author.

    `value` is a text with one or more names, a mapping with a `name`, or a list of these.
    """
    if isinstance(value, Mapping):
        value = value.get("name") or ""
    if isinstance(value, list | tuple):
        found = [name for item in value for name in authors_of(item)]
    elif isinstance(value, str):
        line = _MAIL_ADDRESS.sub("", clean_line(value)).removeprefix("by ").removeprefix("By ")
        names = [name.strip(" ,") for name in _BETWEEN.split(line)]
        parts = [part.strip() for name in names for part in name.split(",")]
        # “Okafor, Ada” is one name; “Ada Okafor, J. Brandt” is two names.
        names = parts if all(" " in part for part in parts) else names
        found = [clean_line(name.replace("[[", "").replace("]]", "")) for name in names]
    else:
        found = []
    return tuple(dict.fromkeys(filter(None, found)))
