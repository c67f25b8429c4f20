"""Conversion of Markdown to articles: the block for each construct, and hostile texts."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import ArticleError
from reader.model import Block, BlockKind, InlineKind, Source
from reader.sources.markdown.article import parse
from tests.sources.sound import assert_sound
from tests.strategies import between_signs, prose

Shape = tuple[str, int, str, str]


def shape(block: Block) -> Shape:
    return block.kind.value, block.level, block.marker, block.text


def shapes(text: str) -> list[Shape]:
    return [shape(block) for block in parse(text, "notes.md").blocks]


def marks(text: str) -> list[tuple[str, str]]:
    """The marked-up words, each with its address or its kind."""
    blocks = parse(text, "notes.md").blocks
    return [(b.text[i.start : i.end], i.href or i.kind.value) for b in blocks for i in b.inlines]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\ntwo  \nthree\\\nfour", [("paragraph", 0, "", "one two\nthree\nfour")]),
        ("中文\n字。\n\n한국어\n말", [("paragraph", 0, "", "中文字。"), ("paragraph", 0, "", "한국어 말")]),
        (
            "a\n\n## B\n\nC\n---\n",
            [("paragraph", 0, "", "a"), ("heading", 2, "", "B"), ("heading", 2, "", "C")],
        ),
        ("- a\n- b", [("item", 1, "", "a"), ("item", 1, "", "b")]),
        ("3. a\n1. b", [("item", 1, "3.", "a"), ("item", 1, "1.", "b")]),
        ("3) a\n4) b", [("item", 1, "3)", "a"), ("item", 1, "4)", "b")]),
        ("- a\n\n  b\n- c", [("item", 1, "", "a\n\nb"), ("item", 1, "", "c")]),
        (
            "- a\n  - b\n    1. c\n- d",
            [("item", 1, "", "a"), ("item", 2, "", "b"), ("item", 3, "1.", "c"), ("item", 1, "", "d")],
        ),
        (
            "- a\n\n      code\n\n  b",
            [("item", 1, "", "a"), ("code", 0, "", "code"), ("paragraph", 0, "", "b")],
        ),
        ("- # head\n- [x] done", [("item", 1, "", "head"), ("item", 1, "", "[x] done")]),
        ("> a\n> b\n>> c\n>\n> - d", [("quote", 1, "", "a b"), ("quote", 2, "", "c"), ("item", 1, "", "d")]),
        ("> # h\n> a", [("quote", 1, "", "h"), ("quote", 1, "", "a")]),
        ("> [!WARNING]\n> Take care.", [("quote", 1, "", "Warning: Take care.")]),
        ("```py\n\ndef f():\n\treturn 1\n```", [("code", 0, "", "def f():\n    return 1")]),
        ("    a\n\n      b", [("code", 0, "", "a\n\n  b")]),
        ("```\n```\nx", [("paragraph", 0, "", "x")]),
        (
            "a\n\n---\n\nb\n\n***\n\n## C\n\n---",
            [
                ("paragraph", 0, "", "a"),
                ("paragraph", 0, "", "* * *"),
                ("paragraph", 0, "", "b"),
                ("heading", 2, "", "C"),
            ],
        ),
        ("|a|b|\n|-|-:|\n|1|22|\n|中|3|", [("code", 0, "", "a    b\n──  ──\n1   22\n中   3")]),
        ("|a|\n|-|\n|1|", [("item", 1, "", "a"), ("item", 1, "", "1")]),
        ("|k|v|\n|-|-|\n|[x](http://x.org)|y|", [("item", 1, "", "k: v"), ("item", 1, "", "x: y")]),
        ("|k|v|w|\n|-|-|-|\n|[x](http://x.org)||y|", [("item", 1, "", "k: x\nw: y")]),
        ("|a|b|c|\n|-|-|-|\n|" + "w " * 60 + "|x|y|", [("item", 1, "", "a: " + "w " * 59 + "w\nb: x\nc: y")]),
        ("![a map](http://x.org/m.png)", [("caption", 0, "", "a map")]),
        ("![](local.png)\n\nx", [("paragraph", 0, "", "x")]),
        ("![](http://x.org/m.png)", [("caption", 0, "", "http://x.org/m.png")]),
        ("text ![a map](m.png) more", [("paragraph", 0, "", "text a map more")]),
        (
            "a[^n] b[^m]\n\n[^m]: Two.\n[^n]: One.\n\n    More.\n[^z]: Three.",
            [
                ("paragraph", 0, "", "a[1] b[2]"),
                ("item", 1, "[1]", "One."),
                ("paragraph", 0, "", "More."),
                ("item", 1, "[2]", "Two."),
                ("item", 1, "[3]", "Three."),
            ],
        ),
        ("a[^n]", [("paragraph", 0, "", "a[^n]")]),
        ("~~old~~ new &amp; &eacute; \\* <b>x</b>", [("paragraph", 0, "", "old new & é * x")]),
        ("9 m<sup>2</sup> of H<sub>2</sub>O", [("paragraph", 0, "", "9 m² of H₂O")]),
        ("10<sup>&minus;6</sup> 2<sup>*n*+1</sup>", [("paragraph", 0, "", "10⁻⁶ 2ⁿ⁺¹")]),
        ("e<sup>x<sup>2</sup></sup> 1<sup>st</sup>", [("paragraph", 0, "", "e^(x²) 1st")]),
        ("a<sup>[1](#n)</sup> [<sup>2</sup>](#n) <sup>[3]</sup>", [("paragraph", 0, "", "a1 2 [3]")]),
        ("a<sup>2 b</sup c</sub>", [("paragraph", 0, "", "a2 b</sup c")]),
        ("a <sup>![](a.png)</sup> <sup>`2`</sup>", [("paragraph", 0, "", "a  2")]),
        ("<p>9 m<sup>2</sup></p>", [("paragraph", 0, "", "9 m²")]),
        ("use <your-name> or List<String>", [("paragraph", 0, "", "use <your-name> or List<String>")]),
        ("a <span>b</span> c </img> d", [("paragraph", 0, "", "a b c  d")]),
        ("a <!-- hidden --> b<br>c", [("paragraph", 0, "", "a  b\nc")]),
        ("<!--\n\nhidden\n\n-->\n\na", [("paragraph", 0, "", "a")]),
        ("a\n\n[x]: http://x.org", [("paragraph", 0, "", "a")]),
    ],
    ids=lambda value: repr(value)[:16],
)
def test_each_construct_becomes_a_block(text: str, expected: list[Shape]) -> None:
    assert shapes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*a* __b__ `c`", [("a", "emphasis"), ("b", "strong"), ("c", "code")]),
        ("[a](http://x.org) [b](/b) [c](javascript:c)", [("a", "http://x.org")]),
        (
            "see https://x.org/a_b. And <http://y.org>",
            [("https://x.org/a_b", "https://x.org/a_b"), ("http://y.org", "http://y.org")],
        ),
        (
            "[a][1] and `http://x.org`\n\n[1]: http://x.org 'T'",
            [("a", "http://x.org"), ("http://x.org", "code")],
        ),
        ("[![b](http://x.org/b.svg)](http://ci.org)", [("b", "http://ci.org")]),
        (
            "<em>a</em> <kbd>b</kbd> <a href='http://x.org'>c</a>",
            [("a", "emphasis"), ("b", "code"), ("c", "http://x.org")],
        ),
        ("<img src='http://x.org/i.png' alt='a &amp; b'> x", [("a & b", "http://x.org/i.png")]),
        ("> # h", [("h", "strong")]),
        ("~~a~~ <del>b</del> <s>c</s> <strike>d</strike>", [(word, "struck") for word in "abcd"]),
        ("~~*a* b~~ <ins>c</ins>", [("a b", "struck"), ("a", "emphasis"), ("c", "inserted")]),
        ("<p><s>a</s> <ins>b</ins></p>", [("a", "struck"), ("b", "inserted")]),
    ],
)
def test_inline_markup_is_kept(text: str, expected: list[tuple[str, str]]) -> None:
    assert marks(text) == expected
    assert parse(text, "notes.md").markup == "markdown"


def test_ranges_around_a_superscript_keep_their_words() -> None:
    text = "**9 m<sup>a,b</sup> wide** or <s>x<sup>TM</sup></s> *so*"
    assert marks(text) == [("9 m^(a,b) wide", "strong"), ("x™", "struck"), ("so", "emphasis")]
    assert marks("*a b<sup>T*M</sup> c") == [("a b™", "emphasis")]


def test_hidden_characters_are_removed_and_the_ranges_moved() -> None:
    assert marks("&#8203;a&#155;[31m *b&#173;c* d") == [("bc", "emphasis")]
    assert shapes("&#8203;a&#155;[31m *b&#173;c* d") == [("paragraph", 0, "", "a\ufffd[31m bc d")]
    mark = "&#x301;"
    assert marks(f"e{mark * 5}*{mark * 5}x*") == []  # too many combining marks: the ranges are dropped


def test_a_table_with_links_becomes_items_under_a_bold_head() -> None:
    blocks = parse("# T\n\n| Name | Map |\n|-|-|\n| Lenne | [here](http://x.org) |\n", "x.md").blocks
    assert [(block.kind, block.text) for block in blocks] == [
        (BlockKind.ITEM, "Name: Map"),
        (BlockKind.ITEM, "Lenne: here"),
    ]
    assert [[one.kind for one in block.inlines] for block in blocks] == [
        [InlineKind.STRONG],
        [InlineKind.LINK],
    ]


def test_html_is_read_as_on_a_web_page() -> None:
    text = """<div align="center"><h2>Use &amp; care</h2>
