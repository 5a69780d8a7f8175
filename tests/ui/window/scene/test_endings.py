"""Each outcome has a place of its own, that is told from the others without a word."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pygame
import pytest

from game.scenario.loading.files import bundled_folder
from game.scenario.loading.library import find
from game.ship.ship import Outcome
from game.testing import a_helm
from game.ui.window.renderer import Renderer
from game.ui.window.settings import Settings
from game.ui.window.solo.ending import EndingScreen
from tests.pictures import a_surface
from tests.ui.window.scene.test_ship import differing

SIZE = (640, 360)


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_every_outcome_has_its_own_place(tmp_path: Path, theme: str) -> None:
    """A fifth of the scene differs between any two, though the text and the gauges are alike."""
    helm = a_helm(tmp_path, find("maiden-passage"))
    while not helm.is_over:
        helm.give(next(order.id for order in helm.watch.orders if not order.locked))
    scenes = []
    for outcome in Outcome:
        renderer = Renderer(a_surface(SIZE), Settings(theme=theme), bundled_folder("assets"))
        screen = EndingScreen(replace(helm.end, outcome=outcome, title="Over", text="It is over."))
        renderer.show(screen, 0.0)
        renderer.frame(5.0)
        scenes.append(renderer.surface.subsurface(screen.vista).copy())
    areas = {scene.get_size() for scene in scenes}
    width, height = min(areas)
    cut = [scene.subsurface(pygame.Rect(0, 0, width, height)) for scene in scenes]

    assert min(differing(*pair) for pair in combinations(cut, 2)) > 0.2
