"""The settings that the reading screen reads and changes, kept over all articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.library.memory import Memory


class Settings:
    """Values by name. Without a memory they last as long as the screen."""

    def __init__(self, memory: Memory | None) -> None:
        self._memory = memory
        self._set: dict[str, object] = {}
        """The values that were set or read here. The memory may not have written them yet."""

    def get(self, name: str) -> object:
        """The value of a setting, as JSON gives it; None if it was never set."""
        if name not in self._set and self._memory is not None:
            self._set[name] = self._memory.settings().get(name)
        return self._set.get(name)

    def set(self, name: str, value: object) -> None:
        """Set a value; None removes it."""
        self._set[name] = value
        if self._memory is not None:
            self._memory.set({name: value})
