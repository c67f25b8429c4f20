"""The parts of a person's or an organisation's name, and the key under which equal names meet.

Owns what makes two written names the same name. Titles, case, accents, dots and the kind of hyphen do not
count.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from reader.annotate.lexicon.word_set import word_set
from reader.model import EntityType
from reader.text.fold import fold
from reader.text.terms import separated

TITLES = word_set(
    """mr mrs ms miss mx dr sir dame lord lady prof professor rev reverend fr father sister brother imam rabbi
    president senator sen rep representative congressman congresswoman governor gov mayor minister secretary
    chancellor ambassador amb judge justice king queen prince princess pope general gen colonel col major maj
    captain capt lieutenant lt sergeant sgt commander cmdr admiral adm chief detective det officer inspector
    herr frau monsieur madame mme mlle senor senora sra signor signora doctor coach hon the
    vice former prime acting deputy councillor baroness baron count countess sheikh sheik ayatollah"""
)
SUFFIXES = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
_COMPANY_ENDINGS = word_set(
    "inc incorporated ltd limited llc plc gmbh ag sa corp co company corporation nv spa se"
)
_GENDERED = {
    **dict.fromkeys(("mr", "sir", "lord", "king", "prince", "herr", "monsieur", "congressman", "baron"), "m"),
    **dict.fromkeys(
        ("mrs", "ms", "miss", "dame", "lady", "queen", "princess", "frau", "madame", "mme", "mlle"), "f"
    ),
    **dict.fromkeys(("congresswoman", "baroness", "senora", "signora", "countess"), "f"),
}


class NameParts(NamedTuple):
    """A folded name without titles: its words in order, its generation ("jr") and the gender its title
    tells.
    """

    words: tuple[str, ...]
    generation: str = ""
    gender: str = ""

    @property
    def key(self) -> str:
        """The name as one text: equal for names that are written differently and are the same name."""
        return " ".join((*self.words, self.generation)).strip()

    @property
    def is_full(self) -> bool:
        """Whether it has a given name that is no initial, and a surname."""
        return len(self.words) > 1 and len(self.words[0]) > 1 and len(self.words[-1]) > 1

    @property
    def has_initial(self) -> bool:
        """Whether a given name is only an initial."""
        return any(len(word) == 1 for word in self.words[:-1])


@lru_cache(maxsize=32768)
def person_parts(name: str) -> NameParts:
    """The parts of a person's name."""
    words = separated(fold(name.replace("'", "").replace("’", "")).text).split()
    gender = ""
    while len(words) > 1 and words[0] in TITLES:
        gender = gender or _GENDERED.get(words[0], "")
        words = words[1:]
    generation = ""
    if len(words) > 2 and words[-1] in SUFFIXES:
        generation = SUFFIXES[words[-1]]
        words = words[:-1]
    return NameParts(tuple(words), generation, gender)


@lru_cache(maxsize=32768)
def organization_key(name: str) -> str:
    """The key of an organisation's name: folded, without the article, the dots and the legal form."""
    words = separated(fold(name.replace(".", "").replace("&", " and ")).text).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    while len(words) > 1 and words[-1] in _COMPANY_ENDINGS:
        words = words[:-1]
    return " ".join(words)


def name_key(name: str, type: EntityType) -> str:
    """The key of a name of that type."""
    return person_parts(name).key if type is EntityType.PERSON else organization_key(name)


def is_acronym(name: str) -> bool:
    """Whether a name is written as an acronym: `WHO`, `U.N.`"""
    letters = name.replace(".", "").strip()
    return 2 <= len(letters) <= 6 and letters.isalpha() and letters.isupper()


def acronym_of(name: str) -> str:
    """The acronym of an organisation's name: the first letters of its capitalised words."""
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper() and word != "The")
