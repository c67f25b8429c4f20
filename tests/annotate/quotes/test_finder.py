"""Quotes: which quoted words are quotes, and which pieces belong together."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotate import annotate
from reader.annotate.code_spans import looks_like_code
from reader.annotate.quotes.interviews import MAX_LEAD_CHARACTERS
from reader.annotate.results import FoundQuote
from reader.model import Block, BlockKind, Document, Inline, InlineKind
from tests.annotate.finding import find_quotes, short_id


def texts(*paragraphs: str) -> list[str]:
    """The words of the quotes found."""
    return [quote.text for quote in find_quotes(paragraphs)]


@pytest.mark.parametrize(
    ("paragraph", "words"),
    [
        ("“The gate is open,” said Ida Moss.", "The gate is open,"),
        ('"The gate is open," said Ida Moss.', "The gate is open,"),
        ("``The gate is open,'' said Ida Moss.", "The gate is open,"),
        ("« La porte est ouverte », a dit Ida Moss.", "La porte est ouverte"),
        ("»Das Tor ist offen«, sagte Ida Moss.", "Das Tor ist offen"),
        ("„Das Tor ist offen“, sagte Ida Moss.", "Das Tor ist offen"),
        ("„Brama jest otwarta”, said Ida Moss.", "Brama jest otwarta"),
        ("”Porten är öppen”, sade Ida Moss.", "Porten är öppen"),
        ("莫斯说：「门今天早上开着。」", "门今天早上开着。"),
        ("莫斯说：“门今天早上开着。”", "门今天早上开着。"),
        ("‘The gate is open,’ said Ida Moss.", "The gate is open,"),
        ("'The gate is open,' said Ida Moss.", "The gate is open,"),
        ("‘The keepers’ gate isn’t open,’ said Ida Moss.", "The keepers’ gate isn’t open,"),
        ("‘It’s Moss’s gate in the ’90s,’ said Ida Moss.", "It’s Moss’s gate in the ’90s,"),
        ("‘He told me “no”,’ said Ida Moss.", "He told me “no”,"),
        ('"They sang “open it” twice," said Ida Moss.', "They sang “open it” twice,"),
        ("\"He said, 'Go,' and went,\" Ida Moss said.", "He said, 'Go,' and went,"),
        ("“He said, “Go,” and we went home,” Ida Moss said.", "He said, “Go,” and we went home,"),
        ("“He shouted ‘go’ and we went,” Ida Moss said.", "He shouted ‘go’ and we went,"),
        ("Moss said: “The gate is open", "The gate is open"),
        ("“The gate is open.“ Moss said so twice.", "The gate is open."),
    ],
    ids=short_id,
)
def test_quotes_in_every_kind_of_quotation_mark(paragraph: str, words: str) -> None:
    assert texts(paragraph) == [words]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Piet “Red” Quillon mended the gate.",
        'Piet "Red" Quillon mended the gate.',
        "She is the author of “The Long Way Down to the Gate” and a gardener.",
        "He spoke on “Morning Round Table” about gates.",
        'The rail is 6\'2" long and the post is 27" high.',
        "The gate, a “classic” of its kind, fell over.",
        "In the ’90s the keepers’ gate stood open.",
        "The ''' and “ ” of the manual.",
        "It was the 'best of it, and nobody's.",
        "“(Applause.)”",
        "He read “War and Gates” and sang “Yellow Rails”.",
        "The so-called “keepers” left; the “free” gate cost ten euros.",
        'Set it to "open" and print "hello gate" with the "name" key.',
        "The “A” gate is older than the “B” gate.",
        "“Open”, “shut” and “ajar” are words for gates.",
        "He wore a 'smart' hat, and rock 'n' roll was the dogs' dinner.",
        'Run `echo "the quick brown fox jumps over it"` in a shell and wait.',
        "Run `echo 'the quick brown fox jumps over it'` in a shell and wait.",
        "Use ``git log --oneline of the whole gate`` here and then `make check` there.",
        'Set "theme = paper dark contrast and more" in the file.',
        'Pass "--measure 64 --zen and the file" to the program.',
        'It calls "open(path, mode=None, encoding=None) and then waits" first.',
        'The pattern "a b c|d e f g" fits, and "<p>Hello to the whole gate</p>" does not.',
    ],
    ids=short_id,
)
def test_quoted_words_that_are_no_quotes(paragraph: str) -> None:
    assert texts(paragraph) == []


def test_a_quote_after_leading_spaces_is_no_nickname() -> None:
    assert texts("  “We slept” Ida Moss said.") == ["We slept"]


def test_single_marks_are_no_quotes_if_the_text_has_double_marks() -> None:
    assert texts("‘It is late,’ said Ida Moss.", "Quillon said “no, not yet.”") == ["no, not yet."]


def test_double_marks_inside_single_marks_are_part_of_the_quote() -> None:
    paragraphs = ["‘It is late,’ said Ida Moss.", "‘He cried “open it”,’ said Piet Quillon, ‘and left.’"]
    assert [(quote.speaker, quote.text) for quote in find_quotes(paragraphs)] == [
        ("Ida Moss", "It is late,"),
        ("Piet Quillon", "He cried “open it”, … and left."),
    ]


def test_code_has_no_quotes() -> None:
    text = 'Call `say("The gate is open, my friend.")` and then wait for it.'
    code = Inline(6, 41, InlineKind.CODE)
    blocks = (Block(text, inlines=(code,)), Block('print("The gate is open, my friend.")', BlockKind.CODE))
    assert annotate(Document("T", blocks)).quotes == ()


def test_code_inside_a_quote_is_part_of_it() -> None:
    text = "“Run `make check` first,” said Ida Moss. “Then set x = 5 and wait.”"
    assert texts(text) == ["Run `make check` first, … Then set x = 5 and wait."]
    inline = Inline(5, 15, InlineKind.CODE)
    block = Block("“Run make check first,” said Ida Moss.", inlines=(inline,))
    (quote,) = annotate(Document("T", (block,))).quotes
    assert quote.text == "Run make check first,"


def test_struck_and_inserted_words_do_not_break_quotes_and_names() -> None:
    text = "“Ten nine gates are open,” said Ida Moss of Port Ellen."
    marks = (
        Inline(1, 4, InlineKind.STRUCK),
        Inline(5, 9, InlineKind.INSERTED),
        Inline(36, 40, InlineKind.STRUCK),
    )
    plain, marked = (annotate(Document("T", (Block(text, inlines=inlines),))) for inlines in ((), marks))
    assert [quote.text for quote in marked.quotes] == ["Ten nine gates are open,"]
    assert "Ida Moss" in {entity.name for entity in marked.entities}
    assert (marked.quotes, marked.entities) == (plain.quotes, plain.entities)


def test_a_backtick_and_an_apostrophe_are_marks() -> None:
    assert texts("`The gate is open', said Ida Moss. `Come in and stay', said Piet Quillon.") == [
        "The gate is open",
        "Come in and stay",
    ]


def test_a_quote_split_by_its_speaker_is_one_statement() -> None:
    paragraph = "“The gate,” Ida Moss said on Monday, “has been open since May.”"
    (quote,) = find_quotes([paragraph])
    assert [paragraph[start:end] for _, start, end in quote.pieces] == [
        "The gate,",
        "has been open since May.",
    ]
    assert quote.text == "The gate, … has been open since May."
    assert quote.speaker == "Ida Moss"


def test_two_speakers_in_a_paragraph_are_two_statements() -> None:
    found = find_quotes(["“It is open,” said Ida Moss. “It is shut,” said Piet Quillon."])
    assert [(quote.speaker, len(quote.pieces)) for quote in found] == [("Ida Moss", 1), ("Piet Quillon", 1)]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["“We began in May,” said Nils Aker. “Nobody helped.", "“Then it rained.", "“We stopped.”"],
        ["“We began in May.", "“Then it rained,” Nils Aker said. “We stopped.”"],
        ["“We began in May.", "“Then it rained.", "“We stopped,” said Nils Aker."],
        ["Nils Aker said: “We began in May.", "Then it rained, and we stopped.”"],
    ],
    ids=short_id,
)
def test_a_quote_over_several_paragraphs_has_one_speaker(paragraphs: list[str]) -> None:
    (quote,) = find_quotes(paragraphs)
    assert quote.speaker == "Nils Aker"
    assert {number for number, _, _ in quote.pieces} == set(range(len(paragraphs)))


def test_a_transcript_has_its_speakers() -> None:
    found = find_quotes(
        [
            "WEBER: Good evening, and welcome to the hall.",
            "AKER: It is good to be here.",
            "(Laughter.)",
            "WEBER: What happened on Monday?",
        ]
    )
    assert [(quote.speaker, quote.text) for quote in found] == [
        ("Weber", "Good evening, and welcome to the hall."),
        ("Aker", "It is good to be here."),
        ("Weber", "What happened on Monday?"),
    ]


def test_a_transcript_may_label_the_interviewer_by_role() -> None:
    found = find_quotes(
        ["INTERVIEWER: Where were you?", "Ida Moss: At home.", "INTERVIEWER: Alone?", "Ida Moss: With a cat."]
    )
    assert [quote.speaker for quote in found] == ["", "Ida Moss"] * 2


def test_questions_and_answers_without_names_are_unattributed() -> None:
    found = find_quotes(["Q: When did it open?", "A: In May.", "Q: And now?", "A: Now it is shut."])
    assert [quote.speaker for quote in found] == [""] * 4
    assert found[1].text == "In May."


ASKED = ["Q: When did it open?", "A: In May.", "Q: And now?", "A: Now it is shut."]


@pytest.mark.parametrize(
    ("lead", "asks", "answers"),
    [
        ("Ida Moss keeps the gate. The keeper talks to Piet Quillon.", "Piet Quillon", "Ida Moss"),
        ("Ida Moss keeps the gate. She spoke to our reporter Piet Quillon.", "Piet Quillon", "Ida Moss"),
        ("Our reporter Piet Quillon spoke to Ida Moss at the gate.", "Piet Quillon", "Ida Moss"),
        ("Piet Quillon sat down with Ida Moss at the gate.", "Piet Quillon", "Ida Moss"),
        ("Ida Moss keeps the gate. Interview by Piet Quillon.", "Piet Quillon", "Ida Moss"),
        ("Piet Quillon talks to Ida Moss. Moss is 40.", "Piet Quillon", "Ida Moss"),
        ("Ida Moss talks to Piet Quillon about the gate.", "", ""),
        ("Piet Quillon interviewed Ida Moss.", "Piet Quillon", "Ida Moss"),
        ("Ida Moss was interviewed by Piet Quillon.", "Piet Quillon", "Ida Moss"),
        ("We spoke to Ida Moss about Piet Quillon, who built the gate.", "", "Ida Moss"),
        ("Ida Moss keeps the gate. Moss likes it there.", "", "Ida Moss"),
        ("Ida Moss and Piet Quillon keep the gate.", "", ""),
        ("The gate is old.", "", ""),
    ],
    ids=short_id,
)
def test_the_lead_names_interviewer_and_interviewee(lead: str, asks: str, answers: str) -> None:
    found = find_quotes([lead, *ASKED], people=["Ida Moss", "Piet Quillon"])
    assert [quote.speaker for quote in found] == [asks, answers] * 2
    assert {quote.rule for quote in found} == {"question and answer"}


def test_only_the_end_of_a_very_long_lead_is_read() -> None:
    lead = "Ida Moss was interviewed by Piet Quillon. "
    found = find_quotes(
        [lead + "The gate is old. " * (MAX_LEAD_CHARACTERS // 17), *ASKED], ["Ida Moss", "Piet Quillon"]
    )
    assert [quote.speaker for quote in found] == [""] * 4


def test_labels_may_end_with_a_dot_or_a_dash() -> None:
    dots = ["Q. When did it open?", "A. In May.", "Q. And now?", "A. Now it is shut."]
    dashes = [text.replace(".", " –", 1) for text in dots]
    for paragraphs in (dots, dashes):
        assert [quote.text for quote in find_quotes(paragraphs)] == [text[3:].lstrip() for text in dots]
    assert (
        texts("A. Moss keeps the gate.", "A. Quillon opens it.", "A. Moss shuts it.", "A. Aker sleeps.") == []
    )


def bold(*paragraphs: str) -> Document:
    """A document of these paragraphs. Those between stars are bold as a whole."""
    return Document(
        "T",
        tuple(
            Block(text.strip("*"), inlines=(Inline(0, len(text) - 2, InlineKind.STRONG),))
            if text[0] == "*"
            else Block(text)
            for text in paragraphs
        ),
    )


BOLD = [
    "*When was it?*",
    "In May. It rained.",
    "It snowed.",
    "*And?*",
    "“Shut!” they say.",
    "*Why?*",
    "It is.",
]


def test_bold_questions_are_an_interview_if_the_lead_mentions_one() -> None:
    lead = "The keeper Ida Moss talks to Anna Quillon. Moss is 40."
    found = annotate(bold(lead, *BOLD, "*It is May.*")).quotes
    assert [(quote.speaker, quote.text) for quote in found] == [
        ("Anna Quillon", "When was it?"),
        ("Ida Moss", "In May. It rained."),
        ("Ida Moss", "It snowed."),
        ("Anna Quillon", "And?"),
        ("Ida Moss", "“Shut!” they say."),
        ("Anna Quillon", "Why?"),
        ("Ida Moss", "It is."),
        ("Anna Quillon", "It is May."),
    ]


def test_bold_questions_alone_are_no_interview() -> None:
    assert [quote.text for quote in annotate(bold("What keepers ask.", *BOLD)).quotes] == ["Shut!"]
    assert annotate(bold("Ida Moss talks to Anna Quillon.", "*Why?*", "It is.", "*So?*", "No.")).quotes == ()
    loud = ["*Loud.*"] * 3
    assert len(annotate(bold("Ida Moss talks to us.", *BOLD, *loud)).quotes) == 1


def test_paragraphs_without_label_continue_the_speaker() -> None:
    paragraphs = [
        "WEBER: Good evening.",
        "AKER: It is good to be here.",
        "I was not sure that I would come.",
        "(Laughter.)",
        "WEBER: What happened on Monday?",
        "That was the last question.",
    ]
    assert [quote.speaker for quote in find_quotes(paragraphs)] == ["Weber", "Aker", "Aker", "Weber"]
    caption = Block("The hall in May", BlockKind.CAPTION)
    blocks = (*map(Block, paragraphs[:2]), caption, *map(Block, paragraphs[4:]))
    assert [quote.text for quote in annotate(Document("T", blocks)).quotes] == [
        "Good evening.",
        "It is good to be here.",
        "What happened on Monday?",
    ]


def test_prose_between_few_labels_is_no_quote() -> None:
    prose = ["The rain fell on the gate."] * 5
    paragraphs = ["WEBER: Good evening.", *prose, "AKER: It is good to be here.", "WEBER: So it is."]
    assert len(find_quotes(paragraphs)) == 3


def test_a_quote_inside_an_answer_keeps_its_marks() -> None:
    for marks in ("“{}”", '"{}"'):
        inner = marks.format("The gate is open.")
        answer = f"A: My mother said, {inner}"
        assert find_quotes(["Q: Who?", answer, "Q: And?", "A: No."])[1].text == answer[3:]
        whole = marks.format("A: In May.")
        assert find_quotes(["Q: Who?", whole, "Q: And?", "A: No."])[1].text == "In May."


def test_an_abbreviated_title_does_not_split_a_statement() -> None:
    for name in ("Ms. Moss", "Prof. J. Moss", "Sen. Ida Moss"):
        (quote,) = find_quotes([f"“The gate is open,” {name} said. “Come in and stay.”"])
        assert len(quote.pieces) == 2
    two = find_quotes(["“The gate is open,” Ida Moss said. It was late. “Come in and stay.”"])
    assert len(two) == 2


def test_labels_alone_make_no_transcript() -> None:
    assert texts("Photo: Ida Moss", "Note: the gate is shut.", "Update: it is open again.") == []
    assert texts("DEFENDERS: Aker, Moss, Quillon", "KEEPERS: Weber") == []


def test_a_block_quote_needs_no_quotation_marks() -> None:
    paragraphs = ["The letter that Ida Moss wrote on Monday reads:", "The gate stays open.", "That was all."]
    (quote,) = find_quotes(paragraphs, block_quotes=[1])
    assert quote.pieces == ((1, 0, 20),)
    assert quote.speaker


def test_a_stage_direction_is_no_quote() -> None:
    assert find_quotes(["“(Laughter.)” Then the hall fell silent."]) == ()
    (quote,) = find_quotes(["“We saw it in the hall (twice)” said Ida Moss."])
    assert quote.text == "We saw it in the hall (twice)"


def test_every_quote_has_a_rule_and_a_confidence() -> None:
    found = find_quotes(["“It is open,” said Ida Moss.", "“And it stays so.”", "“Is it,” he asked."])
    assert len(found) == 3
    for quote in found:
        assert quote.rule
        assert 0 <= quote.confidence <= 1


_LETTERS = st.text(st.sampled_from("“”\"'‘’«»„「」`().,:;—- \n\tabsaidABSaidQé中\u00a0\ud800"), max_size=60)
_FRAGMENTS = """“The gate,” said Ida Moss . , : ; ( ) — who is the keeper of and “no “yes” ” ' ‘ \" she he it
according to As put it WEBER: Q: Mr. Aker's claim that was called by “…” Quillon told"""
_WORDS = st.lists(st.sampled_from(_FRAGMENTS.split()), max_size=40).map(" ".join)


