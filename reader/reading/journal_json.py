"""The journal of an article as JSON, so that its edits can be undone after a restart.

Owns the form in which the store keeps it. Only the bytes that an edit changed are kept. With the digest of
the file they suffice to undo and redo the edit, as long as the file is what the edit left.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reader.model import QuoteId
from reader.reading.journal import MAX_EDITS, Edit, Hunk, Patch


def dumps(edits: Sequence[Edit], undone: Sequence[Edit]) -> str:
    """The edits that can be undone and those that can be redone, both with the newest last."""
    return json.dumps([[_written(edit) for edit in part] for part in (edits, undone)])


def loads(text: str) -> tuple[tuple[Edit, ...], tuple[Edit, ...]]:
    """What `dumps` wrote; nothing for a text of another form."""
    try:
        edits, undone = json.loads(text)
        read = [_read(value, f"{number}") for number, value in enumerate(edits[-MAX_EDITS:])]
        return tuple(read), tuple(_read(value, "") for value in undone[-MAX_EDITS:])
    except (AttributeError, KeyError, TypeError, ValueError):
        return (), ()


def _written(edit: Edit) -> dict[str, Any]:
    return {
        "path": str(edit.path),
        "digest": edit.patch.digest.hex(),
        "hunks": [
            [hunk.start, b64encode(hunk.removed).decode(), b64encode(hunk.inserted).decode()]
            for hunk in edit.patch.hunks
        ],
        "said": edit.said,
        "renamed": dict(edit.renamed),
        "target": str(edit.target),
        "made": edit.made,
        "takes_back": edit.takes_back,
    }


def _read(value: dict[str, Any], unnamed: str) -> Edit:
    """An edit. `unnamed` identifies one of a version that kept no time."""
    hunks = tuple(Hunk(int(start), b64decode(old), b64decode(new)) for start, old, new in value["hunks"])
    return Edit(
        Path(value["path"]),
        None,
        Patch(hunks, bytes.fromhex(value["digest"])),
        str(value["said"]),
        {str(old): str(new) for old, new in value["renamed"].items()},
        QuoteId(str(value["target"])),
        str(value.get("made", "")) or unnamed,
        str(value.get("takes_back", "")),
    )
