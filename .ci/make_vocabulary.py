"""Make `reader/annotate/lexicon/lists/vocabulary.txt` from Debian's small American word list.

    python .ci/make_vocabulary.py /usr/share/dict/american-english-small > vocabulary.txt

Keeps the lower-case words without an apostrophe. Of regular forms it keeps the base form only, which is
what `reader.annotate.lexicon.word_lists.is_dictionary_word` looks up. The license of the word list is in
`vocabulary.notice.txt` beside it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from reader.annotate.lexicon.word_lists import base_forms

HEAD = "# Lower-case English words, without regular forms. From SCOWL; see vocabulary.notice.txt.\n"


def main(source: str) -> None:
    """Print the list. The same `source` gives the same bytes."""
    lines = Path(source).read_text(encoding="utf-8").splitlines()
    words = {word for word in lines if word.isascii() and word.isalpha() and word.islower() and len(word) > 1}
    kept: set[str] = set()
    for word in sorted(words, key=lambda word: (len(word), word)):
        if not any(base in kept for base in base_forms(word)):
            kept.add(word)
    sys.stdout.write(HEAD + "|".join(sorted(kept)) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
