"""Words that indicate the gender of a person: titles, given names and nouns. They are never proof."""

from __future__ import annotations

from functools import cache

from reader.annotate.lexicon.word_lists import list_parts
from reader.annotate.lexicon.word_set import word_set

TITLE_GENDER = {
    "mr": "m", "sir": "m", "lord": "m", "mrs": "f", "ms": "f", "miss": "f", "lady": "f", "dame": "f",
    "madam": "f",
}  # fmt: skip
"""Lower-case titles and the gender they indicate: "m" or "f"."""
MALE_WORDS = word_set(
    """he him himself his spokesman businessman congressman chairman father son brother husband uncle actor
    king prince grandfather grandson nephew stepfather widower boyfriend boy monk waiter heir"""
)
FEMALE_WORDS = word_set(
    """she herself hers spokeswoman businesswoman congresswoman chairwoman mother daughter sister wife aunt
    actress queen princess grandmother granddaughter niece stepmother widow girlfriend girl nun waitress
    heiress midwife"""
)


def name_gender(name: str) -> str:
    """The gender of most people with this given name, in any case: "m", "f", or empty if unknown."""
    return _gender_by_name().get(name.lower(), "")


@cache
def _gender_by_name() -> dict[str, str]:
    """The listed given names in lower case; names that women and men share are left out."""
    women, men, _ = list_parts("given_names")
    return {name.lower(): "f" for name in women} | {name.lower(): "m" for name in men}
