"""Find the masthead of a newspaper above the headline of a plain text.

Owns the rule: the first line is the name of a paper, the second a headline, and text follows. The list of
words in the names of papers was written for this project.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.sources.plain.lines import Chunk

_MAX_WORDS = 6
_MIN_HEADLINE_WORDS = 3
_MAX_HEADLINE = 200
"""The most characters of a headline."""
_PAPER = re.compile(
    r"""\b(?:Advertiser|Advocate|Age|Argus|Beacon|Bee|Bulletin|Chronicle|Citizen|Courant|Courier|Daily|Dispatch
    |Echo|Economist|Enquirer|Examiner|Express|Gazette|Globe|Guardian|Herald|Independent|Inquirer|Journal|Ledger
    |Magazine|Mail|Mercury|Messenger|Mirror|Monitor|News|Newspaper|Observer|Press|Post|Recorder|Register|Reporter
    |Review|Sentinel|Spectator|Standard|Star|Sun|Telegram|Telegraph|Times|Tribune|Weekly|Reuters|Bloomberg
    |Zeitung|Anzeiger|Spiegel|Nachrichten|Rundschau|Monde|Figaro|Gaceta|Diario|País|Mundo|Corriere|Repubblica
    |Stampa|Folha|Estado|Volkskrant|Telegraaf)\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_SMALL_WORDS = frozenset(("and", "of", "the", "for", "de", "la", "le", "del", "della", "&", "-"))


class Masthead(NamedTuple):
    """The name of the paper, the headline, and the text below them."""

    paper: str
    headline: str
    chunks: tuple[Chunk, ...]


def masthead_of(chunks: Sequence[Chunk]) -> Masthead | None:
    """The masthead at the beginning of a text, or None."""
    lines = [line for chunk in chunks[:3] for line in chunk.lines[:4]][:3]
    if len(lines) < 3 or not _is_paper(lines[0].text) or not _is_headline(lines[1].text):
        return None
    rest = list(chunks)
    for _ in range(2):
        left = rest[0].lines[1:]
        rest[:1] = [rest[0]._replace(lines=left)] if left else []
    return Masthead(lines[0].text.strip(), lines[1].text.strip(), tuple(rest))


def _is_paper(line: str) -> bool:
    """Whether a line may be the name of a newspaper: `The Tarvo Herald`."""
    words = line.split()
    if not 1 < len(words) <= _MAX_WORDS or not _PAPER.search(line.strip()):
        return False
    return all(word[0].isupper() or word in _SMALL_WORDS for word in words)


def _is_headline(line: str) -> bool:
    """Whether a line may be a headline: several words, no full stop."""
    line = line.strip()
    return (
        len(line.split()) >= _MIN_HEADLINE_WORDS
        and len(line) <= _MAX_HEADLINE
        and line[-1] not in ".,;:"
        and not line[0].islower()
        and not _is_paper(line)
    )
