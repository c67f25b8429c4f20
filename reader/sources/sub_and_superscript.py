"""Write subscripts and superscripts in plain text: m², H₂O, 10⁻⁶, x^(a,b).

Owns the Unicode characters for them, and the endings that are raised by custom only: 1st, XIXe, Mme.
"""

from __future__ import annotations

import re

LONGEST = 20
"""Longer text is not an index or an exponent. Some pages use `sup` to make a sentence small."""

_SUPERSCRIPTS = dict(
    zip(
        "0123456789+-−–=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡ",
        strict=True,
    )
)
_SUBSCRIPTS = dict(
    zip(
        "0123456789+-−–=()aehijklmnoprstuvxβγρφχ",
        "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ",
        strict=True,
    )
)
_RAISED = "*†‡§¶®©™℠°ºª′″‴"
"""Characters that every font already raises."""

_CHARACTERS = {"sup": _SUPERSCRIPTS | {char: char for char in _RAISED}, "sub": _SUBSCRIPTS}
_SIGNS = {"sup": "^", "sub": "_"}

PLAIN = {
    char: "-" if plain in "−–" else plain
    for characters in (_SUPERSCRIPTS, _SUBSCRIPTS)
    for plain, char in characters.items()
}
"""The ordinary character for each subscript and superscript."""

_ORDINAL = re.compile(
    r"(?:\d|\b[IVXLCDM]+)\0(?i:st|nd|rd|th|e|es|ers?|res?|[eè]res?|[eè]?mes?|nde?s?|de|s?te)\Z"
)
_TITLE = re.compile(r"\bM\0(?:mes?|lles?|gr)\Z")
_NUMBER_SIGN = re.compile(r"(?:\d|\b[nN])\0o\Z")
_NOTES = re.compile(r"\d{1,3}(?:[,\-–] ?\d{1,3})+")
_WORD = re.compile(r"[^\W\d_]{2}")
_BASE = re.compile(r"[^\s(\[{“‘«¿¡]\Z")


def script_text(tag: str, text: str, before: str) -> str:
    """The content of a `sub` or `sup` element as plain text that is readable after the text `before`.

    The result is `text` itself for ordinals such as 21st, for a footnote reference in brackets, and for words
    that are not an index or an exponent.
    """
    words = text.strip()
    if not words or len(words) > LONGEST or (words[0] == "[" and words[-1] == "]"):
        return text
    if tag == "sup":
        place = f"{before[-LONGEST:]}\0{words}"
        if _ORDINAL.search(place) or _TITLE.search(place):
            return text
        if _NUMBER_SIGN.search(place):
            return text.replace("o", "º")
        if words in ("TM", "tm"):
            return "™"
    if all(char in PLAIN for char in words):
        return text
    has_base = _BASE.search(before) is not None
    if not has_base and _WORD.search(words):
        return text
    characters = _CHARACTERS[tag]
    if tag == "sup" and _NOTES.fullmatch(words) and not before[-1:].isdigit():
        characters = characters | {",": ",", " ": ""}
    if all(char in characters for char in words):
        return text.replace(words, "".join(characters[char] for char in words))
    if not has_base:
        return text
    is_grouped = len(words) == 1 or (words[0] == "(" and words.find(")") == len(words) - 1)
    return text.replace(words, _SIGNS[tag] + (words if is_grouped else f"({words})"))
