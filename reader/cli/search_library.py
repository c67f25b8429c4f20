"""`reader search`: print what fits a query in all articles of the library."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from reader.cli.output import complain, say
from reader.errors import FOUND_FAULTS, OK, UsageError
from reader.terminal import standard_streams as terminal

if TYPE_CHECKING:
    from reader.library.search import FoundArticle, Hit, Results

SHOWN = 20
"""Articles that are printed as text if no limit is given. Data is printed without a limit."""


class Search(NamedTuple):
    """Search in all articles. `form` is "text", "json" or "csv". `limit` is the most articles or hits."""

    query: str
    form: str = "text"
    limit: int | None = None

    def run(self) -> int:
        """Print the hits, grouped by article, the best first. The exit code is 1 if nothing fits."""
        from reader.cli.index_library import opened_index
        from reader.library.query import parse
        from reader.library.search import Results

        query = parse(self.query)
        for remark in query.remarks:
            complain(remark)
        if not query.groups:
            raise UsageError("search needs a word, such as reader search river; see reader search --help")
        with opened_index() as (database, _):
            results = Results(database, query)
            if self.form == "text":
                self._print_text(results)
            else:
                self._print_data(results)
        return OK if len(results) else FOUND_FAULTS

    def _print_text(self, results: Results) -> None:
        from reader.export.search_hits import article_lines

        if not len(results):
            complain("no article of your library fits")
            return
        limit = SHOWN if self.limit is None else self.limit
        width = terminal.width() or 80
        for number, article in enumerate(islice(results, limit)):
            say("\n".join([*([""] if number else []), *article_lines(article, width)]))
        if len(results) > limit:
            complain(f"{len(results):,} articles fit; --limit {len(results)} prints all")

    def _print_data(self, results: Results) -> None:
        from reader.export.search_hits import csv_text, json_lines

        hits = islice(_hits(results), self.limit)
        if self.form == "csv":
            say(csv_text(hits), exact=True)
            return
        for line in json_lines(hits):
            say(line, exact=True)


def _hits(results: Results) -> Iterator[tuple[FoundArticle, Hit | None]]:
    """Every hit with its article. An article that fits without a hit comes once."""
    for article in results:
        for hit in article.hits or (None,):
            yield article, hit
