"""The requests of every command except opening an article.

Each request is a value with `run()`, which prints the result and returns the exit code. A request imports
what it needs when it runs, so that no command waits for the imports of another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from reader.cli.output import complain, say
from reader.errors import BAD_INPUT, FOUND_FAULTS, OK, ReaderError, SourceError, UsageError
from reader.model import ArticleId
from reader.sources.ref import FileSource, SourceRef, StdinSource, UrlSource, parse_source
from reader.terminal import standard_streams as terminal

if TYPE_CHECKING:
    from reader.cli.import_sources import Options
    from reader.model import Document
    from reader.sources.faults import Fault
    from reader.sources.open import Loaded

BOOK = 200_000
"""Above this number of words `show` does not detect quotes and entities, which would take seconds."""


class Request(Protocol):
    """A command with its arguments."""

    def run(self) -> int:
        """Run the command and return the exit code. Raises ReaderError."""
        ...


class Show(NamedTuple):
    """Print an article. `form` is "text", "json" or "yaml"."""

    source: str
    form: str = "text"
    format: str | None = None
    whole_page: bool = False

    def run(self) -> int:
        """Print the article. The number of warnings goes to standard error."""
        loaded = _loaded(parse_source(self.source, self.format, self.whole_page))
        if self.form == "yaml":
            from reader.sources.yaml.write import dump

            say(dump(complete(loaded.document)), exact=True)
        elif self.form == "json":
            from reader.export.article_text_and_json import as_json

            say(as_json(complete(_with_places(loaded))), exact=True)
        else:
            from reader.export.article_text_and_json import as_text

            say(as_text(loaded.document, width=terminal.width()))
        if loaded.warnings:
            warnings = _count(sum(fault.total for fault in loaded.warnings), "warning")
            complain(f"{loaded.warnings[0].name}: {warnings}; reader check lists them")
        return OK


class Annotate(NamedTuple):
    """Detect quotes and entities in an article or, without a source, in each line of standard input."""

    source: str | None
    json: bool = False
    explain: bool = False
    format: str | None = None
    whole_page: bool = False

    def run(self) -> int:
        """Print what was detected. The quotes and entities in the article's own file are ignored."""
        if self.source is None:
            if self.format or self.whole_page:
                raise UsageError("--format and --whole-page need a SOURCE; - is standard input")
            return _annotate_lines(self.explain)
        from reader.annotate import detect
        from reader.export.annotation_lines import annotation_dict
        from reader.model import numbers

        document = _loaded(parse_source(self.source, self.format, self.whole_page)).document
        quotes, entities = detect(document, explain=self.explain)
        if self.json:
            import json

            texts = [block.text for block in document.blocks]
            found = {"id": self.source} | annotation_dict(texts, quotes, entities, explain=self.explain)
            say(json.dumps(found, ensure_ascii=False), exact=True)
        else:
            from reader.export.annotation_report import report

            say(report(quotes, entities, numbers(document.blocks), explain=self.explain))
        return OK


class Import(NamedTuple):
    """Convert sources to article files."""

    sources: tuple[str, ...]
    options: Options

    def run(self) -> int:
        """Import the sources one after the other."""
        from reader.cli.import_sources import import_all

        return import_all(self.sources, self.options)


class Check(NamedTuple):
    """List every fault of article files."""

    files: tuple[str, ...]

    def run(self) -> int:
        """Print a line for each fault and a summary. A file that cannot be read does not stop the others."""
        from reader.library.people.register_file import is_register
        from reader.sources.faults import Severity
        from reader.sources.files import read_article_file
        from reader.sources.yaml.article import check

        unreadable = 0
        counts = dict.fromkeys(Severity, 0)
        for name in self.files:
            try:
                source = parse_source(name)
                data = read_article_file(source)
                if isinstance(source, FileSource) and is_register(source.path):
                    from reader.library.people.register import check_register

                    faults = check_register(data, source.name)
                else:
                    _refuse_other_formats(data, source)
                    faults = check(data, source.name)
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


class Forget(NamedTuple):
    """Delete what the reader remembers of sources, or of everything."""

    sources: tuple[str, ...]
    everything: bool
    answers: bool = False

    def run(self) -> int:
        """Print what was forgotten. The exit code is 1 if nothing was known of a source."""
        from reader.config.directories import state_folder
        from reader.library.store import Store

        store = Store(state_folder())
        if self.everything:
            count = store.forget_all()
            _remove_copied_text()
            say(f"Forgot {count} article{'' if count == 1 else 's'}, the searches and the theme.")
            return OK
        if self.answers:
            from reader.reading.remembered import ANSWERS

            store.set(dict.fromkeys(ANSWERS))
            say("The reader asks again before it saves an article to your library.")
            return OK
        unknown = 0
        for word in self.sources:
            source = parse_source(word)
            # A file that has a copy in the library is stored under the fingerprint of its text.
            known = store.forget(_id_of(source)) or store.forget(_id_by_text(source))
            unknown += not known
            say(f"{source.name}: {'forgotten' if known else 'nothing is remembered of it'}")
        return FOUND_FAULTS if unknown else OK


