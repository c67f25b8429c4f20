"""The schema of the article file: its keys, what they contain and what they mean.

Reading takes the known and required keys, the lists and the choices from these tables. Writing takes the
order of the keys. Editors get a JSON Schema made from them. They are plain tables, because they are imported
at every start.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, ClassVar, NamedTuple

from reader.model import BlockKind, EntityType, HighlightColor

FORMAT = 1
"""The version of the file format that this program reads and writes."""

DATE = (
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?(Z|[+-][0-9]{2}:?[0-9]{2})?)?$"
)
WEB_ADDRESS = r"^[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#]+\S*$"
LANGUAGE = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"
NAME = r"\D"
"""An `id` has at least one character that is not a digit, so that it differs from a paragraph number."""

MAX_LEVEL = 6
MAX_MARKER = 12


class Rule(NamedTuple):
    """The meaning of one key and its allowed values. The default is optional text.

    `text`: the value may be a text. `many`: it may be a list. `shape`: it may be a mapping of that shape, or
    a list of such mappings. `choices`: the allowed words; if empty, all words. `pattern`: the pattern of the
    text. `number`, `default` and `limits` are for editors: reading takes a number as text, and the builder
    checks it.
    """

    about: str
    required: bool = False
    text: bool = True
    many: bool = False
    shape: type[Shape] | None = None
    choices: tuple[str, ...] = ()
    pattern: str = ""
    number: bool = False
    default: str | int | None = None
    limits: tuple[tuple[str, int], ...] = ()

    def takes(self, text: str) -> bool:
        """Whether `text` has the required form."""
        return not self.pattern or re.search(self.pattern, text) is not None


class Shape:
    """A mapping of the file; its docstring says what it is."""

    keys: ClassVar[Mapping[str, Rule]] = {}
    """The keys in file order, each with its rule."""


class SourceEntry(Shape):
    """Where the article was published."""

    keys: ClassVar[Mapping[str, Rule]] = {
        "name": Rule("The newspaper, site or book."),
        "url": Rule("Its address, http or https.", pattern=WEB_ADDRESS),
    }


class ParagraphEntry(Shape):
    """One block of the article. It has one of text, heading, quote, item, code and caption."""

    keys: ClassVar[Mapping[str, Rule]] = {
        "text": Rule("A paragraph, where it also needs an id."),
        "heading": Rule("A heading; its depth is `level`."),
        "quote": Rule("A passage set apart as a quotation."),
        "item": Rule("A list item; `marker` numbers it, `level` nests it."),
        "code": Rule("Lines shown as they are."),
        "caption": Rule("What is written under a picture."),
        "level": Rule(
            "Depth of a heading, nesting of an item or quote.",
            number=True,
            default=1,
            limits=(("minimum", 1), ("maximum", MAX_LEVEL)),
        ),
        "marker": Rule(
            'The sign of a numbered item, such as "3."',
            limits=(("maxLength", MAX_MARKER),),
        ),
        "id": Rule("A name by which quotes refer to this block.", pattern=NAME),
    }


class QuoteEntry(Shape):
    """Words that somebody said. Their place is found by the words."""

    keys: ClassVar[Mapping[str, Rule]] = {
        "text": Rule("The exact words; “ … ” stands between parts of a split quote.", required=True),
        "speaker": Rule("A name or alias of an entity, or free text."),
        "paragraph": Rule("Number (headings not counted) or id, where the words occur twice."),
        "context": Rule("When, where or to whom it was said."),
    }


class EntityEntry(Shape):
    """Somebody or something the article speaks of. Its mentions are found by its names."""

    keys: ClassVar[Mapping[str, Rule]] = {
        "name": Rule("The name it is listed under.", required=True),
        "type": Rule(
            "What it is.", choices=tuple(kind.value for kind in EntityType), default=EntityType.OTHER.value
        ),
        "aliases": Rule("Other names it has in the text.", many=True),
        "about": Rule("Who or what it is, in a sentence."),
    }


class PlaceEntry(Shape):
    """Where a highlight was when it was made. It tells apart words that occur more than once."""

    keys: ClassVar[Mapping[str, Rule]] = {
        "paragraph": Rule("Number (headings not counted) or id."),
        "before": Rule("The words before it in the paragraph."),
        "after": Rule("The words after it in the paragraph."),
    }


class HighlightEntry(Shape):
    """Words that you highlighted, with or without a note; without `text`, a note on the whole article."""

    keys: ClassVar[Mapping[str, Rule]] = {
        "text": Rule("The exact words; a blank line stands between paragraphs."),
        "color": Rule(
            "Its colour.",
            choices=tuple(color.value for color in HighlightColor),
            default=HighlightColor.YELLOW.value,
        ),
        "note": Rule("Your note; words that begin with # are tags."),
        "made": Rule("When it was made: 2026-11-30T10:12:00Z.", pattern=DATE),
        "at": Rule("Where the words were when they were highlighted.", text=False, shape=PlaceEntry),
    }


class ArticleFile(Shape):
    """An article for `reader`: the text, who said what in it, and who is who."""

    keys: ClassVar[Mapping[str, Rule]] = {
        "format": Rule("Version of this format.", choices=(str(FORMAT),), number=True, default=FORMAT),
        "title": Rule("The headline.", required=True),
        "kicker": Rule("The small line above the title."),
        "standfirst": Rule("The sentence or two under the title."),
        "authors": Rule("Who wrote it.", many=True),
        "source": Rule("Where it was published: name and url, or one of them as text.", shape=SourceEntry),
        "published": Rule("ISO date or date-time: 2015-05-28.", pattern=DATE),
        "language": Rule("Language code: en, pt-BR.", pattern=LANGUAGE),
        "markup": Rule(
            "How paragraphs are written; markdown has inline markup.",
            choices=("plain", "markdown"),
            default="plain",
        ),
        "note": Rule("Where the text comes from, shown under the byline."),
        "paragraphs": Rule(
            "The article; plain text is a paragraph.",
            required=True,
            many=True,
            shape=ParagraphEntry,
            limits=(("minItems", 1),),
        ),
        "quotes": Rule(
            "Who said what; found by the program where this key is absent.",
            text=False,
            many=True,
            shape=QuoteEntry,
        ),
        "entities": Rule(
            "Who is who; found by the program where this key is absent.",
            text=False,
            many=True,
            shape=EntityEntry,
        ),
        "highlights": Rule(
            "Your highlights and notes.",
            text=False,
            many=True,
            shape=HighlightEntry,
        ),
    }


KINDS: dict[str, BlockKind] = {
    key: BlockKind.PARAGRAPH if key == "text" else BlockKind(key)
    for key in ParagraphEntry.keys
    if key == "text" or key in set(BlockKind)
}
"""The keys of a `ParagraphEntry` that contain the words; each entry has exactly one of them."""

LEVELLED = (BlockKind.HEADING, BlockKind.ITEM, BlockKind.QUOTE)
"""The kinds of blocks that have a level."""


def code_words(text: str) -> str:
    """The text of code in a file: without blank lines at the beginning and without blanks at the end."""
    return re.sub(r"\A(?:[^\S\n]*\n)+", "", text).rstrip()


def rules(shape: type[Shape]) -> Mapping[str, Rule]:
    """The keys of `shape` in file order, each with its rule."""
    return shape.keys


def json_schema() -> dict[str, Any]:
    """The file's JSON Schema (2020-12) for editors: descriptions, required keys, `x-…` allowed.

    The reader takes any scalar as text, but an editor sees `title: 1984` as a number. So numbers and booleans
    are allowed for text. A key without a value counts as absent.
    """
    definitions = {
        shape.__name__: {"title": shape.__name__, **_object(shape)}
        for shape in (SourceEntry, ParagraphEntry, QuoteEntry, EntityEntry, PlaceEntry, HighlightEntry)
    }
    definitions["ParagraphEntry"]["oneOf"] = [{"required": [kind]} for kind in KINDS]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Article",
        **_object(ArticleFile),
        "$defs": definitions,
    }


def _object(shape: type[Shape]) -> dict[str, Any]:
    return {
        "description": shape.__doc__,
        "type": "object",
        "properties": {key: _value(rule) for key, rule in shape.keys.items()},
        "required": [key for key, rule in shape.keys.items() if rule.required],
        "patternProperties": {"^x-": {}},
        "additionalProperties": False,
    }


def _value(rule: Rule) -> dict[str, Any]:
    """The schema of the value of a key.

    If the key is not required, null is allowed and means that it is absent.
    """
    text = _text(rule)
    forms = [text] if rule.text else []
    if rule.shape:
        forms.append({"$ref": f"#/$defs/{rule.shape.__name__}"})
    if rule.many:
        items = forms[0] if len(forms) == 1 else {"anyOf": forms}
        forms = [{"type": "array", "items": items}, *([] if rule.shape else [text])]
    out: dict[str, Any] = {"description": rule.about}
    if rule.default is not None:
        out["default"] = rule.default
    if len(forms) > 1 or "$ref" in forms[0]:
        out["anyOf"] = forms if rule.required else [*forms, {"type": "null"}]
    else:
        out |= forms[0]
        if not rule.required and rule.choices:
            out["enum"] = [*out["enum"], None]
        elif not rule.required:
            kinds = out["type"]
            out["type"] = [*([kinds] if isinstance(kinds, str) else kinds), "null"]
    return out | dict(rule.limits)


def _text(rule: Rule) -> dict[str, Any]:
    """The schema of a text, as a value or as an item of a list."""
    if rule.choices:
        return {"enum": [int(choice) if rule.number else choice for choice in rule.choices]}
    if rule.number:
        return {"type": "integer"}
    if rule.pattern:
        return {"type": "string", "pattern": rule.pattern}
    return {"type": ["string", "number", "boolean"]}
