"""The process that parses one page: bytes on standard input, a document as JSON on standard output.

Owns its limits of memory and time. It opens no file and no connection.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.model import Block, Document
    from reader.sources.html import Request

MEMORY = 2 * 2**30
"""The most memory in bytes, of which a page of the largest size takes about half."""

CPU_SECONDS = 25
_DEEPEST = 6_000  # calls; some recur once for each level of the page's tree, which are few hundred


def main() -> None:
    """Answer the one request."""
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
        out = Answer(fault="is more than can be parsed: it takes too much memory")
    except Exception as error:  # noqa: BLE001 - what a page does to the parsers is not ours to foresee
        deep = isinstance(error, RecursionError)
        fault = "is nested too deeply to be parsed" if deep else f"cannot be parsed ({type(error).__name__})"
        hint = "; --whole-page shows all the text of it" if _has_whole_page(request, page) else ""
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
    """What JSON shows of the dataclasses of the model; its tuples it knows."""
    return {name: getattr(value, name) for name in value.__slots__}


def _set_limits() -> None:
    sys.setrecursionlimit(_DEEPEST)
    try:
        import resource
    except ImportError:  # a system without such limits has the clock of the process that waits
        return
    for limit, value in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            resource.setrlimit(limit, (value, value))
        except (ValueError, OSError):  # a lower limit is set already, or the system knows none
            pass


if __name__ == "__main__":
    main()
