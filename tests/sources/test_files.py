"""Reading of files and of standard input: which are refused, and the size limit."""

from __future__ import annotations

import io
import os
import socket
import sys
from pathlib import Path

import pytest

from reader.errors import SourceError
from reader.sources import files
from reader.sources.files import LIMIT, read_article_file
from reader.sources.ref import UrlSource, parse_source


def read_source(word: str | Path) -> bytes:
    """The bytes of the source that `word` names."""
    return read_article_file(parse_source(str(word)))


def fault(name: str | Path) -> str:
    with pytest.raises(SourceError) as caught:
        read_source(name)
    assert str(caught.value) == f"{caught.value.name}: {caught.value.fault}"
    return caught.value.fault


@pytest.fixture
def standard_input(monkeypatch: pytest.MonkeyPatch) -> io.BytesIO:
    buffer = io.BytesIO()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(buffer))
    return buffer


def test_the_bytes_of_a_file_are_read(tmp_path: Path) -> None:
    path = tmp_path / "river.yaml"
    path.write_bytes(b"\xef\xbb\xbftitle: T\r\n")
    assert read_source(path) == b"\xef\xbb\xbftitle: T\r\n"
    path.write_bytes(b"")
    assert read_source(path) == b""


def test_a_link_to_a_file_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    (tmp_path / "b").symlink_to("a")
    assert read_source(str(tmp_path / "b")) == b"x"


def test_a_tilde_is_the_home_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "a").write_bytes(b"x")
    assert read_source("~/a") == b"x"


def test_a_dash_reads_standard_input(standard_input: io.BytesIO) -> None:
    standard_input.write(b"title: T")
    standard_input.seek(0)
    assert read_source("-") == b"title: T"


def test_standard_input_has_the_same_limit(
    standard_input: io.BytesIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "LIMIT", 100)
    standard_input.write(b"x" * 101)
    standard_input.seek(0)
    assert fault("-").startswith("is too large; the limit is")
    standard_input.seek(0)
    with pytest.raises(SourceError, match=r"^standard input: is too large"):
        read_source("-")


def test_missing_standard_input_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert fault("-") == "there is no standard input"


def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert fault(tmp_path / "pipe").startswith("is a pipe")


def test_a_file_that_would_block_is_read_without_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "waits")
    status = os.stat(__file__)
    with open(os.open(tmp_path / "waits", os.O_RDWR), "r+b", buffering=0) as pipe:
        monkeypatch.setattr(os, "fstat", lambda descriptor: status)  # like /proc/kmsg
        assert read_source(str(tmp_path / "waits")) == b""
        pipe.write(b"x" * (status.st_size + 1))
        assert read_source(str(tmp_path / "waits")) == b"x" * (status.st_size + 1)


def test_directories_devices_and_sockets_are_refused(tmp_path: Path) -> None:
    assert fault(tmp_path) == "is a directory; name a file in it"
    assert fault("/dev/zero") == "is a device, not a file"
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "s"))
        assert fault(tmp_path / "s") == "is a socket or device, not a file"


def test_a_missing_file_is_reported_with_a_similar_name(tmp_path: Path) -> None:
    (tmp_path / "khalimov.yaml").write_bytes(b"")
    assert fault(tmp_path / "kalimov.yaml") == (
        f"there is no such file; did you mean {tmp_path}/khalimov.yaml?"
    )
    assert fault(tmp_path / "zzz") == "there is no such file"
    assert fault(tmp_path / "no" / "a") == f"there is no such file, nor a directory {tmp_path}/no"


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("example.com", "; did you mean https://example.com?"),
        ("www.example.co.uk", "; did you mean https://www.example.co.uk?"),
        ("example.com/2015/story.html", "; did you mean https://example.com/2015/story.html?"),
        ("localhost.test:8080", "; did you mean https://localhost.test:8080?"),
        ("example.org", "; did you mean https://example.org?"),
        ("story.yaml", ""),
        ("paper.pdf", ""),
        ("notes.md", ""),
        ("page.html", ""),
        ("story", ""),
        ("a..b", ""),
        ("3.14", ""),
        ("dir/story.yaml", ", nor a directory dir"),
    ],
)
def test_a_missing_file_whose_name_looks_like_a_host_is_reported_with_an_address(
    word: str, hint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert fault(Path(word)) == f"there is no such file{hint}"


def test_broken_symbolic_links_are_reported(tmp_path: Path) -> None:
    (tmp_path / "river.yaml").symlink_to("gone\x1b.yaml")
    (tmp_path / "over.yaml").symlink_to("river.yaml")
    (tmp_path / "round.yaml").symlink_to("round.yaml")
    nowhere = f"is a symbolic link that leads nowhere: there is no {tmp_path}/gone␛.yaml"
    assert fault(tmp_path / "river.yaml") == nowhere
    assert fault(tmp_path / "over.yaml") == nowhere
    assert fault(tmp_path / "round.yaml") == "is a symbolic link that leads to itself"


def test_a_suggested_name_is_cleaned(tmp_path: Path) -> None:
    (tmp_path / "riv\x1b[2Jer.yaml").write_bytes(b"")
    assert fault(tmp_path / "riv[2Jer.yaml").endswith("riv␛[2Jer.yaml?")


@pytest.mark.parametrize("name", ["a\0b", "a\ud800b", "x" * 5000, "a/" * 3000, ""])
def test_an_impossible_file_name_is_reported(name: str) -> None:
    message = fault(name)
    assert "\n" not in message
    assert message


def test_a_name_is_shown_cleaned() -> None:
    with pytest.raises(SourceError) as caught:
        read_source("a\x1b]0;x\x07\nb")
    assert str(caught.value).startswith("a␛]0;x␇ b: ")


def test_a_file_without_read_permission_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a").write_bytes(b"x")
    monkeypatch.setattr(os, "open", refuse)  # root may read everything
    assert fault(tmp_path / "a") == "cannot be read: permission denied"


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large"
    with path.open("wb") as file:
        file.truncate(LIMIT + 1)
    assert fault(path) == "has 17 MiB; the limit is 16 MiB"
    with path.open("wb") as file:
        file.truncate(2**40)
    assert fault(path) == "has 1,048,576 MiB; the limit is 16 MiB"


def test_a_file_of_unknown_size_is_read_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    proc = Path("/proc/self/status")
    if not proc.exists():
        pytest.skip("needs a file whose reported size is 0")
    assert read_source(str(proc)).startswith(b"Name:")
    monkeypatch.setattr(files, "LIMIT", 100)
    assert fault(proc).startswith("is too large")


def test_a_binary_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    assert fault(path) == "is binary, not text"
    path.write_bytes("a: b".encode("utf-16"))
    assert read_source(path).startswith(b"\xff\xfe")  # the importer reports it


def test_binary_data_is_refused_but_a_stray_nul_is_left_to_the_importer(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"title: T\0\nparagraphs:\n  - words\n")
    assert b"\0" in read_source(path)  # the importer reports its position
    for data in (
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"\x7fELF\2\1\1\0",
        bytes(range(256)),
        b"a\n" + b"\0" * 90 + b"b",
    ):
        path.write_bytes(data)
        assert fault(path) == "is binary, not text"
    path.write_bytes("title: T\nparagraphs: [words]\n".encode("utf-16-le"))
    assert fault(path) == "is UTF-16; save it as UTF-8"


def test_an_address_is_not_an_article_file() -> None:
    with pytest.raises(SourceError, match="is a web address; name an article file"):
        read_article_file(UrlSource("https://example.org/"))
