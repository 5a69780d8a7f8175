"""What a facilitator needs beside the scenario: why it is sailed, what the sea asks for and when,
where to stop, what to listen for, and what to say about the hump. Words and rules; no page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.i18n import N_, _, ngettext
from game.number_format import percent
from game.scenario.model.scenario import Scenario, Theme
from game.ship.attention_cost import Kind
from game.ship.weather import CURRENT, Weather
from game.simulation.census_result import Census

GOALS = {
    Theme.ANALOGY: N_(
        "Everyone has felt that setting the course and adjusting the sails are two "
        "different kinds of work, and that a ship with only one of them does not arrive."
    ),
    Theme.COMPLEMENTARY: N_(
        "Everyone can say when leadership made management easier, and when it "
        "was the other way round; and which of the two they hear more easily."
    ),
    Theme.DEVELOPMENT: N_(
        "Everyone can say what it cost to teach, when it paid, and what a crew "
        "could do afterwards that no order could have made it do."
    ),
    Theme.LEARNING: N_(
        "Everyone has seen a mishap happen twice or not, and can say what made the difference."
    ),
    Theme.ALIGNMENT: N_(
        "Everyone has compared the course that was set with the course that was "
        "steered, and can say who knew of the difference and who answered for it."
    ),
    Theme.EMPOWERMENT: N_(
        "Everyone has let go of a decision, paid for a small failure, and can say what it bought."
    ),
}
"""What people take home, by what a scenario teaches."""
LISTEN = {
    Theme.ANALOGY: (
        N_(
            "Which kind of order do they reach for when the wind rises? Is it the one they give at "
            "work?"
        ),
        N_("Does anybody wish for a little of both, each watch? Let the sea answer."),
    ),
    Theme.COMPLEMENTARY: (
        N_("Which voice do they hear more easily? Keep count, and tell them at the end."),
        N_("Does anybody notice that the last order made this one cheaper?"),
    ),
    Theme.DEVELOPMENT: (
        N_("When do they first spend a watch on teaching: in a calm, or after a mishap?"),
        N_("What do they say that it costs? And who asks what the crew could do by then?"),
    ),
    Theme.LEARNING: (
        N_("What is said first after a mishap: a name, or a cause?"),
        N_(
            "When something comes back, who says that it was foreseen, and who says that it was "
            "not?"
        ),
    ),
    Theme.ALIGNMENT: (
        N_("Who can say the goal? Ask somebody who has been silent."),
        N_("Does anybody ask where she is, and not where she should be?"),
    ),
    Theme.EMPOWERMENT: (
        N_("Who decides what somebody nearer to it could decide?"),
        N_("What do they do in the watch after a small failure: take it back, or let it be?"),
    ),
}
"""What to listen for, by what a scenario teaches."""
BLOW, BAD, SET, BUSY = 1.2, 1.3, CURRENT, 0.5
"""From here on a wind asks for the sails, a wind is bad, a shift counts, a watch is full."""
FEW = 0.25
"""If more than this share arrives with one kind of order alone, it cannot be called too little."""
LIGHT = 0.9
"""Below this wind, canvas that is furled costs way."""


@dataclass(frozen=True, slots=True)
class Asks:
    """What a watch's weather asks for, and why; kind: None where nothing presses."""

    watch: str
    kind: Kind | None
    why: str


@dataclass(frozen=True, slots=True)
class Stop:
    """Where to stop, and what to do there."""

    where: str
    what: str


