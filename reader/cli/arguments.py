"""What the command line asks for: words in, one request out.

Owns the options, their help and its examples. The first word that is no option is either one of the
sub-commands or a source, so argparse gets one parser for each and the choice is made before it.
argparse itself is imported for what is not `reader` or `reader FILE`: it costs a twentieth of a start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader import __version__
from reader.cli.opening import Open

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

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
    "show": """\
Print an article. In JSON, paragraphs are counted from 0, and offsets are code
points, half-open.""",
    "annotate": """\
Find who said what and who is who, and print it. Without SOURCE, each line of
standard input is {"id", "title", "paragraphs": [...]} in JSON and gets a line
{"id", "quotes", "entities"}; paragraphs are counted from 0, and offsets are
code points, half-open.""",
    "import": """\
Make article files of web pages, Markdown and plain text, to read, correct and
keep. They go to your library unless -o is given; their paths are printed. Ends
with 1 when some sources fail, with 2 when all do. Pages of the web are loaded
directly: proxies named in the environment are not used.""",
    "check": """\
List every fault of article files as file:line:column. Ends with 1 when there is
a fault, with 2 when a file cannot be read.""",
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
    try:
        words = _parser(command).parse_args(args[1:] if command else args)
    except SystemExit:  # help and version alone end this way, see `_Parser.error`
        return None
    from reader.cli.requests import Annotate, Check, Keys, Schema, Show

    match command:
        case "show":
            return Show(words.source, words.form, words.format, words.whole_page)
        case "annotate":
            return Annotate(words.source, words.json, words.explain)
        case "import":
            return _import(words)
        case "check":
            return Check(tuple(words.files))
        case "schema":
            return Schema()
        case "keys":
            return Keys()
    return Open(words.source, words.zen, words.theme, words.measure, words.format, words.whole_page)


def _import(words: Namespace) -> Import:
    from reader.cli.import_sources import Options
    from reader.cli.requests import Import

    options = Options(words.output, words.force, words.redetect, words.format, words.whole_page)
    return Import(tuple(words.sources), options)


def _is_source(word: str) -> bool:
    return word == "-" or (word not in _TITLES and not word.startswith("-"))


def _parser(command: str) -> ArgumentParser:
    """The parser of one sub-command, or of the command itself for ""."""
    from reader.cli.parser import SOURCE, Parser, add_import_options, add_kind_options, measure

    parser = Parser(
        prog=f"reader {command}".rstrip(),
        description=_TITLES.get(command, _SUMMARY),
        epilog=_EXAMPLES[command],
    )
    if command == "show":
        parser.add_argument("source", metavar="SOURCE", help=SOURCE)
        add_kind_options(parser)
        forms = parser.add_mutually_exclusive_group()
        forms.add_argument(
            "--text", dest="form", action="store_const", const="text", help="plain text (the default)"
        )
        forms.add_argument("--json", dest="form", action="store_const", const="json", help="one JSON object")
        forms.add_argument(
            "--yaml", dest="form", action="store_const", const="yaml", help="the article file's format"
        )
        parser.set_defaults(form="text")
    elif command == "annotate":
        parser.add_argument(
            "source", metavar="SOURCE", nargs="?", help="a file, or - for an article on standard input"
        )
        parser.add_argument("--json", action="store_true", help="one JSON object")
        parser.add_argument("--explain", action="store_true", help="the rule and the confidence of each find")
    elif command == "import":
        parser.add_argument("sources", metavar="SOURCE", nargs="+", help=SOURCE)
        add_import_options(parser)
        add_kind_options(parser)
    elif command == "check":
        parser.add_argument("files", metavar="FILE", nargs="+", help="article files, or - for standard input")
    elif not command:
        parser.add_argument("source", metavar="SOURCE", nargs="?", help=SOURCE)
        add_kind_options(parser)
        parser.add_argument("-z", "--zen", action="store_true", help="the text alone, without panels")
        parser.add_argument("--theme", metavar="NAME", help="the colours to begin with (T changes them)")
        parser.add_argument(
            "--measure", metavar="N", type=measure, help="the length of a line in cells (+ and - change it)"
        )
        parser.add_argument("-V", "--version", action="version", version=f"reader {__version__}")
    parser.add_argument("--debug", action="store_true", help="show the traceback of an error")
    return parser
