"""Check a mapping of the file against its schema: unknown keys, missing keys, lists in place of text.

The builders check the meaning of the values.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from reader.model import Extras
from reader.sources.faults import Faults, Position, Severity, short
from reader.sources.yaml.schema import Rule, Shape, rules
from reader.sources.yaml.tree import Entry, Node, YamlList, YamlMap
from reader.text.clean import clean, clean_line

EXTRA = "x-"
"""The prefix of extra keys, which are kept and have no meaning."""

_LONGEST_WORD = 40  # a longer word is not a misspelt key


class Record:
    """The cleaned values of one mapping by key. A value of the wrong form is an error and is left out.

    `unknown` are the keys that are neither in the schema nor extra keys.
    """

    __slots__ = ("_entries", "_faults", "_refused", "_rules", "position", "unknown")

    def __init__(self, node: YamlMap, shape: type[Shape], faults: Faults) -> None:
        self.position = node.position
        self.unknown: list[str] = []
        self._faults = faults
        self._rules = rules(shape)
        self._entries: dict[str, Entry] = {}
        self._refused: set[str] = set()
        for key, entry in node.entries.items():
            rule = self._rules.get(key)
            if rule is not None and not _fits(key, rule, entry, faults):
                self._refused.add(key)
                continue
            if rule is None and not key.startswith(EXTRA):
                self.unknown.append(key)
            self._entries[key] = entry

    def __contains__(self, key: object) -> bool:
        """Whether the key is in the file, with or without a value."""
        return key in self._entries or key in self._refused

    @property
    def missing(self) -> list[str]:
        """The required keys that are absent or empty."""
        return [
            key
            for key, rule in self._rules.items()
            if rule.required and key not in self._refused and self._is_empty(key)
        ]

    def warn_unknown(self) -> None:
        """Warn about every unknown key, and suggest the nearest known key."""
        for key in self.unknown:
            near = None if self._faults.full(Severity.WARNING) else near_word(key, tuple(self._rules))
            hint = f"did you mean {near}?" if near else f"the known ones are {', '.join(self._rules)}"
            self._faults.warning(self._entries[key].key_position, f"unknown key {short(key)}: {hint}")

    def place(self, key: str) -> Position:
        """The position of the value of `key`; that of the mapping if the key is absent."""
        entry = self._entries.get(key)
        if entry is None:
            return self.position
        return entry.key_position if entry.value is None else entry.position

    def key_place(self, key: str) -> Position:
        """The position of `key` itself."""
        return self._entries[key].key_position

    def raw(self, key: str) -> str:
        """The text of `key` from the file, not cleaned; empty without a text."""
        entry = self._entries.get(key)
        return entry.value if entry and isinstance(entry.value, str) else ""

    def passage(self, key: str) -> str:
        """The cleaned text of `key` with its newlines, without blanks at the ends."""
        return clean(self.raw(key)).strip()

    def line(self, key: str) -> str:
        """The text of `key` on one line."""
        return clean_line(self.raw(key))

    def choice(self, key: str, default: str) -> str:
        """The value of `key`, which must be one of its choices.

        For any other word, warn and return `default`.
        """
        word = self.line(key)
        choices = self._rules[key].choices
        if not word or word in choices:
            return word or default
        near = near_word(word.lower(), choices)
        hint = f"did you mean {near}?" if near else f"expected {', '.join(choices[:-1])} or {choices[-1]}"
        self._faults.warning(self.place(key), f"unknown {key} {short(word)}: {hint}")
        return default

    def matching(self, key: str, fault: str) -> str:
        """The text of `key` if it matches the pattern of the key.

        Otherwise warn with `fault` and return "".
        """
        word = self.line(key)
        if not word or self._rules[key].takes(word):
            return word
        self._faults.warning(self.place(key), f"{key} {short(word)} {fault}")
        return ""

    def lines(self, key: str) -> list[tuple[str, Position]]:
        """The texts of `key` (a text or a list), each on one line, with their positions.

        Empty texts are left out.
        """
        found = [(self.line(key), self.place(key))]
        found += [(clean_line(item), at) for item, at in self.items(key) if isinstance(item, str)]
        return [(line, at) for line, at in found if line]

    def items(self, key: str) -> YamlList:
        """The list under `key`; an empty list if `key` has no list."""
        entry = self._entries.get(key)
        return entry.value if entry and isinstance(entry.value, YamlList) else YamlList(self.position)

    def map(self, key: str) -> YamlMap | None:
        """The mapping under `key`; None if `key` has no mapping."""
        entry = self._entries.get(key)
        return entry.value if entry and isinstance(entry.value, YamlMap) else None

    @property
    def extras(self) -> Extras:
        """The `x-…` keys with their values as nested dicts, lists and cleaned text."""
        return tuple(
            (key, _plain(entry.value)) for key, entry in self._entries.items() if key.startswith(EXTRA)
        )

    def _is_empty(self, key: str) -> bool:
        entry = self._entries.get(key)
        if entry is None or entry.value is None:
            return True
        return not (entry.value.items if isinstance(entry.value, YamlList) else self.line(key))


def entries(record: Record, key: str, shape: type[Shape], faults: Faults) -> Iterator[Record]:
    """The items of a list of mappings that have all required keys. Adds a warning for each other item."""
    for node, position in record.items(key):
        if not isinstance(node, YamlMap):
            faults.warning(position, f"an empty item of {key} is left out")
            continue
        entry = Record(node, shape, faults)
        entry.warn_unknown()
        for missing in entry.missing:
            faults.warning(entry.place(missing), f"an item of {key} without {missing} is left out")
        if not entry.missing:
            yield entry


@lru_cache(maxsize=256)
def near_word(word: str, words: tuple[str, ...]) -> str | None:
    """The word of `words` that `word` is probably a misspelling of; None if no word is similar."""
    if len(word) > _LONGEST_WORD:
        return None
    from difflib import get_close_matches  # only a misspelt word needs it

    found = get_close_matches(word, words, n=1, cutoff=0.7)
    return found[0] if found else None


def _fits(key: str, rule: Rule, entry: Entry, faults: Faults) -> bool:
    """Whether the value has the form that the rule requires. Adds an error if it does not."""
    value = entry.value
    if isinstance(value, YamlList) and rule.many:
        # Counted instead of all(), because every fault must be reported.
        return sum(not _fits_item(key, rule, index, value, faults) for index in range(len(value.items))) == 0
    alone = rule.text and not (rule.many and rule.shape)
    if value is None or (isinstance(value, str) and alone):
        return True
    if isinstance(value, YamlMap) and rule.shape and not rule.many:
        return True
    expected = "a list, each item after “- ”" if rule.many else "text"
    if rule.shape and not rule.many:
        expected += f" or {_keys(rule.shape)}"
    faults.error(entry.position, f"{key}: expected {expected}; found {_kind(value)}{_quoting(value, rule)}")
    return False


def _fits_item(key: str, rule: Rule, index: int, items: YamlList, faults: Faults) -> bool:
    item = items.items[index]
    if (rule.text and type(item) is str) or item is None or (rule.shape and isinstance(item, YamlMap)):
        return True
    expected = " or ".join(
        filter(None, ("text" if rule.text else "", _keys(rule.shape) if rule.shape else ""))
    )
    fault = f"{key}: expected {expected} after “- ”; found {_kind(item)}{_quoting(item, rule)}"
    faults.error(items.position_of(index), fault)
    return False


def _keys(shape: type[Shape]) -> str:
    return f"“{next(iter(rules(shape)))}: …”"


def _kind(node: Node) -> str:
    if isinstance(node, YamlList):
        return "a list"
    return "“key: value”" if isinstance(node, YamlMap) else f"the text {short(node or '')}"


def _quoting(node: Node, rule: Rule) -> str:
    """A hint if YAML may have read a text as a mapping or list, because of a colon or brackets."""
    if not rule.text or isinstance(node, str):
        return ""
    return "; a text with “: ” in it, or with [ or { at its start, needs quotation marks"


def _plain(node: Node) -> object:
    if isinstance(node, YamlMap):
        return {key: _plain(entry.value) for key, entry in node.entries.items()}
    if isinstance(node, YamlList):
        return [_plain(item) for item in node.items]
    return clean(node) if node is not None else None