def _remove_copied_text() -> None:
    """Remove the files of the state folder that hold words of articles: a copied text, a damaged store."""
    from reader.config.directories import state_folder

    for pattern in ("clipboard.txt", "state-damaged-*"):
        for path in state_folder().glob(pattern):
            try:
                path.unlink()
            except OSError as error:
                complain(f"{path}: cannot be removed ({error.strerror})")


def _id_of(source: SourceRef) -> ArticleId:
    """The identity of a source, without opening it."""
    match source:
        case UrlSource(url):
            return ArticleId(address=url)
        case FileSource(path):
            return ArticleId(path=str(path.absolute()))
        case StdinSource():
            raise UsageError("forget needs a file, an address or --all")


def _id_by_text(source: SourceRef) -> ArticleId:
    """The identity of a file with its fingerprint; without one if it is not a file or cannot be read."""
    from reader.reading.identities import article_id

    if not isinstance(source, FileSource):
        return _id_of(source)
    try:
        return article_id(_loaded(source))
    except ReaderError:
        return _id_of(source)


class Schema(NamedTuple):
    """Print the JSON Schema of the article file."""

    def run(self) -> int:
        """Print the schema, indented."""
        import json

        from reader.sources.yaml.schema import json_schema

        say(json.dumps(json_schema(), indent=2, ensure_ascii=False), exact=True)
        return OK


class Keys(NamedTuple):
    """Print the key table."""

    def run(self) -> int:
        """Print the table as text."""
        from reader.keys.key_table import as_text

        say(as_text())
        return OK


def _loaded(source: SourceRef) -> Loaded:
    """Load the article of a source, with a progress row for an address. Raises ReaderError."""
    from reader.sources.open import open_source

    if isinstance(source, UrlSource):
        from reader.cli.meter import open_with_meter

        return open_with_meter(source)
    return open_source(source)


def _with_places(loaded: Loaded) -> Document:
    """The document with the places of its highlights that the reader knows. Creates no store."""
    if not loaded.document.highlights:
        return loaded.document
    from reader.config.directories import state_folder
    from reader.library.memory import Memory

    memory = Memory(state_folder())
    try:
        document = memory.document(loaded)
        if notice := memory.take_notice():
            complain(notice)
        return document
    finally:
        memory.close()


def complete(document: Document) -> Document:
    """Add the quotes and entities that the source does not give. A book is returned unchanged."""
    from reader.text.headline import count_words

    if (document.quotes_given and document.entities_given) or count_words(document.blocks) > BOOK:
        return document
    from reader.library.importing import with_detected

    return with_detected(document)


def _annotate_lines(explain: bool) -> int:
    """Print an answer to each line of standard input at once. Raises ReaderError with the line number."""
    import sys

    from reader.export.annotation_lines import annotate_line

    if sys.stdin is None:
        raise ReaderError("standard input is closed; name a SOURCE, or pipe in lines of JSON")
    if sys.stdin.isatty():
        complain("waiting for lines of JSON; to annotate an article, use reader annotate SOURCE")
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


def _refuse_other_formats(data: bytes, source: SourceRef) -> None:
    """Raise SourceError when both the name and the content of a file say that it is not an article file."""
    from reader.sources.formats import Format, format_by_suffix

    if format_by_suffix(source.name) in (None, Format.YAML):
        return
    from reader.sources.detection import detect

    titles = {
        Format.HTML: "a web page",
        Format.MHTML: "a saved web page",
        Format.MARKDOWN: "Markdown",
        Format.PLAIN: "plain text",
    }
    found = detect(data, source.name)
    if found in titles:
        fault = f"is {titles[found]}; check reads article files (YAML), and reader import makes one from it"
        raise SourceError(source.name, fault)


def _fault_line(fault: Fault) -> str:
    """`file:line:column: error: …`, a form that editors recognise and can jump to."""
    return f"{fault.name}:{fault.line}:{fault.column}: {fault.severity}: {fault.message}"


def _summary(files: int, errors: int, warnings: int) -> str:
    """The last line of `check`."""
    found = [_count(n, word) for n, word in ((errors, "error"), (warnings, "warning")) if n]
    return f"{_count(files, 'file')}: {' and '.join(found) or 'no faults'}"


def _count(number: int, word: str) -> str:
    """`1 file`, `2 files`, `1,200 files`."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"
