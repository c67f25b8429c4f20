"""The report of `reader annotate --explain`: one line for each rule that voted."""

from __future__ import annotations

from reader.annotate.results import FoundQuote, Vote
from reader.export.annotation_report import report

PLACE = (0, 1, 12)


def explained(speaker: str, rule: str, confidence: float, *votes: Vote) -> list[str]:
    """The lines about one quote."""
    quote = FoundQuote((PLACE,), "It is late,", speaker, "name", rule, confidence, votes)
    return report([quote], [], [1], explain=True).splitlines()[3:]


def test_each_vote_is_a_line() -> None:
    votes = (Vote("verb before", "Ida Moss", 0.85, won=True), Vote("same paragraph", "Nils\nAker", 0.45))
    assert explained("Ida Moss", "verb before", 0.85, *votes) == [
        "    verb before 0.85: Ida Moss (won)",
        "    same paragraph 0.45: Nils Aker",
    ]


def test_a_winner_that_is_too_weak_says_so() -> None:
    assert explained("", "verb before", 0.3, Vote("verb before", "Ida Moss", 0.3, won=True)) == [
        "    verb before 0.30: Ida Moss (won, but under 0.35 nobody is named)"
    ]


def test_a_pronoun_without_a_person_names_nobody() -> None:
    assert explained("", "verb before", 0.0, Vote("verb before", "", 0.0, won=True)) == [
        "    verb before 0.00: nobody (won)"
    ]


def test_a_quote_without_votes_says_so() -> None:
    assert explained("", "marks", 0.0) == ["    no rule voted"]
