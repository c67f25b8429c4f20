"""A short article to edit, and a strategy for articles that are hard to align."""

from __future__ import annotations

from hypothesis import strategies as st

RIVER = "The river moved in the night, and by morning the border had moved with it."
MAYOR = "“We woke up,” said the mayor, “and the bridge was in another country.”"
SURVEY = "Ms Okafor pointed at the map. The survey of 1871 had drawn the line along the water."
TREATY = "The treaty does not say which river. It names the bank, the mill and the old ford."
STORY = [RIVER, MAYOR, "* * *", SURVEY, TREATY]

_PIECES = (
    "the river ",
    "moved. ",
    "a ",
    "a ",
    "Ms Okafor ",
    "said, ",
    "the ",
    "川が",
    "動いた。",
    "\n",
    "x",
    "",
)
articles = st.lists(st.lists(st.sampled_from(_PIECES), max_size=12).map("".join), max_size=8)
"""Paragraphs that repeat a few pieces, most of which occur several times."""
