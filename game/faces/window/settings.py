"""Settings: what a person likes. Pure; `game/cli/` keeps them on disk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from game.faces.languages import NAMES
from game.tongue import spoken

SIZES = (1.0, 1.25, 1.5, 1.75, 2.0)
VOLUMES = (0.0, 0.25, 0.5, 0.75, 1.0)
LANGUAGES = ("", *NAMES)


@dataclass(frozen=True, slots=True)
class Settings:
    """text: 1 to 2. theme: dark or light. motion: whether the sea moves. volume: 0 to 1.

    display: which screen, from 0. language: of menus and scenarios; empty: as the system says.
    """

    text: float = 1.0
    theme: str = "dark"
    motion: bool = True
    volume: float = 0.5
    display: int = 0
    full_screen: bool = False
    language: str = ""

    def as_data(self) -> dict[str, Any]:
        """Plain data, to be kept."""
        return asdict(self)

    def turned(self, name: str, by: int, displays: int = 1, *, around: bool = True) -> Settings:
        """With another value of one setting, so many steps on or back.

        around: the first comes after the last; sizes and volumes can also stop there.
        """
        values: dict[str, Sequence[Any]] = {
            "text": SIZES,
            "theme": ("dark", "light"),
            "motion": (False, True),
            "volume": VOLUMES,
            "display": range(displays),
            "full_screen": (False, True),
            "language": tuple(NAMES),
        }
        offered = values[name]
        now = spoken() if name == "language" and not self.language else getattr(self, name)
        at = (offered.index(now) if now in offered else 0) + by
        is_scale = offered in (SIZES, VOLUMES)
        at = at % len(offered) if around or not is_scale else max(0, min(len(offered) - 1, at))
        return replace(self, **{name: offered[at]})


def settings_from(data: object) -> Settings:
    """Settings from plain data; whatever is not understood is left as it comes."""
    usual = Settings()
    if not isinstance(data, dict):
        return usual
    allowed: dict[str, Any] = {
        "text": SIZES.__contains__,
        "theme": ("dark", "light").__contains__,
        "motion": lambda value: isinstance(value, bool),
        "volume": VOLUMES.__contains__,
        "display": lambda value: type(value) is int and 0 <= value < 16,
        "full_screen": lambda value: isinstance(value, bool),
        "language": LANGUAGES.__contains__,
    }
    kept = {
        name: data[name]
        for name, fits in allowed.items()
        if name in data and isinstance(data[name], (bool, int, float, str)) and fits(data[name])
    }
    return Settings(**kept)
