"""The verb of a quote and the kind of the statement."""

from __future__ import annotations

import pytest

from reader.annotate.quotes.speech_verbs import KINDS, kind_of, speech_verb


@pytest.mark.parametrize(
    ("paragraph", "verb", "kind"),
    [
        ("“The bridge stands,” said Ada Okafor.", "said", "said"),
        ("“The bridge stands,” Ada Okafor denied on Monday.", "denied", "denied"),
        ("Okafor claims: “The bridge stands.”", "claims", "claimed"),
        ("Ms. Okafor, who had warned the council twice, asked, “The bridge stands?”", "asked", "asked"),
        ("He lied, she said. “The bridge stands,” vowed Dr. Okafor.", "vowed", "promised"),
        ("“The bridge stands.” The mayor admitted nothing.", "", "said"),
        ("Brandt denied it. “The bridge stands.”", "", "said"),
        ("“We deny it,” he said; “The bridge stands,” and left.", "said", "said"),
        ("“The bridge stands”", "", "said"),
        ("Okafor called it “The bridge stands” of our time.", "called", "described"),
    ],
)
def test_the_verb_is_that_of_the_sentence(paragraph: str, verb: str, kind: str) -> None:
    start = paragraph.index("The bridge stands")
    end = paragraph.index("”", start) if "”" in paragraph[start:] else start + 17
    assert speech_verb(paragraph, start, end) == (verb, kind)


@pytest.mark.parametrize(
    ("form", "kind"),
    [("denies", "denied"), ("conceding", "admitted"), ("swore", "promised"), ("slammed", "criticized")],
)
def test_every_form_of_a_verb_has_its_kind(form: str, kind: str) -> None:
    assert kind_of(form) == kind
    assert kind in KINDS


def test_the_ends_of_a_paragraph_are_no_fault() -> None:
    for paragraph in ("", "“", "x"):
        assert speech_verb(paragraph, 0, len(paragraph)).kind == "said"
