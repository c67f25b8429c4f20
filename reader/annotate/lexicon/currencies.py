"""Symbols, names and countries of currencies, and the words for large numbers.

Owns the tables that `money` reads. Codes are those of ISO 4217. Written for this project.
"""

from __future__ import annotations

SIGNS = {
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

}  # fmt: skip
NOUNS = {
    "dollar": "USD", "buck": "USD", "euro": "EUR", "pound": "GBP", "quid": "GBP", "yuan": "CNY",
    "renminbi": "CNY", "yen": "JPY", "won": "KRW", "rand": "ZAR", "naira": "NGN", "cedi": "GHS",
    "peso": "", "rupee": "INR", "rupiah": "IDR", "baht": "THB", "birr": "ETB", "shilling": "KES",
    "ringgit": "MYR", "dirham": "AED", "riyal": "SAR", "rial": "IRR", "dinar": "", "franc": "",
    "kwacha": "ZMW", "pula": "BWP", "metical": "MZN", "kwanza": "AOA", "leone": "SLL", "dalasi": "GMD",
    "ruble": "RUB", "rouble": "RUB", "lira": "TRY", "shekel": "ILS", "zloty": "PLN", "złoty": "PLN",
    "forint": "HUF", "krona": "SEK", "krone": "DKK", "kroner": "DKK", "kronor": "SEK", "hryvnia": "UAH",
    "reais": "BRL", "bolivar": "VES", "bolívar": "VES", "taka": "BDT",
    "dong": "VND", "kyat": "MMK", "tenge": "KZT", "lari": "GEL", "manat": "AZN", "cent": "USD",
    "pence": "GBP", "guilder": "NLG", "tugrik": "MNT",
}  # fmt: skip
BY_COUNTRY = {
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
SCALES = {
    "hundred": 100, "thousand": 1000, "k": 1000, "lakh": 10**5, "lac": 10**5, "million": 10**6,
    "mil": 10**6, "mln": 10**6, "mn": 10**6, "m": 10**6, "crore": 10**7, "cr": 10**7, "billion": 10**9,
    "bil": 10**9, "bn": 10**9, "b": 10**9, "trillion": 10**12, "tn": 10**12, "tril": 10**12,
    "t": 10**12,
}  # fmt: skip
NUMBER_WORDS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "half": 1,
}  # fmt: skip
