"""What one can ask of the command line, and the doing of it.

Each request is a value with `run()`, which prints or opens the screen and returns the exit code.
What a request needs is imported when it runs: only `Open` on a terminal imports Textual.
"""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING, NamedTuple, Protocol

from reader.cli import terminal
from reader.cli.output import complain, say
from reader.errors import BAD_INPUT, FOUND_FAULTS, OK, ReaderError, UsageError

if TYPE_CHECKING:
    from reader.cli.import_sources import Options
    from reader.formats.faults import Fault
    from reader.formats.load import Loaded
    from reader.formats.loading import Loading
    from reader.model import Document

_PREFIX = "reader-"  # what tells our themes from Textual's of the same word


BOOK = 200_000
"""Words above which `show` looks for no quotes and entities, which would take seconds; `annotate` does."""


class Request(Protocol):
    """Something to be done."""

    def run(self) -> int:
        """Do it; the exit code. Raises ReaderError."""
        ...


class Open(NamedTuple):
    """Open the reading screen, or the library when there is no source; plain text without a terminal."""

    source: str | None
    zen: bool = False
    theme: str | None = None
    measure: int | None = None
    format: str | None = None
    whole_page: bool = False

    def run(self) -> int:
        """Read the article first, so that a fault is told before the screen changes.

        One of the web is waited for on the screen, where it can be cancelled. Without a source it is what
        is piped in, else the library.
        """
        if self.source is None and terminal.is_fed():
            return self._replace(source="-").run()
        if terminal.is_plain():
            if self.source is None:
                return _list_articles()
            return Show(self.source, "text", self.format, self.whole_page).run()
        # Starting is nearly all imports, and none of that is garbage. Measured on a 10,000-word article:
        # without the collector the first paint comes after 398 instead of 472 ms, and since what is
        # frozen is not walked at the end either, quitting takes 239 instead of 345.
        gc.disable()
        try:
            loaded, loading = self._begun()
            named = self.theme or os.environ.get("READER_THEME")
            theme = _theme(named) if named else None
            with terminal.taken():
                from reader.app import run

                waiting = {}
                if loading is not None and loading.is_remote:
                    waiting["loading"] = loading
                elif loading is not None:
                    loaded = loading.result()
                gc.freeze()
                gc.enable()
                return run(loaded, zen=self.zen, theme=theme, measure=self.measure, **waiting)
        finally:
            gc.enable()

    def _begun(self) -> tuple[Loaded | None, Loading | None]:
        """The article, or the loading of it that has begun; neither when there is no source.

        Textual takes as long to import as a page to parse, so the two go on together. Standard input is
        read first: after that it is where the keys come from. An article file is read sooner than a thread
        would be of use.
        """
        if self.source is None:
            return None, None
        from reader.formats.files import STDIN, is_address
        from reader.formats.load import SUFFIXES, load

        if is_address(self.source):
            from reader.fetch.address import read

            read(self.source)  # a slip is told before the screen changes too
        elif self.source == STDIN or self.source.lower().endswith(SUFFIXES):
            return load(self.source, format=self.format, whole_page=self.whole_page), None
        from reader.formats.loading import Loading

        return None, Loading(self.source, format=self.format, whole_page=self.whole_page)


class Show(NamedTuple):
    """Print an article. `form` is "text", "json" or "yaml"."""

    source: str
    form: str = "text"
    format: str | None = None
    whole_page: bool = False

    def run(self) -> int:
        """Print it; that the file has doubtful places is said on standard error."""
        from reader.formats.files import is_address

        if is_address(self.source):
            from reader.cli.meter import load_metered

            loaded = load_metered(self.source, format=self.format, whole_page=self.whole_page)
        else:
            from reader.formats.load import load

            loaded = load(self.source, format=self.format, whole_page=self.whole_page)
        if self.form == "yaml":
            from reader.formats.write_yaml import dump

            say(dump(_complete(loaded.document)), exact=True)
        elif self.form == "json":
            from reader.formats.outputs import as_json

            say(as_json(_complete(loaded.document)), exact=True)
        else:
            from reader.formats.outputs import as_text

            say(as_text(loaded.document, width=terminal.width()))
        if loaded.warnings:
            warnings = _count(sum(fault.total for fault in loaded.warnings), "warning")
            complain(f"{loaded.warnings[0].name}: {warnings}; reader check lists them")
        return OK


