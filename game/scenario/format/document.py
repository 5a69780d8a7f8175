"""The format, version 1, as pydantic sees it: one shape per place, nothing unknown, no unions.

The sentence below a key is what an editor shows when a pointer rests on it; see schema.py.
"""

from __future__ import annotations

from itertools import chain
from typing import Annotated, Literal

from pydantic import (
    BeforeValidator,
    Field,
)

from game.scenario.chest.names import ART
from game.scenario.format.one_of import OneOf
from game.scenario.format.own_names import License, OwnWord
from game.scenario.format.part import Part, Phrases, Text
from game.scenario.format.sea_parts import (
    EffectsPart,
    VoyagePart,
    WeatherName,
    WeatherPart,
    named_weather,
)
from game.scenario.model.own_words import OWN_WORDS
from game.scenario.model.scenario import PRACTICES, Theme
from game.scenario.model.scene import MOST_PROPS, PORTRAITS, PROPS, Hour, Sky
from game.ship.attention_cost import Effort, Kind
from game.ship.ship import Outcome

FORMAT = 1
CREWS = 6
"""The most crews that a convoy has."""


PropName = Annotated[str, OneOf(PROPS)]


class MinutesPart(Part):
    """How long a voyage takes; 'stats' can tell."""

    solo: Annotated[int, Field(ge=1, le=240)]
    """Minutes for one player alone."""
    group: Annotated[int, Field(ge=1, le=240)]
    """Minutes for a group that talks before each order, without the debrief."""


class VoicePart(Part):
    """Someone on board who always has an opinion."""

    name: Text
    """The name that is shown before what they say."""
    speaks_for: Annotated[str, OneOf(("course", "sails"))]
    """Which side they take: course leads, sails manages."""
    portrait: Annotated[str, OneOf(PORTRAITS, also=ART.pattern)] = ""
    """Their face: the name of one that is shipped, or your own picture: art/ines.svg."""


class CardPart(Part):
    """One crew of a convoy. Its key is its id."""

    name: Text
    """The name of its ship."""
    text: Text
    """What this crew knows from the start, and the others do not."""


class LaterPart(Part):
    """A consequence that comes back after some watches."""

    after: Annotated[int, Field(ge=1, le=40)]
    """How many watches later: 1 is as the next watch begins, 2 leaves one watch to prevent it."""
    unless: Phrases = []
    """Conditions; if all of them hold by then, it does not come back."""
    text: Text
    """What the captain is told."""
    effects: EffectsPart = EffectsPart()


class OutcomePart(Part):
    """One way an order can turn out."""

    chance: Annotated[float, Field(gt=0, le=100)]
    """Percent; all outcomes of an order together make 100."""
    grows_with: Annotated[str, OneOf(("seamanship",))] = ""
    """seamanship: likelier, the more the crew can do; of one outcome, from 5 to 95 percent."""
    result: Text
    """What one sees and hears; at most 30 words."""
    learnt: Text = ""
    """What the failure has taught, told apart from the result; at most 30 words."""
    effects: EffectsPart = EffectsPart()
    sets: list[Text] = []
    """Flags that are set if it turns out so."""
    goto: Text = ""
    """The watch that follows if it turns out so, or harbour."""


class OrderPart(Part):
    """What the captain may say in this watch. Its key is its id."""

    label: Text
    """What the button says: verb first, at most 12 words."""
    kind: Annotated[str, OneOf(Kind)]
    """Where the captain's attention goes: course leads, sails manages, teach makes able."""
    effort: Annotated[str, OneOf(Effort)] = "full"
    """half takes half of the watch, and does half as much."""
    fix: bool = False
    """true: someone looks where she is; a sails or teach order has 15 % less for its own work."""
    foil: bool = False
    """true: here to be seen through, not to be copied; no debrief advises it."""
    practice: Annotated[str, OneOf(tuple(chain(*PRACTICES.values())))]
    """Which practice of leadership, management or teaching this is."""
    when: Phrases = []
    """Conditions that must all hold, or the order is greyed."""
    locked: Text = ""
    """Why the order is greyed while 'when' does not hold."""
    effects: EffectsPart = EffectsPart()
    strengthened_by: Phrases = []
    """Conditions; if all of them hold, what the effects gain is doubled, up to 8."""
    result: Text = ""
    """What one sees and hears; at most 30 words. Or write 'outcomes'."""
    learnt: Text = ""
    """What a failure has taught, told apart from the result; at most 30 words."""
    sets: list[Text] = []
    """Flags that this order sets, for conditions to ask about."""
    goto: Text = ""
    """The watch that follows, or harbour; without it, the next watch in the file."""
    later: list[LaterPart] = []
    """What comes back to the captain in a later watch."""
    outcomes: Annotated[list[OutcomePart], Field(min_length=1)] = []
    """Several ways it can turn out, by chance, in place of 'result'."""


