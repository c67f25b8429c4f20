"""Detection of the format of a source."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.sources.detection import detect
from reader.sources.formats import Format

PAGE = b"<!DOCTYPE html>\n<html><head><title>River</title></head><body><p>It moved.</p></body></html>"
NOTES = b"# The river\n\nIt **moved** [here](https://example.org/a).\n\n## After\n\n- one\n"
STORY = b"THE RIVER\n\nBy morning the river had moved, and the bridge stood\nin another country.\n"


@pytest.mark.parametrize(
    ("data", "name", "said", "kind"),
    [
        (b"title: A\nparagraphs:\n- b\n", "x.yaml", "", Format.YAML),
        (b"format: 1\ntitle: A\nparagraphs:\n- b\n", "-", "", Format.YAML),
        (b"title: A\nparagraphs:\n- b\n", "x.txt", "text/plain", Format.YAML),
        (b"- just a list", "x.yml", "", Format.YAML),
        (PAGE, "x.html", "", Format.HTML),
        (PAGE, "x.txt", "", Format.HTML),
        (PAGE, "x.md", "", Format.HTML),
        (PAGE, "-", "text/plain", Format.HTML),
        (PAGE.decode().encode("utf-16"), "-", "", Format.HTML),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- a -->\n<html xmlns='x'><p>b", "x", "", Format.HTML),
        (b"<div><h1>Part</h1><p>Of a page</p></div>", "x", "", Format.HTML),
        (b"Just words, said to be a page.", "x.html", "", Format.PLAIN),
        (NOTES, "x.html", "text/html", Format.MARKDOWN),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n\n--a", "x", "", Format.MHTML),
        (b"From: a\nContent-Type: multipart/related;\n boundary=a\n\n--a", "x.mht", "", Format.MHTML),
        (b"From: Ada <a@b.c>\nSubject: River\n\nHello", "x", "", Format.PLAIN),
        (NOTES, "x.md", "", Format.MARKDOWN),
        (NOTES, "-", "", Format.MARKDOWN),
        (NOTES, "x.txt", "", Format.MARKDOWN),
        (NOTES, "https://example.org/a.html?b#c", "text/markdown; charset=utf-8", Format.MARKDOWN),
        (STORY, "https://example.org/a.md?b#c", "text/plain", Format.MARKDOWN),
        (b"---\ntitle: A\n---\n\nwords\n", "-", "", Format.MARKDOWN),
        (b"<p align=center>\n\n# Tool\n\nIt **is**.\n\n## Use\n\n</p>", "x", "", Format.MARKDOWN),
        (b"<style>\n</style>\n\n# Tool", "x.md", "", Format.MARKDOWN),
        (
            b"# Bus to nowhere\n\nThe bus was late again,\nand nobody knew why.\n\nIt rained.",
            "-",
            "",
            Format.MARKDOWN,
        ),
        (b"# count\n\nimport os\nprint('the words of a file, and its lines.')\n", "-", "", Format.PLAIN),
        (STORY, "x.txt", "", Format.PLAIN),
        (STORY, "-", "", Format.PLAIN),
        (b"Dear *all*, see [1] and a_b.\n", "-", "", Format.PLAIN),
        (b"", "-", "", Format.PLAIN),
        (b"N\bNA\bAM\bME\bE\n  ls - list\n", "-", "", Format.PLAIN),
        (b"%PDF-1.7\n%\xe2\xe3", "x.txt", "", Format.PDF),
        (b"\n\n%PDF-1.4", "x", "text/html", Format.PDF),
        (b"PK\x03\x04....\0\0mimetypeapplication/epub+zip", "x", "", Format.EPUB),
        (b"PK\x03\x04....\0\0word/document.xml", "x.docx", "", Format.ZIP),
        (b"\x89PNG\r\n\x1a\n", "x", "", Format.IMAGE),
        (b"RIFF\0\0\0\0WEBPVP8", "x", "", Format.IMAGE),
        (b"\0\0\0\x20ftypavif", "x", "", Format.IMAGE),
        (b"\0\0\0\x20ftypisom", "x", "", Format.BINARY),
        (b"BM\x00\x01\0\0", "x", "", Format.IMAGE),
        (gzip.compress(b"a", mtime=0), "x.txt", "", Format.BINARY),
        (b"\x7fELF\x02\x01\x01\0", "x", "", Format.BINARY),
        (bytes(range(256)) * 4, "x.txt", "text/plain", Format.BINARY),
        (PAGE.replace(b">", b">\0", 2), "-", "", Format.HTML),
        (STORY.replace(b" ", b"\0 ", 2), "x.txt", "", Format.PLAIN),
        (STORY + b"\0" * 500, "x.txt", "", Format.PLAIN),
        (b"name" + b"\0" * 90 + b"ustar " + STORY * 20, "x.txt", "", Format.BINARY),
        (b"\0" * 40, "x.txt", "", Format.BINARY),
    ],
)
def test_the_format_follows_from_content_then_server_then_name(
    data: bytes, name: str, said: str, kind: Format
) -> None:
    assert detect(data, name, said) is kind


@settings(max_examples=100)
@given(st.binary(max_size=300), st.text(max_size=12), st.text(max_size=20))
def test_detection_never_fails(data: bytes, name: str, said: str) -> None:
    assert detect(data, name, said) in Format
