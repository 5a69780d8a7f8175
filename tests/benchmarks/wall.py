"""`python -m tests.benchmarks.wall`: what 300 ships on one sea cost, 1920 x 1080."""

from __future__ import annotations

import os
import statistics
import time
from dataclasses import replace

from game.ui.window.scene.fleet import Afloat
from game.voyage.sea import IN_HARBOUR

if "DISPLAY" not in os.environ:
    os.environ["SDL_VIDEODRIVER"] = "dummy"

SIZE, SHIPS, SECONDS, RATE = (1920, 1080), 300, 6, 60


def ship(number: int, at: int) -> Afloat:
    """Anything between well and hurt, ahead and astern; no two alike. at: the second."""
    gauge = (number * 37 + at * 11) % 100 / 100
    sea = replace(
        IN_HARBOUR,
        progress=min(1.0, number / SHIPS * 0.6 + 0.03 * at),
        bearing=40 * gauge - 20,
        heel=0.2 + gauge,
        sail=1 - 0.8 * gauge,
        stability=0.1 + 0.9 * gauge,
        crew=gauge,
    )
    return Afloat(number, "", sea, None)


def frames(*, busy: bool) -> list[float]:
    """Milliseconds for each frame, the display's update included; from the second second on.

    busy: every ship has something new each second, as when a whole regatta gives its orders.
    """
    import pygame
    from pygame import Rect

    from game.scenario.loading.files import bundled_folder
    from game.ui.window.projector.fleet import FAIR
    from game.ui.window.scene.fleet import Fleet
    from game.ui.window.scene.fleet_sea import FleetSea
    from game.ui.window.widgets.art import Art
    from game.ui.window.widgets.fonts import Fonts
    from game.ui.window.widgets.theme import DARK

    pygame.font.init()
    surface = pygame.display.set_mode(SIZE)
    assets = bundled_folder("assets")
    fonts = Fonts(assets / "fonts", SIZE[1], 1.0)
    sea, vista = FleetSea(SIZE[1], DARK, Art(assets / "art"), fonts), Rect(0, 0, SIZE[0], 864)
    fleets = [
        Fleet(tuple(ship(number, at if busy else 0) for number in range(SHIPS)), FAIR)
        for at in range(SECONDS)
    ]
    taken = []
    for number in range(SECONDS * RATE):
        start = time.process_time()
        sea.draw(surface, vista, fleets[number // RATE], number / RATE)
        pygame.display.update(vista)
        taken.append(1000 * (time.process_time() - start))
    return sorted(taken[RATE:])


def main() -> None:
    """Print the table."""
    print(f"{SHIPS} ships on one sea, {SIZE[0]} x {SIZE[1]}")
    for name, busy, bar in (("quiet", False, 16.7), ("busy", True, 33.3)):
        taken = frames(busy=busy)
        late = sum(frame > bar for frame in taken)
        print(f"  {name}, median          {statistics.median(taken):8.2f} ms   (bar {bar})")
        print(f"  {name}, 99 of 100       {taken[int(len(taken) * 0.99)]:8.2f} ms")
        print(f"  {name}, over the bar    {late:8d} of {len(taken)} frames")


if __name__ == "__main__":
    main()
