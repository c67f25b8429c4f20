"""Find sums of money and say them in one form.

Owns the signs and names of currencies. A value is the currency's code and the amount in digits,
`USD 2700000`, a range of it `USD 60/USD 70`; the code is empty where the text leaves it open.
"""

from __future__ import annotations

import re
from decimal import Decimal

from reader.annotate.dates import Found

_SIGNS = {
    "US$": "USD", "$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD",
    "NT$": "TWD", "HK$": "HKD", "S$": "SGD", "R$": "BRL", "Z$": "ZWL", "COP$": "COP", "MX$": "MXN",
    "J$": "JMD", "TT$": "TTD", "N$": "NAD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₦": "NGN",
    "₵": "GHS", "GH₵": "GHS", "GH¢": "GHS", "GHC": "GHS", "₱": "PHP", "₩": "KRW", "₽": "RUB",
    "₺": "TRY", "₫": "VND", "฿": "THB", "₪": "ILS", "₴": "UAH", "Rs": "INR", "Rs.": "INR", "Re": "INR",
    "Tk": "BDT", "R": "ZAR", "N": "NGN", "K": "ZMW", "P": "BWP", "RM": "MYR", "RMB": "CNY", "Rp": "IDR",
    "QR": "QAR", "SR": "SAR", "KD": "KWD", "BD": "BHD", "OMR": "OMR", "RO": "OMR", "Dh": "AED",
    "Dhs": "AED", "AED": "AED", "SAR": "SAR", "QAR": "QAR", "KWD": "KWD", "Sh": "KES", "Sh.": "KES",
    "Ksh": "KES", "KSh": "KES", "Ksh.": "KES", "KES": "KES", "Ush": "UGX", "Shs": "UGX", "UGX": "UGX",
    "TSh": "TZS", "Tsh": "TZS", "FRw": "RWF", "Rwf": "RWF", "Frw": "RWF", "CHF": "CHF", "USD": "USD",
    "EUR": "EUR", "GBP": "GBP", "JPY": "JPY", "CNY": "CNY", "INR": "INR", "ZAR": "ZAR", "NGN": "NGN",
    "GHS": "GHS", "PHP": "PHP", "AUD": "AUD", "CAD": "CAD", "NZD": "NZD", "SGD": "SGD", "HKD": "HKD",
    "TWD": "TWD", "KRW": "KRW", "THB": "THB", "BND": "BND", "MYR": "MYR", "IDR": "IDR", "BRL": "BRL",
    "MXN": "MXN", "COP": "COP", "PKR": "PKR", "BDT": "BDT", "LKR": "LKR", "EGP": "EGP", "MAD": "MAD",
    "XAF": "XAF", "XOF": "XOF", "FCFA": "XOF", "CFA": "XOF", "RWF": "RWF", "ETB": "ETB", "MUR": "MUR",
    "US": "USD",
}  # fmt: skip
_NOUNS = {
    "dollar": "USD", "buck": "USD", "euro": "EUR", "pound": "GBP", "quid": "GBP", "yuan": "CNY",
    "renminbi": "CNY", "yen": "JPY", "won": "KRW", "rand": "ZAR", "naira": "NGN", "cedi": "GHS",
    "peso": "", "rupee": "INR", "rupiah": "IDR", "baht": "THB", "birr": "ETB", "shilling": "KES",
    "ringgit": "MYR", "dirham": "AED", "riyal": "SAR", "rial": "IRR", "dinar": "", "franc": "",
    "kwacha": "ZMW", "pula": "BWP", "metical": "MZN", "kwanza": "AOA", "leone": "SLL", "dalasi": "GMD",
    "ruble": "RUB", "rouble": "RUB", "lira": "TRY", "shekel": "ILS", "zloty": "PLN", "złoty": "PLN",
    "forint": "HUF", "krona": "SEK", "krone": "DKK", "kroner": "DKK", "kronor": "SEK", "hryvnia": "UAH",
    "real": "BRL", "reais": "BRL", "sol": "PEN", "bolivar": "VES", "bolívar": "VES", "taka": "BDT",
    "dong": "VND", "kyat": "MMK", "tenge": "KZT", "lari": "GEL", "manat": "AZN", "cent": "USD",
    "pence": "GBP", "mark": "DEM", "guilder": "NLG", "tugrik": "MNT", "colon": "CRC",
}  # fmt: skip
_OF_COUNTRY = {
    "us": "USD", "u.s.": "USD", "american": "USD", "australian": "AUD", "canadian": "CAD",
    "new zealand": "NZD", "hong kong": "HKD", "singapore": "SGD", "nt": "TWD", "new taiwan": "TWD",
    "taiwan": "TWD", "zimbabwe": "ZWL", "zimbabwean": "ZWL", "namibian": "NAD", "jamaican": "JMD",
    "kenyan": "KES", "kenya": "KES", "ugandan": "UGX", "uganda": "UGX", "tanzanian": "TZS",
    "mexican": "MXN", "argentine": "ARS", "chilean": "CLP", "colombian": "COP", "philippine": "PHP",
    "cuban": "CUP", "indian": "INR", "pakistani": "PKR", "pakistan": "PKR", "sri lankan": "LKR",
    "nepali": "NPR", "swiss": "CHF", "cfa": "XOF", "congolese": "CDF", "rwandan": "RWF",
    "kuwaiti": "KWD", "bahraini": "BHD", "jordanian": "JOD", "iraqi": "IQD", "tunisian": "TND",
    "algerian": "DZD", "libyan": "LYD", "qatari": "QAR", "saudi": "SAR", "omani": "OMR",
    "iranian": "IRR", "moroccan": "MAD", "uae": "AED", "emirati": "AED", "egyptian": "EGP",
    "lebanese": "LBP", "sudanese": "SDG", "syrian": "SYP", "turkish": "TRY", "norwegian": "NOK",
    "danish": "DKK", "swedish": "SEK", "czech": "CZK", "korean": "KRW", "south korean": "KRW",
    "chinese": "CNY", "japanese": "JPY", "south african": "ZAR", "malaysian": "MYR", "thai": "THB",
    "ghanaian": "GHS", "nigerian": "NGN", "british": "GBP", "brazilian": "BRL", "russian": "RUB",
}  # fmt: skip
_SCALES = {
    "hundred": 100, "thousand": 1000, "k": 1000, "lakh": 10**5, "lac": 10**5, "million": 10**6,
    "mil": 10**6, "mln": 10**6, "mn": 10**6, "m": 10**6, "crore": 10**7, "cr": 10**7, "billion": 10**9,
    "bil": 10**9, "bn": 10**9, "b": 10**9, "trillion": 10**12, "tn": 10**12, "tril": 10**12,
    "t": 10**12,
}  # fmt: skip
_SPELT = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "half": 0.5,
}  # fmt: skip
_AMOUNT = r"\d+(?:[.,]\d+)*"
_SCALE = r"(?:hundred|thousand|lakhs?|lacs?|million|crores?|billion|trillion|mln|mil|mn|bil|bn|tn|cr|[mMbBkKtT])(?![A-Za-z])"
_CODES = "|".join(sorted((re.escape(sign) for sign in _SIGNS), key=len, reverse=True))
_NOUN = r"(?:" + "|".join(sorted(_NOUNS, key=len, reverse=True)) + r")(?:s|es)?(?![A-Za-z])"
_COUNTRY = r"(?:" + "|".join(sorted((re.escape(name) for name in _OF_COUNTRY), key=len, reverse=True)) + r")"
_UNIT = rf"(?:(?i:(?P<land%d>{_COUNTRY})[\s-])?(?i:(?P<noun%d>{_NOUN})))"
_SPELLED = "|".join(sorted(_SPELT, key=len, reverse=True))
_MONEY = re.compile(
    rf"""(?<![\w$£€₹])(?:
      (?P<sign>{_CODES})[\s]?(?P<n1>{_AMOUNT})(?:\s?[-–]\s?(?P<to1>{_AMOUNT}))?(?:[\s-]?(?i:(?P<s1>{_SCALE})))?(?:\s{_UNIT % (1, 1)})?
    | (?P<n2>{_AMOUNT})(?:\s?[-–]\s?(?P<to2>{_AMOUNT}))?(?:-plus)?(?:[\s-]?(?i:(?P<s2>{_SCALE})))?[\s-]{_UNIT % (2, 2)}
    | (?P<n3>{_AMOUNT})(?:[\s-]?(?i:(?P<s3>{_SCALE})))?[\s]?(?P<sign3>[€£$₹¥₽₴]|USD|EUR|GBP|AED|SAR|CHF|FCFA|MAD|EGP)(?!\w)
    | (?i:(?P<spelt>(?:{_SPELLED})(?:[\s-](?:a[\s-])?(?:{_SPELLED}))?))[\s-](?i:(?P<s4>hundred|thousand|lakh|million|crore|billion|trillion))[\s-](?:of\s)?{_UNIT % (4, 4)}
    | (?i:(?P<many>(?:(?:tens|hundreds|thousands|millions|billions|trillions|lakhs|crores)\sof\s){{1,2}}
        (?:(?:thousands|millions|billions|trillions|crores|lakhs)\sof\s)?{_UNIT % (5, 5)}))
    )""",
    re.VERBOSE,
)


