"""What is remembered of an article between two runs: how it was shown, its marks and its jump list.

Owns the form in which the store keeps it. Values of another form, as a later or broken store may hold them,
are as good as nothing remembered.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from reader.model import ArticleId, Highlight, Place, Span
from reader.reading.jumps import Jumps, Window
from reader.reading.moved_places import MovedPlaces
from reader.reading.session import ReadingSession
from reader.reading.view_state import PanelState, ViewState
from reader.text.clean import clean_line

ALWAYS_SAVE = "always_save"
"""The setting that saves articles to the library without asking."""

ANSWERS = (ALWAYS_SAVE,)
"""The settings that hold the user's answers for all articles."""


class Remembered(NamedTuple):
    """An article as it was left."""

    view: ViewState
    marks: Mapping[str, Window]
    jumps: Jumps

    def in_session(
        self, session: ReadingSession, places: MovedPlaces
    ) -> tuple[ReadingSession, ViewState, tuple[str, ...]]:
        """The session with the marks and jumps, how to show it, and the letters of the marks that are lost.

        `places` leads from the text as it was last seen to the text of the session.
        """
        lost = tuple(letter for letter, window in self.marks.items() if not places.is_kept(window.place))
        marks = {
            letter: window.moved(places.to) for letter, window in self.marks.items() if letter not in lost
        }
        session = session.with_memory(marks, self.jumps.moved(places.to))
        return session, self.view._replace(window=self.view.window.moved(places.to)), lost


DRAFT = "note_draft:"
"""What the setting for a note that was not saved begins with."""


def draft_name(article: str, target: str) -> str:
    """The setting for an unsaved note. `article` is a path, an address or a title."""
    return f"{DRAFT}{clean_line(article)}\n{target}"


NO_MARKS: Mapping[str, object] = MappingProxyType({})


class Kept(NamedTuple):
    """An article as it is left now, for the store.

    `view` is what `to_json` makes. `texts` has the text of each block. `share` is the part of the text that
    was read, from 0 to 1. `copy` is the path of the article in the library, or empty. `journal` and
    `highlights` (see `places_to_json`) are None if they have not changed since they were kept last. `seconds`
    is the time spent reading since then. `marks_before` are the marks as they were kept last, for `merged`.
    """

    id: ArticleId
    title: str
    view: Mapping[str, object]
    texts: Sequence[str]
    share: float
    copy: str = ""
    journal: str | None = None
    highlights: str | None = None
    marks_before: Mapping[str, object] = NO_MARKS
    seconds: float = 0.0


def to_json(session: ReadingSession, view: ViewState) -> dict[str, object]:
    """The article as it is left now, as JSON values."""
    return {
        "window": view.window,
        "measure": view.measure,
        "zen": view.zen,
        "widths": sorted(view.widths),
        "panels": {name: [sorted(panel.classes), panel.cursor] for name, panel in view.panels.items()},
        "speaker": view.speaker,
        "focus": view.focus,
        "marks": session.marks,
        "jumps": [session.jumps.windows, session.jumps.at],
    }


def from_json(value: Mapping[str, Any]) -> Remembered | None:
    """What `to_json` made JSON values of; None if the values have another form."""
    try:
        return Remembered(
            ViewState(
                _window(value["window"]),
                _number(value["measure"], 1),
                bool(value["zen"]),
                frozenset(map(str, value["widths"])),
                {
                    str(name): PanelState(frozenset(map(str, classes)), _number(cursor))
                    for name, (classes, cursor) in value["panels"].items()
                },
                None if value["speaker"] is None else str(value["speaker"]),
                str(value["focus"]),
            ),
            {str(letter): _window(window) for letter, window in value["marks"].items()},
            _jumps(*value["jumps"]),
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def certain_places(highlights: Iterable[Highlight]) -> Mapping[str, Sequence[Span]]:
    """The places of the highlights that are certain, by `Highlight.place_key`."""
    return {one.place_key: one.pieces for one in highlights if one.pieces and one.status.sure}


def merged(kept: Kept, stored: Mapping[str, object]) -> Mapping[str, object]:
    """The view to keep, with the marks that another window has written to the `stored` view meanwhile."""
    marks, theirs = kept.view.get("marks"), stored.get("marks")
    if not (isinstance(marks, Mapping) and isinstance(theirs, Mapping)):
        return kept.view
    out = dict(theirs)
    for letter in {*marks, *kept.marks_before}:
        if marks.get(letter) != kept.marks_before.get(letter):
            out.pop(letter, None)  # the newest mark comes last
            if letter in marks:
                out[letter] = marks[letter]
    return {**kept.view, "marks": out}


def places_to_json(places: Mapping[str, Sequence[Span]]) -> str:
    """The places of highlights as JSON."""
    import json  # most articles have no highlights

    return json.dumps(
        {key: [[span.block, span.start, span.end] for span in spans] for key, spans in places.items()}
    )


def places_from_json(text: str) -> Mapping[str, Sequence[Span]]:
    """The places that `places_to_json` wrote; empty for a text of another form."""
    if not text:
        return {}
    import json

    try:
        return {
            str(key): tuple(Span(*map(_number, span)) for span in spans)
            for key, spans in json.loads(text).items()
        }
    except (AttributeError, TypeError, ValueError):
        return {}


def _window(value: Any) -> Window:
    anchor, lead, place = value
    return Window(_place(*anchor), _number(lead), _place(*place))


def _place(block: object, offset: object) -> Place:
    return Place(_number(block, -1_000), _number(offset))  # the headline has negative blocks


def _jumps(windows: Any, at: object) -> Jumps:
    known = tuple(_window(window) for window in windows)
    return Jumps(known, min(_number(at), len(known)))


def _number(value: object, least: int = 0) -> int:
    if not isinstance(value, int) or value < least:
        raise ValueError(value)
    return value
