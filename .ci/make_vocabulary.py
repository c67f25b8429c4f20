"""Make `reader/annotate/lists/vocabulary.txt` from Debian's small American word list.

    python .ci/make_vocabulary.py /usr/share/dict/american-english-small > vocabulary.txt

Keeps the lower-case words without an apostrophe, and of regular forms the base only:
`reader.annotate.lexicon.lists.is_common` takes a word for known when one of `bases` of it is listed. The
notice of the word list stands beside it in `vocabulary.notice.txt` and is not made here.
"""

from __future__ import annotations

import sys
from pathlib import Path

from reader.annotate.lexicon.lists import bases

HEAD = "# Lower-case English words, without regular forms. From SCOWL; see vocabulary.notice.txt.\n"


def main(source: str) -> None:
    """Print the list; the same bytes for the same `source`."""
    lines = Path(source).read_text(encoding="utf-8").splitlines()
    words = {word for word in lines if word.isascii() and word.isalpha() and word.islower() and len(word) > 1}
    kept: set[str] = set()
    for word in sorted(words, key=lambda word: (len(word), word)):
        if not any(base in kept for base in bases(word)):
            kept.add(word)
    sys.stdout.write(HEAD + "|".join(sorted(kept)) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
