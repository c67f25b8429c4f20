"""Jobs: work in a thread whose result comes back to the screen as a message."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial

import pytest
from textual import on
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen
from textual.worker import WorkerFailed

from reader.errors import ReaderError
from reader.ui.jobs import Job, Jobs
from tests.ui.reading_app import until

GUARD = 30
"""Seconds after which a test that hangs ends."""


class Desk(Screen[None]):
    """A screen that submits jobs and keeps their results, in the order of its own messages."""

    def __init__(self) -> None:
        super().__init__()
        self.jobs = Jobs(self)
        self.results: list[object] = []
        self.threads: list[threading.Thread] = []

    def on_unmount(self) -> None:
        self.jobs.cancel_all()

    @on(Jobs.Report)
    def _job_reported(self, event: Jobs.Report) -> None:
        self.threads.append(threading.current_thread())
        event.deliver()


class Office(App[int]):
    """An app with one `Desk` on top of its first screen."""

    def __init__(self) -> None:
        super().__init__()
        self.desk = Desk()

    def on_mount(self) -> None:
        self.push_screen(self.desk)


class Held:
    """Work that waits for `go` and then returns a word."""

    def __init__(self, result: str = "done") -> None:
        self.result = result
        self.begun, self.go, self.ended = threading.Event(), threading.Event(), threading.Event()

    def __call__(self, job: Job[str]) -> str:
        self.begun.set()
        assert self.go.wait(GUARD)
        self.ended.set()
        return self.result


async def workers_end(pilot: Pilot[int]) -> None:
    """Wait for every thread, and for the messages that it sent."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_the_result_is_received_on_the_screens_thread() -> None:
    app = Office()
    async with app.run_test() as pilot:
        worked: list[threading.Thread] = []

        def work(_: Job[str]) -> str:
            worked.append(threading.current_thread())
            return "done"

        app.desk.jobs.submit("one", work, app.desk.results.append)
        assert app.desk.results == []
        await workers_end(pilot)
        assert app.desk.results == ["done"]
        assert app.desk.threads == [threading.main_thread()]
        assert worked != [threading.main_thread()]


async def test_reports_are_received_in_order_and_before_the_result() -> None:
    app = Office()
    async with app.run_test() as pilot:
        results = app.desk.results

        def work(job: Job[str]) -> str:
            for number in range(3):
                job.report(partial(results.append, number))
            return "done"

        app.desk.jobs.submit("one", work, results.append)
        await workers_end(pilot)
        assert results == [0, 1, 2, "done"]


async def test_a_reader_error_is_a_result() -> None:
    app = Office()
    async with app.run_test() as pilot:

        def work(_: Job[str]) -> str:
            raise ReaderError("a.yaml: cannot be read")

        app.desk.jobs.submit("one", work, app.desk.results.append)
        await workers_end(pilot)
        (result,) = app.desk.results
        assert isinstance(result, ReaderError)
        assert str(result) == "a.yaml: cannot be read"


async def test_work_that_can_be_abandoned_gives_its_result_and_its_faults() -> None:
    app = Office()
    async with app.run_test() as pilot:
        app.desk.jobs.submit("one", lambda _: "found", app.desk.results.append, can_be_abandoned=True)
        await until(pilot, lambda: app.desk.results)
        assert app.desk.results == ["found"]

    def fail(_: Job[str]) -> str:
        raise ZeroDivisionError

    async def submit_and_wait() -> None:
        async with app.run_test() as pilot:
            app.desk.jobs.submit("two", fail, app.desk.results.append, can_be_abandoned=True)
            await until(pilot, lambda: app.return_code is not None)

    app = Office()
    with pytest.raises(ZeroDivisionError):
        await submit_and_wait()


async def test_any_other_exception_ends_the_app() -> None:
    app = Office()

    def work(_: Job[str]) -> str:
        raise ZeroDivisionError

    async def fail() -> None:
        async with app.run_test() as pilot:
            app.desk.jobs.submit("one", work, app.desk.results.append)
            await workers_end(pilot)

    with pytest.raises((ZeroDivisionError, WorkerFailed)):
        await fail()
    assert app.return_code == 1
    assert app.desk.results == []


def cancel_one(jobs: Jobs) -> None:
    jobs.cancel("one")


@pytest.mark.parametrize("cancel", [cancel_one, Jobs.cancel_all])
async def test_a_cancelled_job_never_delivers(cancel: Callable[[Jobs], None]) -> None:
    app = Office()
    async with app.run_test() as pilot:
        job = app.desk.jobs.submit("one", held := Held(), app.desk.results.append)
        assert not job.cancelled
        cancel(app.desk.jobs)
        assert job.cancelled
        assert job.wait(GUARD)
        held.go.set()
        await workers_end(pilot)
        assert held.ended.is_set()
        assert app.desk.results == []


async def test_a_job_that_is_cancelled_by_its_own_report_does_not_deliver_its_result() -> None:
    app = Office()
    async with app.run_test() as pilot:

        def work(job: Job[str]) -> str:
            job.report(partial(app.desk.jobs.cancel, "one"))
            return "done"

        app.desk.jobs.submit("one", work, app.desk.results.append)
        await workers_end(pilot)
        assert app.desk.results == []


async def test_a_new_job_cancels_only_the_job_of_its_group() -> None:
    app = Office()
    async with app.run_test() as pilot:
        first, second, other = Held("first"), Held("second"), Held("other")
        for group, work in (("one", first), ("another", other), ("one", second)):
            app.desk.jobs.submit(group, work, app.desk.results.append)
        for work in (first, second, other):
            work.go.set()
        await workers_end(pilot)
        assert sorted(map(str, app.desk.results)) == ["other", "second"]


async def test_a_job_that_ends_after_its_screen_is_gone_is_dropped() -> None:
    app = Office()
    async with app.run_test() as pilot:
        held = Held()
        job = app.desk.jobs.submit("one", held, app.desk.results.append)
        await app.pop_screen()
        assert job.cancelled
        held.go.set()
        await workers_end(pilot)
        assert app.desk.results == []
        assert app.return_code is None or app.return_code == 0
