"""Split a text into sentences, so that a reader can select and cite them.

Owns where a sentence ends. A sentence includes its closing quotation marks, brackets and footnote numbers. A
quote is a part of its sentence: “Stop!” he said. is one sentence, and “Go. Now.” he said. has two, because
the quote has two.

`annotate` has two other sentence splitters on purpose. They find the speaker of a quote, and capitals that
only begin a sentence. Therefore they split tokens and not text, treat a quote as one word, and read lists of
names, titles and verbs of speech. The ranges of this module are shown and copied. They must cover the text
exactly, also in scripts without capitals, and they need no lexicon.

Linear in the length of the text: each decision looks at a bounded number of code points around a mark.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache

_CACHED = 8
"""Paragraphs whose sentences are cached, so that `3)` splits a paragraph only once."""

_CLOSING = r"”’)\]}」』》〉】）］〕"
_EITHER = "\"'“‘«»‹›"
"""Quotation marks that close here and open there: „Halt!“ and »Halt!« in German, "Stop!" in plain English."""

_QUOTES = "”’」』" + _EITHER
_OPENING = "„‚([{「『《〈【（［〔¿¡*_" + _EITHER
_STOPS = ".!?…‼⁇⁈⁉"
_WIDE = "。！？｡．"
"""Chinese and Japanese marks. They need no blank after them."""

_PLAIN = "؟۔।॥։።፧፨။៕"
"""Marks that only end sentences: Arabic, Urdu, Devanagari, Armenian, Ethiopic, Burmese and Khmer."""

_MARK = re.compile(
    rf"[{_STOPS}{_WIDE}{_PLAIN}]+"
    # The marks that close a quote or bracket, perhaps with more stops, as in (“Really?”)!
    rf"(?:[{_CLOSING}{_STOPS}{_WIDE}]|[{_EITHER}](?!\w))*"
    # The French closing mark stands after a blank.
    r"(?:[ \u00a0\u202f][»›](?!\w))?"
    # Footnote numbers: [1] and superscripts.
    r"(?:\[\w{1,4}\]|[¹²³⁰⁴-⁹])*"
)
_BREAK = re.compile(
    # A blank line, or a line that begins with the sign of a list.
    r"\n[^\S\n]*(?=\n)|\n(?=[^\S\n]*(?:[-*•·‣▪–—]|[0-9]{1,3}[.)]|\(?[a-z0-9]\))[^\S\n])"
)
_BLANKS = re.compile(r"\s*")
_START = re.compile(rf"(?:[—–―-]\s?)?[{re.escape(_OPENING)}]{{0,8}}")
"""What may stand between the blank and the first word of a sentence: a dash and opening marks."""

_WORD = re.compile(r"[^\W\d_]{1,24}")
_NAME_SAYS = re.compile(
    r"(?:[A-Z][\w.’'-]{0,24} ){1,3}"
    r"(?:said|says|asked|asks|told|tells|replied|answered|added|adds|wrote|writes|cried|shouted|whispered)\b"
)
"""The words after “Stop!” that make one sentence of the quote and its speaker."""

_LIST_MARKER = re.compile(r"[(\[]?(?:[0-9]{1,3}|[A-Za-z]|[ivxIVX]{1,5})\.")
_DOTTED = re.compile(r"[^\W\d_](?:\.-?[^\W\d_]{1,2})+")
_ROMAN = re.compile(r"[IVXLC]+")

_REACH = 24
"""The longest word before a full stop that can be an abbreviation, in code points."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NEVER_LAST = _words(
    """Mr Mrs Ms Mx Messrs Mme Mlle Dr Drs Prof Rev Hon Fr Hr St Ste Mt Ft Gen Col Maj Capt Lt Sgt Cpl Pvt
    Adm Cmdr Gov Sen Rep Pres Amb Supt Insp Det Msgr Dipl Ing Univ.-Prof
    vs cf ca approx incl excl resp viz bzw sog vgl inkl evtl ggf geb gest bspw Jhd Mag Dott Sig Sra Srta Ud"""
)
"""Abbreviations that need the next word, so that no sentence ends with them."""

