"""A scenario that teaches the wrong lesson is caught, and the voyage that shows it is given."""

from __future__ import annotations

from typing import Any

import pytest

from game.findings import Severity
from game.playtest.check_proofs import prove
from game.playtest.coverage_run import Shown
from game.playtest.guard_rails import distance_beyond_rails
from game.playtest.report import Report, playtest
from game.scenario.loading.library import open_bytes
from game.scenario.model.loaded import LoadedScenario
from game.scenario.model.scenario import Theme
from game.ship.ship import Outcome
from game.simulation.captains import CAPTAINS
from game.simulation.single_voyage import sail_orders
from game.testing import a_document, a_loaded_scenario, a_watch, an_order, as_text
from game.voyage.flow import Flow
from game.voyage.voyage import Voyage, new_voyage

VOYAGES = 300


def report_of(loaded: LoadedScenario, voyages: int = VOYAGES) -> Report:
    return playtest(loaded, voyages, figures=False)  # which move most is asked elsewhere


def by_feel() -> LoadedScenario:
    """A story in which following your star is enough: small seas, and course orders that mend."""
    inspire = an_order("course", effects={"progress": 6, "stability": 8, "crew": 5})
    organise = an_order("sails", effects={"progress": -4, "crew": -5})
    watch = a_watch("steady", inspire=inspire, organise=organise)
    return a_loaded_scenario(a_document(*[watch] * 10))


def again(loaded: LoadedScenario, shown: Shown) -> Voyage:
    """The voyage that a finding shows, sailed by the machine."""
    assert shown.example
    assert shown.example.seed is not None
    flow = Flow(loaded.scenario)
    return sail_orders(flow, new_voyage(loaded.scenario, shown.example.seed), shown.example.orders)[
        -1
    ].voyage


def found(report: Report, code: str) -> list[Shown]:
    """The findings with this code."""
    return [shown for shown in report.findings if shown.finding.code == code]


def test_leadership_alone_that_wins_is_caught_with_the_orders_that_win() -> None:
    """L002, at a line of the file, with a voyage that anyone can sail again."""
    loaded = by_feel()
    report = report_of(loaded)
    alone = next(shown for shown in found(report, "L002") if "all course" in shown.finding.message)

    assert report.failed
    assert alone.finding.message.startswith("all course arrives in 100.0% of voyages")
    assert loaded.text.splitlines()[alone.finding.at.line - 1].strip().startswith('"watches"')
    assert alone.example
    assert set(alone.example.orders) == {"inspire"}
    assert again(loaded, alone).outcome is Outcome.ARRIVED


def test_blind_turns_that_begin_with_sails_are_caught_too() -> None:
    """Who turns from course never arrives here; who turns from sails always does, unlooking."""
    mine, theirs = ({"progress": change} for change in (4, -4))
    trim = a_watch(
        {"wind": 1.4, "shift": 4, "complexity": 0.3},
        steer=an_order("course", effects=theirs),
        reef=an_order("sails", effects=mine),
    )
    lead = a_watch(
        {"wind": 1.0, "shift": 35, "complexity": 0},
        steer=an_order("course", effects=mine),
        reef=an_order("sails", effects=theirs),
    )
    document = a_document(*[trim, lead] * 6, teaches="alignment", voyage={"distance": 110})
    report = report_of(a_loaded_scenario(document))
    arrived = {row.captain: row.arrived.share for row in report.captains}
    told = [shown.finding.message for shown in found(report, "L002")]

    assert (arrived["alternate"], arrived["sails first"]) == (0, 1)
    assert [
        message for message in told if "orders by rote (sails first) arrive in 100.0%" in message
    ]


@pytest.mark.parametrize("who", ["sails first", "teach twice"])
@pytest.mark.parametrize(
    ("teaches", "by_rote", "holds"),
    [
        ("complementary", 0.65, True),
        ("complementary", 0.68, False),
        ("analogy", 0.68, True),
        ("analogy", 0.95, True),
    ],
)
def test_orders_by_rote_bring_few_home_but_in_a_tutorial(
    teaches: str, by_rote: float, holds: bool, who: str
) -> None:
    """At most 65 of a hundred, by turns or by teaching first."""
    shares = told_apart()
    shares[who][Outcome.ARRIVED] = by_rote

    assert (distance_beyond_rails(shares, Theme(teaches)) == 0) is holds


