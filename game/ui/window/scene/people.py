"""The people on board: by how they hold themselves and what they have put up, how the crew is;
by who is aloft, how able.
"""

from __future__ import annotations

from dataclasses import dataclass

from pygame import Rect, Surface

from game.ui.window.widgets.art import Art

PLACES = (130, 270, 154, 246, 177, 223)
"""Where the hands stand along the rail, in the ship's own measures."""
BEHIND = ((142, 312), (258, 312), (118, 310), (282, 310), (166, 308), (234, 308))
"""Where the watch below stands behind them, as long as it comes on deck."""
CROWD = ((222, 344), (246, 338), (270, 342), (234, 318), (262, 316), (250, 298))
PRESSED = ((272, 330), (214, 322), (270, 306), (226, 300), (262, 292), (242, 284))
"""Where both stand when they have turned away: together, and far from the helm."""
HELM = (200, 336)
ALONE = (138, 336)
"""Where the helm stands when nobody stands by it."""
ALOFT = ((132, 214), (268, 214), (148, 124), (252, 124), (106, 214), (294, 214), (176, 124))
"""Where somebody works unasked, on the yards; the first places are filled first."""
SIZE = (48 * 1.32, 76 * 1.32)
SMALL, BACK = 0.62, 0.9
"""How large a hand aloft, and one of the watch below, is drawn beside one at the rail."""
PROUD, STANDING, LEANING, SITTING, TURNED = "proud", "standing", "leaning", "sitting", "turned"
POSES = ((0.75, PROUD), (0.5, STANDING), (0.3, LEANING), (0.12, SITTING))
"""How a hand is from this much heart on; with less, turned away."""


@dataclass(frozen=True, slots=True)
class People:
    """Who can be seen. mood: of all of them, which is what they put up; poses: of each hand along
    the rail; aloft: how many work up there.
    """

    mood: str
    poses: tuple[str, ...]
    aloft: int


def people_of(crew: float, seamanship: float) -> People:
    """Who can be seen at these gauges, 0 to 1; no two hands change their mind at once."""
    hearts = (crew + 0.02 * (n - 2.5) for n in range(len(PLACES)))
    poses = tuple(_pose(heart) for heart in hearts)
    return People(_pose(crew), poses, round(seamanship * len(ALOFT)))


def _pose(heart: float) -> str:
    return next((pose for least, pose in POSES if heart >= least), TURNED)


def draw_behind(ship: Surface, art: Art, scale: float, people: People) -> None:
    """The watch below, which comes on deck for as long as it has a heart for it."""
    for n, pose in enumerate(people.poses):
        if pose in {PROUD, STANDING}:
            _put(ship, art, BEHIND[n], f"{pose}-{'ba'[n // 2 % 2]}", scale, BACK)


def draw_on_deck(ship: Surface, art: Art, scale: float, people: People) -> None:
    """All who stand behind the rail, and the helm; the hull comes before them."""
    standing = []
    for n, pose in enumerate(people.poses):
        name = f"{pose}-{'ab'[n // 2 % 2]}"
        if pose == TURNED:
            standing += [(CROWD[n], name), (PRESSED[n], f"{pose}-{'ba'[n // 2 % 2]}")]
        elif pose != SITTING:
            standing.append(((PLACES[n], 340), name))
    for foot, name in sorted(standing, key=lambda hand: hand[0][1]):
        _put(ship, art, foot, name, scale)
    x, y = ALONE if people.mood == TURNED else HELM
    helm = art.picture("sailor", 52 * scale, 83 * scale)
    ship.blit(helm, helm.get_rect(midbottom=(round(x * scale), round(y * scale))))


def draw_on_rail(ship: Surface, art: Art, scale: float, people: People) -> None:
    """What hangs over it, and those who sit, their legs before the hull."""
    _put_up(ship, art, f"crew/{people.mood}-rail")
    for n, pose in enumerate(people.poses):
        if pose == SITTING:
            _put(ship, art, (PLACES[n], 332), f"{pose}-{'ab'[n // 2 % 2]}", scale)


def draw_put_up(ship: Surface, art: Art, people: People, masthead: float) -> None:
    """What they have put up in the rigging: bunting, clothes, hammocks, the red flag.

    masthead: the highest that the mast still reaches, pixels from above.
    """
    ship.set_clip(Rect(0, round(masthead), *ship.get_size()))
    _put_up(ship, art, f"crew/{people.mood}-aloft")
    ship.set_clip(None)


def draw_aloft(ship: Surface, art: Art, scale: float, people: People) -> None:
    for n, foot in enumerate(ALOFT[: people.aloft]):
        _put(ship, art, foot, f"aloft-{'ab'[n % 2]}", scale, SMALL)


def _put_up(ship: Surface, art: Art, name: str) -> None:
    if art.has(name):
        ship.blit(art.picture(name, *ship.get_size()), (0, 0))


def _put(
    ship: Surface, art: Art, foot: tuple[float, float], name: str, scale: float, size: float = 1.0
) -> None:
    hand = art.picture(f"crew/{name}", SIZE[0] * scale * size, SIZE[1] * scale * size)
    at = round(foot[0] * scale), round(foot[1] * scale)
    ship.blit(hand, hand.get_rect(midbottom=at))
