"""Join the capitalized words of a paragraph into spans.

Owns which lower-case words are inside names: `Bank of X`, `Food and Y Administration`, `de la`.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from reader.annotate.entities.candidate import in_gazetteer, is_demonym, joined_text
from reader.annotate.lexicon.type_cues import (
    HEADS_BEFORE_AND,
    HEADS_BEFORE_OF,
    HEADS_BEFORE_ON,
    ORGANIZATION_ENDINGS,
    ORGANIZATION_HEADS,
    POSSESSORS,
    STREET_NOUNS,
    TYPE_ENDINGS,
)
from reader.annotate.lexicon.word_classes import (
    ABBREVIATIONS,
    CAPITALIZED_MODALS,
    FINAL_ABBREVIATIONS,
    NAME_PARTICLES,
    NEVER_IN_NAMES,
    ROLES,
)
from reader.annotate.lexicon.word_lists import is_dictionary_word, list_words
from reader.annotate.tokens import Token

MAX_TOKENS = 14
"""Longest name in tokens: more is a heading or a list without commas."""


def capitalized_spans(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Ranges of tokens joined by their capitals and by the lower-case words inside names."""
    count = len(tokens)
    index = 0
    while index < count:
        if (
            tokens[index].text.islower()  # most tokens; the quickest test comes first
            or not _is_capitalized(tokens[index].text)
            or (index and tokens[index - 1].text in "@#")
            or _is_code_or_key(tokens, index)
        ):
            index += 1
            continue
        first = index
        index += 1
        while index < count and index - first < MAX_TOKENS:
            step = _tokens_to_add(tokens, first, index)
            if not step:
                break
            index += step
        yield first, index


def _is_code_or_key(tokens: Sequence[Token], index: int) -> bool:
    """Whether the token begins a call or a key of the keyboard: `DoThing()`, `Ctrl+C`."""
    token = tokens[index]
    if _is_in_address(tokens, index):
        return True
    if index + 2 < len(tokens) and tokens[index + 1].start == token.end:
        sign, after = tokens[index + 1].text, tokens[index + 2]
        if (sign == "(" and after.text == ")") or (sign == "+" and after.start == tokens[index + 1].end):
            return True
    return False


def _is_in_address(tokens: Sequence[Token], index: int) -> bool:
    """Whether the token is a part of an address: `Ada@example.org`, `example.org/RiverClub/`."""
    before, after = (
        tokens[index - 1] if index else None,
        tokens[index + 1] if index + 1 < len(tokens) else None,
    )
    if (
        after is not None
        and after.text == "@"
        and after.start == tokens[index].end
        and index + 2 < len(tokens)
    ):
        host = tokens[index + 2]
        return host.start == after.end and ("." in host.text or host.text.islower())
    if before is None or before.text != "/" or before.end != tokens[index].start or index < 2:
        return False
    host = tokens[index - 2]
    return host.end == before.start and ("." in host.text or host.text == "/" or host.text.islower())


_CONTRACTED = frozenset(("t", "ve", "re", "ll", "d", "m"))
"""Contracted verbs after an apostrophe: `I've`."""


def _is_capitalized(text: str) -> bool:
    """Whether the capital of a token can begin or continue a name."""
    if text[0].isupper():
        if text.isalpha():
            return True
        if "_" in text or ("." in text and _is_file(text)):
            return False
        if text[1:2] == "-" and text[0] in "DRI":  # a party and state: R-Utah
            return False
        if "'" in text or "’" in text:
            return text.replace("’", "'").rpartition("'")[2] not in _CONTRACTED
        digits = sum(sign.isdigit() for sign in text)
        if (digits and text[-1].isalpha()) or digits > 2:  # an address, a handle, an identifier
            return False
        return "-" not in text or not _is_compound(text)
    if not text[0].isalpha() or len(text) < 3 or text.islower():
        return False
    return text[1].isupper() or text[:3] in ("al-", "el-", "al‑") or text[:2] in ("d'", "d’")


def _is_file(text: str) -> bool:
    """Whether a token is a file or a name in code, not a web address: `README.md`, `Main.run`."""
    tail = text.rpartition(".")[2]
    return tail.islower() and len(tail) > 1 and tail not in _DOMAINS


_DOMAINS = frozenset(
    ("com", "org", "net", "gov", "edu", "co", "uk", "io", "ai", "tv", "info", "eu", "de", "fr")
)
"""Endings of web addresses, which may be names: `Example.com`."""


def _is_compound(text: str) -> bool:
    """Whether a token is a compound whose capital does not begin a name: `India-administered`."""
    tail = text.rpartition("-")[2]
    return len(tail) > 2 and tail.islower() and is_dictionary_word(tail) and text not in ROLES


