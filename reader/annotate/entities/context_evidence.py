"""Evidence from the context of a mention: titles, prepositions, verbs, appositions."""

from __future__ import annotations

from collections.abc import Iterator

from reader.annotate.entities.candidate import (
    Candidate,
    TokenizedText,
    in_gazetteer,
    is_acronym_of,
    is_demonym,
)
from reader.annotate.entities.cue_words import AFTER, BEFORE, look_up
from reader.annotate.entities.evidence import ORGANIZATION, OTHER, PERSON, PLACE, WORK, Evidence
from reader.annotate.lexicon.type_cues import (
    FACILITIES,
    NOUNS_OF_ORGANIZATION,
    NOUNS_OF_PLACE,
    ORGANIZATION_ENDINGS,
    ORGANIZATION_NOUNS,
    PLACE_NOUNS,
    PREPOSITIONS_OF_PLACE,
    TYPE_ENDINGS,
    WORDS_AFTER_ORGANIZATION,
    WORDS_AFTER_SURNAME,
)
from reader.annotate.lexicon.word_classes import (
    CLAUSE_WORDS,
    COURTESY_TITLES,
    FUNCTION_WORDS,
    ORGANIZATION_VERBS,
    PERSON_NOUNS,
    ROLES,
    SPEECH_VERBS,
)
from reader.annotate.lexicon.word_lists import is_dictionary_word, list_parts, list_words
from reader.annotate.lexicon.word_set import word_set
from reader.annotate.tokens import Token


def context_evidence(text: TokenizedText, candidate: Candidate) -> Iterator[Evidence]:
    """The evidence around one mention."""
    tokens = text.tokens
    if is_dateline(tokens, candidate):
        yield Evidence(PLACE, 3.0, "dateline")
        return
    if candidate.title:
        yield Evidence(PERSON, 5.0 if candidate.title in COURTESY_TITLES else 3.5, "title")
    yield from _before(tokens, candidate)
    yield from _after(tokens, candidate)
    if len(candidate.words) == 1 and candidate.name.isupper():
        yield from _beside_acronym(tokens, candidate)
    if len(candidate.words) > 1 and _is_in_quotation_marks(tokens, candidate):
        yield Evidence(WORK, 4.2, "in quotation marks")


_OPENING_MARKS = frozenset('“"‘')
_CLOSING_MARKS = frozenset('”"’')


def is_dateline(tokens: list[Token], candidate: Candidate) -> bool:
    """Whether the candidate is a dateline, in capitals and before a dash and a sentence.

    For example `PORT ELGIN — The ferry …` or `ORSK, June 3 (XY) - The ferry …`.
    """
    if candidate.first_token or not candidate.name.isupper():
        return False
    for index in range(candidate.end_token, min(len(tokens) - 1, candidate.end_token + _MAX_DATELINE_TOKENS)):
        word = tokens[index].text
        if word in _DASHES:
            spaced = word != "-" or tokens[index].start > tokens[index - 1].end
            return spaced and not tokens[index + 1].text[0].islower()
        if not (word[0].isupper() or word[0].isdigit() or word in "(),./:"):
            return False
    return False


_DASHES = frozenset(("—", "–", "--", "-"))
_MAX_DATELINE_TOKENS = 14


def _is_in_quotation_marks(tokens: list[Token], candidate: Candidate) -> bool:
    """Whether quotation marks contain only the name, with an article or a comma inside the closing mark."""
    first, last = candidate.first_token - 1, candidate.end_token
    if word_at(tokens, first) in ("The", "A", "An"):
        first -= 1
    if word_at(tokens, last) == "," and word_at(tokens, last + 2) not in SPEECH_VERBS:
        last += 1
        if any(True for _ in appositive(tokens, last + 1)):  # “Orsk Nine,” a company
            return False
    return word_at(tokens, first) in _OPENING_MARKS and word_at(tokens, last) in _CLOSING_MARKS


def word_at(tokens: list[Token], index: int) -> str:
    """The text of a token; empty if there is no such token."""
    return tokens[index].text if 0 <= index < len(tokens) else ""


