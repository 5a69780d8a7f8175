"""Whatever is written in a test here is read by both parsers, and must be read alike; a folder."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from game.scenario.loading import check_file
from game.scenario.loading.files import TRANSLATIONS, bundled_folder
from game.scenario.loading.finding_docs import FOLDER as PAGES
from game.scenario.yaml.parser import Parsed, parse_yaml
from tests.parsers import read_by_both

SHORT = 10_000
"""Bytes of a text that is written for a test. The shipped scenarios, and what is broken in them,
are longer, and are compared by a test of their own: the parser in Python takes its time.
"""


def _read(file: str, data: bytes) -> Parsed:
    return read_by_both(file, data) if len(data) <= SHORT else parse_yaml(file, data)


@pytest.fixture(autouse=True)
def _both_parsers(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Also where a test thinks of something else."""
    monkeypatch.setattr(check_file, "parse_yaml", _read)


@pytest.fixture
def at_sea(tmp_path: Path) -> Path:
    """A folder with the sound scenario and its German translation."""
    (tmp_path / TRANSLATIONS).mkdir()
    shutil.copy(bundled_folder(PAGES) / "sound.yaml", tmp_path / "fog.yaml")
    shutil.copy(bundled_folder(PAGES) / "sound.de.yaml", tmp_path / TRANSLATIONS / "fog.de.yaml")
    return tmp_path