def _is_second_given_name(before: str, text: str) -> bool:
    """Whether two syllables after a surname are a given name: `Kim Hee-sun`, also if `sun` is a word."""
    first, _, second = text.partition("-")
    return (
        len(before) < 6
        and before.isalpha()
        and before[0].isupper()
        and not is_dictionary_word(before.lower())
        and 1 < len(first) < 6
        and 1 < len(second) < 6
        and first.isalpha()
        and second.isalpha()
        and first[0].isupper()
        and not is_dictionary_word(first.lower())
        and second not in _PARTICIPLES
    )


_PARTICIPLES = frozenset(("led", "based", "made", "held", "style", "wide", "owned", "run", "era", "born"))


def _tokens_to_add(tokens: Sequence[Token], first: int, index: int) -> int:
    """How many tokens from `index` on continue the span that began at `first`; 0 at its end."""
    token = tokens[index]
    text = token.text
    before = tokens[index - 1]
    gap = token.start - before.end
    if gap > 1 or _is_code_or_key(tokens, index):
        return 0
    if text == "," and not gap and (step := _tokens_after_comma(tokens, first, index)):
        return step
    if text in "'’" and not gap and before.text[-1] == "s":
        return _tokens_after_plural_possessive(tokens, index)
    if _is_capitalized(text) or _is_second_given_name(before.text, text):
        lower = text.lower()
        stops = lower in NEVER_IN_NAMES or (lower in CAPITALIZED_MODALS and text.isupper())
        return 1 if gap and not (text[0].isupper() and stops) else 0
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is None or (
        text not in _OPENING
        and not _is_capitalized(after.text)
        and text not in ("of", "for", "on", "de", "bin", "van", "von", "de", "abu")
    ):
        return 0
    if text in _OPENING and gap:
        return _nickname_tokens(tokens, index)
    if text == "," and after.text in ("Jr", "Sr") and after.start - token.end == 1:
        return 2
    if text == "." and not gap:
        return int(_is_abbreviation(before.text, after.text) and after.start - token.end == 1)
    if text == "&":
        return 2
    if text in ("'s", "’s"):
        return 2 if _possessive_joins(tokens, first, index) and after.start > token.end else 0
    return _function_word_joins(tokens, first, index) if gap else 0


def _possessive_joins(tokens: Sequence[Token], first: int, index: int) -> bool:
    """Whether the `'s` at `index` is inside a name: `People's Party`, `Brewer's Lane`, `St. Anselm's Church`.

    `Kenya's Rift Valley` is two names.
    """
    owner, owned = tokens[index - 1].text, tokens[index + 1].text
    if owner in POSSESSORS:
        return True
    ends = index + 2 >= len(tokens) or not _is_capitalized(tokens[index + 2].text)
    holy = tokens[first].text in ("St", "St.", "Saint")
    return ends and (owned in STREET_NOUNS or (holy and owned in ORGANIZATION_ENDINGS))


def _is_abbreviation(word: str, after: str) -> bool:
    """Whether the full stop after `word` belongs to it: `St. Anselm`, `ST. ANSELM`."""
    if word.isupper() and after.isupper():
        word = word.title()
    return word in ABBREVIATIONS and word not in FINAL_ABBREVIATIONS


def _function_word_joins(tokens: Sequence[Token], first: int, index: int) -> int:
    """How many tokens the function word at `index` adds to the span that began at `first`; may be 0."""
    text, head, after = tokens[index].text, tokens[index - 1].text, tokens[index + 1].text
    if text in ("of", "for", "on"):
        if text == "of" and head not in HEADS_BEFORE_OF and not _head_allows_of(tokens, first, index):
            return 0
        if text == "for" and head not in ORGANIZATION_HEADS:
            return 0
        if text == "on" and head not in HEADS_BEFORE_ON:
            return 0
        return _tokens_to_capital(tokens, index, ("the",))
    if text == "and":
        return 2 if _and_joins(tokens, first, index) else 0
    if text in NAME_PARTICLES:
        if text in ("la", "las", "los", "san", "y", "e", "a", "o", "i", "le") and not after[0].isupper():
            return 0
        return _tokens_to_capital(tokens, index, NAME_PARTICLES)
    return 0


def _tokens_to_capital(tokens: Sequence[Token], index: int, between: Container[str]) -> int:
    """How many tokens to the next capitalized word, across one of `between`, or 0."""
    after = tokens[index + 1].text
    if _is_capitalized(after):
        return 2
    over = after in between and index + 2 < len(tokens) and _is_capitalized(tokens[index + 2].text)
    return 3 if over else 0


