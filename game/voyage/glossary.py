"""The words that a watch uses for the first time: sailing words, each with its twin in an
organisation, and kinds of order.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import islice

from game.i18n import N_, _, own_language
from game.scenario.model.scenario import Scenario
from game.ship.attention_cost import Kind
from game.voyage.voyage import Voyage

GLOSSARY = {
    N_("heel"): N_("how far the wind leans her over: the load on your people"),
    N_("fix"): N_("finding out where you really are: checking the goal against the facts"),
    N_("bearing"): N_("the direction of port: what is needed, which may move"),
    N_("reckoning"): N_("where you should be by your own log: the plan, before anyone looked"),
    N_("reef"): N_("to take in sail before the wind does it for you: to cut the load"),
    N_("canvas"): N_("how much sail is set: how much work the crew carries"),
    N_("bosun"): N_("the officer who looks after hull, sails and watch-keeping: operations"),
    N_("navigator"): N_("the officer who knows where port is: direction"),
    N_("watch"): N_("one stretch of work between two decisions"),
    N_("soundings"): N_("measuring the depth: asking the people who touch the work"),
    N_("rigging"): N_("the ropes that hold the masts up: process"),
    N_("ballast"): N_("the weight low down that rights her: reserves"),
    N_("barometer"): N_("the glass that falls before a gale: an early signal"),
    N_("leeway"): N_("sliding sideways unseen: drift between what we do and what is needed"),
    N_("helm"): N_("where she is steered: the daily decisions"),
    N_("drogue"): N_("a drag that holds her head to the sea: slowing down on purpose"),
    N_("heave to"): N_("to stop her on purpose, and think"),
    N_("lead line"): N_("a weight on a rope that tells the depth: a cheap test"),
    N_("landfall"): N_("the first sight of port: the goal, achieved"),
    N_("trim"): N_("to fit the sails to the wind: to adjust the work to the day"),
    N_("hull"): N_("what keeps the water out: order, process, reserves"),
    N_("stays"): N_("the ropes that hold a mast: routines that carry weight"),
    N_("log"): N_("the ship's book of what happened: the record that anyone may read"),
    N_("pin"): N_("a bolt that keeps a joint shut: a small thing on which much hangs"),
    N_("sextant"): N_("it measures how high the sun stands: the gauge that you trust"),
    N_("squall"): N_("a short, hard burst of wind: trouble that is over in an hour"),
    N_("swell"): N_("long waves from a storm elsewhere: trouble that was made far away"),
    N_("current"): N_("water that carries her along unseen: change in the world outside"),
    N_("the wake"): N_("the trail that she leaves in the water: what your results say"),
    N_("deck seam"): N_("where two planks meet, and water comes in: the joint between two jobs"),
    N_("boom"): N_("the heavy pole along the foot of a sail"),
    N_("aloft"): N_("up among the sails: where the work is done"),
    N_("astern"): N_("behind her: what is done, and can be looked at"),
    N_("galley"): N_("the ship's kitchen"),
    N_("mate"): N_("the officer next to the captain: the deputy"),
    N_("bear away"): N_("to turn from the wind and run with it: to give way on purpose"),
    N_("weather glass"): N_("the barometer, which falls before a gale: an early signal"),
    N_("lash"): N_("to tie down: to make sure of"),
    N_("aft"): N_("towards the back of the ship, where orders come from"),
    N_("stern"): N_("the back of the ship"),
    N_("bow"): N_("the front of the ship: where she points"),
    N_("hatch"): N_("a lid in the deck: the way from those above to those below"),
    N_("sea room"): N_("space to be wrong in: slack"),
    N_("latitude"): N_("how far north you are: the half of the answer that is easy to get"),
    N_("almanac"): N_("a book of what will be where, printed last year: the standing plan"),
    N_("masthead"): N_("the top of the mast: the furthest view on board"),
    N_("storm rig"): N_("small, thick sails: the plan for bad days"),
    N_("tow"): N_("a rope from ship to ship: lending somebody your pace"),
    N_("hoist"): N_("to pull up, as a flag: to say it so that all can read"),
    N_("convoy"): N_("ships that sail together: teams with one goal"),
    N_("rudder"): N_("the blade that turns the ship: how a decision reaches the water"),
    N_("stand off"): N_("to keep away from the coast, and wait"),
    N_("bar"): N_("the sandbank across a river's mouth: the last gate"),
    N_("draught"): N_("how deep a ship sits: how much she carries"),
}
NEW_KINDS = {
    Kind.TEACH: N_(
        "an order that trains the crew instead of leading or managing; it helps from the next "
        "watch on"
    ),
    Kind.BOTH: N_("an order that leads a little and manages a little, in the same watch"),
}
"""What a briefing does not explain: it is said where such an order is met for the first time."""
MOST = 3
"""So many words are explained in one watch."""


def new_words(scenario: Scenario, voyage: Voyage) -> dict[str, str]:
    """Words that this watch uses and no earlier one has explained, at most MOST; kinds of order
    come first. The rest are explained when they are next met.
    """
    known: set[str] = set()
    for sailed in voyage.sailed:
        known.update(_explained(scenario, sailed, known))
    return _explained(scenario, voyage.at, known)


def _explained(scenario: Scenario, watch_id: str, known: Collection[str]) -> dict[str, str]:
    """What this watch explains of its words."""
    offered = {order.kind for order in scenario.watches[watch_id].orders.values()}
    kinds = {kind.word: _(meaning) for kind, meaning in NEW_KINDS.items() if kind in offered}
    new = {word: meaning for word, meaning in kinds.items() if word not in known}
    new |= glossed(_text(scenario, watch_id), scenario.language, known)
    return dict(islice(new.items(), MOST))


def glossed(text: str, language: str, before: Collection[str]) -> dict[str, str]:
    """The glossary's words that this text uses for the first time, with what they mean.

    language: the text's own; the meanings are told in the one that is spoken.
    """
    found = _found(text, language, own_language())
    return {word: meaning for word, meaning in found if word not in before}


@lru_cache(maxsize=256)  # every look at a watch asks for its text again
def _found(text: str, language: str, told_in: str) -> tuple[tuple[str, str], ...]:
    """All of the glossary's words in a text, and what they mean in the language of the telling."""
    plain = text.casefold()
    return tuple(
        (forms[0], _(meaning))
        for word, meaning in GLOSSARY.items()
        for forms in [_(word).split("|") if language == told_in else [word]]
        if any(form.casefold() in plain for form in forms)  # most need no pattern
        and re.search(_used(forms, language), text, re.IGNORECASE)
    )


def _used(forms: Sequence[str], language: str) -> str:
    """How a word shows in a text: a catalogue tells all of its forms, the first as people name it;
    English ones are made of the first.
    """
    ends = "(s|es|ed|ing)?" if language.startswith("en") else ""
    return rf"\b({'|'.join(forms)}){ends}\b"


def _text(scenario: Scenario, watch_id: str) -> str:
    watch = scenario.watches[watch_id]
    labels = (order.label for order in watch.orders.values())
    return " ".join((watch.situation, *watch.says.values(), *labels))
