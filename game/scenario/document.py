"""The format, version 1, as pydantic sees it: one shape per place, nothing unknown, no unions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from game.scenario.scenario import PRACTICES, Theme
from game.ship.attention import Effort, Kind
from game.ship.ship import Outcome
from game.ship.weather import PRESETS

FORMAT = 1

Text = Annotated[str, Field(min_length=1, max_length=5000)]
Phrases = list[Text]


def _one_of(values: Iterable[str]) -> AfterValidator:
    """Text that is one of these values; the error carries what would have been right."""
    allowed = [str(value) for value in values]

    def known(written: str) -> str:
        if written not in allowed:
            raise PydanticCustomError("one_of", "not a known value", {"allowed": allowed})
        return written

    return AfterValidator(known)


def _named_weather(written: Any) -> Any:
    if not isinstance(written, str):
        return written
    if written not in PRESETS:
        raise PydanticCustomError("one_of", "not a known value", {"allowed": list(PRESETS)})
    preset = PRESETS[written]
    return {"wind": preset.wind, "shift": preset.shift, "complexity": preset.complexity}


class Part(BaseModel):
    """A part of the file: strict about types, and about keys it does not know."""

    model_config = ConfigDict(strict=True, extra="forbid", defer_build=True)


class WeatherPart(Part):
    """wind: 1 is what the ship was designed for. shift: degrees. complexity: 0 to 1.5."""

    wind: Annotated[float, Field(ge=0.3, le=3)]
    shift: Annotated[float, Field(ge=0, le=60)]
    complexity: Annotated[float, Field(ge=0, le=1.5)] = 0.0


class EffectsPart(Part):
    """What an author may move, in each gauge's own units."""

    progress: float = 0.0
    course_error: float = 0.0
    stability: float = 0.0
    crew: float = 0.0
    seamanship: float = 0.0


class MinutesPart(Part):
    """How long a voyage takes, alone and with a group."""

    solo: Annotated[int, Field(ge=1, le=240)]
    group: Annotated[int, Field(ge=1, le=240)]


class StartPart(Part):
    """The gauges at the start."""

    stability: float = 80.0
    crew: float = 60.0
    seamanship: float = 30.0
    course_error: float = 15.0


class VoyagePart(Part):
    """distance: 100 is twelve good watches. variation: of the seeded weather, 0 to 0.5."""

    distance: Annotated[float, Field(ge=10, le=400)] = 100.0
    start: StartPart = StartPart()
    variation: Annotated[float, Field(ge=0, le=0.5)] = 0.1


class VoicePart(Part):
    """Someone who always has an opinion."""

    name: Text
    speaks_for: Annotated[str, _one_of(("course", "sails"))]


class LaterPart(Part):
    """A consequence that comes back after some watches."""

    after: Annotated[int, Field(ge=1, le=40)]
    unless: Phrases = []
    text: Text
    effects: EffectsPart = EffectsPart()


class OutcomePart(Part):
    """One way an order can turn out; chance: percent."""

    chance: Annotated[float, Field(gt=0, le=100)]
    result: Text
    effects: EffectsPart = EffectsPart()
    sets: list[Text] = []
    goto: Text = ""


class OrderPart(Part):
    """What the captain may say in a watch."""

    label: Text
    kind: Annotated[str, _one_of(Kind)]
    effort: Annotated[str, _one_of(Effort)] = "full"
    practice: Annotated[str, _one_of(name for names in PRACTICES.values() for name in names)]
    when: Phrases = []
    locked: Text = ""
    effects: EffectsPart = EffectsPart()
    result: Text = ""
    sets: list[Text] = []
    goto: Text = ""
    later: list[LaterPart] = []
    outcomes: Annotated[list[OutcomePart], Field(min_length=1)] = []


class WatchPart(Part):
    """One decision."""

    weather: Annotated[WeatherPart, BeforeValidator(_named_weather)]
    situation: Text
    says: dict[str, Text] = {}
    notes: Text = ""
    orders: Annotated[dict[str, OrderPart], Field(min_length=1)]


class EndingPart(Part):
    """How a voyage is told when it is over."""

    outcome: Annotated[str, _one_of(Outcome)]
    when: Phrases = []
    title: Text
    text: Text
    ask: Text = ""


class CheckPart(Part):
    """What must hold in every voyage."""

    always: Phrases = []
    can_end: Text = ""


class Document(Part):
    """A whole scenario file."""

    format: Literal[1]
    id: Text
    version: Text
    language: Text = "en"
    title: Text
    summary: Text
    teaches: Annotated[str, _one_of(Theme)]
    minutes: MinutesPart
    voyage: VoyagePart = VoyagePart()
    voices: dict[str, VoicePart] = {}
    watches: Annotated[dict[str, WatchPart], Field(min_length=1, max_length=60)]
    endings: Annotated[dict[str, EndingPart], Field(min_length=1)]
    debrief: list[Text] = []
    checks: list[CheckPart] = []
