"""Decide which person is meant by a surname that several people in the text share.

Owns the rules. A surname refers to the bearer who was named last, if that mention is near, otherwise to the
bearer who is named most often. `Mr` and `Mrs` distinguish a couple, even if the text never gives one of them
a full name.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

from reader.annotate.entities.candidate import Candidate
from reader.annotate.entities.cluster import Cluster
from reader.annotate.lexicon.gender import TITLE_GENDER, name_gender

MAX_BEARERS = 100
"""The most bearers of one name that are compared, to limit the time."""


def assign_shared_name(cluster: Cluster, full_names: list[Cluster]) -> list[Cluster]:
    """Move each mention of a single name to the cluster of `full_names` that it refers to.

    Returns the clusters of bearers without a full name, or `cluster` itself if there are no other bearers.
    """
    bearers = full_names[:MAX_BEARERS]
    genders = [_gender(full_name) for full_name in bearers]
    missing_genders = [gender for gender in _title_genders(cluster.mentions) if not {"", gender} & {*genders}]
    if not bearers and len(missing_genders) < 2:
        return [cluster]
    if len(bearers) == 1 and not missing_genders:
        bearers[0].merge(cluster)
        return []
    for gender in missing_genders:
        bearers.append(_unnamed_bearer(cluster, gender))
        genders.append(gender)
    _distribute_mentions(cluster, bearers, genders)
    return bearers[len(full_names[:MAX_BEARERS]) :]


def _distribute_mentions(cluster: Cluster, bearers: list[Cluster], genders: list[str]) -> None:
    """Move the mentions of `cluster` to the bearers they refer to."""
    named = sorted(
        (candidate.place, index) for index, bearer in enumerate(bearers) for candidate in bearer.mentions
    )
    latest: dict[int, tuple[int, int]] = {}
    counts = [len(bearer.mentions) for bearer in bearers]
    here = 0
    for candidate in sorted(cluster.mentions, key=attrgetter("place")):
        while here < len(named) and named[here][0] <= candidate.place:
            latest[named[here][1]] = named[here][0]
            here += 1
        gender = TITLE_GENDER.get(candidate.title.lower(), "")
        fitting = [i for i, own in enumerate(genders) if not gender or own in ("", gender)]
        fitting = fitting or [*range(len(bearers))]
        last = max(fitting, key=lambda index: latest.get(index, (-9, 0)))
        near = latest.get(last, (-9, 0))[0] >= candidate.paragraph - 1
        chosen = last if near else max(fitting, key=lambda index: counts[index])
        if gender:
            latest[chosen] = candidate.place
        bearers[chosen].mentions.append(candidate)
        bearers[chosen].descriptions += [one for one in cluster.descriptions if one[:2] == candidate.place]


def _unnamed_bearer(cluster: Cluster, gender: str) -> Cluster:
    """A bearer of the name with this gender and without a full name: `Mrs Okafor`."""
    other = cluster.copy()
    titles = (mention.title for mention in cluster.mentions)
    title = next(title for title in titles if TITLE_GENDER.get(title.lower()) == gender)
    other.name, other.mentions, other.descriptions = f"{title} {cluster.name}", [], []
    return other


def _title_genders(mentions: Iterable[Candidate]) -> list[str]:
    """The genders of the titles before the mentions, each once."""
    genders = (TITLE_GENDER.get(mention.title.lower(), "") for mention in mentions)
    return list(dict.fromkeys(filter(None, genders)))


def _gender(cluster: Cluster) -> str:
    """The gender of a person by titles, otherwise by given name: "m", "f", or empty if unknown."""
    genders = _title_genders(cluster.mentions)
    if genders:
        return genders[0] if len(genders) == 1 else ""
    return name_gender(cluster.words[0])