def find_figures(text: str) -> list[Found]:
    """The sums of money in `text` in order, none over another. Linear."""
    if not _MAY_HOLD.search(text):
        return []
    found = []
    for match in _MONEY.finditer(text):
        value = _value(match)
        rule = "sign of money" if match["sign"] or match["sign3"] else "name of money"
        found.append(Found(match.start(), match.end(), value, rule))
    return found


_MAY_HOLD = re.compile(rf"\d|(?i:{_NOUN})")


def _value(match: re.Match[str]) -> str:
    if match["many"]:
        return _code(match, "5")
    if match["spelt"]:
        pieces = re.split(r"[\s-]", match["spelt"].lower())
        number = 1.0
        for piece in pieces:
            number = (
                number * _SPELT[piece]
                if piece in ("a", "half")
                else (number if number != 1 else 0) + _SPELT[piece]
            )
        return _say(_code(match, "4"), Decimal(number) * _SCALES[match["s4"].lower()])
    n = "1" if match["sign"] else "2" if match["n2"] else "3"
    code = _SIGNS.get(match["sign"] or match["sign3"] or "", "") if n != "2" else _code(match, "2")
    noun = match["noun2"].lower() if n == "2" else ""
    scale = Decimal(_SCALES[(match[f"s{n}"] or "").lower().rstrip("s")]) if match[f"s{n}"] else Decimal(1)
    if noun.startswith(("cent", "pence")):
        scale /= 100
    value = _say(code, _number(match[f"n{n}"]) * scale)
    if n != "3" and (end := match[f"to{n}"]):
        value += "/" + _say(code, _number(end) * scale)
    return value


def _code(match: re.Match[str], n: str) -> str:
    land = match[f"land{n}"]
    if land:
        return _OF_COUNTRY[land.lower()]
    noun = match[f"noun{n}"].lower()
    return _NOUNS.get(noun) or _NOUNS.get(noun.removesuffix("s"), "")


def _number(digits: str) -> Decimal:
    """The amount: a comma before three digits splits thousands, before one or two it is a decimal sign."""
    if re.fullmatch(r"\d+,\d{1,2}", digits):
        digits = digits.replace(",", ".")
    digits = digits.replace(",", "")
    if digits.count(".") > 1:
        digits = digits.replace(".", "")
    return Decimal(digits)


def _say(code: str, amount: Decimal) -> str:
    text = f"{amount:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return f"{code} {text}".strip()
