"""The argparse parser of the program: an error is one line, and the help goes to standard output.

Owns the options of every command.
"""

from __future__ import annotations

import argparse
import re
import shutil
import textwrap
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import NoReturn

from reader import __version__
from reader.errors import UsageError

SOURCE = "a file, an http or https address, or - for standard input"
"""The description of SOURCE in the help."""

KINDS = ("yaml", "html", "mhtml", "markdown", "plain")
"""The formats of a source, as `reader.sources.detection` names them."""


class Parser(argparse.ArgumentParser):
    """A parser that raises UsageError. It exits the program only for --help and --version."""

    def __init__(self, prog: str, description: str, epilog: str) -> None:
        super().__init__(
            prog=prog,
            description=fitted(description),
            epilog=fitted(epilog),
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,  # a new option would make an abbreviation ambiguous
        )

    def read(self, words: Sequence[str]) -> argparse.Namespace:
        """Parse `words`. Raises UsageError, and SystemExit after printing the help or the version."""
        try:
            known, left = self.parse_known_args(words)
        except UsageError:
            # Report an unknown option first: it is the likely cause of what is missing.
            self._refuse_options(words)
            raise
        if left:
            left = [_as_typed(word, words) for word in left]
            self._refuse_options(left)
            alone = " (reader opens one article at a time)" if self.prog == "reader" else ""
            self.error(f"unexpected argument {left[0]}{alone}")
        return known

    def error(self, message: str) -> NoReturn:
        """Raise UsageError with `message` and the command that prints the help."""
        valued = re.match(r"argument (?:-\w/)?(--?[\w-]+): ignored explicit argument", message)
        fault = f"{valued[1]} takes no value" if valued else message
        raise UsageError(f"{fault}; see {self.prog} --help")

    def print_help(self, file: object = None) -> None:
        """Print the help to standard output; errors are handled as for every other result."""
        from reader.cli.output import say

        say(self.format_help())

    def _refuse_options(self, words: Iterable[str]) -> None:
        """Refuse the first word that looks like an option but is neither an option nor the value of one."""
        options = re.findall(r"(?<![\w-])--?\w[\w-]*", self.format_help())
        bare = [option.lstrip("-") for option in options if option[:2] == "--"]
        before = ""
        for word in words:
            name = word.partition("=")[0]
            if name == "--":
                return
            given = before in options and name[1:].replace(".", "", 1).isdecimal()
            before = word
            if not given and len(name) > 1 and name[0] == "-" and name not in options:
                near = get_close_matches(name.lstrip("-"), bare, 1, 0.65)
                self.error(f"unknown option {name}" + (f" (did you mean --{near[0]}?)" if near else ""))


def _as_typed(part: str, words: Sequence[str]) -> str:
    """The whole argument that ends with the unused `part`.

    From `-zen`, Python 3.13 takes the option -z and leaves `-en`; earlier versions leave the whole word.
    """
    if part in words or not part.startswith("-"):
        return part
    return next((word for word in words if word[:1] == "-" and word.endswith(part[1:])), part)


def fitted(text: str) -> str:
    """Wrap `text` to the width of the terminal and keep its columns."""
    columns = max(20, shutil.get_terminal_size().columns - 2)
    lines: list[str] = []
    for line in text.splitlines():
        column = re.match(r"\s*(?:\S.*?\S\s{3,}(?=\S))?", line)
        indent = column.end() if column else 0
        hang = " " * (indent if 5 * indent < 3 * columns else 4)
        lines += textwrap.wrap(
            line, columns, subsequent_indent=hang, break_long_words=False, break_on_hyphens=False
        ) or [""]
    return "\n".join(lines)


def add_open_options(parser: Parser) -> None:
    """Add the options of `reader SOURCE`."""
    parser.add_argument("source", metavar="SOURCE", nargs="?", help=SOURCE)
    _add_kind_options(parser)
    parser.add_argument("-z", "--zen", action="store_true", help="show the text without panels")
    parser.add_argument("--theme", metavar="NAME", help="the colour theme at the start (T changes it)")
    parser.add_argument(
        "--measure", metavar="N", type=measure, help="the line length in cells (+ and - change it)"
    )
    parser.add_argument(
        "-c", "--continue", dest="resume", action="store_true", help="open the article that was read last"
    )
    parser.add_argument(
        "--original", action="store_true", help="open the source itself, not your copy in the library"
    )
    parser.add_argument("-V", "--version", action="version", version=f"reader {__version__}")


def add_show_options(parser: Parser) -> None:
    """Add the options of `reader show`."""
    parser.add_argument("source", metavar="SOURCE", help=SOURCE)
    _add_kind_options(parser)
    forms = parser.add_mutually_exclusive_group()
    for form, description in (
        ("text", "print plain text (the default)"),
        ("json", "print one JSON object"),
        ("yaml", "print an article file"),
    ):
        forms.add_argument(f"--{form}", dest="form", action="store_const", const=form, help=description)
    parser.set_defaults(form="text")


