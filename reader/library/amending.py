"""Write corrections into an article file of the user's, and undo them.

Checks that the user may write the file, and that it is still the file that was read.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple, TypeAlias

from reader.errors import ArticleError, ChangedError, ReaderError
from reader.library.atomic_write import folder_lock, read_state
from reader.library.importing import with_detected
from reader.library.writing import write_locked
from reader.model import Document
from reader.reading.identities import identified
from reader.reading.journal import Edit, Patch, digest_of, inverse_of, touched
from reader.resources import is_bundled
from reader.sources.formats import has_article_suffix
from reader.sources.yaml.amend import amended
from reader.sources.yaml.article import read
from reader.text.clean import clean_line


class FileChange(NamedTuple):
    """A file that was amended: its bytes before and after, and the document that it now contains.

    `notes` are sentences about what the new file could not keep of the old file.
    """

    before: bytes
    after: bytes
    document: Document
    notes: tuple[str, ...] = ()


def is_own(path: Path | None) -> bool:
    """Whether `path` is an article file that corrections may be written into.

    It must be a regular article file, or a link to one, that may be written and is not bundled.
    """
    if path is None or not has_article_suffix(path.name):
        return False
    try:
        there = Path(os.path.realpath(path))
        return stat.S_ISREG(there.stat().st_mode) and _is_writable(there) and not is_bundled(there)
    except OSError:
        return False


BeforeWrite: TypeAlias = Callable[[bytes, bytes], object]
"""Called with the bytes of a file before and after an edit, right before the edit is written."""


def amend_file(
    path: Path,
    document: Document,
    before: Document | None = None,
    *,
    known: bytes | None = None,
    journal: BeforeWrite | None = None,
) -> FileChange:
    """Write the quotes, entities and highlights of `document` into its article file.

    The file is complete at every moment. `journal` is called before the file is written, so that an edit can
    be undone even if a crash follows it.

    `before` is the document that the file contained when it was read. `known` is the digest of its bytes if
    an earlier edit wrote it. The file is not changed if its paragraphs, quotes or entities differ from
    `before`. Other changes in the file are kept, and the returned document has them too. Raises ReaderError;
    its message is one line with the way out.
    """
    with folder_lock(path):
        return _amend(path, document, before, known, journal)


def _amend(
    path: Path,
    document: Document,
    before: Document | None,
    known: bytes | None,
    journal: BeforeWrite | None = None,
) -> FileChange:
    shown = clean_line(str(path))
    state = read_state(path)
    data = state.data
    _check_writable(path, shown)
    # A file with the known digest has not changed, so its document need not be compared with `before`.
    was = None if known is not None and known == digest_of(data) else before
    try:
        after, now = amended(data.decode("utf-8"), shown, document, was)
    except (UnicodeDecodeError, ArticleError) as error:
        raise ChangedError(shown) from error
    written = after.encode("utf-8")
    notes: tuple[str, ...] = ()
    if written != data:
        if journal is not None:
            journal(data, written)
        notes = write_locked(path, after, overwrite=True, expected=state)
    return FileChange(data, written, _with_detected(now, document), notes)


def restore_file(path: Path, patch: Patch, before: Document, after: Document) -> FileChange:
    """Undo an edit that turned `before` into `after`.

    If the file has not changed since the edit, its old bytes are restored. If it was changed elsewhere, only
    its quotes and entities are changed back. Raises ReaderError as `amend_file` does.
    """
    with folder_lock(path):
        state = read_state(path)
        undone = patch.undone(state.data)
        if undone is None:
            return _amend(path, before, after, None)
        _check_writable(path, clean_line(str(path)))
        notes = write_locked(path, undone.decode("utf-8"), overwrite=True, expected=state)
    return FileChange(state.data, undone, before, notes)


def replay(path: Path, patch: Patch, *, redo: bool = False) -> tuple[str, ...]:
    """Undo or redo an edit in a file that is exactly as the edit left or found it.

    Returns sentences about what the new file could not keep of the old one. Raises ReaderError as
    `amend_file` does, also if the file was changed elsewhere since.
    """
    with folder_lock(path):
        state = read_state(path)
        data = patch.redone(state.data) if redo else patch.undone(state.data)
        if data is None:
            way = "redone" if redo else "undone"
            raise ReaderError(f"The article was changed elsewhere since; the correction cannot be {way}.")
        _check_writable(path, clean_line(str(path)))
        return write_locked(path, data.decode("utf-8"), overwrite=True, expected=state)


def take_back(
    path: Path, edits: Sequence[Edit], journal: BeforeWrite | None = None
) -> tuple[FileChange, Document]:
    """Undo the first of `edits` and keep the others. The file is as the last of the edits left it.

    Returns the change and the document before it. Raises ReaderError as `amend_file` does, and if the file
    was changed elsewhere since, or if a later edit changed the same quote, entity or highlight. Reads every
    version of the file between the first edit and now.
    """
    with folder_lock(path):
        shown = clean_line(str(path))
        versions = [read_state(path).data]
        for edit in reversed(edits):
            before = edit.patch.undone(versions[0])
            if before is None:
                raise ReaderError(
                    "This change cannot be taken back: the article was changed elsewhere since then."
                )
            versions.insert(0, before)
        documents = _documents(versions, shown)
        undone = inverse_of(documents[0], documents[1])
        for edit, (earlier, later) in zip(edits[1:], pairwise(documents[1:]), strict=True):
            if touched(undone) & touched(inverse_of(earlier, later)) and len(edits) > 1:
                raise ReaderError(f"Take back the later change first: {edit.said}")
        now = documents[-1]
        document = undone.undone(now)
        if len(edits) > 1:  # the lists of the file hold the later changes
            document = replace(document, quotes_given=now.quotes_given, entities_given=now.entities_given)
        return _amend(path, document, now, None, journal), now


def settled(
    path: Path, edits: Sequence[Edit], undone: Sequence[Edit]
) -> tuple[tuple[Edit, ...], tuple[Edit, ...]]:
    """The journal of an earlier run, corrected by its last step if a crash kept that step out of the file.

    The journal is written before the file. Raises ReaderError if the file cannot be read.
    """
    data = read_state(path).data
    if edits and digest_of(data) != edits[-1].patch.digest:
        if undone and digest_of(data) == undone[-1].patch.digest:
            return (*edits, undone[-1]), tuple(undone[:-1])
        if edits[-1].patch.redone(data) is not None:
            return tuple(edits[:-1]), (*undone, edits[-1])
    elif not edits and undone and digest_of(data) == undone[-1].patch.digest:
        return (undone[-1],), tuple(undone[:-1])
    return tuple(edits), tuple(undone)


def _documents(versions: Sequence[bytes], name: str) -> list[Document]:
    """The documents of the versions of a file, with equal ids and with their detected quotes and names."""
    documents: list[Document] = []
    for data in versions:
        before = documents[-1] if documents else None
        document = read(data, name, warned=False).document
        if before is not None and document.blocks == before.blocks:  # detection would find the same
            document = replace(
                document,
                quotes=document.quotes if document.quotes_given else before.quotes,
                entities=document.entities if document.entities_given else before.entities,
            )
        else:
            document = with_detected(document)
        documents.append(identified(document, before))
    return documents


def _check_writable(path: Path, shown: str) -> None:
    try:
        writable = _is_writable(Path(os.path.realpath(path)))
    except OSError as error:
        raise ChangedError(shown) from error
    if not writable:
        raise ReaderError(f"{shown}: is read-only; make it writable, or save the article to your library")


def _is_writable(path: Path) -> bool:
    """Whether the file may be written and replaced in its folder. Root must respect a read-only file too."""
    return bool(path.stat().st_mode & 0o222) and os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _with_detected(now: Document, document: Document) -> Document:
    """The document of the file, with the detected items and the places of highlights of `document`."""
    return replace(
        now,
        highlights=document.highlights,
        quotes=now.quotes if now.quotes_given else document.quotes,
        entities=now.entities if now.entities_given else document.entities,
    )
