"""The sailing words that a voyage uses, each with its twin in an organisation."""

from __future__ import annotations

import re
from collections.abc import Collection

GLOSSARY = {
    "heel": "how far she leans, 1 is what she was built for: the load on your people",
    "fix": "finding out where you really are: checking the goal against the facts",
    "bearing": "the direction of port: what is needed, which may move",
    "reckoning": "where you should be by your own log: the plan, before anyone looked",
    "reef": "to take in sail before the wind does it for you: to cut the load",
    "canvas": "how much sail is set: how much work the crew carries",
    "bosun": "the officer who looks after hull, sails and watch-keeping: operations",
    "navigator": "the officer who knows where port is: direction",
    "watch": "one stretch of work between two decisions",
    "soundings": "measuring the depth: asking the people who touch the work",
    "rigging": "the ropes that hold the masts up: process",
    "ballast": "the weight low down that rights her: reserves",
    "barometer": "the glass that falls before a gale: an early signal",
    "leeway": "sliding sideways unseen: drift between what we do and what is needed",
    "helm": "where she is steered: the daily decisions",
    "drogue": "a drag that holds her head to the sea: slowing down on purpose",
    "heave to": "to stop her on purpose, and think",
    "lead line": "a weight on a rope that tells the depth: a cheap test",
    "landfall": "the first sight of port: the goal, achieved",
    "trim": "to fit the sails to the wind: to adjust the work to the day",
    "hull": "what keeps the water out: order, process, reserves",
    "stays": "the ropes that hold a mast: routines that carry weight",
    "log": "the ship's book of what happened: the record that anyone may read",
    "pin": "a bolt that keeps a joint shut: a small thing on which much hangs",
    "sextant": "it measures how high the sun stands: the gauge that you trust",
    "squall": "a short, hard burst of wind: trouble that is over in an hour",
    "swell": "long waves from a storm elsewhere: trouble that was made far away",
    "current": "water that carries her along unseen: change in the world outside",
    "the wake": "the trail that she leaves in the water: what your results say",
    "deck seam": "where two planks meet, and water comes in: the joint between two jobs",
    "boom": "the heavy pole along the foot of a sail",
    "aloft": "up among the sails: where the work is done",
    "astern": "behind her: what is done, and can be looked at",
    "galley": "the ship's kitchen",
    "mate": "the officer next to the captain: the deputy",
    "bear away": "to turn from the wind and run with it: to give way on purpose",
    "weather glass": "the barometer, which falls before a gale: an early signal",
    "lash": "to tie down: to make sure of",
    "aft": "towards the back of the ship, where orders come from",
    "stern": "the back of the ship",
    "bow": "the front of the ship: where she points",
    "hatch": "a lid in the deck: the way from those above to those below",
    "sea room": "space to be wrong in: slack",
    "latitude": "how far north you are: the half of the answer that is easy to get",
    "almanac": "a book of what will be where, printed last year: the standing plan",
    "masthead": "the top of the mast: the furthest view on board",
    "storm rig": "small, thick sails: the plan for bad days",
    "tow": "a rope from ship to ship: lending somebody your pace",
    "hoist": "to pull up, as a flag: to say it so that all can read",
    "convoy": "ships that sail together: teams with one goal",
    "rudder": "the blade that turns the ship: how a decision reaches the water",
    "stand off": "to keep away from the coast, and wait",
    "bar": "the sandbank across a river's mouth: the last gate",
    "draught": "how deep a ship sits: how much she carries",
}


def glossed(text: str, before: Collection[str]) -> dict[str, str]:
    """The glossary's words that this text uses for the first time, with what they mean."""
    return {
        word: meaning
        for word, meaning in GLOSSARY.items()
        if word not in before and re.search(rf"\b{word}(s|es|ed|ing)?\b", text, re.IGNORECASE)
    }
