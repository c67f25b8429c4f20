"""Strict parsing of YAML, and the faults of other files."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.sources.faults import Faults, Position
from reader.sources.yaml import tree as yaml_tree
from reader.sources.yaml.tree import DEPTH, Node, YamlList, YamlMap, parse
from tests.strategies import raw_text


@pytest.fixture(params=["libyaml", "pure Python"], autouse=True)
def parser(request: pytest.FixtureRequest) -> Iterator[str]:
    """Both parsers of PyYAML: it can be built without libyaml."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "pure Python":
            patch.delattr(yaml, "CSafeLoader")
        yield request.param


def tree(text: str | bytes) -> tuple[Node, list[str]]:
    faults = Faults("x")
    node = parse(text if isinstance(text, bytes) else text.encode(), faults)
    return node, [str(fault).removeprefix("x:") for fault in faults.all]


def plain(node: Node) -> object:
    if isinstance(node, YamlMap):
        return {key: plain(entry.value) for key, entry in node.entries.items()}
    return [plain(item) for item in node.items] if isinstance(node, YamlList) else node


def value(text: str) -> object:
    node, faults = tree(text)
    assert faults == []
    return plain(node)


def fault(text: str | bytes) -> str:
    (only,) = tree(text)[1]
    return only


def test_scalars_are_text_whatever_they_look_like() -> None:
    text = "[NO, yes, 1:30, 0o7, 007, 2015-05-28, 1e3, .inf, 0x1F, true, =, 1_000, '~', \"\", 12:30:45]"
    assert value(text) == text[1:-1].replace("'~'", "~").replace('""', "").split(", ")


def test_only_empty_tilde_and_null_are_absent() -> None:
    assert value("[~, null, ]") == [None, None]
    assert value("{a: , b: ''}") == {"a": None, "b": ""}
    assert value("['null', \"~\", Null, NULL]") == ["null", "~", "Null", "NULL"]


def test_every_value_has_its_position() -> None:
    node, _ = tree("a: 1\nb:\n  - x\n  - {c: y}\n  - >-\n    z\n")
    assert isinstance(node, YamlMap)
    items = node.entries["b"].value
    assert isinstance(items, YamlList)
    assert node.entries["a"].position == Position(1, 4)
    assert node.entries["b"].key_position == Position(2, 1)
    assert [at for _, at in items] == [(3, 5), (4, 5), (5, 5)]
    assert items.position_of(1) == Position(4, 5)


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
def test_every_newline_and_a_byte_order_mark_are_read(newline: str) -> None:
    text = newline.join(["\ufeffa: b", "c: |", "  d", "  e", "f: g", ""])
    assert value(text) == {"a": "b", "c": "d\ne\n", "f": "g"}


def test_document_markers_are_read() -> None:
    assert value("%YAML 1.1\n---\na: b\n...\n") == {"a": "b"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "1:1: the file is empty; title: and paragraphs: are missing"),
        ("# only\n# comments\n", "1:1: the file holds comments only; title: and paragraphs: are missing"),
        ("\ufeff\n", "1:1: the file is empty; title: and paragraphs: are missing"),
        ("a: b\n---\nc: d\n", "2:1: a second document begins here; a file holds one article"),
        ("a: &x b", "1:4: anchor &x is not allowed; text that begins with & needs quotation marks"),
        ("a: &x [b]", "1:4: anchor &x is not allowed; text that begins with & needs quotation marks"),
        ("a: !!str b", "1:4: tag !!str is not allowed; text that begins with ! needs quotation marks"),
        (
            "a: !!python/none {}",
            "1:4: tag !!python/none is not allowed; text that begins with ! needs quotation marks",
        ),
        ("a: ! b", "1:4: tag ! is not allowed; text that begins with ! needs quotation marks"),
        ("<<: {a: b}", "1:1: the merge key << is not allowed; write the keys out"),
        ("a: 1\nb: 2\na: 3", "3:1: the key a is here twice, first in line 1"),
        ("a: 1\n'a ': 3", "2:1: the key a is here twice, first in line 1"),
        ("? [a]\n: b", "1:3: a key is text, not a list or mapping; { and [ need quotation marks"),
        ("? {a: b}\n: b", "1:3: a key is text, not a list or mapping; { and [ need quotation marks"),
        ('"": b', "1:1: a key is missing before the colon"),
    ],
)
def test_forbidden_yaml_is_reported_with_its_position(text: str, expected: str) -> None:
    assert fault(text) == expected


