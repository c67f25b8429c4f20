"""What all tests share: the settings of property tests."""

from __future__ import annotations

from hypothesis import settings

# No deadline: a busy machine is no fault of the code, and figures are measured in tests/bench.
settings.register_profile("reader", deadline=None)
settings.load_profile("reader")
