"""Extraction of the article, and only the article, from pages like those of publishers."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from reader.errors import ArticleError
from reader.model import Block, BlockKind, Document, InlineKind
from reader.sources.html.article import read_page
from reader.sources.html.boilerplate import is_boilerplate, links_elsewhere
from reader.sources.html.dom import parse_tree
from tests.sources.html.page_score import PAGES, f1, found_text, marked, wanted_text

ALL = sorted(PAGES.glob("*.html"))
PARAGRAPH = "<p>This is a perfectly ordinary paragraph, with number {} and enough words in it to be one.</p>"
TEXT = "".join(PARAGRAPH.format(word) for word in ("one", "two", "three", "four"))
MORE = TEXT.replace("number", "figure")
LAST = TEXT.replace("number", "letter")


@cache
def opened(page: Path) -> Document:
    return read_page(page.read_bytes(), page.name, "https://daily.example/story", "", False)


def article(body: str, head: str = "") -> Document:
    page = f"<html><head><title>The title</title>{head}</head><body><article>{body}</article></body></html>"
    return read_page(page, "page.html", "https://daily.example/2024/story", "", False)


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


@pytest.mark.parametrize("page", ALL, ids=lambda page: page.stem)
def test_the_article_of_each_page_is_found(page: Path) -> None:
    assert f1(found_text(opened(page)), wanted_text(page)) >= 0.95


def test_articles_are_found_in_each_kind_of_page() -> None:
    scores = defaultdict(list)
    for page in ALL:
        scores[page.stem.rpartition("-")[0]].append(f1(found_text(opened(page)), wanted_text(page)))
    assert len(ALL) >= 120
    assert len(scores) >= 50
    assert {kind: sum(all_of) / len(all_of) for kind, all_of in scores.items()} == pytest.approx(
        dict.fromkeys(scores, 1.0), abs=0.04
    )
    means = [score for all_of in scores.values() for score in all_of]
    assert sum(means) / len(means) >= 0.99


@pytest.mark.parametrize(
    "name",
    [
        "news-river",
        "wordpress-bread",
        "gazette-bread",
        "medium-bread",
        "amp-list",
        "ghost-recipe",
        "drupal-sci",
    ],
)
def test_headings_lists_quotes_and_captions_keep_their_places(name: str) -> None:
    wanted = (PAGES / f"{name}.txt").read_text(encoding="utf-8")
    lines = [line for line in wanted.split("\n") if line]
    assert [marked(block) for block in opened(PAGES / f"{name}.html").blocks] == lines


def test_code_keeps_its_lines_and_a_table_its_columns() -> None:
    blocks = opened(PAGES / "docs-ledger.html").blocks
    code = [block.text for block in blocks if block.kind is BlockKind.CODE]
    assert code[0].startswith("def append(log, record):\n    data = encode(record)\n")
    assert code[1].split("\n")[2] == "10,000      4 ms                 1 ms"


@pytest.mark.parametrize("page", ALL, ids=lambda page: page.stem)
def test_each_page_has_its_title(page: Path) -> None:
    document = opened(page)
    assert " - " not in document.title
    assert "Example" not in document.title
    assert document.title not in texts(document)


def test_emphasis_code_and_links_are_kept_with_whole_addresses() -> None:
    document = article(
        f"{TEXT}<p>Here <em>one</em> <b>two</b> <code>three</code> "
        '<a href="../a?b=1">four</a> and enough more.</p>'
    )
    block = document.blocks[-1]
    assert [(block.text[i.start : i.end], i.kind, i.href) for i in block.inlines] == [
        ("one", InlineKind.EMPHASIS, ""),
        ("two", InlineKind.STRONG, ""),
        ("three", InlineKind.CODE, ""),
        ("four", InlineKind.LINK, "https://daily.example/a?b=1"),
    ]
    assert document.markup == "markdown"


def test_subscripts_are_readable_in_the_title_and_the_text() -> None:
    page = (
        "<html><head><title>CO2 in the lake</title></head>"
        f"<body><main><h1>CO<sub>2</sub> in the lake</h1>{TEXT}"
        "<p>It covered 9 km<sup>2</sup> in the 19<sup>th</sup> century.<sup><a href='#n'>1</a></sup></p>"
    )
    document = read_page(page, "x", "", "", False)
    assert document.title == "CO₂ in the lake"
    assert document.title not in texts(document)
    assert texts(document)[-1] == "It covered 9 km² in the 19th century.1"


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "java\nscript:x", "data:text/html,x", "file:///etc/passwd", "#a", ""]
)
def test_links_to_other_than_web_addresses_are_dropped(href: str) -> None:
    document = article(
        f'{TEXT}<p>A sentence that has <a href="{href}">words in a link</a> and goes on after it.</p>'
    )
    assert document.blocks[-1].inlines == ()
    assert "words in a link" in document.blocks[-1].text


def test_nested_lists_have_levels_and_numbers() -> None:
    document = article(
        f"{TEXT}<ol start=3><li>The third thing<ul><li>A thing within it</li></ul></li>"
        f"<li>The fourth thing</li></ol>{TEXT}"
    )
    items = [block for block in document.blocks if block.kind is BlockKind.ITEM]
    assert [(item.text, item.level, item.marker) for item in items] == [
        ("The third thing", 1, "3."),
        ("A thing within it", 2, ""),
        ("The fourth thing", 1, "4."),
    ]


def test_an_image_is_its_alternative_text_and_its_caption_with_a_link() -> None:
    document = article(
        f'{TEXT}<figure><img src="a.jpg" alt="Two boats under a bridge">'
        f"<figcaption>The river</figcaption></figure>"
        f'{MORE}<p><img data-src="/b.jpg" src="data:image/gif;base64,R0" alt="A bridge in the fog"></p>{LAST}'
    )
    captions = [block for block in document.blocks if block.kind is BlockKind.CAPTION]
    assert [(block.text, block.inlines[0].href) for block in captions] == [
        ("Two boats under a bridge", "https://daily.example/2024/a.jpg"),
        ("The river", "https://daily.example/2024/a.jpg"),
        ("A bridge in the fog", "https://daily.example/b.jpg"),
    ]


@pytest.mark.parametrize(
    "box",
    [
        "<table align=right width=200><tr><td><img src=a.jpg><br>{}</table>",
        '<div class="custom-caption"><img src=a.jpg><span>{}</span></div>',
        '<p class="imageCaption">{}</p>',
        '<div class="media__caption-text">{}</div>',
    ],
)
def test_a_caption_is_recognised_by_its_class_or_its_table(box: str) -> None:
    words = "The mill as it stood before the river left its bed, seen from the north"
    document = article(TEXT + box.format(words) + MORE)
    assert [(b.kind, b.text) for b in document.blocks[4:-4]] == [(BlockKind.CAPTION, words)]


def test_a_picture_with_several_sources_has_one_caption() -> None:
    files = '<source media="(width > 9px)" srcset="c.webp"><source srcset="b.avif">'
    found = article(
        f"{TEXT}<figure><picture>{files}<img src=/a.jpg></picture>"
        f"<figcaption>The bridge in 1871.</figcaption></figure>"
        f'{MORE}<picture>{files}<img src=/b.jpg alt="A bridge in the fog"></picture>{LAST}'
    )
    shown = [(block.text, block.inlines[0].href) for block in found.blocks if block.kind is BlockKind.CAPTION]
    assert shown == [
        ("The bridge in 1871.", "https://daily.example/a.jpg"),
        ("A bridge in the fog", "https://daily.example/b.jpg"),
    ]


def test_text_after_an_embed_element_is_kept() -> None:
    found = article(f"<div>{TEXT}<embed src=/clip.swf width=400>{MORE}{LAST}</div>")
    assert len(found.blocks) == 12


def test_alternative_texts_for_search_engines_and_repeated_ones_are_dropped() -> None:
    words = ["How to bake the best bread of rye at home, step by step. " * 8, *["A loaf of rye bread"] * 4]
    steps = (f'<p><img src=/{n}.jpg alt="{alt}"></p>{PARAGRAPH.format(n)}' for n, alt in enumerate(words))
    found = article(TEXT + "".join(steps))
    captions = [block.text for block in found.blocks if block.kind is BlockKind.CAPTION]
    assert captions == ["A loaf of rye bread"]


@pytest.mark.parametrize("file", ["logo.png", "site-logo-2.svg", "icons/avatar_small.png"])
def test_a_logo_has_no_caption(file: str) -> None:
    found = article(f'{TEXT}<p><img src="/img/{file}" alt="The Daily Example"></p>{MORE}')
    assert not [block for block in found.blocks if block.kind is BlockKind.CAPTION]


def test_an_alternative_text_that_its_caption_repeats_is_left_out() -> None:
    figure = "<figure><img src=/a.jpg alt='The river in March'><figcaption>{}</figcaption></figure>"
    found = article(TEXT + figure.format("The river in March, seen from the mill") + MORE)
    captions = [block.text for block in found.blocks if block.kind is BlockKind.CAPTION]
    assert captions == ["The river in March, seen from the mill"]


@pytest.mark.parametrize("name", ["slide", "video-player", "author-info"])
def test_pictures_in_doubtful_elements_have_no_caption(name: str) -> None:
    box = f'<div class="{name}"><img src=/1.jpg alt="A bridge in the fog"></div>'
    assert not [b for b in article(f"{TEXT}{box}{MORE}").blocks if b.kind is BlockKind.CAPTION]


def test_a_caption_below_the_article_is_left_out() -> None:
    box = "<figure><img src=/x.jpg><figcaption>Another story, of a ship on a river</figcaption></figure>"
    found = article(f"<div>{TEXT}{MORE}{LAST}</div><div>{box}</div>")
    assert not [block for block in found.blocks if block.kind is BlockKind.CAPTION]


def test_an_article_inside_a_caption_class_is_not_a_caption() -> None:
    assert (
        len(article(f'<div class="with-caption">{TEXT}</div><div class=caption>{MORE + LAST}</div>').blocks)
        == 12
    )


def test_line_breaks_are_kept_and_two_begin_a_new_paragraph() -> None:
    document = article(
        f"{TEXT}<p>Roses are red,<br>violets are blue,<br> <br>and this is another paragraph.</p>"
    )
    assert texts(document)[-2:] == ["Roses are red,\nviolets are blue,", "and this is another paragraph."]


def test_an_article_hidden_behind_a_dialog_is_read() -> None:
    page = f'<html><body><div aria-hidden="true"><main><h1>T</h1>{TEXT * 3}</main></div>'
    assert texts(read_page(page, "x", "", "", False))[0].startswith("This is a perfectly")


@pytest.mark.parametrize(
    "line",
    [
        "<p>Advertisement</p>",
        '<p><a href="/x">Read more: the long way round the lake in winter</a></p>',
        '<p>RELATED: <a href="/x">The long way round the lake in winter</a></p>',
        '<p>Sign up for our newsletter <a href="/n">here</a>.</p>',
        '<h3>Related articles</h3><ul><li><a href="/1">One</a></li><li><a href="/2">Two</a></li></ul>',
        '<div class="share-buttons"><p>Share this with everybody you know</p></div>',
        "<aside><p>Something else altogether, which stands beside the article.</p></aside>",
        "<p>إعلان</p>",
        "<p>广告</p>",
        "<p>Lesen Sie auch</p>",
        '<p><a href="/x"><strong>THE LONG WAY ROUND THE LAKE</strong></a></p>',
        '<h3>More walks</h3><ul><li><a href="/1">One</a></li><li><a href="/2">Two</a></li></ul>',
        "<ul><li><a href='#a'>The first part of it</a></li><li><a href='#b'>The second of it</a></li></ul>",
        "".join(
            f'<div class=it><div><a href="/{n}">The long way round {n}</a></div><p>A walk of some hours '
            f"that is told elsewhere, and only begun here.</p><a href='/{n}'>Read more</a></div>"
            for n in ("lakes", "hills", "woods")
        ),
        "<p>© 2024 The Daily Example</p>",
        "<p>Story continues after these messages</p>",
    ],
)
def test_boilerplate_between_paragraphs_is_removed(line: str) -> None:
    plain = texts(article(TEXT + MORE))
    assert texts(article(TEXT + line + MORE)) == plain


@pytest.mark.parametrize(
    "line",
    [
        "<p>“No.”</p>",
        "<p>He said that the advertisement had cost him four pounds and his good name.</p>",
        '<p>See <a href="/x">the report</a>, of which chapter nine is the one that matters here.</p>',
        '<p><a href="/x">He wrote it all down in a book.</a></p>',
        "<p>Photo albums were what she had come for, and she left without one.</p>",
        "<p>They asked the newsletter of the parish to print it, and the newsletter declined.</p>",
        "<h3>More bridges than boats</h3>",
    ],
)
def test_text_that_resembles_boilerplate_is_kept(line: str) -> None:
    document = article(TEXT + line + MORE)
    assert len(document.blocks) == 9


@pytest.mark.parametrize(
    ("text", "leads"), [("See the map", True), ("Seeing is believing", False), ("Read more: it", True)]
)
def test_a_link_phrase_must_be_whole_words(text: str, leads: bool) -> None:
    assert links_elsewhere(text, len(text)) is leads
    assert not links_elsewhere(text, 0)


def test_a_teaser_is_boilerplate_only_if_it_has_a_link() -> None:
    for inside, leads in (("<p>How it began.</p>", False), ("<p><a href=/x>Elsewhere</a></p>", True)):
        root = parse_tree(f"<div class=teaser-text>{inside}</div>")
        assert root is not None
        assert is_boilerplate(root.find(".//div[@class]")) is leads


def test_headings_that_link_to_themselves_and_repeated_paragraphs_are_kept() -> None:
    parts = "".join(
        f'<h3 id={n}><a class=header href="#{n}">Of {n}</a></h3><p>See the notes on {n} before you begin.</p>'
        "<p>This may be called once only, and it throws an error when it is called again.</p>"
        for n in ("opening", "closing", "sending")
    )
    document = article(TEXT + parts)
    assert [b.text for b in document.blocks if b.kind is BlockKind.HEADING] == [
        *("Of opening", "Of closing", "Of sending")
    ]
    assert sum("once only" in text for text in texts(document)) == 3


def test_a_list_of_links_after_a_colon_is_kept() -> None:
    items = "".join(f'<li><a href="https://o.example/{n}">The trait {n}</a></li>' for n in ("one", "two"))
    blocks = article(f"{TEXT}<p>These were added in this year:</p><ul>{items}</ul>{MORE}").blocks
    assert [b.text for b in blocks if b.kind is BlockKind.ITEM] == ["The trait one", "The trait two"]


def test_text_before_the_longest_part_is_kept() -> None:
    reasons = "<p>It happens for these reasons:</p><ul><li>It is unsafe.</li><li>It is old.</li></ul>"
    page = f"<main><h1>T</h1>{TEXT}{reasons}{MORE}<section><h2>All of them</h2>{LAST}" + "".join(
        f"<h4>Case {n}</h4>" + TEXT.replace("number", f"case {n} and the") for n in range(9)
    )
    found = texts(read_page(f"<body>{page}</section></main>", "x", "", "", False))
    assert found[4:7] == ["It happens for these reasons:", "It is unsafe.", "It is old."]


def test_a_line_that_credits_a_picture_is_a_caption() -> None:
    document = article(f"{TEXT}<p>Photo by Jo Doe</p>{MORE}")
    assert [b.text for b in document.blocks if b.kind is BlockKind.CAPTION] == ["Photo by Jo Doe"]


def test_a_link_after_a_colon_is_kept() -> None:
    link = '<p><a href="/x">The long way round the lake in winter</a></p>'
    assert (
        len(article(f"{TEXT}<p>This is the story that was told of it by everybody:</p>{link}{MORE}").blocks)
        == 10
    )


def test_the_headline_inside_the_text_of_an_old_page_is_removed() -> None:
    page = (
        "<title>The river moved - The Example</title><table><tr><td><font size=5>The river moved</font><br>"
        f"By Ada Okafor<br>Staff Writer<br>May 28, 2003{TEXT.replace('</p>', '')}</table>"
    )
    document = read_page(page, "x.html", "", "", False)
    assert (document.title, document.authors, document.published) == (
        *("The river moved", ("Ada Okafor",)),
        "2003-05-28",
    )
    assert len(document.blocks) == 4


def test_a_page_that_is_a_list_of_links_has_no_main_text() -> None:
    links = "".join(f'<div><a href="/{i}">The headline with number {i} is here</a></div>' for i in range(40))
    with pytest.raises(ArticleError, match=r"no main text.*--whole-page"):
        read_page(f"<html><body>{links}</body></html>", "front.html", "", "", False)
    whole = read_page(f"<html><body>{links}</body></html>", "front.html", "", "", True)
    assert len(whole.blocks) == 40


def test_a_page_made_by_scripts_is_reported() -> None:
    page = f"<html><body><div id=root></div><script>{'x=1;' * 400}</script></body></html>"
    with pytest.raises(ArticleError, match="scripts"):
        read_page(page, "app.html", "", "", False)


def test_the_beginning_of_a_paywalled_article_has_a_note() -> None:
    assert "subscribers" in opened(PAGES / "paywall-river.html").note
    assert opened(PAGES / "news-river.html").note == ""


@pytest.mark.parametrize(
    "wall",
    [
        "<div class=regwall><p>Subscribe to continue reading</p><a href=/login>Log in</a></div>",
        "<p>Dieser Text ist nur für Abonnenten.</p>",
        "<aside><h2>Already a subscriber?</h2></aside>",
    ],
)
def test_a_visible_paywall_gives_a_note(wall: str) -> None:
    assert "subscribers" in article(f"{TEXT}</article>{wall}<article>").note
    assert article(f"{wall}{TEXT}").note == ""
    assert article(f"{TEXT}{TEXT.replace('number', 'the figure') * 4}{MORE}{LAST}{wall}").note == ""


def test_the_whole_page_has_everything_except_hidden_text() -> None:
    page = f'<html><body><nav><a href="/">Home</a></nav>{TEXT}<p hidden>Secret</p><footer>End</footer>'
    found = texts(read_page(page, "x.html", "", "", True))
    assert (found[0], found[-1], len(found)) == ("Home", "End", 6)


def test_a_wide_table_has_an_item_for_each_row() -> None:
    cell = "a cell with a good many words in it"
    rows = f"<tr><td>{cell}</td><td>{cell}</td><td>{cell}</td></tr>" * 2
    blocks: tuple[Block, ...] = article(f"{TEXT}<table>{rows}</table>{MORE}").blocks
    assert blocks[4:-4] == (Block(" · ".join([cell] * 3), BlockKind.ITEM, 1),) * 2
