"""argparse in the manner of this program: one line for an error, help to standard output.

Imported only where `reader.cli.arguments` needs more than a source.
"""

from __future__ import annotations

import argparse
from typing import NoReturn

from reader.errors import UsageError


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


def measure(word: str) -> int:
    """A line length in cells. Raises ArgumentTypeError, which argparse makes a usage error."""
    from reader.text.flow import MEASURES

    if not (word.isascii() and word.isdigit() and len(word) < 5 and int(word) in MEASURES):
        raise argparse.ArgumentTypeError(f"{word!r} is not a number from {MEASURES[0]} to {MEASURES[-1]}")
    return int(word)
