"""The record as text, JSON lines, CSV and Markdown: statements with who said them, when and where."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence

from reader.export.json_shape import range_values
from reader.export.markdown_escape import code, escaped
from reader.export.open_command import open_command
from reader.library.record import Profile, Stated
from reader.text.clean import clean_line
from reader.text.headline import SEPARATOR, display_date

COLUMNS = (
    *("file", "title", "published", "paragraph", "start", "end", "text"),
    *("speaker", "verb", "kind", "confirmed"),
)


def piece_values(one: Stated) -> Iterator[dict[str, object]]:
    """A statement as values for JSON, one object for each piece.

    `paragraph` counts from 0, and `start` and `end` are a half-open range of code points. `kind` is said,
    claimed, denied or the like. `confirmed` is true if the register of people confirms who said it.
    """
    for index, text in enumerate(one.texts):
        span = one.pieces[index] if one.pieces else None
        yield {
            "file": str(one.path).encode("utf-8", "replace").decode("utf-8"),
            "title": one.title,
            "published": one.published or None,
            **range_values(None if span is None else (span.block, span.start, span.end)),
            "text": text,
            "speaker": one.speaker,
            "verb": one.verb or None,
            "kind": one.kind,
            "confirmed": one.confirmed,
        }


def json_lines(said: Iterable[Stated]) -> Iterator[str]:
    """A line of JSON for each piece of each statement."""
    return (json.dumps(values, ensure_ascii=False) for one in said for values in piece_values(one))


def csv_text(said: Iterable[Stated]) -> str:
    """The statements as CSV (RFC 4180), a row for each piece. Texts are exact."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for one in said:
        writer.writerows(piece_values(one))
    return out.getvalue()


def text_lines(said: Iterable[Stated], names: int) -> Iterator[str]:
    """The statements as text. The speaker is shown if there are several, which `names` counts."""
    for number, one in enumerate(said):
        if number:
            yield ""
        verb = f"{one.speaker} {one.verb or one.kind}" if names > 1 else one.verb or one.kind
        yield SEPARATOR.join(filter(None, (_day(one), verb, "" if one.confirmed else "found")))
        yield f"  “{_words(one)}”"
        yield f"  {SEPARATOR.join(filter(None, (one.title, one.source, _place(one))))}"
        yield f"  {open_command(one.path, one.key) or clean_line(str(one.path))}"


def markdown(said: Sequence[Stated], title: str) -> str:
    """The statements as Markdown, with a heading for each day."""
    parts = [f"# {escaped(title)}"]
    before = None
    for one in said:
        if one.day != before:
            parts.append(f"## {escaped(_day(one))}")
            before = one.day
        parts.append(f"> {escaped(_words(one))}")
        about = (f"{one.speaker}, {one.verb or one.kind}", one.title, one.source, _place(one))
        parts.append("— " + ", ".join(escaped(part) for part in about if part))
        if command := open_command(one.path, one.key):
            parts.append(code(command))
    return "\n\n".join(parts) + "\n"


def profile_lines(profiles: Iterable[Profile]) -> Iterator[str]:
    """Each person with articles, statements, first and last day and description."""
    for person, first, last in profiles:
        articles = f"{person.n_articles} article{'' if person.n_articles == 1 else 's'}"
        if person.n_confirmed:
            articles += f" ({person.n_confirmed} confirmed)"
        said = f"{person.n_statements} statement{'' if person.n_statements == 1 else 's'}"
        days = display_date(first) if first == last else f"{display_date(first)} to {display_date(last)}"
        yield SEPARATOR.join(filter(None, (person.name, articles, said, days, person.about)))


def profile_values(profile: Profile) -> dict[str, object]:
    """A person as values for JSON. `confirmed` is the number of articles that the register confirms."""
    person, first, last = profile
    names = [name for bearer in person.bearers for name in (bearer.name, *bearer.aliases)]
    return {
        "name": person.name,
        "type": person.type.value,
        "names": list(dict.fromkeys(names)),
        "articles": person.n_articles,
        "confirmed": person.n_confirmed,
        "statements": person.n_statements,
        "first": first or None,
        "last": last or None,
        "about": person.about or None,
    }


def _words(one: Stated) -> str:
    return clean_line(" … ".join(one.texts))


def _day(one: Stated) -> str:
    return display_date(one.day) if one.day else "no date"


def _place(one: Stated) -> str:
    return f"¶ {one.number}" if one.number else ""
