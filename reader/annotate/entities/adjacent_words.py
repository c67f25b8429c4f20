"""What the one word before or behind a mention says of it, whatever else stands there.

Owns the tables; the first line that holds the word counts.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from reader.annotate.entities.evidence import ORGANIZATION, PERSON, PLACE, Sign
from reader.annotate.lexicon import kinds
from reader.annotate.lexicon import words as w
from reader.annotate.lexicon.word_set import word_set

Table = Sequence[tuple[Container[str], tuple[Sign, ...]]]

_MADE = word_set(
    """
    written directed painted composed sung drawn edited translated played portrayed photographed narrated
    hosted sculpted choreographed coached inspired illustrated penned discovered invented proposed
    """
)
_OWNED = word_set(
    """
    published acquired owned operated manufactured distributed broadcast sold commissioned funded run
    sponsored administered licensed supplied
    """
)
BEFORE: Table = (
    (("from", "to"), (Sign(PLACE, 0.5, "preposition of place"),)),
    (w.PERSON_NOUNS, (Sign(PERSON, 2.5, "role before"),)),
    (kinds.ORG_NOUNS, (Sign(ORGANIZATION, 2.0, "kind before"),)),
    (kinds.PLACE_NOUNS, (Sign(PLACE, 1.5, "kind before"),)),
    (("told", "reports"), (Sign(ORGANIZATION, 0.9, "told before"), Sign(PERSON, 0.5, "told before"))),
    (w.SPEECH, (Sign(PERSON, 1.5, "verb of speech before"),)),
    (("by", "with"), (Sign(PERSON, 0.3, "preposition"),)),
)
BY: Table = (
    (_MADE, (Sign(PERSON, 1.2, "maker"),)),
    (_OWNED, (Sign(ORGANIZATION, 1.2, "owner"),)),
)
"""What a participle before "by" says."""
BEHIND: Table = (
    (w.PERSONAL, (Sign(PERSON, 1.5, "verb of a person"),)),
    (("who", "whose"), (Sign(PERSON, 2.5, "who"),)),
    (("police",), (Sign(PLACE, 1.0, "its police"),)),
    (kinds.PLACE_FOLLOWERS, (Sign(PLACE, 2.0, "kind of place after"),)),
    (w.ORG_VERBS, (Sign(ORGANIZATION, 0.7, "verb of an organisation"),)),
    (kinds.ORG_FOLLOWERS, (Sign(ORGANIZATION, 1.0, "its people"),)),
)


def said_by(word: str, table: Table) -> tuple[Sign, ...]:
    """The signs of a word, if it has any there."""
    for words, signs in table:
        if word in words:
            return signs
    return ()
