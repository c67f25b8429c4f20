"""The faults of a file: their order, their form and their limit."""

from __future__ import annotations

from reader.sources.faults import LIMIT, Fault, Faults, Position, Severity, short


def test_a_fault_is_one_line_with_its_place() -> None:
    faults = Faults("my\nriver\x1b.yaml")
    faults.error(Position(4, 13), "unknown key a\x1b[2Jb\nc")
    (fault,) = faults.all
    assert str(fault) == "my river␛.yaml:4:13: unknown key a␛[2Jb c"
    assert fault == Fault(4, 13, "unknown key a␛[2Jb c", Severity.ERROR, "my river␛.yaml")


def test_faults_come_in_the_order_of_the_file() -> None:
    faults = Faults("x")
    faults.warning(Position(9, 1), "third")
    faults.error(Position(2, 5), "second")
    faults.warning(Position(2, 1), "first")
    assert [fault.message for fault in faults.all] == ["first", "second", "third"]
    assert [fault.message for fault in faults.errors] == ["second"]


def test_faults_over_the_limit_are_only_counted() -> None:
    faults = Faults("x")
    faults.error(Position(1, 1), "an error")
    assert not faults.full(Severity.WARNING)
    for line in range(1, LIMIT + 1001):
        faults.warning(Position(line, 1), "slip")
    assert faults.full(Severity.WARNING)
    assert not faults.full(Severity.ERROR)
    assert len(faults.all) == LIMIT + 2
    assert faults.all[-1].message == "and 1,000 more warnings that are not listed"
    assert sum(fault.total for fault in faults.all if fault.severity is Severity.WARNING) == LIMIT + 1000
    assert len(faults.errors) == 1


def test_a_text_in_a_message_is_short() -> None:
    assert short("a\nb") == "a b"
    assert short("x" * 100, 10) == "x" * 9 + "…"
    assert short("x" * 10, 10) == "x" * 10
    assert len(short("\x1b" * 10**6)) == 40
