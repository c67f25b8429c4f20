"""Read the page of a discussion as its posts, each below the name of its author.

Owns the names by which posts and their authors are recognised: those of forum programs, of sites for
questions and answers, and of the vocabulary of schema.org. Ablation on the synthetic pages of the tests:
without this module 5 of 50 headings are lost, the authors.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from reader.model import BlockKind
from reader.sources.dates import iso_date
from reader.sources.html.boilerplate import is_label
from reader.sources.html.boilerplate_lines import is_prose, link_share
from reader.sources.html.dom import Node, attribute_words, parted, word_set, words_of
from reader.sources.html.unit_positions import UnitPositions
from reader.sources.html.units import Unit
from reader.text.clean import clean_line

_POSTS = word_set("post posts message comment comtr answer question reply posting topic beitrag thread entry")
_COMMENTS = word_set("comment comtr")
_TYPE = re.compile(r"schema\.org/(?:Comment|Answer|Question|DiscussionForumPosting)$")
_AUTHORS = word_set("author username user poster nick nickname creator hnuser hovercard member")
_TEXTS = word_set("body content text cooked message commtext md prose postbody usertext")
_PARTS = re.compile(r"[a-z]+")

_LONGEST_NAME = 40
_MOST_ELEMENTS = 80  # of one post, that are searched for its author
_DEEPEST = 12  # elements around a line that may be its post
_LEAST_SHARE = 0.6
"""The least share of the page's prose that the posts of a discussion have."""

_LEAST_SHARE_OF_COMMENTS = 0.9
"""The same, if the posts are comments: more prose beside them is the article that they are about."""


class _Post(NamedTuple):
    author: str
    author_element: Node
    box: Node
    indexes: list[int]


def discussion_units(units: Sequence[Unit], positions: UnitPositions) -> list[Unit]:
    """The units of a discussion: for each post a heading with its author, then its text. Linear.

    Empty if the page is not a discussion of at least two posts.
    """
    posts = _posts(units, positions)
    if len(posts) < 2 or len({post.author for post in posts}) < 2:
        return []
    inside = {i for post in posts for i in post.indexes}
    prose = [
        i for i, unit in enumerate(units) if is_prose(unit) and (i in inside or not positions.boilerplate[i])
    ]
    size = sum(len(units[i].text) for i in prose)
    own = sum(len(units[i].text) for i in prose if i in inside)
    are_comments = any(not _COMMENTS.isdisjoint(_names(post.box)) for post in posts)
    if not size or own < (_LEAST_SHARE_OF_COMMENTS if are_comments else _LEAST_SHARE) * size:
        return []
    out: list[Unit] = []
    for post in posts:
        texts = [units[i] for i in post.indexes if _is_text(units[i], post, positions.around[i])]
        if texts:
            out.append(Unit(post.author, post.author_element, BlockKind.HEADING, 3))
            out += texts
    return out


def _posts(units: Sequence[Unit], positions: UnitPositions) -> list[_Post]:
    """The innermost boxes that are named like posts and have an author, in reading order."""
    rows: dict[tuple[Node, str, str], dict[Node, list[int]]] = {}
    for i, chain in enumerate(positions.around):
        for holder, box in pairwise(chain[-_DEEPEST:]):
            if box.get("class") or box.get("itemtype"):
                first = (box.get("class") or "").split(maxsplit=1)[:1]
                kind = (holder, box.tag, first[0] if first else "")
                rows.setdefault(kind, {}).setdefault(box, []).append(i)
    posts: list[_Post] = []
    for boxes in rows.values():
        if not all(map(_is_post, boxes)) or not (len(boxes) > 1 or _is_single(next(iter(boxes)))):
            continue
        found = [_read(box, indexes) for box, indexes in boxes.items()]
        authored = [post for post in found if post is not None]
        if len(authored) >= 0.8 * len(found) and not any(_has_headline(units, post) for post in authored):
            posts += authored
    posts.sort(key=lambda post: post.indexes[0])
    # A post may contain its replies, or a box of the same name; each line belongs to the innermost box.
    owners = {i: n for n, post in enumerate(posts) for i in post.indexes}
    owned: dict[int, list[int]] = {}
    for i, n in sorted(owners.items()):
        owned.setdefault(n, []).append(i)
    return [posts[n]._replace(indexes=indexes) for n, indexes in sorted(owned.items())]


def _names(element: Node) -> frozenset[str]:
    return frozenset(_PARTS.findall(parted(attribute_words(element)).lower()))


def _is_post(box: Node) -> bool:
    return not _POSTS.isdisjoint(_names(box)) or _TYPE.search(box.get("itemtype") or "") is not None


def _is_single(box: Node) -> bool:
    """Whether a box is a post without a box of the same name beside it: the question above its answers."""
    return (
        not _names(box).isdisjoint(("question", "topic"))
        or _TYPE.search(box.get("itemtype") or "") is not None
    )


def _read(box: Node, indexes: list[int]) -> _Post | None:
    given = clean_line(box.get("data-author") or "")
    for element in islice(
        box.iter("a", "span", "div", "b", "strong", "h3", "h4", "p", "cite"), _MOST_ELEMENTS
    ):
        is_author = (
            element.get("rel") == "author"
            or "author" in (element.get("itemprop") or "").split()
            or not _AUTHORS.isdisjoint(_names(element))
        )
        if is_author and element is not box:
            name = clean_line(words_of(element)).removeprefix("by ").strip()
            if (
                0 < len(name) <= _LONGEST_NAME
                and len(name.split()) <= 4
                and not iso_date(name, anywhere=True)
            ):
                return _Post(given or name, element, box, indexes)
    return _Post(given, box, box, indexes) if given else None


def _has_headline(units: Sequence[Unit], post: _Post) -> bool:
    """Whether a box is an article in a list of articles: it begins with a headline that is a link."""
    first = units[post.indexes[0]]
    return (
        first.kind is BlockKind.HEADING and first.linked > 0.8 * len(first.text) and first.text != post.author
    )


def _is_text(unit: Unit, post: _Post, chain: Sequence[Node]) -> bool:
    """Whether a unit is a text of its post, and not its author, its date or a button."""
    if post.author_element is not post.box and post.author_element in chain:
        return False
    inner = chain[chain.index(post.box) + 1 :]
    names = [_names(element) for element in inner]
    if any(not _TEXTS.isdisjoint(one) for one in names):
        return not is_label(unit.text)
    if is_prose(unit):
        return True
    is_button = link_share(unit) > 0.5 or is_label(unit.text) or bool(iso_date(unit.text, anywhere=True))
    return not is_button and unit.text != post.author and unit.element.tag in ("p", "li", "pre", "blockquote")
