"""Parsing of URLs that a person typed or a server sent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import SourceError
from reader.sources.fetch.address import LONGEST, SHOWN, follow, read, shown
from reader.text.clean import is_clean


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("https://example.org", "https://example.org/"),
        ("  HTTPS://Example.ORG:443/a?b=c#part \n", "https://example.org/a?b=c"),
        ("http://example.org:8080/a", "http://example.org:8080/a"),
        ("http://example.org:443/", "http://example.org:443/"),
        ("http://example.org/two words/ü?q=a b", "http://example.org/two%20words/%C3%BC?q=a%20b"),
        ("http://example.org/%C3%BC%20", "http://example.org/%C3%BC%20"),
        ("http://münchen.example/", "http://xn--mnchen-3ya.example/"),
        ("http://例え。テスト/", "http://xn--r8jz45g.xn--zckzah/"),
        ("http://[::1]:8000/x", "http://[::1]:8000/x"),
        ("http://127.0.0.1/x", "http://127.0.0.1/x"),
        ("http://example.org./", "http://example.org./"),
        ("http://example.org/a\\b", "http://example.org/a%5Cb"),
    ],
)
def test_an_address_is_normalised_to_ascii(typed: str, url: str) -> None:
    address = read(typed)
    assert address.url == url
    assert read(url) == address


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("", "cannot be opened; only http and https"),
        ("file:///etc/passwd", "cannot be opened; only http and https"),
        ("ftp://example.org/a", "cannot be opened; only http and https"),
        ("javascript:alert(1)", "cannot be opened; only http and https"),
        ("http://", "names no host"),
        ("http:///path", "names no host"),
        ("http://[::1", "is no address"),
        ("http://[nothing]/", "is no address"),
        ("http://[fe80::1%25eth0]/", "is no address"),
        ("http://example.org:99999/", "is no address"),
        ("http://example.org:0/", "there is no port 0"),
        ("http://exa mple.org/", "neither a name nor a number"),
        ("http://exa\\mple.org/", "neither a name nor a number"),
        ("http://a..b/", "neither a name nor a number"),
        (f"http://{'a' * 64}.org/", "neither a name nor a number"),
        (f"http://{'a.' * 130}org/", "neither a name nor a number"),
        (f"http://{'ü' * 64}.org/", "cannot be written as a name"),
        ("http://example.org/\x1b[2J", "holds characters that no address has"),
        ("http://example.org/\nHost: other", "holds characters that no address has"),
        ("http://example.org/\u202e", "holds characters that no address has"),
        ("http://ada:secret@example.org/", "holds a name or password"),
        ("http://ada@example.org/", "holds a name or password"),
        ("http://example.org/" + "a" * LONGEST, "is too long"),
    ],
)
def test_an_invalid_address_is_reported_in_one_clean_line(typed: str, fault: str) -> None:
    with pytest.raises(SourceError) as caught:
        read(typed)
    assert fault in caught.value.fault
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < SHOWN + 120
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://ada:pw@example.org/a", "https://…@example.org/a"),
        ("https://ada@example.org/a", "https://…@example.org/a"),
        ("https://ada:se@cret@example.org/a", "https://…@example.org/a"),
        ("https://ada:se@cret/a@example.org", "https://…@example.org"),
        ("https://example.org/a", "https://example.org/a"),
        ("https://example.org:8080/a", "https://example.org:8080/a"),
        ("https://[::1]:8080/a", "https://[::1]:8080/a"),
        ("https://medium.example/@ada/post", "https://medium.example/@ada/post"),
        ("https://example.org/?mail=ada@example.org", "https://example.org/?mail=ada@example.org"),
        ("https://exa mple.org/", "https://exa mple.org/"),
    ],
)
def test_an_address_is_shown_without_its_credentials(url: str, expected: str) -> None:
    assert shown(url) == expected


@pytest.mark.parametrize(
    "url",
    [
        "https://ada:PA@SS@example.org/a@b",
        "https://ada:PA/SS@example.org/",
        "https://ada:PA#SS@example.org/",
        "https://ada:PA?SS@example.org/",
        "https://ada:12/SS@example.org/",
        "https://ada:PA\\SS@example.org/",
        "https://ada.x/y:PASS@example.org/",
        "https://ada#x:PASS@example.org/",
        "https://PA/SS@example.org/",
        "https://ada:PASS",
        "https://ada:PASS/x",
        "https://ada:PASS%40example.org/",
        "https://ada:PASS＠example.org/",
        "https:/ada:PASS@example.org/",
        "https:ada:PASS@example.org/",
        "https:\\\\ada:PASS@example.org/",
        "https:////ada:PASS@example.org/",
        "//ada:PASS@example.org/",
        "ada:PASS@example.org/",
        "ftp://ada:PA/SS@example.org/",
        "https://[ada:PASS@example.org/",
        pytest.param("https://ada:" + "PASS" * LONGEST + "@example.org/", id="a long password"),
        " https://ada:PA\tSS@example.org/",
    ],
)
def test_no_credentials_are_shown_however_malformed_the_address_is(url: str) -> None:
    messages = [shown(url)]
    location = url if "//" in url else "https://" + url
    for base, typed in ((None, url), (read("https://example.org/"), location)):
        try:  # some of these are valid URLs with an unintended host
            messages.append(shown((read(typed) if base is None else follow(base, typed)).url))
        except SourceError as error:
            messages.append(str(error))
    for said in messages:
        assert "PA" not in said
        assert "SS" not in said


@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("/b", "https://example.org/b"),
        ("c?d#e", "https://example.org/a/c?d"),
        ("//other.example/x", "https://other.example/x"),
        ("http://other.example", "http://other.example/"),
        ("?page=2", "https://example.org/a/b?page=2"),
    ],
)
def test_a_redirect_is_resolved_against_its_page(location: str, url: str) -> None:
    assert follow(read("https://example.org/a/b"), location).url == url


@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "ftp://a/", "data:text/html,x", "http://a:b@c/", "http://[", "//[x/"]
)
def test_an_invalid_redirect_is_reported_with_both_addresses(location: str) -> None:
    with pytest.raises(SourceError, match=r"^https://example\.org/: redirects to .+, which "):
        follow(read("https://example.org/"), location)


@given(st.text(max_size=60), st.sampled_from(["", "http://", "https://", "http://a/", "http://[", "//"]))
def test_any_text_is_an_address_in_ascii_or_a_clean_fault(text: str, start: str) -> None:
    try:
        url = read(start + text).url
    except SourceError as error:
        said = str(error)
    else:
        said = url
        assert url.isascii()
        assert " " not in url
        assert read(url).url == url
    assert is_clean(said)
    assert "\n" not in said