@pytest.mark.parametrize(
    ("who", "behind", "holds"),
    [
        ("alternate", 0.11, True),
        ("alternate", 0.08, False),
        ("gauges only", 0.05, True),
        ("gauges only", 0.03, False),
    ],
)
def test_who_looks_ahead_is_ahead(who: str, behind: float, holds: bool) -> None:
    """By ten points of who does not look, and by four of who looks at the gauges alone."""
    shares = told_apart(adaptive=0.75)
    shares[who][Outcome.ARRIVED] = 0.75 - behind

    assert (distance_beyond_rails(shares, Theme.COMPLEMENTARY) == 0) is holds


def told_apart(adaptive: float = 0.9) -> dict[str, dict[Outcome, float]]:
    """Shares of captains by which every guard-rail of arrival holds."""
    shares = {captain.name: dict.fromkeys(Outcome, 0.0) for captain in CAPTAINS}
    shares["all course"][Outcome.FOUNDERED] = shares["all sails"][Outcome.ADRIFT] = 1
    shares["random"][Outcome.ARRIVED], shares["adaptive"][Outcome.ARRIVED] = 0.3, adaptive
    return shares


def test_orders_by_rote_that_bring_all_home_are_caught_where_no_tutorial_is_meant() -> None:
    """Everybody who gives each kind of order its turn arrives here, looking or not."""
    steer, reef = (an_order(kind, effects={"progress": 3}) for kind in ("course", "sails"))
    watches = [a_watch("fresh", steer=steer, reef=reef)] * 10
    told = {}
    for teaches in ("alignment", "analogy"):
        loaded = a_loaded_scenario(a_document(*watches, teaches=teaches, voyage={"distance": 70}))
        told[teaches] = [one.finding for one in found(report_of(loaded), "L002")]

    near = [one for one in told["alignment"] if "by rote" in one.message]
    assert [(one.message.split(" (")[0], one.hint[:9]) for one in near][-1] == (
        "orders by rote",
        "two gales",
    )
    assert not [one for one in told["analogy"] if "by rote" in one.message]


def test_an_order_without_a_price_is_caught() -> None:
    """It raises every gauge that another one raises, and more."""
    free = an_order("both", effects={"progress": 8, "stability": 8, "crew": 8, "course_error": -8})
    dear = an_order("both", effects={"progress": -8, "stability": -8, "crew": -8})
    loaded = a_loaded_scenario(a_document(*[a_watch("fresh", free=free, dear=dear)] * 10))
    told = [shown.finding.message for shown in found(report_of(loaded), "L002")]

    assert "'free' costs nothing, beside the other orders of its watch" in told
    assert "'dear' raises nothing, beside the other orders of its watch" in told


@pytest.fixture
def ruled() -> dict[str, Any]:
    """Twelve gales, with rules."""
    gales = [a_watch("gale")] * 12
    return a_document(
        *gales, checks=[{"always": ["stability is above 30"]}, {"can_end": "ends_foundered"}]
    )


def test_a_rule_that_is_violated_is_shown_by_the_orders_that_do_it(ruled: dict[str, Any]) -> None:
    """C001, at the rule, up to the order after which it does not hold."""
    loaded = a_loaded_scenario(ruled)
    report = report_of(loaded)
    (broken,) = found(report, "C001")

    assert broken.finding.severity is Severity.ERROR
    assert again(loaded, broken).ship.stability <= 30
    assert [rule.holds for rule in report.rules] == [False, True]


def test_a_rule_that_only_a_rare_list_of_orders_violates_is_refuted_by_the_census() -> None:
    """None of the captains gives these orders; that makes no difference."""
    steps = [a_watch("calm", **{name: an_order("course") for name in "abcd"}) for _ in range(6)]
    for number, watch in enumerate(steps):
        watch["orders"]["d"]["sets"] = [f"d{number}"]
    rule = [{"always": ["not d0", "crew is above 0"]}]
    loaded = a_loaded_scenario(a_document(*steps, checks=rule))
    proof = prove(loaded.scenario)

    assert proof.broken[0].orders == ("d",)


