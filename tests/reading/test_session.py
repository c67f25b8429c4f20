"""The reading session and all its changes, without a terminal."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reader.model import Document, Entity, EntityType, Place, Quote, Span
from reader.reading.active_set import ActiveSet, MentionsOf, QuotesBy, SearchFor
from reader.reading.corrections import Correction, Hide, Merge, Rename, SetSpeaker, corrected, renamed_by
from reader.reading.journal import MAX_EDITS, Edit, inverse_of, patch_between
from reader.reading.jumps import Jumps, Window
from reader.reading.moved_places import MovedPlaces, texts_of
from reader.reading.session import MAX_SEARCHES, ReadingSession, matches_of, session_of
from reader.reading.version import version_of
from reader.text.search import Query
from tests.article_text import load_text

ARTICLE = """\
title: The day the river moved
paragraphs:
  - On the last night of March the Lenne rose four metres.
  - “We woke up,” said Ada Okafor, “and the bridge was in another country.”
  - The survey by Ada Okafor counts 412 hectares along the Lenne.
  - J. Brandt disagrees. “The border stands,” he says.
quotes:
  - {text: We woke up, speaker: Ada Okafor}
  - {text: The border stands, speaker: J. Brandt}
  - {text: and the bridge was in another country, speaker: Okafor}
  - {text: Words that nobody said, speaker: J. Brandt}
entities:
  - {name: Ada Okafor, type: person, aliases: [Okafor]}
  - {name: J. Brandt, type: person}
  - {name: Lenne, type: place}