def asks_of(watch: str, weather: Weather[float]) -> Asks:
    """The greater of what wind and shift ask for."""
    reasons = []
    blow, shift = 1.2 * max(0.0, weather.wind**2 - 1), weather.shift / 30
    if weather.wind >= BLOW:
        reasons.append(_("all her canvas is too much for this wind: she heels, and the hull pays"))
    if weather.shift >= SET:
        reasons.append(
            _(
                "port's bearing moves {shift:.0f} degrees before anyone orders anything, and an "
                "order for the course answers that",
                shift=weather.shift,
            )
        )
    if weather.complexity >= BUSY:
        reasons.append(_("with so much to see to, whatever nobody mends wears out sooner"))
    if weather.wind < LIGHT:
        reasons.append(_("in a light wind, sails that are still reefed cost way"))
    kind = Kind.SAILS if weather.wind >= BLOW else None
    if weather.shift >= SET and shift > blow:
        kind = Kind.COURSE
    calm = _("nothing presses: what was left undone can be done")
    return Asks(watch, kind, _("; ").join(reasons) or calm)


def watches_with_same_need(scenario: Scenario) -> Iterator[tuple[str, str]]:
    """Watches in a row that ask for the same: in one of them, whoever takes turns is wrong."""
    asks = {id: asks_of(id, watch.weather).kind for id, watch in scenario.watches.items()}
    for id, kind in asks.items():
        for after in scenario.onward(id):
            if kind and asks[after] is kind:
                yield id, after


def good_stops(scenario: Scenario) -> Iterator[Stop]:
    """Once after the first bad watch; where ways part; where something has come back."""
    watches = scenario.watches
    first = next(
        (id for id, at in watches.items() if at.weather.wind >= BAD or at.weather.shift >= SET),
        scenario.first_watch,
    )
    yield Stop(
        _("After {watch}", watch=_named(first)),
        _(
            "The first bad watch. Everyone writes down where the voyage is meant to go, alone, "
            "before anyone says a word; then read them out."
        ),
    )
    fork = next((id for id in watches if len(scenario.onward(id)) > 1), None)
    if fork:
        yield Stop(
            _("Before {watch}", watch=_named(fork)),
            _("Ways part here. Let each voice be argued for by somebody who would rather not."),
        )
    promise = next(
        (
            (order.label, later.after)
            for watch in watches.values()
            for order in watch.orders.values()
            for later in order.later
        ),
        None,
    )
    if promise:
        yield Stop(_("When something comes back"), _returns(*promise))


def _returns(label: str, after: int) -> str:
    return ngettext(
        "The first that can is “{order}”, {count} watch later. Ask what could have been known, "
        "and when; not who should have.",
        "The first that can is “{order}”, {count} watches later. Ask what could have been known, "
        "and when; not who should have.",
        after,
        order=label,
    )


def sentences_to_say(census: Census) -> Iterator[str]:
    """What to say about the hump, in the order in which to say it."""
    rows = census.by_course_share
    if not rows:
        return
    first, last, best = rows[0], rows[-1], census.best
    kind = max(first.tally.arrived, last.tally.arrived) > FEW
    alone = _("A kind sea: say so.") if kind else _("Neither is enough by itself.")
    yield _(
        "First let everybody draw it: how many arrive with no course order at all, with half, "
        "with nothing else? Then show it."
    )
    ends = _(
        "The ends: without a course order {without} arrived, with {most} {arrived}.",
        without=percent(first.tally.arrived),
        most=_most(last.share),
        arrived=percent(last.tally.arrived),
    )
    yield f"{ends} {alone}"
    yield _(
        "The top: at {share} course orders {arrived} arrived. So {lost} gave just as many and "
        "did not: timing, not only the mix. It is no recipe: more wind moves the top towards the "
        "sails, larger shifts towards the course.",
        share=percent(best.share),
        arrived=percent(best.tally.arrived),
        lost=percent(1 - best.tally.arrived),
    )
    yield _(
        "Then ask: where on it were you? Where is your team, in a usual week? Who would notice "
        "first if it had to move?"
    )


def _most(share: float) -> str:
    if share == 1:
        return _("course orders alone")
    return _("{share} course orders", share=percent(share))


def _named(id: str) -> str:
    return _("“{named}”", named=id.replace("_", " ").capitalize())
