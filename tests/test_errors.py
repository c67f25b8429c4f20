"""What can go wrong, as values."""

from __future__ import annotations

import pickle

import pytest

from reader.errors import ArticleError, ReaderError, SourceError, UsageError
from reader.fetch.watch import CancelledError
from reader.open_url import NoBrowserError


@pytest.mark.parametrize(
    "error",
    [
        ReaderError("no terminal"),
        SourceError("a.yaml", "is a directory"),
        ArticleError("a.yaml", "a title is missing", 3, 7),
        UsageError("there is no theme plaid"),
        NoBrowserError("no browser was found", "https://example.org/"),
        CancelledError("https://example.org/"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_an_error_comes_whole_from_another_process(error: ReaderError) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert (str(again), vars(again), again.exit_code) == (str(error), vars(error), error.exit_code)
