"""Tables of data of a page, as text in columns."""

from __future__ import annotations

import pytest

from reader.model import BlockKind
from reader.sources.html.dom import parse_tree, words_of
from reader.sources.html.tables import Table, table_of
from reader.sources.html.units import units_of
from reader.sources.inline_ranges import Words

HEAD = "<tr><th>Harbour<th>Gates</tr>"


def table(rows: str) -> Table:
    root = parse_tree(f"<table>{rows}</table>")
    assert root is not None
    found = table_of(next(root.iter("table")), lambda cell: Words(words_of(cell)))
    assert found is not None
    return found


def shown(rows: str) -> list[str]:
    return table(rows).columns().split("\n")


def test_a_table_has_aligned_columns_and_a_line_below_its_head() -> None:
    assert shown(f"{HEAD}<tr><td>Skerrow<td>2</tr><tr><td>Port Ninian<td>14</tr>") == [
        "Harbour      Gates",
        "───────────  ─────",
        "Skerrow      2",
        "Port Ninian  14",
    ]


@pytest.mark.parametrize("told", ['align="right"', 'style="color: red; text-align: right"'])
def test_a_column_has_the_alignment_that_all_its_cells_have(told: str) -> None:
    rows = f"<tr><td>Skerrow<td {told}>2</tr><tr><td>Kirk<td {told}>14</tr>"
    assert shown(HEAD + rows)[2:] == ["Skerrow      2", "Kirk        14"]
    assert shown(f"{HEAD}{rows}<tr><td>Orr<td>3</tr>")[2:] == ["Skerrow  2", "Kirk     14", "Orr      3"]


def test_a_cell_over_several_rows_or_columns_keeps_the_others_in_their_columns() -> None:
    rows = (
        "<tr><td rowspan=2>Skerrow<td>north<td>1931</tr><tr><td>south<td>1933</tr>"
        "<tr><td colspan=2>Kirk<td>1936</tr>"
    )
    found = table(rows).rows
    assert tuple(tuple(cell.text for cell in row) for row in found) == (
        ("Skerrow", "north", "1931"),
        ("", "south", "1933"),
        ("Kirk", "", "1936"),
    )


@pytest.mark.parametrize("span", ["999999999", "0", "-1", "two", "²"])
def test_an_impossible_span_is_bounded(span: str) -> None:
    found = table(f"<tr><td colspan={span}>a<td>b</tr><tr><td rowspan={span}>c<td>d</tr>")
    assert [max(cell.text for cell in row) for row in found.rows] == ["b", "d"]
    assert max(map(len, found.rows)) <= 51


def test_a_wide_table_has_no_columns_but_a_line_for_each_row() -> None:
    words = "the harbour with the oldest gates of them all"
    found = table(f"{HEAD}<tr><td>{words}<td>{words}</tr>")
    assert found.columns() == ""
    assert found.lines().text == f"Harbour · Gates\n{words} · {words}"


def test_the_lines_and_formulas_of_a_cell_are_on_one_line() -> None:
    root = parse_tree(f"<table>{HEAD}<tr><td>Skerrow<br>(north)<td>2<span hidden>x</span></tr></table>")
    assert root is not None
    (unit,) = units_of(root, "")
    assert unit.kind is BlockKind.CODE
    assert unit.text.split("\n")[2] == "Skerrow (north)  2"


@pytest.mark.parametrize(
    "rows",
    ["<tr><td>one</tr>", "<tr><td>a</tr><tr><td>b</tr>", "<tr><td><h2>a</h2><td>b</tr><tr><td>c<td>d</tr>"],
)
def test_a_layout_is_not_a_table_of_data(rows: str) -> None:
    root = parse_tree(f"<table>{rows}</table>")
    assert root is not None
    assert table_of(next(root.iter("table")), lambda cell: Words(words_of(cell))) is None