@given(st.lists(_LETTERS | _WORDS, max_size=6))
@settings(max_examples=100, deadline=None)
def test_pieces_are_in_order_and_inside_their_paragraphs(paragraphs: list[str]) -> None:
    found = find_quotes(paragraphs, block_quotes=[0] if paragraphs else [])
    pieces = [piece for quote in found for piece in quote.pieces]
    assert pieces == sorted(pieces)
    for before, after in pairwise(pieces):
        assert before[0] < after[0] or before[2] <= after[1]
    for quote in found:
        assert isinstance(quote, FoundQuote)
        assert quote.text == " … ".join(paragraphs[p][s:e] for p, s, e in quote.pieces)
        assert all(0 <= s < e <= len(paragraphs[p]) for p, s, e in quote.pieces)


@pytest.mark.parametrize(
    "text",
    [
        '"' * 20_000,
        "“" * 20_000,
        "“a” " * 2_000,
        "of the " * 9_000 + "“so it goes on” said Bo",
        "Bo " * 30_000,
    ],
    ids=["straight", "opening", "pairs", "prepositions", "names"],
)
def test_extreme_texts_take_linear_time(text: str) -> None:
    assert isinstance(find_quotes([text]), tuple)


def test_a_long_row_of_underscores_takes_linear_time() -> None:
    assert not looks_like_code("a_" * 50_000)
    assert looks_like_code("a_" * 50_000 + ";")


