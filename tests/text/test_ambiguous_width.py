"""Text of ambiguous width in its painted form."""

from __future__ import annotations

from reader.text.ambiguous_width import index_in, painted, without_placeholders


def test_plain_text_is_painted_as_it_is() -> None:
    assert painted("plain") == ((0, "plain"),)


def test_an_offset_in_the_text_is_found_in_the_painted_form() -> None:
    for text in ("plain", "गाँव में कुआँ है", "a ❤\ufe0f b"):
        pieces = painted(text)
        joined = "".join(piece for _, piece in pieces)
        for word in text.split():
            start = index_in(pieces, text.index(word))
            assert without_placeholders(joined[start:]).startswith(word)
