"""Pairing of quotation marks: which words are between an opening and a closing mark."""

from __future__ import annotations

import pytest

from reader.annotate.quotes.quotation_marks import mark_style, pair_marks
from tests.annotate.finding import short_id


def quoted(*paragraphs: str) -> list[list[str]]:
    """The words between marks, for each paragraph."""
    return [
        [text[span.start : span.end] for span in spans]
        for text, spans in zip(paragraphs, pair_marks(paragraphs), strict=True)
    ]


def ends(*paragraphs: str) -> list[tuple[bool, bool]]:
    """Whether each span has its opening and its closing mark."""
    return [(span.opened, span.closed) for spans in pair_marks(paragraphs) for span in spans]


PAIRS = (
    '“ ”, “ “, “ ", „ “, „ ”, „ ", ‟ ”, ‟ ", « », » «, 「 」, 『 』, " ", " ”, ＂ ＂, `` \'\', ” ”, '
    "‘ ’, ‘ ', ' ', ' ’, ‚ ‘, ‚ ’, ‹ ›, ` '"
    ', `` "'
)


@pytest.mark.parametrize("opening_and_closing", PAIRS.split(", "), ids=short_id)
def test_marks_pair(opening_and_closing: str) -> None:
    opening, closing = opening_and_closing.split()
    assert quoted(f"Then {opening}the gate{closing} fell.") == [["the gate"]]


@pytest.mark.parametrize(
    "opening_and_closing", ["“ »", "« ”", "「 』", "『 」", '＂ "', "„ »", "‘ ›", "‹ ’", "“ ''"], ids=short_id
)
def test_marks_of_different_kinds_do_not_pair(opening_and_closing: str) -> None:
    opening, closing = opening_and_closing.split()
    assert quoted(f"{opening}the gate{closing} fell") == [[f"the gate{closing} fell"]]


@pytest.mark.parametrize(
    ("paragraphs", "single"),
    [
        (["‘It is late,’ she said."], True),
        (["It is late."], True),
        (["“It is late,” she said."], False),
        (["‘He cried “open it” twice,’ she said."], True),
        (["‘He cried,’ she said, and “so on”."], False),
        (["“So on,” he cried, and ‘it is late’."], False),
        (["‘It is late,’ she said.", "‘It is,’ he said. “No.”"], False),
        (["‘A “b” c,’ she said, ‘d “e” f.’"], True),
        (["He cried “x” twice’."], False),
        (["‘A “b” c,’ she said, “x” and ‘d “e” f.’"], False),
    ],
    ids=["single", "none", "double", "inside", "after", "before", "2nd", "two", "unopened", "between"],
)
def test_single_marks_count_if_no_double_marks_are_outside_them(paragraphs: list[str], single: bool) -> None:
    assert mark_style(paragraphs).single is single


@pytest.mark.parametrize(
    ("text", "inward"),
    [
        ("»Das Tor«, sagte sie.", True),
        ("Sie sagte: »Das Tor«.", True),
        ("Sie sagte (»Das Tor«).", True),
        ("Sie sagte: »Das Tor", True),
        ("«La porte», dit-elle.", False),
        ("Elle dit : «La porte».", False),
        ("La porte».", False),
        ("It is late.", False),
    ],
    ids=short_id,
)
def test_the_first_guillemet_shows_the_direction(text: str, inward: bool) -> None:
    assert mark_style(["Nothing here.", text]).inward is inward


