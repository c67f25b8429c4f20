"""Find the main text of a page with trafilatura, and import only the parts of it that are used."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from copy import deepcopy
from itertools import islice
from types import ModuleType
from typing import Any

from reader.sources.html.dom import Node

LARGE = 100_000
"""The elements of a large page. A long article has some thousand."""


def main_texts(tree: Node) -> list[str]:
    """The text of each block that trafilatura finds, in its order; empty when it finds none.

    Does not change `tree`. A page of more than `LARGE` elements is extracted without trafilatura's fallbacks,
    which would double the time.
    """
    is_large = sum(1 for _ in islice(tree.iter(), LARGE + 1)) > LARGE
    found = _core().bare_extraction(deepcopy(tree), include_comments=False, fast=is_large)
    if found is None or found.body is None:
        return []
    out = []
    for block in found.body:
        text = "".join(block.itertext())
        if block.tail:
            text += block.tail
        out.append(text)
    lead = found.body.text or ""
    return [lead, *out] if lead.strip() else out


def _core() -> Any:
    """trafilatura's extractor without its downloader, crawler, date finder and what these import.

    Importing the whole package takes longer than extracting most articles (measured: 240 against 70 ms).
    If another release of trafilatura is organised differently, the whole package is imported.
    """
    if "trafilatura" in sys.modules:
        return _whole()
    try:
        return _part()
    except Exception:  # noqa: BLE001 - another release of trafilatura may need anything at all
        _forget(("trafilatura", *_UNUSED))
        return _whole()


def _whole() -> Any:
    import trafilatura.core

    return trafilatura.core


_UNUSED = ("courlan", "htmldate", "urllib3", "charset_normalizer")
"""Packages that are imported and not used: how addresses are kept, dates are found and pages fetched."""

_UNUSED_PARTS = ("importlib.metadata", "urllib.request", "urllib.error")
"""Modules of the standard library, the same: they bring mail, archives and TLS with them."""


def _part() -> Any:
    from importlib import import_module
    from importlib.util import find_spec

    spec = find_spec("trafilatura")
    if spec is None or not spec.submodule_search_locations:
        raise ImportError("trafilatura is not installed")
    package = ModuleType("trafilatura")
    package.__path__ = list(spec.submodule_search_locations)
    package.__spec__ = spec
    sys.modules["trafilatura"] = package
    absent = [name for name in (*_UNUSED, *_UNUSED_PARTS) if name not in sys.modules]
    stub_finder = _StubFinder(absent)
    sys.meta_path.insert(0, stub_finder)
    try:
        return import_module("trafilatura.core")
    finally:
        sys.meta_path.remove(stub_finder)
        # A later import must find the real modules.
        _forget(absent)


def _forget(names: Iterable[str]) -> None:
    """Remove these modules and their submodules from `sys.modules`, so that they are imported again."""
    within = tuple(f"{name}." for name in names)
    for name in [name for name in sys.modules if f"{name}.".startswith(within)]:
        del sys.modules[name]
        holder, _, attribute = name.rpartition(".")
        if holder in sys.modules:
            vars(sys.modules[holder]).pop(attribute, None)


class _StubModule(ModuleType):
    """A module in which every name is an empty class. It replaces modules that are imported and not used."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (Exception,), {})  # some are called with whatever, and some are caught


class _StubFinder:
    """Finds a `_StubModule` for the named modules and their submodules."""

    def __init__(self, names: Iterable[str]) -> None:
        self._within = tuple(f"{name}." for name in names)

    def find_spec(self, name: str, path: object = None, target: object = None) -> Any:
        if not f"{name}.".startswith(self._within):
            return None
        from importlib.machinery import ModuleSpec

        return ModuleSpec(name, self, is_package=True)  # type: ignore[arg-type]

    def create_module(self, spec: Any) -> ModuleType:
        return _StubModule(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Do nothing: the module is empty."""
