"""What pyproject.toml declares: the imports of the program, and the two lists of versions in `.ci`."""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import packages_distributions, requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUNTIME = [Requirement(line) for line in PROJECT["dependencies"]]
TEST = [Requirement(line) for line in PROJECT["optional-dependencies"]["test"]]


def pins(name: str) -> dict[str, Version]:
    """The versions of a constraints file by canonical name. Every line must pin one version."""
    lines = (ROOT / ".ci" / name).read_text(encoding="utf-8").splitlines()
    pinned: dict[str, Version] = {}
    for line in lines:
        if line and not line.startswith("#"):
            requirement = Requirement(line)
            [specifier] = requirement.specifier
            assert specifier.operator == "==", line
            pinned[canonicalize_name(requirement.name)] = Version(specifier.version)
    return pinned


def lower_bounds(requirements: Iterable[Requirement]) -> dict[str, Version]:
    """The lower bound of each requirement by canonical name; each must have one."""
    return {
        canonicalize_name(requirement.name): Version(specifier.version)
        for requirement in requirements
        for specifier in requirement.specifier
        if specifier.operator == ">="
    }


def needed(requirements: Iterable[Requirement], seen: set[str]) -> Iterator[str]:
    """The canonical names of `requirements` and of everything that they require in this environment."""
    for requirement in requirements:
        name = canonicalize_name(requirement.name)
        if f"{name}{requirement.extras}" not in seen:
            seen.add(f"{name}{requirement.extras}")
            yield name
            extras = ("", *requirement.extras)
            parts = [Requirement(line) for line in requires(name) or ()]
            yield from needed([part for part in parts if applies(part, extras)], seen)


def applies(requirement: Requirement, extras: Iterable[str]) -> bool:
    """Whether this environment needs `requirement` of a package that is installed with `extras`."""
    marker = requirement.marker
    return marker is None or any(marker.evaluate({"extra": extra}) for extra in extras)


def imported() -> set[str]:
    """The top-level names that the program imports from outside of it and of the standard library."""
    names = set()
    for path in (ROOT / "reader").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module.partition(".")[0])
    return names - {"reader"} - sys.stdlib_module_names


def test_every_imported_package_is_declared() -> None:
    declared = {canonicalize_name(requirement.name) for requirement in RUNTIME}
    distributions = packages_distributions()
    undeclared = {
        name
        for name in imported()
        if declared.isdisjoint(canonicalize_name(found) for found in distributions.get(name, ()))
    }
    assert undeclared == set()


def test_every_requirement_has_a_lower_bound() -> None:
    assert len(lower_bounds(RUNTIME)) == len(RUNTIME)
    assert len(lower_bounds(TEST)) == len(TEST)


def test_the_lowest_versions_are_the_lower_bounds() -> None:
    assert pins("lowest.txt") == lower_bounds(RUNTIME)


def test_the_constraints_pin_every_package_of_the_test_environment() -> None:
    assert set(needed([*RUNTIME, *TEST], set())) - set(pins("constraints.txt")) == set()


def test_the_constraints_are_versions_that_the_project_allows() -> None:
    pinned = pins("constraints.txt")
    refused = [
        str(requirement)
        for requirement in (*RUNTIME, *TEST)
        if pinned[canonicalize_name(requirement.name)] not in requirement.specifier
    ]
    assert refused == []
