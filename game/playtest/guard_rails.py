"""The guard-rails: what must be true of a scenario that teaches balance; L002 where it is not.

A rail is broken when the voyages make that 95 % sure: the whole interval lies beyond it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from game.findings import Finding, Position
from game.playtest.course_mix import best_mix
from game.playtest.coverage_run import GAUGE, CoverageRun, Share, Shown, share_of, took_order
from game.playtest.declared_checks import hint_for_ending
from game.scenario.model.scenario import Theme
from game.ship.ship import Outcome
from game.simulation.captains import (
    ADAPTIVE,
    ALL_COURSE,
    ALL_SAILS,
    ALTERNATE,
    ALTERNATE_SAILS,
    GAUGES_ONLY,
    RANDOM,
    TEACH_ONCE,
    TEACH_TWICE,
    Captain,
)
from game.voyage.table import OUTCOMES

if TYPE_CHECKING:
    from numpy.typing import NDArray

ALONE = 0.02
"""At most this share arrives with one kind of order alone."""
HALF = 0.5
BY_CHANCE, BY_CHANCE_EASY = (0.15, 0.5), (0.15, 0.8)
"""The share of random captains that arrive; and in a tutorial."""
SKILLED, AHEAD, NEARLY_ALL = 0.75, 0.25, 0.98
"""The adaptive captain's share, its lead on the random one, and what is lead enough."""
BALANCED = (0.25, 0.75)
"""The best share of course orders."""
RARE = 0.01
"""Every ending is told in at least this share of voyages."""
SAME_FOR_ALL = 0.9
"""No order is given by more than this share of those who arrive."""
HEALTHY = 50
"""No order ends a voyage whose stability and crew are above this."""
BY_ROTE = (ALTERNATE, ALTERNATE_SAILS, TEACH_ONCE, TEACH_TWICE)
"""Orders that are decided on before casting off: turns, and teaching before a little of each."""
ROTE, LOOKING, FORESIGHT = 0.65, 0.1, 0.04
"""The most that arrive by rote, and the adaptive captain's lead on them and on the gauges alone;
in a tutorial neither is asked for."""
GOOD = {
    "progress": 1,
    "course_error": -1,
    "stability": 1,
    "crew": 1,
    "seamanship": 1,
    "learning": 1,
}
"""What an order raises or costs, and which way is up."""


def guard_rails(played: CoverageRun) -> Iterator[Shown]:
    """Every guard-rail that is broken."""
    yield from _alone(played, ALL_COURSE, Outcome.FOUNDERED)
    yield from _alone(played, ALL_SAILS, Outcome.ADRIFT)
    yield from _by_chance(played)
    yield from _by_skill(played)
    yield from _by_rote(played)
    yield from _best_mix(played)
    yield from _rare_endings(played)
    yield from _same_for_all(played)
    yield from _sudden_ends(played)
    yield from _one_sided(played)


def distance_beyond_rails(
    shares: Mapping[str, Mapping[Outcome, float]], teaches: Theme, margin: float = 0.0
) -> float:
    """How far shares of voyages, by captain and outcome, are beyond the rails of who arrives.

    0 if they all hold, and by this margin, where there is room for one. The rails are judged as
    they are by `guard_rails`, but for doubt.
    """
    arrived = {name: share[Outcome.ARRIVED] for name, share in shares.items()}
    by_chance, skilled = arrived[RANDOM.name], arrived[ADAPTIVE.name]
    low, high = BY_CHANCE_EASY if teaches is Theme.ANALOGY else BY_CHANCE
    over = (
        arrived[ALL_COURSE.name] - ALONE,
        arrived[ALL_SAILS.name] - ALONE,
        HALF - shares[ALL_COURSE.name][Outcome.FOUNDERED],
        HALF - shares[ALL_SAILS.name][Outcome.ADRIFT],
        by_chance - high,
        low - by_chance,
        SKILLED - skilled,
        min(NEARLY_ALL, by_chance + AHEAD) - skilled,
        *(() if teaches is Theme.ANALOGY else _beyond_looking(arrived)),
    )
    return sum(max(0.0, by + margin) for by in over)


def _beyond_looking(arrived: Mapping[str, float]) -> tuple[float, ...]:
    by_rote, skilled = max(arrived[who.name] for who in BY_ROTE), arrived[ADAPTIVE.name]
    by_gauges = arrived[GAUGES_ONLY.name]
    return by_rote - ROTE, by_rote + LOOKING - skilled, by_gauges + FORESIGHT - skilled


