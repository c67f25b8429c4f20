"""The wall in front of the rest of an article, where a page shows one to people.

Owns the words by which a wall is known; most pages tell it in their metadata, too, and some do not.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.sources.html.units import Unit

_LONGEST = 400  # characters of a unit that only asks for money
_WORDS = (
    *("subscribe to continue", "subscribe to read", "subscribe to keep reading", "subscribe now to read"),
    *(
        "sign in to continue reading",
        "log in to continue reading",
        "register to continue",
        "subscribers only",
    ),
    *("to read the rest of", "to continue reading this", "exclusive to subscribers"),
    *(
        "reserved for subscribers",
        "for paid subscribers",
        "only available to subscribers",
        "for members only",
    ),
    *("already a subscriber?", "weiterlesen mit", "nur für abonnenten", "exklusiv für abonnenten"),
    *("réservé aux abonnés", "réservée aux abonnés", "pour lire la suite"),
    *("solo para suscriptores", "exclusivo para suscriptores", "exclusivo para assinantes"),
    *(
        "riservato agli abbonati",
        "alleen voor abonnees",
        "только для подписчиков",
        "会員限定",
        "有料会員",
        "订阅后阅读",
    ),
)


def stands_after(units: Sequence[Unit], first: int) -> bool:
    """Whether a unit after `units[first]`, where the article begins, asks to pay or to log in to read on."""
    texts = (unit.text.casefold() for unit in units[first + 1 :] if len(unit.text) <= _LONGEST)
    return any(word in text for text in texts for word in _WORDS)
