"""Whatever a test here examines is read by both parsers, and must be read alike; and a folder."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from game.scenario import examining
from game.scenario.files import TRANSLATIONS, shipped
from game.scenario.pages import FOLDER as PAGES
from tests.parsers import read_by_both


@pytest.fixture(autouse=True)
def _both_parsers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A thousand mutations are compared by their own test, some of them."""
    if "mutations" not in request.node.nodeid:
        monkeypatch.setattr(examining, "read", read_by_both)


@pytest.fixture
def at_sea(tmp_path: Path) -> Path:
    """A folder with the sound scenario and its German translation."""
    (tmp_path / TRANSLATIONS).mkdir()
    shutil.copy(shipped(PAGES) / "sound.yaml", tmp_path / "fog.yaml")
    shutil.copy(shipped(PAGES) / "sound.de.yaml", tmp_path / TRANSLATIONS / "fog.de.yaml")
    return tmp_path
