"""Recognise the boilerplate of a page: the text around an article and between its parts.

An element is recognised by its tag, its role, and its class and id names; a short line is recognised by its
words. If an element is boilerplate, everything in it is.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import islice, pairwise

from reader.sources.html.boilerplate_words import (
    ANNOUNCING,
    BEGINNINGS,
    CONTACTS,
    GALLERIES,
    LABELS,
    LABELS_BEGIN,
    LEADS,
    NAMES,
    PAIRS,
    REQUESTS,
    SUSPECTS,
    TAGS,
)
from reader.sources.html.dom import Node, attribute_words, parted, word_set

_TAGS = word_set(
    """
    nav footer aside form menu dialog fieldset
    """
)
_NEVER = word_set(
    """
    body html main article p h1 h2 h3 a span
    """
)
_ROLES = word_set(
    """
    navigation banner contentinfo complementary search dialog alertdialog menu form
    """
)

# Names that mean that something is absent, or that describe the page as a whole.
_HARMLESS = re.compile(
    r"\b(?:no|has|with|without|hide|is|non|show)[-_](?:sidebar|ads?|comments?|share|toc|overlay|promo|footer|nav)\b"
    r"|(?:^|\s)(?:category|tag|topic|section)-\S+"  # WordPress classes for the subject of an article
    r"|elementor-widget(?:-[a-z-]+)?|widget[-_](?:text|content|body)"
)
_PARTS = re.compile(r"[a-z]+")
_DIGITS = re.compile(r"\d[\d,.]*")
_COLON = re.compile(r"[:：|>›»→]")
_FOLLOW = re.compile(
    r"\b(?:follow|like|find|join) .{1,40} on (?:facebook|twitter|instagram|telegram|whatsapp|youtube|x)\b"
)
_CREDIT = re.compile(
    r"\W*(?:(?:photos?|images?|pictures?|photograph|illustration|video|fotos?|bild|symbolbild|crédits? photo)"
    r"(?: credits?| courtesy)?\s*(?:[:：/|©]|by )"
    r"|(?:photo|image|video) (?:credit|courtesy|copyright|source)\b)",
    re.IGNORECASE,
)

_AGENCIES = re.compile(
    r"\((?:[a-zäöü]{2,5}|AFP|EFE|PAP|ANSA|DPA|APA|AP|Reuters)(?:[/,; ]+(?:[a-zA-Z]{2,8}))*\)"
)
_LONGEST_PROMOTION = 160
_LONGEST_LABEL = 80
_LONGEST_LEAD = 260
_LONGEST_REQUEST = 320


def is_boilerplate(element: Node) -> bool:
    """Whether the tag, the role or the names of an element show that it is boilerplate."""
    tag = element.tag
    if tag in _TAGS:
        # A few old systems put the whole page into one form.
        return tag != "form" or next(element.iter("article", "main", "h1"), None) is None
    if tag in _NEVER:
        return False
    if (element.get("role") or "").lower() in _ROLES:
        return True
    words = attribute_words(element)
    if not words:
        return False
    # A teaser with a link announces another article; a teaser without a link is the beginning of this
    # article.
    return _is_boilerplate_name(words) or (
        "teaser" in words.lower() and next(element.iter("a"), None) is not None
    )


@cache
def _is_boilerplate_name(words: str) -> bool:
    for name in _HARMLESS.sub("", parted(words).lower()).split():
        parts = _PARTS.findall(name)
        if any(part in NAMES for part in parts) or any(pair in PAIRS for pair in pairwise(parts)):
            return True
        if len(parts) > 1 and "".join(parts) in NAMES:
            return True
    return False


def is_suspect(element: Node) -> bool:
    """Whether the names of an element make it doubtful that its text belongs to the article."""
    words = attribute_words(element)
    return bool(words) and _is_suspect_name(words)


@cache
def _is_suspect_name(words: str) -> bool:
    return not SUSPECTS.isdisjoint(_PARTS.findall(_HARMLESS.sub("", parted(words).lower())))


def is_gallery(element: Node) -> bool:
    """Whether the names of an element and its images show that it is a gallery."""
    if element.tag in _NEVER:
        return False
    words = attribute_words(element)
    return bool(words) and _is_gallery_name(words) and len(list(islice(element.iter("img"), 3))) == 3


@cache
def _is_gallery_name(words: str) -> bool:
    return not GALLERIES.isdisjoint(_PARTS.findall(_HARMLESS.sub("", parted(words).lower())))


def is_label(text: str) -> bool:
    """Whether a whole block is a label such as "Advertisement" or "Share this article"."""
    if len(text) > _LONGEST_LABEL:
        return False
    words = text.casefold().replace("’", "'")
    bare = words.strip(' \t\n-–—:：.…!?»›>→|•·*[]()"“”')
    if bare.startswith(LABELS_BEGIN):
        return True
    return not bare or _DIGITS.sub("#", bare).replace("-", " ") in LABELS or bare in LABELS


def announces_links(text: str) -> bool:
    """Whether a heading announces other articles, provided that only links follow it."""
    first = text.casefold().split(maxsplit=1)[:1]
    return len(text) <= _LONGEST_LABEL and first != [] and first[0].strip(":") in ANNOUNCING


def credits_picture(text: str) -> bool:
    """Whether a short line only credits an image: "Photo by …", "Bild: …"."""
    return len(text) <= _LONGEST_LABEL and _CREDIT.match(text) is not None


def links_elsewhere(text: str, linked: int) -> bool:
    """Whether a block is only a link to another page: "Read more: …", where the rest is a link.

    `linked` counts the characters of the text inside links.
    """
    if not linked or len(text) > _LONGEST_LEAD:
        return False
    words = text.lstrip(' -–—*•►▶→>[(“"').casefold().replace("’", "'")
    if not any(words.startswith(lead) and not words[len(lead) :][:1].isalpha() for lead in LEADS):
        return False
    colon = _COLON.search(text, 0, 60)
    rest = len(text) - (colon.end() if colon else 0)
    return linked >= 0.75 * rest


def is_promotion(text: str) -> bool:
    """Whether a short block is promotion or a copyright notice by its first words, wherever it stands."""
    if len(text) > _LONGEST_PROMOTION:
        return False
    words = text.lstrip(' -–—*•►▶→>[(“"©').casefold().replace("’", "'")
    return words.startswith(BEGINNINGS) and any(
        words.startswith(begin) and not (begin[-1].isascii() and words[len(begin) :][:1].isalpha())
        for begin in BEGINNINGS
    )


def lists_tags(text: str, linked: int) -> bool:
    """Whether a block names the subjects of the article: "Tags: …", where the rest is links."""
    first = text.casefold().lstrip(" #*").split(maxsplit=1)[:1]
    if not first or first[0].strip(":：") not in TAGS or len(text) > _LONGEST_LEAD or not linked:
        return False
    colon = _COLON.search(text, 0, 30)
    return linked >= 0.6 * (len(text) - (colon.end() if colon else len(first[0])))


def is_address(text: str) -> bool:
    """Whether a short block is the address of the publisher: it has a telephone number and no sentence."""
    first = text.casefold().split(maxsplit=1)[:1]
    return (
        len(text) <= _LONGEST_PROMOTION
        and bool(first)
        and first[0].strip(":.：") in CONTACTS
        and text[-1:] not in ".!?"
        and len(_DIGITS.findall(text)) > 1
    )


def signs_agency(text: str) -> bool:
    """Whether a line only names news agencies and writers: "(dpa/nok)"."""
    return _AGENCIES.fullmatch(text) is not None


@lru_cache(maxsize=20_000)
def is_request(text: str) -> bool:
    """Whether a short block asks the reader to subscribe or follow, or states rights and terms."""
    if len(text) > _LONGEST_REQUEST:
        return False
    words = text.casefold()
    return any(request in words for request in REQUESTS) or _FOLLOW.search(words) is not None
