"""The input and output of `reader annotate`: documents, JSON lines and the report."""

from __future__ import annotations

import json
from typing import Any

import pytest

from reader.annotate import annotate
from reader.annotate.detection import detect_in_texts
from reader.annotate.results import FoundEntity
from reader.export.annotation_lines import annotate_line
from reader.export.annotation_report import report
from reader.model import Block, BlockKind, Document, Entity, EntityType, Inline, InlineKind, Quote, Span
from reader.reading.entity_groups import GROUPS

PARAGRAPHS = ["Ida Moss of Brandt runs the mill.", "“It is late,” Moss said. “Very late.”"]


def document(*blocks: Block, **fields: Any) -> Document:
    return Document("The mill", blocks, **fields)


def test_a_line_gets_an_answer() -> None:
    line = json.dumps({"id": 7, "title": "The mill", "paragraphs": PARAGRAPHS})
    answer = json.loads(annotate_line(line))
    assert answer["id"] == 7
    assert answer["quotes"] == [
        {"paragraph": 1, "start": 1, "end": 12, "text": "It is late,", "speaker": "Ida Moss"},
        {"paragraph": 1, "start": 26, "end": 36, "text": "Very late.", "speaker": "Ida Moss"},
    ]
    (moss,) = (entity for entity in answer["entities"] if entity["name"] == "Ida Moss")
    assert moss["type"] == "PERSON"
    assert {"paragraph": 0, "start": 0, "end": 8} in moss["mentions"]
    assert "rule" not in moss


def test_explained_lines_have_rules_and_confidences() -> None:
    answer = json.loads(annotate_line(json.dumps({"paragraphs": PARAGRAPHS}), explain=True))
    assert answer["id"] is None
    for found in (*answer["quotes"], *answer["entities"]):
        assert found["rule"]
        assert 0 < found["confidence"] <= 1
    assert [(vote["rule"], vote["speaker"], vote["won"]) for vote in answer["quotes"][0]["votes"]] == [
        ("speaker, verb after", "Ida Moss", True)
    ]


def test_escaped_characters_stay_escaped_in_the_answer() -> None:
    line = r'{"id": "\u009b31m", "paragraphs": ["“It is \ud800 late,” said Ida Moss."]}'
    answer = annotate_line(line)
    assert answer.isascii()
    assert json.loads(answer)["quotes"][0]["text"] == "It is \ud800 late,"


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{", "not JSON"),
        ("[" * 200_000, "not JSON"),
        ("[]", "paragraphs"),
        ('{"paragraphs": "It is late"}', "paragraphs"),
        ('{"paragraphs": [1]}', "paragraphs"),
    ],
)
def test_a_line_that_is_not_a_question_is_refused(line: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        annotate_line(line)


def test_a_document_gets_quotes_and_entities() -> None:
    filled = annotate(document(*(Block(text) for text in PARAGRAPHS)))
    (quote,) = filled.quotes
    assert quote == Quote("It is late, … Very late.", (Span(1, 1, 12), Span(1, 26, 36)), "Ida Moss")
    (moss,) = (entity for entity in filled.entities if entity.name == "Ida Moss")
    assert moss.type is EntityType.PERSON
    assert filled.blocks[1].text == PARAGRAPHS[1]


def test_lists_that_the_source_gives_are_kept() -> None:
    given = document(Block(PARAGRAPHS[1]), quotes_given=True, entities_given=True)
    assert annotate(given) is given
    quotes = annotate(document(Block(PARAGRAPHS[1]), quotes_given=True))
    assert quotes.quotes == ()
    named = (Entity("Ida Moss", EntityType.PERSON),)
    entities = annotate(document(Block(PARAGRAPHS[1]), entities=named, entities_given=True))
    assert entities.entities == named
    assert entities.quotes[0].speaker == "Ida Moss"


def test_code_and_headings_have_no_quotes_and_block_quotes_are_quotes() -> None:
    text = "“It is late,” said Ida Moss."
    filled = annotate(
        document(
            Block(text, BlockKind.CODE),
            Block(text, BlockKind.HEADING, level=1),
            Block("Ida Moss wrote:"),
            Block("The mill is shut.", BlockKind.QUOTE, level=1),
            Block('Type "so it goes" to go on.', inlines=(Inline(5, 17, InlineKind.CODE),)),
        )
    )
    assert [(quote.text, quote.speaker) for quote in filled.quotes] == [("The mill is shut.", "Ida Moss")]


def test_the_report_lists_quotes_and_entities_as_text() -> None:
    text = report(*detect_in_texts([*PARAGRAPHS, "“Somebody left it open.”"]), numbers=[1, 2, 3])
    assert "  Ida Moss  ¶ 2\n    “It is late, … Very late.”" in text
    assert "People 1\n  Ida Moss" in text
    explained = report(
        *detect_in_texts(["", "", "“Somebody left it open.”"]), numbers=[1, 2, 3], explain=True
    )
    assert "  Unattributed  ¶ 3  [marks, 0.00]" in explained


def test_the_report_has_the_groups_of_the_sidebar() -> None:
    entities = [FoundEntity(kind.value, kind) for kind in reversed(EntityType)]
    text = report([], entities, numbers=[])
    titles = [line.split(" ")[0] for line in text.splitlines() if line and not line.startswith(" ")]
    assert titles == ["Quotes", *GROUPS.values()]


def test_dates_and_sums_have_a_value() -> None:
    found = detect_in_texts(["It cost $3 million on 3 May 2021."])
    answer = json.loads(annotate_line(json.dumps({"paragraphs": ["It cost $3 million on 3 May 2021."]})))
    assert {entity["name"]: entity["value"] for entity in answer["entities"]} == {
        "3 May 2021": "2021-05-03",
        "$3 million": "USD 3000000",
    }
    assert "2021-05-03]" in report(*found, numbers=[1], explain=True)
    assert "2021-05-03" not in report(*found, numbers=[1])
