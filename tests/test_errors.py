"""The tree of errors in the docstring of `reader.errors` has every error class."""

from __future__ import annotations

import pkgutil
from importlib import import_module

import reader
from reader import errors
from reader.errors import ReaderError


def subclasses(kind: type[ReaderError]) -> set[str]:
    """The names of all classes below `kind`."""
    return {name for child in kind.__subclasses__() for name in ({child.__name__} | subclasses(child))}


def test_every_error_is_in_the_drawing() -> None:
    for module in pkgutil.walk_packages(reader.__path__, "reader."):
        if module.name != "reader.__main__":
            import_module(module.name)
    drawn = errors.__doc__ or ""
    assert {name for name in subclasses(ReaderError) if f" {name} " not in drawn} == set()
