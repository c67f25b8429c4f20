"""The verb with which somebody says a quote, and what kind of statement the verb makes of it.

Owns the kinds, and the rule for which verb belongs to a quote: the first verb of speech after the quote in
its sentence, otherwise the last one before it. Words inside other quotes are not looked at. The kinds are
written by hand for this project.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from reader.annotate.lexicon.speech_cues import BROAD_CUE_VERBS, CUE_VERBS
from reader.text.patterns import compiled

SAID = "said"
"""The kind of a statement whose verb says nothing more, and of one without a verb."""

_KINDS = {
    "claimed": "claim allege assert maintain contend insist boast brag purport argue profess",
    "denied": "deny refute rebuff reject dismiss disavow",
    "asked": "ask inquire question wonder query quiz",
    "promised": "promise vow pledge swear",
    "warned": "warn caution threaten fear admonish",
    "admitted": "admit concede acknowledge confess",
    "demanded": "demand urge order plead beg implore exhort appeal instruct call_for",
    "predicted": "predict expect forecast estimate reckon envision speculate",
    "criticized": """accuse attack bash bemoan berate blame blast castigate chide condemn criticize criticise
    decry denounce deride lambaste mock rail rebuke ridicule scold slam vilify lament complain oppose""",
    "praised": "praise applaud celebrate commend congratulate hail laud salute welcome endorse",
    "described": "call describe label dub brand characterize characterise liken compare name portray deem",
    "wrote": "write tweet retweet post blog email text caption",
    "thought": "think believe feel hope consider know find judge",
}
KINDS = (SAID, *_KINDS)
"""The kinds of statements."""

_KIND_OF = {verb: kind for kind, verbs in _KINDS.items() for verb in verbs.split()}
_IRREGULAR = {
    "swore": "swear", "sworn": "swear", "wrote": "write", "written": "write", "thought": "think",
    "felt": "feel",
    "knew": "know", "known": "know", "found": "find", "began": "begin", "begged": "beg", "bragged": "brag",
    "slammed": "slam", "dubbed": "dub", "rebutted": "rebut", "forecast": "forecast", "quizzed": "quiz",
    "admitted": "admit", "blogged": "blog", "chid": "chide",
}  # fmt: skip
_REACH = 140
"""Code points on each side of a quote in which its verb is looked for."""

_WORDS = r"[^\W\d_]+(?:[’'-][^\W\d_]+)*"
_SENTENCE_END = r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.!?…](?=\s)|\n"
_MARKS = '[“”„«»"「」『』]'


class SpeechVerb(NamedTuple):
    """The verb as the text has it, in lower case and empty if there is none, and the kind of the
    statement.
    """

    word: str
    kind: str


NO_VERB = SpeechVerb("", SAID)


def speech_verb(paragraph: str, start: int, end: int) -> SpeechVerb:
    """The verb of the quote at `paragraph[start:end]`, which is given without its quotation marks.

    Looks at a bounded number of code points.
    """
    after = paragraph[end : end + _REACH]
    before = paragraph[max(0, start - _REACH) : start]
    is_open = after[:1] in "“”„«»\"'‘’」』" if after else True
    after = compiled(_MARKS).split(after[1:] if is_open else after, maxsplit=1)[0]
    stop = compiled(_SENTENCE_END).search(after)
    # A quote that ends its sentence itself, “… here.” The mayor left: the verb after it is of another
    # sentence.
    ended = paragraph[end - 1 : end] == "." and after.lstrip()[:1].isupper()
    found = "" if ended else _first(after if stop is None else after[: stop.start()])
    if not found:
        opening = before.rstrip("“„«\"'‘「『\u00a0\u202f")
        inner = compiled(_MARKS).split(opening)[-1]
        found = _last(compiled(_SENTENCE_END).split(inner)[-1])
    return SpeechVerb(found, kind_of(found)) if found else NO_VERB


@lru_cache(maxsize=4096)
def kind_of(verb: str) -> str:
    """The kind of a form of a verb of speech, such as "denied" for "denies"."""
    for base in _bases(verb):
        if base in _KIND_OF:
            return _KIND_OF[base]
    return SAID


def _bases(verb: str) -> tuple[str, ...]:
    if verb in _IRREGULAR:
        return (_IRREGULAR[verb],)
    out = [verb]
    if verb.endswith(("ies", "ied")):
        out.append(verb[:-3] + "y")
    for ending in ("s", "es", "d", "ed", "ing"):
        if verb.endswith(ending):
            out += [verb[: -len(ending)], verb[: -len(ending)] + "e"]
    return tuple(out)


def _first(text: str) -> str:
    words = compiled(_WORDS).findall(text.lower())
    return next((word for word in words if word in CUE_VERBS), "") or next(
        (word for word in words if word in BROAD_CUE_VERBS), ""
    )


def _last(text: str) -> str:
    words = compiled(_WORDS).findall(text.lower())[::-1]
    return next((word for word in words if word in CUE_VERBS or word in BROAD_CUE_VERBS), "")