_COMPANY_FORMS = frozenset(("Inc", "Inc.", "Ltd", "Ltd.", "LLC", "LLP", "L.P.", "S.A.", "PLC", "Plc", "GmbH"))


def _tokens_after_comma(tokens: Sequence[Token], first: int, index: int) -> int:
    """How many tokens the comma at `index` and what follows it add to a name, or 0.

    `Brandt Holdings, Inc` and `Ministry of Works, Housing and Roads` contain commas.
    """
    after = tokens[index + 1].text if index + 1 < len(tokens) else ""
    if after in _COMPANY_FORMS:
        return 2
    inside = [token.text for token in tokens[first:index]]
    if "of" not in inside or not any(word in HEADS_BEFORE_AND for word in inside) or not after[:1].isupper():
        return 0
    end = index + 1
    while end + 1 < len(tokens) and end - index < MAX_LIST_TOKENS:
        word = tokens[end].text
        if word in ("and", "&"):
            return end - index if _is_field(tokens[end + 1].text) else 0
        if word != "," and not _is_field(word):
            return 0
        end += 1
    return 0


MAX_LIST_TOKENS = 9
"""Longest list of fields in a name, in tokens."""


def _is_field(word: str) -> bool:
    """Whether the word may name the field of a ministry: `Housing`."""
    return word[0].isupper() and is_dictionary_word(word.lower()) and not in_gazetteer(word)


def _tokens_after_plural_possessive(tokens: Sequence[Token], index: int) -> int:
    """How many tokens the apostrophe at `index` adds: `Teachers' Union` and `Ten Years' War` are names."""
    end = index + 1
    while (
        end < min(len(tokens), index + MAX_TOKENS)
        and _is_capitalized(tokens[end].text)
        and tokens[end].start - tokens[end - 1].end == 1
    ):
        if tokens[end].text in TYPE_ENDINGS:
            return end + 1 - index
        end += 1
    return 0


_OPENING = frozenset("“\"‘'")
_CLOSING = frozenset("”\"’'")


def _nickname_tokens(tokens: Sequence[Token], index: int) -> int:
    """How many tokens a nickname and the surname after it have, or 0: `Ada “the Crane” Brandt`."""
    for last in range(index + 2, min(index + 5, len(tokens) - 1)):
        if tokens[last].text in _CLOSING:
            inside, surname = tokens[index + 1 : last], tokens[last + 1]
            whole = _is_capitalized(inside[-1].text) and _is_capitalized(surname.text)
            tight = tokens[last].start == inside[-1].end and surname.start - tokens[last].end == 1
            return last + 2 - index if whole and tight else 0
    return 0


def _head_allows_of(tokens: Sequence[Token], first: int, index: int) -> bool:
    """Whether `of` continues a name: `Society for the Defence of …`, `Chamber of Commerce of Kenya`."""
    inside = [token.text for token in tokens[first:index]]
    if "of" in inside and inside[0] in HEADS_BEFORE_AND and tokens[index + 1].text in list_words("countries"):
        return True
    return (
        "for" in inside
        and any(word in HEADS_BEFORE_AND for word in inside)
        and is_dictionary_word(inside[-1].lower())
    )


def _and_joins(tokens: Sequence[Token], first: int, index: int) -> bool:
    """Whether `and` is inside a name: `Ministry of Trade and Industry`, but not `Paris and London`."""
    after = tokens[index + 1].text
    if in_gazetteer(joined_text(tokens, first, index + 2)):  # Trinidad and Tobago
        return True
    if not is_dictionary_word(after.lower()):
        return False
    inside = [token.text for token in tokens[first:index]]
    if (inside[0] in HEADS_BEFORE_AND and len(inside) > 2) or any(word in ("of", "for") for word in inside):
        return any(word in HEADS_BEFORE_AND for word in inside)
    if not _are_fields(inside):
        return False
    end = index + 2
    while (
        end < len(tokens)
        and _is_capitalized(tokens[end].text)
        and tokens[end].start - tokens[end - 1].end == 1
    ):
        end += 1
    return (tokens[end - 1].text in ORGANIZATION_ENDINGS and end - index > 2) or (
        after in ORGANIZATION_ENDINGS and len(inside) > 1
    )


def _are_fields(words: Sequence[str]) -> bool:
    """Whether the words before `and` may be fields, after a place or an acronym: `U.S. Securities`."""
    if len(words) > 1 and (in_gazetteer(words[0]) or words[0].isupper() or is_demonym(words[0])):
        words = words[1:]
    return all(is_dictionary_word(word.lower()) and not in_gazetteer(word) for word in words)
