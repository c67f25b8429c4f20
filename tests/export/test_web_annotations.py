"""Web Annotations are valid: the rules of https://www.w3.org/TR/annotation-model/, checked by hand."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from reader.export.highlights import Exported
from reader.export.web_annotations import as_web_annotations
from reader.model import Block, Document, Highlight, Quote, Source, Span
from reader.reading.identities import identified
from tests.export.exported import exported

ANNO = "http://www.w3.org/ns/anno.jsonld"
MOTIVATIONS = {
    *("assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting"),
    *("identifying", "linking", "moderating", "questioning", "replying", "tagging"),
}


def check_iri(value: Any) -> None:
    """An absolute IRI without characters that an IRI cannot have."""
    assert isinstance(value, str)
    assert re.fullmatch(r'[a-z][a-z0-9+.-]*:[^\x00-\x20<>"{}|\\^`]+', value), value
    assert value.count("#") <= 1


def check_collection(values: Any) -> None:
    """Sections 5.1 and 5.2: a collection with its only page embedded."""
    assert values["@context"] == ANNO
    assert values["type"] == "AnnotationCollection"
    check_iri(values["id"])
    page = values["first"]
    assert page["type"] == "AnnotationPage"
    check_iri(page["id"])
    assert (page["partOf"], values["last"], page["startIndex"]) == (values["id"], page["id"], 0)
    assert values["total"] == len(page["items"])
    assert len({item["id"] for item in page["items"]}) == len(page["items"])
    for item in page["items"]:
        check_annotation(item)


def check_annotation(values: Any) -> None:
    """Sections 3 and 4: one id, the type, at least one target; motivations of the vocabulary."""
    assert values["@context"] == ANNO
    assert values["type"] == "Annotation"
    check_iri(values["id"])
    assert values["motivation"] in MOTIVATIONS
    if "created" in values:  # xsd:dateTime, expressed in UTC
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", values["created"])
    for body in values.get("body", []):
        assert body["type"] == "TextualBody"
        assert isinstance(body["value"], str)
        assert body["value"]
        assert body["format"] == "text/plain"
        assert body["purpose"] in MOTIVATIONS
    target = values["target"]
    if isinstance(target, str):
        check_iri(target)
        return
    check_iri(target["source"])
    if "styleClass" in target:  # a style class needs a style sheet
        assert f".{target['styleClass']} " in values["stylesheet"]["value"]
        assert values["stylesheet"]["type"] == "CssStylesheet"
    assert target["selector"]
    for selector in target["selector"]:
        match selector["type"]:
            case "TextQuoteSelector":
                assert selector["exact"]
                assert isinstance(selector["prefix"], str)
                assert isinstance(selector["suffix"], str)
            case "TextPositionSelector":
                assert 0 <= selector["start"] < selector["end"]
            case other:
                raise AssertionError(other)


@given(st.lists(exported().filter(lambda one: not one.is_empty), min_size=1, max_size=1))
def test_every_export_is_valid_and_its_positions_hold_the_words(articles: list[Exported]) -> None:
    values = json.loads(as_web_annotations(articles))
    check_collection(values)
    [article] = articles
    text = "\n\n".join(block.text for block in article.document.blocks)
    for item in values["first"]["items"]:
        selectors = item["target"]["selector"] if isinstance(item["target"], dict) else []
        found = {selector["type"]: selector for selector in selectors}
        if position := found.get("TextPositionSelector"):
            assert text[position["start"] : position["end"]] == found["TextQuoteSelector"]["exact"]


def test_equal_quotes_without_a_place_have_different_ids() -> None:
    said_twice = (Quote("nobody said this"), Quote("nobody said this"))
    document = identified(Document("The river", (Block("One begins."),), quotes=said_twice))
    check_collection(json.loads(as_web_annotations([Exported(document, quotes=document.quotes)])))


ARTICLE = Document(
    "The river",
    (Block("One begins."), Block("Two ends."), Block("Three.")),
    source=Source("", "https://e.example/a b"),
    highlights=(
        Highlight(
            "begins.\n\nTwo",
            note="Why? #todo",
            made="2026-11-30T11:12:00+01:00",
            pieces=(Span(0, 4, 11), Span(1, 0, 3)),
        ),
        Highlight(note="whole", made="2026-11-30"),
        Highlight("One", pieces=(Span(0, 0, 3),)),
    ),
    quotes=(Quote("Two … Three", (Span(1, 0, 3), Span(2, 0, 5)), "Ada"),),
)


def test_the_fields_of_an_annotation() -> None:
    document = identified(ARTICLE)
    article = Exported(document, Path("/home/a/b c.yaml"), quotes=document.quotes)
    values = json.loads(as_web_annotations([article]))
    check_collection(values)
    whole, one, over, quote = values["first"]["items"]
    assert (whole["target"], whole["motivation"]) == ("https://e.example/a%20b", "commenting")
    assert "created" not in whole
    assert (one["motivation"], "body" in one) == ("highlighting", False)
    assert over["created"] == "2026-11-30T10:12:00Z"
    assert [(body["value"], body["purpose"]) for body in over["body"]] == [
        ("Why? #todo", "commenting"),
        ("todo", "tagging"),
    ]
    assert over["target"]["selector"] == [
        {
            "type": "TextQuoteSelector",
            "exact": "begins.\n\nTwo",
            "prefix": "One ",
            "suffix": " ends.",
        },
        {"type": "TextPositionSelector", "start": 4, "end": 16},
    ]
    assert over["id"].startswith("https://e.example/a%20b#h-")
    assert quote["body"][0]["value"] == "Ada"
    assert len(quote["target"]["selector"]) == 1  # its pieces are not one range


def test_without_an_address_the_target_is_the_file_or_a_name_made_from_the_text() -> None:
    document = identified(ARTICLE.__class__("T", ARTICLE.blocks, highlights=ARTICLE.highlights))
    for path, start in ((Path("/home/a/b c.yaml"), "file:///home/a/b%20c.yaml"), (None, "urn:uuid:")):
        values = json.loads(as_web_annotations([Exported(document, path)]))
        check_collection(values)
        assert values["first"]["items"][0]["target"].startswith(start)
