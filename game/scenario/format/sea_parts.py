"""The parts of a file that say what moves a ship: weather, effects, and where a voyage begins."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, ValidationInfo

from game.scenario.format.one_of import OneOf
from game.scenario.format.part import Part
from game.scenario.model.scene import PORTS, SHIPS
from game.ship.weather import OWN_WEATHER, PRESETS


def named_weather(written: Any, info: ValidationInfo) -> Any:
    """The figures of a weather with a name: the author's own, or one that every scenario has."""
    if not isinstance(written, str):
        return written
    own = (info.context or {}).get("weathers") or {}
    name = OneOf((*PRESETS, *own)).known(written)
    if name in own and _is_weather(own[name]):
        return own[name]
    preset = PRESETS.get(name, PRESETS["calm"])  # what is wrong with its own is told where it is
    return {"wind": preset.wind, "shift": preset.shift, "complexity": preset.complexity}


def _is_weather(figures: Any) -> bool:
    try:
        WeatherPart.model_validate(figures)
    except ValueError:
        return False
    return True


class WeatherPart(Part):
    """What the sea does during this watch, as three numbers."""

    wind: Annotated[float, Field(ge=0.3, le=1.9)]
    """1 is the wind she was built for; 1.4 is a blow, 1.7 a gale."""
    shift: Annotated[float, Field(ge=0, le=46)]
    """How far port's bearing moves, degrees: from 9 a current is told of, from 28 a strong one."""
    complexity: Annotated[float, Field(ge=0, le=1.5)] = 0.0
    """Traffic, shoals, paperwork: 0 is open water, 1.5 a crowded harbour."""


WeatherName = Annotated[str, OneOf(tuple(PRESETS), also=OWN_WEATHER)]


class EffectsPart(Part):
    """What moves at once, each from -8 to +8; leading and managing move the rest by themselves."""

    progress: float = 0.0
    """Percent of the voyage: -3 is a quarter of a good watch lost."""
    course_error: float = 0.0
    """Degrees off the bearing of port: less is better."""
    stability: float = 0.0
    """The reserve of hull and rig: order, process, reserves."""
    sail: float = 0.0
    """Percent of the canvas: -8 takes some in at once; no more than all and no less than none."""
    crew: float = 0.0
    """Spirit and trust of the crew."""
    seamanship: float = 0.0
    """Skill of all hands."""


class StartPart(Part):
    """The gauges as the voyage begins."""

    stability: float = 80.0
    """0 to 100; at 0 she founders."""
    crew: float = 60.0
    """0 to 100; at 0 there is a mutiny."""
    seamanship: float = 30.0
    """0 to 100; from 65 on it costs less to lead and manage at once."""
    course_error: float = 15.0
    """0 to 110 degrees off; beyond 90 she sails away from port."""


class ScenePart(Part):
    """What she and her port look like; no more than that."""

    ship: Annotated[str, OneOf(SHIPS)] = ""
    """Her colours and her character, by the name of a ship that is shipped."""
    port: Annotated[str, OneOf(PORTS)] = ""
    """The port that grows on the horizon, by the name of one that is shipped."""


class VoyagePart(Part):
    """How far it is to port, how she starts, and how much the weather may vary."""

    distance: Annotated[float, Field(ge=10, le=400)] = 100.0
    """100 is twelve good watches; 25 is three."""
    start: StartPart = StartPart()
    variation: Annotated[float, Field(ge=0, le=0.5)] = 0.1
    """How far the weather may depart from what is written here: 0.1 is a tenth."""
    scene: ScenePart = ScenePart()
    """What she and her port look like."""
