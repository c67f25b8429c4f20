"""Build the `Document` from the checked file: metadata, blocks, quotes, entities and highlights."""

from __future__ import annotations

from datetime import datetime

from reader.model import Document, Entity, Highlight, Quote, Source
from reader.sources.faults import Faults, short
from reader.sources.yaml.build_blocks import build_blocks
from reader.sources.yaml.record import Record
from reader.sources.yaml.schema import FORMAT, SourceEntry, rules


def build(record: Record, faults: Faults) -> Document | None:
    """The document of an article file; None if `faults` has an error."""
    record.warn_unknown()
    _check_format(record, faults)
    for key in record.missing:
        faults.error(record.place(key), f"no {key}; an article has title: and paragraphs:")
    markup = record.choice("markup", "plain")
    source = _source(record, faults)
    published = _published(record, faults)
    language = record.matching("language", "is no language code; expected one such as en or pt-BR")
    blocks, ids = build_blocks(record, markup == "markdown", faults)
    if not blocks and not faults.errors:
        faults.error(record.place("paragraphs"), "no paragraph holds any words")
    quotes: tuple[Quote, ...] = ()
    entities: tuple[Entity, ...] = ()
    if blocks and (record.items("quotes").items or record.items("entities").items):
        # Imported here because the search in folded text takes half of the import time.
        from reader.sources.yaml.build_annotations import Marks

        marks = Marks(blocks, ids, faults)
        quotes, entities = marks.quotes(record), marks.entities(record)
    highlights: tuple[Highlight, ...] = ()
    if blocks and record.items("highlights").items:
        from reader.sources.yaml.build_highlights import build_highlights

        highlights = build_highlights(record, blocks, faults)
    if faults.errors:
        return None
    return Document(
        title=record.line("title"),
        blocks=blocks,
        kicker=record.line("kicker"),
        standfirst=record.passage("standfirst"),
        authors=tuple(name for name, _ in record.lines("authors")),
        source=source,
        published=published,
        language=language,
        markup=markup,
        note=record.passage("note"),
        quotes=quotes,
        entities=entities,
        quotes_given="quotes" in record,
        entities_given="entities" in record,
        highlights=highlights,
        extras=record.extras,
    )


def _check_format(record: Record, faults: Faults) -> None:
    version = record.line("format")
    if version and version != str(FORMAT):
        fault = f"format {short(version)} is not supported; this reader reads format {FORMAT}"
        faults.error(record.place("format"), fault)


def _source(record: Record, faults: Faults) -> Source:
    """The source. The file has a name and a url, or one text that is either of them."""
    node = record.map("source")
    if node is None:
        text = record.line("source")
        return Source(url=text) if rules(SourceEntry)["url"].takes(text) else Source(name=text)
    entry = Record(node, SourceEntry, faults)
    entry.warn_unknown()
    url = entry.matching("url", "is left out; expected http://… or https://…")
    return Source(entry.line("name"), url)


def _published(record: Record, faults: Faults) -> str:
    fault = "is no date; expected one such as 2015-05-28 or 2015-05-28T14:30"
    text = record.matching("published", fault)
    try:
        if text:
            datetime.fromisoformat(text)
    except ValueError:
        faults.warning(record.place("published"), f"published {short(text)} {fault}")
        return ""
    return text
