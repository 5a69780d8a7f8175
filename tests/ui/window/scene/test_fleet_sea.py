"""The wall's one sea: every ship is to be seen on it, and how her voyage has ended."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest
from pygame import Rect, Surface

from game.scenario.loading.files import bundled_folder
from game.ship.ship import Outcome
from game.ui.window.projector.fleet import FAIR
from game.ui.window.scene.fleet import Afloat, Fleet
from game.ui.window.scene.fleet_sea import FleetSea
from game.ui.window.widgets.art import Art
from game.ui.window.widgets.fonts import Fonts
from game.ui.window.widgets.theme import DARK
from game.voyage.sea import IN_HARBOUR
from tests.pictures import a_surface

SIZE = (1280, 720)
VISTA = Rect(0, 0, 1280, 576)


@pytest.fixture(scope="module")
def sea() -> FleetSea:
    a_surface(SIZE)
    assets = bundled_folder("assets")
    return FleetSea(SIZE[1], DARK, Art(assets / "art"), Fonts(assets / "fonts", SIZE[1], 1.0))


def a_ship(number: int, progress: float = 0.3, outcome: Outcome | None = None) -> Afloat:
    here = replace(IN_HARBOUR, progress=progress, bearing=8.0, heel=0.4, sail=0.6, stability=0.9)
    return Afloat(number, "", here, outcome)


def drawn(sea: FleetSea, *ships: Afloat, name: str = "") -> Surface:
    """The moment when all lie at their places."""
    surface = Surface(SIZE)
    sea.settle()
    sea.draw(surface, VISTA, Fleet(tuple(replace(ship, name=name) for ship in ships), FAIR), 5.0)
    return surface


def changed(one: Surface, other: Surface) -> Rect:
    """Where two pictures differ."""
    mask = pygame.mask.from_threshold(one, (0, 0, 0), (1, 1, 1, 255), other)
    mask.invert()
    areas = mask.get_bounding_rects()
    return areas[0].unionall(areas[1:]) if areas else Rect(0, 0, 0, 0)


@pytest.mark.parametrize("ships", [2, 6, 60, 300])
def test_every_ship_of_a_fleet_is_seen_even_if_all_are_alike(sea: FleetSea, ships: int) -> None:
    """Each has pixels of her own: a wreck in her place would be another picture."""
    fleet = [a_ship(number) for number in range(1, ships + 1)]
    whole = drawn(sea, *fleet)
    step = max(1, ships // 12)
    for n in range(0, ships, step):
        sunk = replace(fleet[n], outcome=Outcome.FOUNDERED)
        other = drawn(sea, *fleet[:n], sunk, *fleet[n + 1 :])
        assert changed(whole, other).width >= 4, n + 1


def test_how_a_voyage_ended_is_seen_from_afar(sea: FleetSea) -> None:
    pictures = {
        outcome: pygame.image.tobytes(drawn(sea, a_ship(1, outcome=outcome)), "RGB")
        for outcome in (None, *Outcome)
    }
    assert len(set(pictures.values())) == len(pictures)


def test_a_lost_ship_is_lower_in_the_water_than_one_that_sails(sea: FleetSea) -> None:
    bare = drawn(sea)
    afloat, lost = (
        changed(bare, drawn(sea, a_ship(1, outcome=outcome)))
        for outcome in (None, Outcome.FOUNDERED)
    )
    assert lost.top > afloat.top + 0.2 * afloat.height


def test_a_ship_in_port_lies_off_it_and_shows_a_lamp(sea: FleetSea) -> None:
    bare = drawn(sea)
    sailing, landed = (
        changed(bare, drawn(sea, ship)) for ship in (a_ship(1), a_ship(1, 1.0, Outcome.ARRIVED))
    )
    assert landed.left > 0.6 * VISTA.width
    assert sailing.right < 0.5 * VISTA.width
    assert landed.right < VISTA.right - 100  # the port itself stays to be seen


def test_progress_is_the_way_across(sea: FleetSea) -> None:
    bare = drawn(sea)
    places = [changed(bare, drawn(sea, a_ship(1, share))).centerx for share in (0, 0.25, 0.5, 0.9)]
    assert places == sorted(set(places))


def test_a_ship_makes_her_way_to_where_the_watch_has_brought_her(sea: FleetSea) -> None:
    drawn(sea, a_ship(1, 0.1))
    seen = []
    for time in (5.0, 6.0, 12.0):
        bare, surface = Surface(SIZE), Surface(SIZE)
        sea.draw(surface, VISTA, Fleet((a_ship(1, 0.8),), FAIR), time)
        sea.draw(bare, VISTA, Fleet((), FAIR), time)
        seen.append(changed(bare, surface).centerx)
    began, under_way, there = seen
    arrived = changed(drawn(sea), drawn(sea, a_ship(1, 0.8))).centerx
    assert began + 100 < under_way < there - 50
    assert abs(there - arrived) < 12


def test_ships_with_names_have_a_row_each(sea: FleetSea) -> None:
    """Two at the same place are not written over each other."""
    bare = drawn(sea)
    one = changed(bare, drawn(sea, a_ship(1), name="Fulmar"))
    two = changed(bare, drawn(sea, a_ship(1), a_ship(2), name="Fulmar"))
    assert two.height > one.height
