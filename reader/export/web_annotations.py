"""Highlights as Web Annotations: https://www.w3.org/TR/annotation-model/, as JSON-LD.

The target of an annotation is the address of the article, or its file if it has no address. A text quote
selector has the exact words and the words around them. A text position counts in the text of the article with
its paragraphs joined by blank lines, not in the page at the address, which has other text around the article.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import accumulate

from reader.export.highlights import Exported
from reader.model import Highlight, HighlightColor, Quote, Span
from reader.reading.highlighting import in_reading_order
from reader.sources.ref import highlight_fragment, quote_fragment
from reader.text.anchors import CONTEXT
from reader.text.highlight_places import BETWEEN

CONTEXT_OF_MODEL = "http://www.w3.org/ns/anno.jsonld"

Values = dict[str, object]


def as_web_annotations(articles: Sequence[Exported]) -> str:
    """The highlights and quotes of all articles as one AnnotationCollection with one page."""
    items: list[Values] = []
    for article in articles:
        writer = _Article(article)
        items += [writer.highlight(one) for one in in_reading_order(article.document)]
        items += map(writer.quote, article.quotes)
    name = "".join(str(item["id"]) for item in items)
    collection = uuid.uuid5(uuid.NAMESPACE_URL, name).urn
    page = uuid.uuid5(uuid.NAMESPACE_URL, f"page {name}").urn
    label = articles[0].document.title if len(articles) == 1 else f"{len(articles)} articles"
    values: Values = {
        "@context": CONTEXT_OF_MODEL,
        "id": collection,
        "type": "AnnotationCollection",
        "label": f"Highlights of {label}",
        "total": len(items),
        "first": {
            "id": page,
            "type": "AnnotationPage",
            "partOf": collection,
            "startIndex": 0,
            "items": items,
        },
        "last": page,
    }
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


class _Article:
    """Makes the annotations of one article."""

    def __init__(self, article: Exported) -> None:
        self._article = article
        self._texts = [block.text for block in article.document.blocks]
        self._starts = [0, *accumulate(len(text) + len(BETWEEN) for text in self._texts)]
        self._source = _iri(article)

    def highlight(self, highlight: Highlight) -> Values:
        """The annotation of a highlight or of a note on the whole article."""
        bodies: list[Values] = []
        if highlight.note:
            bodies.append(_body(highlight.note, "commenting"))
        bodies += [_body(tag, "tagging") for tag in highlight.tags]
        values = self._annotation(
            highlight_fragment(highlight.id), "commenting" if highlight.note else "highlighting", bodies
        )
        if created := _moment(highlight.made):
            values["created"] = created
        if not highlight.text:
            values["target"] = self._source
            return values
        around = (highlight.at.before, highlight.at.after)
        values["target"] = {
            **self._target(highlight.text, highlight.pieces, around, highlight.status.sure),
            "styleClass": highlight.color.value,
        }
        values["stylesheet"] = {"type": "CssStylesheet", "value": _STYLES}
        return values

    def quote(self, quote: Quote) -> Values:
        """The annotation that says whose words a quote is."""
        fragment = quote_fragment(self._article.key(quote))
        bodies = [_body(quote.speaker, "identifying")] if quote.speaker else []
        values = self._annotation(fragment, "identifying", [*bodies, _body("quote", "tagging")])
        text = BETWEEN.join(self._words(piece) for piece in quote.pieces) or quote.text
        values["target"] = self._target(text, quote.pieces, ("", ""), sure=True)
        return values

    def _annotation(self, fragment: str, motivation: str, bodies: list[Values]) -> Values:
        values: Values = {
            "@context": CONTEXT_OF_MODEL,
            "id": self._source.partition("#")[0] + fragment,
            "type": "Annotation",
            "motivation": motivation,
        }
        if bodies:
            values["body"] = bodies
        return values

    def _target(self, exact: str, pieces: Sequence[Span], around: tuple[str, str], sure: bool) -> Values:
        before, after = around
        if pieces:
            first, last = pieces[0], pieces[-1]
            before = self._texts[first.block][max(0, first.start - CONTEXT) : first.start]
            after = self._texts[last.block][last.end : last.end + CONTEXT]
        selectors: list[Values] = [
            {"type": "TextQuoteSelector", "exact": exact, "prefix": before, "suffix": after}
        ]
        if pieces and sure:
            start = self._starts[pieces[0].block] + pieces[0].start
            end = self._starts[pieces[-1].block] + pieces[-1].end
            if end - start == len(exact):  # otherwise other words lie between the pieces
                selectors.append({"type": "TextPositionSelector", "start": start, "end": end})
        return {"source": self._source, "selector": selectors}

    def _words(self, span: Span) -> str:
        return self._texts[span.block][span.start : span.end]


def _iri(article: Exported) -> str:
    """The identifier of an article: its address, or its file, or an identifier made from its text."""
    url = article.url or ("" if article.path is None else article.path.as_uri())
    if not url:
        text = "\0".join((article.document.title, *(block.text for block in article.document.blocks)))
        return uuid.uuid5(uuid.NAMESPACE_URL, text).urn
    return re.sub(r'[\x00-\x20<>"{}|\\^`]', lambda found: f"%{ord(found[0]):02X}", url)


def _body(text: str, purpose: str) -> Values:
    return {"type": "TextualBody", "value": text, "format": "text/plain", "purpose": purpose}


def _moment(made: str) -> str:
    """A time in UTC in the form that the annotation model requires; empty if its time zone is not known."""
    try:
        moment = datetime.fromisoformat(made)
    except ValueError:
        return ""
    return "" if moment.tzinfo is None else f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


_STYLES = " ".join(f".{color} {{ background: {color} }}" for color in HighlightColor)
