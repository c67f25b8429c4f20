"""What the status line says first about an article that was opened or read again."""

from __future__ import annotations

from collections.abc import Sequence

from reader.sources.open import Loaded


def opened(loaded: Loaded, lost: Sequence[str]) -> str:
    """The notice for an article that was opened. `lost` are the letters of the marks whose words are gone."""
    copy = "Your copy in the library is open (--original opens the source)." if loaded.copy_of else ""
    return _joined(copy, faults_found(loaded), lost_marks(lost))


def read_again(loaded: Loaded, lost: Sequence[str], said: str) -> str:
    """The notice for an article that was read again, after the message `said`."""
    return _joined(said, lost_marks(lost), faults_found(loaded))


def faults_found(loaded: Loaded) -> str:
    """What the status line says about the faults of a file; empty for a file without faults."""
    count = sum(fault.total for fault in loaded.warnings)
    faults = "1 fault" if count == 1 else f"{count} faults"
    return f"{faults} in the file; `reader check` lists them." if count else ""


def lost_marks(letters: Sequence[str]) -> str:
    """What the status line says about marks whose words are gone; empty if no mark is lost."""
    marks = "mark" if len(letters) == 1 else "marks"
    return f"The text at {marks} {' '.join(letters)} is gone." if letters else ""


def _joined(*sentences: str) -> str:
    return " ".join(filter(None, sentences))
