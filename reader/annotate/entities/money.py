"""Find sums of money and normalize them.

Owns the forms: symbol and amount, amount and currency name, amounts in words. A value is the currency code
and the amount in digits, `USD 2700000`, a range as `USD 60/USD 70`. The code is missing where the text is
ambiguous, the amount where the text has none (`millions of dollars`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from reader.annotate.entities.value_match import ValueMatch
from reader.annotate.lexicon.currencies import BY_COUNTRY, NOUNS, NUMBER_WORDS, SCALES, SIGNS

_SCALE = (
    r"(?:hundred|thousand|lakhs?|lacs?|million|crores?|billion|trillion|mln|mil|mn|bil|bn|tn|cr|[mMbBkKtT])"
    r"(?![A-Za-z])"
)
_AMOUNT = re.compile(
    rf"""(?<![\w.,/$€£¥₹])
    (?:(?P<sign>[A-Z]{{0,3}}[$€£¥₹₦₵₱₩₽₺₫฿₪₴]|GH¢|[A-Z][A-Za-z]{{0,3}}\.?)(?P<gap>\s?))?
    (?P<from>\d{{1,3}}(?:[ \u00a0]\d{{3}})+(?![\d.,])|\d+(?:[.,]\d+)*)
    (?:\s?[-–]\s?(?P<to>\d+(?:[.,]\d+)*))?(?:-plus)?
    (?:[\s-]?(?P<scale>{_SCALE}))?""",
    re.VERBOSE | re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_WORDS = re.compile(r"[\s-]+([^\W\d_][\w.]*)(?:[\s-]([^\W\d_]+))?(?:[\s-]([^\W\d_]+))?")
_SIGN_AFTER = re.compile(r"\s?(?:([€£$₹¥₽₴])(?!\d)|(USD|EUR|GBP|AED|SAR|CHF|FCFA|MAD|EGP)(?!\w))")


@lru_cache(maxsize=1)
def _words_pattern() -> re.Pattern[str]:
    """A pattern for amounts in words and for vague amounts: `two billion`, `tens of millions of`."""
    units = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
    return re.compile(
        rf"""\b(?:(?P<spelt>(?:{units})(?:[\s-](?:a\s)?(?:{units}))?)
                [\s-](?P<scale>(?:hundred|thousand|lakh|million|crore|billion|trillion))(?:\sof(?=\s))?
            | (?P<many>
                (?:(?:ten|hundred|thousand|million|billion|trillion|lakh|crore)s\sof(?=\s)\s?){{1,2}}))""",
        re.VERBOSE | re.IGNORECASE,
    )


def find_sums(text: str) -> list[ValueMatch]:
    """The sums of money in `text` in order, without overlap. Linear."""
    found = [*_in_digits(text), *_in_words(text)]
    found.sort()
    return [one for index, one in enumerate(found) if not index or found[index - 1].end <= one.start]


def _in_digits(text: str) -> Iterator[ValueMatch]:
    """The sums whose amount is in digits."""
    if not _DIGIT.search(text):  # many paragraphs have no digit
        return
    for match in _AMOUNT.finditer(text):
        sign = match["sign"] or ""
        code = SIGNS.get(sign, "") if _is_sign(sign, match) else ""
        scale = Decimal(SCALES[match["scale"].lower().rstrip("s")]) if match["scale"] else Decimal(1)
        end = match.end()
        rule = "currency symbol"
        currency = _currency_name(text, end)
        if code:
            end = currency[0] if currency else end
        elif currency:
            end, code, part = currency
            scale *= part
            rule = "currency name"
        elif after := _SIGN_AFTER.match(text, end):
            end, code = after.end(), SIGNS[after[1] or after[2]]
        else:
            continue
        value = format_value(code, parse_number(match["from"]) * scale)
        if match["to"]:
            value += "/" + format_value(code, parse_number(match["to"]) * scale)
        start = match.start() if rule == "currency symbol" and sign in SIGNS else match.start("from")
        yield ValueMatch(start, end, value, rule)


def _is_sign(sign: str, match: re.Match[str]) -> bool:
    """Whether the letters are a currency symbol here: `N7` is a road, `N7,000` and `N7 million` are sums."""
    if sign not in SIGNS:
        return False
    if sign == "COP":  # a climate conference, unless the number is large
        return bool(match["scale"]) or len(match["from"]) > 3
    if not sign.isalpha() or len(sign) > 2:
        return True
    if match["gap"] and len(sign) == 1:
        return False
    digits = match["from"]
    return (
        bool(match["scale"])
        or "," in digits
        or len(digits) > 3
        or (sign not in ("N", "K", "P") and len(digits) > 1)
    )


def _currency_name(text: str, at: int) -> tuple[int, str, Decimal] | None:
    """The end, code and unit (1 or a hundredth) of a currency named at `at`: `Sri Lankan rupees`."""
    match = _WORDS.match(text, at)
    if match is None:
        return None
    words = [(word or "").lower() for word in match.groups()]
    for index in range(3):
        country = " ".join(words[:index])
        noun = words[index].removesuffix("s")
        noun = noun if noun in NOUNS else words[index]
        if noun in NOUNS and (not country or country in BY_COUNTRY):
            part = Decimal("0.01") if noun in ("cent", "pence") else Decimal(1)
            return match.end(index + 1), BY_COUNTRY.get(country) or NOUNS[noun], part
    return None


def _in_words(text: str) -> Iterator[ValueMatch]:
    """The sums whose amount is in words."""
    lower = text.lower()
    if not (
        "illion" in lower or "thousand" in lower or "hundred" in lower or "lakh" in lower or "crore" in lower
    ):
        return
    for match in _words_pattern().finditer(text):
        end = match.end() - (match.group()[-1] == " ")
        currency = _currency_name(text, end)
        if currency is None:
            continue
        amount = _number_from_words(match) if match["spelt"] else None
        value = currency[1] if amount is None else format_value(currency[1], amount)
        yield ValueMatch(match.start(), currency[0], value, "amount in words")


def _number_from_words(match: re.Match[str]) -> Decimal:
    number = Decimal(0)
    for word in re.split(r"[\s-]", match["spelt"].lower()):
        number = number + NUMBER_WORDS[word] if word not in ("a", "an", "half") or not number else number
    if "half" in match["spelt"].lower():
        number = Decimal("0.5")
    return number * SCALES[match["scale"].lower()]


def parse_number(digits: str) -> Decimal:
    """The amount. A comma before three digits separates thousands; before fewer it is a decimal point."""
    head, comma, tail = digits.rpartition(",")
    if comma and len(tail) < 3 and head.isdigit():
        return Decimal(f"{head}.{tail}")
    digits = "".join(digits.replace(",", "").split())
    return Decimal(digits.replace(".", "") if digits.count(".") > 1 else digits)


def format_value(code: str, amount: Decimal) -> str:
    """A normalized value: the unit and the amount in digits."""
    text = f"{amount:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return f"{code} {text}".strip()
