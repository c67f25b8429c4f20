"""Compare one item of a list in the file with the document, and edit the keys that differ.

Owns the keys of an item, their order, and the editing of a list of aliases.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from reader.model import Entity, EntityType, Highlight, Quote
from reader.sources.faults import Faults
from reader.sources.yaml.amend.edits import Edits, in_flow
from reader.sources.yaml.amend.pairing import ItemKey
from reader.sources.yaml.amend.ranges import Leaf, Map, Pair, Seq, record
from reader.sources.yaml.build_highlights import highlight_in
from reader.sources.yaml.record import EXTRA
from reader.sources.yaml.schema import EntityEntry, HighlightEntry, QuoteEntry, rules
from reader.text.clean import clean_line

Values: TypeAlias = dict[str, object]
"""The values of an item by key, as reading gives them; empty if there is no value.

`paragraph` is left out.
"""

_ORDER = tuple(dict.fromkeys((*rules(EntityEntry), *rules(QuoteEntry), *rules(HighlightEntry))))


def entity_in_file(node: Map) -> Values:
    """The values that the loader reads from an item of `entities:`. The name is empty for a skipped item."""
    entry = record(node, EntityEntry)
    name = entry.line("name")
    aliases = dict.fromkeys(alias for alias, _ in entry.lines("aliases") if alias != name)
    return {
        "name": name,
        "type": entry.choice("type", EntityType.OTHER),
        "aliases": tuple(aliases),
        "about": entry.passage("about"),
        **dict(entry.extras),
    }


def entity_values(entity: Entity) -> Values:
    """The values of an entity."""
    return {
        "name": entity.name,
        "type": entity.type.value,
        "aliases": entity.aliases,
        "about": entity.about,
        **dict(entity.extras),
    }


def quote_in_file(node: Map) -> Values:
    """The values that the loader reads from an item of `quotes:`. The text is empty for a skipped item."""
    entry = record(node, QuoteEntry)
    return {
        "text": entry.passage("text"),
        "speaker": entry.line("speaker"),
        "context": entry.passage("context"),
        **dict(entry.extras),
    }


def quote_values(quote: Quote) -> Values:
    """The values of a quote."""
    return {"text": quote.text, "speaker": quote.speaker, "context": quote.context, **dict(quote.extras)}


def highlight_in_file(node: Map) -> Values:
    """The values that the loader reads from an item of `highlights:`. Skipped items have no text and note."""
    return highlight_values(highlight_in(record(node, HighlightEntry), Faults("")))


def highlight_values(highlight: Highlight) -> Values:
    """The values of a highlight."""
    return {
        "text": highlight.text,
        "color": highlight.color.value,
        "note": highlight.note,
        "made": highlight.made,
        "at": {key: value for key, value in highlight.at._asdict().items() if value},
        **dict(highlight.extras),
    }


def item_key(values: Values, place: object = None) -> ItemKey:
    """The key for pairing an item. `place` distinguishes two quotes with the same words."""
    first = values.get("name") or values.get("text") or values.get("note")
    names = [first, *_texts(values.get("aliases"))]
    extras = tuple(key for key in values if key.startswith(EXTRA))
    # The order of its extra keys is part of an item: it can be the only difference between two items.
    return ItemKey(repr((sorted(values.items()), extras, place)), tuple(map(str, names)), extras)


def is_taken(values: Values) -> bool:
    """Whether the loader keeps an item with these values."""
    return bool(values.get("name") or values.get("text") or values.get("note"))


def given(values: Values) -> Values:
    """The values to write: keys with a value, and all extra keys, also without a value."""
    return {key: value for key, value in values.items() if value not in ("", (), {}) or key.startswith(EXTRA)}


def amend_item(edits: Edits, node: Map, held: Values, wanted: Values) -> None:
    """Change the values of an item from `held` to `wanted`. Only the keys that differ are edited."""
    if node.flow and edits.text[node.start] != "{":  # [name: A] is a list of one mapping
        edits.replace(node.start, node.end, in_flow(given(wanted)))
        return
    held, wanted = given(held), given(wanted)
    gone = [pair for pair in node.pairs if pair.name in held and pair.name not in wanted]
    edits.drop_pairs(node, gone)
    kept = [pair for pair in node.pairs if pair not in gone]
    for key, value in wanted.items():
        if key in held and held[key] == value:
            continue
        pair = node.find(key)
        if pair is None:
            edits.add_pair(node, _pair_before(kept, key), key, value)
        elif key == "aliases":
            _amend_aliases(edits, pair, _texts(value), node.flow)
        elif isinstance(pair.value, Leaf) and isinstance(value, str):
            edits.set_text(pair.value, value, flow=node.flow)
        else:
            edits.set_value(pair, value)


def _pair_before(pairs: Sequence[Pair], key: str) -> Pair:
    """The pair after which the key `key` is added."""
    if key not in _ORDER:
        return pairs[-1]
    before = [pair for pair in pairs if pair.name in _ORDER[: _ORDER.index(key)]]
    return (before or pairs)[-1]


def _amend_aliases(edits: Edits, pair: Pair, wanted: tuple[str, ...], flow: bool) -> None:
    """Remove the aliases that are not wanted, and insert each new alias at its place between the others.

    If the order of the remaining aliases changes, the whole list is rewritten in flow style.
    """
    seq = pair.value
    if not isinstance(seq, Seq) or not seq.items:
        if isinstance(seq, Leaf) and seq.text and len(wanted) == 1:
            edits.set_text(seq, wanted[0], flow=flow)
        else:
            edits.fill(pair, list(wanted))
        return
    held = [clean_line(item.text or "") if isinstance(item, Leaf) else "" for item in seq.items]
    gone = [index for index, name in enumerate(held) if name and name not in wanted]
    kept = [name for name in dict.fromkeys(held) if name in wanted]
    if kept != [name for name in wanted if name in held]:
        edits.set_value(pair, list(wanted))
        return
    new: dict[int, list[str]] = {}
    behind = 0
    for name in wanted:
        if name in held:
            behind = held.index(name) + 1
        else:
            new.setdefault(behind, []).append(name)
    edits.drop_items(seq, gone)
    quoted = all(isinstance(item, Leaf) and item.style == '"' for item in seq.items)
    for behind, names in new.items():
        # If only removed aliases follow, add at the end of the list.
        at = len(held) if behind and not set(held[behind:]) & set(wanted) else behind
        flows = [in_flow(name, quoted=quoted) for name in names]
        edits.add_items(seq, at, [["  - " + one] for one in flows], flows, gone)


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list | tuple) else ()
