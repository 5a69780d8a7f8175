"""Every test begins in English, whatever the machine speaks and the test before it spoke."""

from __future__ import annotations

import os

import pytest

from game.faces.languages import ASKED, speak_in

# Where this is set, each of the many processes that tests start compiles a hundred files anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


@pytest.fixture(autouse=True)
def _in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tongue is the one thing that a test could leave behind."""
    monkeypatch.setenv(ASKED[0], "en")
    speak_in("en")
