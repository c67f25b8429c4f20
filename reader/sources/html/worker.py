"""The child process that parses one page: bytes on standard input, a document as JSON on standard output.

Owns its limits of memory and time. It opens no files and no connections.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.model import Block, Document
    from reader.sources.html import Request

MEMORY = 2 * 2**30
"""The maximum memory in bytes. A page of the largest size takes about half of it."""

CPU_SECONDS = 25
_DEEPEST = 6_000
"""The recursion limit.

Some functions recur once per level of the page's tree, which has a few hundred levels.
"""


def main() -> None:
    """Read one request from standard input and write the answer to standard output."""
    from reader.sources.html.parent_watchdog import end_with_parent
    from reader.sources.write_all import write_all

    _set_limits()
    end_with_parent(int(sys.argv[2]))
    head = sys.stdin.buffer.readline()
    data = sys.stdin.buffer.read()
    write_all(sys.stdout.fileno(), answer(head, data))


def answer(head: bytes, data: bytes) -> bytes:
    """The answer to a request and the bytes of its page, as JSON."""
    from reader.errors import ArticleError
    from reader.sources.html import Answer, Request
    from reader.sources.html.article import read_page

    request = Request(*json.loads(head))
    page = data.decode("utf-8", "replace") if request.text else data
    try:
        document = read_page(page, request.name, request.url, request.charset, request.whole_page)
        out = Answer(document)
    except ArticleError as error:
        out = Answer(fault=error.fault)
    except MemoryError:
        out = Answer(fault="cannot be parsed: it takes too much memory")
    except Exception as error:  # noqa: BLE001 - a page can make the parsers raise anything
        deep = isinstance(error, RecursionError)
        fault = "is nested too deeply to be parsed" if deep else f"cannot be parsed ({type(error).__name__})"
        hint = "; --whole-page shows all its text" if _has_whole_page(request, page) else ""
        out = Answer(fault=fault + hint)
    return json.dumps(out, default=_fields, ensure_ascii=False).encode("utf-8", "replace")


def _has_whole_page(request: Request, page: bytes | str) -> bool:
    """Whether --whole-page would show the text of a page whose article cannot be parsed."""
    from reader.sources.html.article import read_page

    if request.whole_page:
        return False
    try:
        read_page(page, request.name, request.url, request.charset, True)
    except Exception:  # noqa: BLE001 - any failure has the same meaning here
        return False
    return True


def _fields(value: Document | Block) -> dict[str, object]:
    """The fields of a dataclass of the model, as JSON needs them. (JSON can already write named tuples.)"""
    return {name: getattr(value, name) for name in value.__slots__}


def _set_limits() -> None:
    sys.setrecursionlimit(_DEEPEST)
    try:
        import resource
    except ImportError:  # without these limits, the timeout of the parent process remains
        return
    for limit, value in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            resource.setrlimit(limit, (value, value))
        except (ValueError, OSError):  # a lower limit is already set, or the system does not support it
            pass


if __name__ == "__main__":
    main()
