"""The article file, described once: its keys, what they hold and what they mean.

Owns the shape of the file. Reading takes known and required keys, lists and choices from these types,
writing takes the order of keys from them, and editors get the same as a JSON Schema.
"""
# Annotations are values here, not strings: evaluating strings would cost 4 ms at every start.

import re
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

import msgspec
from msgspec import Meta, Struct

from reader.model import BlockKind, EntityType

FORMAT = 1
"""The version of the file format that this program reads and writes."""

DATE = (
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?(Z|[+-][0-9]{2}:?[0-9]{2})?)?$"
)
WEB_ADDRESS = r"^[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#]+\S*$"
LANGUAGE = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"
NAME = r"\D"
"""An `id` holds something other than digits, else it could not be told from a paragraph number."""

MAX_LEVEL = 6
MAX_MARKER = 12


class SourceEntry(Struct, kw_only=True):
    """Where the article was published."""

    name: Annotated[str, Meta(description="The newspaper, site or book.")] = ""
    url: Annotated[str, Meta(description="Its address, http or https.", pattern=WEB_ADDRESS)] = ""


class ParagraphEntry(Struct, kw_only=True):
    """One block of the article. It has one of text, heading, quote, item, code and caption."""

    text: Annotated[str, Meta(description="A paragraph, where it also needs an id.")] = ""
    heading: Annotated[str, Meta(description="A heading; its depth is `level`.")] = ""
    quote: Annotated[str, Meta(description="A passage set apart as a quotation.")] = ""
    item: Annotated[str, Meta(description="A list item; `marker` numbers it, `level` nests it.")] = ""
    code: Annotated[str, Meta(description="Lines shown as they are.")] = ""
    caption: Annotated[str, Meta(description="What is written under a picture.")] = ""
    level: Annotated[
        int, Meta(description="Depth of a heading, nesting of an item or quote.", ge=1, le=MAX_LEVEL)
    ] = 1
    marker: Annotated[
        str, Meta(description='The sign of a numbered item, such as "3."', max_length=MAX_MARKER)
    ] = ""
    id: Annotated[str, Meta(description="A name by which quotes refer to this block.", pattern=NAME)] = ""


class QuoteEntry(Struct, kw_only=True):
    """Words that somebody said. Their place is found by the words."""

    text: Annotated[str, Meta(description="The exact words; “ … ” stands between parts of a split quote.")]
    speaker: Annotated[str, Meta(description="A name or alias of an entity, or free text.")] = ""
    paragraph: Annotated[
        int | str, Meta(description="Number (headings not counted) or id, where the words occur twice.")
    ] = ""
    context: Annotated[str, Meta(description="When, where or to whom it was said.")] = ""


class EntityEntry(Struct, kw_only=True):
    """Somebody or something the article speaks of. Its mentions are found by its names."""

    name: Annotated[str, Meta(description="The name it is listed under.")]
    type: Annotated[EntityType, Meta(description="What it is.")] = EntityType.OTHER
    aliases: Annotated[list[str] | str, Meta(description="Other names it has in the text.")] = []
    about: Annotated[str, Meta(description="Who or what it is, in a sentence.")] = ""


class ArticleFile(Struct, kw_only=True):
    """An article for `reader`: the text, who said what in it, and who is who."""

    format: Annotated[Literal[1], Meta(description="Version of this format.")] = 1
    title: Annotated[str, Meta(description="The headline.")]
    kicker: Annotated[str, Meta(description="The small line above the title.")] = ""
    standfirst: Annotated[str, Meta(description="The sentence or two under the title.")] = ""
    authors: Annotated[list[str] | str, Meta(description="Who wrote it.")] = []
    source: Annotated[
        SourceEntry | str, Meta(description="Where it was published: name and url, or one of them as text.")
    ] = ""
    published: Annotated[str, Meta(description="ISO date or date-time: 2015-05-28.", pattern=DATE)] = ""
    language: Annotated[str, Meta(description="Language code: en, pt-BR.", pattern=LANGUAGE)] = ""
    markup: Annotated[
        Literal["plain", "markdown"],
        Meta(description="How paragraphs are written; markdown has inline markup."),
    ] = "plain"
    note: Annotated[str, Meta(description="Where the text comes from, shown under the byline.")] = ""
    paragraphs: Annotated[
        list[str | ParagraphEntry], Meta(description="The article; plain text is a paragraph.", min_length=1)
    ]
    quotes: Annotated[
        list[QuoteEntry], Meta(description="Who said what; found by the program where this key is absent.")
    ] = []
    entities: Annotated[
        list[EntityEntry], Meta(description="Who is who; found by the program where this key is absent.")
    ] = []


