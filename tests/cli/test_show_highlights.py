"""`reader show` prints the highlights of an article with the places at which the screen shows them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reader.cli import main
from reader.config.directories import state_folder
from reader.library.memory import Memory
from reader.reading.identities import article_id
from reader.reading.moved_places import texts_of
from reader.reading.remembered import Kept, certain_places, places_to_json
from tests.loaded import load

Captured = pytest.CaptureFixture[str]

ARTICLE = """\
title: The river
paragraphs:
  - The water did not ask us, said Ada Okafor.
  - The treaty does not say which river is meant, and nobody asked.
  - Nobody asked in the year after that either.
highlights:
  - text: |-
      which river is meant, and nobody asked.

      Nobody asked
    color: green
    note: 'Ask. #follow-up'
    made: 2026-11-30T10:12:00Z
    at: {paragraph: 2, before: 'does not say ', after: ' in the year'}
  - note: The whole.
    made: 2026-11-30T10:13:00Z
  - text: words that are gone
"""


def shown(path: Path, capsys: Captured) -> list[dict[str, Any]]:
    assert main(["show", str(path), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["highlights"]
    assert isinstance(found, list)
    return found


def test_every_piece_is_one_object_and_a_missing_place_is_null(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(ARTICLE)
    first, second, note, lost = shown(path, capsys)
    texts = [block.text for block in load(path).document.blocks]
    for piece, words in ((first, "which river is meant, and nobody asked."), (second, "Nobody asked")):
        assert texts[piece["paragraph"]][piece["start"] : piece["end"]] == piece["text"] == words
        assert (piece["color"], piece["note"], piece["tags"]) == ("green", "Ask. #follow-up", ["follow-up"])
        assert (piece["made"], piece["status"]) == ("2026-11-30T10:12:00Z", "exact")
    assert first["id"] == second["id"]
    for one in (note, lost):
        assert [one[key] for key in ("paragraph", "start", "end")] == [None] * 3
    assert (note["text"], note["color"], note["note"]) == (None, None, "The whole.")
    assert (lost["text"], lost["status"], lost["note"]) == ("words that are gone", "lost", None)


def test_nothing_is_created(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(ARTICLE)
    shown(path, capsys)
    assert not state_folder().exists()


def test_the_status_is_the_one_that_the_reader_shows(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "a.yaml"
    head, item = "title: T\nparagraphs:\n", "highlights: [{text: the same words here, at: {paragraph: 1}}]\n"
    path.write_text(f"{head}  - It begins with the same words here and ends.\n  - Another one.\n{item}")
    loaded = load(path)
    memory = Memory(state_folder())
    document = memory.document(loaded)
    places = places_to_json(certain_places(document.highlights))
    memory.keep(Kept(article_id(loaded), "T", {}, texts_of(document), 0.5, highlights=places))
    memory.close()
    # The same words are added before the highlight. Only the text as it was last seen identifies the place.
    path.write_text(
        f"{head}  - Now it has the same words here twice.\n"
        f"  - It begins with the same words here and ends.\n  - Another one.\n{item}"
    )
    [one] = shown(path, capsys)
    assert (one["paragraph"], one["status"]) == (1, "mapped")
    state_folder().joinpath("state.db").unlink()
    [one] = shown(path, capsys)
    assert one["status"] in ("lost", "moved")


def test_a_store_that_cannot_be_used_is_reported_and_the_article_printed(
    tmp_path: Path, capsys: Captured
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(ARTICLE)
    state_folder().mkdir(parents=True)
    (state_folder() / "state.db").write_bytes(b"no database" * 1000)
    assert main(["show", str(path), "--json"]) == 0
    out, err = capsys.readouterr()
    assert len(json.loads(out)["highlights"]) == 4
    assert "was damaged" in err


def test_yaml_keeps_the_highlights(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(ARTICLE)
    assert main(["show", str(path), "--yaml"]) == 0
    again = tmp_path / "b.yaml"
    again.write_text(capsys.readouterr().out)
    assert load(again).document.highlights == load(path).document.highlights
