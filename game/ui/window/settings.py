"""Settings, and what else is kept for the window between two days. Pure: `game/cli/` keeps it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from game.i18n import spoken
from game.ui.languages import LANGUAGES

SIZES = (1.0, 1.25, 1.5, 1.75, 2.0)
VOLUMES = (0.0, 0.25, 0.5, 0.75, 1.0)
VALUES: Mapping[str, Sequence[Any]] = {
    "text": SIZES,
    "theme": ("dark", "light"),
    "motion": (False, True),
    "volume": VOLUMES,
    "display": (0,),
    "full_screen": (False, True),
    "aloud": (False, True),
    "characters": (False, True),
    "opens": ("window", "terminal", "plain"),
    "language": tuple(LANGUAGES),
}
"""What can be set to what, in the order that a step goes; displays and languages as there are."""


@dataclass(frozen=True, slots=True)
class Settings:
    """text: 1 to 2. theme: dark or light. motion: whether the sea moves. volume: 0 to 1.

    display: which screen, from 0. aloud: whether each page is read. characters: whether letters,
    digits and signs are keys. opens: how the game opens, if the command does not say.
    language: of menus and scenarios; empty: as the system says.
    """

    text: float = 1.0
    theme: str = "dark"
    motion: bool = True
    volume: float = 0.5
    display: int = 0
    full_screen: bool = False
    aloud: bool = False
    characters: bool = True
    opens: str = "window"
    language: str = ""

    def turned(
        self,
        name: str,
        by: int,
        offered: Mapping[str, Sequence[Any]] = MappingProxyType({}),
        *,
        around: bool = True,
    ) -> Settings:
        """With another value of one setting, so many steps on or back.

        offered: the displays and languages that there are. around: the first value comes after the
        last; sizes and volumes can also stop there.
        """
        values = {**VALUES, **offered}[name]
        now = self.language or spoken() if name == "language" else getattr(self, name)
        at = values.index(now) + by if now in values else 0
        is_scale = values in (SIZES, VOLUMES)
        at = at % len(values) if around or not is_scale else max(0, min(len(values) - 1, at))
        return replace(self, **{name: values[at]})


@dataclass(frozen=True, slots=True)
class UserData:
    """The effects that only the window asks for, beside those of the services.

    settings, keep: what this person likes, and how it is kept. assets: fonts, art and sounds.
    picture: where the next picture of the window goes. best: the best landfall, by scenario.
    """

    settings: Settings
    keep: Callable[[Settings], None]
    assets: Path
    picture: Callable[[], Path]
    best: Callable[[], Mapping[str, str]]


def settings_from(data: object) -> Settings:
    """Settings from plain data; whatever is not understood is left as it comes."""
    if not isinstance(data, dict):
        return Settings()
    return Settings(
        **{name: data[name] for name in VALUES.keys() & data if _fits(name, data[name])}
    )


def _fits(name: str, value: object) -> bool:
    match name:
        case "display":
            return type(value) is int and 0 <= value < 16
        case "motion" | "full_screen" | "aloud" | "characters":
            return isinstance(value, bool)
        case _:
            return value in VALUES[name]