class Annotate(NamedTuple):
    """Find quotes and entities: in an article, or in each line of standard input when there is no source."""

    source: str | None
    json: bool = False
    explain: bool = False

    def run(self) -> int:
        """Print what was found, whatever the article's file says about it."""
        if self.source is None:
            return _annotate_lines(self.explain)
        from reader.annotate import find_in
        from reader.annotate.lines import as_object
        from reader.formats.load import load
        from reader.model import numbers

        document = load(self.source).document
        quotes, entities = find_in(document)
        if self.json:
            import json

            texts = [block.text for block in document.blocks]
            found = {"id": self.source} | as_object(texts, quotes, entities, explain=self.explain)
            say(json.dumps(found, ensure_ascii=False), exact=True)
        else:
            from reader.annotate.report import report

            say(report(quotes, entities, numbers(document.blocks), explain=self.explain))
        return OK


class Import(NamedTuple):
    """Make article files of sources. `options` is what the command line says of how."""

    sources: tuple[str, ...]
    options: Options

    def run(self) -> int:
        """Import one after the other."""
        from reader.cli.import_sources import import_all

        return import_all(self.sources, self.options)


class Check(NamedTuple):
    """List every fault of article files."""

    files: tuple[str, ...]

    def run(self) -> int:
        """A line for each fault and one that sums up; a file that cannot be read stops no other."""
        from reader.formats.article_yaml import check
        from reader.formats.faults import Severity
        from reader.formats.files import STDIN, read_source

        unreadable = 0
        counts = dict.fromkeys(Severity, 0)
        for name in self.files:
            try:
                faults = check(read_source(name), "standard input" if name == STDIN else name)
            except ReaderError as error:
                complain(str(error))
                unreadable += 1
                continue
            for fault in faults:
                counts[fault.severity] += fault.total
            if faults:
                say("\n".join(_fault_line(fault) for fault in faults))
        found = sum(counts.values())
        read = len(self.files) - unreadable
        if read:
            say(_summary(read, counts[Severity.ERROR], counts[Severity.WARNING]))
        return BAD_INPUT if unreadable else FOUND_FAULTS if found else OK


class Schema(NamedTuple):
    """Print the JSON Schema of the article file."""

    def run(self) -> int:
        """Print it, indented."""
        import json

        from reader.formats.schema import json_schema

        say(json.dumps(json_schema(), indent=2, ensure_ascii=False), exact=True)
        return OK


class Keys(NamedTuple):
    """Print the key table."""

    def run(self) -> int:
        """Print it as text."""
        from reader.keytable import as_text

        say(as_text())
        return OK


def _theme(name: str) -> str:
    """The full name of a theme; ours go without their prefix too. Raises UsageError when there is none."""
    from textual.theme import BUILTIN_THEMES

    from reader.themes import THEMES

    names = [*(theme.name for theme in THEMES), *sorted(BUILTIN_THEMES)]
    for full in (name, _PREFIX + name):
        if full in names:
            return full
    raise UsageError(
        f"there is no theme {name}; there are {', '.join(n.removeprefix(_PREFIX) for n in names)}"
    )


def _complete(document: Document) -> Document:
    """The document with the quotes and entities that its source does not give, but for a whole book."""
    from reader.text.headline import count_words

    if (document.quotes_given and document.entities_given) or count_words(document.blocks) > BOOK:
        return document
    from reader.importing import detected

    return detected(document)


def _list_articles() -> int:
    """The library without a terminal: a line for each article, its path and its title."""
    from reader.library import entries
    from reader.text.clean import clean_line

    lines = [f"{clean_line(str(entry.path))}\t{entry.fault or entry.title}" for entry in entries()]
    say("\n".join(lines))
    return OK


def _annotate_lines(explain: bool) -> int:
    """An answer for each line of standard input, said at once. Raises ReaderError, naming the line."""
    import sys

    from reader.annotate.lines import annotate_line

    for number, line in enumerate(sys.stdin.buffer, start=1):
        if line.isspace():
            continue
        try:
            answer = annotate_line(line.decode("utf-8"), explain=explain)
        except ValueError as error:
            fault = "not UTF-8" if isinstance(error, UnicodeDecodeError) else str(error)
            raise ReaderError(f"standard input:{number}: {fault}") from error
        say(answer, exact=True)
    return OK


def _fault_line(fault: Fault) -> str:
    """The line editors and people jump by: `file:line:col: error: …`."""
    return f"{fault.name}:{fault.line}:{fault.column}: {fault.severity}: {fault.message}"


def _summary(files: int, errors: int, warnings: int) -> str:
    """What `check` says at the end."""
    found = [_count(n, word) for n, word in ((errors, "error"), (warnings, "warning")) if n]
    return f"{_count(files, 'file')}: {' and '.join(found) or 'no faults'}"


def _count(number: int, word: str) -> str:
    """`1 file`, `2 files`, `1,200 files`."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"
