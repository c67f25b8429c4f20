"""Show another version of the article: edited, read again from its file, corrected, or with new detections.

Decides the order in which the parts of the screen get it, and what is said of the faults of a file.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from reader.errors import ReaderError
from reader.resources import is_bundled
from reader.sources.load import Loaded, load
from reader.ui.screens.reading.article_history import Returning
from reader.ui.screens.reading.parts import NOBODY_RENAMED, Derived


class Renewing(Returning):
    """Shows another version of the article in every part."""

    def refill_panels(self) -> None:
        """Give panels that are new, or new to this version, what the others know already."""
        self.tell_panels()
        self.tell_panels_of_more()
        if (navigator := self.navigator) is not None:
            navigator.here = self.view.place.block
            navigator.marks = self.state.letters()
        super().refill_panels()

    def action_edit(self) -> None:
        path = self.loaded.path
        if path is None:
            self.say("This article did not come from a file; s saves it as one.")
        elif is_bundled(path):
            # The file belongs to the installation, so a copy in the library is edited instead.
            self.corrections.copy_to_edit(self._edit_copy)
        else:
            self._edit(path)

    def _edit_copy(self) -> None:
        path = self.loaded.path
        if path is None or is_bundled(path):
            self.say("The article changed while it was saved; e edits the copy in your library.")
        else:
            self._edit(path)

    def _edit(self, path: Path) -> None:
        """Open the file in the user's editor, and show what it is afterwards."""
        from reader.ui.screens.other_programs import edit

        try:
            edit(self.app, path)
        except ReaderError as error:
            self.say(str(error))
            return
        self.read_again()

    def read_again(self) -> None:
        """Load the file again, as it was loaded before; the place, marks and search stay."""
        path = self.loaded.path
        if path is None:
            return
        try:
            loaded = load(str(path), format=self.loaded.asked_format, whole_page=self.loaded.whole_page)
        except ReaderError as error:
            self.say(str(error))
            return
        self.stop_selecting()
        self.take_in(loaded)
        self.annotate_in_background()
        faults = faults_found(loaded)
        self.say(f"Read again; {faults}" if faults else "Read again.")

    def take_in(
        self,
        loaded: Loaded,
        renamed: Mapping[str, str] = NOBODY_RENAMED,
        derived: Derived | None = None,
    ) -> None:
        """Show another version of the article; place, marks, active set, cursors and filter stay.

        `renamed` gives the names that became another one, `derived` what follows from the article
        where that was made elsewhere.
        """
        self._take_in(loaded, derived)
        self.ruler.replace(self.page)
        self.view.replace(self.page, self.article_layers)
        self.status.paragraphs = max(self.numbers)
        # Before the active set is looked up again, which is told to them by its place in the article.
        self.renew_panes(renamed)
        self.renew_active(renamed)
        self.refill_panels()


def faults_found(loaded: Loaded) -> str:
    """What there is to say about the faults of a file; nothing where there are none."""
    count = sum(fault.total for fault in loaded.warnings)
    faults = "1 fault" if count == 1 else f"{count} faults"
    return f"{faults} in the file; `reader check` lists them." if count else ""
