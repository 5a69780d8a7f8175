"""The texts of a file that people read."""

from __future__ import annotations

from game.scenario.yaml.source import Path, Source, Spot

TEXTS = (
    "title",
    "summary",
    "voices.*.name",
    "cards.*.name",
    "cards.*.text",
    "watches.*.situation",
    "watches.*.says.*",
    "watches.*.notes",
    "watches.*.cards.*",
    "watches.*.orders.*.label",
    "watches.*.orders.*.locked",
    "watches.*.orders.*.result",
    "watches.*.orders.*.outcomes.*.result",
    "watches.*.orders.*.later.*.text",
    "endings.*.title",
    "endings.*.text",
    "endings.*.ask",
    "debrief.*",
)


def texts_in(source: Source) -> list[tuple[Path, Spot]]:
    """Those of a scenario, with the path of each."""
    return [(spot.path, spot) for spot in source.each(*TEXTS)]


def texts_translated(source: Source) -> list[tuple[Path, Spot]]:
    """Those of a translation, each with the path that it has in the scenario."""
    return [(tuple(str(spot.path[1]).split(".")), spot) for spot in source.each("texts.*.text")]
