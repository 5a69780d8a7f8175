"""A scenario by what a command calls it: an id, shipped or the reader's own, a file or a chest."""

from __future__ import annotations

from game.cli.io import scenarios_folder
from game.scenario.loading.library import find
from game.scenario.model.loaded import LoadedScenario


def find_scenario(name: str) -> LoadedScenario:
    """The scenario that is called so; raises as `find`."""
    return find(name, scenarios_folder())