def test_guillemets_in_the_other_direction_open_nothing() -> None:
    assert quoted("«La porte», »la clé«") == [["La porte"]]
    assert quoted("»Das Tor«, «die Tür»") == [["Das Tor"]]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ('The rail is 27" high and the post "new" now.', ["new"]),
        ('The rail" is new and "high".', ["high"]),
        ('A " lone mark and "two" more.', ["two"]),
        ("A “ lone mark and “two” more.", ["two"]),
        ('("new")', ["new"]),
        ('["new"]', ["new"]),
        ('high—"new"', ["new"]),
        ('high-"new"', ["new"]),
        ('a\u00a0"new"', ["new"]),
        ("word“new”", ["new"]),
        ("word„new“", ["new"]),
        ("word‟new”", ["new"]),
        ("word「new」", ["new"]),
        ("word『new』", ["new"]),
        ("word``new''", ["new"]),
        ('The end is "', []),
        ("The end is “", []),
        ("The end is ”", []),
        ("The ''new'' gate", []),
        ("Il dit ›non‹ ici", []),
    ],
    ids=short_id,
)
def test_a_mark_opens_before_a_word_and_after_a_gap(text: str, spans: list[str]) -> None:
    assert quoted(text) == [spans]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("“He said “go” and left,” she said.", ["He said “go” and left,"]),
        ("「彼は「行け」と言った」", ["彼は「行け」と言った"]),
        ("『彼は『行け』と言った』", ["彼は『行け』と言った"]),
        ("«Il dit «va» et part», dit-elle.", ["Il dit «va» et part"]),
        ("“A “b “c” d” e” f", ["A “b “c” d” e"]),
        ("“He left. “She stayed,” he said.", ["She stayed,"]),
        ("“He left. “She “never” stayed.", ["never"]),
        ("“It is late.“ He said “no.”", ["It is late.", "no."]),
        ("“It is late.“", ["It is late."]),
        ("“It is late “ and dark”", ["and dark"]),
        ("“A“b” c", ["b"]),
        ("«Il dit«", []),
        ('„A“ and "b"', ["A", "b"]),
        ("›Er sagt »ja« und geht‹, sagte sie.", ["Er sagt »ja« und geht"]),
        ('"They cried “now” and left," he said.', ["They cried “now” and left,"]),
        ('"They cried “now and left," he said.', ["They cried “now and left,"]),
        ("“He said “go”, ", ["go"]),
        ('"They cried “now”', ["They cried “now"]),
    ],
    ids=short_id,
)
def test_nested_marks_and_missing_marks(text: str, spans: list[str]) -> None:
    assert quoted(text) == [spans]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ('"He said "go now" and left"', ['He said "go now']),
        ('"He said " and left.', ["He said"]),
        ('"It is late"he said.', ["It is late"]),
        ("'It is late' he said.", ["It is late"]),
        ("'It is 'late he said.' So.", ["It is 'late he said."]),
        ("‘It isn’t late,’ he said.", ["It isn’t late,"]),
        ("'It isn't late,' he said.", ["It isn't late,"]),
        ("‘It is ’late,’ he said.", ["It is ’late,"]),
        ("'It is.'late he said.'", ["It is.'late he said."]),
        ("‘In the ’90s it was late,’ he said.", ["In the ’90s it was late,"]),
        ("'Tell 'em 'tis late,' he said.", ["Tell 'em 'tis late,"]),
        ("In the '90s it was late.", []),
        ("‘Say 5’6 to me,’ he said.", ["Say 5’6 to me,"]),
    ],
    ids=short_id,
)
def test_a_mark_closes_after_a_word_unless_it_is_an_apostrophe(text: str, spans: list[str]) -> None:
    assert quoted(text) == [spans]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("‘The keepers’ gate is shut,’ she said.", ["The keepers’ gate is shut,"]),
        ("‘The KEEPERS’ gate is shut!’ she said.", ["The KEEPERS’ gate is shut!"]),
        ("‘Shut the gates’ she said.", ["Shut the gates"]),
        ("‘Shut the gates’ she said, ‘now.’", ["Shut the gates", "now."]),
        ("'Shut the gates' she said, 'now.'", ["Shut the gates", "now."]),
        ("‘Shut the gates’ she said, ‚now.’", ["Shut the gates", "now."]),
        ("‘Shut the gates’ she said, ‹now.›", ["Shut the gates", "now."]),
        ("‘The keepers’ men' left,’ she said.", ["The keepers’ men"]),
        ("‘Is the keepers’ gate shut?’ she said.", ["Is the keepers’ gate shut?"]),
        ("‘It is the keepers’ gate…’ she said.", ["It is the keepers’ gate…"]),
        ("‘It is the keepers’ gate.’ She left.", ["It is the keepers’ gate."]),
        ("‘Shut the gate’ she said. It was late.’", ["Shut the gate"]),
        ("‘The keepers’ as’ bs’ cs’ ds’ es’ gate.’", ["The keepers"]),
        ("‘The keepers’ as’ bs’ cs’ ds’ gate.’", ["The keepers’ as’ bs’ cs’ ds’ gate."]),
    ],
    ids=short_id,
)
def test_a_possessive_s_does_not_close_if_a_better_mark_follows(text: str, spans: list[str]) -> None:
    assert quoted(text) == [spans]


