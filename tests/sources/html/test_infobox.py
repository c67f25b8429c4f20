"""Infoboxes: recognised, folded into one caption, and put after the lead."""

from __future__ import annotations

import pytest

from reader.model import BlockKind, Document
from reader.sources.html.article import read_page
from reader.sources.html.dom import parse_tree
from reader.sources.html.infobox import infobox_of
from reader.sources.html.units import units_of

ROWS = (
    "<tr><th colspan=2>Elspeth Marwick</th></tr>"
    "<tr><td colspan=2><img src=/m.jpg width=220 alt='Marwick on the pier at Tollhaven'>"
    "<div class='infobox-caption'>Marwick in 1934</div></td></tr>"
    "<tr><th>Born</th><td>3 May 1901<br><a href='/tollhaven'>Tollhaven</a></td></tr>"
    "<tr><th>Known for:</th><td><ul><li>Tidal gates</li><li>A formula</li></ul></td></tr>"
)
BOX = f"<table class='infobox vcard'>{ROWS}</table>"
FACTS = "Born: 3 May 1901, Tollhaven · Known for: Tidal gates, A formula"
LEAD = "<p>She built the first tidal gates of the northern harbours, and wrote {} letters about them.</p>"
LATER_TEXT = "Her gates were in use until the storm, after which heavier ones of steel came."
LATER = "<h2>{}</h2><p>" + LATER_TEXT + "</p>"


def article(body: str, *, whole_page: bool = False) -> Document:
    page = f"<title>Elspeth Marwick</title><body><main><h1>Elspeth Marwick</h1>{body}</main>"
    return read_page(page, "page.html", "https://works.example/marwick", "", whole_page)


def shown(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def test_an_infobox_is_one_caption_after_the_lead() -> None:
    found = article(BOX + LEAD.format("many") + LEAD.format("long") + LATER.format("Work"))
    assert shown(found)[2:5] == ["Marwick in 1934", FACTS, "Work"]
    picture, facts = found.blocks[2:4]
    assert (picture.kind, facts.kind) == (BlockKind.CAPTION, BlockKind.CAPTION)
    assert picture.inlines[0].href == "https://works.example/m.jpg"
    link = facts.inlines[0]
    assert (facts.text[link.start : link.end], link.href) == ("Tollhaven", "https://works.example/tollhaven")


def test_the_dates_of_an_infobox_are_not_the_date_of_the_article() -> None:
    assert article(BOX + LEAD.format("many") + LATER.format("Work")).published == ""


def test_an_infobox_of_an_article_without_headings_is_after_its_text() -> None:
    assert shown(article(BOX + LEAD.format("many") + LEAD.format("long")))[2:] == ["Marwick in 1934", FACTS]


def test_an_infobox_of_a_later_section_stays_in_this_section() -> None:
    found = article(LEAD.format("many") + LATER.format("Work") + BOX + LATER.format("Gates"))
    assert shown(found)[2:6] == [LATER_TEXT, "Marwick in 1934", FACTS, "Gates"]


def test_a_whole_page_keeps_its_infobox_as_it_is() -> None:
    assert FACTS not in shown(article(BOX + LEAD.format("many"), whole_page=True))


@pytest.mark.parametrize(
    "box",
    [
        "<aside class='infobox'><dl><dt>Area<dd>14 km²<dt>Depth<dd>88 m</dl></aside>",
        (
            "<aside class='portable-infobox'><div class='pi-data'><h3>Area</h3>"
            "<div class='pi-data-value'>14 km²</div></div>"
            "<div><h3>Depth</h3><div class='pi-data-value'>88 m</div></div></aside>"
        ),
        "<div class='infobox_v3'><table><tr><th>Area<td>14 km²</tr><tr><th>Depth<td>88 m</tr></table></div>",
        "<table class=vcard><tr><td>Area<td>14 km²</tr><tr><td>Depth<td><table><tr><td>88 m</table></table>",
    ],
)
def test_an_infobox_is_a_table_or_a_list_of_terms_or_rows_of_headings(box: str) -> None:
    root = parse_tree(f"<body>{box}</body>")
    assert root is not None
    assert [unit.text for unit in units_of(root, "", fold_infoboxes=True)] == ["Area: 14 km² · Depth: 88 m"]


@pytest.mark.parametrize(
    "box",
    [
        f"<div class='infobox'>{LEAD}{LEAD}<dl><dt>Area<dd>14 km²<dt>Depth<dd>88 m</dl></div>",
        "<aside class='infobox'><h3>What is a tidal gate?</h3><p>A gate that keeps the water in.</p></aside>",
        "<div class='author vcard'><dl><dt>By<dd>Ada Okafor<dt>On<dd>Monday</dl></div>",
        "<table class='infobox'><tr><th>Area<td>14 km²</tr><tr><th colspan=2>Lakes</tr></table>",
    ],
)
def test_a_box_of_prose_or_with_one_fact_is_not_an_infobox(box: str) -> None:
    root = parse_tree(f"<body>{box}</body>")
    assert root is not None
    assert infobox_of(root[0][0]) is None
