"""Hypothesis strategies for everything an article is made of; every test takes them from here.

`raw_text` is foreign text. All other strategies make values as reading a file leaves them: cleaned, titles on
one line, passages stripped, markup settled.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from random import Random

from hypothesis import strategies as st

from reader.model import (
    Block,
    BlockKind,
    Document,
    Entity,
    EntityType,
    Extras,
    Highlight,
    HighlightColor,
    Inline,
    InlineKind,
    Quote,
    Source,
    Span,
    WordsAround,
)
from reader.reading.corrections import Correction, DropQuote, Hide, Merge, Rename, Retype, SetSpeaker
from reader.reading.highlighting import AddHighlight, ChangeHighlight, DropHighlight, MoveHighlight
from reader.reading.identities import with_ids
from reader.sources.inline_ranges import settle
from reader.sources.yaml.amend.edits import in_flow
from reader.sources.yaml.amend.sections import EntitiesSection, HighlightsSection, QuotesSection
from reader.sources.yaml.write import dump
from reader.text.clean import clean, clean_line
from reader.text.highlight_places import HighlightPlaces, trimmed, words_around, words_of
from reader.text.locate import Locator

HOSTILE = (
    *("\x1b[31m", "\x1b]52;c;aGk=\x07", "\x9b2J", "\x00", "\r\n", "\t", "\x85", "\u2028", "\x7f"),
    *(
        "\u202e",
        "\u2066",
        "\u200b",
        "\ufeff",
        "\u00ad",
        "\ud800",
        "\uffff",
        "\U000e0041",
        "e" + "\u0301" * 12,
    ),
    *(
        "[/]",
        "[@click=app.quit]",
        "[link=",
        "&#27;",
        "\\e",
        "&amp;",
        "<b>",
        "![",
        "](",
        "~~",
        "<ins>",
        "</ins>",
    ),
)
"""Fragments that are known to make programs misbehave."""

_WORDS = (
    *("the", "river", "Ada", "Okafor", "said", "a", "I", "1871", "don’t", "x_y", "well-known", "NO", "1:30"),
    *(
        "Ünïcödé",
        "日本語",
        "中文。",
        "한국어",
        "עברית",
        "👩‍👩‍👧",
        "é",
        "e\u0301",
        "नमस्ते",
        "—",
        "…",
        "#1",
        "50%",
    ),
)
_SIGNS = "“”‘’\"'.,;:!?()[]{}<>*_`~#&@|\\/-–—…%=+^$\u00a0\u3000 "


@cache
def raw_text(max_size: int = 60) -> st.SearchStrategy[str]:
    """Any text, with many harmful fragments."""
    piece = st.one_of(st.text(max_size=8), st.sampled_from(HOSTILE), st.sampled_from(_WORDS))
    return st.lists(piece, max_size=max(1, max_size // 6)).map("".join)


def between_signs(signs: Sequence[str], max_words: int, max_size: int) -> st.SearchStrategy[str]:
    """Prose and harmful text, with the signs of a format at any position."""
    piece = st.one_of(raw_text(), prose(max_words=max_words), st.sampled_from(signs))
    return st.lists(piece, max_size=max_size).map("".join)


@cache
def prose(min_words: int = 1, max_words: int = 30) -> st.SearchStrategy[str]:
    """Words separated by single blanks, as in an article. Cleaned, stripped, not empty."""
    words = st.lists(st.sampled_from(_WORDS), min_size=min_words, max_size=max_words)
    return words.map(" ".join)


@cache
def lines() -> st.SearchStrategy[str]:
    """One line of text, as titles and names are; not empty."""
    signs = st.text(st.one_of(st.sampled_from(_SIGNS), st.characters()), max_size=12)
    return st.one_of(prose(max_words=8), signs, raw_text()).map(clean_line).filter(bool)


@cache
def passages() -> st.SearchStrategy[str]:
    """Stripped text of one or more lines, as paragraphs are; not empty."""
    return st.one_of(prose(), st.lists(texts(), max_size=4).map("\n".join)).map(str.strip).filter(bool)


@cache
def texts(max_size: int = 40) -> st.SearchStrategy[str]:
    """Any cleaned text, with blanks and newlines anywhere; may be empty."""
    signs = st.text(st.sampled_from(_SIGNS + "ab1é中\n"), max_size=max_size)
    return st.one_of(signs, raw_text(max_size), prose()).map(clean)


@st.composite
def inlines(draw: st.DrawFn, text: str, max_size: int = 4) -> tuple[Inline, ...]:
    """Any ranges of markup over `text`: nested, overlapping, empty, with addresses good and bad."""
    offsets = st.integers(0, len(text))
    out = []
    for _ in range(draw(st.integers(0, max_size))):
        start, end = sorted((draw(offsets), draw(offsets)))
        kind = draw(st.sampled_from(InlineKind))
        href = draw(hrefs()) if kind is InlineKind.LINK else ""
        out.append(Inline(start, end, kind, href))
    return tuple(out)


@cache
def hrefs() -> st.SearchStrategy[str]:
    """Addresses of links, some of which must not be opened."""
    return st.one_of(
        web_addresses(),
        st.sampled_from(("mailto:ada@example.org", "http://x.org/a_(b", "https://x.org/?a=1&amp;b=\\*")),
        st.sampled_from(
            ("javascript:alert(1)", "", "file:///etc/passwd", "http:", "/path", "https://x\x1by")
        ),
        raw_text(20).map("https://example.org/".__add__),
    )


@cache
def web_addresses() -> st.SearchStrategy[str]:
    """Plain http and https addresses."""
    return st.sampled_from(
        ("https://example.org/river", "http://example.org", "https://münchen.example/ä?q=1")
    )


@st.composite
def blocks(draw: st.DrawFn, markdown: bool = False) -> Block:
    """A block as reading a file leaves it; with `markdown`, its markup is settled."""
    kind = draw(st.sampled_from(_KINDS))
    if kind is BlockKind.CODE:
        text = draw(st.sampled_from(("def f():\n    return 1", "  indented\n\nfirst", "a  b", "* x\n- y: z")))
    else:
        text = draw(passages())
    levelled = kind in (BlockKind.HEADING, BlockKind.ITEM, BlockKind.QUOTE)
    marked = markdown and kind is not BlockKind.CODE
    return Block(
        text,
        kind,
        level=draw(st.integers(1, 6)) if levelled else 0,
        marker=draw(st.sampled_from(("", "1.", "10.", "(a)", "iv:"))) if kind is BlockKind.ITEM else "",
        id=draw(st.sampled_from(("", "", "border", "p 4", "null", "ö:1"))),
        inlines=settle(text, draw(inlines(text))) if marked else (),
        extras=draw(extras()),
    )


_KINDS = (
    *([BlockKind.PARAGRAPH] * 4),
    *(BlockKind.HEADING, BlockKind.QUOTE, BlockKind.ITEM, BlockKind.CODE, BlockKind.CAPTION),
)


@cache
def extras() -> st.SearchStrategy[Extras]:
    """The `x-…` keys of a mapping with values of any form; mostly empty."""
    value = st.recursive(
        st.one_of(texts(), st.none()),
        lambda inner: st.one_of(st.lists(inner, max_size=2), st.dictionaries(lines(), inner, max_size=2)),
        max_leaves=4,
    )
    some = st.dictionaries(lines().map("x-".__add__), value, min_size=1, max_size=2)
    return st.one_of(*[st.just(())] * 4, some.map(lambda found: tuple(found.items())))


@st.composite
def spans(draw: st.DrawFn, of: Sequence[Block]) -> Span:
    """A non-empty range in one of these blocks."""
    block = draw(st.integers(0, len(of) - 1))
    start, end = sorted(
        draw(st.lists(st.integers(0, len(of[block].text)), min_size=2, max_size=2, unique=True))
    )
    return Span(block, start, end)


@st.composite
def quotes(draw: st.DrawFn, of: Sequence[Block], locator: Locator | None = None) -> Quote:
    """A quote placed as reading a file places it: words of the article, or words that are not in it."""
    locator = locator or Locator(of)
    block = draw(st.integers(0, len(of) - 1))
    words = of[block].text.split()
    start = draw(st.integers(0, len(words) - 1))
    text = " ".join(words[start : start + draw(st.integers(1, 5))])
    if draw(st.booleans()):
        cut = text.split(" ")
        text = " … ".join([" ".join(cut[:2]), " ".join(cut[2:])]) if len(cut) > 2 else text
    if draw(st.integers(0, 9)) == 0:
        text = "words that nobody has said"
    found = locator.occurrences(text)
    # A heading has no number that a file can name: words in one are placed only if they first occur there.
    found = tuple(p for p in found if p is found[0] or of[p[0].block].kind is not BlockKind.HEADING)
    pieces = draw(st.sampled_from(found)) if found else ()
    if pieces:  # a file can only refer to the first occurrence in a block
        pieces = locator.locate(text, pieces[0].block)
    return Quote(
        text,
        pieces,
        speaker=draw(_maybe(lines())),
        context=draw(_maybe(passages())),
        extras=draw(extras()),
    )


@st.composite
def marked(draw: st.DrawFn, of: Sequence[Block]) -> tuple[Span, ...]:
    """Words to highlight without blanks at their ends, in one block or over several adjacent blocks."""
    whole = [Span(index, 0, len(block.text)) for index, block in enumerate(of)]
    first = draw(st.integers(0, len(of) - 1))
    found = whole[first : first + draw(st.sampled_from((1, 1, 1, 2, 3)))]
    found[0] = Span(first, draw(st.integers(0, found[0].end - 1)), found[0].end)
    last = found[-1]
    found[-1] = Span(last.block, last.start, draw(st.integers(last.start + 1, last.end)))
    return trimmed(found, [block.text for block in of])


MADE = ("", "2026-11-30", "2026-11-30T10:12:00Z", "2026-11-30 10:12:00+02:00")
"""Values of `made` that a file may have."""


@st.composite
def highlights(draw: st.DrawFn, of: Sequence[Block], places: HighlightPlaces | None = None) -> Highlight:
    """A highlight placed as reading a file places it: made by the program, typed by hand, or only a note."""
    note = draw(_maybe(passages()))
    made, more = draw(st.sampled_from(MADE)), draw(extras())
    pieces = draw(marked(of))
    if not pieces or draw(st.integers(0, 4)) == 0:
        return Highlight(note=note or draw(passages()), made=made, extras=more)
    text, at = words_of(pieces, [block.text for block in of]), words_around(pieces, of)
    if draw(st.integers(0, 4)) == 0:
        text = draw(st.one_of(st.just("words that nobody has written"), passages()))
    if draw(st.booleans()):
        at = WordsAround(
            draw(st.sampled_from(("", "1", "2", "border", "007"))), draw(texts(9)), draw(texts(9))
        )
    highlight = Highlight(text, draw(st.sampled_from(HighlightColor)), note, made, at, more)
    return (places or HighlightPlaces(of)).placed(highlight)


@st.composite
def documents(draw: st.DrawFn, max_blocks: int = 6) -> Document:
    """An article as reading its file leaves it, with quotes, entities and highlights where they are found."""
    markdown = draw(st.booleans())
    paragraphs = tuple(draw(st.lists(blocks(markdown), min_size=1, max_size=max_blocks)))
    locator = Locator(paragraphs)
    said = tuple(draw(st.lists(quotes(paragraphs, locator), max_size=3)))
    named = draw(st.lists(_names(), max_size=3))
    mentions = locator.mentions_of([names for names, _ in named])
    return Document(
        title=draw(lines()),
        blocks=paragraphs,
        kicker=draw(_maybe(lines())),
        standfirst=draw(_maybe(passages())),
        authors=tuple(draw(st.lists(lines(), max_size=3))),
        source=Source(draw(_maybe(lines())), draw(_maybe(web_addresses()))),
        published=draw(st.sampled_from(("", "2015-05-28", "2015-05-28T14:30", "2015-05-28 14:30:00+02:00"))),
        language=draw(st.sampled_from(("", "en", "no", "pt-BR"))),
        markup="markdown" if markdown else "plain",
        note=draw(_maybe(passages())),
        quotes=said,
        entities=tuple(
            Entity(names[0], type_, names[1:], draw(_maybe(passages())), found, draw(extras()))
            for (names, type_), found in zip(named, mentions, strict=True)
        ),
        quotes_given=bool(said) or draw(st.booleans()),
        entities_given=bool(named) or draw(st.booleans()),
        highlights=tuple(
            draw(
                st.lists(
                    highlights(paragraphs, HighlightPlaces(paragraphs)),
                    max_size=draw(st.sampled_from((0, 0, 3))),
                )
            )
        ),
        extras=draw(extras()),
    )


@cache
def entities() -> st.SearchStrategy[Entity]:
    """An entity by itself, without mentions."""
    return st.builds(
        lambda named, about: Entity(named[0][0], named[1], named[0][1:], about),
        _names(),
        _maybe(passages()),
    )


@cache
def _names() -> st.SearchStrategy[tuple[tuple[str, ...], EntityType]]:
    names = st.lists(
        st.one_of(st.sampled_from(("Ada Okafor", "Okafor", "river", "1871", "NO")), lines()),
        min_size=1,
        max_size=3,
        unique=True,
    )
    return st.tuples(names.map(tuple), st.sampled_from(EntityType))


@cache
def _maybe(texts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(st.just(""), texts)


@st.composite
def corrections(draw: st.DrawFn, of: Document) -> Correction:
    """Any correction of an article with ids, also one that is refused."""
    names = st.one_of(st.sampled_from(("Ada Okafor", "Okafor", "river", "- a: b #", "'", "x" * 90)), lines())
    kinds: list[st.SearchStrategy[Correction]] = []
    if of.entities:
        entity = st.sampled_from([entity.id for entity in of.entities])
        kinds += [
            st.builds(Rename, entity, names),
            st.builds(Retype, entity, st.sampled_from(EntityType)),
            st.builds(Merge, entity, entity),
            st.builds(Hide, entity),
        ]
    if of.quotes:
        quote = st.sampled_from([quote.id for quote in of.quotes])
        kinds += [st.builds(SetSpeaker, quote, _maybe(names)), st.builds(DropQuote, quote)]
    pieces = draw(marked(of.blocks))
    if pieces:
        words = words_of(pieces, [block.text for block in of.blocks])
        new = Highlight(words, at=words_around(pieces, of.blocks), made=MADE[2], pieces=pieces)
        kinds.append(st.builds(AddHighlight, st.builds(replace, st.just(new), note=_maybe(passages()))))
    kinds.append(st.builds(AddHighlight, st.builds(Highlight, note=passages())))
    if of.highlights:
        highlight = st.sampled_from([one.id for one in with_ids(of.highlights)])
        kinds += [
            st.builds(ChangeHighlight, highlight, st.one_of(st.none(), st.sampled_from(HighlightColor))),
            st.builds(ChangeHighlight, highlight, note=_maybe(st.one_of(passages(), texts()))),
            st.builds(MoveHighlight, highlight, st.just(pieces)),
            st.builds(DropHighlight, highlight),
        ]
    return draw(st.one_of(kinds))


@st.composite
def handmade(draw: st.DrawFn, document: Document) -> str:
    """A file with the quotes, entities and highlights of `document`, as a person may have typed it.

    In lines or in brackets, with comments, blank lines, any indentation and quotation marks. Some are
    not valid YAML, because a text would need quotation marks.
    """
    random = draw(st.randoms(use_true_random=False))
    lists = []
    for section in (
        QuotesSection(document, lambda: document),
        EntitiesSection(document),
        HighlightsSection(document),
    ):
        if section.is_given:
            items = [section.values(index) for index in range(len(section.wanted))]
            lists.append(f"{section.key}:{_typed_list(random, items)}\n")
    random.shuffle(lists)
    head = dump(
        replace(document, quotes=(), entities=(), quotes_given=False, entities_given=False, highlights=())
    )
    text = random.choice((head + "# comment 1\n" + "\n".join(lists), "\n\n".join(lists) + head))
    if random.random() < 0.2:
        text = "---\n" + text.rstrip("\n") + random.choice(("", "\n...\n# end\n"))
    if random.random() < 0.3:
        text = text.replace("\n", "\r\n")
    return random.choice(("", "", "\ufeff")) + text


def _typed_list(random: Random, items: Sequence[Mapping[str, object]]) -> str:
    if not items:
        return random.choice(("", " []", " ~", " [ ]  # comment 2"))
    if random.random() < 0.3:
        between = random.choice((", ", ",\n   ", " , ", ",  # comment 8\n   ", "\n   # comment 9\n   , "))
        return (
            f" [{between.join(_typed_flow(random, item) for item in items)}{random.choice(('', ' ', ','))}]"
        )
    out = random.choice(("", "  # comment 3"))
    pad, gap = " " * random.choice((0, 1, 2, 4)), " " * random.choice((1, 1, 3))
    mixed = random.random() < 0.3
    for item in items:
        out += random.choice(("", "", f"\n{pad}# comment 4", "\n", f"\n\n{pad}   # comment 5"))
        inside = f"{pad} {gap}"
        if mixed and random.random() < 0.5:
            out += f"\n{pad}-{gap}{_typed_flow(random, item)}"
        elif random.random() < 0.1:
            out += f"\n{pad}-\n{inside}{_typed_block(random, item, inside)}"
        else:
            out += f"\n{pad}-{gap}{_typed_block(random, item, inside)}"
    return out


def _typed_flow(random: Random, item: Mapping[str, object]) -> str:
    pairs = [
        f"{key}: {in_flow(item[key], quoted=random.random() < 0.5)}" for key in _typed_keys(random, item)
    ]
    between = random.choice((", ", ",\n      ", " , ", ",   # comment 10\n      "))
    return f"{{{between.join(pairs)}{random.choice(('', ' ', ', '))}}}"


def _typed_block(random: Random, item: Mapping[str, object], pad: str) -> str:
    rows = []
    for key in _typed_keys(random, item):
        value = item[key]
        comment = random.choice(("", "", "  # comment 6"))
        if isinstance(value, tuple) and random.random() < 0.6:
            deep = pad + random.choice(("", "  "))
            rows.append(f"{key}:{comment}")
            for one in value:
                rows += random.choice(((), (), (f"{deep}# comment 11",), (f"{deep}    # comment 12",)))
                rows.append(f"{deep}-  {in_flow(one, quoted=random.random() < 0.5)}{comment}")
            continue
        if isinstance(value, tuple) and len(value) == 1 and random.random() < 0.7:
            value = value[0]  # one name may be written without brackets
        elif isinstance(value, tuple) and random.random() < 0.3:
            names = (in_flow(one, quoted=random.random() < 0.5) for one in value)
            rows.append(f"{key}: [  # comment 13\n{pad}   {f', # comment 14{chr(10)}{pad}   '.join(names)} ]")
            continue
        words = in_flow(value, quoted=random.random() < 0.3)
        if isinstance(value, str) and re.fullmatch(r"[\w.]+( [\w.]+)*", value) and random.random() < 0.3:
            header = random.choice((">", ">-", ">-", "|", "|-", "|+"))
            words = f"{header}{comment}\n{pad}  {value}" + random.choice(("", "\n"))
            comment = ""
        elif isinstance(value, str) and "\n" not in value and random.random() < 0.3:
            words = "'" + value.replace("'", "''") + "'"
        rows.append(f"{key}:{random.choice((' ', '   '))}{words}{comment}")
        rows += random.choice(((), (), (f"{pad}# comment 7",), ("",)))
    return rows[0] + "".join(
        "\n" + (row if row.startswith(pad) or not row else pad + row) for row in rows[1:]
    )


def _typed_keys(random: Random, item: Mapping[str, object]) -> list[str]:
    keys = list(item)
    if random.random() < 0.4:
        random.shuffle(keys)
    return keys
