"""The list of articles, and what it shows of each article."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.config.directories import library_folder
from reader.library import folder as library
from reader.library.folder import Entry, entries, entry, matching
from reader.resources import articles
from reader.sources.files import LIMIT
from tests.loaded import load
from tests.no_rights import refuse_below

RIVER = """\
format: 1
title: The day the river moved
kicker: Science
standfirst: >-
  A flood redrew
  a border.
authors: [Ada Winther, Jo Brandt]
source: {name: The Daily Example, url: https://example.org/river}
published: 2015-05-28
x-anything: [{deep: [1, 2, {deeper: yes}]}]
paragraphs:
  - One two three.
  - text: Four five.
    id: border
quotes:
  - text: not counted as words of the article
"""


def made(folder: Path, text: str | bytes, name: str = "a.yaml") -> Entry:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return entry(path, bundled=False)


def test_an_entry_shows_the_head_of_its_file(tmp_path: Path) -> None:
    assert made(tmp_path, RIVER) == Entry(
        tmp_path / "a.yaml",
        "The day the river moved",
        "A flood redrew a border.",
        "Science",
        ("Ada Winther", "Jo Brandt"),
        "The Daily Example",
        "2015-05-28",
        minutes=1,
        bundled=False,
    )


def test_minutes_are_counted_from_the_paragraphs_only(tmp_path: Path) -> None:
    text = "title: T\nparagraphs:\n  - " + "word " * 2_300 + "\nquotes:\n  - text: " + "word " * 9_000 + "\n"
    assert made(tmp_path, text).minutes == 10
    assert made(tmp_path, "title: T\nparagraphs: [word]\n").minutes == 1


def test_a_long_file_is_listed_without_its_minutes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "LARGEST_COUNTED", 100)
    assert made(tmp_path, RIVER).minutes == 0


def test_a_title_after_the_paragraphs_is_found(tmp_path: Path) -> None:
    one = made(tmp_path, "paragraphs: [a, [b], {c: d}]\nsource: Somewhere\ntitle: Late\nauthors: Ada\n")
    assert (one.title, one.source, one.authors) == ("Late", "Somewhere", ("Ada",))


def test_nothing_after_the_title_and_the_paragraphs_is_read(tmp_path: Path) -> None:
    assert made(tmp_path, "title: T\nparagraphs: [a]\n: : [ {").fault == ""


def test_control_characters_in_a_title_are_cleaned(tmp_path: Path) -> None:
    one = made(tmp_path, 'title: "a\\e[2J\\u202eb\\nc"\nparagraphs: [x]\n')
    assert one.title == "a␛[2J\ufffdb c"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "line 1: the file is empty"),
        ("kicker: x\n", "has no title"),
        ("title: ''\nparagraphs: [a]\n", "has no title"),
        ("title: [a]\nparagraphs: [a]\n", "line 1: title: expected text; found a list"),
        ("just words", "is not an article: no title, no paragraphs"),
        ("- a\n- b\n", "is not an article: no title, no paragraphs"),
        ("[a]: b\n", "line 1: a key is text, not a list or mapping"),
        ("title: 'open\n", "line 1: this quotation mark is never closed"),
        ("\x00", "line 1: the control character U+0000"),
        (b"title: \xff\xfe", "line 1: the byte 0xff is not UTF-8"),
        (
            "x: " + "[" * 40 + "]" * 40 + "\ntitle: T\n",
            "line 1: more than 20 levels inside each other",
        ),
        (
            "x: " + "{a: " * 40 + "}" * 40 + "\ntitle: T\n",
            "line 1: more than 20 levels inside each other",
        ),
    ],
)
def test_a_file_that_is_not_an_article_is_listed_with_its_fault(
    tmp_path: Path, text: str | bytes, fault: str
) -> None:
    one = made(tmp_path, text, "odd\x1bname.yaml")
    assert one.fault.startswith(fault)
    assert one.title == "odd␛name.yaml"
    assert one.fault.isprintable()


def test_very_deep_nesting_is_a_fault(tmp_path: Path) -> None:
    assert made(tmp_path, "x: " + "[" * 30_000).fault == "line 1: more than 20 levels inside each other"


def test_a_path_that_is_not_a_file_is_a_fault_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert entry(tmp_path / "pipe.yaml").fault.startswith("is a pipe")
    assert entry(tmp_path).fault.startswith("is a directory")
    assert entry(tmp_path / "gone.yaml").fault.startswith("there is no such file")


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(LIMIT + 1)
    assert entry(path).fault == "has 17 MiB; the limit is 16 MiB"


def test_a_file_that_cannot_be_read_is_listed_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, flags: int) -> int:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.yaml").write_text(RIVER)
    monkeypatch.setattr(os, "open", refuse)
    assert entry(tmp_path / "a.yaml").fault == "cannot be read: permission denied"


@pytest.mark.parametrize("before", ["", "\n", "\ufeff \n"])
def test_json_is_listed_with_its_emoji(before: str, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(before + r'{"title": "Sea \ud83d\ude00", "paragraphs": ["a"]}', encoding="utf-8")
    one = entry(path)
    assert (one.title, one.fault) == ("Sea 😀", "")
    assert load(str(path)).document.title == "Sea 😀"


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
def test_a_file_with_any_content_is_listed(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_bytes(data)
    one = entry(path)
    assert one.title.isprintable()
    assert one.fault.isprintable()
    assert one.title


def test_the_bundled_articles_come_first_then_the_newest_of_the_users_own(tmp_path: Path) -> None:
    made(tmp_path, "title: Newest\nparagraphs: [x]\n", "2.yaml")
    made(tmp_path, "title: Oldest\nparagraphs: [x]\n", "1.yml")
    made(tmp_path, "title: Of the same moment\nparagraphs: [x]\n", "3.yaml")
    for name, changed in (("2.yaml", 3_000), ("1.yml", 1_000), ("3.yaml", 3_000)):
        os.utime(tmp_path / name, (changed, changed))
    made(tmp_path, "title: Hidden\nparagraphs: [x]\n", ".hidden.yaml")
    made(tmp_path, "words", "notes.txt")
    (tmp_path / "folder.yaml").mkdir()
    listed = entries(tmp_path)
    assert listed[0].first
    assert {one.path for one in listed if one.bundled} == set(articles())
    assert [one.title for one in listed if not one.bundled] == ["Newest", "Of the same moment", "Oldest"]
    assert not any(one.fault for one in listed)


def test_a_bad_entry_is_listed_with_its_fault_and_hides_no_others(tmp_path: Path) -> None:
    made(tmp_path, RIVER)
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    (tmp_path / "gone.yaml").symlink_to("nowhere")
    listed = {one.path.name: one for one in entries(tmp_path) if not one.bundled}
    assert listed["a.yaml"].title == "The day the river moved"
    assert listed["loop.yaml"].fault == "is a symbolic link that leads to itself"
    assert listed["gone.yaml"].fault.startswith("is a symbolic link that leads nowhere")
    assert len(listed) == 3


def test_a_link_into_a_folder_without_rights_is_listed_with_its_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(tmp_path, RIVER)
    closed = tmp_path / "closed"
    (tmp_path / "link.yaml").symlink_to(closed / "b.yaml")
    refuse_below(closed, monkeypatch)
    listed = {one.path.name: one.fault for one in entries(tmp_path) if not one.bundled}
    assert listed == {"a.yaml": "", "link.yaml": "cannot be read: permission denied"}


def test_a_folder_that_cannot_be_listed_is_an_entry_with_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "articles"
    folder.write_text("")
    [one] = [one for one in entries(folder) if not one.bundled]
    assert (one.path, one.title, one.fault) == (folder, "articles", "cannot be listed: not a directory")

    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    [one] = [one for one in entries(folder) if not one.bundled]
    assert one.fault == "cannot be listed: permission denied"


def test_a_copy_replaces_its_bundled_article_in_the_list(tmp_path: Path) -> None:
    tour = next(path for path in articles() if path.stem == "tour")
    text = tour.read_text(encoding="utf-8").replace("name: Ottilie Brand", "name: O. Brand")
    older, copy = made(tmp_path, text, "older.yaml").path, made(tmp_path, text, "copy.yaml").path
    os.utime(older, (1_000, 1_000))
    made(tmp_path, text.split("paragraphs:")[0].replace("title: ", "title: ["), "broken.yaml")
    listed = entries(tmp_path)
    assert (listed[0].path, listed[0].title, listed[0].bundled) == (copy, "A tour of the reader", True)
    assert listed[0].first
    assert tour not in {one.path for one in listed}
    assert {one.path.name for one in listed if not one.bundled} == {"older.yaml", "broken.yaml"}


def test_only_bundled_articles_are_listed_if_the_user_has_no_folder(tmp_path: Path) -> None:
    listed = entries(tmp_path / "gone")
    assert {one.path for one in listed if one.bundled} == {one.path for one in listed} == set(articles())


def test_the_own_folder_follows_the_platform(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert library_folder().is_relative_to(tmp_path)
    assert library_folder().name == "articles"
    assert not library_folder().exists()


def test_words_are_found_in_every_field_without_regard_to_case_and_accents(tmp_path: Path) -> None:
    one = Entry(tmp_path / "file.yaml", "Élan", "soft", "Kick", ("Ada Winther",), "Daily", "2015")
    two = Entry(tmp_path / "other.yaml", "Other")
    for words in ("elan", "ADA daily", "2015 soft kick", "file.y", "", "  "):
        assert one in matching([one, two], words)
    assert matching([one, two], "elan other") == ()
    assert matching([one, two], "oth") == (two,)
