"""What a Markdown text says about itself before it begins.

Owns the forms of that (YAML between dashes, TOML between plus signs, Pandoc's lines with %), and which
of the many names for the same thing are understood. Unknown keys are ignored; a fault in one of them
never costs the others.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.model import Source
from reader.sources.authors import authors_of
from reader.sources.dates import iso_date
from reader.text.clean import clean, clean_line

if TYPE_CHECKING:
    from reader.sources.yaml.tree import Node

LONGEST = 200_000
"""Characters up to which a front matter is looked for; what is longer is text."""

_YAML = re.compile(r"\A---[ \t]*\n(?=(?:[ \t]*(?:#[^\n]*)?\n)*[\"']?[^\W\d][\w .\"'-]*:(?:[ \t]|\n))")
_YAML_END = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_TOML = re.compile(r"\A\+\+\+[ \t]*\n")
_TOML_END = re.compile(r"^\+\+\+[ \t]*(?:\n|\Z)", re.MULTILINE)
_PANDOC = re.compile(
    r"\A% ?([^\n]*(?:\n [^\n]*)*)(?:\n% ?([^\n]*(?:\n [^\n]*)*))?(?:\n% ?([^\n]*))?(?:\n|\Z)"
)
_PAIR = re.compile(r"([A-Za-z_][\w-]{0,60})[ \t]*:[ \t]*(\S.*)")

_TITLE = ("title", "headline")
_STANDFIRST = ("standfirst", "subtitle", "description", "summary", "excerpt", "dek", "abstract", "lead")
_AUTHORS = ("authors", "author", "byline", "by", "creator")
_DATE = (
    "published",
    "date",
    "published_at",
    "publishdate",
    "pubdate",
    "publish_date",
    "date_published",
    "created",
)
_URL = (
    "canonical",
    "canonical_url",
    "canonicalurl",
    "source_url",
    "url",
    "link",
    "original",
    "source",
    "permalink",
)
_SITE = ("source", "site", "publication", "publisher", "site_name", "website")
_LANGUAGE = ("language", "lang", "locale")


class Front(NamedTuple):
    """What was said, in the form of a document's fields, and the text after it."""

    text: str
    title: str = ""
    kicker: str = ""
    standfirst: str = ""
    authors: tuple[str, ...] = ()
    source: Source = Source()
    published: str = ""
    language: str = ""


def split_front(text: str) -> Front:
    """The front matter of `text` (cleaned) and the rest; all of `text` where there is none."""
    for start, end, read in ((_YAML, _YAML_END, _yaml), (_TOML, _TOML_END, _toml)):
        opened = start.match(text)
        closed = end.search(text, opened.end(), opened.end() + LONGEST) if opened else None
        if opened and closed:
            values = read(text[opened.end() : closed.start()])
            if values is not None:
                return _front(values, text[closed.end() :])
    pandoc = _PANDOC.match(text)
    if pandoc:
        title, authors, day = (part or "" for part in pandoc.groups())
        return _front({"title": title, "author": authors.split("\n"), "date": day}, text[pandoc.end() :])
    return Front(text)


def web_address(text: str) -> str:
    """`text` if an article file takes it as an address; else empty."""
    from reader.sources.yaml.schema import SourceEntry, rules  # most texts have no front matter

    line = clean_line(text)
    return line if rules(SourceEntry)["url"].takes(line) else ""


def language_code(text: str) -> str:
    """`text` as a language code (`en_US` is en-US); empty for none."""
    from reader.sources.yaml.schema import ArticleFile, rules

    code = clean_line(text).partition(".")[0].replace("_", "-")
    return code if rules(ArticleFile)["language"].takes(code) else ""


def _front(values: Mapping[str, Any], text: str) -> Front:
    known = {key.lower().replace("-", "_").replace(" ", "_"): value for key, value in values.items()}
    url = next((web_address(_line(known, (key,))) for key in _URL if web_address(_line(known, (key,)))), "")
    site = next((line for key in _SITE if (line := _line(known, (key,))) and not web_address(line)), "")
    return Front(
        text=text,
        title=_line(known, _TITLE),
        kicker=_line(known, ("kicker",)),
        standfirst=clean(_text(known, _STANDFIRST)).strip(),
        authors=next((found for key in _AUTHORS if (found := authors_of(known.get(key)))), ()),
        source=Source(site, url),
        published=next((day for key in _DATE if (day := iso_date(_line(known, (key,))))), ""),
        language=language_code(_line(known, _LANGUAGE)),
    )


def _text(values: Mapping[str, Any], keys: Sequence[str]) -> str:
    """The first text under one of the keys; a mapping gives its name or address."""
    for key in keys:
        value = values.get(key)
        if isinstance(value, Mapping):
            value = value.get("name") or value.get("url")
        if value is not None and not _is_list(value) and (written := _written(value)).strip():
            return written
    return ""


def _written(value: Any) -> str:
    try:
        return str(value)
    except ValueError:  # a hexadecimal number that would have thousands of digits
        return ""


def _line(values: Mapping[str, Any], keys: Sequence[str]) -> str:
    return clean_line(_text(values, keys))


def _is_list(value: Any) -> bool:
    return isinstance(value, list | tuple)


def _yaml(source: str) -> Mapping[str, Any] | None:
    """The values of a YAML front matter. Where it is no YAML, its lines of “key: value” still count."""
    from reader.sources.faults import Faults
    from reader.sources.yaml.tree import YamlMap, parse

    tree = parse(source.encode("utf-8", "replace"), Faults("front matter"))
    if isinstance(tree, YamlMap):
        return {key: _value(entry.value) for key, entry in tree.entries.items()}
    found = [_PAIR.fullmatch(line.strip()) for line in source.split("\n")]
    return {pair[1]: pair[2].strip("\"'") for pair in found if pair} or None


def _value(node: Node) -> Any:
    from reader.sources.yaml.tree import YamlList, YamlMap

    if isinstance(node, YamlList):
        return [_value(item) for item in node.items]
    if isinstance(node, YamlMap):
        return {key: _value(entry.value) for key, entry in node.entries.items()}
    return node


def _toml(source: str) -> Mapping[str, Any] | None:
    import tomllib

    try:
        return tomllib.loads(source)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        return None