def test_an_alias_is_refused_as_key_and_value() -> None:
    _, faults = tree("a: &x b\nc: *x\n*x : d\ne: f")
    assert [line.partition(" is not")[0] for line in faults] == [
        "1:4: anchor &x",
        "2:4: alias *x",
        "3:1: alias *x",
    ]


def test_a_quoted_merge_key_is_an_ordinary_key() -> None:
    assert value('"<<": a') == {"<<": "a"}


def test_every_fault_is_reported_and_the_rest_is_read() -> None:
    node, faults = tree("a: &x b\na: !t {c: d, c: e}\nf: g")
    assert plain(node) == {"a": "b", "f": "g"}
    assert [line[:4] for line in faults] == ["1:4:", "2:1:", "2:4:", "2:14"]


def test_nesting_is_limited() -> None:
    assert fault("a: " + "[" * DEPTH + "]" * DEPTH) == f"1:{DEPTH + 3}: more than 20 levels inside each other"
    assert tree("a: " + "[" * (DEPTH - 1) + "]" * (DEPTH - 1))[1] == []


@pytest.mark.parametrize(
    ("opening", "said"),
    [("[", "levels"), ("{a: ", "levels"), ("- ", "levels"), ("? ", "a key is text"), ("[{a: ", "levels")],
)
@pytest.mark.parametrize("depth", [24_000, 50_000])
def test_very_deep_nesting_is_reported_in_one_line(opening: str, said: str, depth: int) -> None:
    (only,) = tree(opening * depth)[1]
    assert said in only


def test_alias_bombs_and_merge_bombs_are_not_expanded() -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]" for i in range(1, 60))]
    assert len(tree("\n".join(lines))[1]) == 60 + 2 * 59
    lines = ["m0: &m0 {a: b}", *(f"m{i}: &m{i} {{<<: [*m{i - 1}, *m{i - 1}]}}" for i in range(1, 60))]
    assert "the merge key" in tree("\n".join(lines))[1][2]


def test_too_many_values_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_tree, "VALUES", 10)
    assert fault("[" + "a, " * 20 + "]") == "1:29: more than 10 values"


def test_escapes_are_decoded() -> None:
    assert value(r'"\e\x9b\u202e\U0001F600"') == "\x1b\x9b\u202e\U0001f600"


@settings(max_examples=150)
@given(st.one_of(st.binary(max_size=80), raw_text().map(lambda text: text.encode("utf-8", "replace"))))
@example(b"a: \xed\xa0\x80")
@example(b'"\\uD800"')
@example(b'"\\Uffffffff"')
@example(b"%YAML 99999999999999999999.1\n---\n")
@example(b"a: \xe2\x80\xa8b\n\xc2\x85- c")
def test_any_bytes_give_a_tree_or_a_fault(data: bytes) -> None:
    faults = Faults("x")
    node = parse(data, faults)
    if node is None and not faults.errors:
        assert yaml.safe_load(data) is None
    assert all(line.line >= 1 and line.column >= 1 for line in faults.all)


def test_emoji_escaped_by_json_are_read(parser: str) -> None:
    source = {"a": "😀😀 b", "c": ["\\ud83d\\ude00", "\\\\😀", "é"]}
    assert plain(tree(json.dumps(source))[0]) == source
    if parser == "libyaml":  # the pure Python parser accepts lone surrogates, which cleaning replaces
        for halves in (r'{"a": "\ud83d"}', r'{"a": "\ude00\ud83d"}', r'a: "\ud83d\ude00"'):
            assert "escape" in tree(halves)[1][0]
