"""What the command line asks for: words in, one request out.

Owns the options, their help and its examples. The first word that is no option is either one of the
sub-commands or a source, so argparse gets one parser for each and the choice is made before it.
argparse itself is imported for what is not `reader` or `reader FILE`: it costs a twentieth of a start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.opening import Open

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from reader.cli.parser import Parser
    from reader.cli.requests import Import, Request

_SUMMARY = """\
Read an article in the terminal, with who said what and who is who beside it.

  reader                     choose an article of your library
  reader SOURCE              open an article: a file, a URL, - for a pipe
  reader show SOURCE         print an article: plain text, JSON or YAML
  reader import SOURCE...    make article files, in your library or with -o
  reader annotate SOURCE     print the quotes and names found in an article
  reader check FILE...       list every fault of article files
  reader schema              print the JSON Schema of article files, for editors
  reader keys                print the table of keys
"""
_EXAMPLES = {
    "": """\
examples:
  reader
  reader story.yaml
  reader --zen --measure 64 story.yaml
  reader https://example.org/story
  reader page.html --whole-page
  curl -s https://example.org/story | reader -
  reader story.yaml | less     plain text, since this is no terminal
  reader ./show                a file that is named like a command
""",
    "show": """\
examples:
  reader show story.yaml
  reader show story.yaml --json | jq '.quotes[].speaker'
  reader show page.html --yaml > story.yaml
  reader show - --format markdown < notes
""",
    "annotate": """\
examples:
  reader annotate story.yaml
  reader annotate story.yaml --explain
  reader annotate story.yaml --json | jq '.quotes[].speaker'
  reader annotate < questions.jsonl > answers.jsonl
""",
    "import": """\
examples:
  reader import https://example.org/story
  reader import page.html notes.md story.txt
  reader import page.html -o story.yaml
  reader $(reader import https://example.org/story)
""",
    "check": """\
examples:
  reader check story.yaml
  reader check articles/*.yaml
""",
    "schema": """\
examples:
  reader schema > article.schema.json
""",
    "keys": """\
examples:
  reader keys
  reader keys | grep -i quote
""",
}
_TITLES = {
    "show": (
        "Print an article. In JSON, paragraphs are counted from 0, and offsets are code points, half-open."
    ),
    "annotate": (
        "Find who said what and who is who, and print it. Without SOURCE, each line of standard input is "
        '{"id", "title", "paragraphs": [...]} in JSON and gets a line {"id", "quotes", "entities"}; '
        "paragraphs are counted from 0, and offsets are code points, half-open."
    ),
    "import": (
        "Make article files of web pages, Markdown and plain text, to read, correct and keep. They go to "
        "your library unless -o is given; their paths are printed. Ends with 1 when some sources fail, with "
        "2 when all do. Pages of the web are loaded directly: proxies named in the environment are not used."
    ),
    "check": (
        "List every fault of article files as file:line:column. Ends with 1 when there is a fault, with 2 "
        "when a file cannot be read or is no article file."
    ),
    "schema": "Print the JSON Schema of the article file, for editors that complete and check.",
    "keys": "Print every key of the reading screen and what it does.",
}


def parse(args: list[str]) -> Request | None:
    """The request that `args` make; None when it was for help or the version, which is then printed.

    Raises UsageError when they make none.
    """
    simple = [arg for arg in args if arg not in ("-z", "--zen")]
    if not simple or (len(simple) == 1 and _is_source(simple[0])):
        return Open(simple[0] if simple else None, zen=len(simple) < len(args))
    command = args[0] if args[0] in _TITLES else ""
    if not command:
        _refuse_misspelt(simple)
    try:
        words = _parser(command).read(args[1:] if command else args)
    except SystemExit:  # help and version alone end this way, see `Parser.error`
        return None
    from reader.cli.requests import Annotate, Check, Keys, Schema, Show

    match command:
        case "show":
            return Show(words.source, words.form, words.format, words.whole_page)
        case "annotate":
            return Annotate(words.source, words.json, words.explain, words.format, words.whole_page)
        case "import":
            return _import(words)
        case "check":
            return Check(tuple(words.files))
        case "schema":
            return Schema()
        case "keys":
            return Keys()
    return Open(words.source, words.zen, words.theme, words.measure, words.format, words.whole_page)


def _refuse_misspelt(words: list[str]) -> None:
    """Raise UsageError for a first word of several that is nearly a command, and no file."""
    import os
    from difflib import get_close_matches

    near = get_close_matches(words[0], _TITLES, 1)
    if near and len(words) > 1 and not os.path.lexists(words[0]):
        from reader.errors import UsageError
        from reader.text.clean import clean_line

        raise UsageError(
            f"there is no command {clean_line(words[0])}, did you mean {near[0]}?; see reader --help"
        )


def _import(words: Namespace) -> Import:
    from reader.cli.import_sources import Options
    from reader.cli.requests import Import

    options = Options(words.output, words.force, words.redetect, words.format, words.whole_page)
    return Import(tuple(words.sources), options)


def _is_source(word: str) -> bool:
    return word == "-" or (word not in _TITLES and not word.startswith("-"))


def _parser(command: str) -> Parser:
    """The parser of one sub-command, or of the command itself for ""."""
    from reader.cli import parser as made

    adding: dict[str, Callable[[Parser], None]] = {
        "": made.add_open_options,
        "show": made.add_show_options,
        "annotate": made.add_annotate_options,
        "import": made.add_import_options,
        "check": made.add_check_options,
    }
    parser = made.Parser(
        prog=f"reader {command}".rstrip(),
        description=_TITLES.get(command, _SUMMARY),
        epilog=_EXAMPLES[command],
    )
    if command in adding:
        adding[command](parser)
    parser.add_argument("--debug", action="store_true", help="show the traceback of an error")
    return parser
