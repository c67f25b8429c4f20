"""Reading of the things that a page describes in JSON-LD."""

from __future__ import annotations

import json

import pytest

from reader.sources.html.dom import parse_tree
from reader.sources.html.jsonld import JsonLd

ARTICLE = {"@type": "NewsArticle", "headline": "The river moved"}


def headline(described: object) -> str:
    return of(described).text("headline")


def of(described: object) -> JsonLd:
    root = parse_tree(f'<script type="application/ld+json">{json.dumps(described)}</script><p>x</p>')
    assert root is not None
    return JsonLd(root)


@pytest.mark.parametrize(
    "key",
    ["@graph", "mainEntity", "mainEntityOfPage", "author", "publisher", "hasPart", "itemReviewed"],
)
def test_an_article_inside_another_thing_is_found(key: str) -> None:
    assert headline({"@type": "Thing", key: ARTICLE}) == "The river moved"
    assert headline([{key: [{"@type": "Thing"}, ARTICLE]}]) == "The river moved"
    assert headline({"@type": "Thing", "about": ARTICLE}) == ""


def test_an_article_is_found_three_things_deep_and_no_deeper() -> None:
    deep = {"@graph": [{"@type": "WebPage", "mainEntity": {"@type": "Review", "hasPart": [ARTICLE]}}]}
    assert headline(deep) == "The river moved"
    assert headline({"mainEntity": deep}) == ""


def test_a_thing_without_a_type_is_found_by_its_id() -> None:
    described = [ARTICLE | {"author": {"@id": "#a"}}, {"@id": "#a", "name": "Ada Winther"}]
    assert of(described).texts("author") == ["Ada Winther"]


def test_only_the_beginning_of_a_long_list_is_searched() -> None:
    assert headline([*[0] * 1_000, ARTICLE]) == "The river moved"
    assert headline([*[0] * 5_000, ARTICLE]) == ""
