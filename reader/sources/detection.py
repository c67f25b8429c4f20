"""Detect the format of a source: by its content, then by the server's content type, then by its suffix.

Only the beginning of the content is examined.
"""

from __future__ import annotations

import re

from reader.sources.encoding import decode
from reader.sources.formats import Format, format_by_suffix

HEAD = 1 << 16
"""The number of bytes at the beginning that are examined."""


_TYPES: tuple[tuple[str, Format], ...] = (
    ("text/html", Format.HTML),
    ("application/xhtml", Format.HTML),
    ("text/markdown", Format.MARKDOWN),
    ("text/x-markdown", Format.MARKDOWN),
    ("multipart/related", Format.MHTML),
    ("application/x-mimearchive", Format.MHTML),
    ("message/rfc822", Format.PLAIN),
    ("application/yaml", Format.YAML),
    ("application/x-yaml", Format.YAML),
    ("text/yaml", Format.YAML),
    ("text/x-yaml", Format.YAML),
)
_MAGIC: tuple[tuple[bytes, Format], ...] = (
    (b"\x89PNG\r\n", Format.IMAGE),
    (b"\xff\xd8\xff", Format.IMAGE),
    (b"GIF87a", Format.IMAGE),
    (b"GIF89a", Format.IMAGE),
    (b"II*\0", Format.IMAGE),
    (b"MM\0*", Format.IMAGE),
    (b"\0\0\1\0", Format.IMAGE),
    (b"PK\x05\x06", Format.ZIP),
    (b"\x1f\x8b", Format.BINARY),
    (b"BZh", Format.BINARY),
    (b"\xfd7zXZ\0", Format.BINARY),
    (b"7z\xbc\xaf", Format.BINARY),
    (b"Rar!", Format.BINARY),
    (b"\x28\xb5\x2f\xfd", Format.BINARY),
    (b"\x7fELF", Format.BINARY),
    (b"\xd0\xcf\x11\xe0", Format.BINARY),
    (b"{\\rtf", Format.BINARY),
    (b"%!PS", Format.BINARY),
    (b"SQLite format 3\0", Format.BINARY),
    (b"wOF", Format.BINARY),
    (b"OggS", Format.BINARY),
    (b"ID3", Format.BINARY),
)
_NULS = "\0" * 8
"""This many NULs in a row are padding in binary data."""

# Text that may precede the first tag of a page. The length of each comment and instruction is bounded.
_BEFORE_TAG = re.compile(r"\s*(?:<\?xml[^>]{0,400}>|<!--(?:[^-]|-(?!->)){0,8000}-->|\s)*", re.IGNORECASE)
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)(?=[\s>])")
_JSON_FEED = re.compile(r'\s*\{[^{}\[\]]{0,2000}"version"\s*:\s*"https?:(?:\\?/){2}jsonfeed\.org')
_PAGE = re.compile(
    r"<(?:!doctype\s+html|html|head|body|meta|title|link|script|style|base|noscript|frameset)(?=[\s>/])",
    re.IGNORECASE,
)
_PART = re.compile(r"<(?:div|p|h[1-6]|article|section|main|table|ul|ol|span|header|nav|form)(?=[\s>/])", re.I)
_MIME = re.compile(r"(?:[A-Za-z][\w-]{0,60}:[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n){0,40}){1,60}")
_MIME_PAGE = re.compile(r"^content-type:\s*(?:multipart/related|text/html)", re.IGNORECASE | re.MULTILINE)
_FIRST = re.compile(r"---\s*$|['\"]?[a-z][\w-]*['\"]?\s*:|[{%]")
_KEY = re.compile(r"^(title|paragraphs|format|quotes|entities)[ \t]*:", re.MULTILINE)
_FENCE = re.compile(r"\A(?:---[ \t]*\n(?=[A-Za-z_][\w .-]*:)|\+\+\+[ \t]*\n(?=[A-Za-z_][\w.-]*[ \t]*=))")
_SIGNS = (  # signs of Markdown, each with its weight
    (re.compile(r"^ {0,3}#{1,6} +\S", re.MULTILINE), 2),
    (re.compile(r"^ {0,3}(```|~~~)", re.MULTILINE), 2),
    (re.compile(r"!?\[[^\]\n]{1,200}\]\((?:https?://|/|\.|#|mailto:|[\w-]+[./])[^)\s]{0,500}"), 3),
    (re.compile(r"^ {0,3}\[[^\]\n]{1,100}\]: +(?:https?://|/|\.|#)\S", re.MULTILINE), 2),
    (re.compile(r"^ {0,3}\[\^[^\]\s]{1,40}\]: ", re.MULTILINE), 2),
    (re.compile(r"^ {0,3}\|?[ \t]*:?-{3,}:?[ \t]*\|[ \t|:-]*$", re.MULTILINE), 3),
    (re.compile(r"(?<![\w*])\*\*[^\s*][^*\n]{0,200}\*\*(?![\w*])"), 2),
    (re.compile(r"(?<![\w`])`[^`\n]{1,100}`(?![\w`])"), 1),
    (re.compile(r"^ {0,3}[-*+] \[[ xX]\] ", re.MULTILINE), 2),
)
_MARKDOWN_SCORE = 4
"""The lowest score at which a text without a known suffix counts as Markdown. A single sign may be chance."""
_ENDS = tuple(".!?…。！？")
"""The characters that end a sentence."""