"""


def seen(block: int, offset: int = 0) -> Window:
    place = Place(block, offset)
    return Window(place, 0, place)


def begun(text: str = ARTICLE) -> ReadingSession:
    return session_of(load_text(text, "river.yaml"))


def entity(session: ReadingSession, name: str) -> Entity:
    found = session.version.entity_named(name)
    assert found is not None
    return found


def after(session: ReadingSession, correction: Correction) -> ReadingSession:
    """The session after a correction, as the screen makes it."""
    before = session.version.document
    version = version_of(corrected(before, correction), before)
    return session.with_version(version, Place(0, 0), renamed_by(before, correction))


HERE, THERE = seen(0), seen(3, 4)


# -- the beginning -------------------------------------------------------------------------------------


def test_a_session_begins_with_nothing_but_the_article() -> None:
    session = begun()
    assert (session.active, session.origin, session.marks, session.edits) == (None, None, {}, ())
    assert session.loaded.document is session.version.document
    document = session.version.document
    assert all(quote.id for quote in document.quotes)
    assert all(entity.id for entity in document.entities)


def test_a_change_does_not_modify_the_old_session() -> None:
    session = begun()
    session.with_mark("a", HERE).leaving(THERE).with_search("x").detecting_quotes(True)
    assert (session.marks, session.jumps, session.searches, session.detecting) == ({}, Jumps(), (), False)


# -- the place -----------------------------------------------------------------------------------------


def test_a_jump_is_listed() -> None:
    session = begun().leaving(HERE)
    assert session.jumps.last == HERE
    assert session.with_jumps(Jumps().leave(THERE)).jumps.last == THERE


def test_marks_show_the_newest_letter_of_a_block() -> None:
    session = begun().with_mark("a", THERE).with_mark("b", THERE).with_mark("c", HERE)
    assert session.marks["a"] == THERE
    assert session.mark_letters() == {3: "b", 0: "c"}
    assert session.with_mark("a", THERE).mark_letters() == {3: "a", 0: "c"}


# -- the active set ------------------------------------------------------------------------------------


def test_the_first_active_set_sets_the_origin_and_the_next_one_keeps_it() -> None:
    session = begun()
    first = session.version.mentions_of(entity(session, "Lenne"))
    active = session.activated(first, HERE).activated(session.version.quotes_by("J. Brandt"), THERE)
    assert active.origin == HERE
    assert active.active is not None
    assert active.active.subject == QuotesBy("J. Brandt")
    cleared = active.cleared()
    assert (cleared.active, cleared.origin) == (None, HERE)
    assert cleared.with_origin(None).origin is None
    assert cleared.activated(first, THERE).origin == THERE


def test_the_quotes_of_a_speaker_are_found_under_every_name_and_the_chosen_one_is_current() -> None:
    session = begun()
    for position in (0, 2):
        quote = session.version.document.quotes[position]
        active = session.activated(session.quote_set(quote), HERE)
        assert active.active is not None
        assert (active.active.label, len(active.active.matches)) == ("“ Ada Okafor", 2)
        assert active.current_quote() == quote.id


def test_no_quote_is_current_in_another_set_or_before_the_first_step() -> None:
    session = begun()
    assert session.current_quote() is None
    assert session.activated(session.version.quotes_by("J. Brandt"), HERE).current_quote() is None
    lenne = session.version.mentions_of(entity(session, "Lenne")).at(0)
    assert session.activated(lenne, HERE).current_quote() is None


def test_the_entity_at_a_place_is_chosen_and_then_the_next_other_entity() -> None:
    session, place, found = begun(), Place(-1, 0), []
    for _ in range(4):
        chosen = session.entity_from(place)
        assert chosen is not None
        who, mention = chosen
        found.append((who.name, mention.block))
        place = mention.place
        session = session.activated(session.version.mentions_of(who).first_from(place), HERE)
    assert found == [("Lenne", 0), ("Ada Okafor", 1), ("Lenne", 2), ("J. Brandt", 3)]
    assert begun("title: T\nparagraphs: [One.]\n").entity_from(Place(0, 0)) is None


def test_after_the_last_mention_the_first_entity_of_the_article_is_chosen() -> None:
    chosen = begun().entity_from(Place(3, 40))
    assert chosen is not None
    assert (chosen[0].name, chosen[1].block) == ("Lenne", 0)


def test_the_entity_and_the_quote_at_a_place_are_found() -> None:
    session = begun()
    brandt, quote = entity(session, "J. Brandt"), session.version.document.quotes[1]
    inside = Place(3, brandt.mentions[0].start + 3)
    assert session.entity_at(inside) == (brandt, brandt.mentions[0])
    assert session.quote_at(inside) is None
    assert session.quote_at(quote.pieces[0].place) is quote
    assert session.entity_at(quote.pieces[0].place) is None


# -- searches and edits --------------------------------------------------------------------------------


def test_the_search_history_keeps_each_search_once_and_has_a_limit() -> None:
    session = begun().with_search("a").with_search("b").with_search("a")
    assert session.searches == ("b", "a")
    for number in range(MAX_SEARCHES + 5):
        session = session.with_search(str(number))
    assert len(session.searches) == MAX_SEARCHES
    assert session.searches[-1] == str(MAX_SEARCHES + 4)


def edit(said: str = "Hid Lenne.") -> Edit:
    document = begun().version.document
    patch = patch_between(b"a", b"b")
    return Edit(Path("a.yaml"), inverse_of(document, document), patch, said, {}, document.entities[0].id)


def test_edits_are_undone_from_the_newest_and_have_a_limit() -> None:
    session = begun().with_edit(edit("one")).with_edit(edit("two"))
    assert [one.said for one in session.edits] == ["one", "two"]
    assert [one.said for one in session.without_last_edit().edits] == ["one"]
    for number in range(MAX_EDITS + 3):
        session = session.with_edit(edit(str(number)))
    assert len(session.edits) == MAX_EDITS
    assert session.edits[-1].said == str(MAX_EDITS + 2)


def test_the_session_records_whether_detection_runs() -> None:
    assert begun().detecting_quotes(True).detecting
    assert not begun().detecting_quotes(True).detecting_quotes(False).detecting


# -- another version -----------------------------------------------------------------------------------


def test_marks_jumps_searches_and_edits_survive_another_version() -> None:
    session = begun().with_mark("a", THERE).leaving(HERE).with_search("lenne").with_edit(edit())
    session = session.activated(session.version.quotes_by("J. Brandt"), HERE)
    other = after(session, Hide(entity(session, "Lenne").id))
    assert (other.marks, other.jumps, other.searches, other.edits) == (
        session.marks,
        session.jumps,
        session.searches,
        session.edits,
    )
    assert other.loaded.document is other.version.document
    assert other.origin is None


def test_the_mentions_of_an_entity_stay_active_under_its_new_name() -> None:
    session = begun()
    okafor = entity(session, "Ada Okafor")
    session = session.activated(session.version.mentions_of(okafor), HERE)
    renamed = after(session, Rename(okafor.id, "Ada Winther")).active
    assert renamed is not None
    assert (renamed.label, renamed.subject) == ("Ada Winther", MentionsOf(okafor.id))


def test_the_active_set_of_a_merged_entity_becomes_that_of_its_target() -> None:
    session = begun()
    brandt, okafor = entity(session, "J. Brandt"), entity(session, "Ada Okafor")
    session = session.activated(session.version.mentions_of(brandt), HERE)
    merged = after(session, Merge(brandt.id, okafor.id)).active
    assert merged is not None
    assert merged.subject == MentionsOf(okafor.id)
    assert len(merged.matches) == len(okafor.mentions) + len(brandt.mentions)


def test_hiding_the_active_entity_ends_the_set() -> None:
    session = begun()
    lenne = entity(session, "Lenne")
    session = session.activated(session.version.mentions_of(lenne), HERE)
    assert after(session, Hide(lenne.id)).active is None


def test_the_quotes_of_a_speaker_stay_active_under_the_new_name() -> None:
    session = begun()
    session = session.activated(session.version.quotes_by("Ada Okafor"), HERE)
    renamed = after(session, Rename(entity(session, "Ada Okafor").id, "Ada Winther")).active
    assert renamed is not None
    assert (renamed.subject, len(renamed.matches)) == (QuotesBy("Ada Winther"), 2)


def test_a_speaker_without_quotes_ends_the_set() -> None:
    session = begun()
    session = session.activated(session.version.quotes_by("J. Brandt"), HERE)
    for position in (1, 3):
        session = after(session, SetSpeaker(session.version.document.quotes[position].id, "Somebody"))
    assert session.active is None


def search(session: ReadingSession, query: Query) -> ActiveSet:
    matches = matches_of(session.version, query)
    assert matches is not None
    return ActiveSet(query.text, SearchFor(query), matches)


def test_a_search_is_run_again_and_ends_if_nothing_is_found() -> None:
    session = begun()
    session = session.activated(search(session, Query("lenne")), HERE)
    fewer = ARTICLE.replace("along the Lenne", "along it")
    active = session.with_version(version_of(load_text(fewer, "a").document), Place(2, 0)).active
    assert active is not None
    assert (len(active.matches), active.place) == (1, Place(0, fewer.splitlines()[2].index("Lenne") - 4))
    none = version_of(load_text(ARTICLE.replace("Lenne", "Rhine"), "a").document)
    assert session.with_version(none, Place(0, 0)).active is None
    assert matches_of(session.version, Query("(a", regex=True)) is None


def test_the_current_match_is_the_first_one_from_the_readers_place() -> None:
    session = begun()
    session = session.activated(session.version.mentions_of(entity(session, "Lenne")), HERE)
    version = version_of(session.version.document, session.version.document)
    active = session.with_version(version, Place(1, 0)).active
    assert active is not None
    assert active.position == 1


# -- reload --------------------------------------------------------------------------------------------


def test_edits_can_be_undone_after_a_reload_only_if_the_article_is_the_same() -> None:
    session = begun().with_edit(edit())
    for text, kept in (
        (ARTICLE, True),
        (ARTICLE.replace("title: The day", "title: A day"), True),
        (ARTICLE.replace("disagrees", "agrees"), False),
        (ARTICLE.replace("speaker: J. Brandt}", "speaker: Brandt}"), False),
        (ARTICLE.replace("{name: Lenne, type: place}", "{name: Lenne}"), False),
    ):
        loaded = load_text(text, "river.yaml")
        version = version_of(loaded.document, session.version.document)
        again = session.reloaded(
            loaded, version, Place(0, 0), MovedPlaces(texts_of(session.version.document), version.page)
        )
        assert [edit.inverse is not None for edit in again.edits] == [kept], text
        assert again.version is version
        assert again.loaded.document is version.document


def test_a_reload_without_edits_does_not_report_lost_edits() -> None:
    loaded = load_text(ARTICLE.replace("disagrees", "agrees"), "river.yaml")
    session, version = begun(), version_of(loaded.document)
    places = MovedPlaces(texts_of(session.version.document), version.page)
    assert session.reloaded(loaded, version, Place(0, 0), places).edits == ()


def test_the_active_entity_is_the_same_one_after_a_reload_in_another_order() -> None:
    session = begun()
    lenne = entity(session, "Lenne")
    session = session.activated(session.version.mentions_of(lenne), HERE)
    document: Document = replace(session.version.document, entities=session.version.document.entities[::-1])
    loaded = session.loaded._replace(document=document)
    version = version_of(document, session.version.document)
    again = session.reloaded(
        loaded, version, Place(0, 0), MovedPlaces(texts_of(session.version.document), version.page)
    )
    assert again.active is not None
    assert again.active.subject == MentionsOf(lenne.id)
    assert again.version.entity(lenne.id) == lenne


# -- the version ---------------------------------------------------------------------------------------


def test_a_version_finds_quotes_and_entities_by_id() -> None:
    version = begun().version
    for item in version.document.entities:
        assert version.entity(item.id) is item
    for quote in version.document.quotes:
        assert version.quote(quote.id) is quote
    other = begun("title: T\nparagraphs: [One.]\n").version
    assert other.entity(version.document.entities[0].id) is None
    assert other.quote(version.document.quotes[0].id) is None


def test_paragraph_numbers_do_not_count_headings() -> None:
    text = "title: T\nparagraphs: [One., {heading: Two}, Three.]\n"
    version = begun(text).version
    assert [version.number_of(block) for block in (-1, 0, 1, 2)] == [0, 1, 1, 2]
    assert [version.block_of(number) for number in (1, 2, 9)] == [0, 2, 2]


def test_two_quotes_without_a_speaker_are_one_set() -> None:
    quotes = (Quote("One", (Span(0, 0, 3),)), Quote("Two", (Span(0, 4, 7),)))
    base = load_text("title: T\nparagraphs: [One Two]\n", "t").document
    version = version_of(replace(base, quotes=quotes, entities=(Entity("X", EntityType.OTHER),)))
    active = version.quotes_by("")
    assert (active.label, len(active.matches)) == ("“ Unattributed", 2)