def _broken(at: Position, message: str, hint: str) -> Finding:
    return Finding("L002", at, message, hint)


def _share(which: NDArray[np.bool_]) -> Share:
    return share_of(which.sum(), len(which))


def _alone(played: CoverageRun, captain: Captain, mostly: Outcome) -> Iterator[Shown]:
    voyages, at = played.by[captain.name], played.at("watches")
    arrived, ended = _share(voyages.arrived), voyages.outcome == OUTCOMES.index(mostly)
    if arrived.low > ALONE:
        message = f"{captain.name} arrives in {arrived.share:.1%} of voyages, not in at most 2 %"
        hint = {
            Outcome.FOUNDERED: "more wind where she carries all her sail, or a longer way",
            Outcome.ADRIFT: "larger shifts, or a longer way",
        }[mostly]
        yield Shown(_broken(at, message, hint), played.example(captain.name, voyages.arrived))
    elif _share(ended).high < HALF:
        does = {Outcome.FOUNDERED: "founders", Outcome.ADRIFT: "drifts"}[mostly]
        message = f"{captain.name} {does} in {ended.mean():.1%} of voyages, not in most"
        hint = {
            Outcome.FOUNDERED: "more wind on its way, or less stability: canvas is what sinks her",
            Outcome.ADRIFT: "larger shifts, a longer way, or orders that cost the crew less",
        }[mostly]
        yield Shown(_broken(at, message, hint), played.example(captain.name, ~ended))


def _by_chance(played: CoverageRun) -> Iterator[Shown]:
    voyages, at = played.by[RANDOM.name], played.at("watches")
    easy = played.scenario.teaches is Theme.ANALOGY
    low, high = BY_CHANCE_EASY if easy else BY_CHANCE
    share = _share(voyages.arrived)
    if share.low > high or share.high < low:
        much = share.low > high
        message = f"random orders arrive in {share.share:.1%} of voyages"
        message += f", not in {100 * low:.0f} to {100 * high:.0f} %"
        hint = "a longer way or rougher weather" if much else "a shorter way or less weather"
        shown = voyages.arrived if much else ~voyages.arrived
        yield Shown(_broken(at, message, hint), played.example(RANDOM.name, shown))


def _by_skill(played: CoverageRun) -> Iterator[Shown]:
    voyages, at = played.by[ADAPTIVE.name], played.at("watches")
    share = _share(voyages.arrived)
    by_chance = _share(played.by[RANDOM.name].arrived)
    least = [
        ("not in at least 75 %", SKILLED, "a shorter way, less wind, or a better start"),
        (
            f"random orders in {by_chance.share:.1%}: too little apart",
            min(NEARLY_ALL, by_chance.low + AHEAD),
            "rougher weather: whoever does not look at gauges and forecast should pay for it",
        ),
    ]
    if played.scenario.teaches is not Theme.ANALOGY:
        name, rote = _best_of(played, BY_ROTE)
        _, by_gauges = _best_of(played, (GAUGES_ONLY,))
        least += [
            (
                f"orders by rote ({name}) in {rote.share:.1%}: too little apart",
                rote.low + LOOKING,
                "two gales or two currents side by side, so that taking turns is wrong in one",
            ),
            (
                f"gauges alone in {by_gauges.share:.1%}: what is announced matters too little",
                by_gauges.low + FORESIGHT,
                "stronger currents where a clue tells of one",
            ),
        ]
    for why, bound, hint in least:
        if share.high < bound:
            message = f"the adaptive captain arrives in {share.share:.1%} of voyages, {why}"
            example = played.example(ADAPTIVE.name, ~voyages.arrived)
            yield Shown(_broken(at, message, hint), example)
            return


def _best_of(played: CoverageRun, captains: Sequence[Captain]) -> tuple[str, Share]:
    """Who of them arrives most often, and how often."""
    shares = [(who.name, _share(played.by[who.name].arrived)) for who in captains]
    return max(shares, key=lambda each: each[1].share)


def _by_rote(played: CoverageRun) -> Iterator[Shown]:
    name, share = _best_of(played, BY_ROTE)
    if played.scenario.teaches is not Theme.ANALOGY and share.low > ROTE:
        message = (
            f"orders by rote ({name}) arrive in {share.share:.1%} of voyages, not in at most 65 %"
        )
        hint = "two gales or two currents side by side, so that taking turns is wrong in one"
        example = played.example(name, played.by[name].arrived)
        yield Shown(_broken(played.at("watches"), message, hint), example)


