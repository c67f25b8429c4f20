"""Whose a lone surname is, where several people bear it.

Owns the sharing out: a lone name goes to the one just named in full, else to the one named most; `Mr` and
`Mrs` tell a couple apart, also where nobody names the one of them in full.
"""

from __future__ import annotations

from collections.abc import Iterable

from reader.annotate.entities.card import Card
from reader.annotate.entities.name_run import Run
from reader.annotate.lexicon.lists import parts

BEARERS = 100
"""Bearers of one name among whom a longer form is looked for: a bound, so that no text takes long."""
_TITLED = {"Mr": "m", "Sir": "m", "Lord": "m", "Mrs": "f", "Ms": "f", "Miss": "f", "Lady": "f", "Dame": "f"}


def shared(card: Card, homes: list[Card]) -> list[Card]:
    """Give each mention of a lone name to the one of `homes` it means.

    Returns the cards of those who bear it and are none of them: the card itself where there are no homes.
    """
    bearers = homes[:BEARERS]
    genders = [_gender(home) for home in bearers]
    strangers = [gender for gender in _genders_of(card.runs) if not {"", gender} & {*genders}]
    if not bearers and len(strangers) < 2:
        return [card]
    if len(bearers) == 1 and not strangers:
        bearers[0].take(card)
        return []
    for gender in strangers:
        bearers.append(_stranger(card, gender))
        genders.append(gender)
    _share(card, bearers, genders)
    return bearers[len(homes[:BEARERS]) :]


def _share(card: Card, bearers: list[Card], genders: list[str]) -> None:
    """Move the runs of `card` to those they mean."""
    named = sorted(
        ((run.paragraph, run.start), index) for index, bearer in enumerate(bearers) for run in bearer.runs
    )
    latest: dict[int, tuple[int, int]] = {}
    counts = [len(bearer.runs) for bearer in bearers]
    here = 0
    for run in sorted(card.runs, key=lambda run: (run.paragraph, run.start)):
        while here < len(named) and named[here][0] <= (run.paragraph, run.start):
            latest[named[here][1]] = named[here][0]
            here += 1
        gender = _TITLED.get(run.title, "")
        fitting = [i for i, own in enumerate(genders) if not gender or own in ("", gender)]
        fitting = fitting or [*range(len(bearers))]
        last = max(fitting, key=lambda index: latest.get(index, (-9, 0)))
        near = latest.get(last, (-9, 0))[0] >= run.paragraph - 1
        chosen = last if near else max(fitting, key=lambda index: counts[index])
        if gender:
            latest[chosen] = (run.paragraph, run.start)
        bearers[chosen].runs.append(run)
        bearers[chosen].said += [said for said in card.said if said[:2] == (run.paragraph, run.start)]


def _stranger(card: Card, gender: str) -> Card:
    """Somebody of that name and gender whom nobody names in full: `Mrs Okafor`."""
    other = card.copy()
    title = next(run.title for run in card.runs if _TITLED.get(run.title) == gender)
    other.name, other.runs, other.said = f"{title} {card.name}", [], []
    return other


def _genders_of(runs: Iterable[Run]) -> list[str]:
    return list(dict.fromkeys(_TITLED[run.title] for run in runs if run.title in _TITLED))


def _gender(card: Card) -> str:
    """ "m", "f" or, where nothing tells, "": by the titles of a person, then by the first name."""
    told = _genders_of(card.runs)
    if told:
        return told[0] if len(told) == 1 else ""
    women, men, _ = parts("given_names")
    first = card.words[0]
    return "f" if first in women else "m" if first in men else ""