_BEFORE_NUMBER = _words(
    "no nos nr nrs num pp p vol vols fig figs art arts abs sec ch chap para paras ed eds op bd jg ziff kap"
)
"""Abbreviations before a number, in lower case. Elsewhere they are words: Is it true? No. He left."""

_MAY_BE_LAST = _words(
    """Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Okt Nov Dec Dez Mon Tue Tues Wed Thu Thur Thurs Fri
    Inc Ltd Co Corp Cos Bros Jr Sr Esq Dept Univ Assn Ave Blvd Rd Sq Str etc al usw Mio Mrd Tel Ph.D Ph.D.s"""
)
"""Abbreviations that may end a sentence. They end it if the next word usually begins one."""

_STARTERS = _words(
    """A An The He She It They We You I This That These Those There Here His Her Its Their Our My Your
    But And Or So Yet Nor In On At By For From With As After Before When While If Since Although Though
    However Meanwhile What Who Why How Where Which Not No Yes Now Then Also Another Some Many Most All Both
    Each Every One Two Among According Despite During Because Until Once Only Even Still Instead
    Der Die Das Ein Eine Er Sie Es Wir Ihr Im Am Und Aber Doch Auch Nach Mit Bei Für Auf Als Wenn Weil Seit
    Dies Diese Dieser Dabei Dann Da Damit Denn So Zu Zum Zur
    Le Les Un Une Il Ils Elle Elles Nous Vous Je Ce Cette Ces Mais Et Dans En Pour Selon Ella Pero"""
)
"""Capitalised words that usually begin a sentence. They distinguish Apple Inc. The… from Apple Inc. Fund…"""

_AFTER_ORDINAL = _words(
    """Januar Februar März April Mai Juni Juli August September Oktober November Dezember Jänner Feber
    Jahrhundert Jahrhunderts Jahrtausend Weltkrieg Weltkriegs Bundesliga Liga Platz Rang Stock Klasse Kapitel
    Auflage Bezirk Geburtstag Jahrestag Jahrgang Mal Jh Tag Runde Spieltag Minute Internationale"""
)
"""German nouns before which a number with a full stop is an ordinal: 3. Mai."""


