"""The bundled data is found in a wheel and in a checkout, and missing data is reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader import resources


def test_the_checkout_has_articles_and_stylesheets() -> None:
    assert any(bundled.suffix == ".yaml" for bundled in resources.bundled("content").iterdir())
    assert any(bundled.suffix == ".tcss" for bundled in resources.bundled("styles").iterdir())


def test_articles_are_the_yaml_files_in_order() -> None:
    names = [path.name for path in resources.articles()]
    assert names == sorted(names)
    assert "khalimov.yaml" in names


def test_data_inside_the_package_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "reader"
    (package / "content").mkdir(parents=True)
    (tmp_path / "content").mkdir()
    monkeypatch.setattr(resources, "PACKAGE", package)
    assert resources.bundled("content") == package / "content"
    (package / "content").rmdir()
    assert resources.bundled("content") == tmp_path / "content"


def test_an_installation_without_its_data_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "PACKAGE", tmp_path / "reader")
    with pytest.raises(FileNotFoundError, match="lacks its content"):
        resources.bundled("content")
