"""Recognise the data and the code of scripts and style sheets that stand in the text of a page.

A script that ends early, or a store of data in an ordinary element, is shown by no browser style, but it is
in the tree of the page as text. Ablation on the synthetic pages of the tests: without this module the mean F1
of the body falls by 0.027.
"""

from __future__ import annotations

import re

from reader.model import BlockKind, InlineKind
from reader.sources.html.units import Unit

_SHORTEST = 40
_LEAST_SIGNS = 0.035
"""The least share of signs in data. Prose has less than 0.01."""

_SIGNS = re.compile(r"[{}\[\]\"=;<>\\|_$]|\(\)|\)\s*[;{}]")
_STRUCTURE = re.compile(
    r"""["']\s*:\s*(?:["'\[{]|-?\d|true|false|null)"""  # JSON
    r"|\bfunction\s?\w{0,40}\([^()]{0,80}\)\s?\{|=>\s?\{|\);?\s*$"  # scripts
    r"|\b\w+(?:\.\w+)+\([^()]{0,80}function\b|\b(?:var|let|const)\s[\w$]{1,40}\s?=|\b(?:window|document|self)\.[\w.$]{1,60}\s?[=(]"
    r"|[.#@\w\])]\s?\{[^{}]{0,200}[\w-]\s?:[^{};]{1,100};"  # style sheets
)
_SAMPLE = 4000
"""The number of characters at the beginning that are examined."""


def is_script_data(text: str) -> bool:
    """Whether a text is JSON, a script or a style sheet rather than words for readers."""
    head = text[:_SAMPLE]
    if len(head) < _SHORTEST or not _STRUCTURE.search(head):
        return False
    return len(_SIGNS.findall(head)) >= _LEAST_SIGNS * len(head)


def without_script_data(units: list[Unit]) -> list[Unit]:
    """The units without data and code. Code that the page shows as code is kept."""
    return [unit for unit in units if _is_shown_as_code(unit) or not is_script_data(unit.text)]


def _is_shown_as_code(unit: Unit) -> bool:
    return unit.kind is BlockKind.CODE or any(inline.kind is InlineKind.CODE for inline in unit.inlines)
