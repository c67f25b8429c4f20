"""Highlights as Markdown: the front matter is valid YAML, and no text of an article acts as markup."""

from __future__ import annotations

import re
from pathlib import Path

import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.export.highlights import Exported
from reader.export.highlights_markdown import as_markdown
from reader.model import Block, Document, Highlight, HighlightId, Quote, Source, Span, Status
from tests.export.exported import exported

DAY = "2026-11-30"
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


@given(st.lists(exported(), min_size=1, max_size=2))
def test_the_front_matter_is_yaml_and_the_text_has_no_markup_of_its_own(articles: list[Exported]) -> None:
    _, front, body = re.split(r"^---$", as_markdown(articles, DAY), maxsplit=2, flags=re.MULTILINE)
    matter = yaml.load(front, yaml.BaseLoader)
    assert matter["exported"] == DAY
    if len(articles) == 1:
        document = articles[0].document
        assert matter["title"] == document.title
        assert matter.get("author", []) == list(document.authors)
        assert matter.get("published", "") == document.published
    kinds = {"heading", "paragraph", "inline", "blockquote"}
    within = {"text", "text_special", "softbreak", "hardbreak", "link_open", "link_close", "code_inline"}
    for token in PARSER.parse(body):
        assert token.type.removesuffix("_open").removesuffix("_close") in kinds
        assert {child.type for child in token.children or ()} <= within
    for article in articles:
        for one in article.document.highlights:
            assert f"\n\n^h-{one.id}\n" in body


def test_the_whole_file() -> None:
    document = Document(
        "A *river*",
        (Block("“We pulled,” said Ada. #1"),),
        authors=("Ada",),
        source=Source("The Herald", "https://e.example/a"),
        published="2024-11-03",
        quotes=(Quote("We pulled", (Span(0, 1, 10),), "Ada", "On the quay"),),
        highlights=(
            Highlight(
                "“We pulled,”",
                note="Why?\n- who #follow-up",
                made="2026-11-30T10:12:00Z",
                pieces=(Span(0, 0, 12),),
                status=Status.MOVED,
                id=HighlightId("0000000a"),
            ),
            Highlight(note="whole", id=HighlightId("0000000b")),
            Highlight("gone", status=Status.LOST, id=HighlightId("0000000c")),
        ),
    )
    article = Exported(document, Path("/a/b c.yaml"), quotes=document.quotes)
    assert as_markdown([article], DAY) == (
        '---\ntitle: "A *river*"\nauthor: ["Ada"]\nsource: "The Herald"\nurl: "https://e.example/a"\n'
        'published: 2024-11-03\ntags: ["follow-up"]\nexported: 2026-11-30\n---\n\n'
        "# A \\*river\\*\n\n"
        "whole\n\n^h-0000000b\n\n`reader '/a/b c.yaml#h-0000000b'`\n\n"
        "> “We pulled,”\n\n^h-0000000a\n\n"
        "— Ada, [¶ 1](<https://e.example/a>), 30 November 2026, the place may have moved\n\n"
        "Why?\\\n\\- who \\#follow-up\n\n#follow-up\n\n`reader '/a/b c.yaml#h-0000000a'`\n\n"
        "> gone\n\n^h-0000000c\n\n"
        "— [source](<https://e.example/a>), the words are no longer in the text\n\n"
        "`reader '/a/b c.yaml#h-0000000c'`\n\n"
        "## Quotes\n\n"
        "> We pulled\n\n— Ada, [¶ 1](<https://e.example/a>), 3 November 2024\n\nOn the quay\n\n"
        "`reader '/a/b c.yaml#q-51dca3bf'`\n"
    )


def test_several_articles_have_one_front_matter_and_a_heading_each() -> None:
    one = Exported(Document("One", (Block("a"),), highlights=(Highlight(note="x"),), authors=("Ada",)))
    two = Exported(Document("Two", (Block("a"),), highlights=(Highlight(note="#y"),)))
    text = as_markdown([one, two], DAY)
    assert text.startswith('---\ntitle: "Highlights of 2 articles"\ntags: ["y"]\nexported: 2026-11-30\n---\n')
    assert "\n\n# One\n\nAda\n\nx\n" in text
    assert "\n\n# Two\n\n" in text
    assert "`reader" not in text  # no command opens these articles
