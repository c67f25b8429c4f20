"""`reader import`: sources of any kind become article files, one after the other.

Owns what is said meanwhile. The paths of the files go to standard output, one a line, for programs
and for `reader $(reader import …)`; how far it is, and what failed, to standard error.
"""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from reader.cli.meter import Meter
from reader.cli.output import complain, say
from reader.errors import BAD_INPUT, FOUND_FAULTS, OK, ReaderError, SourceError, UsageError
from reader.sources.files import STDIN, called
from reader.text.clean import clean_line


class Options(NamedTuple):
    """How to import; `output` is the file to write, None for the user's folder."""

    output: str | None = None
    force: bool = False
    redetect: bool = False
    format: str | None = None
    whole_page: bool = False


class Outcome(StrEnum):
    """What became of a source; the values are the words of the summary."""

    IMPORTED = "imported"
    AGAIN = "imported again"
    UNCHANGED = "unchanged"
    FAILED = "failed"


def import_all(sources: tuple[str, ...], options: Options) -> int:
    """Import each source; one that fails stops no other. The exit code: 1 if some failed, 2 if all did."""
    if options.output is not None and len(sources) > 1:
        raise UsageError("several sources do not go into one file; leave out -o, or import one by one")
    if options.output in (STDIN, ""):
        raise UsageError("-o names a file; reader show SOURCE --yaml writes to standard output")
    if sources.count(STDIN) > 1:
        raise UsageError("standard input can be read once")
    outcomes = dict.fromkeys(Outcome, 0)
    for index, source in enumerate(sources):
        meter = Meter(source, f"{index + 1}/{len(sources)} " if len(sources) > 1 else "")
        try:
            outcome, path, title = _import(source, options, meter)
        except ReaderError as error:
            meter.close()
            complain(str(error))
            outcomes[Outcome.FAILED] += 1
            continue
        meter.close()
        say(clean_line(str(path)))
        outcomes[outcome] += 1
        if len(sources) == 1:
            complain(f"{outcome}: {title}")
    if len(sources) > 1:
        complain(_summary(outcomes))
    if not outcomes[Outcome.FAILED]:
        return OK
    return BAD_INPUT if outcomes[Outcome.FAILED] == len(sources) else FOUND_FAULTS


def _import(source: str, options: Options, meter: Meter) -> tuple[Outcome, Path, str]:
    """Import one source; what became of it, its file and its title. Raises ReaderError."""
    from reader.library.folder import own_folder
    from reader.library.importing import detected, from_source, is_same, keeping, written
    from reader.library.saving import is_written, spot_at, spot_for, write, write_own
    from reader.sources.load import load

    loaded = load(source, format=options.format, whole_page=options.whole_page, progress=meter.show)
    name = loaded.url or called(source)
    document = from_source(loaded.document, loaded.url or (str(loaded.path) if loaded.path else ""))
    if options.output is None:
        spot = spot_for(document, own_folder(), _say_skipped)
    else:
        spot = spot_at(Path(options.output))
        # Who names the file says which article it is, were its source elsewhere now; but not any other.
        before = spot.before
        if before is not None and before.title != document.title and not is_same(document, before):
            spot = spot._replace(before=None)
    there = os.path.lexists(spot.path)
    if spot.before is not None and not options.redetect:
        document = keeping(document, spot.before)
    text = written(detected(document), name)
    if is_written(spot.path, text):
        return Outcome.UNCHANGED, spot.path, document.title
    if there and not options.force:
        kept = " and keeps its quotes and entities" if spot.before and not options.redetect else ""
        fault = f"is there already as {clean_line(str(spot.path))}; --force writes it anew{kept}"
        if options.output is not None:
            raise ReaderError(f"{clean_line(str(spot.path))}: is there already; --force writes it anew{kept}")
        raise SourceError(clean_line(name), fault)
    save = write_own if options.output is None else write
    # A file that another program makes meanwhile is not overwritten, and neither is one that it changes.
    for note in save(spot.path, text, overwrite=there, expected=spot.state):
        complain(f"{clean_line(str(spot.path))}: {note}")
    return Outcome.AGAIN if there else Outcome.IMPORTED, spot.path, document.title


def _say_skipped(fault: SourceError) -> None:
    complain(f"{fault}; not searched for this article")


def _summary(outcomes: dict[Outcome, int]) -> str:
    """`3 sources: 2 imported, 1 failed`."""
    parts = [f"{number} {outcome}" for outcome, number in outcomes.items() if number]
    return f"{sum(outcomes.values())} sources: {', '.join(parts)}"
