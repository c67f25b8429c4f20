"""argparse in the manner of this program: one line for an error, help to standard output.

Imported only where `reader.cli.arguments` needs more than a source.
"""

from __future__ import annotations

import argparse
from typing import NoReturn

from reader.errors import UsageError

SOURCE = "a file, an http or https address, or - for standard input"
"""What a source is, in the help."""

KINDS = ("yaml", "html", "mhtml", "markdown", "plain")
"""What a source can be; the words of `reader.formats.detect`."""


class Parser(argparse.ArgumentParser):
    """A parser that raises UsageError, and ends the program for nothing but help and version."""

    def __init__(self, prog: str, description: str, epilog: str) -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,  # an abbreviation that works today is an ambiguity tomorrow
        )

    def error(self, message: str) -> NoReturn:
        """Refuse the command line in one line."""
        raise UsageError(f"{message}; see {self.prog} --help")

    def print_help(self, file: object = None) -> None:
        """Print the help as every other result is printed."""
        from reader.cli.output import say

        say(self.format_help())


def add_kind_options(parser: Parser) -> None:
    """Add what says how a source is to be read."""
    kinds = f"{', '.join(KINDS[:-1])} or {KINDS[-1]}: what the source is, which else is found out"
    parser.add_argument("--format", metavar="KIND", choices=KINDS, help=kinds)
    parser.add_argument("--whole-page", action="store_true", help="all the text of a web page")


def add_import_options(parser: Parser) -> None:
    """Add what says where an import goes, and what becomes of a file that is there."""
    parser.add_argument("-o", "--output", metavar="FILE", help="write this file, not one of your library")
    parser.add_argument("--force", action="store_true", help="write a file that is there already anew")
    parser.add_argument(
        "--redetect",
        action="store_true",
        help="find the quotes and entities anew too, which are else kept as the file has them",
    )


def measure(word: str) -> int:
    """A line length in cells. Raises ArgumentTypeError, which argparse makes a usage error."""
    from reader.text.flow import MEASURES

    if not (word.isascii() and word.isdigit() and len(word) < 5 and int(word) in MEASURES):
        raise argparse.ArgumentTypeError(f"{word!r} is not a number from {MEASURES[0]} to {MEASURES[-1]}")
    return int(word)