def _best_mix(played: CoverageRun) -> Iterator[Shown]:
    best = best_mix(played)
    if best is None:
        return
    share = best.tenth / 10 + 0.05
    if not BALANCED[0] <= share <= BALANCED[1]:
        message = f"random orders arrive most often with {share:.0%} of them course orders"
        hint = "a quarter to three quarters should be best: neither kind wins by itself"
        example = played.example(RANDOM.name, best.which)
        yield Shown(_broken(played.at("watches"), message, hint), example)


def _rare_endings(played: CoverageRun) -> Iterator[Shown]:
    """Endings that are told, but hardly ever; those that never are have a code of their own."""
    total = sum(len(voyages) for voyages in played.tellers.values())
    for number, ending in enumerate(played.scenario.endings):
        told = {name: voyages.ending == number for name, voyages in played.tellers.items()}
        times = sum(int(which.sum()) for which in told.values())
        if times and share_of(times, total).high < RARE:
            message = f"'{ending.id}' is told in {times / total:.2%} of voyages, less than 1 %"
            who = next(name for name, which in told.items() if which.any())
            at = played.at("endings", ending.id)
            finding = _broken(at, message, hint_for_ending(played, ending))
            yield Shown(finding, played.example(who, told[who]))


def _same_for_all(played: CoverageRun) -> Iterator[Shown]:
    voyages = played.by[RANDOM.name]
    arrived = voyages.arrived
    for watch, place, at, order in played.orders():
        if len(at.orders) == 1 or not arrived.any():
            continue
        gave = took_order(voyages, watch, place).any(axis=0) & arrived
        if share_of(gave.sum(), arrived.sum()).low > SAME_FOR_ALL:
            message = f"{gave.sum() / arrived.sum():.0%} of those who arrive gave '{order.id}'"
            finding = _broken(
                played.at("watches", at.id, "orders", order.id),
                f"{message}: there is no other way",
                "make another order of this watch worth giving, or the way to which it leads",
            )
            yield Shown(finding, played.example(RANDOM.name, gave))


def _sudden_ends(played: CoverageRun) -> Iterator[Shown]:
    """Orders that lose a ship which was well as the watch began."""
    lost = [OUTCOMES.index(outcome) for outcome in (Outcome.FOUNDERED, Outcome.MUTINY)]
    told: set[tuple[int, int]] = set()
    for name, voyages in played.by.items():
        last = voyages.length - 1
        lost_her = np.isin(voyages.outcome, lost)
        sudden = np.flatnonzero((voyages.last.min(axis=0) > HEALTHY) & lost_her)
        for number in sudden.tolist():
            row = last[number]
            key = (int(voyages.watches[row, number]), int(voyages.orders[row, number]))
            if key in told:
                continue
            told.add(key)
            watch = played.watches[key[0]]
            order = list(watch.orders)[key[1]]
            message = f"'{order}' alone ends a voyage whose stability and crew are above 50"
            finding = _broken(played.at("watches", watch.id, "orders", order), message, "less wind")
            yield Shown(finding, played.voyage(name, number))


def _one_sided(played: CoverageRun) -> Iterator[Shown]:
    """Orders that no other order of their watch outdoes in any gauge, or that outdo none."""
    voyages = played.by[RANDOM.name]
    change = np.diff(voyages.gauges, axis=0)
    for number, at in enumerate(played.watches):
        means: dict[str, NDArray[np.float64]] = {}
        for place, order in enumerate(at.orders):
            given = took_order(voyages, number, place)
            if given.any():
                rise = [
                    sign * change[:, GAUGE[gauge]][given].mean() for gauge, sign in GOOD.items()
                ]
                means[order] = np.array(rise)
        for order, own in means.items():
            others = [other for name, other in means.items() if name != order]
            wrong = _one_side(own, others) if others else ""
            if wrong:
                finding = _broken(
                    played.at("watches", at.id, "orders", order),
                    f"'{order}' {wrong}, beside the other orders of its watch",
                    "every order should raise something and cost something: see 'effects'",
                )
                gave = took_order(voyages, number, list(at.orders).index(order))
                yield Shown(finding, played.example(RANDOM.name, np.any(gave, axis=0)))


def _one_side(own: NDArray[np.float64], others: list[NDArray[np.float64]]) -> str:
    if all((own >= other).all() for other in others):
        return "costs nothing"
    return "raises nothing" if all((own <= other).all() for other in others) else ""
