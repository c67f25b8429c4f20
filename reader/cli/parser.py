"""argparse in the manner of this program: one line for an error, help to standard output.

Owns the options of every command. Imported only where `reader.cli.arguments` needs more than a source.
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
"""What a source is, in the help."""

KINDS = ("yaml", "html", "mhtml", "markdown", "plain")
"""What a source can be; the words of `reader.sources.detection`."""


class Parser(argparse.ArgumentParser):
    """A parser that raises UsageError, and ends the program for nothing but help and version."""

    def __init__(self, prog: str, description: str, epilog: str) -> None:
        super().__init__(
            prog=prog,
            description=fitted(description),
            epilog=fitted(epilog),
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,  # an abbreviation that works today is an ambiguity tomorrow
        )

    def read(self, words: Sequence[str]) -> argparse.Namespace:
        """What `words` ask for. Raises UsageError, and SystemExit for help and version."""
        try:
            known, left = self.parse_known_args(words)
        except UsageError:
            # What is missing matters less than what is there and means nothing.
            self._refuse_options(words)
            raise
        if left:
            self._refuse_options(left)
            alone = " (one article is opened at a time)" if self.prog == "reader" else ""
            self.error(f"{left[0]} is one word too many{alone}")
        return known

    def error(self, message: str) -> NoReturn:
        """Refuse the command line in one line."""
        valued = re.match(r"argument (?:-\w/)?(--?[\w-]+): ignored explicit argument", message)
        fault = f"{valued[1]} takes no value" if valued else message
        raise UsageError(f"{fault}; see {self.prog} --help")

    def print_help(self, file: object = None) -> None:
        """Print the help as every other result is printed."""
        from reader.cli.output import say

        say(self.format_help())

    def _refuse_options(self, words: Iterable[str]) -> None:
        """Refuse the first word that looks like an option and is none, nor a number given to one."""
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
                self.error(f"there is no option {name}" + (f", did you mean --{near[0]}?" if near else ""))


def fitted(text: str) -> str:
    """The text in lines that fit the terminal; what stands in columns stays so."""
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
    """Add what says how an article is opened."""
    parser.add_argument("source", metavar="SOURCE", nargs="?", help=SOURCE)
    _add_kind_options(parser)
    parser.add_argument("-z", "--zen", action="store_true", help="the text alone, without panels")
    parser.add_argument("--theme", metavar="NAME", help="the colours to begin with (T changes them)")
    parser.add_argument(
        "--measure", metavar="N", type=measure, help="the length of a line in cells (+ and - change it)"
    )
    parser.add_argument("-V", "--version", action="version", version=f"reader {__version__}")


def add_show_options(parser: Parser) -> None:
    """Add what says how an article is printed."""
    parser.add_argument("source", metavar="SOURCE", help=SOURCE)
    _add_kind_options(parser)
    forms = parser.add_mutually_exclusive_group()
    for form, told in (
        ("text", "plain text (the default)"),
        ("json", "one JSON object"),
        ("yaml", "the article file's format"),
    ):
        forms.add_argument(f"--{form}", dest="form", action="store_const", const=form, help=told)
    parser.set_defaults(form="text")


def add_annotate_options(parser: Parser) -> None:
    """Add what says where quotes and names are looked for, and how they are printed."""
    parser.add_argument("source", metavar="SOURCE", nargs="?", help=SOURCE)
    _add_kind_options(parser)
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.add_argument("--explain", action="store_true", help="the rule and the confidence of each find")


def add_import_options(parser: Parser) -> None:
    """Add what is imported, where it goes, and what becomes of a file that is there."""
    parser.add_argument("sources", metavar="SOURCE", nargs="+", help=SOURCE)
    parser.add_argument("-o", "--output", metavar="FILE", help="write this file, not one of your library")
    parser.add_argument("--force", action="store_true", help="write a file that is there already anew")
    parser.add_argument(
        "--redetect",
        action="store_true",
        help="find the quotes and entities anew too, which are else kept as the file has them",
    )
    _add_kind_options(parser)


def add_check_options(parser: Parser) -> None:
    """Add what is checked."""
    parser.add_argument("files", metavar="FILE", nargs="+", help="article files, or - for standard input")


def _add_kind_options(parser: Parser) -> None:
    """Add what says how a source is to be read."""
    kinds = f"{', '.join(KINDS[:-1])} or {KINDS[-1]}: what the source is, which else is found out"
    parser.add_argument("--format", metavar="KIND", choices=KINDS, help=kinds)
    parser.add_argument("--whole-page", action="store_true", help="all the text of a web page")


def measure(word: str) -> int:
    """A line length in cells. Raises ArgumentTypeError, which argparse makes a usage error."""
    from reader.text.flow import MEASURES

    if not (word.isascii() and word.isdigit() and len(word) < 5 and int(word) in MEASURES):
        raise argparse.ArgumentTypeError(f"{word!r} is not a number from {MEASURES[0]} to {MEASURES[-1]}")
    return int(word)
