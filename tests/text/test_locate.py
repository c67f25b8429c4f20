"""Locating quotes and names by their exact words."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reader.model import Block, Span
from reader.text.fold import fold
from reader.text.locate import Locator
from reader.text.word_boundaries import whole
from tests.strategies import prose, texts

STORY = (
    "“We woke up,” said the mayor, “and the bridge was in another country.”",
    "Nobody was hurt. He wrote: ‘It’s the treaty—not the river.’",
    "“We woke up again,” she said, “in another country. No more.",
    "“And no more will be said.” The river … moved.",
    "US officials told us. Col. Gulmurod Khalímov was in the U.S., said Khalímov's men.",
    "And then",
    "nothing",
    "much",
    "of note",
    "happened",
)
BLOCKS = tuple(map(Block, STORY))


def mentions(names: Sequence[str], blocks: Sequence[Block]) -> tuple[Span, ...]:
    """Every mention of one entity's names."""
    return Locator(blocks).mentions_of((names,))[0]


def words_of(pieces: tuple[Span, ...]) -> list[str]:
    return [STORY[piece.block][piece.start : piece.end] for piece in pieces]


@pytest.mark.parametrize(
    ("words", "pieces"),
    [
        ("the bridge was in another country", ["the bridge was in another country"]),
        ("“and the bridge was in another country.”", ["and the bridge was in another country."]),
        ("It's the treaty-not the river", ["It’s the treaty—not the river"]),
        ("\"It's the treaty--not the river.\"", ["It’s the treaty—not the river."]),
        ("it’s the treaty", ["It’s the treaty"]),
        ("NOBODY was HURT", ["Nobody was hurt"]),
        ("nobody was hurt!", ["Nobody was hurt"]),
        ("Col. Gulmurod Khalimov", ["Col. Gulmurod Khalímov"]),
        ("Gulmurod\n  Khali\u0301mov", ["Gulmurod Khalímov"]),
        ("We woke up … and the bridge", ["We woke up", "and the bridge"]),
        ("We woke up [...] and the bridge", ["We woke up", "and the bridge"]),
        ("we woke up, […] and the bridge was", ["We woke up,", "and the bridge was"]),
        ("country. No more. … And no more will be", ["country. No more.", "And no more will be"]),
        ("country. No more.\n\n“And no more will be”", ["country. No more.", "And no more will be"]),
        ("The river … moved", ["The river … moved"]),
        ("The river ... moved", ["The river … moved"]),
        ("and then … nothing … much", ["And then", "nothing", "much"]),
    ],
)  # fmt: skip
def test_the_words_of_a_quote_are_found(words: str, pieces: list[str]) -> None:
    assert words_of(Locator(BLOCKS).locate(words)) == pieces


@pytest.mark.parametrize(
    "words",
    [
        "", " ", "“”", "[...]", "[...] [...]", "\x00", "a\x00b", "oke up", "the bridg", "nowhere said",
        "and the bridge … We woke up, said",  # not in this order
        "And then … happened",  # too far away
        "We woke up [...] river of gold",
    ],
)  # fmt: skip
def test_missing_words_are_not_found(words: str) -> None:
    assert Locator(BLOCKS).locate(words) == ()
    assert Locator(BLOCKS).occurrences(words) == ()


def test_all_occurrences_of_words_are_found() -> None:
    places = Locator(BLOCKS).occurrences("we woke up")
    assert [pieces[0].block for pieces in places] == [0, 2]
    assert Locator(BLOCKS).locate("we woke up", within=2) == places[1]
    assert Locator(BLOCKS).locate("we woke up", within=1) == ()
    assert Locator(BLOCKS).locate("we woke up", within=99) == ()


def test_a_loose_match_in_the_given_block_wins_over_an_exact_match_elsewhere() -> None:
    blocks = (Block("The treaty holds."), Block("THE TREATY HOLDS."))
    assert Locator(blocks).locate("The treaty holds") == (Span(0, 0, 16),)
    assert Locator(blocks).locate("The treaty holds", within=1) == (Span(1, 0, 16),)


def test_the_closest_pieces_are_taken() -> None:
    blocks = (Block("No. No, we left. No, we left."),)
    first, second = Locator(blocks).occurrences("No … we left")
    assert first == (Span(0, 4, 6), Span(0, 8, 15))
    assert second == (Span(0, 17, 19), Span(0, 21, 28))


def test_words_with_the_same_accents_are_preferred() -> None:
    blocks = (Block("pena y peña"),)
    assert Locator(blocks).occurrences("peña") == ((Span(0, 7, 11),),)
    assert Locator(blocks).occurrences("pena") == ((Span(0, 0, 4),),)


def test_a_hit_inside_a_word_does_not_hide_the_whole_words() -> None:
    assert Locator((Block("man an an"),)).locate("an an") == (Span(0, 4, 9),)


