"""A run of text keeps its words separate, and its ranges on the right words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.model import Inline, InlineKind
from reader.sources.html.text_run import Run

STEPS = st.lists(
    st.tuples(st.just("read"), st.text("ab \n\t\xa0\u2003", max_size=6))
    | st.tuples(st.sampled_from(["begin", "end", "break", "take"]), st.just("")),
    max_size=30,
)


@given(STEPS)
def test_ranges_lie_in_paragraphs_that_begin_and_end_with_a_word(steps: list[tuple[str, str]]) -> None:
    run, depth, words, found = Run(), 0, "", ""
    for step, text in [*steps, ("take", "")]:
        if step == "read":
            run.read(text)
            words += text
        elif step == "begin":
            run.begin(InlineKind.STRONG, "")
            depth += 1
        elif step == "end" and depth:
            run.end()
            depth -= 1
        elif step == "break":
            run.break_line()
        elif step == "take":
            paragraph, inlines = run.taken()
            found += paragraph
            assert paragraph == paragraph.strip()
            assert not {"  ", "\t", "\n\n", " \n", "\n "} & {
                paragraph[i : i + 2] for i in range(len(paragraph))
            }
            assert all(0 <= one.start < one.end <= len(paragraph) for one in inlines)
    assert "".join(found.split()) == "".join(words.split())


def test_an_open_range_continues_in_the_next_paragraph() -> None:
    run = Run()
    run.read("  Not yet, ")
    run.begin(InlineKind.EMPHASIS, "")
    run.read("the end\n of it")
    assert run.taken() == ("Not yet, the end of it", (Inline(9, 22, InlineKind.EMPHASIS),))
    run.read(" and ")
    run.end()
    run.read("more")
    assert run.taken() == ("and more", (Inline(0, 4, InlineKind.EMPHASIS),))


def test_wide_blanks_at_the_ends_do_not_shift_ranges() -> None:
    run = Run()
    run.read("\u2003One ")
    run.begin(InlineKind.CODE, "")
    run.read("two\u2003")
    assert run.taken() == ("One two", (Inline(4, 7, InlineKind.CODE),))


def test_a_second_line_break_ends_the_paragraph() -> None:
    run = Run()
    assert run.break_line()  # nothing to break yet
    run.read("One ")
    assert run.break_line()
    assert not run.break_line()
    run.read(" two")
    assert not run.at_blank
    assert run.taken()[0] == "One\ntwo"
    assert run.at_blank
