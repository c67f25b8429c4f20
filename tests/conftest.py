"""What all tests share: the settings of property tests, and the strict gate before the terminal."""

from __future__ import annotations

import os

from hypothesis import settings

# A control character on its way to the screen is an error in a test; a release replaces it.
os.environ["READER_STRICT"] = "1"

# No deadline: a busy machine is no fault of the code, and figures are measured in tests/bench.
settings.register_profile("reader", deadline=None)
settings.load_profile("reader")
