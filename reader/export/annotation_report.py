"""The output of `reader annotate SOURCE`: quotes in reading order, then entities by type, as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reader.annotate.results import THRESHOLD, FoundEntity, FoundQuote, Vote
from reader.reading.entity_groups import GROUPS
from reader.reading.speakers import UNATTRIBUTED


def report(
    quotes: Sequence[FoundQuote],
    entities: Sequence[FoundEntity],
    numbers: Sequence[int],
    *,
    explain: bool = False,
) -> str:
    """The report. `numbers` are the paragraph numbers that readers see, by block."""
    return "\n".join((*_quotes(quotes, numbers, explain), *_names(entities, explain)))


def _quotes(quotes: Sequence[FoundQuote], numbers: Sequence[int], explain: bool) -> Iterator[str]:
    """The lines of the quotes."""
    yield f"Quotes {len(quotes)}"
    for quote in quotes:
        yield f"  {quote.speaker or UNATTRIBUTED}  ¶ {numbers[quote.pieces[0][0]]}{_reason(quote, explain)}"
        yield f"    “{' '.join(quote.text.split())}”"
        if explain:
            yield from _votes(quote)


def _votes(quote: FoundQuote) -> Iterator[str]:
    """One line for each rule that voted on the speaker of a quote."""
    if not quote.votes:
        yield "    no rule voted"
    for vote in quote.votes:
        named = vote.speaker or "nobody"
        yield f"    {vote.rule} {vote.weight:.2f}: {' '.join(named.split())}{_outcome(vote, quote)}"


def _outcome(vote: Vote, quote: FoundQuote) -> str:
    """What became of a vote; empty if another rule won."""
    if not vote.won:
        return ""
    too_weak = vote.speaker and not quote.speaker
    return f" (won, but under {THRESHOLD} nobody is named)" if too_weak else " (won)"


def _names(entities: Sequence[FoundEntity], explain: bool) -> Iterator[str]:
    """The lines of the entities."""
    for kind, title in GROUPS.items():
        found = [entity for entity in entities if entity.type is kind]
        if found:
            yield ""
            yield f"{title} {len(found)}"
        for entity in found:
            reason = _reason(entity, explain, entity.value)
            yield f"  {entity.name}  {len(entity.mentions)}{_also(entity.aliases)}{reason}"
            if entity.about:
                yield f"    {entity.about}"


def _also(aliases: Iterable[str]) -> str:
    """The aliases of an entity."""
    others = ", ".join(aliases)
    return f"  also {others}" if others else ""


def _reason(found: FoundQuote | FoundEntity, explain: bool, value: str = "") -> str:
    """The rule, its confidence and the value if `explain`, otherwise an empty string."""
    reasons = (found.rule or "no rule", f"{found.confidence:.2f}", value)
    return f"  [{', '.join(filter(None, reasons))}]" if explain else ""