class WatchPart(Part):
    """One decision. Its key is its id."""

    weather: Annotated[
        WeatherPart,
        BeforeValidator(named_weather, json_schema_input_type=WeatherName | WeatherPart),
    ]
    """A name, or {wind: 1.2, shift: 14, complexity: 0.5}."""
    sky: Annotated[str, OneOf(Sky)] = ""
    """What the sky looks like; without it, as it looks in such a wind. It moves no ship."""
    hour: Annotated[str, OneOf(Hour)] = ""
    """The time of day that is shown; without it, dawn in the first watch and then day."""
    props: Annotated[list[PropName], Field(max_length=MOST_PROPS)] = []
    """What else the text tells of, and the sea shows; at most four."""
    situation: Text
    """What the captain sees and hears: second person, present tense, at most 45 words."""
    says: dict[str, Text] = {}
    """A line for each voice, by the voice's id."""
    notes: Text = ""
    """For the facilitator alone: what to watch for, what to ask."""
    cards: dict[str, Text] = {}
    """News for one crew of a convoy and no other, by the crew's id; the facilitator deals it."""
    orders: Annotated[dict[str, OrderPart], Field(min_length=1)]
    """What the captain may choose from, two to four; each watch has a course and a sails order."""


class EndingPart(Part):
    """How a voyage is told when it is over. Its key is its id."""

    outcome: Annotated[str, OneOf(Outcome)]
    """For which way to end: the first ending of that outcome whose 'when' holds is told."""
    rank: Annotated[int, Field(ge=1, le=100)] = 0
    """The higher the better; without ranks, of one outcome the earlier in the file is better."""
    when: Phrases = []
    """Conditions that must all hold; the last ending of an outcome needs none."""
    title: Text
    """The headline."""
    text: Text
    """How it ends. Crews are taken off safely."""
    ask: Text = ""
    """The question that this ending leaves."""


class CheckPart(Part):
    """What must hold in every voyage."""

    always: Phrases = []
    """Conditions that hold after every watch, whatever is ordered."""
    can_end: Text = ""
    """An ending that can be reached."""


class Document(Part):
    """A scenario of Even Keel: a voyage that teaches why a crew needs both course and sails."""

    format: Literal[1]
    """The version of this format."""
    id: Text
    """A name for programs: lower case, digits and '-', such as fog-at-the-skerries."""
    version: Text
    """Yours, in quotes: "1.0"."""
    language: Text = "en"
    """Of the texts: en, de, fr …"""
    author: Text = ""
    """Who has written it: a name, or an organisation."""
    license: License = ""
    """What others may do with it, by its SPDX name: CC-BY-4.0, CC0-1.0, MIT …"""
    title: Text
    """What the shelf shows."""
    summary: Text
    """One sentence that makes people want to sail it."""
    teaches: Annotated[str, OneOf(Theme)]
    """Which statement about leadership and management this voyage is for."""
    minutes: MinutesPart
    voyage: VoyagePart = VoyagePart()
    words: dict[Annotated[str, OneOf(tuple(OWN_WORDS))], OwnWord] = {}
    """What people read in place of the game's words: {stability: Order, course: Direction}."""
    weathers: dict[str, WeatherPart] = {}
    """Weathers of your own, by the names that watches use: {ward_round: {wind: 1.1, shift: 30}}."""
    voices: dict[str, VoicePart] = {}
    """Who has an opinion: a navigator for the course, a bosun for the sails."""
    cards: Annotated[dict[str, CardPart], Field(max_length=CREWS)] = {}
    """For a convoy: what each crew knows and the others do not, by the crew's id."""
    watches: Annotated[dict[str, WatchPart], Field(min_length=1, max_length=60)]
    """The decisions, in order; the first one opens the voyage."""
    endings: Annotated[dict[str, EndingPart], Field(min_length=1)]
    """At least one for each way the voyage can end."""
    debrief: list[Text] = []
    """Questions for afterwards."""
    checks: list[CheckPart] = []
    """What must hold whatever the captain does."""