def test_a_part_of_a_character_does_not_match() -> None:
    blocks = (Block("Wait…"), Block("Wait."), Block("the ﬁ"))
    assert Locator(blocks).occurrences("wait.")[0] == (Span(1, 0, 5),)
    assert Locator(blocks).occurrences("wait...") == ((Span(0, 0, 5),),)
    assert mentions(["f"], blocks) == ()


def test_the_nearest_block_has_the_rare_words_in_common() -> None:
    assert Locator(BLOCKS).nearest("the bridge is in some other country") == 0
    assert Locator(BLOCKS).nearest("khalimov, we were told, was the colonel") == 4
    assert Locator(BLOCKS).nearest("zebras quietly grazing") is None
    assert Locator(BLOCKS).nearest("the zebras quietly grazed upon western plains") is None
    assert Locator(BLOCKS).nearest("") is None


@pytest.mark.parametrize(
    ("names", "text", "found"),
    [
        (["US"], "US, us, USA, the US's and US-made", ["US", "US", "US"]),
        (["U.S."], "the U.S. army, a U.S.-made, the U.S.A., U.S.", ["U.S.", "U.S.", "U.S."]),
        (["Ada Okafor", "Okafor", "Ms Okafor"], "Ada Okafor; Ms Okafor; Okafor’s",
         ["Ada Okafor", "Ms Okafor", "Okafor"]),
        (["special forces"], "Special forces, special forces, SPECIAL", ["Special forces", "special forces"]),
        (["Côte d'Ivoire"], "Cote d’Ivoire and Cote\nd'Ivoire", ["Cote d’Ivoire", "Cote\nd'Ivoire"]),
        (["Lê"], "Le monde de Lê", ["Lê"]),
        (["200"], "1,200 or 200 or 200.5 or 200.", ["200", "200"]),
        (["安倍"], "元首相の安倍氏は", ["安倍"]),
        (["김정은"], "김정은은 말했다", ["김정은"]),
        (["イラン"], "イランの、イランド", ["イラン"]),
        (["Jean-Luc"], "Jean‑Luc and Jean—Luc", ["Jean‑Luc", "Jean—Luc"]),
        (["Khalimov"], unicodedata.normalize("NFD", "Khalímov!"), ["Khali\u0301mov"]),
        (["Apollo", "Apollo 1"], "Apollo 11 and Apollo 1", ["Apollo", "Apollo 1"]),
        (["", " ", "\u200b", "\x00"], "a b", []),
        (["J", "Jo"], "J. Jo Jon", ["J", "Jo"]),
        (["i"], "ﬁ i", ["i"]),
    ],
)  # fmt: skip
def test_the_mentions_of_names(names: list[str], text: str, found: list[str]) -> None:
    assert [text[span.start : span.end] for span in mentions(names, (Block(text),))] == found


def test_the_longer_name_wins() -> None:
    blocks = (Block("The Tajik Interior Ministry, a Tajik body."),)
    tajik, ministry = Locator(blocks).mentions_of([["Tajik"], ["Tajik Interior Ministry"]])
    assert tajik == (Span(0, 31, 36),)
    assert ministry == (Span(0, 4, 27),)


def test_a_name_may_begin_inside_a_prefix_that_is_not_a_name() -> None:
    assert Locator((Block("women Ada"),)).mentions_of([["men Ada"], ["Ada"]]) == ((), (Span(0, 6, 9),))


def test_names_that_differ_by_accents_have_their_own_mentions() -> None:
    blocks = (Block("Pena met Peña."),)
    assert Locator(blocks).mentions_of([["Peña"], ["Pena"]]) == ((Span(0, 9, 13),), (Span(0, 0, 4),))


def test_a_name_of_two_entities_counts_for_the_first() -> None:
    assert Locator((Block("Ada Okafor"),)).mentions_of([["Ada"], ["Ada", "Okafor"]]) == (
        (Span(0, 0, 3),),
        (Span(0, 4, 10),),
    )


NESTED = st.text("ab .", min_size=1, max_size=6)


@given(st.text("ab .", max_size=20), st.lists(NESTED, min_size=1, max_size=6))
def test_the_longest_matching_name_wins_among_names_with_the_same_prefix(text: str, names: list[str]) -> None:
    known = {folded for name in names if (folded := fold(name, case=True).text.strip())}
    hay = fold(text, case=True).text
    expected, at = [], 0
    while at < len(hay):
        here = [name for name in known if hay.startswith(name, at) and whole(hay, at, at + len(name))]
        longest = max(map(len, here), default=0)
        if longest:
            expected.append(hay[at : at + longest])
        at += longest or 1
    found = mentions(names, (Block(text),))
    assert [fold(text[span.start : span.end], case=True).text for span in found] == expected


