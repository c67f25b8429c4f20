"""The built distributions: their files, their metadata, and the wheel in an empty environment."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from reader import __version__

ROOT = Path(__file__).parent.parent

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300), pytest.mark.xdist_group("packaging")]


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    """Run a program and return its output. If it fails, the error shows both streams."""
    done = subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory with the sdist of this checkout and the wheel built from it."""
    directory = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--outdir", directory, ROOT, cwd=directory)
    return directory


@pytest.fixture(scope="module")
def installed(distributions: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` of an environment that holds only the wheel and its dependencies."""
    directory = tmp_path_factory.mktemp("empty")
    [wheel] = distributions.glob("*.whl")
    run(sys.executable, "-m", "venv", directory / "venv", cwd=directory)
    run(directory / "venv/bin/python", "-m", "pip", "install", "--quiet", wheel, cwd=directory)
    return directory / "venv/bin"


def files(parent: str) -> set[str]:
    """The paths in the wheel of the data files under `parent`."""
    return {
        f"reader/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / parent).rglob("*") if path.is_file()
    }


def test_the_wheel_holds_code_data_types_and_licences(distributions: Path) -> None:
    [wheel] = distributions.glob("article_reader-*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert files("content") <= names
    assert files("styles") <= names
    assert {"reader/py.typed", "reader/cli/__init__.py", "reader/ui/app.py"} <= names
    licences = {name.partition("/licenses/")[2] for name in names}
    assert {"LICENSE", "reader/annotate/lexicon/lists/vocabulary.notice.txt"} <= licences
    assert not any(
        name.startswith(("tests/", "content/", "styles/")) or "__pycache__" in name for name in names
    )


def test_the_metadata_has_the_version_and_the_readme(distributions: Path) -> None:
    [wheel] = distributions.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        [name] = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        metadata = archive.read(name).decode()
    assert f"\nVersion: {__version__}\n" in metadata
    assert "\nLicense-Expression: MIT\n" in metadata
    assert (ROOT / "README.md").read_text(encoding="utf-8").strip() in metadata


def test_the_sdist_holds_what_is_needed_to_build_and_to_test(distributions: Path) -> None:
    [sdist] = distributions.glob("article_reader-*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"} <= names
    assert {".ci/run", ".ci/check", ".ci/newest", ".ci/constraints.txt", ".ci/lowest.txt"} <= names
    assert {".assets/keys.md", ".github/SECURITY.md"} <= names
    assert {
        "content/khalimov.yaml",
        "styles/app.tcss",
        "tests/test_packaging.py",
        "reader/__init__.py",
    } <= names


def test_the_installed_command_opens_a_bundled_article(installed: Path, tmp_path: Path) -> None:
    listed = run(installed / "reader", cwd=tmp_path)
    paths = [Path(line.partition("\t")[0]) for line in listed.splitlines()]
    assert {path.name for path in paths} >= {"khalimov.yaml", "tour.yaml", "feature.yaml"}
    assert all("site-packages" in path.parts for path in paths)
    [khalimov] = [path for path in paths if path.name == "khalimov.yaml"]
    text = run(installed / "reader", "show", khalimov, cwd=tmp_path)
    [title] = [line.partition("\t")[2] for line in listed.splitlines() if line.startswith(f"{khalimov}\t")]
    assert title in text
    assert run(installed / "python", "-m", "reader", khalimov, cwd=tmp_path) == text


def test_the_installed_command_finds_no_fault_in_the_bundled_articles(
    installed: Path, tmp_path: Path
) -> None:
    paths = [line.partition("\t")[0] for line in run(installed / "reader", cwd=tmp_path).splitlines()]
    assert f"{len(paths)} files: no faults" in run(installed / "reader", "check", *paths, cwd=tmp_path)


def test_the_installed_screen_finds_its_stylesheets(installed: Path, tmp_path: Path) -> None:
    code = (
        "from reader.resources import articles, bundled\n"
        "from reader.sources.open import open_source\n"
        "from reader.sources.ref import FileSource\n"
        "from reader.ui.app import ReaderApp\n"
        "import asyncio\n"
        "async def main():\n"
        "    app = ReaderApp(open_source(FileSource.at(articles()[0])))\n"
        "    async with app.run_test(size=(120, 40)) as pilot:\n"
        "        await pilot.press('q')\n"
        "    print(bundled('styles'), app.return_code)\n"
        "asyncio.run(main())\n"
    )
    styles, code_returned = run(installed / "python", "-c", code, cwd=tmp_path).split()
    assert "site-packages" in Path(styles).parts
    assert code_returned == "0"