<p>Some <b>bold</b>   text<br>in two lines.</p></div>
<blockquote>Said.</blockquote><ol start="3"><li>x<ul><li>y</li></ul></li><li>z</li></ol>
<pre>  a
   b</pre><script>var gone = "</p>";</script><style>p{}</style>
<figure><img src="http://x.org/i.png" alt="A map of it"><figcaption>The map</figcaption></figure>
<table><tr><th>k</th><th>v</th></tr><tr><td>1</td><td>2</td></tr></table>
<table><tr><td>only</td></tr></table>
<p>1 < 2 and <unknown> and http://x.org/a
"""
    assert shapes(text) == [
        ("paragraph", 0, "", "Some bold text\nin two lines."),
        ("quote", 1, "", "Said."),
        ("item", 1, "3.", "x"),
        ("item", 2, "", "y"),
        ("item", 1, "4.", "z"),
        ("code", 0, "", "  a\n   b"),
        ("caption", 0, "", "A map of it"),
        ("caption", 0, "", "The map"),
        ("code", 0, "", "k  v\n─  ─\n1  2"),
        ("paragraph", 0, "", "only"),
        ("paragraph", 0, "", "1 < 2 and <unknown> and http://x.org/a"),
    ]
    assert parse(text, "-").title == "Use & care"
    assert_sound(parse(text, "-"))


def test_rows_of_a_wide_html_table_become_items() -> None:
    row = "<tr><td>name</td><td>" + "w " * 60 + "</td></tr>"
    words = "name · " + "w " * 59 + "w"
    assert shapes(f"<table>{row}{row}</table>") == [("item", 1, "", words)] * 2


def test_images_that_follow_each_other_make_one_caption() -> None:
    image = '<img src="http://x.org/{0}.png" alt="map number {0}">'
    text = f"<p>{image.format(1)} {image.format(2)}</p>\n"
    assert shapes(text) == [("caption", 0, "", "map number 1 map number 2")]
    assert marks(text) == [
        ("map number 1", "http://x.org/1.png"),
        ("map number 2", "http://x.org/2.png"),
    ]


FRONTS = {
    "yaml": '---\ntitle: "The river: a story"\nauthor: [Ada Okafor, "J. Brandt"]\n'
    "date: 2015-05-28 14:30:00 +0200\n"
    "description: A flood.\ntags: [a, b]\nsource: https://example.org/a\nsite: The Daily Example\n"
    "lang: en_GB\n---\n",
    "loose yaml": "---\ntitle: The river: a story\nauthor: Ada Okafor and J. Brandt\n"
    'date: "28 May 2015 14:30 +02:00"\n'
    "description: A flood.\nurl: https://example.org/a\nsite: The Daily Example\nlang: en-GB\n---\n",
    "toml": '+++\ntitle = "The river: a story"\nauthors = ["Ada Okafor", "J. Brandt"]\n'
    "date = 2015-05-28T14:30:00+02:00\n"
    'summary = "A flood."\ncanonical = "https://example.org/a"\nlanguage = "en-GB"\n'
    'site = "The Daily Example"\n+++\n',
    "names in mappings": "---\ntitle: 'The river: a story'\nauthors:\n"
    "- {name: Ada Okafor, email: a@b.c}\n- name: J. Brandt\n"
    "published: 2015-05-28T14:30+0200\nsubtitle: A flood.\nlink: https://example.org/a\n"
    "publisher:\n  name: The Daily Example\n"
    "locale: en_GB.UTF-8\n...\n",
}


@pytest.mark.parametrize("form", FRONTS)
def test_front_matter_gives_title_authors_date_and_source(form: str) -> None:
    document = parse(FRONTS[form] + "\n# The River: A Story\n\nIt moved.\n", "notes.md")
    assert document.title == "The river: a story"
    assert document.authors == ("Ada Okafor", "J. Brandt")
    assert document.published[:16] == "2015-05-28T14:30"
    assert document.standfirst == "A flood."
    assert document.source == Source("The Daily Example", "https://example.org/a")
    assert document.language == "en-GB"
    assert [shape(b) for b in document.blocks] == [("paragraph", 0, "", "It moved.")]
    assert_sound(document)


def test_a_huge_number_is_not_used_as_the_title() -> None:
    assert parse("+++\ntitle = 0x" + "f" * 5000 + "\n+++\nSome text.\n", "river.md").title == "River"


def test_pandoc_title_lines_are_front_matter() -> None:
    document = parse("% The river\n  moves\n% Ada Okafor; J. Brandt\n% May 28, 2015\n\nIt moved.", "x.md")
    assert (document.title, document.published) == ("The river moves", "2015-05-28")
    assert document.authors == ("Ada Okafor", "J. Brandt")


@pytest.mark.parametrize(
    "text", ["---\n\nA pause first.\n\n---\n\nend", "---\nno end: here\n\ntext", "---\n- a\n---\nx"]
)
def test_other_dashes_at_the_beginning_are_text(text: str) -> None:
    words = " ".join(block.text for block in parse(text, "x.md").blocks)
    assert set(re.findall(r"\w+", text)) <= set(re.findall(r"\w+", words))


@pytest.mark.parametrize(
    ("text", "name", "title", "first"),
    [
        ("# *The* river\n\nIt moved.", "x.md", "The river", "It moved."),
        ("![b](http://b.io/b.svg)\n\n## Tool\n\nIt is.", "x.md", "Tool", "b"),
        ("Before.\n\n# Title\n\nAfter.", "x.md", "Title", "Before."),
        ("Before.\n\n## Section\n\nAfter.", "my_notes-on_it.md", "My notes on it", "Before."),
        ("It moved. And more.", "-", "It moved", "It moved. And more."),
        ("word " * 60, "standard input", "word " * 23 + "word…", ("word " * 60).strip()),
        ("# Only", "x.md", "Only", "Only"),
        ("---\ntitle: A\n---\n# B\n\nc", "x.md", "A", "B"),
        ("---\ntitle: A\ndescription: b\n---\n", "x.md", "A", "b"),
        ("x", "https://example.org/2015/05/the-river%20moved.html?x=1", "The river moved", "x"),
        ("x", "2015-05-28-the-river.md", "The river", "x"),
    ],
)
def test_the_title_is_found(text: str, name: str, title: str, first: str) -> None:
    document = parse(text, name)
    assert document.title == title
    assert document.blocks[0].text == first


@pytest.mark.parametrize(
    "text", ["", " \n\t\n", "<!-- nothing -->", "---\n", "```\n```", "![](x.png)", "\u200b"]
)
def test_a_text_without_words_is_an_error(text: str) -> None:
    with pytest.raises(ArticleError, match=r"notes\.md: there is no text"):
        parse(text, "notes.md")


@pytest.mark.parametrize(
    "text",
    [
        "> " * 300 + "deep words",
        "- " * 300 + "deep words",
        "1. " * 300 + "deep words",
        "[^a]: " * 300 + "deep words",
        "[" * 20_000 + "deep words",
        "*" * 20_000 + "deep words",
        "<div>" * 5_000 + "deep words",
        "<!-- " * 5_000 + "deep words",
        "<a '" * 5_001 + "deep words",
        "![" * 3_000 + "deep words",
        "a " + "`" * 20_000 + "deep words",
        "a|b\n-|-\n" * 500 + "deep words|",
        "<div>\n" + "<a '>' " * 5_000 + "deep words",
        "<!-- a comment without an end\n\n" * 100 + "deep words",
        "<img alt='x' " * 5_000 + "deep words",
        "[^x]: y\n\n" + "[^" * 20_000 + "deep words",
        "\n".join("  " * level + "- x" for level in range(200)) + " deep words",
    ],
    ids=lambda text: text[:12],
)
def test_deep_nesting_loses_no_words(text: str) -> None:
    document = parse(text, "x.md")
    assert any("deep words" in block.text for block in document.blocks)
    assert_sound(document)


_SIGNS = [
    "\n\n", "\n", "# ", "- ", "  - ", "1. ", "> ", "```\n", "    ", "|a|b|\n|-|-|\n|", "***",
    "<div>", "<pre>", "</p>", "<!--", "-->", "[a](http://x.org)", "![", "](", "[^1]", "[^1]: ",
    "---\n", "title: ", "+++\n", "% ", "<td>", "<li>",
    "<a href='http://x.org'>", "</a>", "<img alt='a b c' src='http://x.org/a'>", "<your-name>", "<br>",
]  # fmt: skip


@settings(max_examples=40)
@given(between_signs(_SIGNS, max_words=6, max_size=12))
def test_any_text_gives_a_valid_document_or_an_error(text: str) -> None:
    try:
        document = parse(text, "x.md")
    except ArticleError:
        return
    assert_sound(document)


@settings(max_examples=25)
@given(
    st.lists(
        st.tuples(st.sampled_from(["", "# ", "## ", "- ", "> ", "    ", "7. "]), prose(max_words=12)),
        min_size=1,
        max_size=8,
    )
)
def test_no_words_are_lost(parts: list[tuple[str, str]]) -> None:
    source = "Opening.\n\n" + "\n\n".join(sign + re.sub(r"[*_\\`#~<&\[]", "", text) for sign, text in parts)
    document = parse(source, "standard input")
    shown = " ".join([document.title, *(f"{block.marker} {block.text}" for block in document.blocks)])
    missing = Counter(_words(source)) - Counter(_words(shown))
    assert not missing


def _words(text: str) -> list[str]:
    """The words; in scripts written without blanks, every character counts as a word."""
    return re.findall(r"[a-zA-Z0-9é]+|[^\W\da-zA-Z]", text)