@pytest.mark.parametrize(
    ("paragraphs", "spans", "marks"),
    [
        (["“We left.", "“It rained.”"], [["We left."], ["It rained."]], [(True, False), (True, True)]),
        (
            ["He said: “We left.", "It rained.” So."],
            [["We left."], ["It rained."]],
            [(True, False), (False, True)],
        ),
        (["He said: “We left.", "It rained ” so."], [["We left."], []], [(True, False)]),
        (["“We left.”", "It rained.” So."], [["We left."], []], [(True, True)]),
        (["He said: “We left.", "“A” and b.”"], [["We left."], ["A"]], [(True, False), (True, True)]),
        (["He said: “We left.", "It rained. “A” b”"], [["We left."], ["A"]], [(True, False), (True, True)]),
        (["‘We left.", "It rained.’ So."], [["We left."], ["It rained."]], [(True, False), (False, True)]),
        (
            ["‘We left.", "It didn’t rain.’"],
            [["We left."], ["It didn’t rain."]],
            [(True, False), (False, True)],
        ),
        (["He said: “We left.", "Then (“A”) b."], [["We left."], ["A"]], [(True, False), (True, True)]),
        (["“We left.  "], [["We left."]], [(True, False)]),
    ],
    ids=[
        "reopened",
        "closed",
        "blank before",
        "not open",
        "opens first",
        "opens inside",
        "single",
        "apostrophe",
        "opens in brackets",
        "end",
    ],
)
def test_a_quote_continues_over_paragraphs(
    paragraphs: list[str], spans: list[list[str]], marks: list[tuple[bool, bool]]
) -> None:
    assert quoted(*paragraphs) == spans
    assert ends(*paragraphs) == marks


@pytest.mark.parametrize(
    ("paragraphs", "kept"),
    [
        (["The gate “opened at noon."], False),
        (["“The gate opened at noon."], True),
        (["She said, “The gate opened."], True),
        (["She said: “The gate opened."], True),
        (["She left. “The gate opened."], True),
        (["She left! “The gate opened."], True),
        (["She left? “The gate opened."], True),
        (["She said: «“The gate opened."], True),
        (["The gate “opened at noon.", "“It rained.”"], True),
        (["The gate “opened at noon.", "It rained.” So."], True),
        (["The gate “opened at noon.", "It rained."], False),
        (["The gate “opened at noon.", "It “rained” then."], False),
        (["The gate “opened at noon.", " “It rained.”"], True),
        (["The gate “opened at noon.", "  “It rained.”"], False),
    ],
    ids=short_id,
)
def test_an_opening_mark_without_end_needs_an_introduction_or_a_continuation(
    paragraphs: list[str], kept: bool
) -> None:
    assert bool(quoted(*paragraphs)[0]) is kept


@pytest.mark.parametrize("opening", sorted({pair.split()[0] for pair in PAIRS.split(", ")}), ids=short_id)
def test_an_opening_mark_at_the_start_of_a_paragraph_needs_no_end(opening: str) -> None:
    assert quoted(f"{opening}The gate opened") == [["The gate opened"]]


def test_only_the_last_span_can_be_stray() -> None:
    assert quoted("The “old” gate “opened at noon.") == [["old"]]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("« La porte », dit-elle.", ["La porte"]),
        ("«\u00a0La porte\u202f», dit-elle.", ["La porte"]),
        ("«La porte », dit-elle.", ["La porte"]),
        ("« La porte», dit-elle.", ["La porte"]),
        ("« », dit-elle.", []),
    ],
    ids=short_id,
)
def test_spaces_inside_the_marks_are_left_out(text: str, spans: list[str]) -> None:
    assert quoted(text) == [spans]


def test_a_part_of_a_text_is_paired_in_the_style_of_the_whole() -> None:
    whole = ["“It is late,” she said.", "In the keepers’ ‘gate’ he slept."]
    (spans,) = pair_marks(whole[1:], mark_style(whole))
    assert spans == ()
    assert quoted(whole[1]) == [["gate"]]
