"""Search in all articles: which are found, in which order, and where their hits are."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.library.query import Scope, parse
from reader.library.search import Results
from reader.model import QuoteKey, Span
from tests.library.shelf import Shelf

QUOTES = """\
quotes:
  - {text: the water did not ask us, speaker: Okafor}
  - {text: Nobody measured the canal, speaker: Jonas Brandt}
entities:
  - {name: Ada Okafor, type: person, aliases: [Okafor]}
  - {name: Jonas Brandt, type: person}
  - {name: Danube, type: place}
highlights:
  - {text: treaty is old, note: "Ask the ministry. #follow-up #Später"}
  - {note: The whole piece rests on one survey.}"""


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    shelf = Shelf(tmp_path)
    shelf.article(
        "The river",
        "“the water did not ask us,” Okafor said at the Danube.",
        "The treaty is old. “Nobody measured the canal,” said Jonas Brandt. He left.",
        head="published: 2015-05-28\nsource: {name: The Daily Example, url: https://news.example.org/a}",
        tail=QUOTES,
    )
    shelf.article(
        "The canal",
        "A canal is no river. The canal is dug.",
        head="published: 2019-01-02T10:00Z\nsource: The Weekly Example",
        tail="quotes: []\nentities: []",
    )
    shelf.article("Flood", "The river rose. Ein großes Wasser kam.", tail="quotes: []\nentities: []")
    shelf.refresh()
    return shelf


def titles(shelf: Shelf, query: str) -> list[str]:
    return [one.title for one in Results(shelf.database, parse(query))]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("river", {"The river", "The canal", "Flood"}),
        ("river -canal", {"Flood"}),
        ("canal OR wasser", {"The river", "The canal", "Flood"}),
        ('"no river"', {"The canal"}),
        ("grosses wasser", {"Flood"}),
        ("meas*", {"The river"}),
        ("in:titles canal", {"The canal"}),
        ("in:notes survey", {"The river"}),
        ("in:quotes canal", {"The river"}),
        ("in:quotes treaty", set()),
        ("in:quotes in:titles canal", {"The river", "The canal"}),
        ("has:notes", {"The river"}),
        ("-has:quotes", {"The canal", "Flood"}),
        ("tag:follow-up", {"The river"}),
        ("tag:SPATER", {"The river"}),
        ("tag:follow", set()),
        ("source:weekly", {"The canal"}),
        ("source:news.example.org", {"The river"}),
        ("before:2019", {"The river"}),
        ("before:2019-01-02", {"The river"}),
        ("after:2019-01-02", {"The canal"}),
        ("entity:okafor", {"The river"}),
        ("entity:danube river", {"The river"}),
        ("speaker:okafor", {"The river"}),
        ("speaker:okafor water", {"The river"}),
        ("speaker:okafor canal", set()),
        ("speaker:brandt OR speaker:okafor canal", {"The river"}),
        ("speaker:okafor OR dug", {"The river", "The canal"}),
        ("-speaker:okafor river", {"The canal", "Flood"}),
        ("-river", set()),
        ("-treaty", {"The canal", "Flood"}),
    ],
)
def test_articles_that_fit(shelf: Shelf, query: str, found: set[str]) -> None:
    assert set(titles(shelf, query)) == found


def test_a_title_ranks_before_the_text(shelf: Shelf) -> None:
    assert titles(shelf, "canal")[0] == "The canal"


def test_every_hit_is_at_its_place_in_its_sentence(shelf: Shelf) -> None:
    river = next(one for one in Results(shelf.database, parse("treaty canal")) if one.title == "The river")
    treaty, canal = river.hits
    assert (treaty.text, treaty.span, treaty.number) == ("treaty", Span(1, 4, 10), 2)
    assert treaty.context[slice(*treaty.sentence)] == "The treaty is old."
    assert treaty.target == treaty.span
    assert canal.context[slice(*canal.sentence)] == "“Nobody measured the canal,” said Jonas Brandt."


def test_a_hit_in_a_note_opens_the_highlight_and_one_in_a_quote_the_quote(shelf: Shelf) -> None:
    [river] = Results(shelf.database, parse("in:notes ministry"))
    [hit] = river.hits
    assert (hit.scope, hit.text, hit.number, hit.span) == (Scope.NOTES, "ministry", 2, None)
    assert isinstance(hit.target, str)
    assert not isinstance(hit.target, QuoteKey)
    [river] = Results(shelf.database, parse("speaker:okafor"))
    [hit] = river.hits
    assert hit.text == "the water did not ask us"
    assert isinstance(hit.target, QuoteKey)
    [river] = Results(shelf.database, parse("speaker:okafor water"))
    assert [hit.text for hit in river.hits] == ["water"]


def test_an_article_that_is_gone_since_is_left_out(shelf: Shelf) -> None:
    results = Results(shelf.database, parse("river"))
    (shelf.folder / "Flood.yaml").unlink()
    shelf.refresh()
    assert len(results) == 3
    assert {one.title for one in results} == {"The river", "The canal"}