def _before(tokens: list[Token], candidate: Candidate) -> Iterator[Evidence]:
    """The evidence of the words before the mention."""
    index = candidate.first_token - 1
    before = word_at(tokens, index)
    if (
        before == "("
        and candidate.name in list_parts("codes")[0]
        and word_at(tokens, candidate.end_token) == ")"
    ):
        yield Evidence(PLACE, 3.0, "code of a country")
        return
    if (
        before == ","
        and candidate.name in list_parts("codes")[1]
        and word_at(tokens, index - 1)[:1].isupper()
    ):
        yield Evidence(PLACE, 3.5, "state after a town")
        return
    if not before or candidate.title:
        return
    if before in ("the", "The"):
        yield from _after_article(tokens, candidate)
        return
    if before in PREPOSITIONS_OF_PLACE:
        weight = 1.8 if before in ("in", "near", "across", "throughout") else 0.9
        if _is_dictionary_name(candidate):
            weight /= 2
        yield Evidence(PLACE, weight, "preposition of place")
    elif before in ("of", "at", "for") and (noun := word_at(tokens, index - 1)):
        yield from _after_linked_noun(before, noun)
    elif before == "," and _is_after_role(tokens, candidate):
        yield Evidence(PERSON, 1.5, "role before")
    elif before in SPEECH_VERBS and (
        _is_acronym(candidate)
        or word_at(tokens, candidate.end_token) in _SUBJECT_ENDS
        or word_at(tokens, candidate.end_token) in PERSON_NOUNS
    ):
        return  # `the mayor said Tarvo Mills will grow`, `asks Tarvo Mills manager Ada Okafor`
    else:
        yield from look_up(before, BEFORE)


_SUBJECT_ENDS = word_set("is are was were has have had will would could should can may must does did 's ’s")


def _is_after_role(tokens: list[Token], candidate: Candidate) -> bool:
    """Whether a role and a comma precede: `her brother, X`, `the leader of the Brandt Party, X,`."""
    comma = candidate.first_token - 1
    if word_at(tokens, comma - 1) in PERSON_NOUNS:
        return True
    if len(candidate.words) < 2 or word_at(tokens, candidate.end_token) != ",":
        return False
    for index in range(comma - 2, max(0, comma - _MAX_ROLE_TOKENS), -1):
        if tokens[index].text in ",;:.()":
            return False
        if tokens[index].text in PERSON_NOUNS:
            return word_at(tokens, index + 1) in ("of", "for", "at")
    return False


_MAX_ROLE_TOKENS = 10


def _is_dictionary_name(candidate: Candidate) -> bool:
    """Whether every word is a dictionary word and not a given name."""
    given = list_words("given_names")
    return all(is_dictionary_word(word.lower()) and word not in given for word in candidate.words)


def _beside_acronym(tokens: list[Token], candidate: Candidate) -> Iterator[Evidence]:
    """The evidence beside an acronym: speaker (`MOSS: Why?`), unit (`40 MW`) or modifier (`GPS tracks`)."""
    after = word_at(tokens, candidate.end_token)
    if not candidate.first_token and after == ":" and candidate.name.isalpha():
        yield Evidence(PERSON, 1.2, "speaker label")
    before = word_at(tokens, candidate.first_token - 1)
    if in_gazetteer(candidate.name):
        return
    if before[:1].isdigit() or after[:1].isdigit():
        yield Evidence(OTHER, 3.0, "unit")
    if before in _COUNTING_WORDS and (after in FUNCTION_WORDS or not after[:1].isalpha()) and after != "-":
        yield Evidence(OTHER, 3.0, "common noun")
    elif before == "(" and (noun := _abbreviated_noun(tokens, candidate)):
        of_organization = noun in ORGANIZATION_NOUNS or noun.title() in ORGANIZATION_ENDINGS
        yield Evidence(ORGANIZATION if of_organization else OTHER, 3.0, "common noun")
    if (
        after.islower()
        and after.isalpha()
        and not after.endswith("ed")
        and not (
            after in FUNCTION_WORDS
            or after in WORDS_AFTER_ORGANIZATION
            or after in ORGANIZATION_VERBS
            or after in SPEECH_VERBS
            or after in PERSON_NOUNS
        )
    ):
        yield Evidence(ORGANIZATION, -0.7, "modifies a noun")


