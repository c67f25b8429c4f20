"""Read the front matter of a Markdown text: the metadata before the text.

Owns its forms (YAML between dashes, TOML between plus signs, Pandoc's lines with %) and the names of the
known fields. Unknown fields are ignored, and a fault in one field does not affect the others.
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

_MAX_LENGTH = 200_000
"""The maximum characters of front matter."""

_YAML = re.compile(r"\A---[ \t]*\n(?=(?:[ \t]*(?:#[^\n]*)?\n)*[\"']?[^\W\d][\w .\"'-]*:(?:[ \t]|\n))")
_YAML_END = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_TOML = re.compile(r"\A\+\+\+[ \t]*\n")
_TOML_END = re.compile(r"^\+\+\+[ \t]*(?:\n|\Z)", re.MULTILINE)
_PANDOC = re.compile(
    r"\A% ?([^\n]*(?:\n [^\n]*)*)(?:\n% ?([^\n]*(?:\n [^\n]*)*))?(?:\n% ?([^\n]*))?(?:\n|\Z)"
)
_FIELD = re.compile(r"([A-Za-z_][\w-]{0,60})[ \t]*:[ \t]*(\S.*)")

_TITLE = ("title", "headline")
_STANDFIRST = ("standfirst", "subtitle", "description", "summary", "excerpt", "dek", "abstract", "lead")
_AUTHORS = ("authors", "author", "byline", "by", "creator")
_DATE = ("published", "date", "published_at", "publishdate", "pubdate", "publish_date", "created")
_URL = ("canonical", "canonical_url", "canonicalurl", "source_url", "url", "link", "original", "source")
_SITE = ("source", "site", "publication", "publisher", "site_name", "website")
_LANGUAGE = ("language", "lang", "locale")


class FrontMatter(NamedTuple):
    """The fields of a document that are in the front matter, and the text after it."""

    text: str
    title: str = ""
    kicker: str = ""
    standfirst: str = ""
    authors: tuple[str, ...] = ()
    source: Source = Source()
    published: str = ""
    language: str = ""


def split_front_matter(text: str) -> FrontMatter:
    """Split the cleaned `text` into front matter and the rest.

    All fields are empty if there is no front matter.
    """
    for start, end, read in ((_YAML, _YAML_END, _yaml_fields), (_TOML, _TOML_END, _toml_fields)):
        opening = start.match(text)
        closing = end.search(text, opening.end(), opening.end() + _MAX_LENGTH) if opening else None
        if opening and closing:
            fields = read(text[opening.end() : closing.start()])
            if fields is not None:
                return _front_matter(fields, text[closing.end() :])
    if pandoc := _PANDOC.match(text):
        title, authors, date = (part or "" for part in pandoc.groups())
        return _front_matter(
            {"title": title, "author": authors.split("\n"), "date": date}, text[pandoc.end() :]
        )
    return FrontMatter(text)


def _front_matter(fields: Mapping[str, Any], text: str) -> FrontMatter:
    fields = {key.lower().replace("-", "_").replace(" ", "_"): value for key, value in fields.items()}
    addresses = [line for key in _URL if (line := _line(fields, (key,))) and _is_web_address(line)]
    names = [line for key in _SITE if (line := _line(fields, (key,))) and not _is_web_address(line)]
    return FrontMatter(
        text=text,
        title=_line(fields, _TITLE),
        kicker=_line(fields, ("kicker",)),
        standfirst=clean(_text(fields, _STANDFIRST)).strip(),
        authors=next((found for key in _AUTHORS if (found := authors_of(fields.get(key)))), ()),
        source=Source(next(iter(names), ""), next(iter(addresses), "")),
        published=next((date for key in _DATE if (date := iso_date(_line(fields, (key,))))), ""),
        language=_language_code(_line(fields, _LANGUAGE)),
    )


def _is_web_address(line: str) -> bool:
    from reader.sources.yaml.schema import SourceEntry, rules  # most texts have no front matter

    return rules(SourceEntry)["url"].takes(line)


def _language_code(line: str) -> str:
    """The language code in `line` (en-US for `en_US`); empty if `line` has no language code."""
    from reader.sources.yaml.schema import ArticleFile, rules

    code = line.partition(".")[0].replace("_", "-")
    return code if rules(ArticleFile)["language"].takes(code) else ""


def _text(fields: Mapping[str, Any], keys: Sequence[str]) -> str:
    """The first text under one of the keys; may be empty. A mapping stands for its name or url."""
    for key in keys:
        value = fields.get(key)
        if isinstance(value, Mapping):
            value = value.get("name") or value.get("url")
        if value is None or isinstance(value, list | tuple):
            continue
        try:
            text = str(value)
        except ValueError:  # a hexadecimal number with thousands of decimal digits
            continue
        if text.strip():
            return text
    return ""


def _line(fields: Mapping[str, Any], keys: Sequence[str]) -> str:
    return clean_line(_text(fields, keys))


def _yaml_fields(source: str) -> Mapping[str, Any] | None:
    """The fields of YAML front matter.

    If it is not valid YAML, its “key: value” lines are read. None without such lines.
    """
    from reader.sources.faults import Faults
    from reader.sources.yaml.tree import YamlMap, parse

    tree = parse(source.encode("utf-8", "replace"), Faults("front matter"))
    if isinstance(tree, YamlMap):
        return {key: _value(entry.value) for key, entry in tree.entries.items()}
    found = [_FIELD.fullmatch(line.strip()) for line in source.split("\n")]
    return {field[1]: field[2].strip("\"'") for field in found if field} or None


def _value(node: Node) -> Any:
    from reader.sources.yaml.tree import YamlList, YamlMap

    if isinstance(node, YamlList):
        return [_value(item) for item in node.items]
    if isinstance(node, YamlMap):
        return {key: _value(entry.value) for key, entry in node.entries.items()}
    return node


def _toml_fields(source: str) -> Mapping[str, Any] | None:
    import tomllib

    try:
        return tomllib.loads(source)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        return None
