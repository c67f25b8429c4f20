"""Recognise a paywall by its words. Most pages also state it in their metadata."""

from __future__ import annotations

from collections.abc import Sequence

from reader.sources.html.units import Unit

_LONGEST = 400  # characters of a request to pay or to log in
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


def has_paywall_after(units: Sequence[Unit], first: int) -> bool:
    """Whether a unit after `units[first]`, the beginning of the article, asks to pay or to log in."""
    texts = (unit.text.casefold() for unit in units[first + 1 :] if len(unit.text) <= _LONGEST)
    return any(word in text for text in texts for word in _WORDS)
