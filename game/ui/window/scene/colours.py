"""The colours of sky and sea: bands from the top to the horizon, layers from there to the bow, and
the inks of crests, foam, and of sun or moon.
"""

from __future__ import annotations

from typing import NamedTuple

from game.scenario.model.scene import Hour

Colours = tuple[str, str, str]


class HourLight(NamedTuple):
    """What an hour does to a grey sky: its colour, and how much of it, 0 to 1, low and high up."""

    ink: str
    low: float
    high: float


CLEAR: dict[str, dict[Hour, Colours]] = {
    "dark": {
        Hour.DAWN: (
            "14273f 22395a 3a4f72 5f6482 8f7585 c08678 e59f6d f6c27c",
            "8d6f73 5c6477 3f5870 2c4a64 1f3c57 152d45",
            "f0b27a f7e3c2 ffe9b4",
        ),
        Hour.DAY: (
            "16395a 1e4b71 2a5f87 3a759b 4f8cae 6aa3bf 8bb8c9 aecdd2",
            "5f97a8 45819a 32698a 255578 1b4464 133450",
            "8fc0cc e6f1ec f6f2dc",
        ),
        Hour.DUSK: (
            "171b38 262449 3c2f5c 5c3d69 874d6c b56466 d98658 edaa66",
            "8a5f68 644f68 483f5e 343454 272a4a 1b203c",
            "e59a78 f4dcc0 ffcb84",
        ),
        Hour.NIGHT: (
            "050a15 080f1e 0b1628 0f1f34 142941 1a344e 22405a 2d4d66",
            "24404f 1b3445 152a3b 102131 0c1926 08121d",
            "7f9aab c4d3d6 eef0e2",
        ),
    },
    "light": {
        Hour.DAWN: (
            "7ba6c6 98b8cd b6c8d0 d3d3cb ebd6b9 f7d3a0 fcd28d ffdf9d",
            "d9b892 a9a79d 7f9aa2 5f8a9c 45768e 31617c",
            "ffe6b5 fffaf0 fffbe0",
        ),
        Hour.DAY: (
            "5aa3d0 70b1d8 87bfdf 9fcde6 b6d9ea cce4ed deedee edf3ec",
            "8fc0cf 6fadc3 5299b5 3c85a4 2b7091 1f5b7b",
            "c6e2e6 f7f7f2 fff6d8",
        ),
        Hour.DUSK: (
            "7f86b8 9a94bd b8a2bc d3aeb3 e7b7a2 f2bf8c f8c97f ffd98c",
            "d3a592 a99099 8a8098 6d7191 556287 425378",
            "ffd3a4 fff4e6 fff0c0",
        ),
        Hour.NIGHT: (
            "2b3e60 35496d 40567a 4d6488 5c7396 6e84a3 8397b0 9cadbf",
            "7489a0 5c758f 48637f 375370 2a4460 1f364f",
            "c3d2de f0f4f4 fdf8e0",
        ),
    },
}
FOG: dict[str, Colours] = {
    "dark": (
        "2b3d49 384b57 475b66 586c75 6a7e85 7d9094 8fa0a2 9eadad",
        "82949a 6d8188 586e77 455c67 344a56 263b47",
        "a9b9ba d5dcd8 c9d2cd",
    ),
    "light": (
        "b3bfc2 bcc7c9 c5cfd0 ced6d6 d6dddb dee3e0 e4e8e4 e8ebe7",
        "cfd6d6 b8c3c5 a2b0b4 8c9da3 768992 617681",
        "e9edea fafaf6 f3f4ee",
    ),
}
GREY: dict[str, Colours] = {
    "dark": (
        "2c3a46 34444f 3f505b 4c5d67 5b6b74 6c7b81 7e8b8e 929c9c",
        "647a85 4f6672 3d5562 2f4655 243848 192b3a",
        "93a7ad dfe7e5 c3c9c3",
    ),
    "light": (
        "8f9faa 9aa9b3 a6b3bc b2bdc4 bec7cb cad1d2 d5dad8 e0e3de",
        "a9b9bf 8ea3ac 748d99 5d7986 496675 385464",
        "d5dde0 fafaf6 f0f1ea",
    ),
}
GALE: dict[str, Colours] = {
    "dark": (
        "0b131d 111c28 172431 1e2d3b 273846 344651 47575d 66726c",
        "45565c 36495a 2a3d4e 203242 172736 101d2a",
        "7d919a e4ebe8 8d978c",
    ),
    "light": (
        "5d6c7a 697885 768590 84929b 929fa6 a2adb1 b4bcbb c8ccc3",
        "94a3a8 7c8f98 667c88 526a78 405867 304756",
        "c3cfd2 fafaf6 e3e4d8",
    ),
}
LIGHTS: dict[str, dict[Hour, HourLight]] = {
    "dark": {
        Hour.DAWN: HourLight("c98a68", 0.42, 0.08),
        Hour.DUSK: HourLight("7c4058", 0.55, 0.2),
        Hour.NIGHT: HourLight("07101c", 0.62, 0.6),
    },
    "light": {
        Hour.DAWN: HourLight("f2c08e", 0.4, 0.08),
        Hour.DUSK: HourLight("b98a98", 0.5, 0.2),
        Hour.NIGHT: HourLight("2a3c5a", 0.6, 0.62),
    },
}
