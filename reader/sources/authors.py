"""The names of authors, out of what a text or its front matter says of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from reader.text.clean import clean_line

_BETWEEN = re.compile(r"\s*;\s*|\s+(?:and|&)\s+")
_ADDRESS = re.compile(r"\s*[<(][^<>()\s]*@[^<>()\s]*[>)]\s*")


def authors_of(value: Any) -> tuple[str, ...]:
    """The names in a value: a text with several names, a list, or mappings that have a `name`."""
    if isinstance(value, Mapping):
        value = value.get("name") or ""
    if isinstance(value, str):
        line = _ADDRESS.sub("", clean_line(value)).removeprefix("by ").removeprefix("By ")
        names = [name.strip(" ,") for name in _BETWEEN.split(line)]
        parts = [part.strip() for name in names for part in name.split(",")]
        # “Okafor, Ada” is one name, “Ada Okafor, J. Brandt” are two.
        names = parts if all(" " in part for part in parts) else names
        found = [clean_line(name.replace("[[", "").replace("]]", "")) for name in names]
    else:
        found = (
            [name for item in value or () for name in authors_of(item)]
            if isinstance(value, list | tuple)
            else []
        )
    return tuple(dict.fromkeys(name for name in found if name))
