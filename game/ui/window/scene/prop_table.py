"""What there is beside the ship: where each thing lives, how large it is, and how it moves."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Place(Enum):
    """Where a thing lives; on deck it is part of her picture."""

    SEA = auto()
    HORIZON = auto()
    SKY = auto()
    DECK = auto()


class Motion(Enum):
    """How it moves beside riding the waves: not at all, to and fro, or past her again and again."""

    STAYS = auto()
    SWAYS = auto()
    PASSES = auto()


@dataclass(frozen=True, slots=True)
class Prop:
    """size: its height, a share of the scene's, on deck of her own. wide: how much wider than high.

    at: on deck, where its foot stands in her own measures. shines: no night darkens it.
    """

    place: Place
    size: float
    wide: float
    motion: Motion = Motion.STAYS
    at: tuple[int, int] = (0, 0)
    shines: bool = False


PROPS = {
    "barrel": Prop(Place.SEA, 0.12, 1.33, Motion.SWAYS),
    "bell_buoy": Prop(Place.SEA, 0.22, 0.67),
    "blanket_boat": Prop(Place.SEA, 0.24, 1.38),
    "bumboat": Prop(Place.SEA, 0.2, 1.33),
    "cabbage_crate": Prop(Place.SEA, 0.1, 2, Motion.SWAYS),
    "corks": Prop(Place.SEA, 0.11, 4),
    "dark_ship": Prop(Place.SEA, 0.34, 1.09),
    "drum_boats": Prop(Place.SEA, 0.2, 2.73),
    "ferry": Prop(Place.SEA, 0.26, 2),
    "fishing_boats": Prop(Place.SEA, 0.22, 2.17),
    "harbour_wall": Prop(Place.SEA, 0.2, 3.64, Motion.SWAYS),
    "herring": Prop(Place.SEA, 0.13, 4.29, Motion.PASSES),
    "ice": Prop(Place.SEA, 0.22, 2, Motion.PASSES),
    "kitchen_chair": Prop(Place.SEA, 0.18, 0.8, Motion.SWAYS),
    "laden_ship": Prop(Place.SEA, 0.3, 1.2),
    "looming_bow": Prop(Place.SEA, 0.5, 0.73),
    "rocks": Prop(Place.SEA, 0.24, 2),
    "sister_ship": Prop(Place.SEA, 0.27, 1.07, Motion.SWAYS),
    "weed": Prop(Place.SEA, 0.1, 4.8, Motion.PASSES),
    "yachts": Prop(Place.SEA, 0.26, 2),
    "aground_ship": Prop(Place.HORIZON, 0.18, 1.5),
    "breakers": Prop(Place.HORIZON, 0.09, 8.33),
    "cape": Prop(Place.HORIZON, 0.3, 1.37),
    "convoy": Prop(Place.HORIZON, 0.15, 4.2),
    "cow_ship": Prop(Place.HORIZON, 0.13, 1.33),
    "dismasted": Prop(Place.HORIZON, 0.12, 2.25),
    "gun_smoke": Prop(Place.HORIZON, 0.14, 1.5),
    "headland": Prop(Place.HORIZON, 0.13, 4.44),
    "lamps": Prop(Place.HORIZON, 0.1, 3.67, shines=True),
    "lanterns": Prop(Place.HORIZON, 0.1, 4.29, shines=True),
    "light_beam": Prop(Place.HORIZON, 0.4, 3, shines=True),
    "magpie": Prop(Place.HORIZON, 0.18, 1.08),
    "no_land": Prop(Place.HORIZON, 0.04, 10),
    "rival": Prop(Place.HORIZON, 0.22, 1.07),
    "smoke": Prop(Place.HORIZON, 0.28, 0.67),
    "squall": Prop(Place.HORIZON, 0.34, 1.38),
    "gulls": Prop(Place.SKY, 0.16, 1.83),
    "homing_birds": Prop(Place.SKY, 0.14, 2.91),
    "lightning": Prop(Place.SKY, 0.45, 0.67, shines=True),
    "star": Prop(Place.SKY, 0.1, 1, shines=True),
    "sun_halo": Prop(Place.SKY, 0.34, 1),
    "beehives": Prop(Place.DECK, 0.18, 2.44, at=(200, 284)),
    "bees": Prop(Place.DECK, 0.16, 2.5, at=(200, 262)),
    "brown_bird": Prop(Place.DECK, 0.09, 1.43, at=(279, 252)),
    "clock_tin": Prop(Place.DECK, 0.16, 0.92, at=(218, 282)),
    "flags": Prop(Place.DECK, 0.36, 0.33, at=(96, 300)),
    "green_flags": Prop(Place.DECK, 0.36, 0.33, at=(96, 300)),
    "lamp": Prop(Place.DECK, 0.12, 0.83, at=(200, 252), shines=True),
    "lens_crate": Prop(Place.DECK, 0.21, 0.8, at=(181, 300)),
    "mail_bags": Prop(Place.DECK, 0.19, 1.25, at=(160, 294)),
    "organ_pipes": Prop(Place.DECK, 0.24, 0.67, at=(146, 306)),
    "saucepans": Prop(Place.DECK, 0.1, 4, at=(200, 262)),
    "slates": Prop(Place.DECK, 0.1, 2.6, at=(200, 256)),
    "tally_board": Prop(Place.DECK, 0.14, 1, at=(232, 258)),
    "town_bell": Prop(Place.DECK, 0.22, 0.82, at=(200, 306)),
    "washing": Prop(Place.DECK, 0.1, 4.4, at=(200, 262)),
    "yellow_flag": Prop(Place.DECK, 0.3, 0.47, at=(304, 300)),
}
