"""Parses the arguments of the command line into one request.

Owns the help texts and their examples. The first argument is either a subcommand or a source. argparse cannot
express that choice, so it is made here and each subcommand has its own argparse parser. argparse is not
imported for `reader` and `reader FILE`: its import takes a twentieth of the start-up time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.opening import Open

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from reader.cli.import_highlights import ImportHighlights
    from reader.cli.parser import Parser
    from reader.cli.requests import Import, Request

_SUMMARY = """\
Read an article in the terminal, with who said what and who is who beside it.

  reader                     choose an article from your library
  reader SOURCE              open an article: a file, a URL or - for stdin
  reader show SOURCE         print an article: plain text, JSON or YAML
  reader import SOURCE...    write article files to your library, or with -o
  reader export SOURCE...    print highlights and notes: Markdown, JSON, CSV, W3C
  reader annotate SOURCE     find the quotes and names of an article
  reader search QUERY        search in all articles of your library
  reader said NAME           print what somebody said in all your articles
  reader who [NAME]          list the people and organisations of your articles
  reader index               bring the index of your library up to date
  reader check FILE...       list every fault of article files
  reader schema              print the JSON Schema of article files
  reader keys                print the table of keys
  reader forget SOURCE...    delete what the reader remembers; --all for everything
"""
_EXAMPLES = {
    "": """\
examples:
  reader
  reader story.yaml
  reader -c                    the article that was read last
  reader --zen --measure 64 story.yaml
  reader https://example.org/story
  reader page.html --whole-page
  curl -s https://example.org/story | reader -
  reader story.yaml | less     prints plain text
  reader ./show                a file with the name of a command
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
  reader import --highlights story.json
  reader import --highlights story.json copy-of-story.yaml
""",
    "export": """\
examples:
  reader export story.yaml
  reader export story.yaml --format json -o story.json
  reader export --all -o notes/
  reader export --all --format csv --quotes > highlights.csv
  reader export story.yaml --format json | jq '.articles[]'
""",
    "search": """\
query:
  river treaty               articles with both words
  "the river moved"          the words one after the other
  econom*                    words that begin so
  -flood                     not with that word
  river OR canal             one of the two
  speaker:okafor water       what Okafor said about water
  entity:danube              articles that name it
  in:quotes                  where to look: text, quotes, notes, titles
  has:notes  tag:follow-up  source:example  before:2015  after:2015-05-28

examples:
  reader search 'river treaty'
  reader search -- -flood
  reader search 'speaker:okafor water' --json | jq .text
""",
    "said": """\
examples:
  reader said 'Ada Okafor'
  reader said Okafor --about water --since 2015
  reader said Okafor --beside Brandt --about 'river OR canal'
  reader said Okafor --kind denied,claimed --format csv > denied.csv
""",
    "who": """\
examples:
  reader who
  reader who okafor
  reader who --json --limit 100
""",
    "index": """\
examples:
  reader index
  reader index --rebuild
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
    "forget": """\
examples:
  reader forget story.yaml https://example.org/story
  reader forget --answers
  reader forget --all
""",
    "keys": """\
examples:
  reader keys
  reader keys | grep -i quote
""",
}
_TITLES = {
    "show": (
        "Print an article. In JSON, paragraphs are counted from 0, and start and end are half-open "
        "offsets in code points."
    ),
    "annotate": (
        "Find who said what and who is who, and print it. Without SOURCE, each line of standard input is "
        'a JSON object {"id", "title", "paragraphs": [...]}, and the answer is a line '
        '{"id", "quotes", "entities"}. Paragraphs are counted from 0, and start and end are half-open '
        "offsets in code points."
    ),
    "import": (
        "Convert web pages, Markdown and plain text to article files that you can read, correct and keep. "
        "The files are written to your library unless -o is given, and their paths are printed. The exit "
        "code is 1 when some sources fail and 2 when all fail. Web pages are loaded directly: the proxies "
        "named in the environment are not used. With --highlights, the highlights in a file that reader "
        "export wrote as JSON are added to their articles instead."
    ),
    "export": (
        "Print the highlights and notes of articles, each with its speaker, its paragraph, its date and the "
        "command that opens the article there. The formats are Markdown with front matter for note-taking "
        "apps, JSON that import --highlights reads back, CSV with the columns of Readwise, and W3C Web "
        "Annotations. A source that you have a copy of in your library is exported as that copy."
    ),
    "search": (
        "Search in all articles of your library: text, notes and titles. The articles are ranked, and "
        "each sentence has the command that opens it. In JSON, paragraphs are counted from 0, and start "
        "and end are half-open offsets in code points. The exit code is 1 when nothing fits."
    ),
    "said": (
        "Print every statement of a person or organisation in all articles of your library, in time, each "
        "with the command that opens it. Names in different articles are one person if it is sure, or if "
        "people.yaml in your library says so. Statements that people.yaml does not confirm are marked as "
        "found. The exit code is 1 when there are none."
    ),
    "who": (
        "List the people and organisations of your library, with their articles and statements, the first "
        "and the last day, and how they are described."
    ),
    "index": (
        "Bring the index of your library up to date, and list the files that cannot be read. Search does "
        "this by itself. The index is made from your files and can be deleted at any time. The exit code "
        "is 1 when there are such files."
    ),
    "check": (
        "List every fault of article files as file:line:column. The exit code is 1 when there are faults, "
        "and 2 when a file cannot be read or is not an article file."
    ),
    "schema": "Print the JSON Schema of the article file, for completion and checks in an editor.",
    "keys": "Print every key and what it does.",
    "forget": (
        "Delete what the reader remembers of articles: the place, the marks, the panels, and when they were "
        "read. Article files stay as they are. The exit code is 1 if nothing is remembered of a source."
    ),
}


