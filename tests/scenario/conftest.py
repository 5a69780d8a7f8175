"""Whatever a test here examines is read by both parsers, and must be read alike."""

from __future__ import annotations

from typing import Any

import pytest

from game.scenario import examining
from tests.parsers import read_by_both


@pytest.fixture(autouse=True)
def _both_parsers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A thousand mutations are compared by their own test, some of them."""
    if "mutations" not in request.node.nodeid:
        monkeypatch.setattr(examining, "read", read_by_both)
