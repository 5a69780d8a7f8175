"""What an order does to a voyage, by example."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.ship.ship import Outcome, new_ship
from game.testing import a_document, a_loaded_scenario, a_voyage, a_watch, an_order, follow
from game.voyage.flow import Flow, is_open
from game.voyage.luck import draw, percents_of, weather_of
from game.voyage.step import ship_after_effects, step
from game.voyage.view import end_view, gauges_of, result_view, watch_view
from game.voyage.voyage import CameBack, Ended, Give, Refused, Sailed, new_voyage


def test_all_course_founders() -> None:
    """Twelve course orders into a gale."""
    loaded = a_loaded_scenario(a_document(*(a_watch("gale"),) * 12))
    _, voyage, events = a_voyage("C" * 12, loaded=loaded)

    assert voyage.outcome is Outcome.FOUNDERED
    assert any(isinstance(event, Ended) for event in events)


def test_all_sails_sails_away_from_port() -> None:
    """Twelve sails orders in shifting seas: a sound ship, and nowhere near."""
    loaded = a_loaded_scenario(a_document(*(a_watch("shift"),) * 12))
    _, voyage, _ = a_voyage("S" * 12, loaded=loaded)

    assert voyage.outcome is Outcome.ADRIFT
    assert voyage.ship.stability > 60
    assert voyage.ship.course_error > 90


def test_both_in_turn_arrive() -> None:
    """Course and sails by turns in steady weather, and progress stops at 100."""
    _, voyage, _ = a_voyage("CS" * 6)

    assert voyage.outcome is Outcome.ARRIVED
    assert voyage.ship.progress == 100


def test_goto_harbour_ends_the_voyage_in_harbour() -> None:
    """After the watch is sailed."""
    loaded = a_loaded_scenario(
        a_document(a_watch(turn=an_order("course", goto="harbour")), a_watch())
    )
    flow, voyage, _ = follow(Flow(loaded.scenario), new_voyage(loaded.scenario, 1), ["turn"])

    assert voyage.outcome is Outcome.HARBOUR
    assert end_view(flow.scenario, voyage).title == "Harbour"


def test_a_branch_skips_a_watch_and_the_machine_follows() -> None:
    """`goto` leads past the second watch."""
    document = a_document(a_watch(steer=an_order("course", goto="watch_3")), a_watch(), a_watch())
    _, voyage, _ = a_voyage("CC", loaded=a_loaded_scenario(document))

    assert voyage.sailed == ("watch_1", "watch_3")
    assert voyage.outcome is Outcome.ADRIFT


def test_a_circle_ends_after_forty_watches() -> None:
    """A scenario that leads back to itself leaves her adrift."""
    document = a_document(
        a_watch(
            "steady",
            steer=an_order("course", goto="watch_1", effects={"progress": -8}),
            reef=an_order("sails", goto="watch_1", effects={"progress": -8}),
            leave=an_order("both"),
        ),
        voyage={"distance": 400},
    )
    _, voyage, _ = a_voyage("CS" * 20, loaded=a_loaded_scenario(document))

    assert voyage.outcome is Outcome.ADRIFT
    assert len(voyage.sailed) == 40


def test_a_locked_order_is_refused_with_its_reason_and_opens_with_seamanship() -> None:
    """What it needs is said when the author has not."""
    locked = an_order("sails", when=["seamanship is at least 40"])
    drill = an_order("teach")
    document = a_document(*(a_watch(drill=drill, reef=locked),) * 3)
    flow, voyage, _ = a_voyage("", loaded=a_loaded_scenario(document))
    refused, events = step(flow, voyage, Give("reef"))
    _, later, _ = follow(flow, voyage, ["drill", "drill"])

    assert refused == voyage
    assert events == [Refused("needs seamanship 40")]
    assert [order.locked for order in watch_view(flow.scenario, voyage).orders][1]
    assert later.ship.seamanship > 40
    assert not [order.locked for order in watch_view(flow.scenario, later).orders][1]


def test_when_every_order_is_locked_the_first_is_open() -> None:
    """Never a dead end, even where opposites seem to leave none."""
    document = a_document(
        a_watch(
            steer=an_order("course", when=["crew is above 90", "rested"]),
            reef=an_order("sails", when=["rested"], sets=["rested"]),
            wait=an_order("sails", when=["not rested"], effects={"crew": -1}),
            hold=an_order("course", when=["not rested"]),
        ),
        a_watch(),
    )
    flow, voyage, _ = a_voyage("", loaded=a_loaded_scenario(document))
    watch = flow.scenario.watches["watch_1"]
    hopeless = replace(watch, orders={"steer": watch.orders["steer"]})

    assert is_open(hopeless, hopeless.orders["steer"], voyage.facts)
    assert not is_open(watch, watch.orders["steer"], voyage.facts)


def test_a_promise_comes_back_unless_it_was_kept() -> None:
    """Two watches on, with the watch in which it was given."""
    later = {
        "after": 2,
        "unless": ["rested"],
        "text": "The tired hand slips.",
        "effects": {"stability": -6},
    }
    watch = a_watch(
        steer=an_order("course", later=[later]),
        reef=an_order("sails", sets=["rested"]),
        wait=an_order("course"),
    )
    loaded = a_loaded_scenario(a_document(*(watch,) * 5))
    flow, voyage, _ = a_voyage("", loaded=loaded)
    _, broken, events = follow(flow, voyage, ["steer", "wait"])
    _, _, kept = follow(flow, voyage, ["steer", "reef"])
    came = [event for event in events if isinstance(event, CameBack)]
    last = [event for event in events if isinstance(event, Sailed)][-1]

    assert [(event.given_in, event.text) for event in came] == [(1, "The tired hand slips.")]
    assert broken.ship.stability == pytest.approx(last.passage.ship.stability - 6)
    assert not any(isinstance(event, CameBack) for event in kept)


def test_chances_come_as_often_as_they_say() -> None:
    """30 of 100, over 2,000 seeds."""
    outcomes = [{"chance": 30, "result": "Rock."}, {"chance": 70, "result": "Water."}]
    loaded = a_loaded_scenario(
        a_document(a_watch(steer=an_order("course", outcomes=outcomes)), a_watch())
    )
    flow = Flow(loaded.scenario)
    results = [
        event.result
        for seed in range(2000)
        for event in step(flow, new_voyage(loaded.scenario, seed), Give("steer"))[1]
        if isinstance(event, Sailed)
    ]

    assert 0.27 < results.count("Rock.") / 2000 < 0.33


@pytest.mark.parametrize(
    ("seamanship", "percent"), [(0, 10), (30, 40), (60, 70), (100, 95)], ids=str
)
def test_a_chance_grows_with_seamanship(seamanship: float, percent: float) -> None:
    """The others keep their proportions; who made it with less skill makes it with more."""
    ways = [(40, "Held."), (45, "Grazed."), (15, "Rock.")]
    outcomes = [{"chance": chance, "result": result} for chance, result in ways]
    outcomes[0]["grows_with"] = "seamanship"
    order = an_order("sails", outcomes=outcomes)
    loaded = a_loaded_scenario(a_document(a_watch("calm", jump=order)))
    written = loaded.scenario.watches["watch_1"].orders["jump"]
    held, grazed, rock = percents_of(written, seamanship)

    assert (held, held + grazed + rock) == pytest.approx((percent, 100))
    assert grazed == pytest.approx(3 * rock)
    for seed in range(50):
        start = new_voyage(loaded.scenario, seed)
        ship = replace(start.ship, seamanship=float(seamanship))
        _, (sailed, *_) = step(Flow(loaded.scenario), replace(start, ship=ship), Give("jump"))
        luck = 100 * draw(seed, "chance", "watch_1", "jump")
        assert isinstance(sailed, Sailed)
        assert (sailed.result == "Held.") is (luck < held)


def test_no_effect_ends_a_voyage() -> None:
    """Whatever an author takes from a ship or a crew that is nearly lost, something is left."""
    effects = {"stability": -8, "crew": -8}
    ship = replace(new_ship(), stability=3.0, crew=0.5)
    after = ship_after_effects(ship, effects)

    assert (after.stability, after.crew) == (1.0, 0.5)


def test_the_forecast_is_true_within_its_doubt() -> None:
    """For every seed, and it does depend on the seed."""
    document = a_document(*(a_watch("gale"),) * 3, voyage={"variation": 0.2})
    scenario = a_loaded_scenario(document).scenario
    winds = {weather_of(scenario, "watch_1", seed).wind for seed in range(300)}

    assert all(1.7 * 0.8 <= wind <= 1.7 * 1.2 for wind in winds)
    assert len(winds) == 300
    assert max(winds) - min(winds) > 0.5


def test_luck_is_the_same_everywhere() -> None:
    """These numbers may never change: logbooks depend on them."""
    assert draw(1, "weather", "watch_1", "wind") == 0.844881664673644
    assert 0 <= min(draw(seed, "x") for seed in range(999)) < 0.01


def test_orders_do_not_change_the_weather() -> None:
    """Two captains meet the same sea."""
    seas = []
    for orders in ("CCC", "SSS"):
        _, _, events = a_voyage(orders, seed=9)
        seas.append([event.weather for event in events if isinstance(event, Sailed)])

    assert seas[0] == seas[1]


def test_the_shown_course_is_what_is_believed_until_a_fix() -> None:
    """A view never tells the true course; a course order reveals what the sea had hidden."""
    loaded = a_loaded_scenario(a_document(*(a_watch("shift"),) * 6))
    flow, voyage, _ = a_voyage("SSS", loaded=loaded)
    shown = {gauge.id: gauge.figure for gauge in watch_view(flow.scenario, voyage).gauges}
    fixed, events = step(flow, voyage, Give("steer"))
    result = result_view(flow.scenario, fixed, events)
    sailed = events[0]

    assert isinstance(sailed, Sailed)
    assert shown["course_error"] == f"{voyage.ship.reckoned:.0f}° to 110°"
    assert voyage.ship.course_error - voyage.ship.reckoned > 40
    assert f"you were {sailed.before.course_error:.0f}° off" in result.fix
    assert f"{sailed.before.course_error:.0f}°" in [change.before for change in result.changes]


@pytest.mark.parametrize(
    ("unseen", "told"), [(2.9, False), (3.1, True)], ids=["a hair's breadth", "three degrees"]
)
def test_a_fix_tells_of_what_could_be_seen(unseen: float, told: bool) -> None:
    """Less than that is no news for somebody who steers by hand."""
    still = a_loaded_scenario(a_document(*[a_watch({"wind": 1.0, "shift": 0})] * 2))
    flow, voyage, _ = a_voyage("S", loaded=still)
    moved = replace(voyage.ship, course_error=voyage.ship.reckoned + unseen)
    fixed, events = step(flow, replace(voyage, ship=moved), Give("steer"))

    assert bool(result_view(flow.scenario, fixed, events).fix) is told


@pytest.mark.parametrize(
    ("progress", "shown"), [(98.4, "98 %"), (99.7, "99 %"), (100.0, "100 %")], ids=str
)
def test_progress_is_a_hundred_only_in_port(progress: float, shown: str) -> None:
    """However near she is, whoever must still give an order has not arrived."""
    _, voyage, _ = a_voyage("")
    gauges = gauges_of(replace(voyage.ship, progress=progress))

    assert next(gauge.figure for gauge in gauges if gauge.id == "progress") == shown


def test_a_view_never_holds_a_crews_card() -> None:
    """What one crew of a convoy knows is for that crew: it is loaded, and shown to nobody."""
    watch = {**a_watch(), "cards": {"marta": "SECRET news."}}
    cards = {"marta": {"name": "The Marta", "text": "A SECRET cargo."}}
    loaded = a_loaded_scenario(a_document(watch, cards=cards))
    flow, start, _ = a_voyage("", loaded=loaded)
    _, voyage, events = a_voyage("C", loaded=loaded)
    views = (
        watch_view(flow.scenario, start),
        result_view(flow.scenario, voyage, events),
        end_view(flow.scenario, voyage),
    )

    assert flow.scenario.cards["marta"].text == "A SECRET cargo."
    assert flow.scenario.watches["watch_1"].cards == {"marta": "SECRET news."}
    assert "SECRET" not in repr(views)


def test_a_view_never_holds_the_notes() -> None:
    """They are for the facilitator alone."""
    document = a_document({**a_watch(), "notes": "SECRET"}, a_watch())
    flow, voyage, _ = a_voyage("", loaded=a_loaded_scenario(document))

    assert "SECRET" not in repr(watch_view(flow.scenario, voyage))
