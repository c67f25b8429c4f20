"""Preparation of pages for the parser, and hostile pages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import ArticleError
from reader.sources.html.article import read_page
from reader.sources.html.dom import Node, parse_tree, squash
from reader.sources.html.mhtml import is_mhtml, page_of
from reader.sources.html.sanitise import DEEPEST_COSTLY, sanitise
from reader.text.clean import is_clean

PARAGRAPHS = "".join(f"<p>Paragraph {n} of the page has quite enough words to be one.</p>" for n in "abcdef")


@pytest.mark.parametrize(
    "sign",
    [
        "&#27;",
        "&#x1b;",
        "&#X1B;",
        "&#0;",
        "&#xFFFE;",
        "&#xD800;",
        "&#129;",
        "&#99999999;",
        "\x1b",
        "\0",
        "\x81",
        "\ud800",
    ],
)
def test_controls_and_references_to_them_are_removed(sign: str) -> None:
    assert sanitise(f"a{sign}b;") in ("ab;", "ab")


def test_references_to_letters_are_kept() -> None:
    assert sanitise("&#65; &#x4e2d; &#10; &amp; &#8217;") == "&#65; &#x4e2d; &#10; &amp; &#8217;"


def test_references_to_c1_controls_become_windows_1252_characters() -> None:
    assert sanitise("it&#146;s \x93so\x94") == "it’s “so”"


def tree(text: str) -> Node:
    root = parse_tree(text)
    assert root is not None
    return root


@pytest.mark.parametrize("tag", ["div", "span", "b", "section", "ul", "table", "blockquote", "font"])
@pytest.mark.parametrize("closed", [True, False])
def test_no_text_is_lost_by_nesting(tag: str, closed: bool) -> None:
    page = f"<html><body>{f'<{tag}>' * 3000}deep{f'</{tag}>' * 3000 * closed}<p>after</p></body></html>"
    root = tree(sanitise(page))
    assert "deep" in root.text_content()
    assert "after" in root.text_content()


@pytest.mark.parametrize("tag", ["wbr", "WBR", "embed src=a/", "source", "track", "bgsound"])
def test_no_text_is_lost_to_empty_elements(tag: str) -> None:
    root = tree(sanitise(f"<html><body><p>{f'ab<{tag}>' * 600}</p><p>after</p></body></html>"))
    assert root.text_content() == "ab" * 600 + "after"
    assert all(len(element) == 0 and not element.text for element in root.find(".//p"))


@pytest.mark.parametrize(
    ("page", "clean"),
    [
        ('<source media="(width >= 9px)" srcset=x>', '<source media="(width >= 9px)" srcset=x />'),
        ("<embed src=a/>b", "<embed src=a />b"),
        ("<wbr/><wbr />", "<wbr /><wbr />"),
        ('<source "a <p>b', '<source "a <p>b'),
        ('<source "a>b', '<source "a />b'),
        ("<embedded>", "<embedded>"),
    ],
)
def test_empty_elements_are_closed(page: str, clean: str) -> None:
    assert sanitise(page) == clean


def test_tags_in_scripts_and_comments_do_not_count_as_nesting() -> None:
    page = f"<body><script>{'<div>' * 500}</script><!-- {'<div>' * 500} --><p>a</p>{'<br>' * 200}</body>"
    assert sanitise(page) == page


def archive(encoding: str, body: bytes, charset: str = "windows-1252") -> bytes:
    return (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://e.example/a\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--b"\r\n\r\n'
        + f"----b\r\nContent-Type: text/html; charset={charset}\r\n".encode()
        + f"Content-Transfer-Encoding: {encoding}".encode()
        + b"\r\nContent-Location: https://daily.example/a/story\r\n\r\n"
        + body
        + b"\r\n----b\r\nContent-Type: image/png\r\n\r\niVBO\r\n----b--\r\n"
    )


def test_a_web_archive_is_opened() -> None:
    import base64
    import quopri

    last = "<p>Die <a href='b'>Tür</a> der Stadt war nicht zu schließen.</p><img src='cid:x' alt='a picture'>"
    page = f"<html><title>Tür</title><body>{PARAGRAPHS}{last}".encode("cp1252")
    for data in (
        archive("quoted-printable", quopri.encodestring(page)),
        archive("base64", base64.encodebytes(page)),
    ):
        assert is_mhtml(data)
        document = read_page(data, "a.mhtml", "", "", False)
        assert document.blocks[-1].text == "Die Tür der Stadt war nicht zu schließen."
        assert document.blocks[-1].inlines[0].href == "https://daily.example/a/b"


def test_the_archive_gives_the_encoding_of_its_page() -> None:
    page = page_of(archive("8bit", "<p>Łódź".encode("iso-8859-2"), "iso-8859-2"))
    assert page is not None
    assert page.data.decode(page.charset) == "<p>Łódź"


def test_an_archive_without_a_page_is_reported() -> None:
    data = archive("base64", b"AAAA").replace(b"text/html", b"text/x-none")
    assert page_of(data) is None
    with pytest.raises(ArticleError, match="without a page"):
        read_page(data, "a.mhtml", "", "", False)


def test_a_page_is_not_an_archive() -> None:
    assert not is_mhtml(b"<html>\nContent-Type: multipart/related\n\n")


PIECES = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<div class=share>",
            "</div>",
            "<article>",
            "<table><tr><td>",
            "</table>",
            "<ul><li>",
            "</ul>",
        ),
        *(
            "<blockquote>",
            "<pre>",
            "</pre>",
            "<h2>",
            "</h2>",
            "<a href='",
            "'>",
            "</a>",
            "<br>",
            "<img alt='a b c d' src=x>",
        ),
        *(
            "<script>",
            "</script>",
            "<!--",
            "-->",
            "&#27;",
            "&#x9b;",
            "\x1b[31m",
            "\u202e",
            "\ud800",
            "\0",
            "&lt;",
            "<![CDATA[",
        ),
        *(
            "<script type='application/ld+json'>",
            '{"@type":"NewsArticle","author":[{"name":7},',
            "}",
            "<title>",
            "<meta name=author content='",
        ),
        "This sentence is long enough to be taken for a paragraph of an article by anybody. ",
        *(
            "<math alttext='x'>",
            "<ruby>a<rt>b</rt></ruby>",
            "<figure>",
            "<figcaption>",
            "<dl><dt>a<dd>b",
            "<svg><title>",
        ),
    ]
)


def check(data: str | bytes, whole_page: bool) -> None:
    try:
        document = read_page(data, "page.html", "https://daily.example/", "", whole_page)
    except ArticleError:
        return
    texts = (document.title, document.kicker, document.standfirst, document.source.name, document.source.url)
    for text in (*texts, *document.authors, document.published, document.language):
        assert is_clean(text)
        assert "\n" not in text
    for block in document.blocks:
        assert block.text.strip()
        assert is_clean(block.text)
        assert all(
            not i.href or i.href.lower().startswith(("http://", "https://", "mailto:")) for i in block.inlines
        )


@settings(max_examples=50, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join), st.booleans())
def test_any_sequence_of_tags_is_an_article_or_an_error(page: str, whole_page: bool) -> None:
    check(page, whole_page)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.booleans())
def test_any_bytes_are_an_article_or_an_error(data: bytes, whole_page: bool) -> None:
    check(data, whole_page)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="abc <>&;#/\n\x1b", max_size=200))
def test_sanitising_twice_keeps_the_readable_text(text: str) -> None:
    once = sanitise(text)
    assert squash(sanitise(once)) == squash(once)


@pytest.mark.parametrize("start", ["<table><tr><td>", "<ul><li>", "<ol><li>", "<dl><dd>", "<blockquote>"])
def test_lists_and_tables_are_nested_no_deeper_than_the_extractor_can_read(start: str) -> None:
    root = parse_tree(sanitise(start * 500 + "word"))
    assert root is not None
    name = start[1 : start.index(">")]
    depth = max(sum(1 for _ in one.iterancestors()) for one in root.iter())
    assert len(list(root.iter(name))) == DEEPEST_COSTLY
    assert depth < 40
    assert root.text_content().split()[-1] == "word"
