"""The location of the data that comes with the reader: the bundled articles and the style sheets.

In the wheel the data is inside the package; in a checkout, and in an editable install, it is beside the
package.
"""

from __future__ import annotations

import os
from pathlib import Path

PACKAGE = Path(__file__).parent
"""The directory of the package, wherever it is installed."""


def bundled(name: str) -> Path:
    """The directory `name` ("content" or "styles") of the wheel, or else of the checkout.

    Raises FileNotFoundError if the installation has neither, which is a fault of the packaging.
    """
    for parent in (PACKAGE, PACKAGE.parent):
        directory = parent / name
        if directory.is_dir():
            return directory
    raise FileNotFoundError(f"the installation lacks its {name} directory")


def is_bundled(path: Path) -> bool:
    """Whether a file, or the target of a symbolic link, came with the reader."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(bundled("content")))


def articles() -> tuple[Path, ...]:
    """The bundled articles in the order of their file names."""
    return tuple(sorted(bundled("content").glob("*.yaml")))
