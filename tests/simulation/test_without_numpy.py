"""Where there is no numpy, voyages are sailed one by one, and fewer of them."""

from __future__ import annotations

import subprocess
import sys

import pytest

from game.scenario.loading.library import find
from game.simulation.census import census_of

WITHOUT_NUMPY = """
import sys

class NoNumpy:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "numpy":
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, NoNumpy())
import importlib.util
importlib.util.find_spec = lambda name, package=None: None

from game.debrief.debrief import debrief_of
from game.debrief.other_weather import other_weather
from game.scenario.loading.library import find
from game.simulation.captains import ADAPTIVE
from game.simulation.single_voyage import sail_captain
from game.voyage.flow import Flow

flow = Flow(find("maiden-passage").scenario)
voyage = sail_captain(flow, 7, ADAPTIVE).voyage
debrief = debrief_of(flow, voyage, "")
print(debrief.census.method, debrief.census.tally.arrived)
print(other_weather(flow, voyage, seas=3).seas)
"""


def test_a_voyage_can_be_sailed_and_debriefed_without_numpy() -> None:
    """By a small sample, sailed one by one, that agrees with the count of all."""
    ran = subprocess.run(
        [sys.executable, "-c", WITHOUT_NUMPY], capture_output=True, text=True, check=True
    )
    method, arrived, seas = ran.stdout.split()
    whole = census_of(find("maiden-passage").scenario, 7)

    assert (method, seas) == ("sampled", "3")
    assert float(arrived) == pytest.approx(whole.tally.arrived, abs=0.07)