_COUNTING_WORDS = word_set(
    "a an this that these those another each every any some no our my your his her their"
)
"""Words before an acronym that is not a name: `another RFP`."""


def _abbreviated_noun(tokens: list[Token], candidate: Candidate) -> str:
    """The main one of the common nouns before the bracket with these initials, or the empty string.

    For example `superintendent` in `superintendent of police (SP)`.
    """
    bracket = candidate.first_token - 1
    letters = ""
    for index in range(bracket - 1, max(-1, bracket - 8), -1):
        word = tokens[index].text
        if not word.islower():
            break
        if word not in FUNCTION_WORDS:
            letters = word[0].upper() + letters
        if letters == candidate.name:
            return word if tokens[index + 1].text == "of" else tokens[bracket - 1].text
    return ""


def _after_article(tokens: list[Token], candidate: Candidate) -> Iterator[Evidence]:
    """The evidence of `the` before a name: not a person, but an organization if no noun follows it."""
    if word_at(tokens, candidate.end_token) in WORDS_AFTER_SURNAME:
        return
    yield Evidence(PERSON, -1.5, "article")
    if (
        word_at(tokens, candidate.first_token - 2) in ("in", "at", "near", "inside", "outside", "from", "to")
        and candidate.words[-1] in FACILITIES
    ):
        yield Evidence(PLACE, 1.3, "preposition of place")
    after = word_at(tokens, candidate.end_token)
    if _is_plural_name(candidate):
        yield Evidence(ORGANIZATION, 0.7, "plural name")
    if (
        not after.isalpha()
        or after in CLAUSE_WORDS
        or after in FUNCTION_WORDS
        or after in WORDS_AFTER_ORGANIZATION
        or after in SPEECH_VERBS
    ):
        yield Evidence(ORGANIZATION, 0.6, "article")


def _is_plural_name(candidate: Candidate) -> bool:
    """Whether the last word is a plural, as in the name of a team or a band: `the Marlow Herons`."""
    last = candidate.words[-1]
    many = last[-1] == "s" and last[-2:] not in ("ss", "us", "is", "as") and last.isalpha()
    return (
        many
        and len(candidate.words) > 1
        and last not in TYPE_ENDINGS
        and not is_demonym(last)
        and not all(is_dictionary_word(word.lower()) for word in candidate.words)
    )


def _after_linked_noun(link: str, noun: str) -> Iterator[Evidence]:
    """The evidence of a noun and a preposition: `city of X`, `director of X`, `spokesman for X`."""
    noun = noun.lower()
    if link == "of" and noun in PLACE_NOUNS:
        yield Evidence(PLACE, 2.5, "kind of place before")
    elif link == "of" and noun in NOUNS_OF_PLACE:
        yield Evidence(PLACE, 1.5, "noun of a place before")
    elif noun in NOUNS_OF_ORGANIZATION:
        yield Evidence(ORGANIZATION, 1.5, "noun of an organization before")
    elif link == "at":
        yield Evidence(PLACE, 1.0, "preposition of place")


def _after(tokens: list[Token], candidate: Candidate) -> Iterator[Evidence]:
    """The evidence of the words after the mention."""
    index = candidate.end_token
    after = word_at(tokens, index)
    if not after:
        return
    if after in ("say", "tell", "think", "believe"):  # plural verbs: the subject is not one person
        return
    if after in SPEECH_VERBS:
        # A thing can say something too: `Screen Time told me`.
        weak = _is_dictionary_name(candidate) or _is_acronym(candidate)
        yield Evidence(PERSON, 0.7 if weak else 1.5, "verb of speech")
        yield Evidence(ORGANIZATION, 0.5, "verb of speech")
    elif after in ("is", "was", "are") and word_at(tokens, index + 1) in ("a", "an", "the", "one"):
        yield from appositive(tokens, index + 1)
    elif after in WORDS_AFTER_SURNAME and len(candidate.words) == 1:
        yield Evidence(PERSON, 1.5, "family")
    elif after == "," and not _is_inside_phrase(tokens, candidate):
        yield from _apposition(tokens, candidate, index + 1)
    elif after == "(" and word_at(tokens, index + 2) == ")":
        yield from _in_parentheses(candidate, word_at(tokens, index + 1))
    elif after == "-" and word_at(tokens, index + 1) == "based":
        yield Evidence(PLACE, 2.5, "-based")
    else:
        yield from look_up(after, AFTER)


