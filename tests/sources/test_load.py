"""Opening of sources of every format."""

from __future__ import annotations

import io
import sys
import threading
import zipfile
from pathlib import Path

import pytest

from reader.errors import ArticleError, SourceError
from reader.model import NO_SOURCE, BlockKind, Document, Source
from reader.sources import html
from reader.sources.fetch.watch import CancelledError
from tests.http_server import PAGE, answer, hanging, head, redirect, serving
from tests.loaded import load

ARTICLE = "title: T\nparagraphs: [a]\npublished: soon\n"
MARKDOWN = "# The river moved\n\nIt *did* so [at night](https://example.org/).\n\n- first\n- second\n"
PLAIN = "The river moved at night.\n\nNobody had asked it to.\n"


def given(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Put `data` on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


# --- article files ------------------------------------------------------------------------------------


def test_a_file_becomes_an_article_with_its_warnings(tmp_path: Path) -> None:
    path = tmp_path / "river.yaml"
    path.write_text(ARTICLE)
    loaded = load(str(path))
    assert loaded.document.title == "T"
    assert [str(fault).startswith(f"{path}:3:12: published soon") for fault in loaded.warnings] == [True]
    assert (loaded.path, loaded.format, loaded.url) == (path, "yaml", "")


def test_the_path_is_absolute_and_the_name_is_as_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    Path("river.yaml").write_text(ARTICLE)
    for name in ("river.yaml", "./river.yaml", "~/river.yaml"):
        loaded = load(name)
        assert loaded.path == tmp_path / "river.yaml"
        assert loaded.warnings[0].name == name


@pytest.mark.parametrize(
    "data", [ARTICLE.encode(), b"format: 1\n" + ARTICLE.encode()], ids=["keys", "format"]
)
def test_an_article_is_read_from_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    given(monkeypatch, data)
    loaded = load("-")
    assert loaded.path is None
    assert loaded.format == "yaml"
    assert loaded.warnings[0].name == "standard input"


def test_an_article_without_a_suffix_is_detected_by_its_content(tmp_path: Path) -> None:
    (tmp_path / "river").write_text(ARTICLE)
    loaded = load(str(tmp_path / "river"))
    assert (loaded.document.title, loaded.format) == ("T", "yaml")
    assert loaded.warnings


def test_a_broken_article_file_is_reported_with_its_position(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("<html>no article</html>")
    with pytest.raises(ArticleError, match=r"a\.yaml:1:1: "):
        load(str(tmp_path / "a.yaml"))


def test_a_byte_order_mark_is_removed_and_the_file_name_is_cleaned(
    tmp_path: Path,
) -> None:
    (tmp_path / "saved\x1b.yaml").write_text("\ufeff" + ARTICLE)
    loaded = load(str(tmp_path / "saved\x1b.yaml"))
    assert loaded.document.title == "T"
    assert loaded.warnings[0].name == str(tmp_path / "saved␛.yaml")


def test_a_surrogate_in_a_file_is_reported_with_its_position(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes("title: \ud800".encode("utf-8", "surrogatepass"))
    with pytest.raises(ArticleError, match=r"a\.yaml:1:8: the byte 0xed is not UTF-8"):
        load(str(tmp_path / "a.yaml"))


# --- other kinds --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "kind", "title"),
    [
        ("page.html", PAGE, "html", "The ferry that went twice"),
        ("notes.md", MARKDOWN.encode(), "markdown", "The river moved"),
        ("old_story.txt", PLAIN.encode(), "plain", "Old story"),
        ("page", PAGE, "html", "The ferry that went twice"),
        ("page.txt", PAGE, "html", "The ferry that went twice"),
        ("umlaut.txt", "Über den Fluß geht es nachts.\n".encode("cp1252"), "plain", "Umlaut"),
        ("wide.txt", PLAIN.encode("utf-16"), "plain", "Wide"),
    ],
    ids=["page", "Markdown", "text", "page without suffix", "page called text", "cp1252", "UTF-16"],
)
def test_the_format_of_a_file_follows_from_its_content(
    tmp_path: Path, name: str, data: bytes, kind: str, title: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    loaded = load(str(path))
    assert (loaded.format, loaded.document.title, loaded.path) == (kind, title, path)
    assert loaded.document.source.url == ""


@pytest.mark.parametrize(
    ("data", "kind"),
    [(PAGE, "html"), (MARKDOWN.encode() * 2, "markdown"), (PLAIN.encode(), "plain")],
    ids=["page", "Markdown", "text"],
)
def test_the_format_of_standard_input_follows_from_its_content(
    monkeypatch: pytest.MonkeyPatch, data: bytes, kind: str
) -> None:
    given(monkeypatch, data)
    loaded = load("-")
    assert (loaded.format, loaded.path) == (kind, None)


def test_the_requested_format_is_used(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text(MARKDOWN)
    loaded = load(str(path), format="plain")
    assert loaded.format == "plain"
    assert any("*did*" in block.text for block in loaded.document.blocks)
    with pytest.raises(ArticleError, match=r"notes\.md:1:1: "):
        load(str(path), format="yaml")
    path = tmp_path / "river.yaml"
    path.write_text(ARTICLE)
    assert load(str(path), format="plain").format == "plain"


def test_the_whole_page_is_shown_on_request(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(PAGE.replace(b"<main>", b"<nav><a href='/'>Harbour news</a></nav><main>"))
    shown = [" ".join(b.text for b in load(str(path), whole_page=w).document.blocks) for w in (False, True)]
    assert ["Harbour news" in text for text in shown] == [False, True]


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        ("a b.pdf", b"%PDF-1.7\n", "is a PDF; to read its text: pdftotext '{}' - | reader -"),
        ("pdf.html", b"%PDF-1.7\n", "is a PDF; to read its text: pdftotext {} - | reader -"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "is a picture, not text"),
        ("a.txt", b"\0\1\2\3" * 50, "is binary, not text"),
        ("a.gz", b"\x1f\x8b\x08", "is binary, not text"),
        ("a.zip", b"PK\3\4", "is an archive; unpack it and name a file in it"),
        (
            "a.docx",
            b"PK\3\4",
            "is a word processor's file; to read its text: pandoc {} -t html | reader -",
        ),
        ("esc\x1b.pdf", b"%PDF-1.7\n", "is a PDF; to read its text: pdftotext '{}' - | reader -"),
    ],
)
def test_a_file_that_is_not_text_is_refused_with_a_way_to_its_text(
    tmp_path: Path, name: str, data: bytes, fault: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(SourceError) as caught:
        load(str(path))
    assert caught.value.fault == fault.format(str(path).replace("\x1b", "␛"))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", b"The river r\0ose in the night.\n\nAnd went.\0\n"),
        ("a.md", b"# River\n\nThe river r\0ose in the night.\n"),
        (
            "a.html",
            b"<body><article>" + b"<p>The river r\0ose in the night, and left its bed above the mill." * 4,
        ),
        *(
            (f"{encoding}.txt", "The river rose in the night.\n\nAnd went.".encode(encoding))
            for encoding in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
        ),
    ],
)
def test_stray_nuls_are_removed(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    text = " ".join(block.text for block in load(str(tmp_path / name)).document.blocks)
    assert "The river rose in the night" in text
    assert not set("\0␀\ufffd") & set(text)


def test_an_e_book_is_refused_with_a_way_to_its_text(tmp_path: Path) -> None:
    path = tmp_path / "a.epub"
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
    with pytest.raises(SourceError, match="is an e-book; to read its text: pandoc "):
        load(str(path))


def test_standard_input_that_is_not_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, b"%PDF-1.7\n")
    with pytest.raises(SourceError) as caught:
        load("-")
    assert str(caught.value) == "standard input: is a PDF; to read its text: pdftotext FILE - | reader -"


@pytest.mark.parametrize("name", ["a.pdf", "a.html", "a.md", "story"])
def test_a_missing_file_is_reported_for_every_suffix(tmp_path: Path, name: str) -> None:
    with pytest.raises(SourceError, match="there is no such file"):
        load(str(tmp_path / name))


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_an_empty_source_is_an_error(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"")
    with pytest.raises(ArticleError, match="there is no"):
        load(str(tmp_path / name))


# --- the web ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "kind", "form", "title"),
    [
        (PAGE, "text/html", "html", "The ferry that went twice"),
        (PAGE, "text/plain", "html", "The ferry that went twice"),
        (MARKDOWN.encode(), "text/markdown", "markdown", "The river moved"),
        (PLAIN.encode(), "text/plain", "plain", "Old story"),
        (PLAIN.encode("utf-16"), "text/plain", "plain", "Old story"),
        (
            "Über den Fluß geht es nachts.".encode("cp1252"),
            "text/plain; charset=latin-1",
            "plain",
            "Old story",
        ),
        (b"title: T\nparagraphs: [a]\n", "text/plain", "yaml", "T"),
        (b"title: T\nparagraphs: [a]\n", "application/yaml", "yaml", "T"),
    ],
    ids=[
        *("page", "page called text", "Markdown", "text", "UTF-16", "cp1252"),
        *("article called text", "article"),
    ],
)
def test_the_format_of_a_fetched_page_follows_from_its_content(
    body: bytes, kind: str, form: str, title: str
) -> None:
    with serving({"/": redirect("/old-story"), "/old-story": answer(body, kind)}) as server:
        loaded = load(server.url("/"))
        assert (loaded.format, loaded.document.title) == (form, title)
        assert loaded.url == server.url("/old-story")
        assert loaded.document.source == (NO_SOURCE if form == "yaml" else Source("127.0.0.1", loaded.url))
        assert loaded.path is None
        assert not any("\ufffd" in block.text for block in loaded.document.blocks)


def test_a_pdf_that_the_server_calls_text_is_refused() -> None:
    with serving({"/": answer(b"%PDF-1.7\n", "text/html")}) as server:
        with pytest.raises(SourceError) as caught:
            load(server.url("/"))
        assert caught.value.fault == "is a PDF; to read its text: pdftotext FILE - | reader -"


def test_links_are_resolved_against_the_address_after_redirects() -> None:
    page = PAGE.replace(b"island", b"<a href='next'>island</a>", 1)
    with serving({"/": redirect("/a/b"), "/a/b": answer(page)}) as server:
        links = [i.href for block in load(server.url("/")).document.blocks for i in block.inlines]
        assert links == [server.url("/a/next")]


@pytest.mark.parametrize("name", ["ftp://example.org/a", "file:///etc/passwd", "gopher://x"])
def test_only_web_addresses_are_fetched(name: str) -> None:
    with pytest.raises(SourceError, match="cannot be opened; only http and https addresses can"):
        load(name)


def test_a_password_in_an_address_is_not_shown() -> None:
    with pytest.raises(SourceError) as caught:
        load("https://ada:secret@example.org/")
    assert "secret" not in str(caught.value)


def test_progress_is_reported() -> None:
    reported: list[tuple[int, int | None]] = []
    with serving() as server:
        load(server.url("/"), progress=lambda *args: reported.append(args))
    assert reported[-1] == (len(PAGE), len(PAGE))


def test_loading_is_cancelled() -> None:
    cancelled = threading.Event()
    with (
        serving({"/": hanging(head(200, **{"content-type": "text/html"}) + b"abc")}) as server,
        pytest.raises(CancelledError),
    ):
        load(server.url("/"), progress=lambda *_: cancelled.set(), cancelled=cancelled)


def test_parsing_is_cancelled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Endless:
        """A page whose parsing only ends when it is cancelled."""

        def __init__(self, *_: object) -> None:
            self.ended = threading.Event()

        def document(self) -> Document:
            cancelled.set()  # the user presses Esc now
            assert self.ended.wait(30)
            raise ArticleError("page.html", "was ended")

        def cancel(self) -> None:
            self.ended.set()

    cancelled = threading.Event()
    monkeypatch.setattr(html, "start", Endless)
    (tmp_path / "page.html").write_bytes(PAGE)
    with pytest.raises(CancelledError, match=r"page\.html: was cancelled"):
        load(str(tmp_path / "page.html"), cancelled=cancelled)


def test_a_parser_that_is_cancelled_ends() -> None:
    parsing = html.start(PAGE, "page.html")
    parsing.cancel()
    with pytest.raises(ArticleError):
        parsing.document()


def test_a_page_that_is_not_cancelled_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(PAGE)
    document = load(str(tmp_path / "page.html"), cancelled=threading.Event()).document
    assert document.blocks[0].kind is BlockKind.PARAGRAPH
    (tmp_path / "page.html").write_bytes(b"<html></html>")
    with pytest.raises(ArticleError):
        load(str(tmp_path / "page.html"), cancelled=threading.Event())
