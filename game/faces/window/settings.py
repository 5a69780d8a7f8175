"""Settings: what a person likes. Pure; `game/cli/` keeps them on disk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from game.faces.languages import NAMES

SIZES = (1.0, 1.25, 1.5, 1.75, 2.0)
VOLUMES = (0.0, 0.25, 0.5, 0.75, 1.0)


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

    def text_by(self, steps: int) -> Settings:
        """Larger or smaller text, within its bounds."""
        at = SIZES.index(self.text) + steps
        return replace(self, text=SIZES[max(0, min(len(SIZES) - 1, at))])

    def text_next(self) -> Settings:
        """The next text size; the smallest after the largest."""
        return replace(self, text=SIZES[(SIZES.index(self.text) + 1) % len(SIZES)])

    def other_theme(self) -> Settings:
        """For a bright room, or for a dark one."""
        return replace(self, theme="light" if self.theme == "dark" else "dark")

    def next_language(self, now: str, codes: Sequence[str]) -> Settings:
        """The language after the one that is spoken now; the first after the last."""
        at = codes.index(now) + 1 if now in codes else 0
        return replace(self, language=codes[at % len(codes)])

    def louder(self) -> Settings:
        """The next volume; silence after the loudest."""
        return replace(self, volume=VOLUMES[(VOLUMES.index(self.volume) + 1) % len(VOLUMES)])


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
        "language": NAMES.__contains__,
    }
    kept = {
        name: data[name]
        for name, fits in allowed.items()
        if name in data and isinstance(data[name], (bool, int, float, str)) and fits(data[name])
    }
    return Settings(**kept)
