"""`reader import`: convert sources of any kind to article files, one after the other.

Owns the output of the command. The paths of the files go to standard output, one on each line, for other
programs and for `reader $(reader import …)`. Progress and errors go to standard error.
"""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from reader.cli.meter import Meter
from reader.cli.output import complain, say
from reader.errors import BAD_INPUT, FOUND_FAULTS, OK, ReaderError, SourceError, UsageError
from reader.sources.ref import STDIN, SourceRef, parse_source
from reader.text.clean import clean_line


class Options(NamedTuple):
    """The options of the import. `output` is the file to write; None means a new file in the library."""

    output: str | None = None
    force: bool = False
    redetect: bool = False
    format: str | None = None
    whole_page: bool = False


class Outcome(StrEnum):
    """The result for one source. The values are the words of the summary."""

    IMPORTED = "imported"
    AGAIN = "imported again"
    UNCHANGED = "unchanged"
    FAILED = "failed"


def import_all(sources: tuple[str, ...], options: Options) -> int:
    """Import each source. A source that fails does not stop the others.

    Returns the exit code: 1 if some sources failed, 2 if all failed. Raises UsageError before anything is
    imported when the sources and the options contradict each other.
    """
    if options.output is not None and len(sources) > 1:
        raise UsageError("-o takes one source; leave out -o, or import the sources one at a time")
    if options.output in (STDIN, ""):
        raise UsageError("-o needs the name of a file; reader show SOURCE --yaml writes to standard output")
    if sources.count(STDIN) > 1:
        raise UsageError("- is given twice; standard input can be read only once")
    outcomes = dict.fromkeys(Outcome, 0)
    for index, word in enumerate(sources):
        position = f"{index + 1}/{len(sources)} " if len(sources) > 1 else ""
        try:
            source = parse_source(word, options.format, options.whole_page)
            outcome, path, title = _import(source, options, position)
        except ReaderError as error:
            complain(str(error))
            outcomes[Outcome.FAILED] += 1
            continue
        say(clean_line(str(path)))
        outcomes[outcome] += 1
        if len(sources) == 1:
            complain(f"{outcome}: {title}")
    if len(sources) > 1:
        complain(_summary(outcomes))
    if not outcomes[Outcome.FAILED]:
        return OK
    return BAD_INPUT if outcomes[Outcome.FAILED] == len(sources) else FOUND_FAULTS


def _import(source: SourceRef, options: Options, position: str) -> tuple[Outcome, Path, str]:
    """Import one source and show the progress. Returns the outcome, the file and the title.

    Raises ReaderError.
    """
    meter = Meter(source, position)
    try:
        return _import_with_meter(source, options, meter)
    finally:
        meter.close()


def _import_with_meter(source: SourceRef, options: Options, meter: Meter) -> tuple[Outcome, Path, str]:
    from reader.config.directories import library_folder
    from reader.library.destination import destination_at, destination_for
    from reader.library.importing import file_text, is_same, with_changes_kept, with_detected, with_origin
    from reader.library.writing import write, write_own
    from reader.sources.open import open_source

    loaded = open_source(source, progress=meter.show)
    name = loaded.url or source.name
    document = with_origin(loaded)
    if options.output is None:
        destination = destination_for(document, library_folder(), _say_skipped)
    else:
        destination = destination_at(Path(options.output))
        # The user named the file. It is the article even if its source has moved, but not with another title.
        before = destination.before
        if before is not None and before.title != document.title and not is_same(document, before):
            destination = destination._replace(before=None)
    there = os.path.lexists(destination.path)
    if destination.before is not None and not options.redetect:
        document = with_changes_kept(document, destination.before)
    text = file_text(with_detected(document), name)
    if _has_content(destination.path, text):
        return Outcome.UNCHANGED, destination.path, document.title
    if there and not options.force:
        kept = " and keeps its quotes and entities" if destination.before and not options.redetect else ""
        path, way_out = clean_line(str(destination.path)), f"--force replaces it{kept}"
        if options.output is not None:
            raise ReaderError(f"{path}: exists already; {way_out}")
        raise SourceError(clean_line(name), f"is saved already as {path}; {way_out}")
    save = write_own if options.output is None else write
    # A file that another program has made or changed meanwhile is not overwritten.
    for note in save(destination.path, text, overwrite=there, expected=destination.state):
        complain(f"{clean_line(str(destination.path))}: {note}")
    return Outcome.AGAIN if there else Outcome.IMPORTED, destination.path, document.title


def _has_content(path: Path, text: str) -> bool:
    try:
        return path.read_bytes() == text.encode("utf-8")
    except OSError:
        return False


def _say_skipped(fault: SourceError) -> None:
    complain(f"{fault}; not searched for this article")


def _summary(outcomes: dict[Outcome, int]) -> str:
    """`3 sources: 2 imported, 1 failed`."""
    parts = [f"{number} {outcome}" for outcome, number in outcomes.items() if number]
    return f"{sum(outcomes.values())} sources: {', '.join(parts)}"
