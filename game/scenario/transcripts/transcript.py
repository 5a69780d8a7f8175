"""Transcripts: voyages written down with what must hold in them, read as strictly as scenarios.

A file `NAME.test.yaml` stands beside its scenario, or in a folder `tests` there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Generic, Literal, TypeVar

from pydantic import Field

from game.findings import Finding, Position, ScenarioBroken, Severity, closest
from game.scenario.checks.references import check_condition
from game.scenario.format.document import Part
from game.scenario.format.format_map import place_of
from game.scenario.format.validation import check_format, validate
from game.scenario.format.values import OneOf, Phrases, Text
from game.scenario.loading.check_file import one_per_cause
from game.scenario.loading.files import find_by_name, read_bytes
from game.scenario.loading.library import open_file
from game.scenario.model.conditions import Condition, Names, parse
from game.scenario.model.scenario import Scenario
from game.scenario.repair.typo_repair import repair_typos
from game.scenario.yaml.nodes import Scalar
from game.scenario.yaml.parser import parse_yaml
from game.scenario.yaml.source import Source
from game.ship.ship import Outcome

T = TypeVar("T")


class VoyagePart(Part):
    """A voyage and what must hold in it. Its key is its name."""

    seed: Annotated[int, Field(ge=0)]
    """Same seed, same sea: any whole number."""
    orders: Annotated[list[Text], Field(min_length=1)]
    """The orders to give, by their ids, one a watch."""
    at: dict[str, Phrases] = Field(default_factory=dict)
    """Conditions that hold as a watch begins, by the watch's id."""
    outcome: Annotated[str, OneOf(Outcome)] = ""
    """How the voyage ends."""
    ending: Text = ""
    """The ending that is told, by its id."""
    holds: Phrases = Field(default_factory=list)
    """Conditions that hold after the last order."""


class TranscriptFile(Part):
    """Voyages of a scenario that must go as written here, whatever is changed in it."""

    format: Literal[1]
    """The version of this format."""
    scenario: Text
    """The scenario's file, as seen from this one."""
    voyages: Annotated[dict[str, VoyagePart], Field(min_length=1)]
    """The voyages, each with a name of your own."""


@dataclass(frozen=True, slots=True)
class Written(Generic[T]):
    """Something, and where it is written."""

    what: T
    at: Position


@dataclass(frozen=True, slots=True)
class Transcript:
    """One voyage and what must hold in it: at, as watches begin; holds, after the last order."""

    name: str
    seed: int
    orders: tuple[Written[str], ...]
    at: tuple[tuple[Written[str], tuple[Written[Condition], ...]], ...]
    outcome: Written[Outcome] | None
    ending: Written[str] | None
    holds: tuple[Written[Condition], ...]


@dataclass(frozen=True, slots=True)
class Transcripts:
    """A whole file of them, with the scenario they belong to."""

    file: str
    text: str
    scenario: Scenario
    voyages: tuple[Transcript, ...]


def open_transcripts(path: Path) -> Transcripts:
    """The transcripts in a file.

    Raises:
        ScenarioBroken: if the file, or the scenario that it names, has errors.
        OSError: if one of them cannot be read.
    """
    data = read_bytes(path)
    text = data.decode("utf-8-sig", errors="replace")
    root, findings, _ = parse_yaml(str(path), data)
    foreign = list(check_format(Source(root))) if root else []
    findings += foreign
    if root and not foreign:
        mended = repair_typos(root, place_of(TranscriptFile))
        source = Source(mended.tree)
        document, misshapen, _ = validate(source, TranscriptFile)
        scenario, gone = _scenario(source, path.parent)
        names = _names_in(scenario) if scenario else Names()
        wrong = _wrong_names(source, scenario, names) if scenario else ()
        findings += [*mended.moved, *mended.unknown, *misshapen, *gone, *wrong]
        if document and scenario and not any(f.severity is Severity.ERROR for f in findings):
            voyages = document.voyages.items()
            built = tuple(_transcript(name, part, source, names) for name, part in voyages)
            return Transcripts(str(path), text, scenario, built)
    raise ScenarioBroken(str(path), one_per_cause(findings), text)


def _scenario(source: Source, folder: Path) -> tuple[Scenario | None, list[Finding]]:
    """The scenario that the file names, if there is one."""
    named = next(source.each("scenario"), None)
    if named is None or not named.text:
        return None, []
    file = find_by_name(folder / named.text)
    if file is None:
        message, hint = f"no file is called '{named.text}'", "its path, as seen from this file"
        return None, [Finding("R001", named.node.at, message, hint)]
    return open_file(file).scenario, []


def _names_in(scenario: Scenario) -> Names:
    """The names that conditions on a scenario may use."""
    orders = [order for watch in scenario.watches.values() for order in watch.orders.values()]
    flags = {flag for order in orders for chance in order.chances for flag in chance.sets}
    return Names(flags, list(scenario.watches), [order.id for order in orders])


def _wrong_names(source: Source, scenario: Scenario, names: Names) -> Iterator[Finding]:
    """R001, R002, R004 to R006: whatever names nothing in the scenario."""
    for spot in source.each("voyages.*.at.*"):
        if spot.path[-1] not in names.watches:
            yield _unknown("R006", spot.key_at, "watch", str(spot.path[-1]), names.watches)
    for spot in source.each("voyages.*.orders.*"):
        if spot.text not in names.orders:
            yield _unknown("R006", spot.node.at, "order", spot.text, names.orders)
    endings = [ending.id for ending in scenario.endings]
    for spot in source.each("voyages.*.ending"):
        if spot.text not in endings:
            yield _unknown("R001", spot.node.at, "ending", spot.text, endings)
    for spot in source.each("voyages.*.at.*.*", "voyages.*.holds.*"):
        if isinstance(spot.node, Scalar):
            yield from check_condition(spot.node, names)


def _unknown(code: str, at: Position, what: str, name: str, known: Collection[str]) -> Finding:
    return Finding(code, at, f"no {what} is called '{name}'", closest(name, known))


def _transcript(name: str, part: VoyagePart, source: Source, names: Names) -> Transcript:
    def written(what: T, *path: str | int) -> Written[T]:
        return Written(what, source.find(("voyages", name, *path)).node.at)

    def key_at(*path: str) -> Position:
        return source.find(("voyages", name, *path)).key_at

    def conditions(phrases: Phrases, *path: str) -> tuple[Written[Condition], ...]:
        parsed = enumerate(parse(phrase, names) for phrase in phrases)
        return tuple(written(condition, *path, item) for item, condition in parsed)

    return Transcript(
        name=name,
        seed=part.seed,
        orders=tuple(written(order, "orders", item) for item, order in enumerate(part.orders)),
        at=tuple(
            (Written(watch, key_at("at", watch)), conditions(phrases, "at", watch))
            for watch, phrases in part.at.items()
        ),
        outcome=written(Outcome(part.outcome), "outcome") if part.outcome else None,
        ending=written(part.ending, "ending") if part.ending else None,
        holds=conditions(part.holds, "holds"),
    )
