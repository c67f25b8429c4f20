"""Detect quotes and entities batch by batch, so that a long text shows results early.

Owns the order of the work. Names are collected from each batch. Whenever the text read has doubled, the names
are clustered into entities and the quotes of the new batches are attributed to the people known so far.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from reader.annotate.batches import paragraph_batches
from reader.annotate.code_spans import blank_code
from reader.annotate.languages.finders import name_finder, quote_finder
from reader.annotate.languages.identification import identify
from reader.annotate.long_paragraphs import CutParagraphs, has_long
from reader.annotate.markup import NO_MARKUP, Markup
from reader.annotate.quotes.finder import join_pieces
from reader.annotate.results import Detected, FoundEntity, FoundQuote, do_nothing
from reader.model import Entity, EntityType

ENTITY_SHARE = 0.65
"""Share of the time that entities take; quotes take the rest."""
LAST_UPDATE = 0.75
"""Share of the text after which the next results are the final ones."""
_THINGS = (EntityType.ORGANIZATION, EntityType.PLACE, EntityType.GROUP, EntityType.EVENT, EntityType.WORK)


def detect_in_steps(
    texts: Sequence[str],
    title: str = "",
    known_entities: Sequence[Entity] | None = None,
    markup: Markup = NO_MARKUP,
    *,
    language: str = "",
    with_quotes: bool = True,
    explain: bool = False,
    check: Callable[[], None] = do_nothing,
) -> Iterator[tuple[float, Detected | None]]:
    """Yield the share of the work done, 0 to 1, with the results so far, or None if there are no new ones.

    Given `known_entities`, detect no others. Without `with_quotes`, detect no quotes. `markup` is what the
    source says about the paragraphs, `language` the code that it states. With `explain`, quotes have the
    votes of all rules. The last step has all results. `check` is called often between the steps; an exception
    that it raises stops the work.
    """
    language = identify(texts, language)
    prose = [blank_code(text, markup.code.get(number, ())) for number, text in enumerate(texts)]
    if not has_long(texts):
        for done, detected in _detect(
            prose,
            title,
            known_entities,
            markup,
            language,
            with_quotes=with_quotes,
            explain=explain,
            check=check,
        ):
            yield done, detected and _with_code(detected, texts)
        return
    cut = CutParagraphs(prose)
    for done, detected in _detect(
        cut.texts,
        title,
        known_entities,
        cut.markup(markup),
        language,
        with_quotes=with_quotes,
        explain=explain,
        check=check,
    ):
        yield done, detected and _with_code(_in_whole_paragraphs(detected, cut), texts)


def _detect(
    prose: Sequence[str],
    title: str,
    known_entities: Sequence[Entity] | None,
    markup: Markup,
    language: str,
    *,
    with_quotes: bool,
    explain: bool,
    check: Callable[[], None],
) -> Iterator[tuple[float, Detected | None]]:
    """Do what `detect_in_steps` does, for texts with blanked code and without long paragraphs."""
    names = name_finder(language, title, markup)
    headings = frozenset(markup.headings)
    quotable = ["" if number in headings else text for number, text in enumerate(prose)]
    check()
    speech = quote_finder(language, quotable, markup, explain=explain) if with_quotes else None
    quotes: list[FoundQuote] = []
    batches = paragraph_batches(prose)
    done = 0  # batches whose quotes are found
    for number, (first, stop) in enumerate(batches, 1):
        if known_entities is None:
            names.read(prose[first:stop], check)
        yield (ENTITY_SHARE * number + (1 - ENTITY_SHARE) * done) / len(batches), None
        if number < len(batches) and not 2 * done <= number <= LAST_UPDATE * len(batches):
            continue
        entities = names.found(check)
        known = entities if known_entities is None else known_entities
        people = [entity.name for entity in known if entity.type is EntityType.PERSON]
        things = [entity.name for entity in known if entity.type in _THINGS]
        for batch in batches[done:number]:
            if speech is not None:
                quotes += speech.found(*batch, people, things, check)
                if known_entities is not None:
                    quotes = [quote._replace(speaker=quote.person or quote.speaker) for quote in quotes]
                yield (ENTITY_SHARE * number + (1 - ENTITY_SHARE) * done) / len(batches), None
            done += 1
        yield (
            (ENTITY_SHARE * number + (1 - ENTITY_SHARE) * done) / len(batches),
            Detected(tuple(quotes), _with_speakers_as_aliases(entities, quotes)),
        )


def _with_speakers_as_aliases(
    entities: Sequence[FoundEntity], quotes: Iterable[FoundQuote]
) -> Sequence[FoundEntity]:
    """The entities with the phrases that name them as speakers among their aliases: "the mayor"."""
    phrases: dict[str, dict[str, str]] = {}
    for quote in quotes:
        if quote.person:
            phrases.setdefault(quote.person, {}).setdefault(quote.speaker.casefold(), quote.speaker)
    if not phrases:
        return entities
    return tuple(
        entity._replace(aliases=(*entity.aliases, *phrases.get(entity.name, {}).values()))
        for entity in entities
    )


def detect_in_texts(texts: Sequence[str], title: str = "", *, explain: bool = False) -> Detected:
    """The quotes and entities of plain paragraphs. With `explain`, quotes have the votes of all rules."""
    return last_result(detect_in_steps(texts, title, explain=explain))


def last_result(steps: Iterator[tuple[float, Detected | None]]) -> Detected:
    """The final result of `detect_in_steps`; empty for an empty text."""
    result = Detected()
    for _, detected in steps:
        result = detected or result
    return result


def _with_code(detected: Detected, texts: Sequence[str]) -> Detected:
    """The results with the code restored in the quotes. It was blanked for detection."""
    quotes = tuple(quote._replace(text=join_pieces(texts, quote.pieces)) for quote in detected.quotes)
    return detected._replace(quotes=quotes)


def _in_whole_paragraphs(detected: Detected, cut: CutParagraphs) -> Detected:
    """Map results in the parts of cut paragraphs to the whole paragraphs."""
    return Detected(
        tuple(quote._replace(pieces=cut.whole(quote.pieces)) for quote in detected.quotes),
        tuple(entity._replace(mentions=cut.whole(entity.mentions)) for entity in detected.entities),
    )
