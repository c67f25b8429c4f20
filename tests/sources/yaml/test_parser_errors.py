"""Messages for a file that is not YAML: clear to its author, with the position of the mistake."""

from __future__ import annotations

import pytest
import yaml

from reader.sources.faults import Position
from reader.sources.yaml.article import check
from reader.sources.yaml.parser_errors import syntax_fault

QUOTATION = "needs quotation marks"


def said(text: str | bytes) -> str:
    (fault,) = check(text if isinstance(text, bytes) else text.encode(), "x")
    return str(fault).removeprefix("x:")


@pytest.mark.parametrize("pure", [False, True], ids=["libyaml", "pure Python"])
@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("title: The river: a story", "1:17", "text with “: ” in it needs quotation marks"),
        ('p:\n- "We woke up," she said.\n- b', "2:17", 'text goes on after the closing "'),
        ('title: "Foo" bar\np: x', "1:14", 'text goes on after the closing "'),
        ("p:\n- 'Tis the season\n- x", "2:3", "this quotation mark is never closed"),
        ('title: "x', "1:8", "this quotation mark is never closed"),
        ('title: "x\n---\ny: z', "1:8", "this quotation mark is never closed"),
        ("p:\n- *emphasis* and more", "2:3", f"text that begins with * {QUOTATION}"),
        ("p:\n- &c. and more", "2:3", f"text that begins with & {QUOTATION}"),
        ("p:\n- @user wrote", "2:3", f"text that begins with @ {QUOTATION}"),
        ("p:\n- `code` is", "2:3", f"text that begins with ` {QUOTATION}"),
        ("p:\n- %a", "2:3", f"text that begins with % {QUOTATION}"),
        ("p:\n- !<tag", "2:3", f"text that begins with ! {QUOTATION}"),
        ("p:\n- [sic] he wrote\n- x", "2:3", f"text that begins with [ {QUOTATION}"),
        ("p:\n- , x", "2:3", f"text that begins with , {QUOTATION}"),
        ("p: [a, b\nc: d", "1:4", "a list in [ ] needs its commas"),
        ("a: b\np: [\n", "2:4", "a list in [ ] needs its commas"),
        ("a: b\np: {", "2:4", "a list in [ ] needs its commas"),
        ("p: [a\n\n", "1:4", "a list in [ ] needs its commas"),
        ("p:\n- > quoted\n- x", "2:5", "after > or | comes a new line"),
        ("p:\n\t- a", "2:1", "a tab cannot indent YAML"),
        ("title: x\n note: y", "2:6", "is this line indented like them?"),
        ("title: x\n- y", "2:1", "is this line indented like them?"),
        ("title: x\n...\ny", "3:1", "is this line indented like them?"),
        ("title: x\nmore\nnote: y", "3:1", "expected “key: …”"),
        ("title: - x", "1:8", "“- ” begins a list"),
        (r'title: "C:\qrs"', "1:", "this \\ escape names no character"),
        (r'title: "\uZZ"', "1:", "this \\ escape names no character"),
        (b"title: caf\xe9\n", "1:11", "the byte 0xe9 is not UTF-8; save the file as UTF-8"),
        (b"a: b\r\nc\xc3: \xe2\x82", "2:2", "the byte 0xc3 is not UTF-8"),
        (b"\xef\xbb\xbfa: b\n\x00", "2:1", "the control character U+0000 cannot stand"),
        ("\ufeffa: \x1b[31m", "1:4", "the control character U+001B cannot stand"),
        ("a: b\r\nc: x\x85d: \x9b", "3:4", "the control character U+009B cannot stand"),
        ("a: \ufffe", "1:4", "the control character U+FFFE cannot stand"),
        ("a: b".encode("utf-16"), "1:1", "the file is UTF-16; save it as UTF-8"),
        ("a: b".encode("utf-16-be"), "1:1", "the control character U+0000 cannot stand"),
        ("%YAML 7.0\n---\na: b", "1:1", "delete this line that begins with %"),
        ("%YAML 1.x\n---\na: b", "1:9", "delete this line that begins with %"),
        ("%TAG !, a\n---\na: b", "1:7", "delete this line that begins with %"),
        ('"{"? ]', "1:4", "text with “? ” in it needs quotation marks"),
    ],
)
def test_each_mistake_is_reported_at_its_position(
    text: str | bytes, place: str, words: str, pure: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if pure:
        monkeypatch.delattr(yaml, "CSafeLoader")
    message = said(text)
    assert message.startswith(place)
    assert words in message


def test_an_escaped_surrogate_is_refused() -> None:
    assert said(r'title: "\ud800"') == (
        '1:11: this \\ escape names no character; in text between " marks write \\\\ for a backslash'
    )


def test_an_escape_beyond_unicode_is_an_error_of_the_pure_parser_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(yaml, "CSafeLoader")
    assert "not YAML" in said(r'title: "\UFFFFFFFF"')


MARK = yaml.Mark("x", 0, 1, 4, None, 0)
UNKNOWN = "not YAML; check the colons, quotation marks and indentation here"


@pytest.mark.parametrize(
    ("error", "place"),
    [
        (yaml.MarkedYAMLError("while doing", MARK, "a problem in words of a later version", MARK), (2, 5)),
        (yaml.MarkedYAMLError(problem="a problem in words of a later version"), (1, 1)),
        (yaml.YAMLError("a problem in words of a later version"), (1, 1)),
        (ValueError("chr() arg not in range(0x110000)"), (1, 1)),
    ],
)
def test_unknown_messages_of_the_parser_are_not_shown(error: Exception, place: tuple[int, int]) -> None:
    assert syntax_fault(error, b"a: b\nc: d") == (Position(*place), UNKNOWN)


def test_the_nesting_limit_of_libyaml_has_our_own_message() -> None:
    error = yaml.MarkedYAMLError("while increasing flow level", MARK, "exceeded maximum nesting depth", MARK)
    assert syntax_fault(error, b"a: b\nc: [[[")[1] == said("a: " + "[" * 21 + "]" * 21).partition(": ")[2]
