"""The schema of the article file, for reading and for editors."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from reader.model import BlockKind, EntityType, HighlightColor
from reader.sources.yaml.article import check
from reader.sources.yaml.schema import (
    DATE,
    KINDS,
    LANGUAGE,
    NAME,
    WEB_ADDRESS,
    ArticleFile,
    EntityEntry,
    HighlightEntry,
    ParagraphEntry,
    PlaceEntry,
    QuoteEntry,
    Shape,
    SourceEntry,
    json_schema,
    rules,
)

STRUCTS = (ArticleFile, SourceEntry, ParagraphEntry, QuoteEntry, EntityEntry, HighlightEntry, PlaceEntry)


def definition(struct: type[Shape]) -> dict[str, Any]:
    schema = json_schema()
    found = schema if struct is ArticleFile else schema["$defs"][struct.__name__]
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("struct", STRUCTS)
def test_editors_see_the_keys_that_reading_knows(struct: type[Shape]) -> None:
    schema, known = definition(struct), rules(struct)
    assert list(schema["properties"]) == list(known)
    assert schema["required"] == [key for key, rule in known.items() if rule.required]
    assert schema["additionalProperties"] is False
    assert schema["patternProperties"] == {"^x-": {}}
    assert all("description" in value for value in schema["properties"].values())


def test_required_keys_and_choices() -> None:
    assert [key for key, rule in rules(ArticleFile).items() if rule.required] == ["title", "paragraphs"]
    assert rules(EntityEntry)["type"].choices == tuple(EntityType)
    assert rules(HighlightEntry)["color"].choices == tuple(HighlightColor)
    assert rules(ArticleFile)["markup"].choices == ("plain", "markdown")
    assert rules(ArticleFile)["format"].choices == ("1",)


def test_lists_and_mappings_are_told_apart_from_text() -> None:
    article = rules(ArticleFile)
    assert (article["title"].text, article["title"].many, article["title"].shape) == (True, False, None)
    assert (article["authors"].text, article["authors"].many) == (True, True)
    assert (article["source"].text, article["source"].shape) == (True, SourceEntry)
    assert (article["paragraphs"].text, article["paragraphs"].shape) == (True, ParagraphEntry)
    assert (article["quotes"].text, article["quotes"].many, article["quotes"].shape) == (
        *(False, True),
        QuoteEntry,
    )


def test_kinds_are_the_block_kinds_of_the_model() -> None:
    assert KINDS["text"] is BlockKind.PARAGRAPH
    assert {kind for key, kind in KINDS.items() if key != "text"} == {
        *(BlockKind.HEADING, BlockKind.QUOTE, BlockKind.ITEM),
        *(BlockKind.CODE, BlockKind.CAPTION),
    }
    assert definition(ParagraphEntry)["oneOf"] == [{"required": [kind]} for kind in KINDS]


def test_the_schema_is_plain_json_and_names_its_dialect() -> None:
    schema = json.loads(json.dumps(json_schema()))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    references = set(re.findall(r'"#/\$defs/(\w+)"', json.dumps(schema)))
    assert references == set(schema["$defs"])


def test_the_schema_accepts_everything_that_reading_accepts() -> None:
    article = definition(ArticleFile)["properties"]
    assert isinstance(article, dict)
    assert article["title"]["type"] == ["string", "number", "boolean"]  # title: 1984
    assert "null" in article["kicker"]["type"]  # kicker:
    assert {"type": "null"} in article["source"]["anyOf"]
    assert None in article["markup"]["enum"]
    assert article["paragraphs"]["type"] == "array"
    assert article["quotes"]["type"] == ["array", "null"]
    assert article["highlights"]["type"] == ["array", "null"]
    highlight = definition(HighlightEntry)["properties"]
    assert {"type": "null"} in highlight["at"]["anyOf"]
    assert None in highlight["color"]["enum"]
    assert definition(PlaceEntry)["properties"]["paragraph"]["type"] == [
        "string",
        "number",
        "boolean",
        "null",
    ]
    given = (
        b"highlights:\n- {text: 1, note: true, at: {paragraph: 1}}\n- text: true\n  color:\n  made:\n  at:\n"
    )
    assert check(given + b"title: T\nparagraphs: [1, true]", "x") == ()
    assert check(b"title: 1984\nkicker:\nsource:\nmarkup:\nquotes:\nparagraphs: [1, true]", "x") == ()


@pytest.mark.parametrize(
    ("pattern", "good", "bad"),
    [
        (
            DATE,
            "2015-05-28 2015-05-28T14:30 2015-05-28T14:30:05.25Z 2015-05-28T14:30+02:00",
            "2015 28.5.2015",
        ),
        (WEB_ADDRESS, "http://x.org HTTPS://x.org/a?b#c", "javascript:alert(1) http:// ftp://x //x.org"),
        (LANGUAGE, "en pt-BR zh-Hant-TW", "English e en_GB"),
        (NAME, "border 4a ¶", "4 12 007"),
    ],
)
def test_patterns(pattern: str, good: str, bad: str) -> None:
    assert all(re.search(pattern, word) for word in good.split())
    assert not any(re.search(pattern, word) for word in bad.split())