KINDS: dict[str, BlockKind] = {
    key: BlockKind.PARAGRAPH if key == "text" else BlockKind(key)
    for key in ParagraphEntry.__struct_fields__
    if key == "text" or key in set(BlockKind)
}
"""The keys of a `ParagraphEntry` that hold the words; exactly one of them is there."""


class Rule(NamedTuple):
    """What one key may hold, as derived from its type.

    `text`: a single text may stand there. `many`: a list. `shape`: mappings of that struct, in the list
    or alone. `choices`: the words allowed, all where empty. `pattern`: what the text matches.
    """

    required: bool
    text: bool
    many: bool
    shape: type[Struct] | None
    choices: tuple[str, ...]
    pattern: re.Pattern[str] | None


@cache
def rules(struct: type[Struct]) -> dict[str, Rule]:
    """The keys of `struct` in file order, each with its rule."""
    return {field.encode_name: _rule(field.type, field.required) for field in msgspec.structs.fields(struct)}


def _rule(hint: Any, required: bool) -> Rule:
    text = many = False
    shape: type[Struct] | None = None
    choices: tuple[str, ...] = ()
    pattern = None
    waiting = [hint]
    while waiting:
        part = waiting.pop()
        origin = get_origin(part)
        if origin is Annotated:
            part, *metas = get_args(part)
            patterns = [meta.pattern for meta in metas if isinstance(meta, Meta) and meta.pattern]
            pattern = re.compile(patterns[0]) if patterns else pattern
            waiting.append(part)
        elif origin in (Union, UnionType):
            waiting += get_args(part)
        elif origin is list:
            many = True
            waiting += get_args(part)
        elif origin is Literal:
            choices = tuple(map(str, get_args(part)))
        elif issubclass(part, Struct):
            shape = part
        elif issubclass(part, Enum):
            choices = tuple(member.value for member in part)
        elif part is not NoneType:
            text = True
    return Rule(required, text or bool(choices), many, shape, choices, pattern)


def json_schema() -> dict[str, Any]:
    """The file's JSON Schema (2020-12) for editors: descriptions, required keys, `x-…` allowed.

    Where the reader takes any scalar as text, numbers and booleans are allowed too, because an editor
    sees `title: 1984` as a number; a key without a value counts as left out.
    """
    schema = msgspec.json.schema(ArticleFile)
    definitions: dict[str, Any] = schema.pop("$defs")
    for struct in (ArticleFile, SourceEntry, ParagraphEntry, QuoteEntry, EntityEntry):
        definition = definitions[struct.__name__]
        required = definition.get("required", [])
        definition["properties"] = {
            key: _as_yaml(value, key not in required) for key, value in definition["properties"].items()
        }
        definition["patternProperties"] = {"^x-": {}}
        definition["additionalProperties"] = False
    definitions["ParagraphEntry"]["oneOf"] = [{"required": [kind]} for kind in KINDS]
    article = definitions.pop("ArticleFile")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **article,
        "title": "Article",
        "$defs": definitions,
    }


def _as_yaml(schema: dict[str, Any], optional: bool) -> dict[str, Any]:
    """The schema of one value with what YAML shows an editor in its place."""
    out = {key: value for key, value in schema.items() if key != "default" or value not in ("", [])}
    if out.get("type") == "string":
        out["type"] = ["string"] if "pattern" in out else ["string", "number", "boolean"]
        if optional:
            out["type"].append("null")
    elif "anyOf" in out:
        out["anyOf"] = [_as_yaml(part, False) for part in out["anyOf"]]
        if optional:
            out["anyOf"].append({"type": "null"})
    elif "enum" in out:
        out["enum"] = [*out["enum"], None] if optional else out["enum"]
    elif "$ref" in out and optional:
        out["anyOf"] = [{"$ref": out.pop("$ref")}, {"type": "null"}]
    elif "type" in out:
        if "items" in out:
            out["items"] = _as_yaml(out["items"], False)
        if optional:
            out["type"] = [out["type"], "null"]
    return out
