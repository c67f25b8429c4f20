"""Evidence from the single word before or after a mention.

Owns the tables. The first line that contains the word counts.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from reader.annotate.entities.evidence import ORGANIZATION, PERSON, PLACE, Evidence
from reader.annotate.lexicon.type_cues import (
    ORGANIZATION_NOUNS,
    PLACE_NOUNS,
    WORDS_AFTER_ORGANIZATION,
    WORDS_AFTER_PLACE,
)
from reader.annotate.lexicon.word_classes import ORGANIZATION_VERBS, PERSON_NOUNS, PERSON_VERBS, SPEECH_VERBS

Table = Sequence[tuple[Container[str], tuple[Evidence, ...]]]

BEFORE: Table = (
    (("from", "to"), (Evidence(PLACE, 0.5, "preposition of place"),)),
    (PERSON_NOUNS, (Evidence(PERSON, 2.5, "role before"),)),
    (ORGANIZATION_NOUNS, (Evidence(ORGANIZATION, 2.0, "kind before"),)),
    (PLACE_NOUNS, (Evidence(PLACE, 1.5, "kind before"),)),
    (("told", "reports"), (Evidence(ORGANIZATION, 0.9, "told before"), Evidence(PERSON, 0.5, "told before"))),
    (SPEECH_VERBS, (Evidence(PERSON, 1.5, "verb of speech before"),)),
)
"""Evidence of the word before a mention."""
AFTER: Table = (
    (PERSON_VERBS, (Evidence(PERSON, 1.5, "verb of a person"),)),
    (("who", "whose"), (Evidence(PERSON, 2.5, "who"),)),
    (("police",), (Evidence(PLACE, 1.0, "police after"),)),
    (WORDS_AFTER_PLACE, (Evidence(PLACE, 2.0, "kind of place after"),)),
    (ORGANIZATION_VERBS, (Evidence(ORGANIZATION, 0.7, "verb of an organization"),)),
    (WORDS_AFTER_ORGANIZATION, (Evidence(ORGANIZATION, 1.0, "staff after"),)),
)
"""Evidence of the word after a mention."""


def look_up(word: str, table: Table) -> tuple[Evidence, ...]:
    """The evidence of a word in a table; empty if the table does not have it."""
    for words, evidence in table:
        if word in words:
            return evidence
    return ()
