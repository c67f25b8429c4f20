"""Compile the program's own regular expressions at their first use.

A pattern with many characters takes milliseconds to compile, and a plain ASCII article needs few of them. A
module keeps such a pattern as a string and compiles it here when it is used.
"""

import re
from functools import cache

compiled = cache(re.compile)
"""The compiled form of a pattern. Returns it in less than a microsecond if it was compiled before."""
