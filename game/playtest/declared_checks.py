"""The scenario's own rules, C001; and endings that nobody comes to, F011."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from game.findings import Finding, Severity
from game.playtest.check_proofs import Proof, prove
from game.playtest.coverage_run import CoverageRun, Example, Shown
from game.scenario.model.conditions import phrase_in_words
from game.scenario.model.scenario import Check, Ending
from game.ship.ship import Outcome
from game.simulation.voyages import NONE, RESERVES

EXHAUSTIVE, LIMITED = "exhaustive", "within limits"


@dataclass(frozen=True, slots=True)
class Rule:
    """One of the `checks`, and what became of it.

    holds: None if nobody can say. how: exhaustive (in the weather as written, whatever the luck),
    within limits, or shown by a voyage. example: the voyage that shows it.
    """

    text: str
    holds: bool | None
    how: str
    example: Example | None


def needs_proof(played: CoverageRun) -> bool:
    """Whether the captains' voyages have left something open that a proof could settle."""
    numbers = range(len(played.scenario.endings))
    asked = (n for n, check in enumerate(played.scenario.checks) if check.always)
    return any(_told(played, number) is None for number in numbers) or any(
        _violated(played, number) is None for number in asked
    )


def proof_of(played: CoverageRun) -> Proof:
    """A proof where one is needed; else an empty one."""
    return prove(played.scenario) if needs_proof(played) else Proof()


def rules_of(played: CoverageRun, proof: Proof) -> tuple[Rule, ...]:
    """What became of each of the checks, in the order of the file."""
    rules: list[Rule] = []
    for number, check in enumerate(played.scenario.checks):
        if check.always:
            rules.append(_always(played, proof, number, check))
        if check.can_end:
            rules.append(_can_end(played, proof, check.can_end))
    return tuple(rules)


def broken_rules(played: CoverageRun, proof: Proof) -> Iterator[Shown]:
    """C001 for each rule that does not hold; a warning where nobody can say."""
    for number, check in enumerate(played.scenario.checks):
        if check.always:
            rule = _always(played, proof, number, check)
            at = played.at("checks", number, "always")
            if rule.holds is False:
                yield Shown(Finding("C001", at, f"{rule.text} is violated"), rule.example)
        if check.can_end:
            rule = _can_end(played, proof, check.can_end)
            if not rule.holds:
                level = Severity.WARNING if rule.holds is None else Severity.ERROR
                message = f"no voyage ends with '{check.can_end}' ({rule.how})"
                at = played.at("checks", number, "can_end")
                yield Shown(Finding("C001", at, message, _seen(played, proof), level))


def untold_endings(played: CoverageRun, proof: Proof) -> Iterator[Shown]:
    """F011 for each ending that nobody comes to, unless a rule of the file says so already."""
    ruled = {check.can_end for check in played.scenario.checks}
    for number, ending in enumerate(played.scenario.endings):
        if ending.id in ruled or _told(played, number) or ending.id in proof.endings:
            continue
        message = f"no voyage ends with '{ending.id}' ({_how(proof)})"
        at = played.at("endings", ending.id)
        hint = f"{hint_for_ending(played, ending)}; or ignore F011, if it is meant"
        yield Shown(Finding("F011", at, message, hint, Severity.WARNING))


def hint_for_ending(played: CoverageRun, ending: Ending) -> str:
    """What would bring voyages to an ending that hardly any comes to."""
    if ending.when:
        return "ask for less in its 'when', or in 'when' on its way"
    match ending.outcome:
        case Outcome.FOUNDERED | Outcome.MUTINY as lost:
            gauge = "stability" if lost is Outcome.FOUNDERED else "crew"
            row = RESERVES.index(gauge)
            lowest = min(float(voyages.lowest[row]) for voyages in played.by.values())
            how = f": the lowest was {lowest:.0f}" if lowest > 0 else ""
            return f"start with less {gauge}, or let orders cost more{how}"
        case Outcome.ADRIFT:
            return "a longer way"
        case Outcome.ARRIVED:
            return "a shorter way, or more in the 'when' of the endings above it"
        case Outcome.HARBOUR:
            return "let an order that is open more often lead to 'harbour'"


def _always(played: CoverageRun, proof: Proof, number: int, check: Check) -> Rule:
    text = f"'always: {', '.join(map(phrase_in_words, check.always))}'"
    example = _violated(played, number) or proof.broken.get(number)
    if example:
        return Rule(text, False, "shown", example)
    return Rule(text, True, _how(proof), None)


def _can_end(played: CoverageRun, proof: Proof, ending: str) -> Rule:
    text = f"'can_end: {ending}'"
    number = next(n for n, one in enumerate(played.scenario.endings) if one.id == ending)
    example = _told(played, number) or proof.endings.get(ending)
    if example:
        return Rule(text, True, "shown", example)
    return Rule(text, False if proof.whole else None, _how(proof), None)


def _violated(played: CoverageRun, number: int) -> Example | None:
    """The first of the captains' voyages that violates a rule, up to the order that did."""
    for name, voyages in played.by.items():
        after = voyages.broken[number]
        if (after != NONE).any():
            first = int(np.argmax(after != NONE))
            example, orders = played.voyage(name, first), int(after[first])
            if orders < len(example.orders):
                return replace(example, orders=example.orders[:orders], outcome=None, ending="")
            return example
    return None


def _told(played: CoverageRun, number: int) -> Example | None:
    """The shortest of the captains' voyages to an ending."""
    shortest: tuple[int, str, int] | None = None
    for name, voyages in played.by.items():
        length = np.where(voyages.ending == number, voyages.length, np.iinfo(np.int16).max)
        first = int(np.argmin(length))
        if voyages.ending[first] == number and (not shortest or length[first] < shortest[0]):
            shortest = (int(length[first]), name, first)
    return played.voyage(shortest[1], shortest[2]) if shortest else None


def shortest_ways(played: CoverageRun, proof: Proof) -> dict[str, Example]:
    """The shortest way there, by the ending's id."""
    endings = [ending.id for ending in played.scenario.endings]
    ways = {name: _told(played, n) or proof.endings.get(name) for n, name in enumerate(endings)}
    return {name: way for name, way in ways.items() if way}


def _how(proof: Proof) -> str:
    return EXHAUSTIVE if proof.whole else LIMITED


def _seen(played: CoverageRun, proof: Proof) -> str:
    sailed = sum(len(voyages) for voyages in played.by.values())
    these = "all" if proof.whole else "the first"
    return f"{these} {proof.voyages:,} in the weather as written, and {sailed:,} in seeded weather"
