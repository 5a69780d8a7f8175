"""How long a rehearsal's steps took, what was lost, and whether that is good enough."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields

MEGABYTE = 2**20
MOST_GROWTH = 8 * MEGABYTE
"""What twenty waves of comings and goings may leave behind in the server."""


@dataclass(frozen=True, slots=True)
class Row:
    """Times of one kind, seconds. bars: by percentile, what it may be at most."""

    name: str
    bars: Mapping[int, float]
    times: list[float] = field(default_factory=list)

    def at(self, percent: int) -> float:
        """The time that so many percent did not exceed."""
        ordered = sorted(self.times)
        return ordered[max(0, -(-len(ordered) * percent // 100) - 1)] if ordered else 0.0

    @property
    def misses(self) -> list[str]:
        if not self.times:
            return [f"{self.name}: never happened"]
        return [
            f"{self.name}: p{percent} {1000 * self.at(percent):.0f} ms, not {1000 * bar:.0f}"
            for percent, bar in self.bars.items()
            if self.at(percent) > bar
        ]


@dataclass(slots=True, kw_only=True)
class Measurements:
    """A rehearsal's figures. counted: what was compared, by what it suffered; memory: bytes.

    lost, double: votes or orders that were acknowledged and are not there, and those that are too
    many. most_memory: bytes that the server may hold.
    """

    what: str
    most_memory: int
    joined: Row
    back: Row
    back_killed: Row
    counted: dict[str, int] = field(default_factory=dict)
    lost: int = 0
    double: int = 0
    memory: list[int] = field(default_factory=list)
    grown: int = 0

    @property
    def rows(self) -> list[Row]:
        """Whatever was to be measured; of something that this rehearsal leaves out, no bars."""
        all_fields = [getattr(self, each.name) for each in fields(self)]
        return [each for each in all_fields if isinstance(each, Row) and each.bars]

    @property
    def misses(self) -> list[str]:
        misses = [miss for row in self.rows for miss in row.misses]
        if self.lost or self.double:
            misses.append(f"{self.lost} {self.what} lost, {self.double} counted twice")
        if max(self.memory) > self.most_memory:
            misses.append(f"memory: {max(self.memory) // MEGABYTE} MB")
        if self.grown > MOST_GROWTH:
            misses.append(f"memory: grew by {self.grown // MEGABYTE} MB over the waves")
        return misses

    def table(self) -> Iterator[str]:
        """All of it, in lines."""
        yield f"{'milliseconds':<34}{'n':>6}{'p50':>8}{'p95':>8}{'p99':>8}{'most':>8}   bar"
        for row in self.rows:
            figures = "".join(f"{1000 * row.at(percent):>8.0f}" for percent in (50, 95, 99, 100))
            bars = ", ".join(f"p{p} {1000 * bar:.0f}" for p, bar in row.bars.items())
            yield f"{row.name:<34}{len(row.times):>6}{figures}   {bars}"
        yield ""
        for name, number in self.counted.items():
            yield f"{number:>6} {self.what} compared, {name}"
        yield f"{self.lost:>6} lost"
        yield f"{self.double:>6} counted twice"
        first, most = self.memory[0] / MEGABYTE, max(self.memory) / MEGABYTE
        grown = self.grown / MEGABYTE
        yield f"{first:>6.0f} MB the server held at first, {most:.0f} MB at most"
        yield f"{grown:>+6.1f} MB over the waves in which all lost the line"


@dataclass(slots=True, kw_only=True)
class VoteMeasurements(Measurements):
    voted: Row
    turned: Row
    turned_hosts: Row


@dataclass(slots=True, kw_only=True)
class RegattaMeasurements(Measurements):
    at_once: Row
    paced: Row
    opened: Row
    first_debrief: Row
    debriefs: Row
    room_pages: Row


def vote_measurements(bots: int) -> VoteMeasurements:
    many = bots > 200
    return VoteMeasurements(
        what="votes",
        most_memory=200 * MEGABYTE,
        joined=Row("join: from the call to the view", {100: 12.0 if many else 5.0}),
        voted=Row("vote acknowledged", {95: 0.4} if many else {95: 0.2, 99: 0.4}),
        turned=Row("phase change, phones", {95: 0.6 if many else 0.3}),
        turned_hosts=Row("phase change, host pages, screen", {95: 0.6 if many else 0.3}),
        back=Row("back after losing the line", {95: 5.0 if many else 2.0}),
        back_killed=Row("back after kill -9", {95: 10.0}),
    )


def regatta_measurements(bots: int, *, opens_watches: bool) -> RegattaMeasurements:
    """opens_watches: whether the facilitator opens each watch for all."""
    many, crowd = bots > 200, bots > 500
    at_once = 4.0 if crowd else 0.4 if many else 0.25
    opened = 2.0 if crowd else 0.6 if many else 0.3
    return RegattaMeasurements(
        what="orders",
        most_memory=350 * MEGABYTE,
        joined=Row("join: from the call to the view", {100: 12.0 if many else 5.0}),
        at_once=Row("order, all in one instant", {95: at_once}),
        paced=Row("order, each in their own time", {95: 0.4} if many else {95: 0.15, 99: 0.3}),
        opened=Row("a watch opens, phones", {95: opened} if opens_watches else {}),
        back=Row("back after losing the line", {95: 5.0 if many else 2.0}),
        back_killed=Row("back at the own watch after kill -9", {95: 10.0}),
        first_debrief=Row("own debrief, one asks", {100: 2.0}),
        debriefs=Row("own debrief, all ask at once", {100: 30.0}),
        room_pages=Row("the room's pages", {100: 5.0}),
    )