def _is_acronym(candidate: Candidate) -> bool:
    """Whether the name is one word in capitals."""
    return len(candidate.words) == 1 and candidate.name.isupper() and 2 < len(candidate.name) < 7


def _is_inside_phrase(tokens: list[Token], candidate: Candidate) -> bool:
    """Whether what follows the comma cannot describe the candidate.

    In `Ada Okafor of Tarvo Mills, chairman of` it describes the person before, and in `After a visit to Tarvo
    Mills, the minister said` it is the subject of the sentence.
    """
    before = candidate.first_token - 1
    if word_at(tokens, before) in ("of", "at", "from", "for") and word_at(tokens, before - 1)[:1].isupper():
        return True
    first = before
    while first > max(0, before - _MAX_ROLE_TOKENS) and tokens[first - 1].text not in '.!?,;:“”"':
        first -= 1
    opens = first < before + 1 and word_at(tokens, first) in _OPENING_PREPOSITIONS
    return opens and (first == 0 or tokens[first - 1].text in '.!?“"')


_OPENING_PREPOSITIONS = word_set(
    "In At After Before During For From With On Under Since Through By According Like"
)


def _apposition(tokens: list[Token], candidate: Candidate, index: int) -> Iterator[Evidence]:
    """The evidence after a comma: `X, 45,` · `X, who` · `X, the mayor of` · `X, Kenya`."""
    word = word_at(tokens, index)
    if word.isdigit() and len(word) <= 3 and word_at(tokens, index + 1) in (",", ".", ";", "and"):
        yield Evidence(PERSON, 3.5, "age")
        return
    if word in ("who", "whose", "whom"):
        yield Evidence(PERSON, 2.5, "who")
        return
    if word in SPEECH_VERBS:
        yield Evidence(PERSON, 0.7, "verb of speech")
        return
    if word[:1].isupper():
        if word in list_parts("codes")[1]:
            yield Evidence(PLACE, 2.0, "state after")
            return
        if word in list_words("countries") or word in list_words("regions"):
            if not word_at(tokens, index + 1)[:1].isupper():
                yield Evidence(PLACE, 2.5, "country after")
            return
        if word in ROLES and word not in list_words("given_names"):
            yield Evidence(PERSON, 2.5, "role after")
            return
    yield from appositive(tokens, index)


_PHRASE_ENDS = word_set(", . ; and said was is has in at for who which where that with")
_KIND_NOUNS = PERSON_NOUNS | ORGANIZATION_NOUNS
_MODIFYING_PLACE_NOUNS = word_set("state north south east west central")
"""Nouns of places that modify another noun: `a state company`."""
_DETERMINERS = word_set("a an the his her its former one another")


def appositive(tokens: list[Token], index: int) -> Iterator[Evidence]:
    """The evidence of an apposition that begins at `index`: its first known noun."""
    first, second = word_at(tokens, index), word_at(tokens, index + 1)
    if first[:1].islower() and first not in _DETERMINERS | _KIND_NOUNS and second not in PERSON_NOUNS:
        return
    for at in range(index, index + 9):
        word, follows = word_at(tokens, at), word_at(tokens, at + 1)
        if not word or (word in _PHRASE_ENDS and at > index):
            return
        if follows in _KIND_NOUNS:
            continue
        if word in PERSON_NOUNS:
            yield Evidence(PERSON, 2.5, "role after")
            return
        if word in ORGANIZATION_NOUNS:
            yield Evidence(ORGANIZATION, 2.5, "kind after")
            return
        if word in PLACE_NOUNS and word not in _MODIFYING_PLACE_NOUNS:
            yield Evidence(PLACE, 2.5, "kind after")
            return


def _in_parentheses(candidate: Candidate, word: str) -> Iterator[Evidence]:
    """The evidence in parentheses: `X (61)` · `World Health Organization (WHO)`."""
    if word.isdigit() and len(word) == 2:
        yield Evidence(PERSON, 2.5, "age")
    elif len(word) > 1 and len(candidate.words) > 1 and is_acronym_of(word, candidate.words):
        yield Evidence(ORGANIZATION, 1.5, "acronym after")