def test_a_name_of_more_than_200_characters_is_ignored() -> None:
    blocks = (Block("a" * 20_000), Block("a" * 250), Block("b " * 99 + "b"), Block("aaa"))
    assert mentions(["a" * 250, "aaa"], blocks) == (Span(3, 0, 3),)
    assert mentions(["b " * 99 + "b"], blocks) == (Span(2, 0, 199),)


def test_an_empty_list_of_entities_or_names_has_no_mentions() -> None:
    assert Locator(BLOCKS).mentions_of([]) == ()
    assert Locator(BLOCKS).mentions_of([[]]) == ((),)


def test_no_name_is_found_across_two_blocks() -> None:
    assert mentions(["And then nothing"], BLOCKS) == ()
    assert mentions(["And then"], BLOCKS) == (Span(5, 0, 8),)


@given(st.lists(prose(), min_size=1, max_size=3), st.data())
@settings(max_examples=100)
def test_any_words_of_the_text_are_found(paragraphs: list[str], data: st.DataObject) -> None:
    block = data.draw(st.integers(0, len(paragraphs) - 1))
    words = paragraphs[block].split(" ")
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    chosen = " ".join(words[first:last])
    assume(fold(chosen.strip("“”‘’\"'«» .,;:!?…")).text)
    locator = Locator(tuple(map(Block, paragraphs)))
    start = len(" ".join(words[:first])) + (first > 0)
    for pieces in locator.occurrences(chosen, within=block):
        assert pieces[0].block == block
    assert any(
        pieces[0].start < start + len(chosen) and start < pieces[-1].end
        for pieces in locator.occurrences(chosen, within=block)
    )


@given(st.lists(texts(), min_size=1, max_size=3), texts(6))
@settings(max_examples=150)
def test_pieces_are_in_order_inside_their_blocks_and_contain_the_words(
    paragraphs: list[str], words: str
) -> None:
    blocks = tuple(map(Block, paragraphs))
    for pieces in Locator(blocks).occurrences(words):
        assert list(pieces) == sorted(pieces)
        for piece in pieces:
            text = blocks[piece.block].text
            assert piece.start < piece.end <= len(text)
            assert fold(text[piece.start : piece.end]).text in fold(words).text


@given(st.lists(texts(), min_size=1, max_size=3), st.lists(st.lists(texts(4), max_size=3), max_size=4))
@settings(max_examples=150)
def test_mentions_are_names_and_do_not_overlap(paragraphs: list[str], entities: list[list[str]]) -> None:
    found = Locator(tuple(map(Block, paragraphs))).mentions_of(entities)
    assert len(found) == len(entities)
    for names, spans in zip(entities, found, strict=True):
        forms = {fold(name).text.strip() for name in names}
        for span in spans:
            assert fold(paragraphs[span.block][span.start : span.end]).text.strip() in forms
    every = sorted(span for spans in found for span in spans)
    for before, after in pairwise(every):
        assert (before.block, before.end) <= (after.block, after.start)


@given(st.lists(prose(), min_size=1, max_size=6), prose(max_words=2), st.booleans())
@settings(max_examples=100)
def test_a_limited_search_gives_the_first_occurrences(paragraphs: list[str], words: str, split: bool) -> None:
    locator = Locator(tuple(map(Block, paragraphs)))
    words = words.replace(" ", " … ") if split else words
    firsts: dict[int, tuple[Span, ...]] = {}
    for pieces in locator.occurrences(words):
        firsts.setdefault(pieces[0].block, pieces)
    for most in (1, 3):
        assert locator.occurrences(words, most=most) == tuple(firsts.values())[:most]


def test_a_combining_mark_at_the_start_of_a_paragraph_does_not_join_the_paragraph_before() -> None:
    blocks = (Block("one"), Block("\u0301river"))
    locator = Locator(blocks)
    assert locator.locate("\u0301river") == locator.locate("\u0301river", 1) == (Span(1, 0, 6),)


def test_a_repeated_piece_may_be_in_a_later_paragraph() -> None:
    blocks = (Block("one two"), Block("one two"), Block("one"))
    pieces = (Span(0, 0, 3), Span(0, 4, 7), Span(1, 0, 3), Span(1, 4, 7), Span(2, 0, 3))
    assert Locator(blocks).locate("one … two … one … two … one", 0) == pieces


@pytest.mark.parametrize("size", [99, 2000])
def test_a_quote_of_a_hundred_pieces_is_found_and_one_of_thousands_is_skipped(size: int) -> None:
    blocks = (Block("one two"),) * size
    found = Locator(blocks).locate(" … ".join(["one"] * size))
    assert found == (tuple(Span(index, 0, 3) for index in range(size)) if size < 100 else ())
    several = Locator(blocks).locate(" … ".join(["one", "two"] * 50))
    assert len(several) == 100


@pytest.mark.slow
def test_the_search_for_very_frequent_pieces_is_limited() -> None:
    block = (Block("of the " * 101_000),)
    assert Locator(block).locate("of … the … of") == ()
