"""Detects quotes and entities in the background, if the source did not give them.

Owns when results are shown: the panels of a long text fill step by step, and nothing changes during a dialog,
a search or a selection.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from reader.errors import ReaderError
from reader.model import Document
from reader.reading.session import ReadingSession
from reader.reading.version import Version, version_of
from reader.ui.jobs import Job, JobCancelled
from reader.ui.screens.reading.context import ReadingContext

LONG = 20_000
"""Words above which detection takes so long that the status line shows its progress."""

REPORT_EVERY = 5
"""Per cent between two reports of progress."""

RETRY = 0.1
"""Seconds between two checks whether detection may continue or its result may be shown."""

PROGRESS = "Finding quotes and names"


class DetectionController:
    """Finds quotes and entities in a job, and shows them when nothing is in the way.

    `is_busy` tells whether the user is in the middle of something that a change would disturb.
    `is_covered` tells whether another article is open on top of this one. `show` shows another version.
    """

    def __init__(
        self,
        reading: ReadingContext,
        is_busy: Callable[[], bool],
        is_covered: Callable[[], bool],
        show: Callable[[Version], None],
    ) -> None:
        self._reading = reading
        self._is_busy, self._is_covered, self._show = is_busy, is_covered, show
        self._article: Document | None = None
        """The article as its source gave it, while detection is running; otherwise None."""
        self._shown: Version | None = None
        """The version on the screen, with the results so far."""
        self._ready: Version | None = None
        """A newer version that waits until it may be shown."""
        self._reported = 0

    @property
    def running(self) -> bool:
        """Whether detection is running."""
        return self._article is not None

    def session_to_keep(self) -> ReadingSession:
        """The session to return to later. If detection has not ended, it has the article without results."""
        session = self._reading.session
        if self._article is None:
            return session
        article = version_of(self._article)
        return session.with_version(article, self._reading.view.place).detecting_quotes(False)

    def start(self) -> None:
        """Start detection, if the source did not give both quotes and entities."""
        document = self._reading.version.document
        self.stop()
        # Results of an earlier detection are in the document, although the source did not give them.
        found = (document.quotes and not document.quotes_given) or (
            document.entities and not document.entities_given
        )
        if found or (document.quotes_given and document.entities_given):
            return
        self._article, self._shown = document, self._reading.version
        self._reading.change(self._reading.session.detecting_quotes(True))
        self._reported = -REPORT_EVERY
        self._report(0)
        self._reading.jobs.submit("detect", partial(self._detect, document), partial(self._ended, document))

    def stop(self) -> None:
        """Stop detection."""
        self._reading.jobs.cancel("detect")
        self._article = self._ready = None
        if self._reading.session.detecting:
            self._reading.change(self._reading.session.detecting_quotes(False))

    # -- in the job's thread -----------------------------------------------------------------------

    def _detect(self, article: Document, job: Job[None]) -> None:
        """Detect step by step, and report the results so far after each step."""
        from reader.annotate import in_steps

        steps = in_steps(article, job.check)
        try:
            while True:
                job.check()
                if self._is_covered():
                    job.wait(RETRY)
                    continue
                step = next(steps, None)
                if step is None:
                    return
                ready = None if step.document is None else version_of(step.document)
                job.report(partial(self._found, article, step.done, ready))
        except JobCancelled:
            return

    # -- on the screen's thread --------------------------------------------------------------------

    def _found(self, article: Document, done: float, ready: Version | None) -> None:
        if article is self._article:
            self._report(done)
            self._ready = ready or self._ready
            if ready is not None:
                self._show_found(article)

    def _ended(self, article: Document, _outcome: ReaderError | None) -> None:
        self._show_found(article, last=True)

    def _show_found(self, article: Document, *, last: bool = False) -> None:
        """Show the newest version, now or as soon as it may be shown."""
        reading = self._reading
        if article is not self._article or not reading.screen.is_attached:
            return
        if reading.version is not self._shown:  # the article was corrected or read again meanwhile
            self.stop()
            return
        if self._is_busy():
            if last:
                reading.screen.set_timer(RETRY, partial(self._show_found, article, last=True))
            return
        if self._ready is not None:
            self._shown, self._ready = self._ready, None
            self._show(self._shown)
        if last:
            self._article = None
            reading.change(reading.session.detecting_quotes(False))
            self._report_end()

    # -- the status line ---------------------------------------------------------------------------

    def _report(self, done: float) -> None:
        """Show the progress in the status line, if that hides nothing else."""
        share = REPORT_EVERY * int(100 * done / REPORT_EVERY)
        if share >= self._reported + REPORT_EVERY and self._may_report():
            self._reported = share
            self._reading.say(f"{PROGRESS}… {share} %")

    def _report_end(self) -> None:
        document = self._reading.version.document
        if self._may_report():
            self._reading.say(f"Found {len(document.quotes):,} quotes and {len(document.entities):,} names.")

    def _may_report(self) -> bool:
        message = self._reading.status.message
        free = message.startswith(PROGRESS) or (not message and self._reading.session.active is None)
        return free and self._reading.version.words > LONG
