"""Reads the article's file again after it was edited."""

from __future__ import annotations

from typing import NamedTuple

from reader.errors import ReaderError
from reader.reading.moved_places import MovedPlaces, texts_of
from reader.reading.remembered import certain_places
from reader.reading.version import Version, version_of
from reader.sources.open import Loaded, open_source
from reader.sources.ref import FileSource
from reader.ui.jobs import Job
from reader.ui.screens.reading import notices
from reader.ui.screens.reading.context import ReadingContext
from reader.ui.screens.reading.detection import DetectionController
from reader.ui.screens.reading.movement import Movement
from reader.ui.screens.reading.search import SearchController
from reader.ui.screens.reading.selection import SelectionController

RELOADED = "Reloaded."


class Reloaded(NamedTuple):
    """An article that was read again, and where the places of the version before are in it."""

    loaded: Loaded
    version: Version
    places: MovedPlaces


class ReloadController:
    """Reads the article again in a job. Place, marks and active set are kept."""

    def __init__(
        self,
        reading: ReadingContext,
        movement: Movement,
        selection: SelectionController,
        search: SearchController,
        detection: DetectionController,
    ) -> None:
        self._reading, self._movement = reading, movement
        self._selection, self._search, self._detection = selection, search, detection

    def reload(self, said: str = RELOADED) -> None:
        """Read the article's file again, and then show the message `said`."""
        source, before = self._reading.session.loaded.source, self._reading.version
        if not isinstance(source, FileSource):
            return

        def work(_: Job[Reloaded]) -> Reloaded:
            loaded = open_source(source)
            version = version_of(loaded.document, before.document)
            places = MovedPlaces(texts_of(before.document), version.page)
            version = places.highlights(version, certain_places(before.document.highlights))
            return Reloaded(loaded, version, places)

        def done(outcome: Reloaded | ReaderError) -> None:
            if isinstance(outcome, ReaderError):
                self._reading.say(str(outcome))
            elif self._reading.version is before:
                self._show(outcome, said)
            else:  # detection has shown another version meanwhile: map from that one
                self.reload(said)

        self._reading.jobs.submit("reload", work, done)

    def _show(self, reloaded: Reloaded, said: str) -> None:
        """Show the article as it was read again, with the same words at the top of the window."""
        loaded, version, places = reloaded
        reading, view = self._reading, self._reading.view
        self._selection.stop()
        self._search.forget()
        window = view.window.moved(places.to)
        lost = reading.session.lost_marks(places)
        reading.change(reading.session.reloaded(loaded, version, window.place, places))
        self._movement.restore(window)
        reading.refresh_hints()
        self._detection.start()
        reading.say(notices.read_again(loaded, lost, said))
