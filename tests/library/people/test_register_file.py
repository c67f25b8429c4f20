"""No article is saved under the name of the register of people."""

from __future__ import annotations

from pathlib import Path

from reader.library.destination import destination_for
from reader.library.folder import article_files
from reader.model import Block, Document


def test_an_article_with_the_title_people_gets_another_name(tmp_path: Path) -> None:
    assert destination_for(Document("People", (Block("One."),)), tmp_path).path.name == "people-2.yaml"


def test_the_register_is_not_listed_as_an_article(tmp_path: Path) -> None:
    (tmp_path / "people.yaml").write_text("people: []\n")
    (tmp_path / "story.yaml").write_text("title: A\nparagraphs: [B]\n")
    assert [path.name for path in article_files(tmp_path)] == ["story.yaml"]
