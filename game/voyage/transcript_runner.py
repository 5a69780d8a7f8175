"""Transcripts sailed again, and a finding wherever a voyage goes otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.findings import Finding
from game.scenario.model.conditions import Condition, Facts, GaugeIs, Not, holds, phrase_in_words
from game.scenario.transcripts.transcript import Transcript, Transcripts, Written
from game.voyage.flow import Flow, is_open
from game.voyage.step import step
from game.voyage.voyage import Give, Refused, Voyage, new_voyage

FAIL = "FAIL"


def run_transcripts(transcripts: Transcripts) -> list[Finding]:
    """What does not hold, in the order of the file."""
    flow = Flow(transcripts.scenario)
    return [finding for voyage in transcripts.voyages for finding in _try(flow, voyage)]


def _try(flow: Flow, transcript: Transcript) -> Iterator[Finding]:
    """One voyage: every order that can be given, then all that should hold."""
    voyage = new_voyage(flow.scenario, transcript.seed)
    begun = {voyage.at: voyage.facts}
    refused: Finding | None = None
    for order in transcript.orders:
        before = voyage
        voyage, events = step(flow, voyage, Give(order.what))
        if isinstance(events[0], Refused):
            refused = _refusal(flow, before, order, events[0])
            break
        begun.setdefault(voyage.at, voyage.facts)
    for watch, conditions in transcript.at:
        if watch.what in begun:
            yield from _check(begun[watch.what], conditions, f"as {watch.what} begins")
        elif refused is None:
            message = f"the voyage never comes to '{watch.what}'"
            yield Finding(FAIL, watch.at, message, f"it goes by {', '.join(begun)}")
    if refused:
        yield refused
        return
    yield from _check_end(transcript, voyage)
    yield from _check(voyage.facts, transcript.holds, "after the last order")


def _refusal(flow: Flow, voyage: Voyage, order: Written[str], refused: Refused) -> Finding:
    if voyage.outcome:
        hint = f"it ended {voyage.outcome} in watch {len(voyage.sailed)}: delete this order"
        return Finding(FAIL, order.at, f"'{order.what}' comes after the voyage is over", hint)
    watch = flow.scenario.watches[voyage.at]
    open_now = [o.id for o in watch.orders.values() if is_open(watch, o, voyage.facts)]
    if order.what in watch.orders:
        message = f"'{order.what}' is locked in {watch.id}: {refused.reason}"
    else:
        message = f"'{order.what}' is no order of {watch.id}"
    return Finding(FAIL, order.at, message, f"open there: {', '.join(open_now)}")


def _check_end(transcript: Transcript, voyage: Voyage) -> Iterator[Finding]:
    count = len(voyage.sailed)
    actual = f"after {count} order{'s' * (count != 1)} the voyage stands at {voyage.at}"
    if voyage.outcome:
        actual = f"{voyage.outcome} with {voyage.ending}, in watch {count}"
    for what, expected, found in (
        ("outcome", transcript.outcome, voyage.outcome),
        ("ending", transcript.ending, voyage.ending),
    ):
        if expected and expected.what != found:
            yield Finding(FAIL, expected.at, f"the {what} is not '{expected.what}'", actual)


def _check(facts: Facts, conditions: Iterable[Written[Condition]], when: str) -> Iterator[Finding]:
    for condition in conditions:
        if not holds(condition.what, facts):
            message = f"'{phrase_in_words(condition.what)}' does not hold {when}"
            yield Finding(FAIL, condition.at, message, _describe_actual(condition.what, facts))


def _describe_actual(condition: Condition, facts: Facts) -> str:
    match condition:
        case GaugeIs(gauge) | Not(GaugeIs(gauge)):
            return f"{gauge} is {facts.gauges[gauge]:.1f}"
        case Not(of):
            return f"here it is: {phrase_in_words(of)}"
        case _:
            return f"here it is: not {phrase_in_words(condition)}"
