"""What of a text is shown on the sea: sky, hour, and the names of the pictures that are shipped.

Nothing here moves a ship: the weather alone does.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Sky(StrEnum):
    CLEAR = "clear"
    HAZE = "haze"
    FOG = "fog"
    RAIN = "rain"
    OVERCAST = "overcast"


class Hour(StrEnum):
    DAWN = "dawn"
    DAY = "day"
    DUSK = "dusk"
    NIGHT = "night"


SHIPS = (
    *("concord", "heron", "impeccable", "linnet", "maiden", "organ_ship", "second_thought"),
    *("training_ship",),
)
PORTS = (
    *("aldmouth", "dark_lighthouse", "kessel", "larkhaven", "port_meridian", "sele"),
    *("spire_town", "tern_island"),
)
PORTRAITS = (
    *("blonde_braid", "dark_bun", "grey_crop", "old_spectacles", "red_bandana", "red_beard"),
    *("round_face", "side_whiskers", "silver_hair", "souwester", "straw_hat", "teal_scarf"),
    *("tricorne", "walrus_moustache", "white_cap", "young_mate"),
)
PROPS = (
    *("aground_ship", "barrel", "beehives", "bees", "bell_buoy", "blanket_boat", "breakers"),
    *("brown_bird", "bumboat", "cabbage_crate", "cape", "clock_tin", "convoy", "corks"),
    *("cow_ship", "dark_ship", "dismasted", "drum_boats", "ferry", "fishing_boats", "flags"),
    *("green_flags", "gulls", "gun_smoke", "harbour_wall", "headland", "herring"),
    *("homing_birds", "ice", "kitchen_chair", "laden_ship", "lamp", "lamps", "lanterns"),
    *("lens_crate", "light_beam", "lightning", "looming_bow", "magpie", "mail_bags", "no_land"),
    *("organ_pipes", "rival", "rocks", "saucepans", "sister_ship", "slates", "smoke"),
    *("squall", "star", "sun_halo", "tally_board", "town_bell", "washing", "weed", "yachts"),
    *("yellow_flag",),
)
"""What is in assets/art, in a folder each."""
MOST_PROPS = 4
"""The most things beside the ship that a watch can show."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What a voyage is drawn with; an empty name is the game's own ship or port."""

    ship: str
    port: str


@dataclass(frozen=True, slots=True)
class Look:
    """What a watch's text tells of the world; without a sky or an hour the game chooses."""

    sky: Sky | None
    hour: Hour | None
    props: tuple[str, ...]
