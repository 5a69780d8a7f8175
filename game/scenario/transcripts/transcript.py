"""Transcripts: voyages written down with what must hold in them, read as strictly as scenarios.

A file `NAME.test.yaml` stands beside its scenario, or in a folder `tests` there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Generic, Literal, TypeVar

from pydantic import Field

from game.findings import Finding, Position, ScenarioBroken, closest, errors_in
from game.scenario.checks.references import check_condition
from game.scenario.format.one_of import OneOf
from game.scenario.format.part import Part, Phrases, Text
from game.scenario.loading.check_file import one_per_cause
from game.scenario.loading.files import chest_above, files_in, find_by_name, read_bytes
from game.scenario.loading.library import open_file
from game.scenario.model.conditions import Condition, Names, parse
from game.scenario.model.scenario import Scenario
from game.scenario.repair.read_document import read_document
from game.scenario.yaml.file_tree import FileTree
from game.scenario.yaml.nodes import Scalar
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


def open_transcripts(path: Path, typed: bytes | None = None) -> Transcripts:
    """The transcripts in a file. typed: what it holds by now, if that is not on disk yet.

    Raises:
        ScenarioBroken: if the file, or the scenario that it names, has errors.
        OSError: if one of them cannot be read.
    """
    data = read_bytes(path) if typed is None else typed
    text = data.decode("utf-8-sig", errors="replace")
    source, document, findings, _ = read_document(str(path), data, TranscriptFile)
    if source:
        scenario = _scenario(source, path.parent, findings)
        names = _names_in(scenario) if scenario else Names()
        findings += _wrong_names(source, scenario, names) if scenario else ()
        if document and scenario and not errors_in(findings):
            voyages = document.voyages.items()
            built = tuple(_transcript(name, part, source, names) for name, part in voyages)
            return Transcripts(str(path), text, scenario, built)
    raise ScenarioBroken(str(path), one_per_cause(findings), text)


def _scenario(source: FileTree, folder: Path, findings: list[Finding]) -> Scenario | None:
    """The scenario that the file names; where there is none, that is added to the findings."""
    named = source.first("scenario")
    if named is None or not named.text:
        return None
    wanted = folder / named.text
    is_beside = not chest_above(folder / "any") or wanted in files_in(folder)
    if is_beside and (file := find_by_name(wanted)):  # nothing leads out of a chest
        return open_file(file).scenario
    message, hint = f"no file is called '{named.text}'", "its path, as seen from this file"
    findings.append(Finding("R001", named.node.at, message, hint))
    return None


def _names_in(scenario: Scenario) -> Names:
    orders = [order for watch in scenario.watches.values() for order in watch.orders.values()]
    flags = {flag for order in orders for chance in order.chances for flag in chance.sets}
    return Names(flags, list(scenario.watches), [order.id for order in orders])


def _wrong_names(source: FileTree, scenario: Scenario, names: Names) -> Iterator[Finding]:
    """R001, R002, R004 to R006: whatever names nothing in the scenario."""
    endings = [ending.id for ending in scenario.endings]
    watches = ((spot.key_at, spot.name) for spot in source.each("voyages.*.at.*"))
    orders = ((spot.node.at, spot.text) for spot in source.each("voyages.*.orders.*"))
    ended = ((spot.node.at, spot.text) for spot in source.each("voyages.*.ending"))
    for code, what, uses, known in (
        ("R006", "watch", watches, names.watches),
        ("R006", "order", orders, names.orders),
        ("R001", "ending", ended, endings),
    ):
        for at, name in uses:
            if name not in known:
                yield Finding(code, at, f"no {what} is called '{name}'", closest(name, known))
    for spot in source.each("voyages.*.at.*.*", "voyages.*.holds.*"):
        if isinstance(spot.node, Scalar):
            yield from check_condition(spot.node, names)


def _transcript(name: str, part: VoyagePart, source: FileTree, names: Names) -> Transcript:
    def written(what: T, *path: str | int) -> Written[T]:
        return Written(what, source.find(("voyages", name, *path)).node.at)

    def conditions(phrases: Phrases, *path: str) -> tuple[Written[Condition], ...]:
        parsed = enumerate(parse(phrase, names) for phrase in phrases)
        return tuple(written(condition, *path, item) for item, condition in parsed)

    return Transcript(
        name=name,
        seed=part.seed,
        orders=tuple(written(order, "orders", item) for item, order in enumerate(part.orders)),
        at=tuple(
            (
                Written(watch, source.find(("voyages", name, "at", watch)).key_at),
                conditions(phrases, "at", watch),
            )
            for watch, phrases in part.at.items()
        ),
        outcome=written(Outcome(part.outcome), "outcome") if part.outcome else None,
        ending=written(part.ending, "ending") if part.ending else None,
        holds=conditions(part.holds, "holds"),
    )
