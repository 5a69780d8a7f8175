"""The people on board: by how they hold themselves, how the crew is; by who is aloft, how able."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pygame import Surface

from game.ui.window.widgets.art import Art

PLACES = (130, 270, 154, 246, 177, 223)
"""Where the hands stand along the rail, in the ship's own measures."""
CROWD = ((226, 340), (246, 336), (266, 340), (236, 318), (270, 322), (253, 314))
"""Where they stand when they have turned away: together, and far from the helm."""
HELM = (200, 336)
ALOFT = ((132, 214), (268, 214), (148, 124), (252, 124), (110, 214), (290, 214), (176, 124))
"""Where somebody works unasked, on the yards; the first places are filled first."""
SIZE = (48 * 1.22, 76 * 1.22)
SMALL = 0.52
"""How large a hand aloft is drawn beside one on deck."""
POSES = ((0.75, "proud"), (0.5, "standing"), (0.3, "leaning"), (0.12, "sitting"))
"""How a hand is from this much heart on; with less, turned away."""
TURNED = "turned"


@dataclass(frozen=True, slots=True)
class People:
    """Who can be seen. poses: of each hand along the rail; aloft: how many work up there."""

    poses: tuple[str, ...]
    aloft: int


def people_of(crew: float, seamanship: float) -> People:
    """Who can be seen at these gauges, 0 to 1; no two hands change their mind at once."""
    hearts = (crew + 0.02 * (n - 2.5) for n in range(len(PLACES)))
    return People(tuple(_pose(heart) for heart in hearts), round(seamanship * len(ALOFT)))


def _pose(heart: float) -> str:
    return next((pose for least, pose in POSES if heart >= least), TURNED)


def draw_on_deck(ship: Surface, art: Art, scale: float, people: People) -> None:
    """All who stand behind the rail, and the helm; the hull comes before them."""
    helm = art.picture("sailor", 52 * scale, 83 * scale)
    places = sorted(_standing(people), key=lambda place: place[1])
    for pose, _y, hand in places:
        x, y = hand
        _put(ship, art, (x * scale, y * scale), pose, scale)
    ship.blit(helm, helm.get_rect(midbottom=(round(HELM[0] * scale), round(HELM[1] * scale))))


def _standing(people: People) -> Iterator[tuple[str, float, tuple[float, float]]]:
    for n, pose in enumerate(people.poses):
        if pose != "sitting":
            at = CROWD[n] if pose == TURNED else (PLACES[n], 340)
            yield f"{pose}-{'ab'[n // 2 % 2]}", at[1], at


def draw_on_rail(ship: Surface, art: Art, scale: float, people: People) -> None:
    """Those who sit, their legs before the hull."""
    for n, pose in enumerate(people.poses):
        if pose == "sitting":
            _put(ship, art, (PLACES[n] * scale, 332 * scale), f"{pose}-{'ab'[n // 2 % 2]}", scale)


def draw_aloft(ship: Surface, art: Art, scale: float, people: People) -> None:
    for n, (x, y) in enumerate(ALOFT[: people.aloft]):
        _put(ship, art, (x * scale, y * scale), f"aloft-{'ab'[n % 2]}", scale * SMALL)


def _put(ship: Surface, art: Art, foot: tuple[float, float], name: str, scale: float) -> None:
    hand = art.picture(f"crew/{name}", SIZE[0] * scale, SIZE[1] * scale)
    ship.blit(hand, hand.get_rect(midbottom=(round(foot[0]), round(foot[1]))))
