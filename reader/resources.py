"""Where the data that comes with the reader lies: the bundled articles and the stylesheets.

Owns the one answer to a question with two: in the wheel the data lies inside the package, in a
checkout (and so in an editable install) beside it.
"""

from __future__ import annotations

import os
from pathlib import Path

PACKAGE = Path(__file__).parent
"""The directory of the package, wherever it is installed."""


def bundled(name: str) -> Path:
    """The directory `name` ("content" or "styles"): the wheel's first, else the checkout's.

    Raises FileNotFoundError when the installation has neither, which is a fault of the packaging.
    """
    for parent in (PACKAGE, PACKAGE.parent):
        directory = parent / name
        if directory.is_dir():
            return directory
    raise FileNotFoundError(f"the installation lacks its {name} directory")


def is_bundled(path: Path) -> bool:
    """Whether a file, or the file that a link leads to, came with the reader."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(bundled("content")))


def articles() -> tuple[Path, ...]:
    """The bundled articles in the order of their file names."""
    return tuple(sorted(bundled("content").glob("*.yaml")))