@lru_cache(maxsize=_CACHED)
def _split(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(_ranges(text))


def sentences(text: str) -> list[tuple[int, int]]:
    """The half-open ranges of the sentences of `text`, in code points and in order.

    They cover everything but the blanks between them. A text of blanks has none.
    """
    return list(_split(text))


def sentence_at(text: str, offset: int) -> tuple[int, int] | None:
    """The sentence at `offset`. On a blank it is the next sentence, or the last one at the end of the text.

    None if the text has no sentence.
    """
    found = _split(text)
    if not found:
        return None
    index = bisect_right(found, offset, key=lambda sentence: sentence[1])
    return found[min(index, len(found) - 1)]


def next_start(text: str, offset: int) -> int | None:
    """Where the next sentence after `offset` starts; None after the last one."""
    found = _split(text)
    index = bisect_right(found, offset, key=lambda sentence: sentence[0])
    return found[index][0] if index < len(found) else None


def previous_start(text: str, offset: int) -> int | None:
    """The start of the sentence at `offset`. At that start it is the start of the sentence before.

    None if no sentence starts before `offset`.
    """
    found = _split(text)
    index = bisect_left(found, offset, key=lambda sentence: sentence[0])
    return found[index - 1][0] if index else None


def _ranges(text: str) -> Iterator[tuple[int, int]]:
    start = _skip_blanks(text, 0)
    for end in _ends(text):
        if end <= start:
            continue
        # The blanks before a line break are not a part of the sentence.
        last = len(text[start:end].rstrip()) + start
        if last > start:
            yield start, last
        start = _skip_blanks(text, end)
    last = len(text[start:].rstrip()) + start
    if last > start:
        yield start, last


def _skip_blanks(text: str, at: int) -> int:
    match = _BLANKS.match(text, at)
    return at if match is None else match.end()


def _ends(text: str) -> Iterator[int]:
    """The offsets at which a sentence ends, in order."""
    breaks = (match.start() for match in _BREAK.finditer(text))
    following = next(breaks, len(text))
    start = _skip_blanks(text, 0)
    for match in _MARK.finditer(text):
        while following <= match.start():
            yield following
            start = _skip_blanks(text, following)
            following = next(breaks, len(text))
        if _is_end(text, start, match.start(), match.end()):
            yield match.end()
            start = _skip_blanks(text, match.end())
    while following < len(text):
        yield following
        following = next(breaks, len(text))


def _is_end(text: str, start: int, mark: int, end: int) -> bool:
    """Whether `text[mark:end]`, a mark with its closing marks, ends the sentence that began at `start`."""
    if end == len(text):
        return True
    sign, closed = text[mark], text[end - 1] in _QUOTES
    if sign in _PLAIN:
        return True
    if sign in _WIDE:
        if sign == "．" and text[mark - 1 : mark].isdigit() and text[end].isdigit():
            return False  # a decimal point
        # 「行こう。」と言った: words that follow a quote without a mark say who said it.
        return not (closed and text[end].isalnum())
    if not text[end].isspace():
        # Without a blank it is an abbreviation, a number, a name or an address: U.S, 3.5, Yahoo!Japan, a.org.
        return sign in "!?" and not closed and _is_ideograph(text[end])
    following = _skip_blanks(text, end)
    opening = _START.match(text, following)
    first = following if opening is None else opening.end()
    if text[first : first + 1] in tuple(_STOPS + ",;:"):
        return False  # an ellipsis with blanks, or a clause that continues
    word = _WORD.match(text, first)
    after = "" if word is None else word[0]
    if after and after[0].islower() and not any(letter.isupper() for letter in after[1:]):
        return False  # a sentence begins with a capital; iPhone is an exception
    if closed:
        # “Stop!” Ada said. In English a comma stands there instead of a full stop.
        return sign == "." or not _NAME_SAYS.match(text, first)
    if sign == "." and text[mark + 1] not in _STOPS:
        return _stop_ends(text, start, mark, first, after)
    return True


def _stop_ends(text: str, start: int, stop: int, following: int, after: str) -> bool:
    """Whether a single full stop ends the sentence. `after` is the word at `following`, perhaps empty."""
    low = stop
    while low > max(start, stop - _REACH) and (text[low - 1].isalnum() or text[low - 1] in ".-"):
        low -= 1
    before = text[low:stop]
    if stop - start <= 6 and _LIST_MARKER.fullmatch(text, start, stop + 1):
        return False  # 1. First
    begins = after in _STARTERS and text[following + len(after) : following + len(after) + 1] != "."
    if before.isdigit():
        return not (len(before) <= 2 and after in _AFTER_ORDINAL)
    if before in _NEVER_LAST:
        return False
    if before.lower() in _BEFORE_NUMBER and before.upper() != before:
        is_roman = _ROMAN.fullmatch(after) is not None and (after != "I" or before.lower() != "no")
        return not (is_roman or text[following : following + 1].isdigit())
    if len(before) == 1 and before.isalpha() and not _is_ideograph(before):
        return begins  # an initial: J. K. Rowling
    if before in _MAY_BE_LAST or (_DOTTED.fullmatch(before) and before.lower() in ("a.m", "p.m")):
        return begins
    if _DOTTED.fullmatch(before):
        # e.g. and z. B. need the next word; U.S. may be the last word of its sentence.
        return begins and before[0].isupper()
    return True


def _is_ideograph(character: str) -> bool:
    """Whether a character is Chinese or Japanese, which have no blanks between words."""
    return "\u3041" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff" or character > "\U0001ffff"
