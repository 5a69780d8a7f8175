"""Skies and water are painted by and by, and come out as if they had been painted at once."""

from __future__ import annotations

from dataclasses import dataclass

import pygame
import pytest

from game.scenario.model.scene import Hour, Sky
from game.ui.window.scene.painter import Painter, Slices
from game.ui.window.scene.scene import SkyJob, WaterJob
from game.voyage.sea import Backdrop
from tests.pictures import a_surface

SIZE = (320, 120)


@dataclass(frozen=True)
class Counting:
    """A job of three slices, that tells how far it has come."""

    name: str
    log: list[str]

    def __hash__(self) -> int:
        return hash(self.name)

    def paint(self) -> Slices[str]:
        for n in range(3):
            self.log.append(f"{self.name}{n}")
            yield
        return self.name


@pytest.mark.parametrize("sky", Sky)
def test_what_was_painted_in_slices_is_what_is_painted_at_once(sky: Sky) -> None:
    """To the byte, a sky and every layer of the water."""
    a_surface(SIZE)
    under, seen = Backdrop(sky, Hour.NIGHT, gale=True), []
    for slices in (0, 10_000):
        painter = Painter(4)
        above, water = SkyJob(SIZE, "dark", under), WaterJob(SIZE, "dark", under)
        painter.expect(above)
        painter.expect(water)
        while slices and painter.advance():
            pass
        layers = [layer.strip for layer in painter.get(water).layers]
        seen.append([pygame.image.tobytes(s, "RGBA") for s in (painter.get(above), *layers)])

    assert seen[0] == seen[1]


def test_a_frame_that_cannot_wait_takes_up_what_was_begun() -> None:
    """No slice is painted twice, and nothing is left to do."""
    log: list[str] = []
    painter, job = Painter(2), Counting("a", log)
    painter.expect(job)
    painter.advance()

    assert painter.get(job) == "a"
    assert log == ["a0", "a1", "a2"]
    assert not painter.advance()


def test_only_the_last_few_are_kept() -> None:
    """What was used longest ago is painted anew."""
    log: list[str] = []
    painter = Painter(2)
    jobs = [Counting(name, log) for name in "abc"]
    for job in (jobs[0], jobs[1], jobs[0], jobs[2]):
        painter.get(job)
    log.clear()
    painter.get(jobs[0])
    painter.get(jobs[1])

    assert log == ["b0", "b1", "b2"]