@pytest.mark.parametrize(
    "paragraph",
    [
        "“ I love it.” said Ida Moss.",
        "Ida Moss said, “ I love it. ”",
        '" I love it a lot," said Ida Moss.',
    ],
    ids=short_id,
)
def test_a_blank_inside_the_marks_does_not_hide_a_quote(paragraph: str) -> None:
    (quote,) = find_quotes([paragraph])
    assert quote.text.startswith("I love it")
    assert quote.speaker == "Ida Moss"


def test_a_mark_with_blanks_around_it_is_no_opening_mark_in_a_sentence() -> None:
    assert find_quotes(['The board was 5 " wide and 7 " long in the mill.']) == ()


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["Brandt: 12 points", "Orsk: 10 points", "Brandt: 14 points", "Orsk: 11 points"],
        ["Pros: It is fast.", "Cons: It is loud.", "Pros: It is small.", "Cons: It is dear."],
        [
            "Brandt: Moss scored in the first half.",
            "Orsk: Two players are ill.",
            "Brandt: The coach has left.",
            "Orsk: Hale is back from the clinic.",
        ],
    ],
    ids=str,
)
def test_results_and_notes_with_labels_are_no_transcript(paragraphs: list[str]) -> None:
    assert find_quotes(paragraphs) == ()


def test_labels_before_questions_and_answers_are_a_transcript() -> None:
    found = find_quotes(["Moss: Is it late?", "Hale: It is.", "Moss: Shall we go?", "Hale: We shall."])
    assert [quote.speaker for quote in found] == ["Moss", "Hale", "Moss", "Hale"]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Ida Moss says the papers were rated “secret,” and left.",
        "Ida Moss said one must press the button “Go on” twice.",
        "One campaign called “Save the dam now” raised money.",
    ],
    ids=short_id,
)
def test_words_that_are_named_and_not_said_have_no_speaker(paragraph: str) -> None:
    assert [quote.speaker for quote in find_quotes([paragraph]) if quote.speaker] == []


def test_what_somebody_called_a_thing_is_said() -> None:
    (quote,) = find_quotes(["The town lives with what Ida Moss called “a costly mistake.”"])
    assert quote.speaker == "Ida Moss"


def test_they_said_is_a_quote_even_if_nobody_knows_who_they_are() -> None:
    (quote,) = find_quotes(["Of the old dam they said “it will hold for us.”"])
    assert quote.speaker == ""