def add_annotate_options(parser: Parser) -> None:
    """Add the options of `reader annotate`."""
    parser.add_argument("source", metavar="SOURCE", nargs="?", help=SOURCE)
    _add_kind_options(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument(
        "--explain",
        action="store_true",
        help="also print the rule and the confidence behind each result and, for each quote, every rule that "
        "voted: for whom, with what weight from 0 to 1, and which one won",
    )


def add_import_options(parser: Parser) -> None:
    """Add the options of `reader import`."""
    parser.add_argument("sources", metavar="SOURCE", nargs="*", help=SOURCE)
    parser.add_argument(
        "--highlights",
        metavar="FILE",
        help="add the highlights of a JSON file of reader export to their articles, or to the articles given",
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="write this file instead of one in your library"
    )
    parser.add_argument("--force", action="store_true", help="replace a file that exists")
    parser.add_argument(
        "--redetect",
        action="store_true",
        help="detect quotes and entities again instead of keeping those in the file",
    )
    _add_kind_options(parser)


def add_export_options(parser: Parser) -> None:
    """Add the options of `reader export`."""
    from reader.cli.export_highlights import SUFFIXES

    formats = list(SUFFIXES)
    parser.add_argument("sources", metavar="SOURCE", nargs="*", help=SOURCE)
    parser.add_argument("--all", action="store_true", help="export every article of your library")
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        choices=formats,
        default=formats[0],
        help=f"{', '.join(formats[:-1])} or {formats[-1]} (default: {formats[0]})",
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="write this file; a folder gets a file for each article"
    )
    parser.add_argument("--quotes", action="store_true", help="export the quotes too")
    parser.add_argument("--force", action="store_true", help="replace files that exist")


def add_forget_options(parser: Parser) -> None:
    """Add the options of `reader forget`."""
    parser.add_argument("sources", metavar="SOURCE", nargs="*", help="a file or an address")
    parser.add_argument("--all", action="store_true", help="forget everything that is remembered")
    parser.add_argument(
        "--answers", action="store_true", help="forget your answers for all articles, and ask again"
    )


def add_check_options(parser: Parser) -> None:
    """Add the options of `reader check`."""
    parser.add_argument("files", metavar="FILE", nargs="+", help="article files, or - for standard input")


def add_search_options(parser: Parser) -> None:
    """Add the options of `reader search`."""
    parser.add_argument("query", metavar="QUERY", nargs="+", help="what to search for, see below")
    forms = parser.add_mutually_exclusive_group()
    for form, description in (("json", "print one JSON object a hit"), ("csv", "print CSV, one row a hit")):
        forms.add_argument(f"--{form}", dest="form", action="store_const", const=form, help=description)
    parser.set_defaults(form="text")
    _add_limit(parser, "the most articles, or hits in JSON and CSV")


def add_said_options(parser: Parser) -> None:
    """Add the options of `reader said`."""
    parser.add_argument("name", metavar="NAME", nargs="+", help="a person or organisation")
    parser.add_argument("--about", metavar="WORDS", default="", help="only statements that fit this query")
    day = "a day, month or year: 2015-05-28, 2015-05, 2015"
    parser.add_argument("--since", metavar="DATE", default="", help=f"only from then on; {day}")
    parser.add_argument("--until", metavar="DATE", default="", help="only until then")
    parser.add_argument("--beside", metavar="NAME", default="", help="also the statements of a second person")
    parser.add_argument(
        "--kind", metavar="KIND", type=kinds, default=(), help="only such statements, as in denied,claimed"
    )
    parser.add_argument("--newest", action="store_true", help="print the newest first")
    formats = ("text", "json", "csv", "markdown")
    parser.add_argument(
        "--format", metavar="FORMAT", choices=formats, default="text", help="text, json, csv or markdown"
    )


def add_who_options(parser: Parser) -> None:
    """Add the options of `reader who`."""
    parser.add_argument("words", metavar="NAME", nargs="*", help="only those with these words in their name")
    parser.add_argument("--json", action="store_true", help="print one JSON object for each")
    _add_limit(parser, "the most that are printed")


def add_index_options(parser: Parser) -> None:
    """Add the options of `reader index`."""
    parser.add_argument("--rebuild", action="store_true", help="delete the index and make it again")


def _add_limit(parser: Parser, description: str) -> None:
    parser.add_argument("--limit", metavar="N", type=limit, help=description)


def limit(word: str) -> int:
    """Parse a limit. Raises ArgumentTypeError."""
    if not (word.isascii() and word.isdigit() and 0 < len(word) < 10 and int(word)):
        raise argparse.ArgumentTypeError(f"{word!r} is not a number above 0")
    return int(word)


def kinds(word: str) -> tuple[str, ...]:
    """Parse kinds of statements that are separated by commas. Raises ArgumentTypeError."""
    from reader.annotate.quotes.speech_verbs import KINDS

    found = tuple(filter(None, (part.strip().lower() for part in word.split(","))))
    unknown = [part for part in found if part not in KINDS]
    if unknown or not found:
        what = repr(unknown[0]) if unknown else "an empty list"
        raise argparse.ArgumentTypeError(f"{what} is no kind of statement; there are {', '.join(KINDS)}")
    return found


def _add_kind_options(parser: Parser) -> None:
    """Add the options that say how to read a source."""
    kinds = f"the format of the source: {', '.join(KINDS[:-1])} or {KINDS[-1]} (default: detected)"
    parser.add_argument("--format", metavar="KIND", choices=KINDS, help=kinds)
    parser.add_argument(
        "--whole-page", action="store_true", help="keep all text of a web page, not just the main text"
    )


def measure(word: str) -> int:
    """Parse a line length in cells. Raises ArgumentTypeError, which argparse turns into a usage error."""
    from reader.text.flow import MEASURES

    if not (word.isascii() and word.isdigit() and len(word) < 5 and int(word) in MEASURES):
        raise argparse.ArgumentTypeError(f"{word!r} is not a number from {MEASURES[0]} to {MEASURES[-1]}")
    return int(word)