def parse(args: list[str]) -> Request | None:
    """Parse `args` into a request. Prints the help or the version itself, and then returns None.

    Raises UsageError when `args` cannot be understood.
    """
    simple = [arg for arg in args if arg not in ("-z", "--zen")]
    if not simple or (len(simple) == 1 and _is_source(simple[0])):
        return Open(simple[0] if simple else None, zen=len(simple) < len(args))
    command = args[0] if args[0] in _TITLES else ""
    if not command:
        _refuse_misspelt(simple)
    try:
        words = _parser(command).read(args[1:] if command else args)
    except SystemExit:  # only --help and --version exit; see `Parser.error`
        return None
    from reader.cli.requests import Annotate, Check, Forget, Keys, Schema, Show

    match command:
        case "show":
            return Show(words.source, words.form, words.format, words.whole_page)
        case "annotate":
            return Annotate(words.source, words.json, words.explain, words.format, words.whole_page)
        case "import":
            return _import(words)
        case "export":
            from reader.cli.export_highlights import Export

            return Export(
                tuple(words.sources), words.all, words.format, words.output, words.quotes, words.force
            )
        case "search" | "said" | "who" | "index":
            return _about_the_library(command, words)
        case "check":
            return Check(tuple(words.files))
        case "schema":
            return Schema()
        case "keys":
            return Keys()
        case "forget":
            if bool(words.sources) + words.all + words.answers != 1:
                from reader.errors import UsageError

                raise UsageError("forget needs sources, --answers, or --all for everything")
            return Forget(tuple(words.sources), words.all, words.answers)
    if words.resume and words.source is not None:
        from reader.errors import UsageError

        raise UsageError("-c opens the article that was read last; leave out the source")
    return Open(
        words.source,
        words.zen,
        words.theme,
        words.measure,
        words.format,
        words.whole_page,
        words.resume,
        words.original,
    )


def _refuse_misspelt(words: list[str]) -> None:
    """Raise UsageError when the first of several arguments is a misspelt command.

    An argument that is the name of a file is a source, however similar it is to a command.
    """
    import os
    from difflib import get_close_matches

    near = get_close_matches(words[0], _TITLES, 1)
    if near and len(words) > 1 and not os.path.lexists(words[0]):
        from reader.errors import UsageError
        from reader.text.clean import clean_line

        raise UsageError(
            f"unknown command {clean_line(words[0])} (did you mean {near[0]}?); see reader --help"
        )


def _import(words: Namespace) -> Import | ImportHighlights:
    from reader.cli.import_sources import Options
    from reader.cli.requests import Import
    from reader.errors import UsageError

    if words.highlights is not None:
        if words.output is not None or words.redetect or words.format or words.whole_page:
            raise UsageError("--highlights adds to article files; it takes --force and no other option")
        from reader.cli.import_highlights import ImportHighlights

        return ImportHighlights(words.highlights, tuple(words.sources), words.force)
    if not words.sources:
        raise UsageError("the following arguments are required: SOURCE; see reader import --help")
    options = Options(words.output, words.force, words.redetect, words.format, words.whole_page)
    return Import(tuple(words.sources), options)


def _about_the_library(command: str, words: Namespace) -> Request:
    """The request of a command about all articles."""
    match command:
        case "search":
            from reader.cli.search_library import Search

            return Search(" ".join(words.query), words.form, words.limit)
        case "said":
            from reader.cli.said import Said

            days = words.since, words.until
            name = " ".join(words.name)
            return Said(name, words.about, *days, words.beside, words.kind, words.format, words.newest)
        case "who":
            from reader.cli.said import Who

            return Who(" ".join(words.words), words.json, words.limit)
    from reader.cli.index_library import Index

    return Index(words.rebuild)


def _is_source(word: str) -> bool:
    return word == "-" or (word not in _TITLES and not word.startswith("-"))


def _parser(command: str) -> Parser:
    """The parser of one subcommand, or of `reader SOURCE` for ""."""
    from reader.cli import parser as options

    adding: dict[str, Callable[[Parser], None]] = {
        "": options.add_open_options,
        "show": options.add_show_options,
        "annotate": options.add_annotate_options,
        "import": options.add_import_options,
        "export": options.add_export_options,
        "search": options.add_search_options,
        "said": options.add_said_options,
        "who": options.add_who_options,
        "index": options.add_index_options,
        "check": options.add_check_options,
        "forget": options.add_forget_options,
    }
    parser = options.Parser(
        prog=f"reader {command}".rstrip(),
        description=_TITLES.get(command, _SUMMARY),
        epilog=_EXAMPLES[command],
    )
    if command in adding:
        adding[command](parser)
    parser.add_argument("--debug", action="store_true", help="show the traceback when an error occurs")
    return parser
