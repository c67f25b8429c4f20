"""The markup that nearly every paragraph of Markdown makes do with, read in one pass.

Owns which paragraphs can mean only one thing: emphasis, strong, code and links whose signs stand where
no rule of CommonMark leaves a choice, and nothing inside each other. All others are the parser's, which
takes three times as long for the same words.
"""

from __future__ import annotations

import re
from functools import cache

from reader.model import InlineKind
from reader.sources.inline_runs import Run

_PLAIN, _IMAGE, _LINK, _STRONG_LINK = "plain", "image", "link", "strong_link"
_KINDS = {
    "strong": InlineKind.STRONG,
    "stressed": InlineKind.EMPHASIS,
    "slanted": InlineKind.EMPHASIS,
    "code": InlineKind.CODE,
}


@cache
def _piece() -> re.Pattern[str]:
    # What is a blank to `\s` and none to CommonMark is the parser's.
    plain = r"[^\\`*_\[\]<&~!\n\x1c-\x1f\x85\u2028\u2029]"
    # Words with a letter at both ends, and no letter outside, open and close emphasis whatever follows.
    letter = r"[^\W_]"
    inside = rf"{letter}(?:{plain}*{letter})?"
    to = r"\([^\s()<>\[\]*_`\\&\"']+\)"
    return re.compile(
        rf"(?P<plain>{plain}+|!(?!\[)|(?<={letter})_(?={letter})|\[ \](?= ))"
        rf"|(?<![\w*])\*\*(?P<strong>{inside})\*\*(?![\w*])"
        rf"|(?<![\w*])\*(?P<stressed>{inside})\*(?![\w*])"
        rf"|(?<![^\s(])_(?P<slanted>{inside})_(?![^\s.,:;)])"
        r"|(?<!`)`(?P<code>[^`\s](?:[^`\n]*[^`\s])?)`(?!`)"
        rf"|\[(?P<link>{plain}+)\]{to}"
        rf"|!\[(?P<image>{plain}+)\]{to}"
        rf"|(?<![^\s(])\*\*\[(?P<strong_link>{plain}+)\]{to}\*\*(?![^\s.,:;)])"
    )


def simple_run(source: str) -> Run | None:
    """The words of a paragraph on one line and their markup; None where it is not so simple. Linear."""
    match = _piece().match
    run = Run()
    at, end = 0, len(source)
    while at < end:
        found = match(source, at)
        if found is None:
            return None
        group = found.lastgroup or _PLAIN
        words = found[group]
        at = found.end()
        if group == _PLAIN:
            run.text(words)
        elif group in _KINDS:
            run.marked(words, _KINDS[group])
        elif group == _IMAGE:
            run.picture(words.strip(), found[0][len(words) + 4 : -1])
        elif group == _LINK:
            run.marked(words, InlineKind.LINK, found[0][len(words) + 3 : -1])
        else:
            run.begin(_STRONG_LINK, InlineKind.STRONG)
            run.marked(words, InlineKind.LINK, found[0][len(words) + 5 : -3])
            run.end(_STRONG_LINK)
    return run