def detect(data: bytes, name: str, content_type: str = "") -> Format:
    """The format of `data`, the beginning of the source `name`.

    `content_type` is the one that the server sent, with or without parameters. Unmistakable content counts
    more than the name: a web page in a file `a.txt` is HTML. Never fails; examines `HEAD` bytes.
    """
    head = data[:HEAD]
    kind = _by_magic(head)
    if kind:
        return kind
    charset = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", content_type, re.IGNORECASE)
    text = decode(head, charset[1] if charset else "", page=True).text
    if _is_binary(text):
        return Format.BINARY
    named = _by_name(name, content_type)
    return _by_text(text.replace("\r\n", "\n").replace("\r", "\n"), named)


def is_binary(data: bytes) -> bool:
    """Whether the data is binary rather than text in any encoding."""
    head = data[:HEAD]
    return _by_magic(head) is not None or _is_binary(decode(head).text)


def _by_magic(head: bytes) -> Format | None:
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head.startswith(b"PK\x03\x04"):
        return Format.EPUB if b"application/epub+zip" in head[:200] else Format.ZIP
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return Format.IMAGE
    if head[4:8] == b"ftyp":
        return Format.IMAGE if head[8:12] in (b"avif", b"heic", b"heix", b"mif1") else Format.BINARY
    if head.startswith(b"BM") and b"\0" in head[:20]:
        return Format.IMAGE
    # PDF readers allow other bytes before `%PDF-`, and mail programs add some.
    return Format.PDF if b"%PDF-" in head[:64] and b"<" not in head[: head.find(b"%PDF-")] else None


def _is_binary(text: str) -> bool:
    """Whether the decoded text has many control characters, or several NULs in a row.

    A few stray NULs are allowed: browsers and editors ignore them, and some files end in NULs.
    """
    if "\0" in text:
        text = text.rstrip("\0")
        if _NULS in text or not text:
            return True
    foreign = sum(text.count(chr(code)) for code in (*range(9), *range(14, 27), *range(28, 32)))
    foreign -= text.count("\b") + text.count("\x0f") + text.count("\x0e")  # overstrikes of old printers
    return foreign > max(min(8, len(text) // 4), len(text) // 20)


def _by_name(name: str, content_type: str) -> Format | None:
    """The format that the content type or the suffix names. The content type `text/plain` names no format."""
    kind = content_type.partition(";")[0].strip().lower()
    for prefix, form in _TYPES:
        if kind.startswith(prefix):
            return form
    return format_by_suffix(name)


def _by_text(text: str, named: Format | None) -> Format:
    start = _BEFORE_TAG.match(text)
    at = start.end() if start else 0
    if _FEED.match(text, at) or _JSON_FEED.match(text):
        return Format.HTML  # the importer of pages reads feeds too
    mime = _MIME.match(text.lstrip("\n"))
    if _PAGE.match(text, at):
        # A Markdown text may begin with a tag, so its suffix counts.
        opens = text[at : at + 9].lower().startswith(("<!doctype", "<html", "<head", "<body"))
        return named if named in (Format.MARKDOWN, Format.YAML) and not opens else Format.HTML
    if mime and _MIME_PAGE.search(mime[0]):
        return Format.MHTML
    if named and named is not Format.MHTML:
        return _confirmed(text, named)
    if _is_article(text):
        return Format.YAML
    if _PART.match(text, at) and re.search(r"</(?:div|p|h[1-6]|article|section|main|table|ul|ol)>", text):
        return Format.HTML if _score(text) < _MARKDOWN_SCORE else Format.MARKDOWN
    if _FENCE.match(text) or _score(text) >= _MARKDOWN_SCORE or _is_titled(text):
        return Format.MARKDOWN
    return Format.PLAIN


def _confirmed(text: str, named: Format) -> Format:
    """`named`, unless the text contradicts it; then the format of the text."""
    if named is Format.PLAIN and _is_article(text):
        return Format.YAML
    if named is Format.PLAIN and (_FENCE.match(text) or _score(text) >= 2 * _MARKDOWN_SCORE):
        return Format.MARKDOWN
    if named is Format.HTML and "<" not in text:
        return Format.MARKDOWN if _score(text) >= _MARKDOWN_SCORE else Format.PLAIN
    return named


def _is_article(text: str) -> bool:
    """Whether the text begins with a key and has the two required keys of an article file.

    Front matter has only one of the two keys. A text that quotes an article file begins with other words.
    """
    first = next((line for line in text.splitlines() if line.strip() and line[0] != "#"), "")
    keys = set(_KEY.findall(text)) if _FIRST.match(first) else set()
    return "paragraphs" in keys and bool(keys & {"title", "format"})


def _is_titled(text: str) -> bool:
    """Whether the text begins with `# Title` and a paragraph of sentences, unlike a comment in a program."""
    title, _, rest = text.strip().partition("\n\n")
    first = rest.lstrip().partition("\n\n")[0]
    is_prose = len(first.split()) > 7 and first.rstrip("\"”’'*_ ")[-1:] in _ENDS
    return title.startswith("# ") and "\n" not in title and is_prose and not first.startswith("#")


def _score(text: str) -> int:
    """The sum of the weights of the Markdown signs in the text. A repeated sign counts twice."""
    score = 0
    for sign, weight in _SIGNS:
        found = sign.finditer(text)
        score += weight * sum(1 for _, _ in zip(range(2), found, strict=False))
    return score