@pytest.mark.parametrize(
    ("most", "how", "level"),
    [(1_000_000, "exhaustive", Severity.ERROR), (50, "within limits", Severity.WARNING)],
    ids=["whole", "cut short"],
)
def test_an_ending_that_cannot_be_is_refuted_or_not_reached(
    most: int, how: str, level: Severity, monkeypatch: pytest.MonkeyPatch
) -> None:
    """C001 says whether every voyage was looked at, or not all of them."""
    monkeypatch.setattr("game.playtest.declared_checks.prove", lambda sea: prove(sea, most))
    loaded = a_loaded_scenario(
        a_document(*[a_watch("calm")] * 4, checks=[{"can_end": "ends_arrived"}])
    )
    (broken,) = found(report_of(loaded, 20), "C001")

    assert broken.finding.message == f"no voyage ends with 'ends_arrived' ({how})"
    assert broken.finding.severity is level


def test_endings_that_nobody_comes_to_are_told_once() -> None:
    """F011, a warning; not for an ending of which a rule says it already."""
    loaded = a_loaded_scenario(
        a_document(*[a_watch("calm")] * 3, checks=[{"can_end": "ends_arrived"}])
    )
    told = {shown.finding.message for shown in found(report_of(loaded, 20), "F011")}

    assert "no voyage ends with 'ends_foundered' (exhaustive)" in told
    assert not any("ends_arrived" in message for message in told)


def test_an_ending_that_nobody_shall_come_to_is_ignored_with_a_reason() -> None:
    """Where somebody comes to it, the comment is the one to go."""
    text = as_text(a_document(*[a_watch("calm")] * 3))
    lines = [
        f"# check-ignore F011: a short night\n{line}" if f'"ends_{outcome}"' in line else line
        for line in text.splitlines()
        for outcome in ["mutiny" if "mutiny" in line else "adrift"]
    ]
    loaded = open_bytes("built.yaml", "\n".join(lines).encode())
    report = report_of(loaded, 20)
    (unused,) = found(report, "I001")

    assert not any("ends_mutiny" in one.finding.message for one in found(report, "F011"))
    assert "ends_adrift" in loaded.text.splitlines()[unused.finding.at.line]


def test_what_would_put_right_who_arrives_is_told_and_does() -> None:
    """The way is much too short: with another one, the rails of who arrives hold."""
    watches = [a_watch(weather) for weather in ("fresh", "blow", "shift", "gale", "shift", "fresh")]
    document = a_document(*watches, voyage={"distance": 14, "start": {"stability": 60, "crew": 40}})
    recipe = report_of(a_loaded_scenario(document), 100).recipe

    assert recipe is not None
    assert recipe.mends
    for turn in recipe.turns:
        *_, where, name = turn.name.split(".")
        part = document["voyage"] if where == "voyage" else document["voyage"][where]
        part[name] = turn.to
    wrong = [
        one.finding.message for one in found(report_of(a_loaded_scenario(document), 100), "L002")
    ]

    assert not any("arrive in" in one or "arrives in" in one for one in wrong)


def test_a_rule_that_holds_is_proved() -> None:
    """In every voyage of the weather as written."""
    rule = [{"always": ["seamanship is at least 30"]}]
    report = report_of(a_loaded_scenario(a_document(*[a_watch("calm")] * 5, checks=rule)), 20)

    assert [(rule.holds, rule.how) for rule in report.rules] == [(True, "exhaustive")]


def test_a_voice_that_is_always_right_is_told() -> None:
    """L005: the bosun of a sea in which whoever trims the sails arrives, and no one else."""
    watch = a_watch(
        "blow",
        steer=an_order("course", effects={"stability": -8, "progress": -2}),
        reef=an_order("sails", effects={"course_error": -8, "progress": 4}),
    ) | {"says": {"navigator": "Steer.", "bosun": "Reef."}}
    voices = {
        "navigator": {"name": "Ada", "speaks_for": "course"},
        "bosun": {"name": "Tor", "speaks_for": "sails"},
    }
    loaded = a_loaded_scenario(a_document(*[watch] * 8, voices=voices, voyage={"distance": 60}))
    told = [shown.finding.message for shown in found(report_of(loaded), "L005")]

    assert told == [
        "'navigator' is wrong in all 4 watches where it matters",
        "'bosun' is right in all 4 watches where it matters",
    ]
